/* The signature algorithms of RFC 7518 that are accepted: asymmetric ones only. */
#ifndef TRINN_AUTH_ALG_H
#define TRINN_AUTH_ALG_H

#include <stdbool.h>

#include <openssl/evp.h>

#include "lib/base/attr.h"

enum auth_scheme {
	AUTH_SCHEME_PKCS1, /* RSASSA-PKCS1-v1_5 */
	AUTH_SCHEME_PSS,   /* RSASSA-PSS, salt as long as the digest */
	AUTH_SCHEME_ECDSA, /* on P-256, signature r followed by s */
};

/* name, signature scheme, digest by OpenSSL's name */
#define AUTH_ALGS(X)              \
	X(RS256, PKCS1, "SHA256") \
	X(RS384, PKCS1, "SHA384") \
	X(RS512, PKCS1, "SHA512") \
	X(PS256, PSS, "SHA256")   \
	X(ES256, ECDSA, "SHA256")

enum auth_alg {
#define X(name, scheme, digest) AUTH_##name,
	AUTH_ALGS(X)
#undef X
	AUTH_ALG_COUNT
};

#define AUTH_ALG_BIT(alg) (1u << (alg))

/* The algorithm of exactly that name; false if it is none of ours. */
bool auth_alg_find(const char *name, enum auth_alg *alg_out) MUST_USE;

const char *auth_alg_name(enum auth_alg alg);
const char *auth_alg_digest(enum auth_alg alg);
enum auth_scheme auth_alg_scheme(enum auth_alg alg);

/* AUTH_ALG_BITs of all that a key can be used for: RSA, or EC of P-256 (0 for any other). */
unsigned int auth_algs_of_key(const EVP_PKEY *key);

#endif
