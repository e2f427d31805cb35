/* Lines are put together on the stack: logging needs no memory, also to say that it is short. */
#include "lib/log/log.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/utf8.h"

#define CUT ",\"cut\":true"
#define ROOM (LOG_LINE_SIZE - sizeof(CUT "}\n")) /* for all before the end of the line */

struct line {
	char bytes[LOG_LINE_SIZE];
	size_t len;
	bool cut; /* the field being written does not fit */
};

static enum log_level least_level = LOG_INFO;

void log_set_level(enum log_level level)
{
	least_level = level;
}

static void put(struct line *line, const char *bytes, size_t len)
{
	if (line->cut || len > ROOM - line->len) {
		line->cut = true;
		return;
	}
	memcpy(line->bytes + line->len, bytes, len);
	line->len += len;
}

static void put_str(struct line *line, const char *text)
{
	put(line, text, strlen(text));
}

/* One character of a text as JSON; returns the bytes it took. */
static size_t put_char(struct line *line, const char *text, size_t max)
{
	size_t len = utf8_char_len(text, max);
	char escape[8];

	if (len == 0) {
		put_str(line, "\\ufffd");
		return 1;
	}
	if (*text == '"' || *text == '\\') {
		put(line, "\\", 1);
	} else if ((unsigned char)*text < 0x20 || *text == 0x7f) {
		snprintf(escape, sizeof(escape), "\\u%04x", (unsigned)*text);
		put_str(line, escape);
		return 1;
	}
	put(line, text, len);
	return len;
}

static void put_text(struct line *line, const char *text)
{
	size_t len;

	if (text == NULL) {
		put_str(line, "null");
		return;
	}
	len = strlen(text);
	put(line, "\"", 1);
	for (size_t i = 0; i < len; i += put_char(line, text + i, len - i)) {
		if (i >= LOG_TEXT_SIZE) {
			put_str(line, "\u2026");
			break;
		}
	}
	put(line, "\"", 1);
}

static void put_value(struct line *line, const struct log_field *field)
{
	char number[32];

	switch (field->type) {
	case LOG_TYPE_TEXT:
		put_text(line, field->text);
		return;
	case LOG_TYPE_INT:
		snprintf(number, sizeof(number), "%" PRId64, field->number);
		put_str(line, number);
		return;
	case LOG_TYPE_MS:
		snprintf(number, sizeof(number), "%.3f", (double)field->number / 1000);
		put_str(line, number);
		return;
	case LOG_TYPE_SECRET:
		put_str(line, field->flag ? "\"[redacted]\"" : "null");
		return;
	}
	WRONG("type of a log field");
}

static void put_time(struct line *line)
{
	char date[DATE_TEXT_SIZE], text[64];
	struct timespec now;
	int second;

	clock_gettime(CLOCK_REALTIME, &now);
	date_format_iso((int32_t)(now.tv_sec / 86400), date);
	second = (int)(now.tv_sec % 86400);
	snprintf(text, sizeof(text), "{\"ts\":\"%sT%02d:%02d:%02d.%03dZ\"", date, second / 3600,
		 second / 60 % 60, second % 60, (int)(now.tv_nsec / 1000000));
	put_str(line, text);
}

/* The whole field or nothing of it. */
static bool put_field(struct line *line, const struct log_field *field)
{
	size_t before = line->len;

	put(line, ",\"", 2);
	put_str(line, field->key);
	put(line, "\":", 2);
	put_value(line, field);
	if (!line->cut)
		return true;
	line->len = before;
	line->cut = false;
	return false;
}

static void end_line(struct line *line, bool cut)
{
	const char *end = cut ? CUT "}\n" : "}\n";

	memcpy(line->bytes + line->len, end, strlen(end));
	line->len += strlen(end);
}

static void write_line(const struct line *line)
{
	ssize_t n;

	do
		n = write(STDERR_FILENO, line->bytes, line->len);
	while (n < 0 && errno == EINTR);
}

void log_write(enum log_level level, const struct log_field *fields, size_t n)
{
	static const char *const names[] = {"debug", "info", "warn", "error"};
	struct line line;
	bool cut = false;

	if (level < least_level)
		return;
	line.len = 0;
	line.cut = false;
	put_time(&line);
	put_field(&line, &LOG_STR("lvl", names[level]));
	for (size_t i = 0; i < n; i++) {
		cut |= !put_field(&line, &fields[i]);
		if (i == 0)
			put_field(&line, &LOG_INT("pid", getpid()));
	}
	end_line(&line, cut);
	write_line(&line);
}
