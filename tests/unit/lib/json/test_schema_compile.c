#include <stdio.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/json/schema.h"
#include "tests/unit/lib/json/quoted.h"
#include "tests/unit/run.h"

static struct buf refused;

static void on_refusal(void *ctx, const struct schema_refusal *refusal)
{
	(void)ctx;
	buf_addf(&refused, "%s %s: %s\n", refusal->pointer, refusal->keyword, refusal->why);
}

static struct schema_set *compile(const char *document, const char *pointer)
{
	const char *const pointers[] = {pointer};
	json_t *json = quoted(document);
	struct schema_set *set;

	buf_fini(&refused);
	buf_init(&refused, 10000);
	set = schema_set_new(json, pointers, 1, on_refusal, NULL);
	json_decref(json);
	ck_assert_int_eq(set != NULL, refused.len == 0);
	return set;
}

static bool fits(const struct schema_set *set, size_t i, const char *value)
{
	json_t *json = quoted(value);
	bool ok = schema_check(schema_set_get(set, i), json, NULL, NULL);

	json_decref(json);
	return ok;
}

START_TEST(every_unknown_keyword_is_named_with_its_place)
{
	struct schema_set *set = compile("{'maxlength':3,'properties':{'a/b':{'contains':{}},"
					 "'c':{'items':{'patternProperties':{}}}},'x-mine':1}",
					 "");

	ck_assert_ptr_null(set);
	ck_assert_str_eq(buf_text(&refused),
			 " maxlength: keyword is not supported\n"
			 "/properties/a~1b contains: keyword is not supported\n"
			 "/properties/c/items patternProperties: keyword is not supported\n");
	buf_fini(&refused);
}
END_TEST

START_TEST(a_keyword_with_a_wrong_value_is_refused)
{
	static const char *const bad[] = {
		"{'type':'text'}",
		"{'type':[]}",
		"{'type':['string','string']}",
		"{'type':{}}",
		"{'enum':[]}",
		"{'enum':1}",
		"{'maxLength':-1}",
		"{'maxLength':1.5}",
		"{'maxLength':'3'}",
		"{'minimum':'0'}",
		"{'multipleOf':0}",
		"{'multipleOf':-2}",
		"{'required':'a'}",
		"{'required':[1]}",
		"{'properties':[]}",
		"{'properties':{'a':1}}",
		"{'items':[]}",
		"{'items':'x'}",
		"{'prefixItems':[]}",
		"{'prefixItems':{}}",
		"{'allOf':[]}",
		"{'anyOf':{}}",
		"{'oneOf':[1]}",
		"{'not':3}",
		"{'uniqueItems':1}",
		"{'pattern':'('}",
		"{'pattern':7}",
		"{'pattern':'\\\\C'}",
		"{'format':'ipv4'}",
		"{'format':1}",
		"{'$schema':'http://json-schema.org/draft-07/schema#'}",
		"{'$ref':'#/$defs/none'}",
		"{'$ref':'other.json'}",
		"{'$ref':'#anchor'}",
		"{'$ref':1}",
		"{'$ref':'#/%zz'}",
		"{'$defs':{'a':{'nonsense':1}}}",
		"[]",
		"1",
		"null",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(compile(bad[i], "") == NULL, "%s", bad[i]);
	buf_fini(&refused);
}
END_TEST

START_TEST(annotations_and_extensions_have_no_effect)
{
	struct schema_set *set =
		compile("{'title':'t','description':'d','default':1,'examples':[2],'x-sql':{},"
			"'deprecated':true,'readOnly':true,'writeOnly':false,'$comment':'c',"
			"'$schema':'https://json-schema.org/draft/2020-12/schema'}",
			"");

	ck_assert(fits(set, 0, "'anything'"));
	schema_set_free(&set);
	buf_fini(&refused);
}
END_TEST

START_TEST(a_reference_that_never_enters_the_value_is_refused)
{
	static const char *const bad[] = {
		"{'$ref':'#'}",
		"{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'allOf':[{'$ref':'#/$defs/a'}]}}}",
		"{'if':{'not':{'anyOf':[{'$ref':'#'}]}}}",
		"{'else':{'oneOf':[true,{'$ref':'#'}]}}",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		ck_assert_msg(compile(bad[i], "") == NULL, "%s", bad[i]);
		ck_assert_ptr_nonnull(strstr(buf_text(&refused), "refers to itself without end"));
	}
	buf_fini(&refused);
}
END_TEST

START_TEST(a_tree_may_refer_to_itself)
{
	struct schema_set *set = compile("{'type':'object','properties':{'name':{'type':'string'},"
					 "'parts':{'type':'array','items':{'$ref':'#'}}}}",
					 "");

	ck_assert(fits(set, 0, "{'name':'a','parts':[{'name':'b','parts':[]}]}"));
	ck_assert(!fits(set, 0, "{'name':'a','parts':[{'name':'b','parts':[{'name':1}]}]}"));
	schema_set_free(&set);
	buf_fini(&refused);
}
END_TEST

START_TEST(schemas_of_one_document_share_components)
{
	static const char *const pointers[] = {
		"/paths/~1v1~1firms/post/schema",
		"/components/schemas/Firm",
		"/components/schemas/Firm",
	};
	json_t *document = quoted("{'paths':{'/v1/firms':{'post':{'schema':"
				  "{'$ref':'#/components/schemas/Firm'}}}},"
				  "'components':{'schemas':{'Firm':{'required':['orgnr']}}}}");
	struct schema_set *set = schema_set_new(document, pointers, 3, on_refusal, NULL);

	json_decref(document);
	ck_assert_ptr_nonnull(set);
	ck_assert_ptr_eq(schema_set_get(set, 1), schema_set_get(set, 2));
	for (size_t i = 0; i < 3; i++) {
		ck_assert(fits(set, i, "{'orgnr':'1'}"));
		ck_assert(!fits(set, i, "{}"));
	}
	schema_set_free(&set);
}
END_TEST

START_TEST(a_pointer_to_nowhere_is_refused)
{
	ck_assert_ptr_null(compile("{'components':{}}", "/components/schemas/X"));
	ck_assert_str_eq(buf_text(&refused),
			 "/components/schemas/X : names no place in the document\n");
	buf_fini(&refused);
}
END_TEST

START_TEST(long_names_cannot_make_a_small_document_big)
{
	const char *const whole[] = {""};
	struct buf document;
	json_t *json;
	size_t n = 0;

	buf_init(&document, 1 << 16);
	buf_addf(&document, "{\"properties\":{\"%0500d\":{\"allOf\":[true", 1);
	for (int i = 0; i < 10000; i++)
		buf_adds(&document, ",{}");
	buf_adds(&document, "]}}}");
	json = json_loads(buf_text(&document), 0, NULL);
	ck_assert_ptr_nonnull(json);
	buf_init(&refused, 1 << 20);
	ck_assert_ptr_null(schema_set_new(json, whole, 1, on_refusal, NULL));
	for (const char *at = buf_text(&refused); (at = strstr(at, "leads too deep")) != NULL; at++)
		n++;
	ck_assert_uint_eq(n, 1);
	json_decref(json);
	buf_fini(&document);
	buf_fini(&refused);
}
END_TEST

START_TEST(no_more_than_a_hundred_refusals_are_reported)
{
	const char *const whole[] = {""};
	json_t *json = json_object();
	size_t n = 0;

	for (int i = 0; i < 500; i++) {
		char name[20];

		snprintf(name, sizeof(name), "keyword%d", i);
		json_object_set_new(json, name, json_null());
	}
	buf_init(&refused, 1 << 20);
	ck_assert_ptr_null(schema_set_new(json, whole, 1, on_refusal, NULL));
	for (const char *c = buf_text(&refused); *c != '\0'; c++)
		n += *c == '\n';
	ck_assert_uint_eq(n, SCHEMA_FAULTS_MAX);
	json_decref(json);
	buf_fini(&refused);
}
END_TEST

RUN_TESTS(TEST(every_unknown_keyword_is_named_with_its_place),
	  TEST(a_keyword_with_a_wrong_value_is_refused),
	  TEST(annotations_and_extensions_have_no_effect),
	  TEST(a_reference_that_never_enters_the_value_is_refused),
	  TEST(a_tree_may_refer_to_itself), TEST(schemas_of_one_document_share_components),
	  TEST(a_pointer_to_nowhere_is_refused), TEST(long_names_cannot_make_a_small_document_big),
	  TEST(no_more_than_a_hundred_refusals_are_reported))
