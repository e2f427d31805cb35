#include "lib/format/aidregister.h"

#include <inttypes.h>
#include <string.h>

#include "lib/base/date.h"
#include "tests/unit/lib/format/pieces.h"

static void on_award(void *ctx, const struct aidregister_award *award)
{
	char granted[DATE_TEXT_SIZE], received[DATE_TEXT_SIZE] = "-";

	date_format_iso(award->granted_on, granted);
	if (award->has_received_day)
		date_format_iso(award->received_on, received);
	buf_addf(ctx, "%zu: %s %s %" PRId64 "-%" PRId64 "%s%s %s '%s' < %s '%s' (%s %s %s '%s')\n",
		 award->line, granted, received, award->least_ore,
		 award->most_ore == INT64_MAX ? -1 : award->most_ore, award->currency,
		 award->has_amount ? "" : "~", award->recipient_orgnr, award->recipient_name,
		 award->grantor_orgnr, award->grantor_name, award->status, award->measure,
		 award->kind, award->scheme);
}

static void on_broken(void *ctx, size_t at, enum format_fault fault)
{
	buf_addf(ctx, "%zu: %s\n", at, format_fault_key(fault));
}

static size_t line;

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	static const struct aidregister_events events = {on_award, on_broken};
	struct aidregister *table = aidregister_new(&events, out);
	enum format_fault fault = FORMAT_OK;

#define ADD(piece, n) aidregister_add(table, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD)
#undef ADD
	if (fault == FORMAT_OK)
		fault = aidregister_end(table);
	line = aidregister_line(table);
	aidregister_free(&table);
	return fault;
}

#define IS(bytes, told)                                                                            \
	ck_assert_str_eq(told_of(read_in, bytes, sizeof(bytes) - 1, FORMAT_OK), told)
#define IS_AT_FAULT(bytes, fault) (void)told_of(read_in, bytes, sizeof(bytes) - 1, fault)

#define MARK "\xef\xbb\xbf"
#define HEADER                                                                                     \
	"Tildelingsdato;Mottatt dato;Tildelt bel\u00f8p;Tildelt bel\u00f8p valuta;"                \
	"Bel\u00f8psintervall fra;Bel\u00f8psintervall til;Bel\u00f8psintervall valuta;Status;"    \
	"St\u00f8ttetiltaksnummer;St\u00f8ttetiltakstype;Organisasjonsnummer "                     \
	"st\u00f8ttemottaker;Navn st\u00f8ttemottaker;Region;Organisasjonsnummer "                 \
	"st\u00f8ttegiver;Navn st\u00f8ttegiver;Tilknyttet st\u00f8tteordning\r\n"
#define FIRST                                                                                      \
	"16.03.2026;18.03.2026;42500,00;NOK;;;;Aktiv;T-1;Ordning;319900004;\"Knutepunkt "          \
	"\"\"\u00d8st\"\"; AS\";Tr\u00f8ndelag;319900012;Fylket;Bagatell\r\n"
#define FIRST_TOLD                                                                                 \
	"2: 2026-03-16 2026-03-18 4250000-4250000NOK 319900004 'Knutepunkt \"\u00d8st\"; AS' "     \
	"< 319900012 'Fylket' (Aktiv T-1 Ordning 'Bagatell')\n"
#define INTERVAL                                                                                   \
	"01.02.2025;;;;500000;1000000,5;EUR;Aktiv;T-2;Ad "                                         \
	"hoc;319900020;Nord;;319900012;Fylket;\r\n"

START_TEST(awards_are_told_by_row)
{
	IS(MARK HEADER FIRST INTERVAL,
	   FIRST_TOLD "3: 2025-02-01 - 50000000-100000050EUR~ 319900020 'Nord' < 319900012 "
		      "'Fylket' (Aktiv T-2 Ad hoc '')\n");
}
END_TEST

/* The same in UTF-16 of either order, with or without a mark. */
static void assert_wide(const char *text, bool is_big, bool is_marked, const char *told)
{
	static char wide[8192];
	size_t len = 0;

	if (is_marked) {
		wide[len++] = is_big ? '\xfe' : '\xff';
		wide[len++] = is_big ? '\xff' : '\xfe';
	}
	for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++) {
		/* Of two bytes are letters to U+07FF. */
		unsigned code = *c < 0x80 ? *c : (*c & 0x1fU) << 6 | (c[1] & 0x3fU);

		c += *c >= 0x80;
		wide[len++] = (char)(is_big ? code >> 8 : code & 0xff);
		wide[len++] = (char)(is_big ? code & 0xff : code >> 8);
	}
	ck_assert_str_eq(told_of(read_in, wide, len, FORMAT_OK), told);
}

START_TEST(the_table_is_in_utf_16_as_it_is_published)
{
	assert_wide(HEADER FIRST, false, true, FIRST_TOLD);
	assert_wide(HEADER FIRST, true, true, FIRST_TOLD);
	assert_wide(HEADER FIRST, false, false, FIRST_TOLD);
	assert_wide(HEADER FIRST, true, false, FIRST_TOLD);
}
END_TEST

#define NARROW                                                                                     \
	"Navn;organisasjonsnummer st\u00f8ttemottaker;\"Tildelt bel\u00f8p\";Tildelt bel\u00f8p "  \
	"valuta;Tildelingsdato;Organisasjonsnummer st\u00f8ttegiver\n"
#define ROW(orgnr, amount, currency, day) "x;" orgnr ";" amount ";" currency ";" day ";319900012\n"
#define SOUND ROW("319900004", "5", "NOK", "16.03.2026")
#define SOUND_TOLD(at) at ": 2026-03-16 - 500-500NOK 319900004 '' < 319900012 '' (   '')\n"

START_TEST(columns_are_found_by_their_names)
{
	IS(NARROW SOUND, SOUND_TOLD("2"));
	IS(NARROW "\r\n" SOUND "\n\n", SOUND_TOLD("3"));
	IS(NARROW "x;319900004;5;NOK;16.03.2026;\"319900012\"", SOUND_TOLD("2"));
}
END_TEST

START_TEST(a_row_that_is_broken_is_told_and_passed_over)
{
	IS(NARROW ROW("319900005", "5", "NOK", "16.03.2026") ROW("", "5", "NOK", "16.03.2026")
		   ROW("319900004", "5.00", "NOK",
		       "16.03.2026") ROW("319900004", "", "NOK",
					 "16.03.2026") ROW("319900004", "5", "kr", "16.03.2026")
			   ROW("319900004", "5", "NOK", "31.02.2026") ROW(
				   "319900004", "5", "NOK",
				   "2026-03-16") "x;319900004;5;NOK;16.03.2026\n"
						 "x;319900004;5;NOK;16.03.2026;319900012;\n"
						 "\"x\"y;319900004;5;NOK;16.03.2026;319900012\n"
						 "\"x\n\ny\";319900004;5;NOK;16.03.2026;1\n" SOUND,
	   "2: no-organisation-number\n3: no-organisation-number\n4: no-amount\n5: no-amount\n"
	   "6: no-amount\n7: no-day\n8: no-day\n9: broken\n10: broken\n11: broken\n"
	   "12: no-organisation-number\n" SOUND_TOLD("15"));
}
END_TEST

START_TEST(a_file_that_is_broken_is_refused)
{
	IS_AT_FAULT("", FORMAT_INCOMPLETE);
	IS_AT_FAULT("\n\n", FORMAT_INCOMPLETE);
	IS_AT_FAULT("Tildelingsdato;Status\n16.03.2026;Aktiv\n", FORMAT_NOT_KNOWN);
	IS_AT_FAULT("{\"tildelinger\": []}", FORMAT_NOT_KNOWN);
	IS_AT_FAULT("PK\x03\x04", FORMAT_NOT_KNOWN);
	IS_AT_FAULT(NARROW SOUND "\"x;319900004;5;NOK", FORMAT_MALFORMED);
	ck_assert_uint_eq(line, 3);
	IS_AT_FAULT(NARROW "\xf8;\n", FORMAT_ENCODING);
	IS_AT_FAULT(NARROW "\0\n", FORMAT_ENCODING);
	IS_AT_FAULT("\xff\xfeT\0i", FORMAT_ENCODING);
	IS_AT_FAULT("\xff\xfe\x3d\xd8T\0", FORMAT_ENCODING);
}
END_TEST

START_TEST(a_row_has_a_bound_however_it_is_quoted)
{
	static char text[300000];
	size_t len = strlen(NARROW);

	memset(text, 'x', sizeof(text));
	memcpy(text, NARROW, len);
	text[len] = '"';
	(void)told_of(read_in, text, sizeof(text), FORMAT_TOO_LARGE);
	memset(text, ';', sizeof(text));
	ck_assert_int_eq(read_in(text, 1000, 1000, NULL), FORMAT_NOT_KNOWN);
}
END_TEST

RUN_TESTS(TEST(awards_are_told_by_row), TEST(the_table_is_in_utf_16_as_it_is_published),
	  TEST(columns_are_found_by_their_names),
	  TEST(a_row_that_is_broken_is_told_and_passed_over),
	  TEST(a_file_that_is_broken_is_refused), TEST(a_row_has_a_bound_however_it_is_quoted))
