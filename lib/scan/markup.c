/* Bounds on depth and names are libxml2's own, as long as it is not told that input is huge. */
#include "lib/scan/markup.h"

#include <libxml/parser.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/fail.h"

enum {
	TAG_BYTES_MAX = 128 * 1024, /* libxml2 compares each attribute with all before it */
	VALUE_BYTES_MAX = 31,	    /* of the number in a cell: none is longer */
};

struct markup {
	xmlParserCtxtPtr parser;
	struct fnr_search *search;
	size_t fed;
	size_t fed_at_event; /* when something was last told of what had been fed */
	bool holds_text;     /* since the last tag */
	size_t n_blanks;     /* since the last tag, before any text */
	bool is_indented;    /* of which one breaks the line */
	bool is_value;	     /* within the value of a cell */
	bool is_encrypted;
	bool has_type; /* a document type declaration */
	struct buf value; /* of the cell or attribute at hand */
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

static bool is_in(const char *const *names, const xmlChar *name)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, (const char *)name) == 0)
			return true;
	return false;
}

static bool is(const xmlChar *name, const char *wanted)
{
	return strcmp((const char *)name, wanted) == 0;
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

/* Five words for each: name, prefix, namespace, and the value from and to. */
static void search_attributes(struct markup *markup, int n, const xmlChar **attributes)
{
	for (int i = 0; i < n; i++) {
		const xmlChar **attribute = attributes + i * 5;

		if (!is_in(told, attribute[0]))
			continue;
		buf_reset(&markup->value);
		buf_add(&markup->value, attribute[3], (size_t)(attribute[4] - attribute[3]));
		search_value(markup);
	}
}

static void on_start(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
		     int n_namespaces, const xmlChar **namespaces, int n_attributes,
		     int n_defaulted, const xmlChar **attributes)
{
	struct markup *markup = ctx;

	(void)prefix;
	(void)uri;
	(void)n_namespaces;
	(void)namespaces;
	(void)n_defaulted;
	markup->fed_at_event = markup->fed;
	end_text(markup);
	search_attributes(markup, n_attributes, attributes);
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

static void on_end(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct markup *markup = ctx;

	(void)prefix;
	(void)uri;
	markup->fed_at_event = markup->fed;
	if (markup->is_value)
		search_value(markup);
	if (is_in(blocks, name) || (markup->holds_text && !is_in(runs, name)))
		add(markup, "\n");
	markup->is_value = false;
	end_text(markup);
}

static void on_text(void *ctx, const xmlChar *text, int len)
{
	struct markup *markup = ctx;
	const char *bytes = (const char *)text;
	size_t n = (size_t)len;

	markup->fed_at_event = markup->fed;
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

static void on_type(void *ctx, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
	struct markup *markup = ctx;

	(void)name;
	(void)id;
	(void)system;
	markup->has_type = true;
	xmlStopParser(markup->parser);
}

/* Told by the parser's return value. */
static void on_error(void *ctx, xmlErrorPtr error)
{
	(void)ctx;
	(void)error;
}

struct markup *markup_new(struct fnr_search *search)
{
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.internalSubset = on_type,
		.serror = on_error,
	};
	struct markup *markup = base_alloc(sizeof(*markup));

	*markup = (struct markup){.search = search};
	buf_init(&markup->value, TAG_BYTES_MAX);
	/* What iconv objects to knows no parser, and would be written to standard error. */
	xmlSetStructuredErrorFunc(NULL, on_error);
	markup->parser = xmlCreatePushParserCtxt(&handler, markup, NULL, 0, NULL);
	MUST(markup->parser != NULL);
	xmlCtxtUseOptions(markup->parser, XML_PARSE_NONET);
	return markup;
}

static enum reading parse(struct markup *markup, const char *bytes, size_t len, bool is_end)
{
	bool is_sound = xmlParseChunk(markup->parser, bytes, (int)len, is_end) == XML_ERR_OK ||
			markup->parser->wellFormed == 1;

	if (markup->fed - markup->fed_at_event > TAG_BYTES_MAX)
		return READING_LARGE;
	if (markup->is_encrypted)
		return READING_ENCRYPTED;
	return is_sound && !markup->has_type ? READING_WHOLE : READING_DAMAGED;
}

enum reading markup_add(struct markup *markup, const char *bytes, size_t len)
{
	markup->fed += len;
	return parse(markup, bytes, len, false);
}

enum reading markup_end(struct markup *markup)
{
	add(markup, "\n");
	return parse(markup, NULL, 0, true);
}

void markup_free(struct markup **markup)
{
	if (*markup == NULL)
		return;
	xmlFreeParserCtxt((*markup)->parser);
	buf_fini(&(*markup)->value);
	base_free(*markup);
	*markup = NULL;
}
