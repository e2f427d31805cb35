#include "api/sessions/networks.h"
#include "api/sessions/sessions.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { START = 20000, /* a day */ END = START + 90 };

static struct cohort_facts cohort(void)
{
	return (struct cohort_facts){
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.state = "running",
		.starts_on = START,
		.ends_on = END,
		.session = {.starts_on = START, .ends_on = END, .minutes = 180, .has_firm = true},
	};
}

static struct session_plan workshop(void)
{
	return (struct session_plan){.kind = "workshop",
				     .place = "Granlia",
				     .delivered_by = "hub",
				     .planned_minutes = 180};
}

static void plan(const struct cohort_facts *facts, const struct session_plan *input)
{
	begin();
	decide_plan_cohort_session(facts, input, &problems);
}

START_TEST(a_session_lies_within_its_cohort)
{
	struct cohort_facts facts = cohort();
	struct session_plan input = workshop();

	plan(&facts, &input);
	assert_none();
	facts.session.starts_on = START - 1;
	plan(&facts, &input);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/startsAt");
	facts.session.starts_on = START;
	facts.session.ends_on = END + 1;
	plan(&facts, &input);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/endsAt");
}
END_TEST

START_TEST(planned_minutes_fit_between_beginning_and_end)
{
	struct cohort_facts facts = cohort();
	struct session_plan input = workshop();

	input.planned_minutes = 181;
	plan(&facts, &input);
	assert_one(PROBLEM_FIELD_TOO_LARGE, "#/plannedMinutes");
	assert_arg(0, "180");
	facts.session.minutes = 0;
	plan(&facts, &input);
	assert_one(PROBLEM_TIMES_REVERSED, "#/endsAt");
}
END_TEST

START_TEST(a_session_lasts_a_day_and_a_night_at_most)
{
	struct cohort_facts facts = cohort();
	struct session_plan input = workshop();

	facts.session.minutes = 24 * 60;
	plan(&facts, &input);
	assert_none();
	facts.session.minutes++;
	plan(&facts, &input);
	assert_one(PROBLEM_SESSION_TOO_LONG, "#/endsAt");
}
END_TEST

START_TEST(a_session_is_planned_once)
{
	struct cohort_facts facts = cohort();
	struct session_plan input = workshop();

	facts.session.has_twin = true;
	facts.session.twin_id = 41;
	plan(&facts, &input);
	assert_one(PROBLEM_SESSION_TWICE, "#/title");
	assert_arg(0, "41");
}
END_TEST

START_TEST(a_session_is_held_somewhere)
{
	struct cohort_facts facts = cohort();
	struct session_plan input = workshop();

	input.place = NULL;
	plan(&facts, &input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/place");
	input.link = "https://video.test/1";
	plan(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(consulting_and_interviews_are_for_one_firm_of_the_cohort)
{
	static const char *const kinds[] = {"consulting", "interview"};
	struct cohort_facts facts = cohort();
	struct session_plan input = workshop();

	for (size_t i = 0; i < 2; i++) {
		input.kind = kinds[i];
		input.orgnr = NULL;
		plan(&facts, &input);
		assert_one(PROBLEM_FIELD_REQUIRED, "#/orgnr");
		input.orgnr = "910000301";
		plan(&facts, &input);
		assert_none();
	}
	facts.session.has_firm = false;
	plan(&facts, &input);
	assert_one(PROBLEM_NOT_IN_COHORT, "#/orgnr");
}
END_TEST

START_TEST(workshops_and_meetings_are_for_all)
{
	static const char *const kinds[] = {"workshop", "meeting"};
	struct cohort_facts facts = cohort();
	struct session_plan input = workshop();

	for (size_t i = 0; i < 2; i++) {
		input.kind = kinds[i];
		input.orgnr = NULL;
		plan(&facts, &input);
		assert_none();
		input.orgnr = "910000301";
		plan(&facts, &input);
		assert_one(PROBLEM_SESSION_FOR_ALL, "#/orgnr");
	}
}
END_TEST

START_TEST(an_engagement_is_a_fagpartners)
{
	struct cohort_facts facts = cohort();
	struct session_plan input = workshop();

	input.engagement_id = "7";
	plan(&facts, &input);
	assert_one(PROBLEM_FIELD_ENUM, "#/deliveredBy");
	input.delivered_by = "fagpartner";
	input.engagement_id = NULL;
	plan(&facts, &input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/engagementId");
	input.engagement_id = "7";
	plan(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/engagementId");
}
END_TEST

START_TEST(an_engagement_is_agreed_for_the_days_of_the_session)
{
	struct cohort_facts facts = cohort();
	struct session_plan input = workshop();

	input.engagement_id = "7";
	input.delivered_by = "fagpartner";
	facts.session.has_engagement = true;
	facts.session.engagement = (struct session_engagement){"agreed", START, END};
	plan(&facts, &input);
	assert_none();
	facts.session.engagement.starts_on++;
	plan(&facts, &input);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/engagementId");
	facts.session.engagement = (struct session_engagement){"agreed", START, END - 1};
	plan(&facts, &input);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/engagementId");
	facts.session.engagement = (struct session_engagement){"proposed", START, END};
	plan(&facts, &input);
	assert_one(PROBLEM_NOT_ENGAGED, "#/engagementId");
}
END_TEST

START_TEST(sessions_are_planned_until_the_cohort_is_over)
{
	struct cohort_facts facts = cohort();

	facts.state = "planned";
	plan(&facts, NULL);
	assert_none();
	facts.state = "ended";
	plan(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* ---- networks */

START_TEST(a_network_has_workshops_and_meetings_on_any_day_while_it_is_open)
{
	struct network_facts facts = {.state = "open", .session = {.minutes = 180}};
	struct session_plan input = workshop();

	begin();
	decide_plan_network_session(&facts, &input, &problems);
	assert_none();
	input.kind = "interview";
	decide_plan_network_session(&facts, &input, &problems);
	assert_one(PROBLEM_FIELD_ENUM, "#/kind");
	begin();
	facts.state = "ended";
	decide_plan_network_session(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_change_network(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_network_ends_once_when_nothing_is_left_to_hold)
{
	struct network_facts facts = {.state = "open", .n_planned = 1};

	begin();
	decide_end_network(&facts, &problems);
	assert_one(PROBLEM_SESSIONS_PLANNED, NULL);
	facts.n_planned = 0;
	facts.state = "ended";
	begin();
	decide_end_network(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* ---- interviews */

START_TEST(a_firm_is_interviewed_by_the_hub_on_any_day_wherever_it_stands)
{
	struct interview_facts facts = {.state = "prospect",
					.session = {.minutes = 180, .has_firm = true}};
	struct session_plan input = workshop();

	input.kind = "interview";
	begin();
	decide_plan_interview(&facts, &input, &problems);
	facts.state = "finished";
	decide_plan_interview(&facts, &input, &problems);
	assert_none();
	facts.session.has_firm = false;
	decide_plan_interview(&facts, &input, &problems);
	assert_one(PROBLEM_NOT_THE_FIRM, "#/orgnr");
	begin();
	facts.session.has_firm = true;
	input.kind = "consulting";
	decide_plan_interview(&facts, &input, &problems);
	assert_one(PROBLEM_FIELD_ENUM, "#/kind");
	begin();
	input.kind = "interview";
	input.delivered_by = "fagpartner";
	input.engagement_id = "7";
	facts.session.has_engagement = true;
	facts.session.engagement = (struct session_engagement){"agreed", -START, START};
	decide_plan_interview(&facts, &input, &problems);
	assert_one(PROBLEM_FIELD_ENUM, "#/deliveredBy");
}
END_TEST

/* ---- a session */

static struct attendant attendants[2];

static struct session_facts session(const char *state)
{
	attendants[0] = attendants[1] = (struct attendant){.is_firm = true};
	return (struct session_facts){
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.state = state,
		.setting_state = "running",
		.case_kind = "cohort",
		.starts_on = START,
		.ends_on = END,
		.is_over = true,
		.minutes = 180,
		.is_attendant = true,
		.session = {.starts_on = START, .ends_on = START, .minutes = 180},
		.attendants = attendants,
		.n_attendants = 2,
	};
}

static const struct attendance_input came = {.held_minutes = 170};
static struct attendance_effects effects;

static void hold(const struct session_facts *facts)
{
	begin();
	effects.minutes = NULL;
	decide_hold_session(facts, &came, &effects, &problems);
}

START_TEST(a_session_is_held_once_it_is_over)
{
	struct session_facts facts = session("planned");

	hold(&facts);
	assert_none();
	facts.is_over = false;
	hold(&facts);
	assert_one(PROBLEM_SESSION_NOT_OVER, NULL);
}
END_TEST

START_TEST(a_session_is_held_in_a_cohort_that_runs)
{
	struct session_facts facts = session("planned");

	facts.setting_state = "planned";
	hold(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.case_kind = "network";
	facts.setting_state = "open";
	hold(&facts);
	assert_none();
}
END_TEST

START_TEST(an_interview_is_held_until_another_hub_follows_the_firm)
{
	struct session_facts facts = session("planned");

	facts.case_kind = "enrolment";
	facts.setting_state = "dropped_out";
	hold(&facts);
	assert_none();
	facts.is_handed_over = true;
	hold(&facts);
	assert_one(PROBLEM_HANDED_OVER, NULL);
}
END_TEST

START_TEST(who_came_is_a_firm_of_the_cohort_and_listed_once)
{
	struct session_facts facts = session("planned");

	attendants[1].is_firm = false;
	hold(&facts);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/attendance/1/orgnr");
	attendants[1] = (struct attendant){.is_firm = true, .is_repeated = true};
	hold(&facts);
	assert_one(PROBLEM_FIELD_NOT_UNIQUE, "#/attendance/1/orgnr");
	attendants[1] = (struct attendant){.is_firm = true, .is_serving = true};
	hold(&facts);
	assert_one(PROBLEM_NOT_A_FIRM, "#/attendance/1/orgnr");
}
END_TEST

START_TEST(each_firm_invited_is_named)
{
	struct session_facts facts = session("planned");

	facts.missing = "Vikmyr (910000301)";
	hold(&facts);
	assert_one(PROBLEM_ATTENDANCE_MISSING, "#/attendance");
	assert_arg(0, "Vikmyr (910000301)");
	facts.state = "held";
	begin();
	decide_replace_attendance(&facts, &came, &effects, &problems);
	assert_one(PROBLEM_ATTENDANCE_MISSING, "#/attendance");
}
END_TEST

START_TEST(what_is_for_one_firm_is_not_held_without_it)
{
	struct session_facts facts = session("planned");

	facts.is_for_one = true;
	facts.n_attendants = 1;
	hold(&facts);
	assert_one(PROBLEM_FIRM_ABSENT, "#/attendance/0/headCount");
	attendants[0].head_count = 1;
	hold(&facts);
	assert_none();
}
END_TEST

START_TEST(nobody_came_of_a_firm_that_joined_on_a_later_day)
{
	struct session_facts facts = session("planned");

	attendants[1].has_joined_late = true;
	attendants[1].joined_on = 20000;
	attendants[1].head_count = 0;
	hold(&facts);
	assert_none();
	attendants[1].head_count = 1;
	hold(&facts);
	assert_one(PROBLEM_NOT_JOINED_YET, "#/attendance/1/headCount");
	facts.state = "held";
	begin();
	decide_replace_attendance(&facts, &came, &effects, &problems);
	assert_one(PROBLEM_NOT_JOINED_YET, "#/attendance/1/headCount");
}
END_TEST

START_TEST(no_more_is_held_than_lies_between_beginning_and_end)
{
	struct session_facts facts = session("planned");

	facts.minutes = came.held_minutes;
	hold(&facts);
	assert_none();
	facts.minutes--;
	hold(&facts);
	assert_one(PROBLEM_HELD_TOO_LONG, "#/heldMinutes");
	assert_arg(0, "169");
	facts.state = "held";
	begin();
	decide_replace_attendance(&facts, &came, &effects, &problems);
	assert_one(PROBLEM_HELD_TOO_LONG, "#/heldMinutes");
}
END_TEST

START_TEST(as_many_come_as_are_employed_and_ten_more)
{
	struct session_facts facts = session("planned");

	attendants[1].is_size_known = true;
	attendants[1].employees = 7;
	attendants[0].head_count = attendants[1].head_count = 17;
	hold(&facts);
	assert_none();
	attendants[0].head_count = attendants[1].head_count = 18;
	hold(&facts);
	assert_one(PROBLEM_TOO_MANY_HEADS, "#/attendance/1/headCount");
	assert_arg(0, "7");
}
END_TEST

START_TEST(who_came_is_put_right_until_the_cohort_is_over)
{
	struct session_facts facts = session("held");

	begin();
	decide_replace_attendance(&facts, &came, &effects, &problems);
	assert_none();
	facts.setting_state = "ended";
	decide_replace_attendance(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static struct session_hours hours[2];

static struct session_facts session_with_hours(const char *state, const char *hours_state)
{
	struct session_facts facts = session(state);

	facts.hours = hours;
	facts.n_hours = 2;
	hours[0] = (struct session_hours){1, "910000301", hours_state, 100, 94, true, false};
	hours[1] = (struct session_hours){2, "910000302", hours_state, 80, 76, true, false};
	facts.left_minutes = 20;
	return facts;
}

START_TEST(what_is_held_is_delivered_of_the_hours_ordered_for_it)
{
	struct session_facts facts = session_with_hours("planned", "ordered");

	hold(&facts);
	assert_none();
	ck_assert_int_eq(effects.minutes[0], 94);
	ck_assert_int_eq(effects.minutes[1], 76);
	hours[1].ordered_minutes = 69;
	hold(&facts);
	assert_one(PROBLEM_HELD_NOT_ORDERED, "#/heldMinutes");
	assert_arg(0, "169");
	facts.n_hours = 0;
	hold(&facts);
	assert_none();
	ck_assert_ptr_null(effects.minutes);
}
END_TEST

START_TEST(a_fagpartners_session_is_held_of_hours_that_were_ordered)
{
	struct session_facts facts = session("planned");

	facts.engagement_id = 7;
	hold(&facts);
	assert_one(PROBLEM_HOURS_NOT_ORDERED, NULL);
	begin();
	decide_hold_session(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_HOURS_NOT_ORDERED, NULL);
	facts = session_with_hours("planned", "ordered");
	facts.engagement_id = 7;
	hold(&facts);
	assert_none();
}
END_TEST

START_TEST(what_is_held_is_split_over_the_firms_that_came)
{
	struct session_facts facts = session_with_hours("planned", "ordered");

	hours[0].is_present = false;
	hold(&facts);
	assert_none();
	ck_assert_int_eq(effects.minutes[0], 0);
	ck_assert_int_eq(effects.minutes[1], 170);
	hours[1].is_present = false;
	effects.minutes = NULL;
	hold(&facts);
	assert_one(PROBLEM_HOURS_OF_ABSENT, "#/attendance");
	ck_assert_ptr_null(effects.minutes);
}
END_TEST

START_TEST(each_of_the_hours_gets_some_of_what_is_held)
{
	struct session_facts facts = session_with_hours("planned", "ordered");
	struct attendance_input nobody = {.held_minutes = 1};

	begin();
	decide_hold_session(&facts, &nobody, &effects, &problems);
	assert_one(PROBLEM_NO_MINUTES, "#/heldMinutes");
	assert_arg(0, "910000302");
}
END_TEST

START_TEST(minutes_are_put_right_until_a_firm_has_confirmed)
{
	struct session_facts facts = session_with_hours("held", "delivered");

	effects.minutes = NULL;
	begin();
	facts.held_minutes = 170;
	decide_replace_attendance(&facts, &came, &effects, &problems);
	ck_assert_ptr_null(effects.minutes);
	hours[0].is_present = false;
	decide_replace_attendance(&facts, &came, &effects, &problems);
	assert_none();
	ck_assert_int_eq(effects.minutes[1], 170);
	hours[0].is_present = true;
	facts.held_minutes = 160;
	hours[0].delivered_minutes = 84;
	decide_replace_attendance(&facts, &came, &effects, &problems);
	assert_none();
	ck_assert_int_eq(effects.minutes[0], 94);
	facts.left_minutes = 9;
	decide_replace_attendance(&facts, &came, &effects, &problems);
	assert_one(PROBLEM_CEILING_EXCEEDED, "#/heldMinutes");
	assert_arg(0, "9");
	begin();
	hours[1].state = "confirmed";
	facts.held_minutes = 170;
	effects.minutes = NULL;
	hours[0].is_present = false;
	decide_replace_attendance(&facts, &came, &effects, &problems);
	assert_none();
	ck_assert_ptr_null(effects.minutes);
	facts.held_minutes = 160;
	decide_replace_attendance(&facts, &came, &effects, &problems);
	assert_one(PROBLEM_HOURS_CONFIRMED, "#/heldMinutes");
}
END_TEST

static void correct(const struct session_facts *facts, int64_t held_minutes)
{
	struct attendance_input input = {.held_minutes = held_minutes};

	begin();
	effects = (struct attendance_effects){0};
	decide_replace_attendance(facts, &input, &effects, &problems);
}

START_TEST(what_a_firm_disputes_is_delivered_anew_beside_what_is_settled)
{
	struct session_facts facts = session_with_hours("held", "confirmed");

	facts.held_minutes = 170;
	hours[1].is_disputed = true;
	correct(&facts, 170);
	assert_none();
	ck_assert_uint_eq(effects.n_hours, 0);
	correct(&facts, 150);
	assert_none();
	ck_assert_uint_eq(effects.n_hours, 1);
	ck_assert_int_eq(effects.hours[0], 2);
	ck_assert_int_eq(effects.minutes[0], 56);
	correct(&facts, 93);
	assert_one(PROBLEM_HOURS_CONFIRMED, "#/heldMinutes");
	correct(&facts, 94);
	assert_one(PROBLEM_NO_MINUTES, "#/heldMinutes");
	hours[1].is_present = false;
	correct(&facts, 94);
	assert_none();
	ck_assert_int_eq(effects.minutes[0], 0);
	correct(&facts, 95);
	assert_one(PROBLEM_FIELD_TOO_LARGE, "#/heldMinutes");
	assert_arg(0, "94");
}
END_TEST

START_TEST(hours_that_nobody_disputes_are_split_with_those_that_a_firm_does)
{
	struct session_facts facts = session_with_hours("held", "delivered");

	facts.held_minutes = 170;
	hours[1].state = "confirmed";
	hours[1].is_disputed = true;
	correct(&facts, 90);
	assert_none();
	ck_assert_uint_eq(effects.n_hours, 2);
	ck_assert_int_eq(effects.minutes[0], 50);
	ck_assert_int_eq(effects.minutes[1], 40);
}
END_TEST

static void reopen(const struct session_facts *facts)
{
	begin();
	decide_reopen_session(facts, &problems);
}

START_TEST(what_was_held_by_mistake_is_reopened_until_the_cohort_is_over)
{
	struct session_facts facts = session("held");

	reopen(&facts);
	assert_none();
	facts.setting_state = "ended";
	reopen(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = session("planned");
	reopen(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = session("held");
	facts.case_kind = "enrolment";
	facts.is_handed_over = true;
	reopen(&facts);
	assert_one(PROBLEM_HANDED_OVER, NULL);
}
END_TEST

START_TEST(a_session_that_something_rests_on_stands_as_held)
{
	static const char *rests[] = {"assessment", "feedback", "completed"};
	struct session_facts facts = session("held");

	facts.rests = rests + 1;
	facts.n_rests = 1;
	reopen(&facts);
	assert_one(PROBLEM_SESSION_RESTED_ON, NULL);
	assert_arg(0, "@rests.feedback");
	facts.rests = rests;
	facts.n_rests = 3;
	reopen(&facts);
	ck_assert_uint_eq(problems.n, 3);
}
END_TEST

START_TEST(hours_are_ordered_again_until_a_firm_has_confirmed_and_below_the_ceiling)
{
	struct session_facts facts = session_with_hours("held", "delivered");

	facts.held_minutes = 170;
	facts.left_minutes = 10;
	reopen(&facts);
	assert_none();
	facts.left_minutes = 9;
	reopen(&facts);
	assert_one(PROBLEM_CEILING_EXCEEDED, NULL);
	assert_arg(0, "9");
	hours[1].state = "confirmed";
	reopen(&facts);
	assert_one(PROBLEM_HOURS_CONFIRMED, NULL);
}
END_TEST

START_TEST(whom_hours_are_ordered_of_and_for_stays)
{
	struct session_facts facts = session_with_hours("planned", "ordered");
	struct session_plan input = workshop();

	begin();
	decide_change_session(&facts, &input, &problems);
	assert_one(PROBLEM_SESSION_HAS_HOURS, NULL);
	facts.is_plan_kept = true;
	begin();
	decide_change_session(&facts, &input, &problems);
	assert_none();
}
END_TEST

START_TEST(what_is_planned_is_changed_held_or_cancelled_once)
{
	static const char *const done[] = {"held", "cancelled"};
	struct session_plan input = workshop();
	struct session_facts facts = session("planned");

	begin();
	decide_change_session(&facts, &input, &problems);
	decide_cancel_session(&facts, &problems);
	assert_none();
	for (size_t i = 0; i < 2; i++) {
		facts = session(done[i]);
		begin();
		decide_change_session(&facts, NULL, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		hold(&facts);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		begin();
		decide_cancel_session(&facts, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(a_firm_that_came_says_what_it_thinks_of_what_was_held)
{
	struct session_facts facts = session("held");

	begin();
	decide_give_feedback(&facts, &problems);
	assert_none();
	facts.is_attendant = false;
	decide_give_feedback(&facts, &problems);
	assert_one(PROBLEM_NOT_ATTENDANT, NULL);
	facts = session("planned");
	begin();
	decide_give_feedback(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(two_sessions_at_once_are_told_and_whose_the_other_is_not)
{
	struct session_clash clash = {.is_engaged = true};

	begin();
	warn_of_clash(&clash, &problems);
	assert_one(PROBLEM_PARTNER_ENGAGED, NULL);
	clash = (struct session_clash){.sessions = "Hos bedriften (01.12.2026 09:00)"};
	begin();
	warn_of_clash(&clash, &problems);
	assert_one(PROBLEM_DOUBLE_BOOKED, NULL);
	assert_arg(0, "Hos bedriften (01.12.2026 09:00)");
}
END_TEST

RUN_TESTS(TEST(two_sessions_at_once_are_told_and_whose_the_other_is_not),
	  TEST(a_session_lies_within_its_cohort),
	  TEST(planned_minutes_fit_between_beginning_and_end),
	  TEST(a_session_lasts_a_day_and_a_night_at_most), TEST(a_session_is_planned_once),
	  TEST(a_session_is_held_somewhere),
	  TEST(consulting_and_interviews_are_for_one_firm_of_the_cohort),
	  TEST(workshops_and_meetings_are_for_all), TEST(an_engagement_is_a_fagpartners),
	  TEST(an_engagement_is_agreed_for_the_days_of_the_session),
	  TEST(sessions_are_planned_until_the_cohort_is_over),
	  TEST(a_network_has_workshops_and_meetings_on_any_day_while_it_is_open),
	  TEST(a_network_ends_once_when_nothing_is_left_to_hold),
	  TEST(a_firm_is_interviewed_by_the_hub_on_any_day_wherever_it_stands),
	  TEST(an_interview_is_held_until_another_hub_follows_the_firm),
	  TEST(a_session_is_held_once_it_is_over), TEST(a_session_is_held_in_a_cohort_that_runs),
	  TEST(who_came_is_a_firm_of_the_cohort_and_listed_once),
	  TEST(each_firm_invited_is_named),
	  TEST(what_is_for_one_firm_is_not_held_without_it),
	  TEST(nobody_came_of_a_firm_that_joined_on_a_later_day),
	  TEST(no_more_is_held_than_lies_between_beginning_and_end),
	  TEST(as_many_come_as_are_employed_and_ten_more),
	  TEST(who_came_is_put_right_until_the_cohort_is_over),
	  TEST(what_is_held_is_delivered_of_the_hours_ordered_for_it),
	  TEST(a_fagpartners_session_is_held_of_hours_that_were_ordered),
	  TEST(what_is_held_is_split_over_the_firms_that_came),
	  TEST(each_of_the_hours_gets_some_of_what_is_held),
	  TEST(minutes_are_put_right_until_a_firm_has_confirmed),
	  TEST(what_a_firm_disputes_is_delivered_anew_beside_what_is_settled),
	  TEST(hours_that_nobody_disputes_are_split_with_those_that_a_firm_does),
	  TEST(what_was_held_by_mistake_is_reopened_until_the_cohort_is_over),
	  TEST(a_session_that_something_rests_on_stands_as_held),
	  TEST(hours_are_ordered_again_until_a_firm_has_confirmed_and_below_the_ceiling),
	  TEST(whom_hours_are_ordered_of_and_for_stays),
	  TEST(what_is_planned_is_changed_held_or_cancelled_once),
	  TEST(a_firm_that_came_says_what_it_thinks_of_what_was_held))
