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
 * An appeal against what a body decided is put on its agenda as another case, with what is proposed
 * in it, and settled as was resolved there (§ 33). So is an amendment of a grant, with what is
 * prepared, which the body approves as it is or refuses; and the reversal of what the body decided
 * (§ 35): the decision is reversed as was proposed, or stands. An appeal that is forwarded goes
 * before the appeals board, where it meets here: who took part below takes no part there.
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

struct move_input {
	const char *starts_at, *place, *reason;
};

/* One of the four. */
struct put_input {
	int64_t application_id, appeal_id, amendment_id, reversal_id;
	bool has_application, has_appeal, has_amendment, has_reversal;
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

struct minutes_input {
	const char *remarks; /* NULL: none */
	const char *reason;  /* of a correction; NULL: it is none */
	bool in_english, has_english;
};

/* `input` is NULL to ask only whether it may be done at all; so below. */
void decide_new_meeting(const struct caller *caller, bool is_past, struct problems *problems);
/* Before it opens. The members are sent the agenda anew. */
void decide_move_meeting(const struct meeting_facts *facts, const struct move_input *input,
			 struct problems *problems);
void decide_put(const struct meeting_facts *facts, const struct put_input *input,
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

#endif
