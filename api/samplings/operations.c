/* Reading samplings, and what is done with one: the county notes what it finds, opens it to the
 * hub, which answers what is to be followed up, asks again and closes. */
#include "api/samplings/samplings.h"

#include <inttypes.h>
#include <string.h>

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_sampling(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_sampling_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_samplings(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_samplings(segment, req_query_id(r, "programmeId"), req_query_id(r, "hubId"),
			 req_query(r, "state"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field case_fields[] = {
	SHAPE_FIELD(struct sampled_case, number, "number", I64),
	SHAPE_FIELD(struct sampled_case, has_finding, "hasFinding", BOOL),
	SHAPE_FIELD(struct sampled_case, has_follow_up, "hasFollowUp", BOOL),
	SHAPE_OPTIONAL(struct sampled_case, answered_by, "answeredBy", I64, is_answered),
	SHAPE_FIELD(struct sampled_case, is_closed, "isClosed", BOOL),
};
static const struct shape case_shape = SHAPE(struct sampled_case, case_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct sampling_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct sampling_facts, today, "today", DATE),
	SHAPE_FIELD(struct sampling_facts, id, "id", I64),
	SHAPE_FIELD(struct sampling_facts, state, "state", TEXT),
	SHAPE_FIELD(struct sampling_facts, hub_id, "hubId", I64),
	SHAPE_OBJECTS(struct sampling_facts, cases, n_cases, "cases", &case_shape),
};
static const struct shape facts_shape = SHAPE(struct sampling_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_sampling(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_sampling, NULL, act->id);
}

/* What is done with a sampling or a case of it. The hub is told, unless it does not see it yet. */
static void record(struct act *act, struct db_segment *segment, bool is_told, const char *detail)
{
	const struct sampling_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"sampling", act->id, "sampling", act->id, NULL, detail,
				       is_told ? facts->hub_id : 0});
}

static void record_case(struct act *act, struct db_segment *segment, int64_t number)
{
	const struct sampling_facts *facts = act->facts;

	record(act, segment, strcmp(facts->state, "open") == 0,
	       arena_printf(act->r->arena, "{\"case\":%" PRId64 "}", number));
}

static const struct shape_field finding_fields[] = {
	SHAPE_FIELD(struct finding_input, number, "case", I64),
	SHAPE_FIELD(struct finding_input, finding, "finding", TEXT),
	SHAPE_FIELD(struct finding_input, severity, "severity", TEXT),
	SHAPE_OR_NULL(struct finding_input, follow_up, "followUp", TEXT),
	SHAPE_OPTIONAL(struct finding_input, follow_up_by, "followUpBy", DATE, has_follow_up_by),
	SHAPE_OR_NULL(struct finding_input, reason, "reason", TEXT),
};
static const struct shape finding_shape = SHAPE(struct finding_input, finding_fields);

static void decide_noting(struct act *act)
{
	decide_note_finding(act->facts, act->input, &act->problems);
}

static void apply_noting(struct act *act, struct db_segment *segment)
{
	const struct finding_input *input = act->input;

	q_touch_sampling(segment, act->id, act->version);
	q_note_finding(segment, act->id, (int32_t)input->number, input->finding, input->severity,
		       input->follow_up,
		       input->has_follow_up_by ? date_text(act->r->arena, input->follow_up_by)
					       : NULL,
		       input->reason);
	record_case(act, segment, input->number);
}

static const struct command note_finding =
	COMMAND("note-finding", OP_NOTE_FINDING, decide_noting, apply_noting);

void op_note_finding(struct req *r)
{
	command_run(r, &note_finding, req_id(r, 0), req_input(r, &finding_shape));
}

static const struct shape_field answer_fields[] = {
	SHAPE_FIELD(struct answer_input, number, "case", I64),
	SHAPE_FIELD(struct answer_input, answer, "answer", TEXT),
	SHAPE_FIELD(struct answer_input, done_on, "doneOn", DATE),
};
static const struct shape answer_shape = SHAPE(struct answer_input, answer_fields);

static void decide_answering(struct act *act)
{
	decide_answer_finding(act->facts, act->input, &act->problems);
}

static void apply_answering(struct act *act, struct db_segment *segment)
{
	const struct answer_input *input = act->input;

	q_touch_sampling(segment, act->id, act->version);
	q_answer_finding(segment, act->id, (int32_t)input->number, input->answer,
			 date_text(act->r->arena, input->done_on));
	record_case(act, segment, input->number);
}

static const struct command answer_finding =
	COMMAND("answer-finding", OP_ANSWER_FINDING, decide_answering, apply_answering);

void op_answer_finding(struct req *r)
{
	command_run(r, &answer_finding, req_id(r, 0), req_input(r, &answer_shape));
}

static const struct shape_field ask_again_fields[] = {
	SHAPE_FIELD(struct ask_again_input, number, "case", I64),
	SHAPE_FIELD(struct ask_again_input, reason, "reason", TEXT),
	SHAPE_FIELD(struct ask_again_input, follow_up_by, "followUpBy", DATE),
};
static const struct shape ask_again_shape = SHAPE(struct ask_again_input, ask_again_fields);

static void decide_asking_again(struct act *act)
{
	decide_ask_again(act->facts, act->input, &act->problems);
}

static void apply_asking_again(struct act *act, struct db_segment *segment)
{
	const struct ask_again_input *input = act->input;

	q_touch_sampling(segment, act->id, act->version);
	q_settle_answer(segment, act->id, (int32_t)input->number, "returned", input->reason);
	q_ask_again(segment, act->id, (int32_t)input->number,
		    date_text(act->r->arena, input->follow_up_by), input->reason);
	record_case(act, segment, input->number);
}

static const struct command ask_again =
	COMMAND("ask-again", OP_ASK_AGAIN, decide_asking_again, apply_asking_again);

void op_ask_again(struct req *r)
{
	command_run(r, &ask_again, req_id(r, 0), req_input(r, &ask_again_shape));
}

static const struct shape_field close_case_fields[] = {
	SHAPE_FIELD(struct close_case_input, number, "case", I64),
	SHAPE_OR_NULL(struct close_case_input, followed, "followed", TEXT),
};
static const struct shape close_case_shape = SHAPE(struct close_case_input, close_case_fields);

static void decide_closing_case(struct act *act)
{
	decide_close_case(act->facts, act->input, &act->problems);
}

static void apply_closing_case(struct act *act, struct db_segment *segment)
{
	const struct close_case_input *input = act->input;

	q_touch_sampling(segment, act->id, act->version);
	if (sampling_case(act->facts, input->number)->is_answered)
		q_settle_answer(segment, act->id, (int32_t)input->number, "accepted", NULL);
	q_close_sampled_case(segment, act->id, (int32_t)input->number, input->followed);
	record_case(act, segment, input->number);
}

static const struct command close_case =
	COMMAND("close-case", OP_CLOSE_SAMPLED_CASE, decide_closing_case, apply_closing_case);

void op_close_sampled_case(struct req *r)
{
	command_run(r, &close_case, req_id(r, 0), req_input(r, &close_case_shape));
}

static void decide_opening(struct act *act)
{
	decide_open_sampling(act->facts, &act->problems);
}

static void apply_opening(struct act *act, struct db_segment *segment)
{
	q_move_sampling(segment, act->id, act->version, "open");
	q_ask_when_opened(segment, act->id);
	record(act, segment, true, NULL);
	q_tell_sampled(segment, act->id);
}

static const struct command open_sampling =
	COMMAND("open", OP_OPEN_SAMPLING, decide_opening, apply_opening);

void op_open_sampling(struct req *r)
{
	command_run(r, &open_sampling, req_id(r, 0), NULL);
}

static void decide_closing(struct act *act)
{
	decide_close_sampling(act->facts, &act->problems);
}

static void apply_closing(struct act *act, struct db_segment *segment)
{
	q_move_sampling(segment, act->id, act->version, "closed");
	record(act, segment, true, NULL);
}

static const struct command close_sampling =
	COMMAND("close", OP_CLOSE_SAMPLING, decide_closing, apply_closing);

void op_close_sampling(struct req *r)
{
	command_run(r, &close_sampling, req_id(r, 0), NULL);
}

void op_get_sampling_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&note_finding,
		&answer_finding,
		&ask_again,
		&close_case,
		&open_sampling,
		&close_sampling,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
