#include "api/partners/partners.h"

#include <string.h>

#include "api/partners/agreed.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

#define IN_HAND "draft, returned"
#define BEFORE_DECISION "draft, returned, submitted, in_review, recommended"

static void require_party(const struct caller *caller, int64_t organisation_id, const char *name,
			  struct problems *problems)
{
	if (caller->organisation_id != organisation_id)
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, NULL, name, NULL);
}

void decide_add_partner(const struct new_partner_facts *facts, struct problems *problems)
{
	require_in_hand(facts->application_state, &facts->in_hand, problems);
	if (facts->organisation_id == 0)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/orgnr", "orgnr", NULL);
	else if (facts->organisation_id == facts->applicant_id)
		problems_add(problems, PROBLEM_PARTNER_APPLICANT, "#/orgnr", NULL, NULL);
	else if (facts->is_named)
		problems_add(problems, PROBLEM_PARTNER_NAMED, "#/orgnr", NULL, NULL);
}

/* The application is in one of these states; of one that is asked about its grant the amendment
 * waits for the decision. */
static void require_waiting(const struct partner_facts *facts, const char *application_states,
			    struct problems *problems)
{
	if (facts->amendment != NULL)
		require_state(problems, facts->amendment, "asked, prepared");
	else
		require_state(problems, facts->application_state, application_states);
}

static void require_partner(const struct partner_facts *facts, const char *states,
			    const char *application_states, struct problems *problems)
{
	require_party(&facts->caller, facts->organisation_id, facts->name, problems);
	require_person(&facts->caller, problems);
	require_state(problems, facts->state, states);
	require_waiting(facts, application_states, problems);
}

void decide_confirm_part(const struct partner_facts *facts, struct problems *problems)
{
	require_partner(facts, "asked", IN_HAND, problems);
}

void decide_decline_part(const struct partner_facts *facts, struct problems *problems)
{
	require_partner(facts, "asked", IN_HAND, problems);
}

void decide_withdraw_part(const struct partner_facts *facts, struct problems *problems)
{
	require_partner(facts, "confirmed", BEFORE_DECISION, problems);
}

/* By the applicant; of what is asked of a grant by a caseworker as well. */
static void require_enterer(const struct partner_facts *facts, struct problems *problems)
{
	if (facts->amendment != NULL && text_is(facts->caller.kind, "county"))
		require_person(&facts->caller, problems);
	else
		require_party(&facts->caller, facts->applicant_id, facts->applicant, problems);
	require_state(problems, facts->state, "asked");
	require_waiting(facts, IN_HAND, problems);
	if (facts->has_people)
		problems_add(problems, PROBLEM_PARTNER_ANSWERS, NULL, facts->name, NULL);
}

/* The county says whose letter it is. */
static void check_resigned(const struct partner_facts *facts, const struct resign_input *input,
			   bool is_county, struct problems *problems)
{
	if (is_county && !input->is_entered)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/enteredFor", NULL, NULL);
	else if (!is_county && input->is_entered)
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, "#/enteredFor", "@caseworker",
			     NULL);
	if (input->is_entered)
		require_not_future(problems, input->entered.on_day, facts->today,
				   "#/enteredFor/onDay");
}

void decide_resign(const struct partner_facts *facts, const struct resign_input *input,
		   struct problems *problems)
{
	bool is_county = text_is(facts->caller.kind, "county");

	require_person(&facts->caller, problems);
	if (!is_county)
		require_party(&facts->caller, facts->organisation_id, facts->name, problems);
	else if (facts->has_people)
		problems_add(problems, PROBLEM_PARTNER_ANSWERS, NULL, facts->name, NULL);
	if (!facts->carries_out)
		problems_add(problems, PROBLEM_CARRIES_OUT_NOTHING, NULL, facts->name, NULL);
	else if (facts->has_resigned)
		problems_add(problems, PROBLEM_RESIGNED, NULL, facts->name, NULL);
	if (input != NULL)
		check_resigned(facts, input, is_county, problems);
}

static void check_document(const struct partner_facts *facts, struct problems *problems)
{
	if (facts->document == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/documentId", "documentId",
			     NULL);
	else if (strcmp(facts->document, "clean") != 0)
		problems_add(problems, PROBLEM_DOCUMENT_NOT_CLEAN, "#/documentId",
			     arena_printf(problems->arena, "@%s", facts->document), NULL);
}

static void check_paper(const struct partner_facts *facts, const struct paper_input *input,
			struct problems *problems)
{
	require_not_future(problems, input->confirmed_on, facts->today, "#/confirmedOn");
	if (facts->amendment != NULL && input->confirmed_on < facts->asked_on)
		problems_add(problems, PROBLEM_SAID_BEFORE, "#/confirmedOn",
			     words_date(problems, facts->asked_on), NULL);
	check_document(facts, problems);
}

void decide_enter_paper(const struct partner_facts *facts, const struct paper_input *input,
			struct problems *problems)
{
	require_enterer(facts, problems);
	if (input != NULL)
		check_paper(facts, input, problems);
}

void decide_enter_part_refusal(const struct partner_facts *facts,
			       const struct part_refusal_input *input, struct problems *problems)
{
	if (facts->amendment == NULL)
		problems_add(problems, PROBLEM_PARTNER_NOT_ASKED, NULL, facts->name, NULL);
	else
		require_enterer(facts, problems);
	if (input == NULL)
		return;
	check_said(&input->said, facts->asked_on, facts->today, problems);
	if (input->has_document)
		check_document(facts, problems);
}

/* What was asked of a grant its signatory asked. */
static void require_signatory(const struct partner_facts *facts, struct problems *problems)
{
	if (facts->amendment != NULL && text_is(facts->caller.role, "hub_editor"))
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, NULL, "@hub_signatory", NULL);
}

void decide_remove_partner(const struct partner_facts *facts, struct problems *problems)
{
	require_party(&facts->caller, facts->applicant_id, facts->applicant, problems);
	require_signatory(facts, problems);
	require_state(problems, facts->state, "asked, confirmed");
	if (text_is(facts->asked_to, "leave") || text_is(facts->asked_to, "stay"))
		problems_add(problems, PROBLEM_PARTNER_OF_GRANT, NULL, facts->name, NULL);
	if (facts->amendment != NULL)
		require_waiting(facts, IN_HAND, problems);
	else if (facts->has_in_hand)
		require_in_hand(facts->application_state, &facts->in_hand, problems);
}

void check_line_partner(const struct named_partners *partners, const char *orgnr, const char *list,
			size_t i, struct problems *problems)
{
	if (orgnr == NULL)
		return;
	for (size_t j = 0; j < partners->n; j++)
		if (strcmp(partners->list[j].orgnr, orgnr) == 0)
			return;
	problems_at(problems, PROBLEM_PARTNER_UNKNOWN, orgnr, NULL, "#/%s/%zu/partnerOrgnr", list,
		    i);
}

void check_all_confirmed(const struct named_partners *partners, struct problems *problems)
{
	for (size_t i = 0; i < partners->n; i++)
		if (strcmp(partners->list[i].state, "confirmed") != 0)
			problems_add(problems, PROBLEM_PARTNER_UNANSWERED, NULL,
				     partners->list[i].name, NULL);
}

void check_partners_settled(const struct named_partners *partners, struct problems *problems)
{
	for (size_t i = 0; i < partners->n_unsettled; i++)
		problems_add(problems, PROBLEM_PARTNER_UNSETTLED, NULL, partners->unsettled[i],
			     NULL);
}

void decide_partner_appeal(const struct partner_facts *facts, const struct lodge_input *input,
			   struct problems *problems)
{
	struct application_facts as = facts->appeal.as;

	if (!facts->has_appeal || !facts->appeal.is_standing)
		problems_add(problems, PROBLEM_NOT_STANDING, NULL, NULL, NULL);
	if (!facts->has_appeal)
		return;
	if (input != NULL && input->has_other)
		problems_add(problems, PROBLEM_APPEAL_OBJECT, "#/other", NULL, NULL);
	as.caller = facts->caller;
	decide_lodge(&as, input, problems);
}
