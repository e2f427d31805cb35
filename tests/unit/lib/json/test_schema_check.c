#include <stdio.h>
#include <string.h>
#include <time.h>

#include "lib/base/buf.h"
#include "lib/json/schema.h"
#include "tests/unit/lib/json/quoted.h"
#include "tests/unit/run.h"

static struct buf faults;

static void on_fault(void *ctx, const struct schema_fault *fault)
{
	(void)ctx;
	buf_addf(&faults, "%s %s%s%s\n", fault->pointer, schema_fault_code(fault->kind),
		 fault->param[0] != '\0' ? " " : "", fault->param);
}

static void on_refusal(void *ctx, const struct schema_refusal *refusal)
{
	(void)ctx;
	ck_abort_msg("%s %s: %s", refusal->pointer, refusal->keyword, refusal->why);
}

static struct schema_set *compile(const char *schema)
{
	const char *const whole[] = {""};
	json_t *json = quoted(schema);
	struct schema_set *set = schema_set_new(json, whole, 1, on_refusal, NULL);

	json_decref(json);
	return set;
}

/* The faults of the value, one a line: pointer, code, param. */
static const char *check(const char *schema, json_t *value)
{
	struct schema_set *set = compile(schema);
	bool ok;

	buf_fini(&faults);
	buf_init(&faults, 100000);
	ok = schema_check(schema_set_get(set, 0), value, on_fault, NULL);
	ck_assert_int_eq(ok, faults.len == 0);
	schema_set_free(&set);
	json_decref(value);
	return buf_text(&faults);
}

#define FAULTS(schema, value, wanted) ck_assert_str_eq(check(schema, quoted(value)), wanted)

START_TEST(every_kind_of_fault_has_its_code_and_param)
{
	FAULTS("{'type':['integer','null']}", "'x'", " type integer, null\n");
	FAULTS("{'enum':['a','b',3]}", "'c'", " enum \"a\", \"b\", 3\n");
	FAULTS("{'const':{'b':1.0,'a':[true]}}", "0", " const {\"a\":[true],\"b\":1}\n");
	FAULTS("{'required':['a','b']}", "{}", "/a required\n/b required\n");
	FAULTS("{'properties':{'a':true},'additionalProperties':false}", "{'b/c':1,'a':1,'~':2}",
	       "/b~1c unknown\n/~0 unknown\n");
	FAULTS("{'minProperties':1}", "{}", " too_few_members 1\n");
	FAULTS("{'maxProperties':0}", "{'a':1}", " too_many_members 0\n");
	FAULTS("{'minItems':2}", "[1]", " too_few_items 2\n");
	FAULTS("{'maxItems':1}", "[1,2]", " too_many_items 1\n");
	FAULTS("{'uniqueItems':true}", "[1,{'a':1,'b':2},1.0,{'b':2,'a':1}]",
	       "/2 not_unique\n/3 not_unique\n");
	FAULTS("{'minLength':3}", "'\xc3\xa6\xc3\xb8'", " too_short 3\n");
	FAULTS("{'maxLength':2}", "'\xf0\x9f\x98\x80\xc3\xb8\xc3\xa5'", " too_long 2\n");
	FAULTS("{'pattern':'^[0-9]{9}$'}", "'12345678'", " pattern ^[0-9]{9}$\n");
	FAULTS("{'format':'date'}", "'2026-02-29'", " format date\n");
	FAULTS("{'minimum':-0.5}", "-0.75", " too_small -0.5\n");
	FAULTS("{'maximum':9007199254740992}", "9007199254740993", " too_large 9007199254740992\n");
	FAULTS("{'exclusiveMinimum':0}", "0", " not_above 0\n");
	FAULTS("{'exclusiveMaximum':10}", "10.0", " not_below 10\n");
	FAULTS("{'multipleOf':100}", "9007199254740993", " not_multiple 100\n");
	FAULTS("{'multipleOf':0.01}", "12.345", " not_multiple 0.01\n");
	FAULTS("{'anyOf':[{'minimum':5},{'maximum':1}]}", "3", " no_match\n");
	FAULTS("{'oneOf':[{'minimum':1},{'maximum':5}]}", "3", " ambiguous\n");
	FAULTS("{'not':{'minimum':1}}", "3", " excluded\n");
	FAULTS("{'properties':{'a':false}}", "{'a':1}", "/a excluded\n");
}
END_TEST

START_TEST(numbers_are_compared_exactly)
{
	FAULTS("{'maximum':9223372036854775806}", "9223372036854775807",
	       " too_large 9223372036854775806\n");
	FAULTS("{'minimum':-9223372036854775807}", "-9223372036854775808",
	       " too_small -9223372036854775807\n");
	FAULTS("{'maximum':9223372036854775807}", "9223372036854775807", "");
	FAULTS("{'exclusiveMaximum':9223372036854775808.0}", "9223372036854775807", "");
	FAULTS("{'minimum':-9223372036854775808.0}", "-9223372036854775808", "");
	FAULTS("{'minimum':1e300}", "9223372036854775807", " too_small 1.0000000000000001e300\n");
	FAULTS("{'maximum':-1e300}", "-9223372036854775808",
	       " too_large -1.0000000000000001e300\n");
	/* The real nearest to 9007199254740993 is 9007199254740992. */
	FAULTS("{'maximum':9007199254740992.0}", "9007199254740993",
	       " too_large 9007199254740992\n");
	FAULTS("{'exclusiveMinimum':9007199254740992.0}", "9007199254740993", "");
	FAULTS("{'minimum':0.5}", "0", " too_small 0.5\n");
	FAULTS("{'minimum':0.5}", "1", "");
	FAULTS("{'maximum':-0.5}", "0", " too_large -0.5\n");
	FAULTS("{'maximum':-0.5}", "-1", "");
	FAULTS("{'exclusiveMinimum':1}", "1.0", " not_above 1\n");
	FAULTS("{'exclusiveMinimum':1}", "1.0000000000000002", "");
	FAULTS("{'minLength':2.0}", "'a'", " too_short 2\n");
}
END_TEST

START_TEST(all_faults_of_a_body_come_at_once)
{
	FAULTS("{'type':'object','required':['orgnr','costs'],'properties':{"
	       "'orgnr':{'type':'string','pattern':'^[0-9]{9}$'},"
	       "'costs':{'type':'array','items':{'$ref':'#/$defs/cost'}},"
	       "'note':{'type':'string','minLength':2,'maxLength':4,'pattern':'^[a-z]*$'}},"
	       "'additionalProperties':false,"
	       "'$defs':{'cost':{'type':'object','required':['amount'],"
	       "'properties':{'amount':{'type':'integer','minimum':1}}}}}",
	       "{'costs':[{'amount':0},{},{'amount':'5'},{'amount':1.0},7],'note':'HELLO','x':1}",
	       "/orgnr required\n"
	       "/costs/0/amount too_small 1\n"
	       "/costs/1/amount required\n"
	       "/costs/2/amount type integer\n"
	       "/costs/3/amount type integer\n"
	       "/costs/4 type object\n"
	       "/note too_long 4\n"
	       "/note pattern ^[a-z]*$\n"
	       "/x unknown\n");
}
END_TEST

START_TEST(a_value_of_the_wrong_type_has_no_other_fault)
{
	FAULTS("{'type':'string','enum':['a'],'maxLength':1}", "5", " type string\n");
}
END_TEST

#define PARTY                                                                                      \
	"[{'type':'object','required':['kind','orgnr'],'properties':{'kind':{'const':'firm'},"     \
	"'orgnr':{'type':'string','minLength':9}}},"                                               \
	"{'type':'object','required':['kind'],'properties':{'kind':{'enum':['person','heir']},"    \
	"'age':{'type':'integer'}}},{'type':'null'}]"

START_TEST(the_alternative_that_is_meant_tells_its_faults)
{
	FAULTS("{'oneOf':" PARTY "}", "{'kind':'firm','orgnr':'1'}", "/orgnr too_short 9\n");
	FAULTS("{'anyOf':" PARTY "}", "{'kind':'heir','age':'x'}", "/age type integer\n");
	FAULTS("{'anyOf':[{'type':'null'},{'type':'string','maxLength':1}]}", "'ab'",
	       " too_long 1\n");
	FAULTS("{'anyOf':" PARTY "}", "{'kind':'dog'}", " no_match\n");
	FAULTS("{'anyOf':" PARTY "}", "{}", " no_match\n");
	FAULTS("{'anyOf':" PARTY "}", "null", "");
}
END_TEST

START_TEST(a_condition_reports_the_branch_it_takes)
{
	static const char schema[] =
		"{'if':{'properties':{'vat':{'const':true}},'required':['vat']},"
		"'then':{'required':['vatNumber']},'else':{'maxProperties':1}}";

	FAULTS(schema, "{'vat':true}", "/vatNumber required\n");
	FAULTS(schema, "{'vat':false,'a':1}", " too_many_members 1\n");
	FAULTS(schema, "{'vat':false}", "");
}
END_TEST

START_TEST(a_pattern_searches_as_ecmascript_does)
{
	FAULTS("{'pattern':'b'}", "'abc'", "");
	FAULTS("{'pattern':'^a$'}", "'a\\n'", " pattern ^a$\n");
	FAULTS("{'pattern':'^\\\\u00e5.$'}", "'\xc3\xa5\xf0\x9f\x98\x80'", "");
	FAULTS("{'pattern':'^\\\\d$'}", "'\xd9\xa3'", " pattern ^\\d$\n");
}
END_TEST

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

START_TEST(a_pattern_that_backtracks_without_end_is_a_fault_in_bounded_time)
{
	char text[60];
	double start = now();

	memset(text, 'a', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	ck_assert_str_eq(check("{'pattern':'^(a+)+$'}", json_sprintf("%s!", text)),
			 " pattern ^(a+)+$\n");
	ck_assert_double_lt(now() - start, 1.0);
}
END_TEST

START_TEST(many_such_texts_end_in_the_fault_of_limits)
{
	json_t *value = json_array();
	double start = now();
	const char *found;

	for (int i = 0; i < 1000; i++)
		json_array_append_new(value, json_string("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"));
	found = check("{'items':{'pattern':'^(a+)+$'}}", value);
	ck_assert_ptr_nonnull(strstr(found, "\n limit\n"));
	ck_assert_double_lt(now() - start, 4.0);
}
END_TEST

START_TEST(a_schema_that_multiplies_work_ends_in_the_fault_of_limits)
{
	struct buf schema;
	json_t *value = json_array();

	buf_init(&schema, 4000);
	buf_adds(&schema, "{'$defs':{'d0':{'type':'integer'}");
	for (int i = 1; i <= 20; i++)
		buf_addf(&schema,
			 ",'d%d':{'allOf':[{'$ref':'#/$defs/d%d'},true,"
			 "{'$ref':'#/$defs/d%d'}]}",
			 i, i - 1, i - 1);
	buf_adds(&schema, "},'items':{'$ref':'#/$defs/d20'}}");
	for (int i = 0; i < 20; i++)
		json_array_append_new(value, json_integer(i));
	ck_assert_str_eq(check(buf_text(&schema), value), " limit\n");
	buf_fini(&schema);
}
END_TEST

START_TEST(no_more_than_a_hundred_faults_are_reported)
{
	json_t *value = json_array();
	size_t lines = 0;

	for (int i = 0; i < 500; i++)
		json_array_append_new(value, json_integer(i));
	for (const char *c = check("{'items':{'type':'string'}}", value); *c != '\0'; c++)
		lines += *c == '\n';
	ck_assert_uint_eq(lines, SCHEMA_FAULTS_MAX);
}
END_TEST

static const char *check_text(const char *schema, const char *text)
{
	struct schema_set *set = compile(schema);
	bool ok;

	buf_fini(&faults);
	buf_init(&faults, 1000);
	ok = schema_check_text(schema_set_get(set, 0), text, on_fault, NULL);
	ck_assert_int_eq(ok, faults.len == 0);
	schema_set_free(&set);
	return buf_text(&faults);
}

START_TEST(text_of_a_parameter_is_read_by_its_type)
{
	static const char limit[] = "{'$ref':'#/$defs/limit','$defs':{'limit':"
				    "{'type':'integer','minimum':1,'maximum':1000}}}";

	ck_assert_str_eq(check_text(limit, "1000"), "");
	ck_assert_str_eq(check_text(limit, "1001"), " too_large 1000\n");
	ck_assert_str_eq(check_text(limit, "01"), " type integer\n");
	ck_assert_str_eq(check_text(limit, "1.0"), " type integer\n");
	ck_assert_str_eq(check_text(limit, ""), " type integer\n");
	ck_assert_str_eq(check_text("{'type':'boolean'}", "true"), "");
	ck_assert_str_eq(check_text("{'type':'boolean'}", "1"), " type boolean\n");
	ck_assert_str_eq(check_text("{'type':'string','pattern':'^[1-9][0-9]*$'}", "12"), "");
	ck_assert_str_eq(check_text("{'maxLength':1}", "12"), " too_long 1\n");
	ck_assert_str_eq(check_text("{'type':'string'}", "\xff"), " format utf-8\n");
}
END_TEST

START_TEST(formats_are_asserted)
{
	static const struct {
		const char *format;
		const char *value;
		bool valid;
	} cases[] = {
		{"date", "2028-02-29", true},
		{"date", "2026-2-9", false},
		{"date-time", "2026-03-29T02:30:00+01:00", true},
		{"date-time", "2026-03-29T02:30:00.123456789z", true},
		{"date-time", "2026-03-29T02:30:00", false},
		{"date-time", "2026-03-29T24:00:00Z", false},
		{"date-time", "2026-03-29T02:30:00.Z", false},
		{"date-time", "2026-03-29T02:30:00Z ", false},
		{"date-time", "2026-12-31T23:59:60Z", true},
		{"date-time", "2027-01-01T00:59:60+01:00", true},
		{"date-time", "2026-12-31T22:59:60Z", false},
		{"date-time", "2026-03-29", false},
		{"email", "kari.nordmann+soknad@trondelagfylke.no", true},
		{"email", "kari@", false},
		{"email", "@trondelagfylke.no", false},
		{"email", "kari", false},
		{"email", "kari..n@x.no", false},
		{"email", ".kari@x.no", false},
		{"email", "kari@-x.no", false},
		{"email", "kari@x..no", false},
		{"email", "kari n@x.no", false},
		{"email", "a@b@c.no", false},
		{"uuid", "2EB8AA08-aa98-11ea-b4aa-73b441d16380", true},
		{"uuid", "2eb8aa08aa9811eab4aa73b441d16380", false},
		{"uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d1638g", false},
		{"uri", "https://user@example.no:8443/a%20b?c=d#e", true},
		{"uri", "https://[2001:db8::1]/", true},
		{"uri", "urn:altinn:resource:x", true},
		{"uri", "mailto:post@example.no", true},
		{"uri", "//example.no/a", false},
		{"uri", "/a", false},
		{"uri", "https://example.no/a b", false},
		{"uri", "https://example.no/%2", false},
		{"uri", "https://[::1/", false},
		{"uri", "https://example.no:port/", false},
		{"uri", "1https://example.no", false},
		{"uri", "", false},
		{"free-text", "Født 31.12.99, ring 311299 56715", false},
		{"free-text", "Ring 73 86 60 00 før 31.12.2026", true},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char schema[64];

		snprintf(schema, sizeof(schema), "{'format':'%s'}", cases[i].format);
		ck_assert_msg((check(schema, json_string(cases[i].value))[0] == '\0') ==
				      cases[i].valid,
			      "%s %s", cases[i].format, cases[i].value);
	}
}
END_TEST

START_TEST(free_text_is_what_people_write_anywhere)
{
	static const char schema[] = "{'format':'free-text'}";

	ck_assert_str_ne(check(schema, json_integer(31129956715)), "");
	ck_assert_str_ne(check(schema, json_real(31129956715.0)), "");
	ck_assert_str_eq(check(schema, json_integer(31129956716)), "");
	ck_assert_str_eq(check(schema, json_pack("{s:s}", "31", "12")), "");
	ck_assert_ptr_nonnull(strstr(check(schema, json_pack("{s:s}", "31129956715", "x")),
				     "/31129956715"));
	ck_assert_str_eq(check("{'format':'date'}", json_integer(31129956715)), "");
}
END_TEST

RUN_TESTS(TEST(every_kind_of_fault_has_its_code_and_param), TEST(numbers_are_compared_exactly),
	  TEST(all_faults_of_a_body_come_at_once),
	  TEST(a_value_of_the_wrong_type_has_no_other_fault),
	  TEST(the_alternative_that_is_meant_tells_its_faults),
	  TEST(a_condition_reports_the_branch_it_takes),
	  TEST(a_pattern_searches_as_ecmascript_does),
	  TEST(a_pattern_that_backtracks_without_end_is_a_fault_in_bounded_time),
	  TEST(many_such_texts_end_in_the_fault_of_limits),
	  TEST(a_schema_that_multiplies_work_ends_in_the_fault_of_limits),
	  TEST(no_more_than_a_hundred_faults_are_reported),
	  TEST(text_of_a_parameter_is_read_by_its_type), TEST(formats_are_asserted),
	  TEST(free_text_is_what_people_write_anywhere))
