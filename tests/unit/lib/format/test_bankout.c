#include "lib/format/bankout.h"

#include <inttypes.h>
#include <string.h>

#include "lib/base/date.h"
#include "tests/unit/lib/format/pieces.h"

static const char *or_none(const char *text)
{
	return text == NULL ? "-" : text;
}

static void on_payment(void *ctx, const struct bankout_payment *payment)
{
	char day[DATE_TEXT_SIZE];

	date_format_iso(payment->booked_on, day);
	buf_addf(ctx, "%s%s %s/%s %" PRId64 "%s %s (%s)%s\n", payment->is_returned ? "<" : "",
		 or_none(payment->reference), or_none(payment->batch),
		 or_none(payment->end_to_end_id), payment->amount_ore,
		 payment->currency == NULL ? "" : payment->currency, day, or_none(payment->reason),
		 payment->is_lump ? " lump" : "");
}

static size_t line, skipped, unbooked;

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *to)
{
	struct bankout *out = bankout_new(on_payment, to);
	enum format_fault fault = FORMAT_OK;

#define ADD(piece, n) bankout_add(out, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD)
#undef ADD
	if (fault == FORMAT_OK)
		fault = bankout_end(out);
	line = bankout_line(out);
	skipped = bankout_skipped(out);
	unbooked = bankout_unbooked(out);
	bankout_free(&out);
	return fault;
}

#define IS(bytes, told)                                                                            \
	ck_assert_str_eq(told_of(read_in, bytes, sizeof(bytes) - 1, FORMAT_OK), told)
#define IS_AT_FAULT(bytes, fault) (void)told_of(read_in, bytes, sizeof(bytes) - 1, fault)

#define HEAD                                                                                       \
	"<?xml version='1.0' encoding='UTF-8'?>\n"                                                 \
	"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.054.001.08'>"                        \
	"<BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N1</Id>\n"
#define TAIL "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n"
#define ENTRY(direction, amount, more)                                                             \
	"<Ntry><Amt Ccy='NOK'>" amount "</Amt><CdtDbtInd>" direction "</CdtDbtInd>"                \
	"<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-25</Dt></BookgDt>"                           \
	"<AcctSvcrRef>A1</AcctSvcrRef>" more "</Ntry>\n"
#define DETAILS(more) "<NtryDtls>" more "</NtryDtls>"
#define TRANSACTION(id, amount, more)                                                              \
	"<TxDtls><Refs><AcctSvcrRef>T-" id "</AcctSvcrRef><PmtInfId>FIL-1-1</PmtInfId>"            \
	"<EndToEndId>" id "</EndToEndId></Refs><Amt Ccy='NOK'>" amount "</Amt>" more "</TxDtls>"
#define RETURNED "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"
#define REVERSAL "<RvslInd>true</RvslInd>"

START_TEST(what_left_the_account_is_told_by_transaction)
{
	IS(HEAD ENTRY("DBIT", "150000.00", DETAILS(TRANSACTION("UTB-1", "150000.00", ""))) ENTRY(
		   "DBIT", "300.50",
		   DETAILS(TRANSACTION("UTB-2", "100", "") TRANSACTION("UTB-3", "200.50", "")))
		   TAIL,
	   "T-UTB-1 FIL-1-1/UTB-1 15000000 2026-11-25 (-)\n"
	   "T-UTB-2 FIL-1-1/UTB-2 10000 2026-11-25 (-)\n"
	   "T-UTB-3 FIL-1-1/UTB-3 20050 2026-11-25 (-)\n");
}
END_TEST

START_TEST(what_came_back_is_told_with_its_reason)
{
	IS(HEAD ENTRY("CRDT", "100", DETAILS(TRANSACTION("UTB-2", "100", RETURNED)))
		   ENTRY("CRDT", "100", REVERSAL DETAILS(TRANSACTION("UTB-3", "100", "")))
			   ENTRY("CRDT", "100",
				 DETAILS(TRANSACTION("UTB-4", "100", "<RtrInf></RtrInf>"))) TAIL,
	   "<T-UTB-2 FIL-1-1/UTB-2 10000 2026-11-25 (AC04)\n"
	   "<T-UTB-3 FIL-1-1/UTB-3 10000 2026-11-25 (-)\n"
	   "<T-UTB-4 FIL-1-1/UTB-4 10000 2026-11-25 (-)\n");
}
END_TEST

START_TEST(what_is_not_the_sum_of_its_parts_or_tells_none_is_a_lump)
{
	IS(HEAD ENTRY("DBIT", "305",
		      DETAILS(TRANSACTION("UTB-2", "100", "") TRANSACTION("UTB-3", "200", "")))
		   ENTRY("DBIT", "900", DETAILS("<Btch><PmtInfId>FIL-2-1</PmtInfId></Btch>"))
			   ENTRY("DBIT", "7", DETAILS(TRANSACTION("NOTPROVIDED", "7", ""))) TAIL,
	   "T-UTB-2 FIL-1-1/UTB-2 10000 2026-11-25 (-) lump\n"
	   "T-UTB-3 FIL-1-1/UTB-3 20000 2026-11-25 (-) lump\n"
	   "A1 FIL-2-1/- 90000 2026-11-25 (-) lump\n"
	   "T-NOTPROVIDED FIL-1-1/- 700 2026-11-25 (-)\n");
}
END_TEST

START_TEST(what_is_not_booked_or_no_payment_of_ours_is_counted)
{
	IS(HEAD ENTRY("CRDT", "100", DETAILS(TRANSACTION("X", "100", ""))) ENTRY("DBIT", "100",
										 REVERSAL)
		   ENTRY("DBIT", "100",
			 DETAILS(TRANSACTION("X", "100",
					     RETURNED))) "<Ntry><Amt "
							 "Ccy='NOK'>5</Amt><CdtDbtInd>DBIT</"
							 "CdtDbtInd><Sts>PDNG</Sts></Ntry>" TAIL,
	   "");
	ck_assert_uint_eq(skipped, 3);
	ck_assert_uint_eq(unbooked, 1);
}
END_TEST

START_TEST(what_cannot_be_read_is_refused)
{
	IS_AT_FAULT(HEAD "\n" ENTRY("DBIT", "1x", "") TAIL, FORMAT_AMOUNT);
	ck_assert_uint_eq(line, 4);
	IS_AT_FAULT(HEAD ENTRY("DBIT", "0.00", "") TAIL, FORMAT_AMOUNT);
	IS_AT_FAULT(HEAD "<Ntry><Amt Ccy='NOK'>5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>"
			 "</Ntry>" TAIL,
		    FORMAT_DATE);
	IS_AT_FAULT("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.03'/>",
		    FORMAT_NOT_KNOWN);
	IS_AT_FAULT(HEAD, FORMAT_MALFORMED);
}
END_TEST

START_TEST(there_may_be_more_than_a_file_of_hubs_has)
{
	static const char entry[] = ENTRY("DBIT", "100", DETAILS(TRANSACTION("UTB-2", "100", "")));
	struct buf told;
	struct bankout *out;

	buf_init(&told, BUF_UNBOUNDED);
	out = bankout_new(on_payment, &told);
	ck_assert_int_eq(bankout_add(out, HEAD, strlen(HEAD)), FORMAT_OK);
	for (int i = 0; i < 5000; i++)
		ck_assert_int_eq(bankout_add(out, entry, strlen(entry)), FORMAT_OK);
	ck_assert_int_eq(bankout_add(out, TAIL, strlen(TAIL)), FORMAT_OK);
	ck_assert_int_eq(bankout_end(out), FORMAT_OK);
	ck_assert_uint_eq(told.len, 5000 * strlen("T-UTB-2 FIL-1-1/UTB-2 10000 2026-11-25 (-)\n"));
	bankout_free(&out);
	buf_fini(&told);
}
END_TEST

RUN_TESTS(TEST(what_left_the_account_is_told_by_transaction),
	  TEST(what_came_back_is_told_with_its_reason),
	  TEST(what_is_not_the_sum_of_its_parts_or_tells_none_is_a_lump),
	  TEST(what_is_not_booked_or_no_payment_of_ours_is_counted),
	  TEST(what_cannot_be_read_is_refused), TEST(there_may_be_more_than_a_file_of_hubs_has))
