/* What cairo does not tell of a PDF. */
#ifndef TRINN_LETTER_CATALOG_H
#define TRINN_LETTER_CATALOG_H

#include <stdbool.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

/* Appends a catalogue that also says which language the text is in, by which it is read aloud, and
 * that its title, not the name of the file, is shown (ISO 32000-1, 7.5.6, 14.9.2 and 12.2). False
 * if the PDF is not written as cairo 1.16 writes one. */
bool catalog_append(struct buf *pdf, const char *language) MUST_USE;

#endif
