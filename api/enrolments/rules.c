#include "api/enrolments/enrolments.h"

#include <string.h>

#include "api/enrolments/create.h"
#include "api/enrolments/deliverables.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"

/* A programme that runs, and a firm that may get something. */
static void require_running(const char *programme_state, bool is_insolvent,
			    struct problems *problems)
{
	if (strcmp(programme_state, "active") != 0)
		problems_add(problems, PROBLEM_PROGRAMME_NOT_ACTIVE, NULL,
			     arena_printf(problems->arena, "@%s", programme_state), NULL);
	if (is_insolvent)
		problems_add(problems, PROBLEM_APPLICANT_INSOLVENT, NULL, NULL, NULL);
}

/* The hub that answers for where the firm lies follows it; where none does, the county says who. */
static void check_hub(const struct new_enrolment_facts *facts,
		      const struct new_enrolment_input *input, const char *place,
		      struct problems *problems)
{
	bool is_county = strcmp(facts->caller.kind, "county") == 0;

	if (input->hub_orgnr != NULL && !is_county)
		problems_add(problems, PROBLEM_FIELD_UNKNOWN, "#/hubOrgnr", NULL, NULL);
	else if (input->hub_orgnr != NULL && !facts->has_named)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/hubOrgnr", "hubOrgnr", NULL);
	else if (input->hub_orgnr != NULL && facts->named_id != facts->hub_id)
		problems_add(problems, PROBLEM_HUB_ANSWERS, "#/hubOrgnr", place, NULL);
	else if (!facts->has_hub && is_county)
		problems_add(problems, PROBLEM_HUB_UNNAMED, "#/hubOrgnr", place, NULL);
	else if (!facts->has_hub)
		problems_add(problems, PROBLEM_NO_HUB_ANSWERS, NULL, place, NULL);
	else if (!facts->is_inside)
		problems_add(problems, PROBLEM_FIRM_OUTSIDE, "#/orgnr", place, NULL);
}

/* One that the programme is for, and that the caller may speak for. */
static void check_firm(const struct new_enrolment_facts *facts,
		       const struct new_enrolment_input *input, struct problems *problems)
{
	const char *place = facts->municipality_no == NULL
				    ? "@place.none"
				    : arena_printf(problems->arena, "@place.municipality %s",
						   facts->municipality_no);

	if (facts->is_deleted)
		problems_add(problems, PROBLEM_FIRM_DELETED, NULL, NULL, NULL);
	if (strcmp(facts->caller.kind, "firm") == 0 &&
	    facts->caller.organisation_id != facts->firm_id)
		problems_add(problems, PROBLEM_NOT_OWN_FIRM, "#/orgnr", NULL, NULL);
	else if (facts->serves_as != NULL)
		problems_add(problems, PROBLEM_NOT_A_FIRM, "#/orgnr", NULL, NULL);
	else
		check_hub(facts, input, place, problems);
}

void decide_create_enrolment(const struct new_enrolment_facts *facts,
			     const struct new_enrolment_input *input, struct problems *problems)
{
	if (facts->ask != NULL)
		problems_add(problems, PROBLEM_ENROLLED_ELSEWHERE, NULL, facts->ask, NULL);
	if (facts->is_known)
		problems_add(problems, PROBLEM_ALREADY_FOLLOWED, NULL,
			     words_number(problems, facts->known_id), NULL);
	if (facts->programme_state == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/programmeId", "programmeId",
			     NULL);
	else
		require_running(facts->programme_state, facts->is_insolvent, problems);
	if (facts->programme_state != NULL && !facts->is_delivered)
		problems_add(problems, PROBLEM_PROGRAMME_NOT_DELIVERED, "#/programmeId", NULL,
			     NULL);
	if (!facts->has_firm)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/orgnr", input->orgnr, NULL);
	else
		check_firm(facts, input, problems);
}

static const struct stage_facts *find_stage(const struct enrolment_facts *facts, int64_t number)
{
	for (size_t i = 0; i < facts->n_stages; i++)
		if (facts->stages[i].number == number)
			return &facts->stages[i];
	return NULL;
}

static void add_stage_unknown(const struct enrolment_facts *facts, struct problems *problems)
{
	int64_t *numbers = arena_alloc(problems->arena, (facts->n_stages + 1) * sizeof(*numbers));
	size_t n = 0;

	for (size_t i = 0; i < facts->n_stages; i++)
		if (facts->stages[i].number != MOBILISATION)
			numbers[n++] = facts->stages[i].number;
	problems_add(problems, PROBLEM_STAGE_UNKNOWN, "#/stage",
		     words_numbers(problems, numbers, n), NULL);
}

/* Where firms begin; MOBILISATION if there is no stage after it. */
static int64_t first_stage(const struct enrolment_facts *facts)
{
	int64_t first = MOBILISATION;

	for (size_t i = 0; i < facts->n_stages; i++)
		if (facts->stages[i].number != MOBILISATION &&
		    (first == MOBILISATION || facts->stages[i].number < first))
			first = facts->stages[i].number;
	return first;
}

void decide_recommend_stage(const struct enrolment_facts *facts,
			    const struct recommend_stage_input *input, struct problems *problems)
{
	require_state(problems, facts->state, UNDER_WAY);
	require_person(&facts->caller, problems);
	if (input == NULL)
		return;
	if (!input->has_stage && input->digitally_ready)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/stage", NULL, NULL);
	if (input->has_stage &&
	    (find_stage(facts, input->stage) == NULL || input->stage == MOBILISATION))
		add_stage_unknown(facts, problems);
	else if (input->has_stage && !input->digitally_ready && input->stage != first_stage(facts))
		problems_add(problems, PROBLEM_STAGE_UNREADY, "#/stage",
			     words_number(problems, first_stage(facts)), NULL);
}

/* NULL: nowhere, or it has completed none. */
static const int64_t *find_next(const struct enrolment_facts *facts)
{
	const struct stage_facts *stage = find_stage(facts, facts->stage);
	bool is_through = strcmp(facts->state, "completed") == 0;

	return is_through && stage != NULL && stage->has_next ? &stage->next : NULL;
}

static bool is_in(const struct enrolment_facts *facts, const char *state)
{
	return strcmp(facts->state, state) == 0;
}

/* A stage that it waits for or has a place in, and that has not begun. */
static bool is_before(const struct enrolment_facts *facts)
{
	return is_in(facts, "waiting") || is_in(facts, "enrolled");
}

/* `stage` is NULL to ask whether any is. */
static bool is_advised(const struct enrolment_facts *facts, const int64_t *stage)
{
	const int64_t *next = find_next(facts);

	if (stage == NULL)
		return facts->has_recommended || next != NULL;
	return (facts->has_recommended && facts->recommended == *stage) ||
	       (next != NULL && *next == *stage);
}

static bool is_full(const struct stage_facts *stage, int64_t n_before)
{
	return stage->has_limit && stage->n_free <= n_before;
}

static void add_full(int64_t stage, struct problems *problems)
{
	problems_add(problems, PROBLEM_STAGE_FULL, NULL, words_number(problems, stage), NULL);
}

/* Whether the firm may give back the place that it has. */
static void check_leaving(const struct enrolment_facts *facts, struct problems *problems)
{
	static const char *const charged[] = {"invoiced", "part_paid", "paid"};
	static const char *const free[] = {"due", "credited"};
	const struct share_facts *share = &facts->share;

	if (!is_in(facts, "enrolled") || !facts->has_share)
		return;
	if (words_contain(charged, sizeof(charged) / sizeof(charged[0]), share->state))
		problems_add(problems, PROBLEM_SHARE_CHARGED, NULL,
			     words_number(problems, facts->stage),
			     arena_printf(problems->arena, "@%s", share->state));
	else if (share->is_delivered ||
		 !words_contain(free, sizeof(free) / sizeof(free[0]), share->state))
		problems_add(problems, PROBLEM_PLACE_USED, NULL,
			     words_number(problems, facts->stage), NULL);
}

static void add_there_already(const struct enrolment_facts *facts, struct problems *problems)
{
	problems_add(problems,
		     is_in(facts, "waiting") ? PROBLEM_STAGE_AWAITED : PROBLEM_STAGE_HELD,
		     "#/stage", words_number(problems, facts->stage), NULL);
}

/* Its share was credited before the stage began, and what it owes for the place is said anew. */
static bool is_owed_anew(const struct enrolment_facts *facts)
{
	return is_in(facts, "enrolled") && facts->is_share_gone;
}

/* Who has a place gives it up for a queue only if it says so. */
static bool refuses_to_wait(const struct enrolment_facts *facts, const struct enrol_input *input)
{
	return input->has_wait ? !input->wait_if_full : is_in(facts, "enrolled");
}

/* `input` is NULL if nothing was said of it. A refusal stands for whoever comes to a stage anew. */
static void raise_share(const struct enrolment_facts *facts, const struct stage_facts *stage,
			const struct new_copayment_input *input, struct enrol_effects *effects,
			struct problems *problems)
{
	decide_raise_copayment(&stage->price, stage->number, input, facts->today,
			       &effects->copayment, problems);
	if (input != NULL && effects->copayment.is_raised && facts->was_aid_refused)
		require_grounds(&input->declaration, "#/copayment/declaration/reason", problems);
}

static const struct new_copayment_input *said(const struct enrol_input *input)
{
	return input->has_copayment ? &input->copayment : NULL;
}

void decide_enrol(const struct enrolment_facts *facts, const struct enrol_input *input,
		  struct enrol_effects *effects, struct problems *problems)
{
	const struct stage_facts *stage;

	require_state(problems, facts->state, "prospect, assessed, waiting, enrolled, completed");
	require_running(facts->programme_state, facts->is_insolvent, problems);
	if (is_owed_anew(facts) && (input == NULL || input->stage == facts->stage)) {
		stage = find_stage(facts, facts->stage);
		MUST(stage != NULL);
		if (input != NULL)
			raise_share(facts, stage, said(input), effects, problems);
		return;
	}
	check_leaving(facts, problems);
	if (input == NULL) {
		if (!is_advised(facts, NULL))
			problems_add(problems, PROBLEM_STAGE_NOT_RECOMMENDED, NULL, NULL, NULL);
		else if (is_before(facts) && facts->recommended == facts->stage)
			add_there_already(facts, problems);
		return;
	}
	stage = find_stage(facts, input->stage);
	if (stage == NULL || input->stage == MOBILISATION) {
		add_stage_unknown(facts, problems);
		return;
	}
	if (is_before(facts) && input->stage == facts->stage) {
		add_there_already(facts, problems);
		return;
	}
	if (facts->has_passed && input->stage <= facts->passed)
		problems_add(problems, PROBLEM_STAGE_PASSED, "#/stage",
			     words_number(problems, facts->passed), NULL);
	else if (!is_advised(facts, &input->stage))
		problems_add(problems, PROBLEM_STAGE_NOT_RECOMMENDED, "#/stage", NULL, NULL);
	check_gates(facts, input->stage, problems);
	effects->waits = is_full(stage, input->n_before) || stage->n_ahead > 0;
	effects->credits = is_share_credited(facts);
	effects->n_passed = stage->n_shut;
	if (effects->waits && refuses_to_wait(facts, input))
		add_full(input->stage, problems);
	if (!effects->waits)
		raise_share(facts, stage, said(input), effects, problems);
}

/* Of the one it waits for, and of those above where it stands. */
static bool is_ahead(const struct enrolment_facts *facts, int64_t stage)
{
	if (strcmp(facts->state, "waiting") == 0)
		return stage == facts->stage;
	return stage > (facts->has_stage ? facts->stage : MOBILISATION);
}

static int64_t most_ore(const struct stage_price *price)
{
	return price->has_price ? price->price_ore : price->cap_ore;
}

static bool has_got(const struct way *way, int64_t stage)
{
	for (size_t i = 0; i < way->n_sessions; i++)
		if (way->sessions[i].stage == stage && way->sessions[i].attended)
			return true;
	return way->has_hours;
}

static void warn_of_open(const struct enrolment_facts *facts, struct problems *warnings)
{
	const struct way *way = &facts->way;

	if (strcmp(facts->state, "active") == 0 && !has_got(way, facts->stage))
		problems_add(warnings, PROBLEM_NOTHING_HELD, NULL,
			     words_number(warnings, facts->stage), NULL);
	for (size_t i = 0; i < way->n_unsettled; i++)
		problems_add(warnings, PROBLEM_SHARE_UNSETTLED, NULL,
			     words_number(warnings, way->unsettled[i]), NULL);
	for (size_t i = 0; i < way->n_unaccepted; i++)
		problems_add(warnings, PROBLEM_WORK_UNACCEPTED, NULL,
			     words_number(warnings, way->unaccepted[i]), NULL);
}

/* Of the stage that has not begun. */
static bool is_share_charged(const struct enrolment_facts *facts)
{
	static const char *const charged[] = {"due", "invoiced", "part_paid", "paid"};

	return facts->has_share && strcmp(facts->state, "enrolled") == 0 &&
	       words_contain(charged, sizeof(charged) / sizeof(charged[0]), facts->share.state);
}

static bool is_billed(const struct share_facts *share)
{
	return strcmp(share->state, "due") != 0;
}

bool is_share_credited(const struct enrolment_facts *facts)
{
	return is_share_charged(facts) && !facts->share.is_delivered && !is_billed(&facts->share);
}

bool is_credit_wanted(const struct enrolment_facts *facts)
{
	const struct share_facts *share = &facts->share;

	return is_share_charged(facts) && !share->is_delivered && is_billed(share) &&
	       !share->is_relief_asked && share->has_giver && facts->caller.is_person &&
	       facts->caller.organisation_id == share->creditor_id;
}

static enum problem_code fate_of(const struct enrolment_facts *facts)
{
	if (facts->share.is_delivered)
		return PROBLEM_SHARE_STAYS;
	if (!is_billed(&facts->share))
		return PROBLEM_SHARE_CREDITED;
	return is_credit_wanted(facts) ? PROBLEM_SHARE_FOR_TWO : PROBLEM_SHARE_TO_CREDIT;
}

static void warn_of_share(const struct enrolment_facts *facts, struct problems *warnings)
{
	const struct share_facts *share = &facts->share;

	if (facts->has_share && is_in(facts, "completed") && !share->is_settled)
		problems_add(warnings, PROBLEM_AID_UNSETTLED, NULL,
			     words_number(warnings, facts->stage), NULL);
	if (!is_share_charged(facts))
		return;
	problems_add(warnings, fate_of(facts), NULL, words_kroner(warnings, share->charged_ore),
		     NULL);
	if (!share->is_delivered && share->undelivered_minutes > 0)
		problems_add(warnings, PROBLEM_HOURS_UNENTERED, NULL,
			     words_number(warnings, share->undelivered_minutes), NULL);
}

static void warn_of_plan(const struct plan_facts *plan, struct problems *warnings)
{
	if (plan->sessions != NULL)
		problems_add(warnings, PROBLEM_SESSIONS_CALLED_OFF, NULL, plan->sessions, NULL);
	if (plan->minutes > 0)
		problems_add(warnings, PROBLEM_HOURS_CALLED_OFF, NULL,
			     words_number(warnings, plan->minutes), NULL);
}

void warn_of_stages(const struct enrolment_facts *facts, struct problems *warnings)
{
	if (strcmp(facts->state, "finished") == 0 || strcmp(facts->state, "dropped_out") == 0)
		return;
	warn_of_open(facts, warnings);
	warn_of_share(facts, warnings);
	tell_beside(facts->beside, facts->n_beside, warnings);
	warn_of_plan(&facts->plan, warnings);
	for (size_t i = 0; i < facts->n_stages; i++) {
		const struct stage_facts *stage = &facts->stages[i];

		if (!is_ahead(facts, stage->number))
			continue;
		check_gates(facts, stage->number, warnings);
		if (is_priced(&stage->price))
			problems_add(warnings, PROBLEM_STAGE_COST, NULL,
				     words_number(warnings, stage->number),
				     words_kroner(warnings, most_ore(&stage->price)));
		if (is_full(stage, 0) || stage->n_ahead > 0)
			problems_add(warnings, PROBLEM_STAGE_QUEUE, NULL,
				     words_number(warnings, stage->number),
				     words_number(warnings, stage->n_ahead));
	}
}

void decide_take_place(const struct enrolment_facts *facts, const struct take_place_input *input,
		       struct enrol_effects *effects, struct problems *problems)
{
	const struct stage_facts *stage = find_stage(facts, facts->stage);

	require_state(problems, facts->state, "waiting");
	require_running(facts->programme_state, facts->is_insolvent, problems);
	if (stage == NULL || strcmp(facts->state, "waiting") != 0)
		return;
	check_gates(facts, facts->stage, problems);
	if (is_full(stage, 0))
		add_full(facts->stage, problems);
	if (input == NULL)
		return;
	effects->n_passed = stage->n_shut;
	if (input->reason == NULL && stage->n_ahead > 0 && is_full(stage, stage->n_ahead))
		problems_add(problems, PROBLEM_QUEUE_ORDER, "#/reason",
			     words_number(problems, stage->n_ahead), NULL);
	raise_share(facts, stage, input->has_copayment ? &input->copayment : NULL, effects,
		    problems);
}

static void require_aid(const struct enrolment_facts *facts, struct problems *problems)
{
	if (facts->is_share_gone)
		problems_add(problems, PROBLEM_SHARE_GONE, NULL, NULL, NULL);
	else if (facts->is_credit_asked)
		problems_add(problems, PROBLEM_CREDIT_ASKED, NULL, NULL, NULL);
	else if (facts->is_aid_refused)
		problems_add(problems, PROBLEM_AID_REFUSED, NULL, NULL, NULL);
	else if (facts->is_aid_unchecked)
		problems_add(problems, PROBLEM_AID_UNCHECKED, NULL, NULL, NULL);
}

void decide_start(const struct enrolment_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "enrolled");
	require_aid(facts, problems);
}

void decide_complete(const struct enrolment_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "active");
	require_aid(facts, problems);
}

void decide_finish(const struct enrolment_facts *facts, struct problems *problems)
{
	bool is_firm = strcmp(facts->caller.kind, "firm") == 0;

	if (is_in(facts, "waiting") && facts->has_passed)
		return;
	require_state(problems, facts->state,
		      is_firm && !is_in(facts, "waiting") ? "waiting" : "completed");
}

void decide_drop_out(const struct enrolment_facts *facts, struct problems *problems)
{
	bool is_firm = strcmp(facts->caller.kind, "firm") == 0;

	require_state(problems, facts->state, is_firm ? BEFORE_PLACE : UNDER_WAY);
}

void decide_re_enter(const struct enrolment_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "finished, dropped_out");
	require_running(facts->programme_state, facts->is_insolvent, problems);
}

void decide_begin_deliverable(const struct enrolment_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "enrolled, active, completed");
}

void decide_change_deliverable(const struct deliverable_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "begun");
}

void decide_deliver(const struct deliverable_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "begun");
}

void decide_discard_deliverable(const struct deliverable_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "begun");
}

void decide_send_back_deliverable(const struct deliverable_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "delivered");
	require_person(&facts->caller, problems);
}

void decide_accept_deliverable(const struct deliverable_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "delivered");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->delivered_by, "@did.deliver_work", "@do.accept",
		      problems);
}
