/* Requests of the tour, one after another on one connection. */
#include <string.h>

#include <openssl/rand.h>

#include "cmd/trinn/say.h"
#include "cmd/trinn/tour.h"
#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"
#include "lib/json/body.h"

#define ANSWER_MAX_BYTES (16 * 1024 * 1024)
#define TOKEN_TTL_S 3600
#define TIMEOUT_S 30L
#define KEY_BYTES 16

static size_t on_bytes(char *bytes, size_t size, size_t n, void *arg)
{
	struct buf *text = arg;

	buf_add(text, bytes, size * n);
	return buf_overflowed(text) ? 0 : size * n;
}

static const char *make_idempotency_key(struct arena *arena)
{
	uint8_t bytes[KEY_BYTES];
	char hex[HEX_SIZE(KEY_BYTES)];

	MUST(RAND_bytes(bytes, sizeof(bytes)) == 1);
	hex_encode(bytes, sizeof(bytes), hex);
	return arena_strdup(arena, hex);
}

static struct curl_slist *make_fields(struct tour *tour, const struct tour_request *request,
				      const char *token)
{
	struct arena *arena = tour->arena;
	struct curl_slist *fields = NULL;

	fields = curl_slist_append(fields, arena_printf(arena, "Authorization: Bearer %s", token));
	fields = curl_slist_append(fields, "Accept-Language: en");
	if (strcmp(request->method, "POST") == 0)
		fields = curl_slist_append(fields, arena_printf(arena, "Idempotency-Key: \"%s\"",
								make_idempotency_key(arena)));
	if (request->body != NULL)
		fields = curl_slist_append(fields, "Content-Type: application/json");
	if (request->match != NULL)
		fields = curl_slist_append(fields,
					   arena_printf(arena, "If-Match: %s", request->match));
	return fields;
}

static CURLcode perform(struct tour *tour, const struct tour_request *request, const char *content,
			struct curl_slist *fields, struct buf *text)
{
	const char *url = arena_printf(tour->arena, "http://127.0.0.1:%u%s", tour->port,
				       request->path);
	CURL *curl = tour->curl;

	curl_easy_reset(curl);
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request->method);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, TIMEOUT_S);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_bytes);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, text);
	if (strcmp(request->method, "GET") != 0)
		curl_easy_setopt(curl, CURLOPT_POSTFIELDS, content);
	return curl_easy_perform(curl);
}

static json_t *parse(const struct buf *text)
{
	static const struct body_limits limits = {ANSWER_MAX_BYTES, BODY_DEPTH_MAX};
	json_t *json = NULL;
	size_t position;

	return body_parse(buf_text(text), text->len, &limits, &json, &position) == BODY_OK ? json
											   : NULL;
}

static void read_answer(struct tour *tour, const struct buf *text, struct tour_answer *answer_out)
{
	struct arena *arena = tour->arena;
	struct curl_header *etag;
	curl_off_t took_us = 0;

	*answer_out = (struct tour_answer){
		.text = arena_strndup(arena, buf_text(text), text->len),
		.len = text->len,
		.json = parse(text),
	};
	curl_easy_getinfo(tour->curl, CURLINFO_RESPONSE_CODE, &answer_out->status);
	curl_easy_getinfo(tour->curl, CURLINFO_TOTAL_TIME_T, &took_us);
	answer_out->took_us = took_us;
	if (curl_easy_header(tour->curl, "ETag", 0, CURLH_HEADER, -1, &etag) == CURLHE_OK)
		answer_out->etag = arena_strdup(arena, etag->value);
}

/* One for each person: no tour takes as long as a token lives. NULL after an error. */
static const char *get_token(struct tour *tour, const char *subject)
{
	const char *token = json_string_value(json_object_get(tour->tokens, subject));

	if (token != NULL)
		return token;
	token = devkey_token(tour->trinn, &tour->key, subject, TOKEN_TTL_S);
	if (token != NULL)
		json_object_set_new(tour->tokens, subject, json_string(token));
	return token;
}

bool tour_send(struct tour *tour, const struct tour_request *request,
	       struct tour_answer *answer_out)
{
	const char *token = get_token(tour, request->subject);
	struct curl_slist *fields;
	struct buf text;
	char *content;
	CURLcode code;

	if (token == NULL)
		return false;
	buf_init(&text, ANSWER_MAX_BYTES);
	fields = make_fields(tour, request, token);
	content = request->body != NULL ? json_dumps(request->body, JSON_COMPACT) : NULL;
	code = perform(tour, request, content != NULL ? content : "", fields, &text);
	if (code == CURLE_OK)
		read_answer(tour, &text, answer_out);
	else
		say_error("%s %s: %s", request->method, request->path, curl_easy_strerror(code));
	base_free(content);
	curl_slist_free_all(fields);
	buf_fini(&text);
	return code == CURLE_OK;
}
