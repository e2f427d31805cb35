#include "api/payments/payments.h"

#include "lib/base/arena.h"
#include "tests/unit/run.h"

enum {
	REGISTRAR = 21,
	CONFIRMER,
	TODAY = 20000, /* a day */
};

static const struct caller finance = {"finance", "county", true, CONFIRMER, 1};

static struct problems fresh_problems(void)
{
	struct problems problems;

	problems_init(&problems, arena_new(1 << 16));
	return problems;
}

static void assert_none_and_end(struct problems *problems)
{
	ck_assert_uint_eq(problems->n, 0);
	arena_free(&problems->arena);
}

static void assert_one_and_end(struct problems *problems, enum problem_code code)
{
	ck_assert_uint_eq(problems->n, 1);
	ck_assert_str_eq(problem_slug(problems->list[0].code), problem_slug(code));
	arena_free(&problems->arena);
}

START_TEST(a_list_needs_a_payment_that_waits)
{
	struct new_list_facts facts = {.caller = finance};
	struct problems problems = fresh_problems();

	decide_create_list(&facts, &problems);
	assert_one_and_end(&problems, PROBLEM_NOTHING_QUEUED);
	facts.count = 1;
	problems = fresh_problems();
	decide_create_list(&facts, &problems);
	assert_none_and_end(&problems);
}
END_TEST

START_TEST(a_machine_makes_no_list_and_tells_of_no_payment)
{
	struct new_list_facts list = {.caller = {"finance", "county", false, 0, 1}, .count = 1};
	struct payment_facts payment = {.caller = list.caller, .state = "exported"};
	struct problems problems = fresh_problems();

	decide_create_list(&list, &problems);
	assert_one_and_end(&problems, PROBLEM_PERSON_REQUIRED);
	problems = fresh_problems();
	decide_register_paid(&payment, NULL, &problems);
	assert_one_and_end(&problems, PROBLEM_PERSON_REQUIRED);
	problems = fresh_problems();
	payment.state = "sent_unconfirmed";
	decide_confirm_paid(&payment, &problems);
	assert_one_and_end(&problems, PROBLEM_PERSON_REQUIRED);
}
END_TEST

START_TEST(a_payment_is_entered_from_its_list_and_confirmed_once)
{
	static const char *const states[] = {"queued", "exported", "sent_unconfirmed", "paid",
					     "failed"};

	for (int i = 0; i < 5; i++) {
		struct payment_facts facts = {.caller = finance, .state = states[i]};
		struct problems entering = fresh_problems();
		struct problems confirming = fresh_problems();

		decide_register_paid(&facts, NULL, &entering);
		decide_confirm_paid(&facts, &confirming);
		ck_assert_int_eq(problems_any(&entering), i != 1);
		ck_assert_int_eq(problems_any(&confirming), i != 2);
		arena_free(&entering.arena);
		arena_free(&confirming.arena);
	}
}
END_TEST

START_TEST(the_bank_has_not_paid_tomorrow)
{
	struct payment_facts facts = {.caller = finance, .today = TODAY, .state = "exported"};
	struct register_input input = {"B1", TODAY};
	struct problems problems = fresh_problems();

	decide_register_paid(&facts, &input, &problems);
	assert_none_and_end(&problems);
	input.paid_on++;
	problems = fresh_problems();
	decide_register_paid(&facts, &input, &problems);
	ck_assert_str_eq(problems.list[0].pointer, "#/paidOn");
	assert_one_and_end(&problems, PROBLEM_PAID_ON_FUTURE);
}
END_TEST

START_TEST(another_person_confirms)
{
	struct payment_facts facts = {
		.caller = finance, .state = "sent_unconfirmed", .registered_by = REGISTRAR};
	struct problems problems = fresh_problems();

	decide_confirm_paid(&facts, &problems);
	assert_none_and_end(&problems);
	facts.registered_by = CONFIRMER;
	problems = fresh_problems();
	decide_confirm_paid(&facts, &problems);
	assert_one_and_end(&problems, PROBLEM_FOUR_EYES);
}
END_TEST

RUN_TESTS(TEST(a_list_needs_a_payment_that_waits),
	  TEST(a_machine_makes_no_list_and_tells_of_no_payment),
	  TEST(a_payment_is_entered_from_its_list_and_confirmed_once),
	  TEST(the_bank_has_not_paid_tomorrow), TEST(another_person_confirms))
