#include "cmd/trinn/history/handovers.h"

#include "cmd/trinn/history/people.h"

struct handover {
	struct way *way;
	struct hub *to;
	const char *id;
};

static void tell(struct history *history, const struct handover *handover)
{
	way_tell(history, handover->way);
	history_tell(history, "toHub", handover->to->orgnr);
	history_tell(history, "toHubName", handover->to->name);
	history_tell(history, "toEditor", handover->to->editor);
	history_tell(history, "handover", handover->id != NULL ? handover->id : "");
}

static void take_over(struct history *history, void *about)
{
	struct handover *handover = about;
	struct way *way = handover->way;

	tell(history, handover);
	history_play(history, "accept handover");
	list_remove(&way->link);
	list_append(&handover->to->ways[way->programme], &way->link);
	way->hub = handover->to;
	history->n_handovers++;
}

/* Every other firm has told its hub that it agrees; the others say so themselves. */
static void ask(struct history *history, struct way *way, struct hub *to)
{
	struct handover *handover = history_alloc(history, sizeof(*handover));
	bool is_told = history->n_handovers % 2 == 0;

	handover->way = way;
	handover->to = to;
	if (!is_told)
		people_admit(history, way->firm);
	tell(history, handover);
	history_play(history, is_told ? "ask handover" : "ask handover of firm");
	handover->id = history_kept(history, "handover");
	history_plan_working(history, history->tour.today + 3, take_over, handover);
}

static bool gives_stage_2(const struct hub *hub, enum programme programme, int year)
{
	const struct track *track = hub->tracks[programme];

	return track != NULL && track->year == year && track->parts[PART_23].grant != NULL;
}

static struct way *find_way(const struct hub *hub, enum programme programme)
{
	LIST_EACH(link, &hub->ways[programme])
	{
		struct way *way = LIST_ENTRY(link, struct way, link);
		bool is_between = way->state == WAY_ADVISED || way->state == WAY_COMPLETED;

		if (is_between && way->wanted == 2 && !way->has_cohort)
			return way;
	}
	return NULL;
}

void handovers_call(struct history *history, enum programme programme, int year)
{
	const struct people *people = &history->people;
	struct hub *to = NULL;

	for (size_t i = 0; i < people->n_hubs; i++)
		if (gives_stage_2(&people->hubs[i], programme, year))
			to = &people->hubs[i];
	for (size_t i = 0; to != NULL && i < people->n_hubs; i++) {
		const struct hub *hub = &people->hubs[i];
		struct way *way = find_way(hub, programme);

		if (way != NULL && !gives_stage_2(hub, programme, year)) {
			ask(history, way, to);
			return;
		}
	}
}
