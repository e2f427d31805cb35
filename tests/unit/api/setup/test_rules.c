#include "api/setup/figures.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	PROPOSER = 11,
	APPROVER,
	KNOWN, /* who has the subject */
	START = 20000, /* a day */
};

static struct setup_facts proposal(void)
{
	return (struct setup_facts){
		.caller = PERSON("county_admin", "county", PROPOSER, 1),
		.today = START,
		.references = {.parent = true, .follows = true,
			       .programme = true,
			       .legal_basis = true,
			       .funding_line = true,
			       .organisation = true,
			       .own = true,
			       .county_role = true,
			       .issuer = true,
			       .holder = KNOWN,
			       .person = true,
			       .programme_version = 3,
			       .hub = true,
			       .county = "50"},
	};
}

typedef void rule_fn(const struct setup_facts *facts, const void *content,
		     struct problems *problems);

static void decide(rule_fn *rule, const struct setup_facts *facts, const void *content)
{
	begin();
	rule(facts, content, &problems);
}

/* ---- programmes */

START_TEST(a_programme_ends_after_it_starts_and_its_parent_exists)
{
	struct setup_facts facts = proposal();
	struct programme_input programme = {.starts_on = START, .ends_on = START};

	decide(decide_programme, &facts, &programme);
	assert_none();
	programme.ends_on = START - 1;
	facts.references.parent = false;
	decide(decide_programme, &facts, &programme);
	assert_found(PROBLEM_PERIOD_REVERSED, "#/endsOn");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/parentId");
	ck_assert_uint_eq(problems.n, 2);
}
END_TEST

START_TEST(a_programme_and_each_version_of_it_have_sound_stages)
{
	struct setup_facts facts = proposal();
	struct stage_input stages[] = {{.number = 2}, {.number = 1}};
	struct programme_input programme = {.stages = stages, .n_stages = 2};
	struct stage_graph_input graph = {.based_on = 3, .stages = stages, .n_stages = 2};

	decide(decide_programme, &facts, &programme);
	assert_one(PROBLEM_STAGE_NUMBERS, "#/stages/1/number");
	decide(decide_stage_graph, &facts, &graph);
	assert_one(PROBLEM_STAGE_NUMBERS, "#/stages/1/number");
}
END_TEST

START_TEST(a_version_is_made_from_the_one_in_force)
{
	struct setup_facts facts = proposal();
	struct stage_graph_input graph = {.based_on = 3};

	decide(decide_stage_graph, &facts, &graph);
	assert_none();
	graph.based_on = 2;
	decide(decide_stage_graph, &facts, &graph);
	assert_one(PROBLEM_STAGES_CHANGED, "#/basedOn");
	assert_arg(0, "2");
	assert_arg(1, "3");
	facts.references.programme = false;
	decide(decide_stage_graph, &facts, &graph);
	assert_one(PROBLEM_NOT_FOUND, NULL);
}
END_TEST

START_TEST(a_version_changes_something)
{
	struct setup_facts facts = proposal();
	struct stage_graph_input graph = {.based_on = 3};

	facts.references.is_unchanged = true;
	decide(decide_stage_graph, &facts, &graph);
	assert_one(PROBLEM_STAGES_UNCHANGED, "#/stages");
	assert_arg(0, "3");
}
END_TEST

START_TEST(a_programme_that_is_changed_is_there_and_ends_after_it_began)
{
	struct setup_facts facts = proposal();
	struct programme_input programme = {.starts_on = 100, .ends_on = 100};

	decide(decide_programme_change, &facts, &programme);
	assert_none();
	programme.ends_on = 99;
	decide(decide_programme_change, &facts, &programme);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/endsOn");
	programme.ends_on = 100;
	facts.references.programme = false;
	decide(decide_programme_change, &facts, &programme);
	assert_one(PROBLEM_NOT_FOUND, NULL);
}
END_TEST

/* ---- who answers where */

START_TEST(a_hub_answers_for_municipalities_of_its_county)
{
	struct setup_facts facts = proposal();
	const char *municipalities[] = {"5001", "1804", "5059"};
	struct hub_area_input area = {
		.orgnr = "319900152", .municipalities = municipalities, .n_municipalities = 1};

	decide(decide_hub_area, &facts, &area);
	assert_none();
	area.n_municipalities = 3;
	decide(decide_hub_area, &facts, &area);
	assert_one(PROBLEM_MUNICIPALITY_OUTSIDE, "#/municipalities/1");
	assert_arg(0, "1804");
}
END_TEST

START_TEST(only_a_hub_answers_for_a_municipality)
{
	struct setup_facts facts = proposal();
	struct hub_area_input area = {.orgnr = "319900152"};

	facts.references.hub = false;
	decide(decide_hub_area, &facts, &area);
	assert_one(PROBLEM_NOT_A_HUB, "#/orgnr");
	assert_arg(0, "319900152");
	facts.references.organisation = false;
	decide(decide_hub_area, &facts, &area);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/orgnr");
}
END_TEST

START_TEST(a_hub_stops_answering_after_it_begins)
{
	struct setup_facts facts = proposal();
	struct hub_area_input area = {
		.orgnr = "319900152", .from = START, .to = START, .has_to = true};

	decide(decide_hub_area, &facts, &area);
	assert_none();
	area.to = START - 1;
	decide(decide_hub_area, &facts, &area);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/validTo");
}
END_TEST

/* ---- money and law */

START_TEST(a_period_that_has_an_end_ends_after_it_starts)
{
	struct setup_facts facts = proposal();
	struct period_input period = {.from = START, .to = START, .has_to = true};

	decide(decide_legal_basis, &facts, &period);
	assert_none();
	period.to = START - 1;
	decide(decide_legal_basis, &facts, &period);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/validTo");
}
END_TEST

/* A figure of days that is known, from 1 to 30. */
static struct setup_facts of_known_figure(void)
{
	struct setup_facts facts = proposal();

	facts.references.has_figure = true;
	facts.references.figure = (struct known_figure){.unit = "days", .least = 1, .most = 30};
	return facts;
}

static struct figure_input figure(int64_t value)
{
	return (struct figure_input){
		.period = {.from = START}, .key = "x.days", .unit = "days", .value = value};
}

START_TEST(a_figure_is_of_a_key_that_is_known_in_its_unit_and_within_its_bounds)
{
	struct setup_facts facts = of_known_figure();
	struct figure_input input = figure(1);

	decide(decide_rule_param, &facts, &input);
	assert_none();
	input.value = 30;
	decide(decide_rule_param, &facts, &input);
	assert_none();
	input.value = 31;
	decide(decide_rule_param, &facts, &input);
	assert_one(PROBLEM_RULE_BOUNDS, "#/value");
	input.value = 0;
	decide(decide_rule_param, &facts, &input);
	assert_one(PROBLEM_RULE_BOUNDS, "#/value");
	input = figure(7);
	input.unit = "ore";
	decide(decide_rule_param, &facts, &input);
	assert_one(PROBLEM_RULE_UNIT, "#/unit");
	facts.references.has_figure = false;
	decide(decide_rule_param, &facts, &input);
	assert_one(PROBLEM_RULE_UNKNOWN, "#/key");
}
END_TEST

START_TEST(a_figure_ends_after_it_begins)
{
	struct setup_facts facts = of_known_figure();
	struct figure_input input = figure(7);

	input.period.has_to = true;
	input.period.to = START;
	decide(decide_rule_param, &facts, &input);
	assert_none();
	input.period.to = START - 1;
	decide(decide_rule_param, &facts, &input);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/validTo");
}
END_TEST

START_TEST(a_figure_for_all_counties_is_not_one_countys_to_set)
{
	struct setup_facts facts = proposal();
	struct figure_input input = figure(7);

	facts.references.common_figure = true;
	decide(decide_rule_param, &facts, &input);
	assert_one(PROBLEM_RULE_COMMON, "#/key");
}
END_TEST

START_TEST(a_figure_replaces_what_began_on_the_same_day_and_both_are_told)
{
	struct setup_facts facts = of_known_figure();
	struct figure_input input = figure(7);

	begin();
	warn_of_setup("rule_param", &facts, &problems);
	assert_none();
	facts.references.has_replaced = true;
	facts.references.replaced = 70;
	warn_of_setup("rule_param", &facts, &problems);
	assert_one(PROBLEM_RULE_REPLACED, "#/validFrom");
	assert_arg(0, "70");
	decide(decide_rule_param, &facts, &input);
	assert_none();
}
END_TEST

START_TEST(a_funding_line_has_each_cost_group_once)
{
	struct setup_facts facts = proposal();
	struct cost_group_input groups[] = {{"consulting"}, {"mobilisation"}, {"consulting"}};
	struct funding_line_input line = {.cost_groups = groups, .n_cost_groups = 2};

	decide(decide_funding_line, &facts, &line);
	assert_none();
	line.n_cost_groups = 3;
	decide(decide_funding_line, &facts, &line);
	assert_one(PROBLEM_FIELD_NOT_UNIQUE, "#/costGroups/2/code");
}
END_TEST

START_TEST(a_funding_line_gives_a_role_one_authority)
{
	struct setup_facts facts = proposal();
	struct authority_input authorities[] = {{"decision_maker"}, {"secretary"}, {"secretary"}};
	struct funding_line_input line = {.authorities = authorities, .n_authorities = 2};

	decide(decide_funding_line, &facts, &line);
	assert_none();
	line.n_authorities = 3;
	decide(decide_funding_line, &facts, &line);
	assert_one(PROBLEM_FIELD_NOT_UNIQUE, "#/authorities/2/role");
}
END_TEST

START_TEST(a_funding_line_has_one_greatest_amount_for_each_size)
{
	struct setup_facts facts = proposal();
	struct max_amount_input amounts[] = {{0}, {50}, {50}};
	struct funding_line_input line = {.max_amounts = amounts, .n_max_amounts = 2};

	decide(decide_funding_line, &facts, &line);
	assert_none();
	line.n_max_amounts = 3;
	decide(decide_funding_line, &facts, &line);
	assert_one(PROBLEM_FIELD_NOT_UNIQUE, "#/maxAmounts/2/employeesFrom");
}
END_TEST

START_TEST(what_set_up_points_at_must_exist)
{
	struct setup_facts facts = proposal();
	struct funding_line_input line = {0};
	struct role_input input = {.person_name = "Kari Nordmann"};
	struct account_input account = {"319900152", "86011117947"};

	facts.references = (struct setup_references){0};
	decide(decide_funding_line, &facts, &line);
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/programmeId");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/legalBasisId");
	decide(decide_appropriation, &facts, NULL);
	assert_one(PROBLEM_NOT_FOUND, NULL);
	decide(decide_role_assignment, &facts, &input);
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/orgnr");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/issuer");
	decide(decide_bank_account, &facts, &account);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/orgnr");
}
END_TEST

/* ---- people and accounts */

static struct role_input role(void)
{
	return (struct role_input){
		.orgnr = "319900152", .role = "caseworker", .subject = "kari", .from = START};
}

START_TEST(somebody_new_needs_a_name_or_is_somebody_known)
{
	struct setup_facts facts = proposal();
	struct role_input input = role();

	decide(decide_role_assignment, &facts, &input);
	assert_none();
	facts.references.holder = 0;
	decide(decide_role_assignment, &facts, &input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/personName");
	input.person_name = "Kari Nordmann";
	decide(decide_role_assignment, &facts, &input);
	assert_none();
	input.person_name = NULL;
	input.has_person = true;
	input.person_id = KNOWN;
	decide(decide_role_assignment, &facts, &input);
	assert_none();
	facts.references.person = false;
	decide(decide_role_assignment, &facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/personId");
}
END_TEST

START_TEST(a_known_subject_is_the_person_named_and_no_machine)
{
	struct setup_facts facts = proposal();
	struct role_input input = role();

	input.has_person = true;
	input.person_id = KNOWN;
	facts.references.person = false; /* has roles elsewhere */
	decide(decide_role_assignment, &facts, &input);
	assert_none();
	input.person_id = APPROVER;
	decide(decide_role_assignment, &facts, &input);
	assert_one(PROBLEM_SUBJECT_OTHER, "#/personId");
	assert_arg(0, "kari");
	facts.references.holder = -1;
	decide(decide_role_assignment, &facts, &input);
	assert_one(PROBLEM_SUBJECT_MACHINE, "#/subject");
	assert_arg(0, "kari");
}
END_TEST

START_TEST(the_countys_roles_are_at_the_county_and_no_others_are)
{
	struct setup_facts facts = proposal();
	struct role_input input = role();

	facts.references.own = false;
	decide(decide_role_assignment, &facts, &input);
	assert_one(PROBLEM_ROLE_PLACE, "#/orgnr");
	facts.references.county_role = false;
	decide(decide_role_assignment, &facts, &input);
	assert_none();
	facts.references.own = true;
	decide(decide_role_assignment, &facts, &input);
	assert_one(PROBLEM_ROLE_PLACE, "#/orgnr");
}
END_TEST

START_TEST(whoever_gets_roles_on_both_sides_is_warned_of)
{
	struct setup_facts facts = proposal();

	begin();
	warn_of_setup("role_assignment", &facts, &problems);
	assert_none();
	facts.references.other_side = true;
	warn_of_setup("role_assignment", &facts, &problems);
	assert_one(PROBLEM_ROLE_OTHER_SIDE, NULL);
	begin();
	warn_of_setup("bank_account", &facts, &problems);
	assert_none();
}
END_TEST

START_TEST(a_role_ends_after_it_begins)
{
	struct setup_facts facts = proposal();
	struct role_input input = role();

	input.to = START - 1;
	input.has_to = true;
	decide(decide_role_assignment, &facts, &input);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/validTo");
	input.has_to = false;
	decide(decide_role_assignment, &facts, &input);
	assert_none();
}
END_TEST

START_TEST(numbers_of_organisations_and_accounts_have_their_check_digits)
{
	struct setup_facts facts = proposal();
	struct account_input account = {"319900152", "86011117947"};

	decide(decide_bank_account, &facts, &account);
	assert_none();
	account = (struct account_input){"319900153", "86011117948"};
	decide(decide_bank_account, &facts, &account);
	assert_found(PROBLEM_ORGNR_INVALID, "#/orgnr");
	assert_found(PROBLEM_ACCOUNT_INVALID, "#/account");
}
END_TEST

/* ---- who may */

static void decide_by(int64_t person, const char *state, const char *step)
{
	struct setup_facts facts = proposal();

	facts.caller.person_id = person;
	facts.caller.is_person = person != 0;
	facts.proposed_by = PROPOSER;
	facts.state = state;
	facts.decided_by = "county_admin";
	begin();
	decide_setup_change(&facts, step, &problems);
}

START_TEST(a_machine_proposes_nothing)
{
	struct setup_facts facts = proposal();

	begin();
	decide_proposal(&facts, &problems);
	assert_none();
	facts.caller.is_person = false;
	begin();
	decide_proposal(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(another_administrator_decides_on_a_change)
{
	decide_by(APPROVER, "proposed", "@do.approve");
	assert_none();
	decide_by(PROPOSER, "proposed", "@do.approve");
	assert_one(PROBLEM_FOUR_EYES, NULL);
	assert_arg(1, "@do.approve");
	decide_by(PROPOSER, "proposed", "@do.reject");
	assert_one(PROBLEM_FOUR_EYES, NULL);
	assert_arg(1, "@do.reject");
	decide_by(0, "proposed", "@do.approve");
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(the_kind_of_change_says_who_decides)
{
	struct setup_facts facts = proposal();

	facts.caller.person_id = APPROVER;
	facts.proposed_by = PROPOSER;
	facts.decided_by = "decision_maker";
	facts.state = "proposed";
	begin();
	decide_setup_change(&facts, "@do.approve", &problems);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
	facts.caller.role = "decision_maker";
	begin();
	decide_setup_change(&facts, "@do.approve", &problems);
	assert_none();
}
END_TEST

START_TEST(a_change_is_decided_once)
{
	decide_by(APPROVER, "approved", "@do.approve");
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	decide_by(APPROVER, "rejected", "@do.reject");
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(a_programme_ends_after_it_starts_and_its_parent_exists),
	  TEST(a_programme_and_each_version_of_it_have_sound_stages),
	  TEST(a_version_is_made_from_the_one_in_force),
	  TEST(a_version_changes_something),
	  TEST(a_programme_that_is_changed_is_there_and_ends_after_it_began),
	  TEST(a_hub_answers_for_municipalities_of_its_county),
	  TEST(only_a_hub_answers_for_a_municipality),
	  TEST(a_hub_stops_answering_after_it_begins),
	  TEST(a_period_that_has_an_end_ends_after_it_starts),
	  TEST(a_funding_line_has_each_cost_group_once),
	  TEST(a_funding_line_gives_a_role_one_authority),
	  TEST(a_funding_line_has_one_greatest_amount_for_each_size),
	  TEST(what_set_up_points_at_must_exist),
	  TEST(somebody_new_needs_a_name_or_is_somebody_known),
	  TEST(a_known_subject_is_the_person_named_and_no_machine),
	  TEST(the_countys_roles_are_at_the_county_and_no_others_are),
	  TEST(whoever_gets_roles_on_both_sides_is_warned_of),
	  TEST(a_role_ends_after_it_begins),
	  TEST(a_figure_is_of_a_key_that_is_known_in_its_unit_and_within_its_bounds),
	  TEST(a_figure_ends_after_it_begins),
	  TEST(a_figure_for_all_counties_is_not_one_countys_to_set),
	  TEST(a_figure_replaces_what_began_on_the_same_day_and_both_are_told),
	  TEST(numbers_of_organisations_and_accounts_have_their_check_digits),
	  TEST(a_machine_proposes_nothing), TEST(another_administrator_decides_on_a_change),
	  TEST(the_kind_of_change_says_who_decides), TEST(a_change_is_decided_once))
