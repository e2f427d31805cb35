#include "cmd/trinn/history/advanced.h"

#include "cmd/trinn/history/assessments.h"
#include "cmd/trinn/history/sessions.h"

/* Of a hundred. */
enum {
	DISPUTES = 8,
	IN_SESSION = 85, /* hours that were ordered */
	SOLVED = 88, /* cases */
};

#define ORDER_STEP_MINUTES 30 /* ten to twenty of them are a day in the firm */
#define DISPUTED_MINUTES 90

struct case_of_firm {
	struct cohort *cohort;
	struct way *way;
	const char *hours;
	const char *deliverable;
	int64_t minutes;
};

static bool is_there(struct history *history, const struct case_of_firm *one)
{
	cohort_tell(history, one->cohort);
	way_tell(history, one->way);
	history_tell(history, "hours", one->hours != NULL ? one->hours : "");
	history_tell(history, "deliverable", one->deliverable != NULL ? one->deliverable : "");
	return one->way->state == WAY_IN_STAGE && one->way->stage == 2;
}

static void accept_deliverable(struct history *history, void *about)
{
	struct case_of_firm *one = about;

	if (!is_there(history, one))
		return;
	history_play(history, "accept deliverable");
	one->way->has_delivered = true;
}

static void hand_over(struct history *history, void *about)
{
	struct case_of_firm *one = about;

	if (!is_there(history, one))
		return;
	history_play(history, "deliver");
	history_plan_working(history, one->cohort->ends_on - 4, accept_deliverable,
			     one);
}

/* A firm that disputes an hour and a half confirms the rest. */
static void confirm(struct history *history, void *about)
{
	struct case_of_firm *one = about;
	struct track *track = one->cohort->track;
	bool disputes = dice_chance(&history->dice, DISPUTES);

	if (!is_there(history, one))
		return;
	one->minutes -= disputes ? DISPUTED_MINUTES : 0;
	history_tell_number(history, "minutes", one->minutes);
	history_play(history, disputes ? "confirm less" : "confirm hours");
	track_add_hours(history, track, one->hours, one->minutes);
}

/* In a session in the firm, or beside all sessions. */
static void deliver(struct history *history, void *about)
{
	struct case_of_firm *one = about;

	if (!is_there(history, one))
		return;
	history_tell_number(history, "minutes", one->minutes);
	if (dice_chance(&history->dice, IN_SESSION))
		session_consult(history, one->cohort, one->way);
	else
		history_play(history, "deliver hours");
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 2, 9),
			     confirm, one);
}

static void order(struct history *history, void *about)
{
	struct case_of_firm *one = about;
	struct dice *dice = &history->dice;
	int32_t today = history->tour.today;

	if (!is_there(history, one))
		return;
	one->minutes = dice_between(dice, 10, 20) * ORDER_STEP_MINUTES;
	history_tell_number(history, "minutes", one->minutes);
	history_tell_any(history, "what", "orders");
	history_tell(history, "theme",
		     one->cohort->track->programme == PROGRAMME_GREEN ? "green" : "digital");
	history_tell_any(history, "case", "cases");
	history_play(history, "order hours");
	one->hours = history_kept(history, "hours");
	one->deliverable = history_kept(history, "deliverable");
	assess_during(history, one->cohort, one->way);
	history_plan_working(history, today + dice_between(dice, 15, 35), deliver, one);
	if (dice_chance(dice, SOLVED))
		history_plan_working(history, one->cohort->ends_on - 9, hand_over, one);
}

void advanced_plan(struct history *history, struct cohort *cohort, struct way *way)
{
	struct case_of_firm *one = history_alloc(history, sizeof(*one));

	one->cohort = cohort;
	one->way = way;
	people_admit(history, way->firm);
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 4, 15),
			     order, one);
}
