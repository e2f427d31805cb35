/* What firms pay for Trinn 2: checked, billed, paid by the bank, early or late. */
#ifndef TRINN_CMD_TRINN_HISTORY_COPAYMENTS_H
#define TRINN_CMD_TRINN_HISTORY_COPAYMENTS_H

#include "cmd/trinn/history/actors.h"

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

/* Tells the scenes what a firm is to pay that takes a place now, and returns it. */
int64_t copayment_tell_amount(struct history *history);

/* Plans what comes of the one that was raised as the firm took its place. */
void copayment_follow(struct history *history, struct way *way, int64_t amount_ore);

#endif
