#include "cmd/trinn-jobs/documents.h"

#include <openssl/evp.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "api/documents/documents.h"
#include "cmd/trinn-jobs/ask.h"
#include "lib/base/arena.h"
#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"
#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/log/log.h"
#include "lib/scan/clamd.h"
#include "lib/scan/fnr_search.h"
#include "lib/scan/media.h"
#include "lib/scan/office.h"
#include "lib/scan/pdf.h"

enum {
	DIGEST_BYTES = 32,
	CONTENTS_MAX = 8,
	WHY_BYTES_MAX = 1024,
	ARENA_BYTES_MAX = 64 * 1024,
};

/* The array of types comes as words with a space between. */
static const char next_sql[] =
	"select county_id, id, sha256, array_to_string(contents, ' '), reader, chunks, may_hold_fnr"
	" from trinn.jobs_next_document($1::bigint, $2::boolean)";

static const char chunk_sql[] = "select trinn.jobs_chunk($1::int, $2::bigint, $3::int)";

static const char settle_sql[] =
	"select trinn.jobs_settle_document($1::int, $2::bigint, $3, $4, $5, $6, $7::boolean, $8)";

/* What reads the text of a file that is not text itself, as the database names it. */
static const struct reader {
	const char *name;
	enum reading (*read)(int fd, int timeout_s, struct fnr_search *search);
} readers[] = {
	{"pdf", pdf_read},
	{"office", office_read},
};

struct look {
	PGconn *db;
	const struct settings *settings;
	struct media *media;
	struct arena *arena; /* of the document at hand */
	const char *county_id;
	const char *id;
	int64_t chunks;
	bool is_text;
	const struct reader *reader; /* NULL: of a text, and of a picture */
	int file;		     /* the whole in memory, for the reader; -1 without one */
	struct inspection seen;
	enum reading reading;
	struct clamd *clamd; /* NULL without a scanner */
	EVP_MD_CTX *digest;
	struct fnr_search *search;
	struct buf what; /* the virus, or what went wrong */
};

static void log_unread(const struct look *look)
{
	log_event(LOG_ERROR, "document.unread", LOG_STR("id", look->id),
		  LOG_STR("reader", look->reader->name));
}

/* For the reader. A chunk goes into memory whole or not at all. */
static bool keep(const struct look *look, const char *bytes, size_t len)
{
	if (look->reader == NULL || write(look->file, bytes, len) == (ssize_t)len)
		return true;
	log_unread(look);
	return false;
}

static bool look_at(struct look *look, int64_t number, const char *bytes, size_t len)
{
	MUST(EVP_DigestUpdate(look->digest, bytes, len) == 1);
	if (number == 1)
		look->seen.content =
			arena_strdup(look->arena, media_type_of(look->media, bytes, len));
	if (look->is_text)
		fnr_search_add(look->search, bytes, len);
	if (look->clamd != NULL)
		clamd_send(look->clamd, bytes, len);
	return keep(look, bytes, len);
}

/* False if a chunk could not be had. */
static bool look_at_chunks(struct look *look)
{
	for (int64_t number = 1; number <= look->chunks; number++) {
		const char *const params[] = {look->county_id, look->id,
					      arena_printf(look->arena, "%d", (int)number)};
		PGresult *rows = ask(look->db, chunk_sql, 3, params, ASK_BINARY);
		bool ok = rows != NULL && look_at(look, number, PQgetvalue(rows, 0, 0),
						  (size_t)PQgetlength(rows, 0, 0));

		PQclear(rows);
		if (!ok)
			return false;
	}
	return true;
}

static void end_digest(struct look *look)
{
	uint8_t digest[DIGEST_BYTES];
	char *hex = arena_alloc(look->arena, HEX_SIZE(DIGEST_BYTES));

	MUST(EVP_DigestFinal_ex(look->digest, digest, NULL) == 1);
	hex_encode(digest, sizeof(digest), hex);
	look->seen.sha256 = hex;
}

/* False if nothing is known. */
static bool end_scan(struct look *look)
{
	if (look->clamd == NULL)
		return true;
	switch (clamd_end(&look->clamd, &look->what)) {
	case CLAMD_CLEAN:
		return true;
	case CLAMD_INFECTED:
		look->seen.virus = buf_text(&look->what);
		return true;
	case CLAMD_FAILED:
		break;
	}
	log_event(LOG_WARN, "document.unscanned", LOG_STR("id", look->id),
		  LOG_STR("why", buf_text(&look->what)));
	return false;
}

/* What is refused or infected already is not read. False if the reader could not be run. */
static bool read_text(struct look *look)
{
	look->reading = look->is_text ? READING_WHOLE : READING_NO_TEXT;
	if (look->reader != NULL && text_is(settle_document(&look->seen).state, "clean"))
		look->reading = look->reader->read(
			look->file, (int)look->settings->reader_timeout_s, look->search);
	look->seen.holds_fnr = fnr_search_end(look->search);
	if (look->reading == READING_FAILED)
		log_unread(look);
	return look->reading != READING_FAILED;
}

static void settle(struct look *look)
{
	struct settlement settled = settle_document(&look->seen);
	const char *unread =
		text_is(settled.state, "clean") ? reading_name(look->reading) : NULL;
	const char *const params[] = {
		look->county_id,
		look->id,
		settled.state,
		settled.finding,
		look->seen.sha256,
		look->settings->scanner == NULL ? NULL : "clamd",
		settled.holds_fnr ? "true" : "false",
		unread,
	};
	PGresult *result = ask(look->db, settle_sql, 8, params, ASK_TEXT);

	if (result != NULL)
		log_event(LOG_INFO, "document.settled", LOG_STR("county", look->county_id),
			  LOG_STR("id", look->id), LOG_STR("state", settled.state),
			  LOG_STR("finding", settled.finding), LOG_STR("unread", unread));
	PQclear(result);
}

/* False if there is no scanner to be had. */
static bool begin_scan(struct look *look)
{
	const struct settings *settings = look->settings;

	if (settings->scanner == NULL)
		return true;
	look->clamd = clamd_begin(settings->scanner, (int)settings->scanner_timeout_s, &look->what);
	if (look->clamd == NULL)
		log_event(LOG_WARN, "scanner.away", LOG_STR("why", buf_text(&look->what)));
	return look->clamd != NULL;
}

static size_t cut_words(char *text, const char **words, size_t max)
{
	size_t n = 0;

	while (n < max && *text != '\0') {
		char *end = strchrnul(text, ' ');

		words[n++] = text;
		text = *end == '\0' ? end : end + 1;
		*end = '\0';
	}
	return n;
}

static const struct reader *find_reader(const char *name)
{
	for (size_t i = 0; i < sizeof(readers) / sizeof(readers[0]); i++)
		if (strcmp(readers[i].name, name) == 0)
			return &readers[i];
	return NULL;
}

static void read_row(struct look *look, PGresult *row)
{
	const char **contents = arena_alloc(look->arena, CONTENTS_MAX * sizeof(*contents));
	char *words = arena_strdup(look->arena, PQgetvalue(row, 0, 3));

	look->county_id = PQgetvalue(row, 0, 0);
	look->id = PQgetvalue(row, 0, 1);
	look->is_text = strcmp(PQgetvalue(row, 0, 4), "text") == 0;
	look->reader = find_reader(PQgetvalue(row, 0, 4));
	MUST(num_i64(PQgetvalue(row, 0, 5), 1, INT32_MAX, &look->chunks));
	look->seen = (struct inspection){
		.declared_sha256 = PQgetisnull(row, 0, 2) ? NULL : PQgetvalue(row, 0, 2),
		.contents = contents,
		.n_contents = cut_words(words, contents, CONTENTS_MAX),
		.may_hold_fnr = strcmp(PQgetvalue(row, 0, 6), "t") == 0,
	};
}

static void look_through(struct look *look)
{
	if (look->reader != NULL)
		look->file = memfd_create("document", MFD_CLOEXEC);
	if (!look_at_chunks(look))
		return;
	end_digest(look);
	if (end_scan(look) && read_text(look))
		settle(look);
}

struct inspecting {
	const struct settings *settings;
	struct media *media;
};

/* Whether the next one can be looked into. */
static bool inspect(PGconn *db, PGresult *row, void *context)
{
	const struct inspecting *inspecting = context;
	struct look look = {
		.db = db,
		.settings = inspecting->settings,
		.media = inspecting->media,
		.arena = arena_new(ARENA_BYTES_MAX),
		.file = -1,
		.digest = EVP_MD_CTX_new(),
	};
	bool goes_on;

	MUST(look.digest != NULL && EVP_DigestInit_ex(look.digest, EVP_sha256(), NULL) == 1);
	look.search = arena_alloc(look.arena, sizeof(*look.search));
	fnr_search_begin(look.search);
	buf_init(&look.what, WHY_BYTES_MAX);
	read_row(&look, row);
	goes_on = begin_scan(&look);
	if (goes_on)
		look_through(&look);
	clamd_free(&look.clamd);
	buf_fini(&look.what);
	if (look.file >= 0)
		close(look.file);
	EVP_MD_CTX_free(look.digest);
	arena_free(&look.arena);
	return goes_on;
}

void documents_inspect(PGconn *db, const struct settings *settings, int term)
{
	struct inspecting inspecting = { .settings = settings, .media = media_new() };
	const char *has_scanner = settings->scanner == NULL ? "false" : "true";

	PQclear(ask(db, "select trinn.jobs_drop_abandoned_documents()", 0, NULL, ASK_TEXT));
	if (inspecting.media == NULL)
		log_event(LOG_ERROR, "magic.missing");
	else
		ask_each(db, term, next_sql, has_scanner, inspect, &inspecting);
	media_free(&inspecting.media);
}
