/* Every digit that begins a run is tried as the beginning of a number. */
#include "lib/format/fnr.h"

#include <stdbool.h>
#include <string.h>

#include "lib/base/num.h"
#include "lib/format/digits.h"

#define LEN 11
#define DATE_LEN 6

static const char *const blanks[] = {" ", "\u00a0", "\u2007", "\u2009", "\u202f"};
static const char *const breaks[] = {"\t", "\n", "\r\n"};
static const char *const marks[] = {".",      "-",	"/",	  "\u2010", "\u2011",
				    "\u2012", "\u2013", "\u2014", "\u2212"};

/* Bytes of that of `some` which `text` begins with, 0 if there is none. */
static size_t begins_with(const char *text, const char *const *some, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strncmp(text, some[i], strlen(some[i])) == 0)
			return strlen(some[i]);
	return 0;
}

static size_t blank_len(const char *text, bool may_break)
{
	size_t len = begins_with(text, blanks, sizeof(blanks) / sizeof(blanks[0]));

	if (len == 0 && may_break)
		len = begins_with(text, breaks, sizeof(breaks) / sizeof(breaks[0]));
	return len;
}

/* Bytes of what may divide a number after its `n`th digit: a blank, or a mark between blanks. */
static size_t divider_len(const char *text, size_t n)
{
	size_t blank;
	size_t mark;

	if (n != 2 && n != 4 && n != DATE_LEN)
		return 0;
	blank = blank_len(text, n == DATE_LEN);
	mark = begins_with(text + blank, marks, sizeof(marks) / sizeof(marks[0]));
	if (mark == 0)
		return blank;
	return blank + mark + blank_len(text + blank + mark, n == DATE_LEN);
}

/* Gathers eleven digits; returns the bytes they take, 0 if they are not there. */
static size_t gather(const char *text, char digits[LEN])
{
	const char *at = text;

	for (size_t n = 0; n < LEN; n++) {
		if (n > 0)
			at += divider_len(at, n);
		if (!num_is_digit(*at))
			return 0;
		digits[n] = *at++;
	}
	return num_is_digit(*at) ? 0 : (size_t)(at - text);
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

	for (const char *at = text; *at != '\0'; at++) {
		size_t len = at == text || !num_is_digit(at[-1]) ? gather(at, digits) : 0;

		if (len > 0 && is_fnr(digits)) {
			*len_out = len;
			return at;
		}
	}
	return NULL;
}
