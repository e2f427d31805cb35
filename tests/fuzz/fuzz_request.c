/*
 * The lines of the input are a method and a target, Idempotency-Key, If-Match, Accept-Language and
 * a body. Whatever they are: what is let through keeps the promises of request.h, and what is not
 * is told in a document of JSON.
 */
#include <stdint.h>

#include "api/request/check.h"
#include "api/request/cursor.h"
#include "api/request/language.h"
#include "lib/base/utf8.h"
#include "tests/support/requests.h"

enum { LINES = 5, TEXT_MAX = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Cuts the input at its newlines; the last line is all of the rest, those that lack are empty. */
static void cut(char *text, char *lines[LINES])
{
	for (size_t i = 0; i < LINES; i++) {
		char *end = i + 1 < LINES ? strchr(text, '\n') : NULL;

		lines[i] = text;
		text = end != NULL ? end + 1 : text + strlen(text);
		if (end != NULL)
			*end = '\0';
	}
}

static void check_text(const char *text)
{
	MUST(utf8_is_valid(text, strlen(text)));
	for (; *text != '\0'; text++)
		MUST((unsigned char)*text >= 0x20 && *text != 0x7f);
}

static void check_accepted(struct req *r)
{
	for (size_t i = 0; i < REQ_PATH_ARGS_MAX && r->path_args[i] != NULL; i++)
		check_text(r->path_args[i]);
	for (size_t i = 0; i < r->n_query; i++) {
		check_text(r->query[i].name);
		check_text(r->query[i].value);
	}
	if (req_query(r, "limit") != NULL)
		MUST(req_limit(r) >= 1 && req_limit(r) <= 1000);
	if (strstr(r->op->path, "Id}") != NULL)
		MUST(req_id(r, 0) > 0);
	MUST(r->key == NULL || (strlen(r->key) >= 1 && strlen(r->key) <= 255));
	MUST(!r->has_if_match || r->if_match >= 0);
}

static void check_refused(const struct problems *problems, enum language language)
{
	struct buf out;
	json_t *document;

	buf_init(&out, 1 << 20);
	problems_write(problems, language, "/", NULL, &out);
	MUST(!buf_overflowed(&out));
	document = json_loadb(buf_text(&out), out.len, JSON_REJECT_DUPLICATES, NULL);
	MUST(json_array_size(json_object_get(document, "errors")) == problems->n);
	json_decref(document);
	buf_fini(&out);
}

/* Any text is a key that comes back, and no text is a cursor that was not made here. */
static void check_cursor(const struct req *r, const char *text)
{
	if (*text != '\0')
		MUST(strcmp(cursor_open(r, cursor_seal(r, text)), text) == 0);
	MUST(cursor_open(r, text) == NULL);
}

static void check_request(struct request *request, char *lines[LINES])
{
	struct req *r = &request->r;

	if (*lines[1] != '\0')
		request_add_header(request, "Idempotency-Key", lines[1]);
	if (*lines[2] != '\0')
		request_add_header(request, "If-Match", lines[2]);
	request_add_header(request, "Content-Type", "application/json");
	request_add_body(request, lines[4]);
	check_params(r, request->operation, &request->problems);
	check_preconditions(r, &request->problems);
	if (r->op->method != HTTP_GET)
		check_body(r, request->operation, &request->problems);
	if (problems_any(&request->problems))
		check_refused(&request->problems, language_choose(lines[3]));
	else
		check_accepted(r);
	check_cursor(r, lines[1]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum http_method methods[] = {HTTP_GET, HTTP_POST, HTTP_PUT, HTTP_HEAD};
	char text[TEXT_MAX];
	char *lines[LINES];
	struct request request;

	if (size == 0 || size > TEXT_MAX)
		return -1;
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	cut(text, lines);
	request_begin(&request, methods[data[0] % 4], lines[0]);
	if (request.operation != NULL)
		check_request(&request, lines);
	request_end(&request);
	return 0;
}
