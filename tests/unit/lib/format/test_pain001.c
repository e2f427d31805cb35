#include "lib/format/pain001.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/date.h"
#include "lib/format/banktext.h"
#include "tests/unit/run.h"

static const struct pain_payment two[] = {
	{.id = "UTB-2026-000123",
	 .creditor = "Bedrift Øst AS",
	 .account = "86011117947",
	 .text = "BIO 2026/00042 delutbetaling 1",
	 .amount_ore = 15000000},
	{.id = "UTB-2026-000124",
	 .creditor = "Hub Nord AS",
	 .account = "86011117947",
	 .kid = "602243",
	 .amount_ore = 7500000},
};

static int32_t day(int year, int month, int day_of_month)
{
	int32_t days;

	ck_assert(date_from_ymd(year, month, day_of_month, &days));
	return days;
}

static struct pain_file file_of(const struct pain_payment *payments, size_t n)
{
	return (struct pain_file){
		.version = PAIN_001_03,
		.message_id = "TRFK-20261121-000001",
		.made_at = "2026-11-21T10:15:30",
		.initiator = "Example fylkeskommune",
		.initiator_id = "987654325",
		.debtor = "Example fylkeskommune",
		.debtor_account = "12345678903",
		.debtor_bic = "DNBANOKK",
		.executes_on = day(2026, 11, 24),
		.payments = payments,
		.n = n,
	};
}

static struct buf out;

/* What is written; until the next is. */
static const char *write_file(const struct pain_file *file)
{
	size_t payment;

	buf_fini(&out);
	buf_init(&out, BUF_UNBOUNDED);
	ck_assert_int_eq(pain001_write(file, &out, &payment), PAIN_OK);
	return buf_text(&out);
}

/* ---- What is written */

/* Of the rules, without the blanks; there the second payment had but one id, and an IBAN. */
static const char skeleton[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\">"
	"<CstmrCdtTrfInitn>"
	"<GrpHdr>"
	"<MsgId>TRFK-20261121-000001</MsgId>"
	"<CreDtTm>2026-11-21T10:15:30</CreDtTm>"
	"<NbOfTxs>2</NbOfTxs>"
	"<CtrlSum>225000.00</CtrlSum>"
	"<InitgPty>"
	"<Nm>Example fylkeskommune</Nm>"
	"<Id><OrgId><Othr><Id>987654325</Id><SchmeNm><Cd>CUST</Cd></SchmeNm></Othr></OrgId>"
	"</Id>"
	"</InitgPty>"
	"</GrpHdr>"
	"<PmtInf>"
	"<PmtInfId>TRFK-20261121-000001-1</PmtInfId>"
	"<PmtMtd>TRF</PmtMtd>"
	"<BtchBookg>false</BtchBookg>"
	"<NbOfTxs>2</NbOfTxs>"
	"<CtrlSum>225000.00</CtrlSum>"
	"<PmtTpInf><InstrPrty>NORM</InstrPrty><SvcLvl><Cd>NURG</Cd></SvcLvl><CtgyPurp>"
	"<Cd>SUPP</Cd></CtgyPurp></PmtTpInf>"
	"<ReqdExctnDt>2026-11-24</ReqdExctnDt>"
	"<Dbtr>"
	"<Nm>Example fylkeskommune</Nm>"
	"<PstlAdr><Ctry>NO</Ctry></PstlAdr>"
	"</Dbtr>"
	"<DbtrAcct><Id><Othr><Id>12345678903</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>"
	"</Id><Ccy>NOK</Ccy></DbtrAcct>"
	"<DbtrAgt><FinInstnId><BIC>DNBANOKK</BIC></FinInstnId></DbtrAgt>"
	"<ChrgBr>SLEV</ChrgBr>"
	"<CdtTrfTxInf>"
	"<PmtId><InstrId>UTB-2026-000123</InstrId><EndToEndId>UTB-2026-000123</EndToEndId>"
	"</PmtId>"
	"<Amt><InstdAmt Ccy=\"NOK\">150000.00</InstdAmt></Amt>"
	"<Cdtr><Nm>Bedrift Øst AS</Nm><PstlAdr><Ctry>NO</Ctry></PstlAdr></Cdtr>"
	"<CdtrAcct><Id><Othr><Id>86011117947</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>"
	"</Id></CdtrAcct>"
	"<RmtInf><Ustrd>BIO 2026/00042 delutbetaling 1</Ustrd></RmtInf>"
	"</CdtTrfTxInf>"
	"<CdtTrfTxInf>"
	"<PmtId><InstrId>UTB-2026-000124</InstrId><EndToEndId>UTB-2026-000124</EndToEndId>"
	"</PmtId>"
	"<Amt><InstdAmt Ccy=\"NOK\">75000.00</InstdAmt></Amt>"
	"<Cdtr><Nm>Hub Nord AS</Nm><PstlAdr><Ctry>NO</Ctry></PstlAdr></Cdtr>"
	"<CdtrAcct><Id><Othr><Id>86011117947</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>"
	"</Id></CdtrAcct>"
	"<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>602243"
	"</Ref></CdtrRefInf></Strd></RmtInf>"
	"</CdtTrfTxInf>"
	"</PmtInf>"
	"</CstmrCdtTrfInitn>"
	"</Document>\n";

START_TEST(fm_3_version_03_is_the_skeleton)
{
	struct pain_file file = file_of(two, 2);

	ck_assert_str_eq(write_file(&file), skeleton);
	buf_fini(&out);
}
END_TEST

/* As the text goes on behind the first `from`, which is `to` in the other. */
static void assert_edit(const char **one, const char **other, const char *from, const char *to)
{
	const char *at = strstr(*one, from);

	ck_assert_ptr_nonnull(at);
	ck_assert_int_eq(strncmp(*one, *other, (size_t)(at - *one)), 0);
	*other += at - *one;
	*one = at + strlen(from);
	ck_assert_int_eq(strncmp(*other, to, strlen(to)), 0);
	*other += strlen(to);
}

START_TEST(fm_3_version_09_differs_in_namespace_day_and_bank)
{
	struct pain_file file = file_of(two, 2);
	const char *one = skeleton, *other;

	file.version = PAIN_001_09;
	other = write_file(&file);
	assert_edit(&one, &other, "pain.001.001.03", "pain.001.001.09");
	assert_edit(&one, &other, "<ReqdExctnDt>2026-11-24</ReqdExctnDt>",
		    "<ReqdExctnDt><Dt>2026-11-24</Dt></ReqdExctnDt>");
	assert_edit(&one, &other, "<BIC>DNBANOKK</BIC>", "<BICFI>DNBANOKK</BICFI>");
	ck_assert_str_eq(one, other);
	buf_fini(&out);
}
END_TEST

static void assert_has(const char *text, const char *part, int expected)
{
	int n = 0;

	for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part))
		n++;
	ck_assert_msg(n == expected, "%s: %d times, not %d", part, n, expected);
}

START_TEST(fm_3_number_and_sum_are_of_a_thousand_payments)
{
	enum { N = 1000 };
	static struct pain_payment payments[N];
	static char ids[N][BANKTEXT_ID_MAX + 1];
	struct pain_file file = file_of(payments, N);
	const char *text;
	int64_t sum_ore = 0;
	char sum[100];

	for (int i = 0; i < N; i++) {
		snprintf(ids[i], sizeof(ids[i]), "UTB-2026-%06d", i);
		payments[i] = two[i % 2];
		payments[i].id = ids[i];
		payments[i].amount_ore = 1 + i * INT64_C(10007);
		sum_ore += payments[i].amount_ore;
	}
	snprintf(sum, sizeof(sum), "<NbOfTxs>1000</NbOfTxs><CtrlSum>%d.%02d</CtrlSum>",
		 (int)(sum_ore / 100), (int)(sum_ore % 100));
	text = write_file(&file);
	assert_has(text, sum, 2);
	assert_has(text, "<CdtTrfTxInf>", N);
	assert_has(text, ">0.01</InstdAmt>", 1);
	assert_has(text, ">100.08</InstdAmt>", 1);
	buf_fini(&out);
}
END_TEST

START_TEST(the_largest_sum_is_told_to_the_last_ore)
{
	struct pain_payment payments[] = {two[0], two[1]};
	struct pain_file file = file_of(payments, 2);

	payments[0].amount_ore = PAIN_ORE_MAX - 1;
	payments[1].amount_ore = 1;
	assert_has(write_file(&file), "<CtrlSum>9999999999999999.99</CtrlSum>", 2);
	buf_fini(&out);
}
END_TEST

START_TEST(names_and_texts_are_those_that_banks_take)
{
	char long_text[2 * PAIN_TEXT_MAX];
	struct pain_payment payments[] = {two[0]};
	struct pain_file file = file_of(payments, 1);
	const char *text;

	memset(long_text, 'x', sizeof(long_text) - 1);
	long_text[sizeof(long_text) - 1] = '\0';
	payments[0].creditor = "//Café <Ø> & Sønn\n";
	payments[0].text = long_text;
	file.initiator = "";
	file.debtor = "Trööndelage\x01";
	text = write_file(&file);
	assert_has(text, "<Cdtr><Nm>Cafe .Ø. + Sønn</Nm>", 1);
	assert_has(text, "<Dbtr><Nm>Troondelage</Nm>", 1);
	assert_has(text, "<InitgPty><Nm>-</Nm>", 1);
	long_text[PAIN_TEXT_MAX] = '\0';
	assert_has(text, long_text, 1);
	buf_fini(&out);
}
END_TEST

START_TEST(a_payment_may_go_without_a_word)
{
	struct pain_payment payments[] = {two[0]};
	struct pain_file file = file_of(payments, 1);

	payments[0].text = NULL;
	assert_has(write_file(&file), "RmtInf", 0);
	buf_fini(&out);
}
END_TEST

START_TEST(a_kid_is_of_either_method)
{
	static const char *const kids[] = {"602243", "602248", "000006-"};
	struct pain_payment payments[] = {two[1]};
	struct pain_file file = file_of(payments, 1);

	for (size_t i = 0; i < sizeof(kids) / sizeof(kids[0]); i++) {
		payments[0].kid = kids[i];
		ck_assert_ptr_nonnull(strstr(write_file(&file), kids[i]));
	}
	buf_fini(&out);
}
END_TEST

/* ---- What is refused */

/* Nothing is written then. */
static enum pain_fault refused(const struct pain_file *file, size_t *payment_out)
{
	struct buf nothing;
	enum pain_fault fault;

	buf_init(&nothing, BUF_UNBOUNDED);
	fault = pain001_write(file, &nothing, payment_out);
	ck_assert_uint_eq(nothing.len, 0);
	buf_fini(&nothing);
	return fault;
}

#define ASSERT_FILE(member, value, fault)                                                          \
	do {                                                                                       \
		struct pain_file file_ = file_of(two, 2);                                          \
		size_t payment_;                                                                   \
                                                                                                   \
		file_.member = (value);                                                            \
		ck_assert_int_eq(refused(&file_, &payment_), fault);                               \
	} while (0)

START_TEST(fm_3_a_message_id_of_36_is_refused_and_of_what_leaves_no_room_for_the_blocks)
{
	ASSERT_FILE(message_id, "123456789012345678901234567890123456", PAIN_MESSAGE_ID);
	ASSERT_FILE(message_id, "1234567890123456789012345678901234", PAIN_MESSAGE_ID);
	ASSERT_FILE(message_id, "", PAIN_MESSAGE_ID);
	ASSERT_FILE(message_id, "TRFK 1", PAIN_MESSAGE_ID);
	ASSERT_FILE(message_id, "/TRFK", PAIN_MESSAGE_ID);
}
END_TEST

START_TEST(the_longest_message_id_has_its_block)
{
	struct pain_file file = file_of(two, 2);

	file.message_id = "123456789012345678901234567890123";
	assert_has(write_file(&file), "<PmtInfId>123456789012345678901234567890123-1</PmtInfId>",
		   1);
	buf_fini(&out);
}
END_TEST

START_TEST(fm_3_a_file_of_nothing_is_refused)
{
	ASSERT_FILE(n, 0, PAIN_EMPTY);
}
END_TEST

START_TEST(fm_3_who_pays_is_known)
{
	ASSERT_FILE(initiator_id, "", PAIN_INITIATOR_ID);
	ASSERT_FILE(initiator_id, "987 654 325", PAIN_INITIATOR_ID);
	ASSERT_FILE(debtor_account, "12345678904", PAIN_DEBTOR_ACCOUNT);
	ASSERT_FILE(debtor_account, "NO7112345678903", PAIN_DEBTOR_ACCOUNT);
	ASSERT_FILE(debtor_bic, "", PAIN_DEBTOR_BIC);
	ASSERT_FILE(debtor_bic, "DNBANOK", PAIN_DEBTOR_BIC);
	ASSERT_FILE(debtor_bic, "DNBANOKKX", PAIN_DEBTOR_BIC);
	ASSERT_FILE(debtor_bic, "dnbanokk", PAIN_DEBTOR_BIC);
	ASSERT_FILE(debtor_bic, "DNB1NOKK", PAIN_DEBTOR_BIC);
	ASSERT_FILE(debtor_bic, "DNBANO1K", PAIN_DEBTOR_BIC);
	ASSERT_FILE(debtor_bic, "DNBANOKO", PAIN_DEBTOR_BIC);
}
END_TEST

START_TEST(a_branch_of_a_bank_is_one)
{
	struct pain_file file = file_of(two, 2);

	file.debtor_bic = "DNBANO2KXXX";
	assert_has(write_file(&file), "<BIC>DNBANO2KXXX</BIC>", 1);
	buf_fini(&out);
}
END_TEST

START_TEST(fm_3_nothing_is_paid_before_it_is_asked_for)
{
	ASSERT_FILE(executes_on, day(2026, 11, 20), PAIN_EXECUTES_ON);
	ASSERT_FILE(executes_on, DATE_MAX + 1, PAIN_EXECUTES_ON);
	ASSERT_FILE(made_at, "2026-11-25T00:00:00", PAIN_EXECUTES_ON);
}
END_TEST

START_TEST(what_is_made_today_may_be_paid_today)
{
	struct pain_file file = file_of(two, 2);

	file.made_at = "2026-11-24T23:59:59";
	assert_has(write_file(&file), "<CreDtTm>2026-11-24T23:59:59</CreDtTm>", 1);
	buf_fini(&out);
}
END_TEST

START_TEST(when_it_is_made_is_a_time)
{
	static const char *const bad[] = {
		"",
		"2026-11-21",
		"2026-11-21 10:15:30",
		"2026-11-31T10:15:30",
		"2026-11-21T24:00:00",
		"2026-11-21T10:60:30",
		"2026-11-21T10:15:60",
		"2026-11-21T10:15",
		"2026-11-21T10:15:30Z",
		"2026-11-21T1a:15:30",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ASSERT_FILE(made_at, bad[i], PAIN_MADE_AT);
}
END_TEST

/* It is told which. */
#define ASSERT_PAYMENT(member, value, fault)                                                       \
	do {                                                                                       \
		struct pain_payment payments_[] = {two[0], two[1]};                                \
		struct pain_file file_ = file_of(payments_, 2);                                    \
		size_t payment_ = 0;                                                               \
                                                                                                   \
		payments_[1].member = (value);                                                     \
		ck_assert_int_eq(refused(&file_, &payment_), fault);                               \
		ck_assert_uint_eq(payment_, 1);                                                    \
	} while (0)

START_TEST(fm_3_a_payment_that_cannot_be_made_refuses_the_file)
{
	ASSERT_PAYMENT(id, "", PAIN_PAYMENT_ID);
	ASSERT_PAYMENT(id, "UTB 1", PAIN_PAYMENT_ID);
	ASSERT_PAYMENT(id, "UTB//1", PAIN_PAYMENT_ID);
	ASSERT_PAYMENT(id, "123456789012345678901234567890123456", PAIN_PAYMENT_ID);
	ASSERT_PAYMENT(account, "86011117946", PAIN_ACCOUNT);
	ASSERT_PAYMENT(account, "NO9386011117947", PAIN_ACCOUNT);
	ASSERT_PAYMENT(kid, "602244", PAIN_KID);
	ASSERT_PAYMENT(kid, "", PAIN_KID);
	ASSERT_PAYMENT(text, "og en tekst", PAIN_KID_AND_TEXT);
	ASSERT_PAYMENT(amount_ore, 0, PAIN_AMOUNT);
	ASSERT_PAYMENT(amount_ore, -1, PAIN_AMOUNT);
	ASSERT_PAYMENT(amount_ore, PAIN_ORE_MAX + 1, PAIN_AMOUNT);
	ASSERT_PAYMENT(amount_ore, PAIN_ORE_MAX - two[0].amount_ore + 1, PAIN_AMOUNT);
	ASSERT_PAYMENT(amount_ore, INT64_MAX, PAIN_AMOUNT);
}
END_TEST

START_TEST(fm_3_no_payment_is_in_a_file_twice)
{
	struct pain_payment payments[] = {two[0], two[1], two[0], two[0]};
	struct pain_file file = file_of(payments, 4);
	size_t payment = 0;

	ck_assert_int_eq(refused(&file, &payment), PAIN_SAME_ID);
	ck_assert_uint_eq(payment, 2);
}
END_TEST

START_TEST(one_that_is_too_large_is_not_cut)
{
	struct pain_file file = file_of(two, 2);
	struct buf small;
	size_t payment;

	buf_init(&small, 1000);
	ck_assert_int_eq(pain001_write(&file, &small, &payment), PAIN_TOO_LARGE);
	ck_assert_uint_eq(small.len, 0);
	buf_fini(&small);
}
END_TEST

START_TEST(each_fault_has_a_word)
{
	ck_assert_str_eq(pain_fault_key(PAIN_OK), "ok");
	ck_assert_str_eq(pain_fault_key(PAIN_SAME_ID), "same-payment-id");
}
END_TEST

RUN_TESTS(TEST(fm_3_version_03_is_the_skeleton),
	  TEST(fm_3_version_09_differs_in_namespace_day_and_bank),
	  TEST(fm_3_number_and_sum_are_of_a_thousand_payments),
	  TEST(the_largest_sum_is_told_to_the_last_ore),
	  TEST(names_and_texts_are_those_that_banks_take), TEST(a_payment_may_go_without_a_word),
	  TEST(a_kid_is_of_either_method),
	  TEST(fm_3_a_message_id_of_36_is_refused_and_of_what_leaves_no_room_for_the_blocks),
	  TEST(the_longest_message_id_has_its_block), TEST(fm_3_a_file_of_nothing_is_refused),
	  TEST(fm_3_who_pays_is_known), TEST(a_branch_of_a_bank_is_one),
	  TEST(fm_3_nothing_is_paid_before_it_is_asked_for),
	  TEST(what_is_made_today_may_be_paid_today), TEST(when_it_is_made_is_a_time),
	  TEST(fm_3_a_payment_that_cannot_be_made_refuses_the_file),
	  TEST(fm_3_no_payment_is_in_a_file_twice), TEST(one_that_is_too_large_is_not_cut),
	  TEST(each_fault_has_a_word))
