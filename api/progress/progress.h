/*
 * Progress reports: what a hub tells of the work it got a grant for, on a schedule of its own and
 * apart from claims.
 *
 * The schedule is made when the grant is accepted, of what the funding line says; a caseworker may
 * expect one more on any day. One that is overdue holds payments back where the line says so
 * (decide_release_claim()): that is a hindrance to a payment and no part of it. Dates are days of
 * lib/base/date.h, person 0 is nobody.
 */
#ifndef TRINN_API_PROGRESS_PROGRESS_H
#define TRINN_API_PROGRESS_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_report_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t application_id;
	const char *application_state;
	int64_t applicant_id;
	const char *applicant_kind;
	bool is_expected; /* on that day already */
};

struct new_report_input {
	int64_t application_id;
	int32_t due_on;
	const char *due_text; /* the same as it was written */
};

struct report_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	int64_t application_id;
	int64_t hub_id;
	int64_t submitted_by;
};

/* Of a hub whose grant runs, on a day to come. */
void decide_expect_report(const struct new_report_facts *facts,
			  const struct new_report_input *input, struct problems *problems);

void decide_submit_report(const struct report_facts *facts, struct problems *problems);

/* By a person, and not the one who submitted it. */
void decide_return_report(const struct report_facts *facts, struct problems *problems);
void decide_approve_report(const struct report_facts *facts, struct problems *problems);

#endif
