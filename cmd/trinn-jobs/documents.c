#include "cmd/trinn-jobs/documents.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

#include "api/documents/documents.h"
#include "cmd/trinn-jobs/ask.h"
#include "lib/base/arena.h"
#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"
#include "lib/base/num.h"
#include "lib/format/fnr.h"
#include "lib/log/log.h"
#include "lib/scan/clamd.h"
#include "lib/scan/media.h"

enum {
	DIGEST_BYTES = 32,
	CONTENTS_MAX = 8,
	OVERLAP_BYTES = 48, /* longer than any fødselsnummer, with what divides it */
	WHY_BYTES_MAX = 1024,
	ARENA_BYTES_MAX = 64 * 1024,
};

/* The array of types comes as words with a space between. */
static const char next_sql[] =
	"select county_id, id, sha256, array_to_string(contents, ' '), is_text, chunks"
	" from trinn.jobs_next_document($1::bigint, $2::boolean)";

static const char chunk_sql[] = "select trinn.jobs_chunk($1::int, $2::bigint, $3::int)";

static const char settle_sql[] =
	"select trinn.jobs_settle_document($1::int, $2::bigint, $3, $4, $5, $6)";

struct look {
	PGconn *db;
	const struct settings *settings;
	struct media *media;
	struct arena *arena; /* of the document at hand */
	const char *county_id;
	const char *id;
	int64_t chunks;
	bool is_text;
	struct inspection seen;
	struct clamd *clamd; /* NULL without a scanner */
	EVP_MD_CTX *digest;
	struct buf text; /* the end of the chunk before and the chunk, of a text */
	struct buf what; /* the virus, or what went wrong */
};

/* A number that may lie across two chunks is looked for in both. Bytes of 0 are left out: of UTF-16
 * what remains is ASCII. Files are tables: a number that ends a cell or a row is one of its own. */
static void look_for_fnr(struct look *look, const char *bytes, size_t len)
{
	size_t fnr_len;
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		if (bytes[i] != '\0')
			buf_addc(&look->text, strchr("\t\r\n", bytes[i]) != NULL ? ';' : bytes[i]);
	MUST(!buf_overflowed(&look->text));
	look->seen.holds_fnr |= fnr_find(buf_text(&look->text), &fnr_len) != NULL;
	n = look->text.len < OVERLAP_BYTES ? look->text.len : OVERLAP_BYTES;
	bytes = arena_strndup(look->arena, buf_text(&look->text) + look->text.len - n, n);
	buf_reset(&look->text);
	buf_add(&look->text, bytes, n);
}

static void look_at(struct look *look, int64_t number, const char *bytes, size_t len)
{
	MUST(EVP_DigestUpdate(look->digest, bytes, len) == 1);
	if (number == 1)
		look->seen.content =
			arena_strdup(look->arena, media_type_of(look->media, bytes, len));
	if (look->is_text)
		look_for_fnr(look, bytes, len);
	if (look->clamd != NULL)
		clamd_send(look->clamd, bytes, len);
}

/* False if a chunk could not be read. */
static bool look_at_chunks(struct look *look)
{
	for (int64_t number = 1; number <= look->chunks; number++) {
		const char *const params[] = {look->county_id, look->id,
					      arena_printf(look->arena, "%d", (int)number)};
		PGresult *rows = ask(look->db, chunk_sql, 3, params, ASK_BINARY);

		if (rows == NULL)
			return false;
		look_at(look, number, PQgetvalue(rows, 0, 0), (size_t)PQgetlength(rows, 0, 0));
		PQclear(rows);
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

static void settle(struct look *look)
{
	struct settlement settled = settle_document(&look->seen);
	const char *const params[] = {
		look->county_id,   look->id,
		settled.state,	   settled.finding,
		look->seen.sha256, look->settings->scanner == NULL ? NULL : "clamd",
	};
	PGresult *result = ask(look->db, settle_sql, 6, params, ASK_TEXT);

	if (result != NULL)
		log_event(LOG_INFO, "document.settled", LOG_STR("county", look->county_id),
			  LOG_STR("id", look->id), LOG_STR("state", settled.state),
			  LOG_STR("finding", settled.finding));
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

static void read_row(struct look *look, PGresult *row)
{
	const char **contents = arena_alloc(look->arena, CONTENTS_MAX * sizeof(*contents));
	char *words = arena_strdup(look->arena, PQgetvalue(row, 0, 3));

	look->county_id = PQgetvalue(row, 0, 0);
	look->id = PQgetvalue(row, 0, 1);
	look->is_text = strcmp(PQgetvalue(row, 0, 4), "t") == 0;
	MUST(num_i64(PQgetvalue(row, 0, 5), 1, INT32_MAX, &look->chunks));
	look->seen = (struct inspection){
		.declared_sha256 = PQgetisnull(row, 0, 2) ? NULL : PQgetvalue(row, 0, 2),
		.contents = contents,
		.n_contents = cut_words(words, contents, CONTENTS_MAX),
	};
}

/* Whether the next one can be looked into. */
static bool inspect(PGconn *db, const struct settings *settings, struct media *media, PGresult *row)
{
	struct look look = {
		.db = db,
		.settings = settings,
		.media = media,
		.arena = arena_new(ARENA_BYTES_MAX),
		.digest = EVP_MD_CTX_new(),
	};
	bool goes_on;

	MUST(look.digest != NULL && EVP_DigestInit_ex(look.digest, EVP_sha256(), NULL) == 1);
	buf_init(&look.text, DOCUMENT_CHUNK_BYTES + OVERLAP_BYTES);
	buf_init(&look.what, WHY_BYTES_MAX);
	read_row(&look, row);
	goes_on = begin_scan(&look);
	if (goes_on && look_at_chunks(&look)) {
		end_digest(&look);
		if (end_scan(&look))
			settle(&look);
	}
	clamd_free(&look.clamd);
	buf_fini(&look.what);
	buf_fini(&look.text);
	EVP_MD_CTX_free(look.digest);
	arena_free(&look.arena);
	return goes_on;
}

/* In the order of their ids, each once. */
static void inspect_all(PGconn *db, const struct settings *settings, struct media *media, int term)
{
	char after[24] = "0";
	bool goes_on = true;

	while (goes_on && !ask_to_end(term)) {
		const char *const params[] = {after, settings->scanner == NULL ? "false" : "true"};
		PGresult *row = ask(db, next_sql, 2, params, ASK_TEXT);

		goes_on = row != NULL && PQntuples(row) == 1;
		if (goes_on) {
			snprintf(after, sizeof(after), "%s", PQgetvalue(row, 0, 1));
			goes_on = inspect(db, settings, media, row);
		}
		PQclear(row);
	}
}

void documents_inspect(PGconn *db, const struct settings *settings, int term)
{
	struct media *media = media_new();

	PQclear(ask(db, "select trinn.jobs_drop_abandoned_documents()", 0, NULL, ASK_TEXT));
	if (media == NULL)
		log_event(LOG_ERROR, "magic.missing");
	else
		inspect_all(db, settings, media, term);
	media_free(&media);
}
