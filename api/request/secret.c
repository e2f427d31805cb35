#include "api/request/secret.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"

void secret_make(char out[SECRET_CHARACTERS + 1])
{
	unsigned char bytes[SECRET_BYTES];

	MUST(RAND_bytes(bytes, sizeof(bytes)) == 1);
	base64url_encode(bytes, sizeof(bytes), out);
}

static const char *digest_of(const char *bytes, size_t len, struct arena *arena)
{
	unsigned char digest[SHA256_DIGEST_LENGTH];
	char *text = arena_alloc(arena, HEX_SIZE(sizeof(digest)));

	SHA256((const unsigned char *)bytes, len, digest);
	hex_encode(digest, sizeof(digest), text);
	return text;
}

const char *text_digest(const char *text, struct arena *arena)
{
	return digest_of(text, strlen(text), arena);
}

const char *secret_digest(const char *secret, struct arena *arena)
{
	return digest_of(secret, SECRET_CHARACTERS, arena);
}

bool digest_equals(const char *digest, const char *other)
{
	size_t len = strlen(digest);

	return strlen(other) == len && CRYPTO_memcmp(digest, other, len) == 0;
}
