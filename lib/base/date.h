/*
 * Civil dates: days since 1970-01-01 in the proleptic Gregorian calendar, without clock or zone.
 *
 * The calendar runs from DATE_MIN to DATE_MAX, years 0001 to 9999, which is what ISO 8601 can write
 * in ten characters. Functions that take days expect them in this range; sums that would leave it
 * stop at its end.
 */
#ifndef TRINN_BASE_DATE_H
#define TRINN_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/attr.h"

struct arena;

#define DATE_MIN (-719162)
#define DATE_MAX 2932896

#define DATE_TEXT_SIZE 11 /* bytes of a written date with its NUL */

enum date_weekday {
	DATE_MONDAY = 1, /* numbered as in ISO 8601 */
	DATE_TUESDAY,
	DATE_WEDNESDAY,
	DATE_THURSDAY,
	DATE_FRIDAY,
	DATE_SATURDAY,
	DATE_SUNDAY,
};

struct date_ymd {
	int year;
	int month; /* 1 to 12 */
	int day;   /* 1 to 31 */
};

/* False if there is no such day. */
bool date_from_ymd(int year, int month, int day, int32_t *days_out) MUST_USE;

struct date_ymd date_to_ymd(int32_t days);

enum date_weekday date_weekday(int32_t days);

/* The same day of the month `months` later (or earlier, if negative); the month's last day if it
 * has none such: 31 January + 1 is 28 or 29 February. */
int32_t date_add_months(int32_t days, int32_t months);

/* Easter Sunday of the western churches, from which the movable holidays of Norwegian law count
 * (lov 1995-02-24 nr. 12 § 2). `year` is 1583 to 9999. */
int32_t date_easter_sunday(int year);

/* "2026-11-21", ISO 8601. */
void date_format_iso(int32_t days, char out[DATE_TEXT_SIZE]);

/* The same in the arena. */
const char *date_text(struct arena *arena, int32_t days) __attribute__((returns_nonnull));

/* "21.11.2026", as written in Norway. */
void date_format_norwegian(int32_t days, char out[DATE_TEXT_SIZE]);

#endif
