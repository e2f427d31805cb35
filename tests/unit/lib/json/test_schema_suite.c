/*
 * The public test suite of JSON Schema 2020-12: Debian's libtest-json-schema-acceptance-perl.
 *
 * A group whose schema compiles is run. A group whose schema is refused must use a keyword that is
 * outside the subset, or be excused below.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/json/schema.h"
#include "tests/unit/run.h"

#define SUITE "/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance/tests/draft2020-12"

/* Its integers are beyond int64: lib/json/body.h refuses them before any schema is asked. */
#define LEFT_OUT "optional/bignum.json"

#define UNSUPPORTED "keyword is not supported"

/* All that 2020-12 has beyond lib/json/schema_keywords.h, and how it is refused. */
static const struct {
	const char *keyword;
	const char *why;
} outside[] = {
	{"$id", UNSUPPORTED},
	{"$anchor", UNSUPPORTED},
	{"$dynamicRef", UNSUPPORTED},
	{"$dynamicAnchor", UNSUPPORTED},
	{"patternProperties", UNSUPPORTED},
	{"propertyNames", UNSUPPORTED},
	{"dependentRequired", UNSUPPORTED},
	{"dependentSchemas", UNSUPPORTED},
	{"contains", UNSUPPORTED},
	{"minContains", UNSUPPORTED},
	{"maxContains", UNSUPPORTED},
	{"unevaluatedItems", UNSUPPORTED},
	{"unevaluatedProperties", UNSUPPORTED},
	{"contentMediaType", UNSUPPORTED},
	{"contentEncoding", UNSUPPORTED},
	{"contentSchema", UNSUPPORTED},
	{"dependencies", UNSUPPORTED}, /* of older drafts */
	{"unknown-keyword", UNSUPPORTED},
	{"$ref", "must be \"#\" or \"#/...\""}, /* other documents, and anchors */
	{"format", "format is not supported"},
	{"$schema", "must be \"https://json-schema.org/draft/2020-12/schema\""},
};

#define EMAIL "optional/format/email.json", "validation of e-mail addresses"
#define REGEX "optional/ecmascript-regex.json"
#define WHITE REGEX, "ECMA 262 \\s matches whitespace"
#define NOT_WHITE REGEX, "ECMA 262 \\S matches everything but whitespace"

/* Tests that are right by the specification and end otherwise here, on purpose. Without a test: the
 * schema of the group is refused. */
static const struct excuse {
	const char *file;
	const char *group;
	const char *test;
} excuses[] = {
	/* A number with a fraction or an exponent is never an integer: see lib/json/schema.h. */
	{"type.json", "integer type matches integers",
	 "a float with zero fractional part is an integer"},
	{"optional/float-overflow.json",
	 "all integers are multiples of 0.5, if overflow is handled",
	 "valid if optional overflow handling is implemented"},
	/* In a form these are mistypings: hardly any mail system delivers to such addresses. */
	{EMAIL, "a quoted string with a space in the local part is valid"},
	{EMAIL, "a quoted string with a double dot in the local part is valid"},
	{EMAIL, "a quoted string with a @ in the local part is valid"},
	{EMAIL, "an IPv4-address-literal after the @ is valid"},
	{EMAIL, "an IPv6-address-literal after the @ is valid"},
	/* PCRE2's \s knows ASCII only, unless \d and \w know all of Unicode too. */
	{WHITE, "latin-1 non-breaking-space matches"},
	{WHITE, "zero-width whitespace matches"},
	{WHITE, "paragraph separator matches (line terminator)"},
	{WHITE, "EM SPACE matches (Space_Separator)"},
	{NOT_WHITE, "latin-1 non-breaking-space does not match"},
	{NOT_WHITE, "zero-width whitespace does not match"},
	{NOT_WHITE, "paragraph separator does not match (line terminator)"},
	{NOT_WHITE, "EM SPACE does not match (Space_Separator)"},
	/* PCRE2 has no long names of properties, \p{Letter}: refused, never misread. */
	{REGEX, "patterns always use unicode semantics with pattern", NULL},
	{REGEX, "pattern with non-ASCII digits", NULL},
};

struct counts {
	unsigned int groups_run;
	unsigned int groups_refused;
	unsigned int tests_run;
	unsigned int excused;
	unsigned int failures;
};

static bool is_excused(const char *file, const char *group, const char *test)
{
	for (size_t i = 0; i < sizeof(excuses) / sizeof(excuses[0]); i++) {
		const struct excuse *excuse = &excuses[i];

		if (strcmp(file, excuse->file) != 0 || strcmp(group, excuse->group) != 0)
			continue;
		if (test == NULL ? excuse->test == NULL
				 : excuse->test != NULL && strcmp(test, excuse->test) == 0)
			return true;
	}
	return false;
}

struct refusals {
	bool outside_seen;
	char first[200];
};

static void on_refusal(void *ctx, const struct schema_refusal *refusal)
{
	struct refusals *refusals = ctx;

	for (size_t i = 0; i < sizeof(outside) / sizeof(outside[0]); i++)
		if (strcmp(refusal->keyword, outside[i].keyword) == 0 &&
		    strcmp(refusal->why, outside[i].why) == 0)
			refusals->outside_seen = true;
	if (refusals->first[0] == '\0')
		snprintf(refusals->first, sizeof(refusals->first), "%s of \"%s\": %s",
			 refusal->keyword, refusal->pointer, refusal->why);
}

static const char *text_of(json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text == NULL ? "" : text;
}

static void run_test(const char *file, const char *group, const struct schema *schema, json_t *test,
		     struct counts *counts)
{
	const char *name = text_of(test, "description");
	bool valid = json_is_true(json_object_get(test, "valid"));
	bool excused = is_excused(file, group, name);

	counts->tests_run++;
	counts->excused += excused;
	/* An excuse that is no longer needed is a failure too. */
	if (schema_check(schema, json_object_get(test, "data"), NULL, NULL) == (valid != excused))
		return;
	counts->failures++;
	printf("%s: %s: %s: should be %s\n", file, group, name, valid ? "valid" : "invalid");
}

static void run_group(const char *file, json_t *group, struct counts *counts)
{
	const char *const whole[] = {""};
	const char *name = text_of(group, "description");
	struct refusals refusals = {0};
	struct schema_set *set =
		schema_set_new(json_object_get(group, "schema"), whole, 1, on_refusal, &refusals);
	json_t *test;
	size_t i;

	if (set != NULL) {
		counts->groups_run++;
		json_array_foreach(json_object_get(group, "tests"), i, test)
			run_test(file, name, schema_set_get(set, 0), test, counts);
	} else if (is_excused(file, name, NULL)) {
		counts->excused++;
	} else if (refusals.outside_seen) {
		counts->groups_refused++;
	} else {
		counts->failures++;
		printf("%s: %s: refused: %s\n", file, name, refusals.first);
	}
	schema_set_free(&set);
}

static void run_file(const char *file, struct counts *counts)
{
	char path[512];
	json_t *groups, *group;
	json_error_t error;
	size_t i;

	snprintf(path, sizeof(path), "%s/%s", SUITE, file);
	groups = json_load_file(path, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
	ck_assert_msg(groups != NULL, "%s: %s", path, error.text);
	json_array_foreach(groups, i, group) run_group(file, group, counts);
	json_decref(groups);
}

static int is_json(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot != NULL && strcmp(dot, ".json") == 0;
}

static void run_folder(const char *folder, struct counts *counts)
{
	struct dirent **entries;
	char path[512], file[300];
	int n;

	snprintf(path, sizeof(path), "%s/%s", SUITE, folder);
	n = scandir(path, &entries, is_json, alphasort);
	ck_assert_msg(n > 0, "nothing in %s; is libtest-json-schema-acceptance-perl there?", path);
	for (int i = 0; i < n; i++) {
		snprintf(file, sizeof(file), "%s%s", folder, entries[i]->d_name);
		if (strcmp(file, LEFT_OUT) != 0)
			run_file(file, counts);
		free(entries[i]);
	}
	free(entries);
}

START_TEST(every_group_of_the_public_suite_passes_or_is_outside_the_subset)
{
	struct counts counts = {0};

	run_folder("", &counts);
	run_folder("optional/", &counts);
	run_folder("optional/format/", &counts);
	printf("schema suite: %u groups run with %u tests, %u groups refused; excused: %u\n",
	       counts.groups_run, counts.tests_run, counts.groups_refused, counts.excused);
	fflush(stdout);
	ck_assert_uint_eq(counts.failures, 0);
	ck_assert_uint_eq(counts.excused, sizeof(excuses) / sizeof(excuses[0]));
	ck_assert_uint_ge(counts.groups_run, 180);
	ck_assert_uint_ge(counts.tests_run, 800);
}
END_TEST

RUN_TESTS(TEST(every_group_of_the_public_suite_passes_or_is_outside_the_subset))
