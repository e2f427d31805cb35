#include "lib/format/line.h"

#include <stddef.h>
#include <string.h>

/* C0, and C1 as two bytes. */
static bool has_control(const char *text)
{
	const unsigned char *c = (const unsigned char *)text;

	for (; *c != '\0'; c++)
		if (*c < 0x20 || *c == 0x7f || (*c == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0))
			return true;
	return false;
}

bool line_is_plain(const char *text)
{
	static const char *const turning[] = {
		"\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d",
		"\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\u2029",
	};

	for (size_t i = 0; i < sizeof(turning) / sizeof(turning[0]); i++)
		if (strstr(text, turning[i]) != NULL)
			return false;
	return !has_control(text);
}
