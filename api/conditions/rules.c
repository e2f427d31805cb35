#include "api/conditions/conditions.h"

#include <string.h>

#include "api/decisions/held.h"
#include "api/problems/words.h"

void check_given(const struct given_conditions *given, bool grants, const char *const *dated,
		 size_t n_dated, int32_t today, struct problems *problems)
{
	if (given->n > 0 && !grants) {
		problems_add(problems, PROBLEM_CONDITIONS_NOT_ALLOWED, "#/conditions", NULL, NULL);
		return;
	}
	for (size_t i = 0; i < given->n; i++) {
		const struct given_condition *condition = &given->list[i];

		if (!condition->has_due_on && words_contain(dated, n_dated, condition->kind))
			problems_at(problems, PROBLEM_FIELD_REQUIRED, NULL, NULL,
				    "#/conditions/%zu/dueOn", i);
		if (condition->has_due_on && condition->due_on < today)
			problems_at(problems, PROBLEM_DATE_PASSED,
				    words_date(problems, condition->due_on),
				    words_date(problems, today), "#/conditions/%zu/dueOn", i);
	}
}

static bool is_same(const struct given_condition *a, const struct given_condition *b)
{
	return strcmp(a->kind, b->kind) == 0 && strcmp(a->text, b->text) == 0 &&
	       a->has_due_on == b->has_due_on && (!a->has_due_on || a->due_on == b->due_on);
}

bool are_same_conditions(const struct given_conditions *a, const struct given_conditions *b)
{
	for (size_t i = 0; i < a->n && i < b->n; i++)
		if (!is_same(&a->list[i], &b->list[i]))
			return false;
	return a->n == b->n;
}

static void tell(const struct unmet_condition *condition, const char *pointer,
		 struct problems *problems)
{
	problems_add(problems, PROBLEM_CONDITION_UNMET, pointer,
		     words_number(problems, condition->number), condition->text);
}

static bool is_held(const struct unmet_condition *condition, const char *what)
{
	return condition->holds_back != NULL && strcmp(condition->holds_back, what) == 0;
}

static bool is_final_held(const struct unmet_condition *condition, const char *claim_kind)
{
	return strcmp(claim_kind, "final") == 0 && is_held(condition, "final");
}

static bool is_owed(const struct unmet_condition *condition)
{
	return condition->is_overdue && !condition->is_reported;
}

void check_claimable(const struct unmet_conditions *unmet, const char *claim_kind,
		     struct problems *problems)
{
	for (size_t i = 0; i < unmet->n; i++) {
		const struct unmet_condition *condition = &unmet->list[i];

		if (is_owed(condition))
			tell(condition, NULL, problems);
		else if (claim_kind != NULL && !condition->is_reported &&
			 is_final_held(condition, claim_kind))
			tell(condition, "#/kind", problems);
	}
}

void check_payable(const struct unmet_conditions *unmet, const char *claim_kind,
		   struct problems *problems)
{
	for (size_t i = 0; i < unmet->n; i++) {
		const struct unmet_condition *condition = &unmet->list[i];

		if (condition->is_overdue || is_held(condition, "payment") ||
		    is_final_held(condition, claim_kind))
			tell(condition, NULL, problems);
	}
}

void tell_unmet(const struct unmet_conditions *unmet, struct problems *warnings)
{
	for (size_t i = 0; i < unmet->n; i++)
		if (!is_owed(&unmet->list[i]))
			tell(&unmet->list[i], NULL, warnings);
}

static void check_document(const struct condition_facts *facts,
			   const struct report_condition_input *input, struct problems *problems)
{
	if (!input->has_document) {
		if (facts->needs_document)
			problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/documentId", NULL, NULL);
	} else if (facts->document == NULL) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/documentId", "documentId",
			     NULL);
	} else if (strcmp(facts->document, "clean") != 0) {
		problems_add(problems, PROBLEM_DOCUMENT_NOT_CLEAN, "#/documentId",
			     arena_printf(problems->arena, "@%s", facts->document), NULL);
	}
}

void decide_report_condition(const struct condition_facts *facts,
			     const struct report_condition_input *input, struct problems *problems)
{
	require_state(problems, facts->state, "open, reported");
	require_applicant(&facts->caller, facts->applicant_id, problems);
	require_made_known(facts->is_held, facts->release_on, problems);
	require_person(&facts->caller, problems);
	if (input != NULL)
		check_document(facts, input, problems);
}

void decide_confirm_condition(const struct condition_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "reported");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->reported_by, "@did.report_condition", "@do.confirm",
		      problems);
}

void decide_return_condition(const struct condition_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "reported");
	require_person(&facts->caller, problems);
}

void decide_ask_condition_waiver(const struct condition_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "open, reported");
	require_made_known(facts->is_held, facts->release_on, problems);
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->reported_by, "@did.report_condition", "@do.waive",
		      problems);
}

void decide_condition_waiver(const struct condition_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "waiver_asked");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->waiver_asked_by, "@did.ask", "@do.waive", problems);
	require_other(&facts->caller, facts->reported_by, "@did.report_condition", "@do.waive",
		      problems);
}
