/*
 * Overlap: a firm that is helped by two schemes at once for the same need, or twice by one that it
 * applies to itself (BIO: not in several projects at once). Everybody is warned of what they can
 * see; a funding line may refuse instead what was granted elsewhere already. Of two that are merely
 * applied for, neither stands in the way of the other.
 */
#ifndef TRINN_API_APPLICATIONS_OVERLAP_H
#define TRINN_API_APPLICATIONS_OVERLAP_H

#include "api/problems/problems.h"

struct application_facts;

/* What stands in the way of applying, and of recommending or deciding a grant, where the line
 * refuses. */
void check_overlap(const struct application_facts *facts, struct problems *problems);

/* That the reason is given why all the same, where one is known at all. */
void check_overlap_grounds(const struct application_facts *facts, const char *grounds,
			   struct problems *problems);

/* What there is to know, whatever the line says. */
void tell_overlap(const struct application_facts *facts, struct problems *warnings);

#endif
