#include "lib/http/disposition.h"

#include "lib/base/arena.h"
#include "tests/unit/run.h"

static void assert_named(const char *name, const char *wanted)
{
	struct arena *arena = arena_new(4096);

	ck_assert_str_eq(http_attachment(arena, name), wanted);
	arena_free(&arena);
}

START_TEST(a_plain_name_stands_as_it_is)
{
	assert_named("plan-2.pdf",
		     "attachment; filename=\"plan-2.pdf\"; filename*=UTF-8''plan-2.pdf");
}
END_TEST

START_TEST(any_other_name_is_encoded)
{
	assert_named("å b.pdf",
		     "attachment; filename=\"__ b.pdf\"; filename*=UTF-8''%C3%A5%20b.pdf");
}
END_TEST

START_TEST(no_name_ends_the_value_or_leads_into_a_folder)
{
	assert_named("a\"; filename=\"../b\\c'\r\n",
		     "attachment; filename=\"a__ filename__.._b_c___\"; "
		     "filename*=UTF-8''a%22%3B%20filename%3D%22..%2Fb%5Cc%27%0D%0A");
}
END_TEST

RUN_TESTS(TEST(a_plain_name_stands_as_it_is), TEST(any_other_name_is_encoded),
	  TEST(no_name_ends_the_value_or_leads_into_a_folder))
