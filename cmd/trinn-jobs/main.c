/* trinn-jobs: the clock and the mailman beside the daemon. Several may run; the one that holds the advisory lock works. */
#include <curl/curl.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cmd/trinn-jobs/keys.h"
#include "cmd/trinn-jobs/settings.h"
#include "lib/base/arena.h"
#include "lib/log/log.h"

#define LOCK_SQL "select pg_try_advisory_lock(hashtextextended('trinn-jobs', 0))"
#define RETRY_S 5

static volatile sig_atomic_t term_asked;

static void on_term(int number)
{
	(void)number;
	term_asked = 1;
}

static time_t now_s(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec;
}

static bool configure(struct settings *settings, struct arena *arena, char **args)
{
	struct conf_sources sources = { .path = NULL, .env = environ, .args = args };
	struct buf errors;
	bool ok;

	buf_init(&errors, 64 * 1024);
	ok = conf_load(settings_keys, settings_count, &sources, arena, settings, &errors);
	if (!ok)
		fputs(buf_text(&errors), stderr);
	buf_fini(&errors);
	return ok;
}

static bool take_lock(PGconn *db)
{
	PGresult *result = PQexec(db, LOCK_SQL);
	bool taken = PQresultStatus(result) == PGRES_TUPLES_OK && strcmp(PQgetvalue(result, 0, 0), "t") == 0;

	PQclear(result);
	return taken;
}

/* Waits until something was sent to us or the time is up. */
static void wait_for(PGconn *db, time_t until)
{
	struct pollfd fd = { .fd = PQsocket(db), .events = POLLIN };
	time_t left = until - now_s();

	if (left > 0 && poll(&fd, 1, (int)(left * 1000)) > 0)
		PQconsumeInput(db);
}

/* Until the connection is lost or SIGTERM. */
static void work(PGconn *db, const struct settings *settings)
{
	time_t keys_due = 0;

	PQclear(PQexec(db, "listen trinn_refresh"));
	while (!term_asked && PQstatus(db) == CONNECTION_OK) {
		PGnotify *asked;

		while ((asked = PQnotifies(db)) != NULL) {
			keys_refresh(db, settings, asked->extra);
			PQfreemem(asked);
		}
		if (now_s() >= keys_due) {
			keys_refresh(db, settings, NULL);
			keys_due = now_s() + settings->keys_every_s;
		}
		wait_for(db, keys_due);
	}
}

static void run(const struct settings *settings)
{
	while (!term_asked) {
		PGconn *db = PQconnectdb(settings->database);

		if (PQstatus(db) != CONNECTION_OK)
			log_event(LOG_WARN, "db.disconnected", LOG_STR("message", PQerrorMessage(db)));
		else if (take_lock(db))
			work(db, settings);
		PQfinish(db);
		if (!term_asked)
			sleep(RETRY_S);
	}
}

int main(int argc, char **argv)
{
	static struct settings settings;
	struct arena *arena = arena_new(1024 * 1024);
	struct sigaction action = { .sa_handler = on_term };

	(void)argc;
	if (!configure(&settings, arena, argv + 1))
		return 2;
	log_set_level((enum log_level)settings.log_level);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	curl_global_init(CURL_GLOBAL_DEFAULT);
	run(&settings);
	curl_global_cleanup();
	arena_free(&arena);
	return 0;
}
