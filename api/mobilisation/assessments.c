/* Assessments of a firm: begun with an instrument, saved, finished or discarded. */
#include "api/mobilisation/assessments.h"

#include "api/command/reason.h"
#include "api/enrolments/facts.h"
#include "api/mobilisation/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_assessment(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_assessment_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_assessments(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_assessments(segment, req_id(r, 0), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field new_input_fields[] = {
	SHAPE_FIELD(struct new_assessment_input, phase, "phase", TEXT),
	SHAPE_FIELD(struct new_assessment_input, held_on, "heldOn", DATE),
	SHAPE_OR_NULL(struct new_assessment_input, session_id, "sessionId", TEXT),
};
static const struct shape new_input_shape = SHAPE(struct new_assessment_input, new_input_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_assessment_input *input = act->input;

	q_load_enrolment(segment, act->id, "assessments", input->content, false);
}

static void decide_new(struct act *act)
{
	decide_begin_assessment(act->facts, act->input, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct new_assessment_input *input = act->input;

	q_insert_assessment(segment, facts->new_id, act->id, input->content);
	act_record(act, segment,
		   &(struct act_event){"enrolment", act->id, "assessment", facts->new_id, NULL,
				       NULL, 0});
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;

	act_reply(act, segment, q_reply_assessment, "/v1/assessments", facts->new_id);
}

const struct command begin_assessment = {
	.action = "begin-assessment",
	.operation = OP_BEGIN_ASSESSMENT,
	.facts = &enrolment_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_begin_assessment(struct req *r)
{
	struct new_assessment_input *input = req_input(r, &new_input_shape);

	input->content = req_body_text(r);
	command_run(r, &begin_assessment, req_id(r, 0), input);
}

static const struct shape_field question_fields[] = {
	SHAPE_FIELD(struct question, id, "id", TEXT),
	SHAPE_FIELD(struct question, kind, "kind", TEXT),
	SHAPE_OR_NULL(struct question, written, "written", TEXT),
	SHAPE_LIST(struct question, options, n_options, "options", RAW),
};
static const struct shape question_shape = SHAPE(struct question, question_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct assessment_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct assessment_facts, today, "today", DATE),
	SHAPE_FIELD(struct assessment_facts, id, "id", I64),
	SHAPE_FIELD(struct assessment_facts, state, "state", TEXT),
	SHAPE_FIELD(struct assessment_facts, enrolment_id, "enrolmentId", I64),
	SHAPE_FIELD(struct assessment_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct assessment_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct assessment_facts, has_interviewer, "hasInterviewer", BOOL),
	SHAPE_FIELD(struct assessment_facts, is_handed_over, "isHandedOver", BOOL),
	SHAPE_FIELD(struct assessment_facts, phase, "phase", TEXT),
	SHAPE_OBJECT(struct assessment_facts, days, "days", &way_days_shape),
	SHAPE_FIELD(struct assessment_facts, held_on, "heldOn", DATE),
	SHAPE_OR_NULL(struct assessment_facts, session_id, "sessionId", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct assessment_facts, session, "session", &interview_made_shape,
			      has_session),
	SHAPE_FIELD(struct assessment_facts, n_answers, "nAnswers", I64),
	SHAPE_FIELD(struct assessment_facts, is_interview, "isInterview", BOOL),
	SHAPE_FIELD(struct assessment_facts, n_judged, "nJudged", I64),
	SHAPE_OBJECTS(struct assessment_facts, questions, n_questions, "questions",
		      &question_shape),
};
static const struct shape facts_shape = SHAPE(struct assessment_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_assessment(segment, act->id, NULL);
}

static void load_save(struct act *act, struct db_segment *segment)
{
	const struct assessment_input *input = act->input;

	q_load_assessment(segment, act->id, input == NULL ? NULL : input->content);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_assessment, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   int64_t concerns)
{
	const struct assessment_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"enrolment", facts->enrolment_id, "assessment", act->id,
				       reason, NULL, concerns});
}

static const struct shape_field answer_fields[] = {
	SHAPE_FIELD(struct answer, question, "question", TEXT),
	SHAPE_FIELD(struct answer, value, "answer", RAW),
	SHAPE_OR_NULL(struct answer, context, "context", TEXT),
};
static const struct shape answer_shape = SHAPE(struct answer, answer_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct assessment_input, held_on, "heldOn", DATE),
	SHAPE_OR_NULL(struct assessment_input, session_id, "sessionId", TEXT),
	SHAPE_OBJECTS(struct assessment_input, answers, n_answers, "answers", &answer_shape),
	SHAPE_OR_NULL(struct assessment_input, dimensions, "dimensions", RAW),
	SHAPE_OPTIONAL(struct assessment_input, digital_written, "digitalStrategyWritten", BOOL,
		       has_digital_written),
	SHAPE_OPTIONAL(struct assessment_input, green_written, "greenStrategyWritten", BOOL,
		       has_green_written),
};
static const struct shape input_shape = SHAPE(struct assessment_input, input_fields);

static void decide_save(struct act *act)
{
	decide_save_assessment(act->facts, act->input, &act->problems);
}

static void apply_save(struct act *act, struct db_segment *segment)
{
	const struct assessment_input *input = act->input;

	q_save_assessment(segment, act->id, act->version, input->content);
	record(act, segment, NULL, 0);
}

static const struct command save = {
	.action = "save",
	.operation = OP_SAVE_ASSESSMENT,
	.facts = &facts_shape,
	.status = 200,
	.load = load_save,
	.decide = decide_save,
	.apply = apply_save,
	.reply = reply,
};

void op_save_assessment(struct req *r)
{
	struct assessment_input *input = req_input(r, &input_shape);

	input->content = req_body_text(r);
	command_run(r, &save, req_id(r, 0), input);
}

static void decide_finish(struct act *act)
{
	decide_finish_assessment(act->facts, &act->problems);
}

/* Told to the firm, or, of what it answered alone, to its hub. */
static void apply_finish(struct act *act, struct db_segment *segment)
{
	const struct assessment_facts *facts = act->facts;

	q_finish_assessment(segment, act->id, act->version);
	record(act, segment, NULL, facts->has_interviewer ? facts->firm_id : facts->hub_id);
}

static const struct command finish =
	COMMAND("finish", OP_FINISH_ASSESSMENT, decide_finish, apply_finish);

void op_finish_assessment(struct req *r)
{
	command_run(r, &finish, req_id(r, 0), NULL);
}

static void decide_discard(struct act *act)
{
	decide_discard_assessment(act->facts, &act->problems);
}

static void apply_discard(struct act *act, struct db_segment *segment)
{
	q_discard_assessment(segment, act->id, act->version);
	record(act, segment, reason_of(act), 0);
}

static const struct command discard =
	COMMAND("discard", OP_DISCARD_ASSESSMENT, decide_discard, apply_discard);

void op_discard_assessment(struct req *r)
{
	command_run(r, &discard, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_assessment_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&save, &finish, &discard};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
