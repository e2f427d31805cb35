/* Formats, each read by its own grammar. */
#include "lib/json/schema_format.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/format/fnr.h"

#define HEX_DIGITS NUM_DIGITS "abcdefABCDEF"

#define EMAIL_LOCAL_MAX 64  /* RFC 5321 section 4.5.3.1.1 */
#define EMAIL_MAX 254       /* a path of 256 with its brackets, section 4.5.3.1.3 */
#define HOST_LABEL_MAX 63   /* RFC 1035 section 2.3.4 */
#define HOST_MAX 253

static bool is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static bool is_date(const char *text)
{
	int32_t days;

	return num_date(text, &days);
}

/* Reads two digits of at most `max` at *text and moves behind them. */
static bool read_two(const char **text, int max, int *value_out)
{
	const char *p = *text;

	if (!num_is_digit(p[0]) || !num_is_digit(p[1]))
		return false;
	*value_out = (p[0] - '0') * 10 + (p[1] - '0');
	*text = p + 2;
	return *value_out <= max;
}

/* "Z", or "+01:00": minutes east of Greenwich. */
static bool read_offset(const char **text, int *minutes_out)
{
	char sign = *(*text)++;
	int hours, minutes;

	*minutes_out = 0;
	if (sign == 'Z' || sign == 'z')
		return true;
	if (sign != '+' && sign != '-')
		return false;
	if (!read_two(text, 23, &hours) || *(*text)++ != ':' || !read_two(text, 59, &minutes))
		return false;
	*minutes_out = hours * 60 + minutes;
	if (sign == '-')
		*minutes_out = -*minutes_out;
	return true;
}

/* Leap seconds are the last of a day, in UTC. */
static bool is_time(const char *text)
{
	const int day = 24 * 60;
	int hours, minutes, seconds, offset;

	if (!read_two(&text, 23, &hours) || *text++ != ':')
		return false;
	if (!read_two(&text, 59, &minutes) || *text++ != ':' || !read_two(&text, 60, &seconds))
		return false;
	if (*text == '.') {
		size_t digits = strspn(++text, NUM_DIGITS);

		if (digits == 0)
			return false;
		text += digits;
	}
	if (*text == '\0' || !read_offset(&text, &offset) || *text != '\0')
		return false;
	return seconds < 60 || (hours * 60 + minutes - offset + day) % day == day - 1;
}

static bool is_date_time(const char *text)
{
	char date[sizeof("2026-01-31")];

	if (strlen(text) < sizeof(date))
		return false;
	memcpy(date, text, sizeof(date) - 1);
	date[sizeof(date) - 1] = '\0';
	text += sizeof(date) - 1;
	return is_date(date) && (*text == 'T' || *text == 't') && is_time(text + 1);
}

/* Labels of letters, digits and inner hyphens between dots. */
static bool is_host_name(const char *text)
{
	if (strlen(text) > HOST_MAX)
		return false;
	for (;;) {
		size_t len = strspn(text, TEXT_LETTERS NUM_DIGITS "-");

		if (len == 0 || len > HOST_LABEL_MAX || text[0] == '-' || text[len - 1] == '-')
			return false;
		text += len;
		if (*text == '\0')
			return true;
		if (*text++ != '.')
			return false;
	}
}

static bool is_email(const char *text)
{
	const char *at = strchr(text, '@');
	const char *p = text;

	if (at == NULL || at - text > EMAIL_LOCAL_MAX || strlen(text) > EMAIL_MAX)
		return false;
	for (;;) {
		size_t len = strspn(p, TEXT_LETTERS NUM_DIGITS "!#$%&'*+-/=?^_`{|}~");

		if (len == 0)
			return false;
		p += len;
		if (p == at)
			return is_host_name(at + 1);
		if (*p++ != '.')
			return false;
	}
}

static bool is_uuid(const char *text)
{
	static const char model[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

	if (strlen(text) != sizeof(model) - 1)
		return false;
	for (size_t i = 0; i < sizeof(model) - 1; i++)
		if (model[i] == 'x' ? !is_one_of(text[i], HEX_DIGITS) : text[i] != '-')
			return false;
	return true;
}

#define URI_UNRESERVED TEXT_LETTERS NUM_DIGITS "-._~"
#define URI_SUB_DELIMS "!$&'()*+,;="
#define URI_PCHAR URI_UNRESERVED URI_SUB_DELIMS ":@"

/* The length of the run at `text` of characters of `set` and of percent-encoded bytes. */
static size_t uri_span(const char *text, const char *set)
{
	size_t len = 0;

	for (;;) {
		len += strspn(text + len, set);
		if (text[len] != '%' || !is_one_of(text[len + 1], HEX_DIGITS) ||
		    !is_one_of(text[len + 2], HEX_DIGITS))
			return len;
		len += 3;
	}
}

/* An address in brackets, or a registered name. */
static size_t uri_host_span(const char *text)
{
	size_t len;

	if (*text != '[')
		return uri_span(text, URI_UNRESERVED URI_SUB_DELIMS);
	len = 1 + strspn(text + 1, URI_UNRESERVED URI_SUB_DELIMS ":");
	return text[len] == ']' ? len + 1 : 0;
}

/* [ userinfo "@" ] host [ ":" port ], after "//". */
static size_t uri_authority_span(const char *text)
{
	size_t len = uri_span(text, URI_UNRESERVED URI_SUB_DELIMS ":");

	len = text[len] == '@' ? len + 1 : 0;
	len += uri_host_span(text + len);
	if (text[len] == ':')
		len += 1 + strspn(text + len + 1, NUM_DIGITS);
	return len;
}

static bool is_uri(const char *text)
{
	if (!is_one_of(*text, TEXT_LETTERS))
		return false;
	text += strspn(text, TEXT_LETTERS NUM_DIGITS "+-.");
	if (*text++ != ':')
		return false;
	if (strncmp(text, "//", 2) == 0) {
		text += 2;
		text += uri_authority_span(text);
		if (!is_one_of(*text, "/?#") && *text != '\0')
			return false;
	}
	text += uri_span(text, URI_PCHAR "/");
	if (*text == '?')
		text += 1 + uri_span(text + 1, URI_PCHAR "/?");
	if (*text == '#')
		text += 1 + uri_span(text + 1, URI_PCHAR "/?");
	return *text == '\0';
}

static bool is_free_text(const char *text)
{
	size_t len;

	return fnr_find(text, &len) == NULL;
}

schema_format_fn *schema_format_find(const char *name)
{
	static const struct {
		const char *name;
		schema_format_fn *check;
	} formats[] = {
		{"date", is_date},   {"date-time", is_date_time}, {"email", is_email},
		{"uuid", is_uuid},   {"uri", is_uri},             {"free-text", is_free_text},
	};

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(name, formats[i].name) == 0)
			return formats[i].check;
	return NULL;
}
