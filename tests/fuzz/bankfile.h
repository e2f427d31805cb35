/* What holds for everything that bankfile_read() calls good, whatever the bytes. */
#ifndef TRINN_TESTS_FUZZ_BANKFILE_H
#define TRINN_TESTS_FUZZ_BANKFILE_H

#include <stdbool.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/utf8.h"
#include "lib/format/bankfile.h"
#include "lib/format/kid.h"

static void check_text(const char *text, size_t max)
{
	MUST(text == NULL || (strlen(text) <= max && utf8_is_valid(text, strlen(text))));
}

static void check_payment(const struct bankfile_payment *payment)
{
	MUST(payment->reference != NULL && *payment->reference != '\0');
	check_text(payment->reference, BANKFILE_REFERENCE_MAX);
	check_text(payment->payer, BANKFILE_PAYER_MAX);
	check_text(payment->message, BANKFILE_MESSAGE_MAX);
	MUST(payment->currency == NULL || strlen(payment->currency) == 3);
	MUST(payment->amount_ore > 0);
	MUST(!payment->is_lump || (payment->kid == NULL && payment->message != NULL));
	MUST(payment->booked_on >= DATE_MIN && payment->booked_on <= DATE_MAX);
	MUST(payment->n_text_kids <= BANKFILE_TEXT_KIDS_MAX);
	MUST(payment->n_text_kids == 0 || payment->kid == NULL);
	for (size_t i = 0; i < payment->n_text_kids; i++)
		MUST(kid_is_valid(KID_MOD10, payment->text_kids[i]));
	if (payment->kid != NULL) {
		MUST(strlen(payment->kid) < KID_SIZE);
		MUST(strspn(payment->kid, "0123456789-") == strlen(payment->kid));
	}
}

static void check_bank_file(const char *bytes, size_t len)
{
	struct arena *arena = arena_new(1 << 20);
	struct bankfile file;
	size_t line = 0;

	if (bankfile_read(bytes, len, arena, &file, &line) == BANKFILE_OK) {
		MUST(file.n <= BANKFILE_PAYMENTS_MAX);
		for (size_t i = 0; i < file.n; i++)
			check_payment(&file.payments[i]);
	}
	MUST(line >= 1);
	arena_free(&arena);
}

#endif
