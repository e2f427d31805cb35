/* Progress reports: read, expected by a caseworker or withdrawn, submitted by the hub, returned or
 * approved. */
#include "api/progress/progress.h"

#include "api/command/command.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"

void op_get_progress_report(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_progress_report_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_progress_reports(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_progress_reports(segment, req_query(r, "state"), req_query(r, "overdue"),
				req_query_id(r, "applicationId"),
				req_query_id(r, "programmeId"), req_query_id(r, "hubId"),
				req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_report_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_report_facts, today, "today", DATE),
	SHAPE_FIELD(struct new_report_facts, id, "id", I64),
	SHAPE_FIELD(struct new_report_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct new_report_facts, application_state, "applicationState", TEXT),
	SHAPE_FIELD(struct new_report_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct new_report_facts, applicant_kind, "applicantKind", TEXT),
	SHAPE_OPTIONAL(struct new_report_facts, starts_on, "startsOn", DATE, has_start),
	SHAPE_OPTIONAL(struct new_report_facts, ends_on, "endsOn", DATE, has_end),
	SHAPE_FIELD(struct new_report_facts, is_expected, "isExpected", BOOL),
};
static const struct shape new_facts_shape = SHAPE(struct new_report_facts, new_facts_fields);

static const struct shape_field new_fields[] = {
	SHAPE_FIELD(struct new_report_input, application_id, "applicationId", ID),
	SHAPE_FIELD(struct new_report_input, period_from, "periodFrom", DATE),
	SHAPE_FIELD(struct new_report_input, period_to, "periodTo", DATE),
	SHAPE_FIELD(struct new_report_input, due_on, "dueOn", DATE),
	SHAPE_FIELD(struct new_report_input, due_text, "dueOn", TEXT),
};
static const struct shape new_shape = SHAPE(struct new_report_input, new_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_report_input *input = act->input;

	q_load_new_report(segment, input->application_id, input->due_text);
}

static void decide_expecting(struct act *act)
{
	decide_expect_report(act->facts, act->input, &act->problems);
}


static void apply_expecting(struct act *act, struct db_segment *segment)
{
	const struct new_report_facts *facts = act->facts;
	const struct new_report_input *input = act->input;

	q_insert_report(segment, facts->id, facts->application_id,
			date_text(act->r->arena, input->period_from),
			date_text(act->r->arena, input->period_to), input->due_text);
	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "progress_report",
				       facts->id, NULL, NULL, facts->applicant_id});
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_report_facts *facts = act->facts;

	act_reply(act, segment, q_reply_progress_report, "/v1/progress-reports", facts->id);
}

static const struct command expect = {
	.action = "expect",
	.operation = OP_EXPECT_PROGRESS_REPORT,
	.facts = &new_facts_shape,
	.status = 201,
	.made_in = "applicationId",
	.load = load_new,
	.decide = decide_expecting,
	.apply = apply_expecting,
	.reply = reply_new,
};

void op_expect_progress_report(struct req *r)
{
	command_run(r, &expect, 0, req_input(r, &new_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct report_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct report_facts, today, "today", DATE),
	SHAPE_FIELD(struct report_facts, id, "id", I64),
	SHAPE_FIELD(struct report_facts, state, "state", TEXT),
	SHAPE_FIELD(struct report_facts, period_to, "periodTo", DATE),
	SHAPE_FIELD(struct report_facts, first_due_on, "firstDueOn", DATE),
	SHAPE_FIELD(struct report_facts, due_on, "dueOn", DATE),
	SHAPE_OPTIONAL(struct report_facts, earlier_due_on, "earlierDueOn", DATE, has_earlier),
	SHAPE_FIELD(struct report_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct report_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct report_facts, submitted_by, "submittedBy", I64),
};
static const struct shape facts_shape = SHAPE(struct report_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_report(segment, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail)
{
	const struct report_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "progress_report",
				       act->id, reason, detail, facts->hub_id});
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_progress_report, NULL, act->id);
}

static void decide_withdrawing(struct act *act)
{
	decide_withdraw_report(act->facts, &act->problems);
}

static void apply_withdrawing(struct act *act, struct db_segment *segment)
{
	q_withdraw_report(segment, act->id, act->version, reason_of(act));
	record(act, segment, reason_of(act), NULL);
}

static const struct command withdraw =
	COMMAND("withdraw", OP_WITHDRAW_PROGRESS_REPORT, decide_withdrawing, apply_withdrawing);

void op_withdraw_progress_report(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_submitting(struct act *act)
{
	decide_submit_report(act->facts, &act->problems);
}

static void apply_submitting(struct act *act, struct db_segment *segment)
{
	q_submit_report(segment, act->id, act->version, act->input);
	record(act, segment, NULL, NULL);
}

static const struct command submit =
	COMMAND("submit", OP_SUBMIT_PROGRESS_REPORT, decide_submitting, apply_submitting);

/* Kept as it was sent. */
void op_submit_progress_report(struct req *r)
{
	command_run(r, &submit, req_id(r, 0), req_body_text(r));
}

static const struct shape_field return_fields[] = {
	SHAPE_FIELD(struct return_report_input, reason, "reason", TEXT),
	SHAPE_OPTIONAL(struct return_report_input, due_on, "dueOn", DATE, has_due),
};
static const struct shape return_shape = SHAPE(struct return_report_input, return_fields);

static void decide_returning(struct act *act)
{
	decide_return_report(act->facts, act->input, &act->problems);
}

/* Its events tell by when it was due before, and is then. */
static void apply_returning(struct act *act, struct db_segment *segment)
{
	const struct report_facts *facts = act->facts;
	const struct return_report_input *input = act->input;
	struct arena *arena = act->r->arena;
	const char *due_on = date_text(arena, report_due_again(facts, input));

	q_return_report(segment, act->id, act->version, input->reason, due_on);
	record(act, segment, input->reason,
	       arena_printf(arena, "{\"wasDueOn\":\"%s\",\"dueOn\":\"%s\"}",
			    date_text(arena, facts->due_on), due_on));
}

static const struct command give_back =
	COMMAND("return", OP_RETURN_PROGRESS_REPORT, decide_returning, apply_returning);

void op_return_progress_report(struct req *r)
{
	command_run(r, &give_back, req_id(r, 0), req_input(r, &return_shape));
}

static void decide_approving(struct act *act)
{
	decide_approve_report(act->facts, &act->problems);
}

static void apply_approving(struct act *act, struct db_segment *segment)
{
	q_approve_report(segment, act->id, act->version);
	record(act, segment, NULL, NULL);
}

static const struct command approve =
	COMMAND("approve", OP_APPROVE_PROGRESS_REPORT, decide_approving, apply_approving);

void op_approve_progress_report(struct req *r)
{
	command_run(r, &approve, req_id(r, 0), NULL);
}

void op_get_progress_report_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&submit, &give_back, &approve, &withdraw};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
