/*
 * Years are taken to begin on 1 March, so that the leap day is the last day of a year and the
 * lengths of months follow one formula; 400 years are one cycle of 146 097 days.
 */
#include "lib/base/date.h"

#include "lib/base/arena.h"
#include "lib/base/fail.h"

#define DAYS_PER_CYCLE 146097
#define DAYS_0000_03_01_TO_1970 719468

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days from 1 March to the first of the month `n` months later: 0, 31, 61, 92, ... */
static int days_before_month(int n)
{
	return (153 * n + 2) / 5;
}

bool date_from_ymd(int year, int month, int day, int32_t *days_out)
{
	int y, days;

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
	    day > days_in_month(year, month))
		return false;
	y = month > 2 ? year : year - 1;
	days = 365 * y + y / 4 - y / 100 + y / 400;
	*days_out = days + days_before_month((month + 9) % 12) + day - 1 - DAYS_0000_03_01_TO_1970;
	return true;
}

struct date_ymd date_to_ymd(int32_t days)
{
	int since, cycle, day, year, n;

	MUST(days >= DATE_MIN && days <= DATE_MAX);
	since = days + DAYS_0000_03_01_TO_1970;
	cycle = since / DAYS_PER_CYCLE;
	day = since % DAYS_PER_CYCLE;
	/* Takes the leap days of the cycle out of the count: one each 1 460 days, save the last of
	 * each 36 524, but for the last of the cycle. */
	year = (day - day / 1460 + day / 36524 - day / (DAYS_PER_CYCLE - 1)) / 365;
	day -= 365 * year + year / 4 - year / 100;
	n = (5 * day + 2) / 153;
	return (struct date_ymd){
		.year = cycle * 400 + year + (n >= 10),
		.month = (n + 2) % 12 + 1,
		.day = day - days_before_month(n) + 1,
	};
}

enum date_weekday date_weekday(int32_t days)
{
	MUST(days >= DATE_MIN && days <= DATE_MAX);
	/* DATE_MIN is a Monday. */
	return (enum date_weekday)((days - DATE_MIN) % 7 + 1);
}

int32_t date_add_months(int32_t days, int32_t months)
{
	struct date_ymd date = date_to_ymd(days);
	int64_t month = (int64_t)date.year * 12 + date.month - 1 + months;
	int year, last;
	int32_t sum;

	if (month < 12)
		return DATE_MIN;
	if (month >= 10000 * 12)
		return DATE_MAX;
	year = (int)(month / 12);
	date.month = (int)(month % 12) + 1;
	last = days_in_month(year, date.month);
	MUST(date_from_ymd(year, date.month, date.day < last ? date.day : last, &sum));
	return sum;
}

/* "A New York correspondent" in Nature, 20 April 1876; also in Meeus, Astronomical Algorithms. The
 * letters are those of the source. */
int32_t date_easter_sunday(int year)
{
	int a, b, c, d, e, g, h, i, k, l, m, n;
	int32_t days;

	MUST(year >= 1583 && year <= 9999);
	a = year % 19;
	b = year / 100;
	c = year % 100;
	d = b / 4;
	e = b % 4;
	g = (8 * b + 13) / 25;
	h = (19 * a + b - d - g + 15) % 30;
	i = c / 4;
	k = c % 4;
	l = (32 + 2 * e + 2 * i - h - k) % 7;
	m = (a + 11 * h + 22 * l) / 451;
	n = h + l - 7 * m + 114;
	MUST(date_from_ymd(year, n / 31, n % 31 + 1, &days));
	return days;
}

static void put_digits(char *out, int n, int value)
{
	for (int i = n - 1; i >= 0; i--) {
		out[i] = (char)('0' + value % 10);
		value /= 10;
	}
}

void date_format_iso(int32_t days, char out[DATE_TEXT_SIZE])
{
	struct date_ymd date = date_to_ymd(days);

	put_digits(out, 4, date.year);
	out[4] = '-';
	put_digits(out + 5, 2, date.month);
	out[7] = '-';
	put_digits(out + 8, 2, date.day);
	out[10] = '\0';
}

const char *date_text(struct arena *arena, int32_t days)
{
	char *text = arena_alloc(arena, DATE_TEXT_SIZE);

	date_format_iso(days, text);
	return text;
}

void date_format_norwegian(int32_t days, char out[DATE_TEXT_SIZE])
{
	struct date_ymd date = date_to_ymd(days);

	put_digits(out, 2, date.day);
	out[2] = '.';
	put_digits(out + 3, 2, date.month);
	out[5] = '.';
	put_digits(out + 6, 4, date.year);
	out[10] = '\0';
}
