#include "api/latesubmissions/latesubmissions.h"

#include "api/deadlines/deadlines.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	TODAY = 20000, /* a day */
	APPLICANT = 31,
	RECOMMENDER = 12,
};

static const char *kinds[] = {"hub"};

/* ---- asking */

static struct new_late_facts closed_call(void)
{
	return (struct new_late_facts){
		.caller = PERSON("hub_signatory", "hub", APPLICANT, 101),
		.call_state = "closed",
		.closes_on = TODAY - 1,
		.applicant_kinds = kinds,
		.n_applicant_kinds = 1,
		.draft_state = "draft",
	};
}

static void ask(const struct new_late_facts *facts, bool of_a_draft)
{
	struct new_late_input input = {.call_id = 7, .has_application = of_a_draft, .reason = "x"};

	begin();
	decide_ask_late(facts, &input, &problems);
}

START_TEST(leave_is_asked_when_the_call_has_closed)
{
	struct new_late_facts facts = closed_call();

	ask(&facts, true);
	assert_none();
	facts.call_state = "open";
	ask(&facts, true);
	assert_one(PROBLEM_NOT_LATE, NULL);
}
END_TEST

START_TEST(leave_is_asked_of_a_draft_or_of_what_is_not_begun)
{
	struct new_late_facts facts = closed_call();

	facts.draft_state = NULL;
	ask(&facts, false);
	assert_none();
	ask(&facts, true);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/applicationId");
	facts.draft_state = "submitted";
	ask(&facts, true);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(leave_is_asked_once_at_a_time_by_whom_the_line_is_open_to)
{
	struct new_late_facts facts = closed_call();

	facts.is_asked = true;
	ask(&facts, true);
	assert_one(PROBLEM_LATE_ASKED, NULL);
	facts = closed_call();
	facts.caller.kind = "firm";
	ask(&facts, true);
	assert_one(PROBLEM_APPLICANT_KIND, NULL);
}
END_TEST

/* ---- recommending and deciding */

static struct late_facts asked(const char *role, int64_t person)
{
	return (struct late_facts){
		.caller = PERSON(role, "county", person, 1),
		.today = TODAY,
		.state = "asked",
		.asked_by = APPLICANT,
		.line = "x",
		.body = "x",
		.appeal_days = 21,
		.has_appeal_days = true,
	};
}

static struct late_facts recommended(void)
{
	struct late_facts facts = asked("decision_maker", 13);

	facts.state = "recommended";
	facts.recommended_by = RECOMMENDER;
	facts.has_recommended = true;
	return facts;
}

START_TEST(a_person_recommends_who_did_not_ask)
{
	struct late_facts facts = asked("caseworker", RECOMMENDER);

	begin();
	decide_recommend_late(&facts, NULL, &problems);
	assert_none();
	facts.state = "recommended";
	begin();
	decide_recommend_late(&facts, NULL, &problems);
	assert_none();
	facts.asked_by = RECOMMENDER;
	begin();
	decide_recommend_late(&facts, NULL, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = asked("caseworker", RECOMMENDER);
	facts.state = "granted";
	begin();
	decide_recommend_late(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static struct late_effects effects;

static void settle(const struct late_facts *facts, const char *outcome, int32_t submit_by)
{
	struct late_decision input = {outcome, "x", submit_by, submit_by != 0};

	begin();
	decide_late(facts, &input, &effects, &problems);
}

START_TEST(leave_is_given_as_it_was_recommended_and_sent_back_otherwise)
{
	struct late_facts facts = recommended();

	facts.recommended = "refused";
	settle(&facts, "granted", TODAY);
	assert_one(PROBLEM_GIVEN_BY_TWO, "#/outcome");
	settle(&facts, "refused", 0);
	assert_none();
	facts.recommended = "granted";
	settle(&facts, "granted", TODAY);
	assert_none();
	settle(&facts, "refused", 0);
	assert_none();
	begin();
	decide_return_late(&facts, &problems);
	assert_none();
	facts.caller.person_id = RECOMMENDER;
	decide_return_late(&facts, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(another_than_who_recommended_decides_with_authority)
{
	struct late_facts facts = recommended();

	settle(&facts, "granted", TODAY);
	assert_none();
	facts.recommended_by = facts.caller.person_id;
	settle(&facts, "granted", TODAY);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = recommended();
	facts.asked_by = facts.caller.person_id;
	settle(&facts, "granted", TODAY);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = recommended();
	facts.body = NULL;
	settle(&facts, "granted", TODAY);
	assert_one(PROBLEM_NO_AUTHORITY, NULL);
	facts = asked("decision_maker", 13);
	settle(&facts, "granted", TODAY);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(leave_lasts_until_a_day_that_is_to_come)
{
	struct late_facts facts = recommended();

	settle(&facts, "granted", 0);
	assert_one(PROBLEM_SUBMIT_BY_MISSING, "#/submitBy");
	settle(&facts, "granted", TODAY - 1);
	assert_one(PROBLEM_DATE_PASSED, "#/submitBy");
}
END_TEST

START_TEST(a_refusal_may_be_appealed_within_three_weeks)
{
	struct late_facts facts = recommended();

	settle(&facts, "refused", 0);
	assert_none();
	ck_assert_int_eq(effects.appeal_deadline, deadline_after(TODAY, 21));
	settle(&facts, "refused", TODAY);
	assert_one(PROBLEM_SUBMIT_BY_OF_REFUSAL, "#/submitBy");
	facts.has_appeal_days = false;
	settle(&facts, "refused", 0);
	assert_one(PROBLEM_RULE_MISSING, NULL);
}
END_TEST

static struct late_facts refused(void)
{
	static struct dismissed_appeal dismissed[1];
	struct late_facts facts = asked("hub_signatory", APPLICANT);

	dismissed[0] = (struct dismissed_appeal){.appeal_id = 12, .number = 1, .answer_id = 31};
	facts.caller.kind = "hub";
	facts.applicant_id = facts.caller.organisation_id;
	facts.state = "refused";
	facts.dismissed = dismissed;
	return facts;
}

static void appeal(const struct late_facts *facts, const struct late_appeal *input)
{
	begin();
	decide_appeal_late(facts, input, &problems);
}

START_TEST(leave_that_was_refused_is_appealed_against_once_at_a_time)
{
	struct late_facts facts = refused();
	struct late_appeal input = {.asked = "La oss søke"};

	appeal(&facts, &input);
	assert_none();
	facts.is_appealed = true;
	facts.appeal_number = 2;
	appeal(&facts, &input);
	assert_one(PROBLEM_APPEAL_OPEN, NULL);
	assert_arg(0, "2");
	facts = refused();
	facts.is_final = true;
	appeal(&facts, &input);
	assert_one(PROBLEM_APPEAL_FINAL, NULL);
	facts = refused();
	facts.state = "granted";
	appeal(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(that_an_appeal_on_leave_is_inadmissible_is_appealed_against)
{
	struct late_facts facts = refused();
	struct late_appeal input = {.appeal_id = 12, .has_appeal = true, .asked = "I tide"};

	appeal(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/appealId");
	facts.n_dismissed = 1;
	appeal(&facts, &input);
	assert_none();
	ck_assert_int_eq(dismissed_late(&facts, &input)->answer_id, 31);
	facts.is_final = true;
	appeal(&facts, NULL);
	assert_none();
	facts.dismissed[0].is_final = true;
	appeal(&facts, &input);
	assert_one(PROBLEM_APPEAL_FINAL, "#/appealId");
	appeal(&facts, NULL);
	assert_one(PROBLEM_APPEAL_FINAL, NULL);
}
END_TEST

START_TEST(what_an_appeal_gave_is_not_refused_again)
{
	struct late_recommendation input = {.outcome = "refused", .grounds = "x"};
	struct late_facts facts = asked("caseworker", RECOMMENDER);

	facts.is_allowed = true;
	begin();
	decide_recommend_late(&facts, &input, &problems);
	assert_one(PROBLEM_APPEAL_GAVE_IT, "#/outcome");
	input.outcome = "granted";
	begin();
	decide_recommend_late(&facts, &input, &problems);
	assert_none();
	facts = recommended();
	facts.is_allowed = true;
	settle(&facts, "refused", 0);
	assert_one(PROBLEM_APPEAL_GAVE_IT, "#/outcome");
}
END_TEST

RUN_TESTS(TEST(leave_is_asked_when_the_call_has_closed),
	  TEST(leave_is_asked_of_a_draft_or_of_what_is_not_begun),
	  TEST(leave_is_asked_once_at_a_time_by_whom_the_line_is_open_to),
	  TEST(a_person_recommends_who_did_not_ask),
	  TEST(leave_is_given_as_it_was_recommended_and_sent_back_otherwise),
	  TEST(another_than_who_recommended_decides_with_authority),
	  TEST(leave_lasts_until_a_day_that_is_to_come),
	  TEST(a_refusal_may_be_appealed_within_three_weeks),
	  TEST(leave_that_was_refused_is_appealed_against_once_at_a_time),
	  TEST(that_an_appeal_on_leave_is_inadmissible_is_appealed_against),
	  TEST(what_an_appeal_gave_is_not_refused_again))
