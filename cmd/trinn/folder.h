/* Folders and the files in them. Errors are said. */
#ifndef TRINN_CMD_TRINN_FOLDER_H
#define TRINN_CMD_TRINN_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "lib/base/arena.h"
#include "lib/base/attr.h"

/* Makes the folder and those above it that are missing; one that is there is left as it is. */
bool folder_make(const char *path, mode_t mode) MUST_USE;

/* Deletes the folder with all it holds; harmless if there is none. Links are not followed. */
bool folder_remove(const char *path) MUST_USE;

/* Names of the files that end in `suffix`, sorted, in the arena. */
bool folder_list(const char *path, const char *suffix, struct arena *arena,
		 const char *const **names_out, size_t *n_out) MUST_USE;

/* The content of a file of at most `max_bytes`, NUL-terminated, in the arena; NULL if it cannot be
 * read. `len_out` may be NULL. */
char *folder_read_file(const char *path, size_t max_bytes, struct arena *arena,
		       size_t *len_out) MUST_USE;

/* Puts `text` into the file, which is there complete or as it was before. */
bool folder_write_file(const char *path, const char *text, mode_t mode) MUST_USE;

/* The same for bytes that may be anything. */
bool folder_write_bytes(const char *path, const char *bytes, size_t len, mode_t mode) MUST_USE;

#endif
