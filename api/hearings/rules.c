#include "api/hearings/hearings.h"

#include <string.h>

#include "api/decisions/held.h"
#include "api/hearings/heard.h"
#include "api/problems/words.h"

static const char open_states[] = "submitted, returned, in_review, recommended, granted, "
				  "part_granted, rejected, ineligible, dismissed, accepted, active";

void check_heard(const struct unheard_facts *unheard, size_t n, struct problems *problems)
{
	for (size_t i = 0; i < n; i++) {
		const char *number = words_number(problems, unheard[i].number);

		if (unheard[i].is_answered)
			problems_add(problems, PROBLEM_COMMENT_NOT_WEIGHED, NULL, number, NULL);
		else if (unheard[i].is_unposted)
			problems_add(problems, PROBLEM_HEARING_UNPOSTED, NULL, number, NULL);
		else
			problems_add(problems, PROBLEM_PARTY_NOT_HEARD, NULL,
				     words_date(problems, unheard[i].answer_by), number);
	}
}

static void check_case(const struct application_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, open_states);
	require_person(&facts->caller, problems);
	require_none_held(facts, problems);
	if (facts->has_decision && facts->decision.caller_applied)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, "@did.apply", "@do.prepare");
}

static void check_document(const struct new_hearing *hearing, struct problems *problems)
{
	if (hearing->document == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/documentId", "documentId",
			     NULL);
	else if (strcmp(hearing->document, "clean") != 0)
		problems_add(problems, PROBLEM_DOCUMENT_NOT_CLEAN, "#/documentId",
			     arena_printf(problems->arena, "@%s", hearing->document), NULL);
}

void decide_hear_party(const struct application_facts *facts, const struct hear_input *input,
		       struct problems *problems)
{
	int32_t first = facts->today + (int32_t)facts->hearing.days;

	check_case(facts, problems);
	if (input == NULL)
		return;
	if (input->has_document)
		check_document(&facts->hearing, problems);
	if (input->answer_by < first)
		problems_add(problems, PROBLEM_HEARING_TOO_SHORT, "#/answerBy",
			     words_date(problems, first), NULL);
}

void decide_exempt_hearing(const struct application_facts *facts, const struct hear_input *input,
			   struct problems *problems)
{
	check_case(facts, problems);
	if (input != NULL && !facts->hearing.is_ground)
		problems_add(problems, PROBLEM_HEARING_GROUND, "#/ground", NULL, NULL);
}

void decide_answer_hearing(const struct hearing_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "raised, commented, weighed");
	require_person(&facts->caller, problems);
	if (strcmp(facts->state, "raised") != 0 && facts->has_answer_by &&
	    facts->answer_by < facts->today)
		problems_add(problems, PROBLEM_COMMENTED, NULL,
			     words_date(problems, facts->answer_by), NULL);
	if (facts->is_decided)
		problems_add(problems, PROBLEM_HEARING_OVER, NULL, NULL, NULL);
}

void decide_weigh_hearing(const struct hearing_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "commented");
	require_person(&facts->caller, problems);
}

void decide_withdraw_hearing(const struct hearing_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "raised, commented");
	require_person(&facts->caller, problems);
}
