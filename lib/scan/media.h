/* What content is, by its bytes: libmagic's word for it. */
#ifndef TRINN_SCAN_MEDIA_H
#define TRINN_SCAN_MEDIA_H

#include <stddef.h>

/* libmagic with its database. */
struct media;

/* NULL if the database is not there. */
struct media *media_new(void);

void media_free(struct media **media);

/* The media type of content that begins so, "application/octet-stream" if it is none that is known.
 * Valid until the next call. */
const char *media_type_of(struct media *media, const void *bytes, size_t len)
	__attribute__((returns_nonnull));

#endif
