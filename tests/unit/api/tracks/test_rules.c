#include "api/tracks/tracks.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static void decide(const char *programme_state)
{
	struct track_facts facts = {.caller = PERSON("hub_editor", "hub", 11, 101),
				    .programme_state = programme_state,
				    .is_delivered = true};

	begin();
	decide_create_track(&facts, &problems);
}

START_TEST(a_track_begins_in_a_programme_that_runs)
{
	decide("active");
	assert_none();
	decide("planned");
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	decide("ended");
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(the_programme_must_exist)
{
	decide(NULL);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/programmeId");
}
END_TEST

START_TEST(hubs_have_no_track_in_a_programme_that_they_do_not_deliver)
{
	struct track_facts facts = {.caller = PERSON("hub_editor", "hub", 11, 101),
				    .programme_state = "active"};

	begin();
	decide_create_track(&facts, &problems);
	assert_one(PROBLEM_PROGRAMME_NOT_DELIVERED, "#/programmeId");
}
END_TEST

RUN_TESTS(TEST(a_track_begins_in_a_programme_that_runs), TEST(the_programme_must_exist),
	  TEST(hubs_have_no_track_in_a_programme_that_they_do_not_deliver))
