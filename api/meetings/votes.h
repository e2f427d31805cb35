/* Proposals and votes of a meeting: api/meetings/meetings.h. */
#ifndef TRINN_API_MEETINGS_VOTES_H
#define TRINN_API_MEETINGS_VOTES_H

#include "api/meetings/facts.h"
#include "api/problems/problems.h"

struct proposal_input {
	int64_t item_id, amount_ore;
	bool has_amount;
	const char *outcome, *grounds;
	struct given_conditions conditions; /* without json: as recommended */
	int64_t *lifts; /* conditions, by number: of the appeals board */
	size_t n_lifts;
};

struct vote_input {
	int64_t proposal_id;
	int64_t presided_by; /* as it begins: for one who takes no part */
	bool has_presided_by;
	const char *vote;
};

struct abandon_input {
	int64_t proposal_id;
	const char *reason;
};

struct hand {
	int64_t person_id;
	const char *vote;
};

struct hands_input {
	int64_t proposal_id;
	struct hand *hands;
	size_t n_hands;
	const char *hands_json;
};

/* What a vote comes to, of those who vote. */
struct tally {
	int64_t n_for, n_against, n_cast;
	bool is_carried;
};

/* `input` is NULL to ask only whether it may be done at all; so below. */
void decide_propose(const struct meeting_facts *facts, const struct proposal_input *input,
		    struct problems *problems);
/* As JSON: of a grant without any of its own, those of the agenda. */
const char *conditions_of(const struct meeting_facts *facts, const struct proposal_input *input);
void decide_put_to_vote(const struct meeting_facts *facts, const struct vote_input *input,
			struct problems *problems);
/* Nobody is kept from resolving more than there is: it may be another year's. */
void warn_of_money(const struct meeting_facts *facts, struct problems *warnings);
void decide_cast(const struct meeting_facts *facts, const struct vote_input *input,
		 struct problems *problems);
void decide_hands(const struct meeting_facts *facts, const struct hands_input *input,
		  struct problems *problems);
void decide_end_vote(const struct meeting_facts *facts, const struct vote_input *input,
		     struct tally *tally, struct problems *problems);
void decide_abandon(const struct meeting_facts *facts, const struct abandon_input *input,
		    struct problems *problems);

/* Whoever presides over a vote: as named, or as in the meeting. */
int64_t president_of(const struct meeting_facts *facts, const struct vote_input *input);

#endif
