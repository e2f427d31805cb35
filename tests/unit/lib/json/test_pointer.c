#include "lib/json/pointer.h"

#include "tests/unit/run.h"

START_TEST(a_place_is_written_with_its_escapes)
{
	const struct pointer_step costs = {NULL, "costs", 0};
	const struct pointer_step first = {&costs, NULL, 0};
	const struct pointer_step odd = {&first, "a/b~c", 0};
	const struct pointer_step empty = {&odd, "", 0};
	struct buf buf;

	buf_init(&buf, 100);
	pointer_write(NULL, &buf);
	ck_assert_str_eq(buf_text(&buf), "");
	pointer_write(&empty, &buf);
	ck_assert_str_eq(buf_text(&buf), "/costs/0/a~1b~0c/");
	buf_fini(&buf);
}
END_TEST

/* The document and the pointers of RFC 6901 section 5. */
START_TEST(the_examples_of_rfc_6901_are_found)
{
	static const struct {
		const char *pointer;
		int value;
	} examples[] = {
		{"/", 0},    {"/a~1b", 1}, {"/c%d", 2}, {"/e^f", 3}, {"/g|h", 4},
		{"/i\\j", 5}, {"/k\"l", 6}, {"/ ", 7},   {"/m~0n", 8},
	};
	json_t *root = json_loads("{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,\"c%d\":2,"
				  "\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,\"k\\\"l\":6,\" \":7,"
				  "\"m~n\":8}",
				  0, NULL);

	ck_assert_ptr_eq(pointer_find(root, ""), root);
	ck_assert_str_eq(json_string_value(pointer_find(root, "/foo/0")), "bar");
	ck_assert_str_eq(json_string_value(pointer_find(root, "/foo/1")), "baz");
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++)
		ck_assert_int_eq(json_integer_value(pointer_find(root, examples[i].pointer)),
				 examples[i].value);
	json_decref(root);
}
END_TEST

START_TEST(what_is_not_there_is_not_found)
{
	static const char *const pointers[] = {
		"foo", "/foo/2", "/foo/-1", "/foo/00", "/foo/x", "/foo/0/x", "/bar", "/a~2b", "/a~",
	};
	json_t *root = json_loads("{\"foo\":[1,2],\"a~\":1,\"a~2b\":1}", 0, NULL);

	for (size_t i = 0; i < sizeof(pointers) / sizeof(pointers[0]); i++)
		ck_assert_msg(pointer_find(root, pointers[i]) == NULL, "%s", pointers[i]);
	json_decref(root);
}
END_TEST

RUN_TESTS(TEST(a_place_is_written_with_its_escapes), TEST(the_examples_of_rfc_6901_are_found),
	  TEST(what_is_not_there_is_not_found))
