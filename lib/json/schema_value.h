/* Values as JSON Schema compares them: 1 and 1.0 are equal, the order of members does not count. */
#ifndef TRINN_JSON_SCHEMA_VALUE_H
#define TRINN_JSON_SCHEMA_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

/* A number of JSON. */
struct schema_number {
	double value;	 /* of an integer, the nearest */
	int64_t integer; /* the exact value, if is_integer */
	bool is_integer; /* written without fraction and exponent */
};

/* False if the value is no number. */
bool schema_number_of(const json_t *value, struct schema_number *number_out) MUST_USE;

/* Below, at or above 0 as `a` is less than, equal to or greater than `b`, exactly. */
int schema_number_compare(const struct schema_number *a, const struct schema_number *b);

/* Adds the value's one spelling as JSON text: equal values have equal texts. */
void schema_value_write(json_t *value, struct buf *out);

#endif
