#include "lib/auth/jwk.h"

#include <openssl/err.h>

#include "lib/auth/mint.h"
#include "tests/unit/lib/auth/pems.h"
#include "tests/unit/lib/auth/tokens.h"
#include "tests/unit/run.h"

static unsigned int algs;
static const char *why;

static bool is_usable(const char *jwk)
{
	EVP_PKEY *key = auth_jwk_read(jwk, "k1", &algs, &why);

	EVP_PKEY_free(key);
	ck_assert_uint_eq(ERR_peek_error(), 0);
	return key != NULL;
}

static void check_refused(const char *jwk, const char *wanted)
{
	ck_assert_msg(!is_usable(jwk), "%s", jwk);
	ck_assert_str_eq(why, wanted);
}

/* JWK of an RSA key, with the changes. */
static const char *rsa(struct arena *arena, const char *changes)
{
	return changed(arena, auth_mint_jwk(rsa_2048_pem, "k1", AUTH_RS256, arena), changes);
}

static const char *ec(struct arena *arena, const char *changes)
{
	const char *pem = auth_mint_key(AUTH_ES256, arena);

	return changed(arena, auth_mint_jwk(pem, "k1", AUTH_ES256, arena), changes);
}

START_TEST(a_key_without_alg_serves_all_its_kind_can)
{
	struct arena *arena = arena_new(65536);

	ck_assert(is_usable(rsa(arena, "{'alg':null,'use':null,'kid':null}")));
	ck_assert_uint_eq(algs, AUTH_ALG_BIT(AUTH_RS256) | AUTH_ALG_BIT(AUTH_RS384) |
					AUTH_ALG_BIT(AUTH_RS512) | AUTH_ALG_BIT(AUTH_PS256));
	ck_assert(is_usable(ec(arena, "{'alg':null,'key_ops':['verify'],'x5t':'abc'}")));
	ck_assert_uint_eq(algs, AUTH_ALG_BIT(AUTH_ES256));
	arena_free(&arena);
}
END_TEST

START_TEST(the_alg_of_a_key_is_the_only_one_it_serves)
{
	struct arena *arena = arena_new(65536);

	ck_assert(is_usable(rsa(arena, "{'alg':'PS256'}")));
	ck_assert_uint_eq(algs, AUTH_ALG_BIT(AUTH_PS256));
	arena_free(&arena);
}
END_TEST

START_TEST(a_secret_key_is_refused)
{
	check_refused("{\"kty\":\"oct\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ\"}",
		      "a secret key");
}
END_TEST

START_TEST(a_private_part_is_refused)
{
	struct arena *arena = arena_new(65536);

	check_refused(rsa(arena, "{'d':'AQAB'}"), "holds a private part");
	check_refused(ec(arena, "{'d':'AQAB'}"), "holds a private part");
	arena_free(&arena);
}
END_TEST

START_TEST(an_rsa_key_of_1024_bits_is_refused)
{
	struct arena *arena = arena_new(65536);

	check_refused(auth_mint_jwk(rsa_1024_pem, "k1", AUTH_RS256, arena), "RSA key too short");
	arena_free(&arena);
}
END_TEST

START_TEST(a_broken_rsa_key_is_refused)
{
	struct arena *arena = arena_new(65536);
	uint8_t even[256];

	memset(even, 0xfe, sizeof(even));
	check_refused(rsa(arena, "{'e':'AQ'}"), "not a valid RSA key");
	check_refused(rsa(arena, "{'e':null}"), "not a valid RSA key");
	check_refused(rsa(arena, "{'n':null}"), "not a valid RSA key");
	check_refused(rsa(arena, "{'n':'====','e':'AQAB'}"), "not a valid RSA key");
	check_refused(changed(arena, rsa(arena, "{}"),
			      arena_printf(arena, "{'n':'%s'}",
					   encoded(arena, even, sizeof(even)))),
		      "not a valid RSA key");
	arena_free(&arena);
}
END_TEST

START_TEST(a_key_of_another_curve_is_refused)
{
	struct arena *arena = arena_new(65536);

	check_refused(ec(arena, "{'crv':'P-384'}"), "curve is not P-256");
	check_refused(ec(arena, "{'crv':'secp256k1'}"), "curve is not P-256");
	check_refused("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQAB\"}",
		      "kty is neither RSA nor EC");
	arena_free(&arena);
}
END_TEST

START_TEST(a_point_off_the_curve_is_refused)
{
	struct arena *arena = arena_new(65536);
	uint8_t one[32] = {[31] = 1}, zero[32] = {0}, short_one[31] = {[30] = 1};

	check_refused(ec(arena, arena_printf(arena, "{'y':'%s'}", encoded(arena, one, 32))),
		      "not a point of P-256");
	check_refused(ec(arena, arena_printf(arena, "{'x':'%s','y':'%s'}", encoded(arena, zero, 32),
					     encoded(arena, zero, 32))),
		      "not a point of P-256");
	check_refused(ec(arena, arena_printf(arena, "{'y':'%s'}", encoded(arena, short_one, 31))),
		      "not a point of P-256");
	arena_free(&arena);
}
END_TEST

START_TEST(use_operations_alg_and_kid_are_honoured)
{
	struct arena *arena = arena_new(65536);

	check_refused(ec(arena, "{'use':'enc'}"), "not for signatures");
	check_refused(ec(arena, "{'use':1}"), "not for signatures");
	check_refused(ec(arena, "{'key_ops':['sign']}"), "not for verification");
	check_refused(ec(arena, "{'key_ops':'verify'}"), "not for verification");
	check_refused(ec(arena, "{'kid':'k2'}"), "its kid is another one");
	check_refused(ec(arena, "{'alg':'RS256'}"), "alg is not one for this key");
	check_refused(ec(arena, "{'alg':'ES384'}"), "alg is not one for this key");
	check_refused(ec(arena, "{'alg':'HS256'}"), "alg is not one for this key");
	check_refused(ec(arena, "{'alg':7}"), "alg is not one for this key");
	arena_free(&arena);
}
END_TEST

START_TEST(what_is_no_object_is_refused)
{
	check_refused("", "not a JSON object");
	check_refused("[]", "not a JSON object");
	check_refused("{\"kty\":\"EC\",\"kty\":\"EC\"}", "not a JSON object");
	check_refused("{}", "kty is neither RSA nor EC");
}
END_TEST

RUN_TESTS(TEST(a_key_without_alg_serves_all_its_kind_can),
	  TEST(the_alg_of_a_key_is_the_only_one_it_serves), TEST(a_secret_key_is_refused),
	  TEST(a_private_part_is_refused), TEST(an_rsa_key_of_1024_bits_is_refused),
	  TEST(a_broken_rsa_key_is_refused), TEST(a_key_of_another_curve_is_refused),
	  TEST(a_point_off_the_curve_is_refused), TEST(use_operations_alg_and_kid_are_honoured),
	  TEST(what_is_no_object_is_refused))
