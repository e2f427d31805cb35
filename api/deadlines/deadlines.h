/*
 * Deadlines of administrative law, in days of lib/base/date.h.
 *
 * Holidays are those of lov 1995-02-24 nr. 12 § 2 and lov 1947-04-26 nr. 1: 1 January, Maundy
 * Thursday, Good Friday, Easter Sunday and Monday, 1 May, 17 May, Ascension Day, Whit Sunday and
 * Monday, 25 and 26 December.
 */
#ifndef TRINN_API_DEADLINES_DEADLINES_H
#define TRINN_API_DEADLINES_DEADLINES_H

#include <stdbool.h>
#include <stdint.h>

bool deadline_is_holiday(int32_t day);

/* The day itself, or the next that is no Saturday, Sunday or holiday. */
int32_t deadline_working_day(int32_t day);

/* The end of a period of `days` that begins with notice on `from`, which is not counted; moved to a
 * working day (fvl. §§ 29 and 30). The calendar's last day if it would pass that; `days` is not
 * negative. */
int32_t deadline_after(int32_t from, int64_t days);

/* The last of so many working days after `from`; the calendar's last day if it would pass that. */
int32_t deadline_working_days(int32_t from, int64_t days);

#endif
