/* Any bytes as the key set of a token issuer: what is left of it is a set again, of keys that the
 * daemon takes. */
#include <stdint.h>
#include <string.h>

#include "lib/auth/jwks.h"
#include "lib/base/fail.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void on_unusable(void *ctx, const char *iss, const char *kid, const char *why)
{
	(void)kid;
	MUST(ctx == NULL && strcmp(iss, "i") == 0 && why[0] != '\0');
}

static const char *read_set(const char *text, size_t len, struct arena *arena)
{
	const char *why = NULL;
	const char *keys = auth_jwks_read("i", text, len, arena, on_unusable, NULL, &why);

	MUST(keys != NULL || why[0] != '\0');
	return keys;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(4 * AUTH_JWKS_LEN_MAX);
	const char *keys = read_set((const char *)data, size, arena);

	if (keys != NULL) {
		const char *set = arena_printf(arena, "{\"keys\":%s}", keys);
		const char *again = read_set(set, strlen(set), arena);

		/* The same, or less: of an odd modulus OpenSSL judges by random bases. */
		MUST(again == NULL || strcmp(again, keys) == 0 || strlen(again) < strlen(keys));
	}
	arena_free(&arena);
	return 0;
}
