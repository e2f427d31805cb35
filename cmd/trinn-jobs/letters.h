/* Letters that wait, set in type and stored. */
#ifndef TRINN_CMD_TRINN_JOBS_LETTERS_H
#define TRINN_CMD_TRINN_JOBS_LETTERS_H

#include <libpq-fe.h>

#include "lib/letter/letter.h"

/* Makes every letter that waits, until `term` is readable; without fonts none. What cannot be made
 * is logged, kept with its letter and tried again later. */
void letters_make(PGconn *db, struct letter_fonts *fonts, int term);

#endif
