/* Whatever other parameters a range has are passed over. */
#include "lib/format/weight.h"

#include <string.h>

#include "lib/base/num.h"

/* "0.25" in thousandths. */
static int thousandths(const char *text)
{
	int value = 0;

	if (*text == '1')
		return WEIGHT_MAX;
	if (*text != '0' || text[1] != '.')
		return 0;
	text += 2;
	for (int unit = WEIGHT_MAX / 10; unit > 0 && num_is_digit(*text); unit /= 10)
		value += (*text++ - '0') * unit;
	return value;
}

int weight_read(const char *parameters)
{
	for (const char *c = parameters; *c != '\0' && *c != ','; c++) {
		const char *name = c + 1 + strspn(c + 1, " \t");

		if (*c == ';' && strncasecmp(name, "q=", 2) == 0)
			return thousandths(name + 2);
	}
	return WEIGHT_MAX;
}
