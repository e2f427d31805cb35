#include "lib/format/saft.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/date.h"
#include "lib/base/file.h"
#include "tests/unit/lib/format/pieces.h"

static struct saft_project project = {"P", "\u00d8rsta-7"};
static size_t line;

static void on_line(void *ctx, const struct saft_line *told)
{
	char day[DATE_TEXT_SIZE];

	date_format_iso(told->day, day);
	buf_addf(ctx, "%s/%s %s %s %s [%s %s %s] %" PRId64 "\n", told->transaction_id,
		 told->record_id, day, told->account, told->description, told->supplier_id,
		 told->document_id, told->reference, told->debit_ore);
}

static void tell(const struct saft_file *file, struct buf *out)
{
	char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];

	buf_addf(out, "%s %s %s: ", file->version, file->orgnr, file->name);
	if (file->has_days) {
		date_format_iso(file->first_day, first);
		date_format_iso(file->last_day, last);
		buf_addf(out, "%s-%s", first, last);
	} else {
		buf_addf(out, "%" PRId32 "/%" PRId32 "-%" PRId32 "/%" PRId32, file->first_period,
			 file->first_year, file->last_period, file->last_year);
	}
	buf_addf(out,
		 " %" PRIu64 "/%" PRIu64 "/%" PRIu64 " %" PRId64 "=%" PRId64 " %" PRId64 "%s\n",
		 file->told, file->lines, file->transactions, file->debit_ore, file->credit_ore,
		 file->project_ore, file->currency);
}

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	struct saft *saft = saft_new(&project, on_line, out);
	const struct saft_file *file;
	enum format_fault fault = FORMAT_OK;

#define ADD(piece, n) saft_add(saft, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD)
#undef ADD
	if (fault == FORMAT_OK)
		fault = saft_end(saft, &file);
	if (fault == FORMAT_OK)
		tell(file, out);
	line = saft_line_at(saft);
	saft_free(&saft);
	return fault;
}

#define IS(bytes, told)                                                                            \
	ck_assert_str_eq(told_of(read_in, bytes, sizeof(bytes) - 1, FORMAT_OK), told)
#define IS_AT_FAULT(bytes, fault) (void)told_of(read_in, bytes, sizeof(bytes) - 1, fault)

START_TEST(lines_of_the_project_are_told_and_summed)
{
	struct buf sample;

	buf_init(&sample, 1 << 16);
	ck_assert(file_read("tests/unit/lib/format/saft.xml", &sample));
	ck_assert_str_eq(
		told_of(read_in, buf_text(&sample), sample.len, FORMAT_OK),
		"1001/1 2026-03-16 6790 R\u00e5dgivning & hjelp [ B-1001 F-17] 120000\n"
		"1002/1 2026-04-01 6790 Delt [20002  ] 9950\n"
		"1003/2 2026-05-04 6790 Kreditnota [  ] -15000\n"
		"1.30 319900004 Knutepunkt \u00d8st AS: 2026-01-01-2026-12-31 3/6/3 180000=180000 "
		"114950NOK\n");
	buf_fini(&sample);
}
END_TEST

#define HEAD_OF(number, period)                                                                    \
	"<AuditFile xmlns='urn:StandardAuditFile-Taxation-Financial:NO'><Header>"                  \
	"<AuditFileVersion>1.30</AuditFileVersion><Company><RegistrationNumber>" number            \
	"</RegistrationNumber><Name>Navn</Name></Company><DefaultCurrencyCode>NOK"                 \
	"</DefaultCurrencyCode><SelectionCriteria>" period "</SelectionCriteria></Header>\n"
#define YEAR                                                                                       \
	"<SelectionStartDate>2026-01-01</SelectionStartDate>"                                      \
	"<SelectionEndDate>2026-12-31</SelectionEndDate>"
#define HEAD HEAD_OF("319900004", YEAR)
#define ENTRIES(n, debit, credit, transactions)                                                    \
	"<GeneralLedgerEntries><NumberOfEntries>" n "</NumberOfEntries><TotalDebit>" debit         \
	"</TotalDebit><TotalCredit>" credit "</TotalCredit><Journal>\n" transactions               \
	"</Journal></GeneralLedgerEntries></AuditFile>"
#define TRANSACTION(lines)                                                                         \
	"<Transaction><TransactionID>1</TransactionID><TransactionDate>2026-03-16"                 \
	"</TransactionDate>\n" lines "</Transaction>"
#define ANALYSIS(type, id, more)                                                                   \
	"<Analysis><AnalysisType>" type "</AnalysisType><AnalysisID>" id "</AnalysisID>" more      \
	"</Analysis>"
#define PART(amount) "<DebitAnalysisAmount><Amount>" amount "</Amount></DebitAnalysisAmount>"
#define SIDE(side, amount) "<" side "Amount><Amount>" amount "</Amount></" side "Amount>"
#define LINE(analyses, amount) "<Line><AccountID>6790</AccountID>" analyses amount "</Line>"
#define OURS(more) ANALYSIS("P", "\u00d8rsta-7", more)
#define ONE(analyses, side, amount)                                                                \
	HEAD ENTRIES("1", amount, "0", TRANSACTION(LINE(analyses, SIDE(side, amount))))

#define ENDS(sums) "1.30 319900004 Navn: 2026-01-01-2026-12-31 " sums "NOK\n"
#define TOLD(ore) "1/ 2026-03-16 6790  [  ] " ore "\n"

START_TEST(a_line_counts_once_and_its_parts_are_summed)
{
	IS(ONE(OURS("") OURS(""), "Debit", "10.00"), TOLD("1000") ENDS("1/1/1 1000=0 1000"));
	IS(ONE(OURS(PART("4")) OURS(PART("5.5")), "Debit", "10.00"),
	   TOLD("950") ENDS("1/1/1 1000=0 950"));
	IS(ONE(ANALYSIS("AVD", "\u00d8rsta-7", ""), "Debit", "10.00"), ENDS("0/1/1 1000=0 0"));
	IS(ONE(OURS(""), "Debit", "-10.00"), TOLD("-1000") ENDS("1/1/1 -1000=0 -1000"));
}
END_TEST

START_TEST(any_type_will_do_where_none_is_asked_for)
{
	project.type = NULL;
	IS(ONE(ANALYSIS("AVD", "\u00d8rsta-7", ""), "Debit", "10.00"),
	   TOLD("1000") ENDS("1/1/1 1000=0 1000"));
}
END_TEST

START_TEST(a_part_is_no_more_than_its_whole)
{
	IS_AT_FAULT(ONE(OURS(PART("10.01")), "Debit", "10.00"), FORMAT_SUM);
	ck_assert_uint_eq(line, 4);
	IS_AT_FAULT(ONE(OURS(PART("6")) OURS(PART("6")), "Debit", "10.00"), FORMAT_SUM);
	IS_AT_FAULT(ONE(OURS(PART("-1")), "Debit", "10.00"), FORMAT_SUM);
}
END_TEST

START_TEST(what_the_file_says_of_itself_must_hold)
{
	IS_AT_FAULT(HEAD ENTRIES("1", "10.01", "0", TRANSACTION(LINE("", SIDE("Debit", "10")))),
		    FORMAT_SUM);
	IS_AT_FAULT(HEAD ENTRIES("1", "10", "1", TRANSACTION(LINE("", SIDE("Debit", "10")))),
		    FORMAT_SUM);
	IS_AT_FAULT(HEAD ENTRIES("2", "10", "0", TRANSACTION(LINE("", SIDE("Debit", "10")))),
		    FORMAT_SUM);
	IS_AT_FAULT(HEAD ENTRIES("1", "10", "0", TRANSACTION(LINE("", SIDE("Debit", "1e1")))),
		    FORMAT_AMOUNT);
	IS_AT_FAULT(HEAD ENTRIES("1", "10", "0", TRANSACTION(LINE("", ""))), FORMAT_AMOUNT);
	IS_AT_FAULT(HEAD ENTRIES("1", "10", "0",
				 TRANSACTION(LINE("", SIDE("Debit", "10") SIDE("Credit", "10")))),
		    FORMAT_AMOUNT);
	IS_AT_FAULT(ONE("", "Debit", "10000000000000000.00"), FORMAT_AMOUNT);
}
END_TEST

START_TEST(sums_end_before_they_overflow)
{
	static const char big[] = LINE("", SIDE("Debit", "9999999999999999.99"));
	char text[8192];
	size_t len = (size_t)snprintf(text, sizeof(text), "%s",
				      HEAD "<GeneralLedgerEntries><Journal><Transaction>");

	for (int i = 0; i < 10; i++)
		len += (size_t)snprintf(text + len, sizeof(text) - len, "%s", big);
	(void)told_of(read_in, text, len, FORMAT_AMOUNT);
}
END_TEST

START_TEST(a_period_may_be_numbered)
{
	IS(HEAD_OF("319900004", "<PeriodStart>1</PeriodStart><PeriodStartYear>2026"
				"</PeriodStartYear><PeriodEnd>13</PeriodEnd><PeriodEndYear>2026"
				"</PeriodEndYear>") ENTRIES("0", "0.00", "0.00", ""),
	   "1.30 319900004 Navn: 1/2026-13/2026 0/0/0 0=0 0NOK\n");
	IS_AT_FAULT(HEAD_OF("319900004", "") ENTRIES("0", "0", "0", ""), FORMAT_DATE);
	IS_AT_FAULT(HEAD_OF("319900004", "<SelectionStartDate>2026-01-01</SelectionStartDate>")
			    ENTRIES("0", "0", "0", ""),
		    FORMAT_DATE);
}
END_TEST

START_TEST(what_is_no_ledger_is_refused)
{
	IS_AT_FAULT("<AuditFile/>", FORMAT_NOT_KNOWN);
	IS_AT_FAULT("<AuditFile xmlns='urn:OECD:StandardAuditFile-Tax:PT_1.04_01'/>",
		    FORMAT_NOT_KNOWN);
	IS_AT_FAULT(HEAD "</AuditFile>", FORMAT_INCOMPLETE);
	IS_AT_FAULT(HEAD, FORMAT_MALFORMED);
	IS_AT_FAULT(HEAD_OF("319900005", YEAR) ENTRIES("0", "0", "0", ""), FORMAT_ORGNR);
	IS_AT_FAULT("<!DOCTYPE AuditFile [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><AuditFile/>",
		    FORMAT_DECLARATION);
	IS_AT_FAULT("<?xml version='1.0' encoding='UTF-7'?><AuditFile/>", FORMAT_ENCODING);
}
END_TEST

START_TEST(a_line_that_is_told_is_whole)
{
	IS_AT_FAULT(HEAD ENTRIES("1", "1", "0",
				 "<Transaction><TransactionID>1</TransactionID>" LINE(
					 OURS(""), SIDE("Debit", "1")) "</Transaction>"),
		    FORMAT_DATE);
	IS_AT_FAULT(HEAD ENTRIES("1", "1", "0",
				 TRANSACTION("<Line>" OURS("") SIDE("Debit", "1") "</Line>")),
		    FORMAT_INCOMPLETE);
}
END_TEST

RUN_TESTS(TEST(lines_of_the_project_are_told_and_summed),
	  TEST(a_line_counts_once_and_its_parts_are_summed),
	  TEST(any_type_will_do_where_none_is_asked_for), TEST(a_part_is_no_more_than_its_whole),
	  TEST(what_the_file_says_of_itself_must_hold), TEST(sums_end_before_they_overflow),
	  TEST(a_period_may_be_numbered), TEST(what_is_no_ledger_is_refused),
	  TEST(a_line_that_is_told_is_whole))
