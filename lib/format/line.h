/* A line of text that people read as a whole, as a title or the name of a file. */
#ifndef TRINN_FORMAT_LINE_H
#define TRINN_FORMAT_LINE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether UTF-8 text has no control characters, breaks of lines among them, and none that turn the
 * direction of what is around them (Unicode's Bidi_Control), by which a name shows as another. */
bool line_is_plain(const char *text);

/* Puts what fits of the text into `size` bytes, whole characters, with a blank for each control
 * character of ASCII. */
void line_put(char *out, size_t size, const char *text);

#endif
