/* Tracks (kompetanseforløp): a hub's course through the stages of a programme, filed as linked
 * applications. */
#ifndef TRINN_API_TRACKS_TRACKS_H
#define TRINN_API_TRACKS_TRACKS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct track_facts {
	struct caller caller;
	int64_t id;
	const char *programme_state;   /* NULL: no such programme */
	bool is_delivered;             /* by hubs: enrolments/create.h */
};

struct track_input {
	int64_t programme_id;
	const char *title;
	const char *trade;             /* NULL: for any */
};

/* A track begins in a programme that runs and that hubs deliver. */
void decide_create_track(const struct track_facts *facts, struct problems *problems);

#endif
