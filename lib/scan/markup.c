/* Elements are told apart by their names alone: the kinds of document share few, and mean the same
 * by them. */
#include "lib/scan/markup.h"

#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/format/xmlread.h"

enum {
	TAG_BYTES_MAX = 128 * 1024,
	VALUE_BYTES_MAX = 31, /* of the number in a cell: none is longer */
};

struct markup {
	struct xmlread *xml;
	struct fnr_search *search;
	bool holds_text;     /* since the last tag */
	size_t n_blanks;     /* since the last tag, before any text */
	bool is_indented;    /* of which one breaks the line */
	bool is_value;	     /* within the value of a cell */
	bool is_encrypted;
	struct buf value; /* of the cell at hand */
};

/* Names without their prefixes. A word goes on after these, though they hold text. */
static const char *const runs[] = {"t", "span", "a", "delText", "instrText", NULL};
/* And ends at these, though they may hold none by themselves. */
static const char *const blocks[] = {
	"p",   "h",	 "si",	 "is",	       "comment", "c",	 "tc",
	"tab", "br", "cr", "line-break", "table-cell", NULL,
};
/* Attributes that people write, or that hold what is in a cell. */
static const char *const told[] = {"value", "string-value", "v", "descr", "title", "name", NULL};

static bool is_in(const char *const *names, const char *name)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

static bool is(const char *name, const char *wanted)
{
	return strcmp(name, wanted) == 0;
}

static const char *name_of(const char *path)
{
	return strrchr(path, '/') + 1;
}

static void add(struct markup *markup, const char *text)
{
	fnr_search_add(markup->search, text, strlen(text));
}

/* One or two divide a number, more do not. */
static void add_blanks(struct markup *markup)
{
	static const char *const blanks[] = {"", " ", "  ", "   "};

	add(markup, blanks[markup->n_blanks > 3 ? 3 : markup->n_blanks]);
	markup->n_blanks = 0;
	markup->is_indented = false;
}

/* Blanks between two tags are of the text, unless they only indent the tags. */
static void end_text(struct markup *markup)
{
	if (markup->is_indented)
		markup->n_blanks = 0;
	add_blanks(markup);
	markup->holds_text = false;
}

static void search_value(struct markup *markup)
{
	fnr_search_apart(markup->search, buf_text(&markup->value));
	buf_reset(&markup->value);
}

static void search_attributes(struct markup *markup)
{
	const char *name, *value;

	for (size_t i = 0; (name = xmlread_attribute(markup->xml, i, &value)) != NULL; i++)
		if (is_in(told, name))
			fnr_search_apart(markup->search, value);
}

static void on_begin(void *ctx, const char *path)
{
	struct markup *markup = ctx;
	const char *name = name_of(path);

	end_text(markup);
	search_attributes(markup);
	buf_reset(&markup->value);
	markup->is_value = is(name, "v");
	if (is_in(blocks, name))
		add(markup, "\n");
	else if (is(name, "s")) /* blanks, in ODF */
		add(markup, " ");
	else if (is(name, "noBreakHyphen"))
		add(markup, "-");
	else if (is(name, "encryption-data")) /* in the manifest of ODF */
		markup->is_encrypted = true;
}

static void on_end(void *ctx, const char *path, const char *text)
{
	struct markup *markup = ctx;
	const char *name = name_of(path);

	(void)text;
	if (markup->is_value)
		search_value(markup);
	if (is_in(blocks, name) || (markup->holds_text && !is_in(runs, name)))
		add(markup, "\n");
	markup->is_value = false;
	end_text(markup);
}

static void on_text(void *ctx, const char *bytes, size_t n)
{
	struct markup *markup = ctx;

	for (; !markup->holds_text && n > 0 && strchr(" \t\r\n", *bytes) != NULL; bytes++, n--) {
		markup->n_blanks++;
		markup->is_indented |= *bytes == '\n';
	}
	if (n == 0)
		return;
	if (!markup->holds_text)
		add_blanks(markup);
	markup->holds_text = true;
	fnr_search_add(markup->search, bytes, n);
	markup->is_value &= markup->value.len + n <= VALUE_BYTES_MAX;
	if (markup->is_value)
		buf_add(&markup->value, bytes, n);
}

struct markup *markup_new(struct fnr_search *search)
{
	static const struct xmlread_events events = {
		.on_begin = on_begin,
		.on_end = on_end,
		.on_text = on_text,
		.tag_max = TAG_BYTES_MAX,
	};
	struct markup *markup = base_alloc(sizeof(*markup));

	*markup = (struct markup){.search = search};
	buf_init(&markup->value, VALUE_BYTES_MAX);
	markup->xml = xmlread_new(&events, markup);
	return markup;
}

static enum reading reading_of(const struct markup *markup, enum format_fault fault)
{
	if (fault == FORMAT_TOO_LARGE)
		return READING_LARGE;
	if (markup->is_encrypted)
		return READING_ENCRYPTED;
	return fault == FORMAT_OK ? READING_WHOLE : READING_DAMAGED;
}

enum reading markup_add(struct markup *markup, const char *bytes, size_t len)
{
	return reading_of(markup, xmlread_add(markup->xml, bytes, len));
}

enum reading markup_end(struct markup *markup)
{
	add(markup, "\n");
	return reading_of(markup, xmlread_end(markup->xml));
}

void markup_free(struct markup **markup)
{
	if (*markup == NULL)
		return;
	xmlread_free(&(*markup)->xml);
	buf_fini(&(*markup)->value);
	base_free(*markup);
	*markup = NULL;
}
