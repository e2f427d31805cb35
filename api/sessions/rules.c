#include "api/sessions/networks.h"
#include "api/sessions/sessions.h"

#include <string.h>

#include "api/grants/split.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"

/* Owners, family and who is hired in are not in the register, which withholds how many a firm has
 * employed where they are fewer than five. */
enum { UNREGISTERED_HEADS = 10 };

enum { MINUTES_MAX = 24 * 60 };

void warn_of_clash(const struct session_clash *clash, struct problems *warnings)
{
	if (clash->sessions != NULL)
		problems_add(warnings, PROBLEM_DOUBLE_BOOKED, NULL, clash->sessions, NULL);
	if (clash->is_engaged)
		problems_add(warnings, PROBLEM_PARTNER_ENGAGED, NULL, NULL, NULL);
}

static bool is_for_one_firm(const struct session_plan *plan)
{
	return strcmp(plan->kind, "consulting") == 0 || strcmp(plan->kind, "interview") == 0;
}

static bool is_cohort(const struct setting *setting)
{
	return strcmp(setting->kind, "cohort") == 0;
}

static bool is_enrolment(const struct setting *setting)
{
	return strcmp(setting->kind, "enrolment") == 0;
}

static void check_days(const struct setting *setting, const struct session_plan_facts *facts,
		       struct problems *problems)
{
	const char *first = words_date(problems, setting->starts_on);
	const char *last = words_date(problems, setting->ends_on);

	if (facts->starts_on < setting->starts_on || facts->starts_on > setting->ends_on)
		problems_add(problems, PROBLEM_PERIOD_OUTSIDE, "#/startsAt", first, last);
	if (facts->ends_on < setting->starts_on || facts->ends_on > setting->ends_on)
		problems_add(problems, PROBLEM_PERIOD_OUTSIDE, "#/endsAt", first, last);
}

static void check_times(const struct session_plan_facts *facts, const struct session_plan *plan,
			struct problems *problems)
{
	if (facts->minutes <= 0)
		problems_add(problems, PROBLEM_TIMES_REVERSED, "#/endsAt", NULL, NULL);
	else if (facts->minutes > MINUTES_MAX)
		problems_add(problems, PROBLEM_SESSION_TOO_LONG, "#/endsAt", NULL, NULL);
	else if (plan->planned_minutes > facts->minutes)
		problems_add(problems, PROBLEM_FIELD_TOO_LARGE, "#/plannedMinutes",
			     words_number(problems, facts->minutes), NULL);
}

static void check_firm(const struct setting *setting, const struct session_plan_facts *facts,
		       const struct session_plan *plan, struct problems *problems)
{
	bool for_one = is_for_one_firm(plan);

	if (for_one && !is_cohort(setting))
		problems_add(problems, PROBLEM_FIELD_ENUM, "#/kind", "workshop, meeting", NULL);
	else if (for_one && plan->orgnr == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/orgnr", NULL, NULL);
	else if (!for_one && plan->orgnr != NULL)
		problems_add(problems, PROBLEM_SESSION_FOR_ALL, "#/orgnr", NULL, NULL);
	else if (for_one && !facts->has_firm)
		problems_add(problems, PROBLEM_NOT_IN_COHORT, "#/orgnr", plan->orgnr, NULL);
}

static void check_interview(const struct session_plan_facts *facts, const struct session_plan *plan,
			    struct problems *problems)
{
	if (strcmp(plan->kind, "interview") != 0)
		problems_add(problems, PROBLEM_FIELD_ENUM, "#/kind", "interview", NULL);
	if (strcmp(plan->delivered_by, "hub") != 0)
		problems_add(problems, PROBLEM_FIELD_ENUM, "#/deliveredBy", "hub", NULL);
	if (!facts->has_firm)
		problems_add(problems, PROBLEM_NOT_THE_FIRM, "#/orgnr", NULL, NULL);
}

/* What a fagpartner delivers is of an engagement for these days, so that all figures count it. */
static void check_engagement(const struct session_plan_facts *facts,
			     const struct session_plan *plan, struct problems *problems)
{
	const struct session_engagement *engagement = &facts->engagement;

	bool by_hub = strcmp(plan->delivered_by, "hub") == 0;

	if (by_hub && plan->engagement_id == NULL)
		return;
	if (by_hub)
		problems_add(problems, PROBLEM_FIELD_ENUM, "#/deliveredBy", "fagpartner", NULL);
	else if (plan->engagement_id == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/engagementId", NULL, NULL);
	else if (!facts->has_engagement)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/engagementId", "engagementId",
			     NULL);
	else if (strcmp(engagement->state, "agreed") != 0)
		problems_add(problems, PROBLEM_NOT_ENGAGED, "#/engagementId", NULL, NULL);
	else if (facts->starts_on < engagement->starts_on || facts->ends_on > engagement->ends_on)
		problems_add(problems, PROBLEM_PERIOD_OUTSIDE, "#/engagementId",
			     words_date(problems, engagement->starts_on),
			     words_date(problems, engagement->ends_on));
}

void check_session_plan(const struct setting *setting, const struct session_plan_facts *facts,
			const struct session_plan *plan, struct problems *problems)
{
	if (!is_enrolment(setting))
		require_state(problems, setting->state,
			      is_cohort(setting) ? "planned, running" : "open");
	if (plan == NULL)
		return;
	check_times(facts, plan, problems);
	if (is_cohort(setting))
		check_days(setting, facts, problems);
	if (is_enrolment(setting))
		check_interview(facts, plan, problems);
	else
		check_firm(setting, facts, plan, problems);
	if (facts->has_twin)
		problems_add(problems, PROBLEM_SESSION_TWICE, "#/title",
			     words_number(problems, facts->twin_id), NULL);
	if (plan->place == NULL && plan->link == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/place", NULL, NULL);
	check_engagement(facts, plan, problems);
}

void decide_plan_cohort_session(const struct cohort_facts *facts, const struct session_plan *input,
				struct problems *problems)
{
	struct setting setting = {"cohort", facts->state, facts->starts_on, facts->ends_on};

	check_session_plan(&setting, &facts->session, input, problems);
}

void decide_plan_network_session(const struct network_facts *facts,
				 const struct session_plan *input, struct problems *problems)
{
	struct setting setting = {.kind = "network", .state = facts->state};

	check_session_plan(&setting, &facts->session, input, problems);
}

void decide_plan_interview(const struct interview_facts *facts, const struct session_plan *input,
			   struct problems *problems)
{
	struct setting setting = {.kind = "enrolment", .state = facts->state};

	check_session_plan(&setting, &facts->session, input, problems);
}

void decide_change_network(const struct network_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "open");
}

void decide_end_network(const struct network_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "open");
	if (facts->n_planned > 0)
		problems_add(problems, PROBLEM_SESSIONS_PLANNED, NULL,
			     words_number(problems, facts->n_planned), NULL);
}

void decide_change_session(const struct session_facts *facts, const struct session_plan *input,
			   struct problems *problems)
{
	struct setting setting = {facts->case_kind, facts->setting_state, facts->starts_on,
				  facts->ends_on};

	require_state(problems, facts->state, "planned");
	if (input != NULL && facts->n_hours > 0 && !facts->is_plan_kept)
		problems_add(problems, PROBLEM_SESSION_HAS_HOURS, NULL, NULL, NULL);
	check_session_plan(&setting, &facts->session, input, problems);
}

static void require_delivering(const struct session_facts *facts, struct problems *problems)
{
	if (facts->is_handed_over)
		problems_add(problems, PROBLEM_HANDED_OVER, NULL, NULL, NULL);
	else if (strcmp(facts->case_kind, "enrolment") != 0)
		require_state(problems, facts->setting_state,
			      strcmp(facts->case_kind, "cohort") == 0 ? "running" : "open");
}

static void check_length(const struct session_facts *facts, const struct attendance_input *input,
			 struct problems *problems)
{
	if (input->held_minutes > facts->minutes)
		problems_add(problems, PROBLEM_HELD_TOO_LONG, "#/heldMinutes",
			     words_number(problems, facts->minutes), NULL);
}

static void check_joined(const struct attendant *attendant, size_t i, struct problems *problems)
{
	if (attendant->has_joined_late && attendant->head_count > 0)
		problems_at(problems, PROBLEM_NOT_JOINED_YET,
			    words_date(problems, attendant->joined_on), NULL,
			    "#/attendance/%zu/headCount", i);
}

static void check_attendants(const struct session_facts *facts, struct problems *problems)
{
	for (size_t i = 0; i < facts->n_attendants; i++) {
		const struct attendant *attendant = &facts->attendants[i];

		if (attendant->is_repeated)
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/attendance/%zu/orgnr", i);
		else if (!attendant->is_firm)
			problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "orgnr", NULL,
				    "#/attendance/%zu/orgnr", i);
		else if (attendant->is_serving)
			problems_at(problems, PROBLEM_NOT_A_FIRM, NULL, NULL,
				    "#/attendance/%zu/orgnr", i);
		if (attendant->is_size_known &&
		    attendant->head_count > attendant->employees + UNREGISTERED_HEADS)
			problems_at(problems, PROBLEM_TOO_MANY_HEADS,
				    words_number(problems, attendant->employees), NULL,
				    "#/attendance/%zu/headCount", i);
		if (facts->is_for_one && attendant->is_firm && attendant->head_count == 0)
			problems_at(problems, PROBLEM_FIRM_ABSENT, NULL, NULL,
				    "#/attendance/%zu/headCount", i);
		check_joined(attendant, i, problems);
	}
	if (facts->missing != NULL)
		problems_add(problems, PROBLEM_ATTENDANCE_MISSING, "#/attendance", facts->missing,
			     NULL);
}

static int64_t ordered_minutes(const struct session_facts *facts)
{
	int64_t sum = 0;

	for (size_t i = 0; i < facts->n_hours; i++)
		sum += facts->hours[i].ordered_minutes;
	return sum;
}

/* They stand. */
static bool is_settled(const struct session_hours *hours)
{
	return !hours->is_disputed &&
	       (strcmp(hours->state, "confirmed") == 0 || strcmp(hours->state, "invoiced") == 0);
}

static int64_t settled_minutes(const struct session_facts *facts)
{
	int64_t sum = 0;

	for (size_t i = 0; i < facts->n_hours; i++)
		if (is_settled(&facts->hours[i]))
			sum += facts->hours[i].delivered_minutes;
	return sum;
}

/* Of those of firms that came; their sum. */
static int64_t weigh_hours(const struct session_facts *facts, int64_t *weights)
{
	int64_t sum = 0;

	for (size_t i = 0; i < facts->n_hours; i++) {
		const struct session_hours *hours = &facts->hours[i];

		weights[i] = hours->is_present && !is_settled(hours) ? hours->ordered_minutes : 0;
		sum += weights[i];
	}
	return sum;
}

/* What is delivered already as it is to be needs no other confirmation. */
static void deliver_minutes(const struct session_facts *facts, const int64_t *minutes,
			    struct attendance_effects *effects, struct problems *problems)
{
	size_t n = facts->n_hours;

	effects->hours = arena_alloc(problems->arena, n * sizeof(*effects->hours));
	effects->minutes = arena_alloc(problems->arena, n * sizeof(*effects->minutes));
	effects->n_hours = 0;
	for (size_t i = 0; i < n; i++) {
		const struct session_hours *hours = &facts->hours[i];
		bool is_ordered = strcmp(hours->state, "ordered") == 0;

		if (is_settled(hours) || (!is_ordered && minutes[i] == hours->delivered_minutes))
			continue;
		if (hours->is_present && minutes[i] == 0)
			problems_add(problems, PROBLEM_NO_MINUTES, "#/heldMinutes", hours->firm,
				     NULL);
		effects->hours[effects->n_hours] = hours->id;
		effects->minutes[effects->n_hours++] = minutes[i];
	}
}

static bool check_share(const struct session_facts *facts, int64_t held_minutes, int64_t weight,
			struct problems *problems)
{
	int64_t settled = settled_minutes(facts);

	if (held_minutes > ordered_minutes(facts))
		problems_add(problems, PROBLEM_HELD_NOT_ORDERED, "#/heldMinutes",
			     words_number(problems, ordered_minutes(facts)), NULL);
	if (held_minutes < settled)
		problems_add(problems, PROBLEM_HOURS_CONFIRMED, "#/heldMinutes", NULL, NULL);
	else if (weight == 0 && settled == 0)
		problems_add(problems, PROBLEM_HOURS_OF_ABSENT, "#/attendance", NULL, NULL);
	else if (weight == 0 && held_minutes > settled)
		problems_add(problems, PROBLEM_FIELD_TOO_LARGE, "#/heldMinutes",
			     words_number(problems, settled), NULL);
	else
		return true;
	return false;
}

/* Those that are not settled get the rest. */
static void share_minutes(const struct session_facts *facts, int64_t held_minutes,
			  struct attendance_effects *effects, struct problems *problems)
{
	size_t n = facts->n_hours;
	int64_t *weights = arena_alloc(problems->arena, n * sizeof(*weights));
	int64_t *minutes = arena_alloc(problems->arena, n * sizeof(*minutes));
	int64_t weight = weigh_hours(facts, weights);

	if (!check_share(facts, held_minutes, weight, problems))
		return;
	if (weight > 0)
		split_exactly(held_minutes - settled_minutes(facts), weights, n, minutes);
	deliver_minutes(facts, minutes, effects, problems);
}

void decide_hold_session(const struct session_facts *facts, const struct attendance_input *input,
			 struct attendance_effects *effects, struct problems *problems)
{
	require_state(problems, facts->state, "planned");
	require_delivering(facts, problems);
	if (!facts->is_over)
		problems_add(problems, PROBLEM_SESSION_NOT_OVER, NULL, NULL, NULL);
	if (facts->engagement_id != 0 && facts->n_hours == 0)
		problems_add(problems, PROBLEM_HOURS_NOT_ORDERED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	check_length(facts, input, problems);
	check_attendants(facts, problems);
	if (facts->n_hours > 0)
		share_minutes(facts, input->held_minutes, effects, problems);
}

static bool is_any_confirmed(const struct session_facts *facts)
{
	for (size_t i = 0; i < facts->n_hours; i++)
		if (strcmp(facts->hours[i].state, "delivered") != 0)
			return true;
	return false;
}

static bool is_any_disputed(const struct session_facts *facts)
{
	for (size_t i = 0; i < facts->n_hours; i++)
		if (facts->hours[i].is_disputed)
			return true;
	return false;
}

/* Among the firms that it was split over. */
static bool is_split_kept(const struct session_facts *facts, int64_t held_minutes)
{
	for (size_t i = 0; i < facts->n_hours; i++) {
		const struct session_hours *hours = &facts->hours[i];

		if (!is_settled(hours) && hours->is_present != (hours->delivered_minutes > 0))
			return false;
	}
	return held_minutes == facts->held_minutes;
}

static void correct_minutes(const struct session_facts *facts, int64_t held_minutes,
			    struct attendance_effects *effects, struct problems *problems)
{
	if (held_minutes - facts->held_minutes > facts->left_minutes)
		problems_add(problems, PROBLEM_CEILING_EXCEEDED, "#/heldMinutes",
			     words_number(problems, facts->left_minutes), NULL);
	if (!is_split_kept(facts, held_minutes))
		share_minutes(facts, held_minutes, effects, problems);
}

void decide_replace_attendance(const struct session_facts *facts,
			       const struct attendance_input *input,
			       struct attendance_effects *effects, struct problems *problems)
{
	require_state(problems, facts->state, "held");
	require_delivering(facts, problems);
	if (input == NULL)
		return;
	check_length(facts, input, problems);
	check_attendants(facts, problems);
	if (facts->n_hours > 0 && (!is_any_confirmed(facts) || is_any_disputed(facts)))
		correct_minutes(facts, input->held_minutes, effects, problems);
	else if (facts->n_hours > 0 && input->held_minutes != facts->held_minutes)
		problems_add(problems, PROBLEM_HOURS_CONFIRMED, "#/heldMinutes", NULL, NULL);
}

static void check_freed(const struct session_facts *facts, struct problems *problems)
{
	if (ordered_minutes(facts) - facts->held_minutes > facts->left_minutes)
		problems_add(problems, PROBLEM_CEILING_EXCEEDED, NULL,
			     words_number(problems, facts->left_minutes), NULL);
}

void decide_reopen_session(const struct session_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "held");
	require_delivering(facts, problems);
	for (size_t i = 0; i < facts->n_rests; i++)
		problems_add(problems, PROBLEM_SESSION_RESTED_ON, NULL,
			     arena_printf(problems->arena, "@rests.%s", facts->rests[i]), NULL);
	if (facts->n_hours > 0 && is_any_confirmed(facts))
		problems_add(problems, PROBLEM_HOURS_CONFIRMED, NULL, NULL, NULL);
	else if (facts->n_hours > 0)
		check_freed(facts, problems);
}

void decide_cancel_session(const struct session_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "planned");
}

void decide_give_feedback(const struct session_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "held");
	if (!facts->is_attendant)
		problems_add(problems, PROBLEM_NOT_ATTENDANT, NULL, NULL, NULL);
}
