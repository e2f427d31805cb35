#include "tests/unit/api/appeals/lodged.h"
#include "tests/unit/run.h"

/* Against that an extension of the grant was refused. */
static struct appeal_facts of_amendment(struct appeal_facts facts)
{
	facts.kind = "amendment";
	facts.decision = (struct appealed_decision){.outcome = "refused",
						    .decided_on = day("2026-11-02"),
						    .recommended_by = CLERK,
						    .decided_by = DECIDER,
						    .is_newest = true};
	facts.amendment = (struct appealed_amendment){
		.kind = "extension", .grant_state = "active", .stake_ore = GRANTED};
	facts.has_amendment = true;
	return facts;
}

/* Against the decision that approved an extension for less time than was asked for. */
static struct appeal_facts of_part(struct appeal_facts facts)
{
	facts.amendment = of_amendment(lodged()).amendment;
	facts.has_amendment = true;
	return facts;
}

/* Against that leave to apply late was refused. */
static struct appeal_facts of_leave(struct appeal_facts facts)
{
	facts = of_amendment(facts);
	facts.kind = "leave";
	facts.has_amendment = facts.has_application = facts.has_grant = false;
	facts.application = (struct application_facts){0};
	facts.leave = (struct refused_leave){.id = 9, .line = "Trinn 1", .body = "Direktøren"};
	facts.has_leave_refused = true;
	return facts;
}

START_TEST(a_refusal_comes_to_what_appeals_come_to_without_money)
{
	static const char *const may[] = {"allowed", "allowed_in_part", "sent_back", "forwarded"};

	for (size_t i = 0; i < sizeof(may) / sizeof(may[0]); i++) {
		reconsider(of_amendment(lodged()), without_money(may[i], NULL));
		assert_none();
	}
	reconsider(of_amendment(lodged()), without_money("inadmissible", "form"));
	assert_none();
	reconsider(of_amendment(lodged()), without_money("not_allowed", NULL));
	assert_one(PROBLEM_APPEAL_OUTCOME, "#/outcome");
	reconsider(of_amendment(lodged()), allowed("allowed", APPLIED));
	assert_one(PROBLEM_APPEAL_OF_REFUSAL, "#/outcome");
}
END_TEST

START_TEST(leave_is_given_whole_or_not_at_all)
{
	reconsider(of_leave(lodged()), without_money("allowed", NULL));
	assert_none();
	reconsider(of_leave(lodged()), without_money("sent_back", NULL));
	assert_none();
	reconsider(of_leave(lodged()), without_money("allowed_in_part", NULL));
	assert_one(PROBLEM_APPEAL_LEAVE_WHOLE, "#/outcome");
}
END_TEST

START_TEST(what_was_refused_is_taken_up_as_it_can_still_be_granted)
{
	struct appeal_facts facts = of_amendment(lodged());

	facts.amendment.grant_state = "settled";
	reconsider(facts, without_money("allowed", NULL));
	assert_one(PROBLEM_AMENDMENT_KIND, "#/outcome");
	reconsider(facts, without_money("forwarded", NULL));
	assert_none();
	facts = of_amendment(lodged());
	facts.amendment.is_asked = true;
	reconsider(facts, without_money("sent_back", NULL));
	assert_one(PROBLEM_AMENDMENT_OPEN, "#/outcome");
	facts = of_leave(lodged());
	facts.leave.is_asked = true;
	reconsider(facts, without_money("allowed", NULL));
	assert_one(PROBLEM_LATE_ASKED_ANEW, "#/outcome");
}
END_TEST

START_TEST(what_a_body_refused_a_body_takes_up)
{
	struct appeal_facts facts = of_amendment(lodged());

	facts.decision.met = "Styringsgruppen";
	reconsider(facts, without_money("sent_back", NULL));
	assert_none();
	facts = of_amendment(answered("reconsideration", "allowed", 0));
	facts.decision.met = "Styringsgruppen";
	settle(facts, NULL);
	assert_one(PROBLEM_APPEAL_FOR_MEETING, "#/number");
	facts.caller.role = "secretary";
	facts.meeting = (struct resolved_facts){.has_item = true, .body = "Styringsgruppen",
		.reference = "sak 1 i møte 2/2026", .outcome = "allowed", .grounds = "Ja",
		.may_decide = true, .has_may = true};
	ck_assert(settle(facts, NULL).takes_up);
	assert_none();
	facts.meeting.outcome = "sent_back";
	settle(facts, NULL);
	assert_one(PROBLEM_RESOLVED_OTHERWISE, "#/number");
}
END_TEST

START_TEST(settled_it_is_taken_up_and_nothing_decided)
{
	static const char *const taken_up[] = {"allowed", "allowed_in_part", "sent_back"};

	for (size_t i = 0; i < sizeof(taken_up) / sizeof(taken_up[0]); i++) {
		struct appeal_facts facts = of_amendment(answered("board", taken_up[i], 0));
		struct settle_effects effects = settle(facts, NULL);

		assert_none();
		ck_assert(effects.takes_up && effects.is_end && !effects.makes_decision);
		ck_assert_pstr_eq(effects.application_state, NULL);
	}
	ck_assert(!settle(of_amendment(answered("board", "not_allowed", 0)), NULL).takes_up);
}
END_TEST

START_TEST(authority_is_for_what_the_amendment_takes)
{
	struct appeal_facts facts = of_amendment(answered("reconsideration", "allowed", 0));

	line.authority.limit_ore = GRANTED;
	settle(facts, NULL);
	assert_none();
	line.authority.limit_ore = GRANTED - 1;
	settle(facts, NULL);
	assert_one(PROBLEM_OVER_LIMIT, "#/number");
}
END_TEST

START_TEST(leave_is_answered_by_who_decides_on_the_line)
{
	struct appeal_facts facts = of_leave(answered("reconsideration", "allowed", 0));

	ck_assert(settle(facts, NULL).takes_up);
	assert_none();
	facts.leave.body = NULL;
	settle(facts, NULL);
	assert_one(PROBLEM_NO_AUTHORITY, "#/number");
	settle(of_leave(answered("board", "allowed", 0)), NULL);
	assert_none();
}
END_TEST

START_TEST(what_was_approved_in_part_is_taken_up_where_no_amount_is_said)
{
	static const char *const taken_up[] = {"allowed", "allowed_in_part", "sent_back"};
	struct appeal_facts facts = of_part(lodged());
	struct proposal_input input = without_money("allowed", NULL);

	for (size_t i = 0; i < sizeof(taken_up) / sizeof(taken_up[0]); i++) {
		reconsider(facts, without_money(taken_up[i], NULL));
		assert_none();
		ck_assert(settle(of_part(answered("board", taken_up[i], 0)), NULL).takes_up);
		assert_none();
	}
	input.has_year = true;
	input.year = YEAR;
	reconsider(facts, input);
	assert_one(PROBLEM_APPEAL_AMOUNT, "#/year");
	reconsider(facts, allowed("allowed_in_part", GRANTED + LEFT));
	assert_none();
	facts = of_part(answered("reconsideration", "allowed_in_part", GRANTED + LEFT));
	ck_assert(!settle(facts, NULL).takes_up);
	facts = of_part(lodged());
	reconsider(facts, allowed("allowed", GRANTED));
	assert_found(PROBLEM_APPEAL_NO_GAIN, "#/amountOre");
	facts.amendment.is_asked = true;
	reconsider(facts, without_money("allowed", NULL));
	assert_one(PROBLEM_AMENDMENT_OPEN, "#/outcome");
}
END_TEST

START_TEST(a_refusal_is_not_stayed)
{
	struct appeal_facts facts = of_leave(lodged());

	begin();
	decide_ask_stay(&facts, &problems);
	assert_one(PROBLEM_NOTHING_TO_STAY, NULL);
	begin();
	decide_propose_stay(&facts, &problems);
	assert_one(PROBLEM_NOTHING_TO_STAY, NULL);
}
END_TEST

RUN_TESTS(TEST(a_refusal_comes_to_what_appeals_come_to_without_money),
	  TEST(leave_is_given_whole_or_not_at_all),
	  TEST(what_was_refused_is_taken_up_as_it_can_still_be_granted),
	  TEST(what_a_body_refused_a_body_takes_up),
	  TEST(settled_it_is_taken_up_and_nothing_decided),
	  TEST(what_was_approved_in_part_is_taken_up_where_no_amount_is_said),
	  TEST(authority_is_for_what_the_amendment_takes),
	  TEST(leave_is_answered_by_who_decides_on_the_line), TEST(a_refusal_is_not_stayed))
