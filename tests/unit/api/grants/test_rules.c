#include "api/grants/grants.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000 /* a day */ };

static struct grant_facts offer(const char *state, int32_t accept_by)
{
	return (struct grant_facts){
		.caller = PERSON("hub_signatory", "hub", 11, 101),
		.applicant_id = 101,
		.today = TODAY,
		.state = state,
		.accept_by = accept_by,
		.has_accept_by = true,
	};
}

static void decide(const char *state, int32_t accept_by)
{
	struct grant_facts facts = offer(state, accept_by);

	begin();
	decide_accept(&facts, &problems);
}

START_TEST(an_offer_is_accepted_until_the_end_of_its_last_day)
{
	decide("offered", TODAY + 1);
	assert_none();
	decide("offered", TODAY);
	assert_none();
	decide("offered", TODAY - 1);
	assert_one(PROBLEM_OFFER_EXPIRED, NULL);
	assert_arg(0, "2024-10-03");
}
END_TEST

START_TEST(only_what_is_offered_can_be_accepted)
{
	static const char *const states[] = {"accepted", "active", "settled", "annulled", "lapsed"};

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		decide(states[i], TODAY);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(both_are_told_at_once)
{
	decide("lapsed", TODAY - 1);
	assert_found(PROBLEM_STATE_CONFLICT, NULL);
	assert_found(PROBLEM_OFFER_EXPIRED, NULL);
}
END_TEST

START_TEST(an_offer_that_the_appeals_body_set_aside_waits_for_the_new_decision)
{
	struct grant_facts facts = offer("offered", TODAY);

	facts.is_set_aside = true;
	begin();
	decide_accept(&facts, &problems);
	assert_one(PROBLEM_DECISION_SET_ASIDE, NULL);
	begin();
	decide_decline(&facts, &problems);
	assert_one(PROBLEM_DECISION_SET_ASIDE, NULL);
}
END_TEST

START_TEST(an_offer_is_declined_as_long_as_it_stands)
{
	struct grant_facts facts = offer("offered", TODAY - 1);

	begin();
	decide_decline(&facts, &problems);
	assert_none();
	facts.state = "accepted";
	begin();
	decide_decline(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(an_offer_of_a_decision_that_is_held_is_not_answered)
{
	struct grant_facts facts = offer("offered", 0);

	facts.has_accept_by = false;
	facts.is_held = true;
	facts.release_on = TODAY + 5;
	begin();
	decide_accept(&facts, &problems);
	assert_one(PROBLEM_DECISION_HELD, NULL);
	assert_arg(0, "2024-10-09");
	begin();
	decide_decline(&facts, &problems);
	assert_one(PROBLEM_DECISION_HELD, NULL);
}
END_TEST

static struct said_input said_on(int32_t day)
{
	return (struct said_input){
		.received_on = day, .channel = "letter", .authority = "Daglig leder"};
}

static struct grant_facts told_offer(void)
{
	struct grant_facts facts = offer("offered", TODAY - 3);

	facts.caller = (struct caller)PERSON("caseworker", "county", 12, 102);
	facts.known_on = TODAY - 20;
	facts.is_known = true;
	facts.answers_for = true;
	return facts;
}

static void enter_acceptance(const struct grant_facts *facts, int32_t day)
{
	struct said_input said = said_on(day);

	begin();
	decide_enter_acceptance(facts, &said, &problems);
}

START_TEST(what_is_said_on_paper_counts_by_the_day_it_came)
{
	struct grant_facts facts = told_offer();

	enter_acceptance(&facts, TODAY - 3);
	assert_none();
	enter_acceptance(&facts, TODAY - 2);
	assert_one(PROBLEM_OFFER_EXPIRED, NULL);
	enter_acceptance(&facts, TODAY - 20);
	assert_none();
	enter_acceptance(&facts, TODAY - 21);
	assert_one(PROBLEM_SAID_BEFORE, "#/receivedOn");
	enter_acceptance(&facts, TODAY + 1);
	assert_found(PROBLEM_DATE_FUTURE, "#/receivedOn");
	begin();
	decide_enter_acceptance(&facts, NULL, &problems);
	assert_none();
}
END_TEST

START_TEST(whoever_granted_does_not_enter_that_it_is_accepted)
{
	struct grant_facts facts = told_offer();
	struct said_input said = said_on(TODAY - 3);

	facts.granted_step = "recommend";
	enter_acceptance(&facts, TODAY - 3);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	begin();
	decide_enter_refusal(&facts, &said, &problems);
	assert_none();
}
END_TEST

START_TEST(who_only_reads_it_takes_and_declines_nothing)
{
	struct grant_facts facts = offer("offered", TODAY + 1);

	facts.applicant_id = 102;
	begin();
	decide_accept(&facts, &problems);
	assert_one(PROBLEM_NOT_APPLICANT, NULL);
	begin();
	decide_decline(&facts, &problems);
	assert_one(PROBLEM_NOT_APPLICANT, NULL);
}
END_TEST

START_TEST(who_does_not_answer_for_the_recipient_enters_nothing)
{
	struct grant_facts facts = told_offer();
	struct said_input said = said_on(TODAY - 3);

	facts.answers_for = false;
	enter_acceptance(&facts, TODAY - 3);
	assert_one(PROBLEM_NOT_ANSWERING, NULL);
	begin();
	decide_enter_refusal(&facts, &said, &problems);
	assert_one(PROBLEM_NOT_ANSWERING, NULL);
}
END_TEST

START_TEST(what_was_answered_is_not_answered_on_paper)
{
	struct grant_facts facts = told_offer();
	struct said_input said = said_on(TODAY - 3);

	facts.state = "accepted";
	enter_acceptance(&facts, TODAY - 3);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_enter_refusal(&facts, &said, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(an_offer_is_accepted_until_the_end_of_its_last_day),
	  TEST(only_what_is_offered_can_be_accepted), TEST(both_are_told_at_once),
	  TEST(an_offer_that_the_appeals_body_set_aside_waits_for_the_new_decision),
	  TEST(an_offer_is_declined_as_long_as_it_stands),
	  TEST(an_offer_of_a_decision_that_is_held_is_not_answered),
	  TEST(what_is_said_on_paper_counts_by_the_day_it_came),
	  TEST(whoever_granted_does_not_enter_that_it_is_accepted),
	  TEST(who_does_not_answer_for_the_recipient_enters_nothing),
	  TEST(who_only_reads_it_takes_and_declines_nothing),
	  TEST(what_was_answered_is_not_answered_on_paper))
