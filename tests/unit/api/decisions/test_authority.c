/* Who decides what amount: the director, a body that it is delegated to, the committee. */
#include "api/applications/applications.h"
#include "api/decisions/decisions.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, YEAR = 2024, DIRECTOR = 200, ITEM = 3 };

static const char *kinds[] = {"hub"};
static struct rule_facts rules[] = {{41, "appeal.days", 21}, {42, "acceptance.days", 30}};
static struct available_facts available[] = {{YEAR, 50000000}};
static struct decision_line line;

/* Recommended in full, to somebody of the role, whom the line gives so much; 0: any amount. */
static struct application_facts recommended(const char *role, int64_t applied_ore,
					    int64_t limit_ore)
{
	line = (struct decision_line){
		.name = "Utvikling",
		.share_bp = 10000,
		.authority = {.body = role, .limit_ore = limit_ore, .has_limit = limit_ore > 0},
		.has_authority = true,
		.basis = {"GBER art. 31", TODAY, TODAY, kinds, 1},
		.available = available,
		.n_available = 1,
	};
	return (struct application_facts){
		.caller = PERSON(role, "county", 12, 1),
		.today = TODAY,
		.state = "recommended",
		.applied_ore = applied_ore,
		.has_applied = true,
		.line = {.name = "Trinn 1", .state = "active"},
		.has_decision = true,
		.decision = {.applicant_kind = "hub",
			     .lines = &line,
			     .n_lines = 1,
			     .rules = rules,
			     .n_rules = 2},
	};
}

static bool may(struct application_facts facts, bool has_met)
{
	struct decide_effects effects = {0};
	bool by_committee = strcmp(facts.caller.role, "secretary") == 0 &&
			    !facts.decision.meeting.may_decide;
	struct decide_input input = {.outcome = "granted",
				     .amount_ore = facts.applied_ore,
				     .grounds = "Treffer godt",
				     .year = YEAR,
				     .resolution = by_committee ? "HU 2/26" : NULL,
				     .meeting = {.item_id = ITEM, .has_item = has_met}};

	begin();
	decide_decide(&facts, &input, &effects, &problems);
	return problems.n == 0;
}

/* What the body resolved stands in approved minutes. */
static struct resolved_facts met(struct resolved_facts meeting, int64_t amount_ore)
{
	meeting.item_id = ITEM;
	meeting.has_item = true;
	meeting.body = "Styringsgruppen";
	meeting.outcome = "granted";
	meeting.amount_ore = amount_ore;
	meeting.conditions.json = "[]";
	meeting.may_decide = meeting.is_delegated && amount_ore <= meeting.delegated_ore;
	return meeting;
}

static void try_amounts(int64_t delegated)
{
	for (int64_t amount = 1; amount < 8000; amount += amount < 400 ? 1 : 199) {
		struct application_facts director =
			recommended("decision_maker", amount, DIRECTOR);
		bool by_director = may(director, false), by_meeting, by_committee;
		struct application_facts secretary = recommended("secretary", amount, 0);

		secretary.decision.meeting = (struct resolved_facts){
			.delegated_ore = delegated, .is_delegated = delegated > 0};
		by_committee = may(secretary, false);
		secretary.decision.meeting = met(secretary.decision.meeting, amount);
		by_meeting = may(secretary, true);
		ck_assert(by_director == (amount <= DIRECTOR));
		ck_assert(by_committee == (amount > delegated));
		ck_assert(by_meeting || by_committee);
	}
}

/* The line gives the committee any amount; whatever is delegated to a body beside it. */
START_TEST(whatever_the_amount_somebody_decides)
{
	static const int64_t delegations[] = {0, DIRECTOR - 1, DIRECTOR, 5000, INT64_MAX};

	for (size_t i = 0; i < sizeof(delegations) / sizeof(delegations[0]); i++)
		try_amounts(delegations[i]);
}
END_TEST

START_TEST(that_it_is_above_ones_authority_is_told_beforehand)
{
	struct application_facts facts = recommended("secretary", 8000, 5000);
	struct decide_effects effects = {0};

	facts.decision.meeting =
		(struct resolved_facts){.delegated_ore = 5000, .is_delegated = true};
	begin();
	decide_decide(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_OVER_LIMIT, NULL);
	line.authority.has_limit = false;
	begin();
	decide_decide(&facts, NULL, &effects, &problems);
	assert_none();
}
END_TEST

/* Of a case that a caseworker would reject. */
START_TEST(who_decides_alone_grants_nothing_that_nobody_recommends)
{
	struct application_facts facts = recommended("decision_maker", DIRECTOR, DIRECTOR);

	facts.decision.has_recommendation = true;
	facts.decision.recommendation = (struct recommendation_facts){.outcome = "rejected"};
	ck_assert(!may(facts, false));
	assert_one(PROBLEM_GIVEN_BY_TWO, "#/outcome");
	facts.decision.recommendation.outcome = "part_granted";
	ck_assert(may(facts, false));
	facts.decision.recommendation.outcome = "rejected";
	facts.decision.meeting = met((struct resolved_facts){0}, DIRECTOR);
	ck_assert(may(facts, false));
	facts.decision.meeting = (struct resolved_facts){0};
	facts.caller.role = "secretary";
	ck_assert(may(facts, false));
}
END_TEST

START_TEST(who_decides_alone_gives_grounds_and_a_meeting_has_its_own)
{
	struct application_facts facts = recommended("decision_maker", DIRECTOR, DIRECTOR);
	struct decide_input input = {.outcome = "granted", .amount_ore = DIRECTOR, .year = YEAR};
	struct decide_effects effects = {0};

	begin();
	decide_decide(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/grounds");
	facts = recommended("secretary", DIRECTOR, 0);
	facts.decision.meeting =
		met((struct resolved_facts){.delegated_ore = 5000, .is_delegated = true}, DIRECTOR);
	facts.decision.meeting.grounds = "Treffer godt";
	input.meeting = (struct resolution_input){.item_id = ITEM, .has_item = true};
	effects = (struct decide_effects){0};
	begin();
	decide_decide(&facts, &input, &effects, &problems);
	assert_none();
	ck_assert_str_eq(effects.grounds, "Treffer godt");
}
END_TEST

RUN_TESTS(TEST(who_decides_alone_gives_grounds_and_a_meeting_has_its_own),
	  TEST(who_decides_alone_grants_nothing_that_nobody_recommends),
	  TEST(whatever_the_amount_somebody_decides),
	  TEST(that_it_is_above_ones_authority_is_told_beforehand))
