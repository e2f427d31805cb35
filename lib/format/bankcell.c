/* Amounts and days as banks write them in tables. */
#include <string.h>

#include "lib/base/date.h"
#include "lib/base/num.h"
#include "lib/format/bankfile_reader.h"

#define CENTURY 2000 /* of a year of two digits */

/* Of a point: it is no thousands' where one or two digits end the amount. */
static bool is_decimal_point(const char *point)
{
	size_t digits = strspn(point + 1, NUM_DIGITS);

	return (digits == 1 || digits == 2) && point[1 + digits] == '\0';
}

bool bankcell_amount(struct arena *arena, const char *text, int64_t *ore_out, bool *is_out_out)
{
	char *bare = arena_alloc(arena, strlen(text) + 1);
	char *to = bare;

	*is_out_out = false;
	for (const char *c = text; *c != '\0'; c++) {
		if (*c == ' ')
			continue;
		if (strncmp(c, "\u00a0", 2) == 0) {
			c++;
		} else if (strncmp(c, "\u202f", 3) == 0) {
			c += 2;
		} else if (to == bare && (*c == '-' || strncmp(c, "\u2212", 3) == 0)) {
			c += *c == '-' ? 0 : 2;
			*is_out_out = true;
		} else if (*c == '.' && to != bare && is_decimal_point(c)) {
			*to++ = ',';
		} else if (*c != '.' || to == bare || strspn(c + 1, NUM_DIGITS) != 3) {
			*to++ = *c;
		}
	}
	return bankfile_amount(bare, ',', ore_out);
}

/* So many digits, and what ends them: `end`, which is passed unless it ends the text. */
static bool read_number(const char **at, size_t digits, char end, int *out)
{
	if (strspn(*at, NUM_DIGITS) != digits || (*at)[digits] != end)
		return false;
	for (*out = 0; digits > 0; digits--)
		*out = 10 * *out + (*(*at)++ - '0');
	*at += end != '\0';
	return true;
}

bool bankcell_day(const char *text, int32_t *days_out)
{
	char mark = text[strspn(text, NUM_DIGITS)];
	int year, month, day;

	if (mark == '-' || mark == '/')
		return read_number(&text, 4, mark, &year) && read_number(&text, 2, mark, &month) &&
		       read_number(&text, 2, '\0', &day) &&
		       date_from_ymd(year, month, day, days_out);
	if (!read_number(&text, 2, '.', &day) || !read_number(&text, 2, '.', &month))
		return false;
	if (read_number(&text, 2, '\0', &year))
		return date_from_ymd(CENTURY + year, month, day, days_out);
	return read_number(&text, 4, '\0', &year) && date_from_ymd(year, month, day, days_out);
}
