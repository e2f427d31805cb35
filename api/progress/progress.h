/*
 * Progress reports: what a hub tells of the work it got a grant for, on a schedule of its own and
 * apart from claims.
 *
 * Each is of a period of the work. The schedule is made when the grant is accepted, of what the
 * funding line says; a caseworker may expect one more. One that is overdue holds payments back
 * where the line says so (decide_release_claim()): that is a hindrance to a payment and no part of
 * it. Dates are days of lib/base/date.h, person 0 is nobody.
 */
#ifndef TRINN_API_PROGRESS_PROGRESS_H
#define TRINN_API_PROGRESS_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

/* A report is due within so many months of the last day it is about. */
enum { REPORT_DUE_MONTHS = 12 };

/* One that is returned is due again after as many days as the schedule gives when a period is over
 * (expect_reports), or on a day within so many months that the caseworker names. */
enum { REPORT_AGAIN_DAYS = 14, REPORT_AGAIN_MONTHS = 3 };

struct new_report_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t application_id;
	const char *application_state;
	int64_t applicant_id;
	const char *applicant_kind;
	int32_t starts_on, ends_on; /* of the work */
	bool has_start, has_end;
	bool is_expected; /* on that day already */
};

struct new_report_input {
	int64_t application_id;
	int32_t period_from, period_to; /* both included */
	int32_t due_on;
	const char *due_text; /* the same as it was written */
};

struct report_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int32_t period_to;
	int32_t first_due_on, due_on; /* of the schedule, and by when it is to be submitted */
	int32_t earlier_due_on; /* of the first of those before it that are not submitted */
	bool has_earlier;
	int64_t application_id;
	int64_t hub_id;
	int64_t submitted_by;
};

struct return_report_input {
	const char *reason;
	int32_t due_on;
	bool has_due;
};

/* Of a hub whose grant runs: of days of the work, and due on a day to come. */
void decide_expect_report(const struct new_report_facts *facts,
			  const struct new_report_input *input, struct problems *problems);

/* One that nobody has written yet, and was expected by mistake: it holds back nothing, and its day
 * is free. */
void decide_withdraw_report(const struct report_facts *facts, struct problems *problems);

/* From the last day of its period on, and not before those that are due earlier: else one that
 * holds back a payment would be answered before there is anything to tell. */
void decide_submit_report(const struct report_facts *facts, struct problems *problems);

/* By a person, and not the one who submitted it. A returned one is not overdue for the time that
 * the county had it: it has a day of its own, and never one before that of the schedule. */
void decide_return_report(const struct report_facts *facts, const struct return_report_input *input,
			  struct problems *problems);
int32_t report_due_again(const struct report_facts *facts, const struct return_report_input *input);
void decide_approve_report(const struct report_facts *facts, struct problems *problems);

#endif
