#include "lib/auth/keys.h"

#include "lib/auth/mint.h"
#include "lib/base/buf.h"
#include "tests/unit/lib/auth/tokens.h"
#include "tests/unit/run.h"

static struct buf unusable;

static void on_unusable(void *ctx, const char *iss, const char *kid, const char *why)
{
	(void)ctx;
	buf_addf(&unusable, "%s %s: %s\n", iss, kid == NULL ? "-" : kid, why);
}

static const char *ec_jwk(struct arena *arena, const char *kid)
{
	return auth_mint_jwk(auth_mint_key(AUTH_ES256, arena), kid, AUTH_ES256, arena);
}

START_TEST(unusable_rows_are_reported_and_the_others_stand)
{
	struct arena *arena = arena_new(65536);
	const struct auth_issuer_row issuers[] = {good_issuer};
	const struct auth_key_row rows[] = {
		{ISSUER, "bad", "{}"},
		{ISSUER, "k1", ec_jwk(arena, "k1")},
		{"https://other.test", "k1", ec_jwk(arena, "k1")},
		{ISSUER, "k1", ec_jwk(arena, "k1")},
		{ISSUER, "", ec_jwk(arena, "")},
		{ISSUER, "k2", ec_jwk(arena, "k2")},
	};
	struct auth_keys *keys;

	buf_init(&unusable, 10000);
	keys = auth_keys_new(issuers, 1, rows, 6, on_unusable, NULL);
	ck_assert_str_eq(buf_text(&unusable), ISSUER " bad: kty is neither RSA nor EC\n"
			 "https://other.test k1: its issuer is not usable\n"
			 ISSUER " k1: kid listed twice\n"
			 ISSUER " : key without a kid\n");
	ck_assert_uint_eq(auth_keys_count(keys), 2);
	auth_keys_free(&keys);
	ck_assert_ptr_null(keys);
	buf_fini(&unusable);
	arena_free(&arena);
}
END_TEST

static const char *refused_issuer(struct auth_issuer_row row)
{
	struct auth_keys *keys;

	buf_fini(&unusable);
	buf_init(&unusable, 1000);
	keys = auth_keys_new(&row, 1, NULL, 0, on_unusable, NULL);
	auth_keys_free(&keys);
	return buf_text(&unusable);
}

START_TEST(an_issuer_without_sound_terms_is_refused)
{
	struct auth_issuer_row row = good_issuer;

	row.audience = NULL;
	ck_assert_str_eq(refused_issuer(row), ISSUER " -: issuer without an audience\n");
	row.audience_optional = true;
	ck_assert_str_eq(refused_issuer(row), "");
	row.audience = "";
	ck_assert_str_eq(refused_issuer(row), ISSUER " -: issuer without an audience\n");
	row = good_issuer;
	row.max_lifetime_s = 0;
	ck_assert_str_eq(refused_issuer(row), ISSUER " -: lifetime or leeway out of range\n");
	row = good_issuer;
	row.leeway_s = 61;
	ck_assert_str_eq(refused_issuer(row), ISSUER " -: lifetime or leeway out of range\n");
	row = good_issuer;
	row.algs = 0;
	ck_assert_str_eq(refused_issuer(row), ISSUER " -: issuer without a known algorithm\n");
	row.algs = AUTH_ALG_BIT(AUTH_ALG_COUNT);
	ck_assert_str_eq(refused_issuer(row), ISSUER " -: issuer without a known algorithm\n");
	row = good_issuer;
	row.iss = "";
	ck_assert_str_eq(refused_issuer(row), " -: issuer without a name\n");
	buf_fini(&unusable);
}
END_TEST

START_TEST(an_issuer_listed_twice_counts_once)
{
	const struct auth_issuer_row issuers[] = {good_issuer, good_issuer};
	struct auth_keys *keys;

	buf_init(&unusable, 1000);
	keys = auth_keys_new(issuers, 2, NULL, 0, on_unusable, NULL);
	ck_assert_str_eq(buf_text(&unusable), ISSUER " -: issuer listed twice\n");
	auth_keys_free(&keys);
	buf_fini(&unusable);
}
END_TEST

START_TEST(a_key_serves_only_what_its_issuer_allows_too)
{
	struct arena *arena = arena_new(65536);
	struct auth_issuer_row issuer = good_issuer;
	const struct auth_key_row row = {ISSUER, "k1", ec_jwk(arena, "k1")};
	struct auth_keys *keys;

	issuer.algs = AUTH_ALG_BIT(AUTH_RS256);
	buf_init(&unusable, 1000);
	keys = auth_keys_new(&issuer, 1, &row, 1, on_unusable, NULL);
	ck_assert_str_eq(buf_text(&unusable),
			 ISSUER " k1: its issuer does not allow its algorithm\n");
	auth_keys_free(&keys);
	buf_fini(&unusable);
	arena_free(&arena);
}
END_TEST

START_TEST(the_same_kid_at_two_issuers_is_two_keys)
{
	struct arena *arena = arena_new(65536);
	struct auth_issuer_row issuers[] = {good_issuer, good_issuer};
	const struct auth_key_row rows[] = {
		{ISSUER, "k1", ec_jwk(arena, "k1")},
		{ISSUER "/", "k1", ec_jwk(arena, "k1")},
	};
	const struct auth_key *first, *second;
	struct auth_keys *keys;

	issuers[1].iss = ISSUER "/";
	keys = auth_keys_new(issuers, 2, rows, 2, no_unusable, NULL);
	first = auth_keys_find(keys, auth_keys_find_issuer(keys, ISSUER), "k1");
	second = auth_keys_find(keys, auth_keys_find_issuer(keys, ISSUER "/"), "k1");
	ck_assert_ptr_ne(first, second);
	ck_assert_str_eq(second->issuer->iss, ISSUER "/");
	ck_assert_ptr_null(auth_keys_find_issuer(keys, "https://ISSUER.test"));
	auth_keys_free(&keys);
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(unusable_rows_are_reported_and_the_others_stand),
	  TEST(an_issuer_without_sound_terms_is_refused), TEST(an_issuer_listed_twice_counts_once),
	  TEST(a_key_serves_only_what_its_issuer_allows_too),
	  TEST(the_same_kid_at_two_issuers_is_two_keys))
