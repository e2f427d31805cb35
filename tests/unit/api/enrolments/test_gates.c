#include "api/enrolments/enrolments.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

/* Of the third stage. */
static void assert_closed(struct enrolment_facts *facts, struct gate *gate, const char *words)
{
	facts->gates = gate;
	facts->n_gates = 1;
	begin();
	check_gates(facts, 3, &problems);
	assert_one(PROBLEM_GATE_CLOSED, NULL);
	assert_arg(0, "3");
	assert_arg(1, words);
}

static void assert_open(struct enrolment_facts *facts, struct gate *gate)
{
	facts->gates = gate;
	facts->n_gates = 1;
	begin();
	check_gates(facts, 3, &problems);
	assert_none();
}

START_TEST(an_assessment_opens_the_gate_that_asks_for_one)
{
	struct gate gate = { .stage = 3, .kind = "assessed" };
	struct enrolment_facts facts = { .n_gates = 0 };

	assert_closed(&facts, &gate, "@gate.assessed");
	facts.way.is_assessed = true;
	assert_open(&facts, &gate);
}
END_TEST

START_TEST(the_stage_that_is_asked_for_was_completed_in_any_round)
{
	struct gate gate = {
		.stage = 3, .kind = "stage_completed", .requires_stage = 2, .has_stage = true
	};
	struct enrolment_facts facts = { .n_gates = 0 };
	int64_t completed[] = { 1, 2 };

	facts.way.completed = completed;
	facts.way.n_completed = 1;
	assert_closed(&facts, &gate, "@gate.stage_completed 2");
	facts.way.n_completed = 2;
	assert_open(&facts, &gate);
}
END_TEST

START_TEST(co_payments_of_the_stages_below_are_settled)
{
	struct gate gate = { .stage = 3, .kind = "copayment_settled" };
	struct enrolment_facts facts = { .n_gates = 0 };
	int64_t unsettled = 2;

	assert_open(&facts, &gate);
	facts.way.unsettled = &unsettled;
	facts.way.n_unsettled = 1;
	assert_closed(&facts, &gate, "@gate.copayment_settled");
	unsettled = 3;
	assert_open(&facts, &gate);
}
END_TEST

START_TEST(attendance_is_a_share_of_the_sessions_held_below)
{
	struct gate gate = { .stage = 3, .kind = "attendance", .percent = 75, .has_percent = true };
	struct enrolment_facts facts = { .n_gates = 0 };
	struct session_facts sessions[] = { { 2, true }, { 2, true }, { 2, true },
					    { 1, false }, { 3, false } };

	assert_closed(&facts, &gate, "@gate.attendance 75 %");
	facts.way.sessions = sessions;
	facts.way.n_sessions = 5;
	assert_open(&facts, &gate);
	sessions[0].attended = false;
	assert_closed(&facts, &gate, "@gate.attendance 75 %");
}
END_TEST

START_TEST(a_deliverable_of_a_stage_below_is_accepted)
{
	struct gate gate = { .stage = 3, .kind = "deliverable_accepted" };
	struct enrolment_facts facts = { .n_gates = 0 };
	int64_t accepted = 3;

	facts.way.accepted = &accepted;
	facts.way.n_accepted = 1;
	assert_closed(&facts, &gate, "@gate.deliverable_accepted");
	accepted = 2;
	assert_open(&facts, &gate);
}
END_TEST

START_TEST(a_gate_that_was_waived_is_open_one_that_is_only_asked_for_is_not)
{
	struct gate gate = { .stage = 3, .kind = "assessed" };
	struct waiver waiver = { .stage = 3, .gate = "assessed", .state = "asked" };
	struct enrolment_facts facts = { .n_gates = 0 };

	facts.waivers = &waiver;
	facts.n_waivers = 1;
	assert_closed(&facts, &gate, "@gate.assessed");
	waiver.state = "given";
	assert_open(&facts, &gate);
	waiver.stage = 2;
	assert_closed(&facts, &gate, "@gate.assessed");
}
END_TEST

START_TEST(gates_of_other_stages_do_not_stand_in_the_way)
{
	struct gate gate = { .stage = 3, .kind = "assessed" };
	struct enrolment_facts facts = { .n_gates = 0 };

	facts.gates = &gate;
	facts.n_gates = 1;
	begin();
	check_gates(&facts, 2, &problems);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(an_assessment_opens_the_gate_that_asks_for_one),
	  TEST(the_stage_that_is_asked_for_was_completed_in_any_round),
	  TEST(co_payments_of_the_stages_below_are_settled),
	  TEST(attendance_is_a_share_of_the_sessions_held_below),
	  TEST(a_deliverable_of_a_stage_below_is_accepted),
	  TEST(a_gate_that_was_waived_is_open_one_that_is_only_asked_for_is_not),
	  TEST(gates_of_other_stages_do_not_stand_in_the_way))
