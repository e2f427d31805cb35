/*
 * What stands in each report, column by column in the order of its query: name in JSON, head, kind,
 * and how many characters it takes in the table, 0 if it is not in it.
 *
 * payment_report (utbetalingsrapport) has a row for each payment made, told from the posting that
 * took it from the ledger.
 *
 * copayment_report (egenandelsliste) has a row for each co-payment of a creditor with a movement in
 * the period or something open on its last day: what was open before it, what its entries made of
 * that in the period, and what these come to, which is open then, by how long after the invoice was
 * due. A reminder gives the firm time and makes the debt no younger; what is not invoiced, or was
 * paid too much, is not due. What is waived is told as credited, with the part of it that is tax;
 * what the tax return makes of that and of a loss is for the accountant. In the table what was
 * raised, less what was paid, credited and lost, is what is open, if the period is all time.
 */
#ifndef TRINN_API_REPORTS_LAYOUTS_H
#define TRINN_API_REPORTS_LAYOUTS_H

#define PAYMENT_COLUMNS(X)                                          \
	X(PAID_ON, "paidOn", "Utbetalt", DATE, 10)                  \
	X(REFERENCE, "reference", "Referanse", TEXT, 16)            \
	X(CASE_NUMBER, "caseNumber", "Saksnummer", TEXT, 0)         \
	X(PROGRAMME, "programme", "Program", NAME, 0)               \
	X(FUNDING_LINE, "fundingLine", "Ordning", NAME, 14)         \
	X(STAGES, "stages", "Trinn", TEXT, 0)                       \
	X(ORGNR, "orgnr", "Orgnr", TEXT, 9)                         \
	X(RECIPIENT, "recipient", "Mottaker", NAME, 18)             \
	X(MUNICIPALITY_NO, "municipalityNo", "Kommunenr", TEXT, 0)  \
	X(YEAR, "year", "Budsjettår", NUMBER, 0)                    \
	X(CLAIM_NUMBER, "claimNumber", "Anmodning", NUMBER, 0)      \
	X(AMOUNT, "amountOre", "Beløp", MONEY, 14)                  \
	X(BANK_REFERENCE, "bankReference", "Bankreferanse", TEXT, 0) \
	X(POSTING, "postingId", "Bilag", ID, 7)

#define COPAYMENT_COLUMNS(X)                                            \
	X(ID, "copaymentId", "Egenandel", ID, 0)                        \
	X(KID, "kid", "KID", TEXT, 20)                                  \
	X(ORGNR, "orgnr", "Orgnr", TEXT, 0)                             \
	X(FIRM, "firm", "Bedrift", NAME, 12)                            \
	X(PROGRAMME, "programme", "Program", NAME, 0)                   \
	X(STAGE, "stage", "Trinn", NUMBER, 0)                           \
	X(RAISED_ON, "raisedOn", "Oppstått", DATE, 0)                   \
	X(INVOICED_ON, "invoicedOn", "Fakturadato", DATE, 0)            \
	X(DUE_ON, "dueOn", "Forfall", DATE, 0)                          \
	X(VAT_MODE, "vatMode", "Mva-kode", VAT, 0)                      \
	X(OPEN_BEFORE, "openBeforeOre", "Åpent før", MONEY, 0)          \
	X(RAISED, "raisedOre", "Krav", MONEY, 12)                       \
	X(INVOICED, "invoicedOre", "Fakturert", MONEY, 0)               \
	X(VAT, "vatOre", "Mva av fakturert", MONEY, 0)                  \
	X(PAID, "paidOre", "Betalt", MONEY, 12)                         \
	X(CREDITED, "creditedOre", "Kreditert", MONEY, 10)              \
	X(CREDITED_VAT, "creditedVatOre", "Mva av kreditert", MONEY, 0) \
	X(LOST, "lostOre", "Tap", MONEY, 10)                            \
	X(OPEN, "openOre", "Åpent", MONEY, 12)                          \
	X(NOT_DUE, "notDueOre", "Ikke forfalt", MONEY, 0)               \
	X(OVERDUE_30, "overdue1To30Ore", "Forfalt 1-30 dager", MONEY, 0)   \
	X(OVERDUE_60, "overdue31To60Ore", "Forfalt 31-60 dager", MONEY, 0) \
	X(OVERDUE_90, "overdue61To90Ore", "Forfalt 61-90 dager", MONEY, 0) \
	X(OVERDUE_OLD, "overdueOver90Ore", "Forfalt over 90 dager", MONEY, 0)

enum payment_column {
#define X(name, ...) PAYMENT_##name,
	PAYMENT_COLUMNS(X)
#undef X
	PAYMENT_N_COLUMNS
};

enum copayment_column {
#define X(name, ...) COPAYMENT_##name,
	COPAYMENT_COLUMNS(X)
#undef X
	COPAYMENT_N_COLUMNS
};

enum report_column_kind {
	COLUMN_DATE,
	COLUMN_TEXT, /* never cut */
	COLUMN_NAME,
	COLUMN_VAT, /* a code of VatMode, which accountants read in words */
	COLUMN_NUMBER,
	COLUMN_MONEY,
	COLUMN_ID, /* a number that JSON quotes */
};

struct report_column {
	const char *name;
	const char *head;
	enum report_column_kind kind;
	int width;
};

struct report_layout {
	const char *file_name; /* of the CSV */
	const struct report_column *columns;
	int n_columns;
};

extern const struct report_layout payment_report;
extern const struct report_layout copayment_report;

#endif
