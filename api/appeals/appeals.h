/*
 * Appeals (klage): forvaltningsloven §§ 27-36 and 42.
 *
 * An appeal is a case of its own beside the decision it is against, so that a part-grant may be
 * accepted and appealed. It is lodged by the party, or entered by a caseworker as of the day a
 * letter was handed to the post (§ 30), within three weeks of when the notice of the decision
 * reached the party (§ 29); the time runs anew from grounds that were asked for in time (§ 24). A
 * late one needs leave, which none has that was lodged more than a year after the decision (§ 31).
 *
 * The body that decided reconsiders (§ 33): allows it, in whole or in part, sets the decision aside
 * so that the case is decided anew, or forwards it to the appeals board with a statement that the
 * appellant reads and may comment on. The board may review all of it, and set an amount lower as
 * far as nothing is claimed (§ 34); what it decided is entered, from its minutes where it met here,
 * and is appealed against no more (§ 28). One that may not be heard is inadmissible (avvist). "Not
 * allowed" is elsewhere called dismissed, which in Trinn is an application that was not considered.
 *
 * Whatever the county answers is proposed by one and confirmed by another. The law lets the body
 * that decided reconsider, but one who looks at their own decision alone sees what they saw
 * before: who made it proposes and settles nothing in the appeal, and who recommended it may
 * prepare but not settle. In what is the board's neither has a hand (kommuneloven § 13-3). Of what
 * a body decided at a meeting, whoever entered it has decided nothing.
 *
 * That an appeal is inadmissible is a decision too (§ 2 third paragraph), which an appeal of its
 * own is against, once, within three weeks of that. It comes to what an appeal without money does:
 * forwarded, not allowed, or set aside (sent_back), and then the other is heard. So are an
 * amendment and leave to apply late that were refused (refusals.h).
 *
 * What is allowed gives more than the decision did: money, or fewer conditions (terms.h). It makes
 * a new decision, cause "appeal", and the money follows: a grant is made, or the one there is
 * changed (api/grants/change.h), in the state it is in. A stay (§ 42) keeps claims of the grant
 * from being released, and is lifted with the outcome. Who gets its way may claim its costs within
 * three weeks (§ 36); the county decides them, and pays them outside of Trinn.
 *
 * Amounts are øre, dates days of lib/base/date.h.
 */
#ifndef TRINN_API_APPEALS_APPEALS_H
#define TRINN_API_APPEALS_APPEALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/appeals/facts.h"
#include "api/decisions/anew.h"
#include "api/problems/problems.h"

struct costs_input {
	int64_t amount_ore;
	const char *grounds;
};

struct proposal_input {
	const char *outcome;
	const char *ground;     /* NULL: none */
	int64_t amount_ore, year;
	bool has_amount, has_year;
	struct new_terms terms;
	const char *grounds;    /* NULL: those that the board resolved at a meeting here */
	const char *resolution; /* the board's, and its day; of a meeting here: none but the item */
	int32_t resolved_on;
	int64_t item_id;
	bool has_resolved_on, has_item;
};

struct settle_proposal_input {
	int64_t number;         /* of the proposal */
	const char *resolution; /* of the committee, entered by its secretary; NULL otherwise */
	const char *reason;     /* why it is sent back */
};

struct settle_effects {
	const struct appeal_proposal *proposal;
	const char *state;      /* of the appeal; NULL: it stays */
	bool is_end;            /* of the appeal */
	int32_t comment_by;
	bool has_comment_by;
	int32_t appeal_by;      /* that the appeal is inadmissible; 0: nobody may */
	bool is_heard, takes_up; /* the appeal that was dismissed; what was refused */
	bool makes_decision;
	struct decide_input input;
	struct decide_effects decision;
	const char *application_state; /* NULL: it stays */
};

/* ---- the appellant's; `input` is NULL to ask only whether it may be done */

void decide_withdraw_appeal(const struct appeal_facts *facts, struct problems *problems);
void decide_ask_stay(const struct appeal_facts *facts, struct problems *problems);
void decide_comment(const struct appeal_facts *facts, struct problems *problems);
void decide_claim_costs(const struct appeal_facts *facts, struct problems *problems);

/* ---- the county's: proposed, and confirmed or sent back by another */

void decide_propose_leave(const struct appeal_facts *facts, const struct proposal_input *input,
			  struct problems *problems);
void decide_propose_stay(const struct appeal_facts *facts, struct problems *problems);
void decide_propose_costs(const struct appeal_facts *facts, const struct proposal_input *input,
			  struct problems *problems);
void decide_reconsider(const struct appeal_facts *facts, const struct proposal_input *input,
		       struct problems *problems);
/* `entered` becomes what is kept: of a board that meets here what it resolved, else `input`. */
void decide_enter_outcome(const struct appeal_facts *facts, const struct proposal_input *input,
			  struct proposal_input *entered, struct problems *problems);
void decide_settle_proposal(const struct appeal_facts *facts,
			    const struct settle_proposal_input *input,
			    struct settle_effects *effects, struct problems *problems);
void decide_return_proposal(const struct appeal_facts *facts,
			    const struct settle_proposal_input *input,
			    struct settle_effects *effects, struct problems *problems);

/* ---- of appeals */

bool appeal_is_late(const struct appeal_facts *facts);

/* What a new decision of this amount is held against: the line, what it has left for the
 * difference, and what is claimed of the grant there is. */
void check_new_decision(const struct appeal_facts *facts, const struct decide_input *input,
			struct decide_effects *effects, struct problems *problems);

#endif
