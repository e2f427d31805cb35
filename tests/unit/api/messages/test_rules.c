#include "api/messages/messages.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, CLEAN = 1, SCANNING, INTERNAL, ELSEWHERE };

static struct message_document documents[] = {
	{CLEAN, "clean", "party"}, {SCANNING, "scanning", "party"}, {INTERNAL, "clean", "county"}};

static struct new_message_facts by(const char *kind)
{
	return (struct new_message_facts){.caller = PERSON("any", kind, 7, 1),
					  .today = TODAY,
					  .state = "submitted",
					  .documents = documents,
					  .n_documents = 3};
}

static void send(struct new_message_facts facts, struct new_message_input input)
{
	begin();
	decide_send_message(&facts, &input, &problems);
}

START_TEST(both_sides_write_in_a_case_that_is_submitted)
{
	struct new_message_facts facts = by("hub");

	send(by("county"), (struct new_message_input){.text = "x"});
	assert_none();
	send(facts, (struct new_message_input){.text = "x"});
	assert_none();
	facts.state = "draft";
	send(facts, (struct new_message_input){.text = "x"});
	assert_one(PROBLEM_CASE_NOT_SUBMITTED, NULL);
}
END_TEST

START_TEST(a_system_writes_nothing)
{
	struct new_message_facts facts = by("hub");

	facts.caller.is_person = false;
	send(facts, (struct new_message_input){.text = "x"});
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(remarks_are_the_countys)
{
	struct new_message_input remark = {.text = "x", .is_internal = true};

	send(by("county"), remark);
	assert_none();
	send(by("firm"), remark);
	assert_one(PROBLEM_REMARK_OF_PARTY, "#/isInternal");
}
END_TEST

START_TEST(the_county_asks_for_an_answer_by_a_day_to_come)
{
	struct new_message_input asks = {.text = "x", .answer_by = TODAY, .has_answer_by = true};

	send(by("county"), asks);
	assert_none();
	send(by("hub"), asks);
	assert_one(PROBLEM_ANSWER_DAY, "#/answerBy");
	asks.is_internal = true;
	send(by("county"), asks);
	assert_one(PROBLEM_ANSWER_DAY, "#/answerBy");
	asks.is_internal = false;
	asks.answer_by = TODAY - 1;
	send(by("county"), asks);
	assert_one(PROBLEM_DATE_PASSED, "#/answerBy");
}
END_TEST

static void attach(int64_t id, bool is_internal)
{
	send(by("county"), (struct new_message_input){.text = "x",
						      .is_internal = is_internal,
						      .document_ids = &id,
						      .n_document_ids = 1});
}

START_TEST(what_goes_with_it_is_of_the_case_clean_and_the_recipients_to_read)
{
	attach(CLEAN, false);
	assert_none();
	attach(ELSEWHERE, false);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/documentIds/0");
	attach(SCANNING, false);
	assert_one(PROBLEM_DOCUMENT_NOT_CLEAN, "#/documentIds/0");
	attach(INTERNAL, false);
	assert_one(PROBLEM_MESSAGE_DOCUMENT, "#/documentIds/0");
	attach(INTERNAL, true);
	assert_none();
}
END_TEST

static size_t n_warnings(const char *by_post_to, bool is_internal)
{
	struct new_message_facts facts = by("county");
	struct new_message_input input = {.text = "x", .is_internal = is_internal};

	facts.by_post_to = by_post_to;
	begin();
	warn_of_message(&facts, &input, &problems);
	return problems.n;
}

START_TEST(it_is_told_beforehand_that_it_goes_by_post)
{
	ck_assert_uint_eq(n_warnings(NULL, false), 0);
	ck_assert_uint_eq(n_warnings("Granlia", true), 0);
	ck_assert_uint_eq(n_warnings("Granlia", false), 1);
	assert_one(PROBLEM_GOES_BY_POST, NULL);
}
END_TEST

static void read_by(const char *kind, const char *side, const char *state)
{
	struct message_facts facts = {
		.caller = PERSON("any", kind, 7, 1), .state = state, .side = side};

	begin();
	decide_read_message(&facts, &problems);
}

START_TEST(the_other_side_reads_it_once)
{
	read_by("county", "applicant", "sent");
	assert_none();
	read_by("firm", "county", "sent");
	assert_none();
	read_by("hub", "applicant", "sent");
	assert_one(PROBLEM_OWN_MESSAGE, NULL);
	read_by("hub", "county", "read");
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(both_sides_write_in_a_case_that_is_submitted), TEST(a_system_writes_nothing),
	  TEST(remarks_are_the_countys), TEST(the_county_asks_for_an_answer_by_a_day_to_come),
	  TEST(what_goes_with_it_is_of_the_case_clean_and_the_recipients_to_read),
	  TEST(it_is_told_beforehand_that_it_goes_by_post), TEST(the_other_side_reads_it_once))
