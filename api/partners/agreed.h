/* What is asked of the partners of an application when it is written, sent in and granted. */
#ifndef TRINN_API_PARTNERS_AGREED_H
#define TRINN_API_PARTNERS_AGREED_H

#include <stddef.h>

#include "api/problems/problems.h"

struct shape;

/* One that was asked and has not left. */
struct named_partner {
	const char *orgnr;
	const char *name;
	const char *state; /* asked or confirmed */
};

extern const struct shape named_partner_shape;

struct named_partners {
	struct named_partner *list;
	size_t n;
	const char **unsettled; /* names: not confirmed, or left and with lines in the plans */
	size_t n_unsettled;
};

/* PARTNER_UNKNOWN, at line `i` of the list, if it is of an organisation that is no partner. NULL is
 * the applicant. */
void check_line_partner(const struct named_partners *partners, const char *orgnr, const char *list,
			size_t i, struct problems *problems);

/* PARTNER_UNANSWERED of each that has not confirmed its part. */
void check_all_confirmed(const struct named_partners *partners, struct problems *problems);

/* PARTNER_UNSETTLED: nothing is granted for a part that nobody stands by. */
void check_partners_settled(const struct named_partners *partners, struct problems *problems);

#endif
