/* A bounded memory of verified tokens. */
#ifndef TRINN_AUTH_CACHE_H
#define TRINN_AUTH_CACHE_H

#include <stddef.h>
#include <stdint.h>

#include "lib/auth/record.h"

#define AUTH_DIGEST_LEN 32 /* SHA-256 */

/* Records by the digest of the whole token: which token has which record is as certain as
 * SHA-256. */
struct auth_cache;

/* Room for `n` records, rounded up to a power of two. */
struct auth_cache *auth_cache_new(size_t n) __attribute__((returns_nonnull));

void auth_cache_free(struct auth_cache **cache);

void auth_cache_clear(struct auth_cache *cache);

/* Borrowed until the next addition; NULL if there is none. */
const struct auth_record *auth_cache_find(const struct auth_cache *cache,
					  const uint8_t digest[AUTH_DIGEST_LEN]);

/* Takes the record. Where there is no room the one that expires first makes way. */
void auth_cache_add(struct auth_cache *cache, const uint8_t digest[AUTH_DIGEST_LEN],
		    struct auth_record *record);

#endif
