/* A letter as JSON, which is how the database composes and keeps it. */
#ifndef TRINN_LETTER_READ_H
#define TRINN_LETTER_READ_H

#include <stddef.h>

#include "lib/base/arena.h"
#include "lib/letter/letter.h"

/*
 * {"language", "title", "author", "date", "head", "pageText", "blocks": [{"kind", "text", "rows":
 * [{"cells": [text], "isTotal"}]}]}, the kinds being those of enum letter_kind in small letters.
 * What is read lives in the arena. False, with the reason in `why`, if it is not so, or the rows
 * do not fit their kind.
 */
bool letter_read(const char *json, size_t len, struct arena *arena, struct letter *out,
		 struct buf *why) MUST_USE;

#endif
