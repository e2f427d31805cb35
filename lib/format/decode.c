/* Each encoding is a function that takes one character; runs of ASCII go past it. */
#include "lib/format/decode.h"

#include <stdint.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/utf8.h"

enum { CUT = 0, BAD = -1 }; /* beside bytes of a character */

enum decode_charset decode_mark(const char *bytes, size_t len, size_t *mark_len_out)
{
	static const struct {
		const char *mark;
		size_t len;
		enum decode_charset charset;
	} marks[] = {
		{"\xef\xbb\xbf", 3, DECODE_UTF8},
		{"\xff\xfe", 2, DECODE_UTF16LE},
		{"\xfe\xff", 2, DECODE_UTF16BE},
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (len >= marks[i].len && memcmp(bytes, marks[i].mark, marks[i].len) == 0) {
			*mark_len_out = marks[i].len;
			return marks[i].charset;
		}
	*mark_len_out = 0;
	return DECODE_UTF8;
}

void decode_init(struct decoder *decoder, enum decode_charset charset)
{
	*decoder = (struct decoder){.charset = charset};
}

/* Bytes that a character of UTF-8 has, by its first. */
static size_t length_by(unsigned char first)
{
	return first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
}

static int take_utf8(const unsigned char *bytes, size_t len, char **to)
{
	size_t n = utf8_char_len((const char *)bytes, len);

	if (n == 0)
		return len < length_by(*bytes) ? CUT : BAD;
	memcpy(*to, bytes, n);
	*to += n;
	return (int)n;
}

static char *put(char *to, uint32_t c)
{
	if (c < 0x80) {
		*to++ = (char)c;
	} else if (c < 0x800) {
		*to++ = (char)(0xc0 | c >> 6);
		*to++ = (char)(0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		*to++ = (char)(0xe0 | c >> 12);
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*to++ = (char)(0x80 | (c & 0x3f));
	} else {
		*to++ = (char)(0xf0 | c >> 18);
		*to++ = (char)(0x80 | (c >> 12 & 0x3f));
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*to++ = (char)(0x80 | (c & 0x3f));
	}
	return to;
}

static int take_utf16(const unsigned char *bytes, size_t len, bool is_big, char **to)
{
	uint32_t c, low;

	if (len < 2)
		return CUT;
	c = (uint32_t)(is_big ? bytes[0] << 8 | bytes[1] : bytes[1] << 8 | bytes[0]);
	if ((c & 0xf800) != 0xd800) {
		*to = put(*to, c);
		return 2;
	}
	if ((c & 0xfc00) != 0xd800)
		return BAD;
	if (len < 4)
		return CUT;
	low = (uint32_t)(is_big ? bytes[2] << 8 | bytes[3] : bytes[3] << 8 | bytes[2]);
	if ((low & 0xfc00) != 0xdc00)
		return BAD;
	*to = put(*to, 0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff)));
	return 4;
}

static int take(enum decode_charset charset, const unsigned char *bytes, size_t len, char **to)
{
	switch (charset) {
	case DECODE_UTF8:
		return take_utf8(bytes, len, to);
	case DECODE_LATIN1:
		*to = put(*to, *bytes);
		return 1;
	case DECODE_UTF16LE:
	case DECODE_UTF16BE:
		return take_utf16(bytes, len, charset == DECODE_UTF16BE, to);
	}
	WRONG("an encoding");
}

/* The rest of the character that was cut. How many bytes of it were taken; BAD. */
static int end_held(struct decoder *decoder, const unsigned char *bytes, size_t len, char **to)
{
	size_t n = 0;

	while (decoder->n_held > 0 && n < len) {
		int taken;

		decoder->held[decoder->n_held++] = bytes[n++];
		taken = take(decoder->charset, decoder->held, decoder->n_held, to);
		if (taken == BAD)
			return BAD;
		if (taken != CUT)
			decoder->n_held = 0;
	}
	return (int)n;
}

/* Where it stopped: at the end, at a character that is cut, or at none. */
static const unsigned char *take_all(struct decoder *decoder, const unsigned char *at,
				     const unsigned char *end, char **to, int *taken_out)
{
	bool is_wide = decoder->charset >= DECODE_UTF16LE;

	for (*taken_out = 1; at<end && * taken_out> 0; at += *taken_out > 0 ? *taken_out : 0) {
		while (!is_wide && at < end && *at < 0x80)
			*(*to)++ = (char)*at++;
		if (at == end)
			break;
		*taken_out = take(decoder->charset, at, (size_t)(end - at), to);
	}
	return at;
}

bool decode_add(struct decoder *decoder, const char *bytes, size_t len, struct buf *out)
{
	const unsigned char *at = (const unsigned char *)bytes, *end = at + len;
	char *begin, *to;
	int taken;

	if (len == 0)
		return true;
	MUST(buf_reserve(out, 2 * len + sizeof(decoder->held)));
	begin = to = out->data + out->len;
	taken = end_held(decoder, at, len, &to);
	if (taken == BAD)
		return false;
	at = take_all(decoder, at + taken, end, &to, &taken);
	if (taken == BAD || memchr(begin, '\0', (size_t)(to - begin)) != NULL)
		return false;
	if (at < end) {
		decoder->n_held = (size_t)(end - at);
		memcpy(decoder->held, at, decoder->n_held);
	}
	buf_commit(out, (size_t)(to - begin));
	return true;
}

bool decode_end(const struct decoder *decoder)
{
	return decoder->n_held == 0;
}
