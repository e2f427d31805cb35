/* Weights as published by Brønnøysundregistrene. */
#include "lib/format/orgnr.h"

#include <string.h>
#include <strings.h>

#include "lib/format/digits.h"

#define LEN (ORGNR_SIZE - 1)

bool orgnr_is_valid(const char *text)
{
	return digits_are(text, LEN) && strcmp(text, "000000000") != 0 &&
	       digits_mod11(text, "32765432") == text[LEN - 1] - '0';
}

bool orgnr_parse(const char *text, char out[ORGNR_SIZE])
{
	char compact[sizeof("NO999999999MVA")];
	char *number = compact;
	size_t len;

	if (!digits_compact(text, " ", compact, sizeof(compact)))
		return false;
	if (strncasecmp(number, "NO", 2) == 0)
		number += 2;
	len = strlen(number);
	if (len == LEN + 3 && strcasecmp(number + LEN, "MVA") == 0)
		number[LEN] = '\0';
	if (!orgnr_is_valid(number))
		return false;
	memcpy(out, number, ORGNR_SIZE);
	return true;
}
