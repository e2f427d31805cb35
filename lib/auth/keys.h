/*
 * The token issuers we trust and their public keys: an immutable snapshot made from rows.
 *
 * A row that cannot be used is reported and left out; the others stand. A rotation of keys is a new
 * snapshot in place of the old one (lib/auth/verify.h).
 */
#ifndef TRINN_AUTH_KEYS_H
#define TRINN_AUTH_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"

/* The signature algorithms of RFC 7518 that are accepted: asymmetric ones only. */
#define AUTH_ALGS(X) \
	X(RS256)     \
	X(RS384)     \
	X(RS512)     \
	X(PS256)     \
	X(ES256)

enum auth_alg {
#define X(name) AUTH_##name,
	AUTH_ALGS(X)
#undef X
};

#define AUTH_ALG_BIT(alg) (1u << (alg))

/* The algorithm of that exact name; false if it is none of ours. */
bool auth_alg_find(const char *name, enum auth_alg *alg_out) MUST_USE;

const char *auth_alg_name(enum auth_alg alg);

/*
 * One issuer. `audience` is what `aud` must be or contain. With `audience_optional` a token without
 * `aud`, or with Maskinporten's "unspecified", is accepted too; only then may `audience` be NULL.
 * A token for somebody else is refused in every case.
 */
struct auth_issuer_row {
	const char *iss; /* compared byte by byte, never normalised */
	const char *audience;
	bool audience_optional;
	bool development;     /* the issuer of a private cluster: copied into every identity */
	int32_t max_lifetime_s; /* greatest exp - iat, 1 or more */
	int32_t leeway_s;       /* by how much iat and nbf may lie ahead of our clock, 0 to 60 */
	unsigned int algs;      /* AUTH_ALG_BITs */
};

struct auth_key_row {
	const char *iss;
	const char *kid;
	const char *jwk; /* JSON text of one JWK, RFC 7517 */
};

/* `kid` is NULL if the issuer's own row is meant. Texts are valid in the callback only. */
typedef void auth_unusable_fn(void *ctx, const char *iss, const char *kid, const char *why);

struct auth_keys;

/* A snapshot of all usable rows; may hold none. Nothing of the rows is kept. Refused are: secret
 * keys (`oct`), private parts, RSA below 2048 or above 8192 bits, other curves than P-256, points
 * and moduli that OpenSSL's public check rejects, `use` other than "sig", `key_ops` without
 * "verify", an `alg` that the key cannot serve or its issuer does not allow, a `kid` that differs
 * from the row's. */
struct auth_keys *auth_keys_new(const struct auth_issuer_row *issuers, size_t n_issuers,
				const struct auth_key_row *keys, size_t n_keys,
				auth_unusable_fn *on_unusable, void *ctx)
	__attribute__((returns_nonnull));

/* Accepts a pointer to NULL. */
void auth_keys_free(struct auth_keys **keys);

/* Number of keys that can verify. */
size_t auth_keys_count(const struct auth_keys *keys);

#endif
