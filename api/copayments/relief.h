/*
 * Letting a firm off what it owes, and what of that is aid.
 *
 * One person of the creditor asks, another gives or refuses. What is waived or written off is all
 * that is open: all of the share, or after a part payment the rest. What is credited is all that is
 * charged, paid or not, as nothing was delivered for it: not settled at anything, not completed, to
 * no session did the firm come. What was paid is then paid too much, and goes back as that. A
 * delivery that came to something is no credit: it is let off as what it is. Credited, as written
 * off, is not settled to a gate; who is to pass it all the same has the gate waived.
 *
 * Aid is the value less what the firm pays (rules.md 1.9), so that what it is let off of a service
 * that it gets is aid above what it declared for and the county checked. The right to it arises as
 * it is given. Therefore it is reserved as it is asked for and checked before it is given, by a
 * person of the county who is neither who asked nor who gives; without that, or if the county
 * refuses, it is not given and the firm owes as before. Of a firm that pays in the meantime the aid
 * is lower, which takes no other check; higher does. Whoever may have that aid may have what was
 * reserved before, so that one check does for both where the share was still due. It is reckoned of
 * the service as it was planned, though it was settled at less: nobody is spared the county's check
 * by settling first, as a settlement is one person's word, and may be corrected up to the plan.
 *
 * A loss is aid as well, unless the creditor did what one in the market does: it would not leave a
 * claim lying that it can get paid. It did where both reminders were sent and the last day has
 * passed, or where the firm is bankrupt or being wound up, of which nobody gets paid. We decide
 * that by what is recorded rather than by what the hub says of itself. A court or a collector would
 * be more than a share of NOK 12 000 is worth to anybody. That loss is the creditor's, and the aid
 * stays what it was. What the firm pays all the same is no loss: so much of it is taken back, with
 * the aid that it was, and once all of it is paid the share is.
 */
#ifndef TRINN_API_COPAYMENTS_RELIEF_H
#define TRINN_API_COPAYMENTS_RELIEF_H

#include <stdbool.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct copayment_facts;

struct copayment_relief {
	int64_t id;
	const char *kind; /* "waive", "write_off", "credit" */
	int64_t asked_by;
	int64_t aid_ore; /* of the co-payment, reserved or checked; 0: no more than before */
	int64_t aid_checked_by;
	bool is_aid_refused;
};

/* By what was declared before, in the same enrolment, the county refused the aid. */
struct refused_aid {
	int64_t declared_ore; /* of what counts */
	const char *reason;   /* its beginning */
};

struct relief_input {
	const char *kind; /* no credit */
	const char *reason;
};

struct credit_input {
	const char *cause; /* a code */
	const char *reason;
};

/* What the aid comes to if such a relief is given, or 0 if that is no more than it is. */
int64_t relief_aid_ore(const struct copayment_facts *facts, const char *kind);

/* A relief is asked for that makes more aid: it is what the county is to check. */
bool relief_is_aid(const struct copayment_facts *facts);

/* What of the share is forgone, as aid, if such a relief is given. */
int64_t relief_forgone_ore(const struct copayment_facts *facts, const char *kind);

/* Finds that the firm may have the aid, or may not: what a relief makes of it if one is asked for,
 * else what was reserved as the firm was enrolled. Whoever refused may be shown more and find that
 * it may; a check that was given by mistake another person takes back by refusing, until the firm
 * is billed or something was delivered. What becomes of its place is the hub's to see to. */
void decide_check_aid(const struct copayment_facts *facts, struct problems *problems);
void decide_refuse_aid(const struct copayment_facts *facts, struct problems *problems);

/* That it was refused before, when so much was declared, and why: for whoever checks it. */
void tell_refused(const struct copayment_facts *facts, struct problems *problems);

void decide_ask_relief(const struct copayment_facts *facts, const struct relief_input *input,
		       struct problems *problems);

/* The cause is told as it is: a firm that has its place has not dropped out. */
void decide_ask_credit(const struct copayment_facts *facts, const struct credit_input *input,
		       struct problems *problems);

/* Gives what another asked for, or refuses it, as whoever asked may too, who then withdraws it. A
 * firm may pay while it waits, or leave before the stage begins with nothing to be let off: then it
 * is refused. */
void decide_give_relief(const struct copayment_facts *facts, struct problems *problems);
void decide_refuse_relief(const struct copayment_facts *facts, struct problems *problems);

#endif
