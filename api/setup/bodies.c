#include "api/setup/bodies.h"

#include <string.h>

#include "api/problems/words.h"

static bool has_seat(const struct member_input *member, const char *seat)
{
	return strcmp(member->seat, seat) == 0;
}

static bool has_two_seats(const struct body_input *input, size_t i)
{
	const struct member_input *member = &input->members[i];

	for (size_t j = 0; j < i; j++) {
		const struct member_input *other = &input->members[j];

		if (other->person_id == member->person_id && other->from <= member->to &&
		    member->from <= other->to)
			return true;
	}
	return false;
}

/* Another is in the chair at the same time. */
static bool has_two_chairs(const struct body_input *input, size_t i)
{
	const struct member_input *member = &input->members[i];

	for (size_t j = 0; has_seat(member, "chair") && j < i; j++) {
		const struct member_input *other = &input->members[j];

		if (has_seat(other, "chair") && other->person_id != member->person_id &&
		    other->from <= member->to && member->from <= other->to)
			return true;
	}
	return false;
}

static void check_member(const struct setup_facts *facts, const struct body_input *input, size_t i,
			 struct problems *problems)
{
	const struct setup_references *there = &facts->references;
	const struct member_input *member = &input->members[i];

	if (contains_number(there->strangers, there->n_strangers, member->person_id))
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "personId", NULL,
			    "#/members/%zu/personId", i);
	if (member->to < member->from)
		problems_at(problems, PROBLEM_PERIOD_REVERSED, words_date(problems, member->from),
			    words_date(problems, member->to), "#/members/%zu/validTo", i);
	if (has_two_seats(input, i))
		problems_at(problems, PROBLEM_TWO_SEATS, NULL, NULL, "#/members/%zu/personId", i);
	if (has_two_chairs(input, i))
		problems_at(problems, PROBLEM_TWO_CHAIRS, NULL, NULL, "#/members/%zu/seat", i);
}

static void check_members(const struct setup_facts *facts, const struct body_input *input,
			  int64_t quorum, struct problems *problems)
{
	int64_t n_seats = 0;
	bool has_chair = false;

	for (size_t i = 0; i < input->n_members; i++) {
		const struct member_input *member = &input->members[i];

		check_member(facts, input, i, problems);
		n_seats += has_seat(member, "chair") || has_seat(member, "member");
		has_chair = has_chair || has_seat(member, "chair");
	}
	if (!has_chair)
		problems_add(problems, PROBLEM_CHAIR_MISSING, "#/members", NULL, NULL);
	if (quorum > n_seats)
		problems_add(problems, PROBLEM_QUORUM_OVER_SEATS, "#/members",
			     words_number(problems, quorum), words_number(problems, n_seats));
}

void decide_body(const struct setup_facts *facts, const void *content, struct problems *problems)
{
	const struct body_input *input = content;

	if (facts->references.is_body_named)
		problems_add(problems, PROBLEM_DUPLICATE, "#/name", "name", NULL);
	if (input->has_members == input->has_share)
		problems_add(problems, PROBLEM_QUORUM_ONCE, "#/quorumMembers", NULL, NULL);
	check_members(facts, input, input->has_members ? input->quorum_members : 0, problems);
}

/* The body is that of the path. */
void decide_body_members(const struct setup_facts *facts, const void *content,
			 struct problems *problems)
{
	if (!facts->references.body)
		problems_add(problems, PROBLEM_NOT_FOUND, NULL, NULL, NULL);
	check_members(facts, content, facts->references.quorum_members, problems);
}

/* The line is that of the path. */
void decide_delegation(const struct setup_facts *facts, const void *content,
		       struct problems *problems)
{
	const struct delegation_input *input = content;

	if (!facts->references.funding_line)
		problems_add(problems, PROBLEM_NOT_FOUND, NULL, NULL, NULL);
	if (!facts->references.body)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/bodyId", "bodyId", NULL);
	if (facts->references.has_outside_members && !input->despite_outside_members)
		problems_add(problems, PROBLEM_OUTSIDE_MEMBERS, "#/despiteOutsideMembers", NULL,
			     NULL);
	if (input->has_to)
		require_order(problems, input->from, input->to, "#/validTo");
}
