#include "api/applications/form.h"

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

RUN_TESTS(TEST(answers_that_fit_the_form_are_taken),
	  TEST(every_fault_of_the_answers_is_told_with_its_place),
	  TEST(a_form_uses_only_keywords_that_are_obeyed))
