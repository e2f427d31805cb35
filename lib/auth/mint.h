/* Signing keys and tokens of the development issuer and of the tests. */
#ifndef TRINN_AUTH_MINT_H
#define TRINN_AUTH_MINT_H

#include "lib/auth/alg.h"
#include "lib/base/arena.h"
#include "lib/base/attr.h"

/* A fresh private key for the algorithm (RSA of 2048 bits, or P-256), PEM in the arena, wiped when
 * the arena is freed. */
const char *auth_mint_key(enum auth_alg alg, struct arena *arena) __attribute__((returns_nonnull));

/* The public half of a private PEM as a JWK for an auth_key_row; NULL if it is no RSA or P-256
 * key. */
const char *auth_mint_jwk(const char *private_pem, const char *kid, enum auth_alg alg,
			  struct arena *arena) MUST_USE;

/* A signed token with `claims_json`, the JSON text of an object, as they are. RS256, RS384, RS512
 * and ES256 only: libjwt knows no PS256. NULL if the key or the claims do not serve. */
const char *auth_mint_token(const char *private_pem, const char *kid, enum auth_alg alg,
			    const char *claims_json, struct arena *arena) MUST_USE;

#endif
