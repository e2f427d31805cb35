#include "api/calendars/calendars.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

START_TEST(an_organisation_has_so_many_links_and_no_more)
{
	struct new_feed_facts facts = {.in_force = CALENDAR_FEEDS_MAX - 1};

	begin();
	decide_create_feed(&facts, &problems);
	assert_none();
	facts.in_force++;
	decide_create_feed(&facts, &problems);
	assert_one(PROBLEM_FEEDS_TOO_MANY, NULL);
	assert_arg(0, "20");
}
END_TEST

START_TEST(a_link_is_revoked_once)
{
	struct feed_facts facts = {.is_revoked = false};

	begin();
	decide_revoke_feed(&facts, &problems);
	assert_none();
	facts.is_revoked = true;
	decide_revoke_feed(&facts, &problems);
	assert_one(PROBLEM_FEED_REVOKED, NULL);
}
END_TEST

RUN_TESTS(TEST(an_organisation_has_so_many_links_and_no_more), TEST(a_link_is_revoked_once))
