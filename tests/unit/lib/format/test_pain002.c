#include "lib/format/pain002.h"

#include <string.h>

#include "tests/unit/lib/format/pieces.h"

static void on_status(void *ctx, const struct pain002_status *status)
{
	static const char *const levels[] = {"file", "part", "transaction"};
	static const char *const outcomes[] = {"other", "accepted", "settled", "rejected"};

	buf_addf(ctx, "%s %s/%s/%s %s=%s (%s) '%s' %zu\n", levels[status->level],
		 status->message_id, status->part_id, status->end_to_end_id, status->code,
		 outcomes[status->outcome], status->reasons, status->said, status->n_within);
}

static size_t line;

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	struct pain002 *report = pain002_new(on_status, out);
	enum format_fault fault = FORMAT_OK;

#define ADD(piece, n) pain002_add(report, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD)
#undef ADD
	if (fault == FORMAT_OK)
		fault = pain002_end(report);
	line = pain002_line(report);
	pain002_free(&report);
	return fault;
}

#define IS(bytes, told)                                                                            \
	ck_assert_str_eq(told_of(read_in, bytes, sizeof(bytes) - 1, FORMAT_OK), told)
#define IS_AT_FAULT(bytes, fault) (void)told_of(read_in, bytes, sizeof(bytes) - 1, fault)

#define HEAD(version)                                                                              \
	"<?xml version='1.0' encoding='UTF-8'?>\n"                                                 \
	"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001." version "'>\n"             \
	"<CstmrPmtStsRpt><GrpHdr><MsgId>SVAR-1</MsgId><CreDtTm>2026-11-24T10:00:00</CreDtTm>"      \
	"</GrpHdr>\n"
#define FILE_STATUS(more)                                                                          \
	"<OrgnlGrpInfAndSts><OrgnlMsgId>FIL-1</OrgnlMsgId>"                                        \
	"<OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId>" more "</OrgnlGrpInfAndSts>\n"
#define PART(more)                                                                                 \
	"<OrgnlPmtInfAndSts><OrgnlPmtInfId>FIL-1-1</OrgnlPmtInfId>" more "</OrgnlPmtInfAndSts>\n"
#define TRANSACTION(id, more)                                                                      \
	"<TxInfAndSts><StsId>S</StsId><OrgnlEndToEndId>" id "</OrgnlEndToEndId>" more              \
	"<OrgnlTxRef><Amt><InstdAmt Ccy='NOK'>150000.00</InstdAmt></Amt></OrgnlTxRef>"             \
	"</TxInfAndSts>\n"
#define REASON(code, text)                                                                         \
	"<StsRsnInf><Rsn><Cd>" code "</Cd></Rsn><AddtlInf>" text "</AddtlInf></StsRsnInf>"
#define TAIL "</CstmrPmtStsRpt></Document>\n"

START_TEST(fm_4_a_transaction_that_is_rejected_is_told_with_its_reasons)
{
	IS(HEAD("03") FILE_STATUS("<GrpSts>PART</GrpSts>")
		   PART(TRANSACTION("UTB-1", "<TxSts>ACSP</TxSts>") TRANSACTION(
			   "UTB-2", "<TxSts>RJCT</TxSts>" REASON("AC04", "Kontoen er\n avsluttet")
					    REASON("AM05", "to ganger"))) TAIL,
	   "transaction FIL-1/FIL-1-1/UTB-1 ACSP=accepted () '' 0\n"
	   "transaction FIL-1/FIL-1-1/UTB-2 RJCT=rejected (AC04 AM05) "
	   "'Kontoen er  avsluttet to ganger' 0\n"
	   "file FIL-1// PART=other () '' 2\n");
}
END_TEST

START_TEST(a_status_of_the_whole_is_told_as_one)
{
	IS(HEAD("03") FILE_STATUS("<GrpSts>RJCT</GrpSts>" REASON("FF01", "Feil")) TAIL,
	   "file FIL-1// RJCT=rejected (FF01) 'Feil' 0\n");
	IS(HEAD("10") FILE_STATUS("") PART("<PmtInfSts>RJCT</PmtInfSts>"
					   "<StsRsnInf><Rsn><Prtry>NB1</Prtry></Rsn></StsRsnInf>")
		   PART("<PmtInfSts>ACCP</PmtInfSts>" TRANSACTION("UTB-1", "")) TAIL,
	   "part FIL-1/FIL-1-1/ RJCT=rejected (NB1) '' 0\n"
	   "transaction FIL-1/FIL-1-1/UTB-1 =other () '' 0\n"
	   "part FIL-1/FIL-1-1/ ACCP=accepted () '' 1\n"
	   "file FIL-1// =other () '' 3\n");
}
END_TEST

START_TEST(codes_come_to_what_the_table_says)
{
	static const struct {
		const char *code;
		enum pain002_outcome outcome;
	} cases[] = {
		{"ACTC", PAIN002_ACCEPTED}, {"ACCP", PAIN002_ACCEPTED}, {"ACSP", PAIN002_ACCEPTED},
		{"ACWC", PAIN002_ACCEPTED}, {"ACSC", PAIN002_SETTLED},	{"RJCT", PAIN002_REJECTED},
		{"PDNG", PAIN002_OTHER},    {"PART", PAIN002_OTHER},	{"RCVD", PAIN002_OTHER},
		{"", PAIN002_OTHER},	    {"rjct", PAIN002_OTHER},	{"CANC", PAIN002_OTHER},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ck_assert_msg(pain002_outcome_of(cases[i].code) == cases[i].outcome, "%s",
			      cases[i].code);
}
END_TEST

#define LONG_ID "123456789012345678901234567890123456"

START_TEST(what_is_no_report_is_refused)
{
	IS_AT_FAULT("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.03'/>",
		    FORMAT_NOT_KNOWN);
	IS_AT_FAULT("<Document/>", FORMAT_NOT_KNOWN);
	IS_AT_FAULT(HEAD("03") TAIL, FORMAT_INCOMPLETE);
	IS_AT_FAULT(HEAD("03") FILE_STATUS("") "</CstmrPmtStsRpt>", FORMAT_MALFORMED);
	IS_AT_FAULT("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.03'/>",
		    FORMAT_INCOMPLETE);
	IS_AT_FAULT(HEAD("03") FILE_STATUS("") FILE_STATUS("") TAIL, FORMAT_MALFORMED);
	IS_AT_FAULT(HEAD("03") PART(TRANSACTION("UTB-1", "")) FILE_STATUS("") TAIL,
		    FORMAT_INCOMPLETE);
	IS_AT_FAULT(HEAD("03") FILE_STATUS("") PART(TRANSACTION("", "")) TAIL, FORMAT_INCOMPLETE);
	IS_AT_FAULT(HEAD("03") FILE_STATUS("") PART(TRANSACTION(LONG_ID, "")) TAIL,
		    FORMAT_REFERENCE);
	ck_assert_uint_eq(line, 5);
	IS_AT_FAULT("<!DOCTYPE Document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Document/>",
		    FORMAT_DECLARATION);
	IS_AT_FAULT(HEAD("03") "\0" TAIL, FORMAT_ENCODING);
}
END_TEST

RUN_TESTS(TEST(fm_4_a_transaction_that_is_rejected_is_told_with_its_reasons),
	  TEST(a_status_of_the_whole_is_told_as_one), TEST(codes_come_to_what_the_table_says),
	  TEST(what_is_no_report_is_refused))
