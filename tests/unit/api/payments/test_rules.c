#include "api/payments/payments.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	REGISTRAR = 21,
	CONFIRMER,
	TODAY = 20000, /* a day */
};

static const struct caller finance = PERSON("finance", "county", CONFIRMER, 1);

START_TEST(a_list_needs_a_payment_that_waits)
{
	struct new_list_facts facts = { .caller = finance };

	begin();
	decide_create_list(&facts, &problems);
	assert_one(PROBLEM_NOTHING_QUEUED, NULL);
	facts.count = 1;
	begin();
	decide_create_list(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(a_machine_makes_no_list_and_tells_of_no_payment)
{
	struct new_list_facts list = {
		.caller = {.role = "finance", .kind = "county", .organisation_id = 1},
		.count = 1,
	};
	struct payment_facts payment = { .caller = list.caller, .state = "exported" };

	begin();
	decide_create_list(&list, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	begin();
	decide_register_paid(&payment, NULL, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	begin();
	payment.state = "sent_unconfirmed";
	decide_confirm_paid(&payment, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(a_payment_is_entered_from_its_list_until_it_is_confirmed)
{
	static const char *const states[] = { "queued",	  "exported", "sent_unconfirmed",
					      "accepted", "paid",     "failed" };

	for (int i = 0; i < 6; i++) {
		struct payment_facts facts = { .caller = finance, .state = states[i] };

		begin();
		decide_register_paid(&facts, NULL, &problems);
		ck_assert_int_eq(problems_any(&problems), i != 1 && i != 2);
		assert_all_told();
		begin();
		decide_confirm_paid(&facts, &problems);
		ck_assert_int_eq(problems_any(&problems), i != 2);
		assert_all_told();
	}
}
END_TEST

START_TEST(the_bank_has_not_paid_tomorrow)
{
	struct payment_facts facts = { .caller = finance, .today = TODAY, .state = "exported" };
	struct register_input input = { "B1", TODAY };

	begin();
	decide_register_paid(&facts, &input, &problems);
	assert_none();
	input.paid_on++;
	begin();
	decide_register_paid(&facts, &input, &problems);
	assert_one(PROBLEM_PAID_ON_FUTURE, "#/paidOn");
}
END_TEST

START_TEST(the_bank_has_not_paid_what_was_not_listed_yet)
{
	struct payment_facts facts = { .caller = finance,
				       .today = TODAY,
				       .state = "exported",
				       .listed_on = TODAY - 3,
				       .has_listed = true };
	struct register_input input = { "B1", TODAY - 3 };

	begin();
	decide_register_paid(&facts, &input, &problems);
	assert_none();
	input.paid_on--;
	begin();
	decide_register_paid(&facts, &input, &problems);
	assert_one(PROBLEM_PAID_ON_BEFORE_LIST, "#/paidOn");
}
END_TEST

START_TEST(another_person_confirms)
{
	struct payment_facts facts = { .caller = finance,
				       .state = "sent_unconfirmed",
				       .registered_by = REGISTRAR };

	begin();
	decide_confirm_paid(&facts, &problems);
	assert_none();
	facts.registered_by = CONFIRMER;
	begin();
	decide_confirm_paid(&facts, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

RUN_TESTS(TEST(a_list_needs_a_payment_that_waits),
	  TEST(a_machine_makes_no_list_and_tells_of_no_payment),
	  TEST(a_payment_is_entered_from_its_list_until_it_is_confirmed),
	  TEST(the_bank_has_not_paid_tomorrow),
	  TEST(the_bank_has_not_paid_what_was_not_listed_yet), TEST(another_person_confirms))
