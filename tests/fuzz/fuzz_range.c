/* Ranges of bytes: what is asked for lies within what there is, and asks for itself again. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/http/range.h"

enum { FIELD_MAX = 256 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_again(int64_t bytes, int64_t first, int64_t last)
{
	int64_t first_again, last_again;
	char field[64];

	snprintf(field, sizeof(field), "bytes=%" PRId64 "-%" PRId64, first, last);
	MUST(http_range_read(field, bytes, &first_again, &last_again) == HTTP_RANGE_PART);
	MUST(first_again == first && last_again == last);
}

static void check(const char *field, int64_t bytes)
{
	int64_t first = -1, last = -1;
	enum http_range range = http_range_read(field, bytes, &first, &last);

	MUST(first >= 0 && first <= last && last < bytes);
	if (range == HTTP_RANGE_PART)
		check_again(bytes, first, last);
	else
		MUST(first == 0 && last == bytes - 1);
}

/* The first two bytes say how many there are. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char field[FIELD_MAX];

	if (size < 2 || size - 2 >= sizeof(field))
		return -1;
	memcpy(field, data + 2, size - 2);
	field[size - 2] = '\0';
	check(field, 1 + (data[0] << 8 | data[1]));
	check(field, INT64_MAX);
	check(NULL, 1);
	return 0;
}
