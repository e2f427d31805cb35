/* Public keys as JSON, RFC 7517. */
#ifndef TRINN_AUTH_JWK_H
#define TRINN_AUTH_JWK_H

#include <openssl/evp.h>

#include "lib/base/attr.h"

#define AUTH_RSA_BITS_MIN 2048
#define AUTH_RSA_BITS_MAX 8192

/*
 * The public key in the JSON text of one JWK, for the caller to free, and the AUTH_ALG_BITs it may
 * verify: those of its `alg`, or all that its kind can. NULL, with a static text in *why_out, for a
 * secret key (`oct`), private parts, RSA outside the sizes above, a curve other than P-256, numbers
 * that OpenSSL's public check rejects, `use` other than "sig", `key_ops` without "verify", an `alg`
 * that is none of ours or not for this kind, and a `kid` that is not the one given.
 */
EVP_PKEY *auth_jwk_read(const char *text, const char *kid, unsigned int *algs_out,
			const char **why_out) MUST_USE;

#endif
