/*
 * Co-payments (egenandel): what a firm owes the hub, or the county where the stage says so, for a
 * priced stage.
 *
 * Amounts are øre, VAT included unless it says otherwise; dates are days of lib/base/date.h. Person
 * 0 is nobody. How one is raised, and the aid that is reserved with it: raise.h. It is never asked
 * for before a person of the county, other than whoever raised it, has checked the aid that the
 * firm declared.
 *
 * An invoice and each reminder name the account to pay to, the creditor's that two persons of the
 * county registered: one account receives grants and shares alike, and the KID tells what is what.
 * Whoever has none sends no invoice.
 *
 * A reminder takes that the day before has passed: a firm may pay on its last day. What a firm pays
 * too much is refunded, by two persons: one asks how much, another sends it. What was waived
 * or credited takes no more payments, which a person returns. How it is: relief.h.
 */
#ifndef TRINN_API_COPAYMENTS_COPAYMENTS_H
#define TRINN_API_COPAYMENTS_COPAYMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/copayments/relief.h"
#include "api/enrolments/beside.h"
#include "api/problems/problems.h"
#include "lib/format/kid.h"

#define REMINDERS_MAX 2
#define DUE_DAYS_MAX 60 /* longer is credit to the firm, and a year typed wrong never overdue */

/* What was settled last of a firm's part of a delivery. */
struct copayment_settled {
	int64_t service_ore;
	int64_t by; /* 0: no person */
};

struct copayment_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t creditor_id, hub_id, firm_id;
	const char *creditor_orgnr;
	bool has_account;	 /* of the creditor, in force; told only to the creditor */
	int64_t charged_ore;	 /* neither waived nor written off */
	int64_t open_ore;	 /* below 0: paid too much */
	int64_t aid_ore;	 /* of the service as it was planned, whatever it was settled at */
	int64_t forgone_aid_ore; /* the same, were all forgone that is open */
	int32_t due_on;
	bool has_due;
	int64_t reminders;
	int64_t declaration_days; /* how old a declaration may be */
	int64_t raised_by, aid_checked_by;
	bool is_aid_refused;
	struct refused_aid refused;
	bool has_refused;
	bool is_insolvent;		/* the firm, by the register */
	bool is_delivered;		/* the firm got something for its share */
	bool has_place;			/* it has the place that it owes it for */
	bool has_left;			/* that place, before the stage began, and got nothing */
	struct copayment_relief relief; /* asked for and not decided */
	bool has_relief;
	int64_t refund_ore, refund_asked_by; /* 0: nobody has */
	int32_t refundable_from;	     /* since when so much is paid too much */
	bool has_refundable;
	struct copayment_settled settled;
	bool has_settled;
	int64_t planned_ore;	 /* what the firm's part is worth at most */
	int64_t kept_ore;	 /* the share that is not forgone, without VAT */
	int64_t checked_aid_ore; /* what the county found that the firm may have */
	struct help_beside *beside; /* with what the stage serves */
	size_t n_beside;
};

struct declaration; /* raise.h */

struct due_input {
	int32_t due_on;
};

struct refund_input {
	int32_t paid_on;
	const char *bank_reference;
};

struct asked_refund_input {
	int64_t amount_ore;
};

/* `number` is the co-payment's id. The KID is the creditor's organisation number and the number in
 * ten digits, so that no two creditors share one even if they share an account. */
void copayment_kid(const char *creditor_orgnr, int64_t number, char out[KID_SIZE]);

/* The caller is of the organisation that it is owed to. */
void copayment_require_creditor(const struct copayment_facts *facts, struct problems *problems);

/* What the firm declares instead of what it declared before, by itself or through its hub, until
 * somebody asks to let it off, settles or invoices it: the county checks the aid anew, as what it
 * found was of another declaration. It is the firm's to declare (de minimis, art. 7(4)): after a
 * refusal its hub says what it has shown. `input` is NULL to ask only whether it may be. */
void decide_declare_aid(const struct copayment_facts *facts, const struct declaration *input,
			struct problems *problems);

void decide_invoice(const struct copayment_facts *facts, const struct due_input *input,
		    struct problems *problems);
void decide_remind(const struct copayment_facts *facts, const struct due_input *input,
		   struct problems *problems);

/* At most what is paid too much. Who asks again asks instead of who did. */
void decide_ask_refund(const struct copayment_facts *facts, const struct asked_refund_input *input,
		       struct problems *problems);

/* What another asked for has been sent, all of it, and not before it was paid too much: reports
 * tell what was open on any day. */
void decide_refund(const struct copayment_facts *facts, const struct refund_input *input,
		   struct problems *problems);

#endif
