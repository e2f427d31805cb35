#include "api/savedfilters/savedfilters.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static void save(const char *role, const char *kind, int64_t kept, bool is_shared)
{
	struct new_filter_facts facts = {
		.caller = PERSON(role, kind, 7, 1), .most = 100, .kept = kept};
	struct filter_input input = {.is_shared = is_shared};

	begin();
	decide_save_filter(&facts, &input, &problems);
}

START_TEST(one_keeps_some_of_ones_own)
{
	save("firm", "firm", 99, false);
	assert_none();
	save("firm", "firm", 100, false);
	assert_one(PROBLEM_FILTERS_TOO_MANY, NULL);
}
END_TEST

START_TEST(those_of_the_county_share)
{
	save("caseworker", "county", 0, true);
	assert_none();
	save("hub_editor", "hub", 0, true);
	assert_one(PROBLEM_FILTER_UNSHARED, "#/isShared");
}
END_TEST

static struct filter_facts kept(void)
{
	return (struct filter_facts){.caller = PERSON("caseworker", "county", 7, 1),
				     .is_mine = true};
}

static void change(struct filter_facts facts, bool is_shared)
{
	struct filter_input input = {.is_shared = is_shared};

	begin();
	decide_change_filter(&facts, &input, &problems);
}

START_TEST(whoever_keeps_it_changes_it)
{
	struct filter_facts facts = kept();

	change(facts, true);
	assert_none();
	facts.is_mine = false;
	change(facts, true);
	assert_one(PROBLEM_FILTER_OF_OTHER, NULL);
	facts = kept();
	facts.caller.kind = "firm";
	change(facts, true);
	assert_one(PROBLEM_FILTER_UNSHARED, "#/isShared");
}
END_TEST

START_TEST(what_is_discarded_is_there_no_longer)
{
	struct filter_facts facts = kept();

	begin();
	decide_discard_filter(&facts, &problems);
	assert_none();
	facts.is_discarded = true;
	begin();
	decide_discard_filter(&facts, &problems);
	assert_one(PROBLEM_FILTER_DISCARDED, NULL);
	change(facts, false);
	assert_one(PROBLEM_FILTER_DISCARDED, NULL);
}
END_TEST

RUN_TESTS(TEST(one_keeps_some_of_ones_own), TEST(those_of_the_county_share),
	  TEST(whoever_keeps_it_changes_it), TEST(what_is_discarded_is_there_no_longer))
