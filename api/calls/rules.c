#include "api/calls/calls.h"

#include <string.h>

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/num.h"

/* Its own line finances it first, each line once, and their shares come to the whole. */
static void check_lines(const struct call_facts *facts, const struct call_input *input,
			struct problems *problems)
{
	int64_t whole_bp = 0;

	for (size_t i = 0; i < input->n_lines; i++) {
		int64_t id = input->lines[i].funding_line_id;

		if (!contains_number(facts->known_lines, facts->n_known_lines, id))
			problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "fundingLineId", NULL,
				    "#/lines/%zu/fundingLineId", i);
		if (IS_NUMBER_REPEATED(input->lines, funding_line_id, i))
			problems_at(problems, PROBLEM_LINE_REPEATED, NULL, NULL,
				    "#/lines/%zu/fundingLineId", i);
		whole_bp += input->lines[i].share_bp;
	}
	if (input->lines[0].funding_line_id != input->funding_line_id)
		problems_add(problems, PROBLEM_OWN_LINE_NOT_FIRST, "#/lines/0/fundingLineId", NULL,
			     NULL);
	if (whole_bp != NUM_WHOLE_BP)
		problems_add(problems, PROBLEM_LINES_NOT_WHOLE, "#/lines",
			     words_number(problems, whole_bp), NULL);
}

static void check_predecessor(const struct call_facts *facts, struct problems *problems)
{
	if (!facts->has_predecessor)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/predecessorId",
			     "predecessorId", NULL);
	else if (facts->predecessor_programme_id != facts->programme_id)
		problems_add(problems, PROBLEM_OTHER_PROGRAMME, "#/predecessorId", NULL, NULL);
}

void decide_create_call(const struct call_facts *facts, const struct call_input *input,
			struct problems *problems)
{
	require_person(&facts->caller, problems);
	require_order(problems, input->opens_on, input->closes_on, "#/closesOn");
	if (input->has_release && input->release_on < input->closes_on)
		problems_add(problems, PROBLEM_RELEASE_BEFORE_CLOSE, "#/decisionsReleasedOn",
			     words_date(problems, input->closes_on), NULL);
	if (!facts->has_line) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/fundingLineId",
			     "fundingLineId", NULL);
		return;
	}
	check_lines(facts, input, problems);
	if (input->has_predecessor)
		check_predecessor(facts, problems);
	for (size_t i = 0; i < input->n_stages; i++)
		if (!contains_number(facts->stages, facts->n_stages, input->stages[i]))
			problems_at(problems, PROBLEM_STAGE_NOT_IN_CALL,
				    words_numbers(problems, facts->stages, facts->n_stages), NULL,
				    "#/stages/%zu", i);
	for (size_t i = 0; i < input->n_cost_groups; i++)
		if (!words_contain(facts->cost_groups, facts->n_cost_groups, input->cost_groups[i]))
			problems_at(problems, PROBLEM_COST_GROUP_UNKNOWN, input->cost_groups[i],
				    words_list(problems, facts->cost_groups, facts->n_cost_groups),
				    "#/costGroups/%zu", i);
}

static const struct known_criterion *find_known(const struct call_evaluation_facts *facts,
						int64_t id)
{
	for (size_t i = 0; i < facts->n_criteria; i++)
		if (facts->criteria[i].id == id)
			return &facts->criteria[i];
	return NULL;
}

static void check_criterion(const struct call_evaluation_facts *facts, int64_t id, const char *kind,
			    const char *pointer, struct problems *problems)
{
	const struct known_criterion *known = find_known(facts, id);

	if (known == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, pointer, "criterionId", NULL);
	else if (strcmp(known->kind, kind) != 0)
		problems_add(problems, PROBLEM_CRITERION_KIND, pointer,
			     arena_printf(problems->arena, "@%s", known->kind), NULL);
	else if (!known->is_active)
		problems_add(problems, PROBLEM_CRITERION_RETIRED, pointer, NULL, NULL);
}

/* Two that are editions of one criterion: another was named before it. */
static void check_editions(const struct call_evaluation_facts *facts, int64_t id, int64_t before,
			   const char *pointer, struct problems *problems)
{
	const struct known_criterion *one = find_known(facts, id);
	const struct known_criterion *other = find_known(facts, before);

	if (one != NULL && other != NULL && one != other && strcmp(one->code, other->code) == 0)
		problems_add(problems, PROBLEM_CRITERION_EDITIONS, pointer, one->code, NULL);
}

static void check_requirement(const struct call_evaluation_facts *facts,
			      const struct call_evaluation_input *input, size_t i,
			      struct problems *problems)
{
	int64_t id = input->requirements[i];
	const char *pointer = arena_printf(problems->arena, "#/requirements/%zu", i);

	check_criterion(facts, id, "requirement", pointer, problems);
	for (size_t j = 0; j < i; j++)
		check_editions(facts, id, input->requirements[j], pointer, problems);
}

static void check_weighed(const struct call_evaluation_facts *facts,
			  const struct call_evaluation_input *input, size_t i,
			  struct problems *problems)
{
	const struct call_criterion *criterion = &input->criteria[i];
	const char *pointer = arena_printf(problems->arena, "#/criteria/%zu/criterionId", i);

	check_criterion(facts, criterion->id, "quality", pointer, problems);
	for (size_t j = 0; j < i; j++)
		check_editions(facts, criterion->id, input->criteria[j].id, pointer, problems);
	if (IS_NUMBER_REPEATED(input->criteria, id, i))
		problems_at(problems, PROBLEM_CRITERION_REPEATED, NULL, NULL,
			    "#/criteria/%zu/criterionId", i);
	if (criterion->has_minimum && criterion->minimum > input->scale)
		problems_at(problems, PROBLEM_SCORE_TOO_HIGH, words_number(problems, input->scale),
			    NULL, "#/criteria/%zu/minimum", i);
}

void decide_save_call_evaluation(const struct call_evaluation_facts *facts,
				 const struct call_evaluation_input *input,
				 struct problems *problems)
{
	int64_t whole_bp = 0;

	require_state(problems, facts->state, "planned");
	require_person(&facts->caller, problems);
	for (size_t i = 0; i < input->n_requirements; i++)
		check_requirement(facts, input, i, problems);
	for (size_t i = 0; i < input->n_criteria; i++) {
		check_weighed(facts, input, i, problems);
		whole_bp += input->criteria[i].weight_bp;
	}
	if (whole_bp != NUM_WHOLE_BP)
		problems_add(problems, PROBLEM_WEIGHTS_NOT_WHOLE, "#/criteria",
			     words_number(problems, whole_bp), NULL);
}

static bool takes_same_applicants(const struct call_line *a, const struct call_line *b)
{
	if (a->county_only != b->county_only || a->n_applicant_kinds != b->n_applicant_kinds)
		return false;
	for (size_t i = 0; i < a->n_applicant_kinds; i++)
		if (!words_contain(b->applicant_kinds, b->n_applicant_kinds, a->applicant_kinds[i]))
			return false;
	return true;
}

static int32_t within(int32_t day, int32_t first, int32_t last)
{
	if (day < first)
		return first;
	return day > last ? last : day;
}

static bool is_valid_alike(const struct call_facts *facts, const struct call_line *a,
			   const struct call_line *b)
{
	int32_t opens = facts->opens_on;
	int32_t closes = facts->closes_on;

	return within(a->valid_from, opens, closes + 1) ==
		       within(b->valid_from, opens, closes + 1) &&
	       within(a->valid_to, opens - 1, closes) == within(b->valid_to, opens - 1, closes);
}

static void check_alike(const struct call_facts *facts, struct problems *problems)
{
	const struct call_line *own = facts->lines;

	for (size_t i = 0; i < facts->n_lines; i++) {
		const struct call_line *line = &facts->lines[i];

		if (strcmp(line->state, "active") != 0)
			problems_add(problems, PROBLEM_LINE_CLOSED, NULL, line->name, NULL);
		if (!takes_same_applicants(own, line))
			problems_add(problems, PROBLEM_LINES_OTHER_APPLICANTS, NULL, line->name,
				     own->name);
		if (!is_valid_alike(facts, own, line))
			problems_add(problems, PROBLEM_LINES_OTHER_VALIDITY, NULL, line->name,
				     own->name);
	}
}

bool form_needs_nobody_else(const struct call_facts *facts)
{
	return strcmp(facts->state, "planned") == 0;
}

void decide_add_form(const struct call_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "planned, open");
	require_person(&facts->caller, problems);
	if (facts->has_proposed_form)
		problems_add(problems, PROBLEM_FORM_WAITS, NULL,
			     words_number(problems, facts->proposed_form.version), NULL);
}

static void require_proposed(const struct call_facts *facts, const struct form_choice *choice,
			     struct problems *problems)
{
	if (!facts->has_proposed_form)
		problems_add(problems, PROBLEM_FORM_NOT_PROPOSED, NULL, NULL, NULL);
	else if (choice != NULL && choice->version != facts->proposed_form.version)
		problems_add(problems, PROBLEM_FORM_NOT_PROPOSED, "#/version", NULL, NULL);
}

void decide_approve_form(const struct call_facts *facts, const struct form_choice *choice,
			 struct problems *problems)
{
	require_state(problems, facts->state, "open");
	require_person(&facts->caller, problems);
	require_proposed(facts, choice, problems);
	if (facts->has_proposed_form)
		require_other(&facts->caller, facts->proposed_form.made_by, "@did.propose",
			      "@do.approve", problems);
}

void decide_reject_form(const struct call_facts *facts, const struct form_choice *choice,
			struct problems *problems)
{
	require_person(&facts->caller, problems);
	require_proposed(facts, choice, problems);
}

void decide_open_call(const struct call_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "planned");
	check_alike(facts, problems);
	require_not_passed(problems, facts->closes_on, facts->today, NULL);
}

void decide_close_call(const struct call_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "open");
}
