#include "api/request/secret.h"

#include <openssl/rand.h>
#include <openssl/sha.h>

#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"

void secret_make(char out[SECRET_CHARACTERS + 1])
{
	unsigned char bytes[SECRET_BYTES];

	MUST(RAND_bytes(bytes, sizeof(bytes)) == 1);
	base64url_encode(bytes, sizeof(bytes), out);
}

const char *secret_digest(const char *secret, struct arena *arena)
{
	unsigned char digest[SHA256_DIGEST_LENGTH];
	char *text = arena_alloc(arena, HEX_SIZE(sizeof(digest)));

	SHA256((const unsigned char *)secret, SECRET_CHARACTERS, digest);
	hex_encode(digest, sizeof(digest), text);
	return text;
}
