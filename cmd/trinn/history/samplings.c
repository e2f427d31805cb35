#include "cmd/trinn/history/samplings.h"

#include "lib/base/date.h"

#define HUBS 3
#define CASES 3
#define DAYS_TO_MEND 30

/* Of every so many cases, in turn: a small county finds little, and something every year. */
static const char *const scenes[] = {"find nothing", "find remark", "find nothing",
				     "find breach",  "find nothing"};

#define N_SCENES (sizeof(scenes) / sizeof(scenes[0]))
#define BREACH 3

struct sampling {
	struct hub *hub;
	enum programme programme;
	int32_t year_began;
	const char *id;
	int n_cases;
	bool is_breach[CASES];
};

static void tell(struct history *history, const struct sampling *sampling)
{
	people_tell_hub(history, sampling->hub);
	history_tell(history, "programme", history->programmes[sampling->programme].id);
	history_tell(history, "sampling", sampling->id != NULL ? sampling->id : "");
}

static void follow_up(struct history *history, void *about)
{
	const struct sampling *sampling = about;

	tell(history, sampling);
	for (int i = 0; i < sampling->n_cases; i++) {
		history_tell_number(history, "case", i + 1);
		history_tell_any(history, "followed", "followed");
		if (sampling->is_breach[i])
			history_play(history, "answer finding");
		history_play(history, "close case");
	}
	history_play(history, "close sampling");
}

static void look(struct history *history, void *about)
{
	struct sampling *sampling = about;

	tell(history, sampling);
	for (int i = 0; i < sampling->n_cases; i++) {
		size_t drawn = (size_t)history->n_sampled++ % N_SCENES;

		sampling->is_breach[i] = drawn == BREACH;
		history_tell_number(history, "case", i + 1);
		history_tell_day(history, "followUpBy", history->tour.today + DAYS_TO_MEND);
		history_tell_any(history, "finding", scenes[drawn]);
		history_tell_any(history, "followUp", "followUps");
		history_play(history, scenes[drawn]);
	}
	history_play(history, "open sampling");
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 20, 35),
			     follow_up, sampling);
}

/* Whether there are cases of this year to draw from. */
static bool follows_any(const struct sampling *sampling)
{
	LIST_EACH(link, &sampling->hub->ways[sampling->programme])
	{
		const struct way *way = LIST_ENTRY(link, struct way, link);

		if (way->id != NULL && way->state != WAY_OUT)
			return true;
	}
	return false;
}

static void draw(struct history *history, void *about)
{
	struct sampling *sampling = about;

	sampling->programme = PROGRAMME_DIGITAL;
	if (!follows_any(sampling))
		sampling->programme = PROGRAMME_GREEN;
	if (!follows_any(sampling))
		return;
	tell(history, sampling);
	history_tell_day(history, "periodFrom", sampling->year_began);
	history_tell_number(history, "size", CASES);
	history_tell_any(history, "criteria", "criteria");
	history_play(history, "draw sampling");
	sampling->id = history_kept(history, "sampling");
	sampling->n_cases = (int)json_array_size(history_kept_json(history, "cases"));
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 7, 15),
			     look, sampling);
}

void samplings_plan(struct history *history, int year)
{
	const struct people *people = &history->people;
	size_t first = (size_t)(year - history->first_year) * HUBS;
	int32_t began = 0, day = 0;

	if (!date_from_ymd(year, 1, 1, &began) || !date_from_ymd(year, 9, 14, &day))
		return;
	for (size_t i = 0; i < HUBS && i < people->n_hubs; i++) {
		struct sampling *sampling = history_alloc(history, sizeof(*sampling));

		sampling->hub = &people->hubs[(first + i) % people->n_hubs];
		sampling->year_began = began;
		history_plan_working(history, day + (int32_t)i, draw, sampling);
	}
}
