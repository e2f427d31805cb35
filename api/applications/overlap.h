/*
 * Overlap: a firm that is helped by two schemes at once for the same need, or twice by one that it
 * applies to itself (BIO: not in several projects at once). Everybody is warned of what they can
 * see; a funding line may refuse instead what was granted elsewhere already. Of two that are merely
 * applied for, neither stands in the way of the other.
 */
#ifndef TRINN_API_APPLICATIONS_OVERLAP_H
#define TRINN_API_APPLICATIONS_OVERLAP_H

#include <stdbool.h>

#include "api/problems/problems.h"

/* Another application for a firm of this one in the same time for the same need, which is what the
 * stages say that they serve: to another funding line, or by firms to the same. The firm stands in
 * its plan, or came to a stage with the hub that was granted it. Or a place of the firm in another
 * programme, with no grant behind it. Of those that the caller can see, and to a firm that applies
 * also of others' for itself. */
struct overlap {
	const char *case_number;    /* NULL: a place, or to a firm another's, which stays unnamed */
	const char *line;
	const char *firm;
	const char *need;           /* a word of words.def */
	bool is_granted;
};

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
