#include "api/enrolments/enrolments.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static struct enrolment_facts standing(const char *state)
{
	return (struct enrolment_facts){
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.state = state,
		.stage = 2,
		.has_stage = true,
	};
}

START_TEST(what_is_not_billed_for_a_place_left_before_the_stage_began_is_credited)
{
	struct enrolment_facts facts = standing("enrolled");

	ck_assert(!is_share_credited(&facts));
	facts.has_share = true;
	facts.share.state = "part_paid";
	ck_assert(!is_share_credited(&facts));
	facts.share.state = "due";
	ck_assert(is_share_credited(&facts));
	facts.share.is_delivered = true;
	ck_assert(!is_share_credited(&facts));
	facts.share.is_delivered = false;
	facts.share.state = "paid";
	ck_assert(!is_share_credited(&facts));
	facts.share.state = "due";
	facts.state = "active";
	ck_assert(!is_share_credited(&facts));
}
END_TEST

START_TEST(whoever_drops_a_firm_out_asks_to_credit_what_was_billed_to_it)
{
	struct enrolment_facts facts = standing("enrolled");

	facts.caller = (struct caller)PERSON("hub_editor", "hub", 8, 101);
	facts.has_share = true;
	facts.share = (struct share_facts){
		.state = "invoiced", .creditor_id = 101, .has_giver = true};
	ck_assert(is_credit_wanted(&facts));
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_SHARE_FOR_TWO, NULL);
	facts.share.is_relief_asked = true;
	ck_assert(!is_credit_wanted(&facts));
	facts.share = (struct share_facts){
		.state = "due", .creditor_id = 101, .has_giver = true};
	ck_assert(!is_credit_wanted(&facts));
	facts.share = (struct share_facts){
		.state = "paid", .creditor_id = 1, .has_giver = true};
	ck_assert(!is_credit_wanted(&facts));
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_SHARE_TO_CREDIT, NULL);
	facts.share.creditor_id = 101;
	ck_assert(is_credit_wanted(&facts));
	facts.share.has_giver = false;
	ck_assert(!is_credit_wanted(&facts));
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_SHARE_TO_CREDIT, NULL);
	facts.share.has_giver = true;
	facts.share.is_delivered = true;
	ck_assert(!is_credit_wanted(&facts));
}
END_TEST

START_TEST(what_becomes_of_the_share_is_told_before_the_firm_leaves)
{
	struct enrolment_facts facts = standing("enrolled");

	facts.has_share = true;
	facts.share = (struct share_facts){.state = "due", .undelivered_minutes = 60};
	begin();
	warn_of_stages(&facts, &problems);
	ck_assert_uint_eq(problems.n, 2);
	ck_assert_int_eq(problems.list[0].code, PROBLEM_SHARE_CREDITED);
	ck_assert_int_eq(problems.list[1].code, PROBLEM_HOURS_UNENTERED);
	facts.share.is_delivered = true;
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_SHARE_STAYS, NULL);
	facts.state = "dropped_out";
	begin();
	warn_of_stages(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(what_is_cancelled_is_told_before_the_firm_leaves)
{
	struct enrolment_facts facts = standing("completed");

	facts.plan = (struct plan_facts){.sessions = "Hos bedriften (01.12.2026)", .minutes = 30};
	begin();
	warn_of_stages(&facts, &problems);
	ck_assert_uint_eq(problems.n, 2);
	ck_assert_int_eq(problems.list[0].code, PROBLEM_SESSIONS_CALLED_OFF);
	ck_assert_int_eq(problems.list[1].code, PROBLEM_HOURS_CALLED_OFF);
	facts.state = "finished";
	begin();
	warn_of_stages(&facts, &problems);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(what_is_not_billed_for_a_place_left_before_the_stage_began_is_credited),
	  TEST(whoever_drops_a_firm_out_asks_to_credit_what_was_billed_to_it),
	  TEST(what_becomes_of_the_share_is_told_before_the_firm_leaves),
	  TEST(what_is_cancelled_is_told_before_the_firm_leaves))
