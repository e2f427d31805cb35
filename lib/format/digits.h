/* What Norwegian numbers have in common: check digits modulo 11. */
#ifndef TRINN_FORMAT_DIGITS_H
#define TRINN_FORMAT_DIGITS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"

/* The check digit of as many digits as `weights`, also a text of digits, has: eleven less the
 * weighted sum modulo 11, eleven being 0. A result of 10 means that they have no check digit. */
int digits_mod11(const char *digits, const char *weights);

/* Whether the text is exactly `n` ASCII digits. */
bool digits_are(const char *text, size_t n) MUST_USE;

#endif
