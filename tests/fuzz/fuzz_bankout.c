/* What a bank tells of money out, from outside: read or refused, and what is told is sound. */
#include "lib/format/bankout.h"

#include <inttypes.h>

#include "lib/base/date.h"
#include "tests/fuzz/pieces.h"

static void add_if_told(struct buf *out, const char *text)
{
	if (text != NULL)
		add_text(out, text, SIZE_MAX);
}

static void on_payment(void *ctx, const struct bankout_payment *payment)
{
	MUST(payment->amount_ore > 0);
	MUST(payment->booked_on >= DATE_MIN && payment->booked_on <= DATE_MAX);
	MUST(payment->currency == NULL || strlen(payment->currency) == 3);
	add_if_told(ctx, payment->end_to_end_id);
	add_if_told(ctx, payment->batch);
	add_if_told(ctx, payment->reference);
	add_if_told(ctx, payment->reason);
	buf_addf(ctx, "%" PRId64 " %" PRId32 " %d %d\n", payment->amount_ore, payment->booked_on,
		 payment->is_returned, payment->is_lump);
}

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *to)
{
	struct bankout *out = bankout_new(on_payment, to);
	enum format_fault fault = FORMAT_OK;

#define ADD(piece, n) bankout_add(out, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD);
#undef ADD
	if (fault == FORMAT_OK)
		fault = bankout_end(out);
	MUST(bankout_line(out) >= 1);
	bankout_free(&out);
	return fault;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_within(read_in,
		     "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.054.001.02'>"
		     "<BkToCstmrDbtCdtNtfctn><Ntfctn>",
		     data, size, "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>");
	return 0;
}
