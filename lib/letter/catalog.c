#include "lib/letter/catalog.h"

#include <string.h>

#include "lib/base/num.h"

#define NUMBER_LEN_MAX 10
#define UPDATE_BYTES_MAX 8192

/* A part of the PDF. */
struct span {
	const char *at;
	size_t len;
};

/* What stands between the last `before` and the next `after`. */
static bool find(const struct buf *pdf, const char *before, const char *after, struct span *out)
{
	const char *end;
	size_t len = strlen(before);

	for (size_t i = pdf->len < len ? 0 : pdf->len - len; i > 0; i--) {
		if (memcmp(pdf->data + i, before, len) != 0)
			continue;
		out->at = pdf->data + i + len;
		end = memmem(out->at, pdf->len - i - len, after, strlen(after));
		out->len = end == NULL ? 0 : (size_t)(end - out->at);
		return end != NULL;
	}
	return false;
}

static bool find_number(const struct buf *pdf, const char *before, const char *after, int64_t *out)
{
	char digits[NUMBER_LEN_MAX + 1] = "";
	struct span span;

	if (!find(pdf, before, after, &span) || span.len > NUMBER_LEN_MAX)
		return false;
	memcpy(digits, span.at, span.len);
	return num_i64(digits, 1, INT32_MAX, out);
}

/* The cross-references of one object that was changed, after those there were. */
static void add_references(struct buf *update, size_t base, int64_t root,
			   const struct span *trailer, int64_t previous)
{
	size_t at = base + update->len;

	buf_addf(update, "xref\n%d 1\n%010zu 00000 n \n", (int)root, base);
	buf_adds(update, "trailer\n<< ");
	buf_add(update, trailer->at, trailer->len);
	buf_addf(update, "   /Prev %d\n>>\nstartxref\n%zu\n%%%%EOF\n", (int)previous, at);
}

bool catalog_append(struct buf *pdf, const char *language)
{
	struct span entries, trailer;
	int64_t root, xref;
	struct buf update;
	bool is_whole;

	if (!find(pdf, "<< /Type /Catalog\n", ">>\nendobj\n", &entries) ||
	    !find(pdf, "trailer\n<< ", ">>\nstartxref\n", &trailer) ||
	    !find_number(pdf, "/Root ", " 0 R", &root) ||
	    !find_number(pdf, "startxref\n", "\n%%EOF", &xref))
		return false;
	buf_init(&update, UPDATE_BYTES_MAX);
	buf_addf(&update, "%d 0 obj\n<< /Type /Catalog\n", (int)root);
	buf_add(&update, entries.at, entries.len);
	buf_addf(&update, "   /Lang (%s)\n", language);
	buf_adds(&update, "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n");
	add_references(&update, pdf->len, root, &trailer, xref);
	is_whole = !buf_overflowed(&update);
	buf_add(pdf, update.data, update.len);
	buf_fini(&update);
	return is_whole && !buf_overflowed(pdf);
}
