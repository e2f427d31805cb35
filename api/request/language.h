/* Which of our languages a reader is answered in (RFC 9110 12.5.4). */
#ifndef TRINN_API_REQUEST_LANGUAGE_H
#define TRINN_API_REQUEST_LANGUAGE_H

#include "api/problems/problems.h"

/* The language that the value of Accept-Language, NULL if there is none, gives the greatest weight;
 * of equal weights the first. Any Norwegian is bokmål, and so is what asks for neither. */
enum language language_choose(const char *accept);

#endif
