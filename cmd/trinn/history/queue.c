#include "cmd/trinn/history/queue.h"

#include "cmd/trinn/history/cohorts.h"
#include "cmd/trinn/history/copayments.h"
#include "cmd/trinn/history/tracks.h"

/* Of a hundred who wait: they are tired of it by the end of the year. */
#define TIRES 40

struct place {
	struct list link;
	struct way *way;
};

void queue_join(struct history *history, struct way *way)
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

void queue_leave(struct history *history, const struct way *way)
{
	LIST_EACH(link, &history->programmes[way->programme].waiting)
	{
		if (LIST_ENTRY(link, struct place, link)->way == way)
			list_remove(link);
	}
}

static void take_place(struct history *history, struct way *way, const char *scene)
{
	int64_t amount_ore = copayment_tell_amount(history);

	queue_leave(history, way);
	way_tell(history, way);
	history_play(history, scene);
	way->state = WAY_IN_STAGE;
	history->n_enrolled++;
	copayment_follow(history, way, amount_ore);
}

void queue_move_up(struct history *history, const struct way *gone)
{
	struct list *waiting = &history->programmes[gone->programme].waiting;

	if (gone->stage != 2)
		return;
	LIST_EACH(link, waiting)
	{
		struct way *way = LIST_ENTRY(link, struct place, link)->way;
		struct track *track = way->firm->hub->tracks[way->programme];
		struct cohort *cohort = track->cohorts[PART_23];

		if (!cohort_has_room(history, cohort))
			continue;
		take_place(history, way, link == waiting->next ? "take place" : "pass others");
		cohort_take_in(history, cohort, way);
		return;
	}
}

void queue_call(struct history *history, enum programme programme, int year)
{
	LIST_EACH(link, &history->programmes[programme].waiting)
	{
		struct way *way = LIST_ENTRY(link, struct place, link)->way;
		const struct track *track = way->firm->hub->tracks[programme];

		if (track->year == year && track->parts[PART_23].grant != NULL) {
			take_place(history, way, "take place");
			way->wanted = 2;
		} else {
			way_leave(history, way, "other");
		}
	}
}
