#include "cmd/trinn/history/places.h"

#include <string.h>

#include "cmd/trinn/history/advanced.h"
#include "cmd/trinn/history/copayments.h"

/* Of a hundred. */
enum {
	LEAVES_1 = 13,
	LEAVES_2 = 9,
	TIRES = 40, /* of those who wait, by the end of the year */
};

struct place {
	struct list link;
	struct way *way;
};

static void queue_join(struct history *history, struct way *way)
{
	struct place *place = history_alloc(history, sizeof(*place));

	place->way = way;
	way->state = WAY_WAITING;
	list_append(&history->programmes[way->programme].waiting, &place->link);
	if (dice_chance(&history->dice, TIRES))
		history_plan_working(history,
				     history->tour.today + dice_between(&history->dice, 60, 120),
				     way_give_up, way);
}

static void queue_leave(struct history *history, const struct way *way)
{
	LIST_EACH(link, &history->programmes[way->programme].waiting)
	{
		if (LIST_ENTRY(link, struct place, link)->way == way)
			list_remove(link);
	}
}

bool place_take(struct history *history, const struct cohort *cohort, struct way *way)
{
	int64_t amount_ore = copayment_tell_amount(history);
	bool is_priced = cohort->stage == 2;

	way->wanted = 0;
	if (way->state == WAY_IN_STAGE)
		return true;
	way->stage = cohort->stage;
	way_tell(history, way);
	history_play(history, is_priced ? "enrol at a price" : "enrol");
	if (strcmp(history_kept(history, "state"), "waiting") == 0) {
		queue_join(history, way);
		return false;
	}
	way->state = WAY_IN_STAGE;
	way->has_begun = false;
	history->n_enrolled++;
	if (is_priced)
		copayment_follow(history, way, amount_ore);
	return true;
}

void place_begin(struct history *history, struct cohort *cohort, struct way *way)
{
	uint32_t leaves = cohort->stage == 1 ? LEAVES_1 : LEAVES_2;
	int32_t today = history->tour.today;

	if (way->state != WAY_IN_STAGE)
		return;
	way->has_begun = true;
	if (dice_chance(&history->dice, leaves))
		history_plan_working(history,
				     dice_between(&history->dice, today + 5, cohort->ends_on - 10),
				     way_give_up, way);
	else if (cohort->stage == 2)
		advanced_plan(history, cohort, way);
}

static void take_waited_for(struct history *history, struct way *way, const char *scene)
{
	int64_t amount_ore = copayment_tell_amount(history);

	queue_leave(history, way);
	way_tell(history, way);
	history_play(history, scene);
	way->state = WAY_IN_STAGE;
	way->has_begun = false;
	history->n_enrolled++;
	copayment_follow(history, way, amount_ore);
}

static void join_cohort(struct history *history, struct cohort *cohort, struct way *way)
{
	cohort_add(cohort, way);
	cohort_tell(history, cohort);
	history_tell_json(history, "enrolments", json_pack("[s]", way->id));
	history_play(history, "join");
	if (history->tour.today > cohort->starts_on) {
		history_play(history, "start stage");
		place_begin(history, cohort, way);
	}
}

static void move_up(struct history *history, const struct way *gone)
{
	struct list *waiting = &history->programmes[gone->programme].waiting;

	if (gone->stage != 2)
		return;
	LIST_EACH(link, waiting)
	{
		struct way *way = LIST_ENTRY(link, struct place, link)->way;
		struct track *track = way->hub->tracks[way->programme];
		struct cohort *cohort = track->cohorts[PART_23];

		if (!cohort_has_room(history, cohort))
			continue;
		take_waited_for(history, way,
				link == waiting->next ? "take place" : "pass others");
		join_cohort(history, cohort, way);
		return;
	}
}

void place_leave(struct history *history, struct way *way, const char *reason)
{
	bool had_place = way->state == WAY_IN_STAGE;

	if (way->state == WAY_WAITING)
		queue_leave(history, way);
	way_tell(history, way);
	history_tell(history, "reason", reason);
	history_tell_any(history, "explanation", reason);
	history_play(history, "drop out");
	way->state = WAY_OUT;
	way->has_dropped = true;
	history->n_dropped++;
	if (had_place && !way->has_begun && way->stage == 2)
		copayment_drop(history, way);
	if (had_place)
		move_up(history, way);
}

void places_call(struct history *history, enum programme programme, int year)
{
	struct list *waiting = &history->programmes[programme].waiting;
	json_int_t n_free;

	if (list_is_empty(waiting))
		return;
	history_tell(history, "programme", history->programmes[programme].id);
	history_play(history, "see places");
	n_free = json_integer_value(history_kept_json(history, "places"));
	LIST_EACH(link, waiting)
	{
		struct way *way = LIST_ENTRY(link, struct place, link)->way;
		const struct track *track = way->hub->tracks[programme];

		if (track->year != year || track->parts[PART_23].grant == NULL) {
			place_leave(history, way, "other");
		} else if (n_free-- > 0) {
			take_waited_for(history, way, "take place");
			way->wanted = 2;
		}
	}
}

void way_give_up(struct history *history, void *about)
{
	static const char *const reasons[] = {"no_time", "no_time", "no_time", "no_money", "no_fit",
					      "no_answer", "other_programme", "other"};
	struct way *way = about;
	uint32_t n = sizeof(reasons) / sizeof(reasons[0]);

	if (way->state != WAY_OUT && way->state != WAY_COMPLETED)
		place_leave(history, way, reasons[dice_below(&history->dice, n)]);
}

void way_finish(struct history *history, void *about)
{
	struct way *way = about;

	if (way->state != WAY_COMPLETED)
		return;
	way_tell(history, way);
	history_play(history, "finish");
	way->state = WAY_OUT;
}
