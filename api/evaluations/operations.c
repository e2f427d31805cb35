/* Reading evaluations and ranks, and who assesses: begin, name, release. */
#include "api/evaluations/evaluations.h"

#include <inttypes.h>

#include "api/applications/applications.h"
#include "api/applications/commands.h"
#include "api/evaluations/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_evaluation(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_evaluation_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_evaluations(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_evaluations(segment, req_query_id(r, "applicationId"), req_query_id(r, "callId"),
			   req_query(r, "state"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_list_ranking(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_ranking(segment, req_id(r, 0), r->after, req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field requirement_fields[] = {
	SHAPE_FIELD(struct checked_requirement, criterion_id, "criterionId", ID),
	SHAPE_FIELD(struct checked_requirement, is_met, "isMet", BOOL),
	SHAPE_OR_NULL(struct checked_requirement, grounds, "grounds", TEXT),
};
static const struct shape requirement_shape = SHAPE(struct checked_requirement, requirement_fields);

static const struct shape_field new_fields[] = {
	SHAPE_OBJECTS(struct new_evaluation_input, requirements, n_requirements, "requirements",
		      &requirement_shape),
	SHAPE_FIELD(struct new_evaluation_input, requirements_json, "requirements", RAW),
	SHAPE_OR_NULL(struct new_evaluation_input, reason, "reason", TEXT),
};
static const struct shape new_shape = SHAPE(struct new_evaluation_input, new_fields);

static void decide_new(struct act *act)
{
	decide_begin_evaluation(act->facts, act->input, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	const struct new_evaluation_input *input = act->input;
	int64_t id = facts->decision.evaluation.next_id;

	q_void_evaluation(segment, act->id);
	q_insert_evaluation(segment, id, act->id, evaluation_state(input),
			    input->requirements_json);
	act_record(act, segment,
		   &(struct act_event){"application", act->id, "evaluation", id, input->reason,
				       NULL, 0});
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;

	act_reply(act, segment, q_reply_evaluation, "/v1/evaluations",
		  facts->decision.evaluation.next_id);
}

const struct command begin_evaluation = {
	.action = "begin-evaluation",
	.operation = OP_BEGIN_EVALUATION,
	.facts = &application_facts_shape,
	.status = 201,
	.load = application_load,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_begin_evaluation(struct req *r)
{
	command_run(r, &begin_evaluation, req_id(r, 0), req_input(r, &new_shape));
}

void evaluation_load(struct act *act, struct db_segment *segment)
{
	q_load_evaluation(segment, act->id, NULL);
}

void evaluation_reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_evaluation, NULL, act->id);
}

void evaluation_record(struct act *act, struct db_segment *segment, const char *reason,
		       const char *detail)
{
	const struct evaluation_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application.id, "evaluation", act->id,
				       reason, detail, 0});
}

static const struct shape_field name_fields[] = {
	SHAPE_FIELD(struct assessor_input, person_id, "personId", ID),
	SHAPE_OR_NULL(struct assessor_input, reason, "reason", TEXT),
};
static const struct shape assessor_input_shape = SHAPE(struct assessor_input, name_fields);

static void load_with_person(struct act *act, struct db_segment *segment)
{
	const struct assessor_input *input = act->input;

	q_load_evaluation(segment, act->id, input == NULL ? NULL : &input->person_id);
}

static void record_person(struct act *act, struct db_segment *segment, const char *reason)
{
	const struct assessor_input *input = act->input;

	evaluation_record(
		act, segment, reason,
		arena_printf(act->r->arena, "{\"personId\":\"%" PRId64 "\"}", input->person_id));
}

static void decide_naming(struct act *act)
{
	decide_name_assessor(act->facts, act->input, &act->problems);
}

static void apply_naming(struct act *act, struct db_segment *segment)
{
	const struct assessor_input *input = act->input;

	q_insert_assessor(segment, act->id, input->person_id);
	q_move_evaluation(segment, act->id, act->version, "scoring");
	record_person(act, segment, NULL);
}

static const struct command name_assessor = {
	.action = "name-assessor",
	.operation = OP_NAME_ASSESSOR,
	.facts = &evaluation_facts_shape,
	.status = 200,
	.load = load_with_person,
	.decide = decide_naming,
	.apply = apply_naming,
	.reply = evaluation_reply,
};

void op_name_assessor(struct req *r)
{
	command_run(r, &name_assessor, req_id(r, 0), req_input(r, &assessor_input_shape));
}

static void decide_releasing(struct act *act)
{
	decide_release_assessor(act->facts, act->input, &act->problems);
}

static void apply_releasing(struct act *act, struct db_segment *segment)
{
	const struct assessor_input *input = act->input;

	q_release_assessor(segment, act->id, input->person_id, input->reason);
	q_move_evaluation(segment, act->id, act->version,
			  state_with(act->facts, 0, input->person_id));
	record_person(act, segment, input->reason);
}

static const struct command release_assessor = {
	.action = "release-assessor",
	.operation = OP_RELEASE_ASSESSOR,
	.facts = &evaluation_facts_shape,
	.status = 200,
	.load = load_with_person,
	.decide = decide_releasing,
	.apply = apply_releasing,
	.reply = evaluation_reply,
};

void op_release_assessor(struct req *r)
{
	command_run(r, &release_assessor, req_id(r, 0), req_input(r, &assessor_input_shape));
}

void op_get_evaluation_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&name_assessor,
		&release_assessor,
		&hand_in_scores,
		&consolidate_evaluation,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
