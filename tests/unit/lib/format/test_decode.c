#include "lib/format/decode.h"

#include <string.h>

#include "tests/unit/lib/format/pieces.h"

static enum decode_charset charset;

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	enum format_fault fault = FORMAT_OK;
	struct decoder decoder;

	decode_init(&decoder, charset);
#define ADD(piece, n) (decode_add(&decoder, piece, n, out) ? FORMAT_OK : FORMAT_ENCODING)
	IN_PIECES(bytes, len, step, fault, ADD)
#undef ADD
	return fault == FORMAT_OK && !decode_end(&decoder) ? FORMAT_ENCODING : fault;
}

#define IS(of, bytes, text)                                                                        \
	do {                                                                                       \
		charset = of;                                                                      \
		ck_assert_str_eq(told_of(read_in, bytes, sizeof(bytes) - 1, FORMAT_OK), text);     \
	} while (0)
#define IS_NONE(of, bytes)                                                                         \
	do {                                                                                       \
		charset = of;                                                                      \
		(void)told_of(read_in, bytes, sizeof(bytes) - 1, FORMAT_ENCODING);                 \
	} while (0)

START_TEST(each_encoding_is_read_wherever_it_is_cut)
{
	IS(DECODE_UTF8, "a\u00f8\u20ac\U0001f600b", "a\u00f8\u20ac\U0001f600b");
	IS(DECODE_LATIN1, "S\xf8nn \xa0", "S\u00f8nn \u00a0");
	IS(DECODE_UTF16LE, "a\0\xf8\0\xac\x20\x3d\xd8\x00\xde", "a\u00f8\u20ac\U0001f600");
	IS(DECODE_UTF16BE, "\0a\0\xf8\x20\xac\xd8\x3d\xde\x00", "a\u00f8\u20ac\U0001f600");
}
END_TEST

START_TEST(what_is_no_text_is_refused)
{
	IS_NONE(DECODE_UTF8, "a\xf8");
	IS_NONE(DECODE_UTF8, "a\xf8 b");
	IS_NONE(DECODE_UTF8, "\xc0\xafsesam");
	IS_NONE(DECODE_UTF8, "\xed\xa0\x80 half a surrogate");
	IS_NONE(DECODE_UTF8, "\xf4\x90\x80\x80");
	IS_NONE(DECODE_UTF8, "cut \xe2\x82");
	IS_NONE(DECODE_UTF8, "a\0b");
	IS_NONE(DECODE_LATIN1, "a\0b");
	IS_NONE(DECODE_UTF16LE, "a\0b");
	IS_NONE(DECODE_UTF16LE, "a\0\0\0");
	IS_NONE(DECODE_UTF16LE, "\x3d\xd8");
	IS_NONE(DECODE_UTF16LE, "\x3d\xd8\x3d\xd8");
	IS_NONE(DECODE_UTF16LE, "\x00\xde");
	IS_NONE(DECODE_UTF16BE, "\xd8\x3d\0a");
}
END_TEST

START_TEST(a_mark_tells_the_encoding)
{
	size_t len;

	ck_assert_int_eq(decode_mark("\xef\xbb\xbfx", 4, &len), DECODE_UTF8);
	ck_assert_uint_eq(len, 3);
	ck_assert_int_eq(decode_mark("\xff\xfex", 3, &len), DECODE_UTF16LE);
	ck_assert_uint_eq(len, 2);
	ck_assert_int_eq(decode_mark("\xfe\xff", 2, &len), DECODE_UTF16BE);
	ck_assert_int_eq(decode_mark("\xfe", 1, &len), DECODE_UTF8);
	ck_assert_uint_eq(len, 0);
}
END_TEST

RUN_TESTS(TEST(each_encoding_is_read_wherever_it_is_cut), TEST(what_is_no_text_is_refused),
	  TEST(a_mark_tells_the_encoding))
