#include "api/enrolments/move.h"
#include "api/enrolments/steps.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { CLERK = 12 };

static int64_t new_stages[] = { 1, 2 };
static struct moved_facts firm;
static int64_t asked = 17;
static const struct move_input to_second = {
	.to_version = 2, .enrolments = &asked, .n_enrolments = 1
};

static struct move_facts of_firm(const char *state, int64_t stage)
{
	firm = (struct moved_facts){ .id = 17,
				     .state = state,
				     .stage = stage,
				     .has_stage = stage > 0,
				     .programme_version = 1 };
	return (struct move_facts){ .caller = PERSON("programme_lead", "county", CLERK, 1),
				    .stages = new_stages,
				    .n_stages = 2,
				    .enrolments = &firm,
				    .n_enrolments = 1 };
}

static void move(const struct move_facts *facts)
{
	begin();
	decide_move_one(facts, &to_second, 0, &problems);
}

static struct problems each[3];

static void step(const struct stepping_firm *firms, size_t n, const struct steps_input *input)
{
	struct steps_facts facts = { .firms = (struct stepping_firm *)(uintptr_t)firms,
				     .n_firms = n };

	begin();
	for (size_t i = 0; i < 3; i++)
		problems_init(&each[i], problems.arena);
	decide_steps(&facts, input, each, &problems);
}

static void assert_told_of(size_t i, enum problem_code code)
{
	ck_assert_uint_eq(each[i].n, 1);
	ck_assert_int_eq(each[i].list[0].code, code);
}

START_TEST(of_several_firms_each_takes_the_step_or_is_told_why_not)
{
	struct stepping_firm firms[] = {
		{ .facts = { .caller = PERSON("hub_editor", "hub", 11, 101),
			     .id = 7,
			     .state = "active" } },
		{ .facts = { .caller = PERSON("hub_editor", "hub", 11, 101),
			     .id = 8,
			     .state = "enrolled" } },
	};
	int64_t ids[] = { 8, 7, 9 };
	struct steps_input input = { .step = "complete", .enrolments = ids, .n_enrolments = 3 };

	step(firms, 2, &input);
	assert_none();
	assert_told_of(0, PROBLEM_STATE_CONFLICT);
	ck_assert_uint_eq(each[1].n, 0);
	assert_told_of(2, PROBLEM_UNKNOWN_REFERENCE);
	ck_assert_str_eq(each[2].list[0].pointer, "#/enrolmentIds/2");
	input.step = "start";
	step(firms, 2, &input);
	ck_assert_uint_eq(each[0].n, 0);
	assert_told_of(1, PROBLEM_STATE_CONFLICT);
	input.step = "finish";
	step(firms, 2, &input);
	assert_told_of(0, PROBLEM_STATE_CONFLICT);
	input.has_stage = true;
	step(firms, 2, &input);
	assert_one(PROBLEM_FIELD_UNKNOWN, "#/stage");
}
END_TEST

START_TEST(of_several_that_enrol_the_first_get_the_places_that_are_free)
{
	struct stage_facts stage = { .number = 1, .n_free = 1, .has_limit = true };
	struct stepping_firm firms[3];
	int64_t ids[] = { 7, 8, 9 };
	struct steps_input input = { .step = "enrol",
				     .stage = 1,
				     .has_stage = true,
				     .enrolments = ids,
				     .n_enrolments = 3 };

	for (size_t i = 0; i < 3; i++)
		firms[i] = (struct stepping_firm){ .facts = { .id = ids[i],
							      .state = "prospect",
							      .programme_state = "active",
							      .recommended = 1,
							      .has_recommended = i > 0,
							      .stages = &stage,
							      .n_stages = 1 } };
	step(firms, 3, &input);
	assert_none();
	assert_told_of(0, PROBLEM_STAGE_NOT_RECOMMENDED);
	ck_assert_uint_eq(each[1].n, 0);
	assert_told_of(2, PROBLEM_STAGE_FULL);
	input.has_stage = false;
	step(firms, 3, &input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/stage");
}
END_TEST

START_TEST(a_firm_moves_to_a_version_that_has_its_stage)
{
	struct move_facts facts = of_firm("prospect", 0);

	move(&facts);
	assert_none();
	facts = of_firm("active", 2);
	move(&facts);
	assert_none();
	facts = of_firm("active", 3);
	move(&facts);
	assert_one(PROBLEM_STAGE_UNKNOWN, NULL);
	assert_arg(0, "1, 2");
}
END_TEST

START_TEST(no_price_falls_on_a_firm_that_came_in_without)
{
	struct stage_price price = {.cap_ore = 1200000};
	struct move_facts facts = of_firm("active", 2);

	firm.price = price;
	firm.has_price = true;
	move(&facts);
	assert_one(PROBLEM_STAGE_PRICED, NULL);
	firm.owes = true;
	move(&facts);
	assert_none();
	facts = of_firm("waiting", 2);
	firm.price = price;
	firm.has_price = true;
	move(&facts);
	assert_none();
}
END_TEST

/* Enrolled for a share of 12 000 in a service worth 42 000. */
static struct move_facts of_owing(const char *state, const char *share)
{
	struct move_facts facts = of_firm(state, 2);

	firm.owes = firm.has_share = firm.has_price = true;
	firm.share = (struct held_share){share, 1200000, 4200000};
	firm.price = (struct stage_price){.cap_ore = 1200000};
	return facts;
}

START_TEST(a_firm_that_is_to_be_billed_moves_to_what_it_was_enrolled_for_alone)
{
	struct move_facts facts = of_owing("enrolled", "due");

	move(&facts);
	assert_none();
	firm.price = (struct stage_price){.price_ore = 800000, .has_price = true};
	move(&facts);
	assert_one(PROBLEM_STAGE_REPRICED, NULL);
	assert_arg(0, "12\xc2\xa0" "000 / 42\xc2\xa0" "000");
	assert_arg(1, "8\xc2\xa0" "000 / 42\xc2\xa0" "000");
	firm.price = (struct stage_price){.cap_ore = 1199999};
	move(&facts);
	assert_one(PROBLEM_STAGE_REPRICED, NULL);
	firm.price = (struct stage_price){
		.cap_ore = 1200000, .service_ore = 3000000, .has_service = true};
	move(&facts);
	assert_one(PROBLEM_STAGE_REPRICED, NULL);
	firm.price = (struct stage_price){.cap_ore = 0};
	move(&facts);
	assert_one(PROBLEM_STAGE_REPRICED, NULL);
	firm.has_share = false;
	move(&facts);
	assert_none();
}
END_TEST

START_TEST(who_is_billed_or_has_begun_keeps_its_price_and_is_told)
{
	static const char *const kept[][2] = {{"enrolled", "invoiced"}, {"active", "due"}};

	for (size_t i = 0; i < 2; i++) {
		struct move_facts facts = of_owing(kept[i][0], kept[i][1]);

		firm.price.cap_ore = 800000;
		move(&facts);
		assert_none();
		warn_of_move(&firm, &problems);
		assert_one(PROBLEM_STAGE_PRICE_STAYS, NULL);
	}
}
END_TEST

START_TEST(who_waits_is_told_which_gates_of_the_version_are_shut)
{
	static struct gate gates[] = { { .stage = 2, .kind = "assessed" },
				       { .stage = 3, .kind = "assessed" } };
	static struct waiver waiver = { .stage = 2, .gate = "assessed", .state = "given" };

	of_firm("waiting", 2);
	firm.gates = gates;
	firm.n_gates = 2;
	begin();
	warn_of_move(&firm, &problems);
	assert_one(PROBLEM_GATE_CLOSED, NULL);
	assert_arg(0, "2");
	firm.waivers = &waiver;
	firm.n_waivers = 1;
	begin();
	warn_of_move(&firm, &problems);
	assert_none();
}
END_TEST

START_TEST(nobody_is_moved_who_is_there_or_through_or_unknown)
{
	struct move_facts facts = of_firm("active", 1);

	firm.programme_version = 2;
	move(&facts);
	assert_one(PROBLEM_VERSION_SAME, NULL);
	facts = of_firm("finished", 1);
	move(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.n_enrolments = 0;
	move(&facts);
	assert_one(PROBLEM_NOT_FOUND, NULL);
}
END_TEST

START_TEST(a_person_moves_to_a_version_that_exists)
{
	struct move_facts facts = of_firm("active", 1);

	begin();
	decide_move(&facts, &problems);
	assert_none();
	facts.n_stages = 0;
	begin();
	decide_move(&facts, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/toVersion");
	facts = of_firm("active", 1);
	facts.caller.is_person = false;
	begin();
	decide_move(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

RUN_TESTS(TEST(of_several_firms_each_takes_the_step_or_is_told_why_not),
	  TEST(of_several_that_enrol_the_first_get_the_places_that_are_free),
	  TEST(a_firm_moves_to_a_version_that_has_its_stage),
	  TEST(no_price_falls_on_a_firm_that_came_in_without),
	  TEST(a_firm_that_is_to_be_billed_moves_to_what_it_was_enrolled_for_alone),
	  TEST(who_is_billed_or_has_begun_keeps_its_price_and_is_told),
	  TEST(who_waits_is_told_which_gates_of_the_version_are_shut),
	  TEST(nobody_is_moved_who_is_there_or_through_or_unknown),
	  TEST(a_person_moves_to_a_version_that_exists))
