#include "api/notifications/notifications.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static void settle(const char *state, bool is_person)
{
	struct delivery_facts facts = {
		.caller = {.role = "caseworker", .is_person = is_person, .person_id = 7},
		.state = state,
	};

	begin();
	decide_settle_delivery(&facts, &problems);
}

START_TEST(what_failed_is_settled_by_a_person_and_nothing_else_is)
{
	static const char *const others[] = {"queued", "sending", "sent", "settled", "dropped"};

	settle("failed", true);
	assert_none();
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		settle(others[i], true);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
	settle("failed", false);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

static struct settings_facts chosen(void)
{
	return (struct settings_facts){
		.caller = PERSON("firm", "firm", 7, 301),
		.address = "a@b.no",
		.asked_address = "ny@b.no",
		.code_id = 3,
		.code_sha256 = "00",
		.tries = 1,
		.tries_max = 5,
		.codes_by_person_max = 5,
		.codes_to_address_max = 3,
	};
}

static struct settings_effects save(struct settings_facts facts, const char *by_email,
				    const char *address)
{
	struct settings_input input = {"nb", by_email, address};
	struct settings_effects effects = {0};

	begin();
	decide_save_settings(&facts, &input, &effects, &problems);
	return effects;
}

START_TEST(a_new_address_stands_beside_the_one_that_is_used)
{
	struct settings_effects effects = save(chosen(), "all", "annen@b.no");

	assert_none();
	ck_assert_str_eq(effects.address, "a@b.no");
	ck_assert_str_eq(effects.asked_address, "annen@b.no");
	ck_assert(effects.is_asked_anew);
}
END_TEST

START_TEST(one_that_is_asked_for_already_is_sent_no_code)
{
	struct settings_facts facts = chosen();
	struct settings_effects effects;

	facts.codes_by_person = 5;
	effects = save(facts, "asks", "ny@b.no");
	assert_none();
	ck_assert_str_eq(effects.asked_address, "ny@b.no");
	ck_assert(!effects.is_asked_anew);
}
END_TEST

START_TEST(with_the_address_that_is_used_or_none_nothing_is_asked_for)
{
	struct settings_effects effects = save(chosen(), "all", "a@b.no");

	assert_none();
	ck_assert_str_eq(effects.address, "a@b.no");
	ck_assert_ptr_null(effects.asked_address);
	effects = save(chosen(), "none", NULL);
	assert_none();
	ck_assert_ptr_null(effects.address);
	ck_assert_ptr_null(effects.asked_address);
}
END_TEST

START_TEST(who_wants_email_says_where_to)
{
	save(chosen(), "asks", NULL);
	assert_one(PROBLEM_EMAIL_ADDRESS_MISSING, "#/address");
}
END_TEST

START_TEST(codes_are_few)
{
	struct settings_facts facts = chosen();

	facts.codes_by_person = 4;
	facts.codes_to_address = 2;
	save(facts, "all", "annen@b.no");
	assert_none();
	facts.codes_to_address = 3;
	save(facts, "all", "annen@b.no");
	assert_one(PROBLEM_CODES_TO_ADDRESS, "#/address");
	facts.codes_by_person = 5;
	save(facts, "all", "annen@b.no");
	assert_one(PROBLEM_CODES_BY_YOU, "#/address");
	begin();
	decide_send_code(&facts, &problems);
	assert_one(PROBLEM_CODES_BY_YOU, NULL);
}
END_TEST

START_TEST(a_machine_reads_no_email)
{
	struct settings_facts facts = chosen();

	facts.caller.is_person = false;
	save(facts, "none", NULL);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

static void confirm(struct settings_facts facts, bool fits)
{
	begin();
	decide_confirm_address(&facts, fits, &problems);
}

START_TEST(an_address_is_confirmed_by_its_code)
{
	struct settings_facts facts = chosen();

	facts.tries = 5;
	confirm(facts, true);
	assert_none();
	facts.tries = 3;
	confirm(facts, false);
	assert_one(PROBLEM_CODE_WRONG, "#/code");
	assert_arg(0, "2");
}
END_TEST

START_TEST(a_code_is_tried_so_often_and_lives_so_long)
{
	struct settings_facts facts = chosen();

	facts.tries = 6;
	confirm(facts, true);
	assert_one(PROBLEM_CODE_SPENT, NULL);
	facts.is_expired = true;
	confirm(facts, true);
	assert_one(PROBLEM_CODE_EXPIRED, NULL);
	facts = chosen();
	facts.code_sha256 = NULL;
	confirm(facts, false);
	assert_one(PROBLEM_CODE_UNSENT, NULL);
}
END_TEST

START_TEST(without_an_address_nothing_is_confirmed)
{
	struct settings_facts facts = chosen();

	facts.asked_address = NULL;
	confirm(facts, true);
	assert_one(PROBLEM_NO_ADDRESS_ASKED, NULL);
	begin();
	decide_send_code(&facts, &problems);
	assert_one(PROBLEM_NO_ADDRESS_ASKED, NULL);
}
END_TEST

RUN_TESTS(TEST(what_failed_is_settled_by_a_person_and_nothing_else_is),
	  TEST(a_new_address_stands_beside_the_one_that_is_used),
	  TEST(one_that_is_asked_for_already_is_sent_no_code),
	  TEST(with_the_address_that_is_used_or_none_nothing_is_asked_for),
	  TEST(who_wants_email_says_where_to), TEST(codes_are_few), TEST(a_machine_reads_no_email),
	  TEST(an_address_is_confirmed_by_its_code),
	  TEST(a_code_is_tried_so_often_and_lives_so_long),
	  TEST(without_an_address_nothing_is_confirmed))
