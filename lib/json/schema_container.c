/* Rules for objects and arrays. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/json/pointer.h"
#include "lib/json/schema_run.h"

bool schema_rule_required(struct schema_run *run, const struct schema_spot *spot)
{
	bool ok = true;

	if (!json_is_object(spot->value))
		return true;
	for (size_t i = 0; i < spot->rule->n; i++) {
		const char *name = spot->rule->arg.entries[i].name;
		struct pointer_step step = {spot->place, name, 0};

		if (json_object_get(spot->value, name) == NULL)
			ok = schema_fault_at(run, &step, SCHEMA_REQUIRED, "");
	}
	return ok;
}

bool schema_rule_properties(struct schema_run *run, const struct schema_spot *spot)
{
	bool ok = true;

	for (size_t i = 0; i < spot->rule->n; i++) {
		const struct schema_entry *entry = &spot->rule->arg.entries[i];
		struct pointer_step step = {spot->place, entry->name, 0};
		json_t *member = json_object_get(spot->value, entry->name);

		if (member != NULL && !schema_fits(run, entry->schema, member, &step))
			ok = false;
	}
	return ok;
}

static int compare_name(const void *name, const void *entry)
{
	return strcmp(name, ((const struct schema_entry *)entry)->name);
}

static bool is_declared(const struct schema_rule *properties, const char *name)
{
	return properties != NULL &&
	       bsearch(name, properties->arg.entries, properties->n,
		       sizeof(*properties->arg.entries), compare_name) != NULL;
}

static bool refuses_all(const struct schema *schema)
{
	return schema->n == 1 && schema->rules[0].keyword == SCHEMA_KEYWORD_FALSE;
}

bool schema_rule_additional(struct schema_run *run, const struct schema_spot *spot)
{
	const struct schema_rule *properties =
		schema_find_rule(spot->schema, SCHEMA_KEYWORD_PROPERTIES);
	const struct schema *additional = spot->rule->arg.schema;
	bool ok = true;
	const char *name;
	json_t *member;

	json_object_foreach(spot->value, name, member) {
		struct pointer_step step = {spot->place, name, 0};

		if (is_declared(properties, name))
			continue;
		if (refuses_all(additional))
			ok = schema_fault_at(run, &step, SCHEMA_UNKNOWN, "");
		else if (!schema_fits(run, additional, member, &step))
			ok = false;
	}
	return ok;
}

struct item {
	const char *text;
	size_t offset; /* of the text, while the buffer still moves */
	size_t index;
};

static int compare_items(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int order = strcmp(x->text, y->text);

	return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* The items by their one spelling, equal ones side by side. */
static struct item *sort_items(struct schema_run *run, json_t *array, size_t n)
{
	struct item *items = base_alloc(n * sizeof(*items));

	buf_reset(&run->text);
	for (size_t i = 0; i < n; i++) {
		items[i] = (struct item){.offset = run->text.len, .index = i};
		schema_value_write(json_array_get(array, i), &run->text);
		buf_addc(&run->text, '\0');
	}
	schema_spend(run, buf_overflowed(&run->text) ? SCHEMA_STEPS_MAX : run->text.len / 16);
	for (size_t i = 0; i < n; i++)
		items[i].text = buf_text(&run->text) + items[i].offset;
	qsort(items, n, sizeof(*items), compare_items);
	return items;
}

bool schema_rule_unique(struct schema_run *run, const struct schema_spot *spot)
{
	size_t n = json_array_size(spot->value);
	struct item *items;
	bool ok = true;

	if (n < 2)
		return true;
	items = sort_items(run, spot->value, n);
	for (size_t i = 1; i < n; i++) {
		struct pointer_step step = {spot->place, NULL, items[i].index};

		if (strcmp(items[i - 1].text, items[i].text) == 0)
			ok = schema_fault_at(run, &step, SCHEMA_NOT_UNIQUE, "");
	}
	base_free(items);
	return ok;
}

bool schema_rule_prefix_items(struct schema_run *run, const struct schema_spot *spot)
{
	size_t n = json_array_size(spot->value);
	bool ok = true;

	for (size_t i = 0; i < n && i < spot->rule->n; i++) {
		struct pointer_step step = {spot->place, NULL, i};

		if (!schema_fits(run, spot->rule->arg.entries[i].schema,
				 json_array_get(spot->value, i), &step))
			ok = false;
	}
	return ok;
}

bool schema_rule_items(struct schema_run *run, const struct schema_spot *spot)
{
	const struct schema_rule *prefix =
		schema_find_rule(spot->schema, SCHEMA_KEYWORD_PREFIX_ITEMS);
	size_t n = json_array_size(spot->value);
	bool ok = true;

	for (size_t i = prefix == NULL ? 0 : prefix->n; i < n; i++) {
		struct pointer_step step = {spot->place, NULL, i};

		if (!schema_fits(run, spot->rule->arg.schema, json_array_get(spot->value, i),
				 &step))
			ok = false;
	}
	return ok;
}
