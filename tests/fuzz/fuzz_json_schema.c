/* A schema, a NUL and a value: a check ends, says the same twice, and has a fault if it says no. */
#include <stdint.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/json/body.h"
#include "lib/json/pointer.h"
#include "lib/json/schema.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct body_limits limits = {.len_bytes = 65536, .depth = BODY_DEPTH_MAX};

static void count_refusal(void *ctx, const struct schema_refusal *refusal)
{
	size_t *n = ctx;

	MUST(refusal->why[0] != '\0');
	++*n;
}

struct faults {
	json_t *value;
	size_t n;
};

static void count_fault(void *ctx, const struct schema_fault *fault)
{
	struct faults *faults = ctx;

	MUST(schema_fault_code(fault->kind)[0] != '\0');
	/* All but an absent member lie within the value. Longer names are not followed. */
	if (fault->kind != SCHEMA_REQUIRED && strlen(fault->pointer) < 1000)
		MUST(pointer_find(faults->value, fault->pointer) != NULL);
	faults->n++;
}

static void check(const struct schema *schema, json_t *value)
{
	struct faults faults = {.value = value};
	bool ok = schema_check(schema, value, count_fault, &faults);

	MUST(ok == (faults.n == 0));
	MUST(faults.n <= SCHEMA_FAULTS_MAX);
	MUST(schema_check(schema, value, NULL, NULL) == ok);
}

static struct schema_set *compile(const char *text, size_t len)
{
	const char *const whole[] = {""};
	struct schema_set *set;
	size_t position, n_refused = 0;
	json_t *document;

	if (body_parse(text, len, &limits, &document, &position) != BODY_OK)
		return NULL;
	set = schema_set_new(document, whole, 1, count_refusal, &n_refused);
	MUST((set != NULL) == (n_refused == 0));
	json_decref(document);
	return set;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	const char *nul = size == 0 ? NULL : memchr(data, '\0', size);
	struct schema_set *set;
	size_t position, len;
	json_t *value;

	if (nul == NULL)
		return 0;
	set = compile(text, (size_t)(nul - text));
	if (set == NULL)
		return 0;
	len = size - (size_t)(nul + 1 - text);
	if (body_parse(nul + 1, len, &limits, &value, &position) == BODY_OK) {
		json_t *item = json_array_get(value, 0);

		check(schema_set_get(set, 0), value);
		if (json_is_string(item) && schema_check_text(schema_set_get(set, 0),
							      json_string_value(item), NULL, NULL))
			json_array_clear(value);
		json_decref(value);
	}
	schema_set_free(&set);
	return 0;
}
