/* Organisation numbers of Enhetsregisteret: nine digits, the last a check digit modulo 11. */
#ifndef TRINN_FORMAT_ORGNR_H
#define TRINN_FORMAT_ORGNR_H

#include <stdbool.h>

#include "lib/base/attr.h"

#define ORGNR_SIZE 10 /* bytes with the NUL */

/* Whether the text is nine digits with the right check digit, and not all zeros. Whether there is
 * such an organisation only the register knows. */
bool orgnr_is_valid(const char *text) MUST_USE;

/* Reads what people write, "974 760 673" or, as a VAT number, "NO 974760673 MVA", spaces anywhere,
 * into its nine digits. False if it is no valid number. */
bool orgnr_parse(const char *text, char out[ORGNR_SIZE]) MUST_USE;

#endif
