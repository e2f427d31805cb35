/* A hub's track of a year: applied for in two parts, decided, and paid. */
#ifndef TRINN_CMD_TRINN_HISTORY_TRACKS_H
#define TRINN_CMD_TRINN_HISTORY_TRACKS_H

#include "cmd/trinn/history/history.h"

enum {
	PART_1,	 /* Trinn 1 */
	PART_23, /* Trinn 2 and 3 */
	N_PARTS,
};

/* An application and what came of it. */
struct part {
	struct track *track;
	int number;
	const char *call;
	const char *id;
	const char *grant; /* NULL if it has none */
	const char *caseworker;
	int64_t cost_ore; /* of all in the plan */
	int64_t granted_ore;
	int claimed_percent; /* of the costs */
	int32_t starts_on, ends_on;
};

struct track {
	struct hub *hub;
	enum programme programme;
	int year;
	const char *id;
	struct part parts[N_PARTS];
	struct partner *partner;
	const char *engagement; /* NULL until it is agreed */
	int64_t hourly_ore;
	struct cohort *cohorts[N_PARTS];
	json_t *hours; /* ids of what firms confirmed and nobody has invoiced, borrowed; or NULL */
	int64_t confirmed_minutes;
	const char *invoice; /* of the fagpartner, not claimed yet; NULL for none */
	int64_t invoiced_ore;
};

/* The day of that month and day in the track's year, or in one after it. */
int32_t track_day(const struct track *track, int years_later, int month, int day);

/* Tells the scenes which track it is. */
void track_tell(struct history *history, const struct track *track);

/* Hours that a firm has confirmed. */
void track_add_hours(struct history *history, struct track *track, const char *hours,
		     int64_t minutes);

/* The hub applies for a track of this year in the two calls, on that day or soon after. */
void track_plan(struct history *history, struct hub *hub, enum programme programme, int32_t from,
		const char *call_1, const char *call_23);

#endif
