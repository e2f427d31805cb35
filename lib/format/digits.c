/* Weights are texts so that they stand in the code as they do in the rules. */
#include "lib/format/digits.h"

#include <string.h>

int digits_mod11(const char *digits, const char *weights)
{
	int sum = 0, rest;

	for (; *weights != '\0'; weights++, digits++)
		sum += (*weights - '0') * (*digits - '0');
	rest = sum % 11;
	return rest == 0 ? 0 : 11 - rest;
}

bool digits_are(const char *text, size_t n)
{
	return strspn(text, "0123456789") == n && text[n] == '\0';
}
