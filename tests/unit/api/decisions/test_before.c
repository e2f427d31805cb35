/* What those decided before in the same request leave to a case that is tried dry. */
#include "api/decisions/before.h"

#include "api/applications/facts.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { LINE = 51, OTHER_LINE, YEAR = 2026 };

static struct available_facts available[2];
static struct decision_line line;
static struct overlap overlap;

/* A case of a line with 1000 this year and 500 the next, which overlaps case 2026/7. */
static struct application_facts facts_of(const char *number, int64_t line_id)
{
	available[0] = (struct available_facts){YEAR, 1000};
	available[1] = (struct available_facts){YEAR + 1, 500};
	line = (struct decision_line){.id = line_id, .available = available, .n_available = 2};
	overlap = (struct overlap){.case_number = "2026/7"};
	return (struct application_facts){
		.case_number = number,
		.overlaps = &overlap,
		.n_overlaps = 1,
		.decision = {.lines = &line, .n_lines = 1},
	};
}

static struct decided_before decided(const char *number, bool grants)
{
	struct application_facts facts = facts_of(number, LINE);
	struct decide_input input = {.year = YEAR};
	struct decide_effects effects = {.grants = grants, .parts_ore = &(int64_t){600}};
	struct decided_before before;

	begin();
	before = (struct decided_before){.arena = problems.arena};
	note_before(&before, &facts, &input, &effects);
	return before;
}

START_TEST(what_is_granted_before_is_taken_from_its_line_and_year)
{
	struct decided_before before = decided("2026/8", true);
	struct application_facts facts = facts_of("2026/9", LINE);

	count_before(&facts, &before);
	ck_assert_int_eq(available[0].ore, 400);
	ck_assert_int_eq(available[1].ore, 500);
	ck_assert(!overlap.is_granted);
}
END_TEST

START_TEST(what_is_granted_before_leaves_another_line_alone)
{
	struct decided_before before = decided("2026/8", true);
	struct application_facts facts = facts_of("2026/9", OTHER_LINE);

	count_before(&facts, &before);
	ck_assert_int_eq(available[0].ore, 1000);
}
END_TEST

START_TEST(what_overlaps_is_granted_when_it_is_before)
{
	struct decided_before before = decided("2026/7", true);
	struct application_facts facts = facts_of("2026/9", LINE);

	count_before(&facts, &before);
	ck_assert(overlap.is_granted);
}
END_TEST

START_TEST(what_is_refused_before_leaves_all_as_it_is)
{
	struct decided_before before = decided("2026/7", false);
	struct application_facts facts = facts_of("2026/9", LINE);

	count_before(&facts, &before);
	ck_assert_int_eq(available[0].ore, 1000);
	ck_assert(!overlap.is_granted);
}
END_TEST

RUN_TESTS(TEST(what_is_granted_before_is_taken_from_its_line_and_year),
	  TEST(what_is_granted_before_leaves_another_line_alone),
	  TEST(what_overlaps_is_granted_when_it_is_before),
	  TEST(what_is_refused_before_leaves_all_as_it_is))
