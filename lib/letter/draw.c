/* The pages of a letter, drawn into a PDF. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/letter/catalog.h"
#include "lib/letter/fonts.h"
#include "lib/letter/letter.h"
#include "lib/letter/set.h"

#define ARENA_BYTES_MAX (64U * 1024 * 1024)
#define RULE_WIDTH 0.6

struct drawing {
	struct setting setting;
	const struct letter *letter;
	cairo_t *cairo;
	size_t n_pages;
	const char *tag;		  /* that is open; NULL: none */
	const struct letter_block *block; /* that it is of */
};

static cairo_status_t on_bytes(void *ctx, const unsigned char *bytes, unsigned int len)
{
	struct buf *pdf = ctx;

	buf_add(pdf, bytes, len);
	return buf_overflowed(pdf) ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

/* What a block is to those who do not see it (ISO 32000-1, 14.8.4). */
static const char *tag_of(const struct letter_block *block)
{
	static const char *const tags[] = {
		[LETTER_SENDER] = "P",	 [LETTER_RECIPIENT] = "P", [LETTER_TITLE] = "H1",
		[LETTER_HEADING] = "H2", [LETTER_PARAGRAPH] = "P", [LETTER_ITEM] = "LI",
		[LETTER_TERM] = "P",	 [LETTER_TABLE] = "Table", [LETTER_SIGNATURE] = "P",
		[LETTER_NOTE] = "P",
	};

	return tags[block->kind];
}

static void close_tag(struct drawing *drawing)
{
	if (drawing->tag != NULL)
		cairo_tag_end(drawing->cairo, drawing->tag);
	drawing->tag = NULL;
	drawing->block = NULL;
}

/* A block that goes on to another page goes on in another element of its kind. */
static void open_tag(struct drawing *drawing, const struct letter_block *block)
{
	if (drawing->block == block)
		return;
	close_tag(drawing);
	drawing->block = block;
	drawing->tag = tag_of(block);
	cairo_tag_begin(drawing->cairo, drawing->tag, NULL);
}

static void draw_rule(cairo_t *cairo, double y)
{
	cairo_set_line_width(cairo, RULE_WIDTH);
	cairo_move_to(cairo, SET_MARGIN, y);
	cairo_rel_line_to(cairo, SET_WIDTH, 0);
	cairo_stroke(cairo);
}

static void draw_pieces(cairo_t *cairo, const struct set_strip *strip, double y, const char *tag)
{
	for (size_t i = 0; i < strip->n_pieces; i++) {
		const struct piece *piece = &strip->pieces[i];

		if (tag != NULL && piece->begins)
			cairo_tag_begin(cairo, tag, NULL);
		cairo_move_to(cairo, SET_MARGIN + piece->x, y + piece->baseline);
		pango_cairo_show_layout_line(cairo, piece->line);
		if (tag != NULL && (i + 1 == strip->n_pieces || strip->pieces[i + 1].begins))
			cairo_tag_end(cairo, tag);
	}
}

static void draw_strip(struct drawing *drawing, const struct set_strip *strip, double y)
{
	bool is_row = strip->block->kind == LETTER_TABLE;

	open_tag(drawing, strip->block);
	if (strip->has_rule)
		draw_rule(drawing->cairo, y);
	if (is_row)
		cairo_tag_begin(drawing->cairo, "TR", NULL);
	draw_pieces(drawing->cairo, strip, y, !is_row ? NULL : strip->is_head ? "TH" : "TD");
	if (is_row)
		cairo_tag_end(drawing->cairo, "TR");
}

static const char *page_text(struct drawing *drawing, size_t page)
{
	const char *words[] = {"{page}", "{pages}"};
	const size_t numbers[] = {page + 1, drawing->n_pages};
	const char *text = drawing->letter->page_text;

	for (size_t i = 0; i < 2; i++) {
		const char *at = strstr(text, words[i]);

		if (at != NULL)
			text = arena_printf(drawing->setting.arena, "%.*s%zu%s", (int)(at - text),
					    text, numbers[i], at + strlen(words[i]));
	}
	return text;
}

static void draw_small(struct drawing *drawing, const char *text, bool to_the_right)
{
	PangoLayout *layout = set_layout(&drawing->setting, text, SET_SMALL, 0);
	PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);

	if (!to_the_right) {
		pango_layout_set_width(layout, (int)((SET_WIDTH - 90) * PANGO_SCALE));
		pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
		line = pango_layout_get_line_readonly(layout, 0);
	}
	cairo_move_to(drawing->cairo,
		      SET_MARGIN + (to_the_right ? SET_WIDTH - set_line_width(line) : 0),
		      SET_HEAD_BASELINE);
	pango_cairo_show_layout_line(drawing->cairo, line);
}

static void begin_page(struct drawing *drawing, size_t page)
{
	close_tag(drawing);
	if (page > 0)
		cairo_show_page(drawing->cairo);
	draw_small(drawing, drawing->letter->head, false);
	draw_small(drawing, page_text(drawing, page), true);
	draw_rule(drawing->cairo, SET_HEAD_BASELINE + 7);
}

static void draw_pages(struct drawing *drawing)
{
	const struct setting *setting = &drawing->setting;

	cairo_tag_begin(drawing->cairo, "Document", NULL);
	for (size_t i = 0; i < setting->n; i++) {
		const struct strip *strip = &setting->strips[i];
		bool is_first = i == 0 || strip[-1].page != strip->page;

		if (is_first)
			begin_page(drawing, strip->page);
		if (is_first && strip->head != PAGES_NO_HEAD)
			draw_strip(drawing, &setting->set_strips[strip->head],
				   SET_TOP + strip->y - setting->strips[strip->head].height);
		draw_strip(drawing, &setting->set_strips[i], SET_TOP + strip->y);
	}
	close_tag(drawing);
	cairo_tag_end(drawing->cairo, "Document");
	cairo_show_page(drawing->cairo);
}

static void tell_metadata(cairo_surface_t *surface, const struct letter *letter,
			  struct arena *arena)
{
	const char *made = arena_printf(arena, "%sT00:00:00Z", letter->date);

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, letter->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, letter->author);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Trinn");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
}

/* Whether all of it went into `pdf`. */
static bool draw(struct drawing *drawing, struct buf *pdf, struct buf *why)
{
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(on_bytes, pdf, SET_PAGE_WIDTH, SET_PAGE_HEIGHT);
	cairo_status_t status;

	tell_metadata(surface, drawing->letter, drawing->setting.arena);
	drawing->cairo = cairo_create(surface);
	draw_pages(drawing);
	status = cairo_status(drawing->cairo);
	cairo_destroy(drawing->cairo);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (status != CAIRO_STATUS_SUCCESS)
		buf_addf(why, "cairo: %s", cairo_status_to_string(status));
	else if (!catalog_append(pdf, drawing->letter->language))
		buf_adds(why, "cairo: another kind of PDF, or too long a one");
	return why->len == 0;
}

bool letter_set(struct letter_fonts *fonts, const struct letter *letter, struct buf *pdf,
		struct buf *why)
{
	PangoContext *context = fonts_context(fonts, letter->language);
	struct drawing drawing = {
		.setting = {.arena = arena_new(ARENA_BYTES_MAX), .context = context},
		.letter = letter,
	};
	struct setting *setting = &drawing.setting;
	bool done = false;

	set_blocks(setting, letter);
	if (arena_overflowed(setting->arena))
		buf_adds(why, "longer than a letter may be");
	else if (!pages_break(setting->strips, setting->n, SET_HEIGHT, &drawing.n_pages))
		buf_adds(why, "a row is higher than a page");
	else
		done = draw(&drawing, pdf, why);
	arena_free(&setting->arena);
	g_object_unref(context);
	return done;
}

const char *letter_setter(void)
{
	static char text[64];

	if (text[0] == '\0')
		snprintf(text, sizeof(text), "cairo %s, pango %s", cairo_version_string(),
			 pango_version_string());
	return text;
}
