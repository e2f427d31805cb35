/* Queries as bodies hold them, against the contract. */
#include "api/savedfilters/kept.h"

#include "tests/support/requests.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static struct request request;
static const char *href;

/* As a caseworker keeps it; `query` is written with ' for ". */
static void keep(const char *operation, const char *query)
{
	char text[500];
	json_t *json;
	size_t n = 0;

	for (; query[n] != '\0'; n++)
		text[n] = query[n] == '\'' ? '"' : query[n];
	json = json_loadb(text, n, 0, NULL);
	request_begin(&request, HTTP_GET, "/v1/saved-filters");
	problems_init(&request.problems, request.r.arena);
	href = kept_href(&request.r, operation, json, "caseworker", &request.problems);
	json_decref(json);
}

static void assert_asked(const char *operation, const char *query, const char *wanted)
{
	keep(operation, query);
	ck_assert_uint_eq(request.problems.n, 0);
	ck_assert_str_eq(href, wanted);
	request_end(&request);
}

static void assert_unasked(const char *operation, const char *query, enum problem_code code,
			   const char *pointer)
{
	keep(operation, query);
	ck_assert_ptr_null(href);
	ck_assert_uint_eq(request.problems.n, 1);
	ck_assert_str_eq(problem_slug(request.problems.list[0].code), problem_slug(code));
	ck_assert_str_eq(request.problems.list[0].pointer, pointer);
	assert_told(&request.problems.list[0]);
	request_end(&request);
}

START_TEST(a_list_is_asked_as_it_was_kept)
{
	assert_asked("listClaims", "{}", "/v1/claims");
	assert_asked("listClaims", "{'state': 'submitted', 'limit': '20'}",
		     "/v1/claims?state=submitted&limit=20");
	assert_asked("searchCases", "{'q': 'Sør & co/2026'}",
		     "/v1/search?q=S%C3%B8r%20%26%20co%2F2026");
	assert_asked("listTasks", "{'whose': 'mine', 'overdue': 'true'}",
		     "/v1/tasks?whose=mine&overdue=true");
}
END_TEST

START_TEST(what_is_no_list_is_not_kept)
{
	assert_unasked("listNothing", "{}", PROBLEM_FILTER_NO_LIST, "#/operationId");
	assert_unasked("getClaim", "{}", PROBLEM_FILTER_NO_LIST, "#/operationId");
	assert_unasked("getMe", "{}", PROBLEM_FILTER_NO_LIST, "#/operationId");
	assert_unasked("createClaim", "{}", PROBLEM_FILTER_NO_LIST, "#/operationId");
	assert_unasked("listRanking", "{}", PROBLEM_FILTER_NO_LIST, "#/operationId");
	assert_unasked("listPublicCalls", "{}", PROBLEM_FILTER_NO_LIST, "#/operationId");
	assert_unasked("listRoleAssignments", "{}", PROBLEM_FILTER_NOT_YOURS, "#/operationId");
}
END_TEST

START_TEST(what_the_list_does_not_take_is_told_by_its_place)
{
	assert_unasked("listClaims", "{'colour': 'red'}", PROBLEM_FIELD_UNKNOWN, "#/query/colour");
	assert_unasked("listClaims", "{'a/b': ''}", PROBLEM_FIELD_UNKNOWN, "#/query/a~1b");
	assert_unasked("listClaims", "{'cursor': 'x'}", PROBLEM_FIELD_UNKNOWN, "#/query/cursor");
	assert_unasked("listClaims", "{'state': 'lost'}", PROBLEM_FIELD_ENUM, "#/query/state");
	assert_unasked("listClaims", "{'limit': '0'}", PROBLEM_FIELD_TOO_SMALL, "#/query/limit");
	assert_unasked("listClaims", "{'limit': 'x'}", PROBLEM_FIELD_TYPE, "#/query/limit");
	assert_unasked("searchCases", "{}", PROBLEM_FIELD_REQUIRED, "#/query/q");
}
END_TEST

RUN_TESTS(TEST(a_list_is_asked_as_it_was_kept), TEST(what_is_no_list_is_not_kept),
	  TEST(what_the_list_does_not_take_is_told_by_its_place))
