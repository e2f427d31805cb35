/* BIO, training in the firm: granted by the county to the firm itself, for some as the way on after
 * Trinn 2, for a few beside it, so that the county says why both. */
#ifndef TRINN_CMD_TRINN_HISTORY_BIO_H
#define TRINN_CMD_TRINN_HISTORY_BIO_H

#include "cmd/trinn/history/actors.h"

/* Opens the year's call, which firms apply in as long as it lasts. */
void bio_open(struct history *history, int year);

/* Plans that every third firm that has completed Trinn 2 applies some months later. */
void bio_consider(struct history *history, const struct way *way);

/* Plans that every twelfth firm that begins Trinn 2 applies at once. */
void bio_consider_beside(struct history *history, const struct way *way);

#endif
