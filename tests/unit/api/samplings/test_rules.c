#include "api/samplings/create.h"
#include "api/samplings/samplings.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, SOMEBODY = 5, ANOTHER = 6 };

static struct new_sampling_effects effects;
static int64_t population[] = {11, 12, 13, 14, 15, 16, 17};

static struct new_sampling_facts hub_with(size_t n_cases)
{
	return (struct new_sampling_facts){.today = TODAY,
					   .seed = 7,
					   .has_programme = true,
					   .has_hub = true,
					   .population = population,
					   .n_population = n_cases};
}

static struct new_sampling_input some(int64_t size)
{
	return (struct new_sampling_input){.period_from = TODAY - 90,
					   .period_to = TODAY,
					   .from_text = "2024-07-06",
					   .to_text = "2024-10-04",
					   .size = size,
					   .has_size = true};
}

static struct new_sampling_input share(int64_t share_bp)
{
	struct new_sampling_input input = some(0);

	input.has_size = false;
	input.share_bp = share_bp;
	input.has_share = true;
	return input;
}

static void draw(struct new_sampling_facts facts, struct new_sampling_input input)
{
	begin();
	decide_draw_sampling(&facts, &input, &effects, &problems);
}

static void assert_draws(struct new_sampling_input input, size_t wanted)
{
	draw(hub_with(7), input);
	assert_none();
	ck_assert_uint_eq(effects.n_drawn, wanted);
}

START_TEST(a_number_of_cases_is_drawn_or_all_if_there_are_fewer)
{
	assert_draws(some(3), 3);
	assert_draws(some(7), 7);
	assert_draws(some(1000), 7);
}
END_TEST

START_TEST(a_share_is_rounded_up_to_a_whole_case)
{
	assert_draws(share(1), 1);
	assert_draws(share(1428), 1);
	assert_draws(share(1429), 2);
	assert_draws(share(10000), 7);
}
END_TEST

START_TEST(the_number_or_the_share_is_said_and_not_both)
{
	struct new_sampling_input input = some(3);

	input.has_share = true;
	draw(hub_with(7), input);
	assert_one(PROBLEM_SAMPLE_SIZE, "#/size");
	input.has_share = input.has_size = false;
	draw(hub_with(7), input);
	assert_one(PROBLEM_SAMPLE_SIZE, "#/size");
}
END_TEST

START_TEST(there_is_something_to_draw_from)
{
	struct new_sampling_facts facts = hub_with(0);

	draw(facts, some(3));
	assert_one(PROBLEM_NO_CASES, NULL);
	facts.has_programme = facts.has_hub = false;
	draw(facts, some(3));
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/programmeId");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/hubOrgnr");
}
END_TEST

START_TEST(the_period_has_been)
{
	struct new_sampling_input input = some(3);

	input.period_to = TODAY + 1;
	draw(hub_with(7), input);
	assert_one(PROBLEM_DATE_FUTURE, "#/periodTo");
	input.period_to = input.period_from - 1;
	draw(hub_with(7), input);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/periodTo");
}
END_TEST

/* The first with a breach to follow up, the second in order, the third not looked into. */
static struct sampled_case cases[] = {{.number = 1, .has_finding = true, .has_follow_up = true},
				      {.number = 2, .has_finding = true},
				      {.number = 3}};

static struct sampling_facts sampling(const char *state)
{
	return (struct sampling_facts){
		.today = TODAY, .state = state, .cases = cases, .n_cases = 3};
}

static struct finding_input breach(int64_t number)
{
	return (struct finding_input){.number = number,
				      .finding = "Timene er ført to ganger",
				      .severity = "breach",
				      .follow_up = "Rett timelisten",
				      .follow_up_by = TODAY,
				      .has_follow_up_by = true};
}

static void note(struct finding_input input)
{
	struct sampling_facts facts = sampling("drawn");

	begin();
	decide_note_finding(&facts, &input, &problems);
}

START_TEST(a_breach_is_followed_up_by_a_day_to_come)
{
	struct finding_input input = breach(1);

	note(input);
	assert_none();
	input.follow_up_by = TODAY - 1;
	note(input);
	assert_one(PROBLEM_DATE_PASSED, "#/followUpBy");
	input.has_follow_up_by = false;
	note(input);
	assert_one(PROBLEM_FOLLOW_UP, "#/followUpBy");
	input.follow_up = NULL;
	note(input);
	assert_one(PROBLEM_FOLLOW_UP, "#/followUp");
}
END_TEST

START_TEST(what_others_have_seen_is_changed_for_a_reason)
{
	struct sampling_facts facts = sampling("open");
	struct finding_input input = breach(1);

	begin();
	decide_note_finding(&facts, &input, &problems);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/reason");
	input.reason = "Bilaget er kommet";
	begin();
	decide_note_finding(&facts, &input, &problems);
	assert_none();
	input = breach(3);
	decide_note_finding(&facts, &input, &problems);
	assert_none();
}
END_TEST

START_TEST(a_remark_may_be_followed_up_and_what_is_in_order_is_not)
{
	struct finding_input input = breach(1);

	input.severity = "remark";
	note(input);
	assert_none();
	input.severity = "none";
	note(input);
	assert_one(PROBLEM_FOLLOW_UP, "#/followUp");
	input.follow_up = NULL;
	note(input);
	assert_one(PROBLEM_FOLLOW_UP, "#/followUp");
	input.has_follow_up_by = false;
	note(input);
	assert_none();
}
END_TEST

START_TEST(a_finding_is_of_a_case_that_was_drawn_and_is_not_closed)
{
	note(breach(4));
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/case");
	cases[0].is_closed = true;
	note(breach(1));
	assert_one(PROBLEM_CASE_CLOSED, "#/case");
	cases[1].is_closed = cases[2].is_closed = true;
	note(breach(1));
	assert_one(PROBLEM_CASE_CLOSED, NULL);
}
END_TEST

static void close_case(int64_t number, const char *followed)
{
	struct sampling_facts facts = sampling("open");
	struct close_case_input input = {.number = number, .followed = followed};

	begin();
	decide_close_case(&facts, &input, &problems);
}

START_TEST(a_case_is_closed_with_what_followed)
{
	close_case(1, "Rettet");
	assert_none();
	close_case(1, NULL);
	assert_one(PROBLEM_FOLLOWED_MISSING, "#/followed");
	close_case(2, NULL);
	assert_none();
	close_case(3, NULL);
	assert_one(PROBLEM_FINDING_MISSING, "#/case");
	close_case(4, NULL);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/case");
}
END_TEST

static void answered(int64_t by)
{
	cases[0].is_answered = true;
	cases[0].answered_by = by;
}

static void answer(struct sampling_facts facts, int64_t number, int32_t done_on)
{
	struct answer_input input = {.number = number, .answer = "Rettet", .done_on = done_on};

	begin();
	decide_answer_finding(&facts, &input, &problems);
}

START_TEST(what_is_to_be_followed_up_is_answered_once_it_is_done)
{
	answer(sampling("open"), 1, TODAY);
	assert_none();
	answer(sampling("open"), 1, TODAY + 1);
	assert_one(PROBLEM_DATE_FUTURE, "#/doneOn");
	answer(sampling("open"), 2, TODAY);
	assert_one(PROBLEM_NOTHING_ASKED, "#/case");
	answer(sampling("open"), 4, TODAY);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/case");
	answer(sampling("drawn"), 1, TODAY);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	cases[0].has_follow_up = false;
	answer(sampling("open"), 1, TODAY);
	assert_one(PROBLEM_NOTHING_ASKED, NULL);
}
END_TEST

START_TEST(an_answer_that_waits_is_settled_before_anything_else)
{
	cases[1].has_follow_up = true;
	answered(SOMEBODY);
	answer(sampling("open"), 1, TODAY);
	assert_one(PROBLEM_ANSWER_WAITS, "#/case");
	note(breach(1));
	assert_one(PROBLEM_ANSWER_WAITS, "#/case");
	cases[1].has_follow_up = false;
	answer(sampling("open"), 1, TODAY);
	assert_one(PROBLEM_ANSWER_WAITS, NULL);
}
END_TEST

static void ask_again(int64_t number, int32_t by, int64_t person_id)
{
	struct sampling_facts facts = sampling("open");
	struct ask_again_input input = {
		.number = number, .reason = "Mars mangler", .follow_up_by = by};

	facts.caller.is_person = true;
	facts.caller.person_id = person_id;
	begin();
	decide_ask_again(&facts, &input, &problems);
}

START_TEST(the_hub_is_asked_again_by_another_person_and_a_day_to_come)
{
	ask_again(1, TODAY, ANOTHER);
	assert_one(PROBLEM_ANSWER_MISSING, NULL);
	answered(SOMEBODY);
	ask_again(1, TODAY, ANOTHER);
	assert_none();
	ask_again(1, TODAY - 1, ANOTHER);
	assert_one(PROBLEM_DATE_PASSED, "#/followUpBy");
	ask_again(1, TODAY, SOMEBODY);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	ask_again(2, TODAY, ANOTHER);
	assert_one(PROBLEM_ANSWER_MISSING, "#/case");
}
END_TEST

START_TEST(a_case_is_closed_with_the_answer_of_another)
{
	struct sampling_facts facts = sampling("open");
	struct close_case_input input = {.number = 1};

	answered(SOMEBODY);
	facts.caller.is_person = true;
	facts.caller.person_id = ANOTHER;
	begin();
	decide_close_case(&facts, &input, &problems);
	assert_none();
	facts.caller.person_id = SOMEBODY;
	decide_close_case(&facts, &input, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(nothing_is_closed_before_anything_is_found)
{
	struct sampling_facts facts = sampling("drawn");

	facts.cases = &cases[2];
	facts.n_cases = 1;
	begin();
	decide_close_case(&facts, NULL, &problems);
	assert_one(PROBLEM_FINDING_MISSING, NULL);
}
END_TEST

START_TEST(a_sampling_is_opened_once)
{
	struct sampling_facts facts = sampling("drawn");

	begin();
	decide_open_sampling(&facts, &problems);
	assert_none();
	facts.state = "open";
	decide_open_sampling(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(it_is_closed_with_its_last_case_and_not_before_the_hub_saw_it)
{
	struct sampling_facts facts = sampling("open");

	begin();
	decide_close_sampling(&facts, &problems);
	assert_one(PROBLEM_CASES_OPEN, NULL);
	assert_arg(0, "3");
	for (int i = 0; i < 3; i++)
		cases[i].is_closed = true;
	begin();
	decide_close_sampling(&facts, &problems);
	assert_none();
	facts.state = "drawn";
	decide_close_sampling(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(a_number_of_cases_is_drawn_or_all_if_there_are_fewer),
	  TEST(a_share_is_rounded_up_to_a_whole_case),
	  TEST(the_number_or_the_share_is_said_and_not_both), TEST(there_is_something_to_draw_from),
	  TEST(the_period_has_been), TEST(a_breach_is_followed_up_by_a_day_to_come),
	  TEST(what_others_have_seen_is_changed_for_a_reason),
	  TEST(a_remark_may_be_followed_up_and_what_is_in_order_is_not),
	  TEST(a_finding_is_of_a_case_that_was_drawn_and_is_not_closed),
	  TEST(a_case_is_closed_with_what_followed),
	  TEST(what_is_to_be_followed_up_is_answered_once_it_is_done),
	  TEST(an_answer_that_waits_is_settled_before_anything_else),
	  TEST(the_hub_is_asked_again_by_another_person_and_a_day_to_come),
	  TEST(a_case_is_closed_with_the_answer_of_another),
	  TEST(nothing_is_closed_before_anything_is_found), TEST(a_sampling_is_opened_once),
	  TEST(it_is_closed_with_its_last_case_and_not_before_the_hub_saw_it))
