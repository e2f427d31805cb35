#include "api/cohorts/cohorts.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	START = 20000, /* a day */
	END = START + 300,
};

static int64_t stages[] = {1, 2};
static struct granted_stage granted[] = {
	{.stage = 1, .starts_on = START, .ends_on = END},
	{.stage = 2, .starts_on = START + 100, .ends_on = END},
	{.stage = 2, .starts_on = START + 200, .ends_on = END + 100},
};

static struct track_facts track(void)
{
	return (struct track_facts){
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.state = "open",
		.stages = stages,
		.n_stages = 2,
		.granted = granted,
		.n_granted = 3,
	};
}

static struct cohort_plan plan(void)
{
	return (struct cohort_plan){.stage = 2,
				    .has_stage = true,
				    .starts_on = START + 100,
				    .ends_on = END + 100,
				    .capacity = 8,
				    .has_capacity = true};
}

static void create(const struct track_facts *facts, const struct cohort_plan *input)
{
	begin();
	decide_create_cohort(facts, input, &problems);
}

START_TEST(a_cohort_lies_within_what_is_granted_for_its_stage)
{
	struct track_facts facts = track();
	struct cohort_plan input = plan();

	create(&facts, &input);
	assert_none();
	input.starts_on--;
	create(&facts, &input);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/startsOn");
	input = plan();
	input.ends_on++;
	create(&facts, &input);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/endsOn");
	input = plan();
	input.ends_on = input.starts_on - 1;
	create(&facts, &input);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/endsOn");
}
END_TEST

START_TEST(no_cohort_begins_in_a_track_that_has_ended)
{
	struct track_facts facts = track();
	struct cohort_plan input = plan();

	facts.state = "ended";
	create(&facts, &input);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	create(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_stage_without_an_accepted_grant_has_no_cohorts)
{
	struct track_facts facts = track();
	struct cohort_plan input = plan();

	facts.n_granted = 1;
	create(&facts, &input);
	assert_one(PROBLEM_STAGE_NOT_GRANTED, NULL);
	create(&facts, NULL);
	assert_none();
	facts.n_granted = 0;
	create(&facts, NULL);
	assert_one(PROBLEM_STAGE_NOT_GRANTED, NULL);
}
END_TEST

START_TEST(a_stage_is_one_of_the_programme)
{
	struct track_facts facts = track();
	struct cohort_plan input = plan();

	facts.n_stages = 1;
	create(&facts, &input);
	assert_one(PROBLEM_FIELD_ENUM, "#/stage");
	assert_arg(0, "1");
}
END_TEST

static struct candidate comers[] = {
	{.is_served = true, .is_in_stage = true},
	{.is_served = true, .is_in_stage = true},
	{.is_served = true, .is_in_stage = true},
};

static struct cohort_facts cohort(void)
{
	return (struct cohort_facts){
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.state = "planned",
		.stage = 2,
		.starts_on = START + 110,
		.ends_on = START + 200,
		.capacity = 8,
		.has_capacity = true,
		.taken = 6,
		.granted = granted,
		.n_granted = 3,
	};
}

static void change(const struct cohort_facts *facts, const struct cohort_plan *input)
{
	begin();
	decide_change_cohort(facts, input, &problems);
}

START_TEST(a_cohort_is_changed_around_the_sessions_it_has)
{
	struct cohort_facts facts = cohort();
	struct cohort_plan input = plan();

	facts.has_first = facts.has_last = true;
	facts.first_on = input.starts_on;
	facts.last_on = input.ends_on;
	change(&facts, &input);
	assert_none();
	facts.first_on--;
	change(&facts, &input);
	assert_one(PROBLEM_SESSIONS_OUTSIDE, NULL);
	facts.first_on++;
	facts.last_on++;
	change(&facts, &input);
	assert_one(PROBLEM_SESSIONS_OUTSIDE, NULL);
}
END_TEST

START_TEST(a_cohort_keeps_a_place_for_each_of_its_firms)
{
	struct cohort_facts facts = cohort();
	struct cohort_plan input = plan();

	input.capacity = 6;
	change(&facts, &input);
	assert_none();
	input.capacity = 5;
	change(&facts, &input);
	assert_one(PROBLEM_FIELD_TOO_SMALL, "#/capacity");
	assert_arg(0, "6");
	input.has_capacity = false;
	change(&facts, &input);
	assert_none();
}
END_TEST

/* Of each candidate the first problem, or PROBLEM_COUNT if it may come. */
static enum problem_code outcomes[3];

static void add(struct cohort_facts *facts, struct candidate *candidates, size_t n)
{
	struct problems each[3];

	begin();
	facts->candidates = candidates;
	facts->n_candidates = n;
	for (size_t i = 0; i < n; i++)
		problems_init(&each[i], problems.arena);
	decide_add_firms(facts, each, &problems);
	for (size_t i = 0; i < n; i++)
		outcomes[i] = problems_any(&each[i]) ? each[i].list[0].code : PROBLEM_COUNT;
}

START_TEST(the_first_get_the_places)
{
	struct cohort_facts facts = cohort();

	add(&facts, comers, 3);
	assert_none();
	ck_assert_int_eq(outcomes[0], PROBLEM_COUNT);
	ck_assert_int_eq(outcomes[1], PROBLEM_COUNT);
	ck_assert_int_eq(outcomes[2], PROBLEM_COHORT_FULL);
	facts.has_capacity = false;
	add(&facts, comers, 3);
	ck_assert_int_eq(outcomes[2], PROBLEM_COUNT);
}
END_TEST

START_TEST(one_that_may_not_come_takes_no_place)
{
	struct candidate candidates[] = {comers[0], comers[1], comers[2]};
	struct cohort_facts facts = cohort();

	candidates[0].is_in_stage = false;
	add(&facts, candidates, 3);
	ck_assert_int_eq(outcomes[0], PROBLEM_NOT_IN_STAGE);
	ck_assert_int_eq(outcomes[2], PROBLEM_COUNT);
}
END_TEST

START_TEST(a_firm_is_in_one_cohort_of_a_stage)
{
	struct candidate candidate = comers[0];
	struct cohort_facts facts = cohort();

	candidate.member_of = "Kull 1";
	add(&facts, &candidate, 1);
	ck_assert_int_eq(outcomes[0], PROBLEM_IN_COHORT);
}
END_TEST

START_TEST(of_a_firm_that_another_hub_follows_nothing_is_told)
{
	struct candidate candidate = {.is_served = false};
	struct cohort_facts facts = cohort();

	add(&facts, &candidate, 1);
	ck_assert_int_eq(outcomes[0], PROBLEM_UNKNOWN_REFERENCE);
}
END_TEST

START_TEST(a_full_cohort_says_so_beforehand)
{
	struct cohort_facts facts = cohort();

	add(&facts, NULL, 0);
	assert_none();
	facts.taken = 8;
	add(&facts, NULL, 0);
	assert_one(PROBLEM_COHORT_FULL, NULL);
	assert_arg(0, "8");
}
END_TEST

START_TEST(only_members_are_taken_out)
{
	struct candidate candidates[] = {{.is_served = true, .is_member = true},
					 {.is_served = true},
					 {.is_served = true, .is_member = true, .n_planned = 1}};
	struct cohort_facts facts = cohort();
	struct problems each[3];

	begin();
	facts.candidates = candidates;
	facts.n_candidates = 3;
	for (size_t i = 0; i < 3; i++)
		problems_init(&each[i], problems.arena);
	decide_remove_firms(&facts, each, &problems);
	assert_none();
	ck_assert(!problems_any(&each[0]));
	ck_assert_int_eq(each[1].list[0].code, PROBLEM_UNKNOWN_REFERENCE);
	ck_assert_int_eq(each[2].list[0].code, PROBLEM_FIRM_EXPECTED);
}
END_TEST

START_TEST(a_cohort_starts_with_a_firm_in_it)
{
	struct cohort_facts facts = cohort();

	begin();
	decide_start_cohort(&facts, &problems);
	assert_none();
	facts.taken = 0;
	decide_start_cohort(&facts, &problems);
	assert_one(PROBLEM_COHORT_EMPTY, NULL);
}
END_TEST

START_TEST(a_cohort_ends_when_nothing_is_left_to_hold)
{
	struct cohort_facts facts = cohort();

	facts.state = "running";
	facts.n_held = 3;
	begin();
	decide_end_cohort(&facts, &problems);
	assert_none();
	facts.n_planned = 2;
	decide_end_cohort(&facts, &problems);
	assert_one(PROBLEM_SESSIONS_PLANNED, NULL);
	assert_arg(0, "2");
}
END_TEST

START_TEST(what_was_held_in_is_not_cancelled)
{
	struct cohort_facts facts = cohort();

	facts.n_planned = 2;
	begin();
	decide_cancel_cohort(&facts, &problems);
	assert_none();
	facts.n_held = 1;
	decide_cancel_cohort(&facts, &problems);
	assert_one(PROBLEM_SESSIONS_HELD, NULL);
}
END_TEST

START_TEST(what_is_over_is_left_as_it_is)
{
	static const char *const over[] = {"ended", "cancelled"};
	struct cohort_facts facts = cohort();

	for (size_t i = 0; i < 2; i++) {
		facts.state = over[i];
		change(&facts, NULL);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		add(&facts, NULL, 0);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		begin();
		decide_remove_firms(&facts, NULL, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		begin();
		decide_start_cohort(&facts, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		begin();
		decide_end_cohort(&facts, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		begin();
		decide_cancel_cohort(&facts, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

RUN_TESTS(TEST(a_cohort_lies_within_what_is_granted_for_its_stage),
	  TEST(no_cohort_begins_in_a_track_that_has_ended),
	  TEST(a_stage_without_an_accepted_grant_has_no_cohorts),
	  TEST(a_stage_is_one_of_the_programme),
	  TEST(a_cohort_is_changed_around_the_sessions_it_has),
	  TEST(a_cohort_keeps_a_place_for_each_of_its_firms), TEST(the_first_get_the_places),
	  TEST(one_that_may_not_come_takes_no_place), TEST(a_firm_is_in_one_cohort_of_a_stage),
	  TEST(of_a_firm_that_another_hub_follows_nothing_is_told),
	  TEST(a_full_cohort_says_so_beforehand), TEST(only_members_are_taken_out),
	  TEST(a_cohort_starts_with_a_firm_in_it),
	  TEST(a_cohort_ends_when_nothing_is_left_to_hold),
	  TEST(what_was_held_in_is_not_cancelled), TEST(what_is_over_is_left_as_it_is))
