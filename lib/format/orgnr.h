/* Organisation numbers of Enhetsregisteret: nine digits, the last a check digit modulo 11. */
#ifndef TRINN_FORMAT_ORGNR_H
#define TRINN_FORMAT_ORGNR_H

#include <stdbool.h>

#include "lib/base/attr.h"

/* Whether the text is nine digits with the right check digit, and not all zeros. Whether there is
 * such an organisation only the register knows. */
bool orgnr_is_valid(const char *text) MUST_USE;

#endif
