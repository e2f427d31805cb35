#include "lib/format/line.h"

#include <string.h>

#include "lib/base/utf8.h"

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

void line_put(char *out, size_t size, const char *text)
{
	size_t len = strlen(text), kept = 0;

	for (size_t n; kept < len; kept += n) {
		n = utf8_char_len(text + kept, len - kept);
		if (n == 0 || kept + n >= size)
			break;
		memcpy(out + kept, text + kept, n);
		if ((unsigned char)out[kept] < ' ' || out[kept] == '\x7f')
			out[kept] = ' ';
	}
	out[kept] = '\0';
}
