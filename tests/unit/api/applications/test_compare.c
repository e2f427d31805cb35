#include "api/applications/compare.h"

#include "tests/unit/run.h"

#define FORM                                                                                       \
	"{\"properties\":{\"goal\":{\"title\":\"M\xc3\xa5l\"},\"plan\":{\"title\":\"Plan\","       \
	"\"properties\":{\"weeks\":{\"title\":\"Uker\"}}},\"plain\":{}}}"

static struct buf out;

static void compare_in(enum language language, const char *from, const char *to)
{
	struct submitted before = {.content = from, .form = FORM};
	struct submitted after = {.content = to, .form = FORM};

	buf_fini(&out);
	buf_init(&out, 1 << 16);
	compare_write(&before, &after, language, &out);
}

static void assert_changes(const char *from, const char *to, const char *wanted)
{
	compare_in(LANGUAGE_NB, from, to);
	ck_assert_str_eq(buf_text(&out), wanted);
}

#define CHANGE(pointer, label, item, change, before, after)                                        \
	"{\"pointer\":\"" pointer "\",\"label\":\"" label "\",\"item\":" item                   \
	",\"change\":\"" change "\",\"before\":" before ",\"after\":" after "}"
#define FIRM(orgnr, stage) "{\"orgnr\":\"" orgnr "\",\"stage\":" stage "}"
#define COST(group, what, ore)                                                                     \
	"{\"amountOre\":" ore ",\"costGroup\":\"" group "\",\"description\":\"" what "\"}"

START_TEST(what_is_the_same_is_not_told_whatever_its_order)
{
	assert_changes("{\"title\":\"a\",\"state\":\"draft\",\"answers\":{\"x\":1,\"y\":2},"
		       "\"firms\":[{\"orgnr\":\"1\",\"stage\":1},{\"orgnr\":\"2\",\"stage\":1}]}",
		       "{\"title\":\"a\",\"state\":\"submitted\",\"answers\":{\"y\":2,\"x\":1},"
		       "\"firms\":[{\"orgnr\":\"2\",\"stage\":1},{\"orgnr\":\"1\",\"stage\":1}]}",
		       "[]");
}
END_TEST

START_TEST(answers_are_told_by_the_labels_of_the_form)
{
	assert_changes("{\"answers\":{\"goal\":\"a\",\"plan\":{\"weeks\":1},\"plain\":[1,2]}}",
		       "{\"answers\":{\"goal\":\"b\",\"plan\":{\"weeks\":2},\"plain\":[2,1]}}",
		       "[" CHANGE("/answers/goal", "M\xc3\xa5l", "null", "changed", "\"a\"",
				  "\"b\"")
		       "," CHANGE("/answers/plan/weeks", "Uker", "null", "changed", "1", "2")
		       "," CHANGE("/answers/plain", "plain", "null", "changed", "[1,2]", "[2,1]")
		       "]");
}
END_TEST

START_TEST(what_was_not_there_before_is_added_and_null_is_not_there)
{
	assert_changes("{\"answers\":{\"old\":1},\"startsOn\":null}",
		       "{\"answers\":{\"stage\":2},\"startsOn\":\"2026-01-01\"}",
		       "[" CHANGE("/startsOn", "oppstart", "null", "added", "null",
				  "\"2026-01-01\"")
		       "," CHANGE("/answers/old", "old", "null", "removed", "1", "null")
		       "," CHANGE("/answers/stage", "stage", "null", "added", "null", "2")
		       "]");
}
END_TEST

START_TEST(firms_are_known_by_their_number)
{
	assert_changes("{\"firms\":[" FIRM("1", "1") "," FIRM("2", "1") "]}",
		       "{\"firms\":[" FIRM("3", "1") "," FIRM("1", "2") "]}",
		       "[" CHANGE("/firms/1/stage", "trinn", "{\"orgnr\":\"1\"}", "changed",
				  "1", "2")
		       "," CHANGE("/firms/1", "bedrift", "{\"orgnr\":\"2\"}", "removed",
				  FIRM("2", "1"), "null")
		       "," CHANGE("/firms/0", "bedrift", "{\"orgnr\":\"3\"}", "added", "null",
				  FIRM("3", "1"))
		       "]");
}
END_TEST

#define KNOWN(group) "{\"costGroup\":\"" group "\",\"description\":\"x\"}"

START_TEST(of_costs_alike_the_first_is_held_against_the_first)
{
	assert_changes("{\"costs\":[" COST("a", "x", "1") "," COST("a", "x", "2") "]}",
		       "{\"costs\":[" COST("b", "x", "1") "," COST("a", "x", "5") "]}",
		       "[" CHANGE("/costs/1/amountOre", "bel\xc3\xb8p i \xc3\xb8re", KNOWN("a"),
				  "changed", "1", "5")
		       "," CHANGE("/costs/1", "kostnad", KNOWN("a"), "removed",
				  COST("a", "x", "2"), "null")
		       "," CHANGE("/costs/0", "kostnad", KNOWN("b"), "added", "null",
				  COST("b", "x", "1"))
		       "]");
}
END_TEST

#define FAGPARTNER(role, hours)                                                                    \
	"{\"hours\":" hours ",\"name\":\"A\",\"orgnr\":\"1\",\"role\":\"" role "\"}"
#define IN_ROLE(role) "{\"orgnr\":\"1\",\"role\":\"" role "\"}"

START_TEST(a_fagpartner_in_another_role_is_the_same)
{
	assert_changes("{\"fagpartnere\":[" FAGPARTNER("x", "5") "," FAGPARTNER("y", "6") "]}",
		       "{\"fagpartnere\":[" FAGPARTNER("z", "7") "," FAGPARTNER("x", "5") "]}",
		       "[" CHANGE("/fagpartnere/0/hours", "timer", IN_ROLE("z"), "changed", "6",
				  "7")
		       "," CHANGE("/fagpartnere/0/role", "rolle", IN_ROLE("z"), "changed",
				  "\"y\"", "\"z\"")
		       "]");
	assert_changes("{\"fagpartnere\":[" FAGPARTNER("x", "5") "," FAGPARTNER("y", "6") "]}",
		       "{\"fagpartnere\":[" FAGPARTNER("z", "5") "]}",
		       "[" CHANGE("/fagpartnere/0/role", "rolle", IN_ROLE("z"), "changed",
				  "\"x\"", "\"z\"")
		       "," CHANGE("/fagpartnere/1", "fagpartner", IN_ROLE("y"), "removed",
				  FAGPARTNER("y", "6"), "null")
		       "]");
}
END_TEST

#define PARTNER(id, kind, task)                                                                    \
	"{\"id\":\"" id "\",\"kind\":\"" kind "\",\"orgnr\":\"1\",\"task\":\"" task "\"}"

START_TEST(of_partners_what_was_agreed_is_told_and_not_our_number)
{
	assert_changes("{\"partners\":[" PARTNER("7", "firm", "Måler") "]}",
		       "{\"partners\":[" PARTNER("8", "hub", "Prøver") "]}",
		       "[" CHANGE("/partners/0/kind", "slag", "{\"orgnr\":\"1\"}", "changed",
				  "\"firm\"", "\"hub\"")
		       "," CHANGE("/partners/0/task", "oppgave", "{\"orgnr\":\"1\"}", "changed",
				  "\"Måler\"", "\"Prøver\"")
		       "]");
}
END_TEST

START_TEST(members_of_ours_are_told_in_the_readers_language)
{
	compare_in(LANGUAGE_EN, "{\"title\":\"a\"}", "{\"title\":\"b\"}");
	ck_assert_ptr_nonnull(strstr(buf_text(&out), "\"label\":\"title\""));
	compare_in(LANGUAGE_NB, "{\"title\":\"a\"}", "{\"title\":\"b\"}");
	ck_assert_ptr_nonnull(strstr(buf_text(&out), "\"label\":\"tittel\""));
}
END_TEST

RUN_TESTS(TEST(what_is_the_same_is_not_told_whatever_its_order),
	  TEST(answers_are_told_by_the_labels_of_the_form),
	  TEST(what_was_not_there_before_is_added_and_null_is_not_there),
	  TEST(firms_are_known_by_their_number),
	  TEST(of_costs_alike_the_first_is_held_against_the_first),
	  TEST(a_fagpartner_in_another_role_is_the_same),
	  TEST(of_partners_what_was_agreed_is_told_and_not_our_number),
	  TEST(members_of_ours_are_told_in_the_readers_language))
