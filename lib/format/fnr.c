/* Every digit that begins a run is tried as the beginning of a number. */
#include "lib/format/fnr.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "lib/base/num.h"
#include "lib/format/digits.h"

#define LEN 11
#define DATE_LEN 6
#define TAG_BYTES_MAX 200

/* The last are of ISO 8859-1: no character of UTF-8 begins with them. */
static const char *const blanks[] = {" ",	   "\u00a0", "\u2002", "\u2003", "\u2004",
				     "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
				     "\u200a", "\u202f", "\u205f", "\u3000", "\xa0"};
static const char *const breaks[] = {"\t", "\n", "\r\n"};
static const char *const marks[] = {".",      "-",      "/",      "\u2010", "\u2011", "\u2012",
				    "\u2013", "\u2014", "\u2212", "\uff0d", "\uff0e", "\uff0f"};
static const char *const unseen[] = {"\u00ad", "\u200b", "\u200c", "\u200d", "\u200e",
				     "\u200f", "\u2060", "\ufeff", "\xad"};

/* Bytes of that of `some` which `text` begins with, 0 if there is none. */
static size_t begins_with(const char *text, const char *const *some, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strncmp(text, some[i], strlen(some[i])) == 0)
			return strlen(some[i]);
	return 0;
}

/* Bytes of the digit that `text` begins with, of usual or full width; 0 if it begins with none. */
static size_t digit_at(const char *text, char *digit_out)
{
	static const char full_width[] = "\xef\xbc";
	const char *last = text + sizeof(full_width) - 1;
	bool is_wide = strncmp(text, full_width, sizeof(full_width) - 1) == 0 &&
		       (unsigned char)*last >= 0x90 && (unsigned char)*last <= 0x99;

	if (!is_wide && !num_is_digit(*text))
		return 0;
	*digit_out = is_wide ? (char)('0' + (unsigned char)*last - 0x90) : *text;
	return is_wide ? sizeof(full_width) : 1;
}

/* Bytes of the tag of HTML or XML that `text` begins with. */
static size_t tag_len(const char *text)
{
	if (*text != '<' || !(isalpha((unsigned char)text[1]) || text[1] == '/'))
		return 0;
	for (size_t len = 2; len < TAG_BYTES_MAX && text[len] != '\0'; len++)
		if (text[len] == '>')
			return len + 1;
	return 0;
}

/* Bytes that divide nothing: a reader sees the digits side by side. */
static size_t unseen_len(const char *text)
{
	size_t len = 0;
	size_t more;

	while ((more = begins_with(text + len, unseen, sizeof(unseen) / sizeof(unseen[0]))) > 0 ||
	       (more = tag_len(text + len)) > 0)
		len += more;
	return len;
}

/* Two at most, of which one may break the line; more divide the columns of a table. */
static size_t blanks_len(const char *text, bool may_break)
{
	size_t len = 0;

	for (int n = 0; n < 2; n++) {
		size_t more = begins_with(text + len, blanks, sizeof(blanks) / sizeof(blanks[0]));

		if (more == 0 && may_break) {
			more = begins_with(text + len, breaks, sizeof(breaks) / sizeof(breaks[0]));
			may_break = false;
		}
		len += more;
		len += unseen_len(text + len);
	}
	return len;
}

/* Bytes of what may stand after the `n`th digit of a number: blanks, or a mark between blanks. */
static size_t divider_len(const char *text, size_t n)
{
	size_t len = unseen_len(text);
	size_t mark;

	if (n != 2 && n != 4 && n != DATE_LEN)
		return len;
	len += blanks_len(text + len, n == DATE_LEN);
	mark = begins_with(text + len, marks, sizeof(marks) / sizeof(marks[0]));
	len += mark;
	len += unseen_len(text + len);
	return mark == 0 ? len : len + blanks_len(text + len, n == DATE_LEN);
}

/* Gathers eleven digits; returns the bytes they take, 0 if they are not there. */
static size_t gather(const char *text, char digits[LEN])
{
	const char *at = text;
	char next;

	for (size_t n = 0; n < LEN; n++) {
		size_t len;

		if (n > 0)
			at += divider_len(at, n);
		len = digit_at(at, &digits[n]);
		if (len == 0)
			return 0;
		at += len;
	}
	return digit_at(at, &next) > 0 ? 0 : (size_t)(at - text);
}

/* D-numbers have 4 added to the first digit, H-numbers 4 to the third, Tenor's 8 to the third. */
static bool begins_with_date(const char *digits)
{
	int day = (digits[0] - '0') * 10 + digits[1] - '0';
	int month = (digits[2] - '0') * 10 + digits[3] - '0';

	day %= 40;
	month %= 40;
	return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

static bool is_fnr(const char *digits)
{
	return begins_with_date(digits) && digits_mod11(digits, "376189452") == digits[9] - '0' &&
	       digits_mod11(digits, "5432765432") == digits[10] - '0';
}

const char *fnr_find(const char *text, size_t *len_out)
{
	char digits[LEN];
	bool goes_on = false;
	char digit;

	for (const char *at = text; *at != '\0';) {
		size_t len = digit_at(at, &digit);
		size_t found = len > 0 && !goes_on ? gather(at, digits) : 0;

		if (found > 0 && is_fnr(digits)) {
			*len_out = found;
			return at;
		}
		goes_on = len > 0;
		at += len > 0 ? len : 1;
	}
	return NULL;
}
