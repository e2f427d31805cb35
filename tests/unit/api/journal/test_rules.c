#include "api/journal/journal.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000 };

static struct journal_post_facts in_state(const char *state)
{
	return (struct journal_post_facts){
		.caller = {.role = "archivist", .is_person = true, .person_id = 7},
		.state = state,
		.is_file = true,
		.today = TODAY,
	};
}

static void classify(const char *state, const char *exemption, const char *public_title)
{
	struct journal_post_facts facts = in_state(state);
	struct journal_classification input = {exemption, public_title, "grunn"};

	begin();
	decide_classify_post(&facts, &input, &problems);
}

static void correct(const char *state, struct journal_correction input)
{
	struct journal_post_facts facts = in_state(state);

	begin();
	decide_correct_post(&facts, &input, &problems);
}

START_TEST(only_what_is_exempt_has_a_title_for_the_public)
{
	classify("M", NULL, "Søknad");
	assert_one(PROBLEM_SHIELDED_WITHOUT_BASIS, "#/publicTitle");
	classify("M", "offl-13-trade", "Søknad");
	assert_none();
	classify("M", "offl-13-trade", NULL);
	assert_none();
	classify("M", NULL, NULL);
	assert_none();
}
END_TEST

START_TEST(a_post_whose_file_holds_a_fodselsnummer_stays_exempt)
{
	struct journal_post_facts facts = in_state("M");
	struct journal_classification input = {.reason = "grunn"};

	facts.holds_fnr = true;
	begin();
	decide_classify_post(&facts, &input, &problems);
	assert_one(PROBLEM_FNR_EXEMPT, "#/exemption");
	input.exemption = "offl-26";
	begin();
	decide_classify_post(&facts, &input, &problems);
	assert_none();
	begin();
	decide_classify_post(&facts, NULL, &problems);
	assert_none();
}
END_TEST

START_TEST(what_is_archived_may_be_corrected_and_what_is_void_may_not)
{
	struct journal_correction title = {.title = "En annen", .reason = "grunn"};

	correct("A", title);
	assert_none();
	classify("A", "offl-14", NULL);
	assert_none();
	correct("U", title);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	classify("U", NULL, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_correction_says_what)
{
	correct("J", (struct journal_correction){.reason = "grunn"});
	assert_one(PROBLEM_NOTHING_CORRECTED, NULL);
	correct("J", (struct journal_correction){.post_type = "I"});
	assert_none();
	correct("J", (struct journal_correction){.document_type = "KLAGE"});
	assert_none();
}
END_TEST

START_TEST(no_document_is_of_a_day_to_come)
{
	correct("M",
		(struct journal_correction){.document_date = TODAY + 1, .has_document_date = true});
	assert_one(PROBLEM_DATE_FUTURE, "#/documentDate");
	correct("M",
		(struct journal_correction){.document_date = TODAY, .has_document_date = true});
	assert_none();
}
END_TEST

START_TEST(a_post_is_checked_once_and_void_only_before_it_is_archived)
{
	static const struct {
		const char *state;
		bool may_check;
		bool may_void;
	} rows[] = {{"M", true, true},	{"E", true, true},   {"F", true, true},
		    {"J", false, true}, {"A", false, false}, {"U", false, false}};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct journal_post_facts facts = in_state(rows[i].state);

		begin();
		decide_check_post(&facts, &problems);
		ck_assert_int_eq(problems_any(&problems), !rows[i].may_check);
		begin();
		decide_void_post(&facts, &problems);
		ck_assert_int_eq(problems_any(&problems), !rows[i].may_void);
	}
}
END_TEST

START_TEST(what_stands_is_not_taken_out)
{
	struct journal_post_facts facts = in_state("J");

	facts.is_file = false;
	begin();
	decide_void_post(&facts, &problems);
	assert_one(PROBLEM_POST_STANDS, NULL);
}
END_TEST

START_TEST(a_machine_checks_nothing)
{
	struct journal_post_facts facts = in_state("M");

	facts.caller.is_person = false;
	begin();
	decide_check_post(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

RUN_TESTS(TEST(only_what_is_exempt_has_a_title_for_the_public),
	  TEST(a_post_whose_file_holds_a_fodselsnummer_stays_exempt),
	  TEST(what_is_archived_may_be_corrected_and_what_is_void_may_not),
	  TEST(a_correction_says_what), TEST(no_document_is_of_a_day_to_come),
	  TEST(a_post_is_checked_once_and_void_only_before_it_is_archived),
	  TEST(what_stands_is_not_taken_out), TEST(a_machine_checks_nothing))
