/* One check character over a payload of any length. */
#include "lib/format/kid.h"

#include <string.h>

#include "lib/base/fail.h"
#include "lib/format/digits.h"

#define PAYLOAD_MAX (KID_SIZE - 2)

static char mod10(const char *payload, size_t len)
{
	int sum = 0;

	for (size_t i = 0; i < len; i++) {
		int product = (payload[len - 1 - i] - '0') * (i % 2 == 0 ? 2 : 1);

		sum += product / 10 + product % 10;
	}
	return (char)('0' + (10 - sum % 10) % 10);
}

static char mod11(const char *payload, size_t len)
{
	static const char weights[] = "765432765432765432765432";
	int digit = digits_mod11(payload, weights + PAYLOAD_MAX - len);

	return digit == 10 ? '-' : (char)('0' + digit);
}

static char check_character(enum kid_method method, const char *payload, size_t len)
{
	switch (method) {
	case KID_MOD10:
		return mod10(payload, len);
	case KID_MOD11:
		return mod11(payload, len);
	}
	WRONG("method of a KID");
}

bool kid_make(enum kid_method method, const char *payload, char out[KID_SIZE])
{
	size_t len = strlen(payload);

	if (len < 1 || len > PAYLOAD_MAX || !digits_are(payload, len))
		return false;
	memcpy(out, payload, len);
	out[len] = check_character(method, payload, len);
	out[len + 1] = '\0';
	return true;
}

bool kid_is_valid(enum kid_method method, const char *text)
{
	char payload[KID_SIZE], whole[KID_SIZE];
	size_t len = strlen(text);

	if (len < 2 || len >= KID_SIZE)
		return false;
	memcpy(payload, text, len - 1);
	payload[len - 1] = '\0';
	return kid_make(method, payload, whole) && strcmp(whole, text) == 0;
}
