#include "api/claims/claims.h"

#include <inttypes.h>
#include <string.h>

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/format/orgnr.h"

static void require_no_hand(const struct caller *caller, const struct hands *hands,
			    const char *step, struct problems *problems)
{
	for (size_t i = 0; i < hands->n; i++)
		require_other(caller, hands->list[i].person_id,
			      arena_printf(problems->arena, "@did.%s", hands->list[i].step), step,
			      problems);
}

/* Nor assesses a claim whoever applied for it: the county may have entered it for a firm. */
static void require_not_applicant(const struct claim_facts *facts, const char *step,
				  struct problems *problems)
{
	static const char *const applying[] = {"apply", "enter", "agree_part"};
	size_t n = sizeof(applying) / sizeof(applying[0]);

	for (size_t i = 0; i < facts->hands.n; i++) {
		const struct hands one = {&facts->hands.list[i], 1};

		if (words_contain(applying, n, one.list->step))
			require_no_hand(&facts->caller, &one, step, problems);
	}
}

static void check_remaining(const struct new_claim_facts *facts, int64_t amount_ore,
			    struct problems *problems)
{
	if (amount_ore > facts->remaining_ore)
		problems_add(problems, PROBLEM_GRANT_EXCEEDED, NULL,
			     words_kroner(problems, facts->remaining_ore), NULL);
}

static void check_period(const struct new_claim_facts *facts, const struct new_claim_input *input,
			 struct problems *problems)
{
	const char *first = facts->has_start ? words_date(problems, facts->starts_on) : "-";
	const char *last = facts->has_end ? words_date(problems, facts->ends_on) : "-";

	require_order(problems, input->period_from, input->period_to, "#/periodTo");
	if (facts->has_start && input->period_from < facts->starts_on)
		problems_add(problems, PROBLEM_PERIOD_OUTSIDE, "#/periodFrom", first, last);
	if (facts->has_end && input->period_to > facts->ends_on)
		problems_add(problems, PROBLEM_PERIOD_OUTSIDE, "#/periodTo", first, last);
	if (input->period_to > facts->grant.today)
		problems_add(problems, PROBLEM_PERIOD_NOT_OVER, "#/periodTo",
			     words_date(problems, facts->grant.today), NULL);
}

static void check_group(const struct grant_money *money, const char *cost_group, size_t i,
			struct problems *problems)
{
	const char **groups = arena_alloc(problems->arena, money->n_groups * sizeof(*groups));

	for (size_t j = 0; j < money->n_groups; j++)
		groups[j] = money->groups[j].cost_group;
	if (!words_contain(groups, money->n_groups, cost_group))
		problems_at(problems, PROBLEM_COST_GROUP_UNKNOWN, cost_group,
			    words_list(problems, groups, money->n_groups), "#/costs/%zu/costGroup",
			    i);
}

static bool is_same_invoice(const struct evidenced_cost *a, const struct evidenced_cost *b)
{
	return strcasecmp(a->invoice_number, b->invoice_number) == 0 &&
	       strcmp(a->supplier_orgnr, b->supplier_orgnr) == 0;
}

static bool is_repeated(const struct new_claim_input *input, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (input->costs[j].supplier_orgnr != NULL &&
		    input->costs[j].invoice_number != NULL &&
		    is_same_invoice(&input->costs[i], &input->costs[j]))
			return true;
	return false;
}

static void check_invoice(const struct new_claim_input *input, size_t i, struct problems *problems)
{
	const struct evidenced_cost *cost = &input->costs[i];

	if (cost->supplier_orgnr == NULL && cost->invoice_number == NULL)
		return;
	if (cost->supplier_orgnr == NULL)
		problems_at(problems, PROBLEM_FIELD_REQUIRED, NULL, NULL,
			    "#/costs/%zu/supplierOrgnr", i);
	else if (!orgnr_is_valid(cost->supplier_orgnr))
		problems_at(problems, PROBLEM_ORGNR_INVALID, cost->supplier_orgnr, NULL,
			    "#/costs/%zu/supplierOrgnr", i);
	if (cost->invoice_number == NULL)
		problems_at(problems, PROBLEM_FIELD_REQUIRED, NULL, NULL,
			    "#/costs/%zu/invoiceNumber", i);
	else if (cost->supplier_orgnr != NULL && is_repeated(input, i))
		problems_at(problems, PROBLEM_INVOICE_USED, cost->invoice_number, NULL,
			    "#/costs/%zu/invoiceNumber", i);
}

static void check_partner_invoices(const struct new_claim_facts *facts,
				   const struct new_claim_input *input, struct problems *problems)
{
	for (size_t i = 0; i < facts->n_partner_invoices; i++) {
		const struct partner_invoice *invoice = &facts->partner_invoices[i];

		if (!invoice->is_of_track)
			problems_at(problems, PROBLEM_INVOICE_OTHER_TRACK,
				    input->costs[invoice->line].invoice_number, NULL,
				    "#/costs/%" PRId64 "/invoiceNumber", invoice->line);
		if (invoice->other_stages != NULL)
			problems_at(problems, PROBLEM_INVOICE_OTHER_STAGE,
				    input->costs[invoice->line].invoice_number,
				    invoice->other_stages, "#/costs/%" PRId64 "/invoiceNumber",
				    invoice->line);
		if (input->costs[invoice->line].cost.amount_ore > invoice->gross_ore)
			problems_at(problems, PROBLEM_INVOICE_EXCEEDED,
				    words_kroner(problems, invoice->net_ore),
				    words_kroner(problems, invoice->gross_ore),
				    "#/costs/%" PRId64 "/amountOre", invoice->line);
	}
}

static void refuse_invoices(enum problem_code code, const int64_t *lines, size_t n,
			    const struct new_claim_input *input, struct problems *problems)
{
	for (size_t i = 0; i < n; i++)
		problems_at(problems, code, input->costs[lines[i]].invoice_number, NULL,
			    "#/costs/%" PRId64 "/invoiceNumber", lines[i]);
}

static void check_costs(const struct new_claim_facts *facts, const struct new_claim_input *input,
			struct problems *problems)
{
	for (size_t i = 0; i < input->n_costs; i++) {
		check_group(&facts->money, input->costs[i].cost.cost_group, i, problems);
		check_invoice(input, i, problems);
	}
	refuse_invoices(PROBLEM_INVOICE_USED, facts->invoices_used, facts->n_invoices_used, input,
			problems);
	refuse_invoices(PROBLEM_INVOICE_NOT_ENTERED, facts->not_entered, facts->n_not_entered,
			input, problems);
	refuse_invoices(PROBLEM_INVOICE_CREDITED, facts->credited, facts->n_credited, input,
			problems);
	check_partner_invoices(facts, input, problems);
}

static void check_partner(const struct new_claim_facts *facts, const char *orgnr, size_t i,
			  struct problems *problems)
{
	for (size_t j = 0; j < facts->n_partners; j++)
		if (strcmp(facts->partners[j].orgnr, orgnr) == 0)
			return;
	problems_at(problems, PROBLEM_PARTNER_UNKNOWN, orgnr, NULL, "#/costs/%zu/partnerOrgnr", i);
}

/* Costs are the recipient's, or a partner's that has as much left of its part. */
static void check_bearers_of(const struct new_claim_facts *facts,
			     const struct new_claim_input *input, struct problems *problems)
{
	for (size_t i = 0; i < input->n_costs; i++)
		if (input->costs[i].partner != NULL)
			check_partner(facts, input->costs[i].partner, i, problems);
	for (size_t j = 0; j < facts->n_partners; j++) {
		const struct partner_budget *partner = &facts->partners[j];
		int64_t sum_ore = 0;

		for (size_t i = 0; i < input->n_costs; i++)
			if (input->costs[i].partner != NULL &&
			    strcmp(input->costs[i].partner, partner->orgnr) == 0)
				sum_ore += input->costs[i].cost.amount_ore;
		if (sum_ore > partner->left_ore)
			problems_add(problems, PROBLEM_PARTNER_EXCEEDED, "#/costs", partner->name,
				     words_kroner(problems, partner->left_ore));
	}
}

/* An earmarked group by its name, the others together by theirs. */
static const char *purse_name(const struct grant_money *money, const struct purse *purse,
			      struct problems *problems)
{
	const char **names = arena_alloc(problems->arena, money->n_groups * sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < money->n_groups; i++) {
		const struct grant_group *group = &money->groups[i];

		if (purse->cost_group == NULL ? !group->earmarked
					      : strcmp(group->cost_group, purse->cost_group) == 0)
			names[n++] = group->name;
	}
	return words_list(problems, names, n);
}

static void check_coverage(struct coverage *coverage, const struct covered_claim *claim,
			   struct problems *problems)
{
	if (coverage_has(coverage, claim))
		return;
	for (size_t i = 0; i < coverage->n_purses; i++) {
		const struct purse *purse = &coverage->purses[i];

		if (purse_is_short(purse))
			problems_add(problems, PROBLEM_GROUP_EXCEEDED, "#/amountOre",
				     purse_name(coverage->money, purse, problems),
				     words_kroner(problems, coverage_left_ore(coverage, purse)));
	}
}

/* Above the rate nothing is covered whatever the groups have left: they are asked for what the rate
 * allows. */
static void check_amount(const struct new_claim_facts *facts, const struct new_claim_input *input,
			 struct problems *problems)
{
	struct covered_claim claim = {.n_costs = input->n_costs};
	struct coverage coverage;
	int64_t costs_ore = 0;
	int64_t most_ore;

	coverage_init(&coverage, &facts->money, problems->arena);
	for (size_t i = 0; i < facts->n_earlier; i++)
		coverage_take(&coverage, &facts->earlier[i]);
	claim.costs = arena_alloc(problems->arena, input->n_costs * sizeof(*claim.costs));
	for (size_t i = 0; i < input->n_costs; i++) {
		claim.costs[i] = input->costs[i].cost;
		costs_ore += input->costs[i].cost.amount_ore;
	}
	most_ore = coverage_share_ore(&coverage, costs_ore);
	if (input->amount_ore > most_ore)
		problems_add(problems, PROBLEM_CLAIM_OVER_RATE, "#/amountOre",
			     words_kroner(problems, most_ore), NULL);
	claim.amount_ore = input->amount_ore < most_ore ? input->amount_ore : most_ore;
	check_coverage(&coverage, &claim, problems);
}

static int64_t sum_of_costs(const struct new_claim_facts *facts,
			    const struct new_claim_input *input)
{
	int64_t sum_ore = 0;

	for (size_t i = 0; i < facts->n_earlier; i++)
		for (size_t j = 0; j < facts->earlier[i].n_costs; j++)
			sum_ore += facts->earlier[i].costs[j].amount_ore;
	for (size_t i = 0; i < input->n_costs; i++)
		sum_ore += input->costs[i].cost.amount_ore;
	return sum_ore;
}

static void check_firms_share(const struct new_claim_facts *facts,
			      const struct new_claim_input *input, struct problems *problems)
{
	bool is_final = strcmp(input->kind, "final") == 0;
	int64_t most_ore = is_final ? sum_of_costs(facts, input) : facts->money.budget_ore;

	most_ore -= facts->firms_pay_ore;
	for (size_t i = 0; i < facts->n_earlier; i++)
		most_ore -= facts->earlier[i].amount_ore;
	if (facts->firms_pay_ore > 0 && input->amount_ore > most_ore)
		problems_add(problems, PROBLEM_CLAIM_OVER_COSTS, "#/amountOre",
			     words_kroner(problems, facts->firms_pay_ore),
			     words_kroner(problems, most_ore > 0 ? most_ore : 0));
}

void decide_create_claim(const struct new_claim_facts *facts, const struct new_claim_input *input,
			 struct problems *problems)
{
	require_state(problems, facts->grant.state, "accepted, active");
	require_person(&facts->grant.caller, problems);
	require_applicant(&facts->grant.caller, facts->grant.applicant_id, problems);
	require_no_hand(&facts->grant.caller, &facts->granted, "@do.claim", problems);
	require_not_set_aside(facts->grant.is_set_aside, problems);
	if (facts->has_final)
		problems_add(problems, PROBLEM_FINAL_CLAIMED, NULL,
			     words_number(problems, facts->final_number), NULL);
	if (facts->has_claim_by && facts->grant.today > facts->claim_by)
		problems_add(problems, PROBLEM_CLAIM_LATE, NULL,
			     words_date(problems, facts->claim_by), NULL);
	check_remaining(facts, input == NULL ? 1 : input->amount_ore, problems);
	check_claimable(&facts->unmet, input == NULL ? NULL : input->kind, problems);
	if (input == NULL)
		return;
	check_period(facts, input, problems);
	check_costs(facts, input, problems);
	check_bearers_of(facts, input, problems);
	check_amount(facts, input, problems);
	check_firms_share(facts, input, problems);
}

void decide_review_claim(const struct claim_facts *facts, const struct review_input *input,
			 struct problems *problems)
{
	require_state(problems, facts->state, "submitted");
	require_person(&facts->caller, problems);
	require_not_applicant(facts, "@do.review", problems);
	require_other(&facts->caller, facts->submitted_by, "@did.submit", "@do.review", problems);
	if (input == NULL)
		return;
	if (input->approved_ore > facts->amount_ore)
		problems_add(problems, PROBLEM_FIELD_TOO_LARGE, "#/approvedOre",
			     words_number(problems, facts->amount_ore), NULL);
	if (input->approved_ore < facts->amount_ore && input->reason == NULL)
		problems_add(problems, PROBLEM_REASON_REQUIRED, "#/reason", NULL, NULL);
}

void decide_reject_claim(const struct claim_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "submitted");
	require_person(&facts->caller, problems);
	require_not_applicant(facts, "@do.reject", problems);
	require_other(&facts->caller, facts->submitted_by, "@did.submit", "@do.reject", problems);
}

void decide_attest_claim(const struct claim_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "reviewed");
	require_person(&facts->caller, problems);
	require_no_hand(&facts->caller, &facts->hands, "@do.attest", problems);
	require_other(&facts->caller, facts->submitted_by, "@did.submit", "@do.attest", problems);
	require_other(&facts->caller, facts->reviewed_by, "@did.review", "@do.attest", problems);
}

void decide_release_claim(const struct claim_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "attested");
	require_person(&facts->caller, problems);
	require_no_hand(&facts->caller, &facts->hands, "@do.release", problems);
	require_other(&facts->caller, facts->submitted_by, "@did.submit", "@do.release", problems);
	require_other(&facts->caller, facts->reviewed_by, "@did.review", "@do.release", problems);
	require_other(&facts->caller, facts->attested_by, "@did.attest", "@do.release", problems);
	if (strcmp(facts->caller.role, "releaser") == 0 && !facts->has_account)
		problems_add(problems, PROBLEM_NO_ACCOUNT, NULL, facts->applicant, NULL);
	if (facts->is_stayed)
		problems_add(problems, PROBLEM_PAYMENT_STAYED, NULL, NULL, NULL);
	require_not_set_aside(facts->is_set_aside, problems);
	check_payable(&facts->unmet, facts->kind, problems);
	if (facts->has_overdue)
		problems_add(problems, PROBLEM_REPORT_OVERDUE, NULL,
			     words_date(problems, facts->overdue_report), NULL);
}

void decide_send_back_claim(const struct claim_facts *facts, struct problems *problems)
{
	const char *role = facts->caller.role;

	require_person(&facts->caller, problems);
	if (strcmp(role, "attestant") == 0)
		require_state(problems, facts->state, "reviewed");
	else if (strcmp(role, "releaser") == 0)
		require_state(problems, facts->state, "attested");
	else
		require_state(problems, facts->state, "reviewed, attested");
}
