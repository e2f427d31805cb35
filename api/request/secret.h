/* A link is as good as its secret: whoever has it reads what it opens. It is told once, and its
 * digest alone is kept. */
#ifndef TRINN_API_REQUEST_SECRET_H
#define TRINN_API_REQUEST_SECRET_H

#include <stdbool.h>

#include "lib/base/base64.h"

struct arena;

#define SECRET_BYTES 32
#define SECRET_CHARACTERS (BASE64URL_SIZE(SECRET_BYTES) - 1)

/* A new one, base64url. */
void secret_make(char out[SECRET_CHARACTERS + 1]);

/* SHA-256 of a text; hex. */
const char *text_digest(const char *text, struct arena *arena) __attribute__((returns_nonnull));

/* Whether two of them are the same, which takes as long wherever they differ. */
bool digest_equals(const char *digest, const char *other);

/* SHA-256 of the first SECRET_CHARACTERS of a text, which has that many; hex. */
const char *secret_digest(const char *secret, struct arena *arena)
	__attribute__((returns_nonnull));

#endif
