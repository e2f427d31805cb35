/* Norwegian bank accounts: eleven digits, the last a check digit modulo 11. */
#ifndef TRINN_FORMAT_BANK_H
#define TRINN_FORMAT_BANK_H

#include <stdbool.h>

#include "lib/base/attr.h"

/* Whether the text is eleven digits with the right check digit. */
bool bank_is_valid(const char *text) MUST_USE;

#endif
