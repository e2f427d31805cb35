#include "lib/scan/office.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "tests/unit/run.h"

#define NUMBER "<p>31129956715</p>"

static struct fnr_search search;

struct part {
	const char *name;
	const char *content;
	size_t len; /* 0: the content is a text */
};

/* Locked with the password, if there is one. The file is open, and nowhere else. */
static int archive_of(const struct part *parts, size_t n, const char *password)
{
	char path[] = "/tmp/trinn-office-XXXXXX";
	int fd = mkstemp(path);
	zip_t *archive;

	ck_assert_int_ge(fd, 0);
	close(fd);
	archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	ck_assert_ptr_nonnull(archive);
	for (size_t i = 0; i < n; i++) {
		size_t len = parts[i].len > 0 ? parts[i].len : strlen(parts[i].content);
		zip_source_t *source = zip_source_buffer(archive, parts[i].content, len, 0);
		zip_int64_t at = zip_file_add(archive, parts[i].name, source, ZIP_FL_ENC_UTF_8);

		ck_assert_int_ge(at, 0);
		if (password != NULL)
			ck_assert_int_eq(zip_file_set_encryption(archive, (zip_uint64_t)at,
								 ZIP_EM_AES_256, password),
					 0);
	}
	ck_assert_int_eq(zip_close(archive), 0);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	unlink(path);
	return fd;
}

static enum reading read_within(int fd, int timeout_s)
{
	enum reading reading;

	fnr_search_begin(&search);
	reading = office_read(fd, timeout_s, &search);
	close(fd);
	return reading;
}

static enum reading read_parts(const struct part *parts, size_t n)
{
	return read_within(archive_of(parts, n, NULL), 60);
}

START_TEST(every_part_of_xml_is_read)
{
	const struct part parts[] = {
		{"word/document.xml", "<p>Plan</p>", 0},
		{"word/media/bilde.png", NUMBER, 0},
		{"customXml/item1.xml", "<p>Plan</p>", 0},
		{"word/footnotes.xml", NUMBER, 0},
	};

	ck_assert_int_eq(read_parts(parts, 3), READING_WHOLE);
	ck_assert(!fnr_search_end(&search));
	ck_assert_int_eq(read_parts(parts, 4), READING_WHOLE);
	ck_assert(fnr_search_end(&search));
}
END_TEST

START_TEST(a_document_within_is_read_and_none_within_that)
{
	const struct part part = {"xl/sheet.xml", NUMBER, 0};
	struct part outer = {.name = "word/embeddings/a.xlsx"};
	char bytes[4096];

	for (int depth = 1; depth <= 2; depth++) {
		int fd = depth == 1 ? archive_of(&part, 1, NULL) : archive_of(&outer, 1, NULL);
		ssize_t n = read(fd, bytes, sizeof(bytes));

		close(fd);
		ck_assert_int_gt(n, 0);
		outer.content = bytes;
		outer.len = (size_t)n;
		read_parts(&outer, 1);
		ck_assert(fnr_search_end(&search) == (depth == 1));
	}
}
END_TEST

START_TEST(what_cannot_be_read_does_not_hide_the_rest)
{
	const struct part parts[] = {
		{"word/document.xml", "<p>Plan", 0},
		{"word/embeddings/a.docx", "rubbish", 0},
		{"word/footer1.xml", NUMBER, 0},
	};

	ck_assert_int_eq(read_parts(parts, 3), READING_DAMAGED);
	ck_assert(fnr_search_end(&search));
}
END_TEST

START_TEST(a_password_is_told)
{
	const struct part part = {"word/document.xml", NUMBER, 0};

	ck_assert_int_eq(read_within(archive_of(&part, 1, "hemmelig"), 60), READING_ENCRYPTED);
	ck_assert(!fnr_search_end(&search));
}
END_TEST

START_TEST(no_text_and_no_archive_are_told)
{
	const struct part part = {"word/document.xml", "<p/>", 0};
	int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);

	ck_assert_int_eq(read_parts(&part, 1), READING_NO_TEXT);
	ck_assert_int_eq(read_within(fd, 60), READING_DAMAGED);
}
END_TEST

START_TEST(time_is_bounded)
{
	const struct part part = {"word/document.xml", NUMBER, 0};

	ck_assert_int_eq(read_within(archive_of(&part, 1, NULL), 0), READING_SLOW);
}
END_TEST

RUN_TESTS(TEST(every_part_of_xml_is_read), TEST(a_document_within_is_read_and_none_within_that),
	  TEST(what_cannot_be_read_does_not_hide_the_rest), TEST(a_password_is_told),
	  TEST(no_text_and_no_archive_are_told), TEST(time_is_bounded))
