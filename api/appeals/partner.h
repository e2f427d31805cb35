/* A partner's own appeal, which is lodged by its part of the application. */
#ifndef TRINN_API_APPEALS_PARTNER_H
#define TRINN_API_APPEALS_PARTNER_H

#include <stdbool.h>
#include <stdint.h>

#include "api/applications/facts.h"

struct act;
struct db_segment;
struct shape;

struct partner_appeal {
	bool is_standing;            /* by its part, and so a party */
	struct application_facts as; /* the application, as if the partner were its applicant */
};

extern const struct shape partner_appeal_shape;
extern const struct shape entered_for_shape; /* of struct entered_for */
extern const struct shape lodge_shape; /* of struct lodge_input */

/* Lodges what is the input of the act. `partner_id` is NULL of the applicant's. */
void appeal_insert(struct act *act, struct db_segment *segment,
		   const struct application_facts *facts, const int64_t *partner_id);

#endif
