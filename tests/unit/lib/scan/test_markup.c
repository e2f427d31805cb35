#include "lib/scan/markup.h"

#include <string.h>

#include "lib/base/buf.h"
#include "tests/unit/run.h"

static struct fnr_search search;

/* In pieces of so many bytes. */
static enum reading read_in(const char *xml, size_t step)
{
	struct markup *markup;
	enum reading reading = READING_WHOLE;

	fnr_search_begin(&search);
	markup = markup_new(&search);
	for (size_t at = 0, len = strlen(xml); at < len && reading == READING_WHOLE; at += step)
		reading = markup_add(markup, xml + at, len - at < step ? len - at : step);
	if (reading == READING_WHOLE)
		reading = markup_end(markup);
	markup_free(&markup);
	ck_assert_ptr_null(markup);
	return reading;
}

static bool finds(const char *xml)
{
	bool found;

	ck_assert_int_eq(read_in(xml, 7), READING_WHOLE);
	found = fnr_search_end(&search);
	ck_assert_int_eq(read_in(xml, strlen(xml)), READING_WHOLE);
	ck_assert(fnr_search_end(&search) == found);
	return found;
}

#define W(text) "<w:document xmlns:w='w'><w:body>" text "</w:body></w:document>"
#define T(text) "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define O(text)                                                                                    \
	"<office:text xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d'>" text        \
	"</office:text>"

START_TEST(a_number_is_found_however_it_is_written)
{
	static const char *const texts[] = {
		W("<w:p>" T("Deltaker 31129956715") "</w:p>"),
		W("<w:p>" T("311") "<w:proofErr w:type='x'/>" T("299") T(" ") T("56715") "</w:p>"),
		W("<w:p>\n  " T("311299") "\n  " T("56715") "\n</w:p>"),
		W("<w:p><w:r><w:t>311299</w:t><w:noBreakHyphen/><w:t>56715</w:t></w:r></w:p>"),
		W("<w:p><w:ins w:name='Retting'>" T("311299") "</w:ins>" T("56715") "</w:p>"),
		W("<w:p>" T("3&#49;1299<![CDATA[56715]]>") "</w:p>"),
		W("<w:tbl><w:tr><w:tc><w:p>" T("31129956715") "</w:p></w:tc></w:tr></w:tbl>"),
		W("<w:drawing><wp:docPr xmlns:wp='p' descr='Kort, 31129956715'/></w:drawing>"),
		O("<text:p>311<text:span>299</text:span><text:s/><text:bookmark/>56715</text:p>"),
		O("<table:table-cell office:value='31129956715'><text:p>3,11E10</text:p>"
		  "</table:table-cell>"),
		O("<table:table-cell office:value='1010199952'/>"),
		O("<table:table table:name='31129956715'/>"),
		"<c r='A1'><v>31129956715</v></c>",
		"<c r='A1' s='4'><v>1010199952</v></c>",
		"<sst><si><r><t>311299</t></r><r><rPr><b/></rPr><t>56715</t></r></si></sst>",
		"<headerFooter><oddHeader>&amp;L31129956715</oddHeader></headerFooter>",
		"<x><oddHeader>2026</oddHeader><oddFooter>31129956715</oddFooter></x>",
		"<pivotCacheRecords><r><s v='31129956715'/></r></pivotCacheRecords>",
		"<a:p xmlns:a='a'><a:r><a:t>311299</a:t></a:r><a:r><a:t>-56715</a:t></a:r></a:p>",
		"<ukjent:prefiks>31129956715</ukjent:prefiks>",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(finds(texts[i]), "%s", texts[i]);
}
END_TEST

START_TEST(what_stands_apart_is_no_number)
{
	static const char *const texts[] = {
		W("<w:p>" T("311299") "</w:p><w:p>" T("56715") "</w:p>"),
		W("<w:p>" T("311299") "<w:r><w:tab/></w:r>" T("56715") "</w:p>"),
		W("<w:p>" T("311299") "<w:r><w:br/></w:r>" T("56715") "</w:p>"),
		W("<w:tr><w:tc><w:p>" T("311299") "</w:p></w:tc>"
		  "<w:tc><w:p>" T("56715") "</w:p></w:tc></w:tr>"),
		O("<table:table-cell><text:p>311299</text:p></table:table-cell>"
		  "<table:table-cell><text:p>56715</text:p></table:table-cell>"),
		"<row><c><v>311299</v></c><c><v>56715</v></c></row>",
		"<row><c><v>86011117947</v></c><c><v>974760673</v></c></row>",
		"<sst><si><t>311299</t></si><si><t>56715</t></si></sst>",
		"<x id='31129956715'/>",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(!finds(texts[i]), "%s", texts[i]);
}
END_TEST

START_TEST(there_are_no_entities)
{
	static const char *const texts[] = {
		"<!DOCTYPE x [<!ENTITY a '31129956715'>]><x>&a;</x>",
		"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
		"<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><x>&c;</x>",
		"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>",
		"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
		"<x>&a;</x>",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		ck_assert_int_eq(read_in(texts[i], 5), READING_DAMAGED);
		ck_assert(!fnr_search_end(&search));
	}
}
END_TEST

START_TEST(what_is_no_xml_is_damaged_and_what_came_before_counts)
{
	ck_assert_int_eq(read_in("<p>31129956715</p><", 100), READING_DAMAGED);
	ck_assert(fnr_search_end(&search));
	ck_assert_int_eq(read_in("<p>31129956715", 3), READING_DAMAGED);
	ck_assert(fnr_search_end(&search));
	ck_assert_int_eq(read_in("\x8f\x01\x02", 3), READING_DAMAGED);
	ck_assert_int_eq(read_in("", 1), READING_DAMAGED);
}
END_TEST

START_TEST(an_encrypted_manifest_is_told)
{
	ck_assert_int_eq(read_in("<m:manifest xmlns:m='m'><m:file-entry m:full-path='content.xml'>"
				 "<m:encryption-data/></m:file-entry></m:manifest>",
				 20),
			 READING_ENCRYPTED);
}
END_TEST

/* `head`, `n` times `part`, read as a whole. */
static enum reading read_long(const char *head, const char *part, int n)
{
	enum reading reading;
	struct buf xml;

	buf_init(&xml, BUF_UNBOUNDED);
	buf_adds(&xml, head);
	for (int i = 0; i < n; i++)
		buf_adds(&xml, part);
	reading = read_in(buf_text(&xml), 65536);
	buf_fini(&xml);
	return reading;
}

START_TEST(what_is_held_in_memory_is_bounded)
{
	ck_assert_int_eq(read_long("<x ", "a='a' ", 100000), READING_LARGE);
	ck_assert_int_eq(read_long("<x a='", "aaaaaaaaaa", 100000), READING_LARGE);
	ck_assert_int_eq(read_long("<x><!--", "aaaaaaaaaa", 100000), READING_LARGE);
	ck_assert_int_eq(read_long("", "<x>", 100000), READING_LARGE);
	ck_assert_int_eq(read_long("<x>", "en tekst ", 100000), READING_DAMAGED);
}
END_TEST

RUN_TESTS(TEST(a_number_is_found_however_it_is_written), TEST(what_stands_apart_is_no_number),
	  TEST(there_are_no_entities), TEST(what_is_no_xml_is_damaged_and_what_came_before_counts),
	  TEST(an_encrypted_manifest_is_told), TEST(what_is_held_in_memory_is_bounded))
