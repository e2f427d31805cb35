/* The defaults as the file that would give them. */
#include <inttypes.h>

#include "lib/base/fail.h"
#include "lib/conf/conf.h"

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

void conf_print(const struct conf_key *keys, size_t n, struct buf *out)
{
	for (const struct conf_key *key = keys; key < keys + n; key++) {
		bool is_given = key->fallback != NULL;

		print_doc(key, out);
		buf_addf(out, "%s%s%s =", is_given ? "" : "# ", key->name,
			 key->type == CONF_SECRET ? "_file" : "");
		if (is_given)
			buf_addf(out, " %s", key->fallback);
		buf_addc(out, '\n');
	}
}
