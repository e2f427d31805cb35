/* What stands in the way of what is done with the register and with engagements. An `input` of NULL
 * asks only whether the caller may at all. */
#ifndef TRINN_API_FAGPARTNERE_RULES_H
#define TRINN_API_FAGPARTNERE_RULES_H

#include "api/fagpartnere/fagpartnere.h"

/* One register serves all hubs, so that a hub finds whom another has found: hubs and the county
 * enter, once each. */
void decide_register_fagpartner(const struct new_fagpartner_facts *facts,
				const struct fagpartner_input *input, struct problems *problems);

/* By the county, which keeps the register; by the hub that entered it, which answers for what it
 * wrote; and by the fagpartner, whom it is about. */
void decide_change_fagpartner(const struct fagpartner_facts *facts,
			      const struct fagpartner_input *input, struct problems *problems);

/* By the county or the fagpartner, as other hubs may count on the entry. */
void decide_retire_fagpartner(const struct fagpartner_facts *facts, struct problems *problems);

/* Of a fagpartner that is active, and another organisation than the hub, whose own hours are no
 * fagpartner's. Whether the two are related is declared, and how. */
void decide_propose_engagement(const struct new_engagement_facts *facts,
			       const struct new_engagement_input *input, struct problems *problems);

/* By a person of the fagpartner; where it has none here, by the hub's, who says how it answered. */
void decide_agree_engagement(const struct engagement_facts *facts,
			     const struct agreement_input *input, struct problems *problems);

/* The fagpartner says no, or the hub takes its proposal back. */
void decide_decline_engagement(const struct engagement_facts *facts, struct problems *problems);

void decide_end_engagement(const struct engagement_facts *facts, struct problems *problems);

/* Within the ceiling and not after the end, for firms the hub follows; the minutes are split over
 * them by their parts, and each gets some. */
void decide_order_hours(const struct engagement_facts *facts, const struct order_input *input,
			struct order_effects *effects, struct problems *problems);

/* For hours that their firms have confirmed: at most their minutes at the rate, rounded up. Also
 * after the engagement has ended. */
void decide_enter_invoice(const struct engagement_facts *facts, const struct invoice_input *input,
			  struct problems *problems);

#endif
