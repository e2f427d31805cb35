#include "api/grants/grants.h"

#include "api/decisions/held.h"
#include "api/problems/words.h"

void require_not_set_aside(bool is_set_aside, struct problems *problems)
{
	if (is_set_aside)
		problems_add(problems, PROBLEM_DECISION_SET_ASIDE, NULL, NULL, NULL);
}

static void check_accepted_on(const struct grant_facts *facts, int32_t on,
			      struct problems *problems)
{
	require_state(problems, facts->state, "offered");
	require_made_known(facts->is_held, facts->release_on, problems);
	require_not_set_aside(facts->is_set_aside, problems);
	if (facts->has_accept_by && on > facts->accept_by)
		problems_add(problems, PROBLEM_OFFER_EXPIRED, NULL,
			     words_date(problems, facts->accept_by), NULL);
}

void decide_accept(const struct grant_facts *facts, struct problems *problems)
{
	require_applicant(&facts->caller, facts->applicant_id, problems);
	check_accepted_on(facts, facts->today, problems);
}

static void check_declined(const struct grant_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "offered");
	require_made_known(facts->is_held, facts->release_on, problems);
	require_not_set_aside(facts->is_set_aside, problems);
}

void decide_decline(const struct grant_facts *facts, struct problems *problems)
{
	require_applicant(&facts->caller, facts->applicant_id, problems);
	check_declined(facts, problems);
}

static void check_entered(const struct grant_facts *facts, const struct said_input *said,
			  struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (!facts->answers_for)
		problems_add(problems, PROBLEM_NOT_ANSWERING, NULL, NULL, NULL);
	if (said != NULL && facts->is_known)
		check_said(said, facts->known_on, facts->today, problems);
}

void decide_enter_acceptance(const struct grant_facts *facts, const struct said_input *said,
			     struct problems *problems)
{
	check_entered(facts, said, problems);
	if (facts->granted_step != NULL)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL,
			     arena_printf(problems->arena, "@did.%s", facts->granted_step),
			     "@do.enter_acceptance");
	/* One that came in time is entered some days later: without its day nothing is late. */
	check_accepted_on(facts, said == NULL ? 0 : said->received_on, problems);
}

void decide_enter_refusal(const struct grant_facts *facts, const struct said_input *said,
			  struct problems *problems)
{
	check_entered(facts, said, problems);
	check_declined(facts, problems);
}
