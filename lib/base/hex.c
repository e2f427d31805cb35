/* Two digits a byte. */
#include "lib/base/hex.h"

void hex_encode(const uint8_t *bytes, size_t len, char *out)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < len; i++) {
		*out++ = digits[bytes[i] >> 4];
		*out++ = digits[bytes[i] & 15];
	}
	*out = '\0';
}

/* 16 for what is no digit. */
static unsigned value_of(char digit)
{
	if (digit >= '0' && digit <= '9')
		return (unsigned)(digit - '0');
	return digit >= 'a' && digit <= 'f' ? (unsigned)(digit - 'a') + 10 : 16;
}

bool hex_decode(const char *text, size_t len, uint8_t *out)
{
	if (len % 2 != 0)
		return false;
	for (size_t i = 0; i < len; i += 2) {
		unsigned high = value_of(text[i]);
		unsigned low = value_of(text[i + 1]);

		if ((high | low) > 15)
			return false;
		*out++ = (uint8_t)(high << 4 | low);
	}
	return true;
}
