/*
 * Samplings: the county draws some of a hub's cases in a programme and a period, looks into them
 * and follows up what it finds.
 *
 * A sampling is the county's own until it is opened to the hub, which sees all of it from then on;
 * each firm is told that its case was drawn and sees that case. None is closed before it was
 * opened: a hub learns what is held against it.
 *
 * The hub answers what was done about a finding that is to be followed up. The county accepts the
 * answer by closing the case or asks again by another day, with the reason; all answers are kept.
 * One that waits keeps the finding as it was when the hub answered it. The county may close a case
 * that the hub never answered, with what it saw itself. Dates are days of lib/base/date.h.
 */
#ifndef TRINN_API_SAMPLINGS_SAMPLINGS_H
#define TRINN_API_SAMPLINGS_SAMPLINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct sampled_case {
	int64_t number; /* by which it is known in the sampling */
	bool has_finding;
	bool has_follow_up;
	int64_t answered_by; /* who gave the answer that waits */
	bool is_answered;
	bool is_closed;
};

struct sampling_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t hub_id;
	struct sampled_case *cases;
	size_t n_cases;
};

struct finding_input {
	int64_t number;
	const char *finding;
	const char *severity;  /* none, remark or breach */
	const char *follow_up; /* what the hub is to do; NULL: nothing */
	int32_t follow_up_by;
	bool has_follow_up_by;
	const char *reason;    /* why another finding is changed; NULL: there is none */
};

struct answer_input {
	int64_t number;
	const char *answer; /* what was done */
	int32_t done_on;
};

struct ask_again_input {
	int64_t number;
	const char *reason; /* what is missing in the answer */
	int32_t follow_up_by;
};

struct close_case_input {
	int64_t number;
	const char *followed; /* what came of the follow-up; NULL: what the hub answered */
};

/* The case of that number; NULL if it was not drawn. */
const struct sampled_case *sampling_case(const struct sampling_facts *facts, int64_t number);

/* Once more until the case is closed: the former findings are kept, and one that hub and firm have
 * seen is changed for a reason. A breach is followed up by a day to come, and what is in order is
 * not. `input` is NULL to ask only whether it may be done; so below. */
void decide_note_finding(const struct sampling_facts *facts, const struct finding_input *input,
			 struct problems *problems);

/* Of what is to be followed up, once until the county has settled the answer. */
void decide_answer_finding(const struct sampling_facts *facts, const struct answer_input *input,
			   struct problems *problems);

/* Of an answer that waits. By another person than who gave it, as who closes the case. */
void decide_ask_again(const struct sampling_facts *facts, const struct ask_again_input *input,
		      struct problems *problems);

/* Of what was found something, and of what was to be followed up what came of it. */
void decide_close_case(const struct sampling_facts *facts, const struct close_case_input *input,
		       struct problems *problems);

/* To the hub and the firms, before or after something was found. */
void decide_open_sampling(const struct sampling_facts *facts, struct problems *problems);

/* When all of its cases are. */
void decide_close_sampling(const struct sampling_facts *facts, struct problems *problems);

#endif
