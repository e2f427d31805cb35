/* Sets of public keys as issuers publish them, RFC 7517 section 5. */
#ifndef TRINN_AUTH_JWKS_H
#define TRINN_AUTH_JWKS_H

#include <stddef.h>

#include "lib/auth/keys.h"
#include "lib/base/arena.h"
#include "lib/base/attr.h"

#define AUTH_JWKS_LEN_MAX ((size_t)256 * 1024)
#define AUTH_JWKS_KEYS_MAX 50
#define AUTH_KID_LEN_MAX 255

/*
 * The keys of a set that could verify a token (lib/auth/jwk.h), each under a kid of its own: JSON
 * text of an array of JWKs, in the arena. NULL, with a static text in *why_out, if the document is
 * no set, has more keys than above or none that is usable: what was known before is better than
 * that. Keys left out are told to `on_unusable`; that is no fault, issuers publish keys for other
 * purposes too. `iss` is passed on to it and not looked at.
 */
const char *auth_jwks_read(const char *iss, const char *text, size_t len, struct arena *arena,
			   auth_unusable_fn *on_unusable, void *ctx, const char **why_out) MUST_USE;

#endif
