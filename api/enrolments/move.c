#include "api/enrolments/move.h"

#include <inttypes.h>

#include "api/command/command.h"
#include "api/command/results.h"
#include "api/copayments/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/arena.h"
#include "lib/db/segment.h"

static const struct shape_field share_fields[] = {
	SHAPE_FIELD(struct held_share, state, "state", TEXT),
	SHAPE_FIELD(struct held_share, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct held_share, service_ore, "serviceValueOre", I64),
};
static const struct shape share_shape = SHAPE(struct held_share, share_fields);

static const struct shape_field moved_fields[] = {
	SHAPE_FIELD(struct moved_facts, id, "id", I64),
	SHAPE_FIELD(struct moved_facts, state, "state", TEXT),
	SHAPE_OPTIONAL(struct moved_facts, stage, "stage", I64, has_stage),
	SHAPE_FIELD(struct moved_facts, programme_version, "programmeVersion", I64),
	SHAPE_FIELD(struct moved_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct moved_facts, owes, "owes", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct moved_facts, share, "share", &share_shape, has_share),
	SHAPE_OPTIONAL_OBJECT(struct moved_facts, price, "price", &stage_price_shape, has_price),
	SHAPE_OBJECTS(struct moved_facts, gates, n_gates, "gates", &gate_shape),
	SHAPE_OBJECTS(struct moved_facts, waivers, n_waivers, "waivers", &waiver_shape),
	SHAPE_OPTIONAL_OBJECT(struct moved_facts, way, "way", &way_shape, has_way),
};
static const struct shape moved_shape = SHAPE(struct moved_facts, moved_fields);

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct move_facts, caller, "caller", &caller_shape),
	SHAPE_LIST(struct move_facts, stages, n_stages, "stages", I64),
	SHAPE_OBJECTS(struct move_facts, enrolments, n_enrolments, "enrolments", &moved_shape),
};
static const struct shape facts_shape = SHAPE(struct move_facts, fact_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct move_input, programme_id, "programmeId", ID),
	SHAPE_FIELD(struct move_input, to_version, "toVersion", I64),
	SHAPE_LIST(struct move_input, enrolments, n_enrolments, "enrolmentIds", ID),
	SHAPE_FIELD(struct move_input, reason, "reason", TEXT),
};
static const struct shape input_shape = SHAPE(struct move_input, input_fields);

/* For each of the input what stands in its way, and will. */
struct move_effects {
	struct problems *refusals;
	struct problems *warnings;
};

static void load(struct act *act, struct db_segment *segment)
{
	const struct move_input *input = act->input;

	q_load_move(segment, input->programme_id, input->to_version,
		    db_arg_i64s(act->r->arena, input->enrolments, input->n_enrolments));
}

/* Tried dry, a firm that cannot be moved stands in the way. */
static void add_refusals(struct act *act, size_t i, const struct problems *refusals)
{
	for (size_t j = 0; j < refusals->n; j++) {
		const struct problem *problem = &refusals->list[j];

		problems_at(&act->problems, problem->code, problem->args[0], problem->args[1],
			    "#/enrolmentIds/%zu", i);
	}
}

static void decide(struct act *act)
{
	const struct move_input *input = act->input;
	struct move_effects *effects = act->effects;

	decide_move(act->facts, &act->problems);
	if (problems_any(&act->problems))
		return;
	effects->refusals =
		arena_alloc(act->r->arena, input->n_enrolments * sizeof(*effects->refusals));
	effects->warnings =
		arena_alloc(act->r->arena, input->n_enrolments * sizeof(*effects->warnings));
	for (size_t i = 0; i < input->n_enrolments; i++) {
		problems_init(&effects->refusals[i], act->r->arena);
		problems_init(&effects->warnings[i], act->r->arena);
		decide_move_one(act->facts, input, i, &effects->refusals[i]);
		if (!problems_any(&effects->refusals[i]))
			warn_of_move(move_find(act->facts, input, i), &effects->warnings[i]);
		if (act->r->dry_run)
			add_refusals(act, i, &effects->refusals[i]);
	}
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct move_input *input = act->input;
	const struct move_effects *effects = act->effects;
	const char *detail =
		arena_printf(act->r->arena, "{\"toVersion\": %" PRId64 "}", input->to_version);

	for (size_t i = 0; i < input->n_enrolments; i++) {
		const struct moved_facts *firm = move_find(act->facts, input, i);

		if (problems_any(&effects->refusals[i]))
			continue;
		q_move_enrolment(segment, firm->id, (int32_t)input->to_version, input->reason);
		act_record(act, segment,
			   &(struct act_event){"enrolment", firm->id, "enrolment", firm->id,
					       input->reason, detail, firm->hub_id});
	}
}

static const char *results_text(struct act *act)
{
	const struct move_input *input = act->input;
	const struct move_effects *effects = act->effects;
	struct buf out;

	buf_init(&out, RESULTS_BYTES_MAX);
	buf_adds(&out, "{\"results\":[");
	for (size_t i = 0; i < input->n_enrolments; i++) {
		const struct problems *refusals = &effects->refusals[i];

		buf_addf(&out, "%s{\"enrolmentId\":\"%" PRId64 "\",\"moved\":%s,\"errors\":",
			 i == 0 ? "" : ",", input->enrolments[i],
			 problems_any(refusals) ? "false" : "true");
		problems_write_list(refusals, act->r->language, &out);
		buf_adds(&out, ",\"warnings\":");
		problems_write_list(&effects->warnings[i], act->r->language, &out);
		buf_addc(&out, '}');
	}
	buf_adds(&out, "]}");
	return req_keep(act->r, &out, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	struct req *r = act->r;

	q_reply_results(segment, r->key_operation, r->key, r->fingerprint, act->command->status,
			results_text(act));
}

static const struct command move = {
	.action = "move",
	.operation = OP_MOVE_ENROLMENTS,
	.facts = &facts_shape,
	.effects_size = sizeof(struct move_effects),
	.status = 200,
	.made_in = "programmeId",
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_move_enrolments(struct req *r)
{
	command_run(r, &move, 0, req_input(r, &input_shape));
}
