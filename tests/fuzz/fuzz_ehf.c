/* An invoice from outside: read or refused, and what is told is sound. */
#include "lib/format/ehf.h"

#include <inttypes.h>

#include "lib/base/date.h"
#include "lib/format/orgnr.h"
#include "tests/fuzz/pieces.h"

static void check_invoice(const struct ehf_invoice *invoice)
{
	MUST(*invoice->number != '\0' && orgnr_is_valid(invoice->seller_orgnr));
	MUST(*invoice->buyer_orgnr == '\0' || orgnr_is_valid(invoice->buyer_orgnr));
	MUST(invoice->without_vat_ore + invoice->vat_ore == invoice->with_vat_ore);
	MUST(invoice->issued_on >= DATE_MIN && invoice->issued_on <= DATE_MAX);
	MUST(invoice->n_rates <= EHF_RATES_MAX && invoice->n_lines <= EHF_LINES_MAX);
	MUST(invoice->n_lines <= invoice->n_told);
}

static void tell(const struct ehf_invoice *invoice, struct buf *out)
{
	ADD_TEXT(out, invoice->customization);
	ADD_TEXT(out, invoice->number);
	ADD_TEXT(out, invoice->credited);
	ADD_TEXT(out, invoice->seller_name);
	ADD_TEXT(out, invoice->buyer_name);
	ADD_TEXT(out, invoice->buyer_reference);
	ADD_TEXT(out, invoice->currency);
	ADD_TEXT(out, invoice->account);
	ADD_TEXT(out, invoice->kid);
	for (size_t i = 0; i < invoice->n_lines; i++) {
		ADD_TEXT(out, invoice->lines[i].name);
		ADD_TEXT(out, invoice->lines[i].description);
		buf_addf(out, "%" PRId64 "\n", invoice->lines[i].amount_ore);
	}
}

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	struct ehf *ehf = ehf_new();
	const struct ehf_invoice *invoice;
	enum format_fault fault = FORMAT_OK;

#define ADD(piece, n) ehf_add(ehf, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD);
#undef ADD
	if (fault == FORMAT_OK)
		fault = ehf_end(ehf, &invoice);
	if (fault == FORMAT_OK) {
		check_invoice(invoice);
		tell(invoice, out);
	}
	MUST(ehf_line_at(ehf) >= 1);
	ehf_free(&ehf);
	return fault;
}

/* Within one that has what is needed, so that anything else may be told of it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_within(read_in,
		     "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'>"
		     "<ID>1</ID><IssueDate>2026-11-16</IssueDate>"
		     "<InvoiceTypeCode>380</InvoiceTypeCode>"
		     "<DocumentCurrencyCode>NOK</DocumentCurrencyCode>",
		     data, size,
		     "<AccountingSupplierParty><Party><EndpointID schemeID='0192'>319900004"
		     "</EndpointID></Party></AccountingSupplierParty><LegalMonetaryTotal>"
		     "<TaxExclusiveAmount>0</TaxExclusiveAmount>"
		     "<TaxInclusiveAmount>0</TaxInclusiveAmount><PayableAmount>0</PayableAmount>"
		     "</LegalMonetaryTotal></Invoice>");
	return 0;
}
