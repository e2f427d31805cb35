#include "lib/format/calendar.h"

#include <check.h>
#include <string.h>

#include "lib/base/buf.h"
#include "tests/unit/run.h"

static struct buf out;

static struct calendar_event workshop(void)
{
	return (struct calendar_event){
		.uid = "50-17@trinn",
		.sequence = 2,
		.changed_at = 1772433000, /* 2026-03-02T06:30:00Z */
		.starts_at = 1772438400,  /* 08:00 */
		.ends_at = 1772449200,    /* 11:00 */
		.title = "Samling",
		.description = "Kull 1, Granlia",
	};
}

static void write_one(const struct calendar_event *event)
{
	buf_fini(&out);
	buf_init(&out, 64 * 1024);
	calendar_write("Trinn", event, 1, &out);
}

static bool has_line(const char *line)
{
	const char *at = strstr(buf_text(&out), line);

	return at != NULL && (at == buf_text(&out) || at[-1] == '\n') &&
	       strncmp(at + strlen(line), "\r\n", 2) == 0;
}

static void assert_line(const char *line)
{
	ck_assert_msg(has_line(line), "no %s in\n%s", line, buf_text(&out));
}

START_TEST(a_calendar_has_what_programs_ask_for)
{
	buf_fini(&out);
	buf_init(&out, 64 * 1024);
	calendar_write("Trinn", NULL, 0, &out);
	assert_line("BEGIN:VCALENDAR");
	assert_line("VERSION:2.0");
	assert_line("X-WR-CALNAME:Trinn");
	ck_assert_ptr_null(strstr(buf_text(&out), "VEVENT"));
}
END_TEST

START_TEST(times_are_in_utc)
{
	struct calendar_event event = workshop();

	write_one(&event);
	assert_line("DTSTAMP:20260302T063000Z");
	assert_line("DTSTART:20260302T080000Z");
	assert_line("DTEND:20260302T110000Z");
}
END_TEST

START_TEST(an_event_keeps_its_uid_and_counts_its_changes)
{
	struct calendar_event event = workshop();

	write_one(&event);
	assert_line("UID:50-17@trinn");
	assert_line("SEQUENCE:2");
	assert_line("STATUS:CONFIRMED");
}
END_TEST

START_TEST(what_is_cancelled_stays_and_says_so)
{
	struct calendar_event event = workshop();

	event.is_cancelled = true;
	write_one(&event);
	assert_line("STATUS:CANCELLED");
	assert_line("SUMMARY:Samling");
}
END_TEST

START_TEST(place_and_link_are_there_if_they_are_given)
{
	struct calendar_event event = workshop();

	write_one(&event);
	ck_assert_ptr_null(strstr(buf_text(&out), "LOCATION"));
	ck_assert_ptr_null(strstr(buf_text(&out), "URL"));
	event.place = "Granlia; låven, 2. etasje";
	event.link = "https://video.test/1?a=b;c,d";
	write_one(&event);
	assert_line("LOCATION:Granlia\\; låven\\, 2. etasje");
	assert_line("URL:https://video.test/1?a=b;c,d");
}
END_TEST

START_TEST(no_text_ends_its_line)
{
	struct calendar_event event = workshop();

	event.title = "A\nATTENDEE:x\r\nB\\C";
	write_one(&event);
	ck_assert_ptr_null(strstr(buf_text(&out), "\nATTENDEE"));
	ck_assert_ptr_nonnull(strstr(buf_text(&out), "SUMMARY:A\\nATTENDEE:x"));
}
END_TEST

START_TEST(long_lines_are_folded_between_characters)
{
	char title[3 * 100 + 1] = "";
	struct calendar_event event = workshop();
	size_t len = 0;

	for (int i = 0; i < 100; i++)
		memcpy(title + 3 * i, "aæ", 3);
	event.title = title;
	write_one(&event);
	for (const char *c = buf_text(&out); *c != '\0'; c++) {
		len = *c == '\n' ? 0 : len + 1;
		ck_assert_uint_le(len, 76);
		if (c[0] == '\n' && c[1] == ' ')
			ck_assert_int_ne((unsigned char)c[2] & 0xc0, 0x80);
	}
}
END_TEST

RUN_TESTS(TEST(a_calendar_has_what_programs_ask_for), TEST(times_are_in_utc),
	  TEST(an_event_keeps_its_uid_and_counts_its_changes),
	  TEST(what_is_cancelled_stays_and_says_so),
	  TEST(place_and_link_are_there_if_they_are_given), TEST(no_text_ends_its_line),
	  TEST(long_lines_are_folded_between_characters))
