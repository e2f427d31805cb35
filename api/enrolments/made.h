/* What is known of an enrolment when something dated is made in it: an assessment, a consent. Days
 * are of lib/base/date.h, in Norway. */
#ifndef TRINN_API_ENROLMENTS_MADE_H
#define TRINN_API_ENROLMENTS_MADE_H

#include <stdbool.h>
#include <stdint.h>

struct shape;

/* A session of the hub that an assessment is said to be made in. */
struct interview_made {
	const char *state;
	bool is_with_firm; /* an interview, with the firm that is assessed */
	int32_t held_on;
};

/* Of the firm's way, what an assessment or a consent is held against. */
struct way_days {
	int32_t followed_on;	/* first, by whichever hub */
	int32_t began_on;	/* in a stage, first of all */
	int32_t round_began_on; /* the same in this round */
	bool has_begun, has_round_begun;
};

extern const struct shape interview_made_shape;
extern const struct shape way_days_shape;

#endif
