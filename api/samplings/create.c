/* The county draws a sampling of a hub's cases. */
#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/samplings/create.h"
#include "lib/db/segment.h"

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct new_sampling_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_sampling_facts, today, "today", DATE),
	SHAPE_FIELD(struct new_sampling_facts, id, "id", I64),
	SHAPE_FIELD(struct new_sampling_facts, seed, "seed", I64),
	SHAPE_FIELD(struct new_sampling_facts, has_programme, "hasProgramme", BOOL),
	SHAPE_OPTIONAL(struct new_sampling_facts, hub_id, "hubId", I64, has_hub),
	SHAPE_LIST(struct new_sampling_facts, population, n_population, "population", I64),
};
static const struct shape facts_shape = SHAPE(struct new_sampling_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct new_sampling_input, programme_id, "programmeId", ID),
	SHAPE_FIELD(struct new_sampling_input, hub_orgnr, "hubOrgnr", TEXT),
	SHAPE_FIELD(struct new_sampling_input, title, "title", TEXT),
	SHAPE_FIELD(struct new_sampling_input, criteria, "criteria", TEXT),
	SHAPE_FIELD(struct new_sampling_input, period_from, "periodFrom", DATE),
	SHAPE_FIELD(struct new_sampling_input, period_to, "periodTo", DATE),
	SHAPE_FIELD(struct new_sampling_input, from_text, "periodFrom", TEXT),
	SHAPE_FIELD(struct new_sampling_input, to_text, "periodTo", TEXT),
	SHAPE_OPTIONAL(struct new_sampling_input, size, "size", I64, has_size),
	SHAPE_OPTIONAL(struct new_sampling_input, share_bp, "shareBasisPoints", I64, has_share),
};
static const struct shape input_shape = SHAPE(struct new_sampling_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct new_sampling_input *input = act->input;

	q_load_new_sampling(segment, input->programme_id, input->hub_orgnr, input->from_text,
			    input->to_text);
}

static void decide(struct act *act)
{
	decide_draw_sampling(act->facts, act->input, act->effects, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_sampling_facts *facts = act->facts;
	const struct new_sampling_input *input = act->input;
	const struct new_sampling_effects *effects = act->effects;
	struct arena *arena = act->r->arena;

	q_insert_sampling(segment, facts->id, input->programme_id, facts->hub_id, input->title,
			  input->criteria, input->from_text, input->to_text,
			  db_arg_i64s(arena, facts->population, facts->n_population), facts->seed);
	q_insert_sampled_cases(segment, facts->id, facts->hub_id,
			       db_arg_i64s(arena, effects->drawn, effects->n_drawn));
	q_new_guard(segment, "sampling", facts->id);
	act_record(
		act, segment,
		&(struct act_event){"sampling", facts->id, "sampling", facts->id, NULL, NULL, 0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_sampling_facts *facts = act->facts;

	act_reply(act, segment, q_reply_sampling, "/v1/samplings", facts->id);
}

static const struct command draw_sampling = {
	.action = "draw",
	.operation = OP_DRAW_SAMPLING,
	.facts = &facts_shape,
	.effects_size = sizeof(struct new_sampling_effects),
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_draw_sampling(struct req *r)
{
	command_run(r, &draw_sampling, 0, req_input(r, &input_shape));
}
