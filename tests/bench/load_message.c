#include "tests/bench/load_message.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lib/base/fail.h"
#include "lib/base/num.h"

#define UUID_TEXT_LEN 36
#define N_DIGITS 12

static const char mark_uuid[] = "{uuid..............................}";
static const char mark_n[] = "{n.........}";

static bool find_marks(struct request *request)
{
	for (char *place = request->bytes; (place = strchr(place, '{')); place++) {
		bool is_uuid = strncmp(place, mark_uuid, UUID_TEXT_LEN) == 0;

		if (!is_uuid && strncmp(place, mark_n, N_DIGITS) != 0)
			continue;
		if (request->n_marks == REQUEST_MARKS_MAX)
			return false;
		request->marks[request->n_marks].place = place;
		request->marks[request->n_marks++].is_uuid = is_uuid;
	}
	return true;
}

/* Reads the request that `line`, its length and its status, announces. */
static bool read_request(FILE *file, char *line, struct request *request)
{
	char *space = strchr(line, ' ');
	char *end = strchr(line, '\n');
	uint32_t len;

	if (!space || !end)
		return false;
	*space = '\0';
	*end = '\0';
	if (!num_u32(line, 1, REQUEST_MAX_BYTES, &len) ||
	    !num_i32(space + 1, 0, 599, &request->expect))
		return false;
	request->len = len;
	request->bytes = base_alloc(request->len + 1);
	if (fread(request->bytes, 1, len, file) != len || !find_marks(request))
		return false;
	request->head_only = strncmp(request->bytes, "HEAD ", 5) == 0;
	return true;
}

bool request_list_read(const char *path, struct request_list *list_out)
{
	FILE *file = fopen(path, "re");
	char line[64];
	bool ok = file;

	*list_out = (struct request_list){ 0 };
	while (ok && fgets(line, sizeof(line), file)) {
		struct request request = { 0 };

		ok = read_request(file, line, &request);
		list_out->items = base_realloc(list_out->items,
					       (list_out->n + 1) * sizeof(request));
		list_out->items[list_out->n++] = request;
	}
	if (file)
		fclose(file);
	if (ok && list_out->n > 0)
		return true;
	fprintf(stderr, "load: %s: cannot read request %zu\n", path, list_out->n);
	request_list_fini(list_out);
	return false;
}

void request_list_fini(struct request_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		base_free(list->items[i].bytes);
	base_free(list->items);
	*list = (struct request_list){ 0 };
}

bool request_expects(const struct request *request, int status)
{
	return request->expect > 0 ? status == request->expect : status / 100 == 2;
}

/* SplitMix64 (Steele, Lea, Flood 2014). */
static uint64_t next_random(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/* RFC 9562 version 4. */
static void print_uuid(char text[UUID_TEXT_LEN + 1], uint64_t *random)
{
	uint64_t a = next_random(random);
	uint64_t b = next_random(random);

	snprintf(text, UUID_TEXT_LEN + 1, "%08x-%04x-4%03x-%04x-%012llx", (unsigned)(a >> 32),
		 (unsigned)(a >> 16) & 0xffff, (unsigned)a & 0xfff,
		 ((unsigned)(b >> 48) & 0x3fff) | 0x8000,
		 (unsigned long long)b & 0xffffffffffff);
}

void request_renew(struct request *request, struct sequence *sequence)
{
	char text[UUID_TEXT_LEN + 1];

	for (size_t i = 0; i < request->n_marks; i++) {
		if (request->marks[i].is_uuid)
			print_uuid(text, &sequence->random);
		else
			snprintf(text, sizeof(text), "%0*llu", N_DIGITS,
				 (unsigned long long)sequence->n);
		memcpy(request->marks[i].place, text, strlen(text));
	}
	sequence->n++;
}

void reply_init(struct reply *reply, bool head_only)
{
	reply->state = REPLY_HEAD;
	reply->head_only = head_only;
	reply->closes = false;
	reply->chunked = false;
	reply->status = 0;
	reply->left = 0;
	reply->text_len = 0;
}

/* Adds bytes to the text up to and with `end`. True when it is complete, then without `end`. */
static bool gather(struct reply *reply, const char **bytes, size_t *len, const char *end)
{
	size_t end_len = strlen(end);
	size_t before = reply->text_len;
	size_t from = before < end_len ? 0 : before - end_len + 1;
	size_t room = REPLY_HEAD_MAX - before;
	size_t taken = *len < room ? *len : room;
	const char *found;

	memcpy(reply->text + before, *bytes, taken);
	found = memmem(reply->text + from, before + taken - from, end, end_len);
	if (found)
		taken = (size_t)(found - reply->text) + end_len - before;
	reply->text_len = before + taken;
	*bytes += taken;
	*len -= taken;
	if (!found && reply->text_len == REPLY_HEAD_MAX)
		reply->state = REPLY_BAD;
	if (!found)
		return false;
	reply->text[reply->text_len - end_len] = '\0';
	reply->text_len = 0;
	return true;
}

/* The value, if `line` is the header `name` (with its colon). */
static const char *header_value(const char *line, const char *name)
{
	size_t len = strlen(name);

	if (strncasecmp(line, name, len) != 0)
		return NULL;
	return line + len + strspn(line + len, " \t");
}

static bool read_header(struct reply *reply, const char *line, bool *has_length)
{
	const char *value;

	if ((value = header_value(line, "Content-Length:"))) {
		int64_t length;

		if (*has_length || !num_i64(value, 0, INT64_MAX, &length))
			return false;
		*has_length = true;
		reply->left = (uint64_t)length;
	} else if ((value = header_value(line, "Transfer-Encoding:"))) {
		reply->chunked = strcasecmp(value, "chunked") == 0;
		return reply->chunked;
	} else if ((value = header_value(line, "Connection:"))) {
		reply->closes = strcasecmp(value, "close") == 0;
	}
	return true;
}

/* The first line of `rest`, NUL-terminated, and on to the next; NULL after the last. */
static char *take_line(char **rest)
{
	char *line = *rest;
	char *end = line ? strstr(line, "\r\n") : NULL;

	*rest = end ? end + 2 : NULL;
	if (end)
		*end = '\0';
	return line;
}

static enum reply_state after_head(struct reply *reply)
{
	bool has_length = false;
	char *rest = reply->text;
	const char *line = take_line(&rest);

	if (strncmp(line, "HTTP/1.1 ", 9) != 0 || strspn(line + 9, "0123456789") != 3)
		return REPLY_BAD;
	reply->status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + line[11] - '0';
	while ((line = take_line(&rest))) {
		if (!read_header(reply, line, &has_length))
			return REPLY_BAD;
	}
	if (reply->status < 200 || reply->status > 599)
		return REPLY_BAD;
	if (reply->head_only || reply->status == 204 || reply->status == 304)
		return REPLY_DONE;
	if (has_length == reply->chunked)
		return REPLY_BAD;
	if (reply->chunked)
		return REPLY_CHUNK_SIZE;
	return reply->left > 0 ? REPLY_BODY : REPLY_DONE;
}

static enum reply_state after_chunk_size(struct reply *reply)
{
	static const char digits[] = "0123456789abcdef";
	size_t n = strspn(reply->text, "0123456789abcdefABCDEF");

	if (n == 0 || n > 8 || (reply->text[n] != '\0' && reply->text[n] != ';'))
		return REPLY_BAD;
	reply->left = 0;
	for (size_t i = 0; i < n; i++) {
		const char *digit = strchr(digits, reply->text[i] | 0x20);

		reply->left = reply->left * 16 + (uint64_t)(digit - digits);
	}
	return reply->left > 0 ? REPLY_CHUNK_DATA : REPLY_TRAILER;
}

static void skip(struct reply *reply, const char **bytes, size_t *len, enum reply_state after)
{
	size_t taken = *len < reply->left ? *len : (size_t)reply->left;

	*bytes += taken;
	*len -= taken;
	reply->left -= taken;
	if (reply->left == 0)
		reply->state = after;
}

static void step(struct reply *reply, const char **bytes, size_t *len)
{
	switch (reply->state) {
	case REPLY_HEAD:
		if (gather(reply, bytes, len, "\r\n\r\n"))
			reply->state = after_head(reply);
		break;
	case REPLY_BODY:
		skip(reply, bytes, len, REPLY_DONE);
		break;
	case REPLY_CHUNK_SIZE:
		if (gather(reply, bytes, len, "\r\n"))
			reply->state = after_chunk_size(reply);
		break;
	case REPLY_CHUNK_DATA:
		skip(reply, bytes, len, REPLY_CHUNK_END);
		break;
	case REPLY_CHUNK_END:
		if (gather(reply, bytes, len, "\r\n"))
			reply->state = reply->text[0] ? REPLY_BAD : REPLY_CHUNK_SIZE;
		break;
	case REPLY_TRAILER:
		if (gather(reply, bytes, len, "\r\n") && !reply->text[0])
			reply->state = REPLY_DONE;
		break;
	case REPLY_DONE:
	case REPLY_BAD:
		reply->state = REPLY_BAD;
		*len = 0;
		break;
	}
}

enum reply_state reply_feed(struct reply *reply, const char *bytes, size_t len)
{
	while (len > 0)
		step(reply, &bytes, &len);
	return reply->state;
}
