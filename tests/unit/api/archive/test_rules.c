#include "api/archive/archive.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static void retry(const char *state, bool is_person)
{
	struct archive_message_facts facts = {
		.caller = {.role = "archivist", .is_person = is_person, .person_id = 7},
		.state = state,
	};

	begin();
	decide_retry_message(&facts, &problems);
}

START_TEST(what_failed_is_sent_again_by_a_person_and_nothing_else_is)
{
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

RUN_TESTS(TEST(what_failed_is_sent_again_by_a_person_and_nothing_else_is))
