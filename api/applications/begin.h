/* How an application begins: by its applicant, or entered on its behalf. */
#ifndef TRINN_API_APPLICATIONS_BEGIN_H
#define TRINN_API_APPLICATIONS_BEGIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/applications/call.h"
#include "api/applications/carryover.h"
#include "api/applications/onbehalf.h"
#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_application_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *call_state;
	int32_t opens_on, closes_on;
	struct call_deadline deadline;
	int64_t leave_id;          /* to begin an application after the deadline */
	bool has_leave;
	struct on_behalf_facts behalf;
	bool has_behalf;           /* there is such a firm */
	int64_t programme_id;
	int64_t form_version;
	const char **applicant_kinds;
	size_t n_applicant_kinds;
	int64_t track_programme_id;
	bool has_track;
	const char *track_state; /* NULL where there is none */
	int64_t track_application_id; /* another application of the track in the same call */
	bool track_is_taken;
	struct carry_source from;     /* what it takes along: an earlier one of the applicant */
	bool has_from;                /* that the caller can see */
	struct carry_target target;
	bool has_target;
};

struct new_application_input {
	int64_t call_id;
	int64_t track_id;
	bool has_track;
	const char *title;
	int64_t from_id;
	bool carries;
	struct on_behalf_input on_behalf;
	bool is_on_behalf;
};

/* The call is open or the caller has leave to be late, or it is entered of what came in time; the
 * applicant's kind may apply, the track is of the call's programme and not in the call yet; what it
 * takes along is of that programme too. */
void decide_create_application(const struct new_application_facts *facts,
			       const struct new_application_input *input,
			       struct problems *problems);

#endif
