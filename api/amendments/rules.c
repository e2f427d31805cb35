#include "api/amendments/amendments.h"

#include <string.h>

#include "api/applications/overlap.h"
#include "api/deadlines/deadlines.h"
#include "api/decisions/held.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

enum says {
	SAYS_NOTHING,
	SAYS_UNTIL,
	SAYS_AMOUNT,
	SAYS_MOVES,
	SAYS_FAGPARTNERE,
};

/* Of a grant in which states, and what it says. */
static const struct amendment_kind {
	const char *name;
	const char *states;
	enum says says;
	bool needs_claims; /* that more can be claimed */
	bool harms;        /* the recipient, where the county asks */
} kinds[] = {
	{"acceptance", "offered", SAYS_UNTIL, false, false},
	{"extension", "accepted, active", SAYS_UNTIL, true, false},
	{"increase", "accepted, active", SAYS_AMOUNT, true, false},
	{"decrease", "accepted, active", SAYS_AMOUNT, false, true},
	{"budget_move", "accepted, active", SAYS_MOVES, true, false},
	{"partner_change", "accepted, active", SAYS_MOVES, true, true},
	{"fagpartner_change", "accepted, active", SAYS_FAGPARTNERE, true, false},
	{"annulment", "accepted, active", SAYS_NOTHING, false, true},
};

enum { N_KINDS = sizeof(kinds) / sizeof(kinds[0]) };

#define PARTNER_CHANGE "partner_change"

static const struct amendment_kind *find_kind(const char *name)
{
	size_t i = 0;

	while (i < N_KINDS - 1 && !text_is(kinds[i].name, name))
		i++;
	return &kinds[i];
}

bool amendment_is_of(const char *kind, const char *grant_state)
{
	return strstr(find_kind(kind)->states, grant_state) != NULL;
}

static bool is_of_county(const struct caller *caller)
{
	return text_is(caller->kind, "county");
}

/* A member that its kind needs is there, and none that it has no use for. */
static void check_member(bool is_needed, bool is_there, const char *pointer,
			 struct problems *problems)
{
	if (is_needed && !is_there)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, pointer, NULL, NULL);
	else if (!is_needed && is_there)
		problems_add(problems, PROBLEM_AMENDMENT_MEMBER, pointer, NULL, NULL);
}

/* The day that an amendment of its kind moves. */
static bool last_day(const struct amended_grant *grant, const struct amendment_kind *kind,
		     int32_t *day_out)
{
	bool is_offer = text_is(kind->name, "acceptance");

	*day_out = is_offer ? grant->accept_by : grant->ends_on;
	return kind->says == SAYS_UNTIL && (is_offer ? grant->has_accept_by : grant->has_end);
}

static void check_until(const struct amended_grant *grant, const struct amendment_kind *kind,
			const struct amendment_terms *terms, bool may_be_less,
			struct problems *problems)
{
	int32_t day;

	require_not_passed(problems, terms->until, grant->today, "#/until");
	if (!may_be_less && last_day(grant, kind, &day) && terms->until <= day)
		problems_add(problems, PROBLEM_AMENDMENT_NOT_LATER, "#/until",
			     words_date(problems, day), NULL);
}

static void check_amount(const struct amended_grant *grant, const struct amendment_kind *kind,
			 const struct amendment_terms *terms, struct problems *problems)
{
	int64_t claimed_ore = grant->amount_ore - grant->remaining_ore;

	if (text_is(kind->name, "increase") && terms->amount_ore <= grant->amount_ore)
		problems_add(problems, PROBLEM_AMENDMENT_NOT_MORE, "#/amountOre",
			     words_kroner(problems, grant->amount_ore), NULL);
	if (text_is(kind->name, "increase") && terms->amount_ore > grant->applied_ore)
		problems_add(problems, PROBLEM_AMENDMENT_OVER_APPLIED, "#/amountOre",
			     words_kroner(problems, grant->applied_ore), NULL);
	if (text_is(kind->name, "decrease") && terms->amount_ore >= grant->amount_ore)
		problems_add(problems, PROBLEM_AMENDMENT_NOT_LESS, "#/amountOre",
			     words_kroner(problems, grant->amount_ore), NULL);
	if (terms->amount_ore < claimed_ore)
		problems_add(problems, PROBLEM_GRANT_CLAIMED, "#/amountOre",
			     words_kroner(problems, claimed_ore), NULL);
}

/* Who comes and goes, and what an amendment that an appeal takes up again gave back; where it puts
 * aside one that gave more time, less may be given. */
struct amendment_frame {
	const struct partner_change *change;
	struct given_back back;
	bool may_be_less;
};

/* Of what moves or is given back, and of a change of partners who comes and goes with it. */
static void check_lines(const struct amended_grant *grant, const struct amendment_kind *kind,
			const struct amendment_terms *terms, const struct amendment_frame *frame,
			struct problems *problems)
{
	const struct partner_change *change = frame->change;
	struct budget budget = budget_entered(&grant->budget, change, problems->arena);

	struct budget after =
		budget_after(&budget, terms->moves, terms->n_moves, problems->arena);

	check_moves(&budget, terms->moves, terms->n_moves, problems);
	check_lead(&budget, &after, problems);
	check_given_back(change, terms->moves, terms->n_moves, problems);
	check_comes_back(&frame->back, terms->moves, terms->n_moves, problems);
	check_rest(granted_of_rest(&budget, &after, grant->amount_ore, &frame->back),
		   grant->amount_ore - grant->remaining_ore, problems);
	if (text_is(kind->name, PARTNER_CHANGE))
		check_partner_change(&budget, change, terms->moves, terms->n_moves, problems);
}

static void check_terms(const struct amended_grant *grant, const struct amendment_kind *kind,
			const struct amendment_terms *terms, const struct amendment_frame *frame,
			struct problems *problems)
{
	check_member(kind->says == SAYS_UNTIL, terms->has_until, "#/until", problems);
	check_member(kind->says == SAYS_AMOUNT, terms->has_amount, "#/amountOre", problems);
	check_member(kind->says == SAYS_MOVES, terms->moves_json != NULL, "#/moves", problems);
	if (kind->says == SAYS_UNTIL && terms->has_until)
		check_until(grant, kind, terms, frame->may_be_less, problems);
	if (kind->says == SAYS_AMOUNT && terms->has_amount)
		check_amount(grant, kind, terms, problems);
	if (kind->says == SAYS_MOVES)
		check_lines(grant, kind, terms, frame, problems);
}

/* What is of its kind: after the final claim nothing more is claimed, and no grant ends before its
 * claims have. */
static void check_kind(const struct amended_grant *grant, const struct amendment_kind *kind,
		       const char *pointer, struct problems *problems)
{
	if (!amendment_is_of(kind->name, grant->state))
		problems_add(problems, PROBLEM_AMENDMENT_KIND, pointer,
			     arena_printf(problems->arena, "@%s", grant->state), NULL);
	if (kind->needs_claims && grant->has_final)
		problems_add(problems, PROBLEM_FINAL_CLAIMED, pointer,
			     words_number(problems, grant->final_number), NULL);
	if (text_is(kind->name, "annulment") && grant->has_open)
		problems_add(problems, PROBLEM_CLAIM_OPEN, pointer,
			     words_number(problems, grant->open_number), NULL);
}

/* The recipient asks for more time before it is over. */
static void check_in_time(const struct amended_grant *grant, const struct amendment_kind *kind,
			  struct problems *problems)
{
	int32_t day;

	if (last_day(grant, kind, &day) && grant->today > day)
		problems_add(problems, PROBLEM_AMENDMENT_LATE, "#/kind", words_date(problems, day),
			     NULL);
}

/* Who leaves and enters, as it is asked for. */
static struct partner_change asked_change(const struct new_amendment_facts *facts,
					  const struct ask_amendment_input *input,
					  struct arena *arena)
{
	struct partner_change change = {.leaving = input->leaving, .n_leaving = input->n_leaving};

	change.entering = arena_alloc(arena, (input->n_entering + 1) * sizeof(*change.entering));
	while (change.n_entering < input->n_entering && change.n_entering < facts->n_named) {
		size_t i = change.n_entering++;

		change.entering[i] = (struct asked_about){
			.orgnr = input->entering[i].orgnr,
			.name = facts->named[i].name,
			.state = "asked",
		};
	}
	return change;
}

static void check_asked_partners(const struct new_amendment_facts *facts,
				 const struct ask_amendment_input *input, struct problems *problems)
{
	if (!text_is(input->kind, PARTNER_CHANGE)) {
		check_member(false, input->leaving_json != NULL, "#/leaving", problems);
		check_member(false, input->entering_json != NULL, "#/entering", problems);
	} else if (input->n_leaving == 0 && input->n_entering == 0) {
		check_member(true, false, "#/leaving", problems);
	} else if (is_of_county(&facts->grant.caller) && input->n_entering > 0) {
		problems_add(problems, PROBLEM_PARTNER_OF_RECIPIENT, "#/entering", NULL, NULL);
	}
	for (size_t i = 0; i < input->n_entering; i++)
		if (IS_REPEATED(input->entering, orgnr, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/entering/%zu/orgnr", i);
	check_named(facts->named, facts->n_named, facts->grant.applicant_id, problems);
}

/* The recipient chooses whom it works with. */
static void check_asked_fagpartnere(const struct new_amendment_facts *facts,
				    const struct ask_amendment_input *input, enum says says,
				    struct problems *problems)
{
	check_member(says == SAYS_FAGPARTNERE, input->fagpartnere_json != NULL, "#/fagpartnere",
		     problems);
	if (says != SAYS_FAGPARTNERE || input->fagpartnere_json == NULL)
		return;
	if (is_of_county(&facts->grant.caller))
		problems_add(problems, PROBLEM_FAGPARTNER_OF_RECIPIENT, "#/kind", NULL, NULL);
	check_fagpartner_change(&facts->amended.fagpartnere, &input->fagpartnere,
				&facts->standings, problems);
}

void decide_ask_amendment(const struct new_amendment_facts *facts,
			  const struct ask_amendment_input *input, struct problems *problems)
{
	const struct caller *caller = &facts->grant.caller;
	const struct amendment_kind *kind;
	struct partner_change change;
	struct amendment_frame frame = {.change = &change};

	if (!is_of_county(caller) && caller->organisation_id != facts->grant.applicant_id) {
		problems_add(problems, PROBLEM_RECIPIENT_ASKS, NULL, NULL, NULL);
		return;
	}
	require_person(caller, problems);
	require_state(problems, facts->grant.state, "offered, accepted, active");
	require_made_known(facts->grant.is_held, facts->grant.release_on, problems);
	if (input == NULL)
		return;
	kind = find_kind(input->kind);
	if (words_contain(facts->open, facts->n_open, input->kind))
		problems_add(problems, PROBLEM_AMENDMENT_OPEN, "#/kind", NULL, NULL);
	check_member(false, input->terms.has_year, "#/year", problems);
	check_kind(&facts->amended, kind, "#/kind", problems);
	change = asked_change(facts, input, problems->arena);
	check_asked_partners(facts, input, problems);
	check_asked_fagpartnere(facts, input, kind->says, problems);
	check_terms(&facts->amended, kind, &input->terms, &frame, problems);
	if (!is_of_county(caller))
		check_in_time(&facts->amended, kind, problems);
}

static void require_not_applicant(const struct amendment_facts *facts, const char *step,
				  struct problems *problems)
{
	if (facts->application.has_decision && facts->application.decision.caller_applied)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, "@did.apply", step);
}

static void check_unappealed(const struct amendment_facts *facts, struct problems *problems)
{
	if (facts->is_appealed)
		problems_add(problems, PROBLEM_APPEAL_OPEN, "#/outcome",
			     words_number(problems, facts->appeal_number), NULL);
}

/* What the county asks for to the recipient's detriment. */
static bool is_harmful(const struct amendment_facts *facts)
{
	return facts->is_of_county && find_kind(facts->kind)->harms;
}

static void check_notice(const struct amendment_facts *facts, struct problems *problems)
{
	if (is_harmful(facts) && !facts->had_notice &&
	    facts->application.decision.n_unheard == 0)
		problems_add(problems, PROBLEM_AMENDMENT_NO_NOTICE, NULL, NULL, NULL);
}

/* What is granted once it is approved. */
static int64_t amount_after(const struct amendment_facts *facts,
			    const struct amendment_terms *terms, struct arena *arena)
{
	const struct budget *before = &facts->amended.budget;
	struct budget after;

	if (text_is(facts->kind, "annulment"))
		return 0;
	if (terms->has_amount)
		return terms->amount_ore;
	after = budget_after(before, terms->moves, terms->n_moves, arena);
	return granted_of_rest(before, &after, facts->amended.amount_ore, &facts->back);
}

static const char *outcome_after(const struct amendment_facts *facts, int64_t amount_ore)
{
	if (amount_ore == 0)
		return "annulled";
	return amount_ore == facts->application.applied_ore ? "granted" : "part_granted";
}

/* What each organisation bears of it; none are told where the recipient is alone. */
static void take_bearers(const struct budget *after, struct decision_facts *decision,
			 struct arena *arena)
{
	struct organisation_costs *bearers =
		arena_alloc(arena, (after->n_partners + 1) * sizeof(*bearers));
	size_t n = 0;

	bearers[n++] = (struct organisation_costs){after->lead, bearer_sum(after, NULL).budget_ore};
	for (size_t i = 0; i < after->n_partners; i++) {
		const char *orgnr = after->partners[i].orgnr;
		int64_t ore = bearer_sum(after, orgnr).budget_ore;

		if (ore > 0)
			bearers[n++] = (struct organisation_costs){orgnr, ore};
	}
	decision->organisations = bearers;
	decision->n_organisations = n > 1 ? n : 0;
}

/* The budget that the decision is made on: what it moves is moved in it. */
static void take_budget(const struct amendment_facts *facts, const struct amendment_terms *terms,
			struct amendment_effects *effects, struct arena *arena)
{
	struct decision_facts *decision = &effects->application.decision;
	struct budget after;

	effects->application = facts->application;
	if (terms->moves_json == NULL)
		return;
	after = budget_entered(&facts->amended.budget, &facts->change, arena);
	after = budget_after(&after, terms->moves, terms->n_moves, arena);
	take_bearers(&after, decision, arena);
	decision->budget = arena_alloc(arena, after.n_groups * sizeof(*decision->budget));
	effects->costs = arena_alloc(arena, after.n_groups * sizeof(*effects->costs));
	decision->n_budget = effects->n_costs = 0;
	for (size_t i = 0; i < after.n_groups; i++) {
		const struct line_group *group = &after.groups[i];
		int64_t ore = group_sum(&after, group->cost_group).budget_ore;

		if (ore <= 0)
			continue;
		decision->budget[decision->n_budget++] =
			(struct budget_group){group->cost_group, group->earmarked, ore};
		effects->costs[effects->n_costs++] = (struct changed_cost){group->cost_group, ore};
	}
}

void tell_asked_overlap(const struct new_amendment_facts *facts, struct problems *warnings)
{
	struct application_facts entering = {
		.caller = facts->grant.caller,
		.overlaps = facts->overlaps,
		.n_overlaps = facts->n_overlaps,
	};

	tell_overlap(&entering, warnings);
}

/* The case as it is for who enters it. */
static void take_entering_overlaps(const struct amendment_facts *facts,
				   struct application_facts *application)
{
	application->overlaps = facts->overlaps;
	application->n_overlaps = facts->n_overlaps;
	application->overlaps_json = facts->overlaps_json;
}

void tell_entering_overlap(const struct amendment_facts *facts, struct problems *warnings)
{
	struct application_facts entering = facts->application;

	take_entering_overlaps(facts, &entering);
	tell_overlap(&entering, warnings);
}

/* More money is held against the lines as any decision is; what takes none of it is not asked
 * again what was asked when it was granted. */
static void check_decision(const struct amendment_facts *facts, const struct amendment_terms *terms,
			   const char *grounds, struct amendment_effects *effects,
			   struct problems *problems)
{
	const struct application_facts *application = &facts->application;
	int64_t amount_ore = amount_after(facts, terms, problems->arena);
	bool is_raised = amount_ore > facts->amended.amount_ore;

	if (!application->has_decision || !facts->has_grant ||
	    amount_ore > facts->amended.applied_ore)
		return;
	take_budget(facts, terms, effects, problems->arena);
	effects->input = (struct decide_input){
		.outcome = outcome_after(facts, amount_ore),
		.amount_ore = amount_ore,
		.grounds = grounds,
		.year = terms->has_year ? terms->year : facts->grant.year,
		.overlap_grounds = is_raised && application->n_overlaps > 0 ? grounds : NULL,
	};
	if (is_raised)
		check_decision_anew(&effects->application, &effects->input,
				    facts->amended.amount_ore, &effects->decision,
				    problems);
	else
		take_terms(&effects->application, &effects->input, &effects->decision, problems);
	if (text_is(facts->kind, PARTNER_CHANGE)) {
		take_entering_overlaps(facts, &effects->application);
		check_overlap(&effects->application, problems);
	}
	effects->decision.accept_by = text_is(facts->kind, "acceptance") ? terms->until : 0;
}

/* Who carries it out stands by the part that it gets. */
static void check_parts(const struct amendment_facts *facts, const struct amendment_terms *terms,
			struct problems *problems)
{
	const struct budget *before = &facts->amended.budget;
	struct budget asked = budget_after(before, facts->asked.moves, facts->asked.n_moves,
					   problems->arena);
	struct budget after = budget_after(before, terms->moves, terms->n_moves, problems->arena);

	check_parts_asked(&facts->change, before, &asked, &after, problems);
}

/* What an appeal gave is granted, and as it was asked or for longer where it gave the whole. */
static void check_allowed(const struct amendment_facts *facts, const char *outcome,
			  const struct amendment_terms *terms, struct problems *problems)
{
	const struct amendment_terms *asked = &facts->asked;

	if (facts->allowed == NULL)
		return;
	if (text_is(outcome, "refused"))
		problems_add(problems, PROBLEM_APPEAL_GAVE_IT, "#/outcome", NULL, NULL);
	else if (text_is(facts->allowed, "allowed") &&
		 ((terms->has_until && terms->until < asked->until) ||
		  (terms->has_amount && terms->amount_ore != asked->amount_ore) ||
		  !are_same_moves(terms->moves, terms->n_moves, asked->moves, asked->n_moves)))
		problems_add(problems, PROBLEM_APPEAL_GAVE_ALL, "#/outcome", NULL, NULL);
}

/* More time that the county gave of itself. */
static bool is_put_aside(const struct amendment_facts *facts, const struct amendment_kind *kind)
{
	int32_t day;

	return facts->is_taken_up && facts->asked.has_until &&
	       last_day(&facts->amended, kind, &day) && facts->asked.until <= day;
}

static void check_approval(const struct amendment_facts *facts, const struct amendment_terms *terms,
			   const char *grounds, struct amendment_effects *effects,
			   struct problems *problems)
{
	const struct amendment_kind *kind = find_kind(facts->kind);
	struct amendment_frame frame = {&facts->change, facts->back, is_put_aside(facts, kind)};

	check_kind(&facts->amended, kind, "#/outcome", problems);
	check_terms(&facts->amended, kind, terms, &frame, problems);
	check_parts(facts, terms, problems);
	check_partners_heard(&facts->change, facts->today, problems);
	if (kind->says == SAYS_FAGPARTNERE)
		check_fagpartner_change(&facts->amended.fagpartnere, &facts->fagpartnere,
					&facts->standings, problems);
	check_unappealed(facts, problems);
	check_notice(facts, problems);
	check_decision(facts, terms, grounds, effects, problems);
}

/* Before anything is said of what is prepared: to approve it is what waits. */
static void tell_unheard(const struct amendment_facts *facts, struct problems *problems)
{
	const struct decision_facts *decision = &facts->application.decision;

	if (is_harmful(facts))
		check_heard(decision->unheard, decision->n_unheard, problems);
	check_partners_heard(&facts->change, facts->today, problems);
	check_partners_answered(&facts->change, problems);
	check_notice(facts, problems);
}

/* What members vote on stays as it is. */
static void check_not_voted_on(const struct amendment_facts *facts, struct problems *problems)
{
	if (facts->meeting.is_voted_on)
		problems_add(problems, PROBLEM_VOTED_ON, NULL, NULL, NULL);
}

/* What a body that may decide has resolved is entered, and not prepared anew. */
static void check_unresolved(const struct amendment_facts *facts, struct problems *problems)
{
	check_not_voted_on(facts, problems);
	if (facts->meeting.is_resolved)
		problems_add(problems, PROBLEM_RESOLUTION_STANDS, NULL, NULL, NULL);
}

void decide_prepare_amendment(const struct amendment_facts *facts,
			      const struct prepare_amendment_input *input,
			      struct problems *problems)
{
	struct amendment_effects effects = {0};

	require_state(problems, facts->state, "asked, prepared");
	require_person(&facts->caller, problems);
	require_not_applicant(facts, "@do.prepare", problems);
	if (!facts->is_of_county)
		require_other(&facts->caller, facts->asked_by, "@did.ask", "@do.prepare", problems);
	check_unresolved(facts, problems);
	if (input == NULL) {
		tell_unheard(facts, problems);
		return;
	}
	check_allowed(facts, input->outcome, &input->terms, problems);
	if (text_is(input->outcome, "refused")) {
		check_member(false, input->terms.has_until, "#/until", problems);
		check_member(false, input->terms.has_amount, "#/amountOre", problems);
		check_member(false, input->terms.moves_json != NULL, "#/moves", problems);
		check_member(false, input->terms.has_year, "#/year", problems);
		return;
	}
	check_member(text_is(facts->kind, "increase"), input->terms.has_year, "#/year", problems);
	check_approval(facts, &input->terms, input->grounds, &effects, problems);
}

static void require_not_preparer(const struct amendment_facts *facts, const char *step,
				 struct problems *problems)
{
	require_not_applicant(facts, step, problems);
	require_other(&facts->caller, facts->asked_by, "@did.ask", step, problems);
	if (facts->has_proposal)
		require_other(&facts->caller, facts->proposal.made_by, "@did.prepare", step,
			      problems);
}

/* As it was prepared. */
static void check_decider(const struct amendment_facts *facts,
			  const struct decide_amendment_input *input,
			  struct amendment_effects *effects, struct problems *problems)
{
	struct decided_as as = {.outcome = facts->has_proposal ? facts->proposal.outcome : NULL};
	struct deciding deciding = {
		.meeting = &facts->meeting,
		.stake_ore = facts->amended.amount_ore + facts->back.amount_ore,
	};

	if (!facts->application.has_decision)
		return;
	if (text_is(facts->kind, "increase"))
		deciding.stake_ore =
			at_stake_ore(&facts->application, facts->proposal.terms.amount_ore);
	if (input != NULL && facts->has_proposal) {
		deciding.input = &input->meeting;
		deciding.as = &as;
		deciding.resolution = input->resolution;
	}
	check_who_decides(&facts->application, &deciding, &effects->decision, problems);
}

/* What stands in the way is of what was prepared, not of the request. */
static void unpoint(struct problems *problems, size_t from)
{
	for (size_t i = from; i < problems->n; i++)
		problems->list[i].pointer = NULL;
}

/* What the recipient asked for in vain it may appeal against (fvl. § 29). */
static void set_appeal_by(const struct amendment_facts *facts, struct amendment_effects *effects,
			  struct problems *problems)
{
	const struct appealable *appealable = &facts->application.appealable;

	if (facts->is_of_county || effects->is_approved || !facts->application.has_appealable)
		return;
	if (!appealable->has_appeal_days)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, "appeal.days", NULL);
	else
		effects->appeal_by = deadline_after(facts->today, appealable->appeal_days);
}

/* Why a partner enters that is helped elsewhere, which whoever decides says. */
static void check_entering_grounds(const struct amendment_facts *facts,
				   const struct decide_amendment_input *input,
				   struct amendment_effects *effects, struct problems *problems)
{
	if (!effects->is_approved || !text_is(facts->kind, PARTNER_CHANGE))
		return;
	check_overlap_grounds(&effects->application, input->overlap_grounds, problems);
	effects->input.overlap_grounds = input->overlap_grounds;
}

void decide_amendment(const struct amendment_facts *facts,
		      const struct decide_amendment_input *input, struct amendment_effects *effects,
		      struct problems *problems)
{
	size_t n;

	require_state(problems, facts->state, "prepared");
	require_person(&facts->caller, problems);
	require_not_preparer(facts, "@do.decide", problems);
	if (facts->has_proposal)
		check_preparer(facts->proposal.questioned, problems);
	n = problems->n;
	if (facts->has_proposal && text_is(facts->proposal.outcome, "approved")) {
		effects->is_approved = true;
		check_approval(facts, &facts->proposal.terms, facts->proposal.grounds, effects,
			       problems);
	}
	if (facts->has_proposal)
		check_allowed(facts, facts->proposal.outcome, &facts->proposal.terms, problems);
	unpoint(problems, n);
	check_decider(facts, input, effects, problems);
	set_appeal_by(facts, effects, problems);
	if (input == NULL)
		return;
	check_entering_grounds(facts, input, effects, problems);
	effects->input.resolution = input->resolution;
	effects->input.meeting = input->meeting;
}

void decide_return_amendment(const struct amendment_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "prepared");
	require_person(&facts->caller, problems);
	require_not_preparer(facts, "@do.decide", problems);
	check_unresolved(facts, problems);
}

/* What a partner was given on appeal it alone does without. */
static void check_withdrawer(const struct amendment_facts *facts, struct problems *problems)
{
	bool is_by_county = is_of_county(&facts->caller);
	bool may = facts->partner != NULL
			   ? is_by_county && has_declined(&facts->change, facts->partner)
			   : is_by_county == facts->is_of_county;

	if (!may)
		problems_add(problems, PROBLEM_AMENDMENT_OF_OTHER, NULL, NULL, NULL);
}

void decide_withdraw_amendment(const struct amendment_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "asked, prepared");
	check_not_voted_on(facts, problems);
	check_withdrawer(facts, problems);
}
