#include "lib/format/bankfile.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "tests/unit/run.h"

#define HEAD                                                                                       \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                             \
	"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">"                      \
	"<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>M1</MsgId></GrpHdr><Ntfctn><Id>N1</Id>\n"
#define TAIL "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n"
#define ENTRY_HEAD(amount)                                                                         \
	"<Ntry><NtryRef>77</NtryRef><Amt Ccy=\"NOK\">" amount "</Amt><CdtDbtInd>CRDT</CdtDbtInd>"  \
	"<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-20</Dt></BookgDt>"                           \
	"<AcctSvcrRef>A1</AcctSvcrRef>"
#define PAID(amount, kid)                                                                          \
	"<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"NOK\">" amount "</Amt></TxAmt></AmtDtls>"              \
	"<RltdPties><Dbtr><Pty><Nm>Foss &amp; S\xc3\xb8nn</Nm></Pty></Dbtr></RltdPties>"           \
	"<RmtInf><Strd><CdtrRefInf><Ref>" kid "</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>"
#define ENTRY(amount, details) ENTRY_HEAD(amount) "<NtryDtls>" details "</NtryDtls></Ntry>\n"

static struct arena *arena;
static struct bankfile file;
static size_t line;

static enum bankfile_fault read_bytes(const char *text, size_t len)
{
	arena_free(&arena);
	arena = arena_new(16 << 20);
	return bankfile_read(text, len, arena, &file, &line);
}

static enum bankfile_fault read_text(const char *text)
{
	return read_bytes(text, strlen(text));
}

static void assert_payment(size_t i, const char *reference, const char *kid, int64_t amount_ore)
{
	ck_assert_uint_lt(i, file.n);
	ck_assert_str_eq(file.payments[i].reference, reference);
	ck_assert_pstr_eq(file.payments[i].kid, kid);
	ck_assert_int_eq(file.payments[i].amount_ore, amount_ore);
}

/* ---- camt.054 */

START_TEST(an_entry_is_a_payment)
{
	int32_t day;

	ck_assert_int_eq(read_text(HEAD ENTRY("12000.00", PAID("12000.00", "12345674")) TAIL),
			 BANKFILE_OK);
	ck_assert_str_eq(file.format, "camt.054");
	ck_assert_uint_eq(file.n, 1);
	assert_payment(0, "A1", "12345674", 1200000);
	ck_assert_str_eq(file.payments[0].payer, "Foss & S\xc3\xb8nn");
	ck_assert(date_from_ymd(2026, 3, 20, &day));
	ck_assert_int_eq(file.payments[0].booked_on, day);
}
END_TEST

START_TEST(an_entry_without_details_is_a_payment_too)
{
	ck_assert_int_eq(read_text(HEAD ENTRY_HEAD("500.5") "</Ntry>" TAIL), BANKFILE_OK);
	assert_payment(0, "A1", NULL, 50050);
}
END_TEST

START_TEST(accounts_are_told_once_and_norwegian_ibans_as_account_numbers)
{
	static const char text[] =
		HEAD "<Acct><Id><IBAN>NO93 8601 1117 947</IBAN></Id></Acct>"
		     "<Acct><Id><Othr><Id>8601.11.17947</Id></Othr></Id></Acct>"
		     "<Acct><Id><IBAN>SE4550000000058398257466</IBAN></Id></Acct>"
		     "<Acct><Id><IBAN>NO0086011117947</IBAN></Id></Acct>" TAIL;
	static const char *const expected[] = {"86011117947", "SE4550000000058398257466",
					       "NO0086011117947"};

	ck_assert_int_eq(read_text(text), BANKFILE_OK);
	ck_assert_uint_eq(file.n_accounts, 3);
	for (size_t i = 0; i < file.n_accounts; i++)
		ck_assert_str_eq(file.accounts[i], expected[i]);
}
END_TEST

START_TEST(payments_booked_together_are_told_apart)
{
	const char *text =
		HEAD ENTRY("300", PAID("100.00", "12345674") PAID("200.00", "602243")) TAIL;

	ck_assert_int_eq(read_text(text), BANKFILE_OK);
	ck_assert_uint_eq(file.n, 2);
	assert_payment(0, "A1/1", "12345674", 10000);
	assert_payment(1, "A1/2", "602243", 20000);
}
END_TEST

#define OUT "<TxDtls><Amt Ccy=\"NOK\">5</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls>"

START_TEST(parts_that_do_not_sum_to_the_whole_are_one_payment)
{
	static const char *const details[] = {
		PAID("100.00", "12345674"),
		PAID("400.00", "12345674"),
		PAID("100.00", "12345674") PAID("199.99", "602243"),
		PAID("100.00", "12345674") PAID("2x0.00", "602243"),
		PAID("305.00", "12345674") OUT,
	};

	for (size_t i = 0; i < sizeof(details) / sizeof(details[0]); i++) {
		char text[4096];

		snprintf(text, sizeof(text), "%s%s%s</NtryDtls></Ntry>%s%s",
			 HEAD ENTRY("7.00", PAID("7.00", "602243")),
			 ENTRY_HEAD("300.00") "<NtryDtls>", details[i],
			 ENTRY("9.00", PAID("9.00", "602243")), TAIL);
		ck_assert_int_eq(read_text(text), BANKFILE_OK);
		ck_assert_uint_eq(file.n, 3);
		assert_payment(1, "A1", NULL, 30000);
		ck_assert(file.payments[1].is_lump);
		ck_assert_ptr_nonnull(strstr(file.payments[1].message, "NOK 12345674 Foss & S"));
		assert_payment(2, "A1", "602243", 900);
		ck_assert(!file.payments[2].is_lump);
	}
}
END_TEST

START_TEST(a_lump_is_told_of_as_far_as_a_message_goes)
{
	static char text[256 * 1024];
	size_t at =
		(size_t)snprintf(text, sizeof(text), "%s", HEAD ENTRY_HEAD("5.00") "<NtryDtls>");

	for (int i = 0; i < 10000; i++)
		at += (size_t)snprintf(text + at, sizeof(text) - at, "<TxDtls></TxDtls>");
	snprintf(text + at, sizeof(text) - at, "</NtryDtls></Ntry>" TAIL);
	ck_assert_int_eq(read_text(text), BANKFILE_OK);
	ck_assert_uint_eq(file.n, 1);
	ck_assert_uint_eq(strlen(file.payments[0].message), BANKFILE_MESSAGE_MAX);
}
END_TEST

#define FIVE(kid) ENTRY("5", PAID("5", kid))

START_TEST(of_one_reference_two_kids_are_two_payments)
{
	static const char text[] = HEAD FIVE("12345674") FIVE("602243") FIVE("602243")
		ENTRY_HEAD("5") "</Ntry>" ENTRY("6", PAID("6", "602243")) TAIL;

	ck_assert_int_eq(read_text(text), BANKFILE_OK);
	ck_assert_uint_eq(file.n, 5);
	assert_payment(0, "A1", "12345674", 500);
	assert_payment(1, "A1/602243", "602243", 500);
	assert_payment(2, "A1/602243", "602243", 500);
	assert_payment(3, "A1", NULL, 500);
	assert_payment(4, "A1", "602243", 600);
}
END_TEST

START_TEST(an_entry_that_has_but_a_number_is_one_of_its_notification)
{
	static const char text[] =
		HEAD "%s</Ntfctn><Ntfctn><Id>N2</Id>%s"
		     "<Ntry><Amt Ccy=\"NOK\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
		     "<BookgDt><Dt>2026-03-20</Dt></BookgDt></Ntry>" TAIL;
	static const char numbered[] =
		"<Ntry><NtryRef>77</NtryRef><Amt Ccy=\"NOK\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
		"<Sts>BOOK</Sts><BookgDt><Dt>2026-03-20</Dt></BookgDt></Ntry>";
	char both[4096];

	snprintf(both, sizeof(both), text, numbered, numbered);
	ck_assert_int_eq(read_text(both), BANKFILE_OK);
	assert_payment(0, "N1/77", NULL, 500);
	assert_payment(1, "N2/77", NULL, 500);
	ck_assert(!file.payments[1].is_made && file.payments[2].is_made);
}
END_TEST

#define PAID_IN_EUROS                                                                              \
	"<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">10.00</Amt></TxAmt></AmtDtls></TxDtls>"

START_TEST(what_was_paid_in_another_currency_came_in_kroner)
{
	ck_assert_int_eq(read_text(HEAD ENTRY("116.50", PAID_IN_EUROS) TAIL), BANKFILE_OK);
	ck_assert_uint_eq(file.n, 1);
	assert_payment(0, "A1", NULL, 11650);
	ck_assert_int_eq(
		read_text(HEAD ENTRY("216.50", PAID_IN_EUROS PAID("100.00", "12345674")) TAIL),
		BANKFILE_OK);
	assert_payment(0, "A1", NULL, 21650);
	ck_assert_str_eq(file.payments[0].message,
			 "10.00 EUR; 100.00 NOK 12345674 Foss & S\xc3\xb8nn");
}
END_TEST

static const char *const not_payments[] = {
	"<Ntry><Amt Ccy=\"NOK\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts></Ntry>",
	"<Ntry><Amt Ccy=\"NOK\">5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>",
	"<Ntry><Amt Ccy=\"KWD\">5.125</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts></Ntry>",
	"<Ntry><Amt Ccy=\"NOK\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>"
	"<Sts>BOOK</Sts></Ntry>",
};

START_TEST(what_neither_came_in_nor_was_taken_back_is_counted)
{
	for (size_t i = 0; i < sizeof(not_payments) / sizeof(not_payments[0]); i++) {
		char text[2048];

		snprintf(text, sizeof(text), "%s%s%s", HEAD, not_payments[i], TAIL);
		ck_assert_int_eq(read_text(text), BANKFILE_OK);
		ck_assert_uint_eq(file.n, 0);
		ck_assert_uint_eq(file.unbooked, i == 0);
		ck_assert_uint_eq(file.skipped, i > 0);
	}
}
END_TEST

#define TAKEN_BACK(details)                                                                        \
	"<Ntry><Amt Ccy=\"NOK\">300</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>"       \
	"<Sts>BOOK</Sts><BookgDt><Dt>2026-03-21</Dt></BookgDt><AcctSvcrRef>A1</AcctSvcrRef>"       \
	"<NtryDtls>" details "</NtryDtls></Ntry>"

START_TEST(what_the_bank_takes_back_has_the_reference_of_what_it_was)
{
	static const char text[] = HEAD ENTRY("300", PAID("100.00", "18") PAID("200.00", "26"))
		TAKEN_BACK(PAID("100.00", "18") PAID("200.00", "26")) TAIL;

	ck_assert_int_eq(read_text(text), BANKFILE_OK);
	ck_assert_uint_eq(file.n, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_payment(i, i % 2 == 0 ? "A1/1" : "A1/2", i % 2 == 0 ? "18" : "26",
			       i % 2 == 0 ? 10000 : 20000);
		ck_assert(file.payments[i].is_reversal == (i >= 2));
	}
}
END_TEST

START_TEST(money_out_may_take_back_a_payment_whether_the_bank_says_so_or_not)
{
	static const char text[] = HEAD
		"<Ntry><Amt "
		"Ccy=\"NOK\">300</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt>"
		"<Dt>2026-03-21</Dt></BookgDt><AcctSvcrRef>A1</AcctSvcrRef></Ntry>" TAKEN_BACK("")
			TAIL;

	ck_assert_int_eq(read_text(text), BANKFILE_OK);
	ck_assert_uint_eq(file.n, 2);
	for (size_t i = 0; i < 2; i++) {
		assert_payment(i, "A1", NULL, 30000);
		ck_assert(file.payments[i].is_reversal);
		ck_assert(file.payments[i].is_out == (i == 0));
	}
	ck_assert_int_eq(read_text("Dato;Bel\xc3\xb8p;KID;Arkivref\n20.03.2026;12,00;26;A1\n"
				   "20.03.2026;-12,00;26;A1\n"),
			 BANKFILE_OK);
	for (size_t i = 0; i < 2; i++) {
		assert_payment(i, "A1", "26", 1200);
		ck_assert(file.payments[i].is_reversal == (i == 1));
	}
}
END_TEST

START_TEST(money_in_another_currency_is_told_of_in_that)
{
	ck_assert_int_eq(
		read_text(HEAD "<Ntry><Amt Ccy=\"EUR\">50.25</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
			       "<Sts>BOOK</Sts><BookgDt><Dt>2026-03-20</Dt></BookgDt>"
			       "<NtryDtls><TxDtls><Amt Ccy=\"EUR\">50.25</Amt><RltdPties><Dbtr>"
			       "<Nm>Foss</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>" TAIL),
		BANKFILE_OK);
	ck_assert_uint_eq(file.n, 1);
	ck_assert_str_eq(file.payments[0].currency, "EUR");
	ck_assert_int_eq(file.payments[0].amount_ore, 5025);
	ck_assert_str_eq(file.payments[0].payer, "Foss");
	ck_assert_int_eq(read_text("Dato;Inn;Valuta\n20.03.2026;50,25;EUR\n20.03.2026;5;NOK\n"
				   "20.03.2026;-5;EUR\n20.03.2026;5;?\n20.03.2026;5,125;KWD\n"),
			 BANKFILE_OK);
	ck_assert_uint_eq(file.n, 3);
	ck_assert_str_eq(file.payments[0].currency, "EUR");
	ck_assert_ptr_null(file.payments[1].currency);
	ck_assert(file.payments[2].is_out);
	ck_assert_uint_eq(file.skipped, 2);
}
END_TEST

START_TEST(an_entry_without_texts_of_its_payment_is_told_of_by_its_own)
{
	ck_assert_int_eq(
		read_text(HEAD ENTRY_HEAD(
			"5") "<AddtlNtryInf>Fra Foss KID 12345674"
			     "</AddtlNtryInf></Ntry>" ENTRY_HEAD(
				     "6") "<NtryDtls><TxDtls/></NtryDtls>"
					  "<AddtlNtryInf>602243</AddtlNtryInf></Ntry>" TAIL),
		BANKFILE_OK);
	ck_assert_str_eq(file.payments[0].message, "Fra Foss KID 12345674");
	ck_assert_str_eq(file.payments[0].text_kids[0], "12345674");
	ck_assert_str_eq(file.payments[1].text_kids[0], "602243");
}
END_TEST

#define OWN "<TxDtls><Refs><AcctSvcrRef>B7</AcctSvcrRef></Refs><Amt Ccy=\"NOK\">5</Amt></TxDtls>"
#define NONE "<TxDtls><Amt Ccy=\"NOK\">5</Amt><RmtInf><Ustrd>Egen</Ustrd></RmtInf></TxDtls>"

START_TEST(a_payment_without_a_reference_has_one_of_what_it_says_whatever_tells_of_it)
{
	char first[BANKFILE_REFERENCE_MAX + 1], second[BANKFILE_REFERENCE_MAX + 1];

	ck_assert_int_eq(
		read_text(
			HEAD
			"<Ntry><Amt Ccy=\"NOK\">15</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
			"<BookgDt><Dt>2026-03-20</Dt></BookgDt><NtryDtls>" OWN NONE NONE
			"</NtryDtls></Ntry>" TAIL),
		BANKFILE_OK);
	ck_assert_uint_eq(file.n, 3);
	assert_payment(0, "B7", NULL, 500);
	snprintf(first, sizeof(first), "%s", file.payments[1].reference);
	snprintf(second, sizeof(second), "%s", file.payments[2].reference);
	ck_assert_str_ne(first, second);
	ck_assert_int_eq(read_text("Dato;Inn;Melding\n20.03.2026;5;Egen\n20.03.2026;5,00;Egen\n"),
			 BANKFILE_OK);
	assert_payment(0, first, NULL, 500);
	assert_payment(1, second, NULL, 500);
	ck_assert(file.payments[1].is_made);
}
END_TEST

START_TEST(nothing_is_declared_fetched_or_expanded)
{
	ck_assert_int_eq(
		read_text("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" HEAD
				  ENTRY("5", PAID("5", "&x;")) TAIL),
		BANKFILE_DECLARATION);
	ck_assert_int_eq(read_text(HEAD ENTRY("5", PAID("5", "&x;")) TAIL), BANKFILE_MALFORMED);
}
END_TEST

START_TEST(other_documents_are_not_bank_files)
{
	ck_assert_int_eq(
		read_text("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>"),
		BANKFILE_NOT_KNOWN);
	ck_assert_int_eq(read_text("<Document/>"), BANKFILE_NOT_KNOWN);
	ck_assert_int_eq(read_text("<html></html>"), BANKFILE_NOT_KNOWN);
	ck_assert_int_eq(read_text(HEAD), BANKFILE_MALFORMED);
	ck_assert_int_eq(read_text("<"), BANKFILE_MALFORMED);
	ck_assert_int_eq(read_bytes("<a>\0</a>", 8), BANKFILE_MALFORMED);
	ck_assert_int_eq(read_text("<a>\xff</a>"), BANKFILE_MALFORMED);
}
END_TEST

START_TEST(an_entry_needs_day_and_amount)
{
	static const char bare[] = "<Ntry>%s<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>%s%s</Ntry>";
	static const char amount[] = "<Amt Ccy=\"NOK\">5</Amt>";
	static const char day[] = "<BookgDt><DtTm>2026-03-20T10:00:00</DtTm></BookgDt>";
	static const char reference[] = "<AcctSvcrRef>A</AcctSvcrRef>";
	const struct {
		const char *amount, *day, *reference;
		enum bankfile_fault fault;
	} cases[] = {
		{amount, day, reference, BANKFILE_OK},
		{amount, day, "", BANKFILE_OK},
		{amount, "", reference, BANKFILE_DATE},
		{amount, "<BookgDt><Dt>1999-12-31</Dt></BookgDt>", reference, BANKFILE_DATE},
		{"<Amt Ccy=\"NOK\">5.001</Amt>", day, reference, BANKFILE_AMOUNT},
		{"<Amt Ccy=\"NOK\">-5</Amt>", day, reference, BANKFILE_AMOUNT},
		{"<Amt Ccy=\"NOK\">0</Amt>", day, reference, BANKFILE_AMOUNT},
		{"<Amt Ccy=\"NOK\">99999999999999999999</Amt>", day, reference, BANKFILE_AMOUNT},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char entry[512], text[2048];

		snprintf(entry, sizeof(entry), bare, cases[i].amount, cases[i].day,
			 cases[i].reference);
		snprintf(text, sizeof(text), "%s%s%s", HEAD, entry, TAIL);
		ck_assert_int_eq(read_text(text), cases[i].fault);
	}
}
END_TEST

START_TEST(a_tag_with_thousands_of_attributes_is_refused_unread)
{
	static char text[64 * 1024];
	size_t at = (size_t)snprintf(text, sizeof(text), "%s", HEAD "<x");

	ck_assert_int_eq(read_text(HEAD "<x a=\"1\"/>" TAIL), BANKFILE_OK);
	for (int i = 0; i < 4000; i++)
		at += (size_t)snprintf(text + at, sizeof(text) - at, " a%d=\"1\"", i);
	snprintf(text + at, sizeof(text) - at, "/>" TAIL);
	ck_assert_int_eq(read_text(text), BANKFILE_MALFORMED);
}
END_TEST

START_TEST(a_message_in_many_pieces_takes_no_more_memory_than_the_file)
{
	static char text[256 * 1024];
	size_t at = (size_t)snprintf(text, sizeof(text), "%s",
				     HEAD ENTRY_HEAD("5.00") "<NtryDtls><TxDtls><RmtInf>");

	for (int i = 0; i < 6000; i++)
		at += (size_t)snprintf(text + at, sizeof(text) - at, "<Ustrd>%014d</Ustrd>", i);
	snprintf(text + at, sizeof(text) - at, "</RmtInf></TxDtls></NtryDtls></Ntry>" TAIL);
	ck_assert_int_eq(read_text(text), BANKFILE_OK);
	ck_assert_uint_eq(strlen(file.payments[0].message), BANKFILE_MESSAGE_MAX);
	ck_assert(!arena_overflowed(arena));
}
END_TEST

START_TEST(a_reference_that_is_no_kid_is_kept_as_a_message)
{
	ck_assert_int_eq(read_text(HEAD ENTRY("5", PAID("5", "faktura 7")) TAIL), BANKFILE_OK);
	assert_payment(0, "A1", NULL, 500);
	ck_assert_str_eq(file.payments[0].message, "faktura 7");
}
END_TEST

START_TEST(a_kid_is_read_with_the_blanks_that_people_write)
{
	ck_assert_int_eq(read_text(HEAD ENTRY("5", PAID("5", "1234 56 74")) TAIL), BANKFILE_OK);
	assert_payment(0, "A1", "12345674", 500);
	ck_assert_int_eq(read_text(HEAD ENTRY("5", PAID("5", "\n 1234\u00a05674 ")) TAIL),
			 BANKFILE_OK);
	assert_payment(0, "A1", "12345674", 500);
	ck_assert_int_eq(read_text("Dato;Bel\xc3\xb8p;KID;Arkivref\n20.03.2026;5;1234 5674;A1\n"),
			 BANKFILE_OK);
	assert_payment(0, "A1", "12345674", 500);
}
END_TEST

START_TEST(a_file_is_read_in_the_letters_that_it_says)
{
	static const char said[] =
		"<?xml version='1.0' encoding='ISO-8859-1'?>"
		"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">"
		"<BkToCstmrDbtCdtNtfctn><Ntfctn>" ENTRY_HEAD(
			"5.00") "<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>S\xf8nn</Nm></Dbtr>"
				"</RltdPties></TxDtls></NtryDtls></Ntry>" TAIL;

	ck_assert_int_eq(read_text(said), BANKFILE_OK);
	ck_assert_str_eq(file.payments[0].payer, "S\xc3\xb8nn");
}
END_TEST

/* ---- tables */

START_TEST(tables_of_several_banks_are_read)
{
	static const char *const texts[] = {
		"\xef\xbb\xbf\"Bokf\xc3\xb8ringsdato\";\"Bel\xc3\xb8p\";\"Avsender\";\"Tittel\";"
		"\"Valuta\";\"KID\";\"Arkivref\"\r\n"
		"20.03.2026;12 000,00;Foss;\"Egen\"\"andel\";NOK;12345674;A1\r\n",
		"Dato;Beskrivelse;Rentedato;Inn;Ut;KID;Arkivreferanse\n"
		"20.03.2026;Foss;20.03.2026;12.000,00;;12345674;A1\n"
		"21.03.2026;Str\xc3\xb8m;21.03.2026;;-400,00;;A2\n",
		"Kontoutskrift;;\n;\nBOKF\xc3\x98RINGSDATO;BEL\xc3\x98P I "
		"NOK;KID-NUMMER;ARKIVREF.\n"
		"20.03.2026;12\xc2\xa0"
		"000,00;12345674;A1\n\n",
		"Bokf\xf8ringsdato;Bel\xf8p;Kid;Bankreferanse\n20.03.2026;12000;12345674;A1",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		ck_assert_int_eq(read_text(texts[i]), BANKFILE_OK);
		ck_assert_str_eq(file.format, "csv");
		ck_assert_uint_eq(file.n, i == 1 ? 2 : 1);
		assert_payment(0, "A1", "12345674", 1200000);
		ck_assert(!file.payments[0].is_out);
	}
}
END_TEST

/* Each of 12 000 kroner, one row of money out, and what is no payment yet. */
static const struct {
	const char *text;
	size_t unbooked;
} downloads[] = {
	{"\"Dato\";\"Forklaring\";\"Rentedato\";\"Ut fra konto\";\"Inn p\xe5 konto\"\r\n"
	 "\"20.03.2026\";\"Foss Egenandel 12345674 \";\"20.03.2026\";\"\";12000.0\r\n"
	 "\"21.03.2026\";\"Str\xf8m\";\"21.03.2026\";400;\"\"\r\n"
	 "\"21.03.2026\";\"Foss  Reservert transaksjon \";\"23.03.2026\";\"\";35.8",
	 1},
	{"Dato;Beskrivelse;Rentedato;Inn;Ut;Til konto;Fra konto;\n"
	 "\"20.03.2026\";\"Foss Egenandel 12345674\";;\"12 000,00\";;\"11122333444\";\"1\";\n"
	 "\"21.03.2026\";\"Str\xc3\xb8m\";;;\"-400,00\";;\"11122333444\";\n"
	 ";Sum;;12000,00;-400,00;;;\n",
	 1},
	{"BOKF\xc3\x98RINGSDATO\tRENTEDATO\tARKIVREFERANSE\tTYPE\tTEKST\tUT FRA KONTO\tINN "
	 "P\xc3\x85 "
	 "KONTO\n2026-03-20\t2026-03-20\t\tOVF\tFoss Egenandel 12345674\t\t12\xc2\xa0"
	 "000,00\n2026-03-21\t2026-03-21\t81\tGIRO\tStr\xc3\xb8m\t400,00\t\n"
	 "Saldo\t\t\t\t\t\t11600,00\n",
	 1},
	{"Bokf\xc3\xb8ringsdato;Bel\xc3\xb8p;Avsender;Mottaker;Navn;Tittel;Valuta;Betalingstype\n"
	 "Reservert;-99,00;;;;Kaffe;NOK;\nReservert;99,00;;;;Vipps;NOK;\n"
	 "2026/03/20;12000,00;11122333444;1;Foss;Egenandel 12345674;NOK;\n"
	 "2026/03/21;-400,00;1;;;Str\xc3\xb8m;NOK;\n",
	 2},
	{"Utf\xc3\xb8rt dato;Bokf\xc3\xb8rt dato;Rentedato;Beskrivelse;Type;Undertype;Fra konto;"
	 "Avsender;Til konto;Mottakernavn;Bel\xc3\xb8p inn;Bel\xc3\xb8p ut;Valuta;Status;"
	 "Melding/KID/Fakt.nr\n"
	 "20.03.26;20.03.26;20.03.26;Egenandel;Giro;;1;Foss;2;;12000.00;;NOK;Bokf\xc3\xb8rt;"
	 "12345674\n;;;;;;;;;;;;;;\n"
	 "21.03.26;21.03.26;;Str\xc3\xb8m;Giro;;2;;1;;;-400.00;NOK;Bokf\xc3\xb8rt;\n"
	 "21.03.26;;;Vipps;Giro;;1;Foss;2;;50.00;;NOK;Reservert;12345674\n"
	 "21.03.26;21.03.26;;Vipps;Giro;;1;Foss;2;;50.00;;NOK;Reservert;12345674\n",
	 2},
};

START_TEST(the_table_of_each_bank_is_read_as_it_writes_it)
{
	int32_t day;

	ck_assert(date_from_ymd(2026, 3, 20, &day));
	for (size_t i = 0; i < sizeof(downloads) / sizeof(downloads[0]); i++) {
		const struct bankfile_payment *payment = &file.payments[0];

		ck_assert_int_eq(read_text(downloads[i].text), BANKFILE_OK);
		ck_assert_uint_eq(file.n, 2);
		ck_assert_int_eq(file.payments[1].amount_ore, 40000);
		ck_assert(file.payments[1].is_out);
		payment = &file.payments[0];
		ck_assert(!payment->is_reversal);
		ck_assert_int_eq(payment->amount_ore, 1200000);
		ck_assert_int_eq(payment->booked_on, day);
		ck_assert_ptr_nonnull(strstr(payment->message, "Egenandel"));
		ck_assert_uint_eq(payment->n_text_kids, 1);
		ck_assert_str_eq(payment->text_kids[0], "12345674");
		ck_assert(payment->payer == NULL || strcmp(payment->payer, "Foss") == 0);
		ck_assert_uint_eq(file.unbooked, downloads[i].unbooked);
	}
}
END_TEST

START_TEST(a_day_is_read_if_it_can_be_no_other)
{
	static const struct {
		const char *day;
		int year; /* 0: refused */
	} cases[] = {
		{"05.03.2026", 2026}, {"05.03.26", 2026},   {"2026-03-05", 2026},
		{"2026/03/05", 2026}, {"05.03.99", 2099},   {"05/03/2026", 0},
		{"05-03-26", 0},      {"26/03/05", 0},	    {"2026-03/05", 0},
		{"2026.03.05", 0},    {"2026-13-05", 0},    {"31.02.26", 0},
		{"05.03.0202", 0},    {"05.03.1999", 0},    {"05.03.2000", 2000},
		{"05.03.026", 0},     {"2026-03-05T10", 0}, {"5.3.2026", 0},
		{"20260305", 0},      {"05.03.", 0},	    {"3", 0},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[128];
		int32_t day;

		snprintf(text, sizeof(text), "Dato;Inn\n%s;5,00\n", cases[i].day);
		ck_assert_int_eq(read_text(text), cases[i].year == 0 ? BANKFILE_DATE : BANKFILE_OK);
		if (cases[i].year == 0)
			continue;
		ck_assert(date_from_ymd(cases[i].year, 3, 5, &day));
		ck_assert_int_eq(file.payments[0].booked_on, day);
	}
}
END_TEST

START_TEST(an_amount_is_read_if_it_can_be_no_other)
{
	static const struct {
		const char *amount;
		int64_t ore; /* 0: refused */
	} cases[] = {
		{"12 000,50", 1200050},
		{"12.000,50", 1200050},
		{"12\xc2\xa0"
		 "000,50",
		 1200050},
		{"12000.5", 1200050},
		{"12000.50", 1200050},
		{"12.000", 1200000},
		{"12,5", 1250},
		{"12,000.50", 0},
		{"12.0000", 0},
		{"12.34.56", 0},
		{"1e5", 0},
		{".50", 0},
		{"5.", 0},
		{"12,50,1", 0},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[128];

		snprintf(text, sizeof(text), "Dato;Inn\n05.03.2026;%s\n", cases[i].amount);
		ck_assert_int_eq(read_text(text),
				 cases[i].ore == 0 ? BANKFILE_AMOUNT : BANKFILE_OK);
		if (cases[i].ore != 0)
			ck_assert_int_eq(file.payments[0].amount_ore, cases[i].ore);
	}
}
END_TEST

START_TEST(the_kids_of_a_message_are_told_each_once)
{
	static const char head[] = "Dato;Inn;KID;Tekst\n05.03.2026;5,00;";
	static const struct {
		const char *cells;
		size_t n;
	} cases[] = {
		{";Egenandel", 0},
		{";12345674", 1},
		{";KID12345674, 602243 og 12345674.", 2},
		{";12345675 5", 0},
		{";0012345674123456741234567400", 0},
		{"12345674;602243", 0},
		{"KID 12345674;602243", 2},
		{";18 26 34 42 59 67 75 83", 8},
		{";18 26 34 42 59 67 75 83 91", 0},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[256];

		snprintf(text, sizeof(text), "%s%s\n", head, cases[i].cells);
		ck_assert_int_eq(read_text(text), BANKFILE_OK);
		ck_assert_uint_eq(file.payments[0].n_text_kids, cases[i].n);
	}
}
END_TEST

START_TEST(without_references_of_the_bank_rows_have_some_of_their_own)
{
	static const char march[] = "Dato;Bel\xc3\xb8p\n20.03.2026;5,00\n20.03.2026;5,00\n";
	static const char longer[] =
		"Dato;Bel\xc3\xb8p\n19.03.2026;7,00\n20.03.2026;5,00\n20.03.2026;5,00\n";
	char first[BANKFILE_REFERENCE_MAX + 1];

	ck_assert_int_eq(read_text(march), BANKFILE_OK);
	ck_assert_uint_eq(file.n, 2);
	ck_assert_str_ne(file.payments[0].reference, file.payments[1].reference);
	snprintf(first, sizeof(first), "%s", file.payments[0].reference);
	ck_assert_int_eq(read_text(longer), BANKFILE_OK);
	ck_assert_str_eq(file.payments[1].reference, first);
}
END_TEST

#define REFERANSE "Dato;Bel\xc3\xb8p;Referanse\n"
#define ALIKE "20.03.2026;5,00;Egenandel\n"

/* As text of the arena. */
static const char *reference(size_t i)
{
	ck_assert_uint_lt(i, file.n);
	return file.payments[i].reference;
}

START_TEST(what_the_payer_wrote_is_no_reference_of_the_bank)
{
	char first[BANKFILE_REFERENCE_MAX + 1], second[BANKFILE_REFERENCE_MAX + 1];

	ck_assert_int_eq(read_text(REFERANSE ALIKE ALIKE), BANKFILE_OK);
	ck_assert_uint_eq(file.n, 2);
	ck_assert_str_eq(file.payments[0].message, "Egenandel");
	ck_assert_str_ne(reference(0), reference(1));
	snprintf(first, sizeof(first), "%s", reference(0));
	snprintf(second, sizeof(second), "%s", reference(1));
	ck_assert_int_eq(read_text("Bel\xc3\xb8p;Dato;Referanse\n+;1\n"), BANKFILE_AMOUNT);
	ck_assert_int_eq(read_text("Inn;Bokf\xc3\xb8rt;Referanse\n7;20.03.2026;Egenandel\n"
				   "5;20.03.2026;\"Egenandel\"\n5;20.03.2026;Egenandel\n"
				   "5;20.03.2026;Egenandel\n5;20.03.2026;egenandel\n"),
			 BANKFILE_OK);
	ck_assert_str_eq(reference(1), first);
	ck_assert_str_eq(reference(2), second);
	for (size_t i = 0; i < 5; i++)
		for (size_t j = 0; j < i; j++)
			ck_assert_str_ne(reference(i), reference(j));
}
END_TEST

START_TEST(payments_booked_under_one_archive_reference_are_told_apart)
{
	static const char batch[] = "Dato;Bel\xc3\xb8p;KID;Arkivref\n"
				    "20.03.2026;5,00;12345674;A1\n20.03.2026;5,00;602243;A1\n"
				    "20.03.2026;6,00;;A1\n20.03.2026;5,00;;A1\n"
				    "21.03.2026;5,00;;A1\n20.03.2026;5,00;;A\n";

	for (int i = 0; i < 2; i++) {
		ck_assert_int_eq(read_text(batch), BANKFILE_OK);
		assert_payment(0, "A1", "12345674", 500);
		assert_payment(1, "A1/2", "602243", 500);
		assert_payment(2, "A1", NULL, 600);
		assert_payment(3, "A1/3", NULL, 500);
		assert_payment(4, "A1", NULL, 500);
		assert_payment(5, "A", NULL, 500);
	}
}
END_TEST

START_TEST(tables_that_cannot_be_understood_are_refused)
{
	static const struct {
		const char *text;
		enum bankfile_fault fault;
		size_t line;
	} cases[] = {
		{"", BANKFILE_NOT_KNOWN, 1},
		{"Dato;Tekst\n20.03.2026;x\n", BANKFILE_NOT_KNOWN, 1},
		{"Dato;Bel\xc3\xb8p\n20.03.2026;5.5000\n", BANKFILE_AMOUNT, 2},
		{"Dato;Bel\xc3\xb8p\n20.03.2026;5,00\n20.3.2026;5,00\n", BANKFILE_DATE, 3},
		{"Dato;Bel\xc3\xb8p\n31.02.2026;5,00\n", BANKFILE_DATE, 2},
		{"Dato;Bel\xc3\xb8p\nden 5.;5,00\n", BANKFILE_DATE, 2},
		{"Dato;Bel\xc3\xb8p\n20.03.2026;\"5,00\n", BANKFILE_MALFORMED, 3},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ck_assert_int_eq(read_text(cases[i].text), cases[i].fault);
		ck_assert_uint_eq(line, cases[i].line);
	}
}
END_TEST

START_TEST(texts_are_cut_at_whole_characters)
{
	char text[4096] = "Dato;Bel\xc3\xb8p;Navn\n20.03.2026;5,00;x";

	while (strlen(text) < 1000)
		strncat(text, "\xc3\xb8", sizeof(text) - strlen(text) - 1);
	ck_assert_int_eq(read_text(text), BANKFILE_OK);
	ck_assert_uint_eq(strlen(file.payments[0].payer), BANKFILE_PAYER_MAX - 1);
}
END_TEST

RUN_TESTS(TEST(an_entry_is_a_payment), TEST(an_entry_without_details_is_a_payment_too),
	  TEST(accounts_are_told_once_and_norwegian_ibans_as_account_numbers),
	  TEST(payments_booked_together_are_told_apart),
	  TEST(parts_that_do_not_sum_to_the_whole_are_one_payment),
	  TEST(a_lump_is_told_of_as_far_as_a_message_goes),
	  TEST(of_one_reference_two_kids_are_two_payments),
	  TEST(an_entry_that_has_but_a_number_is_one_of_its_notification),
	  TEST(what_was_paid_in_another_currency_came_in_kroner),
	  TEST(what_neither_came_in_nor_was_taken_back_is_counted),
	  TEST(what_the_bank_takes_back_has_the_reference_of_what_it_was),
	  TEST(money_out_may_take_back_a_payment_whether_the_bank_says_so_or_not),
	  TEST(money_in_another_currency_is_told_of_in_that),
	  TEST(an_entry_without_texts_of_its_payment_is_told_of_by_its_own),
	  TEST(a_payment_without_a_reference_has_one_of_what_it_says_whatever_tells_of_it),
	  TEST(nothing_is_declared_fetched_or_expanded), TEST(other_documents_are_not_bank_files),
	  TEST(an_entry_needs_day_and_amount),
	  TEST(a_tag_with_thousands_of_attributes_is_refused_unread),
	  TEST(a_message_in_many_pieces_takes_no_more_memory_than_the_file),
	  TEST(a_reference_that_is_no_kid_is_kept_as_a_message),
	  TEST(a_kid_is_read_with_the_blanks_that_people_write),
	  TEST(a_file_is_read_in_the_letters_that_it_says), TEST(tables_of_several_banks_are_read),
	  TEST(the_table_of_each_bank_is_read_as_it_writes_it),
	  TEST(a_day_is_read_if_it_can_be_no_other), TEST(an_amount_is_read_if_it_can_be_no_other),
	  TEST(the_kids_of_a_message_are_told_each_once),
	  TEST(without_references_of_the_bank_rows_have_some_of_their_own),
	  TEST(what_the_payer_wrote_is_no_reference_of_the_bank),
	  TEST(payments_booked_under_one_archive_reference_are_told_apart),
	  TEST(tables_that_cannot_be_understood_are_refused),
	  TEST(texts_are_cut_at_whole_characters))
