/* What was proposed is confirmed by another, and what then becomes of the case. */
#include "api/appeals/appeals.h"

#include "api/appeals/hands.h"
#include "api/appeals/refusals.h"
#include "api/deadlines/deadlines.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

static bool is_of_outcome(const struct appeal_proposal *proposal)
{
	return text_is(proposal->kind, "reconsideration") || text_is(proposal->kind, "board");
}

static const struct appeal_proposal *find_open(const struct appeal_facts *facts, int64_t number)
{
	for (size_t i = 0; i < facts->n_open; i++)
		if (facts->open[i].number == number)
			return &facts->open[i];
	return NULL;
}

/* Asked in general, one who proposed all that waits may settle nothing. */
static void check_settler(const struct appeal_facts *facts, const struct appeal_proposal *proposal,
			  struct problems *problems)
{
	const struct caller *caller = &facts->caller;
	size_t n_own = 0;

	require_person(caller, problems);
	for (size_t i = 0; i < facts->n_open; i++)
		n_own += facts->open[i].proposed_by == caller->person_id;
	if (proposal == NULL && facts->n_open > 0 && n_own == facts->n_open)
		proposal = &facts->open[0];
	if (proposal != NULL)
		require_other(caller, proposal->proposed_by, "@did.propose", "@do.settle_appeal",
			      problems);
	require_other(caller, facts->decision.decided_by, "@did.decide", "@do.settle_appeal",
		      problems);
	require_other(caller, facts->decision.recommended_by, "@did.recommend",
		      "@do.settle_appeal", problems);
	if (proposal != NULL && text_is(proposal->kind, "board"))
		require_not_below(facts, "@do.settle_appeal", problems);
	if (!facts->is_entered)
		require_other(caller, facts->lodged_by, "@did.lodge", "@do.settle_appeal",
			      problems);
}

static const struct appeal_proposal *check_proposal(const struct appeal_facts *facts,
						    const struct settle_proposal_input *input,
						    struct problems *problems)
{
	const struct appeal_proposal *proposal = NULL;

	if (input != NULL)
		proposal = find_open(facts, input->number);
	else if (facts->n_open == 1)
		proposal = &facts->open[0];
	if (facts->n_open == 0)
		problems_add(problems, PROBLEM_NOTHING_PROPOSED, NULL, NULL, NULL);
	else if (input != NULL && proposal == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/number", "number", NULL);
	check_settler(facts, proposal, problems);
	return proposal;
}

void check_new_decision(const struct appeal_facts *facts, const struct decide_input *input,
			struct decide_effects *effects, struct problems *problems)
{
	const struct application_facts *application = &facts->application;
	int64_t committed_ore = facts->has_grant ? facts->grant.amount_ore : 0;

	if (!application->has_decision)
		return;
	check_decision_anew(application, input, committed_ore, effects, problems);
	if (facts->has_grant)
		check_change(&facts->grant, input->amount_ore, "#/amountOre", problems);
}

/* What stands in the way of a proposal is a fault of the one that is named, not of members that it
 * had when it was made. */
static void point_at_number(struct problems *problems, size_t from, const void *input)
{
	for (size_t i = from; i < problems->n; i++)
		problems->list[i].pointer = input == NULL ? NULL : "#/number";
}

/* What the case comes to be: one that was not granted or not accepted. */
static const char *state_after(const struct appeal_facts *facts, const char *outcome)
{
	static const char *const moving[] = {"rejected", "granted", "part_granted", "closed"};
	const char *state = facts->application.state;

	if (facts->has_grant && facts->grant.is_annulled)
		return standing_state(&facts->grant);
	if (!words_contain(moving, sizeof(moving) / sizeof(moving[0]), state))
		return NULL;
	return text_is(state, outcome) ? NULL : outcome;
}

static void settle_anew(const struct appeal_facts *facts, const struct appeal_proposal *proposal,
			int64_t amount_ore, struct settle_effects *effects,
			struct problems *problems)
{
	const char *grounds = grounds_as_resolved(&facts->meeting, proposal->grounds);

	effects->makes_decision = true;
	effects->input = (struct decide_input){
		.outcome = amount_ore == facts->application.applied_ore ? "granted"
									: "part_granted",
		.amount_ore = amount_ore,
		.grounds = grounds,
		.year = proposal->has_year ? proposal->year : facts->grant.year,
		.resolution = proposal->resolution,
		.overlap_grounds = grounds,
	};
	check_new_decision(facts, &effects->input, &effects->decision, problems);
	check_terms(facts, proposal->outcome, &proposal->terms, problems);
	/* What was accepted is not to be accepted again. */
	if (facts->has_grant && !text_is(facts->grant.state, "offered"))
		effects->decision.accept_by = 0;
	effects->application_state = state_after(facts, effects->input.outcome);
}

/* What the board had set aside, decided as it was: of a grant that was annulled, that it is. */
static void settle_as_it_was(const struct appeal_facts *facts,
			     const struct appeal_proposal *proposal, struct settle_effects *effects,
			     struct problems *problems)
{
	if (!facts->has_grant || !facts->grant.is_annulled) {
		settle_anew(facts, proposal, facts->decision.amount_ore, effects, problems);
		return;
	}
	effects->makes_decision = true;
	effects->input = (struct decide_input){
		.outcome = facts->decision.outcome,
		.grounds = proposal->grounds,
		.year = facts->grant.year,
		.resolution = proposal->resolution,
	};
	take_terms(&facts->application, &effects->input, &effects->decision, problems);
}

/* Against that it is inadmissible; nobody appeals against that an appeal against that is. */
static void set_appeal_by(const struct appeal_facts *facts, struct settle_effects *effects,
			  struct problems *problems)
{
	if (appeal_is_against(facts, "dismissal"))
		return;
	if (!facts->has_appeal_days)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, "appeal.days", NULL);
	else
		effects->appeal_by = deadline_after(facts->today, facts->appeal_days);
}

/* What is no decision with money: nothing is decided anew here. */
static void settle_beside(const struct appeal_facts *facts, const struct appeal_proposal *proposal,
			  struct settle_effects *effects, struct problems *problems)
{
	effects->is_heard = appeal_is_against(facts, "dismissal") &&
			    text_is(proposal->outcome, "sent_back");
	effects->takes_up = answer_takes_up(facts, proposal->outcome, proposal->has_amount);
	if (effects->takes_up)
		check_taken_up(facts, proposal->outcome, NULL, problems);
}

static void settle_outcome(const struct appeal_facts *facts, const struct appeal_proposal *proposal,
			   struct settle_effects *effects, struct problems *problems)
{
	const char *outcome = proposal->outcome;

	require_state(problems, facts->state,
		      text_is(proposal->kind, "board") ? "answered" : "reconsidered");
	effects->state = outcome;
	effects->is_end = !text_is(outcome, "forwarded");
	if (text_is(outcome, "inadmissible")) {
		set_appeal_by(facts, effects, problems);
	} else if (!effects->is_end) {
		effects->comment_by = deadline_after(facts->today, facts->comment_days);
		effects->has_comment_by = true;
	} else if (!appeal_is_against(facts, "decision") ||
		   answer_takes_up(facts, outcome, proposal->has_amount)) {
		settle_beside(facts, proposal, effects, problems);
	} else if (proposal->has_amount) {
		settle_anew(facts, proposal, proposal->amount_ore, effects, problems);
	} else if (text_is(outcome, "not_allowed") && facts->is_sent_back) {
		settle_as_it_was(facts, proposal, effects, problems);
	} else if (text_is(outcome, "sent_back") && !facts->has_grant) {
		effects->application_state = "in_review";
	}
}

/* What a meeting resolved on the appeal is the answer, as its secretary enters it. */
static void check_entry(const struct resolved_facts *meeting,
			const struct appeal_proposal *proposal, bool by_secretary,
			struct problems *problems)
{
	int64_t amount_ore = proposal->has_amount ? proposal->amount_ore : 0;

	if (!by_secretary)
		problems_add(problems, PROBLEM_BODY_DECIDED, NULL, meeting->body, NULL);
	else if (!meeting->may_decide)
		problems_add(problems, PROBLEM_BODY_RECOMMENDS, NULL, meeting->body, NULL);
	else if (!text_is(meeting->outcome, proposal->outcome) || meeting->amount_ore != amount_ore)
		problems_add(problems, PROBLEM_RESOLVED_OTHERWISE, NULL,
			     arena_printf(problems->arena, "@%s", meeting->outcome),
			     words_kroner(problems, meeting->amount_ore));
}

/* What a meeting decided, a meeting changes (§ 33). Where none has treated the appeal, it is
 * forwarded or found inadmissible without. */
static void check_body(const struct appeal_facts *facts, const struct appeal_proposal *proposal,
		       int64_t stake_ore, struct problems *problems)
{
	const struct resolved_facts *meeting = &facts->meeting;
	bool by_secretary = text_is(facts->caller.role, "secretary");
	bool has_met = facts->decision.met != NULL;

	if (meeting->is_before)
		problems_add(problems, PROBLEM_MEETING_HAS_CASE, NULL, NULL, NULL);
	else if (meeting->has_item)
		check_entry(meeting, proposal, by_secretary, problems);
	else if (appeal_is_against(facts, "dismissal") ||
		 text_is(proposal->outcome, "forwarded") ||
		 text_is(proposal->outcome, "inadmissible"))
		return;
	else if (has_met || is_entered_as_resolved(meeting, by_secretary, stake_ore))
		problems_add(problems, PROBLEM_APPEAL_FOR_MEETING, NULL, NULL, NULL);
}

/* Leave is of no amount. */
static void check_leave_authority(const struct appeal_facts *facts,
				  const struct appeal_proposal *proposal, struct problems *problems)
{
	if (facts->leave.body == NULL &&
	    (proposal == NULL || !text_is(proposal->kind, "board")))
		problems_add(problems, PROBLEM_NO_AUTHORITY, NULL,
			     arena_printf(problems->arena, "@%s", facts->caller.role),
			     facts->leave.line);
}

/* Rather than of an amount. */
static bool is_of_amendment(const struct appeal_facts *facts,
			    const struct appeal_proposal *proposal)
{
	return facts->has_amendment && !appeal_is_against(facts, "dismissal") &&
	       !proposal->has_amount;
}

/* The county acts by the authority that its funding line gives: of an outcome, for the amount that
 * is at stake. What the board decided is merely entered. */
static void check_settler_may(const struct appeal_facts *facts,
			      const struct appeal_proposal *proposal,
			      struct settle_effects *effects, struct problems *problems)
{
	const struct application_facts *application = &facts->application;
	bool is_outcome = proposal != NULL && is_of_outcome(proposal);
	int64_t stake_ore = 0;

	effects->decision.body = facts->meeting.has_item ? facts->meeting.body : facts->appeal_body;
	if (facts->has_leave_refused) {
		check_leave_authority(facts, proposal, problems);
		return;
	}
	if (!application->has_decision || (proposal != NULL && text_is(proposal->kind, "board")))
		return;
	if (proposal != NULL && is_outcome) {
		stake_ore = is_of_amendment(facts, proposal)
				    ? facts->amendment.stake_ore
				    : at_stake_ore(application, proposal->amount_ore);
		check_body(facts, proposal, stake_ore, problems);
		if (facts->meeting.has_item) {
			check_terms_sent(facts, proposal->outcome, &proposal->terms, NULL,
					 problems);
			effects->decision.body = facts->meeting.body;
			effects->decision.reference = facts->meeting.reference;
			return;
		}
	}
	effects->decision.body = require_authority(application, stake_ore, problems);
}

/* A committee's own reference, where its secretary enters what it made of the appeal. */
static void take_resolution(const struct appeal_facts *facts,
			    const struct settle_proposal_input *input,
			    const struct appeal_proposal *proposal, struct settle_effects *effects,
			    struct problems *problems)
{
	if (input == NULL || !text_is(proposal->kind, "reconsideration"))
		return;
	if (!facts->meeting.has_item)
		check_resolution(&facts->caller, input->resolution, problems);
	else if (input->resolution != NULL)
		problems_add(problems, PROBLEM_RESOLUTION_NOT_ASKED, "#/resolution", NULL, NULL);
	effects->input.resolution = input->resolution;
}

void decide_settle_proposal(const struct appeal_facts *facts,
			    const struct settle_proposal_input *input,
			    struct settle_effects *effects, struct problems *problems)
{
	const struct appeal_proposal *proposal = check_proposal(facts, input, problems);

	size_t n = problems->n;

	check_settler_may(facts, proposal, effects, problems);
	if (proposal == NULL)
		return;
	check_preparer(proposal->questioned, problems);
	effects->proposal = proposal;
	if (is_of_outcome(proposal))
		settle_outcome(facts, proposal, effects, problems);
	point_at_number(problems, n, input);
	take_resolution(facts, input, proposal, effects, problems);
}

void decide_return_proposal(const struct appeal_facts *facts,
			    const struct settle_proposal_input *input,
			    struct settle_effects *effects, struct problems *problems)
{
	const struct appeal_proposal *proposal = check_proposal(facts, input, problems);

	if (proposal == NULL)
		return;
	effects->proposal = proposal;
	if (text_is(proposal->kind, "reconsideration")) {
		effects->state = "lodged";
		if (facts->meeting.is_voted_on)
			problems_add(problems, PROBLEM_VOTED_ON, NULL, NULL, NULL);
	} else if (text_is(proposal->kind, "board")) {
		effects->state = "forwarded";
	}
}
