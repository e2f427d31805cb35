/*
 * Enrolments: a firm in a programme and where it stands, followed by one hub.
 *
 *	prospect -> assessed -> enrolled | waiting -> active -> completed -> ... -> finished
 *	any of them before finished -> dropped_out;  finished, dropped_out -> prospect, a new round
 *
 * A firm is in one state per programme; of its way everything is kept. With the end of a round it
 * is free: it enters again with its hub, or signs up, or another hub begins to follow it
 * (create.h), all in the same row. The former hub keeps its own steps and passages only.
 *
 * Which stages there are, what each asks for and how many have a place in it is data of the
 * programme's version that the enrolment is on. A stage without gates is open to whoever is not
 * past it, so that a firm may go straight to Trinn 2. In Trinn 0, which is mobilisation, prospects
 * and assessed are, and nobody enrols.
 *
 * No score places a firm: it enrols in a stage that a person has recommended for it in this round
 * and said why, or, from a stage that it has completed, in the one where its graph advises to go
 * on, as two persons have said of all. What a recommendation rests on is for its grounds to say;
 * where it must be an interview, a gate asks for one.
 *
 * The gates of a stage are asked when a firm enrols in it and when it takes a place it waited for,
 * of all its way: what was learnt in an earlier round or with another hub is not lost. Gates about
 * money, attendance and deliverables ask about the stages below, the second in the last round of
 * each; without a session there was none. A written-off co-payment is not settled.
 *
 * A place in a priced stage takes the firm's declaration of aid and raises its co-payment
 * (copayments/raise.h); who waits declares nothing. A firm that drops out before the stage began
 * and got nothing owes nothing: what was not billed is credited, its aid free again; the rest two
 * persons credit (copayments/relief.h), asked by who drops it out if another may give it, else as a
 * task. Later it owes what it owed: two persons of its creditor may let it off, and its hub settles
 * at what was delivered. What was planned for it alone is cancelled. `input` NULL: whether it may.
 */
#ifndef TRINN_API_ENROLMENTS_ENROLMENTS_H
#define TRINN_API_ENROLMENTS_ENROLMENTS_H

#include "api/enrolments/facts.h"
#include "api/problems/problems.h"

/* States of a firm that is in the programme, and of one that has no place yet. */
#define UNDER_WAY "prospect, assessed, waiting, enrolled, active, completed"
#define BEFORE_PLACE "prospect, assessed, waiting"

struct recommend_stage_input {
	int64_t stage;
	bool has_stage; /* else the firm is ready for none, and none opens to it */
	const char *grounds;
	bool digitally_ready; /* else it may begin in the first stage, made for such firms */
};

struct enrol_input {
	int64_t stage;
	bool wait_if_full;
	bool has_wait;	  /* who says nothing waits */
	int64_t n_before; /* who take a place in it in the same step */
	struct new_copayment_input copayment;
	bool has_copayment;
};

struct enrol_effects {
	bool waits;
	bool credits;			 /* what the firm owes for the place it gives back */
	int64_t n_passed;		 /* who wait, and whom a gate is shut for */
	struct new_copayment_effects copayment; /* of one that does not */
};

struct take_place_input {
	const char *reason; /* NULL where there is a place for each before it */
	struct new_copayment_input copayment;
	bool has_copayment;
};

/* What stands between the firm and a stage: its gates that neither hold nor are waived. */
void check_gates(const struct enrolment_facts *facts, int64_t stage, struct problems *problems);

void decide_recommend_stage(const struct enrolment_facts *facts,
			    const struct recommend_stage_input *input, struct problems *problems);

/* Into a recommended stage above those completed in this round, whose gates hold or are waived.
 * Where no place is free, or others wait for one, the firm waits. Who waits, or has a place in a
 * stage that has not begun, goes to another in the same way: what it owes for the place is
 * credited, unless invoiced, which two persons credit first. It then waits only if it says so. Once
 * they have, it may also enrol in the same anew: it keeps its place and owes what is said then. */
void decide_enrol(const struct enrolment_facts *facts, const struct enrol_input *input,
		  struct enrol_effects *effects, struct problems *problems);

/* What gates of the stages ahead ask that does not hold, what the stages cost the firm, and where
 * it would have to wait; what else helps it (beside.h); what is left open, also of a round before,
 * as the next may cost it as much again; before a stage begins, what becomes of the share if the
 * firm leaves: what a fagpartner did and has not entered would be credited; what is cancelled if it
 * does; and after it, aid not settled. Whoever ran a stage completes it, also without a session. */
void warn_of_stages(const struct enrolment_facts *facts, struct problems *warnings);

/* Who has waited longest comes first, whichever hub follows it; whoever passes others by says why,
 * but not of those that a gate is shut for: their hubs are told. A free place is told to the hub of
 * the first (trinn.tell_waiting()) and given to nobody: the firm may have changed its mind. */
void decide_take_place(const struct enrolment_facts *facts, const struct take_place_input *input,
		       struct enrol_effects *effects, struct problems *problems);

/* A priced stage begins once the county has checked the aid that was reserved with the place, as
 * what is delivered cannot be taken back, and not while somebody asks to credit the share. Who was
 * refused the aid may only leave; whose share was credited owes anew, or what it got was free. */
void decide_start(const struct enrolment_facts *facts, struct problems *problems);

/* To complete gives the place free, refused as the start is. Also a firm that waits finishes, by
 * itself too, with what it completed before: it has dropped out of nothing. */
void decide_complete(const struct enrolment_facts *facts, struct problems *problems);
void decide_finish(const struct enrolment_facts *facts, struct problems *problems);

/* A firm withdraws by itself as long as it has no place; with one there are hours and a share to
 * settle, and it tells its hub. It reads the coded reason, and what its hub wrote to it. */
void decide_drop_out(const struct enrolment_facts *facts, struct problems *problems);

/* What the firm owes is credited as it leaves; or was billed, and the caller asks for that. */
bool is_share_credited(const struct enrolment_facts *facts);
bool is_credit_wanted(const struct enrolment_facts *facts);

/* Begins a round in the version of the programme that is in force. */
void decide_re_enter(const struct enrolment_facts *facts, struct problems *problems);

#endif
