/*
 * The byte filter against a second, slower reading of what it lets through: by lines and prefixes,
 * not by bytes. And the verdict is the same however the bytes are cut.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/http/filter.h"

static const struct http_filter_limits limits = {
	.max_head_bytes = 1024,
	.max_body_bytes = 100000,
	.max_fields = 20,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The length of the content that a field line declares, or 0. */
static int32_t declared_length(const char *line)
{
	int32_t len = 0;
	const char *value;

	if (strncasecmp(line, "content-length:", strlen("content-length:")) != 0)
		return 0;
	value = line + strlen("content-length:");
	value += strspn(value, " 0");
	if (*value)
		MUST(num_i32(value, 0, 100000, &len));
	return len;
}

static void trim(char *line)
{
	size_t len = strlen(line);

	while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '\t'))
		line[--len] = '\0';
}

static void check_request_line(const char *line)
{
	size_t len = strlen(line);

	MUST(len > strlen(" / HTTP/1.0"));
	MUST(strcmp(line + len - 9, " HTTP/1.0") == 0 || strcmp(line + len - 9, " HTTP/1.1") == 0);
	MUST(strstr(line, " /") && !strstr(line, " //") && !strstr(line, "%00"));
	MUST(strchr(line, ' ') + 1 == strchr(line, '/'));
	MUST(strrchr(line, ' ') == line + len - 9);
	MUST(strpbrk(line, "#\\\t\x7f") == NULL);
}

static void check_field(const char *line, int *n_hosts, int *n_lengths)
{
	const char *colon = strchr(line, ':');

	MUST(colon && colon > line && strcspn(line, " \t") >= (size_t)(colon - line));
	MUST(strncasecmp(line, "transfer-encoding:", strlen("transfer-encoding:")) != 0);
	*n_hosts += strncasecmp(line, "host:", 5) == 0;
	*n_lengths += strncasecmp(line, "content-length:", strlen("content-length:")) == 0;
	MUST(*n_hosts <= 1 && *n_lengths <= 1);
}

/* A whole request, `taken` bytes long, must be one by this reading too. */
static void check_accepted(const char *bytes, size_t taken)
{
	char head[2048];
	const char *end = memmem(bytes, taken, "\r\n\r\n", 4);
	size_t head_len;
	size_t body_len = 0;
	int n_hosts = 0;
	int n_lengths = 0;
	char *line = head;
	char *next;

	MUST(end);
	head_len = (size_t)(end - bytes) + 4;
	MUST(head_len <= limits.max_head_bytes && !memchr(bytes, '\0', head_len));
	memcpy(head, bytes, head_len);
	head[head_len - 2] = '\0';
	for (int n = 0; *line; n++, line = next) {
		next = strstr(line, "\r\n");
		MUST(next);
		*next = '\0';
		next += 2;
		MUST(strpbrk(line, "\r\n") == NULL);
		trim(line);
		if (n == 0)
			check_request_line(line);
		else
			check_field(line, &n_hosts, &n_lengths);
		body_len += (size_t)declared_length(line);
	}
	MUST(taken == head_len + body_len);
}

static struct http_filter judge(const char *bytes, size_t size, size_t cut, size_t *taken_out)
{
	struct http_filter filter;

	http_filter_init(&filter, &limits);
	*taken_out = http_filter_feed(&filter, bytes, cut);
	if (*taken_out == cut)
		*taken_out += http_filter_feed(&filter, bytes + cut, size - cut);
	return filter;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	size_t taken, taken_cut;
	struct http_filter whole = judge(bytes, size, size, &taken);

	for (size_t cut = 0; cut <= size; cut += 1 + size / 64) {
		struct http_filter filter = judge(bytes, size, cut, &taken_cut);

		MUST(filter.state == whole.state && filter.refusal == whole.refusal);
		MUST(taken_cut == taken);
	}
	MUST(taken <= size);
	if (whole.state == HTTP_FILTER_DONE)
		check_accepted(bytes, taken);
	return 0;
}
