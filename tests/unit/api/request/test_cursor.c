#include "api/request/cursor.h"

#include <string.h>

#include "api/request/app.h"
#include "api/request/request.h"
#include "lib/base/base64.h"
#include "tests/unit/run.h"

enum { TAG_BYTES = 16 };

static struct app app = {.cursor_secret = {1, 2, 3}};
static const struct operation list = {.name = "listApplications"};
static const struct operation other_list = {.name = "listGrants"};

/* The second page of the submitted applications, for a signatory. */
static struct req search(void)
{
	static struct req_pair query[] = {{"state", "submitted"}, {"limit", "50"}};

	return (struct req){
		.app = &app,
		.arena = arena_new(1 << 16),
		.op = &list,
		.who = {.issuer = "https://login.example.no", .subject = "s-1"},
		.act_as = "hub_signatory",
		.query = query,
		.n_query = 2,
	};
}

START_TEST(a_key_comes_back_as_it_was_sealed)
{
	static const char *const keys[] = {"1", "9223372036854775807", "Skog & s\xc3\xb8nn|17"};
	struct req r = search();

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		ck_assert_str_eq(cursor_open(&r, cursor_seal(&r, keys[i])), keys[i]);
	arena_free(&r.arena);
}
END_TEST

START_TEST(a_page_may_have_another_size_than_the_one_before)
{
	struct req_pair query[] = {{"state", "submitted"}, {"cursor", "x"}, {"limit", "10"}};
	struct req r = search();
	const char *cursor = cursor_seal(&r, "17");

	r.query = query;
	r.n_query = 3;
	ck_assert_str_eq(cursor_open(&r, cursor), "17");
	arena_free(&r.arena);
}
END_TEST

static void assert_refused_by(struct req *r, const char *cursor)
{
	ck_assert_ptr_null(cursor_open(r, cursor));
	arena_free(&r->arena);
}

START_TEST(a_cursor_belongs_to_one_search_of_one_caller)
{
	static struct req_pair other_query[] = {{"state", "returned"}};
	static struct app other_app = {.cursor_secret = {1, 2, 4}};
	struct req r = search();
	struct req by_client = search(), by_other_app = search(), other_filter = search();
	struct req no_filter = search(), other_operation = search(), other_issuer = search();
	struct req other_subject = search(), other_role = search(), no_role = search();
	const char *cursor = cursor_seal(&r, "17");

	by_client.who = (struct auth_identity){.issuer = r.who.issuer, .client_id = "s-2"};
	by_other_app.app = &other_app;
	other_filter.query = other_query;
	other_filter.n_query = 1;
	no_filter.n_query = 0;
	other_operation.op = &other_list;
	other_issuer.who.issuer = "https://login.example.com";
	other_subject.who.subject = "s-2";
	other_role.act_as = "hub_editor";
	no_role.act_as = NULL;
	assert_refused_by(&by_client, cursor);
	assert_refused_by(&by_other_app, cursor);
	assert_refused_by(&other_filter, cursor);
	assert_refused_by(&no_filter, cursor);
	assert_refused_by(&other_operation, cursor);
	assert_refused_by(&other_issuer, cursor);
	assert_refused_by(&other_subject, cursor);
	assert_refused_by(&other_role, cursor);
	assert_refused_by(&no_role, cursor);
	arena_free(&r.arena);
}
END_TEST

START_TEST(a_cursor_with_any_character_changed_is_refused)
{
	struct req r = search();
	const char *cursor = cursor_seal(&r, "1234");
	char *changed = arena_strdup(r.arena, cursor);

	for (size_t i = 0; i < strlen(cursor); i++) {
		changed[i] = cursor[i] == 'A' ? 'B' : 'A';
		ck_assert_msg(cursor_open(&r, changed) == NULL, "%s", changed);
		changed[i] = '*';
		ck_assert_msg(cursor_open(&r, changed) == NULL, "%s", changed);
		changed[i] = cursor[i];
	}
	changed[strlen(cursor) - 1] = '\0';
	ck_assert_ptr_null(cursor_open(&r, changed));
	ck_assert_ptr_null(cursor_open(&r, ""));
	ck_assert_ptr_null(cursor_open(&r, "AAAA"));
	arena_free(&r.arena);
}
END_TEST

/* The signature of `sealed` before another key. */
static const char *forge(struct req *r, const char *sealed, const char *key, size_t len)
{
	unsigned char bytes[128];
	char *text = arena_alloc(r->arena, BASE64URL_SIZE(sizeof(bytes)));
	size_t n;

	ck_assert(base64url_decode(sealed, strlen(sealed), bytes, sizeof(bytes), &n));
	memcpy(bytes + TAG_BYTES, key, len);
	base64url_encode(bytes, TAG_BYTES + len, text);
	return text;
}

START_TEST(what_was_signed_as_a_filter_cannot_be_passed_off_as_part_of_the_key)
{
	static const char with_lines[] = "17\nstate=submitted";
	static const char with_nuls[] = "17\0state\0submitted";
	struct req r = search();
	const char *cursor = cursor_seal(&r, "17");

	r.n_query = 0;
	ck_assert_ptr_null(cursor_open(&r, forge(&r, cursor, with_lines, strlen(with_lines))));
	ck_assert_ptr_null(cursor_open(&r, forge(&r, cursor, with_nuls, sizeof(with_nuls) - 1)));
	arena_free(&r.arena);
}
END_TEST

START_TEST(a_long_search_has_a_cursor_of_its_own)
{
	static char name[100 * 1024];
	struct req_pair query[] = {{"q", name}, {"state", "open"}};
	struct req r = search();
	const char *cursor;

	memset(name, 'x', sizeof(name) - 1);
	r.query = query;
	cursor = cursor_seal(&r, "42");
	ck_assert_str_eq(cursor_open(&r, cursor), "42");
	query[1].value = "closed";
	ck_assert_ptr_null(cursor_open(&r, cursor));
	arena_free(&r.arena);
}
END_TEST

RUN_TESTS(TEST(a_key_comes_back_as_it_was_sealed),
	  TEST(a_page_may_have_another_size_than_the_one_before),
	  TEST(a_cursor_belongs_to_one_search_of_one_caller),
	  TEST(a_cursor_with_any_character_changed_is_refused),
	  TEST(what_was_signed_as_a_filter_cannot_be_passed_off_as_part_of_the_key),
	  TEST(a_long_search_has_a_cursor_of_its_own))
