/*
 * A session as it is planned in a cohort or a network, or as an interview with a firm outside both.
 *
 * Consulting and interviews are held for one firm of a cohort and no other firm is told of them;
 * workshops and meetings are for all. A firm is interviewed for an hour before there is a grant, a
 * track or a cohort (programme.md 2): such an interview is part of its enrolment. The hub's own
 * people hold it, as they mobilise; what a fagpartner delivers is part of a course. When another
 * hub begins to follow the firm, what is planned is cancelled. A session lasts a day and a night at
 * most: what goes on for days is several, each with who came. Planned minutes are those of
 * instruction, at most what lies between beginning and end. What has title, beginning and firm of
 * another is that one planned twice, and would count twice.
 */
#ifndef TRINN_API_SESSIONS_PLAN_H
#define TRINN_API_SESSIONS_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct shape;

/* What it is to be part of. */
struct setting {
	const char *kind;  /* cohort, network, enrolment: an interview with the firm */
	const char *state;
	int32_t starts_on, ends_on; /* of a cohort: the days its sessions lie between */
};

struct session_plan {
	const char *kind;           /* workshop, consulting, interview, meeting */
	const char *orgnr;          /* of the firm it is held for, or NULL */
	const char *place;          /* one of these two at least */
	const char *link;
	const char *delivered_by;   /* hub, fagpartner */
	const char *engagement_id;  /* or NULL */
	int64_t planned_minutes;
	const char *content;        /* the whole body, JSON */
};

/* The fagpartner's engagement that it is part of. */
struct session_engagement {
	const char *state;
	int32_t starts_on, ends_on;
};

/* What else is planned with its fagpartner or firm at the same time. */
struct session_clash {
	const char *sessions;       /* that the caller may read: titles and times; NULL: none */
	bool is_engaged;            /* the fagpartner, by another hub */
};

/* What the database makes of a plan. */
struct session_plan_facts {
	int64_t id;                 /* of a new one */
	int32_t starts_on, ends_on; /* in Norway */
	int64_t minutes;            /* from beginning to end, negative if reversed */
	bool has_firm;              /* the firm is in the cohort, or the enrolment's */
	int64_t twin_id;            /* the same, planned before */
	bool has_twin;
	struct session_engagement engagement; /* the one that the plan names, if it is the hub's */
	bool has_engagement;
	struct session_clash clash;
};

/* An enrolment whose firm is to be interviewed. */
struct interview_facts {
	struct caller caller;
	int64_t id;
	int64_t hub_id;
	const char *state;
	struct session_plan_facts session;
	bool has_session;
};

extern const struct shape session_plan_shape;
extern const struct shape session_plan_facts_shape;
extern const struct shape session_clash_shape;

/* A cohort is planned or runs, a network is open, a firm in any state is interviewed; the rest is
 * about `plan`, if there is one. */
void check_session_plan(const struct setting *setting, const struct session_plan_facts *facts,
			const struct session_plan *plan, struct problems *problems);

/* Nobody is at two places at once, but one may leave early, or two hubs share a day: it is told and
 * not refused, to the hub of what is its own, and to the fagpartner of all. */
void warn_of_clash(const struct session_clash *clash, struct problems *warnings);

void decide_plan_interview(const struct interview_facts *facts, const struct session_plan *input,
			   struct problems *problems);

#endif
