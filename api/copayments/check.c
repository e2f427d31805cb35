/* The aid of several co-payments is checked at once. */
#include "api/command/results.h"
#include "api/copayments/checks.h"
#include "api/copayments/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field copayment_fields[] = {
	SHAPE_OBJECT(struct checked_copayment, facts, "facts", &copayment_facts_shape),
	SHAPE_FIELD(struct checked_copayment, version, "version", I64),
	SHAPE_OPTIONAL(struct checked_copayment, how, "standsBack", TEXT, stands_back),
};
static const struct shape copayment_shape = SHAPE(struct checked_copayment, copayment_fields);

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct checks_facts, caller, "caller", &caller_shape),
	SHAPE_OBJECTS(struct checks_facts, copayments, n, "copayments", &copayment_shape),
};
static const struct shape facts_shape = SHAPE(struct checks_facts, fact_fields);

static const struct shape_field input_fields[] = {
	SHAPE_LIST(struct checks_input, ids, n, "copaymentIds", ID),
	SHAPE_FIELD(struct checks_input, ids_json, "copaymentIds", RAW),
	SHAPE_FIELD(struct checks_input, reason, "reason", TEXT),
};
static const struct shape input_shape = SHAPE(struct checks_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct checks_input *input = act->input;

	q_load_aid_check(segment, input->ids_json);
}

static void decide(struct act *act)
{
	const struct checks_input *input = act->input;
	struct results *results = act->effects;

	results_init(results, input->n, act->r->arena);
	decide_checks(act->facts, input, results->each);
	results_settle(results, act->r->dry_run, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct checks_input *input = act->input;
	const struct results *results = act->effects;

	for (size_t i = 0; i < input->n; i++) {
		const struct checked_copayment *copayment = checks_find(act->facts, input, i);

		if (!problems_any(&results->each[i]))
			copayment_check_aid(act, segment, &copayment->facts, copayment->version,
					    input->reason);
	}
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct checks_input *input = act->input;
	struct req *r = act->r;
	const char *each = results_write(act->effects, "copaymentId", input->ids, r);

	q_reply_results(segment, r->key_operation, r->key, r->fingerprint, act->command->status,
			arena_printf(r->arena, "{\"results\":%s}", each));
}

static const struct command check_aid = {
	.action = "check-aid",
	.operation = OP_CHECK_AID,
	.facts = &facts_shape,
	.effects_size = sizeof(struct results),
	.status = 200,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_check_aid(struct req *r)
{
	command_run(r, &check_aid, 0, req_input(r, &input_shape));
}
