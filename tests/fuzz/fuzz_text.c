/* Readers of small texts: what one accepts, its writer gives back, and its other reader accepts. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/base64.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/base/utf8.h"
#include "lib/format/bank.h"
#include "lib/format/fnr.h"
#include "lib/format/iban.h"
#include "lib/format/kid.h"
#include "lib/format/orgnr.h"

enum { TEXT_MAX = 256 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_kid(enum kid_method method, const char *text)
{
	char kid[KID_SIZE], payload[KID_SIZE];

	if (kid_make(method, text, kid)) {
		MUST(strlen(kid) == strlen(text) + 1 && strncmp(kid, text, strlen(text)) == 0);
		MUST(kid_is_valid(method, kid));
	}
	if (!kid_is_valid(method, text))
		return;
	MUST(strlen(text) >= 2 && strlen(text) < KID_SIZE);
	snprintf(payload, sizeof(payload), "%.*s", (int)strlen(text) - 1, text);
	MUST(kid_make(method, payload, kid) && strcmp(kid, text) == 0);
}

static void check_iban(const char *text)
{
	const char *account = iban_bban(text);
	char iban[IBAN_NO_SIZE];

	if (iban_of_bban(text, iban))
		MUST(iban_is_valid(iban) && strcmp(iban_bban(iban), text) == 0);
	if (account != NULL)
		MUST(iban_of_bban(account, iban) && strcmp(iban, text) == 0);
}

static void check_fnr(const char *text)
{
	size_t len, len_again;
	const char *found = fnr_find(text, &len);
	char number[TEXT_MAX + 1];

	if (found == NULL)
		return;
	MUST(found >= text && found + len <= text + strlen(text) && len >= 11);
	memcpy(number, found, len);
	number[len] = '\0';
	MUST(fnr_find(number, &len_again) == number && len_again == len);
}

static void check_numbers(const char *text)
{
	char again[32];
	int64_t i64;
	uint32_t u32;
	uint16_t u16;
	int32_t i32;

	if (!num_i64(text, INT64_MIN, INT64_MAX, &i64)) {
		MUST(!num_i32(text, INT32_MIN, INT32_MAX, &i32));
		return;
	}
	snprintf(again, sizeof(again), "%" PRId64, i64);
	MUST(strcmp(text, again) == 0);
	MUST(num_i32(text, INT32_MIN, INT32_MAX, &i32) == (i64 == (int32_t)i64));
	MUST(num_u32(text, 0, UINT32_MAX, &u32) == (i64 == (uint32_t)i64));
	MUST(num_u16(text, 0, UINT16_MAX, &u16) == (i64 == (uint16_t)i64));
}

static void check_date(const char *text)
{
	char again[DATE_TEXT_SIZE];
	int32_t days;

	if (!num_date(text, &days))
		return;
	MUST(days >= DATE_MIN && days <= DATE_MAX);
	date_format_iso(days, again);
	MUST(strcmp(text, again) == 0);
}

static void check_bytes(const char *text)
{
	uint8_t bytes[TEXT_MAX];
	char again[BASE64URL_SIZE(TEXT_MAX)];
	size_t len = strlen(text), n;

	if (base64url_decode(text, len, bytes, sizeof(bytes), &n)) {
		base64url_encode(bytes, n, again);
		MUST(strcmp(text, again) == 0);
	}
}

static void check_characters(const char *text)
{
	size_t len = strlen(text), at = 0;

	for (size_t n = 1; n > 0; at += n)
		n = utf8_char_len(text + at, len - at);
	MUST(utf8_is_valid(text, at));
	MUST(utf8_is_valid(text, len) == (at == len));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char text[TEXT_MAX];

	if (size >= sizeof(text))
		return -1;
	memcpy(text, data, size);
	text[size] = '\0';
	MUST(!orgnr_is_valid(text) || strlen(text) == 9);
	MUST(!bank_is_valid(text) || strlen(text) == 11);
	check_iban(text);
	check_kid(KID_MOD10, text);
	check_kid(KID_MOD11, text);
	check_fnr(text);
	check_numbers(text);
	check_date(text);
	check_bytes(text);
	check_characters(text);
	return 0;
}
