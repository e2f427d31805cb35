/*
 * XML from outside as a stream of elements, each told by its path: "/Document/GrpHdr/MsgId" is an
 * element by the local names of all around it. Pieces may be of any size.
 *
 * There are neither network nor entities: a document type declaration, in which they would be
 * declared, is refused as it begins. Names, attributes, comments and depth have bounds. A document
 * is in UTF-8, UTF-16 or the letters of western Europe (ISO 8859-1), and in the one that it says.
 * Nothing is written to standard error.
 */
#ifndef TRINN_FORMAT_XMLREAD_H
#define TRINN_FORMAT_XMLREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"
#include "lib/format/fault.h"

struct xmlread;

#define XMLREAD_TEXT_MAX 4096 /* bytes of one element's text; of longer ones the beginning */

/* Any may be NULL. */
struct xmlread_events {
	/* Before anything else: whether the document is of the kind that is read. `space` may be
	 * NULL. */
	bool (*is_known)(void *ctx, const char *name, const char *space);
	void (*on_begin)(void *ctx, const char *path);
	/* `text` has no blanks around it, and is what follows the last element within. */
	void (*on_end)(void *ctx, const char *path, const char *text);
	/* Each piece of text as it comes, not NUL-terminated. */
	void (*on_text)(void *ctx, const char *bytes, size_t len);
	size_t tag_max; /* bytes of a tag: each attribute is compared with all before it */
};

struct xmlread *xmlread_new(const struct xmlread_events *events, void *ctx)
	__attribute__((returns_nonnull));

/* What follows. Once it is not FORMAT_OK it stays so. */
enum format_fault xmlread_add(struct xmlread *xml, const char *bytes, size_t len) MUST_USE;

enum format_fault xmlread_end(struct xmlread *xml) MUST_USE;

void xmlread_free(struct xmlread **xml);

/* From within an event: nothing further is told. Of several faults the first counts. */
void xmlread_fail(struct xmlread *xml, enum format_fault fault);

/* The line at which the element begins that begins or ends; that of the fault, if there is one. */
size_t xmlread_line(const struct xmlread *xml);

/* Within on_begin(): the element's attribute of this number, without its prefix, or NULL if it has
 * no more; and its value, which is valid until the next is asked for. */
const char *xmlread_attribute(struct xmlread *xml, size_t number, const char **value_out);

/* The value of one by its name, or NULL. */
const char *xmlread_attribute_named(struct xmlread *xml, const char *name);

/* Which element's text is which member, an array of char, of a record. */
struct xmlread_field {
	const char *path;
	size_t offset;
	size_t size;
	enum xmlread_kind {
		XMLREAD_CUT,	/* to what fits; of several the first counts */
		XMLREAD_JOINED, /* several, with blanks between them, cut */
		XMLREAD_CODE,	/* the first; FORMAT_REFERENCE if it does not fit */
	} kind;
};

#define XMLREAD_FIELD(path, kind, type, member)                                                    \
	{                                                                                          \
		path, offsetof(struct type, member), sizeof(((struct type *)NULL)->member),        \
			XMLREAD_##kind                                                             \
	}

/* From within on_end(): keeps the text where the table says for `path`, which may be but the end of
 * the element's. False if it is not in the table. */
bool xmlread_keep(struct xmlread *xml, const char *path, const struct xmlread_field *fields,
		  size_t n, void *record);

#define XMLREAD_KEEP(xml, path, fields, record)                                                    \
	xmlread_keep(xml, path, fields, sizeof(fields) / sizeof((fields)[0]), record)

#endif
