/* One organisation of Enhetsregisteret, from the register's JSON to a row of a COPY. */
#ifndef TRINN_CMD_TRINN_UNIT_H
#define TRINN_CMD_TRINN_UNIT_H

#include <stdbool.h>

#include <jansson.h>

#include "lib/base/arena.h"
#include "lib/base/attr.h"
#include "lib/base/buf.h"

/* Names of the columns of trinn.organisations that the row holds, in order, each after `prefix`,
 * with commas between. */
const char *unit_columns(const char *prefix, struct arena *arena);

/* Puts the row, in COPY's text format with its newline, into `row` in place of what was there. On
 * false the unit cannot be loaded, and `why` says so. Members of other names are passed over; an
 * absent one and null are the same. */
bool unit_row(const json_t *unit, struct buf *row, struct buf *why) MUST_USE;

#endif
