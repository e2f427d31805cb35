#include "api/copayments/copayments.h"
#include "api/copayments/raise.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	RAISER = 11,
	CHECKER,
	ASKER,
	HUB = 101,
	COUNTY = 1,
	TODAY = 20000, /* a day */
};

/* ---- raising */

static struct stage_price priced_stage(void)
{
	return (struct stage_price){
		.cap_ore = 1200000,
		.vat_mode = "exempt",
		.vat_bp = 2500,
		.has_vat = true,
		.declaration_days = 90,
	};
}

static struct new_copayment_input asked(int64_t amount_ore)
{
	return (struct new_copayment_input){
		.amount_ore = amount_ore,
		.service_ore = 4000000,
		.has_amount = true,
		.has_service = true,
		.declaration = {.by = "Daglig leder", .on_day = TODAY},
	};
}

static struct new_copayment_effects effects;

static void decide(const struct stage_price *price, const struct new_copayment_input *input)
{
	begin();
	effects = (struct new_copayment_effects){0};
	decide_raise_copayment(price, 2, input, TODAY, &effects, &problems);
}

START_TEST(a_firm_owes_at_most_the_price_of_the_stage)
{
	struct stage_price price = priced_stage();
	struct new_copayment_input input = asked(1200000);

	decide(&price, &input);
	assert_none();
	ck_assert_int_eq(effects.aid_ore, 2800000);
	input.amount_ore++;
	decide(&price, &input);
	assert_one(PROBLEM_COPAYMENT_OVER_CAP, "#/copayment/amountOre");
	assert_arg(0, "12\u00a0000");
}
END_TEST

START_TEST(aid_is_reckoned_without_value_added_tax)
{
	struct stage_price price = priced_stage();
	struct new_copayment_input input = asked(1000001);

	price.vat_mode = "standard";
	decide(&price, &input);
	assert_none();
	ck_assert_int_eq(effects.vat_ore, 200000);
	ck_assert_int_eq(effects.aid_ore, 4000000 - 800001);
	price.has_vat = false;
	decide(&price, &input);
	assert_one(PROBLEM_RULE_MISSING, NULL);
	price.vat_mode = "outside";
	decide(&price, &input);
	assert_none();
	ck_assert_int_eq(effects.vat_ore, 0);
}
END_TEST

START_TEST(a_declaration_is_no_older_than_the_county_allows)
{
	struct stage_price price = priced_stage();
	struct new_copayment_input input = asked(1200000);

	input.declaration.on_day = TODAY - 90;
	decide(&price, &input);
	assert_none();
	input.declaration.on_day--;
	decide(&price, &input);
	assert_one(PROBLEM_DECLARATION_OLD, "#/copayment/declaration/onDay");
	assert_arg(1, "90");
}
END_TEST

START_TEST(what_the_stage_says_stands)
{
	struct stage_price price = priced_stage();
	struct new_copayment_input input = asked(0);

	price.has_price = price.has_service = true;
	price.price_ore = 900000;
	price.service_ore = 3000000;
	input.has_amount = input.has_service = false;
	decide(&price, &input);
	assert_none();
	ck_assert_int_eq(effects.amount_ore, 900000);
	ck_assert_int_eq(effects.aid_ore, 2100000);
	input = asked(900001);
	input.has_service = false;
	decide(&price, &input);
	assert_one(PROBLEM_STAGE_SAYS, "#/copayment/amountOre");
	input = asked(900000);
	decide(&price, &input);
	assert_one(PROBLEM_STAGE_SAYS, "#/copayment/serviceValueOre");
}
END_TEST

START_TEST(what_it_leaves_open_the_hub_says)
{
	struct stage_price price = priced_stage();
	struct new_copayment_input input = asked(1000);

	input.has_amount = input.has_service = false;
	input.amount_ore = input.service_ore = 0;
	decide(&price, &input);
	assert_found(PROBLEM_FIELD_REQUIRED, "#/copayment/amountOre");
	assert_found(PROBLEM_FIELD_REQUIRED, "#/copayment/serviceValueOre");
	ck_assert_uint_eq(problems.n, 2);
}
END_TEST

START_TEST(nobody_pays_more_than_the_service_is_worth)
{
	struct stage_price price = priced_stage();
	struct new_copayment_input input = asked(1200000);

	input.service_ore = 1200000;
	decide(&price, &input);
	assert_none();
	ck_assert_int_eq(effects.aid_ore, 0);
	input.service_ore--;
	decide(&price, &input);
	assert_one(PROBLEM_COPAYMENT_OVER_VALUE, "#/copayment/amountOre");
}
END_TEST

START_TEST(a_place_in_a_priced_stage_takes_a_declaration)
{
	struct stage_price price = priced_stage();

	decide(&price, NULL);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/copayment");
	price.has_price = true;
	price.price_ore = 900000;
	decide(&price, NULL);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/copayment");
}
END_TEST

START_TEST(a_free_stage_takes_none)
{
	struct stage_price price = priced_stage();
	struct new_copayment_input input = asked(1000);

	price.cap_ore = 0;
	decide(&price, NULL);
	assert_none();
	ck_assert(!effects.is_raised);
	decide(&price, &input);
	assert_one(PROBLEM_STAGE_FREE, "#/copayment");
	price = priced_stage();
	price.has_price = true; /* nothing, whatever the cap */
	decide(&price, &input);
	assert_one(PROBLEM_STAGE_FREE, "#/copayment");
}
END_TEST

START_TEST(aid_is_declared_today_or_before)
{
	struct stage_price price = priced_stage();
	struct new_copayment_input input = asked(1000);

	input.declaration.on_day = TODAY + 1;
	decide(&price, &input);
	assert_one(PROBLEM_DATE_FUTURE, "#/copayment/declaration/onDay");
	input.declaration.on_day = TODAY - 1;
	input.declaration.received = (struct declared_aid[]){{TODAY - 1}, {TODAY}};
	input.declaration.n_received = 2;
	decide(&price, &input);
	assert_one(PROBLEM_DATE_FUTURE, "#/copayment/declaration/received/1/grantedOn");
}
END_TEST

/* ---- what becomes of one */

static struct copayment_facts owed(const char *state)
{
	return (struct copayment_facts){
		.caller = PERSON("hub_signatory", "hub", RAISER, HUB),
		.today = TODAY,
		.id = 7,
		.state = state,
		.creditor_id = HUB,
		.creditor_orgnr = "910000101",
		.has_account = true,
		.open_ore = 1200000,
		.due_on = TODAY - 1,
		.has_due = true,
		.raised_by = RAISER,
		.aid_checked_by = CHECKER,
	};
}

START_TEST(aid_is_declared_anew_until_somebody_rests_on_it)
{
	struct copayment_facts facts = owed("due");
	struct declaration input = {.by = "Daglig leder", .on_day = TODAY};

	facts.aid_checked_by = 0;
	begin();
	decide_declare_aid(&facts, &input, &problems);
	assert_none();
	facts.aid_checked_by = CHECKER;
	input.on_day = TODAY + 1;
	begin();
	decide_declare_aid(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_FUTURE, "#/onDay");
	input.on_day = TODAY;
	facts.has_refused = true;
	begin();
	decide_declare_aid(&facts, &input, &problems);
	assert_one(PROBLEM_DECLARATION_GROUNDS, "#/reason");
	facts.caller.kind = "firm";
	begin();
	decide_declare_aid(&facts, &input, &problems);
	assert_none();
	facts.has_relief = true;
	begin();
	decide_declare_aid(&facts, NULL, &problems);
	assert_one(PROBLEM_RELIEF_ASKED, NULL);
	facts = owed("due");
	facts.has_settled = true;
	begin();
	decide_declare_aid(&facts, NULL, &problems);
	assert_one(PROBLEM_AID_SETTLED, NULL);
	facts = owed("invoiced");
	begin();
	decide_declare_aid(&facts, NULL, &problems);
	assert_found(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(the_creditor_invoices_once_the_aid_is_checked)
{
	struct copayment_facts facts = owed("due");
	struct due_input input = {TODAY};

	begin();
	decide_invoice(&facts, &input, &problems);
	assert_none();
	facts.aid_checked_by = 0;
	begin();
	decide_invoice(&facts, &input, &problems);
	assert_one(PROBLEM_AID_UNCHECKED, NULL);
	facts.is_aid_refused = true;
	begin();
	decide_invoice(&facts, &input, &problems);
	assert_one(PROBLEM_AID_REFUSED, NULL);
	facts = owed("due");
	facts.has_account = false;
	begin();
	decide_invoice(&facts, &input, &problems);
	assert_one(PROBLEM_CREDITOR_NO_ACCOUNT, NULL);
	assert_arg(0, "910000101");
	facts.creditor_id = COUNTY;
	begin();
	decide_invoice(&facts, NULL, &problems);
	assert_one(PROBLEM_NOT_CREDITOR, NULL);
	facts = owed("invoiced");
	begin();
	decide_invoice(&facts, NULL, &problems);
	assert_found(PROBLEM_STATE_CONFLICT, NULL);
	facts = owed("due");
	input.due_on = TODAY + DUE_DAYS_MAX + 1;
	begin();
	decide_invoice(&facts, &input, &problems);
	assert_one(PROBLEM_DUE_LATE, "#/dueOn");
	input.due_on = TODAY - 1;
	begin();
	decide_invoice(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_PASSED, "#/dueOn");
}
END_TEST

START_TEST(a_firm_is_reminded_twice_each_time_after_the_day)
{
	struct copayment_facts facts = owed("part_paid");

	begin();
	decide_remind(&facts, NULL, &problems);
	assert_none();
	facts.due_on = TODAY;
	begin();
	decide_remind(&facts, NULL, &problems);
	assert_one(PROBLEM_NOT_OVERDUE, NULL);
	facts.reminders = 2;
	begin();
	decide_remind(&facts, NULL, &problems);
	assert_one(PROBLEM_REMINDERS_SPENT, NULL);
}
END_TEST

START_TEST(what_was_paid_too_much_is_refunded_by_two_persons_and_no_more)
{
	struct copayment_facts facts = owed("paid");
	struct asked_refund_input asked_refund = {500};
	struct refund_input input = {TODAY, "B1"};

	facts.open_ore = -500;
	begin();
	decide_ask_refund(&facts, &asked_refund, &problems);
	assert_none();
	decide_refund(&facts, &input, &problems);
	assert_one(PROBLEM_NO_REFUND, NULL);
	asked_refund.amount_ore++;
	begin();
	decide_ask_refund(&facts, &asked_refund, &problems);
	assert_one(PROBLEM_REFUND_EXCEEDED, NULL);
	facts.refund_asked_by = RAISER;
	facts.refund_ore = 500;
	begin();
	decide_refund(&facts, &input, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.refund_asked_by = ASKER;
	begin();
	decide_refund(&facts, &input, &problems);
	assert_none();
	facts.refundable_from = TODAY;
	facts.has_refundable = true;
	input.paid_on = TODAY - 1;
	begin();
	decide_refund(&facts, &input, &problems);
	assert_one(PROBLEM_REFUND_EARLY, "#/paidOn");
	input.paid_on = TODAY;
	facts.open_ore = -499; /* a payment turned out to be another's */
	begin();
	decide_refund(&facts, &input, &problems);
	assert_one(PROBLEM_REFUND_EXCEEDED, NULL);
	facts.open_ore = -500;
	facts.state = "credited";
	input.paid_on = TODAY + 1;
	begin();
	decide_refund(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_FUTURE, "#/paidOn");
}
END_TEST

/* As permitted-actions asks. */
START_TEST(without_input_it_is_only_asked_whether_it_may_be_done)
{
	struct copayment_facts facts = owed("due");

	begin();
	decide_invoice(&facts, NULL, &problems);
	assert_none();
	facts.state = "invoiced";
	facts.due_on = TODAY - 1;
	facts.has_due = true;
	begin();
	decide_remind(&facts, NULL, &problems);
	assert_none();
	facts.state = "paid";
	facts.open_ore = 0;
	begin();
	decide_ask_refund(&facts, NULL, &problems);
	assert_one(PROBLEM_REFUND_EXCEEDED, NULL);
	facts.open_ore = -1;
	begin();
	decide_ask_refund(&facts, NULL, &problems);
	assert_none();
}
END_TEST

START_TEST(a_kid_is_made_of_creditor_and_number)
{
	char kid[KID_SIZE];

	copayment_kid("910000101", 7, kid);
	ck_assert_uint_eq(strlen(kid), 20);
	ck_assert(strncmp(kid, "9100001010000000007", 19) == 0);
	ck_assert(kid_is_valid(KID_MOD10, kid));
	copayment_kid("910000101", 999999999999999, kid);
	ck_assert(kid_is_valid(KID_MOD10, kid));
}
END_TEST

RUN_TESTS(TEST(a_firm_owes_at_most_the_price_of_the_stage),
	  TEST(aid_is_reckoned_without_value_added_tax), TEST(what_the_stage_says_stands),
	  TEST(what_it_leaves_open_the_hub_says), TEST(nobody_pays_more_than_the_service_is_worth),
	  TEST(a_place_in_a_priced_stage_takes_a_declaration), TEST(a_free_stage_takes_none),
	  TEST(aid_is_declared_today_or_before),
	  TEST(a_declaration_is_no_older_than_the_county_allows),
	  TEST(aid_is_declared_anew_until_somebody_rests_on_it),
	  TEST(the_creditor_invoices_once_the_aid_is_checked),
	  TEST(a_firm_is_reminded_twice_each_time_after_the_day),
	  TEST(what_was_paid_too_much_is_refunded_by_two_persons_and_no_more),
	  TEST(without_input_it_is_only_asked_whether_it_may_be_done),
	  TEST(a_kid_is_made_of_creditor_and_number))
