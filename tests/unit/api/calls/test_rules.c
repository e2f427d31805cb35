#include "api/calls/calls.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	TODAY = 20000, /* a day */
	OPENS = TODAY + 10,
	CLOSES = TODAY + 40,
};

static const char *cost_groups[] = {"consulting", "mobilisation"};
static int64_t stages[] = {0, 1, 2};

static const char *hubs[] = {"hub"}, *hubs_and_firms[] = {"firm", "hub"};
static int64_t known_lines[] = {51, 52};
static struct line_share whole[] = {{51, 10000}};

/* Those that finance it, as every test finds them. */
static struct call_line lines[2];

static struct call_facts planned(void)
{
	lines[0] = (struct call_line){"Utvikling", "active", hubs, 1, true, TODAY - 99, CLOSES};
	lines[1] = (struct call_line){"Bærekraft", "active", hubs, 1, true, TODAY, CLOSES + 99};
	return (struct call_facts){
		.caller = PERSON("caseworker", "county", 11, 1),
		.today = TODAY,
		.state = "planned",
		.opens_on = OPENS,
		.closes_on = CLOSES,
		.has_line = true,
		.has_programme = true,
		.known_lines = known_lines,
		.n_known_lines = 2,
		.lines = lines,
		.n_lines = 1,
		.cost_groups = cost_groups,
		.n_cost_groups = 2,
		.stages = stages,
		.n_stages = 3,
	};
}

static struct call_input proposed(void)
{
	return (struct call_input){
		.funding_line_id = 51,
		.lines = whole,
		.n_lines = 1,
		.stages = stages,
		.n_stages = 3,
		.cost_groups = cost_groups,
		.n_cost_groups = 2,
		.opens_on = OPENS,
		.closes_on = CLOSES,
	};
}

static void create(const struct call_facts *facts, const struct call_input *input)
{
	begin();
	decide_create_call(facts, input, &problems);
}

START_TEST(a_call_offers_stages_and_cost_groups_of_its_line)
{
	struct call_facts facts = planned();
	struct call_input input = proposed();
	const char *other_groups[] = {"consulting", "travel"};
	int64_t other_stages[] = {0, 1, 3};

	create(&facts, &input);
	assert_none();
	input.n_stages = input.n_cost_groups = 1;
	create(&facts, &input);
	assert_none();
	input = proposed();
	input.cost_groups = other_groups;
	create(&facts, &input);
	assert_one(PROBLEM_COST_GROUP_UNKNOWN, "#/costGroups/1");
	assert_arg(0, "travel");
	assert_arg(1, "consulting, mobilisation");
	input = proposed();
	input.stages = other_stages;
	create(&facts, &input);
	assert_one(PROBLEM_STAGE_NOT_IN_CALL, "#/stages/2");
	assert_arg(0, "0, 1, 2");
}
END_TEST

START_TEST(a_call_may_close_on_the_day_it_opens_and_not_before)
{
	struct call_facts facts = planned();
	struct call_input input = proposed();

	input.closes_on = OPENS;
	create(&facts, &input);
	assert_none();
	input.closes_on = OPENS - 1;
	create(&facts, &input);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/closesOn");
}
END_TEST

START_TEST(its_decisions_are_made_known_on_the_day_it_closes_or_later)
{
	struct call_facts facts = planned();
	struct call_input input = proposed();

	input.has_release = true;
	input.release_on = input.closes_on;
	create(&facts, &input);
	assert_none();
	input.release_on--;
	create(&facts, &input);
	assert_one(PROBLEM_RELEASE_BEFORE_CLOSE, "#/decisionsReleasedOn");
}
END_TEST

START_TEST(the_line_must_exist)
{
	struct call_facts facts = planned();
	struct call_input input = proposed();

	facts.has_line = false;
	facts.n_cost_groups = facts.n_stages = 0;
	create(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/fundingLineId");
}
END_TEST

START_TEST(lines_finance_a_call_by_shares_that_come_to_the_whole_its_own_first)
{
	struct call_facts facts = planned();
	struct call_input input = proposed();
	struct line_share shares[] = {{51, 6000}, {52, 4000}};

	input.lines = shares;
	input.n_lines = 2;
	create(&facts, &input);
	assert_none();
	shares[1].share_bp = 3999;
	create(&facts, &input);
	assert_one(PROBLEM_LINES_NOT_WHOLE, "#/lines");
	assert_arg(0, "9999");
	shares[1] = (struct line_share){51, 4000};
	create(&facts, &input);
	assert_one(PROBLEM_LINE_REPEATED, "#/lines/1/fundingLineId");
	shares[1].funding_line_id = 53;
	create(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/lines/1/fundingLineId");
	shares[0] = (struct line_share){52, 6000};
	shares[1] = (struct line_share){51, 4000};
	create(&facts, &input);
	assert_one(PROBLEM_OWN_LINE_NOT_FIRST, "#/lines/0/fundingLineId");
}
END_TEST

static void open(const struct call_facts *facts)
{
	begin();
	decide_open_call(facts, &problems);
}

START_TEST(lines_that_finance_a_call_take_the_same_applicants)
{
	struct call_facts facts = planned();

	facts.n_lines = 2;
	open(&facts);
	assert_none();
	lines[1].county_only = false;
	open(&facts);
	assert_one(PROBLEM_LINES_OTHER_APPLICANTS, NULL);
	assert_arg(0, "Bærekraft");
	assert_arg(1, "Utvikling");
	lines[1].county_only = true;
	lines[1].applicant_kinds = hubs_and_firms;
	lines[1].n_applicant_kinds = 2;
	open(&facts);
	assert_one(PROBLEM_LINES_OTHER_APPLICANTS, NULL);
	lines[0].applicant_kinds = (const char *[]){"hub", "firm"};
	lines[0].n_applicant_kinds = 2;
	open(&facts);
	assert_none();
}
END_TEST

START_TEST(lines_that_finance_a_call_rest_on_bases_that_are_valid_on_the_same_of_its_days)
{
	static const struct {
		int32_t from, to;
		bool is_alike;
	} bases[] = {{OPENS, CLOSES, true},	{OPENS + 1, CLOSES, false},
		     {OPENS, CLOSES - 1, false}, {OPENS - 9, OPENS - 1, false},
		     {CLOSES + 1, CLOSES + 9, false}};
	struct call_facts facts = planned();

	facts.n_lines = 2;
	for (size_t i = 0; i < sizeof(bases) / sizeof(bases[0]); i++) {
		lines[1].valid_from = bases[i].from;
		lines[1].valid_to = bases[i].to;
		open(&facts);
		if (bases[i].is_alike)
			assert_none();
		else
			assert_one(PROBLEM_LINES_OTHER_VALIDITY, NULL);
	}
}
END_TEST

START_TEST(no_call_is_opened_that_a_closed_line_finances)
{
	struct call_facts facts = planned();

	facts.n_lines = 2;
	lines[1].state = "closed";
	open(&facts);
	assert_one(PROBLEM_LINE_CLOSED, NULL);
	assert_arg(0, "Bærekraft");
}
END_TEST

START_TEST(a_machine_prepares_no_call)
{
	struct call_facts facts = planned();
	struct call_input input = proposed();

	facts.caller.is_person = false;
	create(&facts, &input);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(all_faults_of_a_call_are_told_at_once)
{
	const char *other_groups[] = {"travel"};
	int64_t other_stages[] = {9};
	struct call_facts facts = planned();
	struct call_input input = proposed();

	facts.caller.is_person = false;
	input.closes_on = OPENS - 1;
	input.cost_groups = other_groups;
	input.stages = other_stages;
	input.n_cost_groups = input.n_stages = 1;
	create(&facts, &input);
	ck_assert_uint_eq(problems.n, 4);
	assert_all_told();
}
END_TEST

START_TEST(a_call_is_opened_once_and_closed_once)
{
	static const char *const states[] = {"planned", "open", "closed", "decided", "archived"};

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		struct call_facts facts = planned();

		facts.state = states[i];
		begin();
		decide_open_call(&facts, &problems);
		if (i == 0)
			assert_none();
		else
			assert_one(PROBLEM_STATE_CONFLICT, NULL);
		begin();
		decide_close_call(&facts, &problems);
		if (i == 1)
			assert_none();
		else
			assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(a_call_whose_last_day_has_passed_is_not_opened)
{
	struct call_facts facts = planned();

	facts.closes_on = TODAY;
	begin();
	decide_open_call(&facts, &problems);
	assert_none();
	facts.closes_on = TODAY - 1;
	begin();
	decide_open_call(&facts, &problems);
	assert_one(PROBLEM_DATE_PASSED, NULL);
}
END_TEST

static struct known_criterion known[] = {{1, "in-county", "requirement", true},
					 {2, "green", "quality", true},
					 {3, "digital", "quality", true},
					 {4, "reach", "quality", false},
					 {5, "digital", "quality", true}};
static int64_t one_requirement[] = {1};

static void evaluate_by(const char *state, struct call_criterion *criteria, size_t n)
{
	struct call_evaluation_facts facts = {.caller = PERSON("caseworker", "county", 11, 1),
					      .state = state,
					      .criteria = known,
					      .n_criteria = 5};
	struct call_evaluation_input input = {.scale = 5,
					      .requirements = one_requirement,
					      .n_requirements = 1,
					      .criteria = criteria,
					      .n_criteria = n};

	begin();
	decide_save_call_evaluation(&facts, &input, &problems);
}

START_TEST(the_weights_of_a_calls_criteria_come_to_the_whole_before_it_opens)
{
	struct call_criterion criteria[] = {{2, 6000, 3, true}, {3, 4000, 0, false}};

	evaluate_by("planned", criteria, 2);
	assert_none();
	evaluate_by("open", criteria, 2);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	criteria[1].weight_bp = 4001;
	evaluate_by("planned", criteria, 2);
	assert_one(PROBLEM_WEIGHTS_NOT_WHOLE, "#/criteria");
}
END_TEST

START_TEST(a_criterion_is_weighed_in_one_edition)
{
	struct call_criterion criteria[] = {{5, 6000, 0, false}, {3, 4000, 0, false}};

	evaluate_by("planned", criteria, 2);
	assert_one(PROBLEM_CRITERION_EDITIONS, "#/criteria/1/criterionId");
	assert_arg(0, "digital");
	criteria[1].id = 2;
	evaluate_by("planned", criteria, 2);
	assert_none();
}
END_TEST

START_TEST(a_call_weighs_criteria_of_quality_that_are_in_use_once_each)
{
	struct call_criterion criteria[] = {{1, 2000, 0, false},
					    {2, 2000, 6, true},
					    {2, 2000, 0, false},
					    {4, 2000, 0, false},
					    {9, 2000, 0, false}};

	evaluate_by("planned", criteria, 5);
	assert_found(PROBLEM_CRITERION_KIND, "#/criteria/0/criterionId");
	assert_found(PROBLEM_SCORE_TOO_HIGH, "#/criteria/1/minimum");
	assert_found(PROBLEM_CRITERION_REPEATED, "#/criteria/2/criterionId");
	assert_found(PROBLEM_CRITERION_RETIRED, "#/criteria/3/criterionId");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/criteria/4/criterionId");
	ck_assert_uint_eq(problems.n, 5);
}
END_TEST

static struct call_facts with_proposed_form(void)
{
	struct call_facts facts = planned();

	facts.state = "open";
	facts.next_form_version = 3;
	facts.has_proposed_form = true;
	facts.proposed_form = (struct proposed_form){.version = 2, .made_by = 12};
	return facts;
}

START_TEST(a_form_of_a_planned_call_is_in_force_at_once_and_one_of_an_open_call_waits)
{
	struct call_facts facts = planned();

	begin();
	decide_add_form(&facts, &problems);
	assert_none();
	ck_assert(form_needs_nobody_else(&facts));
	facts.state = "open";
	begin();
	decide_add_form(&facts, &problems);
	assert_none();
	ck_assert(!form_needs_nobody_else(&facts));
	facts.state = "closed";
	begin();
	decide_add_form(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(one_form_at_a_time_waits)
{
	struct call_facts facts = with_proposed_form();

	begin();
	decide_add_form(&facts, &problems);
	assert_one(PROBLEM_FORM_WAITS, NULL);
	assert_arg(0, "2");
}
END_TEST

static void approve(const struct call_facts *facts, int64_t version)
{
	struct form_choice choice = {.version = version};

	begin();
	decide_approve_form(facts, &choice, &problems);
}

START_TEST(a_form_is_approved_by_another_than_who_wrote_it)
{
	struct call_facts facts = with_proposed_form();

	approve(&facts, 2);
	assert_none();
	facts.proposed_form.made_by = facts.caller.person_id;
	approve(&facts, 2);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = with_proposed_form();
	facts.state = "closed";
	approve(&facts, 2);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(the_form_that_was_read_is_approved_and_no_other)
{
	struct call_facts facts = with_proposed_form();

	approve(&facts, 3);
	assert_one(PROBLEM_FORM_NOT_PROPOSED, "#/version");
	facts.has_proposed_form = false;
	approve(&facts, 2);
	assert_one(PROBLEM_FORM_NOT_PROPOSED, NULL);
}
END_TEST

START_TEST(whoever_wrote_a_form_may_take_it_back_also_of_a_closed_call)
{
	struct call_facts facts = with_proposed_form();
	struct form_choice choice = {.version = 2, .reason = "x"};

	facts.state = "closed";
	facts.proposed_form.made_by = facts.caller.person_id;
	begin();
	decide_reject_form(&facts, &choice, &problems);
	assert_none();
	facts.has_proposed_form = false;
	begin();
	decide_reject_form(&facts, &choice, &problems);
	assert_one(PROBLEM_FORM_NOT_PROPOSED, NULL);
}
END_TEST

START_TEST(a_call_follows_one_of_its_programme)
{
	struct call_facts facts = planned();
	struct call_input input = proposed();

	input.has_predecessor = true;
	create(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/predecessorId");
	facts.has_predecessor = true;
	facts.predecessor_programme_id = facts.programme_id + 1;
	create(&facts, &input);
	assert_one(PROBLEM_OTHER_PROGRAMME, "#/predecessorId");
	facts.predecessor_programme_id = facts.programme_id;
	create(&facts, &input);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(a_call_offers_stages_and_cost_groups_of_its_line),
	  TEST(a_call_may_close_on_the_day_it_opens_and_not_before),
	  TEST(its_decisions_are_made_known_on_the_day_it_closes_or_later),
	  TEST(the_line_must_exist),
	  TEST(a_call_follows_one_of_its_programme),
	  TEST(lines_finance_a_call_by_shares_that_come_to_the_whole_its_own_first),
	  TEST(lines_that_finance_a_call_take_the_same_applicants),
	  TEST(lines_that_finance_a_call_rest_on_bases_that_are_valid_on_the_same_of_its_days),
	  TEST(no_call_is_opened_that_a_closed_line_finances),
	  TEST(a_machine_prepares_no_call), TEST(all_faults_of_a_call_are_told_at_once),
	  TEST(a_call_is_opened_once_and_closed_once),
	  TEST(a_call_whose_last_day_has_passed_is_not_opened),
	  TEST(the_weights_of_a_calls_criteria_come_to_the_whole_before_it_opens),
	  TEST(a_criterion_is_weighed_in_one_edition),
	  TEST(a_call_weighs_criteria_of_quality_that_are_in_use_once_each),
	  TEST(a_form_of_a_planned_call_is_in_force_at_once_and_one_of_an_open_call_waits),
	  TEST(one_form_at_a_time_waits), TEST(a_form_is_approved_by_another_than_who_wrote_it),
	  TEST(the_form_that_was_read_is_approved_and_no_other),
	  TEST(whoever_wrote_a_form_may_take_it_back_also_of_a_closed_call))
