#include "lib/format/bank.h"

#include "lib/format/digits.h"

#define LEN 11

bool bank_is_valid(const char *text)
{
	const char *weights = "5432765432";

	if (!digits_are(text, LEN))
		return false;
	/* With 00 in places 5 and 6 the digit covers only what follows them. */
	if (text[4] == '0' && text[5] == '0')
		weights = "0000005432";
	return digits_mod11(text, weights) == text[LEN - 1] - '0';
}
