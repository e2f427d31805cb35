/* Reading a condition, and what becomes of it: reported, confirmed or returned, waived. */
#include "api/command/reason.h"
#include "api/conditions/conditions.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field given_fields[] = {
	SHAPE_FIELD(struct given_condition, kind, "kind", TEXT),
	SHAPE_FIELD(struct given_condition, text, "text", TEXT),
	SHAPE_OPTIONAL(struct given_condition, due_on, "dueOn", DATE, has_due_on),
};
const struct shape given_condition_shape = SHAPE(struct given_condition, given_fields);

static const struct shape_field unmet_fields[] = {
	SHAPE_FIELD(struct unmet_condition, number, "number", I64),
	SHAPE_FIELD(struct unmet_condition, text, "text", TEXT),
	SHAPE_OR_NULL(struct unmet_condition, holds_back, "holdsBack", TEXT),
	SHAPE_FIELD(struct unmet_condition, is_overdue, "isOverdue", BOOL),
	SHAPE_FIELD(struct unmet_condition, is_reported, "isReported", BOOL),
};
const struct shape unmet_condition_shape = SHAPE(struct unmet_condition, unmet_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct condition_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct condition_facts, state, "state", TEXT),
	SHAPE_OPTIONAL(struct condition_facts, release_on, "releaseOn", DATE, is_held),
	SHAPE_FIELD(struct condition_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct condition_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct condition_facts, needs_document, "needsDocument", BOOL),
	SHAPE_FIELD(struct condition_facts, reported_by, "reportedBy", I64),
	SHAPE_FIELD(struct condition_facts, waiver_asked_by, "waiverAskedBy", I64),
	SHAPE_OR_NULL(struct condition_facts, document, "document", TEXT),
};
static const struct shape facts_shape = SHAPE(struct condition_facts, facts_fields);

static const struct shape_field report_fields[] = {
	SHAPE_FIELD(struct report_condition_input, report, "report", TEXT),
	SHAPE_OPTIONAL(struct report_condition_input, document_id, "documentId", ID, has_document),
};
static const struct shape report_shape = SHAPE(struct report_condition_input, report_fields);

void op_get_condition(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_condition_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

/* Each by an index of its own. */
void op_list_conditions(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);
	const char *state = req_query(r, "state");
	const char *caseworker = req_query(r, "caseworkerId");
	const char *due_by = req_query(r, "dueBy");

	if (due_by && caseworker)
		q_list_conditions_due_in_hand(segment, due_by, state, caseworker, r->after,
					      req_limit(r));
	else if (due_by)
		q_list_conditions_due(segment, due_by, state, r->after, req_limit(r));
	else if (caseworker)
		q_list_conditions_handled(segment, state, caseworker, req_after_id(r),
					  req_limit(r));
	else if (state)
		q_list_conditions_in_state(segment, state, req_after_id(r), req_limit(r));
	else
		q_list_conditions(segment, req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_condition(segment, act->id, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_condition, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason)
{
	const struct condition_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "condition", act->id,
				       reason, NULL, facts->applicant_id});
}

static const int64_t *document_of(const struct act *act)
{
	const struct report_condition_input *input = act->input;

	return input != NULL && input->has_document ? &input->document_id : NULL;
}

static void load_report(struct act *act, struct db_segment *segment)
{
	q_load_condition(segment, act->id, document_of(act));
}

static void decide_report(struct act *act)
{
	decide_report_condition(act->facts, act->input, &act->problems);
}

static void apply_report(struct act *act, struct db_segment *segment)
{
	const struct report_condition_input *input = act->input;

	q_report_condition(segment, act->id, act->version, input->report, document_of(act));
	record(act, segment, NULL);
}

static const struct command report = {
	.action = "report",
	.operation = OP_REPORT_CONDITION,
	.facts = &facts_shape,
	.status = 200,
	.load = load_report,
	.decide = decide_report,
	.apply = apply_report,
	.reply = reply,
};

void op_report_condition(struct req *r)
{
	command_run(r, &report, req_id(r, 0), req_input(r, &report_shape));
}

static void decide_confirm(struct act *act)
{
	decide_confirm_condition(act->facts, &act->problems);
}

static void apply_confirm(struct act *act, struct db_segment *segment)
{
	q_confirm_condition(segment, act->id, act->version);
	record(act, segment, NULL);
}

static const struct command confirm =
	COMMAND("confirm", OP_CONFIRM_CONDITION, decide_confirm, apply_confirm);

void op_confirm_condition(struct req *r)
{
	command_run(r, &confirm, req_id(r, 0), NULL);
}

static void decide_return(struct act *act)
{
	decide_return_condition(act->facts, &act->problems);
}

static void apply_return(struct act *act, struct db_segment *segment)
{
	q_return_condition(segment, act->id, act->version, reason_of(act));
	record(act, segment, reason_of(act));
}

static const struct command send_back =
	COMMAND("return", OP_RETURN_CONDITION, decide_return, apply_return);

void op_return_condition(struct req *r)
{
	command_run(r, &send_back, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_ask(struct act *act)
{
	decide_ask_condition_waiver(act->facts, &act->problems);
}

static void apply_ask(struct act *act, struct db_segment *segment)
{
	q_ask_condition_waiver(segment, act->id, act->version, reason_of(act));
	record(act, segment, reason_of(act));
}

static const struct command ask_waiver =
	COMMAND("ask-waiver", OP_ASK_CONDITION_WAIVER, decide_ask, apply_ask);

void op_ask_condition_waiver(struct req *r)
{
	command_run(r, &ask_waiver, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_waiver(struct act *act)
{
	decide_condition_waiver(act->facts, &act->problems);
}

static void apply_waiver(struct act *act, struct db_segment *segment)
{
	q_waive_condition(segment, act->id, act->version);
	record(act, segment, NULL);
}

static const struct command waive =
	COMMAND("waive", OP_WAIVE_CONDITION, decide_waiver, apply_waiver);

void op_waive_condition(struct req *r)
{
	command_run(r, &waive, req_id(r, 0), NULL);
}

static void apply_refusal(struct act *act, struct db_segment *segment)
{
	q_refuse_condition_waiver(segment, act->id, act->version);
	record(act, segment, reason_of(act));
}

static const struct command refuse_waiver =
	COMMAND("refuse-waiver", OP_REFUSE_CONDITION_WAIVER, decide_waiver, apply_refusal);

void op_refuse_condition_waiver(struct req *r)
{
	command_run(r, &refuse_waiver, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_condition_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&report,     &confirm, &send_back,
							 &ask_waiver, &waive,	&refuse_waiver};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
