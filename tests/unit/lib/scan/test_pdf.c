#include "lib/scan/pdf.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/base/buf.h"
#include "tests/unit/run.h"

static struct fnr_search search;

static enum reading read_within(const char *bytes, size_t len, int timeout_s)
{
	int fd = memfd_create("pdf", MFD_CLOEXEC);
	enum reading reading;

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, bytes, len), (ssize_t)len);
	fnr_search_begin(&search);
	reading = pdf_read(fd, timeout_s, &search);
	close(fd);
	return reading;
}

static enum reading read_bytes(const char *bytes, size_t len)
{
	return read_within(bytes, len, UNDER_VALGRIND(60, 20));
}

/* One page whose content is `content`. The reader finds the objects though no table tells where
 * they are. */
static enum reading read_page(const char *content, const char *trailer)
{
	enum reading reading;
	struct buf pdf;

	buf_init(&pdf, BUF_UNBOUNDED);
	buf_addf(&pdf,
		 "%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
		 "2 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n"
		 "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
		 "4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]\n"
		 "/Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>\nendobj\n"
		 "5 0 obj\n<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n"
		 "trailer\n<< /Root 1 0 R /Size 6 %s >>\n%%%%EOF\n",
		 strlen(content), content, trailer);
	reading = read_bytes(pdf.data, pdf.len);
	buf_fini(&pdf);
	return reading;
}

START_TEST(a_number_is_found_however_it_is_set)
{
	static const char *const pages[] = {
		"BT /F1 12 Tf 72 700 Td (Deltaker 31129956715) Tj ET",
		"BT /F1 12 Tf 72 700 Td (Deltaker 311) Tj (299) Tj (56715) Tj ET",
		"BT /F1 12 Tf 72 700 Td [(3)-20(1)20(1299)-280(56715)] TJ ET",
		"BT /F1 12 Tf 72 700 Td (311) Tj ET BT /F1 12 Tf 92 700 Td (29956715) Tj ET",
	};

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		ck_assert_int_eq(read_page(pages[i], ""), READING_WHOLE);
		ck_assert_msg(fnr_search_end(&search), "%s", pages[i]);
	}
}
END_TEST

START_TEST(numbers_of_two_columns_are_none)
{
	ck_assert_int_eq(read_page("BT /F1 12 Tf 72 700 Td (311299) Tj 60 0 Td (56715) Tj ET", ""),
			 READING_WHOLE);
	ck_assert(!fnr_search_end(&search));
}
END_TEST

START_TEST(a_page_without_text_is_told)
{
	ck_assert_int_eq(read_page("0 0 100 100 re f", ""), READING_NO_TEXT);
}
END_TEST

START_TEST(one_with_a_password_is_told)
{
	static const char trailer[] =
		"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
		" /O <0000000000000000000000000000000000000000000000000000000000000000>"
		" /U <0000000000000000000000000000000000000000000000000000000000000000> >>";

	ck_assert_int_eq(read_page("BT ET", trailer), READING_ENCRYPTED);
}
END_TEST

START_TEST(what_is_none_is_damaged)
{
	static const char bytes[] = "%PDF-1.7\nrubbish";

	ck_assert_int_eq(read_bytes(bytes, strlen(bytes)), READING_DAMAGED);
	ck_assert_int_eq(read_bytes("", 0), READING_DAMAGED);
}
END_TEST

START_TEST(time_is_bounded)
{
	ck_assert_int_eq(read_within("%PDF-1.7\n", 9, 0), READING_SLOW);
}
END_TEST

RUN_TESTS(TEST(a_number_is_found_however_it_is_set), TEST(numbers_of_two_columns_are_none),
	  TEST(a_page_without_text_is_told), TEST(one_with_a_password_is_told),
	  TEST(what_is_none_is_damaged), TEST(time_is_bounded))
