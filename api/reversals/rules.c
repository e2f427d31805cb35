#include "api/reversals/reversals.h"

#include "api/decisions/held.h"
#include "api/meetings/resolved.h"
#include "api/problems/words.h"
#include "lib/base/text.h"

static const char reversible[] = "granted, part_granted, rejected, ineligible, dismissed, "
				 "accepted, active";

static bool is_annulled(const struct reversal_terms *terms)
{
	return text_is(terms->outcome, "annulled");
}

static void check_ground(const struct reversed *reversed, const struct reversal_terms *terms,
			 struct problems *problems)
{
	if (reversal_harms(reversed, terms) && !reversed->may_harm)
		problems_add(problems, PROBLEM_REVERSAL_HARMS, "#/ground", NULL, NULL);
	if (reversed->needs_unreached && !reversed->is_unreached)
		problems_add(problems, PROBLEM_REVERSAL_REACHED, "#/ground", NULL, NULL);
	if (reversed->needs_provision && terms->provision == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/provision", NULL, NULL);
	else if (!reversed->needs_provision && terms->provision != NULL)
		problems_add(problems, PROBLEM_REVERSAL_MEMBER, "#/provision", NULL, NULL);
}

/* What was never considered is not granted or refused on its merits without: it is decided anew. */
static void check_outcome(const struct reversed *reversed, const struct reversal_terms *terms,
			  struct problems *problems)
{
	bool is_unconsidered =
		text_is(reversed->outcome, "ineligible") || text_is(reversed->outcome, "dismissed");

	if (is_annulled(terms)) {
		if (terms->amount_ore != 0)
			problems_add(problems, PROBLEM_AMOUNT_NOT_ALLOWED, "#/amountOre", NULL,
				     NULL);
		return;
	}
	if (is_unconsidered)
		problems_add(problems, PROBLEM_REVERSAL_UNCONSIDERED, "#/outcome", NULL, NULL);
	if (terms->amount_ore == reversed->amount_ore && terms->conditions.n == 0 &&
	    text_is(terms->outcome, reversed->outcome))
		problems_add(problems, PROBLEM_REVERSAL_SAME, "#/outcome", NULL, NULL);
}

/* Of what nobody knows yet there is nothing to change: it is dropped, and decided anew. */
static void check_held(const struct reversed *reversed, const struct reversal_terms *terms,
		       struct problems *problems)
{
	if (!reversed->is_held)
		return;
	if (!is_annulled(terms))
		problems_add(problems, PROBLEM_REVERSAL_OF_HELD, "#/outcome", NULL, NULL);
	if (!reversed->needs_unreached)
		problems_add(problems, PROBLEM_REVERSAL_OF_HELD, "#/ground", NULL, NULL);
}

/* What is claimed, or paid, of the grant stays. */
static void check_grant(const struct reversed *reversed, const struct reversal_terms *terms,
			struct problems *problems)
{
	const struct changed_grant *grant = &reversed->grant;
	int64_t claimed_ore = grant->amount_ore - grant->remaining_ore;

	if (!reversed->has_grant)
		return;
	if (terms->amount_ore < claimed_ore)
		problems_add(problems, PROBLEM_REVERSAL_CLAIMED, "#/amountOre",
			     words_kroner(problems, claimed_ore), NULL);
	else
		check_change(grant, terms->amount_ore, "#/amountOre", problems);
}

/* Appeals that get all that is asked for in any have no object left, nor have those against what is
 * decided anew. */
static void check_appeal(const struct application_facts *facts, const struct reversal_terms *terms,
			 struct problems *problems)
{
	const struct reversed *reversed = &facts->reversal;
	int64_t asked_ore = reversed->has_asked ? reversed->asked_ore : facts->applied_ore;
	bool is_given = terms->amount_ore >= asked_ore && !reversed->is_of_amendment;
	bool may_be_moot = is_annulled(terms) || is_given;

	if (!reversed->is_appealed) {
		if (terms->open_appeal != NULL)
			problems_add(problems, PROBLEM_REVERSAL_MEMBER, "#/openAppeal", NULL, NULL);
	} else if (terms->open_appeal == NULL) {
		problems_add(problems, PROBLEM_REVERSAL_APPEAL, "#/openAppeal",
			     words_number(problems, reversed->appeal_number), NULL);
	} else if (text_is(terms->open_appeal, "moot") && !may_be_moot) {
		problems_add(problems, PROBLEM_REVERSAL_NOT_MOOT, "#/openAppeal",
			     words_kroner(problems, asked_ore), NULL);
	} else if (text_is(terms->open_appeal, "goes_on") && is_annulled(terms)) {
		problems_add(problems, PROBLEM_REVERSAL_MOOT, "#/openAppeal", NULL, NULL);
	}
}

static void check_decision(const struct application_facts *facts,
			   const struct reversal_terms *terms, struct reversal_effects *effects,
			   struct problems *problems)
{
	const struct reversed *reversed = &facts->reversal;
	int64_t committed_ore = reversed->has_grant ? reversed->grant.amount_ore : 0;

	effects->input = (struct decide_input){
		.outcome = terms->outcome,
		.amount_ore = terms->amount_ore,
		.grounds = terms->grounds,
		.year = terms->year,
		.overlap_grounds = terms->grounds,
		.conditions = terms->conditions,
	};
	if (!terms->has_year)
		effects->input.year = reversed->year;
	if (terms->amount_ore > committed_ore && !terms->has_year)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/year", NULL, NULL);
	else if (is_annulled(terms))
		take_terms(facts, &effects->input, &effects->decision, problems);
	else
		check_decision_anew(facts, &effects->input, committed_ore, &effects->decision,
				    problems);
	/* What was accepted is not to be accepted again. */
	if (reversed->has_grant && !text_is(reversed->grant.state, "offered"))
		effects->decision.accept_by = 0;
	check_given(&terms->conditions, terms->amount_ore > 0, facts->decision.dated,
		    facts->decision.n_dated, facts->today, problems);
}

static void check_terms(const struct application_facts *facts, const struct reversal_terms *terms,
			struct reversal_effects *effects, struct problems *problems)
{
	check_ground(&facts->reversal, terms, problems);
	check_held(&facts->reversal, terms, problems);
	check_superior(&facts->reversal, terms, facts->today, problems);
	check_outcome(&facts->reversal, terms, problems);
	check_grant(&facts->reversal, terms, problems);
	check_appeal(facts, terms, problems);
	check_decision(facts, terms, effects, problems);
}

static void require_not_applicant(const struct application_facts *facts, const char *step,
				  struct problems *problems)
{
	if (facts->has_decision && facts->decision.caller_applied)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, "@did.apply", step);
}

void decide_propose_reversal(const struct application_facts *facts,
			     const struct reversal_terms *input, struct problems *problems)
{
	struct reversal_effects effects = {0};
	struct application_facts proposed = *facts;

	if (!facts->has_decision || !facts->decision.has_held)
		require_state(problems, facts->state, reversible);
	require_person(&facts->caller, problems);
	require_not_applicant(facts, "@do.propose", problems);
	if (facts->has_open_reversal)
		problems_add(problems, PROBLEM_REVERSAL_OPEN, NULL,
			     words_number(problems, facts->open_reversal), NULL);
	if (input == NULL || !facts->has_reversal || !facts->has_decision)
		return;
	/* The party may still be commenting on it: that is asked when it is decided. */
	proposed.decision.n_unheard = 0;
	check_terms(&proposed, input, &effects, problems);
}

static void check_decider(const struct reversal_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "proposed");
	require_person(&facts->caller, problems);
	require_not_applicant(&facts->application, "@do.decide", problems);
	require_other(&facts->caller, facts->proposed_by, "@did.propose", "@do.decide", problems);
}

/* What a meeting decided is not reversed without one. */
static bool is_for_meeting(const struct reversal_facts *facts)
{
	const struct resolved_facts *meeting = &facts->meeting;

	return facts->application.reversal.met != NULL && !meeting->is_before &&
	       !(meeting->has_item && meeting->may_decide);
}

static void check_body(const struct reversal_facts *facts,
		       const struct decide_reversal_input *input, int64_t stake_ore,
		       struct reversal_effects *effects, struct problems *problems)
{
	static const struct decided_as as = {.outcome = "reversed"};
	struct deciding deciding = {.meeting = &facts->meeting, .stake_ore = stake_ore};

	if (is_for_meeting(facts)) {
		problems_add(problems, PROBLEM_REVERSAL_FOR_MEETING, NULL,
			     facts->application.reversal.met, NULL);
		return;
	}
	if (input != NULL) {
		deciding.input = &input->meeting;
		deciding.as = &as;
		deciding.resolution = input->resolution;
	}
	check_who_decides(&facts->application, &deciding, &effects->decision, problems);
	if (facts->meeting.has_item)
		effects->item_id = &facts->meeting.item_id;
}

/* The authority that the decision took, or that what is to come of it takes. What a superior has
 * resolved takes none here. */
static void check_authority(const struct reversal_facts *facts,
			    const struct decide_reversal_input *input,
			    struct reversal_effects *effects, struct problems *problems)
{
	const struct application_facts *application = &facts->application;
	int64_t before_ore = application->reversal.amount_ore;
	int64_t larger_ore =
		facts->terms.amount_ore > before_ore ? facts->terms.amount_ore : before_ore;
	int64_t stake_ore = at_stake_ore(application, larger_ore);

	if (facts->terms.has_superior) {
		effects->decision.body = facts->terms.superior.body;
		effects->decision.reference = facts->terms.superior.resolution;
		if (input != NULL && input->resolution != NULL)
			problems_add(problems, PROBLEM_RESOLUTION_NOT_ASKED, "#/resolution", NULL,
				     NULL);
		return;
	}
	check_body(facts, input, stake_ore, effects, problems);
}

/* What the case comes to be; NULL: it stays. */
static const char *state_after(const struct reversal_facts *facts)
{
	const struct reversed *reversed = &facts->application.reversal;
	const char *state = facts->application.state;
	const char *outcome = facts->terms.outcome;
	bool is_running = text_is(state, "accepted") || text_is(state, "active");

	if (is_annulled(&facts->terms))
		return "in_review";
	if (reversed->has_grant && reversed->grant.is_annulled && facts->terms.amount_ore > 0)
		return standing_state(&reversed->grant);
	if (text_is(state, outcome) || (is_running && facts->terms.amount_ore > 0))
		return NULL;
	return outcome;
}

/* What stands in the way is of what was proposed, not of the request. */
static void unpoint(struct problems *problems, size_t from)
{
	for (size_t i = from; i < problems->n; i++)
		problems->list[i].pointer = NULL;
}

void decide_reversal(const struct reversal_facts *facts, const struct decide_reversal_input *input,
		     struct reversal_effects *effects, struct problems *problems)
{
	const struct application_facts *application = &facts->application;
	const struct reversed *reversed = &application->reversal;
	size_t n;

	check_decider(facts, problems);
	if (!text_is(facts->state, "proposed") || !application->has_decision)
		return;
	check_preparer(facts->questioned, problems);
	n = problems->n;
	if (!reversed->is_held)
		require_state(problems, application->state, reversible);
	if (facts->decision_id != reversed->decision_id)
		problems_add(problems, PROBLEM_REVERSAL_REPLACED, NULL, NULL, NULL);
	if (reversal_harms(reversed, &facts->terms) && application->decision.n_unheard == 0 &&
	    !(reversed->had_notice && (reversed->is_noticed || !reversed->needs_superior)))
		problems_add(problems, PROBLEM_REVERSAL_NO_NOTICE, NULL, NULL, NULL);
	check_terms(application, &facts->terms, effects, problems);
	unpoint(problems, n);
	check_authority(facts, input, effects, problems);
	effects->application_state = state_after(facts);
	effects->drops = reversed->is_held;
	if (input == NULL)
		return;
	effects->input.resolution = input->resolution;
	effects->input.meeting = input->meeting;
}

/* What members vote on stays as it is, and what a body has resolved is entered. */
static void check_unresolved(const struct reversal_facts *facts, struct problems *problems)
{
	if (facts->meeting.is_voted_on)
		problems_add(problems, PROBLEM_VOTED_ON, NULL, NULL, NULL);
	if (facts->meeting.is_resolved)
		problems_add(problems, PROBLEM_RESOLUTION_STANDS, NULL, NULL, NULL);
}

void decide_return_reversal(const struct reversal_facts *facts, struct problems *problems)
{
	check_decider(facts, problems);
	check_unresolved(facts, problems);
}

void decide_withdraw_reversal(const struct reversal_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "proposed");
	require_person(&facts->caller, problems);
	check_unresolved(facts, problems);
}
