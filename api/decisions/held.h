/*
 * A decision that is held (embargo): made and its money committed, and known to nobody outside the
 * county until a day that the call says for all its decisions, or the decision for itself. From
 * that day, when it is notified (fvl. § 27), run the time to appeal (§ 29) and the time to accept.
 *
 * The application stands as recommended meanwhile, to all who ask, and row-level security hides the
 * decision and the grant from the applicant. trinn-jobs makes it known on its day, or a person
 * before.
 */
#ifndef TRINN_API_DECISIONS_HELD_H
#define TRINN_API_DECISIONS_HELD_H

#include "api/decisions/decisions.h"

struct release_effects {
	int32_t appeal_deadline;
	int32_t accept_by; /* of what grants */
};

/* DECISION_HELD of what is to be done with a decision, or its grant or conditions, once it is made
 * known. */
void require_made_known(bool is_held, int32_t release_on, struct problems *problems);

/* DECISION_HELD if the case has one. */
void require_none_held(const struct application_facts *facts, struct problems *problems);

/* Until when a decision with this input is held: sets effects->release_on and is_held. A day of its
 * own must be later than today and within the county's figure. */
void decide_holding(const struct application_facts *facts, const struct decide_input *input,
		    struct decide_effects *effects, struct problems *problems);

void decide_release_decision(const struct application_facts *facts,
			     struct release_effects *effects, struct problems *problems);

#endif
