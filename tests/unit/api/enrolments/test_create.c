#include "api/enrolments/create.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { HAND = 11 };

static struct new_enrolment_facts unfollowed(void)
{
	return (struct new_enrolment_facts){
		.caller = PERSON("hub_editor", "hub", HAND, 101),
		.programme_state = "active",
		.is_delivered = true,
		.firm_id = 301,
		.has_firm = true,
		.municipality_no = "5059",
		.is_inside = true,
		.hub_id = 101,
		.has_hub = true,
	};
}

static void follow(const struct new_enrolment_facts *facts)
{
	struct new_enrolment_input input = { .programme_id = 1, .orgnr = "999999999" };

	begin();
	decide_create_enrolment(facts, &input, &problems);
}

START_TEST(a_firm_that_nobody_follows_can_be_followed)
{
	struct new_enrolment_facts facts = unfollowed();

	follow(&facts);
	assert_none();
}
END_TEST

START_TEST(of_a_firm_of_another_hub_only_whom_to_ask_is_told)
{
	struct new_enrolment_facts facts = unfollowed();

	facts.ask = "Petter Granmo";
	follow(&facts);
	assert_one(PROBLEM_ENROLLED_ELSEWHERE, NULL);
	assert_arg(0, "Petter Granmo");
	assert_arg(1, NULL);
}
END_TEST

START_TEST(a_firm_is_followed_once)
{
	struct new_enrolment_facts facts = unfollowed();

	facts.known_id = 17;
	facts.is_known = true;
	follow(&facts);
	assert_one(PROBLEM_ALREADY_FOLLOWED, NULL);
	assert_arg(0, "17");
}
END_TEST

START_TEST(the_programme_runs_and_the_firm_is_a_sound_one_of_the_register)
{
	struct new_enrolment_facts facts = unfollowed();

	facts.programme_state = "ended";
	follow(&facts);
	assert_one(PROBLEM_PROGRAMME_NOT_ACTIVE, NULL);
	facts.programme_state = NULL;
	follow(&facts);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/programmeId");
	facts = unfollowed();
	facts.is_delivered = false;
	follow(&facts);
	assert_one(PROBLEM_PROGRAMME_NOT_DELIVERED, "#/programmeId");
	facts = unfollowed();
	facts.is_insolvent = true;
	follow(&facts);
	assert_one(PROBLEM_APPLICANT_INSOLVENT, NULL);
	facts = unfollowed();
	facts.has_firm = false;
	follow(&facts);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/orgnr");
}
END_TEST

START_TEST(a_firm_signs_up_itself_with_the_hub_that_answers_for_it)
{
	struct new_enrolment_facts facts = unfollowed();

	facts.caller = (struct caller)PERSON("firm", "firm", HAND, 301);
	follow(&facts);
	assert_none();
	facts.caller.organisation_id = 302;
	follow(&facts);
	assert_one(PROBLEM_NOT_OWN_FIRM, "#/orgnr");
	facts.caller.organisation_id = 301;
	facts.has_hub = false;
	follow(&facts);
	assert_one(PROBLEM_NO_HUB_ANSWERS, NULL);
	assert_arg(0, "@place.municipality 5059");
	facts.municipality_no = NULL;
	follow(&facts);
	assert_one(PROBLEM_NO_HUB_ANSWERS, NULL);
}
END_TEST

static void name_hub(const struct new_enrolment_facts *facts)
{
	struct new_enrolment_input input = {
		.programme_id = 1, .orgnr = "999999999", .hub_orgnr = "888888888"
	};

	begin();
	decide_create_enrolment(facts, &input, &problems);
}

START_TEST(the_county_names_a_hub_where_none_answers)
{
	struct new_enrolment_facts facts = unfollowed();

	name_hub(&facts);
	assert_one(PROBLEM_FIELD_UNKNOWN, "#/hubOrgnr");
	facts.caller = (struct caller)PERSON("caseworker", "county", HAND, 1);
	name_hub(&facts);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/hubOrgnr");
	facts.named_id = 102;
	facts.has_named = true;
	name_hub(&facts);
	assert_one(PROBLEM_HUB_ANSWERS, "#/hubOrgnr");
	facts.hub_id = 102;
	name_hub(&facts);
	assert_none();
	facts.has_hub = false;
	follow(&facts);
	assert_one(PROBLEM_HUB_UNNAMED, "#/hubOrgnr");
}
END_TEST

START_TEST(a_programme_is_for_firms_of_its_county)
{
	struct new_enrolment_facts facts = unfollowed();

	facts.is_inside = false;
	follow(&facts);
	assert_one(PROBLEM_FIRM_OUTSIDE, "#/orgnr");
	assert_arg(0, "@place.municipality 5059");
	facts.serves_as = "hub";
	follow(&facts);
	assert_one(PROBLEM_NOT_A_FIRM, "#/orgnr");
	facts = unfollowed();
	facts.is_deleted = true;
	follow(&facts);
	assert_one(PROBLEM_FIRM_DELETED, NULL);
}
END_TEST

RUN_TESTS(TEST(a_firm_that_nobody_follows_can_be_followed),
	  TEST(of_a_firm_of_another_hub_only_whom_to_ask_is_told),
	  TEST(a_firm_is_followed_once),
	  TEST(the_programme_runs_and_the_firm_is_a_sound_one_of_the_register),
	  TEST(a_firm_signs_up_itself_with_the_hub_that_answers_for_it),
	  TEST(the_county_names_a_hub_where_none_answers),
	  TEST(a_programme_is_for_firms_of_its_county))
