/* IBAN (ISO 13616): a country's account number behind its letters and two check digits. */
#ifndef TRINN_FORMAT_IBAN_H
#define TRINN_FORMAT_IBAN_H

#include <stdbool.h>

#include "lib/base/attr.h"

#define IBAN_NO_SIZE 16 /* bytes of a Norwegian one with its NUL */

/* False if the account is not valid (lib/format/bank.h). */
bool iban_of_bban(const char *bban, char out[IBAN_NO_SIZE]) MUST_USE;

/* The account that a Norwegian IBAN ends in, within the text. NULL if the text is none, or its
 * account is not valid. */
const char *iban_bban(const char *text) MUST_USE;

/* Whether the text, without blanks, is an IBAN with the right check digits. Of a country's own
 * rules only Norway's are known. */
bool iban_is_valid(const char *text) MUST_USE;

#endif
