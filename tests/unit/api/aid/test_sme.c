#include "api/aid/sme.h"

#include "lib/base/arena.h"
#include "lib/base/dice.h"
#include "tests/unit/api/aid/days.h"
#include "tests/unit/run.h"

enum { MOST = 6, ROUNDS = 5000, MILLION = 1000000 };

static const struct aid_class_limits limits = {
	.of = {[AID_MICRO] = {1000, 200LL * MILLION, 200LL * MILLION},
	       [AID_SMALL] = {5000, 1000LL * MILLION, 1000LL * MILLION},
	       [AID_MEDIUM] = {25000, 5000LL * MILLION, 4300LL * MILLION}},
	.partner_bp = 2500,
	.public_bp = 2500,
};

static struct arena *arena;
static struct aid_enterprise enterprises[MOST];

/* Whole people, and money in thousands of EUR. */
static struct aid_size size(int64_t people, int64_t turnover, int64_t balance)
{
	return (struct aid_size){
		.has_headcount = true,
		.has_turnover = true,
		.has_balance = true,
		.headcount = people * 100,
		.turnover_cents = turnover * 1000 * EURO,
		.balance_cents = balance * 1000 * EURO,
	};
}

static enum aid_class class_of(int64_t people, int64_t turnover, int64_t balance)
{
	const struct aid_size figures = size(people, turnover, balance);

	return aid_class_of(&figures, &limits);
}

START_TEST(sa_3_the_classes_end_where_the_annex_says)
{
	ck_assert_int_eq(class_of(9, 2000, 9000), AID_MICRO);
	ck_assert_int_eq(class_of(10, 2000, 2000), AID_SMALL);
	ck_assert_int_eq(class_of(49, 12000, 10000), AID_SMALL);
	ck_assert_int_eq(class_of(49, 10010, 10010), AID_MEDIUM);
	ck_assert_int_eq(class_of(249, 51000, 43000), AID_MEDIUM);
	ck_assert_int_eq(class_of(249, 50010, 43010), AID_LARGE);
	ck_assert_int_eq(class_of(250, 0, 0), AID_LARGE);
}
END_TEST

START_TEST(sa_3_without_the_headcount_no_class_is_told)
{
	struct aid_size figures = size(0, 0, 0);

	figures.has_headcount = false;
	ck_assert_int_eq(aid_class_of(&figures, &limits), AID_CLASS_UNKNOWN);
	figures = size(0, 99999, 99999);
	figures.has_headcount = false;
	ck_assert_int_eq(aid_class_of(&figures, &limits), AID_CLASS_UNKNOWN);
}
END_TEST

START_TEST(sa_3_money_that_is_not_known_is_asked_for_only_where_it_matters)
{
	struct aid_size figures = size(5, 1000, 0);

	figures.has_balance = false;
	ck_assert_int_eq(aid_class_of(&figures, &limits), AID_MICRO);
	figures.turnover_cents = 3000LL * 1000 * EURO;
	ck_assert_int_eq(aid_class_of(&figures, &limits), AID_CLASS_UNKNOWN);
	figures.headcount = 2000;
	ck_assert_int_eq(aid_class_of(&figures, &limits), AID_SMALL);
	figures.headcount = 30000;
	figures.has_turnover = false;
	ck_assert_int_eq(aid_class_of(&figures, &limits), AID_LARGE);
}
END_TEST

static struct aid_class_found find(const struct aid_link *links, size_t n_links)
{
	const struct aid_group group = {enterprises, MOST, links, n_links};
	struct aid_class_found found;

	arena_free(&arena);
	arena = arena_new(1 << 16);
	aid_find_class(&group, &limits, arena, &found);
	return found;
}

static void begin(void)
{
	for (size_t i = 0; i < MOST; i++)
		enterprises[i] = (struct aid_enterprise){.size = size(0, 0, 0)};
}

static struct aid_link share(size_t owner, size_t owned, int64_t share_bp)
{
	return (struct aid_link){
		.owner = owner, .owned = owned, .capital_bp = share_bp, .votes_bp = share_bp};
}

START_TEST(sa_3_a_partner_of_thirty_percent_counts_with_thirty_percent)
{
	const struct aid_link link = share(1, 0, 3000);
	struct aid_class_found found;

	begin();
	enterprises[0].size = size(40, 8000, 8000);
	enterprises[1].size = size(30, 5000, 5000);
	found = find(&link, 1);
	ck_assert_int_eq(found.class, AID_SMALL);
	ck_assert_int_eq(found.total.headcount, 4900);
	ck_assert_int_eq(found.total.turnover_cents, 9500LL * 1000 * EURO);
	ck_assert_int_eq(found.counted[1].relation, AID_PARTNER);
	ck_assert_int_eq(found.counted[1].share_bp, 3000);
	enterprises[1].size = size(34, 5000, 5000);
	found = find(&link, 1);
	ck_assert_int_eq(found.total.headcount, 5020);
	ck_assert_int_eq(found.class, AID_MEDIUM);
}
END_TEST

START_TEST(sa_3_a_partner_counts_by_its_capital_or_votes_whichever_is_more)
{
	struct aid_link link = {.owner = 0, .owned = 1, .capital_bp = 2000, .votes_bp = 4000};

	begin();
	enterprises[1].size = size(100, 0, 0);
	ck_assert_int_eq(find(&link, 1).total.headcount, 4000);
	link.capital_bp = 6000;
	ck_assert_int_eq(find(&link, 1).total.headcount, 6000);
	link = share(0, 1, 2499);
	ck_assert_int_eq(find(&link, 1).total.headcount, 0);
	link = share(0, 1, 2500);
	ck_assert_int_eq(find(&link, 1).total.headcount, 2500);
}
END_TEST

START_TEST(sa_3_the_linked_count_whole_and_their_partners_by_share)
{
	const struct aid_link links[] = {share(1, 0, 6000), share(2, 1, 6000), share(2, 3, 3000),
					 share(3, 4, 9000), share(5, 3, 4000)};
	struct aid_class_found found;

	begin();
	for (size_t i = 0; i < MOST; i++)
		enterprises[i].size = size(10, 0, 0);
	found = find(links, 5);
	/* Itself, its owner and its owner's; of the partner 30 %, with what that controls. */
	ck_assert_int_eq(found.total.headcount, 3600);
	ck_assert_int_eq(found.counted[2].relation, AID_LINKED);
	ck_assert_int_eq(found.counted[3].relation, AID_PARTNER);
	ck_assert_int_eq(found.counted[4].relation, AID_LINKED_TO_PARTNER);
	/* A partner of the partner. */
	ck_assert_int_eq(found.counted[5].relation, AID_APART);
}
END_TEST

START_TEST(sa_3_a_fraction_of_a_share_decides_at_the_very_limit)
{
	const struct aid_link link = share(1, 0, 3333);

	begin();
	enterprises[0].size = size(0, 2000, 9000);
	enterprises[0].size.headcount = 999;
	enterprises[1].size.headcount = 3;
	ck_assert_int_eq(find(&link, 1).class, AID_MICRO);
	enterprises[1].size.headcount = 4;
	ck_assert_int_eq(find(&link, 1).class, AID_SMALL);
	enterprises[1].size.headcount = 0;
	enterprises[1].size.turnover_cents = 1;
	ck_assert_int_eq(find(&link, 1).class, AID_SMALL);
}
END_TEST

START_TEST(sa_3_what_is_linked_holds_its_share_together)
{
	const struct aid_link links[] = {share(1, 0, 1500), share(2, 0, 1500), share(3, 1, 9000),
					 share(3, 2, 9000)};

	begin();
	for (size_t i = 1; i <= 3; i++)
		enterprises[i].size = size(10, 0, 0);
	ck_assert_int_eq(find(links, 4).total.headcount, 900);
	ck_assert_int_eq(find(links, 2).total.headcount, 0);
}
END_TEST

START_TEST(sa_3_of_a_partner_whose_headcount_is_not_known_no_class_comes)
{
	const struct aid_link link = share(1, 0, 3000);

	begin();
	enterprises[1].size.has_headcount = false;
	ck_assert_int_eq(find(&link, 1).class, AID_CLASS_UNKNOWN);
	ck_assert_int_eq(find(NULL, 0).class, AID_MICRO);
}
END_TEST

START_TEST(sa_3_who_is_owned_by_public_bodies_is_no_sme)
{
	const struct aid_link links[] = {share(1, 0, 1500), share(2, 0, 1000)};
	struct aid_class_found found;

	begin();
	enterprises[1].is_public = enterprises[2].is_public = true;
	enterprises[1].size.has_headcount = false;
	found = find(links, 2);
	ck_assert(found.is_public);
	ck_assert_int_eq(found.class, AID_LARGE);
	ck_assert(!find(links, 1).is_public);
	enterprises[2].is_public = false;
	ck_assert_int_eq(find(links, 2).class, AID_MICRO);
}
END_TEST

START_TEST(sa_3_public_owners_count_through_what_they_control_and_what_controls_the_firm)
{
	const struct aid_link below[] = {share(1, 2, 6000), share(2, 0, 2500)};
	const struct aid_link above[] = {share(1, 2, 2500), share(2, 0, 6000)};
	const struct aid_link aside[] = {share(1, 2, 2500), share(0, 2, 6000)};

	begin();
	enterprises[1].is_public = true;
	ck_assert(find(below, 2).is_public);
	ck_assert(find(above, 2).is_public);
	ck_assert(!find(aside, 2).is_public);
}
END_TEST

START_TEST(sa_3_the_exempt_own_up_to_half_and_not_control)
{
	struct aid_link links[] = {share(1, 0, 3000), share(2, 0, 2000)};

	begin();
	for (size_t i = 1; i <= 2; i++) {
		enterprises[i].is_exempt = true;
		enterprises[i].size = size(500, 0, 0);
	}
	enterprises[1].is_public = true;
	ck_assert_int_eq(find(links, 2).class, AID_MICRO);
	links[0].controls = true;
	ck_assert(find(links, 2).is_public);
	links[0] = share(1, 0, 3001);
	ck_assert(find(links, 2).is_public);
	enterprises[1].is_public = false;
	ck_assert_int_eq(find(links, 2).class, AID_MEDIUM);
	ck_assert_int_eq(find(links, 2).counted[1].relation, AID_PARTNER);
}
END_TEST

static enum aid_class after(enum aid_class before, enum aid_class first, enum aid_class second,
			    enum aid_class third)
{
	const enum aid_class periods[] = {first, second, third};

	return aid_class_after(before, periods, 3);
}

START_TEST(sa_3_a_class_changes_after_two_periods_on_end)
{
	ck_assert_int_eq(after(AID_SMALL, AID_SMALL, AID_SMALL, AID_MEDIUM), AID_SMALL);
	ck_assert_int_eq(after(AID_SMALL, AID_SMALL, AID_MEDIUM, AID_MEDIUM), AID_MEDIUM);
	ck_assert_int_eq(after(AID_SMALL, AID_MEDIUM, AID_SMALL, AID_MEDIUM), AID_SMALL);
	ck_assert_int_eq(after(AID_SMALL, AID_SMALL, AID_MEDIUM, AID_LARGE), AID_MEDIUM);
	ck_assert_int_eq(after(AID_LARGE, AID_LARGE, AID_MICRO, AID_MEDIUM), AID_MEDIUM);
	ck_assert_int_eq(after(AID_LARGE, AID_SMALL, AID_SMALL, AID_LARGE), AID_SMALL);
	ck_assert_int_eq(after(AID_CLASS_UNKNOWN, AID_MICRO, AID_SMALL, AID_SMALL), AID_SMALL);
}
END_TEST

START_TEST(sa_3_a_new_firm_is_of_its_only_period_and_an_unknown_one_of_none)
{
	const enum aid_class one[] = {AID_MEDIUM};

	ck_assert_int_eq(aid_class_after(AID_CLASS_UNKNOWN, one, 1), AID_MEDIUM);
	ck_assert_int_eq(aid_class_after(AID_SMALL, one, 1), AID_SMALL);
	ck_assert_int_eq(aid_class_after(AID_CLASS_UNKNOWN, NULL, 0), AID_CLASS_UNKNOWN);
	ck_assert_int_eq(after(AID_SMALL, AID_SMALL, AID_CLASS_UNKNOWN, AID_SMALL),
			 AID_CLASS_UNKNOWN);
}
END_TEST

static struct aid_size draw(struct dice *dice)
{
	static const uint32_t people[] = {12, 60, 300};
	static const uint32_t thousands[] = {3000, 12000, 60000};

	return size(dice_below(dice, people[dice_below(dice, 3)]),
		    dice_below(dice, thousands[dice_below(dice, 3)]),
		    dice_below(dice, thousands[dice_below(dice, 3)]));
}

static void lower(struct dice *dice, struct aid_size *figures)
{
	figures->headcount -= dice_below(dice, (uint32_t)figures->headcount + 1);
	figures->turnover_cents = figures->turnover_cents * dice_below(dice, 100) / 100;
	figures->balance_cents = figures->balance_cents * dice_below(dice, 100) / 100;
}

START_TEST(a_class_never_rises_as_figures_fall)
{
	struct dice dice = {.state = 21};

	for (int i = 0; i < UNDER_VALGRIND(200, ROUNDS); i++) {
		struct aid_link links[MOST];
		struct aid_class_found found;

		begin();
		for (size_t j = 0; j < MOST; j++) {
			enterprises[j].size = draw(&dice);
			links[j] = share(dice_below(&dice, MOST), dice_below(&dice, MOST),
					 dice_between(&dice, 1000, 9000));
		}
		found = find(links, MOST);
		lower(&dice, &enterprises[dice_below(&dice, MOST)].size);
		ck_assert_int_le(find(links, MOST).class, found.class);
	}
}
END_TEST

START_TEST(an_owner_more_never_makes_a_firm_smaller)
{
	struct dice dice = {.state = 22};

	for (int i = 0; i < UNDER_VALGRIND(200, ROUNDS); i++) {
		struct aid_link links[MOST];
		struct aid_class_found found;

		begin();
		for (size_t j = 0; j < MOST; j++) {
			enterprises[j].size = draw(&dice);
			enterprises[j].is_public = j > 0 && dice_chance(&dice, 20);
			links[j] = share(dice_below(&dice, MOST), dice_below(&dice, MOST),
					 dice_between(&dice, 1000, 9000));
		}
		found = find(links, MOST - 1);
		ck_assert_int_ge(find(links, MOST).class, found.class);
	}
}
END_TEST

RUN_TESTS(TEST(sa_3_the_classes_end_where_the_annex_says),
	  TEST(sa_3_without_the_headcount_no_class_is_told),
	  TEST(sa_3_money_that_is_not_known_is_asked_for_only_where_it_matters),
	  TEST(sa_3_a_partner_of_thirty_percent_counts_with_thirty_percent),
	  TEST(sa_3_a_partner_counts_by_its_capital_or_votes_whichever_is_more),
	  TEST(sa_3_the_linked_count_whole_and_their_partners_by_share),
	  TEST(sa_3_a_fraction_of_a_share_decides_at_the_very_limit),
	  TEST(sa_3_what_is_linked_holds_its_share_together),
	  TEST(sa_3_of_a_partner_whose_headcount_is_not_known_no_class_comes),
	  TEST(sa_3_who_is_owned_by_public_bodies_is_no_sme),
	  TEST(sa_3_public_owners_count_through_what_they_control_and_what_controls_the_firm),
	  TEST(sa_3_the_exempt_own_up_to_half_and_not_control),
	  TEST(sa_3_a_class_changes_after_two_periods_on_end),
	  TEST(sa_3_a_new_firm_is_of_its_only_period_and_an_unknown_one_of_none),
	  TEST(a_class_never_rises_as_figures_fall), TEST(an_owner_more_never_makes_a_firm_smaller))
