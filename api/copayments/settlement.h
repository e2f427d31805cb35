/*
 * What the aid to firms that shared a delivery came to.
 *
 * The cost of the delivery, of a cohort or by a specialist whom the firms share, is split over them
 * to the øre; what a firm's part is worth above what it pays of its share, without value added tax,
 * is its aid. It is reserved as the co-payment is raised, and settling may only lower it (rules.md
 * 1.9): a delivery that is worth more to a firm than was planned, or than it was settled at, is
 * refused, as nobody has checked that aid. What a firm was let off it does not pay; the aid that
 * this is was reserved and checked as it was let off, before or after the settlement (relief.h).
 *
 * Lowering what was settled undoes recorded aid: that takes another person of the hub than who
 * settled it, and a reason (programme.md 5, rule 5).
 *
 * The hours that a firm confirmed in the stage tell what it got at least: a part below what they
 * are worth is settled for a reason only, by one person as any other the first time.
 *
 * What was typed too low is corrected firm by firm, as a firm's hours are its own: by another
 * person of the hub than who settled it, who counts as the first of the two, and for a reason. The
 * right to the aid arose as the firm was enrolled, and was declared for and checked as it was
 * reserved then; so a correction goes as far as that and no further, and takes no other check. What
 * the firm owes is its price, and stays; what was credited got nothing and has nothing to correct.
 * Each settlement stands as a row of its own, a correction tied to the one it corrects. Amounts are
 * øre.
 */
#ifndef TRINN_API_COPAYMENTS_SETTLEMENT_H
#define TRINN_API_COPAYMENTS_SETTLEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct copayment_facts;

struct settled_copayment {
	int64_t id;
	int64_t firm_id;
	int64_t programme_id, stage;
	int64_t share_ore;     /* of the firm that is not forgone, without VAT */
	int64_t service_ore;   /* planned, or what it was settled at */
	bool is_checked;       /* the aid, by the county: the firm may have it */
	bool is_refused;       /* the same: it may not */
	bool has_begun;	       /* the stage, for the firm */
	bool is_settled;       /* at `service_ore` */
	int64_t settled_by;    /* 0: no person */
	int64_t confirmed_ore; /* what its confirmed hours in the stage are worth, without VAT */
	const char *firm;      /* its name */
};

struct settlement_facts {
	struct caller caller;
	struct settled_copayment *copayments; /* those of the input that the caller's firms owe */
	size_t n;
};

struct settlement_input {
	int64_t cost_ore; /* of the delivery, without VAT */
	int64_t *ids;	  /* of co-payments, each once */
	size_t n;
	const char *ids_json;
	bool has_again, is_again; /* it lowers what some of them were settled at */
	const char *reason;	  /* of that, or of less than the confirmed hours, or NULL */
};

struct corrected_input {
	int64_t service_ore; /* of the firm, without VAT */
	const char *reason;
};

struct corrected_effects {
	int64_t aid_ore;
};

struct settlement_effects {
	int64_t *service_ore; /* in the order of the facts; in the problems' arena */
	int64_t *aid_ore;
};

/* For co-payments of one stage of one programme, which has begun for them, and whose aid was
 * checked. Where nothing was delivered there is none to check: what was reserved for a firm that
 * may not have it is free again. What lowers a settlement says so and why, and is another's to do
 * than who settled: nobody lowers unseen what another settled, or alone what was recorded. */
void decide_settle_aid(const struct settlement_facts *facts, const struct settlement_input *input,
		       struct settlement_effects *effects, struct problems *problems);

/* Whether one of them may be, alone or with others, at what a delivery cost: what was credited is
 * settled by that. */
void decide_settle_one(const struct copayment_facts *facts, struct problems *problems);

/* That this settles the firm's part below what it was settled at. */
bool is_settlement_lowered(const struct settled_copayment *copayment, int64_t service_ore);

/* That this is less than the firm's confirmed hours are worth. */
bool is_settlement_below_hours(const struct settled_copayment *copayment, int64_t service_ore);

/* `input` is NULL to ask only whether it may be. */
void decide_correct_settlement(const struct copayment_facts *facts,
			       const struct corrected_input *input,
			       struct corrected_effects *effects, struct problems *problems);

#endif
