/* What stands in the way of recommending and deciding: that the party may still comment on what is
 * told of it, or that its comment is not weighed (forvaltningsloven §§ 16, 17, 25). */
#ifndef TRINN_API_HEARINGS_HEARD_H
#define TRINN_API_HEARINGS_HEARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct unheard_facts {
	int64_t number;   /* of the hearing */
	int32_t answer_by;
	bool is_answered; /* and not weighed */
	bool is_unposted; /* to a party that has nobody here */
};

/* What a new hearing is decided on beside its case. */
struct new_hearing {
	int64_t id;           /* that it will have */
	int64_t days;         /* that the party has at the least */
	bool is_ground;       /* the law knows the ground that was named */
	const char *document; /* state of the one named; NULL: the party has no such document */
};

/* PARTY_NOT_HEARD, HEARING_UNPOSTED or COMMENT_NOT_WEIGHED for each. */
void check_heard(const struct unheard_facts *unheard, size_t n, struct problems *problems);

#endif
