#include "api/applications/applications.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api/applications/overlap.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/num.h"

static void require_announced(struct problems *problems, const char *state, int32_t today,
			      int32_t opens_on, int32_t closes_on,
			      const struct call_deadline *deadline)
{
	bool is_open = strcmp(state, "open") == 0;

	if (!is_open && deadline->is_closed_early)
		problems_add(problems, PROBLEM_CALL_CLOSED, NULL,
			     words_date(problems, deadline->closed_on), NULL);
	else if (!is_open || today < opens_on)
		problems_add(problems, PROBLEM_CALL_NOT_OPEN, NULL, words_date(problems, opens_on),
			     words_date(problems, closes_on));
}

static void refuse_late(struct problems *problems, int32_t closes_on,
			const struct call_deadline *deadline)
{
	problems_add(problems, PROBLEM_DEADLINE_PASSED, NULL, words_date(problems, closes_on),
		     deadline->grace_until);
}

/* Nothing is begun after the last day, without leave. */
static void check_begin(const struct new_application_facts *facts, int32_t on, const char *state,
			struct problems *problems)
{
	if (facts->has_leave)
		return;
	if (on > facts->closes_on && strcmp(state, "open") == 0)
		refuse_late(problems, facts->closes_on, &facts->deadline);
	else
		require_announced(problems, state, on, facts->opens_on, facts->closes_on,
				  &facts->deadline);
}

/* What the county got in time is in time, also once the call has closed. */
static void check_received_in_time(const struct new_application_facts *facts,
				   const struct on_behalf_input *entered, struct problems *problems)
{
	bool is_closed = strcmp(facts->call_state, "closed") == 0;

	check_begin(facts, entered->received_on, is_closed ? "open" : facts->call_state, problems);
}

static void require_kind(struct problems *problems, const char *kind, const char **kinds, size_t n)
{
	if (!words_contain(kinds, n, kind))
		problems_add(problems, PROBLEM_APPLICANT_KIND, NULL,
			     arena_printf(problems->arena, "@%s", words_list(problems, kinds, n)),
			     NULL);
}

static void check_applicant_of(const struct new_application_facts *facts,
			       const struct new_application_input *input,
			       struct problems *problems)
{
	bool is_county = strcmp(facts->caller.kind, "county") == 0;

	if (is_county && input->is_on_behalf)
		check_received_in_time(facts, &input->on_behalf, problems);
	else
		check_begin(facts, facts->today, facts->call_state, problems);
	if (input->is_on_behalf)
		check_entering(&facts->caller, facts->today,
			       facts->has_behalf ? &facts->behalf : NULL, &input->on_behalf,
			       problems);
	if (is_county && !input->is_on_behalf)
		problems_add(problems, PROBLEM_ON_BEHALF_MISSING, "#/onBehalf", NULL, NULL);
	else
		require_kind(problems, input->is_on_behalf ? "firm" : facts->caller.kind,
			     facts->applicant_kinds, facts->n_applicant_kinds);
}

static void check_source(const struct new_application_facts *facts, struct problems *problems)
{
	if (!facts->has_from)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/fromApplicationId",
			     "fromApplicationId", NULL);
	else if (facts->from.programme_id != facts->programme_id)
		problems_add(problems, PROBLEM_OTHER_PROGRAMME, "#/fromApplicationId", NULL, NULL);
	else if (facts->from.is_destroyed)
		problems_add(problems, PROBLEM_CASE_DESTROYED, "#/fromApplicationId", NULL, NULL);
}

void decide_create_application(const struct new_application_facts *facts,
			       const struct new_application_input *input, struct problems *problems)
{
	char number[24];

	check_applicant_of(facts, input, problems);
	if (input->carries)
		check_source(facts, problems);
	if (!input->has_track)
		return;
	if (!facts->has_track || input->is_on_behalf)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/trackId", "trackId", NULL);
	else if (facts->track_programme_id != facts->programme_id)
		problems_add(problems, PROBLEM_TRACK_OTHER_PROGRAMME, "#/trackId", NULL, NULL);
	else if (strcmp(facts->track_state, "open") != 0)
		problems_add(problems, PROBLEM_TRACK_ENDED, "#/trackId", NULL, NULL);
	if (facts->track_is_taken) {
		snprintf(number, sizeof(number), "%" PRId64, facts->track_application_id);
		problems_add(problems, PROBLEM_TRACK_CALL_TAKEN, "#/trackId", number, NULL);
	}
}

static void require_writer(const struct application_facts *facts, struct problems *problems)
{
	if (!facts->may_write)
		problems_add(problems, PROBLEM_NOT_WRITER, NULL, NULL, NULL);
}

void decide_save(const struct application_facts *facts, struct problems *problems)
{
	require_writer(facts, problems);
	require_in_hand(facts->state, &facts->in_hand, problems);
}

void decide_take_form(const struct application_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "draft");
	if (strcmp(facts->state, "draft") == 0)
		require_draft_open(&facts->in_hand, problems);
	if (facts->form_version == facts->call.form_version)
		problems_add(problems, PROBLEM_FORM_IN_FORCE, NULL,
			     words_number(problems, facts->form_version), NULL);
}

/* Until midnight after the last day, and for what was begun before then a while longer. */
static void require_in_time(const struct application_facts *facts, struct problems *problems)
{
	const struct application_call *call = &facts->call;

	require_announced(problems, call->state, facts->today, call->opens_on, call->closes_on,
			  &facts->in_hand.deadline);
	if (strcmp(call->state, "open") == 0 && !is_in_grace(&facts->in_hand))
		refuse_late(problems, call->closes_on, &facts->in_hand.deadline);
}

/* A returned application may come back after the call has closed, until the day asked for; one that
 * has leave to be late, until the day of that. */
static void check_deadline(const struct application_facts *facts, struct problems *problems)
{
	if (strcmp(facts->state, "returned") == 0) {
		if (facts->has_return_by && facts->today > facts->return_by)
			problems_add(problems, PROBLEM_ANSWER_LATE, NULL,
				     words_date(problems, facts->return_by), NULL);
	} else if (facts->in_hand.may_enter) {
		return;
	} else if (!facts->in_hand.has_leave) {
		require_in_time(facts, problems);
	} else if (facts->today > facts->in_hand.leave_until) {
		problems_add(problems, PROBLEM_LEAVE_OVER, NULL,
			     words_date(problems, facts->in_hand.leave_until), NULL);
	}
}

static void check_line(const struct application_line *line, struct problems *problems)
{
	if (strcmp(line->state, "active") != 0)
		problems_add(problems, PROBLEM_LINE_CLOSED, NULL, line->name, NULL);
}

static void check_place(const struct application_facts *facts, struct problems *problems)
{
	const char *municipality = facts->applicant.municipality_no;

	if (facts->line.county_only &&
	    (municipality == NULL || strncmp(municipality, facts->county, 2) != 0))
		problems_add(problems, PROBLEM_APPLICANT_OUTSIDE, NULL,
			     municipality == NULL ? "-" : municipality, NULL);
}

static void check_applicant(const struct application_facts *facts, struct problems *problems)
{
	require_kind(problems, facts->applicant_kind, facts->line.applicant_kinds,
		     facts->line.n_applicant_kinds);
	if (facts->applicant.insolvent)
		problems_add(problems, PROBLEM_APPLICANT_INSOLVENT, NULL, NULL, NULL);
}

void check_group_cap(const struct group_cap *cap, int64_t group_ore, int64_t costs_ore,
		     const char *pointer, struct problems *problems)
{
	__int128 most = (__int128)costs_ore * cap->max_share_bp;

	if ((__int128)group_ore * NUM_WHOLE_BP > most)
		problems_add(problems, PROBLEM_GROUP_TOO_LARGE, pointer, cap->name,
			     words_kroner(problems, (int64_t)(most / NUM_WHOLE_BP)));
}

static void check_caps(const struct application_facts *facts, int64_t costs_ore,
		       struct problems *problems)
{
	for (size_t i = 0; i < facts->call.n_caps; i++) {
		const struct group_cap *cap = &facts->call.caps[i];
		int64_t group_ore = 0;

		for (size_t j = 0; j < facts->n_costs; j++)
			if (strcmp(facts->costs[j].cost_group, cap->cost_group) == 0)
				group_ore += facts->costs[j].amount_ore;
		check_group_cap(cap, group_ore, costs_ore, "#/costs", problems);
	}
}

static int64_t check_costs(const struct application_facts *facts, struct problems *problems)
{
	int64_t sum = 0;

	if (facts->n_costs == 0)
		problems_add(problems, PROBLEM_COSTS_MISSING, "#/costs", NULL, NULL);
	check_bearers(&facts->partners, facts->costs, facts->n_costs, problems);
	for (size_t i = 0; i < facts->n_costs; i++) {
		const struct cost_line *line = &facts->costs[i];

		if (!words_contain(facts->call.cost_groups, facts->call.n_cost_groups,
				   line->cost_group))
			problems_at(problems, PROBLEM_COST_GROUP_UNKNOWN, line->cost_group,
				    words_list(problems, facts->call.cost_groups,
					       facts->call.n_cost_groups),
				    "#/costs/%zu/costGroup", i);
		sum += line->amount_ore;
	}
	check_caps(facts, sum, problems);
	return sum;
}

void check_bearers(const struct named_partners *partners, const struct cost_line *costs, size_t n,
		   struct problems *problems)
{
	for (size_t i = 0; i < n; i++)
		check_line_partner(partners, costs[i].partner, "costs", i, problems);
}

void check_sources(const struct named_partners *partners, const struct finance_line *finance,
		   size_t n, struct problems *problems)
{
	for (size_t i = 0; i < n; i++) {
		check_line_partner(partners, finance[i].partner, "finance", i, problems);
		if (finance[i].partner != NULL && strcmp(finance[i].source_kind, "applied") == 0)
			problems_at(problems, PROBLEM_PARTNER_APPLIED, NULL, NULL,
				    "#/finance/%zu/partnerOrgnr", i);
	}
}

/* The finance covers the costs exactly, and one line of it is what the county is asked for. */
static int64_t check_finance(const struct application_facts *facts, int64_t costs_ore,
			     struct problems *problems)
{
	int64_t sum = 0;
	int64_t applied = 0;
	size_t n_applied = 0;

	if (facts->n_finance == 0) {
		problems_add(problems, PROBLEM_FINANCE_MISSING, "#/finance", NULL, NULL);
		return 0;
	}
	check_sources(&facts->partners, facts->finance, facts->n_finance, problems);
	for (size_t i = 0; i < facts->n_finance; i++) {
		sum += facts->finance[i].amount_ore;
		if (strcmp(facts->finance[i].source_kind, "applied") == 0) {
			applied = facts->finance[i].amount_ore;
			n_applied++;
		}
	}
	if (n_applied != 1)
		problems_add(problems, PROBLEM_APPLIED_LINES, "#/finance", NULL, NULL);
	if (sum != costs_ore)
		problems_add(problems, PROBLEM_FINANCE_NOT_EQUAL, "#/finance",
			     words_kroner(problems, sum), words_kroner(problems, costs_ore));
	return n_applied == 1 ? applied : 0;
}

static const char *percent_of(int64_t basis_points, struct arena *arena)
{
	if (basis_points % 100 == 0)
		return arena_printf(arena, "%" PRId64 " %%", basis_points / 100);
	return arena_printf(arena, "%" PRId64 ",%02" PRId64 " %%", basis_points / 100,
			    basis_points % 100);
}

int64_t most_of_costs(const struct application_line *line, int64_t costs_ore)
{
	return (int64_t)((__int128)costs_ore * line->max_share_bp / NUM_WHOLE_BP / 100 * 100);
}

static void check_share(const struct application_facts *facts, int64_t costs_ore,
			int64_t applied_ore, const char *pointer, struct problems *problems)
{
	const struct application_line *line = &facts->line;
	int64_t most = most_of_costs(line, costs_ore);

	if (applied_ore <= most || costs_ore == 0)
		return;
	problems_add(problems, PROBLEM_SHARE_TOO_HIGH, pointer,
		     words_whose(problems, percent_of(line->max_share_bp, problems->arena),
				 line->max_share_line),
		     words_kroner(problems, most));
}

void check_max_amount(const struct application_line *line, int64_t amount_ore, const char *pointer,
		      struct problems *problems)
{
	if (line->has_max_amount && amount_ore > line->max_amount.amount_ore)
		problems_add(problems, PROBLEM_AMOUNT_TOO_HIGH, pointer,
			     words_kroner(problems, line->max_amount.amount_ore),
			     line->max_amount.source);
}

static void check_stage(const struct application_call *call, int64_t stage, const char *pointer,
			struct problems *problems)
{
	if (!contains_number(call->stages, call->n_stages, stage))
		problems_add(problems, PROBLEM_STAGE_NOT_IN_CALL, pointer,
			     words_numbers(problems, call->stages, call->n_stages), NULL);
}

/* What was done before it was applied for was not done for the grant (GBER art. 6). */
static void check_plan(const struct application_facts *facts, struct problems *problems)
{
	if (!facts->has_start)
		problems_add(problems, PROBLEM_PERIOD_MISSING, "#/startsOn", NULL, NULL);
	if (!facts->has_end)
		problems_add(problems, PROBLEM_PERIOD_MISSING, "#/endsOn", NULL, NULL);
	else if (facts->ends_on < facts->came_in_on)
		problems_add(problems, PROBLEM_WORK_OVER, "#/endsOn",
			     words_date(problems, facts->came_in_on), NULL);
	for (size_t i = 0; i < facts->n_firms; i++)
		check_stage(&facts->call, facts->firms[i].stage,
			    arena_printf(problems->arena, "#/firms/%zu/stage", i), problems);
}

void decide_submit(const struct application_facts *facts, bool whole,
		   struct submit_effects *effects, struct problems *problems)
{
	int64_t costs_ore;

	require_writer(facts, problems);
	require_state(problems, facts->state, "draft, returned");
	check_deadline(facts, problems);
	check_line(&facts->line, problems);
	if (facts->is_track_ended)
		problems_add(problems, PROBLEM_TRACK_ENDED, NULL, NULL, NULL);
	check_place(facts, problems);
	check_applicant(facts, problems);
	check_overlap(facts, problems);
	check_all_confirmed(&facts->partners, problems);
	if (!whole)
		return;
	check_plan(facts, problems);
	costs_ore = check_costs(facts, problems);
	effects->applied_ore = check_finance(facts, costs_ore, problems);
	check_share(facts, costs_ore, effects->applied_ore, "#/finance", problems);
	check_max_amount(&facts->line, effects->applied_ore, "#/finance", problems);
}

void decide_pre_check(const struct application_facts *facts, const struct pre_check_input *input,
		      struct problems *problems)
{
	int64_t costs_ore = 0;

	check_deadline(facts, problems);
	check_line(&facts->line, problems);
	if (input->is_registered || facts->applicant.municipality_no != NULL)
		check_place(facts, problems);
	check_applicant(facts, problems);
	for (size_t i = 0; i < input->n_stages; i++)
		check_stage(&facts->call, input->stages[i],
			    arena_printf(problems->arena, "#/stages/%zu", i), problems);
	if (facts->n_costs > 0)
		costs_ore = check_costs(facts, problems);
	if (!input->has_applied)
		return;
	check_share(facts, costs_ore, input->applied_ore, "#/appliedOre", problems);
	check_max_amount(&facts->line, input->applied_ore, "#/appliedOre", problems);
}

static void require_withdrawable(const struct application_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "submitted, returned, in_review");
}

void decide_withdraw(const struct application_facts *facts, struct problems *problems)
{
	if (facts->caller.organisation_id != facts->applicant_id)
		problems_add(problems, PROBLEM_NOT_WRITER, NULL, NULL, NULL);
	require_withdrawable(facts, problems);
}

void decide_enter_withdrawal(const struct application_facts *facts, const struct said_input *said,
			     struct problems *problems)
{
	bool answers_for = strcmp(facts->caller.kind, "county") == 0 ||
			   (facts->has_entered && facts->may_write);

	require_person(&facts->caller, problems);
	if (!answers_for)
		problems_add(problems, PROBLEM_NOT_ANSWERING, NULL, NULL, NULL);
	require_withdrawable(facts, problems);
	if (said != NULL && facts->is_submitted)
		check_said(said, facts->submitted_on, facts->today, problems);
}

/* Whoever wrote it for the applicant does not handle it. */
static void require_not_entered(const struct application_facts *facts, struct problems *problems)
{
	if (facts->has_entered)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, "@did.enter", "@do.handle");
}

void decide_return(const struct application_facts *facts, const struct return_input *input,
		   struct problems *problems)
{
	require_state(problems, facts->state, "submitted, in_review, returned");
	if (input != NULL && input->has_answer_by)
		require_not_passed(problems, input->answer_by, facts->today, "#/answerBy");
	require_not_entered(facts, problems);
}

void decide_resume(const struct application_facts *facts, struct problems *problems)
{
	require_not_entered(facts, problems);
	require_state(problems, facts->state, "returned");
}

void decide_take(const struct application_facts *facts, struct problems *problems)
{
	require_not_entered(facts, problems);
	require_state(problems, facts->state, "submitted, in_review");
}

static void check_assignee(const struct assignee *assignee, struct problems *problems)
{
	if (!assignee->is_caseworker)
		problems_add(problems, PROBLEM_NOT_FOR_CASES, "#/caseworkerId", assignee->name,
			     NULL);
	if (assignee->has_case)
		problems_add(problems, PROBLEM_HAS_CASE, "#/caseworkerId", assignee->name, NULL);
	if (assignee->applied)
		problems_add(problems, PROBLEM_FOUR_EYES, "#/caseworkerId", "@did.apply",
			     "@do.recommend");
	if (assignee->is_questioned)
		problems_add(problems, PROBLEM_ASSIGNEE_DISQUALIFIED, "#/caseworkerId",
			     assignee->name, NULL);
}

void decide_assign(const struct application_facts *facts, const struct assign_input *input,
		   struct problems *problems)
{
	require_state(problems, facts->state,
		      "submitted, returned, in_review, recommended, granted, part_granted, "
		      "rejected, ineligible, dismissed, accepted, active");
	require_person(&facts->caller, problems);
	if (input == NULL)
		return;
	if (facts->has_assignee)
		check_assignee(&facts->assignee, problems);
	else
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/caseworkerId", "caseworkerId",
			     NULL);
}
