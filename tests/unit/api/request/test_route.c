#include "api/request/contract.h"
#include "lib/base/arena.h"
#include "tests/unit/run.h"

static struct arena *arena;

static const char *decoded(const char *text, bool plus_is_space)
{
	arena_free(&arena);
	arena = arena_new(4096);
	return contract_decode(text, strlen(text), plus_is_space, arena);
}

START_TEST(escapes_are_decoded_and_plus_only_in_a_query)
{
	ck_assert_str_eq(decoded("a%20b%C3%a6", false), "a b\u00e6");
	ck_assert_str_eq(decoded("a+b", true), "a b");
	ck_assert_str_eq(decoded("a+b", false), "a+b");
	ck_assert_str_eq(decoded("", true), "");
	arena_free(&arena);
}
END_TEST

START_TEST(what_is_no_text_is_not_decoded)
{
	static const char *const texts[] = { "%", "%2", "%zz", "%00", "%0a", "%7f", "\t", "%ff",
					     "%c3", "%ed%a0%80" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_ptr_null(decoded(texts[i], true));
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(escapes_are_decoded_and_plus_only_in_a_query), TEST(what_is_no_text_is_not_decoded))
