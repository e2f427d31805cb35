/* libxml2 gets UTF-8, some KiB at a time: what is too long is seen before it is parsed. */
#include "lib/format/xmlread.h"

#include <libxml/parser.h>
#include <string.h>
#include <strings.h>

#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/format/decode.h"
#include "lib/format/line.h"

#define SLICE_BYTES 4096
#define HEAD_BYTES 512 /* in which a declaration ends */
#define PATH_BYTES_MAX 8192
#define TAG_BYTES_MAX 4096 /* if nothing else is wanted */
#define DEPTH_MAX 256
#define WORDS 5 /* an attribute's: name, prefix, namespace, value from and to */
#define BLANKS " \t\r\n"

struct xmlread {
	const struct xmlread_events *events;
	void *ctx;
	xmlParserCtxtPtr parser;
	struct buf head; /* until the encoding is known */
	bool is_begun;
	struct decoder decoder;
	struct buf decoded; /* of a slice */
	size_t tag_max;
	size_t fed;
	size_t fed_at_event; /* when something was last told of what had been fed */
	struct buf path;
	size_t lines[DEPTH_MAX]; /* where the elements of the path begin */
	size_t depth;
	struct buf text; /* since the last tag */
	const xmlChar **attributes;
	size_t n_attributes;
	struct buf value;
	enum format_fault fault;
	size_t line;
};

/* ---- the parser's events */

static void on_start(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
		     int n_namespaces, const xmlChar **namespaces, int n_attributes,
		     int n_defaulted, const xmlChar **attributes)
{
	struct xmlread *xml = ctx;

	(void)prefix;
	(void)n_namespaces;
	(void)namespaces;
	(void)n_defaulted;
	if (xml->fault != FORMAT_OK)
		return;
	xml->fed_at_event = xml->fed;
	buf_reset(&xml->text);
	buf_addc(&xml->path, '/');
	buf_adds(&xml->path, (const char *)name);
	if (xml->depth >= DEPTH_MAX || buf_overflowed(&xml->path)) {
		xmlread_fail(xml, FORMAT_TOO_LARGE);
		return;
	}
	xml->lines[xml->depth++] = (size_t)xmlSAX2GetLineNumber(xml->parser);
	if (xml->depth == 1 && xml->events->is_known != NULL &&
	    !xml->events->is_known(xml->ctx, (const char *)name, (const char *)uri)) {
		xmlread_fail(xml, FORMAT_NOT_KNOWN);
		return;
	}
	xml->attributes = attributes;
	xml->n_attributes = (size_t)n_attributes;
	if (xml->events->on_begin != NULL)
		xml->events->on_begin(xml->ctx, buf_text(&xml->path));
	xml->n_attributes = 0;
}

static const char *trimmed(struct buf *text)
{
	while (text->len > 0 && strchr(BLANKS, text->data[text->len - 1]) != NULL)
		text->data[--text->len] = '\0';
	return buf_text(text) + strspn(buf_text(text), BLANKS);
}

static void on_end(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct xmlread *xml = ctx;
	const char *last = strrchr(buf_text(&xml->path), '/');

	(void)name;
	(void)prefix;
	(void)uri;
	if (xml->fault != FORMAT_OK)
		return;
	xml->fed_at_event = xml->fed;
	if (xml->events->on_end != NULL)
		xml->events->on_end(xml->ctx, buf_text(&xml->path), trimmed(&xml->text));
	buf_reset(&xml->text);
	xml->depth--;
	xml->path.len = (size_t)(last - xml->path.data);
	xml->path.data[xml->path.len] = '\0';
}

static void on_text(void *ctx, const xmlChar *text, int len)
{
	struct xmlread *xml = ctx;

	if (xml->fault != FORMAT_OK)
		return;
	xml->fed_at_event = xml->fed;
	if (xml->events->on_text != NULL)
		xml->events->on_text(xml->ctx, (const char *)text, (size_t)len);
	buf_add(&xml->text, text, (size_t)len);
}

static void on_type(void *ctx, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
	(void)name;
	(void)id;
	(void)system;
	xmlread_fail(ctx, FORMAT_DECLARATION);
}

/* Told by the parser's return value. */
static void on_error(void *ctx, xmlErrorPtr error)
{
	(void)ctx;
	(void)error;
}

/* ---- the document */

struct xmlread *xmlread_new(const struct xmlread_events *events, void *ctx)
{
	static const xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.internalSubset = on_type,
		.serror = on_error,
	};
	xmlSAXHandler own = handler;
	struct xmlread *xml = base_alloc(sizeof(*xml));

	*xml = (struct xmlread){.events = events, .ctx = ctx, .line = 1};
	xml->tag_max = events->tag_max > 0 ? events->tag_max : TAG_BYTES_MAX;
	buf_init(&xml->head, HEAD_BYTES);
	buf_init(&xml->decoded, 2 * SLICE_BYTES + 4);
	buf_init(&xml->path, PATH_BYTES_MAX);
	buf_init(&xml->text, XMLREAD_TEXT_MAX);
	buf_init(&xml->value, xml->tag_max + 2 * SLICE_BYTES);
	xml->parser = xmlCreatePushParserCtxt(&own, xml, NULL, 0, NULL);
	MUST(xml->parser != NULL);
	/* Of entities there are but XML's own five, which attributes would else hold as "&#38;". */
	xmlCtxtUseOptions(xml->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
	return xml;
}

static void parse(struct xmlread *xml, bool is_end)
{
	bool is_sound;

	xml->fed += xml->decoded.len;
	is_sound = xmlParseChunk(xml->parser, buf_text(&xml->decoded), (int)xml->decoded.len,
				 is_end) == XML_ERR_OK ||
		   xml->parser->wellFormed == 1;
	if (!is_sound)
		xmlread_fail(xml, FORMAT_MALFORMED);
	else if (xml->fed - xml->fed_at_event > xml->tag_max)
		xmlread_fail(xml, FORMAT_TOO_LARGE);
}

static void feed(struct xmlread *xml, const char *bytes, size_t len)
{
	for (size_t n; len > 0 && xml->fault == FORMAT_OK; bytes += n, len -= n) {
		n = len < SLICE_BYTES ? len : SLICE_BYTES;
		buf_reset(&xml->decoded);
		if (!decode_add(&xml->decoder, bytes, n, &xml->decoded))
			xmlread_fail(xml, FORMAT_ENCODING);
		else
			parse(xml, false);
	}
}

/* What it says that it is in, of the decoded beginning of the document; NULL if it says nothing. */
static const char *said_encoding(const char *head, size_t *len_out)
{
	const char *end = strstr(head, "?>");
	const char *said = strncmp(head, "<?xml", 5) != 0 || end == NULL
				   ? NULL
				   : memmem(head, (size_t)(end - head), "encoding", 8);
	const char *close;

	if (said == NULL)
		return NULL;
	said += strlen("encoding");
	said += strspn(said, BLANKS);
	if (*said++ != '=')
		return NULL;
	said += strspn(said, BLANKS);
	close = *said == '"' || *said == '\'' ? strchr(said + 1, *said) : NULL;
	if (close == NULL || close > end)
		return NULL;
	*len_out = (size_t)(close - said - 1);
	return said + 1;
}

/* Windows' letters are read as those of ISO: programs that say the one mean the other. */
static bool find_charset(const char *name, size_t len, enum decode_charset *charset_out)
{
	static const struct {
		const char *name;
		enum decode_charset charset;
	} names[] = {
		{"utf-8", DECODE_UTF8},		 {"us-ascii", DECODE_UTF8},
		{"iso-8859-1", DECODE_LATIN1},	 {"latin1", DECODE_LATIN1},
		{"windows-1252", DECODE_LATIN1}, {"utf-16", DECODE_UTF16LE},
		{"utf-16le", DECODE_UTF16LE},	 {"utf-16be", DECODE_UTF16BE},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i].name) == len && strncasecmp(names[i].name, name, len) == 0) {
			*charset_out = names[i].charset;
			return true;
		}
	return false;
}

/* By the bytes of its mark or its first '<'. */
static enum decode_charset seen_charset(const struct buf *head, size_t *mark_len_out)
{
	enum decode_charset charset = decode_mark(buf_text(head), head->len, mark_len_out);

	if (*mark_len_out == 0 && head->len >= 2 && memcmp(head->data, "<\0", 2) == 0)
		return DECODE_UTF16LE;
	if (*mark_len_out == 0 && head->len >= 2 && memcmp(head->data, "\0<", 2) == 0)
		return DECODE_UTF16BE;
	return charset;
}

/* What it says must be what it is: only of its letters of one byte can nothing be seen. */
static bool settle_charset(struct xmlread *xml, enum decode_charset seen, bool is_marked)
{
	enum decode_charset said = seen;
	struct decoder decoder;
	struct buf text;
	const char *name;
	bool is_settled, is_wide = seen >= DECODE_UTF16LE;
	size_t len;

	/* A declaration has but ASCII in it. */
	decode_init(&decoder, is_wide ? seen : DECODE_LATIN1);
	buf_init(&text, 2 * HEAD_BYTES + 4);
	is_settled = decode_add(&decoder, xml->head.data, xml->head.len, &text);
	name = said_encoding(buf_text(&text), &len);
	if (is_settled && name != NULL)
		is_settled = find_charset(name, len, &said) &&
			     (said >= DECODE_UTF16LE) == is_wide &&
			     (is_wide || !is_marked || said == seen);
	buf_fini(&text);
	decode_init(&xml->decoder, is_wide ? seen : said);
	return is_settled;
}

static void begin(struct xmlread *xml)
{
	size_t mark_len;
	enum decode_charset seen = seen_charset(&xml->head, &mark_len);

	xml->is_begun = true;
	xml->head.len -= mark_len;
	if (mark_len > 0)
		memmove(xml->head.data, xml->head.data + mark_len, xml->head.len + 1);
	if (xml->head.len == 0)
		return;
	if (settle_charset(xml, seen, mark_len > 0))
		feed(xml, xml->head.data, xml->head.len);
	else
		xmlread_fail(xml, FORMAT_ENCODING);
}

enum format_fault xmlread_add(struct xmlread *xml, const char *bytes, size_t len)
{
	while (!xml->is_begun && len > 0) {
		buf_addc(&xml->head, *bytes);
		len--;
		if (*bytes++ == '>' || xml->head.len == HEAD_BYTES)
			begin(xml);
	}
	feed(xml, bytes, len);
	return xml->fault;
}

enum format_fault xmlread_end(struct xmlread *xml)
{
	if (!xml->is_begun)
		begin(xml);
	if (xml->fault != FORMAT_OK)
		return xml->fault;
	if (!decode_end(&xml->decoder))
		xmlread_fail(xml, FORMAT_ENCODING);
	buf_reset(&xml->decoded);
	parse(xml, true);
	return xml->fault;
}

void xmlread_free(struct xmlread **xml)
{
	if (*xml == NULL)
		return;
	xmlFreeParserCtxt((*xml)->parser);
	buf_fini(&(*xml)->head);
	buf_fini(&(*xml)->decoded);
	buf_fini(&(*xml)->path);
	buf_fini(&(*xml)->text);
	buf_fini(&(*xml)->value);
	base_free(*xml);
	*xml = NULL;
}

/* ---- for who is told */

void xmlread_fail(struct xmlread *xml, enum format_fault fault)
{
	int line = xmlSAX2GetLineNumber(xml->parser);

	if (xml->fault != FORMAT_OK)
		return;
	xml->line = xml->depth > 0 ? xml->lines[xml->depth - 1] : line > 0 ? (size_t)line : 1;
	xml->fault = fault;
	xmlStopParser(xml->parser);
}

size_t xmlread_line(const struct xmlread *xml)
{
	return xml->fault == FORMAT_OK && xml->depth > 0 ? xml->lines[xml->depth - 1] : xml->line;
}

const char *xmlread_attribute(struct xmlread *xml, size_t number, const char **value_out)
{
	const xmlChar **words;

	if (number >= xml->n_attributes)
		return NULL;
	words = xml->attributes + WORDS * number;
	buf_reset(&xml->value);
	buf_add(&xml->value, words[3], (size_t)(words[4] - words[3]));
	*value_out = buf_text(&xml->value);
	return (const char *)words[0];
}

const char *xmlread_attribute_named(struct xmlread *xml, const char *name)
{
	const char *found, *value;

	for (size_t i = 0; (found = xmlread_attribute(xml, i, &value)) != NULL; i++)
		if (strcmp(found, name) == 0)
			return value;
	return NULL;
}

static void keep(struct xmlread *xml, const struct xmlread_field *field, char *member)
{
	const char *text = trimmed(&xml->text);
	size_t len = strlen(member);

	if (field->kind == XMLREAD_CODE && *member == '\0' && strlen(text) >= field->size)
		xmlread_fail(xml, FORMAT_REFERENCE);
	else if (*member == '\0')
		line_put(member, field->size, text);
	else if (field->kind == XMLREAD_JOINED && *text != '\0' && len + 1 < field->size) {
		member[len] = ' ';
		line_put(member + len + 1, field->size - len - 1, text);
	}
}

bool xmlread_keep(struct xmlread *xml, const char *path, const struct xmlread_field *fields,
		  size_t n, void *record)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(fields[i].path, path) == 0) {
			keep(xml, &fields[i], (char *)record + fields[i].offset);
			return true;
		}
	return false;
}
