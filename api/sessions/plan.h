/*
 * A session as it is planned in a cohort or a network.
 *
 * Consulting and interviews are held for one firm of a cohort and no other firm is told of them;
 * workshops and meetings are for all. Planned minutes are those of instruction, at most what lies
 * between beginning and end.
 */
#ifndef TRINN_API_SESSIONS_PLAN_H
#define TRINN_API_SESSIONS_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct shape;

/* What it is to be part of. */
struct setting {
	const char *state;
	bool is_cohort;
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

/* What the database makes of a plan. */
struct session_plan_facts {
	int64_t id;                 /* of a new one */
	int32_t starts_on, ends_on; /* in Norway */
	int64_t minutes;            /* from beginning to end, negative if reversed */
	bool has_firm;              /* the firm is in the cohort */
	struct session_engagement engagement; /* the one that the plan names, if it is the hub's */
	bool has_engagement;
};

extern const struct shape session_plan_shape;
extern const struct shape session_plan_facts_shape;

/* A cohort is planned or runs, a network is open; the rest is about `plan`, if there is one. */
void check_session_plan(const struct setting *setting, const struct session_plan_facts *facts,
			const struct session_plan *plan, struct problems *problems);

#endif
