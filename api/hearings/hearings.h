/*
 * Hearings of the party (høring av parten): what it may comment on before it is decided.
 *
 *	information  what others have told of it to its detriment: forvaltningsloven § 17
 *	notice       that a decision to its detriment is on the way: § 16
 *
 * A caseworker tells the party what, from whom and until which day; it comments, or the day passes.
 * Until then, and until a comment is weighed in writing, nothing is recommended or decided; what it
 * said and how that was weighed is told with the decision (§ 25). Until the day it may add to what
 * it said, and that is weighed anew. After the day it may still comment where it has not, as long
 * as the case is not decided. Where the law excepts, the party is not heard: by a ground of
 * trinn.hearing_grounds, and the county's own.
 *
 * Dates are days of lib/base/date.h.
 */
#ifndef TRINN_API_HEARINGS_HEARINGS_H
#define TRINN_API_HEARINGS_HEARINGS_H

#include "api/applications/facts.h"
#include "api/problems/problems.h"

struct hear_input {
	const char *kind;
	const char *told;
	const char *source;
	int32_t answer_by;
	int64_t document_id;
	bool has_document;
	const char *ground; /* by which it is not heard, and why that holds; NULL of one that is */
	const char *reason;
};

struct hearing_facts {
	struct caller caller;
	int32_t today;
	const char *state;
	int64_t application_id;
	int64_t applicant_id;
	int32_t answer_by;
	bool has_answer_by; /* none where the party is not heard */
	bool is_decided;    /* since it was raised */
};

/* `input` is NULL to ask only whether it may be done. */
void decide_hear_party(const struct application_facts *facts, const struct hear_input *input,
		       struct problems *problems);
void decide_exempt_hearing(const struct application_facts *facts, const struct hear_input *input,
			   struct problems *problems);

void decide_answer_hearing(const struct hearing_facts *facts, struct problems *problems);
void decide_weigh_hearing(const struct hearing_facts *facts, struct problems *problems);
void decide_withdraw_hearing(const struct hearing_facts *facts, struct problems *problems);

#endif
