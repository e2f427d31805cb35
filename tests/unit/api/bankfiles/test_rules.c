#include "api/bankfiles/bankfiles.h"

#include "api/bankfiles/entries.h"
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
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301, 0},
			      {2, KID_B, "part_paid", 500, 302, 0}};
	struct bank_file_facts facts = {.owed = owed, .n_owed = 2};
	struct bankfile_payment payments[] = {paid("A", KID_B, 500), paid("B", KID_A, 400),
					      paid("C", KID_A, 600), paid("D", KID_A, 1)};

	read_file(&facts, payments, 4);
	assert_none();
	ck_assert_int_eq(matched(0), 2);
	ck_assert_int_eq(matched(1), 1);
	ck_assert_int_eq(matched(2), 1);
	ck_assert_int_eq(matched(3), 1);
	ck_assert_uint_eq(effects.n_matched, 4);
	ck_assert_int_eq(owed[0].open_ore, 1000);
}
END_TEST

START_TEST(the_rest_is_for_a_person)
{
	struct owed owed[] = {{1, KID_A, "waived", 0, 301, 0}, {2, KID_B, "due", 500, 302, 0}};
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

START_TEST(a_payment_that_waits_for_a_person_says_why)
{
	static const char *const whys[] = {NULL,	   "parts_differ", "not_booked", "no_kid",
					   "kid_not_owed", "not_payable",  NULL};
	struct owed owed[] = {{1, KID_A, "invoiced", 500, 301, 0}, {2, KID_B, "waived", 0, 302, 0}};
	struct bank_file_facts facts = {.today = 20, .owed = owed, .n_owed = 2};
	struct bankfile_payment payments[] = {paid("A", KID_A, 300),	  paid("B", NULL, 300),
					      paid("C", KID_A, 100),	  paid("D", NULL, 300),
					      paid("E", "12345674", 300), paid("F", KID_B, 300),
					      paid("G", KID_A, 201)};

	payments[1].is_lump = true;
	payments[0].booked_on = 20;
	payments[2].booked_on = 21;
	read_file(&facts, payments, 7);
	assert_none();
	ck_assert_uint_eq(effects.n_matched, 2);
	for (size_t i = 0; i < 7; i++)
		ck_assert_pstr_eq(effects.matches[i].why, whys[i]);
}
END_TEST

static struct bankfile_payment names(const char *kid, const char *other, int64_t amount_ore)
{
	return (struct bankfile_payment){
		.reference = kid,
		.text_kids = {kid, other},
		.n_text_kids = other == NULL ? 1 : 2,
		.amount_ore = amount_ore,
	};
}

START_TEST(a_message_pays_the_one_open_share_that_it_names)
{
	static const char *const whys[] = {NULL,	  "several_kids", NULL,
					   "not_payable", "no_kid",	  "not_payable"};
	struct owed owed[] = {{1, KID_A, "invoiced", 500, 301, 0},
			      {2, KID_B, "part_paid", 200, 302, 0},
			      {3, "602243", "paid", 0, 303, 0}};
	struct bank_file_facts facts = {.owed = owed, .n_owed = 3};
	struct bankfile_payment payments[] = {
		names(KID_A, "18", 500),  names(KID_A, KID_B, 200),   names(KID_B, NULL, 300),
		names("602243", NULL, 5), names("12345674", NULL, 5), names(KID_A, NULL, 400),
	};

	read_file(&facts, payments, 6);
	assert_none();
	for (size_t i = 0; i < 6; i++)
		ck_assert_pstr_eq(effects.matches[i].why, whys[i]);
	ck_assert_int_eq(matched(0), 1);
	ck_assert_int_eq(matched(2), 2);
	ck_assert_uint_eq(effects.n_matched, 2);
}
END_TEST

START_TEST(a_payment_counts_once)
{
	int64_t known[] = {0};
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301, 0}};
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
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301, 0}};
	struct bank_file_facts facts = {.today = 1, .owed = owed, .n_owed = 1};
	struct bankfile_payment payments[] = {paid("1", KID_A, 100), paid("1", KID_A, 200),
					      paid("1", KID_A, 100), paid("1", KID_A, 200)};

	payments[2].booked_on = 1;
	read_file(&facts, payments, 4);
	ck_assert_uint_eq(effects.n_matched, 3);
	ck_assert_uint_eq(effects.n_known, 1);
	ck_assert(effects.matches[3].is_known);
}
END_TEST

START_TEST(each_known_payment_may_be_one_of_the_file)
{
	struct bank_perhaps perhaps[] = {{0, 70}, {0, 71}, {1, 70}, {1, 71},
					 {2, 70}, {2, 71}, {3, 70}, {3, 71}};
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301, 0}};
	struct bank_file_facts facts = {
		.perhaps = perhaps, .n_perhaps = 8, .owed = owed, .n_owed = 1};
	struct bankfile_payment payments[] = {paid("A", KID_A, 100), paid("A", KID_A, 100),
					      paid("B", KID_A, 100), paid("C", KID_A, 100)};

	read_file(&facts, payments, 4);
	ck_assert_str_eq(effects.matches[0].why, "perhaps_known");
	ck_assert_int_eq(effects.matches[0].perhaps_id, 70);
	ck_assert(effects.matches[1].is_known);
	ck_assert_int_eq(effects.matches[2].perhaps_id, 71);
	ck_assert_int_eq(effects.matches[3].perhaps_id, 0);
	ck_assert_int_eq(matched(3), 1);
	ck_assert_uint_eq(effects.n_matched, 1);
}
END_TEST

START_TEST(what_the_bank_takes_back_pays_nothing)
{
	static const char *const whys[] = {"reversed", "reversal", NULL, "reversed", NULL};
	int64_t reversed[] = {3};
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301, 0}};
	struct bank_file_facts facts = {
		.today = 2, .reversed = reversed, .n_reversed = 1, .owed = owed, .n_owed = 1};
	struct bankfile_payment payments[] = {paid("A", KID_A, 100), paid("A", KID_A, 100),
					      paid("A", KID_A, 101), paid("B", KID_A, 100),
					      paid("A", KID_A, 100)};

	payments[1].is_reversal = true;
	payments[4].booked_on = 1;
	read_file(&facts, payments, 5);
	ck_assert_uint_eq(effects.n_known, 0);
	for (size_t i = 0; i < 5; i++)
		ck_assert_pstr_eq(effects.matches[i].why, whys[i]);
}
END_TEST

START_TEST(money_out_is_kept_that_names_a_payment_or_what_is_owed)
{
	int64_t reversing[] = {1, 2};
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301, 0}};
	struct bank_file_facts facts = {
		.reversing = reversing, .n_reversing = 2, .owed = owed, .n_owed = 1};
	struct bankfile_payment payments[] = {paid("A", KID_A, 100), paid("B", NULL, 100),
					      paid("C", NULL, 100),  paid("D", KID_B, 100),
					      paid("E", KID_A, 100), paid("A", NULL, 100),
					      paid("F", NULL, 100),  paid("F", NULL, 100)};

	for (size_t i = 1; i < 8; i++)
		payments[i].is_reversal = payments[i].is_out = true;
	payments[2].is_made = true; /* told of alike, which says little */
	payments[6].text_kids[0] = KID_A;
	payments[6].n_text_kids = 1;
	payments[7].booked_on = 1;
	read_file(&facts, payments, 8);
	ck_assert_uint_eq(effects.n_skipped, 3);
	ck_assert(effects.matches[2].is_skipped && effects.matches[3].is_skipped &&
		  effects.matches[7].is_skipped);
	ck_assert_str_eq(effects.matches[0].why, "reversed");
	for (size_t i = 1; i < 7; i++)
		ck_assert_pstr_eq(effects.matches[i].why, i == 2 || i == 3 ? NULL : "reversal");
}
END_TEST

START_TEST(other_money_and_what_came_before_the_claim_pays_nothing_by_itself)
{
	struct owed owed[] = {{1, KID_A, "invoiced", 1000, 301, 20}};
	struct bank_file_facts facts = {.today = 30, .owed = owed, .n_owed = 1};
	struct bankfile_payment payments[] = {paid("A", KID_A, 100), paid("B", KID_A, 100),
					      paid("C", KID_A, 100)};

	payments[0].booked_on = payments[1].booked_on = 20;
	payments[0].currency = "EUR";
	payments[2].booked_on = 19;
	read_file(&facts, payments, 3);
	ck_assert_str_eq(effects.matches[0].why, "other_currency");
	ck_assert_int_eq(matched(1), 1);
	ck_assert_str_eq(effects.matches[2].why, "before_claim");
}
END_TEST

START_TEST(what_is_no_payment_in_kroner_is_not_matched_or_split)
{
	struct bank_entry_facts facts = {.state = "unmatched", .currency = "EUR"};

	for (int i = 0; i < 2; i++) {
		begin();
		decide_match(&facts, NULL, &problems);
		assert_one(PROBLEM_NO_PAYMENT, NULL);
		assert_arg(0, i == 0 ? "@other-currency" : "@reversal");
		begin();
		decide_split(&facts, NULL, &problems);
		assert_one(PROBLEM_NO_PAYMENT, NULL);
		begin();
		decide_return_payment(&facts, &problems);
		assert_none();
		facts.currency = "NOK";
		facts.is_reversal = true;
	}
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

START_TEST(a_file_of_another_account_is_refused)
{
	struct bank_file_facts facts = {.other_account = "86011117947"};

	read_file(&facts, NULL, 0);
	assert_one(PROBLEM_BANK_FILE_ACCOUNT, "#/content");
	assert_arg(0, "86011117947");
}
END_TEST

START_TEST(what_is_no_bank_file_is_told_with_its_line)
{
	struct bank_file_facts facts = {0};
	struct bank_file_input input = {.is_base64 = true, .line = 3};

	for (int fault = BANKFILE_OK + 1; fault <= BANKFILE_ACCOUNTS; fault++) {
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
	static const char *const bad[] = {"due", "waived", "credited"};
	struct bank_entry_facts facts = {
		.state = "unmatched", .amount_ore = 900, .currency = "NOK", .has_owed = true};
	struct match_input input = {.copayment_id = 1};

	for (size_t i = 0; i < 3; i++) {
		facts.owed = (struct owed){1, KID_A, good[i], 100, 301, 0};
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

START_TEST(nothing_is_matched_before_the_day_that_it_is_booked)
{
	struct bank_entry_facts facts = {
		.state = "unmatched", .today = 20, .booked_on = 21, .currency = "NOK"};

	begin();
	decide_match(&facts, NULL, &problems);
	assert_one(PROBLEM_NOT_BOOKED, NULL);
	facts.booked_on = 20;
	begin();
	decide_match(&facts, NULL, &problems);
	assert_none();
}
END_TEST

START_TEST(what_may_be_known_or_came_early_counts_for_a_reason)
{
	int64_t amounts_ore[] = {400, 500};
	struct match_input input = {.copayment_id = 1};
	struct split_input parts = {.amounts_ore = amounts_ore, .n = 2};
	struct bank_entry_facts facts = {
		.state = "unmatched",
		.today = 20,
		.booked_on = 10,
		.amount_ore = 900,
		.currency = "NOK",
		.why = "perhaps_known",
		.perhaps_id = 83,
		.has_perhaps = true,
		.owed = {1, KID_A, "invoiced", 900, 301, 10},
		.has_owed = true,
	};

	for (int i = 0; i < 2; i++) {
		enum problem_code doubt = i == 0 ? PROBLEM_PERHAPS_COUNTED : PROBLEM_BEFORE_CLAIM;

		begin();
		decide_match(&facts, NULL, &problems);
		assert_none();
		warn_of_payment(&facts, &problems);
		assert_one(doubt, NULL);
		begin();
		decide_match(&facts, &input, &problems);
		assert_one(doubt, "#/reason");
		assert_arg(0, i == 0 ? "83" : "1970-01-11");
		begin();
		decide_split(&facts, &parts, &problems);
		assert_one(doubt, "#/reason");
		input.reason = parts.reason = "Avdrag";
		begin();
		decide_match(&facts, &input, &problems);
		decide_split(&facts, &parts, &problems);
		assert_none();
		input.reason = parts.reason = NULL;
		facts.has_perhaps = false;
		facts.why = "before_claim";
	}
	facts.why = "reopened";
	facts.owed.raised_on = 11;
	begin();
	decide_match(&facts, &input, &problems);
	assert_one(PROBLEM_BEFORE_CLAIM, "#/reason");
}
END_TEST

START_TEST(what_the_bank_took_back_does_not_count)
{
	struct bank_entry_facts facts = {
		.state = "unmatched", .currency = "NOK", .reversed_by = 93, .is_reversed = true};

	begin();
	decide_match(&facts, NULL, &problems);
	assert_one(PROBLEM_PAYMENT_REVERSED, NULL);
	assert_arg(0, "93");
	begin();
	decide_split(&facts, NULL, &problems);
	assert_one(PROBLEM_PAYMENT_REVERSED, NULL);
	begin();
	decide_return_payment(&facts, &problems);
	decide_ignore(&facts, NULL, &problems);
	assert_none();
}
END_TEST

START_TEST(what_takes_back_a_payment_is_ignored_when_that_does_not_count)
{
	struct ignore_input input = {.reason = "Sett"};
	struct bank_entry_facts facts = {
		.state = "unmatched",
		.currency = "NOK",
		.is_reversal = true,
		.reverses = 92,
		.has_reverses = true,
		.is_reversed_counted = true,
	};

	begin();
	decide_ignore(&facts, NULL, &problems);
	assert_none();
	decide_ignore(&facts, &input, &problems);
	assert_one(PROBLEM_REVERSED_COUNTS, NULL);
	assert_arg(0, "92");
	begin();
	decide_return_payment(&facts, &problems);
	assert_one(PROBLEM_REVERSED_COUNTS, NULL);
	input.is_nothing = true;
	begin();
	decide_ignore(&facts, &input, &problems);
	assert_none();
	input.has_reverses = true;
	decide_ignore(&facts, &input, &problems);
	assert_one(PROBLEM_REVERSED_COUNTS, NULL);
	facts.has_reverses = facts.is_reversed_counted = false;
	begin();
	decide_ignore(&facts, &input, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/reversesId");
}
END_TEST

START_TEST(parts_come_to_all_of_a_payment)
{
	int64_t amounts_ore[] = {400, 599, 1};
	struct split_input input = {.amounts_ore = amounts_ore, .n = 3};
	struct bank_entry_facts facts = {
		.state = "unmatched", .amount_ore = 1000, .currency = "NOK"};

	begin();
	decide_split(&facts, &input, &problems);
	assert_none();
	input.n = 2;
	begin();
	decide_split(&facts, &input, &problems);
	assert_one(PROBLEM_SPLIT_NOT_WHOLE, "#/amountsOre");
	assert_arg(0, "9,99");
	facts.state = "matched";
	begin();
	decide_split(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* The state that a share of 1000 is in without a payment of it. */
static const char *without(const char *state, int64_t open_ore, int64_t paid_ore, int64_t ore)
{
	struct reopen_effects undone = {0};
	struct bank_entry_facts facts = {
		.caller = {.is_person = true},
		.state = "matched",
		.amount_ore = ore,
		.owed = {1, KID_A, state, open_ore, 301, 0},
		.has_owed = true,
		.paid_ore = paid_ore,
	};

	begin();
	decide_reopen(&facts, &undone, &problems);
	assert_none();
	return undone.owed_state;
}

START_TEST(without_a_payment_a_share_is_what_is_left_of_it)
{
	ck_assert_str_eq(without("paid", 0, 1000, 1000), "invoiced");
	ck_assert_str_eq(without("paid", 0, 1000, 400), "part_paid");
	ck_assert_str_eq(without("paid", -500, 1500, 500), "paid");
	ck_assert_str_eq(without("paid", -500, 1500, 501), "part_paid");
	ck_assert_str_eq(without("part_paid", 600, 400, 400), "invoiced");
	ck_assert_str_eq(without("part_paid", 600, 400, 399), "part_paid");
	ck_assert_str_eq(without("waived", 0, 400, 400), "invoiced");
	ck_assert_str_eq(without("written_off", 0, 400, 1), "part_paid");
	ck_assert_str_eq(without("credited", -1000, 1000, 1000), "credited");
	ck_assert_str_eq(without("credited", -1000, 1000, 400), "credited");
}
END_TEST

START_TEST(what_was_refunded_stays_paid)
{
	struct reopen_effects undone;
	struct bank_entry_facts facts = {
		.caller = {.is_person = true},
		.state = "matched",
		.amount_ore = 1000,
		.owed = {1, KID_A, "paid", 0, 301, 0},
		.has_owed = true,
		.paid_ore = 1500,
		.refunded_ore = 200,
	};

	begin();
	decide_reopen(&facts, &undone, &problems);
	assert_one(PROBLEM_REFUNDED_ON, NULL);
	assert_arg(0, "2");
	facts.owed.open_ore = -1000; /* as much has come since */
	begin();
	decide_reopen(&facts, &undone, &problems);
	assert_none();
	facts.is_relief_asked = true;
	begin();
	decide_reopen(&facts, &undone, &problems);
	assert_one(PROBLEM_RELIEF_ASKED, NULL);
}
END_TEST

START_TEST(a_person_undoes_what_was_done)
{
	static const char *const done[] = {"matched", "ignored", "returned"};
	struct reopen_effects undone;
	struct bank_entry_facts facts = {.caller = {.is_person = true}};

	for (size_t i = 0; i < 3; i++) {
		facts.state = done[i];
		begin();
		decide_reopen(&facts, &undone, &problems);
		assert_none();
	}
	facts.caller.is_person = false;
	begin();
	decide_reopen(&facts, &undone, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	facts.caller.is_person = true;
	facts.state = "unmatched";
	begin();
	decide_reopen(&facts, &undone, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(what_a_person_saw_to_stands)
{
	static const char *const done[] = {"matched", "ignored", "returned"};
	struct bank_entry_facts facts = {.state = "unmatched", .currency = "NOK"};

	begin();
	decide_match(&facts, NULL, &problems);
	decide_ignore(&facts, NULL, &problems);
	decide_return_payment(&facts, &problems);
	assert_none();
	for (size_t i = 0; i < 3; i++) {
		facts.state = done[i];
		begin();
		decide_match(&facts, NULL, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		begin();
		decide_ignore(&facts, NULL, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		begin();
		decide_return_payment(&facts, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

RUN_TESTS(TEST(payments_find_what_they_pay_by_kid), TEST(the_rest_is_for_a_person),
	  TEST(a_payment_that_waits_for_a_person_says_why),
	  TEST(a_message_pays_the_one_open_share_that_it_names), TEST(a_payment_counts_once),
	  TEST(of_one_reference_another_day_or_amount_is_another_payment),
	  TEST(each_known_payment_may_be_one_of_the_file),
	  TEST(what_the_bank_takes_back_pays_nothing),
	  TEST(money_out_is_kept_that_names_a_payment_or_what_is_owed),
	  TEST(other_money_and_what_came_before_the_claim_pays_nothing_by_itself),
	  TEST(what_is_no_payment_in_kroner_is_not_matched_or_split), TEST(a_file_is_read_once),
	  TEST(a_file_of_another_account_is_refused),
	  TEST(what_is_no_bank_file_is_told_with_its_line),
	  TEST(what_may_be_known_or_came_early_counts_for_a_reason),
	  TEST(what_the_bank_took_back_does_not_count),
	  TEST(what_takes_back_a_payment_is_ignored_when_that_does_not_count),
	  TEST(a_person_matches_also_what_is_too_much), TEST(what_a_person_saw_to_stands),
	  TEST(nothing_is_matched_before_the_day_that_it_is_booked),
	  TEST(without_a_payment_a_share_is_what_is_left_of_it), TEST(what_was_refunded_stays_paid),
	  TEST(parts_come_to_all_of_a_payment), TEST(a_person_undoes_what_was_done))
