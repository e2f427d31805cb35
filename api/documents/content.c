/*
 * The bytes of a document, chunk by chunk: each is read by a segment of its own when the client has
 * taken most of what came before. A slow client holds no connection to the database and no more
 * memory than two chunks, and who may no longer read is found out at the next one.
 */
#include <inttypes.h>
#include <libpq-fe.h>
#include <openssl/evp.h>
#include <string.h>

#include "api/documents/content.h"
#include "api/documents/documents.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/app.h"
#include "api/request/request.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"
#include "lib/http/disposition.h"
#include "lib/http/range.h"
#include "lib/http/request.h"
#include "lib/log/log.h"

enum {
	LOW_WATER = 64 * 1024, /* pending at the client: below it the next chunk is asked for */
	DIGEST_BYTES = 32,
	STATUS_CLIENT_GONE = 499,
};

struct download {
	struct req *r;
	const struct document_source *source;
	const void *of;
	int64_t id;
	struct db_segment *segment; /* that is under way; NULL while the client takes */
	const char *sha256;
	int64_t size;
	int64_t at;   /* the next byte to be sent */
	int64_t last; /* of those asked for */
	uint8_t *bytes; /* room for a chunk */
	EVP_MD_CTX *digest; /* of all bytes; NULL if only some are sent */
	size_t sent_bytes;
	bool is_over;
};

static void ask(struct download *download);

static void finish(struct download *download, int status)
{
	download->is_over = true;
	req_finish(download->r, status, download->sent_bytes);
}

static void on_close(void *ctx)
{
	struct download *download = ctx;

	if (download->segment != NULL)
		db_forget(download->segment);
	finish(download, STATUS_CLIENT_GONE);
	http_stream_abort(download->r->http);
}

/* The reader is not to take what it has for the whole. */
static void cut(struct download *download, const char *why)
{
	struct req *r = download->r;

	log_event(LOG_WARN, "download.cut", LOG_INT("document", download->id),
		  LOG_STR("trace", r->trace), LOG_STR("why", why), LOG_INT("at", download->at));
	finish(download, 500);
	http_stream_abort(r->http);
}

/* Whether what was sent is what was looked into. */
static bool is_sound(struct download *download)
{
	uint8_t digest[DIGEST_BYTES];
	char hex[HEX_SIZE(DIGEST_BYTES)];

	if (download->digest == NULL)
		return true;
	MUST(EVP_DigestFinal_ex(download->digest, digest, NULL) == 1);
	hex_encode(digest, sizeof(digest), hex);
	return strcmp(hex, download->sha256) == 0;
}

static void complete(struct download *download)
{
	if (!is_sound(download)) {
		cut(download, "content is not what it was");
		return;
	}
	finish(download, 200);
	http_stream_end(download->r->http);
}

/* Sends what is wanted of a chunk, of `len` bytes. */
static void send_chunk(struct download *download, size_t len)
{
	size_t from = (size_t)(download->at % DOCUMENT_CHUNK_BYTES);
	size_t left = (size_t)(download->last + 1 - download->at);
	size_t n = len - from < left ? len - from : left;

	if (download->digest != NULL)
		MUST(EVP_DigestUpdate(download->digest, download->bytes, len) == 1);
	http_stream_write(download->r->http, download->bytes + from, n);
	download->sent_bytes += n;
	download->at += (int64_t)n;
}

/* Takes the bytes out of the row, which is then let go. False if it is not what it has to be. */
static bool take_chunk(struct download *download, struct db_result *result, size_t *len_out)
{
	size_t begin = (size_t)(download->at % DOCUMENT_CHUNK_BYTES);
	struct pg_result *caller = db_take(result, 0);
	struct pg_result *rows = db_take(result, 1);
	size_t len = db_n_rows(rows) == 0 ? 0 : db_len(rows, 0, 0);
	bool ok = len / 2 > begin && len / 2 <= DOCUMENT_CHUNK_BYTES &&
		  hex_decode(db_text(rows, 0, 0), len, download->bytes);

	*len_out = len / 2;
	PQclear(rows);
	PQclear(caller);
	return ok;
}

static void on_chunk(void *ctx, struct db_result *result)
{
	struct download *download = ctx;
	size_t len;

	download->segment = NULL;
	download->r->db_us += result->queued_us + result->ran_us;
	if (result->status != DB_OK) {
		cut(download, db_status_name(result->status));
		return;
	}
	if (!take_chunk(download, result, &len)) {
		cut(download, "no such chunk");
		return;
	}
	send_chunk(download, len);
	if (download->at > download->last)
		complete(download);
	else if (http_stream_pending(download->r->http) <= LOW_WATER)
		ask(download);
}

static void ask(struct download *download)
{
	struct req *r = download->r;

	download->segment = download->source->chunk(
		r, download->of, (int32_t)(download->at / DOCUMENT_CHUNK_BYTES + 1));
	if (!db_run(r->app->pool, download->segment, on_chunk, download))
		cut(download, "busy");
}

static void on_drain(void *ctx)
{
	struct download *download = ctx;

	if (download->segment == NULL && !download->is_over)
		ask(download);
}

static void free_digest(void *digest)
{
	EVP_MD_CTX_free(digest);
}

static void begin(struct download *download, const char *media_type, bool is_part)
{
	struct req *r = download->r;

	download->bytes = arena_alloc(r->arena, DOCUMENT_CHUNK_BYTES);
	if (is_part) {
		http_add_header(r->http, "Content-Range",
				arena_printf(r->arena, "bytes %" PRId64 "-%" PRId64 "/%" PRId64,
					     download->at, download->last, download->size));
	} else {
		download->digest = EVP_MD_CTX_new();
		MUST(download->digest != NULL &&
		     EVP_DigestInit_ex(download->digest, EVP_sha256(), NULL) == 1);
		arena_own(r->arena, download->digest, free_digest);
	}
	http_stream_length(r->http, (size_t)(download->last + 1 - download->at));
	http_on_close(r->http, on_close, download);
	req_stream_begin(r, is_part ? 206 : 200, media_type);
	http_stream_on_drain(r->http, LOW_WATER, on_drain, download);
	ask(download);
}

/* Of HEAD only the length of the bytes is looked at. */
static void reply_head(struct download *download, const char *media_type)
{
	req_reply(download->r, &(struct reply){
		.status = 200,
		.content_type = media_type,
		.bytes = "",
		.len = (size_t)download->size,
	});
}

/* RFC 9110 13.1.2 and 13.1.5: whether a field that names entity tags names this one, strong. */
static bool names(struct req *r, const char *field, const char *etag)
{
	const char *value = http_header(r->http, field);

	return value != NULL && strstr(value, etag) != NULL && strncmp(value, "W/", 2) != 0;
}

static void outside(struct req *r, int64_t size)
{
	http_add_header(r->http, "Content-Range", arena_printf(r->arena, "bytes */%" PRId64, size));
	req_problem(r, PROBLEM_RANGE_NOT_SATISFIABLE, arena_printf(r->arena, "%" PRId64, size),
		    NULL);
}

/* Replies with the bytes of a document that is clean: columns (title, media_type, ...). */
static void answer(struct req *r, const struct pg_result *rows)
{
	struct download *download = r->state;
	const char *etag;
	const char *range = http_header(r->http, "Range");
	enum http_range wanted;

	download->size = db_i64(rows, 0, 2);
	download->sha256 = db_text(rows, 0, 3);
	etag = arena_printf(r->arena, "\"%s\"", download->sha256);
	if (http_header(r->http, "If-Range") != NULL && !names(r, "If-Range", etag))
		range = NULL;
	wanted = http_range_read(range, download->size, &download->at, &download->last);
	if (wanted == HTTP_RANGE_OUTSIDE) {
		outside(r, download->size);
		return;
	}
	http_add_header(r->http, "ETag", etag);
	if (names(r, "If-None-Match", etag)) {
		req_reply(r, &(struct reply){.status = 304});
		return;
	}
	http_add_header(r->http, "Accept-Ranges", "bytes");
	http_add_header(r->http, "Content-Disposition",
			http_attachment(r->arena, db_text(rows, 0, 0)));
	if (http_method(r->http) == HTTP_HEAD)
		reply_head(download, db_text(rows, 0, 1));
	else
		begin(download, db_text(rows, 0, 1), wanted == HTTP_RANGE_PART);
}

static void on_document(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 1);

	if (db_n_rows(rows) == 0)
		req_refuse_missing(r);
	else if (strcmp(db_text(rows, 0, 4), "destroyed") == 0)
		req_problem(r, PROBLEM_DOCUMENT_DESTROYED, NULL, NULL);
	else if (strcmp(db_text(rows, 0, 4), "closed") == 0)
		req_problem(r, PROBLEM_FNR_CLOSED, NULL, NULL);
	else if (strcmp(db_text(rows, 0, 4), "clean") != 0)
		req_problem(r, PROBLEM_DOCUMENT_NOT_CLEAN,
			    arena_printf(r->arena, "@%s", db_text(rows, 0, 4)), NULL);
	else
		answer(r, rows);
}

void document_reply(struct req *r, const struct document_source *source, const void *of, int64_t id)
{
	struct download *download = arena_alloc(r->arena, sizeof(*download));

	download->r = r;
	download->source = source;
	download->of = of;
	download->id = id;
	r->state = download;
	req_run(r, source->head(r, of), on_document);
}

static struct db_segment *ask_head(struct req *r, const void *of)
{
	struct db_segment *segment = req_segment(r, DB_READ);
	const int64_t *id = of;

	q_document_content(segment, *id);
	return segment;
}

static struct db_segment *ask_chunk(struct req *r, const void *of, int32_t number)
{
	struct db_segment *segment = req_segment(r, DB_READ);
	const int64_t *id = of;

	q_document_chunk(segment, *id, number);
	return segment;
}

void op_get_document_content(struct req *r)
{
	static const struct document_source source = {ask_head, ask_chunk};
	int64_t *id = arena_alloc(r->arena, sizeof(*id));

	*id = req_id(r, 0);
	document_reply(r, &source, id, *id);
}
