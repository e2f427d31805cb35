/*
 * Strict readers of numbers and dates in NUL-terminated text.
 *
 * The whole text must be the value, in its one spelling: decimal digits, '-' before a negative
 * number, no '+', no spaces, no leading zeros, no "-0". False if it is not, or is outside min..max;
 * then the out parameter is untouched. NULL is no number.
 */
#ifndef TRINN_BASE_NUM_H
#define TRINN_BASE_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/attr.h"

#define NUM_WHOLE_BP 10000      /* basis points of the whole */
#define NUM_DIGITS "0123456789" /* for strspn() and its like */

bool num_is_digit(char c);

bool num_i64(const char *text, int64_t min, int64_t max, int64_t *out) MUST_USE;
bool num_i32(const char *text, int32_t min, int32_t max, int32_t *out) MUST_USE;
bool num_u32(const char *text, uint32_t min, uint32_t max, uint32_t *out) MUST_USE;
bool num_u16(const char *text, uint16_t min, uint16_t max, uint16_t *out) MUST_USE;

/* YYYY-MM-DD, an existing day of the years 0001 to 9999, as days of date.h. */
bool num_date(const char *text, int32_t *days_out) MUST_USE;

#endif
