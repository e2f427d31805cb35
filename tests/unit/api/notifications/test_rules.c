#include "api/notifications/notifications.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static void settle(const char *state, bool is_person)
{
	struct delivery_facts facts = {
		.caller = {.role = "caseworker", .is_person = is_person, .person_id = 7},
		.state = state,
	};

	begin();
	decide_settle_delivery(&facts, &problems);
}

START_TEST(what_failed_is_settled_by_a_person_and_nothing_else_is)
{
	static const char *const others[] = {"queued", "sending", "sent", "settled", "dropped"};

	settle("failed", true);
	assert_none();
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		settle(others[i], true);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
	settle("failed", false);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

RUN_TESTS(TEST(what_failed_is_settled_by_a_person_and_nothing_else_is))
