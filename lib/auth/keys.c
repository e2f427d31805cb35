/* A snapshot lies in an arena of its own, found by linear search: a county has a handful of
 * issuers. */
#include "lib/auth/keys.h"

#include <string.h>

#include "lib/auth/jwk.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"

#define LEEWAY_MAX_S 60
#define ALL_ALGS (AUTH_ALG_BIT(AUTH_ALG_COUNT) - 1)

struct auth_keys {
	struct arena *arena;
	struct auth_issuer_row *issuers;
	int64_t *missed_at_s; /* when a key was asked for in vain, by the issuer's place */
	size_t n_issuers;
	struct auth_key *keys;
	size_t n_keys;
};

/* What is wrong with the row, NULL if nothing. */
static const char *judge_issuer(const struct auth_keys *keys, const struct auth_issuer_row *row)
{
	if (row->iss[0] == '\0')
		return "issuer without a name";
	if (auth_keys_find_issuer(keys, row->iss) != NULL)
		return "issuer listed twice";
	if (row->audience == NULL ? !row->audience_optional : row->audience[0] == '\0')
		return "issuer without an audience";
	if (row->max_lifetime_s < 1 || row->leeway_s < 0 || row->leeway_s > LEEWAY_MAX_S)
		return "lifetime or leeway out of range";
	if (row->algs == 0 || (row->algs & ~ALL_ALGS) != 0)
		return "issuer without a known algorithm";
	return NULL;
}

static void add_issuer(struct auth_keys *keys, const struct auth_issuer_row *row)
{
	struct auth_issuer_row *issuer = &keys->issuers[keys->n_issuers++];

	*issuer = *row;
	issuer->iss = arena_strdup(keys->arena, row->iss);
	if (row->audience != NULL)
		issuer->audience = arena_strdup(keys->arena, row->audience);
}

static void free_public_key(void *key)
{
	EVP_PKEY_free(key);
}

/* Adds the key unless it is unusable; the reason then, else NULL. */
static const char *add_key(struct auth_keys *keys, const struct auth_key_row *row)
{
	struct auth_key key = {.issuer = auth_keys_find_issuer(keys, row->iss)};
	const char *why;

	if (key.issuer == NULL)
		return "its issuer is not usable";
	if (row->kid[0] == '\0')
		return "key without a kid";
	if (auth_keys_find(keys, key.issuer, row->kid) != NULL)
		return "kid listed twice";
	key.public_key = auth_jwk_read(row->jwk, row->kid, &key.algs, &why);
	if (key.public_key == NULL)
		return why;
	arena_own(keys->arena, key.public_key, free_public_key);
	key.algs &= key.issuer->algs;
	if (key.algs == 0)
		return "its issuer does not allow its algorithm";
	key.kid = arena_strdup(keys->arena, row->kid);
	keys->keys[keys->n_keys++] = key;
	return NULL;
}

struct auth_keys *auth_keys_new(const struct auth_issuer_row *issuers, size_t n_issuers,
				const struct auth_key_row *rows, size_t n_rows,
				auth_unusable_fn *on_unusable, void *ctx)
{
	struct auth_keys *keys = base_alloc(sizeof(*keys));

	keys->arena = arena_new(SIZE_MAX);
	keys->issuers = arena_alloc(keys->arena, n_issuers * sizeof(*keys->issuers));
	keys->missed_at_s = arena_alloc(keys->arena, n_issuers * sizeof(*keys->missed_at_s));
	keys->keys = arena_alloc(keys->arena, n_rows * sizeof(*keys->keys));
	for (size_t i = 0; i < n_issuers; i++) {
		const char *why = judge_issuer(keys, &issuers[i]);

		if (why == NULL)
			add_issuer(keys, &issuers[i]);
		else
			on_unusable(ctx, issuers[i].iss, NULL, why);
	}
	for (size_t i = 0; i < n_rows; i++) {
		const char *why = add_key(keys, &rows[i]);

		if (why != NULL)
			on_unusable(ctx, rows[i].iss, rows[i].kid, why);
	}
	return keys;
}

void auth_keys_free(struct auth_keys **keys)
{
	if (*keys == NULL)
		return;
	arena_free(&(*keys)->arena);
	base_free(*keys);
	*keys = NULL;
}

size_t auth_keys_count(const struct auth_keys *keys)
{
	return keys->n_keys;
}

const struct auth_issuer_row *auth_keys_find_issuer(const struct auth_keys *keys, const char *iss)
{
	for (size_t i = 0; i < keys->n_issuers; i++)
		if (strcmp(keys->issuers[i].iss, iss) == 0)
			return &keys->issuers[i];
	return NULL;
}

const struct auth_key *auth_keys_find(const struct auth_keys *keys,
				      const struct auth_issuer_row *issuer, const char *kid)
{
	for (size_t i = 0; i < keys->n_keys; i++)
		if (keys->keys[i].issuer == issuer && strcmp(keys->keys[i].kid, kid) == 0)
			return &keys->keys[i];
	return NULL;
}

bool auth_keys_first_miss(struct auth_keys *keys, const struct auth_issuer_row *issuer,
			  int64_t now_s)
{
	int64_t *missed_at_s = &keys->missed_at_s[issuer - keys->issuers];
	bool is_first = *missed_at_s != now_s;

	*missed_at_s = now_s;
	return is_first;
}
