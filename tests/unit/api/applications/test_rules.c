#include "api/applications/applications.h"

#include "api/problems/words.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	TODAY = 20000, /* a day */
	OPENED = TODAY - 10,
	CLOSES = TODAY,
	HOUR = 3600,
	MIDNIGHT = 1732233600, /* after the last day */
};

static const struct call_deadline deadline = {
	.closes_at = MIDNIGHT,
	.grace_ends_at = MIDNIGHT + HOUR,
	.grace_until = "2024-11-22 01:00",
};

static const char *cost_groups[] = {"consulting", "mobilisation"};
static const char *kinds[] = {"hub", "firm"};
static int64_t stages[] = {0, 1};

/* ---- creating */

static struct new_application_facts open_call(void)
{
	return (struct new_application_facts){
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.today = TODAY,
		.call_state = "open",
		.opens_on = OPENED,
		.closes_on = CLOSES,
		.deadline = deadline,
		.programme_id = 5,
		.applicant_kinds = kinds,
		.n_applicant_kinds = 2,
		.track_state = "open",
	};
}

static void create(const struct new_application_facts *facts, bool in_track)
{
	struct new_application_input input = {.call_id = 7, .has_track = in_track};

	begin();
	decide_create_application(facts, &input, &problems);
}

START_TEST(an_application_begins_while_the_call_is_open)
{
	struct new_application_facts facts = open_call();

	create(&facts, false);
	assert_none();
	facts.opens_on = TODAY + 1;
	create(&facts, false);
	assert_one(PROBLEM_CALL_NOT_OPEN, NULL);
	facts = open_call();
	facts.closes_on = TODAY - 1;
	create(&facts, false);
	assert_one(PROBLEM_DEADLINE_PASSED, NULL);
	assert_arg(1, "2024-11-22 01:00");
	facts.has_leave = true;
	create(&facts, false);
	assert_none();
	facts = open_call();
	facts.call_state = "planned";
	create(&facts, false);
	assert_one(PROBLEM_CALL_NOT_OPEN, NULL);
}
END_TEST

START_TEST(only_applicants_of_the_lines_kinds_apply)
{
	struct new_application_facts facts = open_call();

	facts.n_applicant_kinds = 1;
	facts.caller.kind = "firm";
	create(&facts, false);
	assert_one(PROBLEM_APPLICANT_KIND, NULL);
	assert_arg(0, "@hub");
}
END_TEST

START_TEST(a_track_is_of_the_calls_programme_and_once_in_the_call)
{
	struct new_application_facts facts = open_call();

	create(&facts, true);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/trackId");
	facts.has_track = true;
	facts.track_programme_id = 6;
	create(&facts, true);
	assert_one(PROBLEM_TRACK_OTHER_PROGRAMME, "#/trackId");
	facts.track_programme_id = 5;
	create(&facts, true);
	assert_none();
	facts.track_state = "ended";
	create(&facts, true);
	assert_one(PROBLEM_TRACK_ENDED, "#/trackId");
	facts.track_state = "open";
	facts.track_is_taken = true;
	facts.track_application_id = 17;
	create(&facts, true);
	assert_one(PROBLEM_TRACK_CALL_TAKEN, "#/trackId");
	assert_arg(0, "17");
	create(&facts, false);
	assert_none();
}
END_TEST

/* ---- submitting: 100 000 kr, of which half is applied for */

struct application {
	struct application_facts facts;
	struct cost_line costs[2];
	struct finance_line finance[2];
	struct planned_firm firms[2];
};

static void make_draft(struct application *a)
{
	*a = (struct application){
		.costs = {{"consulting", 6000000}, {"mobilisation", 4000000}},
		.finance = {{"applied", 5000000}, {"own", 5000000}},
		.firms = {{0}, {1}},
		.facts =
			{
				.caller = PERSON("hub_signatory", "hub", 11, 101),
				.today = TODAY,
				.state = "draft",
				.applicant_id = 101,
				.applicant_kind = "hub",
				.may_write = true,
				.in_hand = {.call_state = "open",
					    .today = TODAY,
					    .now = MIDNIGHT - HOUR,
					    .begun_at = MIDNIGHT - 2 * HOUR,
					    .deadline = deadline},
				.starts_on = TODAY + 30,
				.ends_on = TODAY + 200,
				.has_start = true,
				.has_end = true,
				.call = {.state = "open",
					 .opens_on = OPENED,
					 .closes_on = CLOSES,
					 .stages = stages,
					 .n_stages = 2,
					 .cost_groups = cost_groups,
					 .n_cost_groups = 2},
				.line = {.name = "Trinn 1",
					 .state = "active",
					 .applicant_kinds = kinds,
					 .n_applicant_kinds = 2,
					 .county_only = true,
					 .max_share_bp = 5000},
				.county = "50",
				.applicant = {.municipality_no = "5001"},
				.costs = a->costs,
				.n_costs = 2,
				.finance = a->finance,
				.n_finance = 2,
				.firms = a->firms,
				.n_firms = 2,
			},
	};
}

static int64_t submit(const struct application *a)
{
	struct submit_effects effects = {0};

	begin();
	decide_submit(&a->facts, true, &effects, &problems);
	return effects.applied_ore;
}

START_TEST(a_complete_application_is_submitted_for_what_is_applied)
{
	struct application a;

	make_draft(&a);
	ck_assert_int_eq(submit(&a), 5000000);
	assert_none();
}
END_TEST

START_TEST(an_application_needs_costs)
{
	struct application a;

	make_draft(&a);
	a.facts.n_costs = 0;
	submit(&a);
	assert_found(PROBLEM_COSTS_MISSING, "#/costs");
	assert_found(PROBLEM_FINANCE_NOT_EQUAL, "#/finance");
	ck_assert_uint_eq(problems.n, 2);
}
END_TEST

START_TEST(costs_are_of_the_calls_groups)
{
	struct application a;

	make_draft(&a);
	a.costs[1].cost_group = "travel";
	submit(&a);
	assert_one(PROBLEM_COST_GROUP_UNKNOWN, "#/costs/1/costGroup");
	assert_arg(0, "travel");
	assert_arg(1, "consulting, mobilisation");
}
END_TEST

START_TEST(a_group_is_no_more_of_the_costs_than_the_scheme_lets_it)
{
	struct group_cap cap = {"mobilisation", "Mobilisering", 4000};
	struct application a;

	make_draft(&a);
	a.facts.call.caps = &cap;
	a.facts.call.n_caps = 1;
	submit(&a);
	assert_none();
	cap.max_share_bp = 3999;
	submit(&a);
	assert_one(PROBLEM_GROUP_TOO_LARGE, "#/costs");
}
END_TEST

START_TEST(an_application_needs_finance)
{
	struct application a;

	make_draft(&a);
	a.facts.n_finance = 0;
	ck_assert_int_eq(submit(&a), 0);
	assert_one(PROBLEM_FINANCE_MISSING, "#/finance");
}
END_TEST

START_TEST(the_finance_covers_the_costs_to_the_ore)
{
	struct application a;

	make_draft(&a);
	a.finance[1].amount_ore++;
	submit(&a);
	assert_one(PROBLEM_FINANCE_NOT_EQUAL, "#/finance");
	assert_arg(0, "100\xc2\xa0"
		      "000,01");
	a.finance[1].amount_ore -= 2;
	submit(&a);
	assert_one(PROBLEM_FINANCE_NOT_EQUAL, "#/finance");
}
END_TEST

START_TEST(exactly_one_line_of_the_finance_is_applied_for)
{
	struct application a;

	make_draft(&a);
	a.finance[0].source_kind = "private";
	ck_assert_int_eq(submit(&a), 0);
	assert_one(PROBLEM_APPLIED_LINES, "#/finance");
	a.finance[0].source_kind = a.finance[1].source_kind = "applied";
	ck_assert_int_eq(submit(&a), 0);
	assert_one(PROBLEM_APPLIED_LINES, "#/finance");
}
END_TEST

static void submit_share(struct application *a, int64_t costs_ore, int64_t applied_ore)
{
	a->facts.n_costs = 1;
	a->costs[0].amount_ore = costs_ore;
	a->finance[0].amount_ore = applied_ore;
	a->finance[1].amount_ore = costs_ore - applied_ore;
	submit(a);
}

START_TEST(no_more_than_the_lines_share_in_whole_kroner_is_applied_for)
{
	struct application a;

	make_draft(&a);
	submit_share(&a, 10000000, 5000100);
	assert_one(PROBLEM_SHARE_TOO_HIGH, "#/finance");
	assert_arg(0, "50 %");
	a.facts.line.max_share_line = "Utvikling";
	submit_share(&a, 10000000, 5000100);
	assert_arg(0, "50 % (Utvikling)");
	a.facts.line.max_share_line = NULL;
	submit_share(&a, 10000000, 5000100);
	assert_arg(1, "50\xc2\xa0"
		      "000");
	/* Half of 999,99 is 499,99: 499 kr. */
	submit_share(&a, 99999, 49900);
	assert_none();
	submit_share(&a, 99999, 49901);
	assert_one(PROBLEM_SHARE_TOO_HIGH, "#/finance");
	a.facts.line.max_share_bp = 3333;
	submit_share(&a, 100000000, 33330000);
	assert_none();
	submit_share(&a, 100000000, 33330001);
	assert_one(PROBLEM_SHARE_TOO_HIGH, "#/finance");
	assert_arg(0, "33,33 %");
}
END_TEST

START_TEST(the_greatest_amounts_are_reckoned_exactly)
{
	struct application a;

	make_draft(&a);
	submit_share(&a, INT64_C(20000000000000000), INT64_C(10000000000000000));
	assert_none();
	submit_share(&a, INT64_C(20000000000000000), INT64_C(10000000000000001));
	assert_one(PROBLEM_SHARE_TOO_HIGH, "#/finance");
}
END_TEST

START_TEST(no_more_than_the_greatest_amount_of_the_line_is_applied_for)
{
	struct application a;

	make_draft(&a);
	a.facts.line.max_amount = (struct max_amount){5000000, "Vilkår for BIO"};
	a.facts.line.has_max_amount = true;
	submit(&a);
	assert_none();
	a.facts.line.max_amount.amount_ore--;
	submit(&a);
	assert_one(PROBLEM_AMOUNT_TOO_HIGH, "#/finance");
	assert_arg(0, "49\xc2\xa0"
		      "999,99");
	assert_arg(1, "Vilkår for BIO");
}
END_TEST

START_TEST(the_work_has_a_start_and_an_end_ahead)
{
	struct application a;

	make_draft(&a);
	a.facts.came_in_on = a.facts.ends_on + 1;
	submit(&a);
	assert_one(PROBLEM_WORK_OVER, "#/endsOn");
	a.facts.has_start = a.facts.has_end = false;
	submit(&a);
	assert_found(PROBLEM_PERIOD_MISSING, "#/startsOn");
	assert_found(PROBLEM_PERIOD_MISSING, "#/endsOn");
}
END_TEST

START_TEST(firms_are_planned_into_stages_of_the_call)
{
	struct application a;

	make_draft(&a);
	a.firms[1].stage = 2;
	submit(&a);
	assert_one(PROBLEM_STAGE_NOT_IN_CALL, "#/firms/1/stage");
	assert_arg(0, "0, 1");
}
END_TEST

START_TEST(the_applicant_is_of_the_county_where_the_line_says_so)
{
	struct application a;

	make_draft(&a);
	a.facts.applicant.municipality_no = "4601";
	submit(&a);
	assert_one(PROBLEM_APPLICANT_OUTSIDE, NULL);
	assert_arg(0, "4601");
	a.facts.applicant.municipality_no = NULL;
	submit(&a);
	assert_one(PROBLEM_APPLICANT_OUTSIDE, NULL);
	a.facts.line.county_only = false;
	submit(&a);
	assert_none();
}
END_TEST

START_TEST(an_insolvent_applicant_is_refused)
{
	struct application a;

	make_draft(&a);
	a.facts.applicant.insolvent = true;
	submit(&a);
	assert_one(PROBLEM_APPLICANT_INSOLVENT, NULL);
}
END_TEST

START_TEST(nothing_is_submitted_to_a_closed_line)
{
	struct application a;

	make_draft(&a);
	a.facts.line.state = "closed";
	submit(&a);
	assert_one(PROBLEM_LINE_CLOSED, NULL);
	assert_arg(0, "Trinn 1");
}
END_TEST

static void submit_at(struct application *a, int64_t begun_at, int64_t now)
{
	a->facts.in_hand.begun_at = begun_at;
	a->facts.in_hand.now = now;
	a->facts.today = now < MIDNIGHT ? CLOSES : CLOSES + 1;
	submit(a);
}

START_TEST(a_draft_is_submitted_until_an_hour_after_midnight_if_it_was_begun_before)
{
	struct application a;

	make_draft(&a);
	submit_at(&a, MIDNIGHT - 1, MIDNIGHT - 1);
	assert_none();
	submit_at(&a, MIDNIGHT - 1, MIDNIGHT + HOUR - 1);
	assert_none();
	submit_at(&a, MIDNIGHT - 1, MIDNIGHT + HOUR);
	assert_one(PROBLEM_DEADLINE_PASSED, NULL);
	submit_at(&a, MIDNIGHT, MIDNIGHT);
	assert_one(PROBLEM_DEADLINE_PASSED, NULL);
}
END_TEST

START_TEST(nothing_is_submitted_to_a_call_that_was_closed_before_its_time)
{
	struct application a;

	make_draft(&a);
	a.facts.call.state = "closed";
	a.facts.in_hand.deadline.is_closed_early = true;
	submit(&a);
	assert_one(PROBLEM_CALL_CLOSED, NULL);
}
END_TEST

START_TEST(leave_to_be_late_lasts_until_its_day_whatever_became_of_the_call)
{
	struct application a;

	make_draft(&a);
	a.facts.call.state = "closed";
	a.facts.in_hand.has_leave = true;
	a.facts.in_hand.leave_until = CLOSES + 20;
	a.facts.today = CLOSES + 20;
	a.facts.in_hand.now = MIDNIGHT + 480 * HOUR;
	submit(&a);
	assert_none();
	a.facts.today++;
	submit(&a);
	assert_one(PROBLEM_LEAVE_OVER, NULL);
}
END_TEST

START_TEST(what_was_returned_comes_back_until_the_day_it_was_asked_for)
{
	struct application a;

	make_draft(&a);
	a.facts.state = "returned";
	a.facts.call.state = "closed";
	a.facts.today = CLOSES + 20;
	submit(&a);
	assert_none();
	a.facts.has_return_by = true;
	a.facts.return_by = CLOSES + 20;
	submit(&a);
	assert_none();
	a.facts.today++;
	submit(&a);
	assert_one(PROBLEM_ANSWER_LATE, NULL);
}
END_TEST

/* One fault for each rule that a submit can meet, but for those that exclude each other. */
START_TEST(all_that_stands_in_the_way_of_a_submit_is_told_at_once)
{
	static const struct {
		enum problem_code code;
		const char *pointer;
	} wanted[] = {
		{PROBLEM_STATE_CONFLICT, NULL},
		{PROBLEM_CALL_NOT_OPEN, NULL},
		{PROBLEM_LINE_CLOSED, NULL},
		{PROBLEM_APPLICANT_KIND, NULL},
		{PROBLEM_APPLICANT_OUTSIDE, NULL},
		{PROBLEM_APPLICANT_INSOLVENT, NULL},
		{PROBLEM_PERIOD_MISSING, "#/startsOn"},
		{PROBLEM_PERIOD_MISSING, "#/endsOn"},
		{PROBLEM_STAGE_NOT_IN_CALL, "#/firms/0/stage"},
		{PROBLEM_COST_GROUP_UNKNOWN, "#/costs/0/costGroup"},
		{PROBLEM_FINANCE_NOT_EQUAL, "#/finance"},
		{PROBLEM_SHARE_TOO_HIGH, "#/finance"},
	};
	struct application a;

	make_draft(&a);
	a.facts.state = "submitted";
	a.facts.call.state = a.facts.line.state = "closed";
	a.facts.applicant_kind = "partner";
	a.facts.applicant = (struct applicant){NULL, true};
	a.facts.has_start = a.facts.has_end = false;
	a.firms[0].stage = 9;
	a.costs[0].cost_group = "travel";
	a.finance[0].amount_ore = 9000000;
	submit(&a);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		assert_found(wanted[i].code, wanted[i].pointer);
	ck_assert_uint_eq(problems.n, sizeof(wanted) / sizeof(wanted[0]));
}
END_TEST

START_TEST(whether_one_may_submit_at_all_does_not_read_the_plans)
{
	struct submit_effects effects = {0};
	struct application a;

	make_draft(&a);
	a.facts.n_costs = a.facts.n_finance = 0;
	a.facts.has_start = false;
	begin();
	decide_submit(&a.facts, false, &effects, &problems);
	assert_none();
}
END_TEST

/* ---- states and commands */

static void bare_submit(const struct application_facts *facts, struct problems *out)
{
	struct submit_effects effects = {0};

	decide_submit(facts, true, &effects, out);
}

static void bare_return(const struct application_facts *facts, struct problems *out)
{
	decide_return(facts, NULL, out);
}

START_TEST(each_command_is_taken_in_its_own_states)
{
	static const char *const states[] = {
		"draft",    "submitted",    "returned",	 "in_review",  "recommended",
		"granted",  "part_granted", "rejected",	 "ineligible", "dismissed",
		"accepted", "active",	    "completed", "closed",     "withdrawn"};
	static const struct {
		void (*decide)(const struct application_facts *facts, struct problems *out);
		const char *from[3];
	} commands[] = {
		{decide_save, {"draft", "returned"}},
		{bare_submit, {"draft", "returned"}},
		{decide_withdraw, {"submitted", "in_review", "returned"}},
		{bare_return, {"submitted", "in_review", "returned"}},
		{decide_resume, {"returned", "returned"}},
		{decide_take, {"submitted", "in_review"}},
	};

	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		for (size_t j = 0; j < sizeof(states) / sizeof(states[0]); j++) {
			struct application a;

			make_draft(&a);
			a.facts.state = states[j];
			begin();
			commands[i].decide(&a.facts, &problems);
			if (words_contain(commands[i].from, commands[i].from[2] ? 3 : 2, states[j]))
				assert_none();
			else
				assert_one(PROBLEM_STATE_CONFLICT, NULL);
		}
}
END_TEST

/* ---- whose case it is */

static void assign(const struct application_facts *facts)
{
	struct assign_input input = {.caseworker_id = 12};

	begin();
	decide_assign(facts, &input, &problems);
}

static struct application_facts case_given(void)
{
	return (struct application_facts){
		.caller = PERSON("caseworker", "county", 11, 1),
		.state = "in_review",
		.assignee = {.name = "Kari", .is_caseworker = true},
		.has_assignee = true,
	};
}

START_TEST(a_case_that_came_in_is_given_to_a_caseworker)
{
	static const char *const given[] = {"submitted", "returned", "recommended", "granted",
					    "rejected", "active"};
	struct application_facts facts = case_given();

	for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); i++) {
		facts.state = given[i];
		assign(&facts);
		assert_none();
	}
	facts.state = "draft";
	assign(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.state = "withdrawn";
	assign(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = case_given();
	facts.has_assignee = false;
	assign(&facts);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/caseworkerId");
	begin();
	decide_assign(&facts, NULL, &problems);
	assert_none();
}
END_TEST

START_TEST(who_is_given_a_case_may_handle_it_and_does_not_have_it)
{
	static const char pointer[] = "#/caseworkerId";
	struct application_facts facts = case_given();

	facts.assignee.is_caseworker = false;
	assign(&facts);
	assert_one(PROBLEM_NOT_FOR_CASES, pointer);
	facts = case_given();
	facts.assignee.has_case = true;
	assign(&facts);
	assert_one(PROBLEM_HAS_CASE, pointer);
	facts = case_given();
	facts.assignee.applied = true;
	assign(&facts);
	assert_one(PROBLEM_FOUR_EYES, pointer);
	facts = case_given();
	facts.assignee.is_questioned = true;
	assign(&facts);
	assert_one(PROBLEM_ASSIGNEE_DISQUALIFIED, pointer);
}
END_TEST

START_TEST(an_answer_is_not_asked_for_by_a_day_that_has_passed)
{
	struct return_input input = {"Mangler budsjett", TODAY - 1, true};
	struct application a;

	make_draft(&a);
	a.facts.state = "in_review";
	begin();
	decide_return(&a.facts, &input, &problems);
	assert_one(PROBLEM_DATE_PASSED, "#/answerBy");
	input.answer_by = TODAY;
	begin();
	decide_return(&a.facts, &input, &problems);
	assert_none();
	input.has_answer_by = false;
	input.answer_by = 0;
	begin();
	decide_return(&a.facts, &input, &problems);
	assert_none();
}
END_TEST

START_TEST(a_draft_moves_to_the_form_in_force_if_it_is_another)
{
	struct application_facts facts = {
		.state = "draft",
		.in_hand = {.call_state = "open", .now = MIDNIGHT - 1, .deadline = deadline},
		.form_version = 1,
	};

	facts.call.form_version = 2;
	begin();
	decide_take_form(&facts, &problems);
	assert_none();
	facts.in_hand.call_state = "closed";
	begin();
	decide_take_form(&facts, &problems);
	assert_one(PROBLEM_DRAFT_CLOSED, NULL);
	facts.in_hand.call_state = "open";
	facts.form_version = 2;
	begin();
	decide_take_form(&facts, &problems);
	assert_one(PROBLEM_FORM_IN_FORCE, NULL);
	facts.form_version = 1;
	facts.state = "returned";
	begin();
	decide_take_form(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* ---- before anything is written */

static void pre_check(const struct application *a, const struct pre_check_input *input)
{
	begin();
	decide_pre_check(&a->facts, input, &problems);
}

/* An application that is not begun: only what its submit would be held against is known. */
static void make_unwritten(struct application *a)
{
	make_draft(a);
	a->facts.n_costs = a->facts.n_finance = a->facts.n_firms = 0;
	a->facts.has_start = a->facts.has_end = false;
}

START_TEST(what_is_not_said_beforehand_stands_in_nobodys_way)
{
	struct pre_check_input input = {.kind = "hub"};
	struct application a;

	make_unwritten(&a);
	a.facts.applicant.municipality_no = NULL;
	pre_check(&a, &input);
	assert_none();
	input.is_registered = true;
	pre_check(&a, &input);
	assert_one(PROBLEM_APPLICANT_OUTSIDE, NULL);
}
END_TEST

START_TEST(what_is_said_beforehand_is_held_against_the_rules_of_a_submit)
{
	int64_t asked_stages[] = {1, 7};
	struct pre_check_input input = {
		.kind = "hub",
		.stages = asked_stages,
		.n_stages = 2,
		.applied_ore = 5000001,
		.has_applied = true,
	};
	struct application a;

	make_unwritten(&a);
	a.facts.n_costs = 2;
	a.costs[1].cost_group = "travel";
	a.facts.line.has_max_amount = true;
	a.facts.line.max_amount = (struct max_amount){4000000, "x"};
	a.facts.line.state = "closed";
	a.facts.call.state = "closed";
	a.facts.applicant = (struct applicant){.municipality_no = "1801", .insolvent = true};
	a.facts.line.n_applicant_kinds = 1;
	a.facts.applicant_kind = "firm";
	pre_check(&a, &input);
	assert_found(PROBLEM_CALL_NOT_OPEN, NULL);
	assert_found(PROBLEM_LINE_CLOSED, NULL);
	assert_found(PROBLEM_APPLICANT_OUTSIDE, NULL);
	assert_found(PROBLEM_APPLICANT_KIND, NULL);
	assert_found(PROBLEM_APPLICANT_INSOLVENT, NULL);
	assert_found(PROBLEM_STAGE_NOT_IN_CALL, "#/stages/1");
	assert_found(PROBLEM_COST_GROUP_UNKNOWN, "#/costs/1/costGroup");
	assert_found(PROBLEM_SHARE_TOO_HIGH, "#/appliedOre");
	assert_found(PROBLEM_AMOUNT_TOO_HIGH, "#/appliedOre");
	ck_assert_uint_eq(problems.n, 9);
}
END_TEST

RUN_TESTS(TEST(an_application_begins_while_the_call_is_open),
	  TEST(only_applicants_of_the_lines_kinds_apply),
	  TEST(a_track_is_of_the_calls_programme_and_once_in_the_call),
	  TEST(a_complete_application_is_submitted_for_what_is_applied),
	  TEST(an_application_needs_costs), TEST(costs_are_of_the_calls_groups),
	  TEST(a_group_is_no_more_of_the_costs_than_the_scheme_lets_it),
	  TEST(an_application_needs_finance), TEST(the_finance_covers_the_costs_to_the_ore),
	  TEST(exactly_one_line_of_the_finance_is_applied_for),
	  TEST(no_more_than_the_lines_share_in_whole_kroner_is_applied_for),
	  TEST(the_greatest_amounts_are_reckoned_exactly),
	  TEST(no_more_than_the_greatest_amount_of_the_line_is_applied_for),
	  TEST(the_work_has_a_start_and_an_end_ahead),
	  TEST(firms_are_planned_into_stages_of_the_call),
	  TEST(the_applicant_is_of_the_county_where_the_line_says_so),
	  TEST(an_insolvent_applicant_is_refused), TEST(nothing_is_submitted_to_a_closed_line),
	  TEST(a_draft_is_submitted_until_an_hour_after_midnight_if_it_was_begun_before),
	  TEST(nothing_is_submitted_to_a_call_that_was_closed_before_its_time),
	  TEST(leave_to_be_late_lasts_until_its_day_whatever_became_of_the_call),
	  TEST(what_was_returned_comes_back_until_the_day_it_was_asked_for),
	  TEST(all_that_stands_in_the_way_of_a_submit_is_told_at_once),
	  TEST(whether_one_may_submit_at_all_does_not_read_the_plans),
	  TEST(each_command_is_taken_in_its_own_states),
	  TEST(a_case_that_came_in_is_given_to_a_caseworker),
	  TEST(who_is_given_a_case_may_handle_it_and_does_not_have_it),
	  TEST(an_answer_is_not_asked_for_by_a_day_that_has_passed),
	  TEST(a_draft_moves_to_the_form_in_force_if_it_is_another),
	  TEST(what_is_not_said_beforehand_stands_in_nobodys_way),
	  TEST(what_is_said_beforehand_is_held_against_the_rules_of_a_submit))
