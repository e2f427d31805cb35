/* A bank's answer from outside: read or refused, alike in pieces of any size, and what is told is
 * sound. */
#include <stdint.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/base/utf8.h"
#include "lib/format/pain002.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add(struct buf *out, const char *text, size_t size)
{
	MUST(strlen(text) < size && utf8_is_valid(text, strlen(text)));
	buf_addf(out, "%s\n", text);
}

static void on_status(void *ctx, const struct pain002_status *status)
{
	MUST(*status->message_id != '\0');
	MUST(status->level == PAIN002_TRANSACTION ? *status->end_to_end_id != '\0'
						  : *status->end_to_end_id == '\0');
	MUST(status->outcome == pain002_outcome_of(status->code));
	add(ctx, status->code, sizeof(status->code));
	add(ctx, status->message_id, sizeof(status->message_id));
	add(ctx, status->part_id, sizeof(status->part_id));
	add(ctx, status->end_to_end_id, sizeof(status->end_to_end_id));
	add(ctx, status->reasons, sizeof(status->reasons));
	add(ctx, status->said, sizeof(status->said));
	buf_addf(ctx, "%d %zu\n", (int)status->level, status->n_within);
}

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	struct pain002 *report = pain002_new(on_status, out);
	enum format_fault fault = FORMAT_OK;

	buf_reset(out);
	for (size_t at = 0; at < len && fault == FORMAT_OK; at += step)
		fault = pain002_add(report, bytes + at, len - at < step ? len - at : step);
	if (fault == FORMAT_OK)
		fault = pain002_end(report);
	MUST(pain002_line(report) >= 1);
	pain002_free(&report);
	return fault;
}

static void check(const char *bytes, size_t len)
{
	struct buf whole, pieces;

	buf_init(&whole, BUF_UNBOUNDED);
	buf_init(&pieces, BUF_UNBOUNDED);
	if (read_in(bytes, len, 65536, &whole) == FORMAT_OK) {
		MUST(read_in(bytes, len, 3, &pieces) == FORMAT_OK);
		MUST(strcmp(buf_text(&whole), buf_text(&pieces)) == 0);
	}
	buf_fini(&whole);
	buf_fini(&pieces);
}

/* Also within a report, where most bytes would otherwise never get. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char head[] =
		"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.03'>"
		"<CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId></OrgnlGrpInfAndSts>";
	static const char tail[] = "</CstmrPmtStsRpt></Document>";
	struct buf text;

	check((const char *)data, size);
	buf_init(&text, BUF_UNBOUNDED);
	buf_adds(&text, head);
	buf_add(&text, data, size);
	buf_adds(&text, tail);
	check(buf_text(&text), text.len);
	buf_fini(&text);
	return 0;
}
