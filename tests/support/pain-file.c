/*
 * pain-file VERSION: a pain.001 of a payment to each name, a line each, that stands on standard
 * input; every other one has a KID. What refuses it is told on standard error.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/format/kid.h"
#include "lib/format/pain001.h"

enum { PAYMENTS_MAX = 100000 };

/* The file of version "03" or "09", without payments. */
static struct pain_file file_of(const char *version)
{
	struct pain_file file = {
		.version = strcmp(version, "09") == 0 ? PAIN_001_09 : PAIN_001_03,
		.message_id = "TRFK-20261121-000001",
		.made_at = "2026-11-21T10:15:30",
		.initiator = "Trøndelag fylkeskommune",
		.initiator_id = "987654325",
		.debtor = "Trøndelag fylkeskommune",
		.debtor_account = "12345678903",
		.debtor_bic = "DNBANOKK",
	};

	MUST(date_from_ymd(2026, 11, 24, &file.executes_on));
	return file;
}

static struct pain_payment payment_of(struct arena *arena, const char *creditor, size_t n)
{
	const char *number = arena_printf(arena, "%06zu", n);
	char *kid = arena_alloc(arena, KID_SIZE);
	struct pain_payment payment = {
		.id = arena_printf(arena, "UTB-2026-%s", number),
		.creditor = creditor,
		.account = "86011117947",
		.amount_ore = (int64_t)(n * 100 + n % 100),
	};

	MUST(kid_make(KID_MOD10, number, kid));
	if (n % 2 == 0)
		payment.kid = kid;
	else
		payment.text = arena_printf(arena, "Del %s av <tilskudd> & mer", number);
	return payment;
}

static size_t read_payments(struct arena *arena, struct pain_payment *payments)
{
	char name[4096];
	size_t n = 0;

	while (n < PAYMENTS_MAX && fgets(name, sizeof(name), stdin) != NULL) {
		name[strcspn(name, "\n")] = '\0';
		payments[n] = payment_of(arena, arena_strdup(arena, name), n + 1);
		n++;
	}
	return n;
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new(256 << 20);
	struct pain_payment *payments = arena_alloc(arena, PAYMENTS_MAX * sizeof(*payments));
	struct pain_file file = file_of(argc == 2 ? argv[1] : "03");
	enum pain_fault fault;
	size_t payment = 0;
	struct buf out;

	file.payments = payments;
	file.n = read_payments(arena, payments);
	buf_init(&out, BUF_UNBOUNDED);
	fault = pain001_write(&file, &out, &payment);
	if (fault == PAIN_OK)
		fwrite(buf_text(&out), 1, out.len, stdout);
	else
		fprintf(stderr, "%s: %zu\n", pain_fault_key(fault), payment);
	buf_fini(&out);
	arena_free(&arena);
	return fault != PAIN_OK;
}
