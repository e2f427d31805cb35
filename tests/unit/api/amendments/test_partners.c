#include "api/amendments/partners.h"

#include "lib/base/dice.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

#define LEAD "910000101"
#define STAYS "910000302"
#define LEAVES "910000303"
#define ENTERS "910000304"

enum { N_LINES = 3, RECIPIENT = 101, TODAY = 20000 };

static struct line_group groups[] = {{"wages", "Lønn", false, 0, false}};
static struct line_partner partners[] = {
	{STAYS, "Minera Skifer AS", false},
	{LEAVES, "Granlia AS", false},
};

struct lines {
	struct budget_line list[N_LINES];
};

/* 500 of the recipient, 300 of one that stays, 200 of one that leaves, of which 50 is claimed. */
static const struct lines lines = {{
	{{"wages", NULL}, 500, 0},
	{{"wages", STAYS}, 300, 0},
	{{"wages", LEAVES}, 200, 50},
}};

static struct budget budget_of(struct lines *own)
{
	return (struct budget){
		.lead = LEAD,
		.lines = own->list,
		.n_lines = N_LINES,
		.groups = groups,
		.n_groups = 1,
		.partners = partners,
		.n_partners = 2,
	};
}

static struct budget_move move(const char *from, const char *to, int64_t ore)
{
	return (struct budget_move){{"wages", from}, {"wages", to}, ore, true, true};
}

static void leave(const char *orgnr, struct budget_move one)
{
	struct lines own = lines;
	struct budget budget = budget_of(&own);
	struct partner_change change = {.leaving = &orgnr, .n_leaving = 1};

	begin();
	check_moves(&budget, &one, 1, &problems);
	check_partner_change(&budget, &change, &one, 1, &problems);
}

START_TEST(who_leaves_has_moved_all_that_is_not_claimed)
{
	leave(LEAVES, move(LEAVES, STAYS, 150));
	assert_none();
	leave(LEAVES, move(LEAVES, NULL, 150));
	assert_none();
	leave(LEAVES, move(LEAVES, NULL, 149));
	assert_one(PROBLEM_PARTNER_LINES_LEFT, "#/leaving/0");
	leave(LEAVES, move(LEAVES, NULL, 151));
	assert_one(PROBLEM_MOVE_TOO_MUCH, "#/moves");
}
END_TEST

START_TEST(who_leads_stays)
{
	leave(LEAD, move(NULL, STAYS, 500));
	assert_one(PROBLEM_PARTNER_LEADS, "#/leaving/0");
}
END_TEST

START_TEST(who_leaves_is_of_the_grant_and_has_not_left)
{
	leave(ENTERS, move(LEAVES, NULL, 1));
	assert_one(PROBLEM_PARTNER_NOT_OF_GRANT, "#/leaving/0");
	partners[1].has_left = true;
	leave(LEAVES, move(LEAVES, NULL, 150));
	assert_one(PROBLEM_PARTNER_NOT_OF_GRANT, "#/leaving/0");
	partners[1].has_left = false;
}
END_TEST

static struct asked_about entering = {.orgnr = ENTERS, .name = "Ny AS", .state = "asked"};
static const struct partner_change entry = {.entering = &entering, .n_entering = 1};

static void enter(struct budget_move one)
{
	struct lines own = lines;
	struct budget before = budget_of(&own), entered;

	begin();
	entered = budget_entered(&before, &entry, problems.arena);
	check_moves(&entered, &one, 1, &problems);
	check_partner_change(&entered, &entry, &one, 1, &problems);
}

START_TEST(who_enters_gets_a_part)
{
	enter(move(NULL, ENTERS, 100));
	assert_none();
	enter(move(NULL, STAYS, 100));
	assert_one(PROBLEM_PARTNER_WITHOUT_PART, "#/entering/0");
}
END_TEST

START_TEST(who_has_left_comes_back_with_a_part_beside_what_was_claimed)
{
	struct asked_about back = {.orgnr = LEAVES, .name = "Granlia AS", .state = "asked"};
	struct partner_change change = {.entering = &back, .n_entering = 1};
	struct budget_move none = move(NULL, STAYS, 100), some = move(NULL, LEAVES, 100);
	struct lines own = lines;
	struct budget before = budget_of(&own), entered;

	partners[1].has_left = true;
	begin();
	entered = budget_entered(&before, &change, problems.arena);
	ck_assert_uint_eq(entered.n_partners, 2);
	check_moves(&entered, &some, 1, &problems);
	check_partner_change(&entered, &change, &some, 1, &problems);
	assert_none();
	check_partner_change(&entered, &change, &none, 1, &problems);
	assert_one(PROBLEM_PARTNER_WITHOUT_PART, "#/entering/0");
	partners[1].has_left = false;
}
END_TEST

static void give_back(const char *from, int64_t ore)
{
	const char *leaver = LEAVES;
	struct partner_change change = {.leaving = &leaver, .n_leaving = 1};
	struct budget_move one = {
		.has_from = true, .from = {"wages", from}, .amount_ore = ore};

	leave(LEAVES, one);
	check_given_back(&change, &one, 1, &problems);
}

START_TEST(who_leaves_gives_back_what_nobody_takes_over)
{
	give_back(LEAVES, 150);
	assert_none();
	give_back(LEAVES, 149);
	assert_one(PROBLEM_PARTNER_LINES_LEFT, "#/leaving/0");
	give_back(STAYS, 150);
	assert_found(PROBLEM_MOVE_NOT_GIVEN_BACK, "#/moves/0/to");
	give_back(NULL, 150);
	assert_found(PROBLEM_MOVE_NOT_GIVEN_BACK, "#/moves/0/to");
}
END_TEST

static int64_t rest(int64_t granted, int64_t given_back)
{
	struct lines own = lines;
	struct budget before = budget_of(&own), after;
	struct budget_move one = {
		.has_from = true, .from = {"wages", LEAVES}, .amount_ore = given_back};

	begin();
	after = budget_after(&before, &one, 1, problems.arena);
	return granted_of_rest(&before, &after, granted, &(struct given_back){0});
}

START_TEST(the_grant_is_lowered_at_the_rate_that_it_has)
{
	ck_assert_int_eq(rest(750, 0), 750);
	ck_assert_int_eq(rest(750, 100), 675);
	ck_assert_int_eq(rest(333, 1), 332);
	ck_assert_int_eq(rest(INT64_C(900000000000000), 100), INT64_C(810000000000000));
}
END_TEST

/* Of 300 of the costs that were given back, and 100 of the grant with them. */
static int64_t back(int64_t granted, int64_t ore)
{
	static const struct given_back given = {.costs_ore = 300, .amount_ore = 100};
	struct lines own = lines;
	struct budget before = budget_of(&own), after;
	struct budget_move one = {.to = {"wages", LEAVES}, .amount_ore = ore, .has_to = true};

	begin();
	check_comes_back(&given, &one, 1, &problems);
	after = budget_after(&before, &one, 1, problems.arena);
	return granted_of_rest(&before, &after, granted, &given);
}

START_TEST(what_comes_back_brings_what_was_given_back_with_it)
{
	ck_assert_int_eq(back(750, 300), 850);
	assert_none();
	ck_assert_int_eq(back(750, 299), 849);
	ck_assert_int_eq(back(751, 1), 751);
	back(750, 301);
	assert_one(PROBLEM_MOVE_COMES_FROM_NOWHERE, "#/moves/0/from");
}
END_TEST

START_TEST(something_is_left_and_as_much_as_is_claimed)
{
	begin();
	check_rest(100, 100, &problems);
	assert_none();
	begin();
	check_rest(99, 100, &problems);
	assert_one(PROBLEM_GRANT_CLAIMED, "#/moves");
	begin();
	check_rest(0, 0, &problems);
	assert_one(PROBLEM_NOTHING_LEFT, "#/moves");
}
END_TEST

static struct asked_about stayer(const char *state, bool is_heard)
{
	return (struct asked_about){
		.orgnr = STAYS,
		.name = "Minera Skifer AS",
		.state = state,
		.answer_by = is_heard ? TODAY : 0,
		.is_heard = is_heard,
		.is_current = true,
	};
}

START_TEST(who_loses_by_it_has_answered_or_its_day_has_passed)
{
	struct asked_about one = stayer("asked", true);
	struct partner_change change = {.heard = &one, .n_heard = 1};

	begin();
	check_partners_heard(&change, TODAY, &problems);
	assert_one(PROBLEM_PARTNER_NOT_HEARD, NULL);
	begin();
	check_partners_heard(&change, TODAY + 1, &problems);
	one.state = "declined";
	check_partners_heard(&change, TODAY, &problems);
	one.state = "confirmed";
	check_partners_heard(&change, TODAY, &problems);
	assert_none();
}
END_TEST

START_TEST(who_has_not_had_its_letter_is_not_heard_whatever_its_day)
{
	struct asked_about one = stayer("asked", true);
	struct partner_change change = {.heard = &one, .n_heard = 1};

	one.is_unposted = true;
	begin();
	check_partners_heard(&change, TODAY + 1, &problems);
	assert_one(PROBLEM_PARTNER_UNPOSTED, NULL);
	begin();
	one.state = "confirmed"; /* it has said so all the same */
	check_partners_heard(&change, TODAY, &problems);
	assert_none();
}
END_TEST

START_TEST(who_is_to_confirm_is_waited_for_until_it_says_yes_or_no)
{
	struct asked_about one = stayer("asked", false);
	struct partner_change change = {.staying = &one, .n_staying = 1};

	begin();
	check_partners_answered(&change, &problems);
	assert_one(PROBLEM_PARTNER_UNCONFIRMED, NULL);
	begin();
	one.state = "declined";
	check_partners_answered(&change, &problems);
	one = stayer("asked", true);
	check_partners_answered(&change, &problems);
	assert_none();
}
END_TEST

/* As `was` was asked and `is` is given. */
static void stand_by(const struct partner_change *change, struct budget_move was,
		     struct budget_move is)
{
	struct lines own = lines;
	struct budget before = budget_of(&own), asked, after;

	begin();
	asked = budget_after(&before, &was, 1, problems.arena);
	after = budget_after(&before, &is, 1, problems.arena);
	check_parts_asked(change, &before, &asked, &after, &problems);
}

static void enter_with(const char *state, int64_t confirmed, int64_t given)
{
	struct asked_about one = {.orgnr = ENTERS,
				  .name = "Ny AS",
				  .state = state,
				  .is_current = true};
	struct partner_change change = {.entering = &one, .n_entering = 1};

	stand_by(&change, move(NULL, ENTERS, confirmed), move(NULL, ENTERS, given));
}

START_TEST(who_enters_stands_by_the_part_that_it_gets)
{
	enter_with("confirmed", 100, 100);
	assert_none();
	enter_with("asked", 100, 100);
	assert_one(PROBLEM_PARTNER_UNCONFIRMED, NULL);
	enter_with("withdrawn", 100, 100);
	assert_one(PROBLEM_PARTNER_UNCONFIRMED, NULL);
	enter_with("confirmed", 100, 99);
	assert_one(PROBLEM_PARTNER_PART_CHANGED, "#/moves");
}
END_TEST

static void stay_with(struct asked_about one, int64_t asked, int64_t given)
{
	struct partner_change change = {.staying = &one, .n_staying = 1};

	stand_by(&change, move(NULL, STAYS, asked), move(NULL, STAYS, given));
}

START_TEST(who_stays_and_gets_more_stands_by_that)
{
	struct asked_about stale = stayer("confirmed", false);

	stay_with(stayer("confirmed", false), 100, 100);
	assert_none();
	stay_with(stayer("asked", false), 100, 100);
	assert_one(PROBLEM_PARTNER_UNCONFIRMED, NULL);
	stay_with(stayer("declined", false), 100, 100);
	assert_one(PROBLEM_PARTNER_UNCONFIRMED, NULL);
	stay_with(stayer("confirmed", false), 100, 101);
	assert_one(PROBLEM_PARTNER_PART_CHANGED, "#/moves");
	stale.is_current = false;
	stay_with(stale, 100, 100);
	assert_one(PROBLEM_PARTNER_PART_CHANGED, "#/moves");
}
END_TEST

START_TEST(who_stays_with_less_loses_no_more_than_it_was_asked_about)
{
	struct asked_about one = stayer("declined", true);
	struct partner_change change = {.staying = &one, .n_staying = 1};

	stand_by(&change, move(STAYS, NULL, 100), move(STAYS, NULL, 100));
	assert_none();
	stand_by(&change, move(STAYS, NULL, 100), move(STAYS, NULL, 101));
	assert_one(PROBLEM_PARTNER_PART_CHANGED, "#/moves");
}
END_TEST

START_TEST(who_was_not_asked_keeps_its_part)
{
	const char *leaver = LEAVES;
	struct partner_change none = {0}, change = {.leaving = &leaver, .n_leaving = 1};

	stand_by(&none, move(LEAVES, NULL, 100), move(LEAVES, NULL, 100));
	assert_one(PROBLEM_PARTNER_PART_CHANGED, "#/moves");
	stand_by(&change, move(LEAVES, NULL, 100), move(LEAVES, NULL, 150));
	assert_none();
}
END_TEST

static void keep(int64_t ore)
{
	struct lines own = lines;
	struct budget before = budget_of(&own), after;
	struct budget_move one = move(NULL, STAYS, ore);

	begin();
	after = budget_after(&before, &one, 1, problems.arena);
	check_lead(&before, &after, &problems);
}

START_TEST(who_leads_keeps_a_part)
{
	keep(499);
	assert_none();
	keep(500);
	assert_one(PROBLEM_RECIPIENT_WITHOUT_PART, "#/moves");
}
END_TEST

static void name(struct named_organisation one)
{
	begin();
	check_named(&one, 1, RECIPIENT, &problems);
}

START_TEST(who_is_named_is_another_that_is_known_and_was_no_partner)
{
	name((struct named_organisation){304, "Ny AS", false});
	assert_none();
	name((struct named_organisation){0, ENTERS, false});
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/entering/0/orgnr");
	name((struct named_organisation){RECIPIENT, "Hub", false});
	assert_one(PROBLEM_PARTNER_APPLICANT, "#/entering/0/orgnr");
	name((struct named_organisation){302, "Minera Skifer AS", true});
	assert_one(PROBLEM_PARTNER_NAMED, "#/entering/0/orgnr");
}
END_TEST

static int64_t whole(const struct budget *budget)
{
	int64_t ore = 0;

	for (size_t i = 0; i < budget->n_lines; i++)
		ore += budget->lines[i].budget_ore;
	return ore;
}

/* What every organisation bears, with who came and who went, is the whole. */
static int64_t borne(const struct budget *budget)
{
	int64_t ore = bearer_sum(budget, NULL).budget_ore;

	for (size_t i = 0; i < budget->n_partners; i++)
		ore += bearer_sum(budget, budget->partners[i].orgnr).budget_ore;
	return ore;
}

START_TEST(the_lines_come_to_what_was_approved_whoever_comes_and_goes)
{
	enum { ROUNDS = 20000, MOVES = 3 };
	static const char *const bearers[] = {NULL, STAYS, LEAVES, ENTERS};
	const char *leaver = LEAVES;
	struct partner_change change = {
		.leaving = &leaver,
		.n_leaving = 1,
		.entering = &entering,
		.n_entering = 1,
	};
	struct dice dice = {.state = 2027};
	int passed = 0;

	for (int round = 0; round < ROUNDS; round++) {
		struct lines own = lines;
		struct budget before = budget_of(&own), after;
		struct budget_move moves[MOVES];
		struct budget_sum left;

		for (size_t i = 0; i < N_LINES; i++) {
			own.list[i].budget_ore = 4 + dice_below(&dice, 6);
			own.list[i].claimed_ore = dice_below(&dice, 4);
		}
		for (size_t i = 0; i < MOVES; i++)
			moves[i] = move(bearers[dice_below(&dice, 3)],
					bearers[dice_below(&dice, 4)], 1 + dice_below(&dice, 6));
		begin();
		before = budget_entered(&before, &change, problems.arena);
		after = budget_after(&before, moves, MOVES, problems.arena);
		ck_assert_int_eq(borne(&after), whole(&before));
		check_moves(&before, moves, MOVES, &problems);
		check_partner_change(&before, &change, moves, MOVES, &problems);
		if (problems.n > 0)
			continue;
		left = bearer_sum(&after, LEAVES);
		ck_assert_int_eq(left.budget_ore, left.claimed_ore);
		ck_assert_int_gt(bearer_sum(&after, ENTERS).budget_ore, 0);
		passed++;
	}
	ck_assert_int_gt(passed, ROUNDS / 1000);
}
END_TEST

RUN_TESTS(TEST(who_leaves_has_moved_all_that_is_not_claimed), TEST(who_leads_stays),
	  TEST(who_leaves_is_of_the_grant_and_has_not_left), TEST(who_enters_gets_a_part),
	  TEST(who_has_left_comes_back_with_a_part_beside_what_was_claimed),
	  TEST(who_leaves_gives_back_what_nobody_takes_over),
	  TEST(who_loses_by_it_has_answered_or_its_day_has_passed),
	  TEST(who_has_not_had_its_letter_is_not_heard_whatever_its_day),
	  TEST(who_is_to_confirm_is_waited_for_until_it_says_yes_or_no),
	  TEST(who_stays_and_gets_more_stands_by_that),
	  TEST(who_stays_with_less_loses_no_more_than_it_was_asked_about),
	  TEST(who_was_not_asked_keeps_its_part), TEST(who_leads_keeps_a_part),
	  TEST(the_grant_is_lowered_at_the_rate_that_it_has),
	  TEST(what_comes_back_brings_what_was_given_back_with_it),
	  TEST(something_is_left_and_as_much_as_is_claimed),
	  TEST(who_enters_stands_by_the_part_that_it_gets),
	  TEST(who_is_named_is_another_that_is_known_and_was_no_partner),
	  TEST(the_lines_come_to_what_was_approved_whoever_comes_and_goes))
