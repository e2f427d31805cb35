#include "api/archive/archive.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static void retry_of(const char *state, bool is_person, bool is_newest)
{
	struct archive_message_facts facts = {
		.caller = {.role = "archivist", .is_person = is_person, .person_id = 7},
		.state = state,
		.is_newest = is_newest,
	};

	begin();
	decide_retry_message(&facts, &problems);
}

static void retry(const char *state, bool is_person)
{
	retry_of(state, is_person, true);
}

START_TEST(what_failed_or_is_not_answered_is_sent_again_by_a_person)
{
	retry("sent", true);
	assert_none();
	retry("failed", true);
	assert_none();
	retry("queued", true);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	retry("received", true);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	retry("failed", false);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(what_a_later_message_says_more_of_is_not_sent_again)
{
	retry_of("sent", true, false);
	assert_one(PROBLEM_MESSAGE_SUPERSEDED, NULL);
}
END_TEST

RUN_TESTS(TEST(what_failed_or_is_not_answered_is_sent_again_by_a_person),
	  TEST(what_a_later_message_says_more_of_is_not_sent_again))
