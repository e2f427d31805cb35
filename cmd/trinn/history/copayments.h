/* What firms pay for Trinn 2: raised, billed, paid by the bank, early or late. */
#ifndef TRINN_CMD_TRINN_HISTORY_COPAYMENTS_H
#define TRINN_CMD_TRINN_HISTORY_COPAYMENTS_H

#include "cmd/trinn/history/ways.h"

struct copayment {
	struct list link; /* in the bills of its hub, while the bank has a payment to tell of */
	struct way *way;
	const char *id;
	const char *kid;
	int64_t open_ore;
	int64_t paying_ore; /* what the bank tells of next */
	int32_t due_on;
	bool has_no_kid; /* is paid without, so that a person has to match it */
};

/* Raises it, as the firm is in the stage, and plans what comes of it. */
void copayment_raise(struct history *history, struct way *way);

#endif
