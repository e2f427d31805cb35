#include "api/copayments/settlement.h"

#include "api/copayments/copayments.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static struct settlement_effects effects;

/* Planned at what the firm pays and the aid together. */
static struct settled_copayment copayment(int64_t id, int64_t share_ore, int64_t aid_ore)
{
	return (struct settled_copayment){.id = id,
					  .firm_id = 300 + id,
					  .programme_id = 500,
					  .stage = 2,
					  .share_ore = share_ore,
					  .service_ore = share_ore + aid_ore,
					  .is_checked = true,
					  .has_begun = true};
}

static void settle(struct settled_copayment *copayments, size_t n, int64_t cost_ore)
{
	int64_t ids[] = {1, 2, 3};
	struct settlement_facts facts = {.copayments = copayments, .n = n};
	struct settlement_input input = {.cost_ore = cost_ore, .ids = ids, .n = 3};

	begin();
	effects = (struct settlement_effects){0};
	decide_settle_aid(&facts, &input, &effects, &problems);
}

START_TEST(the_cost_is_split_to_the_ore)
{
	struct settled_copayment all[] = {copayment(1, 100, 1000), copayment(2, 100, 1000),
					  copayment(3, 0, 1000)};

	settle(all, 3, 1001);
	assert_none();
	ck_assert_int_eq(effects.service_ore[0], 334);
	ck_assert_int_eq(effects.service_ore[1], 334);
	ck_assert_int_eq(effects.service_ore[2], 333);
	ck_assert_int_eq(effects.aid_ore[0], 234);
	ck_assert_int_eq(effects.aid_ore[2], 333);
}
END_TEST

START_TEST(a_share_above_the_value_is_no_aid_below_nothing)
{
	struct settled_copayment all[] = {copayment(1, 100, 300), copayment(2, 400, 1000),
					  copayment(3, 100, 233)};

	settle(all, 3, 1000);
	assert_none();
	ck_assert_int_eq(effects.aid_ore[0], 234);
	ck_assert_int_eq(effects.aid_ore[1], 0);
	ck_assert_int_eq(effects.aid_ore[2], 233);
}
END_TEST

START_TEST(more_than_was_planned_is_refused_firm_by_firm)
{
	struct settled_copayment all[] = {copayment(1, 100, 200), copayment(2, 400, 1000),
					  copayment(3, 100, 233)};

	settle(all, 3, 1000);
	assert_one(PROBLEM_SETTLED_HIGHER, "#/copaymentIds/0");
	assert_arg(0, "3,34");
	assert_arg(1, "3");
	settle(all, 3, 900);
	assert_none();
}
END_TEST

START_TEST(what_a_firm_was_let_off_is_aid)
{
	struct settled_copayment all[] = {copayment(1, 100, 200), copayment(2, 100, 200),
					  copayment(3, 100, 200)};

	all[1].share_ore = 0;
	all[2].share_ore = 40;
	settle(all, 3, 900);
	assert_none();
	ck_assert_int_eq(effects.aid_ore[0], 200);
	ck_assert_int_eq(effects.aid_ore[1], 300);
	ck_assert_int_eq(effects.aid_ore[2], 260);
}
END_TEST

static uint64_t drawn = 20261121;

static int64_t draw(int64_t most)
{
	drawn = drawn * 6364136223846793005U + 1442695040888963407U;
	return (int64_t)((drawn >> 33) % ((uint64_t)most + 1));
}

static void assert_exact(const struct settled_copayment *all, size_t n, int64_t cost_ore)
{
	int64_t sum_ore = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t part_ore = effects.service_ore[i];

		ck_assert(part_ore == cost_ore / (int64_t)n ||
			  part_ore == cost_ore / (int64_t)n + 1);
		ck_assert_int_le(part_ore, all[i].service_ore);
		ck_assert_int_eq(effects.aid_ore[i],
				 part_ore > all[i].share_ore ? part_ore - all[i].share_ore : 0);
		sum_ore += part_ore;
	}
	ck_assert_int_eq(sum_ore, cost_ore);
}

/* Settled again at what came of it, it stays; a cost that any firm's plan does not carry is
 * refused. */
START_TEST(any_delivery_is_split_to_the_ore_and_only_lowers)
{
	for (size_t round = 0; round < 2000; round++) {
		struct settled_copayment all[3];
		int64_t cost_ore = draw(3000);
		int64_t least_ore = INT64_MAX;

		for (size_t i = 0; i < 3; i++) {
			all[i] = copayment((int64_t)i + 1, draw(300), draw(900));
			if (all[i].service_ore < least_ore)
				least_ore = all[i].service_ore;
		}
		settle(all, 3, cost_ore);
		if (problems_any(&problems)) {
			ck_assert_int_gt((cost_ore + 2) / 3, least_ore);
			continue;
		}
		assert_exact(all, 3, cost_ore);
		for (size_t i = 0; i < 3; i++)
			all[i].service_ore = effects.service_ore[i];
		settle(all, 3, cost_ore);
		assert_none();
		assert_exact(all, 3, cost_ore);
	}
}
END_TEST

START_TEST(one_stage_of_one_programme_is_settled_at_a_time)
{
	struct settled_copayment all[] = {copayment(1, 0, 10), copayment(2, 0, 10),
					  copayment(3, 0, 10)};

	all[1].stage = 3;
	settle(all, 3, 10);
	assert_one(PROBLEM_SETTLED_TOGETHER, "#/copaymentIds/1");
	all[1].stage = 2;
	all[2].programme_id = 7;
	settle(all, 3, 10);
	assert_one(PROBLEM_SETTLED_TOGETHER, "#/copaymentIds/2");
}
END_TEST

START_TEST(aid_is_settled_of_ones_own_firms_once_it_was_checked)
{
	struct settled_copayment all[] = {copayment(1, 0, 10), copayment(2, 0, 10)};

	all[1].is_checked = false;
	settle(all, 2, 10);
	assert_found(PROBLEM_AID_UNCHECKED, "#/copaymentIds/1");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/copaymentIds/2");
	settle(NULL, 0, 10);
	ck_assert_uint_eq(problems.n, 3);
}
END_TEST

START_TEST(of_what_was_not_delivered_there_is_no_aid_to_check)
{
	struct settled_copayment all[] = {copayment(1, 0, 10), copayment(2, 0, 10),
					  copayment(3, 0, 10)};

	all[1].is_checked = false;
	settle(all, 3, 1);
	assert_one(PROBLEM_AID_UNCHECKED, "#/copaymentIds/1");
	all[1].is_refused = true;
	settle(all, 3, 1);
	assert_one(PROBLEM_AID_REFUSED, "#/copaymentIds/1");
	settle(all, 3, 0);
	assert_none();
	ck_assert_int_eq(effects.aid_ore[1], 0);
}
END_TEST

START_TEST(what_a_firm_has_not_begun_in_is_settled_at_nothing)
{
	struct settled_copayment all[] = {copayment(1, 0, 10), copayment(2, 0, 10),
					  copayment(3, 0, 10)};

	all[2].has_begun = false;
	settle(all, 3, 1);
	assert_one(PROBLEM_STAGE_NOT_BEGUN, "#/copaymentIds/2");
	settle(all, 3, 0);
	assert_none();
}
END_TEST

START_TEST(what_replaces_a_settlement_says_so)
{
	int64_t ids[] = {1};
	struct settled_copayment all[] = {copayment(1, 0, 10)};
	struct settlement_facts facts = {
		.caller = PERSON("hub_editor", "hub", 8, 101), .copayments = all, .n = 1};
	struct settlement_input input = {.cost_ore = 9, .ids = ids, .n = 1};

	all[0].is_settled = true;
	all[0].settled_by = 7;
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_SETTLED_ALREADY, "#/copaymentIds/0");
	input.is_again = true;
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/reason");
	input.reason = "Feil timer";
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_none();
	input = (struct settlement_input){.cost_ore = 10, .ids = ids, .n = 1};
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_none();
}
END_TEST

START_TEST(less_than_the_confirmed_hours_is_settled_for_a_reason)
{
	int64_t ids[] = {1, 2};
	struct settled_copayment all[] = {copayment(1, 0, 2000), copayment(2, 0, 2000)};
	struct settlement_facts facts = {
		.caller = PERSON("hub_editor", "hub", 8, 101), .copayments = all, .n = 2};
	struct settlement_input input = {.cost_ore = 3000, .ids = ids, .n = 2};

	all[0].confirmed_ore = 1500;
	all[1].confirmed_ore = 1501;
	all[1].firm = "Elvestrand AS";
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_SETTLED_BELOW_HOURS, "#/reason");
	assert_arg(0, "Elvestrand AS");
	assert_arg(1, "15,01");
	input.reason = "Halv pris";
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_none();
	input = (struct settlement_input){.cost_ore = 3002, .ids = ids, .n = 2};
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_none();
}
END_TEST

START_TEST(another_person_lowers_what_was_settled)
{
	int64_t ids[] = {1, 2};
	struct settled_copayment all[] = {copayment(1, 0, 10), copayment(2, 0, 10)};
	struct settlement_facts facts = {
		.caller = PERSON("hub_editor", "hub", 7, 101), .copayments = all, .n = 2};
	struct settlement_input input = {
		.cost_ore = 18, .ids = ids, .n = 2, .is_again = true, .reason = "Feil timer"};

	all[1].is_settled = true;
	all[1].settled_by = 7;
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_FOUR_EYES, "#/copaymentIds/1");
	facts.caller.person_id = 8;
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_none();
	facts.caller.is_person = false;
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	input.cost_ore = 20;
	begin();
	decide_settle_aid(&facts, &input, &effects, &problems);
	assert_none();
}
END_TEST

START_TEST(what_was_credited_is_settled_by_that)
{
	struct copayment_facts facts = {.state = "paid"};

	begin();
	decide_settle_one(&facts, &problems);
	assert_none();
	facts.state = "credited";
	decide_settle_one(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(without_input_it_is_only_asked_whether_it_may_be_done)
{
	struct settlement_facts facts = {.n = 0};

	begin();
	decide_settle_aid(&facts, NULL, &effects, &problems);
	assert_none();
}
END_TEST

/* Of a service planned at 1000, of which the firm pays 300; settled at 400 by person 7. */
static struct copayment_facts low(void)
{
	return (struct copayment_facts){
		.caller = PERSON("hub_signatory", "hub", 8, 101),
		.state = "paid",
		.planned_ore = 1000,
		.kept_ore = 300,
		.checked_aid_ore = 700,
		.settled = {.service_ore = 400, .by = 7},
		.has_settled = true,
	};
}

static struct corrected_effects corrected;

static void correct(const struct copayment_facts *facts, int64_t service_ore)
{
	struct corrected_input input = {.service_ore = service_ore, .reason = "Feil timer"};

	begin();
	corrected = (struct corrected_effects){0};
	decide_correct_settlement(facts, &input, &corrected, &problems);
}

START_TEST(what_was_settled_too_low_is_corrected_up_to_what_was_planned)
{
	struct copayment_facts facts = low();

	correct(&facts, 1000);
	assert_none();
	ck_assert_int_eq(corrected.aid_ore, 700);
	correct(&facts, 1001);
	assert_one(PROBLEM_SETTLED_HIGHER, "#/serviceValueOre");
	correct(&facts, 400);
	assert_one(PROBLEM_SETTLED_NO_HIGHER, "#/serviceValueOre");
	facts.settled.service_ore = 100;
	correct(&facts, 200);
	assert_none();
	ck_assert_int_eq(corrected.aid_ore, 0);
}
END_TEST

START_TEST(a_correction_goes_as_far_as_the_aid_was_checked)
{
	struct copayment_facts facts = low();

	facts.kept_ore = 0;
	facts.checked_aid_ore = 450;
	correct(&facts, 450);
	assert_none();
	ck_assert_int_eq(corrected.aid_ore, 450);
	correct(&facts, 451);
	assert_one(PROBLEM_SETTLED_HIGHER, "#/serviceValueOre");
}
END_TEST

START_TEST(another_person_corrects_what_was_settled)
{
	struct copayment_facts facts = low();

	facts.settled.by = 8;
	correct(&facts, 500);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.settled.by = 0;
	correct(&facts, 500);
	assert_none();
	facts.caller.is_person = false;
	correct(&facts, 500);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(only_what_was_settled_and_stands_is_corrected)
{
	struct copayment_facts facts = low();

	facts.has_settled = false;
	correct(&facts, 500);
	assert_one(PROBLEM_NOT_SETTLED, NULL);
	facts = low();
	facts.state = "credited";
	correct(&facts, 500);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = low();
	facts.has_relief = true;
	begin();
	decide_correct_settlement(&facts, NULL, &corrected, &problems);
	assert_one(PROBLEM_RELIEF_ASKED, NULL);
}
END_TEST

RUN_TESTS(TEST(the_cost_is_split_to_the_ore), TEST(a_share_above_the_value_is_no_aid_below_nothing),
	  TEST(more_than_was_planned_is_refused_firm_by_firm), TEST(what_a_firm_was_let_off_is_aid),
	  TEST(any_delivery_is_split_to_the_ore_and_only_lowers),
	  TEST(one_stage_of_one_programme_is_settled_at_a_time),
	  TEST(aid_is_settled_of_ones_own_firms_once_it_was_checked),
	  TEST(of_what_was_not_delivered_there_is_no_aid_to_check),
	  TEST(what_a_firm_has_not_begun_in_is_settled_at_nothing),
	  TEST(what_replaces_a_settlement_says_so),
	  TEST(less_than_the_confirmed_hours_is_settled_for_a_reason),
	  TEST(another_person_lowers_what_was_settled),
	  TEST(what_was_settled_too_low_is_corrected_up_to_what_was_planned),
	  TEST(a_correction_goes_as_far_as_the_aid_was_checked),
	  TEST(another_person_corrects_what_was_settled),
	  TEST(only_what_was_settled_and_stands_is_corrected),
	  TEST(what_was_credited_is_settled_by_that),
	  TEST(without_input_it_is_only_asked_whether_it_may_be_done))
