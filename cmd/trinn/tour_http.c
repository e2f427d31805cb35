/* Requests of the tour, on loopback. */
#include <curl/curl.h>
#include <openssl/rand.h>
#include <string.h>

#include "cmd/trinn/say.h"
#include "cmd/trinn/tour.h"
#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"

#define ANSWER_MAX (16 * 1024 * 1024)
#define TOKEN_TTL_S 300
#define TIMEOUT_S 30L

static size_t on_body(char *bytes, size_t size, size_t n, void *ctx)
{
	buf_add(ctx, bytes, size * n);
	return size * n;
}

struct head {
	struct arena *arena;
	const char *etag;
};

static size_t on_head(char *bytes, size_t size, size_t n, void *ctx)
{
	struct head *head = ctx;
	size_t len = size * n;

	if (len > 6 && strncasecmp(bytes, "etag: ", 6) == 0)
		head->etag = arena_strndup(head->arena, bytes + 6, strcspn(bytes + 6, "\r\n"));
	return len;
}

static struct curl_slist *fields(struct tour *tour, const char *token, bool has_body, const char *match)
{
	struct arena *arena = tour->trinn->arena;
	unsigned char id[16];
	char key[2 * sizeof(id) + 1];
	struct curl_slist *list = NULL;

	RAND_bytes(id, sizeof(id));
	hex_encode(id, sizeof(id), key);
	list = curl_slist_append(list, arena_printf(arena, "Authorization: Bearer %s", token));
	list = curl_slist_append(list, arena_printf(arena, "Idempotency-Key: \"%s\"", key));
	list = curl_slist_append(list, "Accept-Language: en");
	list = curl_slist_append(list, "Expect:");
	if (has_body)
		list = curl_slist_append(list, "Content-Type: application/json");
	if (match != NULL)
		list = curl_slist_append(list, arena_printf(arena, "If-Match: %s", match));
	return list;
}

static CURLcode perform(CURL *curl, const char *method, const char *url, const char *content, struct curl_slist *list, struct buf *text,
	struct head *head)
{
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, TIMEOUT_S);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, text);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_head);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, head);
	if (content != NULL || strcmp(method, "GET") != 0)
		curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, content == NULL ? "" : content);
	return curl_easy_perform(curl);
}

bool tour_request(struct tour *tour, const char *subject, const char *method, const char *path, const json_t *body, const char *match,
	struct tour_answer *answer_out)
{
	struct arena *arena = tour->trinn->arena;
	const char *token = devkey_token(tour->trinn, &tour->key, subject, TOKEN_TTL_S);
	struct head head = { .arena = arena };
	struct curl_slist *list;
	struct buf text;
	char *content;
	CURL *curl;
	CURLcode code;

	if (token == NULL)
		return false;
	curl = curl_easy_init();
	content = body == NULL ? NULL : json_dumps(body, JSON_COMPACT);
	list = fields(tour, token, body != NULL, match);
	buf_init(&text, ANSWER_MAX);
	code = perform(curl, method, arena_printf(arena, "http://127.0.0.1:%u%s", tour->port, path), content, list, &text, &head);
	*answer_out = (struct tour_answer){ .etag = head.etag, .text = arena_strdup(arena, buf_text(&text)) };
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer_out->status);
	answer_out->json = json_loads(answer_out->text, JSON_DECODE_ANY, NULL);
	buf_fini(&text);
	base_free(content);
	curl_slist_free_all(list);
	curl_easy_cleanup(curl);
	return code == CURLE_OK || say_error("%s %s: %s", method, path, curl_easy_strerror(code));
}
