#include "cmd/trinn/history/cohorts.h"

#include "cmd/trinn/history/assessments.h"
#include "cmd/trinn/history/bio.h"
#include "cmd/trinn/history/copayments.h"
#include "cmd/trinn/history/places.h"
#include "cmd/trinn/history/projects.h"
#include "cmd/trinn/history/sessions.h"

/* Of a hundred. */
enum {
	GOES_ON_TO_2 = 60,
	FINISHES = 55, /* of those who do not go on */
};

/* Those who have their place; false if nobody has. */
static bool tell_members(struct history *history, const struct cohort *cohort)
{
	json_t *ids = json_array();

	for (int i = 0; i < cohort->n_members; i++)
		if (cohort->members[i]->state == WAY_IN_STAGE)
			json_array_append_new(ids, json_string(cohort->members[i]->id));
	cohort_tell(history, cohort);
	history_tell_json(history, "enrolments", ids);
	return json_array_size(ids) > 0;
}

static void end_way(struct history *history, struct way *way)
{
	struct dice *dice = &history->dice;
	int32_t today = history->tour.today;

	way->state = WAY_COMPLETED;
	history->n_completed++;
	assess_after(history, way);
	if (way->stage == 2)
		project_consider(history, way);
	else if (dice_chance(dice, GOES_ON_TO_2))
		way->wanted = 2;
	else if (dice_chance(dice, FINISHES))
		history_plan_working(history, today + dice_between(dice, 10, 40), way_finish, way);
}

static void settle(struct history *history, void *about)
{
	copayments_settle(history, about);
}

static void end(struct history *history, void *about)
{
	struct cohort *cohort = about;

	if (tell_members(history, cohort))
		history_play(history, "complete stage");
	history_play(history, "end cohort");
	for (int i = 0; i < cohort->n_members; i++)
		if (cohort->members[i]->state == WAY_IN_STAGE)
			end_way(history, cohort->members[i]);
	cohort->is_over = true;
	if (cohort->stage == 2)
		history_plan_working(history, history->tour.today + 7, settle, cohort);
}

static void begin(struct history *history, void *about)
{
	struct cohort *cohort = about;

	if (tell_members(history, cohort))
		history_play(history, "start stage");
	history_play(history, "start cohort");
	for (int i = 0; i < cohort->n_members; i++) {
		place_begin(history, cohort, cohort->members[i]);
		if (cohort->stage == 2 && cohort->members[i]->has_begun)
			bio_consider_beside(history, cohort->members[i]);
	}
}

static bool wants(const struct way *way, int stage)
{
	if (way->has_cohort || way->wanted != stage)
		return false;
	return way->state == WAY_ADVISED || way->state == WAY_COMPLETED ||
	       (way->state == WAY_IN_STAGE && way->stage == stage);
}

static void take_in_all(struct history *history, struct cohort *cohort)
{
	struct track *track = cohort->track;

	LIST_EACH(link, &track->hub->ways[track->programme])
	{
		struct way *way = LIST_ENTRY(link, struct way, link);

		if (cohort->n_members < cohort->capacity && wants(way, cohort->stage) &&
		    place_take(history, cohort, way))
			cohort_add(cohort, way);
	}
}

/* Without a firm there is no cohort. */
static void open_cohort(struct history *history, void *about)
{
	struct cohort *cohort = about;

	take_in_all(history, cohort);
	if (!tell_members(history, cohort) || history->failed)
		return;
	history_tell_day(history, "startsOn", cohort->starts_on);
	history_tell_day(history, "endsOn", cohort->ends_on);
	history_tell_number(history, "capacity", cohort->capacity);
	history_tell_any(history, "trade", "trades");
	history_play(history, "cohort");
	cohort->id = history_kept(history, "cohort");
	cohort->track->cohorts[cohort->stage - 1] = cohort;
	history->n_cohorts++;
	sessions_plan(history, cohort);
	history_plan_working(history, cohort->starts_on, begin, cohort);
	history_plan_working(history, cohort->ends_on, end, cohort);
}

void cohort_plan(struct history *history, struct track *track, int part)
{
	struct cohort *cohort = history_alloc(history, sizeof(*cohort));
	struct dice *dice = &history->dice;
	int32_t opens_on;

	cohort->track = track;
	if (part == PART_1) {
		cohort->stage = 1;
		cohort->capacity = dice_between(dice, 6, 9);
		opens_on = track_day(track, 0, 4, 3) + dice_between(dice, 0, 8);
		cohort->starts_on = opens_on + dice_between(dice, 5, 12);
		cohort->ends_on = track_day(track, 0, 6, 12) + dice_between(dice, 0, 12);
	} else {
		cohort->stage = 2;
		cohort->capacity = dice_between(dice, 4, 7);
		opens_on = track_day(track, 0, 8, 22) + dice_between(dice, 0, 8);
		cohort->starts_on = opens_on + dice_between(dice, 6, 12);
		cohort->ends_on = track_day(track, 0, 12, 6) + dice_between(dice, 0, 10);
	}
	history_plan_working(history, opens_on, open_cohort, cohort);
}
