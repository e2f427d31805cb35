/* Paths are without the root, which tells invoice and credit note apart. What is read is kept as
 * text, and judged when all of it is known. */
#include "lib/format/ehf.h"

#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/format/amount.h"
#include "lib/format/line.h"
#include "lib/format/orgnr.h"
#include "lib/format/xmlread.h"

#define SELLER "/AccountingSupplierParty/Party"
#define BUYER "/AccountingCustomerParty/Party"
#define RATE "/TaxTotal/TaxSubtotal"
#define SCHEME_ORGNR "0192" /* ISO 6523 */
#define AMOUNT_SIZE 24
#define PARTY_ID_SIZE 24 /* what is cut is longer than any that is read */

/* As it is written. */
struct party {
	char endpoint[PARTY_ID_SIZE];
	char legal[PARTY_ID_SIZE];
	char taxed[PARTY_ID_SIZE]; /* by the scheme that is told next */
	char vat[PARTY_ID_SIZE];
	bool is_legal_orgnr; /* it says so */
};

struct rate {
	char category[4];
	char percent[AMOUNT_SIZE];
	char taxable[AMOUNT_SIZE];
	char tax[AMOUNT_SIZE];
};

struct texts {
	char type[8];
	char issued[32];
	char due[32];
	char without_vat[AMOUNT_SIZE];
	char vat[AMOUNT_SIZE];
	char with_vat[AMOUNT_SIZE];
	char payable[AMOUNT_SIZE];
	char line_amount[AMOUNT_SIZE];
};

struct ehf {
	struct xmlread *xml;
	struct ehf_invoice invoice;
	struct texts texts;
	struct party seller, buyer;
	struct rate rate;
	struct ehf_line line;
	char attribute[8]; /* of the element at hand: its scheme or currency */
};

#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, ehf_invoice, member)
static const struct xmlread_field invoice_fields[] = {
	FIELD("/CustomizationID", CUT, customization),
	FIELD("/ID", CODE, number),
	FIELD("/BillingReference/InvoiceDocumentReference/ID", CODE, credited),
	FIELD("/DocumentCurrencyCode", CODE, currency),
	FIELD("/BuyerReference", CUT, buyer_reference),
	FIELD(SELLER "/PartyLegalEntity/RegistrationName", CUT, seller_name),
	FIELD(BUYER "/PartyLegalEntity/RegistrationName", CUT, buyer_name),
	FIELD("/PaymentMeans/PaymentID", CUT, kid),
	FIELD("/PaymentMeans/PayeeFinancialAccount/ID", CUT, account),
};
#undef FIELD
#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, texts, member)
static const struct xmlread_field text_fields[] = {
	FIELD("/InvoiceTypeCode", CODE, type),
	FIELD("/CreditNoteTypeCode", CODE, type),
	FIELD("/IssueDate", CODE, issued),
	FIELD("/DueDate", CODE, due),
	FIELD("/PaymentMeans/PaymentDueDate", CODE, due),
	FIELD("/LegalMonetaryTotal/TaxExclusiveAmount", CODE, without_vat),
	FIELD("/LegalMonetaryTotal/TaxInclusiveAmount", CODE, with_vat),
	FIELD("/LegalMonetaryTotal/PayableAmount", CODE, payable),
	FIELD("/InvoiceLine/LineExtensionAmount", CODE, line_amount),
	FIELD("/CreditNoteLine/LineExtensionAmount", CODE, line_amount),
};
#undef FIELD
#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, rate, member)
static const struct xmlread_field rate_fields[] = {
	FIELD(RATE "/TaxableAmount", CODE, taxable),
	FIELD(RATE "/TaxAmount", CODE, tax),
	FIELD(RATE "/TaxCategory/ID", CODE, category),
	FIELD(RATE "/TaxCategory/Percent", CODE, percent),
};
#undef FIELD
#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, ehf_line, member)
static const struct xmlread_field line_fields[] = {
	FIELD("/InvoiceLine/Item/Name", CUT, name),
	FIELD("/CreditNoteLine/Item/Name", CUT, name),
	FIELD("/InvoiceLine/Item/Description", CUT, description),
	FIELD("/CreditNoteLine/Item/Description", CUT, description),
};
#undef FIELD

static void fail(struct ehf *ehf, enum format_fault fault)
{
	xmlread_fail(ehf->xml, fault);
}

/* ---- as it is read */

static bool is_known(void *ctx, const char *name, const char *space)
{
	static const char invoice[] = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
	static const char note[] = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
	struct ehf *ehf = ctx;

	ehf->invoice.is_credit_note = strcmp(name, "CreditNote") == 0;
	if (space == NULL || (!ehf->invoice.is_credit_note && strcmp(name, "Invoice") != 0))
		return false;
	return strcmp(space, ehf->invoice.is_credit_note ? note : invoice) == 0;
}

static const char *without_root(const char *path)
{
	const char *rest = strchr(path + 1, '/');

	return rest == NULL ? "" : rest;
}

static bool is_line(const char *path)
{
	return strcmp(path, "/InvoiceLine") == 0 || strcmp(path, "/CreditNoteLine") == 0;
}

static void on_begin(void *ctx, const char *whole_path)
{
	struct ehf *ehf = ctx;
	const char *path = without_root(whole_path);
	const char *value = xmlread_attribute_named(ehf->xml, "schemeID");

	if (value == NULL)
		value = xmlread_attribute_named(ehf->xml, "currencyID");
	line_put(ehf->attribute, sizeof(ehf->attribute), value == NULL ? "" : value);
	if (strcmp(path, RATE) == 0)
		ehf->rate = (struct rate){0};
	if (is_line(path)) {
		ehf->line = (struct ehf_line){0};
		*ehf->texts.line_amount = '\0';
	}
}

static void keep_party(const struct ehf *ehf, struct party *party, const char *path,
		       const char *text)
{
	bool is_orgnr = strcmp(ehf->attribute, SCHEME_ORGNR) == 0;

	if (strcmp(path, "/EndpointID") == 0 && is_orgnr) {
		line_put(party->endpoint, sizeof(party->endpoint), text);
	} else if (strcmp(path, "/PartyLegalEntity/CompanyID") == 0) {
		line_put(party->legal, sizeof(party->legal), text);
		party->is_legal_orgnr = is_orgnr;
	} else if (strcmp(path, "/PartyTaxScheme/CompanyID") == 0) {
		line_put(party->taxed, sizeof(party->taxed), text);
	} else if (strcmp(path, "/PartyTaxScheme/TaxScheme/ID") == 0 && strcmp(text, "VAT") == 0) {
		line_put(party->vat, sizeof(party->vat), party->taxed);
	}
}

/* Of VAT told in another currency too, that of the invoice counts. */
static void keep_vat(struct ehf *ehf, const char *text)
{
	if (*ehf->attribute != '\0' && strcmp(ehf->attribute, ehf->invoice.currency) != 0)
		return;
	if (strlen(text) >= sizeof(ehf->texts.vat))
		fail(ehf, FORMAT_AMOUNT);
	else if (*ehf->texts.vat == '\0')
		line_put(ehf->texts.vat, sizeof(ehf->texts.vat), text);
}

static bool is_total(const char *path)
{
	return strncmp(path, "/LegalMonetaryTotal/", strlen("/LegalMonetaryTotal/")) == 0;
}

static bool read_amount(const char *text, int64_t *ore_out)
{
	return amount_read_signed(text, '.', AMOUNT_MAX_ORE, ore_out);
}

/* Without a rate, as of what VAT does not concern, it is 0. */
static void end_rate(struct ehf *ehf)
{
	struct ehf_rate *rate = &ehf->invoice.rates[ehf->invoice.n_rates];
	const char *percent = *ehf->rate.percent == '\0' ? "0" : ehf->rate.percent;
	int64_t bp;

	if (ehf->invoice.n_rates == EHF_RATES_MAX) {
		fail(ehf, FORMAT_TOO_LARGE);
	} else if (!read_amount(ehf->rate.taxable, &rate->taxable_ore) ||
		   !read_amount(ehf->rate.tax, &rate->tax_ore) ||
		   !amount_read(percent, '.', NUM_WHOLE_BP, &bp)) {
		fail(ehf, FORMAT_AMOUNT);
	} else {
		rate->rate_bp = (int32_t)bp;
		memcpy(rate->category, ehf->rate.category, sizeof(rate->category));
		ehf->invoice.n_rates++;
	}
}

static void end_line(struct ehf *ehf)
{
	ehf->invoice.n_told++;
	if (!read_amount(ehf->texts.line_amount, &ehf->line.amount_ore))
		fail(ehf, FORMAT_AMOUNT);
	else if (ehf->invoice.n_lines < EHF_LINES_MAX)
		ehf->invoice.lines[ehf->invoice.n_lines++] = ehf->line;
}

static void on_end(void *ctx, const char *whole_path, const char *text)
{
	struct ehf *ehf = ctx;
	const char *path = without_root(whole_path);

	if (strncmp(path, SELLER, strlen(SELLER)) == 0)
		keep_party(ehf, &ehf->seller, path + strlen(SELLER), text);
	else if (strncmp(path, BUYER, strlen(BUYER)) == 0)
		keep_party(ehf, &ehf->buyer, path + strlen(BUYER), text);
	if (is_total(path) && *ehf->attribute != '\0' &&
	    strcmp(ehf->attribute, ehf->invoice.currency) != 0)
		fail(ehf, FORMAT_AMOUNT);
	if (strcmp(path, "/TaxTotal/TaxAmount") == 0)
		keep_vat(ehf, text);
	else if (strcmp(path, RATE) == 0)
		end_rate(ehf);
	else if (is_line(path))
		end_line(ehf);
	else if (!XMLREAD_KEEP(ehf->xml, path, invoice_fields, &ehf->invoice) &&
		 !XMLREAD_KEEP(ehf->xml, path, text_fields, &ehf->texts) &&
		 !XMLREAD_KEEP(ehf->xml, path, rate_fields, &ehf->rate))
		(void)XMLREAD_KEEP(ehf->xml, path, line_fields, &ehf->line);
}

/* ---- as a whole */

/* The organisation number of "NO974760673MVA"; of a foreign one none. False if it is of Norway and
 * of another form (NO-R-001). */
static bool orgnr_of_vat(const char *vat, char out[EHF_ORGNR_SIZE])
{
	size_t len = EHF_ORGNR_SIZE - 1;

	*out = '\0';
	if (strncmp(vat, "NO", 2) != 0)
		return true;
	if (strlen(vat) != 2 + len + 3 || strcmp(vat + 2 + len, "MVA") != 0)
		return false;
	line_put(out, EHF_ORGNR_SIZE, vat + 2);
	return orgnr_is_valid(out);
}

/* By the number that it is addressed by, or else registered by, or else pays VAT by. False if one
 * that it says is one is none. */
static bool find_orgnr(const struct party *party, char out[EHF_ORGNR_SIZE], bool *differs_out)
{
	bool is_legal = orgnr_is_valid(party->legal);
	char by_vat[EHF_ORGNR_SIZE];

	if (!orgnr_of_vat(party->vat, by_vat) || (party->is_legal_orgnr && !is_legal) ||
	    (*party->endpoint != '\0' && !orgnr_is_valid(party->endpoint)))
		return false;
	line_put(out, EHF_ORGNR_SIZE,
		 *party->endpoint != '\0' ? party->endpoint
		 : is_legal		  ? party->legal
					  : by_vat);
	*differs_out = (is_legal && strcmp(party->legal, out) != 0) ||
		       (*by_vat != '\0' && strcmp(by_vat, out) != 0);
	return true;
}

static enum format_fault judge_parties(struct ehf *ehf)
{
	struct ehf_invoice *invoice = &ehf->invoice;
	bool differs;

	if (!find_orgnr(&ehf->seller, invoice->seller_orgnr, &invoice->seller_differs) ||
	    !find_orgnr(&ehf->buyer, invoice->buyer_orgnr, &differs) ||
	    *invoice->seller_orgnr == '\0')
		return FORMAT_ORGNR;
	return FORMAT_OK;
}

static enum format_fault judge_days(struct ehf *ehf)
{
	struct ehf_invoice *invoice = &ehf->invoice;

	invoice->has_due_day = *ehf->texts.due != '\0';
	if (!num_date(ehf->texts.issued, &invoice->issued_on) ||
	    (invoice->has_due_day && !num_date(ehf->texts.due, &invoice->due_on)))
		return FORMAT_DATE;
	return FORMAT_OK;
}

/* BR-CO-14, BR-CO-15. Nothing that is read comes near the end of an int64_t. */
static enum format_fault judge_sums(struct ehf *ehf)
{
	struct ehf_invoice *invoice = &ehf->invoice;
	const char *vat = *ehf->texts.vat == '\0' ? "0" : ehf->texts.vat;
	int64_t left_ore;

	if (!read_amount(ehf->texts.without_vat, &invoice->without_vat_ore) ||
	    !read_amount(ehf->texts.with_vat, &invoice->with_vat_ore) ||
	    !read_amount(ehf->texts.payable, &invoice->payable_ore) ||
	    !read_amount(vat, &invoice->vat_ore))
		return FORMAT_AMOUNT;
	left_ore = invoice->vat_ore;
	for (size_t i = 0; i < invoice->n_rates; i++)
		left_ore -= invoice->rates[i].tax_ore;
	if (left_ore != 0 || invoice->without_vat_ore + invoice->vat_ore != invoice->with_vat_ore)
		return FORMAT_SUM;
	return FORMAT_OK;
}

static bool is_complete(const struct ehf *ehf)
{
	return *ehf->invoice.number != '\0' && *ehf->texts.issued != '\0' &&
	       strlen(ehf->invoice.currency) == 3 && *ehf->texts.type != '\0';
}

static enum format_fault judge(struct ehf *ehf)
{
	enum format_fault fault;

	if (!is_complete(ehf))
		return FORMAT_INCOMPLETE;
	if (strcmp(ehf->texts.type, ehf->invoice.is_credit_note ? "381" : "380") != 0)
		return FORMAT_NOT_KNOWN;
	fault = judge_parties(ehf);
	if (fault == FORMAT_OK)
		fault = judge_days(ehf);
	return fault == FORMAT_OK ? judge_sums(ehf) : fault;
}

struct ehf *ehf_new(void)
{
	static const struct xmlread_events events = {
		.is_known = is_known,
		.on_begin = on_begin,
		.on_end = on_end,
	};
	struct ehf *ehf = base_alloc(sizeof(*ehf));

	ehf->xml = xmlread_new(&events, ehf);
	return ehf;
}

enum format_fault ehf_add(struct ehf *ehf, const char *bytes, size_t len)
{
	return xmlread_add(ehf->xml, bytes, len);
}

enum format_fault ehf_end(struct ehf *ehf, const struct ehf_invoice **invoice_out)
{
	enum format_fault fault = xmlread_end(ehf->xml);

	*invoice_out = &ehf->invoice;
	return fault == FORMAT_OK ? judge(ehf) : fault;
}

size_t ehf_line_at(const struct ehf *ehf)
{
	return xmlread_line(ehf->xml);
}

void ehf_free(struct ehf **ehf)
{
	if (*ehf == NULL)
		return;
	xmlread_free(&(*ehf)->xml);
	base_free(*ehf);
	*ehf = NULL;
}
