/* Any bytes as a token: none is accepted without a signature, and a refusal tells nothing. */
#include <stdint.h>
#include <string.h>

#include "lib/auth/mint.h"
#include "lib/auth/verify.h"
#include "lib/base/fail.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void on_unusable(void *ctx, const char *iss, const char *kid, const char *why)
{
	(void)ctx;
	(void)iss;
	(void)kid;
	WRONG(why);
}

static struct auth_verifier *new_verifier(void)
{
	const struct auth_issuer_row issuer = {
		.iss = "i",
		.audience = "a",
		.max_lifetime_s = 3600,
		.algs = AUTH_ALG_BIT(AUTH_RS256) | AUTH_ALG_BIT(AUTH_ES256),
	};
	struct arena *arena = arena_new(65536);
	const char *rsa = auth_mint_key(AUTH_RS256, arena), *ec = auth_mint_key(AUTH_ES256, arena);
	const struct auth_key_row rows[] = {
		{"i", "r", auth_mint_jwk(rsa, "r", AUTH_RS256, arena)},
		{"i", "e", auth_mint_jwk(ec, "e", AUTH_ES256, arena)},
	};
	struct auth_verifier *verifier = auth_verifier_new(16);

	auth_verifier_set_keys(verifier,
			       auth_keys_new(&issuer, 1, rows, 2, on_unusable, NULL));
	arena_free(&arena);
	return verifier;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct auth_verifier *verifier;
	struct arena *arena = arena_new(65536);
	struct auth_identity identity;
	enum auth_verdict verdict;

	if (verifier == NULL)
		verifier = new_verifier();
	verdict = auth_verify(verifier, (const char *)data, size, 1800000000, arena, &identity);
	MUST(verdict != AUTH_OK);
	MUST(auth_verdict_text(verdict)[0] != '\0');
	MUST(identity.issuer == NULL || verdict == AUTH_KEY_UNKNOWN);
	MUST(identity.subject == NULL && identity.client_id == NULL && identity.claims == NULL);
	arena_free(&arena);
	return 0;
}
