/* A state machine over the bytes of request heads (RFC 9112), one step per kind of place in it. */
#include "lib/http/filter.h"

#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/hex.h"
#include "lib/base/num.h"

enum step {
	STEP_METHOD,
	STEP_TARGET_START,
	STEP_TARGET_SECOND, /* after the leading '/' */
	STEP_TARGET,
	STEP_ESCAPE, /* after '%' */
	STEP_VERSION,
	STEP_REQUEST_LF,
	STEP_LINE, /* first byte of a field line, or the end of the head */
	STEP_NAME,
	STEP_VALUE_START,
	STEP_VALUE,
	STEP_FIELD_LF,
	STEP_END_LF,
};

/* Fields whose meaning decides where a request ends or whether it is one. */
enum field {
	FIELD_OTHER,
	FIELD_HOST,
	FIELD_CONTENT_LENGTH,
	FIELD_TRANSFER_ENCODING,
	FIELD_EXPECT,
};

static const struct field_rule {
	const char *name;
	enum http_refusal refusal; /* if it is malformed or sent twice */
	uint8_t min_len;
} field_rules[] = {
	[FIELD_HOST] = {"host", HTTP_REFUSED_BAD_HOST, 1},
	[FIELD_CONTENT_LENGTH] = {"content-length", HTTP_REFUSED_BAD_LENGTH, 1},
	[FIELD_TRANSFER_ENCODING] = {"transfer-encoding", HTTP_REFUSED_TRANSFER_ENCODING, 0},
	[FIELD_EXPECT] = {"expect", HTTP_REFUSED_BAD_EXPECTATION, sizeof("100-continue") - 1},
};

enum {
	TOKEN = 1,  /* RFC 9110 5.6.2 */
	TARGET = 2, /* of a path and query, RFC 3986, and the [] that clients send unescaped */
	HOST = 4,   /* names, IPv4, [IPv6], port */
	TEXT = 8,   /* of a field value, RFC 9110 5.5 */
	MOST = TOKEN | TARGET | TEXT,
};

static const uint8_t classes[256] = {
	['\t'] = TEXT,
	[' '] = TEXT,
	['!'] = MOST,
	['"'] = TEXT,
	['#'] = TOKEN | TEXT,
	['$'] = MOST,
	['%'] = TOKEN | TEXT,
	['&'] = MOST,
	['\''] = MOST,
	['('] = TARGET | TEXT,
	[')'] = TARGET | TEXT,
	['*'] = MOST,
	['+'] = MOST,
	[','] = TARGET | TEXT,
	['-'] = MOST | HOST,
	['.'] = MOST | HOST,
	['/'] = TARGET | TEXT,
	['0' ... '9'] = MOST | HOST,
	[':'] = TARGET | HOST | TEXT,
	[';'] = TARGET | TEXT,
	['<'] = TEXT,
	['='] = TARGET | TEXT,
	['>'] = TEXT,
	['?'] = TARGET | TEXT,
	['@'] = TARGET | TEXT,
	['A' ... 'Z'] = MOST | HOST,
	['['] = TARGET | HOST | TEXT,
	['\\'] = TEXT,
	[']'] = TARGET | HOST | TEXT,
	['^'] = TOKEN | TEXT,
	['_'] = MOST | HOST,
	['`'] = TOKEN | TEXT,
	['a' ... 'z'] = MOST | HOST,
	['{'] = TEXT,
	['|'] = TOKEN | TEXT,
	['}'] = TEXT,
	['~'] = MOST,
	[0x80 ... 0xff] = TEXT,
};

static bool has_class(char c, int class)
{
	return classes[(unsigned char)c] & class;
}

static void refuse(struct http_filter *f, enum http_refusal reason)
{
	f->state = HTTP_FILTER_REFUSED;
	f->refusal = reason;
}

/* A byte that fits nowhere: names the reason by the byte where it says more than the place does. */
static void refuse_byte(struct http_filter *f, char c, enum http_refusal reason)
{
	if (c == '\n')
		refuse(f, HTTP_REFUSED_BARE_LINE_END);
	else if ((unsigned char)c < ' ' || c == 0x7f)
		refuse(f, HTTP_REFUSED_CONTROL_BYTE);
	else
		refuse(f, reason);
}

static void start_word(struct http_filter *f, enum step step)
{
	f->word_len = 0;
	f->step = (uint8_t)step;
}

/* False if the word is longer than any that means something. */
static bool add_to_word(struct http_filter *f, char c)
{
	if (f->word_len == sizeof(f->word) - 1)
		return false;
	f->word[f->word_len++] = c;
	f->word[f->word_len] = '\0';
	return true;
}

static void on_method(struct http_filter *f, char c)
{
	if (c == ' ' && f->word_len > 0) {
		if (!http_method_find(f->word, &f->method))
			refuse(f, HTTP_REFUSED_UNKNOWN_METHOD);
		f->step = STEP_TARGET_START;
	} else if (!has_class(c, TOKEN)) {
		refuse_byte(f, c, HTTP_REFUSED_BAD_METHOD);
	} else if (!add_to_word(f, c)) {
		refuse(f, HTTP_REFUSED_UNKNOWN_METHOD);
	}
}

static void on_target(struct http_filter *f, char c)
{
	if (c == ' ')
		start_word(f, STEP_VERSION);
	else if (c == '%')
		start_word(f, STEP_ESCAPE);
	else if (has_class(c, TARGET))
		f->step = STEP_TARGET;
	else
		refuse_byte(f, c, HTTP_REFUSED_BAD_TARGET);
}

static void on_target_start(struct http_filter *f, char c)
{
	if (c == '/')
		f->step = STEP_TARGET_SECOND;
	else
		refuse_byte(f, c, HTTP_REFUSED_BAD_TARGET);
}

/* "//host/path" would name another authority. */
static void on_target_second(struct http_filter *f, char c)
{
	if (c == '/')
		refuse(f, HTTP_REFUSED_BAD_TARGET);
	else
		on_target(f, c);
}

static void on_escape(struct http_filter *f, char c)
{
	if (hex_value(c) < 0 || !add_to_word(f, c)) {
		refuse_byte(f, c, HTTP_REFUSED_BAD_TARGET);
	} else if (f->word_len == 2) {
		if (strcmp(f->word, "00") == 0)
			refuse(f, HTTP_REFUSED_BAD_TARGET);
		f->step = STEP_TARGET;
	}
}

static void judge_version(struct http_filter *f)
{
	f->step = STEP_REQUEST_LF;
	if (strcmp(f->word, "HTTP/1.1") == 0)
		f->http10 = false;
	else if (strcmp(f->word, "HTTP/1.0") == 0)
		f->http10 = true;
	else if (strncmp(f->word, "HTTP/", 5) == 0)
		refuse(f, HTTP_REFUSED_UNKNOWN_VERSION);
	else
		refuse(f, HTTP_REFUSED_BAD_VERSION);
}

static void on_version(struct http_filter *f, char c)
{
	if (c == '\r' && f->word_len > 0)
		judge_version(f);
	else if (!has_class(c, TOKEN | TARGET))
		refuse_byte(f, c, HTTP_REFUSED_BAD_VERSION);
	else if (!add_to_word(f, c))
		judge_version(f);
}

static void on_line_feed(struct http_filter *f, char c)
{
	if (c == '\n')
		f->step = STEP_LINE;
	else
		refuse(f, HTTP_REFUSED_BARE_LINE_END);
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* A name too long for the word is none of those that matter. */
static void on_name(struct http_filter *f, char c)
{
	if (has_class(c, TOKEN)) {
		if (!add_to_word(f, lower(c)))
			f->word[0] = '\0';
	} else {
		refuse_byte(f, c, HTTP_REFUSED_BAD_FIELD_NAME);
	}
}

static enum field find_field(const char *name)
{
	for (enum field i = FIELD_HOST; i <= FIELD_EXPECT; i++) {
		if (strcmp(name, field_rules[i].name) == 0)
			return i;
	}
	return FIELD_OTHER;
}

static void begin_value(struct http_filter *f)
{
	enum field field = find_field(f->word);
	uint8_t bit = (uint8_t)(1U << field);

	if (field == FIELD_TRANSFER_ENCODING || (field != FIELD_OTHER && f->seen_fields & bit))
		refuse(f, field_rules[field].refusal);
	f->field = (uint8_t)field;
	f->seen_fields |= bit;
	f->gap = false;
	start_word(f, STEP_VALUE_START);
}

static void on_line(struct http_filter *f, char c)
{
	if (c == '\r') {
		f->step = STEP_END_LF;
	} else if (c == ' ' || c == '\t') {
		refuse(f, HTTP_REFUSED_FOLDED_FIELD);
	} else if (++f->fields > f->limits.max_fields) {
		refuse(f, HTTP_REFUSED_MANY_FIELDS);
	} else {
		start_word(f, STEP_NAME);
		on_name(f, c);
	}
}

static bool is_expect_byte(struct http_filter *f, char c)
{
	static const char wanted[] = "100-continue";

	return f->word_len < sizeof(wanted) - 1 && lower(c) == wanted[f->word_len++];
}

static bool is_host_byte(struct http_filter *f, char c)
{
	f->word_len = 1;
	return has_class(c, HOST);
}

/* A length beyond the limit stays beyond it, however many digits follow. */
static bool is_length_byte(struct http_filter *f, char c)
{
	f->word_len = 1;
	if (!num_is_digit(c))
		return false;
	if (f->body_left <= f->limits.max_body_bytes)
		f->body_left = f->body_left * 10 + (uint64_t)(c - '0');
	return true;
}

/* One visible byte of a value. Those that matter hold no space. */
static bool is_value_byte(struct http_filter *f, char c)
{
	switch ((enum field)f->field) {
	case FIELD_HOST:
		return !f->gap && is_host_byte(f, c);
	case FIELD_CONTENT_LENGTH:
		return !f->gap && is_length_byte(f, c);
	case FIELD_EXPECT:
		return !f->gap && is_expect_byte(f, c);
	case FIELD_OTHER:
	case FIELD_TRANSFER_ENCODING:
		break;
	}
	return true;
}

static void end_value(struct http_filter *f)
{
	f->step = STEP_FIELD_LF;
	if (f->word_len < field_rules[f->field].min_len)
		refuse(f, field_rules[f->field].refusal);
}

static void on_value(struct http_filter *f, char c)
{
	if (c == '\r')
		end_value(f);
	else if (!has_class(c, TEXT))
		refuse_byte(f, c, HTTP_REFUSED_CONTROL_BYTE);
	else if (c == ' ' || c == '\t')
		f->gap = true;
	else if (!is_value_byte(f, c))
		refuse(f, field_rules[f->field].refusal);
}

/* evhttp skips spaces here but no tab, though both are white space: it would read another value. */
static void on_value_start(struct http_filter *f, char c)
{
	if (c == '\t') {
		refuse(f, HTTP_REFUSED_BAD_FIELD_VALUE);
	} else if (c != ' ') {
		f->step = STEP_VALUE;
		on_value(f, c);
	}
}

static bool takes_body(enum http_method method)
{
	return method != HTTP_GET && method != HTTP_HEAD;
}

static void end_head(struct http_filter *f)
{
	if (!f->http10 && !(f->seen_fields & 1U << FIELD_HOST))
		refuse(f, HTTP_REFUSED_BAD_HOST);
	else if (f->body_left > 0 && !takes_body(f->method))
		refuse(f, HTTP_REFUSED_UNEXPECTED_BODY);
	else if (f->body_left > f->limits.max_body_bytes)
		refuse(f, HTTP_REFUSED_LARGE_BODY);
	else
		f->state = f->body_left > 0 ? HTTP_FILTER_BODY : HTTP_FILTER_DONE;
}

static void on_head_byte(struct http_filter *f, char c)
{
	switch ((enum step)f->step) {
	case STEP_METHOD:
		on_method(f, c);
		break;
	case STEP_TARGET_START:
		on_target_start(f, c);
		break;
	case STEP_TARGET_SECOND:
		on_target_second(f, c);
		break;
	case STEP_TARGET:
		on_target(f, c);
		break;
	case STEP_ESCAPE:
		on_escape(f, c);
		break;
	case STEP_VERSION:
		on_version(f, c);
		break;
	case STEP_REQUEST_LF:
	case STEP_FIELD_LF:
		on_line_feed(f, c);
		break;
	case STEP_LINE:
		on_line(f, c);
		break;
	case STEP_NAME:
		if (c == ':')
			begin_value(f);
		else
			on_name(f, c);
		break;
	case STEP_VALUE_START:
		on_value_start(f, c);
		break;
	case STEP_VALUE:
		on_value(f, c);
		break;
	case STEP_END_LF:
		if (c == '\n')
			end_head(f);
		else
			refuse(f, HTTP_REFUSED_BARE_LINE_END);
		break;
	}
}

static void refuse_long_head(struct http_filter *f)
{
	if (f->step < STEP_VERSION)
		refuse(f, HTTP_REFUSED_LONG_TARGET);
	else
		refuse(f, HTTP_REFUSED_LARGE_HEAD);
}

static void on_byte(struct http_filter *f, char c)
{
	if (++f->head_bytes > f->limits.max_head_bytes)
		refuse_long_head(f);
	else
		on_head_byte(f, c);
}

void http_filter_init(struct http_filter *filter, const struct http_filter_limits *limits)
{
	MUST(limits->max_body_bytes < UINT64_MAX / 10 - 1);
	filter->limits = *limits;
	http_filter_next(filter);
}

void http_filter_next(struct http_filter *filter)
{
	const struct http_filter_limits limits = filter->limits;

	*filter = (struct http_filter){.limits = limits, .refusal = HTTP_REFUSAL_COUNT};
}

static size_t skip_body(struct http_filter *f, size_t len)
{
	size_t taken = len < f->body_left ? len : (size_t)f->body_left;

	f->body_left -= taken;
	if (f->body_left == 0)
		f->state = HTTP_FILTER_DONE;
	return taken;
}

/* Most of a head is values that mean nothing here: tokens, languages, agents. They only have to be
 * text, and are passed over in one go. */
static size_t skip_text(struct http_filter *f, const char *bytes, size_t len)
{
	size_t room = f->limits.max_head_bytes - f->head_bytes;
	size_t n = 0;

	if (f->step != STEP_VALUE || f->field != FIELD_OTHER)
		return 0;
	while (n < len && n < room && has_class(bytes[n], TEXT))
		n++;
	f->head_bytes += n;
	return n;
}

size_t http_filter_feed(struct http_filter *filter, const char *bytes, size_t len)
{
	size_t i = 0;

	while (i < len && filter->state == HTTP_FILTER_HEAD) {
		i += skip_text(filter, bytes + i, len - i);
		if (i < len)
			on_byte(filter, bytes[i++]);
	}
	if (filter->state == HTTP_FILTER_BODY)
		i += skip_body(filter, len - i);
	return i;
}
