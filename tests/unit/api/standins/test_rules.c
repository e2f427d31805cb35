#include "api/standins/standins.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, AWAY = 7, LEADER, STANDIN };

static struct new_standin_facts facts_of(int64_t caller)
{
	return (struct new_standin_facts){.caller = PERSON("caseworker", "county", caller, 1),
					  .today = TODAY,
					  .person_id = AWAY,
					  .has_role = true,
					  .is_known = true,
					  .can_stand_in = true};
}

static void name_standin(struct new_standin_facts facts, int64_t standin, int32_t ends_on)
{
	struct new_standin_input input = {.standin_id = standin,
					  .role = "caseworker",
					  .starts_on = TODAY - 1,
					  .ends_on = ends_on};

	begin();
	decide_name_standin(&facts, &input, &problems);
}

START_TEST(one_names_ones_own_and_a_leader_those_of_whom_they_lead)
{
	struct new_standin_facts facts = facts_of(LEADER);

	name_standin(facts_of(AWAY), STANDIN, TODAY);
	assert_none();
	name_standin(facts, STANDIN, TODAY);
	assert_one(PROBLEM_STANDIN_OF_OTHER, NULL);
	facts.leads = true;
	name_standin(facts, STANDIN, TODAY);
	assert_none();
	facts.caller.is_person = false;
	name_standin(facts, STANDIN, TODAY);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(both_have_the_role)
{
	struct new_standin_facts facts = facts_of(AWAY);

	facts.can_stand_in = false;
	name_standin(facts, STANDIN, TODAY);
	assert_one(PROBLEM_STANDIN_WITHOUT_ROLE, "#/standinId");
	facts.is_known = false;
	name_standin(facts, STANDIN, TODAY);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/standinId");
	facts = facts_of(AWAY);
	facts.has_role = false;
	name_standin(facts, STANDIN, TODAY);
	assert_one(PROBLEM_STANDIN_NO_ROLE, "#/role");
}
END_TEST

START_TEST(somebody_else_stands_in_one_at_a_time_and_not_in_the_past)
{
	struct new_standin_facts facts = facts_of(AWAY);

	name_standin(facts, AWAY, TODAY);
	assert_one(PROBLEM_STANDIN_SELF, "#/standinId");
	name_standin(facts, STANDIN, TODAY - 1);
	assert_one(PROBLEM_DATE_PASSED, "#/endsOn");
	facts.overlaps = true;
	name_standin(facts, STANDIN, TODAY);
	assert_one(PROBLEM_STANDIN_NAMED, NULL);
}
END_TEST

static void end_of(int64_t caller, int32_t ends_on, bool is_ended)
{
	struct standin_facts facts = {.caller = PERSON("caseworker", "county", caller, 1),
				      .today = TODAY,
				      .person_id = AWAY,
				      .ends_on = ends_on,
				      .is_ended = is_ended};

	begin();
	decide_end_standin(&facts, &problems);
}

START_TEST(it_is_ended_while_it_lasts_by_whose_it_is)
{
	end_of(AWAY, TODAY, false);
	assert_none();
	end_of(STANDIN, TODAY, false);
	assert_one(PROBLEM_STANDIN_OF_OTHER, NULL);
	end_of(AWAY, TODAY - 1, false);
	assert_one(PROBLEM_STANDIN_OVER, NULL);
	end_of(AWAY, TODAY, true);
	assert_one(PROBLEM_STANDIN_OVER, NULL);
}
END_TEST

RUN_TESTS(TEST(one_names_ones_own_and_a_leader_those_of_whom_they_lead), TEST(both_have_the_role),
	  TEST(somebody_else_stands_in_one_at_a_time_and_not_in_the_past),
	  TEST(it_is_ended_while_it_lasts_by_whose_it_is))
