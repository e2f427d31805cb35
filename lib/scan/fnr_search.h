/* Looks for fødselsnummer (lib/format/fnr.h) in a text that comes in pieces of any length. */
#ifndef TRINN_SCAN_FNR_SEARCH_H
#define TRINN_SCAN_FNR_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"

#define FNR_SEARCH_BYTES 16384

struct fnr_search {
	bool has_found;
	bool has_text;	     /* more than blanks has come */
	bool begins_in_number; /* what is kept: its first digits belong to what went before */
	size_t len;
	char text[FNR_SEARCH_BYTES + 1]; /* not searched yet, and the end of what was */
};

void fnr_search_begin(struct fnr_search *search);

/* What follows. A number that ends a cell, a line or a page is one of its own. Bytes of 0 are left
 * out: of UTF-16 what remains is ASCII. */
void fnr_search_add(struct fnr_search *search, const char *bytes, size_t len);

/* A text that is beside the others and whole, as an attribute or the number in a cell. Spreadsheets
 * keep numbers without the 0 that they begin with: of ten digits it is put back. */
void fnr_search_apart(struct fnr_search *search, const char *text);

/* Whether there was one. */
bool fnr_search_end(struct fnr_search *search) MUST_USE;

#endif
