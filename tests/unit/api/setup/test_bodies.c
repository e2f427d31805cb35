#include "api/setup/bodies.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { KARI = 7, OLA = 8, STRANGER = 9, FROM = 20000, TO = 20365 };

static struct member_input both[] = {{KARI, "chair", FROM, TO}, {OLA, "member", FROM, TO}};

static struct setup_facts there(void)
{
	return (struct setup_facts){.references = {.body = true, .funding_line = true}};
}

static void decide_with(struct setup_facts facts, struct body_input input)
{
	begin();
	decide_body(&facts, &input, &problems);
}

START_TEST(a_quorum_is_given_once_and_can_be_made)
{
	struct body_input input = {
		.quorum_members = 2, .has_members = true, .members = both, .n_members = 2};

	decide_with(there(), input);
	assert_none();
	input.quorum_members = 3;
	decide_with(there(), input);
	assert_one(PROBLEM_QUORUM_OVER_SEATS, "#/members");
	input.has_members = false;
	decide_with(there(), input);
	assert_one(PROBLEM_QUORUM_ONCE, "#/quorumMembers");
	input.has_share = true;
	decide_with(there(), input);
	assert_none();
}
END_TEST

START_TEST(somebody_is_in_the_chair_and_nobody_in_two_seats_at_a_time)
{
	struct member_input members[] = {{KARI, "member", FROM, FROM + 10},
					 {KARI, "deputy", FROM + 10, TO}};
	struct body_input input = {.has_share = true, .members = members, .n_members = 2};

	decide_with(there(), input);
	assert_found(PROBLEM_CHAIR_MISSING, "#/members");
	assert_found(PROBLEM_TWO_SEATS, "#/members/1/personId");
	members[0].seat = "chair";
	members[1].from = FROM + 11;
	decide_with(there(), input);
	assert_none();
	members[1].to = FROM;
	decide_with(there(), input);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/members/1/validTo");
}
END_TEST

START_TEST(one_is_in_the_chair_at_a_time)
{
	struct member_input chairs[] = {{KARI, "chair", FROM, TO}, {OLA, "chair", TO, TO + 9}};
	struct body_input input = {.has_share = true, .members = chairs, .n_members = 2};

	decide_with(there(), input);
	assert_one(PROBLEM_TWO_CHAIRS, "#/members/1/seat");
	chairs[1].from = TO + 1;
	decide_with(there(), input);
	assert_none();
}
END_TEST

START_TEST(members_are_the_countys_and_its_name_its_own)
{
	int64_t strangers[] = {STRANGER, OLA};
	struct setup_facts facts = there();
	struct body_input input = {.has_share = true, .members = both, .n_members = 2};

	facts.references.strangers = strangers;
	facts.references.n_strangers = 2;
	decide_with(facts, input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/members/1/personId");
	facts = there();
	facts.references.is_body_named = true;
	decide_with(facts, input);
	assert_one(PROBLEM_DUPLICATE, "#/name");
}
END_TEST

START_TEST(members_elected_anew_can_make_its_quorum)
{
	struct setup_facts facts = there();
	struct body_input input = {.members = both, .n_members = 2};

	facts.references.quorum_members = 2;
	begin();
	decide_body_members(&facts, &input, &problems);
	assert_none();
	facts.references.quorum_members = 3;
	facts.references.body = false;
	begin();
	decide_body_members(&facts, &input, &problems);
	assert_found(PROBLEM_QUORUM_OVER_SEATS, "#/members");
	assert_found(PROBLEM_NOT_FOUND, NULL);
}
END_TEST

START_TEST(a_body_with_members_from_outside_decides_where_that_is_said)
{
	struct setup_facts facts = there();
	struct delegation_input input = {.from = FROM};

	begin();
	decide_delegation(&facts, &input, &problems);
	assert_none();
	facts.references.has_outside_members = true;
	begin();
	decide_delegation(&facts, &input, &problems);
	assert_one(PROBLEM_OUTSIDE_MEMBERS, "#/despiteOutsideMembers");
	input.despite_outside_members = true;
	input.has_to = true;
	input.to = FROM - 1;
	begin();
	decide_delegation(&facts, &input, &problems);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/validTo");
	facts = (struct setup_facts){0};
	input.has_to = false;
	begin();
	decide_delegation(&facts, &input, &problems);
	assert_found(PROBLEM_NOT_FOUND, NULL);
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/bodyId");
}
END_TEST

RUN_TESTS(TEST(a_quorum_is_given_once_and_can_be_made),
	  TEST(somebody_is_in_the_chair_and_nobody_in_two_seats_at_a_time),
	  TEST(one_is_in_the_chair_at_a_time),
	  TEST(members_are_the_countys_and_its_name_its_own),
	  TEST(members_elected_anew_can_make_its_quorum),
	  TEST(a_body_with_members_from_outside_decides_where_that_is_said))
