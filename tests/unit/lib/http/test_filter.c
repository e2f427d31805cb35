#include "lib/http/filter.h"

#include <stdio.h>
#include <string.h>

#include "tests/unit/run.h"

#define NONE HTTP_REFUSAL_COUNT

static const struct http_filter_limits limits = {
	.max_head_bytes = 200,
	.max_body_bytes = 1000,
	.max_fields = 4,
};

static struct http_filter feed(const char *bytes, size_t len, size_t *taken_out)
{
	struct http_filter filter;

	http_filter_init(&filter, &limits);
	*taken_out = http_filter_feed(&filter, bytes, len);
	return filter;
}

/* The verdict on a text, fed at once and byte by byte. */
static struct http_filter judge(const char *text)
{
	size_t taken;
	struct http_filter whole = feed(text, strlen(text), &taken);
	struct http_filter filter;

	http_filter_init(&filter, &limits);
	for (const char *c = text; *c; c++)
		http_filter_feed(&filter, c, 1);
	ck_assert_msg(filter.state == whole.state && filter.refusal == whole.refusal, "%s", text);
	return whole;
}

static void check_refused(const char *text, enum http_refusal reason)
{
	struct http_filter filter = judge(text);

	ck_assert_msg(filter.state == HTTP_FILTER_REFUSED, "not refused: %s", text);
	ck_assert_msg(filter.refusal == reason, "%s: %s", http_refusal_info(filter.refusal)->code,
		      text);
}

static void check_accepted(const char *text)
{
	struct http_filter filter = judge(text);

	ck_assert_msg(filter.state == HTTP_FILTER_DONE, "%s: %s",
		      filter.state == HTTP_FILTER_REFUSED ? http_refusal_info(filter.refusal)->code
							  : "incomplete",
		      text);
}

#define HEAD(fields) "POST /a HTTP/1.1\r\nHost: a\r\n" fields "\r\n"

START_TEST(ordinary_requests_pass)
{
	static const char *const texts[] = {
		"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
		"GET / HTTP/1.0\r\n\r\n",
		"GET /?a=b&c[]=d%20e%C3%B8 HTTP/1.1\r\nHOST: [::1]:8080\r\nAccept: */*\r\n\r\n",
		"OPTIONS /x HTTP/1.1\r\nhost:a\r\n\r\n",
		HEAD(""),
		HEAD("X:\r\n"),
		HEAD("X:    \r\n"),
		HEAD("X: a \t b\t \r\n"),
		HEAD("X: bl\xc3\xa5\r\n"),
		HEAD("Content-Length: 0\r\n"),
		HEAD("content-length: 003 \r\n") "abc",
		HEAD("Expect: 100-Continue\r\nContent-Length: 1\r\n") "a",
		HEAD("A-name-longer-than-any-that-matters: 1\r\n"),
		HEAD("content-lengthy: x\r\n"),
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check_accepted(texts[i]);
}
END_TEST

START_TEST(bad_request_lines_are_refused)
{
	static const struct {
		const char *line;
		enum http_refusal reason;
	} cases[] = {
		{"\r\n", HTTP_REFUSED_CONTROL_BYTE},
		{" GET / HTTP/1.1\r\n", HTTP_REFUSED_BAD_METHOD},
		{"G(T / HTTP/1.1\r\n", HTTP_REFUSED_BAD_METHOD},
		{"get / HTTP/1.1\r\n", HTTP_REFUSED_UNKNOWN_METHOD},
		{"TRACE / HTTP/1.1\r\n", HTTP_REFUSED_UNKNOWN_METHOD},
		{"CONNECT a:1 HTTP/1.1\r\n", HTTP_REFUSED_UNKNOWN_METHOD},
		{"AMETHODLONGERTHANANYOFOURS / HTTP/1.1\r\n", HTTP_REFUSED_UNKNOWN_METHOD},
		{"GET  / HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET * HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET http://a/ HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET //a HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET /a#b HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET /a\\b HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET /\xc3\xa5 HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET /%00 HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET /?a=%00 HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET /%zz HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET /%4 HTTP/1.1\r\n", HTTP_REFUSED_BAD_TARGET},
		{"GET /\t HTTP/1.1\r\n", HTTP_REFUSED_CONTROL_BYTE},
		{"GET /\x7f HTTP/1.1\r\n", HTTP_REFUSED_CONTROL_BYTE},
		{"GET /\r\n", HTTP_REFUSED_CONTROL_BYTE},
		{"GET /\n", HTTP_REFUSED_BARE_LINE_END},
		{"GET / \r\n", HTTP_REFUSED_CONTROL_BYTE},
		{"GET / b HTTP/1.1\r\n", HTTP_REFUSED_BAD_VERSION},
		{"GET / HTTP/1.1 \r\n", HTTP_REFUSED_BAD_VERSION},
		{"GET / http/1.1\r\n", HTTP_REFUSED_BAD_VERSION},
		{"GET / ICAP/1.0\r\n", HTTP_REFUSED_BAD_VERSION},
		{"GET / HTTP/1.1\n", HTTP_REFUSED_BARE_LINE_END},
		{"GET / HTTP/1.1\rX", HTTP_REFUSED_BARE_LINE_END},
		{"GET / HTTP/2.0\r\n", HTTP_REFUSED_UNKNOWN_VERSION},
		{"GET / HTTP/1.10\r\n", HTTP_REFUSED_UNKNOWN_VERSION},
		{"GET / HTTP/1.4294967297\r\n", HTTP_REFUSED_UNKNOWN_VERSION},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_refused(cases[i].line, cases[i].reason);
}
END_TEST

START_TEST(bad_fields_are_refused)
{
	static const struct {
		const char *head;
		enum http_refusal reason;
	} cases[] = {
		{HEAD(": x\r\n"), HTTP_REFUSED_BAD_FIELD_NAME},
		{HEAD("X : x\r\n"), HTTP_REFUSED_BAD_FIELD_NAME},
		{HEAD("X Y: x\r\n"), HTTP_REFUSED_BAD_FIELD_NAME},
		{HEAD("X\xc3\xa5: x\r\n"), HTTP_REFUSED_BAD_FIELD_NAME},
		{HEAD("no colon\r\n"), HTTP_REFUSED_BAD_FIELD_NAME},
		{HEAD("nocolon\n"), HTTP_REFUSED_BARE_LINE_END},
		{HEAD(" folded: x\r\n"), HTTP_REFUSED_FOLDED_FIELD},
		{HEAD("X: x\r\n\tfolded\r\n"), HTTP_REFUSED_FOLDED_FIELD},
		{HEAD("X: a\nY: b\r\n"), HTTP_REFUSED_BARE_LINE_END},
		{HEAD("X: a\rb\r\n"), HTTP_REFUSED_BARE_LINE_END},
		{HEAD("X: a\r\rb\r\n"), HTTP_REFUSED_BARE_LINE_END},
		{HEAD("X: \x01\r\n"), HTTP_REFUSED_CONTROL_BYTE},
		{HEAD("X: \x7f\r\n"), HTTP_REFUSED_CONTROL_BYTE},
		{HEAD("X:\tx\r\n"), HTTP_REFUSED_BAD_FIELD_VALUE},
		{HEAD("X: \tx\r\n"), HTTP_REFUSED_BAD_FIELD_VALUE},
		{HEAD("Host: a\r\n"), HTTP_REFUSED_BAD_HOST},
		{HEAD("A: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\n"), HTTP_REFUSED_MANY_FIELDS},
		{HEAD("Content-Length: 1\r\nContent-Length: 1\r\n"), HTTP_REFUSED_BAD_LENGTH},
		{HEAD("Content-Length: 1, 1\r\n"), HTTP_REFUSED_BAD_LENGTH},
		{HEAD("Content-Length: 1 1\r\n"), HTTP_REFUSED_BAD_LENGTH},
		{HEAD("Content-Length: +1\r\n"), HTTP_REFUSED_BAD_LENGTH},
		{HEAD("Content-Length: -1\r\n"), HTTP_REFUSED_BAD_LENGTH},
		{HEAD("Content-Length: 0x1\r\n"), HTTP_REFUSED_BAD_LENGTH},
		{HEAD("Content-Length:\r\n"), HTTP_REFUSED_BAD_LENGTH},
		{HEAD("Content-Length: 1001\r\n"), HTTP_REFUSED_LARGE_BODY},
		{HEAD("Content-Length: 18446744073709551617\r\n"), HTTP_REFUSED_LARGE_BODY},
		{HEAD("Content-Length: 100000000000000000000000000000000\r\n"),
		 HTTP_REFUSED_LARGE_BODY},
		{HEAD("Transfer-Encoding: chunked\r\n"), HTTP_REFUSED_TRANSFER_ENCODING},
		{HEAD("transfer-ENCODING:\r\n"), HTTP_REFUSED_TRANSFER_ENCODING},
		{HEAD("Expect: 100-continue2\r\n"), HTTP_REFUSED_BAD_EXPECTATION},
		{HEAD("Expect: 100-contin\r\n"), HTTP_REFUSED_BAD_EXPECTATION},
		{HEAD("Expect: 200-ok\r\n"), HTTP_REFUSED_BAD_EXPECTATION},
		{"GET / HTTP/1.1\r\n\r\n", HTTP_REFUSED_BAD_HOST},
		{"GET / HTTP/1.1\r\nHost:\r\n\r\n", HTTP_REFUSED_BAD_HOST},
		{"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", HTTP_REFUSED_BAD_HOST},
		{"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", HTTP_REFUSED_BAD_HOST},
		{"GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", HTTP_REFUSED_BAD_HOST},
		{"GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", HTTP_REFUSED_BAD_HOST},
		{"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n",
		 HTTP_REFUSED_UNEXPECTED_BODY},
		{"HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n",
		 HTTP_REFUSED_UNEXPECTED_BODY},
		{HEAD("\rX"), HTTP_REFUSED_BARE_LINE_END},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_refused(cases[i].head, cases[i].reason);
}
END_TEST

START_TEST(no_byte_below_space_but_tab_passes_anywhere_in_a_head)
{
	static const char head[] = "GET /a HTTP/1.1\r\nHost: a\r\nX: b\r\n\r\n";
	char bytes[sizeof(head)];
	size_t taken;

	for (size_t at = 0; at < sizeof(head) - 1; at++) {
		for (char c = 0; c < ' '; c++) {
			if (c == '\t' || c == head[at])
				continue;
			memcpy(bytes, head, sizeof(head));
			bytes[at] = c;
			ck_assert_msg(feed(bytes, sizeof(head) - 1, &taken).state ==
					      HTTP_FILTER_REFUSED,
				      "byte %d at %zu", c, at);
		}
	}
}
END_TEST

START_TEST(a_nul_is_refused_where_it_stands)
{
	static const char head[] = "GET /a HTTP/1.1\r\nHost: a\r\nX: admin\0evil\r\n\r\n";
	size_t taken;
	struct http_filter filter = feed(head, sizeof(head) - 1, &taken);

	ck_assert_int_eq(filter.state, HTTP_FILTER_REFUSED);
	ck_assert_int_eq(filter.refusal, HTTP_REFUSED_CONTROL_BYTE);
	ck_assert_uint_eq(taken, sizeof("GET /a HTTP/1.1\r\nHost: a\r\nX: admin"));
}
END_TEST

START_TEST(only_the_bytes_of_one_request_are_taken)
{
	static const char one[] = HEAD("Content-Length: 5\r\n") "hello";
	static const char both[] = HEAD("Content-Length: 5\r\n") "hello"
								 "GET /2 HTTP/1.0\r\n\r\n";
	size_t taken;
	struct http_filter filter = feed(both, sizeof(both) - 1, &taken);

	ck_assert_int_eq(filter.state, HTTP_FILTER_DONE);
	ck_assert_int_eq(filter.method, HTTP_POST);
	ck_assert_uint_eq(taken, sizeof(one) - 1);
	ck_assert_uint_eq(http_filter_feed(&filter, both + taken, sizeof(both) - 1 - taken), 0);
	http_filter_next(&filter);
	taken += http_filter_feed(&filter, both + taken, sizeof(both) - 1 - taken);
	ck_assert_int_eq(filter.state, HTTP_FILTER_DONE);
	ck_assert_int_eq(filter.method, HTTP_GET);
	ck_assert_uint_eq(taken, sizeof(both) - 1);
}
END_TEST

START_TEST(content_may_be_any_bytes)
{
	static const char bytes[] = HEAD("Content-Length: 6\r\n") "\0\n\r\n\r\n";
	size_t taken;

	ck_assert_int_eq(feed(bytes, sizeof(bytes) - 2, &taken).state, HTTP_FILTER_BODY);
	ck_assert_int_eq(feed(bytes, sizeof(bytes) - 1, &taken).state, HTTP_FILTER_DONE);
}
END_TEST

START_TEST(nothing_is_taken_after_a_refusal)
{
	size_t taken;
	struct http_filter filter = feed("\n", 1, &taken);

	ck_assert_uint_eq(http_filter_feed(&filter, "GET / HTTP/1.0\r\n\r\n", 18), 0);
	ck_assert_int_eq(filter.state, HTTP_FILTER_REFUSED);
}
END_TEST

/* A head of exactly `len` bytes, its length in a field or in the target. */
static struct http_filter judge_length(int len, bool in_target)
{
	static const char padding[] =
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
	int used = (int)sizeof("GET / HTTP/1.0\r\nX:\r\n\r\n") - 1;
	char text[600];

	snprintf(text, sizeof(text), "GET /%.*s HTTP/1.0\r\nX:%.*s\r\n\r\n",
		 in_target ? len - used : 0, padding, in_target ? 0 : len - used, padding);
	ck_assert_uint_eq(strlen(text), (size_t)len);
	return judge(text);
}

START_TEST(a_head_may_be_as_long_as_the_limit_and_no_longer)
{
	ck_assert_int_eq(judge_length(200, false).state, HTTP_FILTER_DONE);
	ck_assert_int_eq(judge_length(200, true).state, HTTP_FILTER_DONE);
	ck_assert_int_eq(judge_length(201, false).refusal, HTTP_REFUSED_LARGE_HEAD);
	ck_assert_int_eq(judge_length(230, true).refusal, HTTP_REFUSED_LONG_TARGET);
}
END_TEST

START_TEST(every_refusal_is_an_error_status_with_a_code)
{
	for (int reason = 0; reason < NONE; reason++) {
		const struct http_refusal_info *info = http_refusal_info((enum http_refusal)reason);

		ck_assert_int_ge(info->status, 400);
		ck_assert_int_lt(info->status, 600);
		ck_assert_uint_gt(strlen(info->code), 0);
		ck_assert_ptr_null(strpbrk(info->text, "\"\\"));
	}
}
END_TEST

RUN_TESTS(TEST(ordinary_requests_pass), TEST(bad_request_lines_are_refused),
	  TEST(bad_fields_are_refused), TEST(no_byte_below_space_but_tab_passes_anywhere_in_a_head),
	  TEST(a_nul_is_refused_where_it_stands), TEST(only_the_bytes_of_one_request_are_taken),
	  TEST(content_may_be_any_bytes), TEST(nothing_is_taken_after_a_refusal),
	  TEST(a_head_may_be_as_long_as_the_limit_and_no_longer),
	  TEST(every_refusal_is_an_error_status_with_a_code))
