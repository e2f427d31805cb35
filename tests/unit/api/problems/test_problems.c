#include "api/problems/problems.h"

#include <jansson.h>
#include <string.h>

#include "api/request/contract.h"
#include "lib/base/arena.h"
#include "tests/unit/run.h"

static const struct text {
	const char *nb, *en;
} texts[PROBLEM_COUNT] = {
#define X(name, slug, status, title_nb, title_en, text_nb, text_en)                                \
	[PROBLEM_##name] = {text_nb, text_en},
#include "api/problems/problems.def"
#include "api/problems/rules.def"
#undef X
};

static struct problems problems;

static void begin(void)
{
	struct arena *old = problems.arena;

	arena_free(&old);
	problems_init(&problems, arena_new(1 << 20));
}

/* The document of what was found; the caller releases it. */
static json_t *written(enum language language)
{
	struct buf out;
	json_error_t error;
	json_t *document;

	buf_init(&out, 1 << 20);
	problems_write(&problems, language, "/v1/calls", "0af7651916cd43dd8448eb211c80319c", &out);
	ck_assert(!buf_overflowed(&out));
	document = json_loadb(buf_text(&out), out.len, JSON_REJECT_DUPLICATES, &error);
	ck_assert_msg(document != NULL, "%s: %.500s", error.text, buf_text(&out));
	buf_fini(&out);
	return document;
}

static const char *text_at(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	ck_assert_msg(text != NULL, "%s", name);
	return text;
}

static const json_t *error_at(const json_t *document, size_t i)
{
	return json_array_get(json_object_get(document, "errors"), i);
}

/* ---- the table */

START_TEST(every_problem_has_a_slug_of_its_own)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz-";

	for (int i = 0; i < PROBLEM_COUNT; i++) {
		const char *slug = problem_slug((enum problem_code)i);

		ck_assert_msg(strlen(slug) >= 2 && strspn(slug, letters) == strlen(slug), "%s",
			      slug);
		for (int j = 0; j < i; j++)
			ck_assert_str_ne(slug, problem_slug((enum problem_code)j));
	}
}
END_TEST

START_TEST(every_problem_is_an_error_of_the_client_or_the_service)
{
	static const int statuses[] = {400, 401, 403, 404, 405, 406, 409, 410,
				       412, 413, 415, 416, 422, 428, 429, 500, 503};

	for (int i = 0; i < PROBLEM_COUNT; i++) {
		bool known = false;

		for (size_t j = 0; j < sizeof(statuses) / sizeof(statuses[0]); j++)
			known |= problem_status((enum problem_code)i) == statuses[j];
		ck_assert_msg(known, "%s", problem_slug((enum problem_code)i));
	}
}
END_TEST

START_TEST(both_languages_take_the_same_arguments)
{
	static const char *const places[] = {"{0}", "{1}"};

	for (int i = 0; i < PROBLEM_COUNT; i++) {
		for (int j = 0; j < 2; j++)
			ck_assert_msg(!strstr(texts[i].nb, places[j]) ==
					      !strstr(texts[i].en, places[j]),
				      "%s", texts[i].nb);
		for (const char *at = texts[i].nb; (at = strchr(at, '{')) != NULL; at++)
			ck_assert_msg(strncmp(at, "{0}", 3) == 0 || strncmp(at, "{1}", 3) == 0,
				      "%s", texts[i].nb);
	}
}
END_TEST

START_TEST(titles_are_short_and_texts_are_sentences)
{
	for (int i = 0; i < PROBLEM_COUNT; i++) {
		enum problem_code code = (enum problem_code)i;
		const char *const both[] = {texts[i].nb, texts[i].en};

		for (int language = 0; language < 2; language++) {
			const char *title = problem_title(code, (enum language)language);
			const char *text = both[language];

			ck_assert_msg(*title != '\0' && strlen(title) <= 60, "%s", title);
			ck_assert_msg(strchr(title, '{') == NULL && title[strlen(title) - 1] != '.',
				      "%s", title);
			ck_assert_msg(text[strlen(text) - 1] == '.', "%s", text);
		}
		ck_assert_str_ne(texts[i].nb, texts[i].en);
	}
}
END_TEST

/* ---- the document */

/* That the argument stands in the text where the table has a place for it. */
static void assert_filled(const char *detail, const char *text, const char *place, const char *arg)
{
	ck_assert_msg(!strstr(text, place) == !strstr(detail, arg), "%s", detail);
}

START_TEST(every_problem_is_told_in_both_languages_with_its_arguments_filled_in)
{
	for (int i = 0; i < PROBLEM_COUNT; i++) {
		enum problem_code code = (enum problem_code)i;

		for (int language = 0; language < 2; language++) {
			const char *text = language == LANGUAGE_NB ? texts[i].nb : texts[i].en;
			json_t *document;
			const char *detail;

			begin();
			problems_add(&problems, code, NULL, "\"<\xc3\xa6>\"", "\\\t\x7f");
			document = written((enum language)language);
			detail = text_at(error_at(document, 0), "detail");
			assert_filled(detail, text, "{0}", "\"<\xc3\xa6>\"");
			assert_filled(detail, text, "{1}", "\\\t\x7f");
			ck_assert_ptr_null(strpbrk(detail, "{}?"));
			ck_assert_str_eq(text_at(document, "detail"), detail);
			ck_assert_str_eq(text_at(document, "code"), problem_slug(code));
			ck_assert_str_eq(text_at(document, "title"),
					 problem_title(code, (enum language)language));
			ck_assert_int_eq(json_integer_value(json_object_get(document, "status")),
					 problem_status(code));
			json_decref(document);
		}
	}
}
END_TEST

static void assert_day(enum language language, const char *arg, const char *told)
{
	json_t *document;

	begin();
	problems_add(&problems, PROBLEM_PARTY_NOT_HEARD, NULL, arg, "1");
	document = written(language);
	ck_assert_msg(strstr(text_at(document, "detail"), told) != NULL, "%s",
		      text_at(document, "detail"));
	json_decref(document);
}

START_TEST(a_day_is_told_as_the_reader_writes_it)
{
	assert_day(LANGUAGE_NB, "2027-01-02", " 02.01.2027");
	assert_day(LANGUAGE_EN, "2027-01-02", " 2 January 2027");
	assert_day(LANGUAGE_NB, "@too_large 2027-12-31", " 31.12.2027");
	assert_day(LANGUAGE_EN, "2027-02-30", "2027-02-30");
	assert_day(LANGUAGE_NB, "2027-01-02 01:05", " 02.01.2027 kl. 01.05");
	assert_day(LANGUAGE_EN, "2027-01-02 01:05", " 2 January 2027 at 01:05");
	assert_day(LANGUAGE_NB, "Kurs (2027-01-02 13:00), Møte (2027-01-03 09:30)",
		   "Kurs (02.01.2027 kl. 13.00), Møte (03.01.2027 kl. 09.30)");
	assert_day(LANGUAGE_EN, "2027-01-02 1:05", "2027-01-02 1:05");
}
END_TEST

START_TEST(the_document_names_its_type_its_request_and_its_trace)
{
	json_t *document;

	begin();
	problems_add(&problems, PROBLEM_CONTENDED, NULL, NULL, NULL);
	document = written(LANGUAGE_EN);
	ck_assert_str_eq(text_at(document, "type"), "/problems/contended");
	ck_assert_str_eq(text_at(document, "instance"), "/v1/calls");
	ck_assert_str_eq(text_at(document, "traceId"), "0af7651916cd43dd8448eb211c80319c");
	ck_assert_ptr_null(json_object_get(error_at(document, 0), "pointer"));
	json_decref(document);
}
END_TEST

START_TEST(who_is_refused_is_told_who_may)
{
	static const char *const roles[] = {"attestant", "finance", NULL};
	const json_t *told;
	json_t *document;

	begin();
	problems_forbid(&problems, roles);
	document = written(LANGUAGE_NB);
	told = json_object_get(document, "roles");
	ck_assert_uint_eq(json_array_size(told), 2);
	ck_assert_str_eq(json_string_value(json_array_get(told, 1)), "finance");
	ck_assert_ptr_nonnull(strstr(text_at(document, "detail"), "attestant eller økonomi;"));
	json_decref(document);
	begin();
	problems_forbid(&problems, NULL);
	document = written(LANGUAGE_EN);
	ck_assert_ptr_null(json_object_get(document, "roles"));
	ck_assert_ptr_nonnull(strstr(text_at(document, "detail"), "somebody who has a role;"));
	json_decref(document);
}
END_TEST

START_TEST(every_fault_is_told_in_the_order_it_was_found)
{
	json_t *document;

	begin();
	for (size_t i = 0; i < 30; i++)
		problems_at(&problems, PROBLEM_FIELD_REQUIRED, NULL, NULL, "#/costs/%zu", i);
	document = written(LANGUAGE_NB);
	ck_assert_uint_eq(json_array_size(json_object_get(document, "errors")), 30);
	ck_assert_str_eq(text_at(error_at(document, 0), "pointer"), "#/costs/0");
	ck_assert_str_eq(text_at(error_at(document, 29), "pointer"), "#/costs/29");
	ck_assert_str_eq(text_at(document, "code"), "validation-failed");
	json_decref(document);
}
END_TEST

START_TEST(a_pointer_that_is_cut_is_cut_between_characters)
{
	struct buf name;

	buf_init(&name, 1000);
	for (int i = 0; i < 300; i++)
		buf_adds(&name, "\xc3\xb8");
	begin();
	problems_at(&problems, PROBLEM_FIELD_UNKNOWN, NULL, NULL, "#/%s", buf_text(&name));
	problems_at(&problems, PROBLEM_FIELD_UNKNOWN, NULL, NULL, "#/x%s", buf_text(&name));
	json_decref(written(LANGUAGE_NB));
	buf_fini(&name);
}
END_TEST

START_TEST(a_long_text_is_told_whole)
{
	char name[6000];
	json_t *document;

	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	begin();
	problems_add(&problems, PROBLEM_OVER_LIMIT, NULL, name, "1");
	document = written(LANGUAGE_NB);
	ck_assert_ptr_nonnull(strstr(text_at(document, "detail"), name));
	ck_assert_ptr_nonnull(strstr(text_at(error_at(document, 0), "detail"), name));
	json_decref(document);
}
END_TEST

/* ---- which one stands for all */

static void assert_main(enum problem_code first, const char *pointer, enum problem_code second,
			enum problem_code wanted)
{
	begin();
	problems_add(&problems, first, pointer, "a", "b");
	problems_add(&problems, second, "#/x", "a", "b");
	ck_assert_str_eq(problem_slug(problems_main(&problems)), problem_slug(wanted));
}

START_TEST(what_stands_in_the_way_comes_before_faults_of_the_content)
{
	assert_main(PROBLEM_STATE_CONFLICT, NULL, PROBLEM_FIELD_REQUIRED, PROBLEM_STATE_CONFLICT);
	assert_main(PROBLEM_FIELD_REQUIRED, "#/a", PROBLEM_STATE_CONFLICT, PROBLEM_STATE_CONFLICT);
	assert_main(PROBLEM_FOUR_EYES, NULL, PROBLEM_STATE_CONFLICT, PROBLEM_FOUR_EYES);
	assert_main(PROBLEM_FIELD_REQUIRED, "#/a", PROBLEM_FIELD_TYPE, PROBLEM_VALIDATION_FAILED);
}
END_TEST

START_TEST(one_fault_of_the_content_is_a_fault_of_the_content)
{
	begin();
	problems_add(&problems, PROBLEM_KEY_REUSED, NULL, NULL, NULL);
	ck_assert_int_eq(problems_main(&problems), PROBLEM_KEY_REUSED);
	begin();
	problems_add(&problems, PROBLEM_FIELD_TYPE, "#/a", "x", NULL);
	ck_assert_int_eq(problems_main(&problems), PROBLEM_VALIDATION_FAILED);
}
END_TEST

START_TEST(the_detail_is_that_of_the_problem_that_stands_for_all)
{
	json_t *document;

	begin();
	problems_add(&problems, PROBLEM_FIELD_TYPE, "#/a", "x", NULL);
	problems_add(&problems, PROBLEM_NO_ACCOUNT, NULL, "Granlia", NULL);
	problems_add(&problems, PROBLEM_NO_ACCOUNT, NULL, "Furulia", NULL);
	document = written(LANGUAGE_EN);
	ck_assert_str_eq(text_at(document, "detail"), "Register an account for Granlia first.");
	json_decref(document);
}
END_TEST

/* ---- words of ours */

static void assert_told(const char *arg, const char *nb, const char *en)
{
	const char *const wanted[] = {nb, en};
	struct problem problem = {.code = PROBLEM_ROLE_NOT_ALLOWED, .args = {arg}};

	for (int language = 0; language < 2; language++) {
		struct buf text;

		buf_init(&text, 1000);
		problem_text(&problem, (enum language)language, &text);
		ck_assert_str_eq(buf_text(&text), wanted[language]);
		buf_fini(&text);
	}
}

START_TEST(words_of_ours_are_told_in_the_language_of_the_reader)
{
	assert_told("@attestant, releaser", "Dette gj\xc3\xb8res av attestant eller anviser.",
		    "This is done by attestant or releaser.");
	assert_told("@attestant, releaser, auditor",
		    "Dette gj\xc3\xb8res av attestant, anviser eller revisor.",
		    "This is done by attestant, releaser or auditor.");
	assert_told("@too_large 1000", "Dette gj\xc3\xb8res av h\xc3\xb8yere enn 1000.",
		    "This is done by higher than 1000.");
	assert_told("@type integer", "Dette gj\xc3\xb8res av ikke et heltall.",
		    "This is done by not an integer.");
	assert_told("attestant", "Dette gj\xc3\xb8res av attestant.", "This is done by attestant.");
	assert_told("@nobody, finance", "Dette gj\xc3\xb8res av nobody eller \xc3\xb8konomi.",
		    "This is done by nobody or county finance.");
	assert_told("@", "Dette gj\xc3\xb8res av .", "This is done by .");
	assert_told(NULL, "Dette gj\xc3\xb8res av ?.", "This is done by ?.");
}
END_TEST

static bool has_word(const char *key)
{
	static const char *const keys[] = {
#define W(key, nb, en) key,
#include "api/problems/words.def"
#undef W
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(keys[i], key) == 0)
			return true;
	return false;
}

static void assert_words_for(const json_t *schema)
{
	json_t *value;
	size_t i;

	json_array_foreach(json_object_get(schema, "enum"), i, value)
		ck_assert_msg(has_word(json_string_value(value)), "%s", json_string_value(value));
}

/* Every property or parameter called state, wherever it is. */
static size_t assert_words_for_states(json_t *json)
{
	const char *name;
	json_t *part;
	size_t i, n = 0;

	json_array_foreach(json, i, part) n += assert_words_for_states(part);
	json_object_foreach(json, name, part)
	{
		n += assert_words_for_states(part);
		if (strcmp(name, "state") != 0)
			continue;
		assert_words_for(part);
		n++;
	}
	return n;
}

START_TEST(every_state_and_every_role_of_the_api_has_a_word)
{
	static const char *const enums[] = {"Role",	  "ApplicantKind", "ApplicationState",
					    "ClaimState", "PaymentState",  "CallState"};
	struct buf why;
	struct contract *contract;
	json_t *document, *schemas;

	buf_init(&why, 1 << 16);
	contract = contract_new(&why);
	ck_assert_msg(contract != NULL, "%s", buf_text(&why));
	document = json_loadb(contract->document, contract->document_len, 0, NULL);
	ck_assert_uint_gt(assert_words_for_states(document), 5);
	schemas = json_object_get(json_object_get(document, "components"), "schemas");
	for (size_t i = 0; i < sizeof(enums) / sizeof(enums[0]); i++) {
		const json_t *schema = json_object_get(schemas, enums[i]);

		ck_assert_msg(json_array_size(json_object_get(schema, "enum")) > 1, "%s", enums[i]);
		assert_words_for(schema);
	}
	json_decref(document);
	contract_free(&contract);
	buf_fini(&why);
}
END_TEST

RUN_TESTS(TEST(every_problem_has_a_slug_of_its_own),
	  TEST(every_problem_is_an_error_of_the_client_or_the_service),
	  TEST(both_languages_take_the_same_arguments),
	  TEST(titles_are_short_and_texts_are_sentences),
	  TEST(every_problem_is_told_in_both_languages_with_its_arguments_filled_in),
	  TEST(a_day_is_told_as_the_reader_writes_it),
	  TEST(the_document_names_its_type_its_request_and_its_trace),
	  TEST(who_is_refused_is_told_who_may),
	  TEST(every_fault_is_told_in_the_order_it_was_found),
	  TEST(a_pointer_that_is_cut_is_cut_between_characters),
	  TEST(a_long_text_is_told_whole),
	  TEST(what_stands_in_the_way_comes_before_faults_of_the_content),
	  TEST(one_fault_of_the_content_is_a_fault_of_the_content),
	  TEST(the_detail_is_that_of_the_problem_that_stands_for_all),
	  TEST(words_of_ours_are_told_in_the_language_of_the_reader),
	  TEST(every_state_and_every_role_of_the_api_has_a_word))
