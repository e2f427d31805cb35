/* Notifications, and what is known of those sent while nobody listened. */
#include <stdio.h>
#include <string.h>

#include "tests/dbclient/rig.h"
#include "tests/unit/run.h"

struct heard {
	int begun;
	int notified;
	char payload[32];
};

static void hear(void *ctx, const char *payload)
{
	struct heard *heard = ctx;

	if (!payload) {
		heard->begun++;
		return;
	}
	heard->notified++;
	snprintf(heard->payload, sizeof(heard->payload), "%s", payload);
}

static void open_listening(struct rig *rig, struct heard *keys, struct heard *rates)
{
	rig_connect(rig);
	db_listen(rig->pool, "keys", hear, keys);
	db_listen(rig->pool, "rates", hear, rates);
	rig_open(rig);
}

START_TEST(a_notification_reaches_the_listener_of_its_channel)
{
	struct heard keys = {0}, rates = {0};
	struct outcome *outcome;
	struct rig rig;

	rig_init(&rig);
	open_listening(&rig, &keys, &rates);
	ck_assert_int_eq(keys.begun, 1);
	ck_assert_int_eq(rates.begun, 1);

	rig_ask(&rig, "notify keys, 'a'");
	rig_wait(&rig, &keys.notified, 1);
	ck_assert_str_eq(keys.payload, "a");
	ck_assert_int_eq(rates.notified, 0);

	/* Also in between results. */
	outcome = rig_segment(&rig, DB_READ);
	db_add(outcome->segment, &nap, "0.05");
	ck_assert(rig_run(outcome));
	rig_ask(&rig, "notify rates, 'b'");
	rig_wait(&rig, &rates.notified, 1);
	rig_wait(&rig, &outcome->done, 1);
	ck_assert_int_eq(outcome->result.status, DB_OK);
	rig_fini(&rig);
}
END_TEST

START_TEST(listening_begins_again_with_the_connection)
{
	struct heard keys = {0}, rates = {0};
	struct rig rig;

	rig_init(&rig);
	open_listening(&rig, &keys, &rates);
	rig_ask(&rig, "select pg_terminate_backend(pid) from pg_stat_activity"
		      " where application_name like 'rig %'");
	rig_ask(&rig, "notify keys, 'lost'");
	rig_wait(&rig, &keys.begun, 2);
	rig_wait(&rig, &rates.begun, 2);
	ck_assert_int_eq(keys.notified, 0);
	rig_ask(&rig, "notify keys, 'heard'");
	rig_wait(&rig, &keys.notified, 1);
	ck_assert_str_eq(keys.payload, "heard");
	rig_fini(&rig);
}
END_TEST

RUN_TESTS(TEST(a_notification_reaches_the_listener_of_its_channel),
	  TEST(listening_begins_again_with_the_connection))
