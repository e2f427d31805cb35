/* Exports. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tests/dbclient/rig.h"
#include "tests/unit/run.h"

struct export {
	struct outcome *outcome;
	int rows;
	int pause_at; /* 0 for never */
	int forget_at;
	int64_t sum;
};

static void on_row(void *ctx, const struct pg_result *row)
{
	struct export *export = ctx;

	ck_assert_int_eq(db_n_rows(row), 1);
	ck_assert_int_eq(export->outcome->done, 0);
	export->sum += db_i64(row, 0, 0);
	export->rows++;
	if (export->rows == export->pause_at)
		db_stream_pause(export->outcome->segment);
	if (export->rows == export->forget_at)
		db_forget(export->outcome->segment);
}

static void on_end(void *ctx, struct db_result *result)
{
	struct export *export = ctx;

	rig_note(export->outcome, result);
}

/* Begins a stream of two statements, of which the second is streamed. */
static bool begin(struct rig *rig, struct export *export, const struct db_query *query,
		  const char *param)
{
	export->outcome = rig_segment(rig, DB_EXPORT);
	db_add(export->outcome->segment, &set_user, "kari");
	if (query->n_params == 0)
		db_add(export->outcome->segment, query);
	else
		db_add(export->outcome->segment, query, param);
	return db_stream(rig->pool, export->outcome->segment, on_row, on_end, export);
}

/* How many server processes work for an export. */
static int exporting(struct rig *rig)
{
	const char *n = rig_ask(rig, "select count(*) from pg_stat_activity"
				     " where application_name = 'rig export' and state = 'active'");

	return n[0] - '0';
}

static int64_t resident_kib(void)
{
	FILE *file = fopen("/proc/self/statm", "r");
	char line[128], *resident;
	int64_t pages = 0;

	ck_assert_ptr_nonnull(file);
	ck_assert_ptr_nonnull(fgets(line, sizeof(line), file));
	fclose(file);
	resident = strchr(line, ' ');
	ck_assert_ptr_nonnull(resident);
	while (*++resident != ' ')
		pages = pages * 10 + (*resident - '0');
	return pages * sysconf(_SC_PAGESIZE) / 1024;
}

START_TEST(every_row_comes_by_itself_and_then_the_end)
{
	struct export export = {0}, again = {0}, none = {0};
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	ck_assert(begin(&rig, &export, &series, "5000"));
	rig_wait(&rig, &rig.n_ended, 1);
	ck_assert_int_eq(export.outcome->result.status, DB_OK);
	ck_assert_int_eq(export.rows, 5000);
	ck_assert_int_eq(export.sum, 5000 * 5001 / 2);
	ck_assert_int_eq(db_n_rows(db_rows(&export.outcome->result, 1)), 0);
	ck_assert_str_eq(db_text(db_rows(&export.outcome->result, 0), 0, 0), "kari");

	ck_assert(begin(&rig, &again, &series, "3"));
	rig_wait(&rig, &rig.n_ended, 2);
	ck_assert_int_eq(again.rows, 3);
	ck_assert(begin(&rig, &none, &series, "0"));
	rig_wait(&rig, &rig.n_ended, 3);
	ck_assert_int_eq(none.outcome->result.status, DB_OK);
	ck_assert_int_eq(none.rows, 0);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_stream_of_a_single_statement_comes_row_by_row)
{
	struct export export = {0};
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	export.outcome = rig_segment(&rig, DB_EXPORT);
	db_add(export.outcome->segment, &series, "100");
	ck_assert(db_stream(rig.pool, export.outcome->segment, on_row, on_end, &export));
	rig_wait(&rig, &rig.n_ended, 1);
	ck_assert_int_eq(export.rows, 100);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_failure_in_midstream_is_no_good_end)
{
	struct export export = {0};
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	ck_assert(begin(&rig, &export, &series_until, "5"));
	rig_wait(&rig, &rig.n_ended, 1);
	ck_assert_int_eq(export.rows, 4);
	ck_assert_int_eq(export.outcome->result.status, DB_REFUSED);
	ck_assert_str_eq(export.outcome->result.sqlstate, "22012");
	ck_assert_int_eq(export.outcome->result.failed_at, 1);
	rig_fini(&rig);
}
END_TEST

START_TEST(who_finds_every_connection_taken_is_turned_away)
{
	struct export export = {.pause_at = 1}, other = {0};
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	ck_assert(begin(&rig, &export, &series, "10"));
	ck_assert(!begin(&rig, &other, &series, "10"));
	rig_wait(&rig, &export.rows, 1);
	ck_assert(!begin(&rig, &other, &series, "10"));
	db_stream_resume(export.outcome->segment);
	rig_wait(&rig, &rig.n_ended, 1);
	ck_assert_int_eq(export.rows, 10);
	db_stream_resume(export.outcome->segment);
	db_stream_pause(export.outcome->segment);
	ck_assert(begin(&rig, &other, &series, "10"));
	rig_wait(&rig, &rig.n_ended, 2);
	ck_assert_int_eq(other.rows, 10);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_million_rows_and_a_stalled_reader_cost_no_memory)
{
	struct export export = {.pause_at = 1000};
	int64_t before_kib, paused_kib;
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_EXPORT].deadline_ms = 90000; /* for a busy machine */
	rig_open(&rig);
	before_kib = resident_kib();
	ck_assert(begin(&rig, &export, &series, "1000000"));
	rig_wait(&rig, &export.rows, 1000);
	rig_pass(&rig, 1000);
	ck_assert_int_eq(export.rows, 1000);
	paused_kib = resident_kib();
	ck_assert_int_lt(paused_kib - before_kib, 16384);
	db_stream_resume(export.outcome->segment);
	ck_assert(rig_wait_ms(&rig, &rig.n_ended, 1, 90000));
	ck_assert_int_eq(export.outcome->result.status, DB_OK);
	ck_assert_int_eq(export.rows, 1000000);
	ck_assert_int_lt(resident_kib() - before_kib, 16384);
	rig_fini(&rig);
}
END_TEST

/* The server process is gone within ten seconds and the lane serves the next. */
static void check_forgotten(struct rig *rig)
{
	struct export next = {0};

	for (int i = 0; i < 100 && exporting(rig) > 0; i++)
		rig_pass(rig, 100);
	ck_assert_int_eq(exporting(rig), 0);
	rig_wait(rig, &rig->connected, 4);
	ck_assert(begin(rig, &next, &series, "3"));
	rig_wait(rig, &rig->n_ended, 1);
	ck_assert_int_eq(next.rows, 3);
}

START_TEST(a_forgotten_stream_that_was_stalled_ends_in_the_server)
{
	struct export export = {.pause_at = 10};
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	ck_assert(begin(&rig, &export, &series, "100000000"));
	rig_wait(&rig, &export.rows, 10);
	rig_pass(&rig, 200);
	ck_assert_int_eq(exporting(&rig), 1);
	db_forget(export.outcome->segment);
	check_forgotten(&rig);
	ck_assert_int_eq(export.rows, 10);
	ck_assert_int_eq(export.outcome->done, 0);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_stream_may_be_forgotten_from_its_own_row)
{
	struct export export = {.forget_at = 10};
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	ck_assert(begin(&rig, &export, &series, "100000000"));
	rig_wait(&rig, &export.rows, 10);
	check_forgotten(&rig);
	ck_assert_int_eq(export.rows, 10);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_forgotten_stream_that_gives_no_rows_yet_ends_in_the_server)
{
	struct export export = {0};
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	ck_assert(begin(&rig, &export, &churn, NULL));
	rig_pass(&rig, 200);
	ck_assert_int_eq(exporting(&rig), 1);
	db_forget(export.outcome->segment);
	check_forgotten(&rig);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_stream_has_a_deadline_although_it_is_stalled)
{
	struct export export = {.pause_at = 10};
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_EXPORT].deadline_ms = 500;
	rig_open(&rig);
	ck_assert(begin(&rig, &export, &series, "100000000"));
	rig_wait(&rig, &rig.n_ended, 1);
	ck_assert_int_eq(export.outcome->result.status, DB_TIMEOUT);
	ck_assert_int_eq(export.rows, 10);
	for (int i = 0; i < 50 && exporting(&rig) > 0; i++)
		rig_pass(&rig, 100);
	ck_assert_int_eq(exporting(&rig), 0);
	rig_fini(&rig);
}
END_TEST

RUN_TESTS(TEST(every_row_comes_by_itself_and_then_the_end),
	  TEST(a_stream_of_a_single_statement_comes_row_by_row),
	  TEST(a_failure_in_midstream_is_no_good_end),
	  TEST(who_finds_every_connection_taken_is_turned_away),
	  TEST(a_million_rows_and_a_stalled_reader_cost_no_memory),
	  TEST(a_forgotten_stream_that_was_stalled_ends_in_the_server),
	  TEST(a_stream_may_be_forgotten_from_its_own_row),
	  TEST(a_forgotten_stream_that_gives_no_rows_yet_ends_in_the_server),
	  TEST(a_stream_has_a_deadline_although_it_is_stalled))
