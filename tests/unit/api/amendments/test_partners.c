#include "api/amendments/partners.h"

#include "lib/base/dice.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

#define LEAD "910000101"
#define STAYS "910000302"
#define LEAVES "910000303"
#define ENTERS "910000304"

enum { N_LINES = 3, RECIPIENT = 101 };

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
	return (struct budget_move){{"wages", from}, {"wages", to}, ore};
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
	assert_one(PROBLEM_PARTNER_UNKNOWN, "#/leaving/0");
	partners[1].has_left = true;
	leave(LEAVES, move(LEAVES, NULL, 150));
	assert_one(PROBLEM_PARTNER_UNKNOWN, "#/leaving/0");
	partners[1].has_left = false;
}
END_TEST

static struct entering_partner entering = {ENTERS, "Ny AS", "asked"};
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

static void stand_by(const char *state, int64_t confirmed, int64_t given)
{
	struct lines own = lines;
	struct budget before = budget_of(&own), asked, after;
	struct entering_partner one = {ENTERS, "Ny AS", state};
	struct partner_change change = {.entering = &one, .n_entering = 1};
	struct budget_move was = move(NULL, ENTERS, confirmed), is = move(NULL, ENTERS, given);

	begin();
	asked = budget_after(&before, &was, 1, problems.arena);
	after = budget_after(&before, &is, 1, problems.arena);
	check_entering_parts(&change, &asked, &after, &problems);
}

START_TEST(who_enters_stands_by_the_part_that_it_gets)
{
	stand_by("confirmed", 100, 100);
	assert_none();
	stand_by("asked", 100, 100);
	assert_one(PROBLEM_PARTNER_UNANSWERED, NULL);
	stand_by("confirmed", 100, 99);
	assert_one(PROBLEM_PARTNER_PART_CHANGED, "#/moves");
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
	struct partner_change change = {&leaver, 1, &entering, 1};
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
	  TEST(who_enters_stands_by_the_part_that_it_gets),
	  TEST(who_is_named_is_another_that_is_known_and_was_no_partner),
	  TEST(the_lines_come_to_what_was_approved_whoever_comes_and_goes))
