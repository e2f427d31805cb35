/* A firm comes into a priced stage and owes its share, or leaves it before it begins. */
#include <inttypes.h>

#include "api/copayments/commands.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

static const struct shape_field price_fields[] = {
	SHAPE_FIELD(struct stage_price, cap_ore, "capOre", I64),
	SHAPE_OPTIONAL(struct stage_price, price_ore, "priceOre", I64, has_price),
	SHAPE_OPTIONAL(struct stage_price, service_ore, "serviceValueOre", I64, has_service),
	SHAPE_FIELD(struct stage_price, vat_mode, "vatMode", TEXT),
	SHAPE_OPTIONAL(struct stage_price, vat_bp, "vatBp", I64, has_vat),
	SHAPE_FIELD(struct stage_price, declaration_days, "declarationDays", I64),
};
const struct shape stage_price_shape = SHAPE(struct stage_price, price_fields);

static const struct shape_field declared_fields[] = {
	SHAPE_FIELD(struct declared_aid, granted_on, "grantedOn", DATE),
};
static const struct shape declared_shape = SHAPE(struct declared_aid, declared_fields);

static const struct shape_field declaration_fields[] = {
	SHAPE_FIELD(struct declaration, by, "by", TEXT),
	SHAPE_FIELD(struct declaration, on_day, "onDay", DATE),
	SHAPE_OBJECTS(struct declaration, received, n_received, "received", &declared_shape),
	SHAPE_FIELD(struct declaration, received_json, "received", RAW),
	SHAPE_OR_NULL(struct declaration, reason, "reason", TEXT),
};
const struct shape declaration_shape = SHAPE(struct declaration, declaration_fields);

static const struct shape_field input_fields[] = {
	SHAPE_OPTIONAL(struct new_copayment_input, amount_ore, "amountOre", I64, has_amount),
	SHAPE_OPTIONAL(struct new_copayment_input, service_ore, "serviceValueOre", I64,
		       has_service),
	SHAPE_OBJECT(struct new_copayment_input, declaration, "declaration", &declaration_shape),
};
const struct shape new_copayment_shape = SHAPE(struct new_copayment_input, input_fields);

void copayment_raise(struct act *act, struct db_segment *segment, int64_t id, int64_t enrolment_id,
		     int64_t firm_id, const struct new_copayment_input *input,
		     const struct new_copayment_effects *effects)
{
	struct arena *arena = act->r->arena;
	const struct declaration *declaration = &input->declaration;
	const char *detail =
		arena_printf(arena, "{\"amountOre\": %" PRId64 ", \"aidOre\": %" PRId64 "}",
			     effects->amount_ore, effects->aid_ore);

	q_insert_copayment(segment, id, enrolment_id, effects->amount_ore, effects->vat_ore,
			   effects->service_ore, effects->aid_ore, declaration->by,
			   date_text(arena, declaration->on_day), declaration->received_json,
			   declaration->reason);
	q_enter_copayment(segment, id, "raise", effects->amount_ore, NULL, NULL);
	q_new_guard(segment, "copayment", id);
	act_record(act, segment,
		   &(struct act_event){"copayment", id, "copayment", id, NULL, detail, firm_id});
}

void copayment_drop(struct act *act, struct db_segment *segment, int64_t id, int64_t version,
		    int64_t charged_ore, int64_t firm_id)
{
	const char *detail = arena_printf(
		act->r->arena, "{\"kind\": \"credit\", \"amountOre\": %" PRId64 "}", charged_ore);

	q_credit_copayment(segment, id, version, charged_ore);
	q_enter_copayment(segment, id, "credit", charged_ore, NULL, NULL);
	act_record(act, segment,
		   &(struct act_event){"copayment", id, "copayment", id, NULL, detail, firm_id});
}

void copayment_ask_drop(struct act *act, struct db_segment *segment, int64_t id, int64_t version,
			const char *reason, int64_t firm_id)
{
	q_touch_copayment(segment, id, version);
	q_ask_copayment_relief(segment, id, "credit", "dropped_out", reason, 0);
	act_record(act, segment,
		   &(struct act_event){"copayment", id, "copayment", id, reason,
				       "{\"cause\": \"dropped_out\"}", firm_id});
}
