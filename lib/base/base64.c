/* Three bytes are four characters of six bits. */
#include "lib/base/base64.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

void base64url_encode(const uint8_t *bytes, size_t len, char *out)
{
	uint32_t bits = 0;
	int n_bits = 0;

	for (size_t i = 0; i < len; i++) {
		bits = bits << 8 | bytes[i];
		for (n_bits += 8; n_bits >= 6; n_bits -= 6)
			*out++ = alphabet[bits >> (n_bits - 6) & 63];
	}
	if (n_bits > 0)
		*out++ = alphabet[bits << (6 - n_bits) & 63];
	*out = '\0';
}

/* 0 to 63, or -1; `last` are the two characters that alphabets differ in. */
static int value_of(char c, const char last[2])
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	if (c == last[0])
		return 62;
	return c == last[1] ? 63 : -1;
}

static bool decode(const char *text, size_t text_len, const char last[2], uint8_t *out, size_t cap,
		   size_t *len_out)
{
	uint32_t bits = 0;
	int n_bits = 0;

	if (text_len % 4 == 1 || BASE64URL_DECODED_LEN(text_len) > cap)
		return false;
	for (size_t i = 0; i < text_len; i++) {
		int value = value_of(text[i], last);

		if (value < 0)
			return false;
		bits = bits << 6 | (uint32_t)value;
		n_bits += 6;
		if (n_bits >= 8) {
			n_bits -= 8;
			*out++ = (uint8_t)(bits >> n_bits & 255);
		}
	}
	if ((bits & ((1U << n_bits) - 1)) != 0)
		return false;
	*len_out = BASE64URL_DECODED_LEN(text_len);
	return true;
}

bool base64url_decode(const char *text, size_t text_len, uint8_t *out, size_t cap, size_t *len_out)
{
	return decode(text, text_len, "-_", out, cap, len_out);
}

bool base64_decode(const char *text, size_t text_len, uint8_t *out, size_t cap, size_t *len_out)
{
	if (text_len % 4 != 0)
		return false;
	for (int i = 0; i < 2 && text_len > 0 && text[text_len - 1] == '='; i++)
		text_len--;
	return decode(text, text_len, "+/", out, cap, len_out);
}
