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
	int64_t creditor_id, hub_id, firm_id;
	const char *creditor_orgnr;
	bool has_account; /* of the creditor, in force; told only to the creditor */
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

/* Finds that the firm may have the aid or, in words, that it may not; whoever refused may be shown
 * more and find that it may. What becomes of the firm's place is the hub's to see to. */
void decide_check_aid(const struct copayment_facts *facts, struct problems *problems);

void decide_invoice(const struct copayment_facts *facts, const struct due_input *input,
		    struct problems *problems);
void decide_remind(const struct copayment_facts *facts, const struct due_input *input,
		   struct problems *problems);
void decide_refund(const struct copayment_facts *facts, const struct refund_input *input,
		   struct problems *problems);
void decide_ask_relief(const struct copayment_facts *facts, const struct relief_input *input,
		       struct problems *problems);

/* Gives or refuses what another asked for. A firm may pay while it waits: then it is refused. */
void decide_give_relief(const struct copayment_facts *facts, struct problems *problems);
void decide_refuse_relief(const struct copayment_facts *facts, struct problems *problems);

#endif
