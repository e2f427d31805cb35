/*
 * Text as Norwegian banks take it in payment orders: letters of English, æ, ø and å, digits, blanks
 * and / - ? : ( ) . , ' + (SWIFT's basic Latin and what BSK adds to it).
 *
 * Other letters become those that they are made of (é e, Š S, ß ss), dashes and quotes the plain
 * ones, & a +, whatever is blank or breaks a line one blank, and all else a full stop for each
 * character. An å in two characters is one.
 */
#ifndef TRINN_FORMAT_BANKTEXT_H
#define TRINN_FORMAT_BANKTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

#define BANKTEXT_ID_MAX 35

/* Adds what becomes of any bytes, cut at `max` characters. No '/' is first or follows another,
 * which banks read as marks of their own, and no blank first or last; "-" if nothing is left. */
void banktext_add(struct buf *out, const char *text, size_t max);

/* Whether banks give the text back as it is when they tell of what it names: at most
 * BANKTEXT_ID_MAX of these characters but æ, ø, å and blanks, with no '/' first, last or double. */
bool banktext_is_id(const char *text) MUST_USE;

#endif
