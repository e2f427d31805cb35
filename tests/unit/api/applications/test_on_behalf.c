#include "api/applications/applications.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, OPENED = TODAY - 30, FIRM = 301, ENTRY_DAYS = 14 };

static const char *kinds[] = {"hub", "firm"};

static struct new_application_facts called(struct caller caller, int32_t closes_on)
{
	return (struct new_application_facts){
		.caller = caller,
		.today = TODAY,
		.call_state = "open",
		.opens_on = OPENED,
		.closes_on = closes_on,
		.deadline = {.grace_until = "2024-11-22 01:00"},
		.behalf = {.applicant_id = FIRM, .is_enrolled = true, .entry_days = ENTRY_DAYS},
		.has_behalf = true,
		.applicant_kinds = kinds,
		.n_applicant_kinds = 2,
	};
}

static const struct caller caseworker = PERSON("caseworker", "county", 11, 1);
static const struct caller signatory = PERSON("hub_signatory", "hub", 12, 101);

static void enter(const struct new_application_facts *facts, int32_t received_on)
{
	struct new_application_input input = {
		.call_id = 7,
		.on_behalf = {"910000004", received_on, "letter", "Daglig leder"},
		.is_on_behalf = true,
	};

	begin();
	decide_create_application(facts, &input, &problems);
}

START_TEST(a_caseworker_enters_for_any_firm_and_a_hub_for_those_it_has_enrolled)
{
	struct new_application_facts facts = called(caseworker, TODAY);

	facts.behalf.is_enrolled = false;
	enter(&facts, TODAY);
	assert_none();
	facts.caller = signatory;
	enter(&facts, TODAY);
	assert_one(PROBLEM_NOT_ENROLLED_HERE, "#/onBehalf/orgnr");
	facts.behalf.is_enrolled = true;
	enter(&facts, TODAY);
	assert_none();
	facts.behalf.is_hub = true;
	enter(&facts, TODAY);
	assert_one(PROBLEM_APPLIES_ITSELF, "#/onBehalf/orgnr");
	facts.has_behalf = false;
	enter(&facts, TODAY);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/onBehalf/orgnr");
}
END_TEST

START_TEST(only_a_person_who_may_sign_enters_for_others)
{
	struct new_application_facts facts = called(signatory, TODAY);

	facts.caller.is_person = false;
	enter(&facts, TODAY);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	facts.caller = (struct caller)PERSON("hub_editor", "hub", 13, 101);
	enter(&facts, TODAY);
	assert_one(PROBLEM_NOT_ENTERING, "#/onBehalf");
	facts.caller = (struct caller)PERSON("firm", "firm", 14, FIRM);
	enter(&facts, TODAY);
	assert_one(PROBLEM_NOT_ENTERING, "#/onBehalf");
}
END_TEST

START_TEST(what_is_entered_came_within_so_many_days)
{
	struct new_application_facts facts = called(caseworker, TODAY);

	enter(&facts, TODAY - ENTRY_DAYS);
	assert_none();
	enter(&facts, TODAY - ENTRY_DAYS - 1);
	assert_one(PROBLEM_ENTERED_LATE, "#/onBehalf/receivedOn");
	enter(&facts, TODAY + 1);
	assert_found(PROBLEM_DATE_FUTURE, "#/onBehalf/receivedOn");
}
END_TEST

START_TEST(what_came_to_the_county_counts_from_the_day_it_came)
{
	struct new_application_facts facts = called(caseworker, TODAY - 3);

	enter(&facts, TODAY - 3);
	assert_none();
	enter(&facts, TODAY - 2);
	assert_one(PROBLEM_DEADLINE_PASSED, NULL);
	facts.call_state = "closed";
	enter(&facts, TODAY - 3);
	assert_none();
	facts.call_state = "decided";
	enter(&facts, TODAY - 3);
	assert_one(PROBLEM_CALL_NOT_OPEN, NULL);
	facts = called(signatory, TODAY);
	facts.call_state = "closed";
	facts.deadline.is_closed_early = true;
	enter(&facts, TODAY);
	assert_one(PROBLEM_CALL_CLOSED, NULL);
	facts = called(caseworker, TODAY);
	facts.opens_on = TODAY - 1;
	enter(&facts, TODAY - 2);
	assert_one(PROBLEM_CALL_NOT_OPEN, NULL);
}
END_TEST

START_TEST(what_came_to_a_hub_counts_from_the_day_it_is_entered)
{
	struct new_application_facts facts = called(signatory, TODAY - 3);

	enter(&facts, TODAY - 3);
	assert_one(PROBLEM_DEADLINE_PASSED, NULL);
}
END_TEST

START_TEST(the_county_says_for_whom_and_enters_into_no_track)
{
	struct new_application_facts facts = called(caseworker, TODAY);
	struct new_application_input input = {.call_id = 7};

	begin();
	decide_create_application(&facts, &input, &problems);
	assert_one(PROBLEM_ON_BEHALF_MISSING, "#/onBehalf");
	facts.has_track = true;
	facts.track_state = "open";
	input = (struct new_application_input){
		.on_behalf = {"910000004", TODAY, "phone", "Daglig leder"},
		.is_on_behalf = true,
		.has_track = true,
	};
	begin();
	decide_create_application(&facts, &input, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/trackId");
}
END_TEST

START_TEST(only_its_own_people_and_who_entered_it_write_it)
{
	struct application_facts facts = {
		.state = "draft",
		.in_hand = {.call_state = "closed", .may_enter = true},
		.may_write = true,
	};

	begin();
	decide_save(&facts, &problems);
	assert_none();
	facts.may_write = false;
	begin();
	decide_save(&facts, &problems);
	assert_one(PROBLEM_NOT_WRITER, NULL);
}
END_TEST

START_TEST(its_own_people_alone_withdraw_it)
{
	struct application_facts facts = {
		.caller = PERSON("firm", "firm", 14, FIRM),
		.state = "submitted",
		.applicant_id = FIRM,
	};

	begin();
	decide_withdraw(&facts, &problems);
	assert_none();
	facts.caller = signatory;
	begin();
	decide_withdraw(&facts, &problems);
	assert_one(PROBLEM_NOT_WRITER, NULL);
}
END_TEST

START_TEST(that_it_withdraws_may_be_said_on_paper_since_it_was_sent)
{
	struct application_facts facts = {
		.caller = PERSON("caseworker", "county", 13, 1),
		.state = "in_review",
		.applicant_id = FIRM,
		.today = TODAY,
		.submitted_on = TODAY - 5,
		.is_submitted = true,
	};
	struct said_input said = {.received_on = TODAY - 5, .channel = "letter", .authority = "x"};

	begin();
	decide_enter_withdrawal(&facts, &said, &problems);
	assert_none();
	said.received_on = TODAY - 6;
	begin();
	decide_enter_withdrawal(&facts, &said, &problems);
	assert_one(PROBLEM_SAID_BEFORE, "#/receivedOn");
	facts.state = "granted";
	begin();
	decide_enter_withdrawal(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_hub_withdraws_what_it_entered_and_answers_for)
{
	struct application_facts facts = {
		.caller = PERSON("hub_signatory", "hub", 12, 102),
		.today = TODAY,
		.state = "submitted",
		.has_entered = true,
		.may_write = true,
	};

	begin();
	decide_enter_withdrawal(&facts, NULL, &problems);
	assert_none();
	facts.may_write = false; /* the firm's own people have sent it since */
	begin();
	decide_enter_withdrawal(&facts, NULL, &problems);
	assert_one(PROBLEM_NOT_ANSWERING, NULL);
	facts.has_entered = false; /* its own */
	facts.may_write = true;
	begin();
	decide_enter_withdrawal(&facts, NULL, &problems);
	assert_one(PROBLEM_NOT_ANSWERING, NULL);
}
END_TEST

START_TEST(whoever_entered_it_does_not_handle_it)
{
	struct application_facts facts = {.state = "submitted", .has_entered = true};

	begin();
	decide_take(&facts, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	begin();
	decide_return(&facts, NULL, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

RUN_TESTS(TEST(a_hub_withdraws_what_it_entered_and_answers_for),
	  TEST(a_caseworker_enters_for_any_firm_and_a_hub_for_those_it_has_enrolled),
	  TEST(only_a_person_who_may_sign_enters_for_others),
	  TEST(what_is_entered_came_within_so_many_days),
	  TEST(what_came_to_the_county_counts_from_the_day_it_came),
	  TEST(what_came_to_a_hub_counts_from_the_day_it_is_entered),
	  TEST(the_county_says_for_whom_and_enters_into_no_track),
	  TEST(only_its_own_people_and_who_entered_it_write_it),
	  TEST(its_own_people_alone_withdraw_it),
	  TEST(that_it_withdraws_may_be_said_on_paper_since_it_was_sent),
	  TEST(whoever_entered_it_does_not_handle_it))
