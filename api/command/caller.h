/* The caller as every decision sees it. */
#ifndef TRINN_API_COMMAND_CALLER_H
#define TRINN_API_COMMAND_CALLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/json/shape.h"

struct problems;

/* One that a person of the county does not handle, being disqualified: themselves, by a question
 * that stands open, for their nearest superior is, or as they have a role at a party of it. */
struct case_stood_back {
	const char *kind; /* of its guard */
	int64_t id;
	const char *how;  /* self, raised, superior or party */
};

struct caller {
	const char *role;
	const char *kind;        /* county, hub, firm, partner */
	bool is_person;          /* a machine takes none of the steps that need two persons */
	int64_t person_id;       /* 0 if it is a machine */
	int64_t organisation_id;
	struct case_stood_back *stands_back;
	size_t n_stands_back;
	bool serves_party;       /* acts for the county, and has a role at a party of its cases */
};

extern const struct shape caller_shape;

/* Of a caller, only the cases stood back from. */
extern const struct shape own_cases_shape;

/* PERSON_REQUIRED of a machine. */
void require_person(const struct caller *caller, struct problems *problems);

/* NOT_APPLICANT of a caller outside the county who reads the case and is not whose it is: a
 * partner, or who entered it from a hub. */
void require_applicant(const struct caller *caller, int64_t applicant_id,
		       struct problems *problems);

/* FOUR_EYES of the person who took the step `taken` and would take `step` as well; the words of
 * both: "@did.submit", "@do.review". A machine passes: it is for require_person() to refuse. */
void require_other(const struct caller *caller, int64_t person_id, const char *taken,
		   const char *step, struct problems *problems);

#endif
