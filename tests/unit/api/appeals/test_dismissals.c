#include "tests/unit/api/appeals/lodged.h"
#include "tests/unit/run.h"

/* Against that another was inadmissible. */
static struct appeal_facts of_dismissal(struct appeal_facts facts)
{
	facts.kind = "dismissal";
	facts.dismissed_id = 11;
	return facts;
}

START_TEST(a_dismissal_is_set_aside_or_stands)
{
	static const char *const may[] = {"forwarded", "sent_back"};

	for (size_t i = 0; i < sizeof(may) / sizeof(may[0]); i++) {
		reconsider(of_dismissal(lodged()), without_money(may[i], NULL));
		assert_none();
	}
	reconsider(of_dismissal(lodged()), without_money("inadmissible", "form"));
	assert_none();
	reconsider(of_dismissal(lodged()), allowed("allowed", APPLIED));
	assert_one(PROBLEM_APPEAL_OF_DISMISSAL, "#/outcome");
}
END_TEST

START_TEST(with_a_dismissal_set_aside_the_other_appeal_is_taken_up)
{
	struct appeal_facts facts = of_dismissal(answered("board", "sent_back", 0));
	struct settle_effects effects = settle(facts, NULL);

	assert_none();
	ck_assert(effects.is_heard && effects.is_end && !effects.takes_up);
	facts.has_grant = false;
	facts.application.state = "rejected";
	ck_assert_pstr_eq(settle(facts, NULL).application_state, NULL);
	ck_assert(!settle(answered("board", "sent_back", 0), NULL).is_heard);
}
END_TEST

START_TEST(that_it_is_inadmissible_may_be_appealed_against_for_three_weeks_once)
{
	struct appeal_facts facts = answered("reconsideration", "inadmissible", 0);

	line.authority.has_limit = false;
	ck_assert_int_eq(settle(facts, NULL).appeal_by, day("2026-12-11"));
	assert_none();
	ck_assert_int_eq(settle(of_dismissal(facts), NULL).appeal_by, 0);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(a_dismissal_is_set_aside_or_stands),
	  TEST(with_a_dismissal_set_aside_the_other_appeal_is_taken_up),
	  TEST(that_it_is_inadmissible_may_be_appealed_against_for_three_weeks_once))
