/* Ordering and invoicing hours are things that may be done with an engagement: they share its facts
 * and its load. */
#ifndef TRINN_API_FAGPARTNERE_COMMANDS_H
#define TRINN_API_FAGPARTNERE_COMMANDS_H

#include "api/command/command.h"

extern const struct shape engagement_facts_shape;

extern const struct command order_hours;
extern const struct command enter_partner_invoice;
extern const struct command credit_partner_invoice;
extern const struct command correct_partner_invoice;

/* Replies with the engagement. */
void engagement_reply(struct act *act, struct db_segment *segment);

/* Records what was done to an object of the engagement, and tells the party that did not do it. */
void engagement_record(struct act *act, struct db_segment *segment, const char *object_kind,
		       int64_t object_id, const char *reason, const char *detail);

#endif
