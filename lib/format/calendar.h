/* Calendars for programs to subscribe to: iCalendar (RFC 5545), written by libical. */
#ifndef TRINN_FORMAT_CALENDAR_H
#define TRINN_FORMAT_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

/* Times are seconds of Unix time, and written in UTC. Texts are any UTF-8. */
struct calendar_event {
	const char *uid;         /* the same for ever */
	int64_t sequence;        /* 0, and more after each change */
	int64_t changed_at;
	int64_t starts_at, ends_at;
	const char *title;
	const char *description;
	const char *place;       /* or NULL */
	const char *link;        /* a URI, or NULL */
	bool is_cancelled;
};

/* Appends the calendar of that name. */
void calendar_write(const char *name, const struct calendar_event *events, size_t n,
		    struct buf *out);

#endif
