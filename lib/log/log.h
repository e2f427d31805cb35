/*
 * One JSON object per line on stderr for each event:
 *
 *	{"ts":"2026-11-21T10:15:30.123Z","lvl":"warn","ev":"db.lost","pid":4711,"lane":"read",
 *	 "after_ms":12.345}
 *
 * from
 *
 *	log_event(LOG_WARN, "db.lost", LOG_STR("lane", lane), LOG_MS("after_ms", elapsed_us));
 *
 * Events are named by part and what happened, keys are snake_case, and both are literals of ours:
 * only values are escaped. A line is one write(2) of at most LOG_LINE_SIZE bytes, so that those of
 * several processes on one pipe do not mix; long texts are cut, fields that no longer fit are left
 * out and the line says "cut":true. A line that cannot be written is lost.
 *
 * Only the owner of a failure logs it, once; libraries return errors instead.
 */
#ifndef TRINN_LOG_LOG_H
#define TRINN_LOG_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LOG_LINE_SIZE 4096 /* PIPE_BUF of Linux */
#define LOG_TEXT_SIZE 1024 /* bytes kept of one text value */

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };

struct log_field {
	const char *key;
	enum log_type {
		LOG_TYPE_TEXT,
		LOG_TYPE_INT,
		LOG_TYPE_MS,
		LOG_TYPE_SECRET
	} type;
	union {
		const char *text;
		int64_t number;
		bool flag;
	};
};

/* A text, or null. Bytes that are not UTF-8 become U+FFFD. */
#define LOG_STR(k, v) ((struct log_field){.key = (k), .type = LOG_TYPE_TEXT, .text = (v)})
#define LOG_INT(k, v) ((struct log_field){.key = (k), .type = LOG_TYPE_INT, .number = (v)})

/* Microseconds, written as milliseconds with three decimals; the key ends in _ms. */
#define LOG_MS(k, us) ((struct log_field){.key = (k), .type = LOG_TYPE_MS, .number = (us)})

/* Shows only whether there is a value: "[redacted]" or null. */
#define LOG_SECRET(k, v)                                                                           \
	((struct log_field){.key = (k), .type = LOG_TYPE_SECRET, .flag = (v) != NULL})

#define log_event(level, event, ...)                                                               \
	log_write((level), (const struct log_field[]){LOG_STR("ev", event), ##__VA_ARGS__},        \
		  sizeof((const struct log_field[]){LOG_STR("ev", event), ##__VA_ARGS__}) /        \
			  sizeof(struct log_field))

/* What log_event() expands to. */
void log_write(enum log_level level, const struct log_field *fields, size_t n);

/* Events below `level` are not written from here on in this process. It begins with LOG_INFO. */
void log_set_level(enum log_level level);

#endif
