/* Gates waived: one that does not hold is passed by for a round, if a person of the county gives
 * it. Whoever asked does not (programme.md 5.5). */
#ifndef TRINN_API_ENROLMENTS_WAIVERS_H
#define TRINN_API_ENROLMENTS_WAIVERS_H

#include "api/enrolments/facts.h"
#include "api/problems/problems.h"

struct ask_waiver_input {
	int64_t stage;
	const char *gate;
	const char *reason;
};

struct waiver_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	int64_t enrolment_id;
	int64_t hub_id;
	int64_t asked_by;
	bool is_over; /* the round that it was asked in */
};

/* For a gate that the stage has and that does not hold; again only if it was refused. */
void decide_ask_waiver(const struct enrolment_facts *facts, const struct ask_waiver_input *input,
		       struct problems *problems);

/* In the round that it was asked in; of one that is over the question is refused. */
void decide_give_waiver(const struct waiver_facts *facts, struct problems *problems);
void decide_refuse_waiver(const struct waiver_facts *facts, struct problems *problems);

#endif
