#include "api/command/act.h"

#include "api/command/disqualified.h"
#include "api/command/guards.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/problems/words.h"
#include "tests/unit/run.h"

struct facts {
	struct caller caller;
	bool is_closed;
};

static bool saw_input;

static void decide(struct act *act)
{
	const struct facts *facts = act->facts;

	saw_input |= act->input != NULL;
	if (facts->is_closed)
		require_state(&act->problems, "closed", "draft, returned");
}

static const struct command review = {
	.action = "review", .operation = OP_REVIEW_CLAIM, .decide = decide};
static const struct command attest = {
	.action = "attest", .operation = OP_ATTEST_CLAIM, .decide = decide};
static const struct command release = {
	.action = "release", .operation = OP_RELEASE_CLAIM, .decide = decide};

/* What a caller of `role` is told; released by the caller. */
static json_t *permitted_to(const char *role, bool is_closed, enum language language)
{
	static const struct command *const commands[] = {&review, &attest, &release};
	struct facts facts = {
		.caller = {.role = role, .kind = "county", .is_person = true, .person_id = 11},
		.is_closed = is_closed,
	};
	struct req r = {.arena = arena_new(1 << 20), .language = language};
	struct act act = {.r = &r, .facts = &facts};
	json_error_t error;
	struct buf out;
	json_t *document;

	buf_init(&out, 1 << 16);
	act_write_permitted(&act, commands, 3, &out);
	document = json_loads(buf_text(&out), JSON_REJECT_DUPLICATES, &error);
	ck_assert_msg(document != NULL, "%s: %s", error.text, buf_text(&out));
	buf_fini(&out);
	arena_free(&r.arena);
	return document;
}

static const json_t *action_at(const json_t *document, size_t i)
{
	return json_array_get(json_object_get(document, "actions"), i);
}

static const char *text_at(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

static void assert_action(const json_t *document, size_t i, const char *action,
			  const char *operation, bool permitted)
{
	const json_t *entry = action_at(document, i);

	ck_assert_str_eq(text_at(entry, "action"), action);
	ck_assert_str_eq(text_at(entry, "operationId"), operation);
	ck_assert_int_eq(json_is_true(json_object_get(entry, "permitted")), permitted);
	ck_assert_int_eq(json_array_size(json_object_get(entry, "reasons")) == 0, permitted);
}

static const json_t *reason_at(const json_t *document, size_t action, size_t i)
{
	return json_array_get(json_object_get(action_at(document, action), "reasons"), i);
}

/* How often DISQUALIFIED is said of review, by somebody who has a role at the party of case 4. */
static size_t refused_to_party(const char *guards)
{
	struct case_stood_back own = {.kind = "application", .id = 4, .how = "party"};
	struct facts facts = {
		.caller = {.role = "caseworker", .kind = "county", .stands_back = &own,
			   .n_stands_back = 1},
	};
	struct req r = {.arena = arena_new(1 << 20), .language = LANGUAGE_NB};
	struct act act = {.r = &r, .facts = &facts, .command = &review, .guards = guards};
	size_t n;

	problems_init(&act.problems, r.arena);
	refuse_disqualified(&act);
	n = act.problems.n;
	if (n > 0)
		ck_assert_str_eq(act.problems.list[0].args[0], "@stands_back.party");
	arena_free(&r.arena);
	return n;
}

START_TEST(who_has_a_role_at_a_party_takes_no_step_in_its_case)
{
	ck_assert_uint_eq(refused_to_party("[[\"application\",4,1,true]]"), 1);
	ck_assert_uint_eq(refused_to_party("[[\"application\",4,1,false]]"), 0);
	ck_assert_uint_eq(refused_to_party("[[\"application\",5,1,true]]"), 0);
	ck_assert_uint_eq(refused_to_party("[[\"enrolment\",4,1,true]]"), 0);
}
END_TEST

START_TEST(a_case_is_destroyed_where_a_guard_that_changes_says_so)
{
	ck_assert(guards_are_shut("[[\"appeal\",2,1,false],[\"application\",4,-3,true]]"));
	ck_assert(!guards_are_shut("[[\"application\",4,-3,false],[\"appeal\",2,1,true]]"));
	ck_assert(!guards_are_shut("[[\"application\",4,null,true]]"));
	ck_assert(!guards_are_shut("[]"));
}
END_TEST

START_TEST(of_a_destroyed_case_nothing_is_permitted_and_nothing_else_told)
{
	struct case_stood_back own = {.kind = "application", .id = 4, .how = "self"};
	struct facts facts = {
		.caller = {.role = "caseworker", .kind = "county", .stands_back = &own,
			   .n_stands_back = 1},
		.is_closed = true,
	};
	struct req r = {.arena = arena_new(1 << 20), .language = LANGUAGE_NB};
	struct act act = {.r = &r, .facts = &facts, .command = &review, .is_destroyed = true};

	problems_init(&act.problems, r.arena);
	act_decide(&act);
	ck_assert_uint_eq(act.problems.n, 1);
	ck_assert_int_eq(act.problems.list[0].code, PROBLEM_CASE_DESTROYED);
	arena_free(&r.arena);
}
END_TEST

START_TEST(every_action_is_told_in_order_with_its_operation)
{
	json_t *document = permitted_to("attestant", false, LANGUAGE_EN);

	ck_assert_uint_eq(json_array_size(json_object_get(document, "actions")), 3);
	assert_action(document, 0, "review", "reviewClaim", false);
	assert_action(document, 1, "attest", "attestClaim", true);
	assert_action(document, 2, "release", "releaseClaim", false);
	json_decref(document);
}
END_TEST

START_TEST(who_may_not_is_told_which_roles_may)
{
	json_t *document = permitted_to("attestant", false, LANGUAGE_NB);
	const json_t *reason = reason_at(document, 2, 0);

	ck_assert_str_eq(text_at(reason, "code"), "role-not-allowed");
	ck_assert_str_eq(text_at(reason, "detail"), "Dette gj\xc3\xb8res av anviser.");
	json_decref(document);
}
END_TEST

START_TEST(all_reasons_are_told_role_and_rule)
{
	json_t *document = permitted_to("attestant", true, LANGUAGE_EN);

	assert_action(document, 1, "attest", "attestClaim", false);
	ck_assert_str_eq(text_at(reason_at(document, 1, 0), "code"), "state-conflict");
	ck_assert_str_eq(text_at(reason_at(document, 1, 0), "detail"),
			 "Cannot be done while the state is closed; it must be draft or returned.");
	ck_assert_str_eq(text_at(reason_at(document, 2, 0), "code"), "role-not-allowed");
	ck_assert_str_eq(text_at(reason_at(document, 2, 1), "code"), "state-conflict");
	json_decref(document);
}
END_TEST

START_TEST(nothing_is_decided_on_an_input)
{
	json_decref(permitted_to("releaser", false, LANGUAGE_EN));
	ck_assert(!saw_input);
}
END_TEST

START_TEST(a_reason_is_read_from_the_body)
{
	struct arena *arena = arena_new(1 << 16);
	json_t *body = json_pack("{s:s}", "reason", "Mangler bilag");
	struct reason_input input;
	struct shape_misfit misfit;
	struct act act = {.input = &input};

	ck_assert(shape_read(&reason_shape, body, arena, &input, &misfit));
	ck_assert_str_eq(reason_of(&act), "Mangler bilag");
	json_decref(body);
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(who_has_a_role_at_a_party_takes_no_step_in_its_case),
	  TEST(a_case_is_destroyed_where_a_guard_that_changes_says_so),
	  TEST(of_a_destroyed_case_nothing_is_permitted_and_nothing_else_told),
	  TEST(every_action_is_told_in_order_with_its_operation),
	  TEST(who_may_not_is_told_which_roles_may), TEST(all_reasons_are_told_role_and_rule),
	  TEST(nothing_is_decided_on_an_input), TEST(a_reason_is_read_from_the_body))
