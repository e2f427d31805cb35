/* One check of one value: what the functions of the keywords are given and what they may call. */
#ifndef TRINN_JSON_SCHEMA_RUN_H
#define TRINN_JSON_SCHEMA_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "lib/base/buf.h"
#include "lib/json/pointer.h"
#include "lib/json/schema_node.h"

/* Bounds the time of a check to some tens of milliseconds whatever the schema and the value. */
#define SCHEMA_STEPS_MAX 1000000

/* An attempt whose faults are not reported but judged: a value that differs from a schema in its
 * type, in a constant, or in a constant of one of its members is not of the kind that the schema
 * means. */
struct schema_trial {
	const struct pointer_step *place;
	bool is_other_kind;
};

struct schema_run {
	schema_fault_fn *on_fault;
	void *ctx;
	struct schema_trial *trial; /* NULL: faults are reported */
	struct schema_matcher *matcher;
	struct buf text; /* scratch */
	long steps_left; /* below 0: given up */
	unsigned int depth;
	unsigned int n_faults;
};

/* One rule of a schema and the part of the value it is applied to. */
struct schema_spot {
	const struct schema *schema;
	const struct schema_rule *rule;
	json_t *value;
	const struct pointer_step *place;
};

/* Whether the value fits; the faults are reported or judged. */
bool schema_fits(struct schema_run *run, const struct schema *schema, json_t *value,
		 const struct pointer_step *place);

/* Both return false, for a rule that ends with it. The first reports at the spot with the param of
 * its rule. */
bool schema_fault(struct schema_run *run, const struct schema_spot *spot,
		  enum schema_fault_kind kind);
bool schema_fault_at(struct schema_run *run, const struct pointer_step *place,
		     enum schema_fault_kind kind, const char *param);

/* Takes from what a check may cost. */
void schema_spend(struct schema_run *run, size_t steps);

/* One function for each kind of check in SCHEMA_KEYWORDS: whether the spot's value obeys its rule.
 * A rule for another type of value is obeyed. */
#define X(name, member, argument, check) \
	bool schema_rule_##check(struct schema_run *run, const struct schema_spot *spot);
SCHEMA_KEYWORDS(X)
#undef X

#endif
