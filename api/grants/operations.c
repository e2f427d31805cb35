#include "api/grants/grants.h"

#include <string.h>

#include "api/amendments/commands.h"
#include "api/claims/commands.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/settlements/commands.h"
#include "lib/base/date.h"

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct grant_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct grant_facts, today, "today", DATE),
	SHAPE_FIELD(struct grant_facts, id, "id", I64),
	SHAPE_FIELD(struct grant_facts, state, "state", TEXT),
	SHAPE_OPTIONAL(struct grant_facts, accept_by, "acceptBy", DATE, has_accept_by),
	SHAPE_OPTIONAL(struct grant_facts, release_on, "releaseOn", DATE, is_held),
	SHAPE_FIELD(struct grant_facts, is_set_aside, "isSetAside", BOOL),
	SHAPE_OPTIONAL(struct grant_facts, known_on, "knownOn", DATE, is_known),
	SHAPE_OR_NULL(struct grant_facts, granted_step, "grantedStep", TEXT),
	SHAPE_FIELD(struct grant_facts, answers_for, "answersFor", BOOL),
	SHAPE_FIELD(struct grant_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct grant_facts, application_version, "applicationVersion", I64),
	SHAPE_FIELD(struct grant_facts, applicant_id, "applicantId", I64),
	SHAPE_OBJECT(struct grant_facts, standing, "standing", &grant_standing_shape),
};
const struct shape grant_facts_shape = SHAPE(struct grant_facts, fields);

void op_get_grant(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_grant_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

/* Whether a state is one that no grant stays in for long, so that few are in it at a time. */
static bool is_passing(const char *state)
{
	return strcmp(state, "offered") == 0 || strcmp(state, "accepted") == 0;
}

void op_list_grants(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);
	const int64_t *programme_id = req_query_id(r, "programmeId");
	const int64_t *after = req_after_id(r);
	const char *state = req_query(r, "state");

	if (state != NULL && (programme_id == NULL || is_passing(state)))
		q_list_grants_in_state(segment, programme_id, state, after, req_limit(r));
	else if (programme_id != NULL)
		q_list_grants_in_programme(segment, programme_id, state, after, req_limit(r));
	else
		q_list_grants(segment, programme_id, state, after, req_limit(r));
	req_run_page(r, segment);
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_grant(segment, act->id);
}

/* What becomes of the case with its grant, on record. */
static void move_case(struct act *act, struct db_segment *segment, const char *state,
		      const char *reason)
{
	const struct grant_facts *facts = act->facts;
	struct act_event event = {
		.case_kind = "application",
		.case_id = facts->application_id,
		.object_kind = "grant",
		.object_id = act->id,
		.reason = reason,
		.concerns = facts->applicant_id,
	};

	q_change_application_state(segment, facts->application_id, facts->application_version,
				   state);
	act_record(act, segment, &event);
}

static void decide_accepting(struct act *act)
{
	decide_accept(act->facts, &act->problems);
}

static void apply_accepting(struct act *act, struct db_segment *segment)
{
	const struct grant_facts *facts = act->facts;

	q_accept_grant(segment, act->id, act->version);
	q_expect_reports(segment, facts->application_id);
	move_case(act, segment, "accepted", NULL);
}

static void decide_declining(struct act *act)
{
	decide_decline(act->facts, &act->problems);
}

static void end_offer(struct act *act, struct db_segment *segment, const char *reason)
{
	q_decline_grant(segment, act->id, act->version, reason);
	move_case(act, segment, "closed", reason);
	q_post_due(segment, "release", "grant", act->id);
}

static void apply_declining(struct act *act, struct db_segment *segment)
{
	end_offer(act, segment, reason_of(act));
}

static void enter_said(struct act *act, struct db_segment *segment, const char *answer)
{
	const struct grant_facts *facts = act->facts;
	const struct said_input *said = act->input;
	const char *on = date_text(act->r->arena, said->received_on);

	q_insert_answer_on_behalf(segment, facts->applicant_id, facts->application_id, &act->id,
				  answer, on, said->channel, said->authority);
}

static void decide_entering_acceptance(struct act *act)
{
	decide_enter_acceptance(act->facts, act->input, &act->problems);
}

static void apply_entering_acceptance(struct act *act, struct db_segment *segment)
{
	enter_said(act, segment, "accepted");
	apply_accepting(act, segment);
}

static void decide_entering_refusal(struct act *act)
{
	decide_enter_refusal(act->facts, act->input, &act->problems);
}

static void apply_entering_refusal(struct act *act, struct db_segment *segment)
{
	const struct said_input *said = act->input;

	enter_said(act, segment, "declined");
	end_offer(act, segment, said->reason);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_grant, NULL, act->id);
}

#define GRANT_COMMAND(name, op, decide_fn, apply_fn)                                               \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &grant_facts_shape, .status = 200,   \
		.load = load, .decide = (decide_fn), .apply = (apply_fn), .reply = reply           \
	}

static const struct command accept_grant =
	GRANT_COMMAND("accept", OP_ACCEPT_GRANT, decide_accepting, apply_accepting);
static const struct command decline_grant =
	GRANT_COMMAND("decline", OP_DECLINE_GRANT, decide_declining, apply_declining);
static const struct command enter_acceptance =
	GRANT_COMMAND("enter-acceptance", OP_ENTER_ACCEPTANCE, decide_entering_acceptance,
		      apply_entering_acceptance);
static const struct command enter_refusal =
	GRANT_COMMAND("enter-refusal", OP_ENTER_REFUSAL, decide_entering_refusal,
		      apply_entering_refusal);

void op_accept_grant(struct req *r)
{
	command_run(r, &accept_grant, req_id(r, 0), NULL);
}

void op_decline_grant(struct req *r)
{
	command_run(r, &decline_grant, req_id(r, 0), req_input(r, &reason_shape));
}

void op_enter_acceptance(struct req *r)
{
	command_run(r, &enter_acceptance, req_id(r, 0), req_input(r, &said_shape));
}

void op_enter_refusal(struct req *r)
{
	command_run(r, &enter_refusal, req_id(r, 0), req_input(r, &said_shape));
}

void op_get_grant_permitted_actions(struct req *r)
{
	/* The facts of a claim contain those of an offer. */
	static const struct command *const commands[] = {
		&create_claim, &accept_grant, &decline_grant, &enter_acceptance, &enter_refusal,
		&ask_amendment,
		&settle_grant, &confirm_settlement, &return_settlement};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
