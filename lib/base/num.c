/* One reader of integers; the others narrow it. */
#include "lib/base/num.h"

#include <stddef.h>
#include <string.h>

#include "lib/base/date.h"

bool num_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads digits up to the end of `text` as a number of at most `max`. */
static bool read_digits(const char *text, uint64_t max, uint64_t *out)
{
	uint64_t value = 0;

	if (!num_is_digit(*text) || (text[0] == '0' && text[1] != '\0'))
		return false;
	for (; num_is_digit(*text); text++) {
		uint64_t digit = (uint64_t)(*text - '0');

		if (value > (max - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*out = value;
	return *text == '\0';
}

bool num_i64(const char *text, int64_t min, int64_t max, int64_t *out)
{
	uint64_t magnitude;
	int64_t value;

	if (text == NULL)
		return false;
	if (*text == '-') {
		if (!read_digits(text + 1, (uint64_t)INT64_MAX + 1, &magnitude) || magnitude == 0)
			return false;
		value = -(int64_t)(magnitude - 1) - 1;
	} else {
		if (!read_digits(text, INT64_MAX, &magnitude))
			return false;
		value = (int64_t)magnitude;
	}
	if (value < min || value > max)
		return false;
	*out = value;
	return true;
}

bool num_i32(const char *text, int32_t min, int32_t max, int32_t *out)
{
	int64_t value;

	if (!num_i64(text, min, max, &value))
		return false;
	*out = (int32_t)value;
	return true;
}

bool num_u32(const char *text, uint32_t min, uint32_t max, uint32_t *out)
{
	int64_t value;

	if (!num_i64(text, min, max, &value))
		return false;
	*out = (uint32_t)value;
	return true;
}

bool num_u16(const char *text, uint16_t min, uint16_t max, uint16_t *out)
{
	int64_t value;

	if (!num_i64(text, min, max, &value))
		return false;
	*out = (uint16_t)value;
	return true;
}

/* Digits text[from] to text[to - 1]. */
static int fixed_digits(const char *text, size_t from, size_t to)
{
	int value = 0;

	for (size_t i = from; i < to; i++)
		value = value * 10 + (text[i] - '0');
	return value;
}

bool num_date(const char *text, int32_t *days_out)
{
	static const char shape[] = "dddd-dd-dd";

	if (text == NULL || strlen(text) != sizeof(shape) - 1)
		return false;
	for (size_t i = 0; i < sizeof(shape) - 1; i++) {
		if (shape[i] == 'd' ? !num_is_digit(text[i]) : text[i] != shape[i])
			return false;
	}
	return date_from_ymd(fixed_digits(text, 0, 4), fixed_digits(text, 5, 7),
			     fixed_digits(text, 8, 10), days_out);
}
