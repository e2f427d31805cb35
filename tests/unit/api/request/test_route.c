#include "tests/support/requests.h"

#include <stdio.h>

#include "api/operations.gen.h"
#include "tests/unit/run.h"

static void assert_routed(enum http_method method, const char *path, int operation)
{
	struct request request;

	request_begin(&request, method, path);
	ck_assert_msg(request.operation != NULL, "%s", path);
	ck_assert_str_eq(request.operation->op->name, operations[operation].name);
	request_end(&request);
}

static void assert_lost(enum http_method method, const char *path, const char *allowed)
{
	struct request request;

	request_begin(&request, method, path);
	ck_assert_msg(request.operation == NULL, "%s", path);
	ck_assert_str_eq(request.allowed, allowed);
	request_end(&request);
}

/* The path of an operation with 7 for each of its parameters. */
static void example_path(const struct operation *op, char *out, size_t size)
{
	size_t n = 0;

	for (const char *at = op->path; *at != '\0'; at++) {
		ck_assert_uint_lt(n + 1, size);
		out[n++] = *at == '{' ? '7' : *at;
		if (*at == '{')
			at = strchr(at, '}');
	}
	out[n] = '\0';
}

START_TEST(every_operation_is_found_by_its_path_and_method)
{
	for (size_t i = 0; i < OPERATION_COUNT; i++) {
		char path[200];

		example_path(&operations[i], path, sizeof(path));
		assert_routed(operations[i].method, path, (int)i);
	}
}
END_TEST

START_TEST(head_is_taken_wherever_get_is)
{
	assert_routed(HTTP_HEAD, "/v1/calls", OP_LIST_CALLS);
	assert_routed(HTTP_HEAD, "/v1/calls/7", OP_GET_CALL);
	assert_lost(HTTP_HEAD, "/v1/payment-lists/7/x", "");
	assert_lost(HTTP_HEAD, "/v1/calls/7/open", "POST");
}
END_TEST

START_TEST(another_method_is_told_which_the_path_takes)
{
	assert_lost(HTTP_DELETE, "/v1/calls", "GET, HEAD, POST");
	assert_lost(HTTP_OPTIONS, "/v1/calls/7", "GET, HEAD");
	assert_lost(HTTP_GET, "/v1/calls/7/open", "POST");
	assert_lost(HTTP_POST, "/v1/applications/7/cost-plan", "PUT");
}
END_TEST

START_TEST(a_path_is_matched_whole_and_as_it_is_written)
{
	static const char *const lost[] = {
		"/",
		"/v1",
		"/v1/",
		"/v1/call",
		"/v1/callss",
		"/v1/calls/",
		"/v1//calls",
		"//v1/calls",
		"/V1/calls",
		"/v1/Calls",
		"/v1/calls/7/open/",
		"/v1/calls/7/open/x",
		"/v1/c%61lls",
		"/v1/calls/./7",
		"/1/2/3/4/5/6/7/8",
		"/1/2/3/4/5/6/7/8/9",
		"",
	};

	for (size_t i = 0; i < sizeof(lost) / sizeof(lost[0]); i++)
		assert_lost(HTTP_POST, lost[i], "");
}
END_TEST

START_TEST(arguments_of_the_path_are_decoded)
{
	struct request request;

	request_begin(&request, HTTP_GET, "/v1/organisations/9%374760673");
	ck_assert_str_eq(request.r.path_args[0], "974760673");
	request_end(&request);
	request_begin(&request, HTTP_GET, "/v1/organisations/a+%c3%a6");
	ck_assert_str_eq(request.r.path_args[0], "a+\xc3\xa6");
	request_end(&request);
}
END_TEST

START_TEST(an_argument_that_cannot_be_decoded_names_nothing)
{
	assert_lost(HTTP_GET, "/v1/calls/%", "");
	assert_lost(HTTP_GET, "/v1/calls/%7", "");
	assert_lost(HTTP_GET, "/v1/calls/%g7", "");
	assert_lost(HTTP_GET, "/v1/calls/%00", "");
	assert_lost(HTTP_GET, "/v1/calls/7%0a", "");
	assert_lost(HTTP_GET, "/v1/calls/7%7f", "");
	assert_lost(HTTP_GET, "/v1/calls/7%2f8", "");
	assert_lost(HTTP_GET, "/v1/calls/%ff", "");
	assert_lost(HTTP_GET, "/v1/calls/%c0%af", "");
}
END_TEST

static void assert_decoded(const char *text, bool plus_is_space, const char *wanted)
{
	struct arena *arena = arena_new(1 << 16);
	const char *decoded = contract_decode(text, strlen(text), plus_is_space, arena);

	if (wanted == NULL)
		ck_assert_msg(decoded == NULL, "%s", text);
	else
		ck_assert_pstr_eq(decoded, wanted);
	arena_free(&arena);
}

START_TEST(a_text_is_decoded_once_and_only_if_all_of_it_is_sound)
{
	assert_decoded("", true, "");
	assert_decoded("a+b", true, "a b");
	assert_decoded("a+b", false, "a+b");
	assert_decoded("%2B%2b+", true, "++ ");
	assert_decoded("%2541", true, "%41");
	assert_decoded("s%C3%B8k", true, "s\xc3\xb8k");
	assert_decoded("%41%", true, NULL);
	assert_decoded("%4", true, NULL);
	assert_decoded("%4:", true, NULL);
	assert_decoded("%`0", true, NULL);
	assert_decoded("a%1fb", true, NULL);
	assert_decoded("a\tb", true, NULL);
	assert_decoded("%c3", true, NULL);
	assert_decoded("%ed%a0%80", true, NULL);
}
END_TEST

START_TEST(decoding_stops_at_the_length_given)
{
	struct arena *arena = arena_new(1 << 16);

	ck_assert_str_eq(contract_decode("ab%41", 2, true, arena), "ab");
	ck_assert_ptr_null(contract_decode("ab%41", 4, true, arena));
	arena_free(&arena);
}
END_TEST

RUN_TESTS_AFTER(make_contract(), TEST(every_operation_is_found_by_its_path_and_method),
		TEST(head_is_taken_wherever_get_is),
		TEST(another_method_is_told_which_the_path_takes),
		TEST(a_path_is_matched_whole_and_as_it_is_written),
		TEST(arguments_of_the_path_are_decoded),
		TEST(an_argument_that_cannot_be_decoded_names_nothing),
		TEST(a_text_is_decoded_once_and_only_if_all_of_it_is_sound),
		TEST(decoding_stops_at_the_length_given))
