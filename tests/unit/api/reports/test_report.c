#include "api/reports/reports.h"

#include "tests/unit/run.h"

#define HEAD \
	"\xef\xbb\xbfUtbetalt;Referanse;Saksnummer;Program;Ordning;Trinn;Orgnr;Mottaker;" \
	"Kommunenr;Budsjettår;Anmodning;Beløp;Bankreferanse;Bilag\r\n"

static const struct report_row one = {{
	"2026-11-05", "UTB-2026-00012-1", "2026/00012", "industri-40", "utvikling", "1, 2",
	"974760673", "Granlia næringshage AS", "5059", "2026", "1", "123456789", "B-1", "4711",
}};

/* The report of these rows; released by report_fini(). */
static struct report written(enum report_format format, const struct report_row *rows, int n)
{
	struct report report;

	report_begin(&report, &payment_report, format);
	for (int i = 0; i < n; i++)
		report_add(&report, &rows[i]);
	report_end(&report);
	return report;
}

static void assert_written(enum report_format format, const struct report_row *rows, int n,
			   const char *wanted)
{
	struct report report = written(format, rows, n);

	ck_assert_str_eq(buf_text(&report.out), wanted);
	report_fini(&report);
}

START_TEST(csv_is_what_a_norwegian_excel_reads)
{
	assert_written(REPORT_CSV, &one, 1,
		       HEAD "05.11.2026;UTB-2026-00012-1;2026/00012;industri-40;utvikling;1, 2;"
			    "974760673;Granlia næringshage AS;5059;2026;1;1234567,89;B-1;4711\r\n");
}
END_TEST

START_TEST(a_cell_of_csv_is_no_formula)
{
	struct report_row row = one;

	row.cells[PAYMENT_RECIPIENT] = "=cmd|' /C calc'!A0";
	row.cells[PAYMENT_BANK_REFERENCE] = "+47;\"1\"";
	row.cells[PAYMENT_MUNICIPALITY_NO] = NULL;
	assert_written(REPORT_CSV, &row, 1,
		       HEAD "05.11.2026;UTB-2026-00012-1;2026/00012;industri-40;utvikling;1, 2;"
			    "974760673;'=cmd|' /C calc'!A0;;2026;1;1234567,89;"
			    "\"'+47;\"\"1\"\"\";4711\r\n");
}
END_TEST

START_TEST(json_has_codes_ore_and_the_sum)
{
	struct report_row rows[] = {one, one};

	rows[1].cells[PAYMENT_RECIPIENT] = "A \"B\"\n\\";
	rows[1].cells[PAYMENT_MUNICIPALITY_NO] = NULL;
	rows[1].cells[PAYMENT_AMOUNT] = "11";
	assert_written(
		REPORT_JSON, rows, 2,
		"{\"currency\":\"NOK\",\"items\":[\n"
		"{\"paidOn\":\"2026-11-05\",\"reference\":\"UTB-2026-00012-1\","
		"\"caseNumber\":\"2026/00012\",\"programme\":\"industri-40\","
		"\"fundingLine\":\"utvikling\",\"stages\":\"1, 2\",\"orgnr\":\"974760673\","
		"\"recipient\":\"Granlia næringshage AS\",\"municipalityNo\":\"5059\","
		"\"year\":2026,\"claimNumber\":1,\"amountOre\":123456789,"
		"\"bankReference\":\"B-1\",\"postingId\":\"4711\"},\n"
		"{\"paidOn\":\"2026-11-05\",\"reference\":\"UTB-2026-00012-1\","
		"\"caseNumber\":\"2026/00012\",\"programme\":\"industri-40\","
		"\"fundingLine\":\"utvikling\",\"stages\":\"1, 2\",\"orgnr\":\"974760673\","
		"\"recipient\":\"A \\\"B\\\"\\u000a\\\\\",\"municipalityNo\":null,"
		"\"year\":2026,\"claimNumber\":1,\"amountOre\":11,"
		"\"bankReference\":\"B-1\",\"postingId\":\"4711\"}\n"
		"],\"count\":2,\"totalOre\":123456800}\n");
}
END_TEST

START_TEST(text_is_a_table_with_its_sum)
{
	struct report_row rows[] = {one, one};

	rows[1].cells[PAYMENT_RECIPIENT] = "Ås";
	rows[1].cells[PAYMENT_AMOUNT] = "5";
	assert_written(
		REPORT_TEXT, rows, 2,
		"Utbetalt    Referanse         Ordning         Orgnr      Mottaker            "
		"         Beløp    Bilag\n"
		"----------  ----------------  --------------  ---------  ------------------  "
		"--------------  -------\n"
		"2026-11-05  UTB-2026-00012-1  utvikling       974760673  Granlia næringsha…  "
		"  1 234 567,89     4711\n"
		"2026-11-05  UTB-2026-00012-1  utvikling       974760673  Ås                  "
		"          0,05     4711\n"
		"----------  ----------------  --------------  ---------  ------------------  "
		"--------------  -------\n"
		"Sum av 2                                                                     "
		"  1 234 567,94\n");
}
END_TEST

START_TEST(text_cuts_names_but_neither_numbers_nor_references)
{
	struct report_row row = one;
	struct report report;

	row.cells[PAYMENT_REFERENCE] = "UTB-2026-123456789-10";
	row.cells[PAYMENT_AMOUNT] = "100000000000000";
	row.cells[PAYMENT_POSTING] = "123456789012";
	row.cells[PAYMENT_RECIPIENT] = "ÆØÅæøåÆØÅæøåÆØÅæøå";
	report = written(REPORT_TEXT, &row, 1);
	ck_assert_ptr_nonnull(strstr(buf_text(&report.out),
				     "  UTB-2026-123456789-10  utvikling       974760673  "
				     "ÆØÅæøåÆØÅæøåÆØÅæøå  1 000 000 000 000,00  "
				     "123456789012\n"));
	report_fini(&report);
}
END_TEST

START_TEST(text_gives_a_terminal_no_orders)
{
	struct report_row row = one;
	struct report report;

	row.cells[PAYMENT_RECIPIENT] = "\x1b[2J\tX\x7f\xc2\x9b" "1mÅ";
	report = written(REPORT_TEXT, &row, 1);
	ck_assert_ptr_nonnull(strstr(buf_text(&report.out), "  ?[2J?X??1mÅ         "));
	report_fini(&report);
}
END_TEST

START_TEST(a_report_of_nothing_is_whole)
{
	struct report report = written(REPORT_TEXT, NULL, 0);

	ck_assert_ptr_nonnull(strstr(buf_text(&report.out), "\nSum av 0 "));
	ck_assert_ptr_nonnull(strstr(buf_text(&report.out), "  0,00\n"));
	report_fini(&report);
	assert_written(REPORT_CSV, NULL, 0, HEAD);
	assert_written(REPORT_JSON, NULL, 0,
		       "{\"currency\":\"NOK\",\"items\":[\n],\"count\":0,\"totalOre\":0}\n");
}
END_TEST

/* A co-payment paid too much. */
static struct report_row overpaid(void)
{
	struct report_row row = {{[COPAYMENT_ID] = "7", [COPAYMENT_KID] = "91000010100000000071",
				  [COPAYMENT_FIRM] = "Foss Snekkeri AS",
				  [COPAYMENT_DUE_ON] = "2026-04-01", [COPAYMENT_STAGE] = "2"}};

	for (int i = COPAYMENT_OPEN_BEFORE; i < COPAYMENT_N_COLUMNS; i++)
		row.cells[i] = "0";
	row.cells[COPAYMENT_RAISED] = row.cells[COPAYMENT_INVOICED] = "1200000";
	row.cells[COPAYMENT_PAID] = "1210005";
	row.cells[COPAYMENT_OPEN] = "-10005";
	return row;
}

START_TEST(each_column_of_money_has_its_sum)
{
	struct report_row rows[] = {overpaid(), overpaid()};
	struct report report;

	report_begin(&report, &copayment_report, REPORT_JSON);
	report_add(&report, &rows[0]);
	report_add(&report, &rows[1]);
	report_end(&report);
	ck_assert_ptr_nonnull(strstr(buf_text(&report.out),
				     "],\"count\":2,\"totals\":{\"openBeforeOre\":0,"
				     "\"raisedOre\":2400000,"
				     "\"invoicedOre\":2400000,\"vatOre\":0,\"paidOre\":2420010,"));
	ck_assert_ptr_nonnull(strstr(buf_text(&report.out), "\"openOre\":-20010,"));
	report_fini(&report);
}
END_TEST

START_TEST(text_has_each_sum_under_its_amounts)
{
	struct report_row row = overpaid();
	struct report report;

	report_begin(&report, &copayment_report, REPORT_TEXT);
	report_add(&report, &row);
	report_end(&report);
	ck_assert_str_eq(
		buf_text(&report.out),
		"KID                   Bedrift               Krav        Be"
		"talt   Kreditert         Tap         Åpent\n"
		"--------------------  ------------  ------------  --------"
		"----  ----------  ----------  ------------\n"
		"91000010100000000071  Foss Snekke…     12 000,00     12 10"
		"0,05        0,00        0,00       -100,05\n"
		"--------------------  ------------  ------------  --------"
		"----  ----------  ----------  ------------\n"
		"Sum av 1                               12 000,00     12 10"
		"0,05        0,00        0,00       -100,05\n");
	report_fini(&report);
}
END_TEST

RUN_TESTS(TEST(csv_is_what_a_norwegian_excel_reads), TEST(a_cell_of_csv_is_no_formula),
	  TEST(json_has_codes_ore_and_the_sum), TEST(text_is_a_table_with_its_sum),
	  TEST(text_cuts_names_but_neither_numbers_nor_references),
	  TEST(text_gives_a_terminal_no_orders), TEST(a_report_of_nothing_is_whole),
	  TEST(each_column_of_money_has_its_sum), TEST(text_has_each_sum_under_its_amounts))
