/* The name under which a reply is to be saved. RFC 6266 */
#ifndef TRINN_HTTP_DISPOSITION_H
#define TRINN_HTTP_DISPOSITION_H

struct arena;

/* The value of Content-Disposition for a file of that name, in UTF-8: never shown in the page, and
 * by `filename*` for all who know it. Lives in the arena. */
const char *http_attachment(struct arena *arena, const char *name)
	__attribute__((returns_nonnull));

#endif
