/* What an application knows of its call. */
#ifndef TRINN_API_APPLICATIONS_CALL_H
#define TRINN_API_APPLICATIONS_CALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct shape;

/* Until when applications are taken: points in time in seconds since 1970, which no change of
 * clocks moves. */
struct call_deadline {
	int64_t closes_at;       /* midnight in Norway after the last day */
	int64_t grace_ends_at;   /* until when what was begun before is taken */
	const char *grace_until; /* the same as people read it */
	int32_t closed_on;       /* by a person, before its time */
	bool is_closed_early;
};

/* A cost group that the scheme lets be so much of all costs at most. */
struct group_cap {
	const char *cost_group;
	const char *name;
	int64_t max_share_bp; /* in hundredths of a per cent */
};

struct application_call {
	const char *state;
	int32_t opens_on;
	int32_t closes_on;
	int64_t *stages;
	size_t n_stages;
	const char **cost_groups;
	size_t n_cost_groups;
	struct group_cap *caps;
	size_t n_caps;
	int64_t form_version;    /* in force */
};

extern const struct shape call_deadline_shape;
extern const struct shape group_cap_shape;

#endif
