#include "lib/log/log.h"

#include <jansson.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/unit/run.h"

static char written[4 * LOG_LINE_SIZE];

/* Runs what follows with stderr in a file, whose content is then in `written`. */
#define CAPTURE(statement)                                                                         \
	do {                                                                                       \
		FILE *file = tmpfile();                                                            \
                                                                                                   \
		ck_assert_ptr_nonnull(file);                                                       \
		ck_assert_int_ge(dup2(fileno(file), STDERR_FILENO), 0);                            \
		statement;                                                                         \
		rewind(file);                                                                      \
		written[fread(written, 1, sizeof(written) - 1, file)] = '\0';                      \
		fclose(file);                                                                      \
	} while (0)

/* The one line written, read by another's parser. */
static json_t *parsed(void)
{
	json_error_t error;
	json_t *json;

	ck_assert_uint_gt(strlen(written), 0);
	ck_assert_uint_le(strlen(written), LOG_LINE_SIZE);
	ck_assert_ptr_eq(strchr(written, '\n'), written + strlen(written) - 1);
	json = json_loads(written, JSON_REJECT_DUPLICATES, &error);
	ck_assert_msg(json != NULL, "%s: %s", error.text, written);
	return json;
}

static const char *text_of(json_t *json, const char *key)
{
	const char *text = json_string_value(json_object_get(json, key));

	return text != NULL ? text : "(none)";
}

START_TEST(a_line_is_one_object_with_typed_fields)
{
	json_t *json;

	CAPTURE(log_event(LOG_WARN, "db.lost", LOG_STR("lane", "read"), LOG_INT("n", -42),
			  LOG_MS("after_ms", 12345), LOG_STR("no", NULL)));
	json = parsed();
	ck_assert_str_eq(text_of(json, "lvl"), "warn");
	ck_assert_str_eq(text_of(json, "ev"), "db.lost");
	ck_assert_int_eq(json_integer_value(json_object_get(json, "pid")), getpid());
	ck_assert_str_eq(text_of(json, "lane"), "read");
	ck_assert_int_eq(json_integer_value(json_object_get(json, "n")), -42);
	ck_assert(json_is_null(json_object_get(json, "no")));
	ck_assert_ptr_nonnull(strstr(written, "\"after_ms\":12.345"));
	json_decref(json);
}
END_TEST

START_TEST(an_event_needs_no_fields)
{
	json_t *json;

	CAPTURE(log_event(LOG_INFO, "daemon.ready"));
	json = parsed();
	ck_assert_str_eq(text_of(json, "ev"), "daemon.ready");
	ck_assert_uint_eq(json_object_size(json), 4);
	json_decref(json);
}
END_TEST

START_TEST(time_is_the_present_in_utc_with_milliseconds)
{
	struct tm tm = {0};
	json_t *json;
	const char *rest;

	CAPTURE(log_event(LOG_INFO, "x"));
	json = parsed();
	ck_assert_uint_eq(strlen(text_of(json, "ts")), strlen("2026-11-21T10:15:30.123Z"));
	rest = strptime(text_of(json, "ts"), "%Y-%m-%dT%H:%M:%S", &tm);
	ck_assert_ptr_nonnull(rest);
	ck_assert_int_eq(rest[0], '.');
	ck_assert_int_eq(rest[4], 'Z');
	ck_assert_int_le(time(NULL) - timegm(&tm), 5);
	/* time() is of the kernel's last tick. */
	ck_assert_int_ge(time(NULL) - timegm(&tm), -1);
	json_decref(json);
}
END_TEST

START_TEST(a_secret_is_never_written)
{
	const char *none = NULL;

	CAPTURE(log_event(LOG_ERROR, "x", LOG_SECRET("token", "hunter2"), LOG_SECRET("key", none)));
	ck_assert_ptr_null(strstr(written, "hunter2"));
	ck_assert_ptr_nonnull(strstr(written, "\"token\":\"[redacted]\",\"key\":null"));
}
END_TEST

START_TEST(no_text_breaks_the_line)
{
	json_t *json;

	CAPTURE(log_event(
		LOG_INFO, "x", LOG_STR("a", "quote \" back \\ nl \n cr \r nul-free \x01\x7f"),
		LOG_STR("b", "Å € \U0001F600"), LOG_STR("c", "bad \xff\xc3 end\xe2\x82")));
	json = parsed();
	ck_assert_str_eq(text_of(json, "a"), "quote \" back \\ nl \n cr \r nul-free \x01\x7f");
	ck_assert_str_eq(text_of(json, "b"), "Å € \U0001F600");
	ck_assert_str_eq(text_of(json, "c"), "bad \uFFFD\uFFFD end\uFFFD\uFFFD");
	json_decref(json);
}
END_TEST

START_TEST(long_texts_are_cut_and_the_line_stays_whole)
{
	char text[3 * LOG_TEXT_SIZE];
	json_t *json;

	/* Characters of three bytes: the cut must not fall inside one. */
	for (size_t i = 0; i + 3 < sizeof(text); i += 3)
		memcpy(text + i, "\u20ac", 4);
	CAPTURE(log_event(LOG_INFO, "x", LOG_STR("long", text), LOG_INT("after", 1)));
	json = parsed();
	ck_assert_uint_lt(strlen(text_of(json, "long")), LOG_TEXT_SIZE + 8);
	ck_assert_str_eq(strstr(text_of(json, "long"), "\u2026"), "\u2026");
	ck_assert_int_eq(json_integer_value(json_object_get(json, "after")), 1);
	ck_assert_ptr_null(json_object_get(json, "cut"));
	json_decref(json);
}
END_TEST

START_TEST(fields_that_do_not_fit_are_left_out_and_the_line_says_so)
{
	char text[LOG_TEXT_SIZE];
	json_t *json;

	memset(text, '\n', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	CAPTURE(log_event(LOG_INFO, "x", LOG_STR("a", text), LOG_INT("b", 2), LOG_STR("c", "3")));
	json = parsed();
	ck_assert_ptr_null(json_object_get(json, "a"));
	ck_assert_int_eq(json_integer_value(json_object_get(json, "b")), 2);
	ck_assert_str_eq(text_of(json, "c"), "3");
	ck_assert(json_is_true(json_object_get(json, "cut")));
	json_decref(json);
}
END_TEST

START_TEST(events_below_the_level_are_not_written)
{
	CAPTURE(log_event(LOG_DEBUG, "x"));
	ck_assert_str_eq(written, "");
	log_set_level(LOG_ERROR);
	CAPTURE(log_event(LOG_WARN, "x"));
	ck_assert_str_eq(written, "");
	CAPTURE(log_event(LOG_ERROR, "x"));
	ck_assert_str_ne(written, "");
	log_set_level(LOG_DEBUG);
	CAPTURE(log_event(LOG_DEBUG, "x"));
	ck_assert_str_ne(written, "");
}
END_TEST

RUN_TESTS(TEST(a_line_is_one_object_with_typed_fields), TEST(an_event_needs_no_fields),
	  TEST(time_is_the_present_in_utc_with_milliseconds), TEST(a_secret_is_never_written),
	  TEST(no_text_breaks_the_line), TEST(long_texts_are_cut_and_the_line_stays_whole),
	  TEST(fields_that_do_not_fit_are_left_out_and_the_line_says_so),
	  TEST(events_below_the_level_are_not_written))
