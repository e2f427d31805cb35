#include "lib/base/uuid.h"

#include "tests/unit/run.h"

static void check(const char *name, const char *expected)
{
	char text[UUID_TEXT_SIZE];

	uuid_of_name(name, text);
	ck_assert_str_eq(text, expected);
}

START_TEST(a_name_is_the_uuid_that_others_make_of_it)
{
	check("http://www.example.com/", "fcde3c85-2270-590f-9e7c-ee003d65e0e2");
	check("urn:trinn:50:journal-post:12", "9cbb777e-e689-50fa-ba7a-f9b3dc607a90");
}
END_TEST

RUN_TESTS(TEST(a_name_is_the_uuid_that_others_make_of_it))
