/* What firms pay for Trinn 2: checked, billed, paid early, late or not at all; and what the aid
 * came to. */
#ifndef TRINN_CMD_TRINN_HISTORY_COPAYMENTS_H
#define TRINN_CMD_TRINN_HISTORY_COPAYMENTS_H

#include "cmd/trinn/history/actors.h"

/* Tells the scenes what a firm is to pay that takes a place now, and returns it. */
int64_t copayment_tell_amount(struct history *history);

/* Plans what comes of the one that was raised as the firm took its place. */
void copayment_follow(struct history *history, struct way *way, int64_t amount_ore);

/* It left its place before the stage began: nobody asks for what it has not paid. */
void copayment_drop(struct history *history, struct way *way);

/* Settles the aid to the firms of a cohort that has ended by what was delivered. */
void copayments_settle(struct history *history, const struct cohort *cohort);

#endif
