/* BIO, training in the firm: granted by the county to the firm itself, for some as the way on after
 * Trinn 2. */
#ifndef TRINN_CMD_TRINN_HISTORY_BIO_H
#define TRINN_CMD_TRINN_HISTORY_BIO_H

#include "cmd/trinn/history/actors.h"

/* Opens the year's call, which firms apply in as long as it lasts. */
void bio_open(struct history *history, int year);

/* Plans that every third firm that has completed Trinn 2 applies some months later. */
void bio_consider(struct history *history, const struct way *way);

#endif
