#include "cmd/trinn-jobs/letters.h"

#include <string.h>

#include "cmd/trinn-jobs/ask.h"
#include "lib/base/arena.h"
#include "lib/base/buf.h"
#include "lib/letter/letter.h"
#include "lib/letter/read.h"
#include "lib/log/log.h"

#define ARENA_BYTES_MAX (16U * 1024 * 1024)
#define PDF_BYTES_MAX (16U * 1024 * 1024)
#define WHY_BYTES_MAX 8192

static const char next_sql[] = "select county_id, id from trinn.jobs_next_letter($1::bigint)";

static const char content_sql[] = "select trinn.jobs_letter_content($1::int, $2::bigint)";

static const char store_sql[] =
	"select trinn.jobs_store_letter($1::int, $2::bigint, $3::json, $4, $5::bytea)";

static const char fail_sql[] = "select trinn.jobs_fail_letter($1::int, $2::bigint, $3)";

struct making {
	PGconn *db;
	struct letter_fonts *fonts;
	const char *county_id;
	const char *id;
	struct buf pdf;
	struct buf why; /* what went wrong */
};

/* The PDF goes as bytes, the rest as text. NULL, with the reason in `why`. */
static PGresult *try(struct making *making, const char *sql, int n, const char *const *params)
{
	const int lengths[] = {0, 0, 0, 0, (int)making->pdf.len};
	const int formats[] = {ASK_TEXT, ASK_TEXT, ASK_TEXT, ASK_TEXT, ASK_BINARY};
	PGresult *result = PQexecParams(making->db, sql, n, NULL, params, lengths, formats, 0);
	const char *primary;

	if (PQresultStatus(result) == PGRES_TUPLES_OK)
		return result;
	primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
	buf_adds(&making->why, primary == NULL ? PQerrorMessage(making->db) : primary);
	PQclear(result);
	return NULL;
}

static bool set(struct making *making, const char *content)
{
	struct arena *arena = arena_new(ARENA_BYTES_MAX);
	struct letter letter;
	bool done = letter_read(content, strlen(content), arena, &letter, &making->why) &&
		    letter_set(making->fonts, &letter, &making->pdf, &making->why);

	arena_free(&arena);
	return done;
}

/* What it was set from is stored with it, to the letter. */
static bool store(struct making *making, const char *content)
{
	const char *const params[] = {making->county_id, making->id, content, letter_setter(),
				      making->pdf.data};
	PGresult *stored = try(making, store_sql, 5, params);

	if (stored == NULL)
		return false;
	if (!PQgetisnull(stored, 0, 0))
		log_event(LOG_INFO, "letter.made", LOG_STR("county", making->county_id),
			  LOG_STR("id", making->id), LOG_STR("sha256", PQgetvalue(stored, 0, 0)),
			  LOG_INT("bytes", (int64_t)making->pdf.len));
	PQclear(stored);
	return true;
}

static bool compose_and_set(struct making *making)
{
	const char *const params[] = {making->county_id, making->id};
	PGresult *content = try(making, content_sql, 2, params);
	bool done = content != NULL && set(making, PQgetvalue(content, 0, 0)) &&
		    store(making, PQgetvalue(content, 0, 0));

	PQclear(content);
	return done;
}

static void fail(struct making *making)
{
	const char *const params[] = {making->county_id, making->id, buf_text(&making->why)};
	PGresult *failed = ask(making->db, fail_sql, 3, params, ASK_TEXT);

	log_event(LOG_WARN, "letter.failed", LOG_STR("county", making->county_id),
		  LOG_STR("id", making->id), LOG_STR("why", buf_text(&making->why)),
		  LOG_STR("attempts", failed == NULL ? NULL : PQgetvalue(failed, 0, 0)));
	PQclear(failed);
}

static bool make(PGconn *db, PGresult *row, void *fonts)
{
	struct making making = {
		.db = db,
		.fonts = fonts,
		.county_id = PQgetvalue(row, 0, 0),
		.id = PQgetvalue(row, 0, 1),
	};

	buf_init(&making.pdf, PDF_BYTES_MAX);
	buf_init(&making.why, WHY_BYTES_MAX);
	if (!compose_and_set(&making))
		fail(&making);
	buf_fini(&making.why);
	buf_fini(&making.pdf);
	return true;
}

void letters_make(PGconn *db, struct letter_fonts *fonts, int term)
{
	if (fonts == NULL)
		log_event(LOG_ERROR, "fonts.missing");
	else
		ask_each(db, term, next_sql, NULL, make, fonts);
}
