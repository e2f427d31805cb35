/* A writer to memory fails for want of memory or by a broken promise only. */
#include "lib/format/xmlwrite.h"

#include <stdarg.h>

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

/* XML 1.0 has no words for most control characters. */
static void write_text(struct xmlwrite *xml, const char *text)
{
	static const char replacement[] = "\xef\xbf\xbd";
	const char *from = text;

	for (;; text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
			continue;
		MUST(xmlTextWriterWriteFormatString(xml->writer, "%.*s", (int)(text - from),
						    from) >= 0);
		if (c == '\0')
			return;
		MUST(xmlTextWriterWriteString(xml->writer, chars(replacement)) >= 0);
		from = text + 1;
	}
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

void xmlwrite_textf(struct xmlwrite *xml, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	MUST(xmlTextWriterWriteVFormatString(xml->writer, format, args) >= 0);
	va_end(args);
}
