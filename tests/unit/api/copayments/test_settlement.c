#include "api/copayments/settlement.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static struct settlement_effects effects;

static struct settled_copayment copayment(int64_t id, int64_t share_ore, int64_t aid_ore)
{
	return (struct settled_copayment){id, 300 + id, 500, 2, share_ore, aid_ore, true};
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

START_TEST(aid_is_only_lowered_and_never_below_nothing)
{
	struct settled_copayment all[] = {copayment(1, 100, 200), copayment(2, 400, 1000),
					  copayment(3, 100, 0)};

	settle(all, 3, 1000);
	assert_none();
	ck_assert_int_eq(effects.aid_ore[0], 200);
	ck_assert_int_eq(effects.aid_ore[1], 0);
	ck_assert_int_eq(effects.aid_ore[2], 0);
}
END_TEST

START_TEST(one_stage_of_one_programme_is_settled_at_a_time)
{
	struct settled_copayment all[] = {copayment(1, 0, 1), copayment(2, 0, 1),
					  copayment(3, 0, 1)};

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
	struct settled_copayment all[] = {copayment(1, 0, 1), copayment(2, 0, 1)};

	all[1].is_checked = false;
	settle(all, 2, 10);
	assert_found(PROBLEM_AID_UNCHECKED, "#/copaymentIds/1");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/copaymentIds/2");
	settle(NULL, 0, 10);
	ck_assert_uint_eq(problems.n, 3);
}
END_TEST

RUN_TESTS(TEST(the_cost_is_split_to_the_ore), TEST(aid_is_only_lowered_and_never_below_nothing),
	  TEST(one_stage_of_one_programme_is_settled_at_a_time),
	  TEST(aid_is_settled_of_ones_own_firms_once_it_was_checked))
