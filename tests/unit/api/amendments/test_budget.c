#include "api/amendments/budget.h"

#include "lib/base/dice.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

#define PARTNER "910000302"

enum { N_GROUPS = 3 };

/* 800 for wages and 100 for travel of the recipient, 100 for wages of a partner; travel is a tenth
 * of all at most. */
static struct line_group groups[] = {
	{"wages", "Lønn", false, 0, false},
	{"travel", "Reise", false, 1000, true},
	{"fees", "Kurs", true, 0, false},
};
static struct line_partner partners[] = {{PARTNER, "Minera Skifer AS", false}};

struct lines {
	struct budget_line list[3];
};

static const struct lines lines = {{
	{{"wages", NULL}, 800, 0},
	{{"travel", NULL}, 100, 0},
	{{"wages", PARTNER}, 100, 0},
}};

static struct budget budget_of(struct lines *own)
{
	return (struct budget){
		.lines = own->list,
		.n_lines = 3,
		.groups = groups,
		.n_groups = N_GROUPS,
		.partners = partners,
		.n_partners = 1,
	};
}

static struct budget_move move(const char *from, const char *from_partner, const char *to,
			       const char *to_partner, int64_t ore)
{
	return (struct budget_move){{from, from_partner}, {to, to_partner}, ore, true, true};
}

static void check_one(struct lines own, struct budget_move one)
{
	struct budget budget = budget_of(&own);

	begin();
	check_moves(&budget, &one, 1, &problems);
}

START_TEST(what_a_line_has_moves_to_another_group_or_organisation)
{
	check_one(lines, move("wages", NULL, "fees", NULL, 800));
	assert_none();
	check_one(lines, move("wages", NULL, "wages", PARTNER, 1));
	assert_none();
	check_one(lines, move("wages", NULL, "fees", NULL, 801));
	assert_one(PROBLEM_MOVE_TOO_MUCH, "#/moves");
	check_one(lines, move("fees", NULL, "wages", NULL, 1));
	assert_found(PROBLEM_MOVE_TOO_MUCH, "#/moves");
}
END_TEST

START_TEST(nothing_moves_that_is_claimed_of_its_group_or_its_organisation)
{
	struct lines own = lines;

	own.list[0].claimed_ore = 700;
	check_one(own, move("wages", NULL, "fees", NULL, 100));
	assert_none();
	check_one(own, move("wages", NULL, "fees", NULL, 201));
	assert_one(PROBLEM_MOVE_TOO_MUCH, "#/moves");
	own.list[2].claimed_ore = 100;
	check_one(own, move("wages", PARTNER, "fees", NULL, 1));
	assert_one(PROBLEM_MOVE_TOO_MUCH, "#/moves");
	check_one(own, move("wages", NULL, "fees", NULL, 101));
	assert_one(PROBLEM_MOVE_TOO_MUCH, "#/moves");
	own.list[0].claimed_ore = 900;
	check_one(own, move("travel", NULL, "wages", NULL, 1));
	assert_none();
}
END_TEST

START_TEST(a_group_gets_no_more_than_the_scheme_lets_it)
{
	struct lines own = lines;

	check_one(own, move("wages", NULL, "travel", NULL, 1));
	assert_one(PROBLEM_GROUP_TOO_LARGE, "#/moves");
	own.list[0].budget_ore = 700;
	own.list[1].budget_ore = 200;
	check_one(own, move("travel", NULL, "wages", NULL, 50));
	assert_none();
}
END_TEST

START_TEST(what_moves_is_of_the_call_and_of_the_grant_and_goes_elsewhere)
{
	check_one(lines, move("wages", NULL, "rent", NULL, 1));
	assert_one(PROBLEM_COST_GROUP_UNKNOWN, "#/moves/0/to/costGroup");
	check_one(lines, move("wages", "910000999", "wages", NULL, 1));
	assert_found(PROBLEM_PARTNER_NOT_OF_GRANT, "#/moves/0/from/partnerOrgnr");
	check_one(lines, move("wages", PARTNER, "wages", PARTNER, 1));
	assert_one(PROBLEM_MOVE_NOWHERE, "#/moves/0/to");
}
END_TEST

/* ---- whatever moves: the sum is kept, and what is let through holds what it must */

static const char *const codes[] = {"wages", "travel", "fees"};
static const char *const bearers[] = {NULL, PARTNER};

static int64_t whole(const struct budget *budget)
{
	int64_t sum = 0;

	for (size_t i = 0; i < budget->n_lines; i++)
		sum += budget->lines[i].budget_ore;
	return sum;
}

static void assert_kept(struct budget_sum before, struct budget_sum after)
{
	ck_assert_int_eq(after.claimed_ore, before.claimed_ore);
	ck_assert(after.budget_ore >= before.budget_ore || after.budget_ore >= after.claimed_ore);
}

static void assert_holds(const struct budget *before, const struct budget *after)
{
	struct budget_sum had = group_sum(before, "travel");
	struct budget_sum has = group_sum(after, "travel");

	for (size_t i = 0; i < after->n_lines; i++)
		ck_assert_int_ge(after->lines[i].budget_ore, 0);
	for (size_t i = 0; i < N_GROUPS; i++)
		assert_kept(group_sum(before, codes[i]), group_sum(after, codes[i]));
	for (size_t i = 0; i < 2; i++)
		assert_kept(bearer_sum(before, bearers[i]), bearer_sum(after, bearers[i]));
	ck_assert(has.budget_ore <= had.budget_ore || has.budget_ore * 10 <= whole(after));
}

START_TEST(nothing_moves_to_one_that_has_left)
{
	struct line_partner left[] = {{PARTNER, "Minera Skifer AS", true}};
	struct lines own = lines;
	struct budget budget = budget_of(&own);
	struct budget_move to = move("wages", NULL, "wages", PARTNER, 1);
	struct budget_move from = move("wages", PARTNER, "wages", NULL, 1);

	budget.partners = left;
	begin();
	check_moves(&budget, &to, 1, &problems);
	assert_one(PROBLEM_PARTNER_NOT_OF_GRANT, "#/moves/0/to/partnerOrgnr");
	begin();
	check_moves(&budget, &from, 1, &problems);
	assert_none();
}
END_TEST

START_TEST(what_is_given_back_is_nobodys)
{
	struct lines own = lines;
	struct budget budget = budget_of(&own), after;
	struct budget_move back = {
		.has_from = true, .from = {"wages", PARTNER}, .amount_ore = 60};

	begin();
	check_moves(&budget, &back, 1, &problems);
	assert_none();
	after = budget_after(&budget, &back, 1, problems.arena);
	ck_assert_int_eq(whole_sum(&after), 940);
	ck_assert_int_eq(bearer_sum(&after, PARTNER).budget_ore, 40);
	back.amount_ore = 101;
	check_moves(&budget, &back, 1, &problems);
	assert_found(PROBLEM_MOVE_TOO_MUCH, "#/moves");
}
END_TEST

START_TEST(the_sum_is_kept_and_caps_and_claims_hold)
{
	enum { ROUNDS = 20000, MOVES = 4 };
	struct dice dice = {.state = 2026};
	int passed = 0;

	for (int round = 0; round < ROUNDS; round++) {
		struct lines own = lines;
		struct budget before = budget_of(&own), after;
		struct budget_move moves[MOVES];
		size_t n = 1 + dice_below(&dice, MOVES);

		for (size_t i = 0; i < before.n_lines; i++) {
			own.list[i].budget_ore = 1 + dice_below(&dice, 1000);
			own.list[i].claimed_ore = dice_below(&dice, 700);
		}
		for (size_t i = 0; i < n; i++)
			moves[i] = move(codes[dice_below(&dice, N_GROUPS)],
					bearers[dice_below(&dice, 2)],
					codes[dice_below(&dice, N_GROUPS)],
					bearers[dice_below(&dice, 2)], 1 + dice_below(&dice, 150));
		begin();
		after = budget_after(&before, moves, n, problems.arena);
		ck_assert_int_eq(whole(&after), whole(&before));
		check_moves(&before, moves, n, &problems);
		if (problems.n > 0)
			continue;
		assert_holds(&before, &after);
		passed++;
	}
	ck_assert_int_gt(passed, ROUNDS / 100);
}
END_TEST

RUN_TESTS(TEST(what_a_line_has_moves_to_another_group_or_organisation),
	  TEST(nothing_moves_that_is_claimed_of_its_group_or_its_organisation),
	  TEST(a_group_gets_no_more_than_the_scheme_lets_it),
	  TEST(what_moves_is_of_the_call_and_of_the_grant_and_goes_elsewhere),
	  TEST(nothing_moves_to_one_that_has_left), TEST(what_is_given_back_is_nobodys),
	  TEST(the_sum_is_kept_and_caps_and_claims_hold))
