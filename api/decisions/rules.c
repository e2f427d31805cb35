#include "api/decisions/anew.h"

#include <string.h>

#include "api/applications/applications.h"
#include "api/applications/overlap.h"
#include "api/deadlines/deadlines.h"
#include "api/decisions/held.h"
#include "api/decisions/lines.h"
#include "api/grants/split.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"

static const char *const before_decision[] = {"submitted", "in_review", "recommended"};

enum { N_BEFORE_DECISION = sizeof(before_decision) / sizeof(before_decision[0]) };

static bool grants(const char *outcome)
{
	return strcmp(outcome, "granted") == 0 || strcmp(outcome, "part_granted") == 0;
}

static bool is_secretary(const struct caller *caller)
{
	return strcmp(caller->role, "secretary") == 0;
}

static void require_not_applicant(const struct application_facts *facts, const char *step,
				  struct problems *problems)
{
	if (facts->decision.caller_applied)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, "@did.apply", step);
}

/* A full grant is the amount applied for, a part grant less, a refusal nothing. */
static void check_amount(const struct application_facts *facts, const char *outcome,
			 int64_t amount_ore, struct problems *problems)
{
	if (!grants(outcome)) {
		if (amount_ore != 0)
			problems_add(problems, PROBLEM_AMOUNT_NOT_ALLOWED, "#/amountOre", NULL,
				     NULL);
	} else if (amount_ore == 0) {
		problems_add(problems, PROBLEM_AMOUNT_MISSING, "#/amountOre", NULL, NULL);
	} else if (strcmp(outcome, "granted") == 0) {
		if (amount_ore != facts->applied_ore)
			problems_add(problems, PROBLEM_AMOUNT_NOT_FULL, "#/amountOre",
				     words_kroner(problems, facts->applied_ore), NULL);
	} else if (amount_ore >= facts->applied_ore) {
		problems_add(problems, PROBLEM_AMOUNT_NOT_PART, "#/amountOre",
			     words_kroner(problems, facts->applied_ore), NULL);
	}
	if (grants(outcome))
		check_max_amount(&facts->line, amount_ore, "#/amountOre", problems);
}

/* What is dismissed was not considered (avvist), and rests on no evaluation. */
static void check_borne(const struct decision_facts *facts, const char *outcome,
			struct problems *problems)
{
	if (facts->has_criteria && strcmp(outcome, "dismissed") != 0)
		check_evaluated(&facts->evaluation, outcome, problems);
}

void tell_unevaluated(const struct application_facts *facts, struct problems *warnings)
{
	if (facts->has_decision && facts->decision.has_criteria &&
	    words_contain(before_decision, N_BEFORE_DECISION, facts->state))
		check_evaluated(&facts->decision.evaluation, NULL, warnings);
}

void tell_unsettled_partners(const struct application_facts *facts, struct problems *warnings)
{
	if (facts->has_decision &&
	    words_contain(before_decision, N_BEFORE_DECISION, facts->state))
		check_partners_settled(&facts->partners, warnings);
}

void tell_short_of_money(const struct application_facts *facts, struct problems *warnings)
{
	const struct recommendation_facts *recommended = &facts->decision.recommendation;
	bool is_recommended = strcmp(facts->state, "recommended") == 0;

	if (words_contain(before_decision, N_BEFORE_DECISION, facts->state) &&
	    !facts->decision.has_held)
		tell_short_lines(facts,
				 is_recommended ? recommended->amount_ore : facts->applied_ore, 0,
				 warnings);
}

static void check_conditions(const struct application_facts *facts,
			     const struct given_conditions *given, const char *outcome,
			     struct problems *problems)
{
	check_given(given, grants(outcome), facts->decision.dated, facts->decision.n_dated,
		    facts->today, problems);
}

static void require_heard(const struct application_facts *facts, struct problems *problems)
{
	check_heard(facts->decision.unheard, facts->decision.n_unheard, problems);
}

void decide_recommend(const struct application_facts *facts, const struct recommend_input *input,
		      struct problems *problems)
{
	require_state(problems, facts->state, "submitted, in_review");
	require_person(&facts->caller, problems);
	require_not_applicant(facts, "@do.recommend", problems);
	if (facts->has_caseworker && facts->caseworker_id != facts->caller.person_id)
		problems_add(problems, PROBLEM_NOT_CASEWORKER, NULL, facts->caseworker, NULL);
	require_heard(facts, problems);
	if (input == NULL)
		return;
	check_borne(&facts->decision, input->outcome, problems);
	check_amount(facts, input->outcome, input->amount_ore, problems);
	check_conditions(facts, &input->conditions, input->outcome, problems);
	if (grants(input->outcome)) {
		check_overlap(facts, problems);
		check_partners_settled(&facts->partners, problems);
	}
}

void decide_send_back(const struct application_facts *facts, struct problems *problems)
{
	const struct decision_facts *decision = &facts->decision;

	if (decision->meeting.is_voted_on)
		problems_add(problems, PROBLEM_VOTED_ON, NULL, NULL, NULL);
	if (decision->meeting.is_resolved && decision->recommendation.n_questioned == 0)
		problems_add(problems, PROBLEM_RESOLUTION_STANDS, NULL, NULL, NULL);
	if (strcmp(facts->caller.role, "caseworker") == 0) {
		decide_assuring(facts, problems);
		return;
	}
	require_state(problems, facts->state, "recommended");
	require_person(&facts->caller, problems);
	require_none_held(facts, problems);
}

static bool is_stricter(const struct authority *a, const struct authority *b)
{
	return a->has_limit && (!b->has_limit || a->limit_ore < b->limit_ore);
}

/* The line that lets the caller's role decide least; NULL: one of them nothing. */
static const struct decision_line *strictest_line(const struct application_facts *facts,
						  struct problems *problems)
{
	const struct decision_line *strictest = facts->decision.lines;

	for (size_t i = 0; i < facts->decision.n_lines; i++) {
		const struct decision_line *line = &facts->decision.lines[i];

		if (!line->has_authority) {
			problems_add(problems, PROBLEM_NO_AUTHORITY, NULL,
				     arena_printf(problems->arena, "@%s", facts->caller.role),
				     line->name);
			return NULL;
		}
		if (is_stricter(&line->authority, &strictest->authority))
			strictest = line;
	}
	return strictest;
}

int64_t at_stake_ore(const struct application_facts *facts, int64_t granted_ore)
{
	return granted_ore > facts->applied_ore ? granted_ore : facts->applied_ore;
}

const char *require_authority(const struct application_facts *facts, int64_t stake_ore,
			      struct problems *problems)
{
	const struct decision_line *line = strictest_line(facts, problems);
	const struct authority *authority;

	if (line == NULL)
		return NULL;
	authority = &line->authority;
	if (authority->has_limit && stake_ore > authority->limit_ore)
		problems_add(problems, PROBLEM_OVER_LIMIT, NULL,
			     words_whose(problems, authority->body,
					 facts->decision.n_lines > 1 ? line->name : NULL),
			     words_kroner(problems, authority->limit_ore));
	return authority->body;
}

void check_resolution(const struct caller *caller, const char *resolution,
		      struct problems *problems)
{
	if (is_secretary(caller) && resolution == NULL)
		problems_add(problems, PROBLEM_RESOLUTION_REQUIRED, "#/resolution", NULL, NULL);
	else if (!is_secretary(caller) && resolution != NULL)
		problems_add(problems, PROBLEM_RESOLUTION_NOT_ASKED, "#/resolution", NULL, NULL);
}

void check_who_decides(const struct application_facts *facts, const struct deciding *deciding,
		       struct decide_effects *effects, struct problems *problems)
{
	const struct resolved_facts *meeting = deciding->meeting;
	bool by_secretary = is_secretary(&facts->caller);
	int64_t stake_ore = deciding->stake_ore;

	check_resolved(meeting, by_secretary, stake_ore, deciding->input, deciding->as, problems);
	if (is_entered_as_resolved(meeting, by_secretary, stake_ore)) {
		effects->body = meeting->body;
		effects->reference = meeting->reference;
		effects->grounds = meeting->grounds;
		if (deciding->resolution != NULL)
			problems_add(problems, PROBLEM_RESOLUTION_NOT_ASKED, "#/resolution", NULL,
				     NULL);
		return;
	}
	effects->body = require_authority(facts, stake_ore, problems);
	if (deciding->input != NULL && effects->body != NULL)
		check_resolution(&facts->caller, deciding->resolution, problems);
}

static void check_meeting(const struct application_facts *facts, const struct decide_input *input,
			  struct decide_effects *effects, struct problems *problems)
{
	struct deciding deciding = {
		.meeting = &facts->decision.meeting,
		.stake_ore = at_stake_ore(facts, input == NULL ? 0 : input->amount_ore),
	};
	struct decided_as as = {0};

	if (input != NULL) {
		as = (struct decided_as){input->outcome, input->amount_ore, input->grounds,
					 effects->conditions};
		deciding.input = &input->meeting;
		deciding.as = &as;
		deciding.resolution = input->resolution;
	}
	check_who_decides(facts, &deciding, effects, problems);
}

/* The basis is chosen by the date of the award: a gap refuses, it is never bridged. */
static void check_basis(const struct application_facts *facts, const struct basis_facts *basis,
			struct problems *problems)
{
	if (facts->today < basis->valid_from || facts->today > basis->valid_to)
		problems_add(problems, PROBLEM_BASIS_NOT_VALID, NULL, basis->text,
			     words_date(problems, facts->today));
	if (!words_contain(basis->beneficiary_kinds, basis->n_beneficiary_kinds,
			   facts->decision.applicant_kind))
		problems_add(problems, PROBLEM_BASIS_BENEFICIARY, NULL, basis->text,
			     arena_printf(problems->arena, "@%s", facts->decision.applicant_kind));
}

/* What was not committed when its year ended is no longer there to grant. */
static void check_year(const struct application_facts *facts, const struct decide_input *input,
		       struct problems *problems)
{
	int64_t this_year = date_to_ymd(facts->today).year;

	if (input->year < this_year)
		problems_add(problems, PROBLEM_BUDGET_YEAR_OVER, "#/year",
			     words_number(problems, input->year),
			     words_number(problems, this_year));
}

/* Each line has its share of the whole. One line that is short is enough to refuse the whole. */
static void check_lines(const struct application_facts *facts, const struct decide_input *input,
			struct decide_effects *effects, struct problems *problems)
{
	const struct decision_facts *decision = &facts->decision;

	effects->parts_ore = parts_by_line(decision, input->amount_ore, problems->arena);
	for (size_t i = 0; i < decision->n_lines; i++) {
		const struct decision_line *line = &decision->lines[i];
		int64_t left_ore = ore_of_year(line->available, line->n_available, input->year);

		check_basis(facts, &line->basis, problems);
		if (taken_of_line(line, input->year, effects->parts_ore[i]) > left_ore)
			problems_add(problems, PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre",
				     words_kroner(problems, left_ore),
				     line_of_year(line, input->year, problems->arena));
	}
}

static int64_t take_rule(const struct application_facts *facts, const char *key,
			 struct decide_effects *effects, struct problems *problems)
{
	for (size_t i = 0; i < facts->decision.n_rules; i++) {
		const struct rule_facts *rule = &facts->decision.rules[i];

		if (strcmp(rule->key, key) == 0) {
			effects->rules[effects->n_rules++] = rule->id;
			return rule->value;
		}
	}
	problems_add(problems, PROBLEM_RULE_MISSING, NULL, key, NULL);
	return 0;
}

static void split_by_group(const struct application_facts *facts, int64_t amount_ore,
			   struct decide_effects *effects, struct arena *arena)
{
	size_t n = facts->decision.n_budget;
	int64_t *weights = arena_alloc(arena, (n + 1) * sizeof(*weights));

	for (size_t i = 0; i < n; i++) {
		weights[i] = facts->decision.budget[i].amount_ore;
		effects->budget_ore += weights[i];
	}
	if (effects->budget_ore > 0)
		effects->shares_ore = split_parts(amount_ore, weights, n, arena);
}

/* What of the amount falls on the applicant and each partner, by what they bear of the costs. */
static void split_by_organisation(const struct application_facts *facts, int64_t amount_ore,
				  struct decide_effects *effects, struct arena *arena)
{
	size_t n = facts->decision.n_organisations;
	int64_t *weights = arena_alloc(arena, (n + 1) * sizeof(*weights));

	for (size_t i = 0; i < n; i++)
		weights[i] = facts->decision.organisations[i].ore;
	if (effects->budget_ore > 0 && n > 0)
		effects->organisations_ore = split_parts(amount_ore, weights, n, arena);
}

static void decide_grant(const struct application_facts *facts, const struct decide_input *input,
			 int64_t committed_ore, struct decide_effects *effects,
			 struct problems *problems)
{
	if (input->amount_ore > committed_ore) {
		if (strcmp(facts->line.state, "active") != 0)
			problems_add(problems, PROBLEM_LINE_CLOSED, NULL, facts->line.name, NULL);
		check_year(facts, input, problems);
		check_lines(facts, input, effects, problems);
	}
	effects->accept_by = deadline_after(facts->today,
					    take_rule(facts, "acceptance.days", effects, problems));
	split_by_group(facts, input->amount_ore, effects, problems->arena);
	split_by_organisation(facts, input->amount_ore, effects, problems->arena);
}

void check_decision_anew(const struct application_facts *facts, const struct decide_input *input,
			 int64_t committed_ore, struct decide_effects *effects,
			 struct problems *problems)
{
	require_heard(facts, problems);
	check_borne(&facts->decision, input->outcome, problems);
	check_amount(facts, input->outcome, input->amount_ore, problems);
	effects->grants = grants(input->outcome);
	if (effects->grants) {
		check_partners_settled(&facts->partners, problems);
		check_overlap(facts, problems);
		check_overlap_grounds(facts, input->overlap_grounds, problems);
	}
	effects->appeal_deadline =
		deadline_after(facts->today, take_rule(facts, "appeal.days", effects, problems));
	if (effects->grants)
		decide_grant(facts, input, committed_ore, effects, problems);
}

void take_terms(const struct application_facts *facts, const struct decide_input *input,
		struct decide_effects *effects, struct problems *problems)
{
	require_heard(facts, problems);
	effects->grants = grants(input->outcome);
	effects->appeal_deadline =
		deadline_after(facts->today, take_rule(facts, "appeal.days", effects, problems));
	if (!effects->grants)
		return;
	split_by_group(facts, input->amount_ore, effects, problems->arena);
	split_by_organisation(facts, input->amount_ore, effects, problems->arena);
}

/* What is recommended, by a body if one met, stands unless the decision says otherwise; a refusal
 * has none. */
static const struct given_conditions *conditions_of(const struct application_facts *facts,
						    const struct decide_input *input)
{
	static const struct given_conditions none = {.json = "[]"};
	const struct resolved_facts *meeting = &facts->decision.meeting;

	if (input->conditions.json != NULL)
		return &input->conditions;
	if (grants(input->outcome) && meeting->has_item && grants(meeting->outcome))
		return &meeting->conditions;
	if (!grants(input->outcome) || facts->decision.recommendation.conditions.json == NULL)
		return &none;
	return &facts->decision.recommendation.conditions;
}

/* A committee is more than one, and so is a person with the body that recommends it. */
static void check_wanted(const struct application_facts *facts, const struct decide_input *input,
			 struct problems *problems)
{
	const struct decision_facts *decision = &facts->decision;
	bool by_body = decision->meeting.has_item && grants(decision->meeting.outcome);

	if (grants(input->outcome) && decision->has_recommendation && !by_body &&
	    !grants(decision->recommendation.outcome) && !is_secretary(&facts->caller))
		problems_add(problems, PROBLEM_GIVEN_BY_TWO, "#/outcome", NULL, NULL);
}

void decide_decide(const struct application_facts *facts, const struct decide_input *input,
		   struct decide_effects *effects, struct problems *problems)
{
	require_state(problems, facts->state, "recommended");
	require_person(&facts->caller, problems);
	require_none_held(facts, problems);
	require_not_applicant(facts, "@do.decide", problems);
	if (facts->decision.has_recommendation)
		require_other(&facts->caller, facts->decision.recommendation.made_by,
			      "@did.recommend", "@do.decide", problems);
	check_assured(facts, problems);
	check_preparers(facts, problems);
	if (facts->decision.has_criteria)
		require_not_assessor(&facts->decision.evaluation, &facts->caller, problems);
	if (input != NULL)
		effects->conditions = conditions_of(facts, input);
	check_meeting(facts, input, effects, problems);
	if (input == NULL) {
		require_heard(facts, problems);
		return;
	}
	if (input->grounds == NULL && effects->grounds == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/grounds", NULL, NULL);
	check_wanted(facts, input, problems);
	check_decision_anew(facts, input, 0, effects, problems);
	decide_holding(facts, input, effects, problems);
	check_conditions(facts, effects->conditions, input->outcome, problems);
}
