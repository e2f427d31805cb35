#include "lib/letter/catalog.h"

#include <check.h>
#include <string.h>

#include "lib/base/buf.h"
#include "tests/unit/run.h"

/* What catalog.c looks for in a PDF, with so many entries in its catalog. */
static void write_pdf(struct buf *pdf, size_t entries)
{
	buf_init(pdf, BUF_UNBOUNDED);
	buf_adds(pdf, "%PDF-1.7\n1 0 obj\n<< /Type /Catalog\n");
	for (size_t i = 0; i < entries; i++)
		buf_addf(pdf, "   /Entry%zu true\n", i);
	buf_adds(pdf, ">>\nendobj\ntrailer\n<< /Size 2\n   /Root 1 0 R\n>>\nstartxref\n9\n%%EOF\n");
}

START_TEST(the_language_is_added)
{
	struct buf pdf;

	write_pdf(&pdf, 3);
	ck_assert(catalog_append(&pdf, "nb"));
	ck_assert_ptr_nonnull(strstr(buf_text(&pdf), "/Lang (nb)"));
	ck_assert_str_eq(buf_text(&pdf) + pdf.len - strlen("%%EOF\n"), "%%EOF\n");
	buf_fini(&pdf);
}
END_TEST

START_TEST(no_half_of_it_is)
{
	struct buf pdf;

	write_pdf(&pdf, 1000);
	ck_assert(!catalog_append(&pdf, "nb"));
	buf_fini(&pdf);
}
END_TEST

RUN_TESTS(TEST(the_language_is_added), TEST(no_half_of_it_is))
