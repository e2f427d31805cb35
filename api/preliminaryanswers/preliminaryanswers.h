/*
 * Preliminary answers (foreløpig svar): forvaltningsloven § 11 a.
 *
 * An applicant is answered within a month of when the application was received, counted by the
 * calendar: what came in on 31 January is due on 28 February. Where it is not decided by then, or
 * the decision is not made known, a person sends a preliminary answer: why, and when the decision
 * may be expected. By then the next answer is due. `answerDueOn` of an application, its task and
 * the list say which are.
 *
 * Dates are days of lib/base/date.h.
 */
#ifndef TRINN_API_PRELIMINARYANSWERS_PRELIMINARYANSWERS_H
#define TRINN_API_PRELIMINARYANSWERS_PRELIMINARYANSWERS_H

#include <stdint.h>

#include "api/applications/facts.h"
#include "api/problems/problems.h"

struct preliminary_answer_input {
	int32_t expected_on;
	const char *reason;
	const char *urgent; /* api/command/disqualified.h */
};

/* `input` is NULL to ask only whether one may be sent. */
void decide_send_preliminary_answer(const struct application_facts *facts,
				    const struct preliminary_answer_input *input,
				    struct problems *problems);

#endif
