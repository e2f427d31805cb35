/* A ledger from outside: read or refused, and what is told is sound. */
#include "lib/format/saft.h"

#include <inttypes.h>

#include "lib/base/date.h"
#include "lib/format/orgnr.h"
#include "tests/fuzz/pieces.h"

static int64_t told_ore;

static void on_line(void *ctx, const struct saft_line *line)
{
	MUST(*line->transaction_id != '\0' && *line->account != '\0');
	MUST(line->day >= DATE_MIN && line->day <= DATE_MAX);
	told_ore += line->debit_ore;
	ADD_TEXT(ctx, line->transaction_id);
	ADD_TEXT(ctx, line->record_id);
	ADD_TEXT(ctx, line->account);
	ADD_TEXT(ctx, line->supplier_id);
	ADD_TEXT(ctx, line->document_id);
	ADD_TEXT(ctx, line->reference);
	ADD_TEXT(ctx, line->description);
	buf_addf(ctx, "%" PRId64 "\n", line->debit_ore);
}

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	static const struct saft_project project = {NULL, "7"};
	struct saft *saft = saft_new(&project, on_line, out);
	const struct saft_file *file;
	enum format_fault fault = FORMAT_OK;

	told_ore = 0;
#define ADD(piece, n) saft_add(saft, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD);
#undef ADD
	if (fault == FORMAT_OK)
		fault = saft_end(saft, &file);
	if (fault == FORMAT_OK) {
		MUST(orgnr_is_valid(file->orgnr) && file->told <= file->lines);
		MUST(file->project_ore == told_ore);
		ADD_TEXT(out, file->name);
		ADD_TEXT(out, file->version);
	}
	MUST(saft_line_at(saft) >= 1);
	saft_free(&saft);
	return fault;
}

/* Within one whose totals are of nothing, or of what comes to nothing. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_within(read_in,
		     "<AuditFile xmlns='urn:StandardAuditFile-Taxation-Financial:NO'><Header>"
		     "<Company><RegistrationNumber>319900004</RegistrationNumber></Company>"
		     "<DefaultCurrencyCode>NOK</DefaultCurrencyCode><SelectionCriteria>"
		     "<SelectionStartDate>2026-01-01</SelectionStartDate>"
		     "<SelectionEndDate>2026-12-31</SelectionEndDate></SelectionCriteria></Header>"
		     "<GeneralLedgerEntries><NumberOfEntries>1</NumberOfEntries>"
		     "<TotalDebit>0</TotalDebit><TotalCredit>0</TotalCredit><Journal>",
		     data, size, "</Journal></GeneralLedgerEntries></AuditFile>");
	return 0;
}
