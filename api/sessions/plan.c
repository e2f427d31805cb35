/* A hub plans a session in a cohort or a network, or an interview with a firm. */
#include "api/sessions/plan.h"

#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/sessions/commands.h"
#include "api/sessions/networks.h"
#include "api/sessions/sessions.h"

static const struct shape_field plan_fields[] = {
	SHAPE_FIELD(struct session_plan, kind, "kind", TEXT),
	SHAPE_OR_NULL(struct session_plan, orgnr, "orgnr", TEXT),
	SHAPE_OR_NULL(struct session_plan, place, "place", TEXT),
	SHAPE_OR_NULL(struct session_plan, link, "link", TEXT),
	SHAPE_FIELD(struct session_plan, delivered_by, "deliveredBy", TEXT),
	SHAPE_OR_NULL(struct session_plan, engagement_id, "engagementId", TEXT),
	SHAPE_FIELD(struct session_plan, planned_minutes, "plannedMinutes", I64),
};
const struct shape session_plan_shape = SHAPE(struct session_plan, plan_fields);

static const struct shape_field engagement_fields[] = {
	SHAPE_FIELD(struct session_engagement, state, "state", TEXT),
	SHAPE_FIELD(struct session_engagement, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct session_engagement, ends_on, "endsOn", DATE),
};
static const struct shape engagement_shape = SHAPE(struct session_engagement, engagement_fields);

static const struct shape_field clash_fields[] = {
	SHAPE_OR_NULL(struct session_clash, sessions, "sessions", TEXT),
	SHAPE_FIELD(struct session_clash, is_engaged, "isEngaged", BOOL),
};
const struct shape session_clash_shape = SHAPE(struct session_clash, clash_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_FIELD(struct session_plan_facts, id, "id", I64),
	SHAPE_FIELD(struct session_plan_facts, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct session_plan_facts, ends_on, "endsOn", DATE),
	SHAPE_FIELD(struct session_plan_facts, minutes, "minutes", I64),
	SHAPE_FIELD(struct session_plan_facts, has_firm, "hasFirm", BOOL),
	SHAPE_OPTIONAL(struct session_plan_facts, twin_id, "twinId", I64, has_twin),
	SHAPE_OPTIONAL_OBJECT(struct session_plan_facts, engagement, "engagement",
			      &engagement_shape, has_engagement),
	SHAPE_OBJECT(struct session_plan_facts, clash, "clash", &session_clash_shape),
};
const struct shape session_plan_facts_shape = SHAPE(struct session_plan_facts, facts_fields);

static struct session_plan *read_plan(struct req *r)
{
	struct session_plan *plan = req_input(r, &session_plan_shape);

	plan->content = req_body_text(r);
	return plan;
}

static const char *content(const struct act *act)
{
	const struct session_plan *plan = act->input;

	return plan == NULL ? NULL : plan->content;
}

/* Into the case of the cohort, network or enrolment that act->id is. */
static void apply_in(struct act *act, struct db_segment *segment, const char *case_kind,
		     int64_t session_id, int64_t hub_id)
{
	q_insert_session(segment, session_id, case_kind, act->id, content(act));
	act_record(act, segment,
		   &(struct act_event){case_kind, act->id, "session", session_id, NULL, NULL,
				       hub_id});
	q_tell_session(segment, "session.plan", session_id);
}

static void reply_made(struct act *act, struct db_segment *segment, int64_t session_id)
{
	act_reply(act, segment, q_reply_session, "/v1/sessions", session_id);
}

static void load_cohort(struct act *act, struct db_segment *segment)
{
	q_load_cohort(segment, act->id, NULL, content(act));
}

static void decide_in_cohort(struct act *act)
{
	decide_plan_cohort_session(act->facts, act->input, &act->problems);
}

static void apply_in_cohort(struct act *act, struct db_segment *segment)
{
	const struct cohort_facts *facts = act->facts;

	apply_in(act, segment, "cohort", facts->session.id, facts->hub_id);
}

static void reply_in_cohort(struct act *act, struct db_segment *segment)
{
	const struct cohort_facts *facts = act->facts;

	reply_made(act, segment, facts->session.id);
}

static void caution_cohort(struct act *act, struct problems *warnings)
{
	const struct cohort_facts *facts = act->facts;

	warn_of_clash(&facts->session.clash, warnings);
}

const struct command plan_cohort_session = {
	.action = "plan-session",
	.operation = OP_PLAN_COHORT_SESSION,
	.facts = &cohort_facts_shape,
	.status = 201,
	.load = load_cohort,
	.decide = decide_in_cohort,
	.apply = apply_in_cohort,
	.reply = reply_in_cohort,
	.caution = caution_cohort,
};

void op_plan_cohort_session(struct req *r)
{
	command_run(r, &plan_cohort_session, req_id(r, 0), read_plan(r));
}

static void load_network(struct act *act, struct db_segment *segment)
{
	q_load_network(segment, act->id, content(act));
}

static void decide_in_network(struct act *act)
{
	decide_plan_network_session(act->facts, act->input, &act->problems);
}

static void apply_in_network(struct act *act, struct db_segment *segment)
{
	const struct network_facts *facts = act->facts;

	apply_in(act, segment, "network", facts->session.id, facts->hub_id);
}

static void reply_in_network(struct act *act, struct db_segment *segment)
{
	const struct network_facts *facts = act->facts;

	reply_made(act, segment, facts->session.id);
}

static void caution_network(struct act *act, struct problems *warnings)
{
	const struct network_facts *facts = act->facts;

	warn_of_clash(&facts->session.clash, warnings);
}

const struct command plan_network_session = {
	.action = "plan-session",
	.operation = OP_PLAN_NETWORK_SESSION,
	.facts = &network_facts_shape,
	.status = 201,
	.load = load_network,
	.decide = decide_in_network,
	.apply = apply_in_network,
	.reply = reply_in_network,
	.caution = caution_network,
};

void op_plan_network_session(struct req *r)
{
	command_run(r, &plan_network_session, req_id(r, 0), read_plan(r));
}

static const struct shape_field interview_fields[] = {
	SHAPE_OBJECT(struct interview_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct interview_facts, id, "id", I64),
	SHAPE_FIELD(struct interview_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct interview_facts, state, "state", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct interview_facts, session, "session", &session_plan_facts_shape,
			      has_session),
};
static const struct shape interview_shape = SHAPE(struct interview_facts, interview_fields);

static void load_interview(struct act *act, struct db_segment *segment)
{
	q_load_interview(segment, act->id, content(act));
}

/* Who follows the firm may at any time; among what may be done with an enrolment, the facts are the
 * enrolment's. */
static void decide_interview(struct act *act)
{
	if (act->input != NULL)
		decide_plan_interview(act->facts, act->input, &act->problems);
}

static void apply_interview(struct act *act, struct db_segment *segment)
{
	const struct interview_facts *facts = act->facts;

	apply_in(act, segment, "enrolment", facts->session.id, facts->hub_id);
}

static void reply_interview(struct act *act, struct db_segment *segment)
{
	const struct interview_facts *facts = act->facts;

	reply_made(act, segment, facts->session.id);
}

static void caution_interview(struct act *act, struct problems *warnings)
{
	const struct interview_facts *facts = act->facts;

	warn_of_clash(&facts->session.clash, warnings);
}

const struct command plan_interview = {
	.action = "plan-interview",
	.operation = OP_PLAN_INTERVIEW,
	.facts = &interview_shape,
	.status = 201,
	.load = load_interview,
	.decide = decide_interview,
	.apply = apply_interview,
	.reply = reply_interview,
	.caution = caution_interview,
};

void op_plan_interview(struct req *r)
{
	command_run(r, &plan_interview, req_id(r, 0), read_plan(r));
}
