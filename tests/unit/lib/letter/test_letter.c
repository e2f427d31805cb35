#include "lib/letter/letter.h"

#include <string.h>

#include "lib/letter/read.h"
#include "tests/unit/run.h"

#define HEAD                                                                                       \
	"{\"language\": \"nb\", \"title\": \"Vedtak\", \"author\": \"Fylket\", "                   \
	"\"date\": \"2026-11-21\", \"head\": \"Fylket\", \"pageText\": \"Side {page} av "          \
	"{pages}\", "                                                                              \
	"\"blocks\": ["
#define PARAGRAPH(text) "{\"kind\": \"paragraph\", \"text\": \"" text "\"}"
#define TABLE(rows) "{\"kind\": \"table\", \"rows\": [" rows "]}"
#define ROW(total, cells) "{\"cells\": [" cells "], \"isTotal\": " total "}"

static struct arena *arena;
static struct letter letter;
static struct buf pdf, why;

static bool read_letter(const char *json)
{
	arena = arena_new(1 << 24);
	buf_init(&pdf, 1 << 24);
	buf_init(&why, 1000);
	return letter_read(json, strlen(json), arena, &letter, &why);
}

static bool set_letter(void)
{
	struct letter_fonts *fonts = letter_fonts_new();
	bool done;

	ck_assert_ptr_nonnull(fonts);
	done = letter_set(fonts, &letter, &pdf, &why);
	letter_fonts_free(&fonts);
	ck_assert_ptr_null(fonts);
	return done;
}

static void end(void)
{
	arena_free(&arena);
	buf_fini(&pdf);
	buf_fini(&why);
}

/* One paragraph of so many bytes. */
static bool read_long_letter(size_t len, const char *word)
{
	struct buf json;
	bool done;

	buf_init(&json, 1 << 22);
	buf_adds(&json, HEAD "{\"kind\": \"paragraph\", \"text\": \"");
	for (size_t i = 0; i < len; i += strlen(word))
		buf_adds(&json, word);
	buf_adds(&json, "\"}]}");
	done = read_letter(buf_text(&json));
	buf_fini(&json);
	return done;
}

static bool contains(const char *text)
{
	return memmem(pdf.data, pdf.len, text, strlen(text)) != NULL;
}

START_TEST(a_letter_becomes_a_pdf)
{
	ck_assert(read_letter(HEAD PARAGRAPH("Hei på dere.") "]}"));
	ck_assert(set_letter());
	ck_assert_int_eq(memcmp(pdf.data, "%PDF-1.", 7), 0);
	ck_assert(contains("/CreationDate (20261121000000"));
	ck_assert(contains("/StructTreeRoot"));
	ck_assert(contains("/Lang (nb)"));
	ck_assert(contains("/Count 1\n"));
	end();
}
END_TEST

START_TEST(the_same_letter_is_the_same_bytes)
{
	static const char text[] = HEAD PARAGRAPH("Sak 1") ", " TABLE(
		ROW("false", "\"Gruppe\", \"Sum\"") ", " ROW("true", "\"A\", \"1,00\"")) "]}";
	struct buf first;

	ck_assert(read_letter(text) && set_letter());
	first = pdf;
	buf_init(&pdf, 1 << 24);
	ck_assert(set_letter());
	ck_assert_uint_eq(first.len, pdf.len);
	ck_assert_mem_eq(first.data, pdf.data, pdf.len);
	buf_fini(&first);
	end();
}
END_TEST

START_TEST(a_section_sign_stays_with_its_number)
{
	struct buf kept;

	ck_assert(read_letter(HEAD PARAGRAPH("Avgjort (§\u00a033), jf. §§\u00a018 og 19.") "]}"));
	ck_assert(set_letter());
	kept = pdf;
	buf_fini(&why);
	arena_free(&arena);
	ck_assert(read_letter(HEAD PARAGRAPH("Avgjort (§ 33), jf. §§ 18 og 19.") "]}"));
	ck_assert(set_letter());
	ck_assert_uint_eq(kept.len, pdf.len);
	ck_assert_mem_eq(kept.data, pdf.data, pdf.len);
	buf_fini(&kept);
	end();
}
END_TEST

START_TEST(a_character_that_no_font_has_is_told_so)
{
	struct buf told;

	ck_assert(read_letter(HEAD PARAGRAPH("Hilsen \ufffd\ufffd, § 1 \ufffd Łódź αβγ") "]}"));
	ck_assert(set_letter());
	told = pdf;
	buf_fini(&why);
	arena_free(&arena);
	ck_assert(read_letter(HEAD PARAGRAPH("Hilsen \u6f22\U0001f9ff, § 1 \u0e01 Łódź αβγ") "]}"));
	ck_assert(set_letter());
	ck_assert_uint_eq(told.len, pdf.len);
	ck_assert_mem_eq(told.data, pdf.data, pdf.len);
	buf_fini(&told);
	end();
}
END_TEST

START_TEST(long_texts_go_on_over_pages)
{
	ck_assert(read_long_letter(20000, "begrunnelse ") && set_letter());
	ck_assert(contains("/Count 7\n") || contains("/Count 8\n"));
	end();
	ck_assert(read_long_letter(20000, "ord") && set_letter());
	ck_assert(!contains("/Count 1\n"));
	end();
}
END_TEST

START_TEST(a_row_that_is_higher_than_a_page_is_refused)
{
	struct buf json;

	buf_init(&json, 1 << 20);
	buf_adds(&json, HEAD "{\"kind\": \"table\", \"rows\": [" ROW(
				"false", "\"A\"") ", "
						  "{\"isTotal\": false, \"cells\": [\"");
	for (int i = 0; i < 9000; i++)
		buf_adds(&json, "langt ");
	buf_adds(&json, "\"]}]}]}");
	ck_assert(read_letter(buf_text(&json)));
	ck_assert(!set_letter());
	ck_assert_str_eq(buf_text(&why), "a row is higher than a page");
	buf_fini(&json);
	end();
}
END_TEST

START_TEST(what_is_longer_than_the_buffer_is_refused)
{
	ck_assert(read_letter(HEAD PARAGRAPH("Hei") "]}"));
	buf_init(&pdf, 100);
	ck_assert(!set_letter());
	ck_assert_ptr_nonnull(strstr(buf_text(&why), "cairo"));
	end();
}
END_TEST

START_TEST(what_is_no_letter_is_told)
{
	static const char *const cases[][2] = {
		{"[", "not a JSON object or array at byte 1"},
		{"{}", "/language is not a value"},
		{HEAD "{\"kind\": \"verse\", \"text\": \"a\"}]}", "block 0 is no verse"},
		{HEAD "{\"kind\": \"paragraph\"}]}", "block 0 is no paragraph"},
		{HEAD PARAGRAPH("a") ", " TABLE("") "]}", "block 1 is no table"},
		{HEAD TABLE(ROW("false", "\"A\"") ", " ROW("false", "\"A\", \"B\"")) "]}",
		 "block 0 is no table"},
		{HEAD "{\"kind\": \"term\", \"rows\": [" ROW("false", "\"A\"") "]}]}",
		 "block 0 is no term"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ck_assert(!read_letter(cases[i][0]));
		ck_assert_str_eq(buf_text(&why), cases[i][1]);
		end();
	}
}
END_TEST

RUN_TESTS(TEST(a_letter_becomes_a_pdf), TEST(the_same_letter_is_the_same_bytes),
	  TEST(a_section_sign_stays_with_its_number),
	  TEST(a_character_that_no_font_has_is_told_so), TEST(long_texts_go_on_over_pages),
	  TEST(a_row_that_is_higher_than_a_page_is_refused),
	  TEST(what_is_longer_than_the_buffer_is_refused), TEST(what_is_no_letter_is_told))
