/* A delivery is over, and what the aid to its firms came to is settled. */
#include <inttypes.h>

#include "api/copayments/commands.h"
#include "api/copayments/settlement.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field copayment_fields[] = {
	SHAPE_FIELD(struct settled_copayment, id, "id", I64),
	SHAPE_FIELD(struct settled_copayment, firm_id, "firmId", I64),
	SHAPE_FIELD(struct settled_copayment, programme_id, "programmeId", I64),
	SHAPE_FIELD(struct settled_copayment, stage, "stage", I64),
	SHAPE_FIELD(struct settled_copayment, share_ore, "shareOre", I64),
	SHAPE_FIELD(struct settled_copayment, service_ore, "serviceOre", I64),
	SHAPE_FIELD(struct settled_copayment, is_checked, "isChecked", BOOL),
	SHAPE_FIELD(struct settled_copayment, is_refused, "isRefused", BOOL),
	SHAPE_FIELD(struct settled_copayment, has_begun, "hasBegun", BOOL),
	SHAPE_FIELD(struct settled_copayment, is_settled, "isSettled", BOOL),
	SHAPE_FIELD(struct settled_copayment, settled_by, "settledBy", I64),
	SHAPE_FIELD(struct settled_copayment, confirmed_ore, "confirmedOre", I64),
	SHAPE_FIELD(struct settled_copayment, firm, "firm", TEXT),
};
static const struct shape copayment_shape = SHAPE(struct settled_copayment, copayment_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct settlement_facts, caller, "caller", &caller_shape),
	SHAPE_OBJECTS(struct settlement_facts, copayments, n, "copayments", &copayment_shape),
};
static const struct shape facts_shape = SHAPE(struct settlement_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct settlement_input, cost_ore, "deliveryCostOre", I64),
	SHAPE_LIST(struct settlement_input, ids, n, "copaymentIds", ID),
	SHAPE_FIELD(struct settlement_input, ids_json, "copaymentIds", RAW),
	SHAPE_OPTIONAL(struct settlement_input, is_again, "again", BOOL, has_again),
	SHAPE_OR_NULL(struct settlement_input, reason, "reason", TEXT),
};
static const struct shape input_shape = SHAPE(struct settlement_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct settlement_input *input = act->input;

	q_load_settlement(segment, input->ids_json);
}

static void decide(struct act *act)
{
	decide_settle_aid(act->facts, act->input, act->effects, &act->problems);
}

static bool keeps_reason(const struct settled_copayment *copayment, int64_t service_ore)
{
	return is_settlement_lowered(copayment, service_ore) ||
	       is_settlement_below_hours(copayment, service_ore);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct settlement_facts *facts = act->facts;
	const struct settlement_input *input = act->input;
	const struct settlement_effects *effects = act->effects;

	for (size_t i = 0; i < facts->n; i++) {
		const struct settled_copayment *copayment = &facts->copayments[i];
		const char *reason =
			keeps_reason(copayment, effects->service_ore[i]) ? input->reason : NULL;
		const char *detail =
			arena_printf(act->r->arena,
				     "{\"serviceValueOre\": %" PRId64 ", \"aidOre\": %" PRId64 "}",
				     effects->service_ore[i], effects->aid_ore[i]);

		q_settle_aid(segment, copayment->id, effects->service_ore[i], effects->aid_ore[i],
			     reason);
		act_record(act, segment,
			   &(struct act_event){"copayment", copayment->id, "copayment",
					       copayment->id, reason, detail, copayment->firm_id});
	}
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct settlement_input *input = act->input;
	struct req *r = act->r;

	q_reply_settlement(segment, r->key_operation, r->key, r->fingerprint, act->command->status,
			   input->ids_json);
}

static const struct command settle_aid = {
	.action = "settle-aid",
	.operation = OP_SETTLE_AID,
	.facts = &facts_shape,
	.effects_size = sizeof(struct settlement_effects),
	.status = 200,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

static void decide_one(struct act *act)
{
	decide_settle_one(act->facts, &act->problems);
}

/* The same of one co-payment, among what may be done with it: it is settled with others or alone,
 * by the command above. */
const struct command settle_copayment = {
	.action = "settle-aid",
	.operation = OP_SETTLE_AID,
	.facts = &copayment_facts_shape,
	.load = copayment_load,
	.decide = decide_one,
};

void op_settle_aid(struct req *r)
{
	command_run(r, &settle_aid, 0, req_input(r, &input_shape));
}
