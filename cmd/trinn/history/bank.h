/* The hubs' banks: what came in since the file before is told in a file, as CSV by some and as
 * camt.054 by others. */
#ifndef TRINN_CMD_TRINN_HISTORY_BANK_H
#define TRINN_CMD_TRINN_HISTORY_BANK_H

#include "cmd/trinn/history/history.h"

/* The caller's, and to the end. */
struct bank_payment {
	struct list link; /* of the hub, until the bank has told of it */
	const char *reference;
	const char *kid; /* "" for none */
	const char *payer;
	int64_t ore;
	history_step *told; /* runs when it was, with `about` */
	void *about;
	const char *file; /* that told of it */
};

/* It is on the hub's account today. */
void bank_pay(struct history *history, struct hub *hub, struct bank_payment *payment);

/* Tells the scenes which entry it is of those that wait for a person. */
void bank_tell_waiting(struct history *history, const struct bank_payment *payment);

/* Plans what comes in that nobody is billed for, and that its hub has not seen to at the end. The
 * hub of the tour has nothing left to do. */
void bank_plan(struct history *history);

#endif
