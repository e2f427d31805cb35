/* Where a letter is broken into pages. */
#ifndef TRINN_LETTER_PAGES_H
#define TRINN_LETTER_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"

#define PAGES_NO_HEAD ((size_t)-1)

/* A line of text or a row of a table, in points. */
struct strip {
	double before; /* space above, none at the top of a page */
	double height;
	bool keeps_next; /* not the last of a page */
	size_t head; /* of a row, the strip that is repeated above it where a page begins with it */
	size_t page; /* set, from 0 */
	double y;    /* set: its upper edge, from that of the text on its page */
};

/* Puts strips on pages that are so high; false if one is higher. What is kept together stays so
 * unless it is more than a page. */
bool pages_break(struct strip *strips, size_t n, double height, size_t *n_pages_out) MUST_USE;

#endif
