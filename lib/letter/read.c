#include "lib/letter/read.h"

#include <string.h>

#include "lib/json/body.h"
#include "lib/json/shape.h"

#define LEN_MAX (4U * 1024 * 1024)

struct block_text {
	const char *kind;
	const char *text;
	struct letter_row *rows;
	size_t n_rows;
};

struct letter_text {
	const char *language, *title, *author, *date, *head, *page_text;
	struct block_text *blocks;
	size_t n_blocks;
};

static const struct shape_field row_fields[] = {
	SHAPE_LIST(struct letter_row, cells, n_cells, "cells", TEXT),
	SHAPE_FIELD(struct letter_row, is_total, "isTotal", BOOL),
};
static const struct shape row_shape = SHAPE(struct letter_row, row_fields);

static const struct shape_field block_fields[] = {
	SHAPE_FIELD(struct block_text, kind, "kind", TEXT),
	SHAPE_OR_NULL(struct block_text, text, "text", TEXT),
	SHAPE_OPTIONAL_OBJECTS(struct block_text, rows, n_rows, "rows", &row_shape),
};
static const struct shape block_shape = SHAPE(struct block_text, block_fields);

static const struct shape_field letter_fields[] = {
	SHAPE_FIELD(struct letter_text, language, "language", TEXT),
	SHAPE_FIELD(struct letter_text, title, "title", TEXT),
	SHAPE_FIELD(struct letter_text, author, "author", TEXT),
	SHAPE_FIELD(struct letter_text, date, "date", TEXT),
	SHAPE_FIELD(struct letter_text, head, "head", TEXT),
	SHAPE_FIELD(struct letter_text, page_text, "pageText", TEXT),
	SHAPE_OBJECTS(struct letter_text, blocks, n_blocks, "blocks", &block_shape),
};
static const struct shape letter_shape = SHAPE(struct letter_text, letter_fields);

/* What each kind is made of. */
static const struct {
	const char *name;
	bool has_text;
	bool has_rows;
	size_t cells; /* in each row; 0: as many as in the first */
} kinds[] = {
	[LETTER_SENDER] = {"sender", true, false, 0},
	[LETTER_RECIPIENT] = {"recipient", true, true, 2},
	[LETTER_TITLE] = {"title", true, false, 0},
	[LETTER_HEADING] = {"heading", true, false, 0},
	[LETTER_PARAGRAPH] = {"paragraph", true, false, 0},
	[LETTER_ITEM] = {"item", true, false, 0},
	[LETTER_TERM] = {"term", false, true, 2},
	[LETTER_TABLE] = {"table", false, true, 0},
	[LETTER_SIGNATURE] = {"signature", true, false, 0},
	[LETTER_NOTE] = {"note", true, false, 0},
};

static bool rows_fit(const struct block_text *block, size_t cells)
{
	for (size_t i = 0; i < block->n_rows; i++) {
		if (cells == 0)
			cells = block->rows[i].n_cells;
		if (cells == 0 || block->rows[i].n_cells != cells)
			return false;
	}
	return true;
}

static bool read_block(const struct block_text *text, struct letter_block *out)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (strcmp(kinds[i].name, text->kind) != 0)
			continue;
		*out = (struct letter_block){
			.kind = (enum letter_kind)i,
			.text = text->text,
			.rows = text->rows,
			.n_rows = text->n_rows,
		};
		return kinds[i].has_text == (text->text != NULL) &&
		       (kinds[i].has_rows || text->n_rows == 0) &&
		       (kinds[i].has_text || text->n_rows > 0) && rows_fit(text, kinds[i].cells);
	}
	return false;
}

static bool read_blocks(const struct letter_text *text, struct arena *arena, struct letter *out,
			struct buf *why)
{
	struct letter_block *blocks = arena_alloc(arena, (text->n_blocks + 1) * sizeof(*blocks));

	for (size_t i = 0; i < text->n_blocks; i++) {
		if (!read_block(&text->blocks[i], &blocks[i])) {
			buf_addf(why, "block %zu is no %s", i, text->blocks[i].kind);
			return false;
		}
	}
	*out = (struct letter){
		.language = text->language,
		.title = text->title,
		.author = text->author,
		.date = text->date,
		.head = text->head,
		.page_text = text->page_text,
		.blocks = blocks,
		.n_blocks = text->n_blocks,
	};
	return true;
}

bool letter_read(const char *json, size_t len, struct arena *arena, struct letter *out,
		 struct buf *why)
{
	const struct body_limits limits = {LEN_MAX, BODY_DEPTH_MAX};
	struct letter_text text;
	struct shape_misfit misfit;
	json_t *value;
	size_t position;
	enum body_fault fault = body_parse(json, len, &limits, &value, &position);
	bool fits;

	if (fault != BODY_OK) {
		buf_addf(why, "%s at byte %zu", body_fault_text(fault), position);
		return false;
	}
	fits = shape_read(&letter_shape, value, arena, &text, &misfit);
	json_decref(value);
	if (!fits)
		buf_addf(why, "%s is not %s", misfit.pointer, misfit.expected);
	return fits && read_blocks(&text, arena, out, why);
}
