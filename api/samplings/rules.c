#include "api/samplings/samplings.h"

#include <string.h>

#include "api/problems/words.h"
#include "api/samplings/create.h"
#include "api/samplings/draw.h"
#include "lib/base/arena.h"
#include "lib/base/num.h"

static void check_period(const struct new_sampling_facts *facts,
			 const struct new_sampling_input *input, struct problems *problems)
{
	require_order(problems, input->period_from, input->period_to, "#/periodTo");
	require_not_future(problems, input->period_to, facts->today, "#/periodTo");
}

static size_t size_of(const struct new_sampling_input *input, size_t n)
{
	size_t share = (n * (size_t)input->share_bp + NUM_WHOLE_BP - 1) / NUM_WHOLE_BP;
	size_t wanted = input->has_size ? (size_t)input->size : share;

	return wanted < n ? wanted : n;
}

static void draw(const struct new_sampling_facts *facts, const struct new_sampling_input *input,
		 struct new_sampling_effects *effects, struct arena *arena)
{
	size_t n = facts->n_population;

	effects->drawn = arena_alloc(arena, n * sizeof(*effects->drawn));
	memcpy(effects->drawn, facts->population, n * sizeof(*effects->drawn));
	effects->n_drawn = size_of(input, n);
	sampling_draw((uint64_t)facts->seed, effects->drawn, n, effects->n_drawn);
}

void decide_draw_sampling(const struct new_sampling_facts *facts,
			  const struct new_sampling_input *input,
			  struct new_sampling_effects *effects, struct problems *problems)
{
	if (!facts->has_programme)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/programmeId", "programmeId",
			     NULL);
	if (!facts->has_hub)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/hubOrgnr", "hubOrgnr", NULL);
	check_period(facts, input, problems);
	if (input->has_size == input->has_share)
		problems_add(problems, PROBLEM_SAMPLE_SIZE, "#/size", NULL, NULL);
	if (problems->n > 0)
		return;
	if (facts->n_population == 0)
		problems_add(problems, PROBLEM_NO_CASES, NULL, input->from_text, input->to_text);
	else
		draw(facts, input, effects, problems->arena);
}

/* Whether anything is left to do with a case of the sampling. */
static bool check_cases_left(const struct sampling_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "drawn, open");
	for (size_t i = 0; i < facts->n_cases; i++)
		if (!facts->cases[i].is_closed)
			return true;
	problems_add(problems, PROBLEM_CASE_CLOSED, NULL, NULL, NULL);
	return false;
}

const struct sampled_case *sampling_case(const struct sampling_facts *facts, int64_t number)
{
	for (size_t i = 0; i < facts->n_cases; i++)
		if (facts->cases[i].number == number)
			return &facts->cases[i];
	return NULL;
}

/* The case of that number that is not closed yet; NULL if there is none, with the reason. */
static const struct sampled_case *take_case(const struct sampling_facts *facts, int64_t number,
					    struct problems *problems)
{
	const struct sampled_case *found = sampling_case(facts, number);

	if (found != NULL && !found->is_closed)
		return found;
	if (found != NULL)
		problems_add(problems, PROBLEM_CASE_CLOSED, "#/case", NULL, NULL);
	else
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/case", "case", NULL);
	return NULL;
}

static void check_follow_up(const struct sampling_facts *facts, const struct finding_input *input,
			    struct problems *problems)
{
	bool is_due = strcmp(input->severity, "breach") == 0;
	bool is_in_order = strcmp(input->severity, "none") == 0;

	if (input->follow_up == NULL ? is_due || input->has_follow_up_by : is_in_order)
		problems_add(problems, PROBLEM_FOLLOW_UP, "#/followUp", NULL, NULL);
	else if (input->follow_up != NULL && !input->has_follow_up_by)
		problems_add(problems, PROBLEM_FOLLOW_UP, "#/followUpBy", NULL, NULL);
	if (input->has_follow_up_by)
		require_not_passed(problems, input->follow_up_by, facts->today, "#/followUpBy");
}

void decide_note_finding(const struct sampling_facts *facts, const struct finding_input *input,
			 struct problems *problems)
{
	const struct sampled_case *sampled;

	if (!check_cases_left(facts, problems) || input == NULL)
		return;
	sampled = take_case(facts, input->number, problems);
	if (sampled == NULL)
		return;
	if (sampled->is_answered)
		problems_add(problems, PROBLEM_ANSWER_WAITS, "#/case", NULL, NULL);
	else if (sampled->has_finding && strcmp(facts->state, "open") == 0 &&
		 input->reason == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/reason", NULL, NULL);
	check_follow_up(facts, input, problems);
}

static bool is_asked(const struct sampled_case *sampled)
{
	return sampled->has_follow_up && !sampled->is_closed;
}

/* Whether any case is asked about, and of those answered or not as `is_answered` says. */
static bool is_any(const struct sampling_facts *facts, bool is_answered)
{
	for (size_t i = 0; i < facts->n_cases; i++)
		if (is_asked(&facts->cases[i]) && facts->cases[i].is_answered == is_answered)
			return true;
	return false;
}

void decide_answer_finding(const struct sampling_facts *facts, const struct answer_input *input,
			   struct problems *problems)
{
	const struct sampled_case *sampled;

	require_state(problems, facts->state, "open");
	if (!is_any(facts, false))
		problems_add(problems,
			     is_any(facts, true) ? PROBLEM_ANSWER_WAITS : PROBLEM_NOTHING_ASKED,
			     NULL, NULL, NULL);
	if (problems->n > 0 || input == NULL)
		return;
	sampled = take_case(facts, input->number, problems);
	if (sampled != NULL && !sampled->has_follow_up)
		problems_add(problems, PROBLEM_NOTHING_ASKED, "#/case", NULL, NULL);
	else if (sampled != NULL && sampled->is_answered)
		problems_add(problems, PROBLEM_ANSWER_WAITS, "#/case", NULL, NULL);
	require_not_future(problems, input->done_on, facts->today, "#/doneOn");
}

static void require_another(const struct sampling_facts *facts, const struct sampled_case *sampled,
			    struct problems *problems)
{
	require_other(&facts->caller, sampled->answered_by, "@did.answer", "@do.settle_answer",
		      problems);
}

void decide_ask_again(const struct sampling_facts *facts, const struct ask_again_input *input,
		      struct problems *problems)
{
	const struct sampled_case *sampled;

	require_state(problems, facts->state, "open");
	if (!is_any(facts, true))
		problems_add(problems, PROBLEM_ANSWER_MISSING, NULL, NULL, NULL);
	if (problems->n > 0 || input == NULL)
		return;
	sampled = take_case(facts, input->number, problems);
	if (sampled != NULL && !sampled->is_answered)
		problems_add(problems, PROBLEM_ANSWER_MISSING, "#/case", NULL, NULL);
	else if (sampled != NULL)
		require_another(facts, sampled, problems);
	require_not_passed(problems, input->follow_up_by, facts->today, "#/followUpBy");
}

static bool is_anything_found(const struct sampling_facts *facts)
{
	for (size_t i = 0; i < facts->n_cases; i++)
		if (facts->cases[i].has_finding && !facts->cases[i].is_closed)
			return true;
	return false;
}

void decide_close_case(const struct sampling_facts *facts, const struct close_case_input *input,
		       struct problems *problems)
{
	const struct sampled_case *sampled;

	if (!check_cases_left(facts, problems))
		return;
	if (!is_anything_found(facts))
		problems_add(problems, PROBLEM_FINDING_MISSING, NULL, NULL, NULL);
	else if (input != NULL) {
		sampled = take_case(facts, input->number, problems);
		if (sampled == NULL)
			return;
		if (!sampled->has_finding)
			problems_add(problems, PROBLEM_FINDING_MISSING, "#/case", NULL, NULL);
		else if (sampled->is_answered)
			require_another(facts, sampled, problems);
		else if (sampled->has_follow_up && input->followed == NULL)
			problems_add(problems, PROBLEM_FOLLOWED_MISSING, "#/followed", NULL, NULL);
	}
}

void decide_open_sampling(const struct sampling_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "drawn");
}

void decide_close_sampling(const struct sampling_facts *facts, struct problems *problems)
{
	int64_t n_open = 0;

	require_state(problems, facts->state, "open");
	for (size_t i = 0; i < facts->n_cases; i++)
		n_open += !facts->cases[i].is_closed;
	if (n_open > 0)
		problems_add(problems, PROBLEM_CASES_OPEN, NULL,
			     words_number(problems, n_open), NULL);
}
