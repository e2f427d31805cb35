#include "lib/base/text.h"

#include <string.h>

bool text_is(const char *text, const char *wanted)
{
	return text != NULL && strcmp(text, wanted) == 0;
}

bool text_ends_in(const char *text, const char *end)
{
	size_t len = strlen(text), end_len = strlen(end);

	return len >= end_len && strcmp(text + len - end_len, end) == 0;
}
