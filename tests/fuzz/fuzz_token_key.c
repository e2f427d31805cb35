/* Any bytes as a JWK of a token issuer: it makes a key that can verify, or a reason. */
#include <stdint.h>

#include <openssl/err.h>

#include "lib/auth/alg.h"
#include "lib/auth/jwk.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(65536);
	const char *text = arena_strndup(arena, (const char *)data, size);
	const char *why = NULL;
	unsigned int algs = 0;
	EVP_PKEY *key = auth_jwk_read(text, "k", &algs, &why);

	if (key != NULL)
		MUST(algs != 0 && (algs & ~auth_algs_of_key(key)) == 0);
	else
		MUST(why != NULL);
	MUST(ERR_peek_error() == 0);
	EVP_PKEY_free(key);
	arena_free(&arena);
	return 0;
}
