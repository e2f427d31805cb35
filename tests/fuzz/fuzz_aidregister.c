/* A table of awards from outside: read or refused, and what is told is sound. */
#include "lib/format/aidregister.h"

#include <inttypes.h>

#include "lib/base/date.h"
#include "lib/format/amount.h"
#include "lib/format/orgnr.h"
#include "tests/fuzz/pieces.h"

static void on_award(void *ctx, const struct aidregister_award *award)
{
	MUST(award->granted_on >= DATE_MIN && award->granted_on <= DATE_MAX);
	MUST(award->least_ore >= 0 && award->least_ore <= award->most_ore);
	MUST(amount_is_currency(award->currency));
	MUST(orgnr_is_valid(award->recipient_orgnr) && orgnr_is_valid(award->grantor_orgnr));
	ADD_TEXT(ctx, award->recipient_name);
	ADD_TEXT(ctx, award->grantor_name);
	ADD_TEXT(ctx, award->status);
	ADD_TEXT(ctx, award->measure);
	ADD_TEXT(ctx, award->kind);
	ADD_TEXT(ctx, award->scheme);
	buf_addf(ctx, "%zu %" PRId64 "\n", award->line, award->least_ore);
}

static void on_broken(void *ctx, size_t line, enum format_fault fault)
{
	MUST(line >= 2 && fault != FORMAT_OK);
	buf_addf(ctx, "%zu %s\n", line, format_fault_key(fault));
}

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	static const struct aidregister_events events = {on_award, on_broken};
	struct aidregister *table = aidregister_new(&events, out);
	enum format_fault fault = FORMAT_OK;

#define ADD(piece, n) aidregister_add(table, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD);
#undef ADD
	if (fault == FORMAT_OK)
		fault = aidregister_end(table);
	MUST(aidregister_line(table) >= 1);
	aidregister_free(&table);
	return fault;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_within(read_in,
		     "Tildelingsdato;Tildelt bel\u00f8p;Tildelt bel\u00f8p valuta;"
		     "Organisasjonsnummer st\u00f8ttemottaker;Organisasjonsnummer st\u00f8ttegiver;"
		     "Bel\u00f8psintervall fra;Bel\u00f8psintervall valuta;Navn "
		     "st\u00f8ttemottaker\n",
		     data, size, "\n");
	return 0;
}
