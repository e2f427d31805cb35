#include "cmd/trinn/history/seasons.h"

#include "cmd/trinn/history/assessments.h"
#include "cmd/trinn/history/bank.h"
#include "cmd/trinn/history/bio.h"
#include "cmd/trinn/history/grants.h"
#include "cmd/trinn/history/handovers.h"
#include "cmd/trinn/history/networks.h"
#include "cmd/trinn/history/places.h"
#include "cmd/trinn/history/samplings.h"
#include "cmd/trinn/history/tracks.h"
#include "cmd/trinn/history/ways.h"
#include "lib/base/date.h"

#define MEMBER_FROM_THE_FIRST 86 /* of a hundred */
#define MEMBER_DAYS_MAX 4000	 /* before the first */
#define MEMBER_DAYS_MIN 60	 /* of one who leaves */
#define WEEKEND_DAYS 2

/* How many of a hundred hubs apply, and how many of a hundred firms they then talk to, by year. The
 * county went from digital to green. */
static const struct {
	uint32_t apply[HISTORY_YEARS];
	uint32_t firms[HISTORY_YEARS];
} plans[N_PROGRAMMES] = {
	[PROGRAMME_DIGITAL] = {{100, 70, 55}, {25, 25, 28}},
	[PROGRAMME_GREEN] = {{30, 60, 75}, {16, 21, 24}},
};

struct season {
	enum programme programme;
	int year;
};

struct member {
	const struct firm *firm;
	int32_t from;
	bool leaves;
	const char *id;
};

static int32_t day_of(int year, int month, int day)
{
	int32_t days = 0;

	return date_from_ymd(year, month, day, &days) ? days : 0;
}

static void leave_hub(struct history *history, void *about)
{
	const struct member *member = about;

	people_tell_firm(history, member->firm);
	history_tell(history, "membership", member->id);
	history_play(history, "end membership");
}

/* One that comes before the last day has passed. */
static int32_t draw_working_day(struct history *history, int32_t from)
{
	return history_working_day(
		dice_between(&history->dice, from, history->last - WEEKEND_DAYS));
}

static void join_hub(struct history *history, void *about)
{
	struct member *member = about;

	people_tell_firm(history, member->firm);
	history_tell_day(history, "memberFrom", member->from);
	history_play(history, "membership");
	member->id = history_kept(history, "membership");
	history->n_members++;
	if (member->leaves)
		history_plan(history,
			     draw_working_day(history, history->tour.today + MEMBER_DAYS_MIN),
			     leave_hub, member);
}

static void plan_members(struct history *history, const struct hub *hub)
{
	struct dice *dice = &history->dice;

	for (size_t i = 0; i < hub->n_firms; i++) {
		struct member *member = history_alloc(history, sizeof(*member));

		member->firm = &hub->firms[i];
		member->leaves = i < hub->n_leavers;
		if (member->leaves || dice_chance(dice, MEMBER_FROM_THE_FIRST)) {
			member->from = history->first - dice_between(dice, 1, MEMBER_DAYS_MAX);
			history_plan_working(history, history->first, join_hub, member);
		} else {
			member->from = draw_working_day(history, history->first);
			history_plan(history, member->from, join_hub, member);
		}
	}
}

static void register_partners(struct history *history, void *about)
{
	(void)about;
	for (size_t i = 0; i < history->people.n_partners; i++) {
		struct partner *partner = &history->people.partners[i];

		people_tell_partner(history, partner);
		history_play(history, partner->orgnr);
		partner->id = history_kept(history, "fagpartner");
	}
}

static void mobilise(struct history *history, struct hub *hub, const struct season *season)
{
	uint32_t percent = plans[season->programme].firms[season->year - history->first_year];

	ways_mobilise(history, hub, season->programme, day_of(season->year, 1, 12),
		      percent * 3 / 4);
	ways_mobilise(history, hub, season->programme, day_of(season->year, 5, 10), percent / 3);
}

static void call_handovers(struct history *history, void *about)
{
	const struct season *season = about;

	handovers_call(history, season->programme, season->year);
}

static void call_queue(struct history *history, void *about)
{
	const struct season *season = about;

	places_call(history, season->programme, season->year);
}

static void open_calls(struct history *history, void *about)
{
	struct season *season = about;
	uint32_t apply = plans[season->programme].apply[season->year - history->first_year];
	const char *call_1, *call_23;

	history_tell(history, "line", history->programmes[season->programme].line);
	history_tell_number(history, "callYear", season->year);
	history_tell(history, "callName",
		     season->programme == PROGRAMME_GREEN ? "baerekraft" : "industri-40");
	history_tell(history, "callTitle",
		     season->programme == PROGRAMME_GREEN ? "Bærekraft" : "Industri 4.0");
	history_play(history, "open calls");
	call_1 = history_kept(history, "call1");
	call_23 = history_kept(history, "call23");
	for (size_t i = 0; i < history->people.n_hubs; i++) {
		struct hub *hub = &history->people.hubs[i];

		if (!dice_chance(&history->dice, apply))
			continue;
		track_plan(history, hub, season->programme, history->tour.today, call_1, call_23);
		mobilise(history, hub, season);
	}
	history_plan_working(history, day_of(season->year, 8, 10), call_handovers, season);
	history_plan_working(history, day_of(season->year, 8, 17), call_queue, season);
}

static void open_bio(struct history *history, void *about)
{
	const struct season *season = about;

	bio_open(history, season->year);
}

static void plan_season(struct history *history, enum programme programme, int year)
{
	struct season *season = history_alloc(history, sizeof(*season));

	season->programme = programme;
	season->year = year;
	history_plan_working(history, day_of(year, 1, 6), open_calls, season);
	if (programme == PROGRAMME_DIGITAL)
		history_plan_working(history, day_of(year, 1, 8), open_bio, season);
}

void seasons_plan(struct history *history)
{
	static const char *const ids[] = {"programme", "green"};
	static const char *const lines[] = {"line", "greenLine"};

	assessments_find(history);
	history_plan(history, history->first, register_partners, NULL);
	for (int i = 0; i < N_PROGRAMMES; i++) {
		list_init(&history->programmes[i].waiting);
		history->programmes[i].id = history_kept(history, ids[i]);
		history->programmes[i].line = history_kept(history, lines[i]);
		for (int year = 0; year < HISTORY_YEARS; year++)
			plan_season(history, (enum programme)i, history->first_year + year);
	}
	for (int year = 0; year < HISTORY_YEARS; year++)
		samplings_plan(history, history->first_year + year);
	for (size_t i = 0; i < history->people.n_hubs; i++) {
		plan_members(history, &history->people.hubs[i]);
		network_plan(history, &history->people.hubs[i]);
	}
	list_init(&history->payments);
	payments_plan(history);
	bank_plan(history);
}
