#include "api/grants/change.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { YEAR = 2026 };

static struct changed_cost costs[] = {{"workshops", 1}, {"hours", 2}};
static struct changed_part parts[] = {
	{1, YEAR, 6000, 60, 50, 0}, {2, YEAR, 4000, 40, 10, 0},
	{1, YEAR + 1, 6000, 6, 6, 0}, {2, YEAR + 1, 4000, 4, 4, 0}};

/* 60/40 by two lines, 40 of the 100 claimed, raised once with the money of the next year. */
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

static void assert_changed(const struct changed_grant *grant, int64_t after_ore,
			   const int64_t *wanted, size_t n_wanted)
{
	size_t n;
	int64_t *found;

	begin();
	found = changed_parts(grant, after_ore, YEAR, &n, problems.arena);
	ck_assert_uint_eq(n, n_wanted);
	for (size_t i = 0; i < n; i++)
		ck_assert_int_eq(found[i], wanted[i]);
}

static void assert_parts(int64_t after_ore, const int64_t *wanted, size_t n_wanted)
{
	struct changed_grant grant = raised();

	assert_changed(&grant, after_ore, wanted, n_wanted);
}

/* Of two lines by their shares, nothing claimed. */
static void assert_of_two(int64_t first_ore, int64_t second_ore, int64_t after_ore,
			  const int64_t *wanted)
{
	struct changed_part two[] = {{1, YEAR, 6000, first_ore, first_ore, 0},
				     {2, YEAR, 4000, second_ore, second_ore, 0}};
	struct changed_grant grant = raised();

	grant.parts = two;
	grant.n_parts = 2;
	grant.amount_ore = grant.remaining_ore = first_ore + second_ore;
	assert_changed(&grant, after_ore, wanted, 2);
}

START_TEST(a_raise_is_taken_of_the_lines_by_their_shares)
{
	assert_parts(111, (const int64_t[]){1, 0}, 2);
	assert_parts(115, (const int64_t[]){3, 2}, 2);
	assert_parts(210, (const int64_t[]){60, 40}, 2);
}
END_TEST

START_TEST(a_lower_amount_is_given_back_by_line_and_of_what_remains_of_each_year)
{
	assert_parts(109, (const int64_t[]){-1, 0, 0, 0}, 4);
	assert_parts(75, (const int64_t[]){-19, -10, -2, -4}, 4);
	assert_parts(40, (const int64_t[]){-50, -10, -6, -4}, 4);
}
END_TEST

START_TEST(what_the_lines_come_to_is_their_shares_of_the_new_whole)
{
	assert_of_two(3005, 2003, 5004, (const int64_t[]){-3, -1});
	assert_of_two(3005, 2003, 5009, (const int64_t[]){0, 1});
	assert_of_two(3005, 2003, 5010, (const int64_t[]){1, 1});
	assert_of_two(3005, 2003, 1, (const int64_t[]){-3004, -2003});
}
END_TEST

START_TEST(a_raise_takes_nothing_back_and_a_lower_amount_no_more)
{
	assert_of_two(20, 30, 60, (const int64_t[]){10, 0});
	assert_of_two(20, 30, 100, (const int64_t[]){40, 10});
	assert_of_two(20, 30, 45, (const int64_t[]){0, -5});
	assert_of_two(20, 30, 20, (const int64_t[]){-8, -22});
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
	  TEST(a_lower_amount_is_given_back_by_line_and_of_what_remains_of_each_year),
	  TEST(what_the_lines_come_to_is_their_shares_of_the_new_whole),
	  TEST(a_raise_takes_nothing_back_and_a_lower_amount_no_more),
	  TEST(cost_groups_get_their_shares_anew),
	  TEST(it_is_lowered_to_what_is_claimed_and_while_it_runs))
