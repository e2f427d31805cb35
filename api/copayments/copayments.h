/*
 * Co-payments (egenandel): what a firm owes the hub, or the county where the stage says so, for a
 * priced stage.
 *
 * Amounts are øre, VAT included unless it says otherwise; dates are days of lib/base/date.h. Person
 * 0 is nobody. The aid to a firm is what the service is worth less its share, both without VAT, and
 * is reserved as the co-payment is raised (rules.md 1.9): it is never asked for before a person of
 * the county, other than whoever raised it, has checked the aid that the firm declared.
 *
 * A reminder takes that the day before has passed: a firm may pay on its last day. What a firm pays
 * too much is refunded; what was waived or written off takes no more payments, which a person
 * returns. Waived and written off is always all that is open.
 */
#ifndef TRINN_API_COPAYMENTS_COPAYMENTS_H
#define TRINN_API_COPAYMENTS_COPAYMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "lib/format/kid.h"

#define REMINDERS_MAX 2

struct new_copayment_facts {
	struct caller caller;
	int32_t today;
	int64_t id, firm_id;
	const char *state; /* of the enrolment */
	int64_t stage;
	int64_t price_ore; /* what every firm pays; without it the hub says, up to the cap */
	int64_t cap_ore;   /* 0: none. A stage with neither is free */
	int64_t service_ore;
	bool has_price, has_service;
	const char *vat_mode; /* "exempt", "outside", "standard" */
	bool is_raised;
	int64_t vat_bp;
	bool has_vat; /* a rate is in force */
};

struct declaration {
	const char *by; /* name and position in the firm */
	int32_t on_day;
	const char *received_json;
};

struct new_copayment_input {
	int64_t amount_ore, service_ore; /* what the firm gets is worth, without VAT */
	bool has_amount, has_service;	 /* the stage may say */
	struct declaration declaration;
};

struct new_copayment_effects {
	int64_t amount_ore, vat_ore; /* this is part of that */
	int64_t service_ore, aid_ore;
};

struct copayment_relief {
	int64_t id;
	const char *kind; /* "waive", "write_off" */
	int64_t asked_by;
};

struct copayment_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t creditor_id, firm_id;
	const char *creditor_orgnr;
	int64_t open_ore; /* below 0: paid too much */
	int32_t due_on;
	bool has_due;
	int64_t reminders;
	int64_t raised_by, aid_checked_by;
	struct copayment_relief relief; /* asked for and not decided */
	bool has_relief;
};

struct due_input {
	int32_t due_on;
};

struct refund_input {
	int64_t amount_ore;
	int32_t paid_on;
	const char *bank_reference;
};

struct relief_input {
	const char *kind;
	const char *reason;
};

/* `number` is the co-payment's id. The KID is the creditor's organisation number and the number in
 * ten digits, so that no two creditors share one even if they share an account. */
void copayment_kid(const char *creditor_orgnr, int64_t number, char out[KID_SIZE]);

/* Raised for the priced stage that the firm is enrolled or active in, once. What the stage says of
 * price and value stands; what it leaves open the hub says, the price up to the cap. `input` is
 * NULL to ask only whether the caller may. */
void decide_raise_copayment(const struct new_copayment_facts *facts,
			    const struct new_copayment_input *input,
			    struct new_copayment_effects *effects, struct problems *problems);

void decide_check_aid(const struct copayment_facts *facts, struct problems *problems);
void decide_invoice(const struct copayment_facts *facts, const struct due_input *input,
		    struct problems *problems);
void decide_remind(const struct copayment_facts *facts, const struct due_input *input,
		   struct problems *problems);
void decide_refund(const struct copayment_facts *facts, const struct refund_input *input,
		   struct problems *problems);
void decide_ask_relief(const struct copayment_facts *facts, const struct relief_input *input,
		       struct problems *problems);

/* Gives or refuses what another asked for. */
void decide_relief(const struct copayment_facts *facts, struct problems *problems);

#endif
