/* Reading hearings of the party, and what becomes of one: answered, weighed, withdrawn. */
#include "api/command/reason.h"
#include "api/hearings/hearings.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct hearing_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct hearing_facts, today, "today", DATE),
	SHAPE_FIELD(struct hearing_facts, state, "state", TEXT),
	SHAPE_FIELD(struct hearing_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct hearing_facts, applicant_id, "applicantId", I64),
	SHAPE_OPTIONAL(struct hearing_facts, answer_by, "answerBy", DATE, has_answer_by),
	SHAPE_FIELD(struct hearing_facts, is_decided, "isDecided", BOOL),
};
static const struct shape facts_shape = SHAPE(struct hearing_facts, fields);

void op_list_hearings(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_hearings(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_get_hearing(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_hearing_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_hearing(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_hearing, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   int64_t concerns)
{
	const struct hearing_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "hearing", act->id,
				       reason, NULL, concerns});
}

#define HEARING_COMMAND(name, op, decide_fn, apply_fn)                                             \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &facts_shape, .status = 200,         \
		.load = load, .decide = (decide_fn), .apply = (apply_fn), .reply = reply           \
	}

struct statement_input {
	const char *text;
};

static const struct shape_field comment_fields[] = {
	SHAPE_FIELD(struct statement_input, text, "comment", TEXT),
};
static const struct shape comment_shape = SHAPE(struct statement_input, comment_fields);

static const struct shape_field weighing_fields[] = {
	SHAPE_FIELD(struct statement_input, text, "weighing", TEXT),
};
static const struct shape weighing_shape = SHAPE(struct statement_input, weighing_fields);

static const char *text_of(const struct act *act)
{
	const struct statement_input *input = act->input;

	return input->text;
}

static void decide_answering(struct act *act)
{
	decide_answer_hearing(act->facts, &act->problems);
}

static void apply_answering(struct act *act, struct db_segment *segment)
{
	const struct hearing_facts *facts = act->facts;

	q_answer_hearing(segment, act->id, act->version, text_of(act));
	record(act, segment, NULL, facts->applicant_id);
}

static const struct command answer =
	HEARING_COMMAND("answer", OP_ANSWER_HEARING, decide_answering, apply_answering);

void op_answer_hearing(struct req *r)
{
	command_run(r, &answer, req_id(r, 0), req_input(r, &comment_shape));
}

static void decide_weighing(struct act *act)
{
	decide_weigh_hearing(act->facts, &act->problems);
}

/* The county's own until it is decided. */
static void apply_weighing(struct act *act, struct db_segment *segment)
{
	q_weigh_hearing(segment, act->id, act->version, text_of(act));
	record(act, segment, NULL, 0);
}

static const struct command weigh =
	HEARING_COMMAND("weigh", OP_WEIGH_HEARING, decide_weighing, apply_weighing);

void op_weigh_hearing(struct req *r)
{
	command_run(r, &weigh, req_id(r, 0), req_input(r, &weighing_shape));
}

static void decide_withdrawing(struct act *act)
{
	decide_withdraw_hearing(act->facts, &act->problems);
}

static void apply_withdrawing(struct act *act, struct db_segment *segment)
{
	const struct hearing_facts *facts = act->facts;

	q_withdraw_hearing(segment, act->id, act->version);
	record(act, segment, reason_of(act), facts->applicant_id);
}

static const struct command withdraw =
	HEARING_COMMAND("withdraw", OP_WITHDRAW_HEARING, decide_withdrawing, apply_withdrawing);

void op_withdraw_hearing(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_hearing_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&answer, &weigh, &withdraw};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
