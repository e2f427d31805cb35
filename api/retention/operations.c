/* What is due to be destroyed, the classes it is kept by, and legal holds. */
#include "api/retention/retention.h"

#include "api/command/command.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_list_retention_classes(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_retention_classes(segment, req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_list_retention_due(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_retention_due(segment, req_query(r, "on"), req_query(r, "isDue"), req_after_id(r),
			     req_limit(r));
	req_run_page(r, segment);
}

void op_get_legal_hold(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_legal_hold_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_legal_holds(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_legal_holds(segment, req_query_id(r, "applicationId"), req_query(r, "state"),
			   req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

/* In the case that is kept too, so that its timeline tells of it. */
static void record(struct act *act, struct db_segment *segment, int64_t id, int64_t application_id,
		   const char *reason)
{
	act_record(act, segment,
		   &(struct act_event){"legal_hold", id, "legal_hold", id, reason, NULL, 0});
	q_audit(segment, "application", application_id, act->command->action, "legal_hold", id,
		NULL, "{}");
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_hold_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_hold_facts, id, "id", I64),
	SHAPE_FIELD(struct new_hold_facts, has_case, "hasCase", BOOL),
};
static const struct shape new_facts_shape = SHAPE(struct new_hold_facts, new_facts_fields);

static const struct shape_field new_input_fields[] = {
	SHAPE_FIELD(struct new_hold_input, application_id, "applicationId", ID),
	SHAPE_FIELD(struct new_hold_input, reason, "reason", TEXT),
};
static const struct shape new_input_shape = SHAPE(struct new_hold_input, new_input_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_hold_input *input = act->input;

	q_load_new_legal_hold(segment, input->application_id);
}

static void decide_placing(struct act *act)
{
	decide_place_hold(act->facts, &act->problems);
}

static void apply_placing(struct act *act, struct db_segment *segment)
{
	const struct new_hold_facts *facts = act->facts;
	const struct new_hold_input *input = act->input;

	q_insert_legal_hold(segment, facts->id, input->application_id, input->reason);
	q_new_guard(segment, "legal_hold", facts->id);
	record(act, segment, facts->id, input->application_id, input->reason);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_hold_facts *facts = act->facts;

	act_reply(act, segment, q_reply_legal_hold, "/v1/legal-holds", facts->id);
}

static const struct command place = {
	.action = "place",
	.operation = OP_PLACE_LEGAL_HOLD,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_placing,
	.apply = apply_placing,
	.reply = reply_new,
};

void op_place_legal_hold(struct req *r)
{
	command_run(r, &place, 0, req_input(r, &new_input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct hold_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct hold_facts, id, "id", I64),
	SHAPE_FIELD(struct hold_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct hold_facts, state, "state", TEXT),
	SHAPE_FIELD(struct hold_facts, asked_by, "askedBy", I64),
	SHAPE_OPTIONAL(struct hold_facts, lift_asked_by, "liftAskedBy", I64, has_lift_asked_by),
};
static const struct shape facts_shape = SHAPE(struct hold_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_legal_hold(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_legal_hold, NULL, act->id);
}

static void decide_asking(struct act *act)
{
	decide_ask_lift(act->facts, &act->problems);
}

static void apply_asking(struct act *act, struct db_segment *segment)
{
	const struct hold_facts *facts = act->facts;

	q_ask_to_lift_legal_hold(segment, act->id, act->version, reason_of(act));
	record(act, segment, act->id, facts->application_id, reason_of(act));
}

static const struct command ask_lift =
	COMMAND("ask-to-lift", OP_ASK_TO_LIFT_LEGAL_HOLD, decide_asking, apply_asking);

void op_ask_to_lift_legal_hold(struct req *r)
{
	command_run(r, &ask_lift, req_id(r, 0), req_input(r, &reason_shape));
}

static const struct shape_field settle_fields[] = {
	SHAPE_FIELD(struct settle_hold_input, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct settle_hold_input, reason, "reason", TEXT),
};
static const struct shape settle_shape = SHAPE(struct settle_hold_input, settle_fields);

static void decide_settling(struct act *act)
{
	decide_settle_hold(act->facts, &act->problems);
}

static void apply_settling(struct act *act, struct db_segment *segment)
{
	const struct hold_facts *facts = act->facts;
	const struct settle_hold_input *input = act->input;

	if (facts->has_lift_asked_by)
		q_settle_lift_of_legal_hold(segment, act->id, act->version,
					    hold_state(facts, input));
	else
		q_settle_legal_hold(segment, act->id, act->version, hold_state(facts, input),
				    input->reason);
	record(act, segment, act->id, facts->application_id, input->reason);
}

static const struct command settle =
	COMMAND("settle", OP_SETTLE_LEGAL_HOLD, decide_settling, apply_settling);

void op_settle_legal_hold(struct req *r)
{
	command_run(r, &settle, req_id(r, 0), req_input(r, &settle_shape));
}

void op_get_legal_hold_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&settle, &ask_lift};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
