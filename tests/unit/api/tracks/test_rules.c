#include "api/tracks/tracks.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static struct new_track_facts beginning(void)
{
	return (struct new_track_facts){.caller = PERSON("hub_editor", "hub", 11, 101),
					.programme_state = "active",
					.is_delivered = true};
}

static void create(const struct new_track_facts *facts)
{
	begin();
	decide_create_track(facts, &problems);
}

START_TEST(a_track_begins_in_a_programme_that_runs)
{
	struct new_track_facts facts = beginning();

	create(&facts);
	assert_none();
	facts.programme_state = "planned";
	create(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.programme_state = "ended";
	create(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(the_programme_must_exist)
{
	struct new_track_facts facts = beginning();

	facts.programme_state = NULL;
	create(&facts);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/programmeId");
}
END_TEST

START_TEST(hubs_have_no_track_in_a_programme_that_they_do_not_deliver)
{
	struct new_track_facts facts = beginning();

	facts.is_delivered = false;
	create(&facts);
	assert_one(PROBLEM_PROGRAMME_NOT_DELIVERED, "#/programmeId");
}
END_TEST

START_TEST(two_open_tracks_have_different_titles)
{
	struct new_track_facts facts = beginning();
	struct track_facts other = {.state = "open", .is_title_taken = true};

	facts.is_title_taken = true;
	create(&facts);
	assert_one(PROBLEM_TRACK_TITLE_TAKEN, "#/title");
	begin();
	decide_change_track(&other, &problems);
	assert_one(PROBLEM_TRACK_TITLE_TAKEN, "#/title");
}
END_TEST

START_TEST(a_track_that_has_ended_is_not_changed_nor_ended_again)
{
	struct track_facts facts = {.state = "open"};

	begin();
	decide_change_track(&facts, &problems);
	decide_end_track(&facts, &problems);
	assert_none();
	facts.state = "ended";
	decide_change_track(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_end_track(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_track_ends_when_all_that_was_begun_in_it_is_over)
{
	struct track_facts facts = {
		.state = "open", .n_cohorts = 1, .n_engagements = 2, .n_applications = 3};

	begin();
	decide_end_track(&facts, &problems);
	assert_found(PROBLEM_TRACK_COHORTS, NULL);
	assert_found(PROBLEM_TRACK_ENGAGEMENTS, NULL);
	assert_found(PROBLEM_TRACK_APPLICATIONS, NULL);
	ck_assert_uint_eq(problems.n, 3);
	ck_assert_str_eq(problems.list[1].args[0], "2");
}
END_TEST

RUN_TESTS(TEST(a_track_begins_in_a_programme_that_runs), TEST(the_programme_must_exist),
	  TEST(hubs_have_no_track_in_a_programme_that_they_do_not_deliver),
	  TEST(two_open_tracks_have_different_titles),
	  TEST(a_track_that_has_ended_is_not_changed_nor_ended_again),
	  TEST(a_track_ends_when_all_that_was_begun_in_it_is_over))
