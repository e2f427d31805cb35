#include "lib/format/xmlread.h"

#include <stdio.h>
#include <string.h>

#include "tests/unit/lib/format/pieces.h"

struct reading {
	struct xmlread *xml;
	struct buf *out;
};

static bool is_known(void *ctx, const char *name, const char *space)
{
	(void)ctx;
	(void)space;
	return strcmp(name, "other") != 0;
}

static void on_begin(void *ctx, const char *path)
{
	struct reading *reading = ctx;
	const char *name, *value;

	buf_addf(reading->out, "(%s", path);
	for (size_t i = 0; (name = xmlread_attribute(reading->xml, i, &value)) != NULL; i++)
		buf_addf(reading->out, " %s=%s", name, value);
}

static void on_end(void *ctx, const char *path, const char *text)
{
	struct reading *reading = ctx;

	(void)path;
	buf_addf(reading->out, " '%.60s')", text);
	if (strcmp(text, "stop") == 0)
		xmlread_fail(reading->xml, FORMAT_AMOUNT);
}

static size_t line;

static enum format_fault read_in(const char *bytes, size_t len, size_t step, struct buf *out)
{
	static const struct xmlread_events events = {
		.is_known = is_known,
		.on_begin = on_begin,
		.on_end = on_end,
	};
	struct reading reading = {.out = out};
	enum format_fault fault = FORMAT_OK;

	reading.xml = xmlread_new(&events, &reading);
#define ADD(piece, n) xmlread_add(reading.xml, piece, n)
	IN_PIECES(bytes, len, step, fault, ADD)
#undef ADD
	if (fault == FORMAT_OK)
		fault = xmlread_end(reading.xml);
	line = xmlread_line(reading.xml);
	xmlread_free(&reading.xml);
	ck_assert_ptr_null(reading.xml);
	return fault;
}

#define IS(bytes, told)                                                                            \
	ck_assert_str_eq(told_of(read_in, bytes, sizeof(bytes) - 1, FORMAT_OK), told)
#define IS_AT_FAULT(bytes, fault) (void)told_of(read_in, bytes, sizeof(bytes) - 1, fault)

START_TEST(elements_are_told_by_their_path)
{
	IS("<a xmlns='urn:x'>\n <b:c xmlns:b='y' b:n='1' m='&amp;&#248;'> t <!-- x -->e\n</b:c>"
	   "<d/></a>",
	   "(/a(/a/c n=1 m=&\u00f8 't e')(/a/d '') '')");
	IS("<a b='&lt;&#60;&amp;lt;'/>", "(/a b=<<&lt; '')");
	IS("<a>one<b>two</b><![CDATA[<th>&]]>ree</a>", "(/a(/a/b 'two') '<th>&ree')");
}
END_TEST

START_TEST(a_document_is_read_in_the_encoding_that_it_says)
{
	IS("\xef\xbb\xbf<?xml version='1.0' encoding=\"utf-8\"?><a>\u00f8</a>", "(/a '\u00f8')");
	IS("<?xml version='1.0' encoding = 'ISO-8859-1'?><a>\xf8</a>", "(/a '\u00f8')");
	IS("\xff\xfe<\0a\0>\0\xf8\0<\0/\0a\0>\0", "(/a '\u00f8')");
	IS("\xfe\xff\0<\0a\0>\0\xf8\0<\0/\0a\0>", "(/a '\u00f8')");
	IS("\0<\0a\0>\0\xf8\0<\0/\0a\0>", "(/a '\u00f8')");
	IS("\xff\xfe<\0?\0x\0m\0l\0 \0v\0e\0r\0s\0i\0o\0n\0=\0'\0001\0.\0000\0'\0 \0"
	   "e\0n\0c\0o\0d\0i\0n\0g\0=\0'\0U\0T\0F\0-\0001\0006\0'\0?\0>\0<\0a\0/\0>\0",
	   "(/a '')");
}
END_TEST

START_TEST(another_encoding_is_refused)
{
	IS_AT_FAULT("<?xml version='1.0' encoding='UTF-7'?><a>+ADw-</a>", FORMAT_ENCODING);
	IS_AT_FAULT("<?xml version='1.0' encoding='IBM037'?><a/>", FORMAT_ENCODING);
	IS_AT_FAULT("<?xml version='1.0' encoding='UTF-16'?><a/>", FORMAT_ENCODING);
	IS_AT_FAULT("\xef\xbb\xbf<?xml version='1.0' encoding='ISO-8859-1'?><a/>", FORMAT_ENCODING);
	IS_AT_FAULT("<?xml version='1.0' encoding='UTF-8'?><a>\xf8 </a>", FORMAT_ENCODING);
	IS_AT_FAULT("<a>\xf8 </a>", FORMAT_ENCODING);
	IS_AT_FAULT("<a>\0</a>", FORMAT_ENCODING);
	IS_AT_FAULT("\x4c\x6f\xa7\x94\x93", FORMAT_ENCODING);
	IS_AT_FAULT("\xff\xfe\0\0<\0\0\0a\0\0\0/\0\0\0>\0\0\0", FORMAT_ENCODING);
	IS_AT_FAULT("\xff\xfe<\0a\0/\0>", FORMAT_ENCODING);
}
END_TEST

START_TEST(nothing_is_declared_fetched_or_expanded)
{
	IS_AT_FAULT("<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>", FORMAT_DECLARATION);
	IS_AT_FAULT("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
		    FORMAT_DECLARATION);
	IS_AT_FAULT("<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>",
		    FORMAT_DECLARATION);
	IS_AT_FAULT("\xff\xfe<\0!\0D\0O\0C\0T\0Y\0P\0E\0 \0a\0>\0<\0a\0/\0>\0", FORMAT_DECLARATION);
	IS_AT_FAULT("<a>&x;</a>", FORMAT_MALFORMED);
	IS("<a xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='/etc/passwd'/></a>",
	   "(/a(/a/include href=/etc/passwd '') '')");
}
END_TEST

START_TEST(what_is_broken_cut_or_another_is_refused)
{
	IS_AT_FAULT("", FORMAT_MALFORMED);
	IS_AT_FAULT("<", FORMAT_MALFORMED);
	IS_AT_FAULT("<a><b></a></b>", FORMAT_MALFORMED);
	IS_AT_FAULT("<a/><b/>", FORMAT_MALFORMED);
	IS_AT_FAULT("<a>text", FORMAT_MALFORMED);
	IS_AT_FAULT("<a/>rest", FORMAT_MALFORMED);
	IS_AT_FAULT("kun tekst", FORMAT_MALFORMED);
	IS_AT_FAULT("<other/>", FORMAT_NOT_KNOWN);
	IS_AT_FAULT("<a>\n<b>\n<c>stop</c><d>later</d></b></a>", FORMAT_AMOUNT);
	ck_assert_uint_eq(line, 3);
}
END_TEST

static char long_text[400000];

static enum format_fault read_long(const char *head, const char *again, size_t times)
{
	struct buf out;
	enum format_fault fault;
	size_t len = 0;

	snprintf(long_text, sizeof(long_text), "%s", head);
	for (len = strlen(head); times > 0 && len < sizeof(long_text) - 100; times--)
		len += (size_t)snprintf(long_text + len, 100, "%s", again);
	buf_init(&out, 1 << 24);
	fault = read_in(long_text, len, 1000, &out);
	ck_assert_int_eq(read_in(long_text, len, len, &out), fault);
	buf_fini(&out);
	return fault;
}

START_TEST(what_has_no_end_is_refused_before_it_is_kept)
{
	ck_assert_int_eq(read_long("<x ", "a='a' ", 50000), FORMAT_TOO_LARGE);
	ck_assert_int_eq(read_long("<x a='", "aaaaaaaaaa", 30000), FORMAT_TOO_LARGE);
	ck_assert_int_eq(read_long("<x><!--", "aaaaaaaaaa", 30000), FORMAT_TOO_LARGE);
	ck_assert_int_eq(read_long("<", "aaaaaaaaaa", 30000), FORMAT_TOO_LARGE);
	ck_assert_int_eq(read_long("", "<x>", 30000), FORMAT_TOO_LARGE);
	ck_assert_int_eq(read_long("", "<xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx>", 200),
			 FORMAT_TOO_LARGE);
	ck_assert_int_eq(read_long("<x>", "en tekst ", 30000), FORMAT_MALFORMED);
}
END_TEST

struct record {
	char id[4];
	char name[5];
	char notes[8];
};

static const struct xmlread_field fields[] = {
	XMLREAD_FIELD("/r/id", CODE, record, id),
	XMLREAD_FIELD("/r/name", CUT, record, name),
	XMLREAD_FIELD("/r/note", JOINED, record, notes),
};

struct keeping {
	struct xmlread *xml;
	struct record record;
};

static void keep(void *ctx, const char *path, const char *text)
{
	struct keeping *keeping = ctx;
	bool is_told = *text != '\0' && strcmp(path, "/r/other") != 0;

	ck_assert(XMLREAD_KEEP(keeping->xml, path, fields, &keeping->record) == is_told);
}

static enum format_fault read_record(const char *text, struct record *record_out)
{
	static const struct xmlread_events events = {.on_end = keep};
	struct keeping keeping = {0};
	enum format_fault fault;

	keeping.xml = xmlread_new(&events, &keeping);
	fault = xmlread_add(keeping.xml, text, strlen(text));
	if (fault == FORMAT_OK)
		fault = xmlread_end(keeping.xml);
	xmlread_free(&keeping.xml);
	*record_out = keeping.record;
	return fault;
}

START_TEST(texts_are_kept_where_the_table_says)
{
	struct record record;

	ck_assert_int_eq(
		read_record("<r><id>123</id><id>9</id><name>abc\u00f8</name>"
			    "<note>en</note><other>x</other><note>to\tre</note><note>x</note></r>",
			    &record),
		FORMAT_OK);
	ck_assert_str_eq(record.id, "123");
	ck_assert_str_eq(record.name, "abc");
	ck_assert_str_eq(record.notes, "en to r");
	ck_assert_int_eq(read_record("<r><id>1234</id></r>", &record), FORMAT_REFERENCE);
}
END_TEST

RUN_TESTS(TEST(elements_are_told_by_their_path),
	  TEST(a_document_is_read_in_the_encoding_that_it_says), TEST(another_encoding_is_refused),
	  TEST(nothing_is_declared_fetched_or_expanded),
	  TEST(what_is_broken_cut_or_another_is_refused),
	  TEST(what_has_no_end_is_refused_before_it_is_kept),
	  TEST(texts_are_kept_where_the_table_says))
