/*
 * The text of one XML part of an office document (OOXML, ODF), as a stream. A word goes on from one
 * run of letters to the next and ends with its paragraph, cell or other part.
 *
 * There are neither network nor entities: a part with a document type declaration is damaged.
 */
#ifndef TRINN_SCAN_MARKUP_H
#define TRINN_SCAN_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"
#include "lib/scan/fnr_search.h"
#include "lib/scan/reading.h"

struct markup;

/* Searches the text with `search`. */
struct markup *markup_new(struct fnr_search *search) __attribute__((returns_nonnull));

/* What follows of the part, some KiB at a time. Once it is not READING_WHOLE it stays so. */
enum reading markup_add(struct markup *markup, const char *bytes, size_t len) MUST_USE;

enum reading markup_end(struct markup *markup) MUST_USE;

void markup_free(struct markup **markup);

#endif
