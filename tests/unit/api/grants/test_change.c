#include "api/grants/change.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { YEAR = 2026 };

static struct changed_cost costs[] = {{"workshops", 1}, {"hours", 2}};
static struct changed_part parts[] = {
	{YEAR, 6000, 50}, {YEAR, 4000, 10}, {YEAR + 1, 6000, 6}, {YEAR + 1, 4000, 4}};

/* 60/40 by two lines, 30 of the 100 claimed, raised once with the money of the next year. */
static struct changed_grant raised(void)
{
	return (struct changed_grant){
		.state = "active",
		.amount_ore = 110,
		.remaining_ore = 70,
		.year = YEAR,
		.parts = parts,
		.n_parts = 4,
		.costs = costs,
		.n_costs = 2,
	};
}

static void assert_parts(int64_t after_ore, const int64_t *wanted, size_t n_wanted)
{
	struct changed_grant grant = raised();
	size_t n;
	int64_t *found;

	begin();
	found = changed_parts(&grant, after_ore, &n, problems.arena);
	ck_assert_uint_eq(n, n_wanted);
	for (size_t i = 0; i < n; i++)
		ck_assert_int_eq(found[i], wanted[i]);
}

START_TEST(a_raise_is_taken_of_the_lines_by_their_shares)
{
	assert_parts(111, (const int64_t[]){1, 0}, 2);
	assert_parts(115, (const int64_t[]){3, 2}, 2);
	assert_parts(210, (const int64_t[]){60, 40}, 2);
}
END_TEST

START_TEST(a_lower_amount_is_given_back_by_what_remains_of_each_part)
{
	assert_parts(109, (const int64_t[]){-1, 0, 0, 0}, 4);
	assert_parts(75, (const int64_t[]){-25, -5, -3, -2}, 4);
	assert_parts(40, (const int64_t[]){-50, -10, -6, -4}, 4);
}
END_TEST

START_TEST(cost_groups_get_their_shares_anew)
{
	struct changed_grant grant = raised();

	begin();
	ck_assert_str_eq(changed_shares(&grant, 100, problems.arena),
			 "{\"workshops\":33,\"hours\":67}");
}
END_TEST

START_TEST(it_is_lowered_to_what_is_claimed_and_while_it_runs)
{
	struct changed_grant grant = raised();

	begin();
	check_change(&grant, 40, "#/amountOre", &problems);
	assert_none();
	check_change(&grant, 39, "#/amountOre", &problems);
	assert_one(PROBLEM_GRANT_CLAIMED, "#/amountOre");
	grant.state = "settled";
	begin();
	check_change(&grant, 200, "#/amountOre", &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(a_raise_is_taken_of_the_lines_by_their_shares),
	  TEST(a_lower_amount_is_given_back_by_what_remains_of_each_part),
	  TEST(cost_groups_get_their_shares_anew),
	  TEST(it_is_lowered_to_what_is_claimed_and_while_it_runs))
