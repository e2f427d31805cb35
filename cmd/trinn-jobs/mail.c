#include "cmd/trinn-jobs/mail.h"

#include <stdio.h>
#include <string.h>

#include "api/notifications/mail.h"
#include "cmd/trinn-jobs/ask.h"
#include "lib/base/arena.h"
#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/log/log.h"
#include "lib/mail/smtp.h"

enum {
	RUN_US = 10 * 1000 * 1000,
	LEASE_MORE_S = 10, /* than the server's time, to tell what became of it */
	ARENA_BYTES_MAX = 64 * 1024,
	ANSWER_BYTES_MAX = 4096,
	LEASE_TEXT_SIZE = 24,
};

static const char next_sql[] =
	"select county_id, id, message_id, written_at, county, address, language, happened, number,"
	" topic, code, code_minutes from trinn.jobs_next_mail($1::int)";
static const char ended_sql[] =
	"select paused_until from trinn.jobs_mail_ended($1::int, $2::bigint, $3, $4)";
static const char drop_sql[] = "select trinn.jobs_drop_mail()";

enum {
	COUNTY,
	ID,
	MESSAGE_ID,
	WRITTEN_AT,
	COUNTY_NAME,
	ADDRESS,
	LANGUAGE,
	HAPPENED,
	NUMBER,
	TOPIC,
	CODE,
	CODE_MINUTES,
};

static struct smtp_server server_of(const struct settings *settings)
{
	return (struct smtp_server){
		.host = settings->mail_server,
		.port = settings->mail_port,
		.security = (enum smtp_security)settings->mail_security,
		.user = settings->mail_user,
		.password = settings->mail_password,
		.timeout_s = settings->mail_timeout_s,
	};
}

static const char *fault_of(const struct settings *settings)
{
	struct smtp_server server = server_of(settings);

	if (settings->mail_from == NULL || !mail_is_address(settings->mail_from))
		return "mail_from is the address that e-mail comes from";
	if (!smtp_is_safe(&server))
		return "mail_security is none for a server on this machine only";
	if ((settings->mail_user == NULL) != (settings->mail_password == NULL))
		return "mail_user and mail_password_file go together";
	return NULL;
}

bool mail_settings_hold(const struct settings *settings)
{
	const char *fault;

	if (settings->mail_server == NULL) {
		log_event(LOG_INFO, "mail.off");
		return true;
	}
	fault = fault_of(settings);
	if (fault != NULL)
		log_event(LOG_ERROR, "mail.settings", LOG_STR("why", fault));
	return fault == NULL;
}

/* How it ended; NULL: its row stays as it is, and is taken up again after its time. */
static const char *state_of(enum smtp_outcome outcome)
{
	switch (outcome) {
	case SMTP_TAKEN:
		return "sent";
	case SMTP_REFUSED:
		return "failed";
	case SMTP_DEFERRED:
		return "queued";
	case SMTP_AWAY:
		return "away";
	case SMTP_STOPPED:
		break;
	}
	return NULL;
}

static void record(PGconn *db, PGresult *row, const char *state, const char *answer)
{
	const char *const params[] = {PQgetvalue(row, 0, COUNTY), PQgetvalue(row, 0, ID), state,
				      answer};
	PGresult *ended;

	if (state == NULL)
		return;
	ended = ask(db, ended_sql, 4, params, ASK_TEXT);
	log_event(strcmp(state, "sent") == 0 ? LOG_INFO : LOG_WARN, "mail.ended",
		  LOG_STR("county", params[0]), LOG_STR("id", params[1]), LOG_STR("state", state),
		  LOG_STR("answer", answer));
	if (ended != NULL && !PQgetisnull(ended, 0, 0))
		log_event(LOG_ERROR, "mail.paused", LOG_STR("until", PQgetvalue(ended, 0, 0)),
			  LOG_STR("answer", answer));
	PQclear(ended);
}

static const char *text_or_null(PGresult *row, int column)
{
	return PQgetisnull(row, 0, column) ? NULL : PQgetvalue(row, 0, column);
}

static struct notice notice_of(PGresult *row, const struct settings *settings)
{
	int64_t code_minutes;

	MUST(num_i64(PQgetvalue(row, 0, CODE_MINUTES), 0, INT32_MAX, &code_minutes));
	return (struct notice){
		.county = PQgetvalue(row, 0, COUNTY_NAME),
		.language = PQgetvalue(row, 0, LANGUAGE),
		.happened = PQgetvalue(row, 0, HAPPENED),
		.number = text_or_null(row, NUMBER),
		.portal = settings->portal,
		.code = text_or_null(row, CODE),
		.code_minutes = (int)code_minutes,
		.is_last = text_is(PQgetvalue(row, 0, TOPIC), "address.replaced"),
	};
}

static enum smtp_outcome send_one(struct smtp *smtp, const struct settings *settings, PGresult *row,
				  struct buf *answer)
{
	struct arena *arena = arena_new(ARENA_BYTES_MAX);
	const struct notice notice = notice_of(row, settings);
	struct mail mail = {
		.id = PQgetvalue(row, 0, MESSAGE_ID),
		.from = settings->mail_from,
		.to = PQgetvalue(row, 0, ADDRESS),
	};
	enum smtp_outcome outcome;

	MUST(num_i64(PQgetvalue(row, 0, WRITTEN_AT), 0, INT64_MAX, &mail.written_at));
	notice_compose(&notice, arena, &mail);
	outcome = smtp_send(smtp, &mail, answer);
	arena_free(&arena);
	return outcome;
}

/* False once nothing waits, or nothing can be sent. */
static bool send_next(PGconn *db, const struct settings *settings, struct smtp *smtp)
{
	char lease[LEASE_TEXT_SIZE];
	const char *const params[] = {lease};
	enum smtp_outcome outcome;
	struct buf answer;
	PGresult *row;

	snprintf(lease, sizeof(lease), "%d", (int)settings->mail_timeout_s + LEASE_MORE_S);
	row = ask(db, next_sql, 1, params, ASK_TEXT);
	if (row == NULL || PQntuples(row) == 0) {
		PQclear(row);
		return false;
	}
	buf_init(&answer, ANSWER_BYTES_MAX);
	outcome = send_one(smtp, settings, row, &answer);
	record(db, row, state_of(outcome), buf_text(&answer));
	buf_fini(&answer);
	PQclear(row);
	return outcome != SMTP_AWAY && outcome != SMTP_STOPPED;
}

void mail_send_all(PGconn *db, const struct settings *settings, int term)
{
	const struct smtp_server server = server_of(settings);
	int64_t until = clock_now_us() + RUN_US;
	struct smtp *smtp;

	if (settings->mail_server == NULL) {
		PQclear(ask(db, drop_sql, 0, NULL, ASK_TEXT));
		return;
	}
	smtp = smtp_new(&server, term);
	while (!ask_to_end(term) && clock_now_us() < until && send_next(db, settings, smtp))
		;
	smtp_free(&smtp);
}
