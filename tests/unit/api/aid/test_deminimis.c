#include "api/aid/deminimis.h"

#include "lib/base/date.h"
#include "lib/base/dice.h"
#include "tests/unit/api/aid/days.h"
#include "tests/unit/run.h"

enum { MOST = 8, ROUNDS = 3000, SPAN_DAYS = 2500 };

static const struct aid_ceiling general = {
	.regimes = AID_UNDER(AID_DE_MINIMIS),
	.most_cents = 300000 * EURO,
	.months = 36,
	.includes_boundary = true,
};

static const struct aid_ceiling both[] = {
	{AID_UNDER(AID_DE_MINIMIS), 300000 * EURO, 36, true},
	{AID_UNDER(AID_DE_MINIMIS) | AID_UNDER(AID_SGEI), 750000 * EURO, 36, true},
};

static struct aid_award award(const char *day, int64_t cents)
{
	return (struct aid_award){.day = day_of(day), .eur_cents = cents};
}

static struct aid_award sgei(const char *day, int64_t cents)
{
	return (struct aid_award){day_of(day), cents, AID_SGEI};
}

static struct aid_room hold(const struct aid_award *awards, size_t n, struct aid_award added)
{
	struct aid_room room;

	aid_hold_ceilings(awards, n, &added, &general, 1, &room);
	return room;
}

static struct aid_room hold_both(const struct aid_award *awards, size_t n, struct aid_award added)
{
	struct aid_room room;

	aid_hold_ceilings(awards, n, &added, both, 2, &room);
	return room;
}

/* One award before, and one in November 2026. */
static struct aid_room after(const char *day, int64_t cents, int64_t new_cents)
{
	const struct aid_award before = award(day, cents);

	return hold(&before, 1, award("2026-11-21", new_cents));
}

START_TEST(sa_4_the_ceiling_itself_is_granted)
{
	ck_assert(hold(NULL, 0, award("2026-11-21", 30000000)).is_enough);
}
END_TEST

START_TEST(sa_4_a_cent_above_the_ceiling_is_not)
{
	struct aid_room room = hold(NULL, 0, award("2026-11-21", 30000001));

	ck_assert(!room.is_enough);
	ck_assert_int_eq(room.available_cents, 30000000);
	ck_assert_int_eq(room.used_cents, 0);
	ck_assert_int_eq(room.window_from, day_of("2023-11-21"));
	ck_assert_int_eq(room.window_to, day_of("2026-11-21"));
	ck_assert_ptr_eq(room.ceiling, &general);
}
END_TEST

START_TEST(sa_4_an_award_before_the_window_does_not_count)
{
	ck_assert(after("2023-11-20", 20000000, 30000000).is_enough);
}
END_TEST

START_TEST(sa_4_an_award_within_the_window_counts)
{
	struct aid_room room = after("2023-11-22", 20000000, 10000001);

	ck_assert(!room.is_enough);
	ck_assert_int_eq(room.available_cents, 10000000);
	ck_assert(after("2023-11-22", 20000000, 10000000).is_enough);
}
END_TEST

START_TEST(sa_4_an_award_on_the_boundary_counts)
{
	struct aid_room room = after("2023-11-21", 20000000, 30000000);

	ck_assert(!room.is_enough);
	ck_assert_int_eq(room.used_cents, 20000000);
}
END_TEST

START_TEST(sa_4_an_award_on_the_boundary_does_not_count_where_the_figure_says_so)
{
	const struct aid_award before = award("2023-11-21", 20000000);
	const struct aid_award added = award("2026-11-21", 30000000);
	struct aid_ceiling strict = general;
	struct aid_room room;

	strict.includes_boundary = false;
	aid_hold_ceilings(&before, 1, &added, &strict, 1, &room);
	ck_assert(room.is_enough);
	ck_assert_int_eq(room.window_from, day_of("2023-11-22"));
}
END_TEST

START_TEST(sa_4_an_award_of_a_later_day_is_held_against_a_back_dated_one)
{
	const struct aid_award awards[] = {
		award("2025-06-01", 10000000),
		award("2026-11-21", 15000000),
	};
	struct aid_room room = hold(awards, 2, award("2024-01-01", 5000001));

	ck_assert(!room.is_enough);
	ck_assert_int_eq(room.available_cents, 5000000);
	ck_assert_int_eq(room.used_cents, 25000000);
	ck_assert_int_eq(room.window_to, day_of("2026-11-21"));
	ck_assert_int_eq(room.window_from, day_of("2023-11-21"));
	ck_assert(hold(awards, 2, award("2024-01-01", 5000000)).is_enough);
	/* Neither reaches back to this day. */
	ck_assert(hold(awards, 2, award("2022-05-31", 30000000)).is_enough);
	/* Only the first does. */
	ck_assert_int_eq(hold(awards, 2, award("2022-06-01", 1)).available_cents, 20000000);
}
END_TEST

START_TEST(sa_4_of_awards_on_one_day_all_count)
{
	const struct aid_award awards[] = {
		award("2026-11-21", 10000000),
		award("2026-11-21", 10000000),
	};

	ck_assert_int_eq(hold(awards, 2, award("2026-11-21", 1)).available_cents, 10000000);
}
END_TEST

START_TEST(sa_4_the_window_of_a_leap_day_begins_on_the_last_of_february)
{
	ck_assert_int_eq(aid_window_from(day_of("2028-02-29"), &general), day_of("2025-02-28"));
	ck_assert_int_eq(aid_window_from(day_of("2031-02-28"), &general), day_of("2028-02-28"));
}
END_TEST

START_TEST(sa_4_services_of_general_interest_count_in_the_higher_ceiling_alone)
{
	const struct aid_award awards[] = {
		award("2025-01-01", 20000000),
		sgei("2025-01-02", 50000000),
	};
	struct aid_room room = hold_both(awards, 2, award("2026-01-01", 5000001));

	ck_assert(!room.is_enough);
	ck_assert_int_eq(room.available_cents, 5000000);
	ck_assert_ptr_eq(room.ceiling, &both[1]);
	ck_assert(hold_both(awards, 2, sgei("2026-01-01", 5000000)).is_enough);
	/* The general ceiling leaves less, now that the other has room. */
	room = hold_both(awards, 1, award("2026-01-01", 10000001));
	ck_assert(!room.is_enough);
	ck_assert_ptr_eq(room.ceiling, &both[0]);
	ck_assert(hold_both(awards, 1, sgei("2026-01-01", 55000000)).is_enough);
	ck_assert(!hold_both(awards, 1, sgei("2026-01-01", 55000001)).is_enough);
}
END_TEST

START_TEST(sa_7_without_a_ceiling_nothing_is_available)
{
	const struct aid_award added = sgei("2026-01-01", 1);
	struct aid_room room;

	aid_hold_ceilings(NULL, 0, &added, &general, 1, &room);
	ck_assert(!room.is_enough);
	ck_assert_ptr_null(room.ceiling);
	ck_assert_int_eq(room.available_cents, 0);
}
END_TEST

/* As after a merger, when what each had stays lawful. */
START_TEST(what_is_above_the_ceiling_already_leaves_nothing)
{
	const struct aid_award awards[] = {
		award("2025-01-01", 25000000),
		award("2025-01-02", 25000000),
	};
	struct aid_room room = hold(awards, 2, award("2026-01-01", 1));

	ck_assert(!room.is_enough);
	ck_assert_int_eq(room.available_cents, 0);
	ck_assert_int_eq(room.used_cents, 50000000);
}
END_TEST

static struct aid_award draw(struct dice *dice)
{
	return (struct aid_award){
		.day = day_of("2024-02-29") + dice_between(dice, 0, SPAN_DAYS),
		.eur_cents = dice_below(dice, 16000000),
		.regime = dice_chance(dice, 30) ? AID_SGEI : AID_DE_MINIMIS,
	};
}

static void shuffle(struct dice *dice, struct aid_award *awards, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t j = dice_below(dice, (uint32_t)i);
		struct aid_award moved = awards[i - 1];

		awards[i - 1] = awards[j];
		awards[j] = moved;
	}
}

START_TEST(an_award_more_never_leaves_more_for_another)
{
	struct dice dice = {.state = 1};

	for (int i = 0; i < ROUNDS; i++) {
		struct aid_award awards[MOST + 1], added = draw(&dice);
		size_t n = dice_below(&dice, MOST + 1);

		for (size_t j = 0; j <= n; j++)
			awards[j] = draw(&dice);
		ck_assert_int_le(hold_both(awards, n + 1, added).available_cents,
				 hold_both(awards, n, added).available_cents);
	}
}
END_TEST

START_TEST(the_order_of_awards_does_not_matter)
{
	struct dice dice = {.state = 2};

	for (int i = 0; i < ROUNDS; i++) {
		struct aid_award awards[MOST], added = draw(&dice);
		struct aid_room room, other;

		for (size_t j = 0; j < MOST; j++)
			awards[j] = draw(&dice);
		room = hold_both(awards, MOST, added);
		shuffle(&dice, awards, MOST);
		other = hold_both(awards, MOST, added);
		ck_assert_int_eq(room.available_cents, other.available_cents);
		ck_assert_int_eq(room.used_cents, other.used_cents);
		ck_assert_int_eq(room.window_to, other.window_to);
		ck_assert_ptr_eq(room.ceiling, other.ceiling);
	}
}
END_TEST

/* The invariant itself, asked of each day rather than of those of awards. */
static bool holds_every_day(const struct aid_award *awards, size_t n)
{
	int32_t first = day_of("2024-02-29");

	for (int32_t day = first; day <= first + SPAN_DAYS; day++)
		for (size_t i = 0; i < 2; i++)
			if (aid_used_cents(awards, n, day, &both[i]) > both[i].most_cents)
				return false;
	return true;
}

START_TEST(what_is_granted_in_any_order_never_passes_a_ceiling_on_any_day)
{
	struct dice dice = {.state = 3};

	for (int i = 0; i < UNDER_VALGRIND(1, 30); i++) {
		struct aid_award awards[2 * MOST];
		size_t n = 0;

		for (size_t j = 0; j < 2 * MOST; j++) {
			struct aid_room room;

			awards[n] = draw(&dice);
			room = hold_both(awards, n, awards[n]);
			n += room.is_enough;
			/* What is refused would have broken it. */
			ck_assert(room.is_enough == holds_every_day(awards, n + !room.is_enough));
		}
	}
}
END_TEST

RUN_TESTS(TEST(sa_4_the_ceiling_itself_is_granted), TEST(sa_4_a_cent_above_the_ceiling_is_not),
	  TEST(sa_4_an_award_before_the_window_does_not_count),
	  TEST(sa_4_an_award_within_the_window_counts), TEST(sa_4_an_award_on_the_boundary_counts),
	  TEST(sa_4_an_award_on_the_boundary_does_not_count_where_the_figure_says_so),
	  TEST(sa_4_an_award_of_a_later_day_is_held_against_a_back_dated_one),
	  TEST(sa_4_of_awards_on_one_day_all_count),
	  TEST(sa_4_the_window_of_a_leap_day_begins_on_the_last_of_february),
	  TEST(sa_4_services_of_general_interest_count_in_the_higher_ceiling_alone),
	  TEST(sa_7_without_a_ceiling_nothing_is_available),
	  TEST(what_is_above_the_ceiling_already_leaves_nothing),
	  TEST(an_award_more_never_leaves_more_for_another),
	  TEST(the_order_of_awards_does_not_matter),
	  TEST(what_is_granted_in_any_order_never_passes_a_ceiling_on_any_day))
