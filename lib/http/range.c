#include "lib/http/range.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "lib/base/num.h"

#define UNIT "bytes="

/* Reads the digits at *text and moves behind them: -1 if there are none, the highest number if
 * there are too many. */
static int64_t read_number(const char **text)
{
	int64_t number = -1;

	for (; num_is_digit(**text); (*text)++) {
		int digit = **text - '0';

		if (number < 0)
			number = 0;
		number = number > (INT64_MAX - digit) / 10 ? INT64_MAX : number * 10 + digit;
	}
	return number;
}

enum http_range http_range_read(const char *field, int64_t size, int64_t *first_out,
				int64_t *last_out)
{
	int64_t first, last;

	*first_out = 0;
	*last_out = size - 1;
	if (field == NULL || strncasecmp(field, UNIT, strlen(UNIT)) != 0)
		return HTTP_RANGE_WHOLE;
	field += strlen(UNIT);
	first = read_number(&field);
	if (*field++ != '-')
		return HTTP_RANGE_WHOLE;
	last = read_number(&field);
	if (*field != '\0' || (first < 0 && last < 0) || (first >= 0 && last >= 0 && last < first))
		return HTTP_RANGE_WHOLE;
	if (first >= size || (first < 0 && last == 0))
		return HTTP_RANGE_OUTSIDE;
	if (first < 0)
		*first_out = last > size ? 0 : size - last;
	else
		*first_out = first;
	if (first >= 0 && last >= 0 && last < size)
		*last_out = last;
	return HTTP_RANGE_PART;
}
