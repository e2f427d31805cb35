/*
 * Sessions: the dated parts of cohorts and networks, and who came.
 *
 * Who was invited and did not come has a head count of 0. A firm is invited that is in the cohort
 * on that day, and the one that it is held for. What a hub enters of a session that was held can be
 * put right until its cohort or network is over, since gates and money rest on it. Feedback is of a
 * firm that came, once for each session: given again it replaces what was given. The hub is told
 * sums and comments without names; among few firms it may still guess.
 *
 * A session of a fagpartner is held of hours that were ordered for it or tied to it, so that its
 * minutes count once, below the ceiling, and the firms confirm them. They are delivered by holding
 * it: the minutes held are split over the firms that came, by what was ordered for each, since the
 * fagpartner held them all the same; one that did not come has none to confirm. A correction splits
 * them anew until a firm has confirmed; then they stand, and who came is put right beside them.
 * But where a firm disputes its hours, what is not confirmed or invoiced in agreement is split
 * anew, and delivered to be confirmed: so the hub gives in to what the firm says.
 * What was delivered beside all sessions counts as hours; a session planned for the same work is
 * cancelled.
 */
#ifndef TRINN_API_SESSIONS_SESSIONS_H
#define TRINN_API_SESSIONS_SESSIONS_H

#include "api/cohorts/cohorts.h"
#include "api/sessions/plan.h"

/* A firm that came, or was to. */
struct attendant {
	bool is_firm;                   /* the register knows it; it is one of the cohort */
	bool is_serving;                /* the county, a hub or a fagpartner, at a network */
	bool is_repeated, is_size_known;
	int64_t head_count, employees;  /* the latter by the register */
	int32_t joined_on;              /* the cohort of a stage, after the session */
	bool has_joined_late;           /* and was not entered as having come before */
};

/* Hours ordered for it, but for those cancelled. */
struct session_hours {
	int64_t id;
	const char *firm;               /* orgnr */
	const char *state;
	int64_t ordered_minutes, delivered_minutes;
	bool is_present;                /* by the attendance that is entered */
	bool is_disputed;               /* confirmed by less, and not invoiced */
};

struct session_facts {
	struct caller caller;
	int64_t id;
	int64_t hub_id;
	const char *case_kind;          /* cohort, network, enrolment */
	int64_t case_id;
	const char *state;
	const char *setting_state;      /* of the cohort, network or enrolment */
	bool is_handed_over;            /* another hub follows the firm of the enrolment */
	int32_t starts_on, ends_on;     /* of the cohort */
	bool has_starts, has_ends;
	bool is_over;                   /* its end has passed */
	int64_t minutes;                /* from beginning to end */
	bool is_for_one;                /* consulting or an interview */
	bool is_attendant;              /* the caller's firm came */
	int64_t engagement_id, partner_id; /* 0 for none */
	int64_t held_minutes;           /* 0 until it was held */
	int64_t left_minutes;           /* below the engagement's ceiling */
	const char **rests;             /* on that it was held: assessment, feedback, completed */
	size_t n_rests;
	const char *held;               /* as it was entered: {"heldMinutes", "attendance"} */
	struct session_hours *hours;
	size_t n_hours;
	struct session_clash clash;     /* while it is planned */
	bool is_plan_kept;              /* the change leaves for whom it is, and who holds it */
	struct session_plan_facts session; /* as it is to be changed */
	bool has_session;
	struct attendant *attendants;
	size_t n_attendants;
	const char *missing;            /* those invited that are not among them, or NULL */
};

struct attendance_input {
	int64_t held_minutes;
	const char *attendance_json;    /* [{"orgnr", "headCount"}] */
};

struct attendance_effects {
	int64_t *hours, *minutes;       /* delivered of which; NULL: all stay as they are */
	size_t n_hours;
};

struct feedback_input {
	int64_t score;                  /* 1 to 5 */
	const char *comment;            /* or NULL */
};

void decide_plan_cohort_session(const struct cohort_facts *facts, const struct session_plan *input,
				struct problems *problems);
void decide_change_session(const struct session_facts *facts, const struct session_plan *input,
			   struct problems *problems);

/* Once it is over, for no longer than it lasted, and in a cohort that runs. Each firm that was
 * invited is named, with 0 where nobody came: one left out would count as absent unseen. What is
 * for one firm is not held without it, and nobody came of a firm that joined on a later day. */
void decide_hold_session(const struct session_facts *facts, const struct attendance_input *input,
			 struct attendance_effects *effects, struct problems *problems);
void decide_replace_attendance(const struct session_facts *facts,
			       const struct attendance_input *input,
			       struct attendance_effects *effects, struct problems *problems);

/* It was entered by mistake, as of two alike: planned again, with nobody come and all that was
 * ordered for it ordered as before, so there must be room for what holding it freed. What it was
 * rests with firms and gates once one of these has acted on it. */
void decide_reopen_session(const struct session_facts *facts, struct problems *problems);

/* Its hours are cancelled with it. */
void decide_cancel_session(const struct session_facts *facts, struct problems *problems);

/* By a firm that came to what was held. */
void decide_give_feedback(const struct session_facts *facts, struct problems *problems);

#endif
