/* Writing and following JSON pointers. */
#include "lib/json/pointer.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/num.h"

#define TOKEN_MAX 1024 /* bytes of one unescaped name that can be followed */

void pointer_write_name(const char *name, struct buf *out)
{
	buf_addc(out, '/');
	for (const char *c = name; *c != '\0'; c++) {
		if (*c == '~')
			buf_adds(out, "~0");
		else if (*c == '/')
			buf_adds(out, "~1");
		else
			buf_addc(out, *c);
	}
}

void pointer_write(const struct pointer_step *step, struct buf *out)
{
	if (step == NULL)
		return;
	pointer_write(step->parent, out);
	if (step->name != NULL)
		pointer_write_name(step->name, out);
	else
		buf_addf(out, "/%zu", step->index);
}

/* Unescapes one token of `len` bytes into `out`. */
static bool read_token(const char *token, size_t len, char out[TOKEN_MAX])
{
	size_t n = 0;

	if (len >= TOKEN_MAX)
		return false;
	for (size_t i = 0; i < len; i++) {
		char c = token[i];

		if (c == '~') {
			if (++i == len || (token[i] != '0' && token[i] != '1'))
				return false;
			c = token[i] == '0' ? '~' : '/';
		}
		out[n++] = c;
	}
	out[n] = '\0';
	return true;
}

static json_t *step_into(json_t *value, const char *token)
{
	int64_t index;

	if (json_is_object(value))
		return json_object_get(value, token);
	if (json_is_array(value) && num_i64(token, 0, INT64_MAX, &index))
		return json_array_get(value, (size_t)index);
	return NULL;
}

json_t *pointer_find(json_t *root, const char *pointer)
{
	json_t *value = root;
	char token[TOKEN_MAX];

	while (value != NULL && *pointer != '\0') {
		size_t len;

		if (*pointer++ != '/')
			return NULL;
		len = strcspn(pointer, "/");
		if (!read_token(pointer, len, token))
			return NULL;
		value = step_into(value, token);
		pointer += len;
	}
	return value;
}
