/* The check digits of an IBAN are those of ISO 7064 mod 97-10. */
#include "lib/format/bank.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lib/base/fail.h"
#include "lib/format/digits.h"

#define LEN (BANK_BBAN_SIZE - 1)

bool bank_is_valid(const char *bban)
{
	const char *weights = "5432765432";

	if (!digits_are(bban, LEN))
		return false;
	/* With 00 in places 5 and 6 the digit covers only what follows them. */
	if (bban[4] == '0' && bban[5] == '0')
		weights = "0000005432";
	return digits_mod11(bban, weights) == bban[LEN - 1] - '0';
}

void bank_iban(const char *bban, char out[BANK_IBAN_SIZE])
{
	uint64_t number = 0;

	MUST(bank_is_valid(bban));
	for (const char *c = bban; *c != '\0'; c++)
		number = number * 10 + (uint64_t)(*c - '0');
	/* The account, then N as 23, O as 24 and 00 for the check digits. */
	number = number * 1000000 + 232400;
	snprintf(out, BANK_IBAN_SIZE, "NO%02u%s", (unsigned)(98 - number % 97), bban);
}

bool bank_parse(const char *text, char out[BANK_BBAN_SIZE])
{
	char compact[BANK_IBAN_SIZE], iban[BANK_IBAN_SIZE];
	const char *bban = compact;

	if (!digits_compact(text, " .", compact, sizeof(compact)))
		return false;
	if (strncasecmp(compact, "NO", 2) == 0 && strlen(compact) == BANK_IBAN_SIZE - 1)
		bban += 4;
	if (!bank_is_valid(bban))
		return false;
	bank_iban(bban, iban);
	if (bban != compact && strcasecmp(compact, iban) != 0)
		return false;
	memcpy(out, bban, BANK_BBAN_SIZE);
	return true;
}

void bank_display(const char *bban, char out[BANK_DISPLAY_SIZE])
{
	MUST(bank_is_valid(bban));
	snprintf(out, BANK_DISPLAY_SIZE, "%.4s.%.2s.%s", bban, bban + 4, bban + 6);
}
