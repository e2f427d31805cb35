/* Comparing texts: codes of closed sets, names of files. */
#ifndef TRINN_BASE_TEXT_H
#define TRINN_BASE_TEXT_H

#include <stdbool.h>

/* For strspn() and its like. */
#define TEXT_CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define TEXT_LETTERS TEXT_CAPITALS "abcdefghijklmnopqrstuvwxyz"

/* Byte by byte. What is not told (NULL) is no text. */
bool text_is(const char *text, const char *wanted);

bool text_ends_in(const char *text, const char *end);

#endif
