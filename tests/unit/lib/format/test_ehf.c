#include "lib/format/ehf.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/date.h"
#include "tests/unit/lib/format/pieces.h"

static struct ehf_invoice invoice;
static size_t line;

static void tell(struct buf *out)
{
	char issued[DATE_TEXT_SIZE], due[DATE_TEXT_SIZE] = "-";

	date_format_iso(invoice.issued_on, issued);
	if (invoice.has_due_day)
		date_format_iso(invoice.due_on, due);
	buf_addf(out, "%s %s (%s) %s %s\n", invoice.is_credit_note ? "credit note" : "invoice",
		 invoice.number, invoice.credited, issued, due);
	buf_addf(out, "%s%s %s -> %s %s [%s]\n", invoice.seller_orgnr,
		 invoice.seller_differs ? "!" : "", invoice.seller_name, invoice.buyer_orgnr,
		 invoice.buyer_name, invoice.buyer_reference);
	buf_addf(out, "%" PRId64 "+%" PRId64 "=%" PRId64 " %s to %s/%s\n", invoice.without_vat_ore,
		 invoice.vat_ore, invoice.with_vat_ore, invoice.currency, invoice.account,
		 invoice.kid);
	for (size_t i = 0; i < invoice.n_rates; i++)
		buf_addf(out, "%s %" PRId32 ": %" PRId64 " %" PRId64 "\n",
			 invoice.rates[i].category, invoice.rates[i].rate_bp,
			 invoice.rates[i].taxable_ore, invoice.rates[i].tax_ore);
	for (size_t i = 0; i < invoice.n_lines; i++)
		buf_addf(out, "- %s (%s) %" PRId64 "\n", invoice.lines[i].name,
			 invoice.lines[i].description, invoice.lines[i].amount_ore);
}

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	struct ehf *ehf = ehf_new();
	const struct ehf_invoice *read;
	enum format_fault fault = FORMAT_OK;

#define ADD(piece, n) ehf_add(ehf, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD)
#undef ADD
	if (fault == FORMAT_OK)
		fault = ehf_end(ehf, &read);
	if (fault == FORMAT_OK) {
		invoice = *read;
		tell(out);
	}
	line = ehf_line_at(ehf);
	ehf_free(&ehf);
	return fault;
}

#define IS(bytes, told)                                                                            \
	ck_assert_str_eq(told_of(read_in, bytes, sizeof(bytes) - 1, FORMAT_OK), told)
#define IS_READ(bytes) (void)told_of(read_in, bytes, sizeof(bytes) - 1, FORMAT_OK)
#define IS_AT_FAULT(bytes, fault) (void)told_of(read_in, bytes, sizeof(bytes) - 1, fault)

#define NAMES                                                                                      \
	"xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2' "    \
	"xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'"
#define ROOT(kind, more)                                                                           \
	"<?xml version='1.0' encoding='UTF-8'?>\n"                                                 \
	"<" kind " xmlns='urn:oasis:names:specification:ubl:schema:xsd:" kind "-2' " NAMES         \
	"><cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:"    \
	"billing:3.0</cbc:CustomizationID>\n" more "</" kind ">\n"
#define HEAD(number, day, type)                                                                    \
	"<cbc:ID>" number "</cbc:ID><cbc:IssueDate>" day "</cbc:IssueDate>"                        \
	"<cbc:DueDate>2026-11-30</cbc:DueDate><cbc:InvoiceTypeCode>" type                          \
	"</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>"           \
	"<cbc:BuyerReference>P-77</cbc:BuyerReference>\n"
#define PARTY(kind, endpoint, legal, vat)                                                          \
	"<cac:Accounting" kind "Party><cac:Party>" endpoint                                        \
	"<cac:PartyTaxScheme><cbc:CompanyID>" vat "</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT"     \
	"</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyTaxScheme><cbc:CompanyID>"        \
	"Foretaksregisteret</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme>"    \
	"</cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>" kind                   \
	" AS</cbc:RegistrationName>" legal                                                         \
	"</cac:PartyLegalEntity></cac:Party></cac:Accounting" kind "Party>\n"
#define ENDPOINT(number) "<cbc:EndpointID schemeID='0192'>" number "</cbc:EndpointID>"
#define LEGAL(number) "<cbc:CompanyID schemeID='0192'>" number "</cbc:CompanyID>"
#define SELLER PARTY("Supplier", ENDPOINT("319900004"), LEGAL("319900004"), "NO319900004MVA")
#define BUYER PARTY("Customer", ENDPOINT("319900012"), "", "NO319900012MVA")
#define PAY                                                                                        \
	"<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>602243"   \
	"</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>86011117947</cbc:ID>"                  \
	"</cac:PayeeFinancialAccount></cac:PaymentMeans>\n"
#define NOK(name, amount) "<cbc:" name " currencyID='NOK'>" amount "</cbc:" name ">"
#define RATE(category, taxable, tax, percent)                                                      \
	"<cac:TaxSubtotal>" NOK("TaxableAmount", taxable)                                          \
		NOK("TaxAmount", tax) "<cac:TaxCategory><cbc:ID>" category "</cbc:ID>" percent     \
				      "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></"      \
				      "cac:TaxCategory></cac:TaxSubtotal>"
#define PERCENT(rate) "<cbc:Percent>" rate "</cbc:Percent>"
#define VAT(amount, rates) "<cac:TaxTotal>" NOK("TaxAmount", amount) rates "</cac:TaxTotal>\n"
#define TOTAL(without, with)                                                                       \
	"<cac:LegalMonetaryTotal>" NOK("LineExtensionAmount", without)                             \
		NOK("TaxExclusiveAmount", without) NOK("TaxInclusiveAmount", with)                 \
			NOK("PayableAmount", with) "</cac:LegalMonetaryTotal>\n"
#define LINE(kind, amount, name)                                                                   \
	"<cac:" kind "Line><cbc:ID>1</cbc:ID>" NOK(                                                \
		"LineExtensionAmount", amount) "<cac:Item><cbc:Description>November\n2026</"       \
					       "cbc:Description><cbc:Name>" name                   \
					       "</cbc:Name></cac:Item></cac:" kind "Line>\n"
#define RATES RATE("S", "1000.00", "250.00", PERCENT("25")) RATE("E", "100", "0", "")
#define SUMS VAT("250.00", RATES) TOTAL("1100.00", "1350.00")
#define LINES                                                                                      \
	LINE("Invoice", "1200.00", "R\u00e5d &amp; hjelp") LINE("Invoice", "-100.00", "Avslag")
#define FIRST HEAD("F-2026/17", "2026-11-16", "380")

START_TEST(an_invoice_is_read)
{
	IS(ROOT("Invoice", FIRST SELLER BUYER PAY SUMS LINES),
	   "invoice F-2026/17 () 2026-11-16 2026-11-30\n"
	   "319900004 Supplier AS -> 319900012 Customer AS [P-77]\n"
	   "110000+25000=135000 NOK to 86011117947/602243\n"
	   "S 2500: 100000 25000\nE 0: 10000 0\n"
	   "- R\u00e5d & hjelp (November 2026) 120000\n- Avslag (November 2026) -10000\n");
	ck_assert_str_eq(invoice.customization, "urn:cen.eu:en16931:2017#compliant#"
						"urn:fdc:peppol.eu:2017:poacc:billing:3.0");
	ck_assert_int_eq(invoice.payable_ore, 135000);
}
END_TEST

#define NOTE(type)                                                                                 \
	"<cbc:ID>K-1</cbc:ID><cbc:IssueDate>2026-11-17</"                                          \
	"cbc:IssueDate><cbc:CreditNoteTypeCode>" type                                              \
	"</cbc:CreditNoteTypeCode><cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>"        \
	"<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F-2026/17</cbc:ID>"           \
	"</cac:InvoiceDocumentReference></cac:BillingReference>" SELLER BUYER VAT("0.00", "")      \
		TOTAL("100.00", "100.00") LINE("CreditNote", "100.00", "Retur")

START_TEST(a_credit_note_is_read)
{
	IS(ROOT("CreditNote", NOTE("381")),
	   "credit note K-1 (F-2026/17) 2026-11-17 -\n"
	   "319900004 Supplier AS -> 319900012 Customer AS []\n"
	   "10000+0=10000 NOK to /\n- Retur (November 2026) 10000\n");
	IS_AT_FAULT(ROOT("CreditNote", NOTE("380")), FORMAT_NOT_KNOWN);
}
END_TEST

#define SOLD_BY(party) ROOT("Invoice", FIRST party BUYER SUMS LINES)
#define SOLD_TO(party) ROOT("Invoice", FIRST SELLER party SUMS LINES)

START_TEST(a_seller_is_found_by_what_it_tells)
{
	IS(SOLD_BY(PARTY("Supplier", "", "<cbc:CompanyID>319900004</cbc:CompanyID>", "")),
	   "invoice F-2026/17 () 2026-11-16 2026-11-30\n"
	   "319900004 Supplier AS -> 319900012 Customer AS [P-77]\n"
	   "110000+25000=135000 NOK to /\n"
	   "S 2500: 100000 25000\nE 0: 10000 0\n"
	   "- R\u00e5d & hjelp (November 2026) 120000\n- Avslag (November 2026) -10000\n");
	IS_READ(SOLD_BY(PARTY("Supplier", "", "", "NO319900004MVA")));
	ck_assert_str_eq(invoice.seller_orgnr, "319900004");
	IS_READ(SOLD_BY(PARTY("Supplier", ENDPOINT("319900020"), LEGAL("319900004"), "")));
	ck_assert_str_eq(invoice.seller_orgnr, "319900020");
	ck_assert(invoice.seller_differs);
}
END_TEST

START_TEST(a_number_that_is_none_is_refused)
{
	IS_AT_FAULT(SOLD_BY(PARTY("Supplier", ENDPOINT("319900005"), "", "")), FORMAT_ORGNR);
	IS_AT_FAULT(SOLD_BY(PARTY("Supplier", ENDPOINT("319 900 004"), "", "")), FORMAT_ORGNR);
	IS_AT_FAULT(SOLD_BY(PARTY("Supplier", ENDPOINT("319900004"), LEGAL("1"), "")),
		    FORMAT_ORGNR);
	IS_AT_FAULT(SOLD_BY(PARTY("Supplier", ENDPOINT("319900004"), "", "NO319900004")),
		    FORMAT_ORGNR);
	IS_AT_FAULT(SOLD_BY(PARTY("Supplier", "", "", "NO319900005MVA")), FORMAT_ORGNR);
	IS_AT_FAULT(SOLD_BY(PARTY("Supplier", "", "", "SE556677889901")), FORMAT_ORGNR);
	IS_AT_FAULT(SOLD_BY(PARTY("Supplier", "", "", "")), FORMAT_ORGNR);
	IS_AT_FAULT(SOLD_TO(PARTY("Customer", ENDPOINT("123456789"), "", "")), FORMAT_ORGNR);
	IS_READ(SOLD_TO(PARTY("Customer", "", "", "")));
	ck_assert_str_eq(invoice.buyer_orgnr, "");
}
END_TEST

#define SUMMED(sums) ROOT("Invoice", FIRST SELLER BUYER sums LINES)

START_TEST(what_does_not_sum_is_refused)
{
	IS_AT_FAULT(SUMMED(VAT("250.00", RATES) TOTAL("1100.00", "1350.01")), FORMAT_SUM);
	IS_AT_FAULT(SUMMED(VAT("250.01", RATES) TOTAL("1100.00", "1350.01")), FORMAT_SUM);
	IS_AT_FAULT(SUMMED(TOTAL("1100.00", "1350.00")), FORMAT_SUM);
	IS_AT_FAULT(SUMMED(VAT("250.00", RATES) TOTAL("1.1e3", "1350.00")), FORMAT_AMOUNT);
	IS_AT_FAULT(SUMMED(VAT("250.00", RATES)), FORMAT_AMOUNT);
	IS_AT_FAULT(SUMMED(VAT("250.00", RATE("S", "1000", "250", PERCENT("-25")))
				   TOTAL("1000", "1250")),
		    FORMAT_AMOUNT);
	IS_AT_FAULT(
		SUMMED(VAT("250.00", RATES) "<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount "
					    "currencyID='EUR'>1100"
					    "</cbc:TaxExclusiveAmount></cac:LegalMonetaryTotal>"),
		FORMAT_AMOUNT);
}
END_TEST

START_TEST(vat_in_another_currency_stands_beside_that_of_the_invoice)
{
	static const char text[] =
		SUMMED("<cac:TaxTotal><cbc:TaxAmount currencyID='SEK'>260.00</cbc:TaxAmount>"
		       "</cac:TaxTotal>" SUMS);

	IS_READ(text);
	ck_assert_int_eq(invoice.vat_ore, 25000);
}
END_TEST

START_TEST(what_is_no_invoice_is_refused)
{
	IS_AT_FAULT("<Invoice/>", FORMAT_NOT_KNOWN);
	IS_AT_FAULT("<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2'/>",
		    FORMAT_NOT_KNOWN);
	IS_AT_FAULT(ROOT("Invoice", ""), FORMAT_INCOMPLETE);
	IS_AT_FAULT(ROOT("Invoice", HEAD("", "2026-11-16", "380") SELLER BUYER SUMS),
		    FORMAT_INCOMPLETE);
	IS_AT_FAULT(ROOT("Invoice", HEAD("1", "2026-11-31", "380") SELLER BUYER SUMS), FORMAT_DATE);
	IS_AT_FAULT(ROOT("Invoice", HEAD("1", "2026-11-16", "386") SELLER BUYER SUMS),
		    FORMAT_NOT_KNOWN);
	IS_AT_FAULT("<!DOCTYPE Invoice [<!ENTITY x SYSTEM 'http://127.0.0.1/'>]><Invoice>&x;"
		    "</Invoice>",
		    FORMAT_DECLARATION);
	ck_assert_uint_eq(line, 1);
}
END_TEST

START_TEST(attachments_are_passed_over_and_lines_beyond_the_bound_counted)
{
	static char text[1 << 20];
	static const char whole[] = ROOT("Invoice", FIRST SELLER BUYER SUMS);
	size_t at = strlen(whole) - strlen("</Invoice>\n");
	struct buf out;

	memcpy(text, whole, at);
	at += (size_t)snprintf(text + at, sizeof(text) - at,
			       "<cac:AdditionalDocumentReference><cac:Attachment>"
			       "<cbc:EmbeddedDocumentBinaryObject mimeCode='application/pdf'>");
	memset(text + at, 'A', 500000);
	at += 500000;
	at += (size_t)snprintf(text + at, sizeof(text) - at,
			       "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>"
			       "</cac:AdditionalDocumentReference>");
	for (size_t i = 0; i < EHF_LINES_MAX + 50; i++)
		at += (size_t)snprintf(text + at, sizeof(text) - at, LINE("Invoice", "1", "x"));
	at += (size_t)snprintf(text + at, sizeof(text) - at, "</Invoice>");
	buf_init(&out, 1 << 20);
	ck_assert_int_eq(read_in(text, at, 4096, &out), FORMAT_OK);
	buf_fini(&out);
	ck_assert_uint_eq(invoice.n_lines, EHF_LINES_MAX);
	ck_assert_uint_eq(invoice.n_told, EHF_LINES_MAX + 50);
}
END_TEST

RUN_TESTS(TEST(an_invoice_is_read), TEST(a_credit_note_is_read),
	  TEST(a_seller_is_found_by_what_it_tells), TEST(a_number_that_is_none_is_refused),
	  TEST(what_does_not_sum_is_refused),
	  TEST(vat_in_another_currency_stands_beside_that_of_the_invoice),
	  TEST(what_is_no_invoice_is_refused),
	  TEST(attachments_are_passed_over_and_lines_beyond_the_bound_counted))
