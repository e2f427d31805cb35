#include "cmd/trinn/history/ways.h"

#include "cmd/trinn/history/assessments.h"
#include "cmd/trinn/history/places.h"

#define MATURITY_MAX 5

/* Of a hundred. */
enum {
	HESITATES = 25, /* and is talked to again */
	AGREES_TO_INTERVIEW = 70,
	TURNS_DOWN = 60,    /* of those who do not */
	FITS_NOWHERE = 6,
	STRAIGHT_TO_2 = 35, /* of the mature */
	COMES_BACK = 15,    /* of those who dropped out, and whose hub asks again */
};

static void advise(struct history *history, void *about)
{
	struct way *way = about;
	bool is_mature = way->maturity >= 3;

	if (dice_chance(&history->dice, FITS_NOWHERE)) {
		place_leave(history, way, "no_fit");
		return;
	}
	way->wanted = is_mature && dice_chance(&history->dice, STRAIGHT_TO_2) ? 2 : 1;
	way->state = WAY_ADVISED;
	way_tell(history, way);
	history_tell_number(history, "wanted", way->wanted);
	history_tell_json(history, "ready", json_boolean(is_mature));
	history_tell_any(history, "grounds", way->wanted == 2 ? "straight" : "first");
	history_play(history, "recommend stage");
}

static void interview(struct history *history, void *about)
{
	struct way *way = about;

	assess_before(history, way);
	history->n_interviews++;
	history_plan_working(history,
			     history->tour.today + dice_between(&history->dice, 1, 5), advise, way);
}

static void talk(struct history *history, void *about)
{
	static const char *const channels[] = {"phone", "email", "visit", "meeting", "event"};
	struct dice *dice = &history->dice;
	int32_t today = history->tour.today;
	struct way *way = about;

	way_tell(history, way);
	history_tell(history, "channel", channels[dice_below(dice, 5)]);
	history_tell_any(history, "note", "notes");
	history_play(history, "contact");
	if (--way->n_contacts > 0)
		history_plan_working(history, today + dice_between(dice, 4, 14), talk, way);
	else if (dice_chance(dice, AGREES_TO_INTERVIEW))
		history_plan_working(history, today + dice_between(dice, 3, 12), interview, way);
	else if (dice_chance(dice, TURNS_DOWN))
		history_plan_working(history, today + dice_between(dice, 10, 60), way_give_up, way);
}

static void begin(struct history *history, void *about)
{
	struct way *way = about;

	way_tell(history, way);
	history_tell(history, "programme", history->programmes[way->programme].id);
	history_play(history, "prospect");
	way->id = history_kept(history, "enrolment");
	history->n_prospects++;
	talk(history, way);
}

static void begin_again(struct history *history, void *about)
{
	struct way *way = about;

	if (!way->has_dropped)
		return;
	way_tell(history, way);
	history_tell_any(history, "why", "returns");
	history_play(history, "re-enter");
	way->state = WAY_TALKED_TO;
	way->stage = way->wanted = 0;
	way->has_dropped = way->has_cohort = way->has_come = way->has_delivered = false;
	way->is_credited = false;
	way->n_contacts = 1;
	history->n_prospects++;
	history->n_back++;
	talk(history, way);
}

static void ask_again(struct history *history, const struct hub *hub, enum programme programme,
		      int32_t from)
{
	struct dice *dice = &history->dice;

	LIST_EACH(link, &hub->ways[programme])
	{
		struct way *way = LIST_ENTRY(link, struct way, link);

		if (way->has_dropped && dice_chance(dice, COMES_BACK))
			history_plan_working(history, from + dice_between(dice, 0, 45), begin_again,
					     way);
	}
}

/* The least mature are the most. */
static int draw_maturity(struct dice *dice)
{
	int32_t a = dice_between(dice, 1, MATURITY_MAX), b = dice_between(dice, 1, MATURITY_MAX);

	return a < b ? a : b;
}

void ways_mobilise(struct history *history, struct hub *hub, enum programme programme,
		   int32_t from, uint32_t percent)
{
	struct dice *dice = &history->dice;

	ask_again(history, hub, programme, from);
	for (size_t i = 0; i < hub->n_firms; i++) {
		struct firm *firm = &hub->firms[i];
		struct way *way;

		if (firm->in[programme] || !dice_chance(dice, percent))
			continue;
		firm->in[programme] = true;
		way = history_alloc(history, sizeof(*way));
		way->firm = firm;
		way->hub = hub;
		way->programme = programme;
		way->maturity = draw_maturity(dice);
		way->n_contacts = dice_chance(dice, HESITATES) ? 2 : 1;
		list_append(&hub->ways[programme], &way->link);
		history_plan_working(history, from + dice_between(dice, 0, 45), begin, way);
	}
}
