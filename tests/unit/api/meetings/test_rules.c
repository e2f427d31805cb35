#include "api/meetings/meetings.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { CHAIR = 1, MEMBER = 2, SECOND = 3, DEPUTY = 4, OBSERVER = 5, SECRETARY = 7, STRANGER = 9 };

static struct body_member members[] = {
	{CHAIR, "Kari", "chair"},  {MEMBER, "Ola", "member"},	  {SECOND, "Per", "member"},
	{DEPUTY, "Eva", "deputy"}, {OBSERVER, "Liv", "observer"},
};

static struct meeting_facts in_state(const char *state)
{
	return (struct meeting_facts){
		.caller = PERSON("secretary", "county", SECRETARY, 1),
		.id = 1,
		.state = state,
		.quorum = 2,
		.members = members,
		.n_members = 5,
		.n_listed = 1,
	};
}

static struct meeting_candidate candidate(const char *state, bool is_before)
{
	return (struct meeting_candidate){.kind = "application",
					  .state = state,
					  .case_number = "2026/1",
					  .before = is_before ? "3/2026 (Gruppen)" : NULL,
					  .is_of_body = true};
}

static void put(struct meeting_facts facts, struct meeting_candidate chosen)
{
	struct put_input input = {.application_id = 17, .has_application = true};

	facts.candidate = chosen;
	facts.has_candidate = chosen.state != NULL;
	begin();
	decide_put(&facts, &input, &problems);
}

START_TEST(what_is_recommended_and_before_no_other_meeting_is_put_on_the_agenda)
{
	put(in_state("called"), candidate("recommended", false));
	assert_none();
	put(in_state("called"), candidate("in_review", false));
	assert_one(PROBLEM_NOT_RECOMMENDED, "#/applicationId");
	put(in_state("called"), candidate("recommended", true));
	assert_one(PROBLEM_BEFORE_A_MEETING, "#/applicationId");
	put(in_state("called"), (struct meeting_candidate){0});
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/applicationId");
	put(in_state("open"), candidate("recommended", false));
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static void put_appeal(const char *state, bool is_of_body, bool is_before)
{
	struct meeting_facts facts = in_state("called");
	struct put_input input = {.appeal_id = 17, .has_appeal = true};

	facts.candidate = candidate(state, is_before);
	facts.candidate.kind = "appeal";
	facts.candidate.is_of_body = is_of_body;
	facts.has_candidate = state != NULL;
	begin();
	decide_put(&facts, &input, &problems);
}

START_TEST(an_appeal_is_put_before_the_body_that_decided_when_an_answer_is_proposed)
{
	put_appeal("reconsidered", true, false);
	assert_none();
	put_appeal("lodged", true, false);
	assert_one(PROBLEM_NOT_RECONSIDERED, "#/appealId");
	put_appeal("reconsidered", false, false);
	assert_one(PROBLEM_APPEAL_OF_OTHERS, "#/appealId");
	put_appeal("reconsidered", true, true);
	assert_one(PROBLEM_BEFORE_A_MEETING, "#/appealId");
	put_appeal(NULL, true, false);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/appealId");
}
END_TEST

static void put_before_board(const char *state, bool is_of_body)
{
	struct meeting_facts facts = in_state("called");
	struct put_input input = {.appeal_id = 17, .has_appeal = true};

	facts.candidate = candidate(state, false);
	facts.candidate.kind = "board";
	facts.candidate.is_of_body = is_of_body;
	facts.candidate.comment_by = 99;
	facts.has_candidate = true;
	facts.on_day = 100;
	begin();
	decide_put(&facts, &input, &problems);
	if (problems.n > 0)
		return;
	facts.candidate.may_comment = true;
	decide_put(&facts, &input, &problems);
	assert_none();
	facts.on_day = 99;
	decide_put(&facts, &input, &problems);
}

START_TEST(the_appeals_board_hears_what_is_forwarded_to_it_when_the_appellant_has_had_its_say)
{
	struct meeting_candidate other = candidate("recommended", false);

	put_before_board("forwarded", true);
	assert_one(PROBLEM_COMMENT_OPEN, "#/appealId");
	put_before_board("reconsidered", true);
	assert_one(PROBLEM_NOT_FORWARDED, "#/appealId");
	put_before_board("forwarded", false);
	assert_one(PROBLEM_OTHER_BOARD, "#/appealId");
	other.is_of_body = false;
	put(in_state("called"), other);
	assert_one(PROBLEM_BOARD_HEARS_APPEALS, "#/applicationId");
}
END_TEST

static void put_amendment(const char *state, bool is_before)
{
	struct meeting_facts facts = in_state("called");
	struct put_input input = {.amendment_id = 17, .has_amendment = true};

	facts.candidate = candidate(state, is_before);
	facts.candidate.kind = "amendment";
	facts.has_candidate = state != NULL;
	begin();
	decide_put(&facts, &input, &problems);
}

static void put_reversal(const char *state, bool is_told, bool is_of_body)
{
	struct meeting_facts facts = in_state("called");
	struct put_input input = {.reversal_id = 18, .has_reversal = true};

	facts.candidate = candidate(state, false);
	facts.candidate.kind = "reversal";
	facts.candidate.is_of_body = is_of_body;
	facts.candidate.is_told = is_told;
	facts.candidate.has_told = facts.has_candidate = true;
	begin();
	decide_put(&facts, &input, &problems);
}

START_TEST(a_reversal_is_put_before_its_body_when_the_party_has_had_notice)
{
	put_reversal("proposed", true, true);
	assert_none();
	put_reversal("withdrawn", true, true);
	assert_one(PROBLEM_REVERSAL_NOT_PROPOSED, "#/reversalId");
	put_reversal("proposed", false, true);
	assert_one(PROBLEM_REVERSAL_NO_NOTICE, "#/reversalId");
	put_reversal("proposed", true, false);
	assert_one(PROBLEM_REVERSAL_OF_OTHERS, "#/reversalId");
}
END_TEST

START_TEST(an_amendment_is_put_before_a_body_when_it_is_prepared)
{
	put_amendment("prepared", false);
	assert_none();
	put_amendment("asked", false);
	assert_one(PROBLEM_AMENDMENT_NOT_PREPARED, "#/amendmentId");
	put_amendment("prepared", true);
	assert_one(PROBLEM_BEFORE_A_MEETING, "#/amendmentId");
	put_amendment(NULL, false);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/amendmentId");
}
END_TEST

START_TEST(one_case_is_put_on_the_agenda_at_a_time)
{
	struct meeting_facts facts = in_state("called");
	struct put_input input = {0};

	begin();
	decide_put(&facts, &input, &problems);
	assert_one(PROBLEM_ITEM_ONCE, "#/applicationId");
	input.has_application = input.has_appeal = true;
	begin();
	decide_put(&facts, &input, &problems);
	assert_one(PROBLEM_ITEM_ONCE, "#/applicationId");
}
END_TEST

START_TEST(what_was_prepared_by_one_who_is_disqualified_is_not_put_on_the_agenda)
{
	static const char *kari[] = {"Kari"};
	struct meeting_candidate prepared = candidate("recommended", false);

	prepared.questioned = kari;
	prepared.n_questioned = 1;
	put(in_state("called"), prepared);
	assert_one(PROBLEM_PREPARER_DISQUALIFIED, "#/applicationId");
}
END_TEST

START_TEST(a_meeting_is_called_for_today_or_later_and_moved_before_it_opens)
{
	struct move_input input = {.place = "Steinkjer"};
	struct meeting_facts facts = in_state("called");

	begin();
	decide_move_meeting(&facts, &input, &problems);
	assert_none();
	facts.is_past = true;
	begin();
	decide_move_meeting(&facts, &input, &problems);
	assert_one(PROBLEM_MEETING_PAST, "#/startsAt");
	facts = in_state("open");
	begin();
	decide_move_meeting(&facts, &input, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_new_meeting(&facts.caller, true, &problems);
	assert_one(PROBLEM_MEETING_PAST, "#/startsAt");
}
END_TEST

START_TEST(an_item_is_taken_off_before_it_is_voted_on)
{
	struct item_input input = {3, "Trukket"};
	struct meeting_facts facts = in_state("open");

	facts.item = (struct meeting_item){.id = 3, .state = "listed"};
	facts.has_item = true;
	begin();
	decide_take_off(&facts, &input, &problems);
	assert_none();
	facts.item.state = "resolved";
	facts.is_voting = true;
	begin();
	decide_take_off(&facts, &input, &problems);
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/itemId");
	assert_found(PROBLEM_VOTING, NULL);
}
END_TEST

START_TEST(an_agenda_with_something_on_it_is_sent)
{
	struct meeting_facts facts = in_state("planned");

	begin();
	decide_send(&facts, &problems);
	assert_none();
	facts.n_listed = 0;
	begin();
	decide_send(&facts, &problems);
	assert_one(PROBLEM_AGENDA_EMPTY, NULL);
	facts = in_state("planned");
	facts.is_agenda_closed = true;
	begin();
	decide_send(&facts, &problems);
	assert_one(PROBLEM_AGENDA_CLOSED, NULL);
	facts = in_state("open");
	begin();
	decide_send(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_cancel(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(an_agenda_is_sent_to_somebody_and_of_cases_that_are_ready)
{
	static const char *unready[] = {"2026/7"};
	struct meeting_facts facts = in_state("called");

	facts.members = members + 4; /* who observes */
	facts.n_members = 1;
	begin();
	decide_send(&facts, &problems);
	assert_one(PROBLEM_BODY_EMPTY, NULL);
	facts = in_state("called");
	facts.unready = unready;
	facts.n_unready = 1;
	begin();
	decide_send(&facts, &problems);
	assert_one(PROBLEM_CASE_NOT_READY, NULL);
	assert_arg(0, "2026/7");
	begin();
	decide_open(&facts, NULL, &problems);
	assert_one(PROBLEM_CASE_NOT_READY, NULL);
}
END_TEST

START_TEST(a_meeting_opens_on_its_day_or_as_early_as_the_county_says)
{
	struct meeting_facts facts = in_state("called");

	facts.today = 100;
	facts.on_day = 101;
	begin();
	decide_open(&facts, NULL, &problems);
	assert_one(PROBLEM_MEETING_AHEAD, NULL);
	facts.early_days = 1;
	begin();
	decide_open(&facts, NULL, &problems);
	assert_none();
	facts.early_days = 0;
	facts.on_day = 99;
	begin();
	decide_open(&facts, NULL, &problems);
	assert_none();
}
END_TEST

static void open_with(struct meeting_facts facts, int64_t *present, size_t n, int64_t president)
{
	struct attendance_input input = {present, n, president};

	begin();
	decide_open(&facts, &input, &problems);
}

START_TEST(a_meeting_opens_with_a_quorum_of_members_and_deputies)
{
	int64_t two[] = {CHAIR, MEMBER}, with_deputy[] = {CHAIR, DEPUTY},
		with_observer[] = {CHAIR, OBSERVER}, all[] = {CHAIR, MEMBER, SECOND, DEPUTY};
	struct meeting_facts facts = in_state("called");

	open_with(facts, two, 2, CHAIR);
	assert_none();
	open_with(facts, with_deputy, 2, DEPUTY);
	assert_none();
	open_with(facts, with_observer, 2, CHAIR);
	assert_one(PROBLEM_NO_QUORUM, "#/present");
	open_with(facts, two, 1, CHAIR);
	assert_one(PROBLEM_NO_QUORUM, "#/present");
	/* A deputy makes no seat more. */
	facts.quorum = 4;
	open_with(facts, all, 4, CHAIR);
	assert_one(PROBLEM_NO_QUORUM, "#/present");
}
END_TEST

START_TEST(members_are_there_once_and_one_of_them_presides)
{
	int64_t present[] = {CHAIR, MEMBER, CHAIR, STRANGER};
	struct meeting_facts facts = in_state("called");

	open_with(facts, present, 4, CHAIR);
	assert_found(PROBLEM_FIELD_NOT_UNIQUE, "#/present/2");
	assert_found(PROBLEM_NOT_A_MEMBER, "#/present/3");
	open_with(facts, present, 2, SECOND);
	assert_one(PROBLEM_PRESIDENT_ABSENT, "#/presidedBy");
	facts.is_changed = true;
	open_with(facts, present, 2, CHAIR);
	assert_one(PROBLEM_AGENDA_NOT_SENT, NULL);
}
END_TEST

START_TEST(who_is_there_changes_between_votes_and_below_the_quorum_too)
{
	int64_t present[] = {CHAIR};
	struct attendance_input input = {present, 1, 0};
	struct meeting_facts facts = in_state("open");

	begin();
	decide_attendance(&facts, &input, &problems);
	assert_none();
	begin();
	decide_close(&facts, &problems);
	assert_none();
	facts.is_voting = true;
	begin();
	decide_attendance(&facts, &input, &problems);
	assert_one(PROBLEM_VOTING, NULL);
	begin();
	decide_close(&facts, &problems);
	assert_one(PROBLEM_VOTING, NULL);
}
END_TEST

static void write_with(const char *state, const char *reason)
{
	struct minutes_input input = {.reason = reason};
	struct meeting_facts facts = in_state(state);

	begin();
	decide_write_minutes(&facts, &input, &problems);
}

START_TEST(a_correction_has_its_reason)
{
	write_with("closed", NULL);
	assert_none();
	write_with("approved", NULL);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/reason");
	write_with("approved", "Skrivefeil");
	assert_none();
	write_with("open", NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(whoever_writes_the_minutes_sees_every_case)
{
	struct meeting_facts facts = in_state("closed");

	facts.is_closed = true;
	begin();
	decide_write_minutes(&facts, NULL, &problems);
	assert_one(PROBLEM_AGENDA_CLOSED, NULL);
}
END_TEST

START_TEST(whoever_answers_for_the_minutes_approves_what_another_wrote)
{
	struct meeting_facts facts = in_state("closed");

	facts.caller.person_id = CHAIR;
	facts.answers_for_minutes = true;
	facts.minutes = (struct meeting_minutes){1, "written", SECRETARY};
	facts.has_minutes = true;
	begin();
	decide_approve_minutes(&facts, &problems);
	assert_none();
	facts.answers_for_minutes = false;
	begin();
	decide_approve_minutes(&facts, &problems);
	assert_one(PROBLEM_NOT_CHAIR, NULL);
	facts.answers_for_minutes = true;
	facts.minutes.written_by = CHAIR;
	begin();
	decide_approve_minutes(&facts, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.minutes.state = "approved";
	begin();
	decide_approve_minutes(&facts, &problems);
	assert_one(PROBLEM_MINUTES_NOT_WRITTEN, NULL);
	facts.is_closed = true;
	facts.has_minutes = false;
	begin();
	decide_approve_minutes(&facts, &problems);
	assert_one(PROBLEM_MINUTES_CLOSED, NULL);
}
END_TEST

RUN_TESTS(TEST(what_is_recommended_and_before_no_other_meeting_is_put_on_the_agenda),
	  TEST(the_appeals_board_hears_what_is_forwarded_to_it_when_the_appellant_has_had_its_say),
	  TEST(an_amendment_is_put_before_a_body_when_it_is_prepared),
	  TEST(a_reversal_is_put_before_its_body_when_the_party_has_had_notice),
	  TEST(one_case_is_put_on_the_agenda_at_a_time),
	  TEST(an_appeal_is_put_before_the_body_that_decided_when_an_answer_is_proposed),
	  TEST(what_was_prepared_by_one_who_is_disqualified_is_not_put_on_the_agenda),
	  TEST(a_meeting_is_called_for_today_or_later_and_moved_before_it_opens),
	  TEST(an_item_is_taken_off_before_it_is_voted_on),
	  TEST(an_agenda_with_something_on_it_is_sent),
	  TEST(an_agenda_is_sent_to_somebody_and_of_cases_that_are_ready),
	  TEST(a_meeting_opens_on_its_day_or_as_early_as_the_county_says),
	  TEST(a_meeting_opens_with_a_quorum_of_members_and_deputies),
	  TEST(members_are_there_once_and_one_of_them_presides),
	  TEST(who_is_there_changes_between_votes_and_below_the_quorum_too),
	  TEST(a_correction_has_its_reason),
	  TEST(whoever_writes_the_minutes_sees_every_case),
	  TEST(whoever_answers_for_the_minutes_approves_what_another_wrote))
