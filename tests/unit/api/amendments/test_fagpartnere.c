#include "api/amendments/fagpartnere.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

#define FIRST "910000401"
#define SECOND "910000402"
#define OTHER "910000403"

/* 40 hours at 1000 and 10 at 500: 45 000 in all. */
static struct planned_fagpartner was[] = {
	{FIRST, "Kysten Kompetanse AS", "veileder", 40, 1000, NULL},
	{SECOND, "Fjord Data AS", "kursholder", 10, 500, NULL},
};
static const struct planned_fagpartnere before = {was, 2};

static const struct fagpartner_standing sound = {.is_registered = true};

static void change(struct planned_fagpartner first, struct fagpartner_standing standing)
{
	struct planned_fagpartner list[] = {first, was[1]};
	struct planned_fagpartnere after = {list, 2};
	struct fagpartner_standing own[] = {standing, {0}};
	struct fagpartner_standings standings = {own, 2};

	begin();
	check_fagpartner_change(&before, &after, &standings, &problems);
}

static struct planned_fagpartner other(int64_t hours, int64_t hourly_ore)
{
	return (struct planned_fagpartner){OTHER, "Ny Kompetanse AS", "veileder",
					   hours, hourly_ore, "Søsterselskap"};
}

START_TEST(another_does_what_one_was_to_do)
{
	change(other(40, 1000), sound);
	assert_none();
	change(other(20, 2000), sound);
	assert_none();
}
END_TEST

START_TEST(one_that_stays_is_not_asked_after_again)
{
	struct planned_fagpartner fewer = was[0];

	fewer.hours = 30;
	change(fewer, (struct fagpartner_standing){.is_insolvent = true});
	assert_none();
}
END_TEST

START_TEST(who_is_new_is_registered_and_solvent_and_no_party)
{
	change(other(40, 1000), (struct fagpartner_standing){0});
	assert_one(PROBLEM_FAGPARTNER_UNREGISTERED, "#/fagpartnere/0/orgnr");
	change(other(40, 1000),
	       (struct fagpartner_standing){.is_registered = true, .is_insolvent = true});
	assert_one(PROBLEM_APPLICANT_INSOLVENT, "#/fagpartnere/0/orgnr");
	change(other(40, 1000),
	       (struct fagpartner_standing){.is_registered = true, .is_party = true});
	assert_one(PROBLEM_OWN_PARTNER, "#/fagpartnere/0/orgnr");
}
END_TEST

START_TEST(they_come_to_no_more_than_was_approved)
{
	change(other(40, 1001), sound);
	assert_one(PROBLEM_FAGPARTNERE_CEILING, "#/fagpartnere");
	change(other(100000, INT64_C(1000000000000000)), sound);
	assert_one(PROBLEM_FAGPARTNERE_CEILING, "#/fagpartnere");
}
END_TEST

START_TEST(something_is_changed_and_each_stands_once)
{
	struct planned_fagpartner again = was[1], role = was[0];

	change(was[0], sound);
	assert_one(PROBLEM_FAGPARTNERE_SAME, "#/fagpartnere");
	role.role = "kursholder";
	change(role, sound);
	assert_none();
	again.hours = 1;
	change(again, sound);
	assert_one(PROBLEM_FIELD_NOT_UNIQUE, "#/fagpartnere/1/orgnr");
}
END_TEST

START_TEST(all_may_leave)
{
	struct planned_fagpartnere none = {NULL, 0};
	struct fagpartner_standings standings = {NULL, 0};

	begin();
	check_fagpartner_change(&before, &none, &standings, &problems);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(another_does_what_one_was_to_do), TEST(one_that_stays_is_not_asked_after_again),
	  TEST(who_is_new_is_registered_and_solvent_and_no_party),
	  TEST(they_come_to_no_more_than_was_approved),
	  TEST(something_is_changed_and_each_stands_once), TEST(all_may_leave))
