/*
 * A letter set in type: blocks of text in, the bytes of a PDF out.
 *
 * A4, one column of text of some seventy characters, a head on each page that says whose letter it
 * is and which page of how many. Headings stay with what follows them, a paragraph leaves no line
 * alone on a page, and a table that goes on repeats its head. Nothing is hyphenated. The PDF has
 * its fonts in it and its structure told, for those who listen to it. It is no PDF/A: cairo writes
 * none.
 *
 * The same letter is the same bytes, whenever it is set with the same libraries and fonts: no clock
 * is asked, and no font but ours is looked at, whatever else the machine has.
 */
#ifndef TRINN_LETTER_LETTER_H
#define TRINN_LETTER_LETTER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

enum letter_kind {
	LETTER_SENDER,	  /* the first line large, those after it small */
	LETTER_RECIPIENT, /* lines of an address, with rows of label and value beside them */
	LETTER_TITLE,
	LETTER_HEADING,
	LETTER_PARAGRAPH,
	LETTER_ITEM,	  /* of a list */
	LETTER_TERM,	  /* rows of label and value */
	LETTER_TABLE,	  /* rows, the first its head; all cells but a row's first are numbers */
	LETTER_SIGNATURE, /* lines that stay together */
	LETTER_NOTE,	  /* small */
};

struct letter_row {
	const char **cells;
	size_t n_cells;
	bool is_total; /* the last of a table, with a rule above it */
};

/* Texts are UTF-8; a line feed begins a new line. A character that no font of ours has becomes
 * U+FFFD. */
struct letter_block {
	enum letter_kind kind;
	const char *text; /* NULL of TERM and TABLE */
	const struct letter_row *rows;
	size_t n_rows;
};

struct letter {
	const char *language; /* of the text, by RFC 5646: "nb" */
	const char *title;
	const char *author;
	const char *date;      /* that the PDF says it was made on, "2026-11-21" */
	const char *head;      /* on each page */
	const char *page_text; /* "Side {page} av {pages}" */
	const struct letter_block *blocks;
	size_t n_blocks;
};

/* The fonts, read once; a process has them once at a time. */
struct letter_fonts;

/* NULL if one is not there. */
struct letter_fonts *letter_fonts_new(void);

void letter_fonts_free(struct letter_fonts **fonts);

/* Which libraries set the letter. */
const char *letter_setter(void) __attribute__((returns_nonnull));

/* Adds the PDF to `pdf`; false, with the reason in `why`, if it cannot be set, as one with a row
 * that is higher than a page, or is longer than `pdf` may be. */
bool letter_set(struct letter_fonts *fonts, const struct letter *letter, struct buf *pdf,
		struct buf *why) MUST_USE;

#endif
