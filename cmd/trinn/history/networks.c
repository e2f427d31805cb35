#include "cmd/trinn/history/networks.h"

/* Of a hundred member firms. */
#define COMES 18

#define HALF_A_YEAR 182

struct network {
	struct hub *hub;
	const char *id; /* NULL before it begins */
};

static void meet(struct history *history, void *about)
{
	struct network *network = about;
	const struct hub *hub = network->hub;
	struct dice *dice = &history->dice;
	json_t *attendance = json_array();

	for (size_t i = 0; i < hub->n_firms; i++)
		if (dice_chance(dice, COMES))
			json_array_append_new(attendance,
					      json_pack("{s:s, s:i}", "orgnr", hub->firms[i].orgnr,
							"headCount", dice_between(dice, 1, 3)));
	people_tell_hub(history, hub);
	history_tell_json(history, "attendance", attendance);
	if (network->id == NULL) {
		history_tell_any(history, "trade", "trades");
		history_play(history, "network");
		network->id = history_kept(history, "network");
	}
	history_tell(history, "network", network->id);
	history_tell_any(history, "sessionTitle", "meetings");
	history_play(history, "meet");
	history_plan_working(history, history->tour.today + HALF_A_YEAR, meet, network);
}

void network_plan(struct history *history, struct hub *hub)
{
	struct network *network = history_alloc(history, sizeof(*network));

	network->hub = hub;
	history_plan_working(history, history->first + dice_between(&history->dice, 40, 120), meet,
			     network);
}
