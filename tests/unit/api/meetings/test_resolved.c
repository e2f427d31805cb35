#include "api/meetings/resolved.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { ITEM = 3, AMOUNT = 30000000 };

static struct resolved_facts resolved(bool may_decide)
{
	return (struct resolved_facts){
		.delegated_ore = AMOUNT,
		.is_delegated = true,
		.item_id = ITEM,
		.has_item = true,
		.body = "Hovedutvalget",
		.reference = "sak 1 i møte 3/2026",
		.outcome = "part_granted",
		.amount_ore = AMOUNT,
		.may_decide = may_decide,
	};
}

static void enter(struct resolved_facts facts, int64_t item, const char *outcome,
		  int64_t amount_ore)
{
	struct resolution_input input = {.item_id = item, .has_item = item != 0};
	struct decided_as as = {outcome, amount_ore, NULL, &facts.conditions};

	begin();
	check_resolved(&facts, true, AMOUNT, &input, outcome == NULL ? NULL : &as, &problems);
}

START_TEST(a_secretary_enters_what_the_body_that_decides_has_resolved)
{
	struct resolved_facts facts = resolved(true);

	enter(facts, ITEM, "part_granted", AMOUNT);
	assert_none();
	enter(facts, ITEM, "part_granted", AMOUNT - 1);
	assert_one(PROBLEM_RESOLVED_OTHERWISE, "#/outcome");
	enter(facts, ITEM, "rejected", AMOUNT);
	assert_one(PROBLEM_RESOLVED_OTHERWISE, "#/outcome");
	enter(facts, ITEM + 1, "part_granted", AMOUNT);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/meetingItemId");
	enter(facts, 0, "part_granted", AMOUNT);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/meetingItemId");
	enter(resolved(false), ITEM, "part_granted", AMOUNT);
	assert_one(PROBLEM_BODY_RECOMMENDS, NULL);
	facts = (struct resolved_facts){.delegated_ore = AMOUNT, .is_delegated = true};
	enter(facts, ITEM, "part_granted", AMOUNT);
	assert_one(PROBLEM_MEETING_REQUIRED, NULL);
	enter(facts, 0, NULL, 0);
	assert_one(PROBLEM_MEETING_REQUIRED, NULL);
	facts.is_delegated = false;
	enter(facts, 0, "granted", AMOUNT);
	assert_none();
	enter(facts, ITEM, "granted", AMOUNT);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/meetingItemId");
}
END_TEST

START_TEST(what_a_body_resolved_is_entered_with_its_grounds)
{
	struct resolved_facts facts = resolved(true);
	struct resolution_input input = {.item_id = ITEM, .has_item = true};
	struct decided_as as = {"part_granted", AMOUNT, NULL, &facts.conditions};

	facts.grounds = "Treffer godt";
	begin();
	check_resolved(&facts, true, AMOUNT, &input, &as, &problems);
	as.grounds = "Treffer godt";
	check_resolved(&facts, true, AMOUNT, &input, &as, &problems);
	assert_none();
	as.grounds = "Noe annet";
	check_resolved(&facts, true, AMOUNT, &input, &as, &problems);
	assert_one(PROBLEM_RESOLVED_GROUNDS, "#/grounds");
	/* Whoever decides alone has grounds of their own. */
	facts.may_decide = false;
	input.has_item = false;
	begin();
	check_resolved(&facts, false, AMOUNT, &input, &as, &problems);
	assert_none();
}
END_TEST

START_TEST(what_is_decided_as_it_was_prepared_has_no_conditions_and_no_amount)
{
	struct resolved_facts facts = resolved(true);
	struct resolution_input input = {.item_id = ITEM, .has_item = true};
	struct decided_as as = {.outcome = "approved"};

	facts.outcome = "approved";
	facts.amount_ore = 0;
	begin();
	check_resolved(&facts, true, AMOUNT, &input, &as, &problems);
	assert_none();
	as.outcome = "refused";
	check_resolved(&facts, true, AMOUNT, &input, &as, &problems);
	assert_one(PROBLEM_PREPARED_OTHERWISE, NULL);
	assert_arg(0, "@approved");
}
END_TEST

START_TEST(what_is_above_every_delegation_is_entered_without_a_meeting_here)
{
	struct resolved_facts facts = resolved(false);

	facts.delegated_ore = AMOUNT - 1;
	enter(facts, 0, "part_granted", AMOUNT);
	assert_none();
	enter(facts, 0, "granted", AMOUNT); /* the body recommended another outcome */
	assert_one(PROBLEM_DEPARTURE_GROUNDS, "#/departureGrounds");
	facts.has_item = false;
	enter(facts, 0, "granted", AMOUNT);
	assert_none();
	/* What a body has decided stands, whatever amount is entered. */
	facts = resolved(true);
	facts.delegated_ore = AMOUNT - 1;
	enter(facts, ITEM, "granted", AMOUNT + 1);
	assert_one(PROBLEM_RESOLVED_OTHERWISE, "#/outcome");
}
END_TEST

static void decide(struct resolved_facts facts, const char *outcome, const char *grounds)
{
	struct resolution_input input = {.departure_grounds = grounds};
	struct decided_as as = {outcome, AMOUNT, NULL, &facts.conditions};

	begin();
	check_resolved(&facts, false, AMOUNT, &input, outcome == NULL ? NULL : &as, &problems);
}

START_TEST(whoever_departs_from_what_a_body_recommends_says_why)
{
	decide(resolved(false), "part_granted", NULL);
	assert_none();
	decide(resolved(false), "granted", NULL);
	assert_one(PROBLEM_DEPARTURE_GROUNDS, "#/departureGrounds");
	decide(resolved(false), "granted", "Nye opplysninger");
	assert_none();
	decide(resolved(false), NULL, NULL);
	assert_none();
	decide(resolved(true), "part_granted", "Nye opplysninger");
	assert_one(PROBLEM_BODY_DECIDED, NULL);
}
END_TEST

/* Decided on conditions that differ from what was resolved, or not. */
static void decide_on(bool is_secretary, const char *text, int32_t due_on, const char *grounds)
{
	static struct given_condition resolved_on[] = {
		{.kind = "report", .text = "Rapport", .due_on = 9000, .has_due_on = true}};
	struct given_condition given[] = {
		{.kind = "report", .text = text, .due_on = due_on, .has_due_on = true}};
	struct given_conditions conditions = {.list = given, .n = text != NULL};
	struct resolved_facts facts = resolved(is_secretary);
	struct resolution_input input = {
		.item_id = ITEM, .has_item = true, .departure_grounds = grounds};
	struct decided_as as = {"part_granted", AMOUNT, NULL, &conditions};

	facts.conditions = (struct given_conditions){.list = resolved_on, .n = 1};
	begin();
	check_resolved(&facts, is_secretary, AMOUNT, &input, &as, &problems);
}

START_TEST(nobody_says_why_they_depart_from_nothing)
{
	decide(resolved(false), "part_granted", "Nye opplysninger");
	assert_one(PROBLEM_NO_DEPARTURE, "#/departureGrounds");
	decide((struct resolved_facts){0}, "granted", "Nye opplysninger");
	assert_one(PROBLEM_NO_DEPARTURE, "#/departureGrounds");
	decide_on(true, "Rapport", 9000, "Nye opplysninger");
	assert_one(PROBLEM_NO_DEPARTURE, "#/departureGrounds");
}
END_TEST

START_TEST(nobody_decides_what_a_meeting_has_before_it)
{
	struct resolved_facts facts = {.is_before = true};

	decide(facts, "granted", NULL);
	assert_one(PROBLEM_MEETING_HAS_CASE, NULL);
	enter(facts, 0, NULL, 0);
	assert_one(PROBLEM_MEETING_HAS_CASE, NULL);
}
END_TEST

START_TEST(the_conditions_are_those_that_were_resolved)
{
	decide_on(true, "Rapport", 9000, NULL);
	assert_none();
	decide_on(true, "Rapport og regnskap", 9000, NULL);
	assert_one(PROBLEM_RESOLVED_CONDITIONS, "#/conditions");
	decide_on(true, "Rapport", 9001, NULL);
	assert_one(PROBLEM_RESOLVED_CONDITIONS, "#/conditions");
	decide_on(true, NULL, 0, NULL);
	assert_one(PROBLEM_RESOLVED_CONDITIONS, "#/conditions");
	decide_on(false, "Rapport", 9000, NULL);
	assert_none();
	decide_on(false, NULL, 0, NULL);
	assert_one(PROBLEM_DEPARTURE_GROUNDS, "#/departureGrounds");
	decide_on(false, NULL, 0, "Nye opplysninger");
	assert_none();
}
END_TEST

RUN_TESTS(TEST(a_secretary_enters_what_the_body_that_decides_has_resolved),
	  TEST(what_a_body_resolved_is_entered_with_its_grounds),
	  TEST(what_is_decided_as_it_was_prepared_has_no_conditions_and_no_amount),
	  TEST(what_is_above_every_delegation_is_entered_without_a_meeting_here),
	  TEST(whoever_departs_from_what_a_body_recommends_says_why),
	  TEST(nobody_says_why_they_depart_from_nothing),
	  TEST(the_conditions_are_those_that_were_resolved),
	  TEST(nobody_decides_what_a_meeting_has_before_it))
