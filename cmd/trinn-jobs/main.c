/* trinn-jobs: the clock and the mailman beside the daemon. Several may run; the one that holds the
 * advisory lock works, the others stand by. */
#include <curl/curl.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "api/schema.gen.h"
#include "cmd/trinn-jobs/archive.h"
#include "cmd/trinn-jobs/deadlines.h"
#include "cmd/trinn-jobs/documents.h"
#include "cmd/trinn-jobs/keys.h"
#include "cmd/trinn-jobs/kept_replies.h"
#include "cmd/trinn-jobs/letters.h"
#include "cmd/trinn-jobs/mail.h"
#include "cmd/trinn-jobs/notifications.h"
#include "cmd/trinn-jobs/releases.h"
#include "cmd/trinn-jobs/reminders.h"
#include "cmd/trinn-jobs/settings.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/log/log.h"

#define RETRY_S 5

struct jobs {
	struct settings settings;
	struct letter_fonts *fonts; /* NULL: one is missing */
	int term;                   /* readable when we are to end */
};

enum next {
	NEXT_GO_ON,
	NEXT_RECONNECT,
	NEXT_END,
	NEXT_CANNOT_RUN, /* the reason is logged */
};

static time_t now_s(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec;
}

/* Waits so long, less if the server sends something or we are to end, and not at all for a lost
 * connection, which has no descriptor to wait at. `db` may be NULL. */
static enum next wait_for(const struct jobs *jobs, PGconn *db, time_t seconds)
{
	struct pollfd fds[] = {
		{.fd = jobs->term, .events = POLLIN},
		{.fd = db == NULL ? -1 : PQsocket(db), .events = POLLIN},
	};

	if (db != NULL && PQstatus(db) != CONNECTION_OK)
		return NEXT_RECONNECT;
	poll(fds, 2, seconds < 0 ? 0 : (int)seconds * 1000);
	if (fds[0].revents != 0)
		return NEXT_END;
	if (fds[1].revents != 0 && !PQconsumeInput(db))
		return NEXT_RECONNECT;
	return NEXT_GO_ON;
}

/* Whether a statement with one row of one boolean says so. */
static bool is_true(PGconn *db, const char *sql)
{
	PGresult *result = PQexec(db, sql);
	bool yes = PQresultStatus(result) == PGRES_TUPLES_OK &&
		   strcmp(PQgetvalue(result, 0, 0), "t") == 0;

	if (PQresultStatus(result) != PGRES_TUPLES_OK)
		log_event(LOG_WARN, "db.failed", LOG_STR("message", PQresultErrorMessage(result)));
	PQclear(result);
	return yes;
}

static enum next check_schema(PGconn *db)
{
	char sql[100];

	snprintf(sql, sizeof(sql), "select max(number) = %d from trinn.schema_versions",
		 SCHEMA_VERSION);
	if (is_true(db, sql))
		return NEXT_GO_ON;
	if (PQstatus(db) != CONNECTION_OK)
		return NEXT_RECONNECT;
	log_event(LOG_ERROR, "schema.other", LOG_INT("wanted", SCHEMA_VERSION));
	return NEXT_CANNOT_RUN;
}

static enum next wait_for_turn(const struct jobs *jobs, PGconn *db)
{
	enum next next = NEXT_GO_ON;

	while (next == NEXT_GO_ON) {
		if (is_true(db, "select pg_try_advisory_lock(hashtextextended('trinn-jobs', 0))"))
			return NEXT_GO_ON;
		next = wait_for(jobs, db, RETRY_S);
	}
	return next;
}

static void make_letters(const struct jobs *jobs, PGconn *db)
{
	letters_make(db, jobs->fonts, jobs->term);
}

static void make_releases(const struct jobs *jobs, PGconn *db)
{
	releases_make(db, jobs->term);
}

static void refresh_keys(const struct jobs *jobs, PGconn *db)
{
	keys_refresh(db, &jobs->settings, NULL);
}

static void forget_replies(const struct jobs *jobs, PGconn *db)
{
	kept_replies_forget(db, jobs->term);
}

static void send_mail(const struct jobs *jobs, PGconn *db)
{
	mail_send_all(db, &jobs->settings, jobs->term);
}

static void inspect_documents(const struct jobs *jobs, PGconn *db)
{
	documents_inspect(db, &jobs->settings, jobs->term);
}

static void exchange_with_archive(const struct jobs *jobs, PGconn *db)
{
	archive_exchange(db, &jobs->settings, jobs->term);
}

static void pass_deadlines(const struct jobs *jobs, PGconn *db)
{
	deadlines_pass(db, jobs->term);
}

static void notify(const struct jobs *jobs, PGconn *db)
{
	notifications_make(db, jobs->term);
}

static void remind(const struct jobs *jobs, PGconn *db)
{
	reminders_make(db, jobs->term);
}

/* What is done again and again, and at once if the daemon asks for it by name on trinn_jobs. */
static const struct job {
	const char *name;
	void (*run)(const struct jobs *jobs, PGconn *db);
	size_t every_s; /* offset in struct settings */
} table[] = {
	{"keys", refresh_keys, offsetof(struct settings, keys_every_s)},
	{"replies", forget_replies, offsetof(struct settings, replies_every_s)},
	{"mail", send_mail, offsetof(struct settings, mail_every_s)},
	{"releases", make_releases, offsetof(struct settings, releases_every_s)},
	{"letters", make_letters, offsetof(struct settings, letters_every_s)},
	{"documents", inspect_documents, offsetof(struct settings, documents_every_s)},
	{"archive", exchange_with_archive, offsetof(struct settings, archive_every_s)},
	{"notifications", notify, offsetof(struct settings, notifications_every_s)},
	{"reminders", remind, offsetof(struct settings, reminders_every_s)},
	{"deadlines", pass_deadlines, offsetof(struct settings, deadlines_every_s)},
};

#define N_JOBS (sizeof(table) / sizeof(table[0]))

static time_t every_s(const struct jobs *jobs, const struct job *job)
{
	return (time_t) * (const int64_t *)((const char *)&jobs->settings + job->every_s);
}

/* Runs what is due; returns when the next is. */
static time_t run_due(const struct jobs *jobs, PGconn *db, time_t due[N_JOBS])
{
	time_t first = INT64_MAX;

	for (size_t i = 0; i < N_JOBS; i++) {
		if (now_s() >= due[i]) {
			due[i] = now_s() + every_s(jobs, &table[i]);
			table[i].run(jobs, db);
		}
		if (due[i] < first)
			first = due[i];
	}
	return first;
}

/* The daemon names a job, or the issuer of a token with a key it does not know. */
static bool answer_requests(const struct jobs *jobs, PGconn *db, time_t due[N_JOBS])
{
	bool any = false;
	PGnotify *request;

	while ((request = PQnotifies(db)) != NULL) {
		any = true;
		if (strcmp(request->relname, "trinn_refresh") == 0)
			keys_refresh(db, &jobs->settings, request->extra);
		for (size_t i = 0; i < N_JOBS; i++)
			if (strcmp(request->extra, table[i].name) == 0)
				due[i] = 0;
		PQfreemem(request);
	}
	return any;
}

/* A request that came while we worked lies in libpq already, where poll() does not see it: it is
 * answered before we wait. */
static enum next work(const struct jobs *jobs, PGconn *db)
{
	enum next next = NEXT_GO_ON;
	time_t due[N_JOBS] = {0};

	PQclear(PQexec(db, "listen trinn_refresh"));
	PQclear(PQexec(db, "listen trinn_jobs"));
	log_event(LOG_INFO, "jobs.ready");
	while (next == NEXT_GO_ON) {
		time_t first = run_due(jobs, db, due);

		if (!answer_requests(jobs, db, due))
			next = wait_for(jobs, db, first - now_s());
	}
	return next;
}

static enum next serve(const struct jobs *jobs, PGconn *db)
{
	enum next next = check_schema(db);

	if (next == NEXT_GO_ON)
		next = wait_for_turn(jobs, db);
	if (next == NEXT_GO_ON)
		next = work(jobs, db);
	return next;
}

static void on_notice(void *ctx, const char *message)
{
	(void)ctx;
	log_event(LOG_WARN, "db.notice", LOG_STR("message", message));
}

/* We mostly listen: only keepalives tell that a server's host is gone. What the settings say of any
 * of these comes later and wins. */
static PGconn *connect_to(const char *database)
{
	const char *const keywords[] = {
		"fallback_application_name", "connect_timeout", "keepalives_idle",
		"keepalives_interval", "keepalives_count", "tcp_user_timeout", "dbname", NULL,
	};
	const char *const values[] = {
		"trinn-jobs", "10", "10", "5", "3", "15000", database, NULL,
	};
	PGconn *db = PQconnectdbParams(keywords, values, 1);

	PQsetNoticeProcessor(db, on_notice, NULL);
	return db;
}

static enum next run(const struct jobs *jobs)
{
	enum next next = NEXT_RECONNECT;

	while (next == NEXT_RECONNECT || next == NEXT_GO_ON) {
		PGconn *db = connect_to(jobs->settings.database);

		next = PQstatus(db) == CONNECTION_OK ? serve(jobs, db) : NEXT_RECONNECT;
		if (next == NEXT_RECONNECT)
			log_event(LOG_WARN, "db.disconnected",
				  LOG_STR("message", PQerrorMessage(db)));
		PQfinish(db);
		if (next == NEXT_RECONNECT)
			next = wait_for(jobs, NULL, RETRY_S);
	}
	return next;
}

/* A descriptor that becomes readable with SIGTERM or SIGINT, whose usual effect is off. */
static int watch_signals(void)
{
	sigset_t signals;
	int fd;

	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigprocmask(SIG_BLOCK, &signals, NULL);
	fd = signalfd(-1, &signals, SFD_CLOEXEC);
	MUST(fd >= 0);
	return fd;
}

/* The exit status. */
static int start(struct jobs *jobs)
{
	enum next end;

	log_set_level((enum log_level)jobs->settings.log_level);
	if (!mail_settings_hold(&jobs->settings))
		return 1;
	jobs->term = watch_signals();
	signal(SIGPIPE, SIG_IGN);
	curl_global_init(CURL_GLOBAL_DEFAULT);
	jobs->fonts = letter_fonts_new();
	end = run(jobs);
	letter_fonts_free(&jobs->fonts);
	curl_global_cleanup();
	close(jobs->term);
	return end == NEXT_CANNOT_RUN ? 1 : 0;
}

int main(int argc, char **argv)
{
	struct jobs jobs;
	struct arena *arena;
	int status;

	(void)argc;
	arena = arena_new(1024 * 1024);
	if (conf_start("trinn-jobs", settings_keys, settings_count, argv, arena, &jobs.settings,
		       &status))
		status = start(&jobs);
	arena_free(&arena);
	return status;
}
