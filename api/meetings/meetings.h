/*
 * Meetings of bodies: steering groups, committees, appeals boards.
 *
 * The secretary calls one, puts cases on its agenda and sends it: what was sent stands, and a
 * change is another agenda. In the meeting the secretary notes who is there. A member who is
 * disqualified from a case, or prepared it, takes no part in it (forvaltningsloven § 6), nor one
 * who assessed it where the body decides; deputies take the seats that are empty, in their order.
 * So who votes is asked of each case by itself, and so is the quorum (kommuneloven § 11-9): when
 * the vote begins and when it ends. A proposal is carried by more votes for than against; where
 * they are equal, the vote of whoever presides decides, if the body has it so.
 *
 * The minutes are made of what happened. The chair approves what the secretary wrote; it stands,
 * and a correction is another edition. What a body that may decide has resolved is the decision
 * that its secretary enters; what another resolved stands beside the recommendation.
 */
#ifndef TRINN_API_MEETINGS_MEETINGS_H
#define TRINN_API_MEETINGS_MEETINGS_H

#include "api/meetings/facts.h"
#include "api/problems/problems.h"

struct new_meeting_input {
	int64_t body_id;
	const char *starts_at;
	const char *place;
};

struct application_input {
	int64_t application_id;
};

struct item_input {
	int64_t item_id;
	const char *reason;
};

struct attendance_input {
	int64_t *present; /* persons */
	size_t n_present;
	int64_t presided_by; /* as it is opened */
};

struct proposal_input {
	int64_t item_id, amount_ore;
	const char *outcome, *grounds;
	struct given_conditions conditions; /* without json: as recommended */
};

struct vote_input {
	int64_t proposal_id;
	int64_t presided_by; /* as it begins: for one who takes no part */
	bool has_presided_by;
	const char *vote;
};

struct abandon_input {
	int64_t proposal_id;
	const char *reason;
};

struct hand {
	int64_t person_id;
	const char *vote;
};

struct hands_input {
	int64_t proposal_id;
	struct hand *hands;
	size_t n_hands;
	const char *hands_json;
};

struct minutes_input {
	const char *remarks; /* NULL: none */
	const char *reason;  /* of a correction; NULL: it is none */
	bool in_english, has_english;
};

/* What a vote comes to, of those who vote. */
struct tally {
	int64_t n_for, n_against, n_cast;
	bool is_carried;
};

/* `input` is NULL to ask only whether it may be done at all; so below. */
void decide_new_meeting(const struct caller *caller, struct problems *problems);
void decide_put(const struct meeting_facts *facts, const struct application_input *input,
		struct problems *problems);
void decide_take_off(const struct meeting_facts *facts, const struct item_input *input,
		     struct problems *problems);
void decide_send(const struct meeting_facts *facts, struct problems *problems);
void decide_cancel(const struct meeting_facts *facts, struct problems *problems);
void decide_open(const struct meeting_facts *facts, const struct attendance_input *input,
		 struct problems *problems);
void decide_attendance(const struct meeting_facts *facts, const struct attendance_input *input,
		       struct problems *problems);
void decide_close(const struct meeting_facts *facts, struct problems *problems);
void decide_write_minutes(const struct meeting_facts *facts, const struct minutes_input *input,
			  struct problems *problems);
void decide_approve_minutes(const struct meeting_facts *facts, struct problems *problems);

void decide_propose(const struct meeting_facts *facts, const struct proposal_input *input,
		    struct problems *problems);
/* As JSON: of a grant without any of its own, those of the agenda. */
const char *conditions_of(const struct meeting_facts *facts, const struct proposal_input *input);
void decide_put_to_vote(const struct meeting_facts *facts, const struct vote_input *input,
			struct problems *problems);
void decide_cast(const struct meeting_facts *facts, const struct vote_input *input,
		 struct problems *problems);
void decide_hands(const struct meeting_facts *facts, const struct hands_input *input,
		  struct problems *problems);
void decide_end_vote(const struct meeting_facts *facts, const struct vote_input *input,
		     struct tally *tally, struct problems *problems);
void decide_abandon(const struct meeting_facts *facts, const struct abandon_input *input,
		    struct problems *problems);

/* Whoever presides over a vote: as named, or as in the meeting. */
int64_t president_of(const struct meeting_facts *facts, const struct vote_input *input);

#endif
