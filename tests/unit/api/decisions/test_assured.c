#include "api/decisions/decisions.h"

#include "api/applications/applications.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { CASEWORKER = 11, ASSURER, DECIDER };

/* A caseworker has recommended it, to a line that has it assured. */
static struct application_facts to_assure(void)
{
	return (struct application_facts){
		.caller = PERSON("caseworker", "county", ASSURER, 1),
		.state = "recommended",
		.line = {.name = "Trinn 1", .assures = true},
		.decision = {.recommendation = {.outcome = "granted", .made_by = CASEWORKER},
			     .has_recommendation = true},
	};
}

static void assure(const struct application_facts *facts)
{
	begin();
	decide_assure(facts, &problems);
}

START_TEST(another_caseworker_assures_what_the_line_asks_for_once)
{
	struct application_facts facts = to_assure();

	assure(&facts);
	assert_none();
	facts.caller.person_id = CASEWORKER;
	assure(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = to_assure();
	facts.decision.caller_applied = true;
	assure(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = to_assure();
	facts.line.assures = false;
	assure(&facts);
	assert_one(PROBLEM_NO_ASSURANCE, NULL);
	facts = to_assure();
	facts.decision.recommendation.assured_by = CASEWORKER + 50;
	assure(&facts);
	assert_one(PROBLEM_ASSURED, NULL);
}
END_TEST

START_TEST(what_one_recommended_who_is_disqualified_since_is_sent_back_and_not_assured)
{
	static const char *kari[] = {"Kari"};
	struct application_facts facts = to_assure();

	facts.decision.recommendation.questioned = kari;
	facts.decision.recommendation.n_questioned = 1;
	assure(&facts);
	assert_one(PROBLEM_PREPARER_DISQUALIFIED, NULL);
	begin();
	decide_send_back(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(what_a_body_has_resolved_is_not_undone_by_one_person)
{
	static const char *kari[] = {"Kari"};
	struct application_facts facts = to_assure();

	facts.decision.meeting.is_resolved = true;
	begin();
	decide_send_back(&facts, &problems);
	assert_one(PROBLEM_RESOLUTION_STANDS, NULL);
	facts.caller = (struct caller)PERSON("secretary", "county", DECIDER, 1);
	begin();
	decide_send_back(&facts, &problems);
	assert_one(PROBLEM_RESOLUTION_STANDS, NULL);
	facts.decision.recommendation.questioned = kari;
	facts.decision.recommendation.n_questioned = 1;
	begin();
	decide_send_back(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(what_is_voted_on_is_sent_back_by_nobody)
{
	static const char *kari[] = {"Kari"};
	struct application_facts facts = to_assure();

	facts.decision.meeting.is_voted_on = true;
	facts.decision.recommendation.questioned = kari;
	facts.decision.recommendation.n_questioned = 1;
	begin();
	decide_send_back(&facts, &problems);
	assert_one(PROBLEM_VOTED_ON, NULL);
}
END_TEST

START_TEST(what_is_not_assured_is_not_decided_nor_by_who_assured_it)
{
	struct application_facts facts = to_assure();
	int64_t *assured_by = &facts.decision.recommendation.assured_by;

	facts.caller = (struct caller)PERSON("decision_maker", "county", DECIDER, 1);
	begin();
	check_assured(&facts, &problems);
	assert_one(PROBLEM_NOT_ASSURED, NULL);
	*assured_by = ASSURER;
	begin();
	check_assured(&facts, &problems);
	assert_none();
	*assured_by = DECIDER;
	begin();
	check_assured(&facts, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(who_would_have_assured_it_may_send_it_back)
{
	struct application_facts facts = to_assure();

	begin();
	decide_send_back(&facts, &problems);
	assert_none();
	facts.line.assures = false;
	begin();
	decide_send_back(&facts, &problems);
	assert_one(PROBLEM_NO_ASSURANCE, NULL);
}
END_TEST

RUN_TESTS(TEST(another_caseworker_assures_what_the_line_asks_for_once),
	  TEST(what_one_recommended_who_is_disqualified_since_is_sent_back_and_not_assured),
	  TEST(what_a_body_has_resolved_is_not_undone_by_one_person),
	  TEST(what_is_voted_on_is_sent_back_by_nobody),
	  TEST(what_is_not_assured_is_not_decided_nor_by_who_assured_it),
	  TEST(who_would_have_assured_it_may_send_it_back))
