/* A writer to memory fails for want of memory or by a broken promise only. */
#include "lib/format/xmlwrite.h"

#include <stdarg.h>
#include <string.h>

#include "lib/base/fail.h"

static const xmlChar *chars(const char *text)
{
	return (const xmlChar *)text;
}

void xmlwrite_init(struct xmlwrite *xml)
{
	xml->buffer = xmlBufferCreate();
	MUST(xml->buffer != NULL);
	xml->writer = xmlNewTextWriterMemory(xml->buffer, 0);
	MUST(xml->writer != NULL);
	MUST(xmlTextWriterStartDocument(xml->writer, NULL, "UTF-8", NULL) >= 0);
}

void xmlwrite_fini(struct xmlwrite *xml, struct buf *out)
{
	MUST(xmlTextWriterEndDocument(xml->writer) >= 0);
	xmlFreeTextWriter(xml->writer);
	buf_add(out, xmlBufferContent(xml->buffer), (size_t)xmlBufferLength(xml->buffer));
	xmlBufferFree(xml->buffer);
}

void xmlwrite_begin(struct xmlwrite *xml, const char *name)
{
	MUST(xmlTextWriterStartElement(xml->writer, chars(name)) >= 0);
}

void xmlwrite_end(struct xmlwrite *xml)
{
	MUST(xmlTextWriterEndElement(xml->writer) >= 0);
}

void xmlwrite_attribute(struct xmlwrite *xml, const char *name, const char *value)
{
	MUST(xmlTextWriterWriteAttribute(xml->writer, chars(name), chars(value)) >= 0);
}

void xmlwrite_textf(struct xmlwrite *xml, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	MUST(xmlTextWriterWriteVFormatString(xml->writer, format, args) >= 0);
	va_end(args);
}

/* Bytes of the character that `text` begins with, if XML 1.0 cannot say it, as it can neither most
 * control characters nor U+FFFE and U+FFFF; 0 if it can. */
static size_t unsaid_len(const char *text)
{
	unsigned char c = (unsigned char)*text;

	if (strncmp(text, "\xef\xbf\xbe", 3) == 0 || strncmp(text, "\xef\xbf\xbf", 3) == 0)
		return 3;
	return c < 0x20 && c != '\t' && c != '\n' && c != '\r' ? 1 : 0;
}

static void write_text(struct xmlwrite *xml, const char *text)
{
	static const char replacement[] = "\xef\xbf\xbd";
	const char *from = text;

	while (*text != '\0') {
		size_t len = unsaid_len(text);

		if (len > 0) {
			xmlwrite_textf(xml, "%.*s%s", (int)(text - from), from, replacement);
			from = text + len;
		}
		text += len > 0 ? len : 1;
	}
	xmlwrite_textf(xml, "%s", from);
}

void xmlwrite_add(struct xmlwrite *xml, const char *name, const char *text)
{
	if (text == NULL)
		return;
	xmlwrite_begin(xml, name);
	write_text(xml, text);
	xmlwrite_end(xml);
}

void xmlwrite_addf(struct xmlwrite *xml, const char *name, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	MUST(xmlTextWriterWriteVFormatElement(xml->writer, chars(name), format, args) >= 0);
	va_end(args);
}
