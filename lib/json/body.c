/* Bounds first, then jansson with one fixed set of flags. */
#include "lib/json/body.h"

#include <stdbool.h>

/* Offset of the bracket that opens one level too many, or `len`. Brackets within strings do not
 * count; text that is not JSON is measured all the same and left to the parser to refuse. */
static size_t find_too_deep(const char *bytes, size_t len, unsigned int depth_max)
{
	unsigned int depth = 0;
	bool in_string = false;

	for (size_t i = 0; i < len; i++) {
		char c = bytes[i];

		if (in_string) {
			if (c == '\\')
				i++;
			else if (c == '"')
				in_string = false;
		} else if (c == '"') {
			in_string = true;
		} else if (c == '[' || c == '{') {
			if (depth++ == depth_max)
				return i;
		} else if ((c == ']' || c == '}') && depth > 0) {
			depth--;
		}
	}
	return len;
}

static enum body_fault fault_of(const json_error_t *error)
{
	switch (json_error_code(error)) {
	case json_error_invalid_utf8:
		return BODY_NOT_UTF8;
	case json_error_duplicate_key:
		return BODY_DUPLICATE;
	case json_error_numeric_overflow:
		return BODY_NUMBER_RANGE;
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return BODY_NUL;
	case json_error_unknown:
	case json_error_out_of_memory:
	case json_error_stack_overflow:
	case json_error_cannot_open_file:
	case json_error_invalid_argument:
	case json_error_premature_end_of_input:
	case json_error_end_of_input_expected:
	case json_error_invalid_syntax:
	case json_error_invalid_format:
	case json_error_wrong_type:
	case json_error_null_value:
	case json_error_item_not_found:
	case json_error_index_out_of_range:
		break;
	}
	return BODY_MALFORMED;
}

enum body_fault body_parse(const char *bytes, size_t len, const struct body_limits *limits,
			   json_t **value_out, size_t *position_out)
{
	json_error_t error;
	size_t too_deep;

	*value_out = NULL;
	*position_out = limits->len_bytes;
	if (len > limits->len_bytes)
		return BODY_TOO_LONG;

	too_deep = find_too_deep(bytes, len, limits->depth);
	*position_out = too_deep;
	if (too_deep < len)
		return BODY_TOO_DEEP;

	*value_out = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &error);
	if (*value_out != NULL)
		return BODY_OK;
	*position_out = (size_t)error.position;
	return fault_of(&error);
}

const char *body_fault_text(enum body_fault fault)
{
	static const char *const texts[] = {
#define X(name, text) text,
		BODY_FAULTS(X)
#undef X
	};

	return texts[fault];
}
