/* The recipient of a grant claims. */
#include <inttypes.h>
#include <string.h>

#include "api/claims/claims.h"
#include "api/claims/commands.h"
#include "api/grants/split.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

static const struct shape_field group_fields[] = {
	SHAPE_FIELD(struct grant_group, cost_group, "costGroup", TEXT),
	SHAPE_FIELD(struct grant_group, earmarked, "earmarked", BOOL),
	SHAPE_FIELD(struct grant_group, budget_ore, "budgetOre", I64),
	SHAPE_FIELD(struct grant_group, name, "name", TEXT),
};
static const struct shape group_shape = SHAPE(struct grant_group, group_fields);

static const struct shape_field group_cost_fields[] = {
	SHAPE_FIELD(struct group_cost, cost_group, "costGroup", TEXT),
	SHAPE_FIELD(struct group_cost, amount_ore, "amountOre", I64),
};
static const struct shape group_cost_shape = SHAPE(struct group_cost, group_cost_fields);

static const struct shape_field earlier_fields[] = {
	SHAPE_FIELD(struct covered_claim, amount_ore, "amountOre", I64),
	SHAPE_OBJECTS(struct covered_claim, costs, n_costs, "costs", &group_cost_shape),
};
static const struct shape earlier_shape = SHAPE(struct covered_claim, earlier_fields);

static const struct shape_field invoice_fields[] = {
	SHAPE_FIELD(struct partner_invoice, line, "line", I64),
	SHAPE_FIELD(struct partner_invoice, net_ore, "netOre", I64),
	SHAPE_FIELD(struct partner_invoice, gross_ore, "grossOre", I64),
	SHAPE_FIELD(struct partner_invoice, is_of_track, "isOfTrack", BOOL),
	SHAPE_OR_NULL(struct partner_invoice, other_stages, "otherStages", TEXT),
};
static const struct shape invoice_shape = SHAPE(struct partner_invoice, invoice_fields);

static const struct shape_field partner_fields[] = {
	SHAPE_FIELD(struct partner_budget, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct partner_budget, name, "name", TEXT),
	SHAPE_FIELD(struct partner_budget, left_ore, "leftOre", I64),
};
static const struct shape partner_shape = SHAPE(struct partner_budget, partner_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct new_claim_facts, grant, "grant", &grant_facts_shape),
	SHAPE_OBJECTS(struct new_claim_facts, granted.list, granted.n, "granted", &hand_shape),
	SHAPE_OBJECTS(struct new_claim_facts, unmet.list, unmet.n, "unmet",
		      &unmet_condition_shape),
	SHAPE_FIELD(struct new_claim_facts, id, "id", I64),
	SHAPE_FIELD(struct new_claim_facts, application_state, "applicationState", TEXT),
	SHAPE_OPTIONAL(struct new_claim_facts, starts_on, "startsOn", DATE, has_start),
	SHAPE_OPTIONAL(struct new_claim_facts, ends_on, "endsOn", DATE, has_end),
	SHAPE_OPTIONAL(struct new_claim_facts, claim_by, "claimBy", DATE, has_claim_by),
	SHAPE_FIELD(struct new_claim_facts, money.amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct new_claim_facts, money.budget_ore, "budgetOre", I64),
	SHAPE_OBJECTS(struct new_claim_facts, money.groups, money.n_groups, "groups", &group_shape),
	SHAPE_FIELD(struct new_claim_facts, remaining_ore, "remainingOre", I64),
	SHAPE_LIST(struct new_claim_facts, parts_ore, n_parts, "parts", I64),
	SHAPE_FIELD(struct new_claim_facts, firms_pay_ore, "firmsPayOre", I64),
	SHAPE_OPTIONAL(struct new_claim_facts, final_number, "finalNumber", I64, has_final),
	SHAPE_OBJECTS(struct new_claim_facts, earlier, n_earlier, "earlier", &earlier_shape),
	SHAPE_LIST(struct new_claim_facts, invoices_used, n_invoices_used, "invoicesUsed", I64),
	SHAPE_LIST(struct new_claim_facts, not_entered, n_not_entered, "notEntered", I64),
	SHAPE_LIST(struct new_claim_facts, credited, n_credited, "credited", I64),
	SHAPE_OBJECTS(struct new_claim_facts, partner_invoices, n_partner_invoices,
		      "partnerInvoices", &invoice_shape),
	SHAPE_OBJECTS(struct new_claim_facts, partners, n_partners, "partners", &partner_shape),
};
static const struct shape facts_shape = SHAPE(struct new_claim_facts, facts_fields);

static const struct shape_field cost_fields[] = {
	SHAPE_FIELD(struct evidenced_cost, cost.cost_group, "costGroup", TEXT),
	SHAPE_FIELD(struct evidenced_cost, cost.amount_ore, "amountOre", I64),
	SHAPE_OR_NULL(struct evidenced_cost, supplier_orgnr, "supplierOrgnr", TEXT),
	SHAPE_OR_NULL(struct evidenced_cost, invoice_number, "invoiceNumber", TEXT),
	SHAPE_OR_NULL(struct evidenced_cost, partner, "partnerOrgnr", TEXT),
};
static const struct shape cost_shape = SHAPE(struct evidenced_cost, cost_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct new_claim_input, kind, "kind", TEXT),
	SHAPE_FIELD(struct new_claim_input, period_from, "periodFrom", DATE),
	SHAPE_FIELD(struct new_claim_input, period_to, "periodTo", DATE),
	SHAPE_FIELD(struct new_claim_input, status_report, "statusReport", TEXT),
	SHAPE_FIELD(struct new_claim_input, amount_ore, "amountOre", I64),
	SHAPE_OBJECTS(struct new_claim_input, costs, n_costs, "costs", &cost_shape),
	SHAPE_FIELD(struct new_claim_input, costs_json, "costs", RAW),
};
static const struct shape input_shape = SHAPE(struct new_claim_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct new_claim_input *input = act->input;

	q_load_new_claim(segment, act->id, input == NULL ? NULL : input->costs_json);
}

static void decide(struct act *act)
{
	decide_create_claim(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_claim_facts *facts = act->facts;
	const struct new_claim_input *input = act->input;
	struct arena *arena = act->r->arena;
	int64_t *parts_ore =
		split_parts(input->amount_ore, facts->parts_ore, facts->n_parts, arena);

	q_insert_claim(segment, facts->id, act->id, input->kind,
		       date_text(arena, input->period_from), date_text(arena, input->period_to),
		       input->status_report,
		       input->amount_ore);
	q_insert_claim_costs(segment, facts->id, input->costs_json);
	q_insert_claim_parts(segment, facts->id, db_arg_i64s(arena, parts_ore, facts->n_parts));
	q_claim_from_grant(segment, facts->id);
	if (strcmp(facts->application_state, "accepted") == 0)
		q_activate_application(segment, facts->grant.application_id);
	act_record(act, segment,
		   &(struct act_event){"application", facts->grant.application_id, "claim",
				       facts->id, NULL,
				       arena_printf(arena, "{\"amountOre\": %" PRId64 "}",
						    input->amount_ore),
				       facts->grant.applicant_id});
	q_post_due(segment, "claim", "claim", facts->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_claim_facts *facts = act->facts;

	act_reply(act, segment, q_reply_claim, "/v1/claims", facts->id);
}

static void warn(struct act *act, struct problems *warnings)
{
	const struct new_claim_facts *facts = act->facts;

	tell_unmet(&facts->unmet, warnings);
}

const struct command create_claim = {
	.action = "claim",
	.operation = OP_CREATE_CLAIM,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
	.warn = warn,
	.caution = warn,
};

void op_create_claim(struct req *r)
{
	command_run(r, &create_claim, req_id(r, 0), req_input(r, &input_shape));
}
