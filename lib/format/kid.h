/* KID, the customer identification by which a payment finds its claim: 2 to 25 characters, the last
 * a check digit (Nets, "OCR giro systemspesifikasjon"). */
#ifndef TRINN_FORMAT_KID_H
#define TRINN_FORMAT_KID_H

#include <stdbool.h>

#include "lib/base/attr.h"

#define KID_SIZE 26 /* bytes of the longest with its NUL */

/* The receiver agrees on one of them with the bank. */
enum kid_method {
	KID_MOD10, /* Luhn's */
	KID_MOD11, /* weights 2 to 7 from the right; '-' where there is no digit */
};

/* Whether the text is a KID by this method. */
bool kid_is_valid(enum kid_method method, const char *text) MUST_USE;

/* Makes a KID of the payload. False if that is not 1 to 24 digits. */
bool kid_make(enum kid_method method, const char *payload, char out[KID_SIZE]) MUST_USE;

#endif
