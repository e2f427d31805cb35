#include "lib/auth/cache.h"

#include <stdio.h>
#include <string.h>

#include "tests/unit/run.h"

static struct auth_record *record(const char *subject, int64_t expires_at_s)
{
	struct auth_identity identity = {
		.issuer = "i",
		.subject = subject,
		.scope = "",
		.claims = "{}",
		.expires_at_s = expires_at_s,
	};

	return auth_record_new(&identity, 0);
}

/* A digest of the given set whose other bytes are `n`. */
static const uint8_t *digest(uint8_t set, uint8_t n)
{
	static uint8_t bytes[AUTH_DIGEST_LEN];

	memset(bytes, n, sizeof(bytes));
	bytes[0] = set;
	return bytes;
}

START_TEST(a_record_is_found_by_its_whole_digest_only)
{
	struct auth_cache *cache = auth_cache_new(16);
	uint8_t near[AUTH_DIGEST_LEN];

	auth_cache_add(cache, digest(1, 7), record("s", 10));
	ck_assert_str_eq(auth_cache_find(cache, digest(1, 7))->identity.subject, "s");
	memcpy(near, digest(1, 7), sizeof(near));
	near[AUTH_DIGEST_LEN - 1] ^= 1;
	ck_assert_ptr_null(auth_cache_find(cache, near));
	auth_cache_free(&cache);
}
END_TEST

START_TEST(the_first_to_expire_makes_way)
{
	struct auth_cache *cache = auth_cache_new(4);

	for (uint8_t i = 0; i < 4; i++)
		auth_cache_add(cache, digest(0, i), record("old", 100 - i));
	auth_cache_add(cache, digest(0, 9), record("new", 50));
	ck_assert_ptr_null(auth_cache_find(cache, digest(0, 3)));
	for (uint8_t i = 0; i < 3; i++)
		ck_assert_ptr_nonnull(auth_cache_find(cache, digest(0, i)));
	ck_assert_ptr_nonnull(auth_cache_find(cache, digest(0, 9)));
	auth_cache_free(&cache);
}
END_TEST

START_TEST(no_more_than_its_room_is_kept)
{
	struct auth_cache *cache = auth_cache_new(32);
	size_t n = 0;

	for (unsigned int i = 0; i < 256; i++)
		auth_cache_add(cache, digest((uint8_t)i, (uint8_t)i), record("s", 10));
	for (unsigned int i = 0; i < 256; i++)
		n += auth_cache_find(cache, digest((uint8_t)i, (uint8_t)i)) != NULL;
	ck_assert_uint_eq(n, 32);
	auth_cache_free(&cache);
}
END_TEST

START_TEST(clearing_forgets_all)
{
	struct auth_cache *cache = auth_cache_new(4);

	auth_cache_add(cache, digest(0, 1), record("s", 10));
	auth_cache_clear(cache);
	ck_assert_ptr_null(auth_cache_find(cache, digest(0, 1)));
	auth_cache_free(&cache);
	ck_assert_ptr_null(cache);
	auth_cache_free(&cache);
}
END_TEST

START_TEST(a_copy_outlives_its_record)
{
	const struct auth_identity identity = {
		.issuer = "https://issuer.test",
		.client_id = "c",
		.scope = "a b",
		.claims = "{\"iss\":1}",
		.issued_at_s = 5,
		.expires_at_s = 9,
		.development = true,
	};
	struct auth_record *kept = auth_record_new(&identity, 4);
	struct arena *arena = arena_new(4096);
	struct auth_identity copy = auth_record_copy(kept, arena);

	ck_assert_int_eq(kept->valid_from_s, 4);
	auth_record_free(&kept);
	ck_assert_str_eq(copy.issuer, identity.issuer);
	ck_assert_ptr_null(copy.subject);
	ck_assert_str_eq(copy.client_id, "c");
	ck_assert_str_eq(copy.scope, "a b");
	ck_assert_ptr_null(copy.token_id);
	ck_assert_str_eq(copy.claims, identity.claims);
	ck_assert_int_eq(copy.issued_at_s, 5);
	ck_assert_int_eq(copy.expires_at_s, 9);
	ck_assert(copy.development);
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(a_record_is_found_by_its_whole_digest_only), TEST(the_first_to_expire_makes_way),
	  TEST(no_more_than_its_room_is_kept), TEST(clearing_forgets_all),
	  TEST(a_copy_outlives_its_record))
