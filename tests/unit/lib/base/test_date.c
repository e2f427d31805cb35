#include "lib/base/date.h"

#include "lib/base/arena.h"
#include "lib/base/num.h"
#include "tests/unit/run.h"

static int32_t day(const char *iso)
{
	int32_t days = 0;

	ck_assert_msg(num_date(iso, &days), "%s", iso);
	return days;
}

/* Walks the whole calendar, so that every day is compared with the one before it. */
START_TEST(each_day_of_the_calendar_follows_the_last_and_comes_back)
{
	struct date_ymd last = date_to_ymd(DATE_MIN);

	ck_assert_int_eq(last.year, 1);
	ck_assert_int_eq(last.month, 1);
	ck_assert_int_eq(last.day, 1);
	for (int32_t days = DATE_MIN + 1; days <= DATE_MAX; days++) {
		struct date_ymd date = date_to_ymd(days);
		bool next_day = date.day == last.day + 1 && date.month == last.month &&
				date.year == last.year;
		bool next_month = date.day == 1 && date.month == last.month + 1 &&
				  date.year == last.year && last.day >= 28;
		bool next_year = date.day == 1 && date.month == 1 && last.month == 12 &&
				 last.day == 31 && date.year == last.year + 1;
		int32_t back;

		if (!next_day && !next_month && !next_year)
			ck_abort_msg("%d", days);
		if (!date_from_ymd(date.year, date.month, date.day, &back) || back != days)
			ck_abort_msg("%d", days);
		last = date;
	}
	ck_assert_int_eq(last.year, 9999);
	ck_assert_int_eq(last.month, 12);
	ck_assert_int_eq(last.day, 31);
}
END_TEST

START_TEST(known_days_have_their_numbers)
{
	ck_assert_int_eq(day("1970-01-01"), 0);
	ck_assert_int_eq(day("1969-12-31"), -1);
	ck_assert_int_eq(day("2000-03-01"), 11017);
	ck_assert_int_eq(day("2026-11-21"), 20778);
}
END_TEST

START_TEST(days_that_do_not_exist_are_refused)
{
	int32_t days;

	ck_assert(date_from_ymd(2000, 2, 29, &days));
	ck_assert(!date_from_ymd(1900, 2, 29, &days));
	ck_assert(!date_from_ymd(2026, 2, 29, &days));
	ck_assert(!date_from_ymd(2026, 4, 31, &days));
	ck_assert(!date_from_ymd(2026, 0, 1, &days));
	ck_assert(!date_from_ymd(2026, 13, 1, &days));
	ck_assert(!date_from_ymd(2026, 1, 0, &days));
	ck_assert(!date_from_ymd(2026, 1, -1, &days));
	ck_assert(!date_from_ymd(0, 12, 31, &days));
	ck_assert(!date_from_ymd(10000, 1, 1, &days));
}
END_TEST

START_TEST(weekdays_are_those_of_the_calendar)
{
	ck_assert_int_eq(date_weekday(day("1970-01-01")), DATE_THURSDAY);
	ck_assert_int_eq(date_weekday(day("2026-11-21")), DATE_SATURDAY);
	ck_assert_int_eq(date_weekday(day("2026-11-22")), DATE_SUNDAY);
	ck_assert_int_eq(date_weekday(day("1814-05-17")), DATE_TUESDAY);
	ck_assert_int_eq(date_weekday(DATE_MIN), DATE_MONDAY);
	ck_assert_int_eq(date_weekday(DATE_MAX), DATE_FRIDAY);
}
END_TEST

START_TEST(months_are_added_up_to_the_last_day_of_a_shorter_month)
{
	ck_assert_int_eq(date_add_months(day("2026-01-31"), 1), day("2026-02-28"));
	ck_assert_int_eq(date_add_months(day("2024-01-31"), 1), day("2024-02-29"));
	ck_assert_int_eq(date_add_months(day("2024-02-29"), 12), day("2025-02-28"));
	ck_assert_int_eq(date_add_months(day("2024-02-29"), 48), day("2028-02-29"));
	ck_assert_int_eq(date_add_months(day("2026-11-21"), 2), day("2027-01-21"));
	ck_assert_int_eq(date_add_months(day("2026-11-21"), 36), day("2029-11-21"));
	ck_assert_int_eq(date_add_months(day("2026-03-31"), -1), day("2026-02-28"));
	ck_assert_int_eq(date_add_months(day("2026-01-15"), -1), day("2025-12-15"));
	ck_assert_int_eq(date_add_months(day("2026-01-15"), -25), day("2023-12-15"));
	ck_assert_int_eq(date_add_months(day("2026-01-15"), 0), day("2026-01-15"));
}
END_TEST

START_TEST(sums_stop_at_the_ends_of_the_calendar)
{
	ck_assert_int_eq(date_add_months(day("9999-12-01"), 1), DATE_MAX);
	ck_assert_int_eq(date_add_months(day("2026-01-01"), INT32_MAX), DATE_MAX);
	ck_assert_int_eq(date_add_months(day("0001-01-31"), -1), DATE_MIN);
	ck_assert_int_eq(date_add_months(day("2026-01-01"), INT32_MIN), DATE_MIN);
	ck_assert_int_eq(date_add_months(day("0001-02-15"), -1), day("0001-01-15"));
	ck_assert_int_eq(date_add_months(day("9999-11-30"), 1), day("9999-12-30"));
}
END_TEST

START_TEST(a_day_outside_the_calendar_is_a_bug)
{
	date_to_ymd(DATE_MAX + 1);
}
END_TEST

START_TEST(easter_falls_as_published)
{
	static const char *const sundays[] = {
		"1818-03-22", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23",
		"2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
		"2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28", "2285-03-22",
	};

	for (size_t i = 0; i < sizeof(sundays) / sizeof(sundays[0]); i++) {
		int32_t days = day(sundays[i]);

		ck_assert_int_eq(date_easter_sunday(date_to_ymd(days).year), days);
	}
}
END_TEST

START_TEST(easter_is_always_a_sunday_from_22_march_to_25_april)
{
	for (int year = 1583; year <= 9999; year++) {
		int32_t days = date_easter_sunday(year);
		struct date_ymd date = date_to_ymd(days);

		ck_assert_int_eq(date_weekday(days), DATE_SUNDAY);
		ck_assert_int_eq(date.year, year);
		ck_assert_int_ge(date.month * 100 + date.day, 322);
		ck_assert_int_le(date.month * 100 + date.day, 425);
	}
}
END_TEST

START_TEST(dates_are_written_in_both_forms_and_read_back)
{
	struct arena *arena = arena_new(1 << 12);
	char text[DATE_TEXT_SIZE];

	ck_assert_str_eq(date_text(arena, day("2026-11-01")), "2026-11-01");
	arena_free(&arena);
	date_format_norwegian(day("2026-11-01"), text);
	ck_assert_str_eq(text, "01.11.2026");
	date_format_norwegian(day("0087-01-31"), text);
	ck_assert_str_eq(text, "31.01.0087");
	for (int32_t days = DATE_MIN; days <= DATE_MAX; days += 97) {
		date_format_iso(days, text);
		ck_assert_int_eq(day(text), days);
	}
}
END_TEST

RUN_TESTS(TEST(each_day_of_the_calendar_follows_the_last_and_comes_back),
	  TEST(known_days_have_their_numbers), TEST(days_that_do_not_exist_are_refused),
	  TEST(weekdays_are_those_of_the_calendar),
	  TEST(months_are_added_up_to_the_last_day_of_a_shorter_month),
	  TEST(sums_stop_at_the_ends_of_the_calendar), ABORTS(a_day_outside_the_calendar_is_a_bug),
	  TEST(easter_falls_as_published),
	  TEST(easter_is_always_a_sunday_from_22_march_to_25_april),
	  TEST(dates_are_written_in_both_forms_and_read_back))
