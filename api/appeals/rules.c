#include "api/appeals/appeals.h"

#include "api/appeals/hands.h"
#include "api/appeals/outcome.h"
#include "api/appeals/refusals.h"
#include "api/deadlines/deadlines.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/base/text.h"

static const char unsettled[] = "lodged, reconsidered, forwarded, answered";

bool appeal_is_late(const struct appeal_facts *facts)
{
	return facts->has_due && facts->lodged_on > facts->due_on;
}

/* ---- the appellant's */

/* The applicant reads a partner's appeal, and has no say in it. */
static void require_appellant(const struct appeal_facts *facts, struct problems *problems)
{
	const struct caller *caller = &facts->caller;

	require_person(caller, problems);
	if (!text_is(caller->kind, "county") && caller->organisation_id != facts->appellant_id)
		problems_add(problems, PROBLEM_NOT_APPELLANT, NULL, NULL, NULL);
}

void decide_withdraw_appeal(const struct appeal_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "lodged, reconsidered, forwarded");
	require_appellant(facts, problems);
	if (facts->is_sent_back)
		problems_add(problems, PROBLEM_APPEAL_ANSWERED, NULL, NULL, NULL);
}

void decide_ask_stay(const struct appeal_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, unsettled);
	require_appellant(facts, problems);
	if (appeal_is_of_refusal(facts))
		problems_add(problems, PROBLEM_NOTHING_TO_STAY, NULL, NULL, NULL);
	if (facts->asks_stay)
		problems_add(problems, PROBLEM_STAY_ASKED, NULL, NULL, NULL);
}

void decide_comment(const struct appeal_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "forwarded");
	require_appellant(facts, problems);
	if (facts->has_comment)
		problems_add(problems, PROBLEM_APPEAL_COMMENTED, NULL, NULL, NULL);
	if (facts->has_comment_by && facts->today > facts->comment_by)
		problems_add(problems, PROBLEM_COMMENT_LATE, NULL,
			     words_date(problems, facts->comment_by), NULL);
}

/* Of an appeal that was allowed, or lost its object as the party got its way by a reversal. */
static void check_favoured(const struct appeal_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "allowed, allowed_in_part, moot");
	if (text_is(facts->state, "moot") && !facts->is_favoured)
		problems_add(problems, PROBLEM_COSTS_NOT_WON, NULL, NULL, NULL);
}

void decide_claim_costs(const struct appeal_facts *facts, struct problems *problems)
{
	int32_t due;

	check_favoured(facts, problems);
	require_appellant(facts, problems);
	if (facts->has_costs)
		problems_add(problems, PROBLEM_COSTS_CLAIMED, NULL,
			     words_kroner(problems, facts->costs_ore), NULL);
	if (!facts->has_settled)
		return;
	if (!facts->has_costs_days)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, "appeal.costs_days", NULL);
	due = deadline_after(facts->settled_on, facts->costs_days);
	if (facts->has_costs_days && facts->today > due)
		problems_add(problems, PROBLEM_COSTS_LATE, NULL, words_date(problems, due), NULL);
}

/* ---- the county's */

static const struct appeal_proposal *open_of(const struct appeal_facts *facts, const char *kind)
{
	for (size_t i = 0; i < facts->n_open; i++)
		if (text_is(facts->open[i].kind, kind))
			return &facts->open[i];
	return NULL;
}

static void require_no_appellant(const struct appeal_facts *facts, const char *step,
				 struct problems *problems)
{
	if (!facts->is_entered)
		require_other(&facts->caller, facts->lodged_by, "@did.lodge", step, problems);
}

/* Who may propose, and that nothing of the kind waits already. */
static void check_proposer(const struct appeal_facts *facts, const char *kind,
			   struct problems *problems)
{
	const struct appeal_proposal *open = open_of(facts, kind);

	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->decision.decided_by, "@did.decide",
		      "@do.answer_appeal", problems);
	require_no_appellant(facts, "@do.answer_appeal", problems);
	if (open != NULL)
		problems_add(problems, PROBLEM_PROPOSAL_OPEN, NULL,
			     words_number(problems, open->number), NULL);
}

/* Never for one that came more than a year after the decision (§ 31 third paragraph). */
static void check_leave_possible(const struct appeal_facts *facts, struct problems *problems)
{
	int32_t last =
		date_add_months(facts->decision.decided_on, (int32_t)facts->leave_months);

	if (!facts->has_leave_months)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, "appeal.leave_months", NULL);
	else if (facts->lodged_on > last)
		problems_add(problems, PROBLEM_APPEAL_TOO_OLD, "#/outcome",
			     words_date(problems, last), NULL);
}

void decide_propose_leave(const struct appeal_facts *facts, const struct proposal_input *input,
			  struct problems *problems)
{
	require_state(problems, facts->state, "lodged");
	check_proposer(facts, "leave", problems);
	if (!appeal_is_late(facts))
		problems_add(problems, PROBLEM_APPEAL_IN_TIME, NULL, NULL, NULL);
	if (facts->is_leave_answered)
		problems_add(problems, PROBLEM_APPEAL_ANSWERED, NULL, NULL, NULL);
	if (input == NULL || !text_is(input->outcome, "given"))
		return;
	if (input->ground == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/ground", NULL, NULL);
	check_leave_possible(facts, problems);
}

void decide_propose_stay(const struct appeal_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, unsettled);
	check_proposer(facts, "stay", problems);
	if (appeal_is_of_refusal(facts))
		problems_add(problems, PROBLEM_NOTHING_TO_STAY, NULL, NULL, NULL);
	if (facts->has_stay)
		problems_add(problems, PROBLEM_APPEAL_ANSWERED, NULL, NULL, NULL);
}

void decide_propose_costs(const struct appeal_facts *facts, const struct proposal_input *input,
			  struct problems *problems)
{
	check_favoured(facts, problems);
	check_proposer(facts, "costs", problems);
	if (!facts->has_costs)
		problems_add(problems, PROBLEM_COSTS_NOT_CLAIMED, NULL, NULL, NULL);
	if (facts->is_costs_answered)
		problems_add(problems, PROBLEM_APPEAL_ANSWERED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (text_is(input->outcome, "given") != input->has_amount)
		problems_add(problems,
			     input->has_amount ? PROBLEM_APPEAL_AMOUNT : PROBLEM_FIELD_REQUIRED,
			     "#/amountOre", NULL, NULL);
	else if (input->has_amount && facts->has_costs && input->amount_ore > facts->costs_ore)
		problems_add(problems, PROBLEM_COSTS_EXCEEDED, "#/amountOre",
			     words_kroner(problems, facts->costs_ore), NULL);
}

static bool is_taken_back(const struct appeal_facts *facts)
{
	return facts->has_grant && facts->grant.is_annulled;
}

/* What was claimed of a grant that was annulled is nothing to gain. */
static int64_t decided_ore(const struct appeal_facts *facts)
{
	return is_taken_back(facts) ? facts->grant.amount_ore : facts->decision.amount_ore;
}

/* Of one that was annulled without an amount said: that it stands as it stood. */
static int64_t asked_ore(const struct appeal_facts *facts)
{
	if (facts->has_asked)
		return facts->asked_ore;
	return is_taken_back(facts) ? facts->grant.amount_ore + facts->grant.taken_ore
				    : facts->application.applied_ore;
}

static struct appeal_stake stake_of(const struct appeal_facts *facts,
				    const struct proposal_input *input)
{
	return (struct appeal_stake){
		.decided_ore = decided_ore(facts),
		.asked_ore = asked_ore(facts),
		.has_asked = facts->has_asked,
		.has_conditions = facts->n_conditions > 0,
		.lifts = input != NULL && input->terms.n_lifts > 0 && !is_taken_back(facts),
		.is_sent_back = facts->is_sent_back,
		.has_grant = facts->has_grant && appeal_is_against(facts, "decision"),
		.is_of_amendment = facts->has_amendment && appeal_is_against(facts, "decision"),
	};
}

/* The board may set the amount lower as well (§ 34 third paragraph). */
static bool lowers(const struct proposal_input *input)
{
	return input->resolution != NULL && text_is(input->outcome, "not_allowed") &&
	       input->has_amount;
}

/* From the appropriation of a year, which is named then. */
static bool takes_more(const struct appeal_facts *facts, const struct proposal_input *input)
{
	int64_t granted_ore = facts->has_grant ? facts->grant.amount_ore : 0;

	return !input->has_amount || input->amount_ore > granted_ore;
}

/* Without more money the year stays that of the grant. */
static void check_year(const struct appeal_facts *facts, const struct proposal_input *input,
		       struct problems *problems)
{
	if (takes_more(facts, input)) {
		if (!input->has_year)
			problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/year", NULL, NULL);
	} else if (input->has_year && input->year != facts->grant.year) {
		problems_add(problems, PROBLEM_APPEAL_YEAR, "#/year",
			     words_number(problems, facts->grant.year), NULL);
	}
}

static void check_members(const struct appeal_facts *facts, const struct proposal_input *input,
			  struct problems *problems)
{
	bool has_amount = appeal_allows(input->outcome);

	if (has_amount && !input->has_amount)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/amountOre", NULL, NULL);
	if (has_amount)
		check_year(facts, input, problems);
	if (!has_amount && input->has_amount && !lowers(input))
		problems_add(problems, PROBLEM_APPEAL_AMOUNT, "#/amountOre", NULL, NULL);
	if (!has_amount && input->has_year)
		problems_add(problems, PROBLEM_APPEAL_AMOUNT, "#/year", NULL, NULL);
}

/* What was never considered is not granted without. */
static void check_case(const struct appeal_facts *facts, const char *outcome,
		       struct problems *problems)
{
	bool is_unconsidered = text_is(facts->decision.outcome, "ineligible") ||
			       text_is(facts->decision.outcome, "dismissed");

	if (appeal_allows(outcome) && !facts->decision.is_newest)
		problems_add(problems, PROBLEM_DECISION_REPLACED, "#/outcome",
			     words_number(problems, facts->application.appealable.decision_id),
			     NULL);
	if (appeal_allows(outcome) && is_unconsidered)
		problems_add(problems, PROBLEM_APPEAL_UNCONSIDERED, "#/outcome", NULL, NULL);
}

static void check_lower(const struct appeal_facts *facts, const struct proposal_input *input,
			struct problems *problems)
{
	if (input->amount_ore >= facts->decision.amount_ore)
		problems_add(problems, PROBLEM_APPEAL_NOT_LOWER, "#/amountOre",
			     words_kroner(problems, facts->decision.amount_ore), NULL);
	else if (facts->has_grant)
		check_change(&facts->grant, input->amount_ore, "#/amountOre", problems);
}

/* What it comes to is decided as the amendment is. */
static void check_amendment_taken_up(const struct appeal_facts *facts,
				     const struct proposal_input *input, struct problems *problems)
{
	if (input->has_year)
		problems_add(problems, PROBLEM_APPEAL_AMOUNT, "#/year", NULL, NULL);
	check_taken_up(facts, input->outcome, "#/outcome", problems);
}

static bool has_terms(const struct proposal_input *input)
{
	return input->terms.n_lifts > 0 || input->terms.conditions.n > 0;
}

static void check_outcome(const struct appeal_facts *facts, const struct proposal_input *input,
			  struct problems *problems)
{
	struct appeal_stake stake = stake_of(facts, input);
	struct decide_effects effects = {0};
	struct decide_input decision = {
		.outcome = input->amount_ore >= facts->application.applied_ore ? "granted"
									       : "part_granted",
		.amount_ore = input->amount_ore,
		.grounds = input->grounds,
		.year = input->has_year ? input->year : facts->grant.year,
		.resolution = input->resolution,
		.overlap_grounds = input->grounds,
	};

	if (appeal_is_of_refusal(facts)) {
		check_refusal(facts, input, problems);
		return;
	}
	if (facts->is_of_other && appeal_allows(input->outcome)) {
		problems_add(problems, PROBLEM_OTHER_SET_ASIDE, "#/outcome", NULL, NULL);
		return;
	}
	if (appeal_is_against(facts, "dismissal") &&
	    (appeal_allows(input->outcome) || lowers(input))) {
		problems_add(problems, PROBLEM_APPEAL_OF_DISMISSAL, "#/outcome", NULL, NULL);
		return;
	}
	if (answer_takes_up(facts, input->outcome, input->has_amount) && !has_terms(input)) {
		check_amendment_taken_up(facts, input, problems);
		return;
	}
	check_members(facts, input, problems);
	check_case(facts, input->outcome, problems);
	check_terms(facts, input->outcome, &input->terms, problems);
	if (lowers(input))
		check_lower(facts, input, problems);
	if (!appeal_allows(input->outcome) || !input->has_amount ||
	    (takes_more(facts, input) && !input->has_year))
		return;
	check_gain(&stake, input->outcome, input->amount_ore, problems);
	check_new_decision(facts, &decision, &effects, problems);
}

static bool is_otherwise(const struct resolved_facts *meeting, const struct proposal_input *input)
{
	int64_t amount_ore = input->has_amount ? input->amount_ore : 0;

	return !text_is(meeting->outcome, input->outcome) || meeting->amount_ore != amount_ore;
}

static void tell_resolved(const struct resolved_facts *meeting, struct problems *problems)
{
	problems_add(problems, PROBLEM_RESOLVED_OTHERWISE, "#/outcome",
		     arena_printf(problems->arena, "@%s", meeting->outcome),
		     words_kroner(problems, meeting->amount_ore));
}

static void check_resolved_grounds(const struct resolved_facts *meeting,
				   const struct proposal_input *input, struct problems *problems)
{
	if (meeting->has_item && input->grounds != NULL &&
	    !text_is(meeting->grounds, input->grounds))
		problems_add(problems, PROBLEM_RESOLVED_GROUNDS, "#/grounds", meeting->reference,
			     NULL);
}

/* What a meeting has resolved on it is what is proposed, on its grounds, with the conditions of the
 * answer that it had before it. */
static void check_as_resolved(const struct appeal_facts *facts, const struct proposal_input *input,
			      struct problems *problems)
{
	const struct resolved_facts *meeting = &facts->meeting;

	if (meeting->has_item && is_otherwise(meeting, input))
		tell_resolved(meeting, problems);
	else
		check_terms_sent(facts, input->outcome, &input->terms, "#/conditions", problems);
	if (!meeting->has_item && input->grounds == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/grounds", NULL, NULL);
	check_resolved_grounds(meeting, input, problems);
}

static void check_ground(const struct appeal_facts *facts, const struct proposal_input *input,
			 struct problems *problems)
{
	bool is_late = appeal_is_late(facts) && !facts->has_leave;

	if (!text_is(input->outcome, "inadmissible")) {
		if (input->ground != NULL)
			problems_add(problems, PROBLEM_APPEAL_GROUND, "#/ground", NULL, NULL);
		if (is_late)
			problems_add(problems, PROBLEM_APPEAL_LATE, "#/outcome",
				     words_date(problems, facts->due_on), NULL);
	} else if (input->ground == NULL) {
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/ground", NULL, NULL);
	} else if (text_is(input->ground, "late") && !is_late) {
		problems_add(problems, PROBLEM_APPEAL_IN_TIME, "#/ground", NULL, NULL);
	}
}

void decide_reconsider(const struct appeal_facts *facts, const struct proposal_input *input,
		       struct problems *problems)
{
	struct proposal_input answer;
	struct appeal_stake stake = stake_of(facts, input);
	bool is_here = stake.is_sent_back && stake.has_grant && !stake.is_of_amendment;

	require_state(problems, facts->state, is_here ? "lodged, sent_back" : "lodged");
	check_proposer(facts, "reconsideration", problems);
	if (input == NULL)
		return;
	check_county_outcome(&stake, input->outcome, problems);
	check_as_resolved(facts, input, problems);
	check_ground(facts, input, problems);
	answer = *input;
	answer.grounds = grounds_as_resolved(&facts->meeting, input->grounds);
	check_outcome(facts, &answer, problems);
}

/* What is said of a board that meets elsewhere. */
static bool has_own_reference(const struct proposal_input *input, struct problems *problems)
{
	size_t n = problems->n;

	if (input->has_item)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/meetingItemId",
			     "meetingItemId", NULL);
	if (input->grounds == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/grounds", NULL, NULL);
	if (input->resolution == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/resolution", NULL, NULL);
	if (!input->has_resolved_on)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/resolvedOn", NULL, NULL);
	return problems->n == n;
}

static void check_item(const struct resolved_facts *meeting, const struct proposal_input *input,
		       struct problems *problems)
{
	if (!input->has_item)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/meetingItemId", NULL, NULL);
	else if (input->item_id != meeting->item_id)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/meetingItemId",
			     "meetingItemId", NULL);
	if (input->resolution != NULL)
		problems_add(problems, PROBLEM_RESOLUTION_NOT_ASKED, "#/resolution", NULL, NULL);
	if (input->has_resolved_on)
		problems_add(problems, PROBLEM_RESOLUTION_NOT_ASKED, "#/resolvedOn", NULL, NULL);
}

/* Said otherwise than the board that meets here resolved. */
static void check_word_for_word(const struct appeal_facts *facts,
				const struct proposal_input *input, struct problems *problems)
{
	const struct resolved_facts *meeting = &facts->meeting;
	bool has_terms = input->terms.n_lifts > 0 || input->terms.conditions.json != NULL;

	if (is_otherwise(meeting, input))
		tell_resolved(meeting, problems);
	if (has_terms && !are_same_terms(&input->terms, &facts->sent))
		problems_add(problems, PROBLEM_RESOLVED_CONDITIONS, "#/conditions",
			     meeting->reference, NULL);
	check_resolved_grounds(meeting, input, problems);
}

/* False: there is no more to say of it. */
static bool take_outcome(const struct appeal_facts *facts, const struct proposal_input *input,
			 struct proposal_input *entered, struct problems *problems)
{
	const struct resolved_facts *meeting = &facts->meeting;

	*entered = *input;
	if (!facts->has_board)
		return has_own_reference(input, problems);
	if (!meeting->has_item)
		return false;
	check_item(meeting, input, problems);
	check_word_for_word(facts, input, problems);
	entered->terms = facts->sent;
	entered->grounds = meeting->grounds;
	entered->resolution = meeting->reference;
	entered->resolved_on = facts->met_on;
	return true;
}

/* That the board meets here is told before anything is entered. */
static void check_met(const struct appeal_facts *facts, struct problems *problems)
{
	if (facts->meeting.is_before)
		problems_add(problems, PROBLEM_MEETING_HAS_CASE, NULL, NULL, NULL);
	else if (facts->has_board && !facts->meeting.has_item)
		problems_add(problems, PROBLEM_BOARD_MEETING, NULL, NULL, NULL);
}

/* Whoever made or recommended what it is against now is told so by name of the step. */
void require_not_below(const struct appeal_facts *facts, const char *step,
		       struct problems *problems)
{
	int64_t person = facts->caller.person_id;

	if (facts->made_below && person != facts->decision.decided_by &&
	    person != facts->decision.recommended_by)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, "@did.take_part", step);
}

void decide_enter_outcome(const struct appeal_facts *facts, const struct proposal_input *input,
			  struct proposal_input *entered, struct problems *problems)
{
	require_state(problems, facts->state, "forwarded");
	check_proposer(facts, "board", problems);
	require_other(&facts->caller, facts->decision.recommended_by, "@did.recommend",
		      "@do.answer_appeal", problems);
	require_not_below(facts, "@do.answer_appeal", problems);
	check_met(facts, problems);
	if (input == NULL || !take_outcome(facts, input, entered, problems))
		return;
	require_not_future(problems, entered->resolved_on, facts->today, "#/resolvedOn");
	if (facts->has_forwarded && entered->resolved_on < facts->forwarded_on)
		problems_add(problems, PROBLEM_BEFORE_FORWARDED, "#/resolvedOn",
			     words_date(problems, facts->forwarded_on), NULL);
	check_outcome(facts, entered, problems);
}
