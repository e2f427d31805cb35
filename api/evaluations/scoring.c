/* Assessors hand in their scores, and the caseworker consolidates them. */
#include "api/command/command.h"
#include "api/evaluations/commands.h"
#include "api/evaluations/evaluations.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field own_score_fields[] = {
	SHAPE_FIELD(struct scored_criterion, criterion_id, "criterionId", ID),
	SHAPE_FIELD(struct scored_criterion, score, "score", I64),
};
static const struct shape own_score_shape = SHAPE(struct scored_criterion, own_score_fields);

static const struct shape_field own_fields[] = {
	SHAPE_OBJECTS(struct scores_input, scores, n_scores, "scores", &own_score_shape),
	SHAPE_FIELD(struct scores_input, scores_json, "scores", RAW),
};
static const struct shape own_shape = SHAPE(struct scores_input, own_fields);

static void decide_handing_in(struct act *act)
{
	decide_hand_in(act->facts, act->input, act->effects, &act->problems);
}

static void apply_handing_in(struct act *act, struct db_segment *segment)
{
	const struct evaluation_facts *facts = act->facts;
	const struct scores_input *input = act->input;
	const struct scores_effects *effects = act->effects;

	q_save_scores(segment, act->id, input->scores_json, (int32_t)effects->total_bp);
	q_move_evaluation(segment, act->id, act->version,
			  state_with(facts, facts->caller.person_id, 0));
	evaluation_record(act, segment, NULL, NULL);
}

/* Without If-Match: what others do meanwhile is none of the assessor's business. */
const struct command hand_in_scores = {
	.action = "hand-in-scores",
	.operation = OP_HAND_IN_SCORES,
	.facts = &evaluation_facts_shape,
	.effects_size = sizeof(struct scores_effects),
	.status = 200,
	.load = evaluation_load,
	.decide = decide_handing_in,
	.apply = apply_handing_in,
	.reply = evaluation_reply,
};

void op_hand_in_scores(struct req *r)
{
	command_run(r, &hand_in_scores, req_id(r, 0), req_input(r, &own_shape));
}

static const struct shape_field score_fields[] = {
	SHAPE_FIELD(struct scored_criterion, criterion_id, "criterionId", ID),
	SHAPE_FIELD(struct scored_criterion, score, "score", I64),
	SHAPE_OR_NULL(struct scored_criterion, grounds, "grounds", TEXT),
};
static const struct shape score_shape = SHAPE(struct scored_criterion, score_fields);

static const struct shape_field fields[] = {
	SHAPE_OBJECTS(struct scores_input, scores, n_scores, "scores", &score_shape),
	SHAPE_FIELD(struct scores_input, scores_json, "scores", RAW),
	SHAPE_FIELD(struct scores_input, grounds, "grounds", TEXT),
};
static const struct shape consolidate_shape = SHAPE(struct scores_input, fields);

static void decide_consolidating(struct act *act)
{
	decide_consolidate(act->facts, act->input, act->effects, &act->problems);
}

static void apply_consolidating(struct act *act, struct db_segment *segment)
{
	const struct evaluation_facts *facts = act->facts;
	const struct scores_input *input = act->input;
	const struct scores_effects *effects = act->effects;

	q_insert_consolidation(segment, facts->consolidation_id, act->id, act->version,
			       input->scores_json, (int32_t)effects->total_bp,
			       effects->is_below_minimum, input->grounds);
	evaluation_record(act, segment, NULL, NULL);
}

const struct command consolidate_evaluation = {
	.action = "consolidate",
	.operation = OP_CONSOLIDATE_EVALUATION,
	.facts = &evaluation_facts_shape,
	.effects_size = sizeof(struct scores_effects),
	.status = 200,
	.load = evaluation_load,
	.decide = decide_consolidating,
	.apply = apply_consolidating,
	.reply = evaluation_reply,
};

void op_consolidate_evaluation(struct req *r)
{
	command_run(r, &consolidate_evaluation, req_id(r, 0), req_input(r, &consolidate_shape));
}
