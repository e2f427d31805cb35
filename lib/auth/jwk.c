/* JWK to EVP_PKEY: every member that could change the meaning is judged before a key is made. */
#include "lib/auth/jwk.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/param_build.h>

#include "lib/auth/alg.h"
#include "lib/base/base64.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"

#define JWK_LEN_MAX 16384 /* room for the certificates that issuers like to add */
#define JWK_DEPTH_MAX 4
#define COORDINATE_LEN 32 /* of P-256, RFC 7518 section 6.2.1.2 */
#define NUMBER_LEN_MAX (AUTH_RSA_BITS_MAX / 8 + 1)

static const char *member_text(json_t *jwk, const char *name)
{
	return json_string_value(json_object_get(jwk, name));
}

static bool member_is(json_t *jwk, const char *name, const char *wanted)
{
	const char *text = member_text(jwk, name);

	return text != NULL && strcmp(text, wanted) == 0;
}

static bool has(json_t *jwk, const char *name)
{
	return json_object_get(jwk, name) != NULL;
}

static bool has_private_part(json_t *jwk)
{
	static const char *const names[] = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (has(jwk, names[i]))
			return true;
	return false;
}

static bool allows_verify(json_t *jwk)
{
	json_t *operations = json_object_get(jwk, "key_ops"), *operation;
	size_t i;

	json_array_foreach(operations, i, operation)
		if (json_is_string(operation) &&
		    strcmp(json_string_value(operation), "verify") == 0)
			return true;
	return operations == NULL;
}

/* What is wrong with the members beside the key itself, NULL if nothing. */
static const char *judge(json_t *jwk, const char *kid)
{
	if (member_is(jwk, "kty", "oct"))
		return "a secret key";
	if (has_private_part(jwk))
		return "holds a private part";
	if (has(jwk, "use") && !member_is(jwk, "use", "sig"))
		return "not for signatures";
	if (!allows_verify(jwk))
		return "not for verification";
	if (has(jwk, "kid") && !member_is(jwk, "kid", kid))
		return "its kid is another one";
	return NULL;
}

/* Decodes a member of at most `cap` bytes; 0 if it is absent or no base64url. */
static size_t member_bytes(json_t *jwk, const char *name, uint8_t *out, size_t cap)
{
	const char *text = member_text(jwk, name);
	size_t len;

	if (text == NULL || !base64url_decode(text, strlen(text), out, cap, &len))
		return 0;
	return len;
}

static BIGNUM *member_number(json_t *jwk, const char *name)
{
	uint8_t bytes[NUMBER_LEN_MAX];
	size_t len = member_bytes(jwk, name, bytes, sizeof(bytes));

	return len == 0 ? NULL : BN_bin2bn(bytes, (int)len, NULL);
}

/* A key that passes OpenSSL's check of public keys, or NULL. */
static EVP_PKEY *make_key(const char *type, OSSL_PARAM_BLD *builder)
{
	EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
	OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(builder);
	EVP_PKEY_CTX *check = NULL;
	EVP_PKEY *key = NULL;

	MUST(ctx != NULL && params != NULL);
	if (EVP_PKEY_fromdata_init(ctx) == 1 &&
	    EVP_PKEY_fromdata(ctx, &key, EVP_PKEY_PUBLIC_KEY, params) == 1)
		check = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
	if (check == NULL || EVP_PKEY_public_check(check) != 1) {
		EVP_PKEY_free(key);
		key = NULL;
	}
	EVP_PKEY_CTX_free(check);
	EVP_PKEY_CTX_free(ctx);
	OSSL_PARAM_free(params);
	ERR_clear_error();
	return key;
}

static EVP_PKEY *make_rsa(const BIGNUM *n, const BIGNUM *e)
{
	OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
	EVP_PKEY *key;

	MUST(builder != NULL);
	MUST(OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n) == 1);
	MUST(OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e) == 1);
	key = make_key("RSA", builder);
	OSSL_PARAM_BLD_free(builder);
	return key;
}

static EVP_PKEY *read_rsa(json_t *jwk, const char **why_out)
{
	BIGNUM *n = member_number(jwk, "n"), *e = member_number(jwk, "e");
	int bits = n == NULL ? 0 : BN_num_bits(n);
	EVP_PKEY *key = NULL;

	*why_out = "not a valid RSA key";
	if (n != NULL && bits < AUTH_RSA_BITS_MIN)
		*why_out = "RSA key too short";
	else if (bits > AUTH_RSA_BITS_MAX)
		*why_out = "RSA key too long";
	else if (n != NULL && e != NULL)
		key = make_rsa(n, e);
	BN_free(n);
	BN_free(e);
	return key;
}

static EVP_PKEY *read_ec(json_t *jwk, const char **why_out)
{
	uint8_t point[1 + 2 * COORDINATE_LEN] = {POINT_CONVERSION_UNCOMPRESSED};
	uint8_t *x = point + 1, *y = x + COORDINATE_LEN;
	OSSL_PARAM_BLD *builder;
	EVP_PKEY *key;

	*why_out = "curve is not P-256";
	if (!member_is(jwk, "crv", "P-256"))
		return NULL;
	*why_out = "not a point of P-256";
	if (member_bytes(jwk, "x", x, COORDINATE_LEN) != COORDINATE_LEN ||
	    member_bytes(jwk, "y", y, COORDINATE_LEN) != COORDINATE_LEN)
		return NULL;
	builder = OSSL_PARAM_BLD_new();
	MUST(builder != NULL);
	MUST(OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1",
					     0) == 1);
	MUST(OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point,
					      sizeof(point)) == 1);
	key = make_key("EC", builder);
	OSSL_PARAM_BLD_free(builder);
	return key;
}

static EVP_PKEY *read_key(json_t *jwk, const char **why_out)
{
	if (member_is(jwk, "kty", "RSA"))
		return read_rsa(jwk, why_out);
	if (member_is(jwk, "kty", "EC"))
		return read_ec(jwk, why_out);
	*why_out = "kty is neither RSA nor EC";
	return NULL;
}

/* The algorithms that the key's kind and its `alg` leave, 0 if none. */
static unsigned int algs_of(json_t *jwk, const EVP_PKEY *key)
{
	const char *name = member_text(jwk, "alg");
	enum auth_alg alg;

	if (!has(jwk, "alg"))
		return auth_algs_of_key(key);
	if (name == NULL || !auth_alg_find(name, &alg))
		return 0;
	return auth_algs_of_key(key) & AUTH_ALG_BIT(alg);
}

static EVP_PKEY *read_judged(json_t *jwk, unsigned int *algs_out, const char **why_out)
{
	EVP_PKEY *key = read_key(jwk, why_out);

	if (key == NULL)
		return NULL;
	*algs_out = algs_of(jwk, key);
	if (*algs_out != 0)
		return key;
	*why_out = "alg is not one for this key";
	EVP_PKEY_free(key);
	return NULL;
}

EVP_PKEY *auth_jwk_read(const char *text, const char *kid, unsigned int *algs_out,
			const char **why_out)
{
	const struct body_limits limits = {.len_bytes = JWK_LEN_MAX, .depth = JWK_DEPTH_MAX};
	EVP_PKEY *key = NULL;
	size_t position;
	json_t *jwk;

	*why_out = "not a JSON object";
	if (body_parse(text, strlen(text), &limits, &jwk, &position) != BODY_OK)
		return NULL;
	if (json_is_object(jwk))
		*why_out = judge(jwk, kid);
	if (*why_out == NULL)
		key = read_judged(jwk, algs_out, why_out);
	json_decref(jwk);
	return key;
}
