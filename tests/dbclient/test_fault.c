/* A server that dies, hangs or was never there. */
#include <libpq-fe.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "lib/base/num.h"
#include "tests/dbclient/rig.h"
#include "tests/unit/run.h"

static struct outcome *writing(struct rig *rig, const char *id, const char *seconds)
{
	struct outcome *outcome = rig_segment(rig, DB_WRITE);

	db_add(outcome->segment, &add_item, id, "a");
	db_add(outcome->segment, &nap, seconds);
	ck_assert(rig_run(outcome));
	return outcome;
}

static struct outcome *reading(struct rig *rig, const char *seconds)
{
	struct outcome *outcome = rig_segment(rig, DB_READ);

	db_add(outcome->segment, &nap, seconds);
	ck_assert(rig_run(outcome));
	return outcome;
}

static int64_t cpu_ms(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
	       (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* The process that the first value of `sql` names. */
static pid_t pid_of(struct rig *rig, const char *sql)
{
	int32_t pid;

	ck_assert(num_i32(rig_ask(rig, sql), 2, INT32_MAX, &pid));
	return pid;
}

static const char postmaster[] = "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)";
static const char writer[] =
	"select pid from pg_stat_activity"
	" where application_name = 'rig write' and state = 'active'";
static const char reader[] =
	"select pid from pg_stat_activity"
	" where application_name = 'rig read' and state = 'active'";

/* Both lanes serve again. */
static void check_healed(struct rig *rig, const char *id)
{
	struct outcome *write, *read;

	for (int i = 0; i < 50 && !db_pool_is_ready(rig->pool); i++)
		rig_pass(rig, 100);
	ck_assert(db_pool_is_ready(rig->pool));
	write = writing(rig, id, "0");
	read = reading(rig, "0");
	rig_wait(rig, &write->done, 1);
	rig_wait(rig, &read->done, 1);
	ck_assert_int_eq(write->result.status, DB_OK);
	ck_assert_int_eq(read->result.status, DB_OK);
}

START_TEST(a_write_whose_connection_is_lost_is_uncertain_and_a_read_is_lost)
{
	struct outcome *first, *second, *queued, *read;
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_WRITE].depth = 2;
	rig.config.lanes[DB_WRITE].wait_ms = 5000;
	rig_open(&rig);
	first = writing(&rig, "1", "2");
	second = writing(&rig, "2", "0");
	queued = writing(&rig, "3", "0");
	read = reading(&rig, "2");
	rig_pass(&rig, 50);
	rig_ask(&rig, "select pg_terminate_backend(pid) from pg_stat_activity"
		      " where application_name like 'rig %'");
	rig_wait(&rig, &rig.n_ended, 4);
	ck_assert_int_eq(first->result.status, DB_UNCERTAIN);
	ck_assert_int_eq(second->result.status, DB_UNCERTAIN);
	ck_assert_int_eq(read->result.status, DB_LOST);
	/* Not sent before, so it went by the next connection. */
	ck_assert_int_eq(queued->result.status, DB_OK);
	ck_assert_str_eq(rig_ask(&rig, "select string_agg(id::text, ' ') from items"), "3");
	check_healed(&rig, "4");
	ck_assert_int_eq(rig.disconnected, 3);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_killed_server_process_takes_nobody_with_it_for_long)
{
	struct outcome *write;
	struct rig rig;

	rig_init(&rig);
	rig_open(&rig);
	write = writing(&rig, "1", "2");
	rig_pass(&rig, 50);
	/* PostgreSQL ends all others too and recovers. */
	kill(pid_of(&rig, writer), SIGKILL);
	rig_wait(&rig, &write->done, 1);
	ck_assert_int_eq(write->result.status, DB_UNCERTAIN);
	check_healed(&rig, "2");
	rig_fini(&rig);
}
END_TEST

START_TEST(a_killed_server_is_waited_for_without_spinning)
{
	struct outcome *write, *read, *meanwhile;
	int64_t before_ms;
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_READ].connections = 3;
	rig_open(&rig);
	write = writing(&rig, "1", "2");
	read = reading(&rig, "2");
	rig_pass(&rig, 50);
	kill(pid_of(&rig, postmaster), SIGKILL);
	rig_wait(&rig, &rig.n_ended, 2);
	ck_assert_int_eq(write->result.status, DB_UNCERTAIN);
	ck_assert_int_eq(read->result.status, DB_LOST);
	ck_assert(!db_pool_is_ready(rig.pool));

	before_ms = cpu_ms();
	meanwhile = reading(&rig, "0");
	rig_wait(&rig, &meanwhile->done, 1);
	ck_assert_int_eq(meanwhile->result.status, DB_LOST);
	rig_pass(&rig, 1000);
	ck_assert_int_lt(cpu_ms() - before_ms, 200);

	rig_cluster("start");
	check_healed(&rig, "2");
	rig_fini(&rig);
}
END_TEST

START_TEST(a_server_that_was_never_there_is_connected_when_it_comes)
{
	struct rig rig;

	rig_init(&rig);
	rig_cluster("stop");
	rig_connect(&rig);
	rig_pass(&rig, 500);
	ck_assert_int_gt(rig.disconnected, 2);
	ck_assert_int_eq(rig.connected, 0);
	rig_cluster("start");
	rig_open(&rig);
	check_healed(&rig, "1");
	rig_fini(&rig);
}
END_TEST

START_TEST(a_process_that_hangs_is_given_up_at_the_deadline)
{
	struct outcome *write, *next, *read;
	pid_t hanging[2];
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_READ].deadline_ms = 400;
	rig.config.lanes[DB_WRITE].deadline_ms = 400;
	rig_open(&rig);
	write = writing(&rig, "1", "0.2");
	next = writing(&rig, "2", "0");
	read = reading(&rig, "0.2");
	rig_pass(&rig, 50);
	hanging[0] = pid_of(&rig, writer);
	hanging[1] = pid_of(&rig, reader);
	kill(hanging[0], SIGSTOP);
	kill(hanging[1], SIGSTOP);
	rig_wait_ms(&rig, &rig.n_ended, 3, 2000);
	check_healed(&rig, "3");
	kill(hanging[0], SIGCONT);
	kill(hanging[1], SIGCONT);
	ck_assert_int_eq(write->result.status, DB_UNCERTAIN);
	ck_assert_int_eq(next->result.status, DB_UNCERTAIN);
	ck_assert_int_eq(read->result.status, DB_TIMEOUT);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_segment_alone_has_the_deadline_not_the_pipeline)
{
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_READ].deadline_ms = 400;
	rig.config.lanes[DB_READ].wait_ms = 5000;
	rig_open(&rig);
	for (int i = 0; i < 5; i++)
		reading(&rig, "0.2");
	rig_wait(&rig, &rig.n_ended, 5);
	ck_assert_uint_eq(db_pool_stats(rig.pool, DB_READ).ended[DB_OK], 5);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_read_behind_a_slow_one_waits_no_longer_than_in_the_queue)
{
	struct outcome *slow, *behind[9], *later;
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_READ].wait_ms = 300;
	rig_open(&rig);
	slow = reading(&rig, "1.5");
	/* The connection takes eight, the others are queued. */
	for (int i = 0; i < 9; i++)
		behind[i] = reading(&rig, "0");
	rig_wait(&rig, &rig.n_ended, 9);
	ck_assert_int_eq(slow->done, 0);
	for (int i = 0; i < 9; i++) {
		ck_assert_int_eq(behind[i]->result.status, DB_LOST);
		ck_assert_int_ge(behind[i]->result.queued_us + behind[i]->result.ran_us, 300000);
	}
	rig_wait(&rig, &slow->done, 1);
	ck_assert_int_eq(slow->result.status, DB_OK);
	later = reading(&rig, "0");
	rig_wait(&rig, &later->done, 1);
	ck_assert_int_eq(later->result.status, DB_OK);
	ck_assert_int_eq(rig.disconnected, 0);
	ck_assert_int_eq(rig.n_ended, 11);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_write_that_was_sent_is_waited_for)
{
	struct outcome *slow, *behind;
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_WRITE].wait_ms = 300;
	rig_open(&rig);
	slow = writing(&rig, "1", "1");
	behind = writing(&rig, "2", "0");
	rig_wait(&rig, &rig.n_ended, 2);
	ck_assert_int_eq(slow->result.status, DB_OK);
	ck_assert_int_eq(behind->result.status, DB_OK);
	rig_fini(&rig);
}
END_TEST

START_TEST(a_lock_that_keeps_statements_from_being_prepared_is_waited_for)
{
	PGconn *blocker;
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_READ].lock_timeout_ms = 200;
	blocker = PQconnectdb(rig.conninfo);
	PQclear(PQexec(blocker, "begin"));
	PQclear(PQexec(blocker, "lock table items"));
	rig_connect(&rig);
	rig_wait(&rig, &rig.disconnected, 2);
	ck_assert_int_eq(rig.bad_statements, 0);
	ck_assert(!db_pool_is_ready(rig.pool));
	PQfinish(blocker);
	rig_open(&rig);
	check_healed(&rig, "1");
	rig_fini(&rig);
}
END_TEST

/* A socket that accepts and never says a word, in a folder of its own. */
static int listen_mute(const char *dir)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(address.sun_path, sizeof(address.sun_path), "%s/.s.PGSQL.5432", dir);
	ck_assert_int_eq(bind(fd, (const struct sockaddr *)&address, sizeof(address)), 0);
	ck_assert_int_eq(listen(fd, 16), 0);
	return fd;
}

START_TEST(a_server_that_never_answers_is_given_up)
{
	char dir[] = "/tmp/trinn-mute-XXXXXX", conninfo[128], path[64];
	struct rig rig;
	int fd;

	ck_assert_ptr_nonnull(mkdtemp(dir));
	fd = listen_mute(dir);
	rig_init(&rig);
	snprintf(conninfo, sizeof(conninfo), "host=%s user=postgres", dir);
	rig.config.conninfo = conninfo;
	rig_connect(&rig);
	rig_wait(&rig, &rig.disconnected, 2);
	ck_assert_str_eq(rig.last_message, "connecting took too long");
	rig_fini(&rig);
	close(fd);
	snprintf(path, sizeof(path), "%s/.s.PGSQL.5432", dir);
	unlink(path);
	rmdir(dir);
}
END_TEST

/* A loss is noticed while sending, so that callbacks would come from within db_run(). */
static void run_another(void *ctx, struct db_result *result)
{
	struct outcome *outcome = ctx;

	rig_note(outcome, result);
	if (outcome->rig->n_ended < 8)
		reading(outcome->rig, "0");
}

START_TEST(what_is_run_on_a_connection_just_lost_ends_all_the_same)
{
	struct outcome *all[4];
	struct rig rig;

	rig_init(&rig);
	rig.config.lanes[DB_READ].wait_ms = 5000;
	rig_open(&rig);
	rig_ask(&rig, "select pg_terminate_backend(pid, 1000) from pg_stat_activity"
		      " where application_name like 'rig %'");
	for (int i = 0; i < 4; i++) {
		all[i] = rig_segment(&rig, DB_READ);
		db_add(all[i]->segment, &echo, "a");
		ck_assert(db_run(rig.pool, all[i]->segment, run_another, all[i]));
		ck_assert_int_eq(all[i]->done, 0);
	}
	rig_wait(&rig, &rig.n_ended, 8);
	for (int i = 0; i < 4; i++)
		ck_assert(all[i]->result.status == DB_LOST || all[i]->result.status == DB_OK);
	rig_fini(&rig);
}
END_TEST

RUN_TESTS(TEST(a_write_whose_connection_is_lost_is_uncertain_and_a_read_is_lost),
	  TEST(a_killed_server_process_takes_nobody_with_it_for_long),
	  TEST(a_killed_server_is_waited_for_without_spinning),
	  TEST(a_server_that_was_never_there_is_connected_when_it_comes),
	  TEST(a_process_that_hangs_is_given_up_at_the_deadline),
	  TEST(a_segment_alone_has_the_deadline_not_the_pipeline),
	  TEST(a_read_behind_a_slow_one_waits_no_longer_than_in_the_queue),
	  TEST(a_write_that_was_sent_is_waited_for),
	  TEST(a_lock_that_keeps_statements_from_being_prepared_is_waited_for),
	  TEST(a_server_that_never_answers_is_given_up),
	  TEST(what_is_run_on_a_connection_just_lost_ends_all_the_same))
