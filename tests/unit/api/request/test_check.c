#include "api/request/check.h"

#include <stdio.h>
#include <stdlib.h>

#include "api/operations.gen.h"
#include "api/request/cursor.h"
#include "tests/support/requests.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

/* Exactly this one, told with these arguments; NULL: whatever. */
static void assert_problem(const struct request *request, enum problem_code code, const char *arg0,
			   const char *arg1)
{
	const struct problem *first = request->problems.list;

	ck_assert_uint_eq(request->problems.n, 1);
	ck_assert_str_eq(problem_slug(first->code), problem_slug(code));
	if (arg0 != NULL)
		ck_assert_str_eq(first->args[0], arg0);
	if (arg1 != NULL)
		ck_assert_str_eq(first->args[1], arg1);
	assert_told(first);
}

static void assert_no_problem(const struct request *request)
{
	ck_assert_msg(request->problems.n == 0, "%s",
		      request->problems.n == 0 ? "" : problem_slug(request->problems.list[0].code));
}

/* ---- parameters */

static void begin_checked(struct request *request, enum http_method method, const char *target)
{
	request_begin(request, method, target);
	ck_assert_msg(request->operation != NULL, "%s", target);
	check_params(&request->r, request->operation, &request->problems);
}

static void assert_accepted(const char *target)
{
	struct request request;

	begin_checked(&request, HTTP_GET, target);
	assert_no_problem(&request);
	request_end(&request);
}

static void assert_refused(const char *target, enum problem_code code, const char *arg0,
			   const char *arg1)
{
	struct request request;

	begin_checked(&request, HTTP_GET, target);
	assert_problem(&request, code, arg0, arg1);
	request_end(&request);
}

START_TEST(parameters_of_the_operation_are_taken)
{
	assert_accepted("/v1/calls");
	assert_accepted("/v1/calls?");
	assert_accepted("/v1/calls?&&");
	assert_accepted("/v1/calls?limit=1&state=open");
	assert_accepted("/v1/calls?limit=1000");
	assert_accepted("/v1/organisations?q=s%C3%B8r+trevare");
	assert_accepted("/v1/rule-params?onDate=2028-02-29");
	assert_accepted("/v1/ledger/postings?from=2026-12-31&to=2026-12-31");
	assert_accepted("/v1/ledger/postings?to=2026-12-31");
}
END_TEST

START_TEST(a_parameter_the_operation_does_not_have_is_refused)
{
	assert_refused("/v1/calls?sort=name", PROBLEM_UNKNOWN_PARAMETER, "sort", NULL);
	assert_refused("/v1/calls?Limit=1", PROBLEM_UNKNOWN_PARAMETER, "Limit", NULL);
	assert_refused("/v1/calls/7?limit=1", PROBLEM_UNKNOWN_PARAMETER, "limit", NULL);
	assert_refused("/v1/calls?limit", PROBLEM_BAD_PARAMETER, "limit", "@type integer");
}
END_TEST

START_TEST(a_value_that_does_not_fit_is_refused_with_the_reason)
{
	assert_refused("/v1/calls?limit=0", PROBLEM_BAD_PARAMETER, "limit", "@too_small 1");
	assert_refused("/v1/calls?limit=1001", PROBLEM_BAD_PARAMETER, "limit", "@too_large 1000");
	assert_refused("/v1/calls?state=opened", PROBLEM_BAD_PARAMETER, "state",
		       "@enum \"planned\", \"open\", \"closed\", \"decided\", \"archived\"");
	assert_refused("/v1/rule-params?onDate=2027-02-29", PROBLEM_BAD_PARAMETER, "onDate",
		       "@format date");
	assert_refused("/v1/calls?limit=1&limit=1", PROBLEM_BAD_PARAMETER, "limit", "@repeated");
	assert_refused("/v1/ledger/postings?from=2027-01-01&to=2026-12-31", PROBLEM_BAD_PARAMETER,
		       "to", "@before from");
	assert_refused("/v1/calls?%zz=1", PROBLEM_BAD_PARAMETER, "?", "@encoding");
	assert_refused("/v1/calls?state=%ff", PROBLEM_BAD_PARAMETER, "?", "@encoding");
	assert_refused("/v1/calls?state=open%0a", PROBLEM_BAD_PARAMETER, "?", "@encoding");
}
END_TEST

START_TEST(a_number_has_one_spelling)
{
	static const char *const wrong[] = {
		"+5", "05", "5.0", "5e0", "0x5", "%205", "5+", "five", "99999999999999999999",
		"-0"};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		char target[60];
		struct request request;

		snprintf(target, sizeof(target), "/v1/calls?limit=%s", wrong[i]);
		begin_checked(&request, HTTP_GET, target);
		ck_assert_msg(request.problems.n == 1, "%s", target);
		request_end(&request);
	}
}
END_TEST

START_TEST(a_path_that_can_name_nothing_is_not_found)
{
	static const char *const wrong[] = {"0", "-1", "07", "x", "1e3", "1234567890123456789"};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		char target[60];

		snprintf(target, sizeof(target), "/v1/calls/%s", wrong[i]);
		assert_refused(target, PROBLEM_NOT_FOUND, NULL, NULL);
	}
	assert_accepted("/v1/calls/123456789012345678");
	assert_refused("/v1/organisations/97476067", PROBLEM_NOT_FOUND, NULL, NULL);
}
END_TEST

START_TEST(all_faults_of_the_parameters_come_at_once)
{
	struct request request;

	begin_checked(&request, HTTP_GET, "/v1/calls?limit=0&sort=x&state=x&limit=2");
	ck_assert_uint_eq(request.problems.n, 4);
	request_end(&request);
}
END_TEST

START_TEST(arguments_are_read_as_what_they_are)
{
	struct request request;

	begin_checked(&request, HTTP_GET, "/v1/applications?callId=17&limit=20&state=draft");
	ck_assert_int_eq(*req_query_id(&request.r, "callId"), 17);
	ck_assert_ptr_null(req_query_id(&request.r, "trackId"));
	ck_assert_int_eq(req_limit(&request.r), 20);
	ck_assert_str_eq(req_query(&request.r, "state"), "draft");
	ck_assert_ptr_null(req_query(&request.r, "q"));
	request_end(&request);
	begin_checked(&request, HTTP_GET, "/v1/calls/42");
	ck_assert_int_eq(req_id(&request.r, 0), 42);
	ck_assert_int_eq(req_limit(&request.r), 50);
	request_end(&request);
}
END_TEST

START_TEST(a_page_begins_where_its_cursor_says)
{
	struct request request;
	char target[200];

	begin_checked(&request, HTTP_GET, "/v1/calls?state=open");
	snprintf(target, sizeof(target), "/v1/calls?state=open&limit=3&cursor=%s",
		 cursor_seal(&request.r, "42"));
	ck_assert_ptr_null(req_after_id(&request.r));
	request_end(&request);
	begin_checked(&request, HTTP_GET, target);
	assert_no_problem(&request);
	ck_assert_int_eq(*req_after_id(&request.r), 42);
	request_end(&request);
	target[strlen("/v1/calls?state=")] = 'x';
	begin_checked(&request, HTTP_GET, target);
	ck_assert_ptr_null(request.r.after);
	request_end(&request);
	assert_refused("/v1/calls?cursor=AAAA", PROBLEM_BAD_CURSOR, NULL, NULL);
}
END_TEST

START_TEST(a_dry_run_is_asked_for_by_name)
{
	struct request request;

	begin_checked(&request, HTTP_POST, "/v1/calls/7/open?dryRun=true");
	ck_assert(request.r.dry_run);
	request_end(&request);
	begin_checked(&request, HTTP_POST, "/v1/calls/7/open?dryRun=false");
	ck_assert(!request.r.dry_run);
	request_end(&request);
	begin_checked(&request, HTTP_PUT, "/v1/applications/7/plan?dryRun=true");
	assert_problem(&request, PROBLEM_UNKNOWN_PARAMETER, "dryRun", NULL);
	ck_assert(!request.r.dry_run);
	request_end(&request);
}
END_TEST

/* ---- Idempotency-Key and If-Match */

static void begin_with(struct request *request, const char *target, const char *key,
		       const char *version)
{
	request_begin(request, HTTP_POST, target);
	check_params(&request->r, request->operation, &request->problems);
	if (key != NULL)
		request_add_header(request, "Idempotency-Key", key);
	if (version != NULL)
		request_add_header(request, "If-Match", version);
	check_preconditions(&request->r, &request->problems);
}

#define OPEN "/v1/calls/7/open"

START_TEST(a_change_needs_a_key_and_a_version)
{
	struct request request;

	begin_with(&request, OPEN, NULL, NULL);
	ck_assert_uint_eq(request.problems.n, 2);
	ck_assert_int_eq(request.problems.list[0].code, PROBLEM_KEY_REQUIRED);
	ck_assert_int_eq(request.problems.list[1].code, PROBLEM_PRECONDITION_REQUIRED);
	request_end(&request);
	begin_with(&request, OPEN "?dryRun=true", NULL, "\"v1\"");
	assert_no_problem(&request);
	request_end(&request);
	begin_with(&request, "/v1/tracks", "\"k\"", NULL);
	assert_no_problem(&request);
	request_end(&request);
}
END_TEST

START_TEST(a_key_is_kept_without_its_quotes_for_its_path)
{
	struct request request;

	begin_with(&request, OPEN, "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "\"v17\"");
	assert_no_problem(&request);
	ck_assert_str_eq(request.r.key, "8e03978e-40d5-43dd-bc93-6894a57f9324");
	ck_assert_str_eq(request.r.key_operation, "POST " OPEN);
	ck_assert_int_eq(request.r.if_match, 17);
	ck_assert(request.r.has_if_match);
	request_end(&request);
}
END_TEST

START_TEST(a_key_is_a_quoted_text_of_1_to_255_characters)
{
	static const char *const wrong[] = {"k",	"\"\"",	       "\"",	   "\"a",
					    "a\"",	"\"a\"b\"",    "\"a\\b\"", "\"\xc3\xa6\"",
					    "\"a\tb\"", "\"a\", \"b\""};
	struct request request;
	char longest[260];

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		begin_with(&request, OPEN, wrong[i], "*");
		assert_problem(&request, PROBLEM_KEY_INVALID, NULL, NULL);
		request_end(&request);
	}
	memset(longest, 'k', sizeof(longest));
	longest[0] = longest[256] = '"';
	longest[257] = '\0';
	begin_with(&request, OPEN, longest, "*");
	assert_no_problem(&request);
	ck_assert_uint_eq(strlen(request.r.key), 255);
	request_end(&request);
	longest[256] = 'k';
	longest[257] = '"';
	longest[258] = '\0';
	begin_with(&request, OPEN, longest, "*");
	assert_problem(&request, PROBLEM_KEY_INVALID, NULL, NULL);
	request_end(&request);
}
END_TEST

START_TEST(a_version_is_one_strong_tag_of_ours_or_any)
{
	static const char *const wrong[] = {"\"17\"",
					    "W/\"v17\"",
					    "\"v\"",
					    "\"v0\"",
					    "\"v-1\"",
					    "\"v017\"",
					    "\"v.5f0c2a91\"",
					    "\"v1\", \"v2\"",
					    "\"v99999999999999999999\"",
					    "\"v9999999999999999999999999\""};
	static const char *const bare[] = {"v17", "17", "", "\"", "W/v17", "\"v17", "W/W/v17"};
	struct request request;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		begin_with(&request, OPEN, "\"k\"", wrong[i]);
		assert_problem(&request, PROBLEM_VERSION_MISMATCH, NULL, NULL);
		ck_assert(!request.r.has_if_match);
		request_end(&request);
	}
	for (size_t i = 0; i < sizeof(bare) / sizeof(bare[0]); i++) {
		begin_with(&request, OPEN, "\"k\"", bare[i]);
		assert_problem(&request, PROBLEM_BAD_PARAMETER, "If-Match", "@etag");
		request_end(&request);
	}
	begin_with(&request, OPEN, "\"k\"", "*");
	assert_no_problem(&request);
	ck_assert(request.r.has_if_match);
	ck_assert_int_eq(request.r.if_match, 0);
	request_end(&request);
	begin_with(&request, OPEN, "\"k\"", "\"v17.5f0c2a91\"");
	assert_no_problem(&request);
	ck_assert_int_eq(request.r.if_match, 17);
	request_end(&request);
	begin_with(&request, OPEN, "\"k\"", "\"v9223372036854775807\"");
	assert_no_problem(&request);
	ck_assert_int_eq(request.r.if_match, INT64_MAX);
	request_end(&request);
}
END_TEST

/* ---- the body */

#define TRACK "{\"programmeId\":\"7\",\"title\":\"Digital skog\"}"

static void begin_with_body(struct request *request, const char *target, const char *type,
			    const char *body)
{
	request_begin(request, HTTP_POST, target);
	if (type != NULL)
		request_add_header(request, "Content-Type", type);
	request_add_body(request, body);
	check_body(&request->r, request->operation, &request->problems);
}

START_TEST(json_in_utf8_that_fits_the_schema_is_taken)
{
	static const char *const types[] = {"application/json", "Application/JSON",
					    "application/json; charset=utf-8",
					    "application/json;charset=UTF-8"};
	struct request request;

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		begin_with_body(&request, "/v1/tracks", types[i], TRACK);
		assert_no_problem(&request);
		ck_assert(json_is_object(request.r.body));
		request_end(&request);
	}
}
END_TEST

START_TEST(no_content_is_taken_where_none_is_required)
{
	struct request request;

	begin_with_body(&request, "/v1/engagements/7/agree", NULL, "");
	assert_no_problem(&request);
	ck_assert(json_is_object(request.r.body));
	request_end(&request);
	begin_with_body(&request, "/v1/engagements/7/agree", NULL, "{}");
	assert_problem(&request, PROBLEM_UNSUPPORTED_MEDIA_TYPE, NULL, NULL);
	request_end(&request);
	begin_with_body(&request, "/v1/tracks", NULL, "");
	assert_problem(&request, PROBLEM_UNSUPPORTED_MEDIA_TYPE, NULL, NULL);
	request_end(&request);
}
END_TEST

START_TEST(another_type_of_content_is_refused)
{
	static const char *const types[] = {NULL,
					    "",
					    "text/json",
					    "application/jsonp",
					    "application/xml",
					    "application/problem+json"};
	struct request request;

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		begin_with_body(&request, "/v1/tracks", types[i], TRACK);
		assert_problem(&request, PROBLEM_UNSUPPORTED_MEDIA_TYPE, NULL, NULL);
		request_end(&request);
	}
}
END_TEST

START_TEST(what_is_no_json_is_refused_where_it_ends_to_be_any)
{
	struct request request;

	begin_with_body(&request, "/v1/tracks", "application/json", "{\"title\":}");
	assert_problem(&request, PROBLEM_MALFORMED_BODY, "@not-json", "10");
	request_end(&request);
	begin_with_body(&request, "/v1/tracks", "application/json", "");
	assert_problem(&request, PROBLEM_MALFORMED_BODY, "@not-json", "0");
	request_end(&request);
	begin_with_body(&request, "/v1/tracks", "application/json", "{\"a\":1,\"a\":1}");
	assert_problem(&request, PROBLEM_MALFORMED_BODY, "@duplicate-member", NULL);
	request_end(&request);
}
END_TEST

START_TEST(a_body_longer_than_the_operation_takes_is_too_large)
{
	struct request request;
	char *body = malloc(70001);

	memset(body, ' ', 70000);
	body[70000] = '\0';
	begin_with_body(&request, "/v1/tracks", "application/json", body);
	assert_problem(&request, PROBLEM_TOO_LARGE, NULL, NULL);
	request_end(&request);
	free(body);
}
END_TEST

START_TEST(every_fault_of_the_body_is_told_with_its_place)
{
	static const struct {
		enum problem_code code;
		const char *pointer;
	} wanted[] = {
		{PROBLEM_FIELD_REQUIRED, "#/programmeId"},
		{PROBLEM_TEXT_BLANK, "#/title"},
		{PROBLEM_FIELD_UNKNOWN, "#/tit~1le"},
	};
	struct request request;

	begin_with_body(&request, "/v1/tracks", "application/json",
			"{\"title\":\"\",\"tit/le\":1}");
	ck_assert_uint_eq(request.problems.n, 3);
	for (size_t i = 0; i < 3; i++) {
		size_t found = 0;

		for (size_t j = 0; j < 3; j++)
			found += request.problems.list[j].code == wanted[i].code &&
				 strcmp(request.problems.list[j].pointer, wanted[i].pointer) == 0;
		ck_assert_msg(found == 1, "%s", wanted[i].pointer);
	}
	request_end(&request);
}
END_TEST

START_TEST(an_operation_without_a_body_takes_none)
{
	struct request request;

	begin_with_body(&request, OPEN, NULL, "");
	assert_no_problem(&request);
	request_end(&request);
	begin_with_body(&request, OPEN, "application/json", "{}");
	assert_problem(&request, PROBLEM_MALFORMED_BODY, NULL, "0");
	request_end(&request);
}
END_TEST

START_TEST(the_fingerprint_is_the_sha256_of_the_bytes)
{
	struct request request;

	begin_with_body(&request, OPEN, NULL, "");
	ck_assert_str_eq(request.r.fingerprint,
			 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	request_end(&request);
	begin_with_body(&request, "/v1/tracks", "application/json", "abc");
	ck_assert_str_eq(request.r.fingerprint,
			 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	request_end(&request);
}
END_TEST

RUN_TESTS_AFTER(make_contract(), TEST(parameters_of_the_operation_are_taken),
		TEST(a_parameter_the_operation_does_not_have_is_refused),
		TEST(a_value_that_does_not_fit_is_refused_with_the_reason),
		TEST(a_number_has_one_spelling), TEST(a_path_that_can_name_nothing_is_not_found),
		TEST(all_faults_of_the_parameters_come_at_once),
		TEST(arguments_are_read_as_what_they_are),
		TEST(a_page_begins_where_its_cursor_says), TEST(a_dry_run_is_asked_for_by_name),
		TEST(a_change_needs_a_key_and_a_version),
		TEST(a_key_is_kept_without_its_quotes_for_its_path),
		TEST(a_key_is_a_quoted_text_of_1_to_255_characters),
		TEST(a_version_is_one_strong_tag_of_ours_or_any),
		TEST(json_in_utf8_that_fits_the_schema_is_taken),
		TEST(no_content_is_taken_where_none_is_required),
		TEST(another_type_of_content_is_refused),
		TEST(what_is_no_json_is_refused_where_it_ends_to_be_any),
		TEST(a_body_longer_than_the_operation_takes_is_too_large),
		TEST(every_fault_of_the_body_is_told_with_its_place),
		TEST(an_operation_without_a_body_takes_none),
		TEST(the_fingerprint_is_the_sha256_of_the_bytes))
