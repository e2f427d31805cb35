#include "api/applications/begin.h"

#include <jansson.h>

#include "lib/base/dice.h"
#include "lib/base/fail.h"
#include "lib/json/pointer.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, DRAWS = 2000 }; /* 2024-10-04 */

#define FORM                                                                                       \
	"{\"properties\":{\"goal\":{\"type\":\"string\",\"title\":\"M\xc3\xa5l\","                 \
	"\"maxLength\":9},\"weeks\":{\"type\":\"integer\"},"                                       \
	"\"plan\":{\"$ref\":\"#/$defs/plan\"}},"                                                   \
	"\"required\":[\"weeks\"],\"additionalProperties\":false,"                                 \
	"\"$defs\":{\"plan\":{\"type\":\"object\",\"required\":[\"who\"],"                         \
	"\"properties\":{\"who\":{\"type\":\"string\"},\"when\":{\"type\":\"string\"}}}}}"

static int64_t stages[] = {1, 2};
static const char *groups[] = {"fagpartner", "workshops"};
static struct carried_partner partners[] = {
	{.id = 1, .organisation_id = 301, .orgnr = "301", .name = "Elvestrand", .task = "Prøver"},
	{.id = 2, .organisation_id = 302, .orgnr = "302", .name = "Fjellbruk", .task = "Prøver"},
};
static struct carry_source from = {.form = FORM};
static struct carry_target to = {
	.stages = stages,
	.n_stages = 2,
	.cost_groups = groups,
	.n_cost_groups = 2,
	.line = {.max_share_bp = 5000, .max_amount = {.amount_ore = 40000}},
	.form = FORM,
};
static struct carry_over carried;

static void carry(const char *content)
{
	begin();
	from.content = content;
	carry_over(&from, &to, TODAY, true, problems.arena, &carried);
}

static void assert_left(size_t i, const char *pointer, const char *label, const char *why)
{
	ck_assert_uint_lt(i, carried.n_left);
	ck_assert_str_eq(carried.left[i].pointer, pointer);
	ck_assert_str_eq(carried.left[i].label[LANGUAGE_NB], label);
	ck_assert_str_eq(carried.left[i].why, why);
}

static void assert_all_left(size_t n)
{
	ck_assert_uint_eq(carried.n_left, n);
}

START_TEST(answers_are_taken_along_by_name_and_as_the_form_takes_them)
{
	carry("{\"answers\":{\"goal\":\"Flere\",\"weeks\":3}}");
	ck_assert_str_eq(carried.answers, "{\"goal\":\"Flere\",\"weeks\":3}");
	assert_all_left(0);
	ck_assert_ptr_null(not_carried_json(&carried, problems.arena));
	carry("{\"answers\":{\"goal\":\"Altfor mange\",\"weeks\":\"tre\",\"colour\":\"red\"}}");
	ck_assert_str_eq(carried.answers, "{}");
	assert_all_left(3);
	assert_left(0, "/answers/goal", "M\xc3\xa5l", "not_valid");
	assert_left(1, "/answers/weeks", "weeks", "other_type");
	assert_left(2, "/answers/colour", "colour", "no_field");
}
END_TEST

START_TEST(an_object_goes_by_its_members_and_need_not_be_whole)
{
	carry("{\"answers\":{\"plan\":{\"when\":\"snart\",\"where\":\"her\",\"a/b\":1}}}");
	ck_assert_str_eq(carried.answers, "{\"plan\":{\"when\":\"snart\"}}");
	assert_all_left(2);
	assert_left(0, "/answers/plan/where", "where", "no_field");
	assert_left(1, "/answers/plan/a~1b", "a/b", "no_field");
	carry("{\"answers\":{\"plan\":{\"where\":\"her\"}}}");
	ck_assert_str_eq(carried.answers, "{}");
	carry("{\"answers\":{\"plan\":\"snart\"}}");
	assert_left(0, "/answers/plan", "plan", "other_type");
}
END_TEST

START_TEST(a_form_without_fields_takes_nothing)
{
	to.form = "{}";
	carry("{\"answers\":{\"goal\":\"Flere\"}}");
	ck_assert_str_eq(carried.answers, "{}");
	assert_left(0, "/answers/goal", "M\xc3\xa5l", "no_field");
}
END_TEST

START_TEST(days_that_have_passed_are_left)
{
	carry("{\"answers\":{},\"startsOn\":\"2024-10-03\",\"endsOn\":\"2024-10-04\"}");
	ck_assert_ptr_null(carried.starts_on);
	ck_assert_str_eq(carried.ends_on, "2024-10-04");
	assert_all_left(1);
	assert_left(0, "/startsOn", "oppstart", "day_passed");
	carry("{\"answers\":{},\"startsOn\":null,\"newContent\":\"Mer\"}");
	assert_all_left(0);
	ck_assert_str_eq(carried.new_content, "Mer");
}
END_TEST

START_TEST(firms_are_taken_along_to_stages_of_the_call)
{
	carry("{\"answers\":{},\"firms\":[{\"orgnr\":\"1\",\"name\":\"A\",\"stage\":3},"
	      "{\"orgnr\":\"2\",\"name\":\"B\",\"stage\":2}]}");
	ck_assert_str_eq(carried.firms, "[{\"orgnr\":\"2\",\"name\":\"B\",\"stage\":2}]");
	assert_all_left(1);
	assert_left(0, "/firms/0", "bedrift: A", "stage_not_in_call");
}
END_TEST

START_TEST(fagpartnere_are_taken_along_as_they_are)
{
	carry("{\"answers\":{},\"fagpartnere\":[{\"orgnr\":\"1\",\"name\":\"A\",\"hours\":3}]}");
	ck_assert_str_eq(carried.fagpartnere, "[{\"orgnr\":\"1\",\"name\":\"A\",\"hours\":3}]");
	assert_all_left(0);
}
END_TEST

#define COST(group, ore)                                                                           \
	"{\"costGroup\":\"" group "\",\"description\":\"x\",\"amountOre\":" ore "}"
#define SOURCE(kind, ore)                                                                          \
	"{\"sourceKind\":\"" kind "\",\"source\":\"x\",\"amountOre\":" ore ",\"confirmed\":false}"
#define PLAN(costs, finance)                                                                       \
	"{\"answers\":{},\"costs\":[" costs "],\"finance\":[" finance "]}"

START_TEST(costs_are_taken_along_in_groups_of_the_call)
{
	carry(PLAN(COST("travel", "5") "," COST("workshops", "7"), ""));
	ck_assert_str_eq(carried.costs, "[" COST("workshops", "7") "]");
	assert_all_left(1);
	assert_left(0, "/costs/0", "kostnad: x", "group_not_in_call");
}
END_TEST

START_TEST(more_than_the_call_gives_is_left_and_told)
{
	to.line.has_max_amount = true;
	carry(PLAN(COST("workshops", "100000"), SOURCE("applied", "40000")));
	assert_all_left(0);
	carry(PLAN(COST("workshops", "100000"), SOURCE("applied", "40001")));
	ck_assert_str_eq(carried.finance, "[]");
	assert_left(0, "/finance/0", "finansiering: x", "amount_too_high");
	to.line.has_max_amount = false;
	carry(PLAN(COST("workshops", "100000"),
		   SOURCE("own", "90000") "," SOURCE("applied", "50001")));
	ck_assert_str_eq(carried.finance, "[" SOURCE("own", "90000") "]");
	assert_left(0, "/finance/1", "finansiering: x", "share_too_high");
	carry(PLAN("", SOURCE("applied", "50001")));
	assert_all_left(0);
}
END_TEST

START_TEST(what_was_promised_to_another_application_is_to_be_confirmed)
{
	carry("{\"answers\":{},\"finance\":[{\"sourceKind\":\"own\",\"source\":\"Kassen\","
	      "\"amountOre\":5,\"confirmed\":true}]}");
	ck_assert_ptr_nonnull(strstr(carried.finance, "\"confirmed\":false"));
	assert_all_left(1);
	assert_left(0, "/finance/0/confirmed", "bekreftet: Kassen", "confirmed_anew");
}
END_TEST

#define SHARED(orgnr)                                                                              \
	"{\"costGroup\":\"workshops\",\"description\":\"x\",\"amountOre\":1,"                      \
	"\"partnerOrgnr\":\"" orgnr "\"}"

START_TEST(partners_are_asked_anew_and_lines_of_others_are_left)
{
	from.partners = partners;
	from.n_partners = 2;
	partners[1].organisation_id = 0;
	carry(PLAN(SHARED("301") "," SHARED("302") "," SHARED("303"), ""));
	partners[1].organisation_id = 302;
	ck_assert_uint_eq(carried.n_partners, 1);
	ck_assert_ptr_eq(carried.partners[0], &partners[0]);
	ck_assert_str_eq(carried.costs, "[" SHARED("301") "]");
	assert_all_left(3);
	assert_left(0, "/partners/1", "partner: Fjellbruk", "partner_unregistered");
	assert_left(1, "/costs/1", "kostnad: x", "partner_left_out");
	assert_left(2, "/costs/2", "kostnad: x", "partner_left_out");
}
END_TEST

START_TEST(who_enters_for_a_firm_asks_no_partners)
{
	from.partners = partners;
	from.n_partners = 1;
	from.content = "{\"answers\":{}}";
	begin();
	carry_over(&from, &to, TODAY, false, problems.arena, &carried);
	ck_assert_uint_eq(carried.n_partners, 0);
	assert_left(0, "/partners/0", "partner: Elvestrand", "partner_not_asked");
}
END_TEST

START_TEST(what_is_left_is_told_in_both_languages)
{
	carry("{\"answers\":{},\"startsOn\":\"2024-10-03\"}");
	ck_assert_str_eq(not_carried_json(&carried, problems.arena),
			 "[{\"pointer\":\"/startsOn\","
			 "\"label\":{\"nb\":\"oppstart\",\"en\":\"start\"},"
			 "\"code\":\"day_passed\",\"why\":{\"nb\":\"dagen er passert\","
			 "\"en\":\"the day has passed\"}}]");
	tell_not_carried(&carried, LANGUAGE_NB, &problems);
	assert_one(PROBLEM_NOT_CARRIED, "#/startsOn");
}
END_TEST

START_TEST(what_is_taken_along_is_the_applicants_and_of_the_programme)
{
	static const char *kinds[] = {"hub"};
	struct new_application_input input = {.call_id = 7, .from_id = 17, .carries = true};
	struct new_application_facts facts = {
		.caller = PERSON("hub_editor", "hub", 12, 101),
		.today = TODAY,
		.call_state = "open",
		.opens_on = TODAY,
		.closes_on = TODAY,
		.programme_id = 5,
		.applicant_kinds = kinds,
		.n_applicant_kinds = 1,
	};

	begin();
	decide_create_application(&facts, &input, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/fromApplicationId");
	facts.has_from = true;
	facts.from.programme_id = 6;
	begin();
	decide_create_application(&facts, &input, &problems);
	assert_one(PROBLEM_OTHER_PROGRAMME, "#/fromApplicationId");
	facts.from.programme_id = 5;
	facts.from.is_destroyed = true;
	begin();
	decide_create_application(&facts, &input, &problems);
	assert_one(PROBLEM_CASE_DESTROYED, "#/fromApplicationId");
	facts.from.is_destroyed = false;
	begin();
	decide_create_application(&facts, &input, &problems);
	assert_none();
}
END_TEST

/* ---- whatever the old one says and the new call asks for */

static const char *const names[] = {"a", "b", "c", "d~/"};
static const char *const types[] = {"string", "integer", "object", "array"};

static json_t *drawn_value(struct dice *dice, int depth)
{
	json_t *object;

	switch (dice_below(dice, depth > 0 ? 4 : 2)) {
	case 0:
		return json_string("tekst");
	case 1:
		return json_integer(dice_below(dice, 5));
	case 2:
		return json_pack("[i]", 1);
	default:
		object = json_object();
		for (size_t i = 0; i < 4; i++)
			if (dice_chance(dice, 50))
				json_object_set_new(object, names[i], drawn_value(dice, depth - 1));
		return object;
	}
}

static json_t *drawn_schema(struct dice *dice, int depth)
{
	json_t *properties = json_object();

	for (size_t i = 0; i < 4 && depth > 0; i++)
		if (dice_chance(dice, 60))
			json_object_set_new(properties, names[i], drawn_schema(dice, depth - 1));
	if (json_object_size(properties) > 0)
		return json_pack("{s:s, s:o}", "type", "object", "properties", properties);
	json_decref(properties);
	return json_pack("{s:s, s:i}", "type", types[dice_below(dice, 4)], "maximum", 3);
}

static json_t *drawn_lines(struct dice *dice, const char *kind, const char *const *kinds)
{
	json_t *lines = json_array();

	for (uint32_t n = dice_below(dice, 5); n > 0; n--)
		json_array_append_new(
			lines, json_pack("{s:s, s:s, s:s, s:i, s:s, s:b}", kind,
					 kinds[dice_below(dice, 3)], "description", "x", "source",
					 "x", "amountOre", dice_between(dice, 1, 100000),
					 "partnerOrgnr", dice_chance(dice, 50) ? "301" : "302",
					 "confirmed", (int)dice_chance(dice, 50)));
	return lines;
}

static json_t *drawn_firms(struct dice *dice)
{
	json_t *list = json_array();

	for (uint32_t n = dice_below(dice, 4); n > 0; n--)
		json_array_append_new(list, json_pack("{s:s, s:i}", "name", "x", "stage",
						      dice_between(dice, 0, 3)));
	return list;
}

static bool is_told(const char *pointer)
{
	for (size_t i = 0; i < carried.n_left; i++)
		if (strcmp(carried.left[i].pointer, pointer) == 0)
			return true;
	return false;
}

/* Each value of the old is in the new at its place, or is told with what it is part of. */
static void assert_answered(json_t *old, json_t *new, const char *pointer)
{
	const char *name;
	json_t *value;
	struct buf below;

	if (is_told(pointer)) {
		ck_assert_ptr_null(new);
		return;
	}
	if (!json_is_object(old) || json_object_size(old) == 0) {
		ck_assert_msg(json_equal(old, new), "%s is lost", pointer);
		return;
	}
	json_object_foreach (old, name, value) {
		buf_init(&below, 1024);
		buf_adds(&below, pointer);
		pointer_write_name(name, &below);
		assert_answered(value, json_object_get(new, name), buf_text(&below));
		buf_fini(&below);
	}
}

/* Nothing is in the new that the form has no field for. */
static void assert_asked_for(json_t *new, json_t *schema)
{
	json_t *properties = json_object_get(schema, "properties");
	const char *name;
	json_t *value;

	ck_assert_ptr_nonnull(schema);
	if (!json_is_object(new) || properties == NULL)
		return;
	json_object_foreach (new, name, value)
		assert_asked_for(value, json_object_get(properties, name));
}

static size_t n_told_of(const char *list)
{
	size_t n = 0;

	for (size_t i = 0; i < carried.n_left; i++) {
		const char *rest = carried.left[i].pointer + 1;

		n += strncmp(rest, list, strlen(list)) == 0 && rest[strlen(list)] == '/' &&
		     strstr(rest, "/confirmed") == NULL;
	}
	return n;
}

static void assert_listed(const json_t *content, const char *list, const char *text)
{
	json_t *kept = json_loads(text, 0, NULL);

	ck_assert_uint_eq(json_array_size(json_object_get(content, list)),
			  json_array_size(kept) + n_told_of(list));
	json_decref(kept);
}

static json_t *drawn_content(struct dice *dice)
{
	static const char *const drawn_groups[] = {"fagpartner", "workshops", "travel"};
	static const char *const kinds[] = {"applied", "own", "loan"};
	json_t *answers = json_object();

	for (size_t i = 0; i < 4; i++)
		if (dice_chance(dice, 70))
			json_object_set_new(answers, names[i], drawn_value(dice, 3));
	return json_pack("{s:o, s:o, s:o, s:o}", "answers", answers, "firms", drawn_firms(dice),
			 "costs", drawn_lines(dice, "costGroup", drawn_groups), "finance",
			 drawn_lines(dice, "sourceKind", kinds));
}

static void draw(uint64_t seed)
{
	struct dice dice = {.state = seed};
	json_t *content = drawn_content(&dice);
	json_t *form = drawn_schema(&dice, 3);
	char *content_text = json_dumps(content, 0);
	char *form_text = json_dumps(form, 0);
	json_t *answers;

	to.form = form_text;
	to.line.has_max_amount = dice_chance(&dice, 50);
	from.partners = partners;
	from.n_partners = dice_below(&dice, 3);
	carry(content_text);
	answers = json_loads(carried.answers, 0, NULL);
	assert_answered(json_object_get(content, "answers"), answers, "/answers");
	assert_asked_for(answers, form);
	assert_listed(content, "firms", carried.firms);
	assert_listed(content, "costs", carried.costs);
	assert_listed(content, "finance", carried.finance);
	ck_assert_uint_eq(from.n_partners, carried.n_partners + n_told_of("partners"));
	ck_assert_ptr_null(strstr(carried.finance, "\"confirmed\":true"));
	for (size_t i = 0; i < carried.n_left; i++)
		if (strncmp(carried.left[i].pointer, "/partners", 9) != 0)
			ck_assert_ptr_nonnull(pointer_find(content, carried.left[i].pointer));
	json_decref(answers);
	json_decref(form);
	json_decref(content);
	base_free(content_text);
	base_free(form_text);
}

START_TEST(what_is_taken_along_and_what_is_told_is_all_of_it_and_nothing_else)
{
	for (uint64_t seed = 0; seed < DRAWS; seed++)
		draw(seed);
}
END_TEST

RUN_TESTS(TEST(answers_are_taken_along_by_name_and_as_the_form_takes_them),
	  TEST(an_object_goes_by_its_members_and_need_not_be_whole),
	  TEST(a_form_without_fields_takes_nothing), TEST(days_that_have_passed_are_left),
	  TEST(firms_are_taken_along_to_stages_of_the_call),
	  TEST(fagpartnere_are_taken_along_as_they_are),
	  TEST(costs_are_taken_along_in_groups_of_the_call),
	  TEST(more_than_the_call_gives_is_left_and_told),
	  TEST(what_was_promised_to_another_application_is_to_be_confirmed),
	  TEST(partners_are_asked_anew_and_lines_of_others_are_left),
	  TEST(who_enters_for_a_firm_asks_no_partners),
	  TEST(what_is_left_is_told_in_both_languages),
	  TEST(what_is_taken_along_is_the_applicants_and_of_the_programme),
	  TEST(what_is_taken_along_and_what_is_told_is_all_of_it_and_nothing_else))
