/* trinn history */
#include "cmd/trinn/history/history.h"

#include <stdlib.h>
#include <time.h>

#include "cmd/trinn/cluster.h"
#include "cmd/trinn/daemon.h"
#include "cmd/trinn/db.h"
#include "cmd/trinn/history/past.h"
#include "cmd/trinn/history/plan.h"
#include "cmd/trinn/history/seasons.h"
#include "cmd/trinn/history/undo.h"
#include "cmd/trinn/say.h"
#include "lib/base/buf.h"
#include "lib/base/date.h"
#include "lib/base/num.h"

#define SCENES "history.json"
#define DAY_S 86400
#define DAY_CAP_BYTES (256 * 1024 * 1024)
#define FIRMS 50
#define FIRMS_MAX 100
#define SEED 1
#define N_SETTINGS 3

/* In spring the years are those before this one, which has hardly begun. */
#define BEGUN_DAYS 90

static bool has_past(struct trinn *trinn, bool *is_there)
{
	PGconn *conn = db_open(trinn);
	int64_t n = 0;
	bool ok = conn != NULL &&
		  db_number(conn, "select count(*) from trinn.programmes", NULL, &n);

	PQfinish(conn);
	*is_there = n > 0;
	return ok;
}

static bool read_options(struct trinn *trinn, uint64_t *seed, uint32_t *n_firms)
{
	const char *seed_text = trinn->options[TRINN_OPTION_seed];
	const char *firms_text = trinn->options[TRINN_OPTION_firms];
	uint32_t number = SEED;

	*n_firms = FIRMS;
	if (seed_text != NULL && !num_u32(seed_text, 0, UINT32_MAX, &number))
		return say_error("--seed is not a number: \"%s\"", seed_text);
	if (firms_text != NULL && (!num_u32(firms_text, 0, FIRMS_MAX, n_firms) || *n_firms == 1))
		return say_error("--firms is not 0 or 2 to %d: \"%s\"", FIRMS_MAX, firms_text);
	*seed = number;
	return true;
}

static bool set_period(struct history *history)
{
	int32_t today = (int32_t)(time(NULL) / DAY_S);

	history->first_year = date_to_ymd(today - BEGUN_DAYS).year - HISTORY_YEARS + 1;
	history->last = today - 1;
	return date_from_ymd(history->first_year, 1, 2, &history->first);
}

static void plan_nothing(struct history *history)
{
	size_t n = (size_t)(history->last - history->first) + 1;

	history->days = history_alloc(history, n * sizeof(*history->days));
	for (size_t i = 0; i < n; i++)
		list_init(&history->days[i]);
}

/* Each day has an arena of its own for what is asked and answered. */
static bool live_on(struct history *history, int32_t day)
{
	struct tour *tour = &history->tour;

	if (!past_go_to(history->trinn, day))
		return false;
	tour->arena = arena_new(DAY_CAP_BYTES);
	tour->today = day;
	history_live(history);
	arena_free(&tour->arena);
	tour->arena = history->trinn->arena;
	return !history->failed;
}

static bool live(struct history *history, uint32_t n_firms)
{
	struct tour *tour = &history->tour;

	tour->is_silent = true;
	history->scenes = tour_load(tour, SCENES);
	if (history->scenes == NULL || !tour_play(tour, TOUR_SET_UP) ||
	    !people_find(history, n_firms))
		return false;
	plan_nothing(history);
	seasons_plan(history);
	for (int32_t day = history->first; day <= history->last; day++)
		if (history_has_plans(history, day) && !live_on(history, day))
			return false;
	return true;
}

static void say_what_was_made(const struct history *history, int64_t took_s)
{
	struct buf line;

	buf_init(&line, 1024);
	buf_addf(&line, "the past of the example county, %d to %d: %zu hubs, %zu fagpartnere",
		 history->first_year, date_to_ymd(history->last).year, history->people.n_hubs,
		 history->people.n_partners);
#define X(name, words) buf_addf(&line, ", %d %s", history->n_##name, words);
	HISTORY_COUNTS(X)
#undef X
	say("%s; %d requests in %d s", buf_text(&line), history->n_requests, (int)took_s);
	buf_fini(&line);
}

/* For a client that asks one thing after another: what a connection has prepared is used again.
 * Settings that the operator has made stand. */
static bool start_daemon(struct trinn *trinn)
{
	static const char *const names[N_SETTINGS] = {"TRINN_WORKERS", "TRINN_READ_CONNECTIONS",
						      "TRINN_WRITE_CONNECTIONS"};
	bool is_ours[N_SETTINGS];
	bool ok;

	for (size_t i = 0; i < N_SETTINGS; i++) {
		is_ours[i] = getenv(names[i]) == NULL;
		setenv(names[i], "1", 0);
	}
	ok = daemon_start(trinn);
	for (size_t i = 0; i < N_SETTINGS; i++)
		if (is_ours[i])
			unsetenv(names[i]);
	return ok;
}

/* With the cluster in the past and stopped. */
static bool make(struct history *history, uint32_t n_firms)
{
	struct trinn *trinn = history->trinn;
	time_t began_s = time(NULL);
	bool ok = past_begin(trinn, history->first) && start_daemon(trinn);

	ok = tour_begin(&history->tour, trinn, history->first) && ok && live(history, n_firms);
	tour_end(&history->tour);
	json_decref(history->scenes);
	ok = daemon_stop(trinn) && ok;
	ok = past_end(trinn) && cluster_start(trinn) && ok;
	if (ok)
		say_what_was_made(history, time(NULL) - began_s);
	return ok;
}

bool trinn_history(struct trinn *trinn)
{
	struct history history = {.trinn = trinn};
	bool is_there;
	uint32_t n_firms;

	if (!read_options(trinn, &history.dice.state, &n_firms) || !undo_interrupted(trinn) ||
	    !has_past(trinn, &is_there))
		return false;
	if (is_there || n_firms == 0)
		return true;
	if (!past_is_possible(trinn)) {
		say_warning("there is no libfaketime: the example county has no past");
		say_hint("\"apt-get install faketime\" brings it");
		return true;
	}
	if (!set_period(&history) || !daemon_stop(trinn) || !undo_begin(trinn))
		return false;
	if (cluster_stop(trinn) && make(&history, n_firms) && undo_forget(trinn))
		return true;
	if (undo(trinn))
		say_hint("the example county is as it was before");
	return false;
}
