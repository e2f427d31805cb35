#include "api/setup/money.h"

#include "lib/base/date.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	LINE = 500,
	OTHER = 501,
	AVAILABLE = 100000,
	YEAR = 2026,
};

static struct setup_facts usual(void)
{
	int32_t today;

	ck_assert(date_from_ymd(YEAR, 6, 1, &today));
	return (struct setup_facts){
		.today = today,
		.references = {
			.funding_line = true,
			.line_name = "Utvikling",
			.to_line = true,
			.available_ore = AVAILABLE,
		},
	};
}

static void decide(const struct setup_facts *facts, const struct money_move_input *input)
{
	begin();
	decide_money_move(facts, input, &problems);
}

START_TEST(all_that_is_available_may_leave_and_no_more)
{
	struct setup_facts facts = usual();
	struct money_move_input input = {.line_id = LINE, .year = YEAR, .amount_ore = AVAILABLE};

	decide(&facts, &input);
	assert_none();
	input.amount_ore++;
	decide(&facts, &input);
	assert_one(PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre");
}
END_TEST

START_TEST(it_moves_to_another_line_or_year)
{
	static const struct line_year places[] = {{OTHER, YEAR}, {LINE, YEAR + 1}, {LINE, YEAR}};
	struct setup_facts facts = usual();
	struct money_move_input input = {
		.line_id = LINE, .year = YEAR, .has_to = true, .amount_ore = 1};

	for (size_t i = 0; i < 2; i++) {
		input.to = places[i];
		decide(&facts, &input);
		assert_none();
	}
	input.to = places[2];
	decide(&facts, &input);
	assert_one(PROBLEM_MOVED_NOWHERE, "#/to");
}
END_TEST

START_TEST(neither_year_is_over)
{
	struct setup_facts facts = usual();
	struct money_move_input input = {.line_id = LINE,
					 .year = YEAR - 1,
					 .to = {OTHER, YEAR},
					 .has_to = true,
					 .amount_ore = 1};

	decide(&facts, &input);
	assert_one(PROBLEM_BUDGET_YEAR_OVER, "#/year");
	input.year = YEAR;
	input.to.year = YEAR - 1;
	decide(&facts, &input);
	assert_one(PROBLEM_BUDGET_YEAR_OVER, "#/to/year");
}
END_TEST

START_TEST(both_lines_are_the_countys)
{
	struct setup_facts facts = usual();
	struct money_move_input input = {.line_id = LINE,
					 .year = YEAR,
					 .to = {OTHER, YEAR},
					 .has_to = true,
					 .amount_ore = 1};

	facts.references.to_line = false;
	decide(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/to/fundingLineId");
	facts.references = (struct setup_references){.to_line = true};
	decide(&facts, &input);
	assert_one(PROBLEM_NOT_FOUND, NULL);
}
END_TEST

RUN_TESTS(TEST(all_that_is_available_may_leave_and_no_more),
	  TEST(it_moves_to_another_line_or_year), TEST(neither_year_is_over),
	  TEST(both_lines_are_the_countys))
