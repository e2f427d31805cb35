#include "api/deadlines/deadlines.h"

#include <stddef.h>

#include "lib/base/date.h"

static const struct {
	int month;
	int day;
} fixed[] = {{1, 1}, {5, 1}, {5, 17}, {12, 25}, {12, 26}};
static const int from_easter[] = {-3, -2, 0, 1, 39, 49, 50};

bool deadline_is_holiday(int32_t day)
{
	struct date_ymd ymd = date_to_ymd(day);
	int32_t easter = date_easter_sunday(ymd.year);

	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
		if (ymd.month == fixed[i].month && ymd.day == fixed[i].day)
			return true;
	for (size_t i = 0; i < sizeof(from_easter) / sizeof(from_easter[0]); i++)
		if (day == easter + from_easter[i])
			return true;
	return false;
}

int32_t deadline_working_day(int32_t day)
{
	while (date_weekday(day) >= DATE_SATURDAY || deadline_is_holiday(day))
		day++;
	return day;
}

int32_t deadline_after(int32_t from, int64_t days)
{
	if (days > DATE_MAX - from)
		return DATE_MAX;
	return deadline_working_day(from + (int32_t)days);
}

int32_t deadline_working_days(int32_t from, int64_t days)
{
	int32_t day = from;

	for (int64_t i = 0; i < days && day < DATE_MAX; i++)
		day = deadline_working_day(day + 1);
	return day;
}
