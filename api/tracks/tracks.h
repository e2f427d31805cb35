/* Tracks (kompetanseforløp): a hub's course through the stages of a programme, filed as linked
 * applications.
 *
 * A track is open until its hub ends it, when all that was begun in it is over: its cohorts, what
 * fagpartnere are engaged for, the applications that the county has before it. It takes nothing
 * more then, and its figures and money stay as they are: what is claimed, is claimed of its grants.
 * Two open tracks of a hub in a programme have different titles. */
#ifndef TRINN_API_TRACKS_TRACKS_H
#define TRINN_API_TRACKS_TRACKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct shape;

struct new_track_facts {
	struct caller caller;
	int64_t id;
	const char *programme_state;   /* NULL: no such programme */
	bool is_delivered;             /* by hubs: enrolments/create.h */
	bool is_title_taken;           /* by another open track of the hub there */
};

struct new_track_input {
	int64_t programme_id;
	const char *title;
	const char *trade;             /* NULL: for any */
};

/* An application of the track whose grant is accepted. */
struct granted_stage {
	int64_t stage;
	int32_t starts_on, ends_on;
};

struct track_facts {
	struct caller caller;
	int64_t id;
	int64_t hub_id;
	const char *state;
	bool is_title_taken;
	int64_t cohort_id;             /* of one that is planned in it */
	int64_t n_cohorts, n_engagements, n_applications; /* that are not over */
	int64_t *stages;               /* of the versions of the programme that its firms are on */
	size_t n_stages;
	struct granted_stage *granted;
	size_t n_granted;
};

struct track_input {
	const char *title;
	const char *trade;
};

extern const struct shape granted_stage_shape;
extern const struct shape track_facts_shape;

/* A track begins in a programme that runs and that hubs deliver. */
void decide_create_track(const struct new_track_facts *facts, struct problems *problems);

void decide_change_track(const struct track_facts *facts, struct problems *problems);
void decide_end_track(const struct track_facts *facts, struct problems *problems);

#endif
