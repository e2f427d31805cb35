/* Digit by digit, so that nothing is rounded. */
#include "lib/format/amount.h"

#include <string.h>

#include "lib/base/num.h"
#include "lib/base/text.h"

bool amount_read(const char *text, char point, int64_t max_ore, int64_t *ore_out)
{
	int64_t ore = 0;
	int decimals = -1; /* before the point */

	if (!num_is_digit(*text))
		return false;
	for (; *text != '\0'; text++) {
		if (*text == point && decimals < 0) {
			decimals = 0;
			continue;
		}
		if (!num_is_digit(*text) || (decimals >= 2 && *text != '0'))
			return false;
		if (decimals < 2 && ore > max_ore / 10)
			return false;
		if (decimals < 2) {
			ore = 10 * ore + (*text - '0');
			decimals += decimals >= 0;
		}
	}
	for (decimals = decimals < 0 ? 0 : decimals; decimals < 2; decimals++) {
		if (ore > max_ore / 10)
			return false;
		ore *= 10;
	}
	*ore_out = ore;
	return ore <= max_ore;
}

bool amount_read_signed(const char *text, char point, int64_t max_ore, int64_t *ore_out)
{
	bool is_negative = *text == '-';

	if (!amount_read(text + is_negative, point, max_ore, ore_out))
		return false;
	*ore_out = is_negative ? -*ore_out : *ore_out;
	return true;
}

bool amount_is_currency(const char *text)
{
	return text != NULL && strlen(text) == 3 && strspn(text, TEXT_CAPITALS) == 3;
}
