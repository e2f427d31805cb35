#include "api/applications/form.h"

#include <string.h>

#include "lib/json/schema_refusals.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

#define FORM                                                                                       \
	"{\"type\":\"object\",\"required\":[\"goal\"],\"additionalProperties\":false,"             \
	"\"properties\":{\"goal\":{\"type\":\"string\",\"maxLength\":5},"                          \
	"\"firms\":{\"type\":\"integer\",\"minimum\":3}}}"

static void check(const char *form, const char *answers)
{
	begin();
	form_check(form, answers, &problems);
}

START_TEST(answers_that_fit_the_form_are_taken)
{
	check(FORM, "{\"goal\":\"v\xc3\xa5r\",\"firms\":3}");
	assert_none();
	check("{}", "{\"whatever\":1}");
	assert_none();
}
END_TEST

START_TEST(every_fault_of_the_answers_is_told_with_its_place)
{
	check(FORM, "{\"goal\":\"too long\",\"firms\":2,\"x\":1}");
	assert_found(PROBLEM_FIELD_TOO_LONG, "#/answers/goal");
	assert_found(PROBLEM_FIELD_TOO_SMALL, "#/answers/firms");
	assert_found(PROBLEM_FIELD_UNKNOWN, "#/answers/x");
	ck_assert_uint_eq(problems.n, 3);
	check(FORM, "{}");
	assert_one(PROBLEM_FIELD_REQUIRED, "#/answers/goal");
}
END_TEST

START_TEST(a_form_uses_only_keywords_that_are_obeyed)
{
	begin();
	form_check_schema(FORM, &problems);
	assert_none();
	begin();
	form_check_schema("{\"properties\":{\"a\":{\"dependentRequired\":{},\"minLenght\":1}}}",
			  &problems);
	ck_assert_uint_eq(problems.n, 2);
	ck_assert_int_eq(problems.list[0].code, PROBLEM_FIELD);
	ck_assert_ptr_eq(strstr(problems.list[0].pointer, "#/form/properties/a"),
			 problems.list[0].pointer);
	assert_all_told();
}
END_TEST

/* What is told of a form, without the words around it. */
static const char *told(const char *form, enum language language)
{
	static char text[1000];
	struct buf out;

	begin();
	form_check_schema(form, &problems);
	ck_assert_uint_eq(problems.n, 1);
	buf_init(&out, sizeof(text));
	problem_text(&problems.list[0], language, &out);
	snprintf(text, sizeof(text), "%s", strchr(buf_text(&out), ':') + 2);
	buf_fini(&out);
	return text;
}

START_TEST(a_refused_form_is_told_in_the_readers_language)
{
	static const char form[] = "{\"properties\":{\"a\":{\"maxLength\":-1}}}";

	ck_assert_str_eq(told(form, LANGUAGE_NB),
			 "ikke et helt tall fra 0 og oppover i \"maxLength\".");
	ck_assert_str_eq(told(form, LANGUAGE_EN),
			 "not a whole number from 0 upwards in \"maxLength\".");
	ck_assert_str_eq(told("{\"contains\":{}}", LANGUAGE_NB), "ukjent nøkkelord \"contains\".");
	ck_assert_str_eq(told("{\"$ref\":\"#\"}", LANGUAGE_NB), "viser til seg selv uten ende.");
	ck_assert_str_eq(problems.list[0].pointer, "#/form");
}
END_TEST

START_TEST(a_form_that_no_answers_fit_is_refused)
{
	static const struct {
		const char *form, *pointer;
	} forms[] = {
		{"{\"type\":\"string\"}", "#/form"},
		{"{\"type\":[\"array\",\"null\"]}", "#/form"},
		{"{\"properties\":{},\"required\":[\"x\"],\"additionalProperties\":false}",
		 "#/form"},
		{"{\"properties\":{\"a/b\":{\"minLength\":10,\"maxLength\":5}}}",
		 "#/form/properties/a~1b"},
		{"{\"items\":{\"anyOf\":[true,{\"minimum\":1.5,\"maximum\":1}]}}",
		 "#/form/items/anyOf/1"},
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		begin();
		form_check_schema(forms[i].form, &problems);
		assert_one(PROBLEM_FIELD, forms[i].pointer);
	}
	begin();
	form_check_schema("{\"type\":[\"object\",\"null\"],\"required\":[\"x\"]}", &problems);
	assert_none();
}
END_TEST

START_TEST(every_refusal_of_a_form_has_words_in_both_languages)
{
	static const char *const codes[] = {
#define X(name, code, text) "@schema." code,
		SCHEMA_REFUSALS(X)
#undef X
	};

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		struct problem problem = {PROBLEM_FIELD, NULL, {codes[i], NULL}};

		for (int language = 0; language < 2; language++) {
			struct buf out;

			buf_init(&out, 1000);
			problem_text(&problem, (enum language)language, &out);
			ck_assert_ptr_null(strstr(buf_text(&out), codes[i] + 1));
			buf_fini(&out);
		}
	}
}
END_TEST

RUN_TESTS(TEST(answers_that_fit_the_form_are_taken),
	  TEST(every_fault_of_the_answers_is_told_with_its_place),
	  TEST(a_form_uses_only_keywords_that_are_obeyed),
	  TEST(a_refused_form_is_told_in_the_readers_language),
	  TEST(a_form_that_no_answers_fit_is_refused),
	  TEST(every_refusal_of_a_form_has_words_in_both_languages))
