/* A bank's answer from outside: read or refused, and what is told is sound. */
#include "lib/format/pain002.h"

#include "tests/fuzz/pieces.h"

static void on_status(void *ctx, const struct pain002_status *status)
{
	MUST(*status->message_id != '\0');
	MUST((status->level == PAIN002_TRANSACTION) == (*status->end_to_end_id != '\0'));
	MUST(status->outcome == pain002_outcome_of(status->code));
	ADD_TEXT(ctx, status->code);
	ADD_TEXT(ctx, status->message_id);
	ADD_TEXT(ctx, status->part_id);
	ADD_TEXT(ctx, status->end_to_end_id);
	ADD_TEXT(ctx, status->reasons);
	ADD_TEXT(ctx, status->said);
	buf_addf(ctx, "%d %zu\n", (int)status->level, status->n_within);
}

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	struct pain002 *report = pain002_new(on_status, out);
	enum format_fault fault = FORMAT_OK;

#define ADD(piece, n) pain002_add(report, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD);
#undef ADD
	if (fault == FORMAT_OK)
		fault = pain002_end(report);
	MUST(pain002_line(report) >= 1);
	pain002_free(&report);
	return fault;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_within(read_in,
		     "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.03'>"
		     "<CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId>"
		     "</OrgnlGrpInfAndSts>",
		     data, size, "</CstmrPmtStsRpt></Document>");
	return 0;
}
