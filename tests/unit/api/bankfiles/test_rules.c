#include "api/bankfiles/bankfiles.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

#define KID_A "91000010100000000070"
#define KID_B "91000010100000000088"

static struct bank_file_effects effects;

static struct bankfile_payment paid(const char *reference, const char *kid, int64_t amount_ore)
{
	return (struct bankfile_payment){
		.reference = reference, .kid = kid, .amount_ore = amount_ore};
}

static void read_file(struct bank_file_facts *facts, struct bankfile_payment *payments, size_t n)
{
	struct bank_file_input input = {
		.is_base64 = true,
		.file = {.format = "csv", .payments = payments, .n = n},
	};

	begin();
	effects = (struct bank_file_effects){0};
	decide_read_bank_file(facts, &input, &effects, &problems);
}

/* Index of what the payment pays, -1 for none. */
static int64_t matched(size_t i)
{
	return effects.matches[i].owed == NULL ? -1 : effects.matches[i].owed->id;
}

START_TEST(payments_find_what_they_pay_by_kid)
{
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301}, {2, KID_B, "part_paid", 500, 302}};
	struct bank_file_facts facts = {.owed = owed, .n_owed = 2};
	struct bankfile_payment payments[] = {paid("A", KID_B, 500), paid("B", KID_A, 400),
					      paid("C", KID_A, 600), paid("D", KID_A, 1)};

	read_file(&facts, payments, 4);
	assert_none();
	ck_assert_int_eq(matched(0), 2);
	ck_assert_int_eq(matched(1), 1);
	ck_assert_int_eq(matched(2), 1);
	ck_assert_int_eq(matched(3), -1);
	ck_assert_uint_eq(effects.n_matched, 3);
	ck_assert_int_eq(owed[0].open_ore, 1000);
}
END_TEST

START_TEST(the_rest_is_for_a_person)
{
	struct owed owed[] = {{1, KID_A, "paid", 0, 301}, {2, KID_B, "invoiced", 500, 302}};
	struct bank_file_facts facts = {.owed = owed, .n_owed = 2};
	struct bankfile_payment payments[] = {paid("A", KID_A, 100), paid("B", KID_B, 501),
					      paid("C", NULL, 500), paid("D", "12345674", 500)};

	read_file(&facts, payments, 4);
	assert_none();
	for (size_t i = 0; i < 4; i++)
		ck_assert_int_eq(matched(i), -1);
	ck_assert_uint_eq(effects.n_known, 0);
}
END_TEST

START_TEST(a_payment_counts_once)
{
	int64_t known[] = {0};
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301}};
	struct bank_file_facts facts = {.owed = owed, .n_owed = 1, .known = known, .n_known = 1};
	struct bankfile_payment payments[] = {paid("A", KID_A, 100), paid("B", KID_A, 100),
					      paid("B", KID_A, 100)};

	read_file(&facts, payments, 3);
	ck_assert_int_eq(matched(0), -1);
	ck_assert_int_eq(matched(1), 1);
	ck_assert_int_eq(matched(2), -1);
	ck_assert_uint_eq(effects.n_known, 2);
}
END_TEST

START_TEST(of_one_reference_another_day_or_amount_is_another_payment)
{
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301}};
	struct bank_file_facts facts = {.owed = owed, .n_owed = 1};
	struct bankfile_payment payments[] = {paid("1", KID_A, 100), paid("1", KID_A, 200),
					      paid("1", KID_A, 100), paid("1", KID_A, 200)};

	payments[2].booked_on = 1;
	read_file(&facts, payments, 4);
	ck_assert_uint_eq(effects.n_matched, 3);
	ck_assert_uint_eq(effects.n_known, 1);
	ck_assert(effects.matches[3].is_known);
}
END_TEST

START_TEST(a_file_is_read_once)
{
	struct bank_file_facts facts = {.same_file = 9, .has_same_file = true};

	read_file(&facts, NULL, 0);
	assert_one(PROBLEM_BANK_FILE_KNOWN, NULL);
	assert_arg(0, "9");
}
END_TEST

START_TEST(what_is_no_bank_file_is_told_with_its_line)
{
	struct bank_file_facts facts = {0};
	struct bank_file_input input = {.is_base64 = true, .line = 3};

	for (int fault = BANKFILE_OK + 1; fault <= BANKFILE_REFERENCE; fault++) {
		input.fault = (enum bankfile_fault)fault;
		begin();
		decide_read_bank_file(&facts, &input, &effects, &problems);
		assert_one(PROBLEM_BANK_FILE, "#/content");
		assert_arg(1, "3");
	}
	input.is_base64 = false;
	begin();
	decide_read_bank_file(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_FIELD_FORMAT, "#/content");
}
END_TEST

START_TEST(a_person_matches_also_what_is_too_much)
{
	static const char *const good[] = {"invoiced", "part_paid", "paid"};
	static const char *const bad[] = {"due", "waived", "written_off"};
	struct bank_entry_facts facts = {.state = "unmatched", .amount_ore = 900, .has_owed = true};
	struct match_input input = {1};

	for (size_t i = 0; i < 3; i++) {
		facts.owed = (struct owed){1, KID_A, good[i], 100, 301};
		begin();
		decide_match(&facts, &input, &problems);
		assert_none();
		facts.owed.state = bad[i];
		begin();
		decide_match(&facts, &input, &problems);
		assert_one(PROBLEM_NOT_PAYABLE, "#/copaymentId");
	}
	facts.has_owed = false;
	begin();
	decide_match(&facts, &input, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/copaymentId");
}
END_TEST

START_TEST(what_a_person_saw_to_stands)
{
	static const char *const done[] = {"matched", "ignored", "returned"};
	struct bank_entry_facts facts = {.state = "unmatched"};

	begin();
	decide_match(&facts, NULL, &problems);
	decide_dismiss(&facts, &problems);
	assert_none();
	for (size_t i = 0; i < 3; i++) {
		facts.state = done[i];
		begin();
		decide_match(&facts, NULL, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		begin();
		decide_dismiss(&facts, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

RUN_TESTS(TEST(payments_find_what_they_pay_by_kid), TEST(the_rest_is_for_a_person),
	  TEST(a_payment_counts_once),
	  TEST(of_one_reference_another_day_or_amount_is_another_payment),
	  TEST(a_file_is_read_once), TEST(what_is_no_bank_file_is_told_with_its_line),
	  TEST(a_person_matches_also_what_is_too_much), TEST(what_a_person_saw_to_stands))
