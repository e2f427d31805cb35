/* The settings as the file that would give them. */
#include <inttypes.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/conf/conf.h"

/* The `i`th word of the list. */
static void print_choice(const char *choices, int i, struct buf *out)
{
	for (; i > 0; i--)
		choices = strchr(choices, '|') + 1;
	buf_add(out, choices, strcspn(choices, "|"));
}

static void print_value(const struct conf_key *key, const void *conf, struct buf *out)
{
	const void *field;

	if (conf == NULL) {
		buf_adds(out, key->fallback);
		return;
	}
	field = (const char *)conf + key->offset;
	switch (key->type) {
	case CONF_BOOL:
		buf_adds(out, *(const bool *)field ? "true" : "false");
		return;
	case CONF_INT:
		buf_addf(out, "%" PRId64, *(const int64_t *)field);
		return;
	case CONF_TEXT:
		buf_adds(out, *(const char *const *)field);
		return;
	case CONF_CHOICE:
		print_choice(key->choices, *(const int *)field, out);
		return;
	case CONF_SECRET:
		buf_adds(out, "(set)");
		return;
	}
	WRONG("type of a key");
}

static void print_doc(const struct conf_key *key, struct buf *out)
{
	buf_addf(out, "# %s", key->doc);
	switch (key->type) {
	case CONF_INT:
		buf_addf(out, " (%" PRId64 " to %" PRId64 ")\n", key->min, key->max);
		return;
	case CONF_CHOICE:
		buf_addf(out, " (%s)\n", key->choices);
		return;
	case CONF_BOOL:
	case CONF_TEXT:
	case CONF_SECRET:
		buf_addc(out, '\n');
		return;
	}
	WRONG("type of a key");
}

static bool has_value(const struct conf_key *key, const void *conf)
{
	if (conf == NULL)
		return key->fallback != NULL;
	if (key->type != CONF_SECRET && key->type != CONF_TEXT)
		return true;
	return *(const char *const *)((const char *)conf + key->offset) != NULL;
}

void conf_print(const struct conf_key *keys, size_t n, const void *conf, struct buf *out)
{
	for (const struct conf_key *key = keys; key < keys + n; key++) {
		bool is_secret = key->type == CONF_SECRET;
		bool is_given = has_value(key, conf);

		print_doc(key, out);
		/* What the file could not say stands as a comment. */
		buf_addf(out, "%s%s%s =", is_secret || !is_given ? "# " : "", key->name,
			 is_secret ? "_file" : "");
		if (is_given) {
			buf_addc(out, ' ');
			print_value(key, conf, out);
		}
		buf_addc(out, '\n');
	}
}
