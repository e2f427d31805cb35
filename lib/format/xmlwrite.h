/*
 * XML that is written element by element, in UTF-8, with no blanks between elements.
 *
 * Texts may hold anything that is UTF-8: what XML cannot say is replaced (U+FFFD).
 */
#ifndef TRINN_FORMAT_XMLWRITE_H
#define TRINN_FORMAT_XMLWRITE_H

#include <libxml/xmlwriter.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

struct xmlwrite {
	xmlBufferPtr buffer;
	xmlTextWriterPtr writer;
};

/* Begins a document, which xmlwrite_fini() ends and adds to `out`. */
void xmlwrite_init(struct xmlwrite *xml);
void xmlwrite_fini(struct xmlwrite *xml, struct buf *out);

void xmlwrite_begin(struct xmlwrite *xml, const char *name);
void xmlwrite_end(struct xmlwrite *xml);

/* Of the element that has just begun. */
void xmlwrite_attribute(struct xmlwrite *xml, const char *name, const char *value);

/* An element of a text; nothing if there is none (NULL). */
void xmlwrite_add(struct xmlwrite *xml, const char *name, const char *text);

/* What is known to be plain: an element of it, or a text of the element that is open. */
void xmlwrite_addf(struct xmlwrite *xml, const char *name, const char *format, ...)
	PRINTF_LIKE(3, 4);
void xmlwrite_textf(struct xmlwrite *xml, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
