/* Sets of four: a digest belongs to one set, which is searched whole. */
#include "lib/auth/cache.h"

#include <string.h>

#include "lib/base/fail.h"

#define WAYS 4

struct entry {
	uint8_t digest[AUTH_DIGEST_LEN];
	struct auth_record *record; /* NULL: free */
};

struct auth_cache {
	size_t n_sets; /* a power of two */
	struct entry entries[];
};

struct auth_cache *auth_cache_new(size_t n)
{
	struct auth_cache *cache;
	size_t n_sets = 1;

	while (n_sets * WAYS < n)
		n_sets *= 2;
	cache = base_alloc(sizeof(*cache) + n_sets * WAYS * sizeof(cache->entries[0]));
	cache->n_sets = n_sets;
	return cache;
}

void auth_cache_free(struct auth_cache **cache)
{
	if (*cache == NULL)
		return;
	auth_cache_clear(*cache);
	base_free(*cache);
	*cache = NULL;
}

void auth_cache_clear(struct auth_cache *cache)
{
	for (size_t i = 0; i < cache->n_sets * WAYS; i++)
		auth_record_free(&cache->entries[i].record);
}

/* The place of the first entry of the digest's set. */
static size_t set_of(const struct auth_cache *cache, const uint8_t digest[AUTH_DIGEST_LEN])
{
	uint64_t bits;

	memcpy(&bits, digest, sizeof(bits));
	return (bits & (cache->n_sets - 1)) * WAYS;
}

const struct auth_record *auth_cache_find(const struct auth_cache *cache,
					  const uint8_t digest[AUTH_DIGEST_LEN])
{
	const struct entry *set = &cache->entries[set_of(cache, digest)];

	for (size_t i = 0; i < WAYS; i++)
		if (set[i].record != NULL && memcmp(set[i].digest, digest, AUTH_DIGEST_LEN) == 0)
			return set[i].record;
	return NULL;
}

static int64_t expiry_of(const struct entry *entry)
{
	return entry->record == NULL ? INT64_MIN : entry->record->identity.expires_at_s;
}

void auth_cache_add(struct auth_cache *cache, const uint8_t digest[AUTH_DIGEST_LEN],
		    struct auth_record *record)
{
	struct entry *set = &cache->entries[set_of(cache, digest)];
	struct entry *place = set;

	for (size_t i = 1; i < WAYS; i++)
		if (expiry_of(&set[i]) < expiry_of(place))
			place = &set[i];
	auth_record_free(&place->record);
	memcpy(place->digest, digest, AUTH_DIGEST_LEN);
	place->record = record;
}
