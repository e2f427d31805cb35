#include "api/aid/deminimis.h"
#include "api/aid/group.h"

#include "lib/base/arena.h"
#include "lib/base/dice.h"
#include "tests/unit/api/aid/days.h"
#include "tests/unit/run.h"

enum { MOST = 7, ROUNDS = 2000 };

static struct aid_enterprise enterprises[MOST];

/* "0 2": those that are one undertaking with the first. */
static void assert_linked(const struct aid_link *links, size_t n_links, const char *wanted)
{
	const struct aid_group group = {enterprises, MOST, links, n_links};
	struct arena *arena = arena_new(1 << 16);
	const bool *linked = aid_linked(&group, 0, arena);

	for (size_t i = 0; i < MOST; i++) {
		const char digit[] = {(char)('0' + i), '\0'};

		ck_assert_msg(linked[i] == (strstr(wanted, digit) != NULL), "%zu, not %s", i,
			      wanted);
	}
	arena_free(&arena);
}

static struct aid_link votes(size_t owner, size_t owned, int64_t votes_bp)
{
	return (struct aid_link){.owner = owner, .owned = owned, .votes_bp = votes_bp};
}

static struct aid_link control(size_t owner, size_t owned)
{
	return (struct aid_link){.owner = owner, .owned = owned, .controls = true};
}

START_TEST(a_majority_of_votes_links_and_half_of_them_does_not)
{
	const struct aid_link above[] = {votes(1, 0, 5001), votes(0, 2, 5001)};
	const struct aid_link half[] = {votes(1, 0, 5000), votes(0, 2, 5000)};
	const struct aid_link capital[] = {{.owner = 1, .owned = 0, .capital_bp = 10000}};

	assert_linked(above, 2, "012");
	assert_linked(half, 2, "0");
	assert_linked(capital, 1, "0");
}
END_TEST

START_TEST(control_without_votes_links)
{
	const struct aid_link links[] = {control(1, 0), control(0, 2)};

	assert_linked(links, 2, "012");
}
END_TEST

START_TEST(what_is_linked_to_the_linked_is_linked_up_down_and_aside)
{
	const struct aid_link links[] = {
		votes(1, 0, 6000), votes(2, 1, 6000), votes(2, 3, 6000),
		votes(3, 4, 6000), votes(5, 4, 3000),
	};

	assert_linked(links, 5, "01234");
}
END_TEST

START_TEST(votes_that_one_owner_controls_count_together)
{
	const struct aid_link down[] = {votes(0, 1, 6000), votes(0, 2, 3000), votes(1, 2, 3000)};
	const struct aid_link up[] = {votes(1, 2, 9000), votes(1, 3, 9000), votes(2, 0, 3000),
				      votes(3, 0, 3000)};
	const struct aid_link apart[] = {votes(2, 0, 3000), votes(3, 0, 3000)};

	assert_linked(down, 3, "012");
	assert_linked(up, 4, "0123");
	assert_linked(apart, 2, "0");
}
END_TEST

START_TEST(two_firms_of_one_public_body_are_no_undertaking)
{
	const struct aid_link links[] = {votes(1, 0, 10000), votes(1, 2, 10000),
					 votes(2, 3, 10000)};

	enterprises[1].is_public = true;
	assert_linked(links, 3, "0");
	enterprises[1].is_public = false;
	assert_linked(links, 3, "0123");
}
END_TEST

START_TEST(owners_of_each_other_end)
{
	const struct aid_link links[] = {votes(0, 1, 6000), votes(1, 0, 6000), votes(1, 1, 9000)};

	assert_linked(links, 3, "01");
}
END_TEST

/* EUR that are left of 300 000 for the first, when the second got 150 000. */
static int64_t left_beside(const struct aid_link *link)
{
	const struct aid_group group = {enterprises, 2, link, 1};
	const struct aid_award award = {day_of("2024-06-01"), 150000 * EURO, AID_DE_MINIMIS};
	const struct aid_award added = {day_of("2026-11-21"), 200000 * EURO, AID_DE_MINIMIS};
	const struct aid_ceiling ceiling = {AID_UNDER(AID_DE_MINIMIS), 300000 * EURO, 36, true};
	struct arena *arena = arena_new(1 << 16);
	const bool *linked = aid_linked(&group, 0, arena);
	struct aid_room room;

	aid_hold_ceilings(&award, linked[1], &added, &ceiling, 1, &room);
	arena_free(&arena);
	ck_assert(room.is_enough == (room.available_cents >= added.eur_cents));
	return room.available_cents / EURO;
}

START_TEST(sa_4_the_aid_of_a_sister_by_votes_counts)
{
	const struct aid_link link = votes(1, 0, 5001);

	ck_assert_int_eq(left_beside(&link), 150000);
}
END_TEST

START_TEST(sa_4_the_aid_of_a_partner_with_thirty_percent_does_not_count)
{
	const struct aid_link link = votes(1, 0, 3000);

	ck_assert_int_eq(left_beside(&link), 300000);
}
END_TEST

/* What is one undertaking is so whichever of its enterprises is asked for. */
START_TEST(enterprises_are_linked_both_ways)
{
	struct dice dice = {.state = 11};

	for (int i = 0; i < UNDER_VALGRIND(100, ROUNDS); i++) {
		struct arena *arena = arena_new(1 << 16);
		struct aid_link links[MOST];
		const struct aid_group group = {enterprises, MOST, links, MOST};
		const bool *linked[MOST];

		for (size_t j = 0; j < MOST; j++)
			links[j] = votes(dice_below(&dice, MOST), dice_below(&dice, MOST),
					 dice_between(&dice, 2000, 7000));
		for (size_t j = 0; j < MOST; j++)
			linked[j] = aid_linked(&group, j, arena);
		for (size_t j = 0; j < MOST; j++)
			for (size_t k = 0; k < MOST; k++)
				ck_assert(linked[j][k] == linked[k][j]);
		arena_free(&arena);
	}
}
END_TEST

RUN_TESTS(TEST(a_majority_of_votes_links_and_half_of_them_does_not),
	  TEST(control_without_votes_links),
	  TEST(what_is_linked_to_the_linked_is_linked_up_down_and_aside),
	  TEST(votes_that_one_owner_controls_count_together),
	  TEST(two_firms_of_one_public_body_are_no_undertaking), TEST(owners_of_each_other_end),
	  TEST(sa_4_the_aid_of_a_sister_by_votes_counts),
	  TEST(sa_4_the_aid_of_a_partner_with_thirty_percent_does_not_count),
	  TEST(enterprises_are_linked_both_ways))
