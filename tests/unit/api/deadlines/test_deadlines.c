#include "api/deadlines/deadlines.h"

#include "lib/base/date.h"
#include "lib/base/num.h"
#include "tests/unit/run.h"

enum {
	FIRST_YEAR = 2020,
	LAST_YEAR = 2050,
	LONGEST_REST = 5, /* Maundy Thursday to Easter Monday */
};

static int32_t day_of(const char *text)
{
	int32_t day;

	ck_assert_msg(num_date(text, &day), "%s", text);
	return day;
}

static int32_t day_in(int year, int month, int day_of_month)
{
	int32_t day;

	ck_assert(date_from_ymd(year, month, day_of_month, &day));
	return day;
}

static void assert_day(int32_t day, const char *wanted)
{
	char text[DATE_TEXT_SIZE];

	date_format_iso(day, text);
	ck_assert_str_eq(text, wanted);
}

START_TEST(an_appeal_is_due_three_weeks_after_notice_on_a_working_day)
{
	static const struct {
		const char *notice;
		const char *due;
	} appeals[] = {
		{"2026-11-02", "2026-11-23"}, {"2026-11-20", "2026-12-11"},
		{"2026-12-04", "2026-12-28"}, /* 25 December, Boxing Day, a Sunday */
		{"2026-12-11", "2027-01-04"}, /* New Year's Day, a weekend */
		{"2026-03-14", "2026-04-07"}, /* Easter */
		{"2026-04-10", "2026-05-04"}, /* 1 May, a weekend */
		{"2026-04-26", "2026-05-18"}, /* 17 May, a Sunday */
		{"2026-04-23", "2026-05-15"}, /* Ascension Day */
		{"2026-05-04", "2026-05-26"}, /* Whit Monday */
		{"2026-12-03", "2026-12-24"}, /* which is a working day */
		{"2026-12-10", "2026-12-31"}, {"2028-02-08", "2028-02-29"},
		{"2027-02-08", "2027-03-01"},
	};

	for (size_t i = 0; i < sizeof(appeals) / sizeof(appeals[0]); i++)
		assert_day(deadline_after(day_of(appeals[i].notice), 21), appeals[i].due);
}
END_TEST

START_TEST(the_holidays_of_2026_are_those_of_the_almanac)
{
	static const char *const holidays[] = {
		"2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01",
		"2026-05-14", "2026-05-17", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26",
	};
	size_t n = 0;

	for (int32_t day = day_of("2026-01-01"); day <= day_of("2026-12-31"); day++)
		n += deadline_is_holiday(day);
	ck_assert_uint_eq(n, sizeof(holidays) / sizeof(holidays[0]));
	for (size_t i = 0; i < n; i++)
		ck_assert_msg(deadline_is_holiday(day_of(holidays[i])), "%s", holidays[i]);
}
END_TEST

/* Easter Sunday by Knuth's reckoning (The Art of Computer Programming, 1.3.2, exercise 14), which
 * goes by golden number and epact. */
static int32_t easter_of(int year)
{
	int golden = year % 19 + 1;
	int century = year / 100 + 1;
	int dropped = 3 * century / 4 - 12;
	int synchronised = (8 * century + 5) / 25 - 5;
	int sunday = 5 * year / 4 - dropped - 10;
	int epact = (11 * golden + 20 + synchronised - dropped) % 30;
	int full_moon;

	if ((epact == 25 && golden > 11) || epact == 24)
		epact++;
	full_moon = 44 - epact;
	if (full_moon < 21)
		full_moon += 30;
	return day_in(year, 3, 1) + full_moon + 7 - (sunday + full_moon) % 7 - 1;
}

START_TEST(the_movable_holidays_follow_easter_in_every_year)
{
	static const int from_easter[] = {-3, -2, 0, 1, 39, 49, 50};

	for (int year = 1900; year <= 2200; year++)
		for (size_t i = 0; i < sizeof(from_easter) / sizeof(from_easter[0]); i++)
			ck_assert_msg(deadline_is_holiday(easter_of(year) + from_easter[i]),
				      "%d: %d", year, from_easter[i]);
}
END_TEST

/* Those of the law that fall on days of their own: Ascension Day may be 1 or 17 May. */
START_TEST(no_year_has_other_holidays)
{
	static const struct {
		int month, day;
	} fixed[] = {{1, 1}, {5, 1}, {5, 17}, {12, 25}, {12, 26}};

	for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
		int32_t easter = easter_of(year);
		size_t n = 7, counted = 0;

		for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++) {
			int32_t after = day_in(year, fixed[i].month, fixed[i].day) - easter;

			n += after != 39 && after != 49 && after != 50;
		}
		for (int32_t day = day_in(year, 1, 1); day <= day_in(year, 12, 31); day++)
			counted += deadline_is_holiday(day);
		ck_assert_msg(counted == n, "%d: %zu", year, counted);
	}
}
END_TEST

static bool is_working_day(int32_t day)
{
	return date_weekday(day) < DATE_SATURDAY && !deadline_is_holiday(day);
}

static bool is_first_working_day(int32_t due, int32_t day)
{
	if (due < day || due > day + LONGEST_REST || !is_working_day(due))
		return false;
	for (; day < due; day++)
		if (is_working_day(day))
			return false;
	return true;
}

START_TEST(a_deadline_moves_to_the_first_working_day_and_no_farther)
{
	for (int32_t day = day_in(FIRST_YEAR, 1, 1); day <= day_in(LAST_YEAR, 12, 31); day++)
		if (!is_first_working_day(deadline_working_day(day), day))
			ck_abort_msg("%d", day);
}
END_TEST

START_TEST(a_later_notice_never_has_an_earlier_deadline)
{
	int32_t before = DATE_MIN;

	for (int32_t day = day_in(FIRST_YEAR, 1, 1); day <= day_in(LAST_YEAR, 12, 1); day++) {
		int32_t due = deadline_after(day, 21);

		if (due < before)
			ck_abort_msg("%d", day);
		before = due;
	}
}
END_TEST

START_TEST(a_period_beyond_the_calendar_ends_with_it)
{
	assert_day(deadline_after(day_of("2026-11-21"), DATE_MAX), "9999-12-31");
	assert_day(deadline_after(day_of("2026-11-21"), INT64_C(1000000000000)), "9999-12-31");
	assert_day(deadline_after(day_of("9999-12-01"), 30), "9999-12-31");
}
END_TEST

START_TEST(working_days_are_counted_over_weekends_and_holidays)
{
	assert_day(deadline_working_days(day_of("2026-11-23"), 3), "2026-11-26");
	assert_day(deadline_working_days(day_of("2026-11-20"), 3), "2026-11-25");
	assert_day(deadline_working_days(day_of("2026-11-21"), 1), "2026-11-23");
	assert_day(deadline_working_days(day_of("2026-04-01"), 3), "2026-04-09");
	assert_day(deadline_working_days(day_of("9999-12-30"), 5), "9999-12-31");
}
END_TEST

/* What an award of aid is to be in the register by. */
START_TEST(sa_8_an_award_is_due_in_the_register_in_twenty_working_days)
{
	static const struct {
		const char *granted;
		const char *due;
	} awards[] = {
		{"2026-01-02", "2026-01-30"}, {"2026-03-20", "2026-04-22"}, /* Easter */
		{"2026-04-30", "2026-06-02"}, /* 1 May, Ascension Day, Whit Monday */
		{"2026-11-20", "2026-12-18"}, {"2026-12-10", "2027-01-11"}, /* Christmas */
	};

	for (size_t i = 0; i < sizeof(awards) / sizeof(awards[0]); i++)
		assert_day(deadline_working_days(day_of(awards[i].granted), 20), awards[i].due);
}
END_TEST

RUN_TESTS(TEST(an_appeal_is_due_three_weeks_after_notice_on_a_working_day),
	  TEST(the_holidays_of_2026_are_those_of_the_almanac),
	  TEST(the_movable_holidays_follow_easter_in_every_year), TEST(no_year_has_other_holidays),
	  TEST(a_deadline_moves_to_the_first_working_day_and_no_farther),
	  TEST(a_later_notice_never_has_an_earlier_deadline),
	  TEST(a_period_beyond_the_calendar_ends_with_it),
	  TEST(working_days_are_counted_over_weekends_and_holidays),
	  TEST(sa_8_an_award_is_due_in_the_register_in_twenty_working_days))
