/*
 * Tokens made by hand for tests: any header, any claims, any signature, so that each can be wrong
 * in one way only. Issuer, key and claims of a token that is accepted at NOW_S are given as a
 * start.
 */
#ifndef TRINN_TESTS_UNIT_LIB_AUTH_TOKENS_H
#define TRINN_TESTS_UNIT_LIB_AUTH_TOKENS_H

#include <check.h>
#include <stdint.h>
#include <string.h>

#include <jansson.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "lib/auth/alg.h"
#include "lib/auth/keys.h"
#include "lib/base/arena.h"
#include "lib/base/base64.h"

#define NOW_S 1800000000
#define ISSUER "https://issuer.test"

#define GOOD_HEADER "{'alg':'ES256','typ':'at+jwt','kid':'k1'}"
#define GOOD_CLAIMS                                                                                \
	"{'iss':'" ISSUER "','aud':'trinn','sub':'s-1','client_id':'c-1','jti':'j-1',"             \
	"'scope':'tilskudd:soknad.write tilskudd:sak','iat':1799999990,'exp':1800000300}"

static const struct auth_issuer_row good_issuer = {
	.iss = ISSUER,
	.audience = "trinn",
	.max_lifetime_s = 3600,
	.leeway_s = 10,
	.algs = AUTH_ALG_BIT(AUTH_ALG_COUNT) - 1,
};

/* JSON in single quotes made real. */
static inline char *quoted(struct arena *arena, const char *text)
{
	char *copy = arena_strdup(arena, text);

	for (char *c = copy; *c != '\0'; c++)
		if (*c == '\'')
			*c = '"';
	return copy;
}

/* The object `base` with the members of `changes` in place of its own; null takes a member away. */
static inline const char *changed(struct arena *arena, const char *base, const char *changes)
{
	json_t *object = json_loads(quoted(arena, base), 0, NULL);
	json_t *update = json_loads(quoted(arena, changes), 0, NULL), *value;
	const char *name, *text;
	char *dump;

	ck_assert_msg(object != NULL && update != NULL, "%s", changes);
	json_object_foreach(update, name, value) {
		if (json_is_null(value))
			json_object_del(object, name);
		else
			json_object_set(object, name, value);
	}
	dump = json_dumps(object, JSON_COMPACT);
	text = arena_strdup(arena, dump);
	free(dump);
	json_decref(object);
	json_decref(update);
	return text;
}

static inline const char *encoded(struct arena *arena, const void *bytes, size_t len)
{
	char *text = arena_alloc(arena, BASE64URL_SIZE(len));

	base64url_encode(bytes, len, text);
	return text;
}

/* "header.payload", to be signed. */
static inline const char *signing_input(struct arena *arena, const char *header, const char *claims)
{
	return arena_printf(arena, "%s.%s", encoded(arena, header, strlen(header)),
			    encoded(arena, claims, strlen(claims)));
}

/* The signature as OpenSSL makes it; `pss_salt_len` 0 for PKCS #1 v1.5 and for ECDSA. */
static inline size_t sign(EVP_PKEY *key, const char *digest, int pss_salt_len, const char *input,
			  uint8_t *out, size_t cap)
{
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	EVP_PKEY_CTX *key_ctx;
	size_t len = cap;

	ck_assert_int_eq(EVP_DigestSignInit_ex(ctx, &key_ctx, digest, NULL, NULL, key, NULL), 1);
	if (pss_salt_len != 0) {
		ck_assert_int_eq(
			EVP_PKEY_CTX_set_rsa_padding(key_ctx, RSA_PKCS1_PSS_PADDING), 1);
		ck_assert_int_eq(EVP_PKEY_CTX_set_rsa_pss_saltlen(key_ctx, pss_salt_len), 1);
	}
	ck_assert_int_eq(EVP_DigestSign(ctx, out, &len, (const unsigned char *)input,
					strlen(input)),
			 1);
	EVP_MD_CTX_free(ctx);
	return len;
}

static inline const char *with_signature(struct arena *arena, const char *input,
					 const uint8_t *signature, size_t len)
{
	return arena_printf(arena, "%s.%s", input, encoded(arena, signature, len));
}

static inline const char *signed_rsa(struct arena *arena, EVP_PKEY *key, const char *digest,
				     int pss_salt_len, const char *header, const char *claims)
{
	const char *input = signing_input(arena, header, claims);
	uint8_t signature[1024];
	size_t len = sign(key, digest, pss_salt_len, input, signature, sizeof(signature));

	return with_signature(arena, input, signature, len);
}

/* ECDSA as r followed by s, each of `r_len` bytes. */
static inline const char *signed_ec(struct arena *arena, EVP_PKEY *key, size_t r_len,
				    const char *header, const char *claims)
{
	const char *input = signing_input(arena, header, claims);
	uint8_t der[256], raw[256];
	const uint8_t *p = der;
	size_t len = sign(key, "SHA256", 0, input, der, sizeof(der));
	ECDSA_SIG *pair = d2i_ECDSA_SIG(NULL, &p, (long)len);

	BN_bn2binpad(ECDSA_SIG_get0_r(pair), raw, (int)r_len);
	BN_bn2binpad(ECDSA_SIG_get0_s(pair), raw + r_len, (int)r_len);
	ECDSA_SIG_free(pair);
	return with_signature(arena, input, raw, 2 * r_len);
}

static inline EVP_PKEY *private_key(const char *pem)
{
	BIO *bio = BIO_new_mem_buf(pem, -1);
	EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);

	BIO_free(bio);
	ck_assert_ptr_nonnull(key);
	return key;
}

/* The public half as PEM, which is what is mistaken for a secret in "algorithm confusion". */
static inline const char *public_pem(struct arena *arena, EVP_PKEY *key)
{
	BIO *bio = BIO_new(BIO_s_mem());
	const char *pem;
	char *text;
	long len;

	PEM_write_bio_PUBKEY(bio, key);
	len = BIO_get_mem_data(bio, &text);
	pem = arena_strndup(arena, text, (size_t)len);
	BIO_free(bio);
	return pem;
}

static inline void no_unusable(void *ctx, const char *iss, const char *kid, const char *why)
{
	(void)ctx;
	ck_abort_msg("%s %s: %s", iss, kid == NULL ? "" : kid, why);
}

#endif
