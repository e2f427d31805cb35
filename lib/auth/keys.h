/*
 * The token issuers we trust and their public keys: a snapshot made from rows, which never change.
 *
 * A row that cannot be used is reported and left out; the others stand. A rotation of keys is a new
 * snapshot in place of the old one (lib/auth/verify.h).
 */
#ifndef TRINN_AUTH_KEYS_H
#define TRINN_AUTH_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <openssl/evp.h>

#include "lib/auth/alg.h"
#include "lib/base/attr.h"

/*
 * One issuer. `audience` is what `aud` must be or contain. With `audience_optional` a token without
 * `aud`, or with Maskinporten's "unspecified", is accepted too; only then may `audience` be NULL.
 * A token for somebody else is refused in every case.
 */
struct auth_issuer_row {
	const char *iss; /* compared byte by byte, never normalised */
	const char *audience;
	bool audience_optional;
	bool development;       /* the issuer of a private cluster: copied into every identity */
	int32_t max_lifetime_s; /* greatest exp - iat, 1 or more */
	int32_t leeway_s;       /* by how much iat and nbf may lie ahead of our clock, 0 to 60 */
	unsigned int algs;      /* AUTH_ALG_BITs */
};

struct auth_key_row {
	const char *iss;
	const char *kid;
	const char *jwk; /* JSON text of one JWK, see lib/auth/jwk.h for what is refused */
};

/* `kid` is NULL if the issuer's own row is meant. Texts are valid in the callback only. */
typedef void auth_unusable_fn(void *ctx, const char *iss, const char *kid, const char *why);

struct auth_keys;

/* A snapshot of all usable rows; may hold none. Nothing of the rows is kept. */
struct auth_keys *auth_keys_new(const struct auth_issuer_row *issuers, size_t n_issuers,
				const struct auth_key_row *keys, size_t n_keys,
				auth_unusable_fn *on_unusable, void *ctx)
	__attribute__((returns_nonnull));

/* Accepts a pointer to NULL. */
void auth_keys_free(struct auth_keys **keys);

/* Number of keys that can verify. */
size_t auth_keys_count(const struct auth_keys *keys);

struct auth_key {
	const struct auth_issuer_row *issuer;
	const char *kid;
	unsigned int algs; /* AUTH_ALG_BITs that both the key and its issuer allow, never 0 */
	EVP_PKEY *public_key;
};

/* Both borrow from the snapshot and are NULL if there is none. */
const struct auth_issuer_row *auth_keys_find_issuer(const struct auth_keys *keys, const char *iss);
const struct auth_key *auth_keys_find(const struct auth_keys *keys,
				      const struct auth_issuer_row *issuer, const char *kid);

/* Whether this is the first call for an issuer in this second. Anybody can name a key that does not
 * exist, and an issuer may have a new key at any time: one miss a second is worth a question. */
bool auth_keys_first_miss(struct auth_keys *keys, const struct auth_issuer_row *issuer,
			  int64_t now_s) MUST_USE;

#endif
