#include "api/decisions/held.h"

#include "api/applications/facts.h"
#include "lib/base/date.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { DECIDER = 12, HOLD_DAYS = 30 };

static int32_t today;

static struct rule_facts rules[] = {
	{1, "appeal.days", 21},
	{2, "acceptance.days", 30},
};

/* Recommended, to be decided on Monday 2 November 2026. */
static struct application_facts undecided(void)
{
	ck_assert(date_from_ymd(2026, 11, 2, &today));
	return (struct application_facts){
		.caller = PERSON("decision_maker", "county", DECIDER, 1),
		.today = today,
		.state = "recommended",
		.decision = {.hold_days = HOLD_DAYS},
	};
}

static struct application_facts held(bool grants)
{
	struct application_facts facts = undecided();

	facts.decision.has_held = true;
	facts.decision.held = (struct held_facts){
		.id = 7,
		.release_on = today + 5,
		.grants = grants,
		.rules = rules,
		.n_rules = grants ? 2 : 1,
	};
	return facts;
}

static struct decide_effects hold(const struct application_facts *facts, int32_t day)
{
	struct decide_input input = {.release_on = day, .has_release = day != 0};
	struct decide_effects effects = {.is_held = false};

	begin();
	decide_holding(facts, &input, &effects, &problems);
	return effects;
}

static struct release_effects release(const struct application_facts *facts)
{
	struct release_effects effects = {0};

	begin();
	decide_release_decision(facts, &effects, &problems);
	return effects;
}

START_TEST(without_a_day_it_is_made_known_at_once)
{
	struct application_facts facts = undecided();

	ck_assert(!hold(&facts, 0).is_held);
	assert_none();
}
END_TEST

START_TEST(it_is_held_until_a_day_to_come_that_the_county_lets_it)
{
	struct application_facts facts = undecided();
	struct decide_effects effects = hold(&facts, today + HOLD_DAYS);

	assert_none();
	ck_assert(effects.is_held);
	ck_assert_int_eq(effects.release_on, today + HOLD_DAYS);
	hold(&facts, today + HOLD_DAYS + 1);
	assert_one(PROBLEM_DECISION_HELD_TOO_LONG, "#/releaseOn");
	assert_arg(0, "2026-12-02");
	hold(&facts, today);
	assert_one(PROBLEM_RELEASE_NOT_LATER, "#/releaseOn");
}
END_TEST

START_TEST(a_call_holds_its_decisions_as_long_as_its_day_is_to_come)
{
	struct application_facts facts = undecided();

	facts.decision.has_release = true;
	facts.decision.release_on = today + 100;
	ck_assert_int_eq(hold(&facts, 0).release_on, today + 100);
	assert_none();
	ck_assert_int_eq(hold(&facts, today + 3).release_on, today + 3);
	facts.decision.release_on = today;
	ck_assert(!hold(&facts, 0).is_held);
}
END_TEST

START_TEST(deadlines_run_from_the_day_it_is_made_known)
{
	struct application_facts facts = held(true);
	struct release_effects effects = release(&facts);

	assert_none();
	ck_assert_int_eq(effects.appeal_deadline, today + 21);
	ck_assert_int_eq(effects.accept_by, today + 30);
	facts = held(false);
	effects = release(&facts);
	assert_none();
	ck_assert_int_eq(effects.accept_by, 0);
	facts.has_open_reversal = true;
	facts.open_reversal = 1;
	release(&facts);
	assert_one(PROBLEM_REVERSAL_OPEN, NULL);
}
END_TEST

START_TEST(what_grants_is_not_made_known_without_a_partner)
{
	const char *unsettled[] = {"Fjord AS"};
	struct application_facts facts = held(true);

	facts.partners.unsettled = unsettled;
	facts.partners.n_unsettled = 1;
	release(&facts);
	assert_one(PROBLEM_HELD_WITHOUT_PARTNER, NULL);
	assert_arg(0, "Fjord AS");
	facts.decision.held.grants = false;
	release(&facts);
	assert_none();
}
END_TEST

START_TEST(what_is_known_is_not_made_known_and_what_is_held_not_decided)
{
	struct application_facts facts = undecided();

	release(&facts);
	assert_one(PROBLEM_NO_DECISION_HELD, NULL);
	begin();
	require_none_held(&facts, &problems);
	assert_none();
	facts = held(true);
	begin();
	require_none_held(&facts, &problems);
	assert_one(PROBLEM_DECISION_HELD, NULL);
	assert_arg(0, "2026-11-07");
	decide_send_back(&facts, &problems);
	ck_assert_int_eq(problems.list[problems.n - 1].code, PROBLEM_DECISION_HELD);
}
END_TEST

START_TEST(a_person_makes_it_known)
{
	struct application_facts facts = held(true);

	facts.caller.is_person = false;
	release(&facts);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

RUN_TESTS(TEST(without_a_day_it_is_made_known_at_once),
	  TEST(it_is_held_until_a_day_to_come_that_the_county_lets_it),
	  TEST(a_call_holds_its_decisions_as_long_as_its_day_is_to_come),
	  TEST(deadlines_run_from_the_day_it_is_made_known),
	  TEST(what_grants_is_not_made_known_without_a_partner),
	  TEST(what_is_known_is_not_made_known_and_what_is_held_not_decided),
	  TEST(a_person_makes_it_known))
