#include "api/latesubmissions/latesubmissions.h"

#include <string.h>

#include "api/deadlines/deadlines.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

static void check_draft(const struct new_late_facts *facts, struct problems *problems)
{
	if (facts->draft_state == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/applicationId",
			     "applicationId", NULL);
	else
		require_state(problems, facts->draft_state, "draft");
}

void decide_ask_late(const struct new_late_facts *facts, const struct new_late_input *input,
		     struct problems *problems)
{
	const char *kinds = words_list(problems, facts->applicant_kinds, facts->n_applicant_kinds);

	if (strcmp(facts->call_state, "closed") != 0)
		problems_add(problems, PROBLEM_NOT_LATE, NULL,
			     words_date(problems, facts->closes_on), NULL);
	if (!words_contain(facts->applicant_kinds, facts->n_applicant_kinds, facts->caller.kind))
		problems_add(problems, PROBLEM_APPLICANT_KIND, NULL,
			     arena_printf(problems->arena, "@%s", kinds), NULL);
	if (facts->is_asked)
		problems_add(problems, PROBLEM_LATE_ASKED, NULL, NULL, NULL);
	if (input->has_application)
		check_draft(facts, problems);
}

/* What an appeal gave is given. */
static void check_allowed(const struct late_facts *facts, const char *outcome,
			  struct problems *problems)
{
	if (facts->is_allowed && text_is(outcome, "refused"))
		problems_add(problems, PROBLEM_APPEAL_GAVE_IT, "#/outcome", NULL, NULL);
}

void decide_recommend_late(const struct late_facts *facts, const struct late_recommendation *input,
			   struct problems *problems)
{
	require_state(problems, facts->state, "asked, recommended");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->asked_by, "@did.ask", "@do.recommend", problems);
	if (input != NULL)
		check_allowed(facts, input->outcome, problems);
}

/* Leave has a last day, a refusal a deadline for the appeal. */
static void check_outcome(const struct late_facts *facts, const struct late_decision *input,
			  struct late_effects *effects, struct problems *problems)
{
	if (strcmp(input->outcome, "granted") == 0) {
		if (!input->has_submit_by)
			problems_add(problems, PROBLEM_SUBMIT_BY_MISSING, "#/submitBy", NULL, NULL);
		else
			require_not_passed(problems, input->submit_by, facts->today, "#/submitBy");
		return;
	}
	if (input->has_submit_by)
		problems_add(problems, PROBLEM_SUBMIT_BY_OF_REFUSAL, "#/submitBy", NULL, NULL);
	if (!facts->has_appeal_days)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, "appeal.days", NULL);
	effects->appeal_deadline = deadline_after(facts->today, facts->appeal_days);
}

static void check_decider(const struct late_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "recommended");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->asked_by, "@did.ask", "@do.decide", problems);
	if (facts->has_recommended)
		require_other(&facts->caller, facts->recommended_by, "@did.recommend", "@do.decide",
			      problems);
	if (facts->body == NULL)
		problems_add(problems, PROBLEM_NO_AUTHORITY, NULL,
			     arena_printf(problems->arena, "@%s", facts->caller.role), facts->line);
}

void decide_late(const struct late_facts *facts, const struct late_decision *input,
		 struct late_effects *effects, struct problems *problems)
{
	check_decider(facts, problems);
	if (input == NULL)
		return;
	if (text_is(input->outcome, "granted") && text_is(facts->recommended, "refused"))
		problems_add(problems, PROBLEM_GIVEN_BY_TWO, "#/outcome", NULL, NULL);
	check_allowed(facts, input->outcome, problems);
	check_outcome(facts, input, effects, problems);
}

void decide_return_late(const struct late_facts *facts, struct problems *problems)
{
	check_decider(facts, problems);
}

const struct dismissed_appeal *dismissed_late(const struct late_facts *facts,
					      const struct late_appeal *input)
{
	for (size_t i = 0; input->has_appeal && i < facts->n_dismissed; i++)
		if (facts->dismissed[i].appeal_id == input->appeal_id)
			return &facts->dismissed[i];
	return NULL;
}

static bool may_appeal(const struct late_facts *facts)
{
	for (size_t i = 0; i < facts->n_dismissed; i++)
		if (!facts->dismissed[i].is_final)
			return true;
	return !facts->is_final;
}

static void check_dismissed(const struct late_facts *facts, const struct late_appeal *input,
			    struct problems *problems)
{
	const struct dismissed_appeal *dismissed = dismissed_late(facts, input);

	if (dismissed == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/appealId", "appealId", NULL);
	else if (dismissed->is_final)
		problems_add(problems, PROBLEM_APPEAL_FINAL, "#/appealId", NULL, NULL);
}

void decide_appeal_late(const struct late_facts *facts, const struct late_appeal *input,
			struct problems *problems)
{
	require_state(problems, facts->state, "refused");
	require_person(&facts->caller, problems);
	require_applicant(&facts->caller, facts->applicant_id, problems);
	if (facts->is_appealed)
		problems_add(problems, PROBLEM_APPEAL_OPEN, NULL,
			     words_number(problems, facts->appeal_number), NULL);
	if (input != NULL && input->has_appeal)
		check_dismissed(facts, input, problems);
	else if (input != NULL ? facts->is_final : !may_appeal(facts))
		problems_add(problems, PROBLEM_APPEAL_FINAL, NULL, NULL, NULL);
}
