/* What the pool promises while the server is well. */
#include <libpq-fe.h>
#include <string.h>

#include "tests/dbclient/rig.h"
#include "tests/unit/run.h"

START_TEST(a_setting_holds_to_the_end_of_its_segment_and_no_longer)
{
	struct outcome *inside, *after;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	inside = rig_segment(&rig, DB_READ);
	db_add(inside->segment, &set_user, "kari");
	db_add(inside->segment, &get_user);
	after = rig_segment(&rig, DB_READ);
	db_add(after->segment, &get_user);
	ck_assert(rig_run(inside));
	ck_assert_int_eq(rig_end(after), DB_OK);
	ck_assert_str_eq(inside->text, "kari");
	ck_assert_str_eq(after->text, "");
	rig_fini(&rig);
}
END_TEST

START_TEST(an_error_undoes_its_segment_and_no_other)
{
	struct outcome *before, *failing, *next, *count;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	before = rig_segment(&rig, DB_WRITE);
	db_add(before->segment, &add_item, "1", "before");
	failing = rig_segment(&rig, DB_WRITE);
	db_add(failing->segment, &add_item, "2", "failing");
	db_add(failing->segment, &divide, "0");
	db_add(failing->segment, &add_item, "3", "failing");
	next = rig_segment(&rig, DB_WRITE);
	db_add(next->segment, &add_item, "4", "next");
	count = rig_segment(&rig, DB_WRITE);
	db_add(count->segment, &count_items);
	ck_assert(rig_run(before) && rig_run(failing) && rig_run(next));
	ck_assert_int_eq(rig_end(count), DB_OK);

	ck_assert_int_eq(before->result.status, DB_OK);
	ck_assert_int_eq(failing->result.status, DB_REFUSED);
	ck_assert_str_eq(failing->result.sqlstate, "22012");
	ck_assert_int_eq(failing->result.failed_at, 1);
	ck_assert_int_eq(next->result.status, DB_OK);
	ck_assert_str_eq(count->text, "2");
	rig_fini(&rig);
}
END_TEST

START_TEST(segments_of_a_connection_end_in_the_order_they_were_run)
{
	struct outcome *all[12];
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	/* More than its depth, so that some are queued. */
	for (int i = 0; i < 12; i++) {
		all[i] = rig_segment(&rig, DB_READ);
		db_add(all[i]->segment, &nap, i % 3 == 0 ? "0.01" : "0");
		ck_assert(rig_run(all[i]));
	}
	rig_wait(&rig, &rig.n_ended, 12);
	for (int i = 0; i < 12; i++)
		ck_assert_int_eq(all[i]->turn, i + 1);
	rig_fini(&rig);
}
END_TEST

START_TEST(what_fails_at_commit_is_refused)
{
	struct outcome *part, *count;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	part = rig_segment(&rig, DB_WRITE);
	db_add(part->segment, &add_item, "1", "other");
	db_add(part->segment, &add_part, "2");
	ck_assert_int_eq(rig_end(part), DB_REFUSED);
	ck_assert_str_eq(part->result.sqlstate, "23503");
	ck_assert_str_eq(part->result.constraint, "parts_item");
	ck_assert_int_eq(part->result.failed_at, 2);
	count = rig_segment(&rig, DB_READ);
	db_add(count->segment, &count_items);
	ck_assert_int_eq(rig_end(count), DB_OK);
	ck_assert_str_eq(count->text, "0");
	rig_fini(&rig);
}
END_TEST

START_TEST(the_words_of_the_server_come_with_its_refusal)
{
	struct outcome *twice, *own;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	twice = rig_segment(&rig, DB_WRITE);
	db_add(twice->segment, &add_item, "1", "a");
	db_add(twice->segment, &add_item, "1", "b");
	ck_assert_int_eq(rig_end(twice), DB_REFUSED);
	ck_assert_str_eq(twice->result.sqlstate, "23505");
	ck_assert_str_eq(twice->result.constraint, "items_pk");
	own = rig_segment(&rig, DB_READ);
	db_add(own->segment, &fail_with, "TR001");
	ck_assert_int_eq(rig_end(own), DB_REFUSED);
	ck_assert_str_eq(own->result.sqlstate, "TR001");
	ck_assert_str_eq(own->result.message, "on purpose");
	ck_assert_str_eq(own->result.detail, "a detail");
	ck_assert_str_eq(own->result.hint, "a hint");
	ck_assert_ptr_null(own->result.constraint);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_deadlock_or_serialisation_failure_may_be_retried)
{
	static const char *const sqlstates[] = {"40001", "40P01"};
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	for (int i = 0; i < 2; i++) {
		struct outcome *failing = rig_segment(&rig, DB_WRITE);

		db_add(failing->segment, &fail_with, sqlstates[i]);
		ck_assert_int_eq(rig_end(failing), DB_RETRY);
		ck_assert_str_eq(failing->result.sqlstate, sqlstates[i]);
	}
	rig_fini(&rig);
}
END_TEST

START_TEST(a_lock_or_a_statement_that_takes_too_long_is_a_timeout)
{
	struct outcome *add, *holder, *waiter, *slow;
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_WRITE].connections = 2;
	rig.config.lanes[DB_WRITE].depth = 1;
	rig.config.lanes[DB_READ].statement_timeout_ms = 100;
	rig_open(&rig);
	add = rig_segment(&rig, DB_WRITE);
	db_add(add->segment, &add_item, "1", "a");
	ck_assert_int_eq(rig_end(add), DB_OK);
	holder = rig_segment(&rig, DB_WRITE);
	db_add(holder->segment, &lock_item, "1");
	db_add(holder->segment, &nap, "1");
	waiter = rig_segment(&rig, DB_WRITE);
	db_add(waiter->segment, &nap, "0.1");
	db_add(waiter->segment, &lock_item, "1");
	ck_assert(rig_run(holder));
	ck_assert_int_eq(rig_end(waiter), DB_TIMEOUT);
	ck_assert_str_eq(waiter->result.sqlstate, "55P03");
	rig_wait(&rig, &holder->done, 1);
	ck_assert_int_eq(holder->result.status, DB_OK);

	slow = rig_segment(&rig, DB_READ);
	db_add(slow->segment, &nap, "5");
	ck_assert_int_eq(rig_end(slow), DB_TIMEOUT);
	ck_assert_str_eq(slow->result.sqlstate, "57014");
	rig_fini(&rig);
}
END_TEST

START_TEST(a_full_queue_turns_away_at_once)
{
	struct db_lane_stats stats;
	struct outcome *last;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	/* 8 under way and 8 queued. */
	for (int i = 0; i < 16; i++) {
		struct outcome *one = rig_segment(&rig, DB_READ);

		db_add(one->segment, &nap, "0.01");
		ck_assert(rig_run(one));
	}
	last = rig_segment(&rig, DB_READ);
	db_add(last->segment, &nap, "0");
	ck_assert(!rig_run(last));
	stats = db_pool_stats(rig.pool, DB_READ);
	ck_assert_int_eq(stats.under_way, 8);
	ck_assert_int_eq(stats.queued, 8);
	ck_assert_uint_eq(stats.turned_away, 1);
	rig_wait(&rig, &rig.n_ended, 16);
	ck_assert_int_eq(last->done, 0);
	stats = db_pool_stats(rig.pool, DB_READ);
	ck_assert_uint_eq(stats.ended[DB_OK], 16);
	ck_assert_int_eq(stats.under_way + stats.queued, 0);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_forgotten_segment_calls_nobody)
{
	struct outcome *sent, *queued[12], *count;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	sent = rig_segment(&rig, DB_WRITE);
	db_add(sent->segment, &nap, "0.05");
	db_add(sent->segment, &add_item, "1", "sent");
	ck_assert(rig_run(sent));
	for (int i = 0; i < 8; i++) {
		queued[i] = rig_segment(&rig, DB_WRITE);
		db_add(queued[i]->segment, &add_item, db_arg_i64(rig.arena, 100 + i), "queued");
		ck_assert(rig_run(queued[i]));
	}
	db_forget(sent->segment);
	db_forget(queued[7]->segment);
	db_forget(queued[7]->segment);
	ck_assert_int_eq(db_pool_stats(rig.pool, DB_WRITE).queued, 4);
	count = rig_segment(&rig, DB_WRITE);
	db_add(count->segment, &count_items);
	ck_assert_int_eq(rig_end(count), DB_OK);
	/* What was under way went on to its end, what was queued was not sent. */
	ck_assert_str_eq(count->text, "8");
	ck_assert_int_eq(sent->done + queued[7]->done, 0);
	ck_assert_int_eq(queued[6]->done, 1);
	rig_fini(&rig);
}
END_TEST

static void count_call(void *ctx, struct db_result *result)
{
	(void)result;
	++*(int *)ctx;
}

START_TEST(an_arena_may_be_freed_while_its_segments_are_under_way)
{
	struct arena *arena = arena_new(65536);
	struct outcome *after;
	struct rig rig;
	int calls = 0;

	rig_init(&rig);
	rig_open(&rig);
	for (int i = 0; i < 12; i++) {
		struct db_segment *segment = db_segment_new(arena, DB_READ);

		db_add(segment, &echo, arena_strdup(arena, "text that is freed"));
		ck_assert(db_run(rig.pool, segment, count_call, &calls));
	}
	arena_free(&arena);
	after = rig_segment(&rig, DB_READ);
	db_add(after->segment, &echo, "after");
	ck_assert_int_eq(rig_end(after), DB_OK);
	ck_assert_str_eq(after->text, "after");
	ck_assert_int_eq(calls, 0);
	rig_fini(&rig);
}
END_TEST

static void free_own_arena(void *ctx, struct db_result *result)
{
	ck_assert_int_eq(result->status, DB_OK);
	arena_free(ctx);
}

START_TEST(a_callback_may_free_its_arena)
{
	struct arena *arena = arena_new(65536);
	struct db_segment *segment = db_segment_new(arena, DB_READ);
	struct outcome *after;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	db_add(segment, &echo, "a");
	ck_assert(db_run(rig.pool, segment, free_own_arena, &arena));
	after = rig_segment(&rig, DB_READ);
	db_add(after->segment, &echo, "b");
	ck_assert_int_eq(rig_end(after), DB_OK);
	ck_assert_ptr_null(arena);
	rig_fini(&rig);
}
END_TEST

static void ignore_row(void *ctx, const struct pg_result *row)
{
	(void)ctx;
	(void)row;
}

/* Whoever is told of the end may want to try again. */
static void run_in_vain(void *ctx, struct db_result *result)
{
	struct outcome *outcome = ctx, *again;

	rig_note(outcome, result);
	again = rig_segment(outcome->rig, DB_READ);
	db_add(again->segment, &echo, "again");
	ck_assert(!rig_run(again));
}

START_TEST(the_end_of_the_pool_is_the_end_of_every_segment)
{
	struct outcome *reads[12], *writes[12], *streamed;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	for (int i = 0; i < 12; i++) {
		reads[i] = rig_segment(&rig, DB_READ);
		db_add(reads[i]->segment, &nap, "0.1");
		ck_assert(db_run(rig.pool, reads[i]->segment, run_in_vain, reads[i]));
		writes[i] = rig_segment(&rig, DB_WRITE);
		db_add(writes[i]->segment, &nap, "0.1");
		ck_assert(rig_run(writes[i]));
	}
	streamed = rig_segment(&rig, DB_EXPORT);
	db_add(streamed->segment, &series, "100000");
	ck_assert(db_stream(rig.pool, streamed->segment, ignore_row, rig_note, streamed));
	db_pool_free(&rig.pool);
	ck_assert_int_eq(rig.n_ended, 25);
	ck_assert_int_eq(streamed->result.status, DB_LOST);
	for (int i = 0; i < 12; i++) {
		ck_assert_int_eq(reads[i]->result.status, DB_LOST);
		/* Four are sent. */
		ck_assert_int_eq(writes[i]->result.status, i < 4 ? DB_UNCERTAIN : DB_LOST);
	}
	rig_fini(&rig);
}
END_TEST

static void take_first(void *ctx, struct db_result *result)
{
	ck_assert_int_eq(result->status, DB_OK);
	*(struct pg_result **)ctx = db_take(result, 0);
}

START_TEST(rows_taken_outlive_their_segment)
{
	struct arena *arena = arena_new(65536);
	struct db_segment *segment = db_segment_new(arena, DB_READ);
	struct pg_result *rows = NULL;
	struct outcome *after;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	db_add(segment, &echo, "taken");
	ck_assert(db_run(rig.pool, segment, take_first, &rows));
	after = rig_segment(&rig, DB_READ);
	db_add(after->segment, &echo, "b");
	ck_assert_int_eq(rig_end(after), DB_OK);
	arena_free(&arena);
	ck_assert_str_eq(db_text(rows, 0, 0), "taken");
	PQclear(rows);
	rig_fini(&rig);
}
END_TEST

START_TEST(values_are_read_by_their_type)
{
	const struct pg_result *rows;
	struct outcome *all;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	all = rig_segment(&rig, DB_READ);
	db_add(all->segment, &types);
	ck_assert_int_eq(rig_end(all), DB_OK);
	rows = db_rows(&all->result, 0);
	ck_assert_int_eq(db_n_rows(rows), 1);
	ck_assert(db_i64(rows, 0, 0) == INT64_MIN);
	ck_assert_int_eq(db_i64(rows, 0, 1), 7);
	ck_assert_int_eq(db_i64(rows, 0, 2), 8);
	ck_assert(db_bool(rows, 0, 3));
	ck_assert(!db_bool(rows, 0, 4));
	ck_assert(db_is_null(rows, 0, 5));
	ck_assert_ptr_null(db_text(rows, 0, 5));
	ck_assert(!db_is_null(rows, 0, 6));
	ck_assert_uint_eq(db_len(rows, 0, 6), 0);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_value_read_as_another_type_is_a_bug)
{
	struct outcome *all;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	all = rig_segment(&rig, DB_READ);
	db_add(all->segment, &types);
	rig_end(all);
	db_i64(db_rows(&all->result, 0), 0, 3);
}
END_TEST

START_TEST(rows_of_a_failed_segment_are_not_there)
{
	struct outcome *failing;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	failing = rig_segment(&rig, DB_READ);
	db_add(failing->segment, &echo, "a");
	db_add(failing->segment, &divide, "0");
	rig_end(failing);
	db_rows(&failing->result, 0);
}
END_TEST

START_TEST(a_segment_may_have_many_statements)
{
	struct outcome *many;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	many = rig_segment(&rig, DB_READ);
	for (int i = 0; i < 40; i++)
		ck_assert_int_eq(db_add(many->segment, &echo, db_arg_i64(rig.arena, i)), i);
	ck_assert_int_eq(rig_end(many), DB_OK);
	ck_assert_int_eq(many->result.n, 40);
	for (int i = 0; i < 40; i++)
		ck_assert_str_eq(db_text(db_rows(&many->result, i), 0, 0),
				 db_arg_i64(rig.arena, i));
	rig_fini(&rig);
}
END_TEST

START_TEST(a_null_is_a_null)
{
	struct outcome *null;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	null = rig_segment(&rig, DB_READ);
	db_add(null->segment, &echo, NULL);
	ck_assert_int_eq(rig_end(null), DB_OK);
	ck_assert(db_is_null(db_rows(&null->result, 0), 0, 0));
	rig_fini(&rig);
}
END_TEST

START_TEST(more_than_the_sockets_hold_goes_through)
{
	enum { BYTES = 3 << 20, N = 4 };
	struct outcome *all[N];
	struct rig rig;
	char *big;

	rig_init(&rig);
	rig_open(&rig);
	big = arena_alloc(rig.arena, BYTES + 1);
	memset(big, 'x', BYTES);
	for (int i = 0; i < N; i++) {
		all[i] = rig_segment(&rig, DB_WRITE);
		db_add(all[i]->segment, &echo, big);
		db_add(all[i]->segment, &echo, big);
		ck_assert(rig_run(all[i]));
	}
	rig_wait(&rig, &rig.n_ended, N);
	for (int i = 0; i < N; i++) {
		ck_assert_int_eq(all[i]->result.status, DB_OK);
		ck_assert_uint_eq(db_len(db_rows(&all[i]->result, 1), 0, 0), BYTES);
	}
	rig_fini(&rig);
}
END_TEST

static const char *setting(struct rig *rig, enum db_lane lane, const char *name)
{
	struct outcome *outcome = rig_segment(rig, lane);

	db_add(outcome->segment, &get_setting, name);
	ck_assert_int_eq(rig_end(outcome), DB_OK);
	return outcome->text;
}

START_TEST(sessions_have_the_settings_of_the_pool_and_its_owner)
{
	static const char *const settings[] = {"search_path=pg_catalog, public", "test.x=a\\b",
					       NULL};
	struct rig rig;

	rig_init(&rig);
	rig.config.settings = settings;
	rig_open(&rig);
	ck_assert_str_eq(setting(&rig, DB_READ, "search_path"), "pg_catalog, public");
	ck_assert_str_eq(setting(&rig, DB_READ, "test.x"), "a\\b");
	ck_assert_str_eq(setting(&rig, DB_READ, "application_name"), "rig read");
	ck_assert_str_eq(setting(&rig, DB_READ, "plan_cache_mode"), "force_generic_plan");
	ck_assert_str_eq(setting(&rig, DB_READ, "statement_timeout"), "2s");
	ck_assert_str_eq(setting(&rig, DB_WRITE, "lock_timeout"), "200ms");
	ck_assert_str_eq(setting(&rig, DB_WRITE, "idle_in_transaction_session_timeout"), "3s");
	ck_assert_str_eq(setting(&rig, DB_WRITE, "jit"), "off");
	ck_assert_str_eq(setting(&rig, DB_WRITE, "TimeZone"), "UTC");
	ck_assert_str_eq(setting(&rig, DB_WRITE, "client_encoding"), "UTF8");
	rig_fini(&rig);
}
END_TEST

START_TEST(a_warning_of_the_server_is_reported)
{
	struct outcome *outcome;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	outcome = rig_segment(&rig, DB_READ);
	db_add(outcome->segment, &warn);
	ck_assert_int_eq(rig_end(outcome), DB_OK);
	ck_assert_int_eq(rig.notices, 1);
	ck_assert_ptr_nonnull(strstr(rig.last_message, "mind the gap"));
	rig_fini(&rig);
}
END_TEST

START_TEST(a_statement_that_cannot_be_prepared_is_named)
{
	const struct db_query bad[] = {
		{"fine", "select 1", 0, DB_ON_READ},
		{"of_write", "select 2", 0, DB_ON_WRITE},
		{"misspelt", "select * from itemz", 0, DB_ON_READ},
		{"not_reached", "select 3", 0, DB_ON_READ},
	};
	struct rig rig;

	rig_init(&rig);
	rig.config.queries = bad;
	rig.config.n_queries = 4;
	rig_connect(&rig);
	rig_wait(&rig, &rig.bad_statements, 2);
	/* The lanes for writing and exports have no such statement. */
	rig_wait(&rig, &rig.connected, 2);
	ck_assert_str_eq(rig.bad_statement, "misspelt: relation \"itemz\" does not exist");
	ck_assert_int_eq(db_pool_stats(rig.pool, DB_READ).connected, 0);
	ck_assert(!db_pool_is_ready(rig.pool));
	rig_fini(&rig);
}
END_TEST

START_TEST(the_pool_is_ready_when_it_can_read_and_write)
{
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_WRITE].connections = 0;
	rig_open(&rig);
	ck_assert(!db_pool_is_ready(rig.pool));
	db_pool_free(&rig.pool);
	rig.config.lanes[DB_WRITE].connections = 1;
	rig.connected = 0;
	rig_open(&rig);
	ck_assert(db_pool_is_ready(rig.pool));
	rig_fini(&rig);
}
END_TEST

RUN_TESTS(TEST(a_setting_holds_to_the_end_of_its_segment_and_no_longer),
	  TEST(an_error_undoes_its_segment_and_no_other),
	  TEST(segments_of_a_connection_end_in_the_order_they_were_run),
	  TEST(what_fails_at_commit_is_refused),
	  TEST(the_words_of_the_server_come_with_its_refusal),
	  TEST(a_deadlock_or_serialisation_failure_may_be_retried),
	  TEST(a_lock_or_a_statement_that_takes_too_long_is_a_timeout),
	  TEST(a_full_queue_turns_away_at_once), TEST(a_forgotten_segment_calls_nobody),
	  TEST(an_arena_may_be_freed_while_its_segments_are_under_way),
	  TEST(a_callback_may_free_its_arena),
	  TEST(the_end_of_the_pool_is_the_end_of_every_segment),
	  TEST(rows_taken_outlive_their_segment), TEST(values_are_read_by_their_type),
	  ABORTS(a_value_read_as_another_type_is_a_bug),
	  ABORTS(rows_of_a_failed_segment_are_not_there),
	  TEST(a_segment_may_have_many_statements), TEST(a_null_is_a_null),
	  TEST(more_than_the_sockets_hold_goes_through),
	  TEST(sessions_have_the_settings_of_the_pool_and_its_owner),
	  TEST(a_warning_of_the_server_is_reported),
	  TEST(a_statement_that_cannot_be_prepared_is_named),
	  TEST(the_pool_is_ready_when_it_can_read_and_write))
