#include "api/appeals/lodging.h"

#include <string.h>

#include "api/deadlines/deadlines.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"

static const char decided[] = "granted, part_granted, rejected, ineligible, dismissed, accepted, "
			      "active, completed, closed";

static bool is_of_county(const struct application_facts *facts)
{
	return strcmp(facts->caller.kind, "county") == 0;
}

/* False if there is nothing to ask more of. */
static bool check_appealable(const struct application_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	require_state(problems, facts->state, decided);
	if (facts->has_appealable && facts->appealable.is_final)
		problems_add(problems, PROBLEM_APPEAL_FINAL, NULL, NULL, NULL);
	return facts->has_appealable;
}

static void check_decision_named(const struct application_facts *facts, int64_t decision_id,
				 struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;

	if (decision_id == appealable->decision_id)
		return;
	if (!contains_number(appealable->replaced, appealable->n_replaced, decision_id))
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/decisionId", "decisionId",
			     NULL);
	else
		problems_add(problems, PROBLEM_DECISION_REPLACED, "#/decisionId",
			     words_number(problems, appealable->decision_id), NULL);
}

static void check_day(const struct application_facts *facts, int32_t day, const char *pointer,
		      struct problems *problems)
{
	require_not_future(problems, day, facts->today, pointer);
	if (day < facts->appealable.decided_on)
		problems_add(problems, PROBLEM_BEFORE_DECISION, pointer,
			     words_date(problems, facts->appealable.decided_on), NULL);
}

/* The county says for whom it enters something; the party speaks for itself. */
static void check_entered(const struct application_facts *facts, const struct entered_for *entered,
			  bool is_entered, struct problems *problems)
{
	if (is_of_county(facts) && !is_entered)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/enteredFor", NULL, NULL);
	if (!is_entered)
		return;
	if (!is_of_county(facts))
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, "#/enteredFor", "@caseworker",
			     NULL);
	check_day(facts, entered->on_day, "#/enteredFor/onDay", problems);
}

/* One that is on its way, or was refused, its sender knows of. */
static void check_attached(const struct appealable *appealable, int64_t document_id, size_t i,
			   struct problems *problems)
{
	if (contains_number(appealable->documents, appealable->n_documents, document_id))
		return;
	for (size_t n = 0; n < appealable->n_unusable; n++)
		if (appealable->unusable[n].id == document_id) {
			problems_at(problems, PROBLEM_DOCUMENT_NOT_CLEAN,
				    arena_printf(problems->arena, "@%s",
						 appealable->unusable[n].state),
				    NULL, "#/documentIds/%zu", i);
			return;
		}
	problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "documentId", NULL, "#/documentIds/%zu",
		    i);
}

void decide_lodge(const struct application_facts *facts, const struct lodge_input *input,
		  struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;

	if (!check_appealable(facts, problems))
		return;
	if (appealable->is_appealed)
		problems_add(problems, PROBLEM_APPEAL_OPEN, NULL,
			     words_number(problems, appealable->appeal_id), NULL);
	if (input == NULL)
		return;
	check_decision_named(facts, input->decision_id, problems);
	check_entered(facts, &input->entered, input->is_entered, problems);
	if (input->has_asked_ore && facts->has_applied && input->asked_ore > facts->applied_ore)
		problems_add(problems, PROBLEM_ASKED_ABOVE_APPLIED, "#/askedOre",
			     words_kroner(problems, facts->applied_ore), NULL);
	for (size_t i = 0; i < input->n_documents; i++)
		check_attached(appealable, input->documents[i], i, problems);
}

void decide_ask_grounds(const struct application_facts *facts, const struct period_input *input,
			struct period_effects *effects, struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;

	if (!check_appealable(facts, problems))
		return;
	if (!appealable->has_due)
		problems_add(problems, PROBLEM_GROUNDS_AWAITED, NULL, NULL, NULL);
	else if (appealable->had_grounds)
		problems_add(problems, PROBLEM_GROUNDS_GIVEN, NULL, NULL, NULL);
	effects->on_day = input != NULL && input->is_entered ? input->entered.on_day : facts->today;
	if (appealable->has_due && effects->on_day > appealable->due_on)
		problems_add(problems, PROBLEM_APPEAL_TIME_OVER, NULL,
			     words_date(problems, appealable->due_on), NULL);
	if (input == NULL)
		return;
	check_decision_named(facts, input->decision_id, problems);
	check_entered(facts, &input->entered, input->is_entered, problems);
}

/* The end of the time of § 29 that begins `days_on_way` after a day. */
static int32_t time_from(const struct application_facts *facts, int32_t day, int64_t days_on_way,
			 struct problems *problems)
{
	if (!facts->appealable.has_appeal_days)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, "appeal.days", NULL);
	return deadline_after(day, days_on_way + facts->appealable.appeal_days);
}

void decide_give_grounds(const struct application_facts *facts, const struct period_input *input,
			 struct period_effects *effects, struct problems *problems)
{
	if (!check_appealable(facts, problems))
		return;
	if (facts->appealable.has_due)
		problems_add(problems, PROBLEM_GROUNDS_NOT_ASKED, NULL, NULL, NULL);
	effects->on_day = facts->today;
	effects->ends_on = time_from(facts, facts->today, 0, problems);
	/* To have asked for them costs nobody time: a notice by post had a later day. */
	if (effects->ends_on < facts->appealable.ran_until)
		effects->ends_on = facts->appealable.ran_until;
	if (input != NULL)
		check_decision_named(facts, input->decision_id, problems);
}

void decide_note_notice(const struct application_facts *facts, const struct period_input *input,
			struct period_effects *effects, struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;
	int64_t days_on_way;

	if (!check_appealable(facts, problems))
		return;
	if (!appealable->has_due)
		problems_add(problems, PROBLEM_GROUNDS_AWAITED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	check_decision_named(facts, input->decision_id, problems);
	check_day(facts, input->on_day, "#/onDay", problems);
	days_on_way = strcmp(input->how, "posted") == 0 ? appealable->post_days : 0;
	effects->on_day = input->on_day;
	effects->ends_on = time_from(facts, input->on_day, days_on_way, problems);
	if (input->on_day >= appealable->decided_on && appealable->has_due &&
	    effects->ends_on <= appealable->due_on)
		problems_add(problems, PROBLEM_NOTICE_EARLIER, "#/onDay",
			     words_date(problems, appealable->due_on), NULL);
}
