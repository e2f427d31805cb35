#include "lib/db/segment.h"

#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/db/result.h"
#include "tests/unit/run.h"

static const struct db_query read_two = {"read_two", "select $1, $2", 2, DB_ON_READ | DB_ON_WRITE};
static const struct db_query write_none = {"write_none", "delete from a", 0, DB_ON_WRITE};

START_TEST(statements_are_numbered_as_they_are_added)
{
	struct arena *arena = arena_new(65536);
	struct db_segment *segment = db_segment_new(arena, DB_WRITE);

	for (int i = 0; i < 30; i += 2) {
		ck_assert_int_eq(db_add(segment, &read_two, "a", NULL), i);
		ck_assert_int_eq(db_add(segment, &write_none), i + 1);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(a_parameter_too_few_is_a_bug)
{
	struct arena *arena = arena_new(65536);

	db_add(db_segment_new(arena, DB_READ), &read_two, "a");
}
END_TEST

START_TEST(a_statement_of_another_lane_is_a_bug)
{
	struct arena *arena = arena_new(65536);

	db_add(db_segment_new(arena, DB_READ), &write_none);
}
END_TEST

START_TEST(parameters_are_written_as_postgresql_reads_them)
{
	struct arena *arena = arena_new(65536);

	ck_assert_str_eq(db_arg_i64(arena, INT64_MIN), "-9223372036854775808");
	ck_assert_str_eq(db_arg_i64(arena, 0), "0");
	ck_assert_str_eq(db_arg_i64s(arena, NULL, 0), "{}");
	ck_assert_str_eq(db_arg_i64s(arena, (int64_t[]){7}, 1), "{7}");
	ck_assert_str_eq(db_arg_i64s(arena, (int64_t[]){INT64_MIN, INT64_MIN, INT64_MAX}, 3),
			 "{-9223372036854775808,-9223372036854775808,9223372036854775807}");
	ck_assert_str_eq(db_arg_bool(true), "true");
	ck_assert_str_eq(db_arg_bool(false), "false");
	arena_free(&arena);
}
END_TEST

START_TEST(every_status_has_a_name)
{
	ck_assert_str_eq(db_status_name(DB_OK), "ok");
	ck_assert_str_eq(db_status_name(DB_UNCERTAIN), "uncertain");
}
END_TEST

RUN_TESTS(TEST(statements_are_numbered_as_they_are_added), ABORTS(a_parameter_too_few_is_a_bug),
	  ABORTS(a_statement_of_another_lane_is_a_bug),
	  TEST(parameters_are_written_as_postgresql_reads_them), TEST(every_status_has_a_name))
