#include "api/request/contract.h"

#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/hex.h"
#include "lib/base/utf8.h"

#define PATH_SEGMENTS_MAX CONTRACT_SEGMENTS_MAX

struct raw_segment {
	const char *text;
	size_t len;
};

/* Cuts at '/'; false for more segments than any operation has, or an empty one. */
static bool cut(const char *path, struct raw_segment *segments, size_t *n_out)
{
	size_t n = 0;

	while (*path == '/') {
		const char *end = strchrnul(++path, '/');

		if (n == PATH_SEGMENTS_MAX || end == path)
			return false;
		segments[n++] = (struct raw_segment){path, (size_t)(end - path)};
		path = end;
	}
	*n_out = n;
	return n > 0;
}

static bool fits(const struct operation_contract *operation, const struct raw_segment *segments,
		 size_t n)
{
	if (operation->n_segments != n)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct contract_segment *wanted = &operation->segments[i];

		if (wanted->is_param)
			continue;
		if (wanted->len != segments[i].len ||
		    memcmp(wanted->text, segments[i].text, wanted->len) != 0)
			return false;
	}
	return true;
}

static bool decode_args(const struct operation_contract *operation,
			const struct raw_segment *segments, struct arena *arena, const char **args)
{
	size_t n = 0;

	for (size_t i = 0; i < operation->n_segments; i++) {
		if (!operation->segments[i].is_param)
			continue;
		args[n] = contract_decode(segments[i].text, segments[i].len, false, arena);
		if (args[n] == NULL || strchr(args[n], '/') != NULL)
			return false;
		n++;
	}
	return true;
}

const struct operation_contract *
contract_route(const struct contract *contract, enum http_method method, const char *path,
	       struct arena *arena, const char **args, const char **allowed_out)
{
	struct raw_segment segments[PATH_SEGMENTS_MAX];
	const char *allowed = "";
	size_t n;

	*allowed_out = "";
	if (!cut(path, segments, &n))
		return NULL;
	if (method == HTTP_HEAD)
		method = HTTP_GET;
	for (size_t i = 0; i < contract->n; i++) {
		const struct operation_contract *operation = &contract->operations[i];

		if (!fits(operation, segments, n))
			continue;
		if (operation->op->method == method)
			return decode_args(operation, segments, arena, args) ? operation : NULL;
		allowed = arena_printf(arena, "%s%s%s%s", allowed, *allowed == '\0' ? "" : ", ",
				       http_method_name(operation->op->method),
				       operation->op->method == HTTP_GET ? ", HEAD" : "");
	}
	*allowed_out = allowed;
	return NULL;
}

const struct operation_contract *contract_operation(const struct contract *contract,
						    const char *name)
{
	for (size_t i = 0; i < contract->n; i++)
		if (strcmp(contract->operations[i].op->name, name) == 0)
			return &contract->operations[i];
	return NULL;
}

const struct contract_param *contract_query_param(const struct operation_contract *operation,
						  const char *name)
{
	for (size_t i = 0; i < operation->n_params; i++) {
		const struct contract_param *param = &operation->params[i];

		if (param->place == PARAM_QUERY && strcmp(param->name, name) == 0)
			return param;
	}
	return NULL;
}

static bool is_unreserved(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c != '\0' && strchr("-._~", c) != NULL);
}

void contract_encode(const char *text, struct buf *out)
{
	for (; *text != '\0'; text++) {
		if (is_unreserved(*text))
			buf_addc(out, *text);
		else
			buf_addf(out, "%%%02X", (unsigned char)*text);
	}
}

/* The byte of the escape %XX, -1 for another text. */
static int escaped_byte(const char *text, size_t len)
{
	int high = len < 3 ? -1 : hex_value(text[1]);
	int low = len < 3 ? -1 : hex_value(text[2]);

	return high < 0 || low < 0 ? -1 : high << 4 | low;
}

const char *contract_decode(const char *text, size_t len, bool plus_is_space, struct arena *arena)
{
	char *out = arena_alloc(arena, len + 1);
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (c == '+' && plus_is_space) {
			c = ' ';
		} else if (c == '%') {
			int byte = escaped_byte(text + i, len - i);

			if (byte < 0)
				return NULL;
			c = (char)byte;
			i += 2;
		}
		if ((unsigned char)c < 0x20 || c == 0x7f)
			return NULL;
		out[n++] = c;
	}
	return utf8_is_valid(out, n) ? out : NULL;
}
