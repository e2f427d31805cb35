/* Norwegian bank accounts: eleven digits (BBAN), the last a check modulo 11; and their IBAN. */
#ifndef TRINN_FORMAT_BANK_H
#define TRINN_FORMAT_BANK_H

#include <stdbool.h>

#include "lib/base/attr.h"

#define BANK_BBAN_SIZE 12    /* bytes with the NUL */
#define BANK_IBAN_SIZE 16    /* "NO9386011117947" */
#define BANK_DISPLAY_SIZE 14 /* "8601.11.17947" */

/* Whether the text is eleven digits with the right check digit. */
bool bank_is_valid(const char *bban) MUST_USE;

/* Reads what people write, "8601.11.17947", "8601 11 17947" or the account's IBAN, into the eleven
 * digits. False if the account or the IBAN is not valid; foreign accounts are not. */
bool bank_parse(const char *text, char out[BANK_BBAN_SIZE]) MUST_USE;

/* The IBAN (ISO 13616) of a valid account. */
void bank_iban(const char *bban, char out[BANK_IBAN_SIZE]);

/* A valid account as it is written for people. */
void bank_display(const char *bban, char out[BANK_DISPLAY_SIZE]);

#endif
