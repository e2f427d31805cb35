/* How a firm comes into a stage: it is recommended one, and gets a place in it or waits. */
#include <inttypes.h>

#include "api/copayments/commands.h"
#include "api/enrolments/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field recommend_fields[] = {
	SHAPE_OPTIONAL(struct recommend_stage_input, stage, "stage", I64, has_stage),
	SHAPE_FIELD(struct recommend_stage_input, grounds, "grounds", TEXT),
	SHAPE_FIELD(struct recommend_stage_input, digitally_ready, "digitallyReady", BOOL),
};
static const struct shape recommend_shape = SHAPE(struct recommend_stage_input, recommend_fields);

static const char *stage_detail(const struct act *act, int64_t stage)
{
	return arena_printf(act->r->arena, "{\"stage\": %" PRId64 "}", stage);
}

static void decide_recommend(struct act *act)
{
	decide_recommend_stage(act->facts, act->input, &act->problems);
}

static void apply_recommend(struct act *act, struct db_segment *segment)
{
	const struct recommend_stage_input *input = act->input;

	q_recommend_stage(segment, act->id, act->version, input->has_stage ? &input->stage : NULL,
			  input->grounds, input->digitally_ready);
	enrolment_record(act, segment, input->grounds,
			 input->has_stage ? stage_detail(act, input->stage) : NULL);
}

static void warn(struct act *act, struct problems *warnings)
{
	warn_of_stages(act->facts, warnings);
}

/* Who recommends a stage is warned of what a place in it would meet. */
static void load_recommending(struct act *act, struct db_segment *segment)
{
	q_load_enrolment(segment, act->id, NULL, NULL, true);
}

const struct command recommend_stage = {
	.action = "recommend-stage",
	.operation = OP_RECOMMEND_STAGE,
	.facts = &enrolment_facts_shape,
	.effects_size = sizeof(struct enrol_effects),
	.status = 200,
	.load = load_recommending,
	.decide = decide_recommend,
	.apply = apply_recommend,
	.reply = enrolment_reply,
	.warn = warn,
};

void op_recommend_stage(struct req *r)
{
	command_run(r, &recommend_stage, req_id(r, 0), req_input(r, &recommend_shape));
}

/* With the id of the co-payment that a place may raise. */
static void load_placing(struct act *act, struct db_segment *segment)
{
	q_load_enrolment(segment, act->id, "copayments", NULL, true);
}

static void load_enrolling(struct act *act, struct db_segment *segment)
{
	q_load_placed(segment, act->id, "copayments", true);
}

static const char *place_detail(const struct act *act, int64_t stage, int64_t n_passed)
{
	if (n_passed == 0)
		return stage_detail(act, stage);
	return arena_printf(act->r->arena,
			    "{\"stage\": %" PRId64 ", \"passedOver\": %" PRId64 "}", stage,
			    n_passed);
}

/* What follows from having a place in a stage. */
static void take_up(struct act *act, struct db_segment *segment, int64_t stage, const char *reason,
		    const struct new_copayment_input *copayment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct enrol_effects *effects = act->effects;

	enrolment_record(act, segment, reason, place_detail(act, stage, effects->n_passed));
	if (effects->copayment.is_raised)
		copayment_raise(act, segment, facts->new_id, act->id, facts->firm_id, copayment,
				&effects->copayment);
}

static const struct shape_field enrol_fields[] = {
	SHAPE_FIELD(struct enrol_input, stage, "stage", I64),
	SHAPE_OPTIONAL(struct enrol_input, wait_if_full, "waitIfFull", BOOL, has_wait),
	SHAPE_OPTIONAL_OBJECT(struct enrol_input, copayment, "copayment", &new_copayment_shape,
			      has_copayment),
};
static const struct shape enrol_shape = SHAPE(struct enrol_input, enrol_fields);

static void decide_enrolling(struct act *act)
{
	decide_enrol(act->facts, act->input, act->effects, &act->problems);
}

static void apply_enrolling(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct enrol_input *input = act->input;
	const struct enrol_effects *effects = act->effects;

	q_enrol_firm(segment, act->id, act->version, effects->waits ? "waiting" : "enrolled",
		     (int32_t)input->stage);
	if (effects->credits)
		copayment_drop(act, segment, facts->share.id, facts->share.version,
			       facts->share.charged_ore, facts->firm_id);
	if (!effects->waits)
		take_up(act, segment, input->stage, NULL, &input->copayment);
	else
		enrolment_record(act, segment, NULL,
				 arena_printf(act->r->arena,
					      "{\"stage\": %" PRId64 ", \"waits\": true}",
					      input->stage));
}

const struct command enrol_firm = ENROLMENT_COMMAND("enrol", OP_ENROL_FIRM, load_enrolling,
						    decide_enrolling, apply_enrolling);

void op_enrol_firm(struct req *r)
{
	command_run(r, &enrol_firm, req_id(r, 0), req_input(r, &enrol_shape));
}

static const struct shape_field take_place_fields[] = {
	SHAPE_OR_NULL(struct take_place_input, reason, "reason", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct take_place_input, copayment, "copayment", &new_copayment_shape,
			      has_copayment),
};
static const struct shape take_place_shape = SHAPE(struct take_place_input, take_place_fields);

static void decide_place(struct act *act)
{
	decide_take_place(act->facts, act->input, act->effects, &act->problems);
}

static void apply_place(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct take_place_input *input = act->input;

	q_take_place(segment, act->id, act->version, input->reason);
	take_up(act, segment, facts->stage, input->reason, &input->copayment);
}

const struct command take_place =
	ENROLMENT_COMMAND("take-place", OP_TAKE_PLACE, load_placing, decide_place, apply_place);

void op_take_place(struct req *r)
{
	command_run(r, &take_place, req_id(r, 0), req_input(r, &take_place_shape));
}
