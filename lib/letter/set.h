/* Blocks of a letter as lines of glyphs with a place each. Lengths are in points. */
#ifndef TRINN_LETTER_SET_H
#define TRINN_LETTER_SET_H

#include <pango/pango.h>

#include "lib/base/arena.h"
#include "lib/letter/letter.h"
#include "lib/letter/pages.h"

#define SET_PAGE_WIDTH 595.276 /* A4 */
#define SET_PAGE_HEIGHT 841.890
#define SET_MARGIN 104.0 /* left and right */
#define SET_WIDTH (SET_PAGE_WIDTH - 2 * SET_MARGIN)
#define SET_TOP 92.0 /* where the text begins; the head stands above it */
#define SET_HEIGHT (SET_PAGE_HEIGHT - SET_TOP - 74.0)
#define SET_HEAD_BASELINE 56.0

enum set_style {
	SET_TEXT,
	SET_STRONG,
	SET_SMALL,
	SET_SMALL_STRONG,
	SET_TITLE,
	SET_HEADING,
	SET_SENDER,
};

/* A line of one text, such as a paragraph or a cell. */
struct piece {
	PangoLayoutLine *line;
	double x;	 /* from the left margin */
	double baseline; /* from the upper edge of its strip */
	bool begins;	 /* is the first of its text */
};

/* What stands on a page from margin to margin. */
struct set_strip {
	const struct letter_block *block;
	struct piece *pieces;
	size_t n_pieces;
	bool is_head;  /* of a table */
	bool has_rule; /* above it */
};

struct setting {
	struct arena *arena;
	PangoContext *context;
	struct strip *strips;	      /* as pages_break() sees them */
	struct set_strip *set_strips; /* the same */
	size_t n;
	size_t cap;
};

/* Sets all blocks; the lines live as long as the arena. */
void set_blocks(struct setting *setting, const struct letter *letter);

/* A text in this style, `width` wide or as wide as it is if that is 0; it lives as long as the
 * arena. */
PangoLayout *set_layout(struct setting *setting, const char *text, enum set_style style,
			double width);

/* How wide a line is. */
double set_line_width(PangoLayoutLine *line);

#endif
