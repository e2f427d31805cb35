/* What the decision of an application and one that replaces it, as on an appeal, have in common. */
#ifndef TRINN_API_DECISIONS_ANEW_H
#define TRINN_API_DECISIONS_ANEW_H

#include "api/decisions/decisions.h"

struct arena;
struct db_segment;

/* Each adds what the party was not heard on (api/hearings/heard.h). */

/* Holds a decision against the evaluation, the line, its basis and what it has left for the
 * difference to `committed_ore`, which is granted already. Nobody's part in it is asked. */
void check_decision_anew(const struct application_facts *facts, const struct decide_input *input,
			 int64_t committed_ore, struct decide_effects *effects,
			 struct problems *problems);

/* The terms of a decision that takes no more money than is granted already: until when it can be
 * appealed, and how it falls on the cost groups and the organisations. */
void take_terms(const struct application_facts *facts, const struct decide_input *input,
		struct decide_effects *effects, struct problems *problems);

/* What authority is held against where an application is decided on: what is applied for or what is
 * granted, whichever is more, as who grants a part refuses the rest. */
int64_t at_stake_ore(const struct application_facts *facts, int64_t granted_ore);

/* The body that decides; NULL and NO_AUTHORITY if there is none of the caller's role. OVER_LIMIT of
 * more than it may decide. */
const char *require_authority(const struct application_facts *facts, int64_t stake_ore,
			      struct problems *problems);

/* What is to be decided, and by what. */
struct deciding {
	const struct resolved_facts *meeting; /* what a body said of it */
	int64_t stake_ore;
	const struct resolution_input *input; /* NULL, as `as` is: asked only whether it may be */
	const struct decided_as *as;
	const char *resolution; /* of the committee; NULL: none */
};

/* The body that decides, in effects->body: where one is registered here its meeting did, and else
 * the caller has the authority. */
void check_who_decides(const struct application_facts *facts, const struct deciding *deciding,
		       struct decide_effects *effects, struct problems *problems);

/* What a committee that does not meet here resolved has its reference, which its secretary enters
 * (RESOLUTION_REQUIRED); of nobody else's decision is there one (RESOLUTION_NOT_ASKED). */
void check_resolution(const struct caller *caller, const char *resolution,
		      struct problems *problems);

/* What a decision was made on, and who prepared it. */
struct decision_source {
	const char *cause;
	int64_t recommended_by;
	const int64_t *item_id; /* what a meeting resolved it on; NULL: the case itself, or none */
};

/* Adds the rows of a decision, of the grant that it makes, and what it takes of the money: the last
 * comes last in a segment, as others wait for the money. */
void decision_insert(struct db_segment *segment, struct arena *arena,
		     const struct application_facts *facts, const struct decide_input *input,
		     const struct decide_effects *effects, const struct decision_source *source);
void decision_grant(struct db_segment *segment, struct arena *arena,
		    const struct application_facts *facts, const struct decide_effects *effects);
void decision_commit(struct db_segment *segment, const struct application_facts *facts);

#endif
