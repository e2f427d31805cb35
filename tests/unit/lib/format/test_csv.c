#include "lib/format/csv.h"

#include <stdlib.h>

#include "lib/base/date.h"
#include "lib/base/num.h"
#include "tests/unit/run.h"

#define BOM "\xef\xbb\xbf"

static struct buf out;
static struct csv csv;

static void begin(void)
{
	buf_fini(&out);
	buf_init(&out, 1 << 20);
	csv_init(&csv, &out);
}

static void text(const char *field)
{
	csv_text(&csv, field, strlen(field));
}

/* What one text field becomes. */
static const char *written(const char *field)
{
	begin();
	text(field);
	return buf_text(&out) + strlen(BOM);
}

/*
 * Reads the field at `at` by RFC 4180 into `field` and returns what follows it: the reader a
 * spreadsheet has, written without a look at the writer.
 */
static const char *read_field(const char *at, char *field)
{
	if (*at != '"') {
		size_t len = strcspn(at, ";\r\n\"");

		memcpy(field, at, len);
		field[len] = '\0';
		return at + len;
	}
	for (at++; at[0] != '"' || at[1] == '"'; at++) {
		if (*at == '\0')
			ck_abort_msg("no end of %s", field);
		at += *at == '"';
		*field++ = *at;
	}
	*field = '\0';
	return at + 1;
}

START_TEST(a_table_is_written_byte_by_byte_as_norwegian_excel_reads_it)
{
	int32_t days;

	ck_assert(num_date("2026-11-01", &days));
	begin();
	text("Navn");
	text("Beløp");
	csv_end_row(&csv);
	text("Ås; Vik \"&\" Sønn AS");
	csv_money(&csv, -1234567);
	csv_date(&csv, days);
	csv_empty(&csv);
	csv_int(&csv, 42);
	csv_end_row(&csv);
	csv_empty(&csv);
	csv_end_row(&csv);
	ck_assert_str_eq(buf_text(&out),
			 BOM "Navn;Beløp\r\n"
			     "\"Ås; Vik \"\"&\"\" Sønn AS\";-12345,67;01.11.2026;;42\r\n"
			     "\r\n");
	buf_fini(&out);
}
END_TEST

START_TEST(money_has_two_decimals_and_a_comma_over_all_its_range)
{
	static const struct {
		int64_t ore;
		const char *written;
	} amounts[] = {
		{0, "0,00"},
		{1, "0,01"},
		{-1, "-0,01"},
		{99, "0,99"},
		{100, "1,00"},
		{123456789, "1234567,89"},
		{-100, "-1,00"},
		{INT64_MAX, "92233720368547758,07"},
		{INT64_MIN, "-92233720368547758,08"},
	};

	for (size_t i = 0; i < sizeof(amounts) / sizeof(amounts[0]); i++) {
		begin();
		csv_money(&csv, amounts[i].ore);
		ck_assert_str_eq(buf_text(&out) + strlen(BOM), amounts[i].written);
	}
	begin();
	csv_int(&csv, INT64_MIN);
	ck_assert_str_eq(buf_text(&out) + strlen(BOM), "-9223372036854775808");
	buf_fini(&out);
}
END_TEST

START_TEST(texts_that_would_be_formulas_get_an_apostrophe)
{
	ck_assert_str_eq(written("=1+1"), "'=1+1");
	ck_assert_str_eq(written("+47 12345678"), "'+47 12345678");
	ck_assert_str_eq(written("-1"), "'-1");
	ck_assert_str_eq(written("@sum(a1)"), "'@sum(a1)");
	ck_assert_str_eq(written("\t=1"), "'\t=1");
	ck_assert_str_eq(written("\r=1"), "\"'\r=1\"");
	ck_assert_str_eq(written("\n=1"), "\"'\n=1\"");
	ck_assert_str_eq(written("  =1"), "'  =1");
	ck_assert_str_eq(written("\uff1d1"), "'\uff1d1");
	ck_assert_str_eq(written("=\"x\";y"), "\"'=\"\"x\"\";y\"");
	ck_assert_str_eq(written("a=1"), "a=1");
	ck_assert_str_eq(written("'x"), "'x");
	ck_assert_str_eq(written("  x"), "  x");
	ck_assert_str_eq(written(""), "");
	buf_fini(&out);
}
END_TEST

static void make_field(char *field, size_t size)
{
	static const char *const pieces[] = {"=",  "+", "-", "@",      "\t",	 "\r",	"\n",
					     "\"", ";", ",", " ",      "'",	 "x",	"1",
					     "Ø",  "|", "€", "\uff1d", "\uff0b", "cmd", "\r\n"};

	field[0] = '\0';
	for (int n = rand() % 8; n > 0; n--) {
		size_t p = (size_t)rand() % (sizeof(pieces) / sizeof(pieces[0]));

		strncat(field, pieces[p], size - 1 - strlen(field));
	}
}

static bool is_formula(const char *cell)
{
	cell += strspn(cell, " ");
	return (*cell != '\0' && strchr("=+-@\t\r\n", *cell) != NULL) ||
	       strncmp(cell, "\uff1d", 3) == 0 || strncmp(cell, "\uff0b", 3) == 0;
}

static bool is_kept(const char *cell, const char *field)
{
	return strcmp(cell, field) == 0 || (cell[0] == '\'' && strcmp(cell + 1, field) == 0);
}

START_TEST(no_text_is_read_back_as_a_formula_or_as_anything_but_itself)
{
	srand(1);
	for (int round = 0; round < 20000; round++) {
		char fields[3][64], cell[64];
		const char *at;

		begin();
		for (int i = 0; i < 3; i++) {
			make_field(fields[i], sizeof(fields[i]));
			text(fields[i]);
		}
		csv_end_row(&csv);
		at = buf_text(&out) + strlen(BOM);
		for (int i = 0; i < 3; i++) {
			at = read_field(at, cell);
			if (*at++ != (i < 2 ? ';' : '\r') || is_formula(cell) ||
			    !is_kept(cell, fields[i]))
				ck_abort_msg("%s", buf_text(&out));
		}
		ck_assert_str_eq(at, "\n");
	}
	buf_fini(&out);
}
END_TEST

START_TEST(rows_are_drained_while_the_table_goes_on)
{
	begin();
	text("a");
	csv_end_row(&csv);
	buf_reset(&out);
	text("b");
	text("c");
	csv_end_row(&csv);
	ck_assert_str_eq(buf_text(&out), "b;c\r\n");
	buf_fini(&out);
}
END_TEST

START_TEST(a_field_too_big_for_the_buffer_is_an_overflow)
{
	buf_init(&out, 8);
	csv_init(&csv, &out);
	text("too long for it");
	csv_money(&csv, 1);
	csv_date(&csv, 0);
	ck_assert(buf_overflowed(&out));
	ck_assert_str_eq(buf_text(&out), BOM);
	buf_fini(&out);
}
END_TEST

RUN_TESTS(TEST(a_table_is_written_byte_by_byte_as_norwegian_excel_reads_it),
	  TEST(money_has_two_decimals_and_a_comma_over_all_its_range),
	  TEST(texts_that_would_be_formulas_get_an_apostrophe),
	  TEST(no_text_is_read_back_as_a_formula_or_as_anything_but_itself),
	  TEST(rows_are_drained_while_the_table_goes_on),
	  TEST(a_field_too_big_for_the_buffer_is_an_overflow))
