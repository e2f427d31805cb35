#include "api/grants/change.h"

#include <stdlib.h>

#include "api/grants/split.h"
#include "lib/base/arena.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { YEAR = 2026, LINES_MAX = 4, PARTS_MAX = 3 * LINES_MAX, ROUNDS = 3000 };

static int64_t at_random(int64_t below)
{
	return (random() << 31 | random()) % below;
}

/* 60/40 by two lines in two years, 40 of 110 claimed, annulled. */
static struct changed_part parts[] = {
	{1, YEAR, 6000, 10, 0, 50}, {2, YEAR, 4000, 30, 0, 10},
	{1, YEAR + 1, 6000, 0, 0, 6}, {2, YEAR + 1, 4000, 0, 0, 4}};

static struct changed_grant annulled(void)
{
	return (struct changed_grant){
		.state = "annulled",
		.is_annulled = true,
		.amount_ore = 40,
		.taken_ore = 70,
		.year = YEAR,
		.parts = parts,
		.n_parts = 4,
	};
}

static void assert_given_back(const struct changed_grant *grant, int64_t after_ore, int64_t year,
			      const int64_t *wanted, size_t n_wanted)
{
	size_t n;
	int64_t *found;

	begin();
	found = changed_parts(grant, after_ore, year, &n, problems.arena);
	ck_assert_uint_eq(n, n_wanted);
	for (size_t i = 0; i < n; i++)
		ck_assert_int_eq(found[i], wanted[i]);
}

START_TEST(what_was_taken_goes_back_to_where_it_was)
{
	struct changed_grant grant = annulled();

	assert_given_back(&grant, 110, YEAR, (const int64_t[]){50, 10, 6, 4}, 4);
	assert_given_back(&grant, 110, YEAR + 1, (const int64_t[]){50, 10, 6, 4}, 4);
}
END_TEST

START_TEST(more_than_that_is_of_the_year_and_less_leaves_its_part_of_each)
{
	struct changed_grant grant = annulled();

	assert_given_back(&grant, 120, YEAR, (const int64_t[]){56, 14, 6, 4}, 4);
	assert_given_back(&grant, 120, YEAR + 1, (const int64_t[]){50, 10, 12, 8}, 4);
	assert_given_back(&grant, 120, YEAR + 2, (const int64_t[]){50, 10, 6, 4, 6, 4}, 6);
	assert_given_back(&grant, 75, YEAR, (const int64_t[]){31, 0, 4, 0}, 4);
}
END_TEST

START_TEST(what_is_gone_of_a_year_is_of_the_year_that_is_said)
{
	struct changed_part gone[] = {{1, YEAR, 6000, 10, 0, 0}, {2, YEAR, 4000, 30, 0, 0}};
	struct changed_grant grant = annulled();

	grant.parts = gone;
	grant.n_parts = 2;
	assert_given_back(&grant, 100, YEAR + 1, (const int64_t[]){0, 0, 50, 10}, 4);
	assert_given_back(&grant, 100, YEAR, (const int64_t[]){50, 10}, 2);
}
END_TEST

START_TEST(it_stands_as_it_did)
{
	struct changed_grant grant = annulled();

	ck_assert_str_eq(standing_state(&grant), "active");
	grant.amount_ore = 0;
	ck_assert_str_eq(standing_state(&grant), "accepted");
	grant.is_annulled = false;
	grant.state = "offered";
	ck_assert_str_eq(standing_state(&grant), "offered");
}
END_TEST

START_TEST(it_is_changed_to_no_less_than_was_claimed)
{
	struct changed_grant grant = annulled();

	begin();
	check_change(&grant, 40, "#/amountOre", &problems);
	assert_none();
	check_change(&grant, 39, "#/amountOre", &problems);
	assert_one(PROBLEM_GRANT_CLAIMED, "#/amountOre");
}
END_TEST

/* ---- whatever the split */

struct drawn {
	struct changed_grant grant;
	struct changed_part parts[PARTS_MAX];
	int64_t claimed[PARTS_MAX];
	int64_t claimed_ore;
	size_t n_lines;
};

static void draw_shares(int64_t *shares_bp, size_t n)
{
	int64_t left_bp = 10000;

	for (size_t i = 0; i + 1 < n; i++) {
		shares_bp[i] = 1 + at_random(left_bp - (int64_t)(n - i));
		left_bp -= shares_bp[i];
	}
	shares_bp[n - 1] = left_bp;
}

/* Some lines in one or two years, each part claimed of as it happens. */
static struct drawn draw(void)
{
	static const int64_t scales[] = {3, 100, 100000000};
	struct drawn drawn = {.n_lines = 1 + (size_t)at_random(LINES_MAX)};
	int64_t shares_bp[LINES_MAX], cut[LINES_MAX];
	size_t n_years = 1 + (size_t)at_random(2);

	draw_shares(shares_bp, drawn.n_lines);
	for (size_t y = 0; y < n_years; y++) {
		split_exactly(1 + at_random(scales[at_random(3)]), shares_bp, drawn.n_lines, cut);
		for (size_t i = 0; i < drawn.n_lines; i++) {
			size_t at = drawn.grant.n_parts++;
			int64_t claimed = at_random(cut[i] + 1);

			drawn.parts[at] = (struct changed_part){
				(int64_t)i, YEAR + (int64_t)y, shares_bp[i], cut[i],
				cut[i] - claimed, 0};
			drawn.claimed[at] = claimed;
			drawn.claimed_ore += claimed;
			drawn.grant.amount_ore += cut[i];
			drawn.grant.remaining_ore += cut[i] - claimed;
		}
	}
	drawn.grant.year = YEAR;
	return drawn;
}

/* Lowered to what was claimed of each part, to the øre. */
static void annul(struct drawn *drawn, int round)
{
	size_t n;
	const int64_t *moved;

	drawn->grant.parts = drawn->parts;
	begin();
	moved = changed_parts(&drawn->grant, drawn->claimed_ore, YEAR, &n, problems.arena);
	ck_assert_uint_eq(n, drawn->grant.n_parts);
	for (size_t i = 0; i < n; i++) {
		struct changed_part *part = &drawn->parts[i];

		if (part->amount_ore + moved[i] != drawn->claimed[i])
			ck_abort_msg("round %d: part %zu keeps what was not claimed", round, i);
		part->back_ore = -moved[i];
		part->amount_ore = drawn->claimed[i];
		part->remaining_ore = 0;
	}
	drawn->grant.taken_ore = drawn->grant.remaining_ore;
	drawn->grant.amount_ore = drawn->claimed_ore;
	drawn->grant.remaining_ore = 0;
	drawn->grant.is_annulled = true;
}

static void assert_each_ore_once(const struct drawn *drawn, int64_t after_ore, int64_t year,
				 int round)
{
	const struct changed_grant *grant = &drawn->grant;
	int64_t sum_ore = drawn->claimed_ore;
	size_t n;
	const int64_t *given;

	begin();
	given = changed_parts(grant, after_ore, year, &n, problems.arena);
	for (size_t i = 0; i < n; i++) {
		bool is_old = i < grant->n_parts;
		bool is_of_year = !is_old || grant->parts[i].year == year;

		if (given[i] < 0 || (!is_of_year && given[i] > grant->parts[i].back_ore))
			ck_abort_msg("round %d: part %zu is given what it is not", round, i);
		if (is_old && after_ore == grant->amount_ore + grant->taken_ore &&
		    given[i] != grant->parts[i].back_ore)
			ck_abort_msg("round %d: part %zu is not as it was", round, i);
		sum_ore += given[i];
	}
	ck_assert_msg(sum_ore == after_ore, "round %d", round);
}

START_TEST(what_was_kept_and_what_is_given_is_what_was_decided)
{
	for (int round = 0; round < UNDER_VALGRIND(300, ROUNDS); round++) {
		struct drawn drawn = draw();
		int64_t stood_ore = drawn.grant.amount_ore;

		annul(&drawn, round);
		assert_each_ore_once(&drawn, stood_ore, YEAR + at_random(3), round);
		assert_each_ore_once(&drawn, drawn.claimed_ore + at_random(2 * stood_ore + 1),
				     YEAR + at_random(3), round);
	}
}
END_TEST

RUN_TESTS(TEST(what_was_taken_goes_back_to_where_it_was),
	  TEST(more_than_that_is_of_the_year_and_less_leaves_its_part_of_each),
	  TEST(what_is_gone_of_a_year_is_of_the_year_that_is_said), TEST(it_stands_as_it_did),
	  TEST(it_is_changed_to_no_less_than_was_claimed),
	  TEST(what_was_kept_and_what_is_given_is_what_was_decided))
