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

bool digits_compact(const char *text, const char *skip, char *out, size_t size)
{
	static const char *const no_break_spaces[] = {"\u00a0", "\u202f"};
	size_t len = 0;

	while (*text != '\0') {
		size_t skipped = strspn(text, skip);

		for (size_t i = 0; i < 2 && skipped == 0; i++) {
			size_t n = strlen(no_break_spaces[i]);

			if (strncmp(text, no_break_spaces[i], n) == 0)
				skipped = n;
		}
		text += skipped;
		if (skipped > 0)
			continue;
		if (len + 1 >= size)
			return false;
		out[len++] = *text++;
	}
	out[len] = '\0';
	return true;
}
