/* Amounts of money in files from outside, as øre: hundredths of any currency. */
#ifndef TRINN_FORMAT_AMOUNT_H
#define TRINN_FORMAT_AMOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/attr.h"

#define AMOUNT_MAX_ORE 100000000000000 /* what the service takes anywhere */

/* Digits before `point`, and after it at most two that are not 0. Without a sign; at most
 * `max_ore`, which is some less than INT64_MAX. */
bool amount_read(const char *text, char point, int64_t max_ore, int64_t *ore_out) MUST_USE;

/* The same, perhaps with '-' before it. */
bool amount_read_signed(const char *text, char point, int64_t max_ore, int64_t *ore_out) MUST_USE;

/* Whether it has the form of a currency's code: three capital letters. NULL has not. */
bool amount_is_currency(const char *text) MUST_USE;

#endif
