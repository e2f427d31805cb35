#include "api/setup/stages.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { N = 3 };

/* Three stages, each open to who has completed the one before and attended. */
static struct gate_input gates[N][2];
static struct stage_input stages[N];

static void make_stages(void)
{
	static const size_t n_gates[N] = {1, 1, 2};

	gates[0][0] = (struct gate_input){.kind = "assessed"};
	for (int i = 1; i < N; i++)
		gates[i][0] = (struct gate_input){
			.kind = "stage_completed", .requires_stage = i, .has_stage = true};
	gates[2][1] =
		(struct gate_input){.kind = "attendance", .percent = 80, .has_percent = true};
	for (size_t i = 0; i < N; i++)
		stages[i] = (struct stage_input){
			.number = (int64_t)i + 1, .gates = gates[i], .n_gates = n_gates[i]};
}

/* The first is Trinn 0, which nobody enrols in or completes. */
static void begin_with_mobilisation(void)
{
	make_stages();
	stages[0].number = 0;
	stages[0].n_gates = 0;
	gates[1][0] = (struct gate_input){.kind = "assessed"};
}

static void decide(void)
{
	begin();
	check_stages(stages, N, &problems);
}

START_TEST(stages_build_on_each_other)
{
	make_stages();
	decide();
	assert_none();
}
END_TEST

START_TEST(stages_have_ascending_numbers)
{
	make_stages();
	stages[1].number = 3;
	decide();
	assert_found(PROBLEM_STAGE_NUMBERS, "#/stages/2/number");
	make_stages();
	stages[1].number = 0;
	decide();
	assert_found(PROBLEM_STAGE_NUMBERS, "#/stages/1/number");
}
END_TEST

START_TEST(a_gate_requires_a_lower_stage_and_only_one_of_completion_does)
{
	const char *at = "#/stages/1/gates/0/requiresStage";

	make_stages();
	gates[1][0].requires_stage = 2;
	decide();
	assert_one(PROBLEM_STAGE_GATE, at);
	assert_arg(0, "2");
	gates[1][0].requires_stage = 3;
	decide();
	assert_one(PROBLEM_STAGE_GATE, at);
	gates[1][0].has_stage = false;
	decide();
	assert_one(PROBLEM_FIELD_REQUIRED, at);
	gates[1][0] = (struct gate_input){.kind = "assessed", .has_stage = true};
	decide();
	assert_one(PROBLEM_FIELD_UNKNOWN, at);
}
END_TEST

START_TEST(nobody_completes_mobilisation_or_passes_a_gate_into_it)
{
	begin_with_mobilisation();
	decide();
	assert_none();
	gates[1][0] = (struct gate_input){.kind = "stage_completed", .has_stage = true};
	decide();
	assert_one(PROBLEM_STAGE_GATE, "#/stages/1/gates/0/requiresStage");
	begin_with_mobilisation();
	stages[0].n_gates = 1;
	decide();
	assert_one(PROBLEM_GATE_VOID, "#/stages/0/gates/0/kind");
}
END_TEST

START_TEST(attendance_and_deliverables_are_of_a_stage_below_that_firms_enrol_in)
{
	begin_with_mobilisation();
	gates[1][0] = (struct gate_input){.kind = "deliverable_accepted"};
	decide();
	assert_one(PROBLEM_GATE_VOID, "#/stages/1/gates/0/kind");
	make_stages();
	gates[0][0] =
		(struct gate_input){.kind = "attendance", .percent = 80, .has_percent = true};
	decide();
	assert_one(PROBLEM_GATE_VOID, "#/stages/0/gates/0/kind");
	assert_arg(0, "1");
}
END_TEST

START_TEST(a_copayment_is_settled_of_a_stage_below_that_has_a_price)
{
	static const struct gate_input settled = {.kind = "copayment_settled"};

	make_stages();
	gates[2][1] = settled;
	stages[2].has_price = true;
	stages[2].price_ore = 100;
	decide();
	assert_one(PROBLEM_GATE_VOID, "#/stages/2/gates/1/kind");
	assert_arg(0, "3");
	stages[1].has_cap = true;
	stages[1].cap_ore = 100;
	decide();
	assert_none();
	stages[1].has_price = true;
	decide();
	assert_one(PROBLEM_GATE_VOID, "#/stages/2/gates/1/kind");
}
END_TEST

START_TEST(a_profile_has_parts)
{
	make_stages();
	stages[1].has_profile = true;
	decide();
	assert_one(PROBLEM_PROFILE_EMPTY, "#/stages/1/profile");
	stages[1].profile.green_parts = 1;
	decide();
	assert_none();
}
END_TEST

START_TEST(a_gate_is_asked_once)
{
	make_stages();
	gates[2][1] = gates[2][0];
	decide();
	assert_one(PROBLEM_FIELD_NOT_UNIQUE, "#/stages/2/gates/1");
	gates[2][1].requires_stage = 1;
	decide();
	assert_none();
}
END_TEST

START_TEST(a_percentage_belongs_to_attendance)
{
	make_stages();
	gates[2][1].has_percent = false;
	decide();
	assert_one(PROBLEM_FIELD_REQUIRED, "#/stages/2/gates/1/percent");
	gates[2][1] = (struct gate_input){.kind = "assessed", .has_percent = true};
	decide();
	assert_one(PROBLEM_FIELD_UNKNOWN, "#/stages/2/gates/1/percent");
}
END_TEST

static void price(int64_t price_ore, int64_t cap_ore, int64_t value_ore)
{
	make_stages();
	stages[2].price_ore = price_ore;
	stages[2].has_price = price_ore >= 0;
	stages[2].cap_ore = cap_ore;
	stages[2].has_cap = cap_ore >= 0;
	stages[2].value_ore = value_ore;
	stages[2].has_value = value_ore >= 0;
	decide();
}

START_TEST(a_price_is_at_most_its_cap)
{
	price(1200000, 1200000, -1);
	assert_none();
	price(1200000, -1, -1);
	assert_none();
	price(1200001, 1200000, -1);
	assert_one(PROBLEM_PRICE_OVER_CAP, "#/stages/2/priceOre");
	assert_arg(0, "12\u00a0000");
}
END_TEST

START_TEST(nobody_pays_for_trinn_0_in_which_nobody_enrols)
{
	begin_with_mobilisation();
	stages[0].has_cap = true;
	stages[0].cap_ore = 0;
	decide();
	assert_none();
	stages[0].cap_ore = 1;
	decide();
	assert_one(PROBLEM_FIELD_UNKNOWN, "#/stages/0/priceCapOre");
	stages[0].has_price = true;
	stages[0].price_ore = 1;
	decide();
	assert_one(PROBLEM_FIELD_UNKNOWN, "#/stages/0/priceOre");
}
END_TEST

START_TEST(what_a_firm_may_be_asked_to_pay_is_at_most_what_it_gets)
{
	price(1000000, 1200000, 1000000);
	assert_none();
	price(-1, 1200000, 1200000);
	assert_none();
	price(-1, -1, 0);
	assert_none();
	price(-1, 1200000, 1199999);
	assert_one(PROBLEM_VALUE_UNDER_PRICE, "#/stages/2/serviceValueOre");
	price(1200000, -1, 1199999);
	assert_one(PROBLEM_VALUE_UNDER_PRICE, "#/stages/2/serviceValueOre");
	assert_arg(0, "12\u00a0000");
}
END_TEST

START_TEST(advice_leads_on_to_a_stage_there_is)
{
	make_stages();
	stages[0].has_next = true;
	stages[0].next_stage = 3;
	decide();
	assert_none();
	stages[0].next_stage = 4;
	decide();
	assert_one(PROBLEM_NEXT_STAGE, "#/stages/0/nextStage");
	stages[0].next_stage = 1;
	decide();
	assert_one(PROBLEM_NEXT_STAGE, "#/stages/0/nextStage");
}
END_TEST

RUN_TESTS(TEST(stages_build_on_each_other), TEST(stages_have_ascending_numbers),
	  TEST(a_gate_requires_a_lower_stage_and_only_one_of_completion_does),
	  TEST(nobody_completes_mobilisation_or_passes_a_gate_into_it),
	  TEST(attendance_and_deliverables_are_of_a_stage_below_that_firms_enrol_in),
	  TEST(a_copayment_is_settled_of_a_stage_below_that_has_a_price),
	  TEST(a_profile_has_parts),
	  TEST(a_gate_is_asked_once),
	  TEST(a_percentage_belongs_to_attendance), TEST(a_price_is_at_most_its_cap),
	  TEST(nobody_pays_for_trinn_0_in_which_nobody_enrols),
	  TEST(what_a_firm_may_be_asked_to_pay_is_at_most_what_it_gets),
	  TEST(advice_leads_on_to_a_stage_there_is))
