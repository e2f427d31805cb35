#include "tests/unit/api/appeals/lodged.h"
#include "tests/unit/run.h"

static struct appeal_facts late(const char *lodged_on)
{
	struct appeal_facts facts = lodged();

	facts.lodged_on = day(lodged_on);
	return facts;
}

/* ---- in time, or given leave */

static void propose_leave(struct appeal_facts facts, struct proposal_input input)
{
	begin();
	decide_propose_leave(&facts, &input, &problems);
}

START_TEST(the_last_day_is_in_time_and_the_day_after_is_not)
{
	struct appeal_facts facts = late("2026-11-23");

	ck_assert(!appeal_is_late(&facts));
	reconsider(facts, without_money("forwarded", NULL));
	assert_none();
	facts = late("2026-11-24");
	ck_assert(appeal_is_late(&facts));
	reconsider(facts, without_money("forwarded", NULL));
	assert_one(PROBLEM_APPEAL_LATE, "#/outcome");
	assert_arg(0, "2026-11-23");
	facts.has_leave = true;
	reconsider(facts, without_money("forwarded", NULL));
	assert_none();
}
END_TEST

START_TEST(while_grounds_are_waited_for_nothing_is_late)
{
	struct appeal_facts facts = late("2027-03-01");

	facts.has_due = false;
	ck_assert(!appeal_is_late(&facts));
}
END_TEST

START_TEST(leave_is_for_what_is_late_and_has_a_ground_of_the_law)
{
	propose_leave(late("2026-11-24"), without_money("given", "excusable"));
	assert_none();
	propose_leave(late("2026-11-24"), without_money("given", NULL));
	assert_one(PROBLEM_FIELD_REQUIRED, "#/ground");
	propose_leave(late("2026-11-24"), without_money("refused", NULL));
	assert_none();
	propose_leave(lodged(), without_money("given", "particular"));
	assert_one(PROBLEM_APPEAL_IN_TIME, NULL);
}
END_TEST

START_TEST(leave_is_never_given_more_than_a_year_after_the_decision)
{
	struct appeal_facts facts = late("2027-11-02"); /* a year to the day */

	propose_leave(facts, without_money("given", "excusable"));
	assert_none();
	facts = late("2027-11-03");
	propose_leave(facts, without_money("given", "excusable"));
	assert_one(PROBLEM_APPEAL_TOO_OLD, "#/outcome");
	assert_arg(0, "2027-11-02");
	propose_leave(facts, without_money("refused", NULL));
	assert_none();
	facts = late("2029-03-01");
	facts.decision.decided_on = day("2028-02-29");
	propose_leave(facts, without_money("given", "excusable"));
	assert_one(PROBLEM_APPEAL_TOO_OLD, "#/outcome");
	assert_arg(0, "2029-02-28");
}
END_TEST

START_TEST(what_is_inadmissible_says_why)
{
	reconsider(late("2026-11-24"), without_money("inadmissible", "late"));
	assert_none();
	reconsider(lodged(), without_money("inadmissible", "no_standing"));
	assert_none();
	reconsider(lodged(), without_money("inadmissible", NULL));
	assert_one(PROBLEM_FIELD_REQUIRED, "#/ground");
	reconsider(lodged(), without_money("inadmissible", "late"));
	assert_one(PROBLEM_APPEAL_IN_TIME, "#/ground");
	reconsider(lodged(), without_money("forwarded", "late"));
	assert_one(PROBLEM_APPEAL_GROUND, "#/ground");
}
END_TEST

/* ---- what it comes to */

START_TEST(allowed_is_what_was_asked_and_in_part_is_less)
{
	struct appeal_facts facts = lodged();

	available[0].ore = APPLIED;
	reconsider(facts, allowed("allowed", APPLIED));
	assert_none();
	reconsider(facts, allowed("allowed", APPLIED - 1));
	assert_one(PROBLEM_APPEAL_NOT_WHOLE, "#/amountOre");
	reconsider(facts, allowed("allowed_in_part", APPLIED));
	assert_one(PROBLEM_APPEAL_NOT_PART, "#/amountOre");
	facts.asked_ore = 15000000;
	facts.has_asked = true;
	reconsider(facts, allowed("allowed", 15000000));
	assert_none();
	available[0].ore = LEFT;
}
END_TEST

START_TEST(either_is_more_than_before)
{
	reconsider(lodged(), allowed("allowed_in_part", GRANTED));
	assert_one(PROBLEM_APPEAL_NO_GAIN, "#/amountOre");
	reconsider(lodged(), allowed("allowed_in_part", GRANTED + 1));
	assert_none();
}
END_TEST

START_TEST(the_line_has_enough_for_the_difference)
{
	reconsider(lodged(), allowed("allowed_in_part", GRANTED + LEFT));
	assert_none();
	reconsider(lodged(), allowed("allowed_in_part", GRANTED + LEFT + 1));
	assert_one(PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre");
}
END_TEST

START_TEST(a_grant_that_is_over_is_not_raised)
{
	struct appeal_facts facts = lodged();

	facts.grant.state = "settled";
	reconsider(facts, allowed("allowed_in_part", GRANTED + 1));
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_decision_that_was_replaced_is_not_changed)
{
	struct appeal_facts facts = lodged();

	facts.decision.is_newest = false;
	facts.application.appealable.decision_id = 32;
	reconsider(facts, allowed("allowed_in_part", GRANTED + 1));
	assert_one(PROBLEM_DECISION_REPLACED, "#/outcome");
	assert_arg(0, "32");
}
END_TEST

START_TEST(amount_and_year_go_with_what_is_allowed)
{
	struct proposal_input input = allowed("allowed_in_part", GRANTED + 1);

	input.has_amount = input.has_year = false;
	reconsider(lodged(), input);
	assert_found(PROBLEM_FIELD_REQUIRED, "#/amountOre");
	assert_found(PROBLEM_FIELD_REQUIRED, "#/year");
	reconsider(lodged(), allowed("forwarded", GRANTED + 1));
	assert_found(PROBLEM_APPEAL_AMOUNT, "#/amountOre");
	assert_found(PROBLEM_APPEAL_AMOUNT, "#/year");
}
END_TEST

START_TEST(what_was_never_considered_is_sent_back_and_not_granted)
{
	struct appeal_facts facts = lodged();

	facts.has_grant = false;
	facts.application.state = facts.decision.outcome = "ineligible";
	facts.decision.amount_ore = 0;
	reconsider(facts, allowed("allowed_in_part", GRANTED));
	assert_one(PROBLEM_APPEAL_UNCONSIDERED, "#/outcome");
	reconsider(facts, without_money("sent_back", NULL));
	assert_none();
	reconsider(lodged(), without_money("sent_back", NULL));
	assert_one(PROBLEM_APPEAL_GRANT_STANDS, "#/outcome");
}
END_TEST

START_TEST(only_the_board_allows_nothing_unless_it_has_sent_the_case_back)
{
	struct appeal_facts facts = lodged();

	reconsider(facts, without_money("not_allowed", NULL));
	assert_one(PROBLEM_APPEAL_OUTCOME, "#/outcome");
	facts.is_sent_back = true;
	facts.state = "sent_back";
	reconsider(facts, without_money("not_allowed", NULL));
	assert_none();
	reconsider(facts, without_money("forwarded", NULL));
	assert_one(PROBLEM_APPEAL_OUTCOME, "#/outcome");
	facts.has_grant = false;
	reconsider(facts, without_money("not_allowed", NULL));
	assert_found(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* ---- who */

START_TEST(who_decided_and_who_appealed_propose_nothing)
{
	struct appeal_facts facts = lodged();

	facts.caller.person_id = DECIDER;
	reconsider(facts, without_money("forwarded", NULL));
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.caller.person_id = SIGNATORY;
	reconsider(facts, without_money("forwarded", NULL));
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.is_entered = true; /* of a letter, by the county */
	reconsider(facts, without_money("forwarded", NULL));
	assert_none();
}
END_TEST

START_TEST(each_pair_of_steps_is_two_persons)
{
	static const int64_t hands[] = {CLERK, DECIDER, SIGNATORY};

	for (size_t i = 0; i < sizeof(hands) / sizeof(hands[0]); i++) {
		struct appeal_facts facts = answered("reconsideration", "forwarded", 0);

		line.authority.has_limit = false;
		facts.caller.person_id = hands[i];
		settle(facts, NULL);
		assert_found(PROBLEM_FOUR_EYES, NULL);
	}
}
END_TEST

START_TEST(what_one_proposed_who_is_disqualified_since_is_not_confirmed)
{
	struct appeal_facts facts = answered("reconsideration", "forwarded", 0);

	line.authority.has_limit = false;
	settle(facts, NULL);
	assert_none();
	facts.open[0].questioned = "Kari Nordmann";
	settle(facts, NULL);
	assert_one(PROBLEM_PREPARER_DISQUALIFIED, "#/number");
}
END_TEST

static struct proposal_input entered;

static void enter(const struct appeal_facts *facts, const struct proposal_input *input)
{
	begin();
	decide_enter_outcome(facts, input, &entered, &problems);
}

START_TEST(nothing_is_entered_while_the_appellant_may_comment)
{
	struct appeal_facts facts = lodged();

	facts.caller.person_id = SECRETARY;
	facts.state = "forwarded";
	facts.comment_by = facts.today;
	facts.has_comment_by = true;
	enter(&facts, NULL);
	assert_one(PROBLEM_COMMENT_OPEN, NULL);
	facts.has_comment = true;
	enter(&facts, NULL);
	assert_none();
	facts.has_comment = false;
	facts.comment_by = facts.today - 1;
	enter(&facts, NULL);
	assert_none();
}
END_TEST

START_TEST(what_the_board_decided_is_entered_by_hands_that_had_no_part)
{
	struct appeal_facts facts = lodged();
	struct proposal_input input = without_money("not_allowed", NULL);

	input.resolution = "KN 3/26";
	input.resolved_on = day("2026-11-20");
	input.has_resolved_on = true;
	facts.state = "forwarded";
	enter(&facts, &input);
	assert_one(PROBLEM_FOUR_EYES, NULL); /* the clerk recommended it */
	facts.caller.person_id = SECRETARY;
	facts.made_below = true;
	enter(&facts, &input);
	assert_one(PROBLEM_FOUR_EYES, NULL); /* an earlier decision, or voted */
	facts.made_below = false;
	enter(&facts, &input);
	assert_none();
	input.resolved_on = day("2026-11-21");
	enter(&facts, &input);
	assert_one(PROBLEM_DATE_FUTURE, "#/resolvedOn");
	facts.forwarded_on = input.resolved_on = day("2026-11-18");
	facts.has_forwarded = true;
	enter(&facts, &input);
	assert_none();
	input.resolved_on--;
	enter(&facts, &input);
	assert_one(PROBLEM_BEFORE_FORWARDED, "#/resolvedOn");
	assert_arg(0, "2026-11-18");
}
END_TEST

START_TEST(what_a_board_that_meets_elsewhere_decided_has_its_own_reference)
{
	struct appeal_facts facts = lodged();
	struct proposal_input input = {.outcome = "not_allowed", .item_id = 7, .has_item = true};

	facts.state = "forwarded";
	facts.caller.person_id = SECRETARY;
	enter(&facts, &input);
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/meetingItemId");
	assert_found(PROBLEM_FIELD_REQUIRED, "#/grounds");
	assert_found(PROBLEM_FIELD_REQUIRED, "#/resolution");
	assert_found(PROBLEM_FIELD_REQUIRED, "#/resolvedOn");
}
END_TEST

static struct appeal_facts met(void)
{
	struct appeal_facts facts = lodged();

	facts.state = "forwarded";
	facts.caller.person_id = SECRETARY;
	facts.has_board = true;
	facts.meeting = (struct resolved_facts){
		.item_id = 7,
		.has_item = true,
		.body = "Klagenemnda",
		.reference = "sak 1 i møte 2/2026",
		.outcome = "not_allowed",
		.grounds = "Riktig vurdert",
	};
	facts.met_on = day("2026-11-19");
	facts.has_met = true;
	return facts;
}

START_TEST(what_a_board_that_meets_here_resolved_is_entered_word_for_word)
{
	struct appeal_facts facts = met();
	struct proposal_input input = {.outcome = "not_allowed", .item_id = 7, .has_item = true};

	enter(&facts, &input);
	assert_none();
	ck_assert_str_eq(entered.grounds, "Riktig vurdert");
	ck_assert_str_eq(entered.resolution, "sak 1 i møte 2/2026");
	ck_assert_int_eq(entered.resolved_on, facts.met_on);
	input.item_id = 8;
	enter(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/meetingItemId");
	input.item_id = 7;
	input.grounds = "Noe annet";
	enter(&facts, &input);
	assert_one(PROBLEM_RESOLVED_GROUNDS, "#/grounds");
	input.grounds = NULL;
	input.outcome = "sent_back";
	enter(&facts, &input);
	assert_one(PROBLEM_RESOLVED_OTHERWISE, "#/outcome");
	input.outcome = "not_allowed";
	input.resolution = "KN 3/26";
	enter(&facts, &input);
	assert_one(PROBLEM_RESOLUTION_NOT_ASKED, "#/resolution");
}
END_TEST

START_TEST(a_board_that_meets_here_has_met_first)
{
	struct appeal_facts facts = met();

	facts.meeting = (struct resolved_facts){0};
	enter(&facts, NULL);
	assert_one(PROBLEM_BOARD_MEETING, NULL);
	facts.meeting.is_before = true;
	enter(&facts, NULL);
	assert_one(PROBLEM_MEETING_HAS_CASE, NULL);
}
END_TEST

/* ---- confirmed */

START_TEST(what_a_meeting_decides_is_not_changed_without_one)
{
	static const char *const unchanged[] = {"forwarded", "inadmissible"};
	struct appeal_facts facts = answered("reconsideration", "allowed_in_part", 20000000);

	facts.meeting.is_delegated = true;
	facts.meeting.delegated_ore = 20000000;
	settle(facts, NULL);
	assert_none(); /* within what the director may, who decided it */
	facts.decision.met = "Styringsgruppen";
	settle(facts, NULL);
	assert_one(PROBLEM_APPEAL_FOR_MEETING, "#/number");
	facts.caller.role = "secretary";
	settle(facts, "HU 1/26");
	assert_one(PROBLEM_APPEAL_FOR_MEETING, "#/number");
	line.authority.has_limit = false;
	for (size_t i = 0; i < sizeof(unchanged) / sizeof(unchanged[0]); i++) {
		open[0].outcome = unchanged[i];
		open[0].has_amount = open[0].has_year = false;
		settle(facts, "HU 1/26");
		assert_none();
	}
	open[0].outcome = "sent_back";
	settle(facts, "HU 1/26");
	assert_one(PROBLEM_APPEAL_FOR_MEETING, "#/number");
	facts.meeting.is_before = true;
	open[0].outcome = "forwarded";
	settle(facts, "HU 1/26");
	assert_one(PROBLEM_MEETING_HAS_CASE, "#/number");
}
END_TEST

START_TEST(what_a_meeting_resolved_on_an_appeal_is_the_answer)
{
	struct appeal_facts facts = resolved("allowed_in_part", 20000000);
	struct settle_effects effects = settle(facts, NULL);

	assert_none();
	ck_assert_str_eq(effects.decision.body, "Styringsgruppen");
	ck_assert_str_eq(effects.decision.reference, "sak 1 i møte 2/2026");
	facts.meeting.grounds = "Slik vi ser det";
	effects = settle(facts, NULL);
	ck_assert_str_eq(effects.input.grounds, "Slik vi ser det");
	facts.meeting.may_decide = false;
	settle(facts, NULL);
	assert_one(PROBLEM_BODY_RECOMMENDS, "#/number");
	facts.meeting.may_decide = true;
	facts.caller.role = "decision_maker";
	settle(facts, NULL);
	assert_one(PROBLEM_BODY_DECIDED, "#/number");
	settle(resolved("allowed_in_part", 20000001), NULL);
	assert_one(PROBLEM_RESOLVED_OTHERWISE, "#/number");
	facts = resolved("forwarded", 0);
	open[0].has_amount = open[0].has_year = false;
	settle(facts, NULL);
	assert_one(PROBLEM_RESOLVED_OTHERWISE, "#/number");
}
END_TEST

START_TEST(what_a_meeting_resolved_is_what_is_proposed)
{
	struct appeal_facts facts = lodged();
	struct proposal_input input = {.outcome = "forwarded", .grounds = "Vedtaket står"};

	facts.meeting = resolved("forwarded", 0).meeting;
	facts.meeting.grounds = input.grounds;
	begin();
	decide_reconsider(&facts, &input, &problems);
	assert_one(PROBLEM_RESOLVED_OTHERWISE, "#/outcome");
	facts.meeting.outcome = "forwarded";
	facts.meeting.amount_ore = 0;
	facts.meeting.grounds = "Slik vi ser det";
	begin();
	decide_reconsider(&facts, &input, &problems);
	assert_one(PROBLEM_RESOLVED_GROUNDS, "#/grounds");
	input.grounds = NULL;
	begin();
	decide_reconsider(&facts, &input, &problems);
	assert_none();
	facts.meeting = (struct resolved_facts){0};
	begin();
	decide_reconsider(&facts, &input, &problems);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/grounds");
}
END_TEST

START_TEST(what_is_allowed_is_decided_anew_and_the_grant_changed)
{
	struct settle_effects effects =
		settle(answered("reconsideration", "allowed_in_part", 20000000), NULL);

	assert_none();
	ck_assert_str_eq(effects.state, "allowed_in_part");
	ck_assert(effects.is_end && effects.makes_decision);
	ck_assert_str_eq(effects.input.outcome, "part_granted");
	ck_assert_int_eq(effects.input.amount_ore, 20000000);
	ck_assert_pstr_eq(effects.application_state, NULL); /* it stays accepted */
	ck_assert(effects.decision.appeal_deadline > day("2026-12-10"));
}
END_TEST

START_TEST(what_was_accepted_is_not_accepted_again)
{
	struct appeal_facts facts = answered("reconsideration", "allowed_in_part", 20000000);

	facts.grant.state = "accepted";
	ck_assert_int_eq(settle(facts, NULL).decision.accept_by, 0);
	facts.grant.state = "offered";
	ck_assert_int_ne(settle(facts, NULL).decision.accept_by, 0);
}
END_TEST

START_TEST(a_rejected_application_that_is_granted_is_so)
{
	struct appeal_facts facts = answered("reconsideration", "allowed_in_part", 5000000);
	struct settle_effects effects;

	facts.has_grant = false;
	facts.application.state = facts.decision.outcome = "rejected";
	facts.decision.amount_ore = 0;
	effects = settle(facts, NULL);
	assert_none();
	ck_assert_str_eq(effects.application_state, "part_granted");
	ck_assert_int_eq(effects.decision.budget_ore, 60000000);
}
END_TEST

START_TEST(what_has_become_short_meanwhile_is_told_of_the_proposal)
{
	struct settle_effects effects = {0};
	struct appeal_facts facts =
		answered("reconsideration", "allowed_in_part", GRANTED + LEFT + 1);

	settle(facts, NULL);
	assert_one(PROBLEM_APPROPRIATION_EXCEEDED, "#/number");
	begin();
	decide_settle_proposal(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_APPROPRIATION_EXCEEDED, NULL);
}
END_TEST

START_TEST(the_county_acts_within_its_authority_and_the_board_without)
{
	struct appeal_facts facts = answered("reconsideration", "forwarded", 0);

	line.authority.limit_ore = APPLIED - 1;
	settle(facts, NULL);
	assert_one(PROBLEM_OVER_LIMIT, "#/number"); /* all that was applied for is at stake */
	line.has_authority = false;
	settle(facts, NULL);
	assert_one(PROBLEM_NO_AUTHORITY, "#/number");
	settle(answered("board", "not_allowed", 0), NULL);
	assert_none();
	facts = answered("reconsideration", "allowed_in_part", 20000000);
	facts.caller.role = "secretary";
	settle(facts, NULL);
	assert_one(PROBLEM_RESOLUTION_REQUIRED, "#/resolution");
	settle(facts, "HU 7/26");
	assert_none();
}
END_TEST

START_TEST(what_is_forwarded_can_be_commented_on_for_a_while)
{
	struct appeal_facts facts = answered("reconsideration", "forwarded", 0);
	struct settle_effects effects;

	line.authority.has_limit = false;
	effects = settle(facts, NULL);
	assert_none();
	ck_assert(effects.has_comment_by && !effects.is_end);
	ck_assert_int_eq(effects.comment_by, day("2026-12-04"));
}
END_TEST

START_TEST(what_the_board_sends_back_is_reviewed_anew_where_no_grant_stands)
{
	struct appeal_facts facts = answered("board", "sent_back", 0);

	ck_assert_pstr_eq(settle(facts, NULL).application_state, NULL);
	facts.has_grant = false;
	facts.application.state = "rejected";
	ck_assert_pstr_eq(settle(facts, NULL).application_state, "in_review");
	assert_none();
}
END_TEST

START_TEST(only_what_is_proposed_is_settled)
{
	struct appeal_facts facts = answered("stay", "given", 0);
	struct settle_proposal_input input = {.number = 2};
	struct settle_effects effects = {0};

	begin();
	decide_settle_proposal(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/number");
	facts.n_open = 0;
	begin();
	decide_settle_proposal(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_NOTHING_PROPOSED, NULL);
	ck_assert_pstr_eq(settle(answered("stay", "given", 0), NULL).state, NULL);
	assert_none();
}
END_TEST

START_TEST(what_is_sent_back_is_where_it_was)
{
	struct appeal_facts facts = answered("reconsideration", "forwarded", 0);
	struct settle_proposal_input input = {.number = 1, .reason = "Si mer"};
	struct settle_effects effects = {0};

	begin();
	decide_return_proposal(&facts, &input, &effects, &problems);
	assert_none();
	ck_assert_str_eq(effects.state, "lodged");
	facts = answered("board", "not_allowed", 0);
	decide_return_proposal(&facts, &input, &effects, &problems);
	ck_assert_str_eq(effects.state, "forwarded");
	facts = answered("reconsideration", "forwarded", 0);
	facts.meeting.is_voted_on = true;
	begin();
	decide_return_proposal(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_VOTED_ON, NULL);
}
END_TEST

/* ---- the appellant */

START_TEST(it_is_withdrawn_until_it_is_decided)
{
	static const char *const may[] = {"lodged", "reconsidered", "forwarded"};
	static const char *const may_not[] = {"answered",  "allowed",      "allowed_in_part",
					      "sent_back", "inadmissible", "not_allowed"};
	struct appeal_facts facts = lodged();

	for (size_t i = 0; i < sizeof(may) / sizeof(may[0]); i++) {
		facts.state = may[i];
		begin();
		decide_withdraw_appeal(&facts, &problems);
		assert_none();
	}
	for (size_t i = 0; i < sizeof(may_not) / sizeof(may_not[0]); i++) {
		facts.state = may_not[i];
		begin();
		decide_withdraw_appeal(&facts, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(the_statement_is_commented_on_once_and_in_time)
{
	struct appeal_facts facts = lodged();

	facts.state = "forwarded";
	facts.comment_by = facts.today;
	facts.has_comment_by = true;
	begin();
	decide_comment(&facts, &problems);
	assert_none();
	facts.today++;
	begin();
	decide_comment(&facts, &problems);
	assert_one(PROBLEM_COMMENT_LATE, NULL);
	facts.today--;
	facts.has_comment = true;
	begin();
	decide_comment(&facts, &problems);
	assert_one(PROBLEM_APPEAL_COMMENTED, NULL);
}
END_TEST

START_TEST(a_stay_is_asked_for_once_and_answered_while_the_appeal_stands)
{
	struct appeal_facts facts = lodged();

	begin();
	decide_ask_stay(&facts, &problems);
	decide_propose_stay(&facts, &problems);
	assert_none();
	facts.asks_stay = facts.has_stay = true;
	begin();
	decide_ask_stay(&facts, &problems);
	assert_one(PROBLEM_STAY_ASKED, NULL);
	begin();
	decide_propose_stay(&facts, &problems);
	assert_one(PROBLEM_APPEAL_ANSWERED, NULL);
	facts.state = "allowed";
	facts.has_stay = false;
	begin();
	decide_propose_stay(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* A partner's, which the applicant reads. */
START_TEST(the_appellant_speaks_for_itself)
{
	struct appeal_facts facts = lodged();

	facts.caller = (struct caller)PERSON("hub_signatory", "hub", SIGNATORY, 101);
	facts.appellant_id = 101;
	begin();
	decide_withdraw_appeal(&facts, &problems);
	assert_none();
	facts.appellant_id = 102;
	begin();
	decide_withdraw_appeal(&facts, &problems);
	assert_one(PROBLEM_NOT_APPELLANT, NULL);
	begin();
	decide_ask_stay(&facts, &problems);
	assert_one(PROBLEM_NOT_APPELLANT, NULL);
}
END_TEST

RUN_TESTS(TEST(the_last_day_is_in_time_and_the_day_after_is_not),
	  TEST(while_grounds_are_waited_for_nothing_is_late),
	  TEST(leave_is_for_what_is_late_and_has_a_ground_of_the_law),
	  TEST(leave_is_never_given_more_than_a_year_after_the_decision),
	  TEST(what_is_inadmissible_says_why),
	  TEST(allowed_is_what_was_asked_and_in_part_is_less), TEST(either_is_more_than_before),
	  TEST(the_line_has_enough_for_the_difference), TEST(a_grant_that_is_over_is_not_raised),
	  TEST(a_decision_that_was_replaced_is_not_changed),
	  TEST(amount_and_year_go_with_what_is_allowed),
	  TEST(what_was_never_considered_is_sent_back_and_not_granted),
	  TEST(only_the_board_allows_nothing_unless_it_has_sent_the_case_back),
	  TEST(who_decided_and_who_appealed_propose_nothing),
	  TEST(each_pair_of_steps_is_two_persons),
	  TEST(what_one_proposed_who_is_disqualified_since_is_not_confirmed),
	  TEST(nothing_is_entered_while_the_appellant_may_comment),
	  TEST(what_the_board_decided_is_entered_by_hands_that_had_no_part),
	  TEST(what_a_board_that_meets_elsewhere_decided_has_its_own_reference),
	  TEST(what_a_board_that_meets_here_resolved_is_entered_word_for_word),
	  TEST(a_board_that_meets_here_has_met_first),
	  TEST(what_a_meeting_decides_is_not_changed_without_one),
	  TEST(what_a_meeting_resolved_on_an_appeal_is_the_answer),
	  TEST(what_a_meeting_resolved_is_what_is_proposed),
	  TEST(what_is_allowed_is_decided_anew_and_the_grant_changed),
	  TEST(what_was_accepted_is_not_accepted_again),
	  TEST(a_rejected_application_that_is_granted_is_so),
	  TEST(what_has_become_short_meanwhile_is_told_of_the_proposal),
	  TEST(the_county_acts_within_its_authority_and_the_board_without),
	  TEST(what_is_forwarded_can_be_commented_on_for_a_while),
	  TEST(what_the_board_sends_back_is_reviewed_anew_where_no_grant_stands),
	  TEST(only_what_is_proposed_is_settled), TEST(what_is_sent_back_is_where_it_was),
	  TEST(it_is_withdrawn_until_it_is_decided),
	  TEST(the_statement_is_commented_on_once_and_in_time),
	  TEST(a_stay_is_asked_for_once_and_answered_while_the_appeal_stands),
	  TEST(the_appellant_speaks_for_itself))
