/* libjwt signs; OpenSSL makes the keys and takes their public halves out. */
#include "lib/auth/mint.h"

#include <stdint.h>
#include <string.h>

#include <jansson.h>
#include <jwt.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "lib/base/base64.h"
#include "lib/base/fail.h"

#define RSA_BITS 2048
#define COORDINATE_LEN 32
#define NUMBER_LEN_MAX 1024

struct secret {
	size_t len;
	char text[];
};

static void wipe(void *ptr)
{
	struct secret *secret = ptr;

	OPENSSL_cleanse(secret->text, secret->len);
}

static const char *write_pem(EVP_PKEY *key, struct arena *arena)
{
	BIO *bio = BIO_new(BIO_s_secmem());
	struct secret *secret;
	char *text;
	long len;

	MUST(bio != NULL && PEM_write_bio_PrivateKey(bio, key, NULL, NULL, 0, NULL, NULL) == 1);
	len = BIO_get_mem_data(bio, &text);
	MUST(len > 0);
	secret = arena_alloc(arena, sizeof(*secret) + (size_t)len + 1);
	secret->len = (size_t)len;
	memcpy(secret->text, text, secret->len);
	arena_own(arena, secret, wipe);
	BIO_free(bio);
	return secret->text;
}

const char *auth_mint_key(enum auth_alg alg, struct arena *arena)
{
	bool is_ec = auth_alg_scheme(alg) == AUTH_SCHEME_ECDSA;
	EVP_PKEY *key = is_ec ? EVP_EC_gen("P-256") : EVP_RSA_gen(RSA_BITS);
	const char *pem;

	MUST(key != NULL);
	pem = write_pem(key, arena);
	EVP_PKEY_free(key);
	return pem;
}

/* Without a prompt: an encrypted key is refused. */
static int no_password(char *buf, int size, int is_writing, void *ctx)
{
	(void)buf;
	(void)size;
	(void)is_writing;
	(void)ctx;
	return -1;
}

static EVP_PKEY *read_pem(const char *pem)
{
	BIO *bio = BIO_new_mem_buf(pem, -1);
	EVP_PKEY *key;

	MUST(bio != NULL);
	key = PEM_read_bio_PrivateKey(bio, NULL, no_password, NULL);
	BIO_free(bio);
	ERR_clear_error();
	return key;
}

/* A number of the key as base64url, padded with zeros to `len` bytes, or as long as it is if 0. */
static json_t *number_text(const EVP_PKEY *key, const char *param, int len)
{
	char text[BASE64URL_SIZE(NUMBER_LEN_MAX)];
	uint8_t bytes[NUMBER_LEN_MAX];
	BIGNUM *number = NULL;

	MUST(EVP_PKEY_get_bn_param(key, param, &number) == 1);
	if (len == 0)
		len = BN_num_bytes(number);
	MUST(len <= NUMBER_LEN_MAX && BN_bn2binpad(number, bytes, len) == len);
	BN_free(number);
	base64url_encode(bytes, (size_t)len, text);
	return json_string(text);
}

static void set(json_t *object, const char *name, json_t *value)
{
	MUST(json_object_set_new(object, name, value) == 0);
}

static json_t *public_members(const EVP_PKEY *key)
{
	json_t *jwk = json_object();

	if (EVP_PKEY_is_a(key, "RSA")) {
		set(jwk, "kty", json_string("RSA"));
		set(jwk, "n", number_text(key, OSSL_PKEY_PARAM_RSA_N, 0));
		set(jwk, "e", number_text(key, OSSL_PKEY_PARAM_RSA_E, 0));
	} else {
		set(jwk, "kty", json_string("EC"));
		set(jwk, "crv", json_string("P-256"));
		set(jwk, "x", number_text(key, OSSL_PKEY_PARAM_EC_PUB_X, COORDINATE_LEN));
		set(jwk, "y", number_text(key, OSSL_PKEY_PARAM_EC_PUB_Y, COORDINATE_LEN));
	}
	return jwk;
}

static const char *write_json(json_t *json, struct arena *arena)
{
	size_t len = json_dumpb(json, NULL, 0, JSON_COMPACT);
	char *text = arena_alloc(arena, len + 1);

	MUST(json_dumpb(json, text, len, JSON_COMPACT) == len);
	return text;
}

const char *auth_mint_jwk(const char *private_pem, const char *kid, enum auth_alg alg,
			  struct arena *arena)
{
	EVP_PKEY *key = read_pem(private_pem);
	const char *text = NULL;
	json_t *jwk;

	if (key != NULL && (auth_algs_of_key(key) & AUTH_ALG_BIT(alg)) != 0) {
		jwk = public_members(key);
		set(jwk, "use", json_string("sig"));
		set(jwk, "alg", json_string(auth_alg_name(alg)));
		set(jwk, "kid", json_string(kid));
		text = write_json(jwk, arena);
		json_decref(jwk);
	}
	EVP_PKEY_free(key);
	return text;
}

/* libjwt's name for the algorithm, JWT_ALG_NONE if it has none. */
static jwt_alg_t libjwt_alg(enum auth_alg alg)
{
	switch (alg) {
	case AUTH_RS256:
		return JWT_ALG_RS256;
	case AUTH_RS384:
		return JWT_ALG_RS384;
	case AUTH_RS512:
		return JWT_ALG_RS512;
	case AUTH_ES256:
		return JWT_ALG_ES256;
	case AUTH_PS256:
	case AUTH_ALG_COUNT:
		break;
	}
	return JWT_ALG_NONE;
}

static void free_jwt(jwt_t **jwt)
{
	jwt_free(*jwt);
}

const char *auth_mint_token(const char *private_pem, const char *kid, enum auth_alg alg,
			    const char *claims_json, struct arena *arena)
{
	__attribute__((cleanup(free_jwt))) jwt_t *jwt = NULL;
	const unsigned char *pem = (const unsigned char *)private_pem;
	jwt_alg_t jwt_alg = libjwt_alg(alg);
	const char *copy;
	char *token; /* of malloc(3) */

	MUST(jwt_new(&jwt) == 0);
	if (jwt_alg == JWT_ALG_NONE || jwt_add_grants_json(jwt, claims_json) != 0 ||
	    jwt_add_header(jwt, "kid", kid) != 0 ||
	    jwt_set_alg(jwt, jwt_alg, pem, (int)strlen(private_pem)) != 0)
		return NULL;
	token = jwt_encode_str(jwt);
	ERR_clear_error();
	if (token == NULL)
		return NULL;
	copy = arena_strdup(arena, token);
	base_free(token);
	return copy;
}
