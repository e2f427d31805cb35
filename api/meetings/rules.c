/* The course of a meeting: its agenda, who is there, its minutes. */
#include "api/meetings/meetings.h"

#include <string.h>

#include "api/appeals/outcome.h"
#include "api/problems/words.h"
#include "lib/base/text.h"

static void require_ahead(bool is_past, struct problems *problems)
{
	if (is_past)
		problems_add(problems, PROBLEM_MEETING_PAST, "#/startsAt", NULL, NULL);
}

void decide_new_meeting(const struct caller *caller, bool is_past, struct problems *problems)
{
	require_person(caller, problems);
	require_ahead(is_past, problems);
}

void decide_move_meeting(const struct meeting_facts *facts, const struct move_input *input,
			 struct problems *problems)
{
	require_state(problems, facts->state, "planned, called");
	require_person(&facts->caller, problems);
	if (input != NULL)
		require_ahead(facts->is_past, problems);
}

/* In which state what is put on an agenda is, by its kind, and what of it goes elsewhere. */
static const struct candidate_kind {
	const char *name;
	const char *state;
	enum problem_code otherwise, elsewhere;
} candidate_kinds[] = {
	{"application", "recommended", PROBLEM_NOT_RECOMMENDED, PROBLEM_BOARD_HEARS_APPEALS},
	{"appeal", "reconsidered", PROBLEM_NOT_RECONSIDERED, PROBLEM_APPEAL_OF_OTHERS},
	{"board", "forwarded", PROBLEM_NOT_FORWARDED, PROBLEM_OTHER_BOARD},
	{"amendment", "prepared", PROBLEM_AMENDMENT_NOT_PREPARED, PROBLEM_BOARD_HEARS_APPEALS},
	{"reversal", "proposed", PROBLEM_REVERSAL_NOT_PROPOSED, PROBLEM_REVERSAL_OF_OTHERS},
};

enum { N_CANDIDATE_KINDS = sizeof(candidate_kinds) / sizeof(candidate_kinds[0]) };

static void check_prepared(const struct meeting_candidate *candidate, const char *pointer,
			   struct problems *problems)
{
	for (size_t i = 0; i < N_CANDIDATE_KINDS; i++) {
		const struct candidate_kind *kind = &candidate_kinds[i];

		if (!text_is(candidate->kind, kind->name))
			continue;
		if (!text_is(candidate->state, kind->state))
			problems_add(problems, kind->otherwise, pointer, candidate->case_number,
				     NULL);
		if (!candidate->is_of_body)
			problems_add(problems, kind->elsewhere, pointer, candidate->case_number,
				     NULL);
	}
	if (candidate->has_told && !candidate->is_told)
		problems_add(problems, PROBLEM_REVERSAL_NO_NOTICE, pointer, NULL, NULL);
	for (size_t i = 0; i < candidate->n_questioned; i++)
		problems_add(problems, PROBLEM_PREPARER_DISQUALIFIED, pointer,
			     candidate->questioned[i], NULL);
}

static const char *pointer_of(const struct put_input *input)
{
	if (input->has_appeal)
		return "#/appealId";
	if (input->has_reversal)
		return "#/reversalId";
	return input->has_amendment ? "#/amendmentId" : "#/applicationId";
}

void decide_put(const struct meeting_facts *facts, const struct put_input *input,
		struct problems *problems)
{
	const struct meeting_candidate *candidate = &facts->candidate;
	const char *pointer;

	require_state(problems, facts->state, "planned, called");
	require_person(&facts->caller, problems);
	if (input == NULL)
		return;
	if (input->has_application + input->has_appeal + input->has_amendment +
		    input->has_reversal != 1) {
		problems_add(problems, PROBLEM_ITEM_ONCE, "#/applicationId", NULL, NULL);
		return;
	}
	pointer = pointer_of(input);
	if (!facts->has_candidate) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, pointer, pointer + 2, NULL);
		return;
	}
	check_prepared(candidate, pointer, problems);
	require_commented(candidate->may_comment, candidate->comment_by, facts->on_day, pointer,
			  problems);
	if (candidate->before != NULL)
		problems_add(problems, PROBLEM_BEFORE_A_MEETING, pointer, candidate->case_number,
			     candidate->before);
}

void decide_take_off(const struct meeting_facts *facts, const struct item_input *input,
		     struct problems *problems)
{
	require_state(problems, facts->state, "planned, called, open");
	require_person(&facts->caller, problems);
	if (facts->is_voting)
		problems_add(problems, PROBLEM_VOTING, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (!facts->has_item || strcmp(facts->item.state, "listed") != 0)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/itemId", "itemId", NULL);
}

/* What was sent back or withdrawn since it was put on the agenda is not for the members. */
static void require_ready(const struct meeting_facts *facts, struct problems *problems)
{
	for (size_t i = 0; i < facts->n_unready; i++)
		problems_add(problems, PROBLEM_CASE_NOT_READY, NULL, facts->unready[i], NULL);
}

static bool has_seats(const struct meeting_facts *facts)
{
	for (size_t i = 0; i < facts->n_members; i++)
		if (strcmp(facts->members[i].seat, "observer") != 0)
			return true;
	return false;
}

void decide_send(const struct meeting_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "planned, called");
	require_person(&facts->caller, problems);
	if (facts->n_listed == 0)
		problems_add(problems, PROBLEM_AGENDA_EMPTY, NULL, NULL, NULL);
	require_ready(facts, problems);
	if (!has_seats(facts))
		problems_add(problems, PROBLEM_BODY_EMPTY, NULL,
			     words_date(problems, facts->on_day), NULL);
	if (facts->is_agenda_closed)
		problems_add(problems, PROBLEM_AGENDA_CLOSED, NULL, NULL, NULL);
}

void decide_cancel(const struct meeting_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "planned, called");
	require_person(&facts->caller, problems);
}

static const struct body_member *find_member(const struct meeting_facts *facts, int64_t person_id)
{
	for (size_t i = 0; i < facts->n_members; i++)
		if (facts->members[i].person_id == person_id)
			return &facts->members[i];
	return NULL;
}

static void check_present(const struct meeting_facts *facts, const struct attendance_input *input,
			  struct problems *problems)
{
	for (size_t i = 0; i < input->n_present; i++) {
		if (find_member(facts, input->present[i]) == NULL)
			problems_at(problems, PROBLEM_NOT_A_MEMBER, NULL, NULL, "#/present/%zu", i);
		if (contains_number(input->present, i, input->present[i]))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL, "#/present/%zu",
				    i);
	}
}

/* Of the seats, those that are taken: by who has them, and by deputies where somebody is absent. */
static int64_t seats_taken(const struct meeting_facts *facts, const struct attendance_input *input)
{
	int64_t n_seats = 0, n_own = 0, n_deputies = 0;

	for (size_t i = 0; i < facts->n_members; i++) {
		const struct body_member *member = &facts->members[i];
		bool is_present =
			contains_number(input->present, input->n_present, member->person_id);

		if (strcmp(member->seat, "deputy") == 0) {
			n_deputies += is_present;
		} else if (strcmp(member->seat, "observer") != 0) {
			n_seats++;
			n_own += is_present;
		}
	}
	return n_own + n_deputies < n_seats ? n_own + n_deputies : n_seats;
}

static void check_president(const struct meeting_facts *facts, const struct attendance_input *input,
			    struct problems *problems)
{
	const struct body_member *president = find_member(facts, input->presided_by);

	if (president == NULL || strcmp(president->seat, "observer") == 0 ||
	    !contains_number(input->present, input->n_present, input->presided_by))
		problems_add(problems, PROBLEM_PRESIDENT_ABSENT, "#/presidedBy", NULL, NULL);
}

void decide_open(const struct meeting_facts *facts, const struct attendance_input *input,
		 struct problems *problems)
{
	int64_t n_taken;

	require_state(problems, facts->state, "called");
	require_person(&facts->caller, problems);
	if (facts->today < facts->on_day - facts->early_days)
		problems_add(problems, PROBLEM_MEETING_AHEAD, NULL,
			     words_date(problems, facts->on_day), NULL);
	if (facts->is_changed)
		problems_add(problems, PROBLEM_AGENDA_NOT_SENT, NULL, NULL, NULL);
	require_ready(facts, problems);
	if (input == NULL)
		return;
	check_present(facts, input, problems);
	check_president(facts, input, problems);
	n_taken = seats_taken(facts, input);
	if (n_taken < facts->quorum)
		problems_add(problems, PROBLEM_NO_QUORUM, "#/present",
			     words_number(problems, facts->quorum),
			     words_number(problems, n_taken));
}

void decide_attendance(const struct meeting_facts *facts, const struct attendance_input *input,
		       struct problems *problems)
{
	require_state(problems, facts->state, "open");
	require_person(&facts->caller, problems);
	if (facts->is_voting)
		problems_add(problems, PROBLEM_VOTING, NULL, NULL, NULL);
	if (input != NULL)
		check_present(facts, input, problems);
}

void decide_close(const struct meeting_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "open");
	require_person(&facts->caller, problems);
	if (facts->is_voting)
		problems_add(problems, PROBLEM_VOTING, NULL, NULL, NULL);
}

void decide_write_minutes(const struct meeting_facts *facts, const struct minutes_input *input,
			  struct problems *problems)
{
	require_state(problems, facts->state, "closed, approved");
	require_person(&facts->caller, problems);
	if (facts->is_closed)
		problems_add(problems, PROBLEM_AGENDA_CLOSED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (strcmp(facts->state, "approved") == 0 && input->reason == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/reason", NULL, NULL);
}

void decide_approve_minutes(const struct meeting_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "closed, approved");
	require_person(&facts->caller, problems);
	if (facts->is_closed) {
		problems_add(problems, PROBLEM_MINUTES_CLOSED, NULL, NULL, NULL);
		return;
	}
	if (!facts->answers_for_minutes)
		problems_add(problems, PROBLEM_NOT_CHAIR, NULL, NULL, NULL);
	if (!facts->has_minutes || strcmp(facts->minutes.state, "written") != 0)
		problems_add(problems, PROBLEM_MINUTES_NOT_WRITTEN, NULL, NULL, NULL);
	else
		require_other(&facts->caller, facts->minutes.written_by, "@did.write_minutes",
			      "@do.approve", problems);
}
