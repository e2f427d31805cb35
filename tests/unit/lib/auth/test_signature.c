#include "lib/auth/signature.h"

#include <openssl/err.h>
#include <string.h>

#include "lib/auth/jwk.h"
#include "lib/auth/mint.h"
#include "tests/unit/lib/auth/pems.h"
#include "tests/unit/lib/auth/tokens.h"
#include "tests/unit/run.h"

/* Whether a compact JWS verifies with the JWK and the algorithm. */
static bool holds(const char *jwk, enum auth_alg alg, const char *token)
{
	const char *dot = strrchr(token, '.');
	uint8_t signature[AUTH_SIGNATURE_LEN_MAX];
	size_t len;
	unsigned int algs;
	const char *why;
	EVP_PKEY *key = auth_jwk_read(jwk, "bilbo.baggins@hobbiton.example", &algs, &why);
	bool ok;

	ck_assert_msg(key != NULL, "%s", why);
	ck_assert(base64url_decode(dot + 1, strlen(dot + 1), signature, sizeof(signature), &len));
	ok = auth_signature_holds(key, alg, token, (size_t)(dot - token), signature, len);
	EVP_PKEY_free(key);
	ck_assert_uint_eq(ERR_peek_error(), 0);
	return ok;
}

#define RFC_7515_PAYLOAD                                                                           \
	"eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"                         \
	"cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

static const char rfc_7515_rsa[] =
	"{\"kty\":\"RSA\",\"n\":\"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddx"
	"HmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47s"
	"oMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmt"
	"dVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91"
	"kzk2PAcDTW9gb54h4FRWyuXpoQ\",\"e\":\"AQAB\"}";

START_TEST(the_rs256_example_of_rfc_7515_holds)
{
	ck_assert(holds(
		rfc_7515_rsa, AUTH_RS256,
		"eyJhbGciOiJSUzI1NiJ9." RFC_7515_PAYLOAD "."
		"cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5"
		"YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h"
		"6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZE"
		"Sc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0ig"
		"cN_IoypGlUPQGe77Rw"));
}
END_TEST

START_TEST(the_es256_example_of_rfc_7515_holds)
{
	ck_assert(holds("{\"kty\":\"EC\",\"crv\":\"P-256\","
			"\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
			"\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}",
			AUTH_ES256,
			"eyJhbGciOiJFUzI1NiJ9." RFC_7515_PAYLOAD "."
			"DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSA"
			"pmWQxfKTUJqPP3-Kg6NU1Q"));
}
END_TEST

/* Section 4.1: Frodo's quotation, signed by Bilbo. */
START_TEST(the_rs256_example_of_rfc_7520_holds)
{
	static const char jwk[] =
		"{\"kty\":\"RSA\",\"kid\":\"bilbo.baggins@hobbiton.example\",\"use\":\"sig\","
		"\"e\":\"AQAB\",\"n\":\""
		"n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7"
		"nqQ0VEiZQHz_AJmSCpMaJMRBSFKrKb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHH"
		"ig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6cS6M1FZcD1NNLYD5lFHpPI9bTwJlsde3uhGqC"
		"0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwdq_mzSnbLY7h_qixo"
		"R7jig3__kRhuaxwUkRz5iaiQkqgc5gHdrNP5zw\"}";
	static const char payload[] =
		"It\xe2\x80\x99s a dangerous business, Frodo, going out your door. You step "
		"onto the road, and if you don't keep your feet, there\xe2\x80\x99s no knowing "
		"where you might be swept off to.";
	static const char signature[] =
		"MRjdkly7_-oTPTS3AXP41iQIGKa80A0ZmTuV5MEaHoxnW2e5CZ5NlKtainoFmKZopdHM1O2U4mwz"
		"JdQx996ivp83xuglII7PNDi84wnB-BDkoBwA78185hX-Es4JIwmDLJK3lfWRa-XtL0RnltuYv746"
		"iYTh_qHRD68BNt1uSNCrUCTJDt5aAE6x8wW1Kt9eRo4QPocSadnHXFxnt8Is9UzpERV0ePPQdLuW"
		"3IS_de3xyIrDaLGdjluPxUAhb6L2aXic1U12podGU0KLUQSE_oI-ZnmKJ3F4uOZDnd6QZWJushZ4"
		"1Axf_fcIe8u9ipH84ogoree7vjbU5y18kDquDg";
	struct arena *arena = arena_new(65536);
	const char *input = signing_input(
		arena, "{\"alg\":\"RS256\",\"kid\":\"bilbo.baggins@hobbiton.example\"}", payload);

	ck_assert(holds(jwk, AUTH_RS256, arena_printf(arena, "%s.%s", input, signature)));
	arena_free(&arena);
}
END_TEST

START_TEST(one_bit_more_or_less_breaks_a_signature)
{
	static const char input[] = "a.b";
	struct arena *arena = arena_new(65536);
	EVP_PKEY *key = private_key(rsa_2048_pem);
	uint8_t signature[256];
	size_t len = sign(key, "SHA256", 0, input, signature, sizeof(signature));

	ck_assert(auth_signature_holds(key, AUTH_RS256, input, 3, signature, len));
	ck_assert(!auth_signature_holds(key, AUTH_RS256, "a.c", 3, signature, len));
	ck_assert(!auth_signature_holds(key, AUTH_RS256, input, 2, signature, len));
	ck_assert(!auth_signature_holds(key, AUTH_RS384, input, 3, signature, len));
	ck_assert(!auth_signature_holds(key, AUTH_PS256, input, 3, signature, len));
	ck_assert(!auth_signature_holds(key, AUTH_RS256, input, 3, signature, len - 1));
	ck_assert(!auth_signature_holds(key, AUTH_RS256, input, 3, signature, 0));
	signature[7] ^= 1;
	ck_assert(!auth_signature_holds(key, AUTH_RS256, input, 3, signature, len));
	ck_assert_uint_eq(ERR_peek_error(), 0);
	EVP_PKEY_free(key);
	arena_free(&arena);
}
END_TEST

/* "Psychic signatures", CVE-2022-21449. */
START_TEST(an_ecdsa_signature_of_zeros_does_not_hold)
{
	struct arena *arena = arena_new(65536);
	EVP_PKEY *key = private_key(auth_mint_key(AUTH_ES256, arena));
	uint8_t zeros[64] = {0};

	ck_assert(!auth_signature_holds(key, AUTH_ES256, "a.b", 3, zeros, sizeof(zeros)));
	memset(zeros, 0xff, sizeof(zeros));
	ck_assert(!auth_signature_holds(key, AUTH_ES256, "a.b", 3, zeros, sizeof(zeros)));
	EVP_PKEY_free(key);
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(the_rs256_example_of_rfc_7515_holds), TEST(the_es256_example_of_rfc_7515_holds),
	  TEST(the_rs256_example_of_rfc_7520_holds), TEST(one_bit_more_or_less_breaks_a_signature),
	  TEST(an_ecdsa_signature_of_zeros_does_not_hold))
