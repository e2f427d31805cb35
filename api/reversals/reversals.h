/*
 * Reversal (omgjøring) of the county's own decision: forvaltningsloven § 35.
 *
 * A caseworker proposes it on a ground of trinn.reversal_grounds; another with the authority that
 * the decision takes decides, or sends it back. It is to be one of
 *
 *	annulled  the decision is set aside, a grant with it, and the case is decided anew
 *	granted, part_granted, rejected
 *	          what was decided is changed to this
 *
 * and becomes a decision of the case, cause "reversal", with a letter and the right to appeal. What
 * gives less than before, or adds conditions to it, is to the party's detriment: not every ground
 * lets it be, and the party is heard first (§ 16, api/hearings). The money follows as by an appeal
 * (api/grants/change.h), and an offer has the day of the new decision; what is claimed or paid is
 * not taken back here. Conditions of before go on.
 *
 * What has not reached the party, as its letter waits to be posted, harms nobody yet (first
 * paragraph b): that letter is then posted no more. A decision that is held is dropped on that
 * ground: nobody outside the county ever knows of it, no decision comes instead, and the case is
 * taken up again. From when that is proposed its day does not make it known.
 *
 * What a body decided its meeting reverses: as was proposed, as an item of its own kind, or it
 * resolves that the decision stands; then the proposal is sent back. Its secretary enters what was
 * resolved.
 *
 * What a superior of who decided has reversed, as the appeals body, is proposed and entered here by
 * two. It may be to the party's detriment for the sake of others or the public alone, if the party
 * is told within three weeks of the decision that it may be, and within three months (of one on an
 * appeal three weeks) that it is (third paragraph).
 *
 * An appeal that is not settled loses its object where the appellant gets all that it asked for or
 * the case is decided anew, or goes on against the new decision: who proposes says which.
 *
 * Amounts are øre.
 */
#ifndef TRINN_API_REVERSALS_REVERSALS_H
#define TRINN_API_REVERSALS_REVERSALS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/applications/facts.h"
#include "api/decisions/anew.h"
#include "api/meetings/resolved.h"
#include "api/problems/problems.h"

/* What the superior resolved. */
struct superior {
	const char *body;
	const char *resolution; /* its own reference, and its day */
	int32_t resolved_on;
};

struct reversal_terms {
	const char *ground;
	const char *provision;   /* of the other law, or of the decision; NULL: none */
	struct superior superior;
	bool has_superior;       /* else the county reverses its own decision */
	const char *outcome;
	int64_t amount_ore;
	int64_t year;            /* whose appropriation more money is taken from */
	bool has_year;
	struct given_conditions conditions; /* added to those of before */
	const char *grounds;
	const char *open_appeal; /* moot or goes_on; NULL: none is open */
};

struct decide_reversal_input {
	const char *resolution;  /* of the committee, entered by its secretary; NULL otherwise */
	struct resolution_input meeting; /* that it follows or departs from */
};

struct reversal_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t decision_id;
	int64_t application_version;
	struct application_facts application;
	struct reversal_terms terms;
	struct resolved_facts meeting; /* what a body said of it */
	int64_t proposed_by;
	const char *questioned; /* who proposed it and is disqualified since, or may be; or NULL */
};

struct reversal_effects {
	struct decide_input input; /* of the new decision */
	struct decide_effects decision;
	const char *application_state; /* NULL: it stays */
	bool drops; /* the decision, which is held: there is no new one */
	const int64_t *item_id; /* what a meeting resolved it on; NULL: none did */
};

extern const struct shape reversal_facts_shape;
extern const struct shape reversal_terms_shape;

/* Whether it takes from the party, or asks more of it. */
bool reversal_harms(const struct reversed *reversed, const struct reversal_terms *terms);

/* That a superior is named where the ground is one of its own, and the times of the third
 * paragraph. */
void check_superior(const struct reversed *reversed, const struct reversal_terms *terms,
		    int32_t today, struct problems *problems);

/* `input` is NULL to ask only whether it may be done. */
void decide_propose_reversal(const struct application_facts *facts,
			     const struct reversal_terms *input, struct problems *problems);
void decide_reversal(const struct reversal_facts *facts, const struct decide_reversal_input *input,
		     struct reversal_effects *effects, struct problems *problems);
void decide_return_reversal(const struct reversal_facts *facts, struct problems *problems);
void decide_withdraw_reversal(const struct reversal_facts *facts, struct problems *problems);

#endif
