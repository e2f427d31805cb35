#include "lib/json/shape.h"

#include "tests/unit/lib/json/quoted.h"
#include "tests/unit/run.h"

struct cost {
	const char *text;
	int64_t amount_ore;
};

static const struct shape_field cost_fields[] = {
	SHAPE_FIELD(struct cost, text, "text", TEXT),
	SHAPE_FIELD(struct cost, amount_ore, "amount", I64),
};
static const struct shape cost_shape = SHAPE(struct cost, cost_fields);

struct claim {
	int64_t grant_id;
	bool is_final;
	int32_t from;
	const char *note;
	const char *answers;
	int64_t vat;
	bool has_vat;
	struct cost total;
	struct cost advance;
	bool has_advance;
	struct cost *costs;
	size_t n_costs;
	const char **tags;
	size_t n_tags;
	int64_t *partner_ids;
	size_t n_partners;
};

static const struct shape_field claim_fields[] = {
	SHAPE_FIELD(struct claim, grant_id, "grantId", ID),
	SHAPE_FIELD(struct claim, is_final, "final", BOOL),
	SHAPE_FIELD(struct claim, from, "from", DATE),
	SHAPE_OR_NULL(struct claim, note, "note", TEXT),
	SHAPE_FIELD(struct claim, answers, "answers", RAW),
	SHAPE_OPTIONAL(struct claim, vat, "vat", I64, has_vat),
	SHAPE_OBJECT(struct claim, total, "total", &cost_shape),
	SHAPE_OPTIONAL_OBJECT(struct claim, advance, "advance", &cost_shape, has_advance),
	SHAPE_OBJECTS(struct claim, costs, n_costs, "costs", &cost_shape),
	SHAPE_LIST(struct claim, tags, n_tags, "tags", TEXT),
	SHAPE_OPTIONAL_LIST(struct claim, partner_ids, n_partners, "partnerIds", ID),
};
static const struct shape claim_shape = SHAPE(struct claim, claim_fields);

#define REQUIRED                                                                                   \
	"'grantId':'9007199254740993','final':true,'from':'1970-01-02','answers':{'a':[1,2]},"     \
	"'total':{'text':'t','amount':5},'tags':['x','y'],"                                        \
	"'costs':[{'text':'a','amount':1},{'text':'b','amount':9007199254740993,'more':0}]"

static struct arena *arena;
static struct shape_misfit misfit;

static bool read_claim(const char *text, struct claim *claim)
{
	json_t *json = quoted(text);
	bool ok;

	arena = arena_new(65536);
	ok = shape_read(&claim_shape, json, arena, claim, &misfit);
	json_decref(json);
	return ok;
}

START_TEST(required_members_fill_the_struct_and_outlive_the_json)
{
	struct claim claim;

	ck_assert(read_claim("{" REQUIRED "}", &claim));
	ck_assert_int_eq(claim.grant_id, 9007199254740993);
	ck_assert(claim.is_final);
	ck_assert_int_eq(claim.from, 1);
	ck_assert_str_eq(claim.answers, "{\"a\":[1,2]}");
	ck_assert_str_eq(claim.total.text, "t");
	ck_assert_uint_eq(claim.n_costs, 2);
	ck_assert_str_eq(claim.costs[1].text, "b");
	ck_assert_int_eq(claim.costs[1].amount_ore, 9007199254740993);
	ck_assert_uint_eq(claim.n_tags, 2);
	ck_assert_str_eq(claim.tags[1], "y");
	arena_free(&arena);
}
END_TEST

START_TEST(absent_and_null_optional_members_are_the_same)
{
	static const char *const documents[] = {
		"{" REQUIRED "}",
		"{" REQUIRED ",'note':null,'vat':null,'advance':null,'partnerIds':null}",
	};

	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
		struct claim claim;

		ck_assert(read_claim(documents[i], &claim));
		ck_assert_ptr_null(claim.note);
		ck_assert(!claim.has_vat);
		ck_assert(!claim.has_advance);
		ck_assert_uint_eq(claim.n_partners, 0);
		arena_free(&arena);
	}
}
END_TEST

START_TEST(present_optional_members_say_so)
{
	struct claim claim;

	ck_assert(read_claim("{" REQUIRED ",'note':'n','vat':0,'partnerIds':['7'],"
			     "'advance':{'text':'x','amount':-1}}",
			     &claim));
	ck_assert_str_eq(claim.note, "n");
	ck_assert(claim.has_vat);
	ck_assert(claim.has_advance);
	ck_assert_int_eq(claim.advance.amount_ore, -1);
	ck_assert_int_eq(claim.partner_ids[0], 7);
	arena_free(&arena);
}
END_TEST

START_TEST(a_misfit_is_named_with_its_place)
{
	static const struct {
		const char *document;
		const char *pointer;
		const char *expected;
	} bad[] = {
		{"[]", "", "an object"},
		{"{}", "/grantId", "a value"},
		{"{'grantId':12}", "/grantId", "a string of digits"},
		{"{'grantId':'0'}", "/grantId", "a string of digits"},
		{"{'grantId':'-5'}", "/grantId", "a string of digits"},
		{"{'grantId':null}", "/grantId", "a string of digits"},
		{"{'grantId':'1','final':1}", "/final", "a boolean"},
		{"{'grantId':'1','final':true,'from':'2026-02-30'}", "/from",
		 "a date, YYYY-MM-DD"},
		{"{" REQUIRED ",'note':5}", "/note", "a string"},
		{"{" REQUIRED ",'vat':1.0}", "/vat", "an integer"},
		{"{" REQUIRED ",'vat':'1'}", "/vat", "an integer"},
		{"{" REQUIRED ",'partnerIds':{}}", "/partnerIds", "an array"},
		{"{" REQUIRED ",'partnerIds':['1','x']}", "/partnerIds/1", "a string of digits"},
		{"{" REQUIRED ",'advance':{'text':'x'}}", "/advance/amount", "a value"},
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct claim claim;

		ck_assert_msg(!read_claim(bad[i].document, &claim), "%s", bad[i].document);
		ck_assert_str_eq(misfit.pointer, bad[i].pointer);
		ck_assert_str_eq(misfit.expected, bad[i].expected);
		arena_free(&arena);
	}
}
END_TEST

RUN_TESTS(TEST(required_members_fill_the_struct_and_outlive_the_json),
	  TEST(absent_and_null_optional_members_are_the_same),
	  TEST(present_optional_members_say_so), TEST(a_misfit_is_named_with_its_place))
