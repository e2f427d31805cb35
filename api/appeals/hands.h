/* Who has no hand in an appeal. */
#ifndef TRINN_API_APPEALS_HANDS_H
#define TRINN_API_APPEALS_HANDS_H

#include "api/appeals/facts.h"
#include "api/problems/problems.h"

/* Nobody who took part in what the appeal is against, first or since, enters or confirms what the
 * appeals body decided: kommuneloven § 13-3. */
void require_not_below(const struct appeal_facts *facts, const char *step,
		       struct problems *problems);

#endif
