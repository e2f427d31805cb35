#include "api/grants/grants.h"

#include "api/claims/commands.h"
#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct grant_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct grant_facts, today, "today", DATE),
	SHAPE_FIELD(struct grant_facts, id, "id", I64),
	SHAPE_FIELD(struct grant_facts, state, "state", TEXT),
	SHAPE_FIELD(struct grant_facts, accept_by, "acceptBy", DATE),
	SHAPE_FIELD(struct grant_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct grant_facts, application_version, "applicationVersion", I64),
	SHAPE_FIELD(struct grant_facts, applicant_id, "applicantId", I64),
};
const struct shape grant_facts_shape = SHAPE(struct grant_facts, fields);

void op_get_grant(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_grant_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_grants(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_grants(segment, req_query_id(r, "programmeId"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_grant(segment, act->id);
}

static void decide(struct act *act)
{
	decide_accept(act->facts, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct grant_facts *facts = act->facts;
	struct act_event event = {
		.case_kind = "application",
		.case_id = facts->application_id,
		.object_kind = "grant",
		.object_id = act->id,
		.concerns = facts->applicant_id,
	};

	q_accept_grant(segment, act->id, act->version);
	q_change_application_state(segment, facts->application_id, facts->application_version,
				   "accepted");
	q_expect_reports(segment, facts->application_id);
	act_record(act, segment, &event);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_grant, NULL, act->id);
}

static const struct command accept_grant = {
	.action = "accept",
	.operation = OP_ACCEPT_GRANT,
	.facts = &grant_facts_shape,
	.status = 200,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_accept_grant(struct req *r)
{
	command_run(r, &accept_grant, req_id(r, 0), NULL);
}

void op_get_grant_permitted_actions(struct req *r)
{
	/* The facts of a claim contain those of an acceptance. */
	static const struct command *const commands[] = {&create_claim, &accept_grant};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
