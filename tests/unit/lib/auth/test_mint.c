#include "lib/auth/mint.h"

#include <jwt.h>

#include "lib/auth/verify.h"
#include "tests/unit/lib/auth/pems.h"
#include "tests/unit/lib/auth/tokens.h"
#include "tests/unit/run.h"

/* libjwt verifies too, as a second opinion that does not share our code. */
static void check_minted(enum auth_alg alg, const char *pem)
{
	struct arena *arena = arena_new(65536);
	const struct auth_key_row row = {ISSUER, "k1", auth_mint_jwk(pem, "k1", alg, arena)};
	const char *token = auth_mint_token(pem, "k1", alg, quoted(arena, GOOD_CLAIMS), arena);
	struct auth_verifier *verifier = auth_verifier_new(4);
	struct auth_identity identity;
	EVP_PKEY *key = private_key(pem);
	const char *public = public_pem(arena, key);
	jwt_t *jwt;

	ck_assert_ptr_nonnull(token);
	auth_verifier_set_keys(verifier,
			       auth_keys_new(&good_issuer, 1, &row, 1, no_unusable, NULL));
	ck_assert_str_eq(auth_verdict_text(auth_verify(verifier, token, strlen(token), NOW_S, arena,
						       &identity)),
			 "ok");
	ck_assert_str_eq(identity.subject, "s-1");
	ck_assert_int_eq(jwt_decode(&jwt, token, (const unsigned char *)public,
				    (int)strlen(public)),
			 0);
	ck_assert_str_eq(jwt_get_grant(jwt, "sub"), "s-1");
	jwt_free(jwt);
	EVP_PKEY_free(key);
	auth_verifier_free(&verifier);
	arena_free(&arena);
}

START_TEST(rs256_tokens_are_accepted_by_us_and_by_libjwt)
{
	struct arena *arena = arena_new(65536);

	check_minted(AUTH_RS256,
		     UNDER_VALGRIND(rsa_2048_pem, auth_mint_key(AUTH_RS256, arena)));
	arena_free(&arena);
}
END_TEST

START_TEST(rs384_and_rs512_tokens_are_accepted_by_us_and_by_libjwt)
{
	check_minted(AUTH_RS384, rsa_2048_pem);
	check_minted(AUTH_RS512, rsa_2048_pem);
}
END_TEST

/* Many keys and signatures, since one in 256 has a number with a leading zero. */
START_TEST(es256_tokens_are_accepted_by_us_and_by_libjwt)
{
	for (int i = 0; i < UNDER_VALGRIND(5, 300); i++) {
		struct arena *arena = arena_new(65536);

		check_minted(AUTH_ES256, auth_mint_key(AUTH_ES256, arena));
		arena_free(&arena);
	}
}
END_TEST

START_TEST(what_cannot_be_minted_is_null)
{
	struct arena *arena = arena_new(65536);
	const char *rsa = rsa_2048_pem;

	ck_assert_ptr_nonnull(auth_mint_jwk(rsa, "k", AUTH_PS256, arena));
	ck_assert_ptr_null(auth_mint_jwk(rsa, "k", AUTH_ES256, arena));
	ck_assert_ptr_null(auth_mint_jwk("no key", "k", AUTH_RS256, arena));
	ck_assert_ptr_null(auth_mint_token(rsa, "k", AUTH_PS256, "{}", arena));
	ck_assert_ptr_null(auth_mint_token(rsa, "k", AUTH_RS256, "no claims", arena));
	ck_assert_ptr_null(auth_mint_token(rsa, "k", AUTH_ES256, "{}", arena));
	ck_assert_ptr_null(auth_mint_token("no key", "k", AUTH_RS256, "{}", arena));
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(rs256_tokens_are_accepted_by_us_and_by_libjwt),
	  TEST(rs384_and_rs512_tokens_are_accepted_by_us_and_by_libjwt),
	  TEST(es256_tokens_are_accepted_by_us_and_by_libjwt), TEST(what_cannot_be_minted_is_null))
