#include "lib/letter/set.h"

#include <string.h>

#include <pango/pangocairo.h>

#include "lib/base/fail.h"
#include "lib/base/utf8.h"
#include "lib/letter/fonts.h"

#define INDENT 14.0 /* of the text of an item */
#define LABEL_WIDTH 130.0
#define GAP 16.0 /* between columns */
#define TEXT_COLUMN_MIN 130.0
#define ROW_PADDING 3.0 /* above and below the text of a row */
#define ASIDE 228.0	/* where the references beside a recipient begin */
#define ASIDE_LABEL 80.0

static const struct style {
	double size;
	double leading;
	PangoWeight weight;
} styles[] = {
	[SET_TEXT] = {11, 16, PANGO_WEIGHT_NORMAL},
	[SET_STRONG] = {11, 16, PANGO_WEIGHT_SEMIBOLD},
	[SET_SMALL] = {9, 12.5, PANGO_WEIGHT_NORMAL},
	[SET_SMALL_STRONG] = {9, 12.5, PANGO_WEIGHT_SEMIBOLD},
	[SET_TITLE] = {17, 23, PANGO_WEIGHT_SEMIBOLD},
	[SET_HEADING] = {12.5, 18, PANGO_WEIGHT_SEMIBOLD},
	[SET_SENDER] = {14, 19, PANGO_WEIGHT_SEMIBOLD},
};

/* Space above a block, after another of its kind and after any other. */
static const struct {
	double among;
	double before;
} spaces[] = {
	[LETTER_SENDER] = {0, 0},   [LETTER_RECIPIENT] = {0, 26}, [LETTER_TITLE] = {8, 34},
	[LETTER_HEADING] = {8, 20}, [LETTER_PARAGRAPH] = {8, 8},  [LETTER_ITEM] = {3, 6},
	[LETTER_TERM] = {3, 8},	    [LETTER_TABLE] = {12, 12},	  [LETTER_SIGNATURE] = {8, 24},
	[LETTER_NOTE] = {2, 16},
};
#define AFTER_HEADING 4.0

/* A text in its column. */
struct part {
	PangoLayout *layout;
	enum set_style style;
	double x;
	double width; /* of a column of numbers, which end there; 0 of text */
};

#define SECTION "§ "
#define SECTION_KEPT "§\u00a0"

/* A section sign stays with its number, whatever stands before it. */
static const char *keep_sections(const char *text, struct arena *arena)
{
	size_t n = 0;
	char *kept, *to;

	for (const char *at = text; (at = strstr(at, SECTION)) != NULL; at += strlen(SECTION))
		n++;
	if (n == 0)
		return text;
	kept = arena_alloc(arena, strlen(text) + n * strlen(SECTION_KEPT) + 1);
	to = kept;
	for (const char *at; (at = strstr(text, SECTION)) != NULL; text = at + strlen(SECTION)) {
		to = mempcpy(to, text, (size_t)(at - text));
		to = mempcpy(to, SECTION_KEPT, strlen(SECTION_KEPT));
	}
	memcpy(to, text, strlen(text) + 1);
	return kept;
}

#define UNKNOWN "\ufffd"

/* What no font of ours has is told to be so: Pango would draw a box with the number of the
 * character. */
static void replace_unknown(PangoLayout *layout, const char *text, struct arena *arena)
{
	size_t left = strlen(text);
	char *kept = arena_alloc(arena, left * strlen(UNKNOWN) + 1);
	char *to = kept;

	for (size_t len; left > 0; text += len, left -= len) {
		len = utf8_char_len(text, left);
		MUST(len > 0);
		pango_layout_set_text(layout, text, (int)len);
		to = pango_layout_get_unknown_glyphs_count(layout) > 0
			     ? mempcpy(to, UNKNOWN, strlen(UNKNOWN))
			     : mempcpy(to, text, len);
	}
	*to = '\0';
	pango_layout_set_text(layout, kept, -1);
}

PangoLayout *set_layout(struct setting *setting, const char *text, enum set_style style,
			double width)
{
	PangoLayout *layout = pango_layout_new(setting->context);
	PangoAttrList *attributes = pango_attr_list_new();
	PangoFontDescription *font = pango_font_description_from_string(FONTS_FAMILIES);

	arena_own(setting->arena, layout, g_object_unref);
	pango_font_description_set_absolute_size(font, styles[style].size * PANGO_SCALE);
	pango_font_description_set_weight(font, styles[style].weight);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
	pango_layout_set_attributes(layout, attributes);
	pango_attr_list_unref(attributes);
	text = keep_sections(text, setting->arena);
	pango_layout_set_text(layout, text, -1);
	if (pango_layout_get_unknown_glyphs_count(layout) > 0)
		replace_unknown(layout, text, setting->arena);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	if (width > 0)
		pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	return layout;
}

double set_line_width(PangoLayoutLine *line)
{
	PangoRectangle logical;

	pango_layout_line_get_extents(line, NULL, &logical);
	return (double)logical.width / PANGO_SCALE;
}

static double natural_width(struct setting *setting, const char *text, enum set_style style)
{
	return set_line_width(
		pango_layout_get_line_readonly(set_layout(setting, text, style, 0), 0));
}

/* Moves the strips to twice the room. */
static void grow(struct setting *setting)
{
	size_t cap = setting->cap == 0 ? 64 : setting->cap * 2;
	struct strip *strips = arena_alloc(setting->arena, cap * sizeof(*strips));
	struct set_strip *set_strips = arena_alloc(setting->arena, cap * sizeof(*set_strips));

	if (setting->n > 0) {
		memcpy(strips, setting->strips, setting->n * sizeof(*strips));
		memcpy(set_strips, setting->set_strips, setting->n * sizeof(*set_strips));
	}
	setting->strips = strips;
	setting->set_strips = set_strips;
	setting->cap = cap;
}

static double space_above(const struct letter_block *block, const struct letter_block *previous)
{
	if (previous == NULL)
		return 0;
	if (previous->kind == LETTER_HEADING && block->kind != LETTER_HEADING)
		return AFTER_HEADING;
	return block->kind == previous->kind ? spaces[block->kind].among
					     : spaces[block->kind].before;
}

/* One more strip with room for so many pieces. The first of its block has the space above it. */
static struct strip *add_strip(struct setting *setting, const struct letter_block *block,
			       size_t pieces_max, double height)
{
	const struct letter_block *previous;
	struct strip *strip;

	if (setting->n == setting->cap)
		grow(setting);
	previous = setting->n == 0 ? NULL : setting->set_strips[setting->n - 1].block;
	strip = &setting->strips[setting->n];
	*strip = (struct strip){
		.before = block == previous ? 0 : space_above(block, previous),
		.height = height,
		.head = PAGES_NO_HEAD,
	};
	setting->set_strips[setting->n++] = (struct set_strip){
		.block = block,
		.pieces = arena_alloc(setting->arena, pieces_max * sizeof(struct piece)),
	};
	return strip;
}

/* To the last strip. The middle of small letters is in the middle of the leading. */
static void add_piece(struct setting *setting, const struct part *part, int number, double top)
{
	struct set_strip *strip = &setting->set_strips[setting->n - 1];
	const struct style *style = &styles[part->style];
	PangoLayoutLine *line = pango_layout_get_line_readonly(part->layout, number);

	strip->pieces[strip->n_pieces++] = (struct piece){
		.line = line,
		.x = part->width > 0 ? part->x + part->width - set_line_width(line) : part->x,
		.baseline = top + style->leading / 2 + style->size * 0.388,
		.begins = number == 0,
	};
}

/* A strip for each line: two of them at least on each page, and no line alone on either. */
static void add_lines(struct setting *setting, const struct letter_block *block,
		      const struct part *part, bool keeps_next)
{
	int n = pango_layout_get_line_count(part->layout);

	for (int i = 0; i < n; i++) {
		struct strip *strip = add_strip(setting, block, 2, styles[part->style].leading);

		strip->keeps_next = keeps_next || (n > 1 && (i == 0 || i == n - 2));
		add_piece(setting, part, i, 0);
	}
}

/* Texts side by side in one strip, with so much above and below them. */
static struct strip *add_row(struct setting *setting, const struct letter_block *block,
			     const struct part *parts, size_t n, double padding)
{
	size_t n_lines = 0;
	double height = 0;
	struct strip *strip;

	for (size_t i = 0; i < n; i++) {
		int lines = pango_layout_get_line_count(parts[i].layout);

		n_lines += (size_t)lines;
		if (height < lines * styles[parts[i].style].leading)
			height = lines * styles[parts[i].style].leading;
	}
	strip = add_strip(setting, block, n_lines, height + 2 * padding);
	for (size_t i = 0; i < n; i++)
		for (int j = 0; j < pango_layout_get_line_count(parts[i].layout); j++)
			add_piece(setting, &parts[i], j,
				  padding + j * styles[parts[i].style].leading);
	return strip;
}

static void set_text(struct setting *setting, const struct letter_block *block,
		     enum set_style style, bool keeps_next)
{
	const struct part part = {set_layout(setting, block->text, style, SET_WIDTH), style, 0, 0};

	add_lines(setting, block, &part, keeps_next);
}

static void set_item(struct setting *setting, const struct letter_block *block)
{
	const struct part part = {set_layout(setting, block->text, SET_TEXT, SET_WIDTH - INDENT),
				  SET_TEXT, INDENT, 0};
	const struct part bullet = {set_layout(setting, "•", SET_TEXT, 0), SET_TEXT, 2, 0};
	size_t first = setting->n;

	add_lines(setting, block, &part, false);
	if (setting->n - first == 1) {
		add_piece(setting, &bullet, 0, 0);
	} else {
		size_t last = setting->n;

		setting->n = first + 1;
		add_piece(setting, &bullet, 0, 0);
		setting->n = last;
	}
}

/* The first line is the sender's name. */
static void set_sender(struct setting *setting, const struct letter_block *block)
{
	const char *end = strchrnul(block->text, '\n');
	const char *name = arena_strndup(setting->arena, block->text, (size_t)(end - block->text));
	const struct part first = {set_layout(setting, name, SET_SENDER, SET_WIDTH), SET_SENDER, 0,
				   0};

	add_lines(setting, block, &first, true);
	if (*end != '\0') {
		const struct part rest = {set_layout(setting, end + 1, SET_SMALL, SET_WIDTH),
					  SET_SMALL, 0, 0};

		add_lines(setting, block, &rest, true);
	}
}

static void set_terms(struct setting *setting, const struct letter_block *block)
{
	for (size_t i = 0; i < block->n_rows; i++) {
		const char *const *cells = block->rows[i].cells;
		const struct part parts[] = {
			{set_layout(setting, cells[0], SET_STRONG, LABEL_WIDTH - GAP), SET_STRONG,
			 0, 0},
			{set_layout(setting, cells[1], SET_TEXT, SET_WIDTH - LABEL_WIDTH), SET_TEXT,
			 LABEL_WIDTH, 0},
		};
		struct strip *strip = add_row(setting, block, parts, 2, 0);

		strip->before = i == 0 ? strip->before : spaces[LETTER_TERM].among;
		strip->keeps_next = i + 1 < block->n_rows;
	}
}

/* What stands beside the address is small, and one line below another. */
static void set_recipient(struct setting *setting, const struct letter_block *block)
{
	const struct part address = {set_layout(setting, block->text, SET_TEXT, ASIDE - GAP),
				     SET_TEXT, 0, 0};
	int n = pango_layout_get_line_count(address.layout);
	double height = n * styles[SET_TEXT].leading;
	double top = 0;
	size_t room = (size_t)n;
	struct part(*aside)[2] = arena_alloc(setting->arena, block->n_rows * sizeof(*aside));

	for (size_t i = 0; i < block->n_rows; i++) {
		const char *const *cells = block->rows[i].cells;

		aside[i][0] = (struct part){
			set_layout(setting, cells[0], SET_SMALL_STRONG, ASIDE_LABEL - 4),
			SET_SMALL_STRONG, ASIDE, 0};
		aside[i][1] = (struct part){
			set_layout(setting, cells[1], SET_SMALL, SET_WIDTH - ASIDE - ASIDE_LABEL),
			SET_SMALL, ASIDE + ASIDE_LABEL, 0};
		room += (size_t)(pango_layout_get_line_count(aside[i][0].layout) +
				 pango_layout_get_line_count(aside[i][1].layout));
	}
	add_strip(setting, block, room, height);
	for (int i = 0; i < n; i++)
		add_piece(setting, &address, i, i * styles[SET_TEXT].leading);
	for (size_t i = 0; i < block->n_rows; i++) {
		int lines = 0;

		for (size_t j = 0; j < 2; j++) {
			int own = pango_layout_get_line_count(aside[i][j].layout);

			for (int k = 0; k < own; k++)
				add_piece(setting, &aside[i][j], k,
					  top + 2 + k * styles[SET_SMALL].leading);
			lines = own > lines ? own : lines;
		}
		top += lines * styles[SET_SMALL].leading + 3;
	}
	if (top > height)
		setting->strips[setting->n - 1].height = top;
}

/* How wide each column is: those of numbers as wide as they must be, the first what is left. */
static double *column_widths(struct setting *setting, const struct letter_block *block)
{
	size_t n = block->rows[0].n_cells;
	double *widths = arena_alloc(setting->arena, n * sizeof(*widths));

	widths[0] = SET_WIDTH;
	for (size_t column = 1; column < n; column++) {
		for (size_t i = 0; i < block->n_rows; i++) {
			double width = natural_width(setting, block->rows[i].cells[column],
						     i == 0 ? SET_SMALL_STRONG : SET_STRONG);

			widths[column] = width > widths[column] ? width : widths[column];
		}
		widths[0] -= widths[column] + GAP;
	}
	if (widths[0] >= TEXT_COLUMN_MIN)
		return widths;
	widths[0] = n == 1 ? SET_WIDTH : TEXT_COLUMN_MIN;
	for (size_t column = 1; column < n; column++)
		widths[column] = (SET_WIDTH - TEXT_COLUMN_MIN) / (double)(n - 1) - GAP;
	return widths;
}

static void set_table_row(struct setting *setting, const struct letter_block *block,
			  const struct letter_row *row, const double *widths, enum set_style style)
{
	size_t n = block->rows[0].n_cells;
	struct part *parts = arena_alloc(setting->arena, n * sizeof(*parts));
	double x = 0;

	MUST(row->n_cells == n);
	for (size_t i = 0; i < n; i++) {
		parts[i] = (struct part){
			.layout = set_layout(setting, row->cells[i], style, widths[i] + 0.5),
			.style = style,
			.x = x,
			.width = i == 0 ? 0 : widths[i],
		};
		x += widths[i] + GAP;
	}
	add_row(setting, block, parts, n, ROW_PADDING);
}

/* The head stays with the first row, the total with the last. */
static void set_table(struct setting *setting, const struct letter_block *block)
{
	const double *widths = column_widths(setting, block);
	size_t head = setting->n;

	for (size_t i = 0; i < block->n_rows; i++) {
		const struct letter_row *row = &block->rows[i];
		enum set_style style = row->is_total ? SET_STRONG : SET_TEXT;

		set_table_row(setting, block, row, widths, i == 0 ? SET_SMALL_STRONG : style);
		setting->set_strips[setting->n - 1].is_head = i == 0;
		setting->set_strips[setting->n - 1].has_rule = i <= 1 || row->is_total;
		setting->strips[setting->n - 1].keeps_next =
			i == 0 || (i + 1 < block->n_rows && block->rows[i + 1].is_total);
		if (i > 0)
			setting->strips[setting->n - 1].head = head;
	}
}

/* No signature stands on a page alone. */
static void keep_with_last(struct setting *setting)
{
	if (setting->n > 0)
		setting->strips[setting->n - 1].keeps_next = true;
}

static void set_block(struct setting *setting, const struct letter_block *block)
{
	switch (block->kind) {
	case LETTER_SENDER:
		set_sender(setting, block);
		break;
	case LETTER_RECIPIENT:
		set_recipient(setting, block);
		break;
	case LETTER_TITLE:
		set_text(setting, block, SET_TITLE, true);
		break;
	case LETTER_HEADING:
		set_text(setting, block, SET_HEADING, true);
		break;
	case LETTER_PARAGRAPH:
		set_text(setting, block, SET_TEXT, false);
		break;
	case LETTER_ITEM:
		set_item(setting, block);
		break;
	case LETTER_TERM:
		set_terms(setting, block);
		break;
	case LETTER_TABLE:
		set_table(setting, block);
		break;
	case LETTER_SIGNATURE:
		keep_with_last(setting);
		set_text(setting, block, SET_TEXT, true);
		break;
	case LETTER_NOTE:
		set_text(setting, block, SET_SMALL, false);
		break;
	}
}

void set_blocks(struct setting *setting, const struct letter *letter)
{
	for (size_t i = 0; i < letter->n_blocks; i++)
		set_block(setting, &letter->blocks[i]);
}
