#include "api/claims/claims.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	SUBMITTER = 11,
	REVIEWER,
	ATTESTANT,
	RELEASER,
	RECOMMENDER,
	ASSURER,
	DECIDER,
	ENTERER,
	START = 20000, /* a day */
	END = START + 300,
};

static struct hand hands[] = {{RECOMMENDER, "recommend"},
			      {ASSURER, "assure"},
			      {DECIDER, "decide"},
			      {ENTERER, "enter"}};

enum { N_HANDS = sizeof(hands) / sizeof(hands[0]), N_GRANTERS = N_HANDS - 1 };

/* ---- claiming: half of 200 for mobilisation, which is earmarked, and 800 for consulting */

static struct grant_group groups[] = {
	{ .cost_group = "consulting", .budget_ore = 80000, .name = "Rådgivning" },
	{ .cost_group = "mobilisation",
	  .earmarked = true,
	  .budget_ore = 20000,
	  .name = "Mobilisering" },
};

static struct new_claim_facts open_grant(void)
{
	return (struct new_claim_facts){
		.grant = { .caller = PERSON("hub_signatory", "hub", SUBMITTER, 101),
			   .applicant_id = 101,
			   .today = END + 1,
			   .state = "active" },
		.granted = {hands, N_GRANTERS},
		.application_state = "active",
		.starts_on = START,
		.ends_on = END,
		.has_start = true,
		.has_end = true,
		.money = { 50000, 100000, groups, 2 },
		.remaining_ore = 50000,
	};
}

static struct evidenced_cost consulting(int64_t amount_ore)
{
	return (struct evidenced_cost){ .cost = { "consulting", amount_ore } };
}

static struct new_claim_input claim_of(int64_t amount_ore, struct evidenced_cost *costs, size_t n)
{
	return (struct new_claim_input){ .kind = "part",
					 .period_from = START,
					 .period_to = END,
					 .amount_ore = amount_ore,
					 .costs = costs,
					 .n_costs = n };
}

static void decide(const struct new_claim_facts *facts, const struct new_claim_input *input)
{
	begin();
	decide_create_claim(facts, input, &problems);
}

START_TEST(the_granted_share_of_the_costs_can_be_claimed)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost cost = consulting(10001);
	struct new_claim_input input = claim_of(5000, &cost, 1);

	decide(&facts, &input);
	assert_none();
	input.amount_ore = 5001;
	decide(&facts, &input);
	assert_one(PROBLEM_CLAIM_OVER_RATE, "#/amountOre");
	assert_arg(0, "50");
}
END_TEST

START_TEST(what_firms_pay_is_not_claimed_as_well)
{
	struct new_claim_facts facts = open_grant();
	struct group_cost earlier_cost = { "consulting", 40000 };
	struct covered_claim earlier = { 20000, &earlier_cost, 1 };
	struct evidenced_cost cost = consulting(40000);
	struct new_claim_input input = claim_of(20000, &cost, 1);

	facts.earlier = &earlier;
	facts.n_earlier = 1;
	facts.firms_pay_ore = 60000;
	decide(&facts, &input);
	assert_none();
	facts.firms_pay_ore++;
	decide(&facts, &input);
	assert_one(PROBLEM_CLAIM_OVER_COSTS, "#/amountOre");
	assert_arg(0, "600,01");
	assert_arg(1, "199,99");
	facts.firms_pay_ore = 40000;
	input.kind = "final";
	decide(&facts, &input);
	assert_none();
	facts.firms_pay_ore = 100000;
	decide(&facts, &input);
	assert_one(PROBLEM_CLAIM_OVER_COSTS, "#/amountOre");
	assert_arg(1, "0");
}
END_TEST

START_TEST(half_an_ore_that_earlier_claims_left_is_claimed_later)
{
	struct new_claim_facts facts = open_grant();
	struct group_cost earlier_cost = { "consulting", 10001 };
	struct covered_claim earlier = { 5000, &earlier_cost, 1 };
	struct evidenced_cost cost = consulting(10001);
	struct new_claim_input input = claim_of(5001, &cost, 1);

	facts.earlier = &earlier;
	facts.n_earlier = 1;
	decide(&facts, &input);
	assert_none();
	input.amount_ore = 5002;
	decide(&facts, &input);
	assert_one(PROBLEM_CLAIM_OVER_RATE, "#/amountOre");
	assert_arg(0, "50,01");
}
END_TEST

START_TEST(a_grant_is_claimed_against_once_it_is_accepted)
{
	static const char *const open[] = { "accepted", "active" };
	static const char *const shut[] = { "offered", "settled", "annulled", "lapsed" };
	struct new_claim_facts facts = open_grant();

	for (size_t i = 0; i < 2; i++) {
		facts.grant.state = open[i];
		decide(&facts, NULL);
		assert_none();
	}
	for (size_t i = 0; i < 4; i++) {
		facts.grant.state = shut[i];
		decide(&facts, NULL);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(what_the_appeals_body_set_aside_is_not_claimed_against)
{
	struct new_claim_facts facts = open_grant();

	facts.grant.is_set_aside = true;
	begin();
	decide_create_claim(&facts, NULL, &problems);
	assert_one(PROBLEM_DECISION_SET_ASIDE, NULL);
}
END_TEST

START_TEST(no_more_than_what_remains_can_be_claimed)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost cost = consulting(80000);
	struct new_claim_input input = claim_of(30001, &cost, 1);

	facts.remaining_ore = 30000;
	decide(&facts, &input);
	assert_one(PROBLEM_GRANT_EXCEEDED, NULL);
	input.amount_ore = 30000;
	decide(&facts, &input);
	assert_none();
	facts.remaining_ore = 0;
	decide(&facts, NULL);
	assert_one(PROBLEM_GRANT_EXCEEDED, NULL);
}
END_TEST

START_TEST(claims_come_by_the_last_day_for_them)
{
	struct new_claim_facts facts = open_grant();

	facts.has_claim_by = true;
	facts.claim_by = facts.grant.today;
	decide(&facts, NULL);
	assert_none();
	facts.claim_by--;
	decide(&facts, NULL);
	assert_one(PROBLEM_CLAIM_LATE, NULL);
}
END_TEST

START_TEST(nothing_follows_the_final_claim)
{
	struct new_claim_facts facts = open_grant();

	facts.has_final = true;
	facts.final_number = 3;
	decide(&facts, NULL);
	assert_one(PROBLEM_FINAL_CLAIMED, NULL);
	assert_arg(0, "3");
}
END_TEST

START_TEST(a_machine_does_not_claim)
{
	struct new_claim_facts facts = open_grant();

	facts.grant.caller.is_person = false;
	decide(&facts, NULL);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(who_granted_does_not_claim)
{
	struct new_claim_facts facts = open_grant();

	facts.grant.caller.person_id = RECOMMENDER;
	decide(&facts, NULL);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.grant.caller.person_id = DECIDER;
	decide(&facts, NULL);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(earmarked_costs_do_not_draw_on_the_rest_nor_the_rest_on_them)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost mobilisation = { .cost = { "mobilisation", 40000 } };
	struct evidenced_cost rest = consulting(100000);
	struct new_claim_input input = claim_of(10001, &mobilisation, 1);

	decide(&facts, &input);
	assert_one(PROBLEM_GROUP_EXCEEDED, "#/amountOre");
	assert_arg(0, "Mobilisering");
	assert_arg(1, "100");
	input = claim_of(40001, &rest, 1);
	decide(&facts, &input);
	assert_one(PROBLEM_GROUP_EXCEEDED, "#/amountOre");
	assert_arg(0, "Rådgivning");
	assert_arg(1, "400");
}
END_TEST

START_TEST(earlier_claims_count_against_the_earmark)
{
	struct new_claim_facts facts = open_grant();
	struct group_cost spent = { "mobilisation", 16000 };
	struct covered_claim earlier = { 8000, &spent, 1 };
	struct evidenced_cost cost = { .cost = { "mobilisation", 10000 } };
	struct new_claim_input input = claim_of(2001, &cost, 1);

	facts.earlier = &earlier;
	facts.n_earlier = 1;
	facts.remaining_ore = 42000;
	decide(&facts, &input);
	assert_one(PROBLEM_GROUP_EXCEEDED, "#/amountOre");
	assert_arg(1, "20");
	input.amount_ore = 2000;
	decide(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(costs_are_of_the_grants_groups)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost costs[] = { consulting(1000), { .cost = { "travel", 1000 } } };
	struct new_claim_input input = claim_of(500, costs, 2);

	decide(&facts, &input);
	assert_one(PROBLEM_COST_GROUP_UNKNOWN, "#/costs/1/costGroup");
	assert_arg(1, "consulting, mobilisation");
}
END_TEST

START_TEST(costs_of_a_partner_come_to_no_more_than_is_left_of_its_part)
{
	struct new_claim_facts facts = open_grant();
	struct partner_budget partner = {"910000004", "Minera", 2000};
	struct evidenced_cost costs[] = {consulting(1000), consulting(1000)};
	struct new_claim_input input = claim_of(1000, costs, 2);

	facts.partners = &partner;
	facts.n_partners = 1;
	costs[0].partner = costs[1].partner = "910000004";
	decide(&facts, &input);
	assert_none();
	partner.left_ore = 1999;
	decide(&facts, &input);
	assert_one(PROBLEM_PARTNER_EXCEEDED, "#/costs");
	costs[1].partner = NULL;
	decide(&facts, &input);
	assert_none();
	costs[1].partner = "910000012";
	decide(&facts, &input);
	assert_one(PROBLEM_PARTNER_UNKNOWN, "#/costs/1/partnerOrgnr");
}
END_TEST

START_TEST(the_period_is_within_the_work_and_in_order)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost cost = consulting(1000);
	struct new_claim_input input = claim_of(500, &cost, 1);

	input.period_from = START - 1;
	decide(&facts, &input);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/periodFrom");
	input.period_from = START;
	input.period_to = END + 1;
	decide(&facts, &input);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/periodTo");
	input.period_from = START + 2;
	input.period_to = START + 1;
	decide(&facts, &input);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/periodTo");
}
END_TEST

START_TEST(costs_are_claimed_once_they_are_incurred)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost cost = consulting(1000);
	struct new_claim_input input = claim_of(500, &cost, 1);

	facts.grant.today = END;
	decide(&facts, &input);
	assert_none();
	facts.grant.today = END - 1;
	decide(&facts, &input);
	assert_one(PROBLEM_PERIOD_NOT_OVER, "#/periodTo");
	assert_arg(0, "2025-07-30");
}
END_TEST

START_TEST(supplier_and_invoice_come_together)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost cost = consulting(1000);
	struct new_claim_input input = claim_of(500, &cost, 1);

	cost.supplier_orgnr = "319900152";
	decide(&facts, &input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/costs/0/invoiceNumber");
	cost.invoice_number = "17";
	decide(&facts, &input);
	assert_none();
	cost.supplier_orgnr = NULL;
	decide(&facts, &input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/costs/0/supplierOrgnr");
	cost.supplier_orgnr = "319900153";
	decide(&facts, &input);
	assert_one(PROBLEM_ORGNR_INVALID, "#/costs/0/supplierOrgnr");
}
END_TEST

START_TEST(a_fagpartners_invoice_is_no_cost_of_more_than_it_says)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost costs[] = { consulting(1000), consulting(1250) };
	struct new_claim_input input = claim_of(500, costs, 2);
	struct partner_invoice invoice = {
		.line = 1, .net_ore = 1000, .gross_ore = 1250, .is_of_track = true};

	facts.partner_invoices = &invoice;
	facts.n_partner_invoices = 1;
	decide(&facts, &input);
	assert_none();
	costs[1].cost.amount_ore++;
	decide(&facts, &input);
	assert_one(PROBLEM_INVOICE_EXCEEDED, "#/costs/1/amountOre");
	assert_arg(0, "10");
	assert_arg(1, "12,50");
	costs[1].cost.amount_ore--;
	costs[1].supplier_orgnr = "974760673";
	costs[1].invoice_number = "F-1";
	invoice.is_of_track = false;
	decide(&facts, &input);
	assert_one(PROBLEM_INVOICE_OTHER_TRACK, "#/costs/1/invoiceNumber");
	invoice.is_of_track = true;
	invoice.other_stages = "460 (Elvestrand AS)";
	decide(&facts, &input);
	assert_one(PROBLEM_INVOICE_OTHER_STAGE, "#/costs/1/invoiceNumber");
	assert_arg(1, "460 (Elvestrand AS)");
}
END_TEST

START_TEST(an_engaged_fagpartners_invoice_is_entered_before_it_is_claimed)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost costs[] = { consulting(1000), consulting(1000) };
	struct new_claim_input input = claim_of(500, costs, 2);
	int64_t line = 1;

	costs[1].supplier_orgnr = "319900152";
	costs[1].invoice_number = "18";
	decide(&facts, &input);
	assert_none();
	facts.not_entered = &line;
	facts.n_not_entered = 1;
	decide(&facts, &input);
	assert_one(PROBLEM_INVOICE_NOT_ENTERED, "#/costs/1/invoiceNumber");
	assert_arg(0, "18");
	facts.n_not_entered = 0;
	facts.credited = &line;
	facts.n_credited = 1;
	decide(&facts, &input);
	assert_one(PROBLEM_INVOICE_CREDITED, "#/costs/1/invoiceNumber");
}
END_TEST

START_TEST(an_invoice_is_evidence_once)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost costs[] = { consulting(1000), consulting(1000) };
	struct new_claim_input input = claim_of(500, costs, 2);
	int64_t used = 1;

	costs[0].supplier_orgnr = costs[1].supplier_orgnr = "319900152";
	costs[0].invoice_number = "17";
	costs[1].invoice_number = "18";
	decide(&facts, &input);
	assert_none();
	facts.invoices_used = &used;
	facts.n_invoices_used = 1;
	decide(&facts, &input);
	assert_one(PROBLEM_INVOICE_USED, "#/costs/1/invoiceNumber");
	assert_arg(0, "18");
	facts.n_invoices_used = 0;
	costs[0].invoice_number = "F-17";
	costs[1].invoice_number = "f-17";
	decide(&facts, &input);
	assert_one(PROBLEM_INVOICE_USED, "#/costs/1/invoiceNumber");
	costs[1].supplier_orgnr = "319900225";
	decide(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(all_that_is_wrong_is_told_at_once)
{
	struct new_claim_facts facts = open_grant();
	struct evidenced_cost cost = { .cost = { "travel", 1000 }, .supplier_orgnr = "1" };
	struct new_claim_input input = claim_of(60000, &cost, 1);

	facts.grant.state = "offered";
	input.period_from = START - 1;
	decide(&facts, &input);
	/* State, remaining, period, group, number, invoice, rate. */
	ck_assert_uint_eq(problems.n, 7);
	ck_assert_int_eq(problem_status(problems_main(&problems)), 409);
}
END_TEST

/* ---- what the county does with a claim */

static struct claim_facts claim_in(const char *state, const char *role, int64_t person)
{
	return (struct claim_facts){
		.caller = PERSON(role, "county", person, 1),
		.state = state,
		.applicant = "Granlia",
		.amount_ore = 5000,
		.approved_ore = strcmp(state, "submitted") == 0 ? 0 : 5000,
		.hands = {hands, N_HANDS},
		.submitted_by = SUBMITTER,
		.reviewed_by = strcmp(state, "submitted") == 0 ? 0 : REVIEWER,
		.attested_by = strcmp(state, "attested") == 0 ? ATTESTANT : 0,
		.has_account = true,
	};
}

START_TEST(less_than_claimed_is_approved_for_a_reason)
{
	struct claim_facts facts = claim_in("submitted", "caseworker", REVIEWER);
	struct review_input input = { .approved_ore = 4999 };

	begin();
	decide_review_claim(&facts, &input, &problems);
	assert_one(PROBLEM_REASON_REQUIRED, "#/reason");
	begin();
	input.reason = "Ikke støtteberettiget";
	decide_review_claim(&facts, &input, &problems);
	assert_none();
	begin();
	input = (struct review_input){ .approved_ore = 5000 };
	decide_review_claim(&facts, &input, &problems);
	assert_none();
}
END_TEST

START_TEST(more_than_claimed_is_never_approved)
{
	struct claim_facts facts = claim_in("submitted", "caseworker", REVIEWER);
	struct review_input input = { .approved_ore = 5001 };

	begin();
	decide_review_claim(&facts, &input, &problems);
	assert_one(PROBLEM_FIELD_TOO_LARGE, "#/approvedOre");
}
END_TEST

typedef void step_fn(const struct claim_facts *facts, struct problems *problems);

static void review(const struct claim_facts *facts, struct problems *out)
{
	decide_review_claim(facts, NULL, out);
}

static const struct step {
	step_fn *decide;
	const char *from;
	const char *role;
	int64_t person; /* who may */
} steps[] = {
	{ review, "submitted", "caseworker", REVIEWER },
	{ decide_reject_claim, "submitted", "caseworker", REVIEWER },
	{ decide_attest_claim, "reviewed", "attestant", ATTESTANT },
	{ decide_release_claim, "attested", "releaser", RELEASER },
	{ decide_send_back_claim, "reviewed", "attestant", ATTESTANT },
	{ decide_send_back_claim, "attested", "releaser", RELEASER },
};

enum { N_STEPS = sizeof(steps) / sizeof(steps[0]) };

START_TEST(each_step_is_taken_from_its_own_state)
{
	static const char *const states[] = { "submitted", "reviewed", "attested", "released",
					      "rejected" };

	for (size_t i = 0; i < N_STEPS; i++)
		for (size_t j = 0; j < sizeof(states) / sizeof(states[0]); j++) {
			struct claim_facts facts =
				claim_in(states[j], steps[i].role, steps[i].person);

			begin();
			steps[i].decide(&facts, &problems);
			if (strcmp(states[j], steps[i].from) == 0)
				assert_none();
			else
				assert_one(PROBLEM_STATE_CONFLICT, NULL);
		}
}
END_TEST

START_TEST(a_machine_takes_no_step)
{
	for (size_t i = 0; i < N_STEPS; i++) {
		struct claim_facts facts = claim_in(steps[i].from, steps[i].role, 0);

		facts.caller.is_person = false;
		begin();
		steps[i].decide(&facts, &problems);
		assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	}
}
END_TEST

START_TEST(nobody_takes_two_of_the_steps_that_approve)
{
	static const struct {
		step_fn *decide;
		const char *state;
		const char *role;
		int64_t person;
		const char *taken, *step;
	} two[] = {
		{ review, "submitted", "caseworker", SUBMITTER, "@did.submit", "@do.review" },
		{ decide_reject_claim, "submitted", "caseworker", SUBMITTER, "@did.submit",
		  "@do.reject" },
		{ review, "submitted", "caseworker", ENTERER, "@did.enter", "@do.review" },
		{ decide_reject_claim, "submitted", "caseworker", ENTERER, "@did.enter",
		  "@do.reject" },
		{ decide_attest_claim, "reviewed", "attestant", SUBMITTER, "@did.submit",
		  "@do.attest" },
		{ decide_attest_claim, "reviewed", "attestant", RECOMMENDER, "@did.recommend",
		  "@do.attest" },
		{ decide_attest_claim, "reviewed", "attestant", DECIDER, "@did.decide",
		  "@do.attest" },
		{ decide_release_claim, "attested", "releaser", RECOMMENDER, "@did.recommend",
		  "@do.release" },
		{ decide_release_claim, "attested", "releaser", DECIDER, "@did.decide",
		  "@do.release" },
		{ decide_attest_claim, "reviewed", "attestant", ENTERER, "@did.enter",
		  "@do.attest" },
		{ decide_release_claim, "attested", "releaser", ENTERER, "@did.enter",
		  "@do.release" },
		{ decide_attest_claim, "reviewed", "attestant", REVIEWER, "@did.review",
		  "@do.attest" },
		{ decide_release_claim, "attested", "releaser", SUBMITTER, "@did.submit",
		  "@do.release" },
		{ decide_release_claim, "attested", "releaser", REVIEWER, "@did.review",
		  "@do.release" },
		{ decide_release_claim, "attested", "releaser", ATTESTANT, "@did.attest",
		  "@do.release" },
	};

	for (size_t i = 0; i < sizeof(two) / sizeof(two[0]); i++) {
		struct claim_facts facts = claim_in(two[i].state, two[i].role, two[i].person);

		begin();
		two[i].decide(&facts, &problems);
		assert_one(PROBLEM_FOUR_EYES, NULL);
		assert_arg(0, two[i].taken);
		assert_arg(1, two[i].step);
	}
}
END_TEST

START_TEST(there_must_be_an_account_to_pay_to)
{
	struct claim_facts facts = claim_in("attested", "releaser", RELEASER);

	facts.has_account = false;
	begin();
	decide_release_claim(&facts, &problems);
	assert_one(PROBLEM_NO_ACCOUNT, NULL);
	assert_arg(0, "Granlia");
}
END_TEST

START_TEST(who_cannot_see_accounts_is_not_told_that_there_is_none)
{
	struct claim_facts facts = claim_in("attested", "caseworker", RELEASER);

	facts.has_account = false;
	begin();
	decide_release_claim(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(nothing_is_paid_on_a_decision_that_the_appeals_body_set_aside)
{
	struct claim_facts facts = claim_in("attested", "releaser", RELEASER);

	facts.is_set_aside = true;
	begin();
	decide_release_claim(&facts, &problems);
	assert_one(PROBLEM_DECISION_SET_ASIDE, NULL);
}
END_TEST

START_TEST(a_progress_report_that_is_overdue_holds_a_payment_back)
{
	struct claim_facts facts = claim_in("attested", "releaser", RELEASER);

	facts.has_overdue = true;
	facts.overdue_report = START;
	begin();
	decide_release_claim(&facts, &problems);
	assert_one(PROBLEM_REPORT_OVERDUE, NULL);
	assert_arg(0, "2024-10-04");
}
END_TEST

RUN_TESTS(TEST(the_granted_share_of_the_costs_can_be_claimed),
	  TEST(a_fagpartners_invoice_is_no_cost_of_more_than_it_says),
	  TEST(an_engaged_fagpartners_invoice_is_entered_before_it_is_claimed),
	  TEST(what_firms_pay_is_not_claimed_as_well),
	  TEST(half_an_ore_that_earlier_claims_left_is_claimed_later),
	  TEST(a_grant_is_claimed_against_once_it_is_accepted),
	  TEST(what_the_appeals_body_set_aside_is_not_claimed_against),
	  TEST(no_more_than_what_remains_can_be_claimed),
	  TEST(claims_come_by_the_last_day_for_them), TEST(nothing_follows_the_final_claim),
	  TEST(a_machine_does_not_claim), TEST(who_granted_does_not_claim),
	  TEST(earmarked_costs_do_not_draw_on_the_rest_nor_the_rest_on_them),
	  TEST(earlier_claims_count_against_the_earmark), TEST(costs_are_of_the_grants_groups),
	  TEST(costs_of_a_partner_come_to_no_more_than_is_left_of_its_part),
	  TEST(the_period_is_within_the_work_and_in_order),
	  TEST(costs_are_claimed_once_they_are_incurred),
	  TEST(supplier_and_invoice_come_together), TEST(an_invoice_is_evidence_once),
	  TEST(all_that_is_wrong_is_told_at_once), TEST(less_than_claimed_is_approved_for_a_reason),
	  TEST(more_than_claimed_is_never_approved), TEST(each_step_is_taken_from_its_own_state),
	  TEST(a_machine_takes_no_step), TEST(nobody_takes_two_of_the_steps_that_approve),
	  TEST(there_must_be_an_account_to_pay_to),
	  TEST(who_cannot_see_accounts_is_not_told_that_there_is_none),
	  TEST(nothing_is_paid_on_a_decision_that_the_appeals_body_set_aside),
	  TEST(a_progress_report_that_is_overdue_holds_a_payment_back))
