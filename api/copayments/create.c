/* A firm comes into a priced stage and owes its share. */
#include <inttypes.h>

#include "api/copayments/commands.h"
#include "api/copayments/copayments.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct new_copayment_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_copayment_facts, today, "today", DATE),
	SHAPE_FIELD(struct new_copayment_facts, id, "id", I64),
	SHAPE_FIELD(struct new_copayment_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct new_copayment_facts, state, "state", TEXT),
	SHAPE_FIELD(struct new_copayment_facts, stage, "stage", I64),
	SHAPE_FIELD(struct new_copayment_facts, cap_ore, "capOre", I64),
	SHAPE_OPTIONAL(struct new_copayment_facts, price_ore, "priceOre", I64, has_price),
	SHAPE_OPTIONAL(struct new_copayment_facts, service_ore, "serviceValueOre", I64,
		       has_service),
	SHAPE_FIELD(struct new_copayment_facts, vat_mode, "vatMode", TEXT),
	SHAPE_FIELD(struct new_copayment_facts, is_raised, "isRaised", BOOL),
	SHAPE_OPTIONAL(struct new_copayment_facts, vat_bp, "vatBp", I64, has_vat),
};
static const struct shape facts_shape = SHAPE(struct new_copayment_facts, facts_fields);

static const struct shape_field declaration_fields[] = {
	SHAPE_FIELD(struct declaration, by, "by", TEXT),
	SHAPE_FIELD(struct declaration, on_day, "onDay", DATE),
	SHAPE_FIELD(struct declaration, received_json, "received", RAW),
};
static const struct shape declaration_shape = SHAPE(struct declaration, declaration_fields);

static const struct shape_field input_fields[] = {
	SHAPE_OPTIONAL(struct new_copayment_input, amount_ore, "amountOre", I64, has_amount),
	SHAPE_OPTIONAL(struct new_copayment_input, service_ore, "serviceValueOre", I64,
		       has_service),
	SHAPE_OBJECT(struct new_copayment_input, declaration, "declaration", &declaration_shape),
};
static const struct shape input_shape = SHAPE(struct new_copayment_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_new_copayment(segment, act->id, act->input != NULL);
}

static void decide(struct act *act)
{
	decide_raise_copayment(act->facts, act->input, act->effects, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_copayment_facts *facts = act->facts;
	const struct new_copayment_input *input = act->input;
	const struct new_copayment_effects *effects = act->effects;

	q_insert_copayment(segment, facts->id, act->id, (int32_t)facts->stage, effects->amount_ore,
			   facts->vat_mode, effects->vat_ore, effects->service_ore,
			   effects->aid_ore, input->declaration.by,
			   date_text(act->r->arena, input->declaration.on_day),
			   input->declaration.received_json);
	q_enter_copayment(segment, facts->id, "raise", effects->amount_ore, NULL, NULL);
	q_new_guard(segment, "copayment", facts->id);
	act_record(act, segment,
		   &(struct act_event){"copayment", facts->id, "copayment", facts->id, NULL,
				       arena_printf(act->r->arena,
						    "{\"amountOre\": %" PRId64
						    ", \"aidOre\": %" PRId64 "}",
						    effects->amount_ore, effects->aid_ore),
				       facts->firm_id});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_copayment_facts *facts = act->facts;

	act_reply(act, segment, q_reply_copayment, "/v1/copayments", facts->id);
}

const struct command raise_copayment = {
	.action = "raise",
	.operation = OP_RAISE_COPAYMENT,
	.facts = &facts_shape,
	.effects_size = sizeof(struct new_copayment_effects),
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_raise_copayment(struct req *r)
{
	command_run(r, &raise_copayment, req_id(r, 0), req_input(r, &input_shape));
}
