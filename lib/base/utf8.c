/* Only a second byte may have a narrower range than 80 to bf, and only after four of the leads. */
#include "lib/base/utf8.h"

static bool is_second(unsigned char lead, unsigned char byte)
{
	switch (lead) {
	case 0xe0:
		return byte >= 0xa0 && byte <= 0xbf;
	case 0xed:
		return byte >= 0x80 && byte <= 0x9f;
	case 0xf0:
		return byte >= 0x90 && byte <= 0xbf;
	case 0xf4:
		return byte >= 0x80 && byte <= 0x8f;
	default:
		return byte >= 0x80 && byte <= 0xbf;
	}
}

static size_t len_by_lead(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xc2 || lead > 0xf4)
		return 0;
	if (lead < 0xe0)
		return 2;
	return lead < 0xf0 ? 3 : 4;
}

size_t utf8_char_len(const char *text, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)text;
	size_t n = len > 0 ? len_by_lead(bytes[0]) : 0;

	if (n > len || (n > 1 && !is_second(bytes[0], bytes[1])))
		return 0;
	for (size_t i = 2; i < n; i++) {
		if (bytes[i] < 0x80 || bytes[i] > 0xbf)
			return 0;
	}
	return n;
}

bool utf8_is_valid(const char *text, size_t len)
{
	while (len > 0) {
		size_t n = utf8_char_len(text, len);

		if (n == 0)
			return false;
		text += n;
		len -= n;
	}
	return true;
}
