/*
 * An invoice or credit note of Peppol BIS Billing 3, EHF as Norway calls it (UBL 2.1), as far as it
 * is evidence of a cost: who sold, to whom, its number and day, what it comes to and what it is
 * for. What is attached to it is passed over.
 *
 * Refused is what cannot be told apart or does not hold together: without number, day, seller or
 * totals, with an organisation number that is none, or with totals that do not sum. Which currency
 * and buyer it is of is told, not judged.
 */
#ifndef TRINN_FORMAT_EHF_H
#define TRINN_FORMAT_EHF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/format/fault.h"

#define EHF_RATES_MAX 16
#define EHF_LINES_MAX 200 /* further ones are only counted */
#define EHF_NUMBER_SIZE 101
#define EHF_ORGNR_SIZE 10
#define EHF_TEXT_SIZE 281

struct ehf_rate {
	char category[4]; /* S, Z, E ... */
	int32_t rate_bp;  /* 2500 is 25 per cent */
	int64_t taxable_ore;
	int64_t tax_ore;
};

struct ehf_line {
	char name[EHF_TEXT_SIZE];
	char description[EHF_TEXT_SIZE];
	int64_t amount_ore; /* without VAT; below 0 for what is taken off */
};

/* Amounts are hundredths of the currency; those of a credit note are above 0 as an invoice's are.
 * A text that is not told is "". */
struct ehf_invoice {
	bool is_credit_note;
	char customization[EHF_TEXT_SIZE]; /* CustomizationID: which rules it is made by */
	char number[EHF_NUMBER_SIZE];
	char credited[EHF_NUMBER_SIZE]; /* of a credit note: the invoice's number */
	int32_t issued_on;
	int32_t due_on;
	bool has_due_day;
	char seller_orgnr[EHF_ORGNR_SIZE];
	char seller_name[EHF_TEXT_SIZE];
	bool seller_differs; /* it is addressed by another number than it is registered by */
	char buyer_orgnr[EHF_ORGNR_SIZE]; /* "": it has none */
	char buyer_name[EHF_TEXT_SIZE];
	char buyer_reference[EHF_TEXT_SIZE];
	char currency[4];
	int64_t without_vat_ore;
	int64_t vat_ore;
	int64_t with_vat_ore;
	int64_t payable_ore;
	char account[71]; /* as it is written: of Norway's kind, or IBAN */
	char kid[71];	  /* PaymentID; may be another text */
	struct ehf_rate rates[EHF_RATES_MAX];
	size_t n_rates;
	struct ehf_line lines[EHF_LINES_MAX];
	size_t n_lines; /* kept */
	size_t n_told;	/* that the invoice has */
};

struct ehf;

struct ehf *ehf_new(void) __attribute__((returns_nonnull));

/* What follows of the file, in pieces of any size. Once it is not FORMAT_OK it stays so. */
enum format_fault ehf_add(struct ehf *ehf, const char *bytes, size_t len) MUST_USE;

/* *invoice_out is valid until ehf_free(); undefined if it is not FORMAT_OK. */
enum format_fault ehf_end(struct ehf *ehf, const struct ehf_invoice **invoice_out) MUST_USE;

/* The line at which the fault was seen. */
size_t ehf_line_at(const struct ehf *ehf);

void ehf_free(struct ehf **ehf);

#endif
