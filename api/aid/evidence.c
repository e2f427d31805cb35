#include "api/aid/evidence.h"

#include "lib/base/text.h"

static bool is_same(const struct aid_evidence *a, const struct aid_evidence *b)
{
	return a->day == b->day && a->ore == b->ore && text_is(a->orgnr, b->orgnr) &&
	       b->grantor != NULL && text_is(a->grantor, b->grantor);
}

/* How many rows like this one the source has among the first n. */
static size_t count_same(const struct aid_evidence *list, size_t n, const struct aid_evidence *like,
			 enum aid_source source)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		found += list[i].source == source && is_same(&list[i], like);
	return found;
}

/* The third of a source is told by one before it if that has three. */
static bool is_told_before(const struct aid_evidence *list, size_t n, size_t i)
{
	const struct aid_evidence *row = &list[i];
	size_t before = count_same(list, i, row, row->source);

	for (enum aid_source source = AID_OWN; source < row->source; source++)
		if (count_same(list, n, row, source) > before)
			return true;
	return false;
}

void aid_dedupe(struct aid_evidence *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		list[i].counts = !is_told_before(list, n, i);
}
