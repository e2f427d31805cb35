/* Weights as published by Brønnøysundregistrene. */
#include "lib/format/orgnr.h"

#include <string.h>

#include "lib/format/digits.h"

#define LEN 9

bool orgnr_is_valid(const char *text)
{
	return digits_are(text, LEN) && strcmp(text, "000000000") != 0 &&
	       digits_mod11(text, "32765432") == text[LEN - 1] - '0';
}
