#include "api/meetings/votes.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { CHAIR = 1, MEMBER = 2, SECOND = 3, DEPUTY = 4, SECRETARY = 7, STRANGER = 9 };
enum { APPLIED = 7500000 };

static struct voter voters[4];

/* An item that three vote on, and a deputy might. */
static struct meeting_facts open_meeting(const char *proposal)
{
	const struct voter fresh[] = {
		{.person_id = CHAIR, .seat = "chair", .is_present = true, .votes = true},
		{.person_id = MEMBER, .seat = "member", .is_present = true, .votes = true},
		{.person_id = SECOND, .seat = "member", .is_present = true, .votes = true},
		{.person_id = DEPUTY, .seat = "deputy", .is_present = true},
	};

	memcpy(voters, fresh, sizeof(fresh));
	return (struct meeting_facts){
		.caller = PERSON("secretary", "county", SECRETARY, 1),
		.state = "open",
		.presided_by = CHAIR,
		.has_casting_vote = true,
		.quorum = 2,
		.has_item = true,
		.item = {.id = 3,
			 .kind = "application",
			 .state = "listed",
			 .applied_ore = APPLIED,
			 .is_as_sent = true,
			 .voters = voters,
			 .n_voters = 4},
		.has_proposal = true,
		.proposal = {.id = 5, .state = proposal, .presided_by = CHAIR},
	};
}

static void propose(const char *outcome, int64_t amount_ore)
{
	struct meeting_facts facts = open_meeting("made");
	struct proposal_input input = {
		.item_id = 3, .outcome = outcome, .amount_ore = amount_ore, .has_amount = true};

	begin();
	decide_propose(&facts, &input, &problems);
}

START_TEST(a_proposal_grants_all_some_or_nothing)
{
	propose("granted", APPLIED);
	assert_none();
	propose("granted", APPLIED - 1);
	assert_one(PROBLEM_AMOUNT_NOT_FULL, "#/amountOre");
	propose("part_granted", APPLIED - 1);
	assert_none();
	propose("part_granted", APPLIED);
	assert_one(PROBLEM_AMOUNT_NOT_PART, "#/amountOre");
	propose("part_granted", 0);
	assert_one(PROBLEM_AMOUNT_MISSING, "#/amountOre");
	propose("rejected", 0);
	assert_none();
	propose("rejected", 1);
	assert_one(PROBLEM_AMOUNT_NOT_ALLOWED, "#/amountOre");
}
END_TEST

START_TEST(a_proposal_says_what_amount)
{
	struct meeting_facts facts = open_meeting("made");
	struct proposal_input input = {.item_id = 3, .outcome = "rejected"};

	begin();
	decide_propose(&facts, &input, &problems);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/amountOre");
}
END_TEST

START_TEST(an_amendment_is_approved_as_it_is_prepared_or_refused)
{
	static const struct {
		const char *outcome;
		int64_t amount_ore;
	} wrong[] = {{"granted", APPLIED}, {"allowed", 1}, {"rejected", 0}};
	struct meeting_facts facts = open_meeting("made");
	struct proposal_input input = {.item_id = 3, .outcome = "approved"};

	facts.item.kind = "amendment";
	begin();
	decide_propose(&facts, &input, &problems);
	input.outcome = "refused";
	decide_propose(&facts, &input, &problems);
	assert_none();
	input.amount_ore = 1;
	decide_propose(&facts, &input, &problems);
	assert_one(PROBLEM_AMOUNT_PREPARED, "#/amountOre");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		input.outcome = wrong[i].outcome;
		input.amount_ore = wrong[i].amount_ore;
		begin();
		decide_propose(&facts, &input, &problems);
		assert_one(PROBLEM_ITEM_OUTCOME, "#/outcome");
	}
	propose("approved", 0);
	assert_one(PROBLEM_ITEM_OUTCOME, "#/outcome");
}
END_TEST

START_TEST(a_decision_is_reversed_as_is_proposed_or_stands)
{
	static const char *const wrong[] = {"approved", "granted", "sent_back"};
	struct meeting_facts facts = open_meeting("made");
	struct proposal_input input = {.item_id = 3, .outcome = "reversed"};

	facts.item.kind = "reversal";
	begin();
	decide_propose(&facts, &input, &problems);
	input.outcome = "stands";
	decide_propose(&facts, &input, &problems);
	assert_none();
	input.amount_ore = 1;
	decide_propose(&facts, &input, &problems);
	assert_one(PROBLEM_AMOUNT_PREPARED, "#/amountOre");
	input.amount_ore = 0;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		input.outcome = wrong[i];
		begin();
		decide_propose(&facts, &input, &problems);
		assert_one(PROBLEM_ITEM_OUTCOME, "#/outcome");
	}
}
END_TEST

START_TEST(a_refused_amendment_is_taken_up_by_whoever_may_decide_it)
{
	struct meeting_facts facts = open_meeting("made");
	struct proposal_input input = {.item_id = 3, .outcome = "allowed"};

	facts.item.kind = "appeal";
	facts.item.is_appeal = true;
	facts.item.appeal = (struct item_appeal){
		.body = "Gruppen", .is_of_refusal = true, .stake_ore = 100, .limit_ore = 100};
	begin();
	decide_propose(&facts, &input, &problems);
	assert_none();
	facts.item.appeal.limit_ore = 99;
	decide_propose(&facts, &input, &problems);
	assert_one(PROBLEM_OVER_LIMIT, "#/outcome");
	input.outcome = "sent_back";
	begin();
	decide_propose(&facts, &input, &problems);
	assert_none();
	input.has_amount = true;
	input.amount_ore = 1;
	decide_propose(&facts, &input, &problems);
	assert_one(PROBLEM_APPEAL_OF_REFUSAL, "#/amountOre");
}
END_TEST

START_TEST(the_appeals_board_takes_up_a_refused_amendment_whatever_it_takes)
{
	struct meeting_facts facts = open_meeting("made");
	struct proposal_input input = {.item_id = 3, .outcome = "not_allowed"};

	facts.item.kind = "appeal";
	facts.item.is_appeal = true;
	facts.item.appeal =
		(struct item_appeal){.is_of_refusal = true, .is_of_board = true, .stake_ore = 100};
	begin();
	decide_propose(&facts, &input, &problems);
	input.outcome = "allowed";
	decide_propose(&facts, &input, &problems);
	assert_none();
	input.outcome = "forwarded";
	decide_propose(&facts, &input, &problems);
	assert_one(PROBLEM_ITEM_OUTCOME, "#/outcome");
	input.outcome = "allowed";
	input.lifts = (int64_t[]){1};
	input.n_lifts = 1;
	begin();
	decide_propose(&facts, &input, &problems);
	assert_one(PROBLEM_APPEAL_CONDITIONS, "#/liftedConditions");
}
END_TEST

/* To an appeal for 50 000 kr against a grant of 30 000, of a body that may decide 40 000. */
static void answer(const char *outcome, int64_t amount_ore)
{
	struct meeting_facts facts = open_meeting("made");
	struct proposal_input input = {
		.item_id = 3, .outcome = outcome, .amount_ore = amount_ore, .has_amount = true};

	facts.item.kind = "appeal";
	facts.item.is_appeal = true;
	facts.item.applied_ore = 4000000;
	facts.item.appeal = (struct item_appeal){
		.body = "Hovedutvalget",
		.limit_ore = 4000000,
		.stake = {.decided_ore = 3000000, .asked_ore = 5000000, .has_grant = true}};
	begin();
	decide_propose(&facts, &input, &problems);
}

START_TEST(an_appeal_is_answered_as_it_may_be_and_by_what_the_body_may_decide)
{
	answer("allowed_in_part", 4000000);
	assert_none();
	answer("forwarded", 0);
	assert_none();
	answer("forwarded", 1);
	assert_one(PROBLEM_AMOUNT_NOT_ALLOWED, "#/amountOre");
	answer("allowed_in_part", 3000000);
	assert_one(PROBLEM_APPEAL_NO_GAIN, "#/amountOre");
	answer("allowed_in_part", 4000001);
	assert_found(PROBLEM_OVER_LIMIT, "#/amountOre");
	assert_found(PROBLEM_AMOUNT_NOT_FULL, "#/amountOre");
	ck_assert_str_eq(problems.list[1].args[0], "Hovedutvalget");
	answer("allowed", 4000000);
	assert_one(PROBLEM_APPEAL_NOT_WHOLE, "#/amountOre");
	answer("not_allowed", 0);
	assert_one(PROBLEM_APPEAL_OUTCOME, "#/outcome");
	answer("sent_back", 0);
	assert_one(PROBLEM_APPEAL_GRANT_STANDS, "#/outcome");
	answer("granted", 5000000);
	assert_one(PROBLEM_ITEM_OUTCOME, "#/outcome");
	propose("allowed", 5000000);
	assert_one(PROBLEM_ITEM_OUTCOME, "#/outcome");
}
END_TEST

/* As the appeals board may decide the same, with what it lifts of conditions 1 and 2. */
static void decide_as_board(const char *outcome, int64_t amount_ore, int64_t lifted)
{
	static int64_t standing[] = {1, 2};
	struct meeting_facts facts = open_meeting("made");
	struct proposal_input input = {.item_id = 3,
				       .outcome = outcome,
				       .amount_ore = amount_ore,
				       .has_amount = true,
				       .lifts = &lifted,
				       .n_lifts = lifted != 0};

	facts.item.kind = "appeal";
	facts.item.is_appeal = true;
	facts.item.appeal = (struct item_appeal){
		.is_of_board = true,
		.standing = standing,
		.n_standing = 2,
		.stake = {.decided_ore = 3000000, .asked_ore = 5000000, .has_asked = true,
			  .has_conditions = true, .has_grant = true}};
	begin();
	decide_propose(&facts, &input, &problems);
}

START_TEST(the_appeals_board_reviews_all_of_it_and_may_set_an_amount_lower)
{
	decide_as_board("allowed", 5000000, 0);
	assert_none();
	decide_as_board("allowed_in_part", 3000000, 2);
	assert_none();
	decide_as_board("allowed_in_part", 3000000, 0);
	assert_one(PROBLEM_APPEAL_NO_GAIN, "#/amountOre");
	decide_as_board("allowed_in_part", 3000000, 3);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/liftedConditions/0");
	decide_as_board("allowed", APPLIED, 0);
	assert_none();
	decide_as_board("allowed", APPLIED + 1, 0);
	assert_one(PROBLEM_AMOUNT_NOT_FULL, "#/amountOre"); /* as it is entered */
	decide_as_board("sent_back", 0, 0);
	assert_none();
	decide_as_board("sent_back", 1, 0);
	assert_one(PROBLEM_AMOUNT_NOT_ALLOWED, "#/amountOre");
	decide_as_board("not_allowed", 2999999, 0);
	assert_none();
	decide_as_board("not_allowed", 3000000, 0);
	assert_one(PROBLEM_APPEAL_NOT_LOWER, "#/amountOre");
	decide_as_board("not_allowed", 0, 1);
	assert_one(PROBLEM_APPEAL_CONDITIONS, "#/liftedConditions");
	decide_as_board("forwarded", 0, 0);
	assert_one(PROBLEM_ITEM_OUTCOME, "#/outcome");
}
END_TEST

static void begin_vote(struct meeting_facts facts, int64_t president);

START_TEST(an_appeal_is_voted_on_when_the_appellant_has_had_its_say)
{
	struct meeting_facts facts = open_meeting("made");

	facts.today = 100;
	facts.item.appeal.may_comment = true;
	facts.item.appeal.comment_by = 100;
	begin_vote(facts, 0);
	assert_one(PROBLEM_COMMENT_OPEN, "#/proposalId");
	facts.item.appeal.comment_by = 99;
	begin_vote(facts, 0);
	assert_none();
}
END_TEST

START_TEST(what_was_prepared_by_one_who_is_disqualified_since_is_not_voted_on)
{
	static const char *kari[] = {"Kari"};
	struct meeting_facts facts = open_meeting("made");

	facts.item.questioned = kari;
	facts.item.n_questioned = 1;
	begin_vote(facts, 0);
	assert_one(PROBLEM_PREPARER_DISQUALIFIED, "#/proposalId");
	assert_arg(0, "Kari");
}
END_TEST

static void begin_vote(struct meeting_facts facts, int64_t president)
{
	struct vote_input input = {
		.proposal_id = 5, .presided_by = president, .has_presided_by = president != 0};

	begin();
	decide_put_to_vote(&facts, &input, &problems);
}

START_TEST(a_grant_that_is_proposed_has_the_conditions_that_were_recommended_or_its_own)
{
	struct meeting_facts facts = open_meeting("made");
	struct given_condition late = {"report", "Rapport", 1, true};
	struct proposal_input input = {
		.item_id = 3, .outcome = "granted", .amount_ore = APPLIED, .has_amount = true};

	facts.today = 2;
	facts.item.conditions.json = "[1]";
	ck_assert_str_eq(conditions_of(&facts, &input), "[1]");
	input.conditions = (struct given_conditions){.list = &late, .n = 1, .json = "[2]"};
	ck_assert_str_eq(conditions_of(&facts, &input), "[2]");
	begin();
	decide_propose(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_PASSED, "#/conditions/0/dueOn");
	input = (struct proposal_input){.item_id = 3, .outcome = "rejected"};
	ck_assert_str_eq(conditions_of(&facts, &input), "[]");
}
END_TEST

START_TEST(a_vote_begins_where_enough_vote_on_the_case_as_it_was_sent)
{
	struct meeting_facts facts = open_meeting("made");

	begin_vote(facts, 0);
	assert_none();
	facts.quorum = 4;
	begin_vote(facts, 0);
	assert_one(PROBLEM_NO_QUORUM, "#/proposalId");
	facts = open_meeting("made");
	facts.item.is_as_sent = false;
	begin_vote(facts, 0);
	assert_one(PROBLEM_CASE_CHANGED, "#/proposalId");
	facts.item.state = "resolved";
	begin_vote(facts, 0);
	assert_one(PROBLEM_ITEM_SETTLED, "#/proposalId");
	facts = open_meeting("carried");
	begin_vote(facts, 0);
	assert_one(PROBLEM_PROPOSAL_STATE, "#/proposalId");
	facts = open_meeting("made");
	facts.is_voting = true;
	facts.has_proposal = false;
	begin_vote(facts, 0);
	assert_found(PROBLEM_VOTING, NULL);
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/proposalId");
}
END_TEST

START_TEST(another_presides_where_whoever_does_is_out)
{
	struct meeting_facts facts = open_meeting("made");

	voters[0].votes = false;
	begin_vote(facts, 0);
	assert_one(PROBLEM_PRESIDENT_OUT, "#/presidedBy");
	begin_vote(facts, MEMBER);
	assert_none();
	begin_vote(facts, STRANGER);
	assert_one(PROBLEM_PRESIDENT_OUT, "#/presidedBy");
}
END_TEST

static void cast_by(struct meeting_facts facts, int64_t person)
{
	struct vote_input input = {.proposal_id = 5, .vote = "for"};

	facts.caller.person_id = person;
	begin();
	decide_cast(&facts, &input, &problems);
}

START_TEST(who_has_a_seat_votes_once)
{
	struct meeting_facts facts = open_meeting("voting");

	cast_by(facts, MEMBER);
	assert_none();
	cast_by(facts, DEPUTY);
	assert_one(PROBLEM_NOT_VOTING, "#/proposalId");
	ck_assert_str_eq(problems.list[0].args[0], "@silence.deputy");
	cast_by(facts, STRANGER);
	assert_one(PROBLEM_NOT_VOTING, "#/proposalId");
	voters[1].vote = "against";
	cast_by(facts, MEMBER);
	assert_one(PROBLEM_VOTED, "#/proposalId");
	facts.proposal.by_hands = true;
	cast_by(facts, SECOND);
	assert_one(PROBLEM_VOTED_BY_HANDS, "#/proposalId");
}
END_TEST

START_TEST(who_does_not_vote_is_told_why)
{
	static const char *const whys[][2] = {
		{"disqualified", "@silence.disqualified"},
		{"prepared", "@silence.prepared"},
		{"assessed", "@silence.assessed"},
	};
	struct meeting_facts facts = open_meeting("voting");

	voters[1].votes = false;
	for (size_t i = 0; i < 3; i++) {
		voters[1].why_out = whys[i][0];
		cast_by(facts, MEMBER);
		assert_one(PROBLEM_NOT_VOTING, "#/proposalId");
		ck_assert_str_eq(problems.list[0].args[0], whys[i][1]);
	}
	voters[1].why_out = NULL;
	voters[1].is_present = false;
	cast_by(facts, MEMBER);
	ck_assert_str_eq(problems.list[0].args[0], "@silence.absent");
}
END_TEST

START_TEST(a_show_of_hands_is_of_those_who_vote_and_of_nobody_who_has)
{
	struct hand hands[] = {{CHAIR, "for"}, {CHAIR, "for"}, {DEPUTY, "for"}};
	struct hands_input input = {5, hands, 1, "[]"};
	struct meeting_facts facts = open_meeting("voting");

	begin();
	decide_hands(&facts, &input, &problems);
	assert_none();
	input.n_hands = 3;
	voters[2].vote = "for";
	begin();
	decide_hands(&facts, &input, &problems);
	assert_found(PROBLEM_VOTES_GIVEN, "#/proposalId");
	assert_found(PROBLEM_FIELD_NOT_UNIQUE, "#/votes/1/personId");
	assert_found(PROBLEM_NOT_VOTING, "#/votes/2/personId");
}
END_TEST

static bool carried(struct meeting_facts facts, const char *chair, const char *member,
		    const char *second)
{
	struct vote_input input = {.proposal_id = 5};
	struct tally tally = {0};

	voters[0].vote = chair;
	voters[1].vote = member;
	voters[2].vote = second;
	begin();
	decide_end_vote(&facts, &input, &tally, &problems);
	return tally.is_carried;
}

START_TEST(more_for_than_against_carry_and_whoever_presides_decides_a_tie)
{
	struct meeting_facts facts = open_meeting("voting");

	ck_assert(carried(facts, "against", "for", "for"));
	ck_assert(!carried(facts, "for", "against", "against"));
	ck_assert(carried(facts, "for", "against", "abstained"));
	ck_assert(!carried(facts, "against", "for", NULL));
	ck_assert(!carried(facts, "abstained", "abstained", "abstained"));
	assert_none();
	facts.has_casting_vote = false;
	ck_assert(!carried(facts, "for", "against", NULL));
	ck_assert(carried(facts, "for", "abstained", NULL));
}
END_TEST

START_TEST(a_vote_on_a_case_that_changed_meanwhile_comes_to_nothing)
{
	struct meeting_facts facts = open_meeting("voting");

	facts.item.is_as_sent = false;
	carried(facts, "for", "for", "for");
	assert_one(PROBLEM_CASE_CHANGED, "#/proposalId");
}
END_TEST

START_TEST(a_vote_ends_where_enough_who_vote_have_voted)
{
	struct meeting_facts facts = open_meeting("voting");

	carried(facts, "for", NULL, NULL);
	assert_one(PROBLEM_NO_QUORUM, "#/proposalId");
	/* A vote of one who is out meanwhile counts for nothing. */
	voters[1].votes = false;
	carried(facts, "for", "for", NULL);
	assert_one(PROBLEM_NO_QUORUM, "#/proposalId");
	facts = open_meeting("made");
	carried(facts, "for", "for", NULL);
	assert_one(PROBLEM_PROPOSAL_STATE, "#/proposalId");
	begin();
	decide_abandon(&facts, &(struct abandon_input){5, "x"}, &problems);
	assert_one(PROBLEM_PROPOSAL_STATE, "#/proposalId");
}
END_TEST

static struct line_money money[2];

static void warn_of(int64_t left_ore, int64_t resolved_ore, int64_t part_ore)
{
	struct meeting_facts facts = open_meeting("made");

	money[0] = (struct line_money){"Bedriftsutvikling", 2026, 1000, 0, 1000};
	money[1] = (struct line_money){"Innovasjon", 2026, left_ore, resolved_ore, part_ore};
	facts.money = money;
	facts.n_money = 2;
	begin();
	warn_of_money(&facts, &problems);
}

START_TEST(more_than_is_left_with_what_is_resolved_already_is_warned_of)
{
	warn_of(50000000, 20000000, 30000000);
	assert_none();
	warn_of(50000000, 30000000, 35000000);
	assert_one(PROBLEM_OVER_APPROPRIATION, "#/proposalId");
	assert_arg(0, "Innovasjon 2026");
	assert_arg(1, "200\u00a0000");
	warn_of(50000000, 60000000, 1);
	assert_arg(1, "0");
}
END_TEST

START_TEST(one_to_whom_the_case_is_closed_does_not_vote)
{
	struct meeting_facts facts = open_meeting("voting");
	struct vote_input input = {.proposal_id = 5, .vote = "for"};

	facts.has_item = facts.has_proposal = false;
	facts.is_proposal_closed = true;
	begin();
	decide_cast(&facts, &input, &problems);
	assert_one(PROBLEM_NOT_VOTING, "#/proposalId");
	assert_arg(0, "@silence.disqualified");
}
END_TEST

RUN_TESTS(TEST(more_than_is_left_with_what_is_resolved_already_is_warned_of),
	  TEST(one_to_whom_the_case_is_closed_does_not_vote),
	  TEST(a_proposal_grants_all_some_or_nothing),
	  TEST(what_was_prepared_by_one_who_is_disqualified_since_is_not_voted_on),
	  TEST(a_proposal_says_what_amount),
	  TEST(an_amendment_is_approved_as_it_is_prepared_or_refused),
	  TEST(the_appeals_board_takes_up_a_refused_amendment_whatever_it_takes),
	  TEST(a_decision_is_reversed_as_is_proposed_or_stands),
	  TEST(a_refused_amendment_is_taken_up_by_whoever_may_decide_it),
	  TEST(the_appeals_board_reviews_all_of_it_and_may_set_an_amount_lower),
	  TEST(an_appeal_is_voted_on_when_the_appellant_has_had_its_say),
	  TEST(an_appeal_is_answered_as_it_may_be_and_by_what_the_body_may_decide),
	  TEST(a_grant_that_is_proposed_has_the_conditions_that_were_recommended_or_its_own),
	  TEST(a_vote_begins_where_enough_vote_on_the_case_as_it_was_sent),
	  TEST(another_presides_where_whoever_does_is_out), TEST(who_has_a_seat_votes_once),
	  TEST(who_does_not_vote_is_told_why),
	  TEST(a_show_of_hands_is_of_those_who_vote_and_of_nobody_who_has),
	  TEST(more_for_than_against_carry_and_whoever_presides_decides_a_tie),
	  TEST(a_vote_on_a_case_that_changed_meanwhile_comes_to_nothing),
	  TEST(a_vote_ends_where_enough_who_vote_have_voted))
