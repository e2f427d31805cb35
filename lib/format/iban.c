#include "lib/format/iban.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/format/bank.h"

#define COUNTRY_LEN 2
#define BBAN_AT 4
#define LEN_MAX 34

/* Modulo 97, read from the account on and round to the check digits; A is 10, Z is 35. */
static int rest_of(const char *iban, size_t len)
{
	int rest = 0;

	for (size_t i = 0; i < len; i++) {
		char c = iban[(i + BBAN_AT) % len];

		rest = num_is_digit(c) ? rest * 10 + (c - '0') : rest * 100 + (c - 'A' + 10);
		rest %= 97;
	}
	return rest;
}

bool iban_of_bban(const char *bban, char out[IBAN_NO_SIZE])
{
	int check;

	if (!bank_is_valid(bban))
		return false;
	snprintf(out, IBAN_NO_SIZE, "NO00%s", bban);
	check = 98 - rest_of(out, IBAN_NO_SIZE - 1);
	out[COUNTRY_LEN] = (char)('0' + check / 10);
	out[COUNTRY_LEN + 1] = (char)('0' + check % 10);
	return true;
}

const char *iban_bban(const char *text)
{
	char right[IBAN_NO_SIZE];

	if (strlen(text) != IBAN_NO_SIZE - 1 || !iban_of_bban(text + BBAN_AT, right))
		return NULL;
	return strcmp(text, right) == 0 ? text + BBAN_AT : NULL;
}

/* Those counted are 02 to 98: 00, 01 and 99 have the same rest as 97, 98 and 02. */
static bool has_check_digits(const char *iban)
{
	const char *digits = iban + COUNTRY_LEN;

	return num_is_digit(digits[0]) && num_is_digit(digits[1]) &&
	       strncmp(digits, "02", 2) >= 0 && strncmp(digits, "98", 2) <= 0;
}

bool iban_is_valid(const char *text)
{
	size_t len = strlen(text);

	if (strncmp(text, "NO", COUNTRY_LEN) == 0)
		return iban_bban(text) != NULL;
	return len > BBAN_AT && len <= LEN_MAX && strspn(text, TEXT_CAPITALS NUM_DIGITS) == len &&
	       strspn(text, TEXT_CAPITALS) == COUNTRY_LEN && has_check_digits(text) &&
	       rest_of(text, len) == 1;
}
