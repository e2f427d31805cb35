#include "lib/auth/jwks.h"

#include <openssl/err.h>

#include "lib/auth/mint.h"
#include "lib/base/buf.h"
#include "tests/unit/lib/auth/tokens.h"
#include "tests/unit/run.h"

/* Each test has a process of its own, so these are fresh in each. */
static struct arena *arena;
static struct buf unusable, set;
static const char *why;

static void begin(void)
{
	arena = arena_new(4 << 20);
	buf_init(&unusable, 10000);
	buf_init(&set, 1 << 20);
}

static void end(void)
{
	buf_fini(&set);
	buf_fini(&unusable);
	arena_free(&arena);
	ck_assert_uint_eq(ERR_peek_error(), 0);
}

static void on_unusable(void *ctx, const char *iss, const char *kid, const char *reason)
{
	ck_assert_ptr_eq(ctx, &unusable);
	buf_addf(&unusable, "%s %s: %s\n", iss, kid == NULL ? "-" : kid, reason);
}

static const char *read_text(const char *text)
{
	return auth_jwks_read(ISSUER, text, strlen(text), arena, on_unusable, &unusable, &why);
}

static const char *key(const char *kid, const char *changes)
{
	const char *pem = auth_mint_key(AUTH_ES256, arena);

	return changed(arena, auth_mint_jwk(pem, kid, AUTH_ES256, arena), changes);
}

static void add(const char *jwk)
{
	buf_addf(&set, "%s%s", set.len == 0 ? "{\"keys\":[" : ",", jwk);
}

static const char *read_set(void)
{
	buf_adds(&set, "]}");
	return read_text(buf_text(&set));
}

/* How many keys the text of an array holds. */
static size_t count(const char *keys)
{
	json_t *array = json_loads(keys, JSON_REJECT_DUPLICATES, NULL);
	size_t n = json_array_size(array);

	json_decref(array);
	return n;
}

START_TEST(keys_that_could_verify_are_taken_as_they_are)
{
	const char *keys, *jwk;

	begin();
	jwk = key("k1", "{'x5t':'æ'}");
	add(jwk);
	add(key("k2", "{'alg':null,'use':null}"));
	keys = read_set();
	ck_assert_ptr_nonnull(keys);
	ck_assert_uint_eq(count(keys), 2);
	ck_assert_ptr_nonnull(strstr(keys, "\"x5t\":\"æ\""));
	ck_assert_str_eq(buf_text(&unusable), "");
	end();
}
END_TEST

START_TEST(other_keys_are_left_out_and_told)
{
	const char *long_kid;
	const char *keys;

	begin();
	long_kid = arena_printf(arena, "%0256d", 0);
	add("1");
	add("{}");
	add(key("", "{}"));
	add(key("k1", "{'kid':null}"));
	add(key("k1", "{'kid':1}"));
	add(key(long_kid, "{}"));
	add(key("enc", "{'use':'enc'}"));
	add(key("secret", "{'d':'AQ'}"));
	add("{\"kid\":\"oct\",\"kty\":\"oct\",\"k\":\"AQ\"}");
	add("{\"kid\":\"okp\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQ\"}");
	add(key("k1", "{}"));
	add(key("k1", "{}"));
	keys = read_set();
	ck_assert_ptr_nonnull(keys);
	ck_assert_uint_eq(count(keys), 1);
	ck_assert_str_eq(buf_text(&unusable),
			 arena_printf(arena,
				      "%1$s -: key without a kid\n"
				      "%1$s -: key without a kid\n"
				      "%1$s : key without a kid\n"
				      "%1$s -: key without a kid\n"
				      "%1$s -: key without a kid\n"
				      "%1$s %2$s: kid too long\n"
				      "%1$s enc: not for signatures\n"
				      "%1$s secret: holds a private part\n"
				      "%1$s oct: a secret key\n"
				      "%1$s okp: kty is neither RSA nor EC\n"
				      "%1$s k1: kid listed twice\n",
				      ISSUER, long_kid));
	end();
}
END_TEST

/* A key that cannot be used does not stand in the way of one with its kid that can. */
START_TEST(the_first_usable_key_of_a_kid_is_taken)
{
	const char *keys;

	begin();
	add(key("k1", "{'use':'enc'}"));
	add(key("k1", "{'x5t':'good'}"));
	keys = read_set();
	ck_assert_ptr_nonnull(keys);
	ck_assert_uint_eq(count(keys), 1);
	ck_assert_ptr_nonnull(strstr(keys, "good"));
	end();
}
END_TEST

static void check_refused(const char *text, const char *wanted)
{
	ck_assert_msg(read_text(text) == NULL, "%s", text);
	ck_assert_str_eq(why, wanted);
}

START_TEST(what_is_no_set_is_refused_whole)
{
	begin();
	check_refused("", "no JSON object");
	check_refused("<html>", "no JSON object");
	check_refused("{\"keys\":[]}x", "no JSON object");
	check_refused("{\"keys\":[],\"keys\":[]}", "no JSON object");
	check_refused("{}", "no JWKS");
	check_refused("[]", "no JWKS");
	check_refused("{\"keys\":{}}", "no JWKS");
	check_refused("{\"keys\":null}", "no JWKS");
	check_refused("{\"keys\":[]}", "no usable key");
	check_refused("{\"keys\":[{}]}", "no usable key");
	end();
}
END_TEST

START_TEST(as_many_keys_as_allowed_are_taken_and_one_more_is_too_many)
{
	const char *jwk, *keys;

	begin();
	jwk = key("k", "{}");
	for (int i = 0; i < AUTH_JWKS_KEYS_MAX; i++)
		add(changed(arena, jwk, arena_printf(arena, "{'kid':'%d'}", i)));
	buf_adds(&set, "]}");
	keys = read_text(buf_text(&set));
	ck_assert_ptr_nonnull(keys);
	ck_assert_uint_eq(count(keys), AUTH_JWKS_KEYS_MAX);

	set.len -= 2;
	add(jwk);
	ck_assert_ptr_null(read_set());
	ck_assert_str_eq(why, "too many keys");
	end();
}
END_TEST

START_TEST(a_document_that_is_too_long_is_refused)
{
	const char *padded;

	begin();
	add(key("k1", "{}"));
	padded = arena_printf(arena, "%s]%*s}", buf_text(&set),
			      (int)(AUTH_JWKS_LEN_MAX - set.len - 2), "");
	ck_assert_uint_eq(strlen(padded), AUTH_JWKS_LEN_MAX);
	ck_assert_ptr_nonnull(read_text(padded));
	check_refused(arena_printf(arena, "%s ", padded), "no JSON object");
	end();
}
END_TEST

RUN_TESTS(TEST(keys_that_could_verify_are_taken_as_they_are),
	  TEST(other_keys_are_left_out_and_told), TEST(the_first_usable_key_of_a_kid_is_taken),
	  TEST(what_is_no_set_is_refused_whole),
	  TEST(as_many_keys_as_allowed_are_taken_and_one_more_is_too_many),
	  TEST(a_document_that_is_too_long_is_refused))
