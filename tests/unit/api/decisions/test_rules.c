#include "api/decisions/decisions.h"

#include "api/applications/applications.h"
#include "lib/base/date.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	CASEWORKER = 11,
	DECIDER,
	TODAY = 20000, /* a day */
	DUE = TODAY + 21,
	ACCEPT_BY = TODAY + 30 + 1, /* a Sunday */
	APPLIED = 30000000,
	LIMIT = 20000000,
	YEAR = 2024,
};

static const char *kinds[] = {"hub"};
static struct rule_facts rules[] = {{41, "appeal.days", 21}, {42, "acceptance.days", 30}};
static struct available_facts available[] = {{YEAR, 50000000}, {YEAR + 1, 1000000}};
static struct budget_group budget[] = {{"mobilisation", true, 20000000},
				       {"consulting", false, 40000000}};

/* Of the call, as every test finds them; the second finances it in those that say so. */
static struct decision_line lines[2];

/* 300 000 kr is applied for; a caseworker has recommended it. */
static struct application_facts recommended(void)
{
	lines[0] = (struct decision_line){
		.id = 51,
		.name = "Utvikling",
		.share_bp = 10000,
		.authority = {.body = "Avdelingsleder"},
		.has_authority = true,
		.basis = {"GBER art. 31", TODAY, TODAY, kinds, 1},
		.available = available,
		.n_available = 2,
	};
	return (struct application_facts){
		.caller = PERSON("decision_maker", "county", DECIDER, 1),
		.today = TODAY,
		.state = "recommended",
		.applied_ore = APPLIED,
		.has_applied = true,
		.line = {.name = "Trinn 1", .state = "active"},
		.has_decision = true,
		.decision =
			{
				.applicant_kind = "hub",
				.recommendation = {.outcome = "granted",
						   .amount_ore = APPLIED,
						   .made_by = CASEWORKER},
				.has_recommendation = true,
				.lines = lines,
				.n_lines = 1,
				.rules = rules,
				.n_rules = 2,
				.budget = budget,
				.n_budget = 2,
			},
	};
}

static struct decide_input full_grant(void)
{
	return (struct decide_input){
		.outcome = "granted",
		.amount_ore = APPLIED,
		.grounds = "Treffer godt",
		.year = YEAR,
	};
}

static struct decide_effects decide(const struct application_facts *facts,
				    const struct decide_input *input)
{
	struct decide_effects effects = {0};

	begin();
	decide_decide(facts, input, &effects, &problems);
	return effects;
}

/* ---- recommending */

static struct application_facts in_review(void)
{
	struct application_facts facts = recommended();

	facts.caller = (struct caller)PERSON("caseworker", "county", CASEWORKER, 1);
	facts.state = "in_review";
	facts.has_caseworker = true;
	facts.caseworker_id = CASEWORKER;
	facts.caseworker = "Kari Nordmann";
	return facts;
}

static void recommend(const struct application_facts *facts, const char *outcome, int64_t amount)
{
	struct recommend_input input = {
		.outcome = outcome, .amount_ore = amount, .grounds = "Treffer godt"};

	begin();
	decide_recommend(facts, &input, &problems);
}

static void recommend_bare(const struct application_facts *facts)
{
	begin();
	decide_recommend(facts, NULL, &problems);
}

START_TEST(who_has_the_case_recommends)
{
	struct application_facts facts = in_review();

	recommend(&facts, "granted", APPLIED);
	assert_none();
	facts.caller.person_id = DECIDER;
	recommend(&facts, "granted", APPLIED);
	assert_one(PROBLEM_NOT_CASEWORKER, NULL);
	assert_arg(0, "Kari Nordmann");
	facts.has_caseworker = false;
	recommend(&facts, "granted", APPLIED);
	assert_none();
}
END_TEST

START_TEST(who_applied_neither_recommends_nor_decides)
{
	struct application_facts facts = in_review();
	struct decide_input input = full_grant();

	facts.decision.caller_applied = true;
	recommend(&facts, "granted", APPLIED);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = recommended();
	facts.decision.caller_applied = true;
	decide(&facts, &input);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(a_grant_that_the_line_would_refuse_is_not_recommended)
{
	struct application_facts facts = in_review();
	struct overlap other = {"2026/00002", "Utvikling", "Foss Snekkeri AS", "competence", true};

	facts.overlaps = &other;
	facts.n_overlaps = 1;
	recommend(&facts, "granted", APPLIED);
	assert_none();
	facts.line.refuses_overlap = true;
	recommend(&facts, "granted", APPLIED);
	assert_one(PROBLEM_OVERLAP, NULL);
	recommend(&facts, "rejected", 0);
	assert_none();
}
END_TEST

/* ---- amounts */

static const struct {
	const char *outcome;
	int64_t amount;
	enum problem_code code; /* PROBLEM_COUNT: it is right */
} amounts[] = {
	{"granted", APPLIED, PROBLEM_COUNT},
	{"granted", APPLIED - 1, PROBLEM_AMOUNT_NOT_FULL},
	{"granted", APPLIED + 1, PROBLEM_AMOUNT_NOT_FULL},
	{"granted", 0, PROBLEM_AMOUNT_MISSING},
	{"part_granted", APPLIED - 1, PROBLEM_COUNT},
	{"part_granted", 1, PROBLEM_COUNT},
	{"part_granted", APPLIED, PROBLEM_AMOUNT_NOT_PART},
	{"part_granted", APPLIED + 1, PROBLEM_AMOUNT_NOT_PART},
	{"part_granted", 0, PROBLEM_AMOUNT_MISSING},
	{"rejected", 0, PROBLEM_COUNT},
	{"rejected", 1, PROBLEM_AMOUNT_NOT_ALLOWED},
	{"ineligible", 0, PROBLEM_COUNT},
	{"ineligible", 1, PROBLEM_AMOUNT_NOT_ALLOWED},
	{"dismissed", 0, PROBLEM_COUNT},
	{"dismissed", 1, PROBLEM_AMOUNT_NOT_ALLOWED},
};

enum { N_AMOUNTS = sizeof(amounts) / sizeof(amounts[0]) };

static void assert_amount(size_t i)
{
	if (amounts[i].code == PROBLEM_COUNT)
		assert_none();
	else
		assert_one(amounts[i].code, "#/amountOre");
}

START_TEST(the_amount_follows_from_the_outcome)
{
	struct application_facts facts = recommended();
	struct application_facts review = in_review();
	struct decide_input input = full_grant();

	for (size_t i = 0; i < N_AMOUNTS; i++) {
		recommend(&review, amounts[i].outcome, amounts[i].amount);
		assert_amount(i);
		input.outcome = amounts[i].outcome;
		input.amount_ore = amounts[i].amount;
		decide(&facts, &input);
		assert_amount(i);
	}
}
END_TEST

START_TEST(no_more_than_the_greatest_amount_of_the_line_is_granted)
{
	struct application_facts facts = recommended();
	struct application_facts review = in_review();
	struct decide_input input = full_grant();

	facts.line.max_amount = (struct max_amount){APPLIED - 1, "Vilkår for BIO"};
	facts.line.has_max_amount = true;
	review.line = facts.line;
	recommend(&review, "granted", APPLIED);
	assert_one(PROBLEM_AMOUNT_TOO_HIGH, "#/amountOre");
	decide(&facts, &input);
	assert_one(PROBLEM_AMOUNT_TOO_HIGH, "#/amountOre");
	input.outcome = "part_granted";
	input.amount_ore = APPLIED - 1;
	decide(&facts, &input);
	assert_none();
}
END_TEST

/* ---- what it rests on where the call has criteria */

START_TEST(what_is_dismissed_alone_rests_on_no_evaluation)
{
	struct application_facts review = in_review();
	struct application_facts facts = recommended();
	struct decide_input input = {
		.outcome = "dismissed",
		.amount_ore = 0,
		.grounds = "Kom for sent",
		.year = YEAR,
	};

	review.decision.has_criteria = facts.decision.has_criteria = true;
	recommend(&review, "rejected", 0);
	assert_one(PROBLEM_NOT_EVALUATED, "#/outcome");
	recommend(&review, "dismissed", 0);
	assert_none();
	decide(&facts, &input);
	assert_none();
	input.outcome = "rejected";
	decide(&facts, &input);
	assert_one(PROBLEM_NOT_EVALUATED, "#/outcome");
}
END_TEST

START_TEST(that_it_is_not_evaluated_is_told_before_anything_is_recommended)
{
	struct application_facts facts = in_review();

	facts.decision.has_criteria = true;
	begin();
	tell_unevaluated(&facts, &problems);
	assert_one(PROBLEM_NOT_EVALUATED, NULL);
	recommend_bare(&facts);
	assert_none();
	facts.state = "rejected";
	begin();
	tell_unevaluated(&facts, &problems);
	assert_none();
}
END_TEST

/* ---- deciding: every outcome in every state by everybody, with authority and money or not */

static const char *const outcomes[] = {"granted", "part_granted", "rejected", "ineligible",
				       "dismissed"};
static const char *const states[] = {"draft",	    "submitted", "returned",	 "in_review",
				     "recommended", "granted",	 "part_granted", "rejected",
				     "ineligible",  "dismissed", "accepted",	 "active",
				     "completed",   "closed",	 "withdrawn"};
static const int64_t persons[] = {0, CASEWORKER, DECIDER};
static const int64_t limits[] = {-1, LIMIT - 1, LIMIT, LIMIT + 1, APPLIED};

struct combination {
	const char *outcome;
	const char *state;
	int64_t person; /* 0: a machine */
	int64_t limit;	/* -1: no authority */
	bool has_money;
};

static void count_if(bool expected, enum problem_code code, const char *pointer, size_t *n)
{
	ck_assert_msg(is_found(code, pointer) == expected, "%s", problem_slug(code));
	*n += expected;
}

static void assert_combination(const struct combination *c)
{
	struct application_facts facts = recommended();
	struct decide_input input = full_grant();
	bool grants = strcmp(c->outcome, "granted") == 0 || strcmp(c->outcome, "part_granted") == 0;
	int64_t amount = strcmp(c->outcome, "part_granted") == 0 ? LIMIT : APPLIED;
	size_t n = 0;

	facts.state = c->state;
	facts.caller.person_id = c->person;
	facts.caller.is_person = c->person != 0;
	lines[0].has_authority = c->limit >= 0;
	lines[0].authority.has_limit = true;
	lines[0].authority.limit_ore = c->limit;
	lines[0].n_available = c->has_money ? 2 : 0;
	input.outcome = c->outcome;
	input.amount_ore = grants ? amount : 0;
	decide(&facts, &input);
	assert_all_told();
	count_if(strcmp(c->state, "recommended") != 0, PROBLEM_STATE_CONFLICT, NULL, &n);
	count_if(c->person == 0, PROBLEM_PERSON_REQUIRED, NULL, &n);
	count_if(c->person == CASEWORKER, PROBLEM_FOUR_EYES, NULL, &n);
	count_if(c->limit < 0, PROBLEM_NO_AUTHORITY, NULL, &n);
	count_if(c->limit >= 0 && c->limit < APPLIED, PROBLEM_OVER_LIMIT, NULL, &n);
	count_if(grants && !c->has_money, PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre", &n);
	ck_assert_uint_eq(problems.n, n);
}

START_TEST(each_thing_that_stands_in_the_way_of_a_decision_does_so_alone)
{
	struct combination c;

	for (size_t o = 0; o < sizeof(outcomes) / sizeof(outcomes[0]); o++)
		for (size_t s = 0; s < sizeof(states) / sizeof(states[0]); s++)
			for (size_t p = 0; p < sizeof(persons) / sizeof(persons[0]); p++)
				for (size_t l = 0; l < sizeof(limits) / sizeof(limits[0]); l++) {
					c = (struct combination){outcomes[o], states[s], persons[p],
								 limits[l], true};
					assert_combination(&c);
					c.has_money = false;
					assert_combination(&c);
				}
}
END_TEST

START_TEST(what_is_at_stake_is_what_was_applied_for_however_little_is_granted)
{
	struct application_facts facts = recommended();
	struct decide_input input = {.outcome = "rejected", .grounds = "For svakt", .year = YEAR};

	lines[0].authority.has_limit = true;
	lines[0].authority.limit_ore = APPLIED - 1;
	decide(&facts, &input);
	assert_one(PROBLEM_OVER_LIMIT, NULL);
	input.outcome = "part_granted";
	input.amount_ore = 1;
	decide(&facts, &input);
	assert_one(PROBLEM_OVER_LIMIT, NULL);
	assert_arg(0, "Avdelingsleder");
	lines[0].authority.limit_ore = APPLIED;
	decide(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(the_secretary_enters_the_committees_resolution)
{
	struct application_facts facts = recommended();
	struct decide_input input = full_grant();

	facts.caller.role = "secretary";
	decide(&facts, &input);
	assert_one(PROBLEM_RESOLUTION_REQUIRED, "#/resolution");
	input.resolution = "24/112";
	decide(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(whether_one_may_decide_at_all_does_not_need_the_decision)
{
	struct application_facts facts = recommended();

	decide(&facts, NULL);
	assert_none();
	lines[0].has_authority = false;
	decide(&facts, NULL);
	assert_one(PROBLEM_NO_AUTHORITY, NULL);
	assert_arg(0, "@decision_maker");
}
END_TEST

/* ---- what a grant rests on */

START_TEST(a_grant_rests_on_a_basis_in_force_today)
{
	struct application_facts facts = recommended();
	struct decide_input input = full_grant();
	struct basis_facts *basis = &lines[0].basis;

	decide(&facts, &input);
	assert_none();
	basis->valid_to = TODAY - 1;
	decide(&facts, &input);
	assert_one(PROBLEM_BASIS_NOT_VALID, NULL);
	assert_arg(0, "GBER art. 31");
	assert_arg(1, "2024-10-04");
	*basis = (struct basis_facts){"GBER art. 31", TODAY + 1, TODAY + 9, kinds, 1};
	decide(&facts, &input);
	assert_one(PROBLEM_BASIS_NOT_VALID, NULL);
	basis->valid_from = TODAY;
	facts.decision.applicant_kind = "firm";
	decide(&facts, &input);
	assert_one(PROBLEM_BASIS_BENEFICIARY, NULL);
	assert_arg(1, "@firm");
}
END_TEST

/* ---- several lines */

/* The second finances four tenths of it. */
static struct application_facts co_financed(void)
{
	struct application_facts facts = recommended();

	lines[1] = lines[0];
	lines[1].name = "Bærekraft";
	lines[0].share_bp = 6000;
	lines[1].share_bp = 4000;
	facts.decision.n_lines = 2;
	return facts;
}

START_TEST(each_line_grants_its_share_to_the_ore)
{
	static const struct {
		int64_t amount_ore, first_ore, second_ore;
	} cuts[] = {{100, 60, 40}, {1, 1, 0}, {2, 1, 1}, {3, 2, 1}, {10001, 6001, 4000}};
	struct application_facts facts = co_financed();
	struct decide_input input = full_grant();
	struct decide_effects effects;

	input.outcome = "part_granted";
	for (size_t i = 0; i < sizeof(cuts) / sizeof(cuts[0]); i++) {
		input.amount_ore = cuts[i].amount_ore;
		effects = decide(&facts, &input);
		assert_none();
		ck_assert_int_eq(effects.parts_ore[0], cuts[i].first_ore);
		ck_assert_int_eq(effects.parts_ore[1], cuts[i].second_ore);
	}
}
END_TEST

START_TEST(one_line_that_is_short_refuses_the_whole_and_is_named)
{
	struct available_facts little = {YEAR, APPLIED / 10 * 4};
	struct application_facts facts = co_financed();
	struct decide_input input = full_grant();

	lines[1].available = &little;
	lines[1].n_available = 1;
	decide(&facts, &input);
	assert_none();
	little.ore--;
	decide(&facts, &input);
	assert_one(PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre");
	assert_arg(0, "119\xc2\xa0"
		      "999,99");
	assert_arg(1, "Bærekraft 2024");
}
END_TEST

START_TEST(the_strictest_authority_holds_over_the_whole_and_is_named)
{
	struct application_facts facts = co_financed();
	struct decide_input input = full_grant();
	struct decide_effects effects;

	lines[1].authority = (struct authority){"Direktøren", APPLIED - 1, true};
	decide(&facts, &input);
	assert_one(PROBLEM_OVER_LIMIT, NULL);
	assert_arg(0, "Direktøren (Bærekraft)");
	lines[0].authority = (struct authority){"Avdelingsleder", APPLIED - 2, true};
	decide(&facts, &input);
	assert_one(PROBLEM_OVER_LIMIT, NULL);
	assert_arg(0, "Avdelingsleder (Utvikling)");
	lines[0].authority.limit_ore = lines[1].authority.limit_ore = APPLIED;
	effects = decide(&facts, &input);
	assert_none();
	ck_assert_str_eq(effects.body, "Avdelingsleder");
	lines[1].has_authority = false;
	decide(&facts, &input);
	assert_one(PROBLEM_NO_AUTHORITY, NULL);
	assert_arg(1, "Bærekraft");
}
END_TEST

START_TEST(each_line_needs_a_basis_of_its_own)
{
	struct application_facts facts = co_financed();
	struct decide_input input = full_grant();

	lines[1].basis = (struct basis_facts){"De minimis", TODAY - 9, TODAY - 1, kinds, 1};
	decide(&facts, &input);
	assert_one(PROBLEM_BASIS_NOT_VALID, NULL);
	assert_arg(0, "De minimis");
}
END_TEST

START_TEST(a_refusal_needs_no_basis_no_money_and_no_open_line)
{
	struct application_facts facts = recommended();
	struct decide_input input = {
		.outcome = "ineligible",
		.amount_ore = 0,
		.grounds = "Utenfor ordningen",
		.year = YEAR,
	};
	struct decide_effects effects;

	lines[0].basis.valid_to = TODAY - 1;
	lines[0].n_available = 0;
	facts.decision.n_rules = 1;
	facts.line.state = "closed";
	effects = decide(&facts, &input);
	assert_none();
	ck_assert(!effects.grants);
	ck_assert_int_eq(effects.appeal_deadline, DUE);
	ck_assert_uint_eq(effects.n_rules, 1);
	ck_assert_int_eq(effects.rules[0], 41);
}
END_TEST

START_TEST(a_grant_is_of_the_money_of_its_year)
{
	struct application_facts facts = recommended();
	struct decide_input input = {
		.outcome = "part_granted",
		.amount_ore = 1000000,
		.grounds = "Delvis",
		.year = YEAR + 1,
	};

	decide(&facts, &input);
	assert_none();
	input.amount_ore++;
	decide(&facts, &input);
	assert_one(PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre");
	assert_arg(0, "10\xc2\xa0"
		      "000");
	assert_arg(1, "Utvikling 2025");
	input.year = YEAR + 2;
	decide(&facts, &input);
	assert_one(PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre");
	assert_arg(0, "0");
}
END_TEST

START_TEST(the_money_of_a_year_that_is_over_is_not_granted)
{
	struct application_facts facts = recommended();
	struct decide_input input = full_grant();
	int32_t new_year;

	ck_assert(date_from_ymd(YEAR + 1, 1, 1, &new_year));
	lines[0].basis.valid_to = new_year;
	facts.today = new_year - 1;
	decide(&facts, &input);
	assert_none();
	facts.today = new_year;
	decide(&facts, &input);
	assert_one(PROBLEM_BUDGET_YEAR_OVER, "#/year");
	assert_arg(0, "2024");
	assert_arg(1, "2025");
	input = (struct decide_input){
		.outcome = "rejected",
		.amount_ore = 0,
		.grounds = "For svakt",
		.year = YEAR,
	};
	decide(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(nothing_is_granted_from_a_closed_line)
{
	struct application_facts facts = recommended();
	struct decide_input input = full_grant();

	facts.line.state = "closed";
	decide(&facts, &input);
	assert_one(PROBLEM_LINE_CLOSED, NULL);
}
END_TEST

START_TEST(a_figure_of_law_that_is_not_in_force_is_never_guessed)
{
	struct application_facts facts = recommended();
	struct decide_input input = full_grant();

	facts.decision.n_rules = 1;
	decide(&facts, &input);
	assert_one(PROBLEM_RULE_MISSING, NULL);
	assert_arg(0, "acceptance.days");
	facts.decision.n_rules = 0;
	decide(&facts, &input);
	ck_assert_uint_eq(problems.n, 2);
	assert_found(PROBLEM_RULE_MISSING, NULL);
}
END_TEST

START_TEST(a_figure_beyond_the_calendar_is_a_deadline_at_its_end)
{
	struct application_facts facts = recommended();
	struct decide_input input = full_grant();
	struct rule_facts absurd[] = {{41, "appeal.days", INT64_C(1000000000000)},
				      {42, "acceptance.days", INT64_C(4294967296)}};
	struct decide_effects effects;

	facts.decision.rules = absurd;
	effects = decide(&facts, &input);
	assert_none();
	ck_assert_int_gt(effects.appeal_deadline, TODAY + 1000000);
	ck_assert_int_gt(effects.accept_by, TODAY + 1000000);
}
END_TEST

/* ---- conditions */

static struct given_condition financing[] = {{.kind = "financing", .text = "Banken"}};

START_TEST(what_was_recommended_is_asked_unless_the_decision_says_otherwise)
{
	struct application_facts facts = recommended();
	struct decide_input input = full_grant();

	facts.decision.recommendation.conditions = (struct given_conditions){financing, 1, "[1]"};
	ck_assert_str_eq(decide(&facts, &input).conditions->json, "[1]");
	assert_none();
	input.conditions.json = "[]";
	ck_assert_str_eq(decide(&facts, &input).conditions->json, "[]");
	input = (struct decide_input){.outcome = "rejected", .grounds = "Nei", .year = YEAR};
	ck_assert_str_eq(decide(&facts, &input).conditions->json, "[]");
	assert_none();
}
END_TEST

START_TEST(a_refusal_has_no_conditions)
{
	struct application_facts facts = recommended();
	struct decide_input input = {.outcome = "rejected", .grounds = "Nei", .year = YEAR};

	input.conditions = (struct given_conditions){financing, 1, "[1]"};
	decide(&facts, &input);
	assert_one(PROBLEM_CONDITIONS_NOT_ALLOWED, "#/conditions");
}
END_TEST

/* ---- what a grant brings */

START_TEST(a_grant_has_its_deadlines_its_rules_and_its_shares)
{
	struct application_facts facts = recommended();
	struct decide_input input = {
		.outcome = "part_granted",
		.amount_ore = 10000001,
		.grounds = "Delvis",
		.year = YEAR,
	};
	struct decide_effects effects = decide(&facts, &input);

	assert_none();
	ck_assert(effects.grants);
	ck_assert_int_eq(effects.appeal_deadline, DUE);
	ck_assert_int_eq(effects.accept_by, ACCEPT_BY);
	ck_assert_uint_eq(effects.n_rules, 2);
	ck_assert_int_eq(effects.rules[0], 41);
	ck_assert_int_eq(effects.rules[1], 42);
	ck_assert_int_eq(effects.budget_ore, 60000000);
	ck_assert_int_eq(effects.shares_ore[0], 3333334);
	ck_assert_int_eq(effects.shares_ore[1], 6666667);
}
END_TEST

START_TEST(a_grant_falls_on_applicant_and_partners_by_what_they_bear)
{
	struct application_facts facts = recommended();
	struct organisation_costs both[] = {{"910000004", 40000000}, {"910000012", 20000000}};
	struct decide_input input = {
		.outcome = "part_granted",
		.amount_ore = 10000001,
		.grounds = "Delvis",
		.year = YEAR,
	};
	struct decide_effects effects = decide(&facts, &input);

	ck_assert_ptr_null(effects.organisations_ore);
	facts.decision.organisations = both;
	facts.decision.n_organisations = 2;
	effects = decide(&facts, &input);
	assert_none();
	ck_assert_int_eq(effects.organisations_ore[0], 6666667);
	ck_assert_int_eq(effects.organisations_ore[1], 3333334);
}
END_TEST

START_TEST(every_amount_granted_is_shared_out_whole)
{
	struct application_facts facts = recommended();
	struct decide_input input = {
		.outcome = "part_granted",
		.amount_ore = 0,
		.grounds = "Delvis",
		.year = YEAR,
	};

	for (input.amount_ore = 1; input.amount_ore < 2000; input.amount_ore += 7) {
		struct decide_effects effects = decide(&facts, &input);

		if (effects.shares_ore[0] + effects.shares_ore[1] != input.amount_ore)
			ck_abort_msg("%d", (int)input.amount_ore);
	}
}
END_TEST

/* ---- sending back */

START_TEST(a_recommendation_is_sent_back_by_a_person_and_nothing_else_is)
{
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		struct application_facts facts = recommended();

		facts.state = states[i];
		begin();
		decide_send_back(&facts, &problems);
		if (strcmp(states[i], "recommended") == 0)
			assert_none();
		else
			assert_one(PROBLEM_STATE_CONFLICT, NULL);
		facts.caller.is_person = false;
		begin();
		decide_send_back(&facts, &problems);
		assert_found(PROBLEM_PERSON_REQUIRED, NULL);
	}
}
END_TEST

START_TEST(a_recommendation_is_made_by_a_person_on_what_is_submitted)
{
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		struct application_facts facts = in_review();

		facts.state = states[i];
		recommend(&facts, "rejected", 0);
		if (strcmp(states[i], "submitted") == 0 || strcmp(states[i], "in_review") == 0)
			assert_none();
		else
			assert_one(PROBLEM_STATE_CONFLICT, NULL);
		facts.caller.is_person = false;
		recommend(&facts, "rejected", 0);
		assert_found(PROBLEM_PERSON_REQUIRED, NULL);
	}
}
END_TEST

RUN_TESTS(TEST(who_has_the_case_recommends),
	  TEST(a_grant_that_the_line_would_refuse_is_not_recommended),
	  TEST(who_applied_neither_recommends_nor_decides),
	  TEST(the_amount_follows_from_the_outcome),
	  TEST(no_more_than_the_greatest_amount_of_the_line_is_granted),
	  TEST(what_is_dismissed_alone_rests_on_no_evaluation),
	  TEST(that_it_is_not_evaluated_is_told_before_anything_is_recommended),
	  TEST(each_thing_that_stands_in_the_way_of_a_decision_does_so_alone),
	  TEST(what_is_at_stake_is_what_was_applied_for_however_little_is_granted),
	  TEST(the_secretary_enters_the_committees_resolution),
	  TEST(whether_one_may_decide_at_all_does_not_need_the_decision),
	  TEST(a_grant_rests_on_a_basis_in_force_today),
	  TEST(each_line_grants_its_share_to_the_ore),
	  TEST(one_line_that_is_short_refuses_the_whole_and_is_named),
	  TEST(the_strictest_authority_holds_over_the_whole_and_is_named),
	  TEST(each_line_needs_a_basis_of_its_own),
	  TEST(a_refusal_needs_no_basis_no_money_and_no_open_line),
	  TEST(a_grant_is_of_the_money_of_its_year),
	  TEST(the_money_of_a_year_that_is_over_is_not_granted),
	  TEST(nothing_is_granted_from_a_closed_line),
	  TEST(a_figure_of_law_that_is_not_in_force_is_never_guessed),
	  TEST(a_figure_beyond_the_calendar_is_a_deadline_at_its_end),
	  TEST(what_was_recommended_is_asked_unless_the_decision_says_otherwise),
	  TEST(a_refusal_has_no_conditions),
	  TEST(a_grant_has_its_deadlines_its_rules_and_its_shares),
	  TEST(a_grant_falls_on_applicant_and_partners_by_what_they_bear),
	  TEST(every_amount_granted_is_shared_out_whole),
	  TEST(a_recommendation_is_sent_back_by_a_person_and_nothing_else_is),
	  TEST(a_recommendation_is_made_by_a_person_on_what_is_submitted))
