#include "api/results/results.h"

#include "lib/base/date.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000 };

static struct measured first[] = {{0, TODAY - 400, "svinn", false},
				  {6, TODAY - 10, "svinn", false},
				  {12, TODAY, "svinn", false}};

static struct result_facts measured_times(size_t n)
{
	return (struct result_facts){.caller = PERSON("hub_editor", "hub", 11, 101),
				     .today = TODAY,
				     .firm_id = 301,
				     .since = TODAY - 400,
				     .measured = first,
				     .n_measured = n};
}

static struct measure_input after(int64_t months, int32_t on_day)
{
	return (struct measure_input){
		.months = months,
		.on_day = on_day,
		.effect_bp = 2600,
		.has_bp = true,
		.unit = "svinn",
	};
}

static void measure(size_t n_before, struct measure_input input)
{
	struct result_facts facts = measured_times(n_before);

	begin();
	decide_measure(&facts, &input, &problems);
}

START_TEST(a_result_belongs_to_a_stage_of_the_programme)
{
	int64_t stages[] = {0, 1, 2};
	struct new_result_facts facts = {.stages = stages, .n_stages = 3};
	struct new_result_input input = {.stage = 0};

	begin();
	decide_create_result(&facts, &input, &problems);
	assert_none();
	input.stage = 2;
	decide_create_result(&facts, &input, &problems);
	assert_one(PROBLEM_STAGE_NOT_ENTERED, "#/stage");
	facts.entered = &stages[2];
	facts.n_entered = 1;
	begin();
	decide_create_result(&facts, &input, &problems);
	assert_none();
	input.stage = 3;
	decide_create_result(&facts, &input, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/stage");
}
END_TEST

START_TEST(an_effect_is_money_or_a_share_and_not_both)
{
	struct measure_input input = after(0, TODAY);

	measure(0, input);
	assert_none();
	input.has_ore = true;
	measure(0, input);
	assert_one(PROBLEM_EFFECT_ONE, "#/effectOre");
	input.has_bp = false;
	measure(0, input);
	assert_none();
	input.has_ore = false;
	measure(0, input);
	assert_one(PROBLEM_EFFECT_ONE, "#/effectOre");
}
END_TEST

START_TEST(it_is_measured_when_reached_before_it_is_measured_again)
{
	measure(0, after(6, TODAY));
	assert_one(PROBLEM_MEASURE_FIRST, "#/months");
	measure(1, after(6, TODAY));
	assert_none();
	measure(1, after(12, TODAY));
	assert_none();
}
END_TEST

START_TEST(it_is_measured_again_when_the_months_are_out_or_two_weeks_before)
{
	int32_t due = date_add_months(first[0].on_day, 6);

	measure(1, after(6, due - MEASURE_EARLY_DAYS));
	assert_none();
	measure(1, after(6, due - MEASURE_EARLY_DAYS - 1));
	assert_one(PROBLEM_MEASURED_EARLY, "#/onDay");
}
END_TEST

START_TEST(it_is_measured_once_for_each_time)
{
	measure(1, after(0, TODAY));
	assert_one(PROBLEM_MEASURED, "#/months");
}
END_TEST

START_TEST(no_measurement_is_of_a_day_before_an_earlier_one)
{
	measure(2, after(12, TODAY - 11));
	assert_one(PROBLEM_PERIOD_REVERSED, "#/onDay");
	measure(2, after(12, TODAY - 10));
	assert_none();
	measure(1, after(6, TODAY + 1));
	assert_one(PROBLEM_DATE_FUTURE, "#/onDay");
}
END_TEST

START_TEST(nor_of_a_day_before_the_hub_followed_the_firm)
{
	measure(0, after(0, TODAY - 400));
	assert_none();
	measure(0, after(0, TODAY - 401));
	assert_one(PROBLEM_DAY_OUTSIDE, "#/onDay");
}
END_TEST

START_TEST(nor_of_a_day_after_a_later_one)
{
	struct measured reached_and_late[] = {{0, TODAY - 200, "svinn", false},
					      {12, TODAY - 10, "svinn", false}};
	struct result_facts facts = measured_times(2);
	struct measure_input input = after(6, TODAY);

	facts.measured = reached_and_late;
	begin();
	decide_measure(&facts, &input, &problems);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/onDay");
	input.on_day = TODAY - 10;
	begin();
	decide_measure(&facts, &input, &problems);
	assert_none();
}
END_TEST

START_TEST(what_is_measured_again_is_measured_in_the_same)
{
	struct measure_input input = after(6, TODAY);

	input.unit = "strøm";
	measure(1, input);
	assert_one(PROBLEM_MEASURED_OTHERWISE, "#/unit");
	assert_arg(0, "svinn");
	assert_arg(1, "@in.share");
	input.unit = "svinn";
	input.has_bp = false;
	input.has_ore = true;
	measure(1, input);
	assert_one(PROBLEM_MEASURED_OTHERWISE, "#/effectOre");
}
END_TEST

START_TEST(the_first_may_be_corrected_to_another)
{
	struct measure_input input = after(0, TODAY - 400);

	input.unit = "strøm";
	input.reason = "Feil enhet";
	measure(2, input);
	assert_none();
}
END_TEST

static void correct(int64_t months, int32_t on_day)
{
	struct measure_input input = after(months, on_day);

	input.reason = "Veid med feil vekt";
	measure(2, input);
}

START_TEST(one_that_was_wrong_is_measured_anew_with_the_reason)
{
	correct(6, TODAY);
	assert_none();
	correct(0, TODAY - 350);
	assert_none();
	correct(12, TODAY);
	assert_one(PROBLEM_NOT_MEASURED, "#/reason");
}
END_TEST

START_TEST(a_first_that_is_corrected_still_has_its_months_before_the_next)
{
	correct(0, TODAY - 100);
	assert_one(PROBLEM_MEASURED_EARLY, "#/onDay");
}
END_TEST

START_TEST(consent_was_given_before_a_story_is_told)
{
	struct result_facts facts = measured_times(0);
	struct story_input input = {"Kameraet så det", "Daglig leder", TODAY};

	begin();
	decide_tell_story(&facts, &input, &problems);
	decide_tell_story(&facts, NULL, &problems);
	assert_none();
	input.consent_on = TODAY + 1;
	decide_tell_story(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_FUTURE, "#/consentOn");
	begin();
	input.consent_on = facts.since - 1;
	decide_tell_story(&facts, &input, &problems);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/consentOn");
}
END_TEST

static void tell_again(struct result_facts *facts, int32_t consent_on)
{
	struct story_input input = {"Kameraet så det", "Daglig leder", consent_on};

	begin();
	facts->has_consented = true;
	facts->consented_on = TODAY - 5;
	decide_tell_story(facts, &input, &problems);
}

START_TEST(another_text_and_one_that_was_taken_back_take_a_consent_of_a_later_day)
{
	static const char *const others[] = {NULL, "Alle så det"};
	struct result_facts facts = measured_times(0);

	for (size_t i = 0; i < 2; i++) {
		facts.story = others[i];
		tell_again(&facts, TODAY - 5);
		assert_one(PROBLEM_CONSENT_OLD, "#/consentOn");
		tell_again(&facts, TODAY - 4);
		assert_none();
	}
	facts.story = "Kameraet så det";
	tell_again(&facts, TODAY - 5);
	assert_none();
}
END_TEST

START_TEST(what_a_firm_tells_it_consents_to)
{
	struct result_facts facts = measured_times(0);

	facts.caller = (struct caller)PERSON("firm", "firm", 12, 301);
	tell_again(&facts, TODAY - 5);
	assert_none();
}
END_TEST

START_TEST(only_a_story_that_is_told_is_taken_back)
{
	struct result_facts facts = measured_times(0);

	begin();
	decide_withdraw_story(&facts, &problems);
	assert_one(PROBLEM_NO_STORY, NULL);
	facts.story = "Kameraet så det";
	begin();
	decide_withdraw_story(&facts, &problems);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(a_result_belongs_to_a_stage_of_the_programme),
	  TEST(an_effect_is_money_or_a_share_and_not_both),
	  TEST(it_is_measured_when_reached_before_it_is_measured_again),
	  TEST(it_is_measured_again_when_the_months_are_out_or_two_weeks_before),
	  TEST(it_is_measured_once_for_each_time),
	  TEST(no_measurement_is_of_a_day_before_an_earlier_one),
	  TEST(nor_of_a_day_before_the_hub_followed_the_firm),
	  TEST(nor_of_a_day_after_a_later_one),
	  TEST(what_is_measured_again_is_measured_in_the_same),
	  TEST(the_first_may_be_corrected_to_another),
	  TEST(one_that_was_wrong_is_measured_anew_with_the_reason),
	  TEST(a_first_that_is_corrected_still_has_its_months_before_the_next),
	  TEST(consent_was_given_before_a_story_is_told),
	  TEST(another_text_and_one_that_was_taken_back_take_a_consent_of_a_later_day),
	  TEST(what_a_firm_tells_it_consents_to),
	  TEST(only_a_story_that_is_told_is_taken_back))
