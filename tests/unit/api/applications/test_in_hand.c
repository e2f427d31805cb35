#include "api/applications/inhand.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	TODAY = 20000, /* a day */
	HOUR = 3600,
	MIDNIGHT = 1732233600,
};

/* Of calls whose last day is before a usual night, before the clocks go forward and back, and the
 * last of a year: midnight in Norway, and an hour after it on a clock that nobody moves. */
static const int64_t midnights[] = {MIDNIGHT, 1774738800, 1774821600, 1792879200, 1792969200,
				    1798758000};

static void keep(const struct in_hand *in_hand)
{
	begin();
	require_in_hand("draft", in_hand, &problems);
}

static struct in_hand begun(int64_t begun_at, int64_t midnight, int64_t now)
{
	return (struct in_hand){
		.call_state = "open",
		.today = TODAY,
		.now = now,
		.begun_at = begun_at,
		.deadline = {.closes_at = midnight,
			     .grace_ends_at = midnight + HOUR,
			     .grace_until = "2026-03-29 01:00"},
	};
}

START_TEST(a_draft_is_changed_until_the_grace_ends_if_it_was_begun_before_midnight)
{
	for (size_t i = 0; i < sizeof(midnights) / sizeof(midnights[0]); i++) {
		for (int64_t s = -2 * HOUR; s <= 3 * HOUR; s += HOUR / 4) {
			for (int64_t off = -1; off <= 1; off++) {
				int64_t now = midnights[i] + s + off;
				struct in_hand early = begun(midnights[i] - 1, midnights[i], now);
				struct in_hand late = begun(midnights[i], midnights[i], now);

				keep(&early);
				ck_assert_uint_eq(problems.n, s + off >= HOUR);
				keep(&late);
				ck_assert_uint_eq(problems.n, s + off >= 0);
			}
		}
	}
}
END_TEST

START_TEST(a_draft_that_is_closed_says_when_it_was)
{
	struct in_hand in_hand = begun(MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + HOUR);

	keep(&in_hand);
	assert_one(PROBLEM_DRAFT_CLOSED, NULL);
	assert_arg(0, "2026-03-29 01:00");
	in_hand.now = MIDNIGHT - HOUR;
	in_hand.call_state = "closed";
	keep(&in_hand);
	assert_one(PROBLEM_DRAFT_CLOSED, NULL);
	assert_arg(0, "@call_closed");
}
END_TEST

START_TEST(a_draft_is_changed_while_leave_is_asked_for_and_as_long_as_it_is_given)
{
	struct in_hand in_hand = begun(MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + 48 * HOUR);

	in_hand.is_leave_asked = true;
	keep(&in_hand);
	assert_none();
	in_hand.is_leave_asked = false;
	in_hand.has_leave = true;
	in_hand.leave_until = TODAY;
	keep(&in_hand);
	assert_none();
	in_hand.today++;
	keep(&in_hand);
	assert_one(PROBLEM_LEAVE_OVER, NULL);
	in_hand.is_leave_asked = true;
	keep(&in_hand);
	assert_none();
}
END_TEST

START_TEST(what_was_returned_is_changed_whenever)
{
	struct in_hand in_hand = begun(MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + 48 * HOUR);

	begin();
	require_in_hand("returned", &in_hand, &problems);
	assert_none();
	require_in_hand("submitted", &in_hand, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(a_draft_is_changed_until_the_grace_ends_if_it_was_begun_before_midnight),
	  TEST(a_draft_that_is_closed_says_when_it_was),
	  TEST(a_draft_is_changed_while_leave_is_asked_for_and_as_long_as_it_is_given),
	  TEST(what_was_returned_is_changed_whenever))
