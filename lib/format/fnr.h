/* Finds national identity numbers in text where none belongs. */
#ifndef TRINN_FORMAT_FNR_H
#define TRINN_FORMAT_FNR_H

#include <stddef.h>

/*
 * The first fødselsnummer, D-number, H-number or test number of Tenor in `text`, NULL if there is
 * none; its bytes are then in `len_out`.
 *
 * It is eleven digits, of usual or full width, with no digit before or after, undivided or divided
 * as in "311299 56715", "31.12.99-56715" or "31/12/99 – 56715", that begin with a day and a month
 * and whose two check digits hold. What a reader does not see divides nothing: soft hyphens,
 * joiners, tags of HTML. A tab or the end of a line may stand between the date and the rest alone,
 * as elsewhere two numbers of a table would be taken for one. Of other numbers of eleven digits one
 * in 540 looks the same; of bank accounts, which share the last check digit, one in 50.
 *
 * Numbers of the series announced for 2032, whose first check digit need not hold, are not found.
 */
const char *fnr_find(const char *text, size_t *len_out);

#endif
