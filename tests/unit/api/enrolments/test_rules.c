#include "api/enrolments/deliverables.h"
#include "api/enrolments/enrolments.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { HAND = 11 };

/* ---- a programme of free stages 1 to 3, without gates unless a test has them */

static struct stage_facts stages[3];

static struct enrolment_facts standing(const char *state, int64_t stage)
{
	for (size_t i = 0; i < 3; i++)
		stages[i] = (struct stage_facts){ .number = (int64_t)i + 1 };
	return (struct enrolment_facts){
		.caller = PERSON("hub_editor", "hub", HAND, 101),
		.state = state,
		.stage = stage,
		.has_stage = stage > 0,
		.passed = stage,
		.has_passed = strcmp(state, "completed") == 0,
		.programme_state = "active",
		.programme_version = 1,
		.stages = stages,
		.n_stages = 3,
	};
}

static struct enrol_effects enrol(const struct enrolment_facts *facts, int64_t stage)
{
	struct enrol_input input = { .stage = stage };
	struct enrolment_facts advised = *facts;
	struct enrol_effects effects = { .waits = false };

	advised.recommended = stage;
	advised.has_recommended = true;
	begin();
	decide_enrol(&advised, &input, &effects, &problems);
	return effects;
}

START_TEST(a_firm_enrols_in_the_stage_that_was_recommended_for_it)
{
	struct enrolment_facts facts = standing("prospect", 0);
	struct enrol_input input = { .stage = 2 };
	struct enrol_effects effects = { .waits = false };

	begin();
	decide_enrol(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_STAGE_NOT_RECOMMENDED, NULL);
	begin();
	decide_enrol(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_STAGE_NOT_RECOMMENDED, "#/stage");
	facts.recommended = 1;
	facts.has_recommended = true;
	begin();
	decide_enrol(&facts, NULL, &effects, &problems);
	assert_none();
	begin();
	decide_enrol(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_STAGE_NOT_RECOMMENDED, "#/stage");
	facts.recommended = 2;
	begin();
	decide_enrol(&facts, &input, &effects, &problems);
	assert_none();
}
END_TEST

START_TEST(from_a_completed_stage_it_goes_on_where_the_graph_advises)
{
	struct enrolment_facts facts = standing("completed", 1);
	struct enrol_input input = { .stage = 2 };
	struct enrol_effects effects = { .waits = false };

	stages[0].next = 2;
	stages[0].has_next = true;
	begin();
	decide_enrol(&facts, &input, &effects, &problems);
	assert_none();
	input.stage = 3;
	begin();
	decide_enrol(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_STAGE_NOT_RECOMMENDED, "#/stage");
}
END_TEST

START_TEST(without_gates_any_stage_is_open_to_a_new_firm)
{
	struct enrolment_facts facts = standing("prospect", 0);

	for (int64_t stage = 1; stage <= 3; stage++) {
		ck_assert(!enrol(&facts, stage).waits);
		assert_none();
	}
	facts.state = "assessed";
	enrol(&facts, 2);
	assert_none();
}
END_TEST

START_TEST(a_firm_enrols_from_where_a_stage_may_begin)
{
	static const char *const others[] = { "active", "finished", "dropped_out" };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		struct enrolment_facts facts = standing(others[i], 1);

		enrol(&facts, 2);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(after_a_stage_comes_a_higher_one)
{
	struct enrolment_facts facts = standing("completed", 2);

	enrol(&facts, 3);
	assert_none();
	enrol(&facts, 2);
	assert_one(PROBLEM_STAGE_PASSED, "#/stage");
	enrol(&facts, 1);
	assert_one(PROBLEM_STAGE_PASSED, "#/stage");
	assert_arg(0, "2");
}
END_TEST

START_TEST(who_waits_may_go_to_another_stage_above_those_completed)
{
	struct enrolment_facts facts = standing("waiting", 2);

	enrol(&facts, 1);
	assert_none();
	enrol(&facts, 3);
	assert_none();
	enrol(&facts, 2);
	assert_one(PROBLEM_STAGE_AWAITED, "#/stage");
	facts.passed = 1;
	facts.has_passed = true;
	enrol(&facts, 1);
	assert_one(PROBLEM_STAGE_PASSED, "#/stage");
	assert_arg(0, "1");
	enrol(&facts, 3);
	assert_none();
}
END_TEST

START_TEST(who_has_a_place_may_go_to_another_stage_before_its_own_begins)
{
	struct enrolment_facts facts = standing("enrolled", 2);

	ck_assert(!enrol(&facts, 1).credits);
	assert_none();
	enrol(&facts, 3);
	assert_none();
	enrol(&facts, 2);
	assert_one(PROBLEM_STAGE_HELD, "#/stage");
	facts.passed = 1;
	facts.has_passed = true;
	enrol(&facts, 1);
	assert_one(PROBLEM_STAGE_PASSED, "#/stage");
}
END_TEST

START_TEST(who_has_a_place_is_offered_another_stage_when_one_is_recommended)
{
	struct enrolment_facts facts = standing("enrolled", 2);
	struct enrol_effects effects = { .waits = false };

	facts.has_recommended = true;
	facts.recommended = 2;
	begin();
	decide_enrol(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_STAGE_HELD, "#/stage");
	facts.recommended = 3;
	begin();
	decide_enrol(&facts, NULL, &effects, &problems);
	assert_none();
}
END_TEST

START_TEST(a_place_is_given_up_for_a_queue_only_if_the_firm_says_so)
{
	struct enrolment_facts facts = standing("enrolled", 1);
	struct enrol_input input = { .stage = 2, .wait_if_full = true, .has_wait = true };
	struct enrol_effects effects = { .waits = false };

	stages[1].has_limit = true;
	enrol(&facts, 2);
	assert_one(PROBLEM_STAGE_FULL, NULL);
	facts.has_recommended = true;
	facts.recommended = 2;
	begin();
	decide_enrol(&facts, &input, &effects, &problems);
	assert_none();
	ck_assert(effects.waits);
}
END_TEST

START_TEST(what_is_owed_for_a_place_is_credited_as_it_is_given_back_unless_it_was_invoiced)
{
	static const struct {
		const char *state;
		bool is_delivered;
		bool is_credited;
		enum problem_code refusal;
	} cases[] = {
		{ "due", false, true, 0 },
		{ "credited", false, false, 0 },
		{ "due", true, false, PROBLEM_PLACE_USED },
		{ "waived", false, false, PROBLEM_PLACE_USED },
		{ "invoiced", false, false, PROBLEM_SHARE_CHARGED },
		{ "part_paid", false, false, PROBLEM_SHARE_CHARGED },
		{ "paid", false, false, PROBLEM_SHARE_CHARGED },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct enrolment_facts facts = standing("enrolled", 2);
		bool credits;

		facts.has_share = true;
		facts.share = (struct share_facts){ .state = cases[i].state,
						    .is_delivered = cases[i].is_delivered };
		credits = enrol(&facts, 3).credits;
		if (cases[i].refusal != 0) {
			assert_one(cases[i].refusal, NULL);
			assert_arg(0, "2");
			continue;
		}
		assert_none();
		ck_assert(credits == cases[i].is_credited);
	}
}
END_TEST

START_TEST(a_stage_must_be_one_of_the_version)
{
	struct enrolment_facts facts = standing("prospect", 0);

	enrol(&facts, 4);
	assert_one(PROBLEM_STAGE_UNKNOWN, "#/stage");
	assert_arg(0, "1, 2, 3");
	stages[0].number = MOBILISATION;
	enrol(&facts, MOBILISATION);
	assert_one(PROBLEM_STAGE_UNKNOWN, "#/stage");
	assert_arg(0, "2, 3");
}
END_TEST

START_TEST(nobody_enrols_in_a_programme_that_is_over_or_a_bankrupt_firm)
{
	struct enrolment_facts facts = standing("prospect", 0);

	facts.programme_state = "ended";
	enrol(&facts, 1);
	assert_one(PROBLEM_PROGRAMME_NOT_ACTIVE, NULL);
	facts = standing("prospect", 0);
	facts.is_insolvent = true;
	enrol(&facts, 1);
	assert_one(PROBLEM_APPLICANT_INSOLVENT, NULL);
}
END_TEST

START_TEST(whoever_finds_no_free_place_waits_if_it_wants_to)
{
	struct enrolment_facts facts = standing("prospect", 0);
	struct enrol_input unwilling = { .stage = 2, .has_wait = true };
	struct enrol_effects effects = { .waits = false };

	stages[1].has_limit = true;
	ck_assert(enrol(&facts, 2).waits);
	assert_none();
	ck_assert(!enrol(&facts, 1).waits);
	facts.recommended = 2;
	facts.has_recommended = true;
	begin();
	decide_enrol(&facts, &unwilling, &effects, &problems);
	assert_one(PROBLEM_STAGE_FULL, NULL);
}
END_TEST

START_TEST(a_free_place_that_others_wait_for_is_not_free)
{
	struct enrolment_facts facts = standing("prospect", 0);

	stages[0].n_ahead = 1;
	ck_assert(enrol(&facts, 1).waits);
	assert_none();
}
END_TEST

/* ---- taking a place */

static void take_place(const struct enrolment_facts *facts, const char *reason)
{
	struct take_place_input input = { .reason = reason };
	struct enrol_effects effects = { .waits = false };

	begin();
	decide_take_place(facts, &input, &effects, &problems);
}

START_TEST(a_place_in_a_priced_stage_takes_a_declaration_and_waiting_for_one_none)
{
	struct enrolment_facts facts = standing("prospect", 0);

	stages[1].price = (struct stage_price){ .cap_ore = 1200000, .vat_mode = "exempt" };
	enrol(&facts, 2);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/copayment");
	stages[1].has_limit = true;
	ck_assert(!enrol(&facts, 2).copayment.is_raised);
	assert_none();
	stages[1].has_limit = false;
	facts.state = "waiting";
	facts.stage = 2;
	facts.has_stage = true;
	take_place(&facts, NULL);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/copayment");
}
END_TEST

START_TEST(what_a_firm_owes_is_reckoned_as_it_enrols)
{
	struct enrolment_facts facts = standing("prospect", 0);
	struct enrol_input input = {
		.stage = 2,
		.copayment = { .amount_ore = 1000000,
			       .service_ore = 4000000,
			       .has_amount = true,
			       .has_service = true,
			       .declaration = { .by = "Daglig leder", .received_json = "[]" } },
		.has_copayment = true,
	};
	struct enrol_effects effects = { .waits = false };

	stages[1].price = (struct stage_price){ .cap_ore = 1200000, .vat_mode = "exempt" };
	facts.recommended = 2;
	facts.has_recommended = true;
	begin();
	decide_enrol(&facts, &input, &effects, &problems);
	assert_none();
	ck_assert(effects.copayment.is_raised);
	ck_assert_int_eq(effects.copayment.aid_ore, 3000000);
	input.stage = facts.recommended = 1;
	begin();
	decide_enrol(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_STAGE_FREE, "#/copayment");
}
END_TEST

START_TEST(whose_share_was_credited_before_the_stage_began_owes_anew_in_the_same_place)
{
	struct enrolment_facts facts = standing("enrolled", 2);

	facts.has_share = true;
	facts.share.state = "credited";
	facts.is_share_gone = true;
	stages[1].price = (struct stage_price){ .cap_ore = 1200000, .vat_mode = "exempt" };
	stages[1].has_limit = true; /* it has its place already */
	ck_assert(!enrol(&facts, 2).waits);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/copayment");
	facts.is_share_gone = false;
	enrol(&facts, 2);
	assert_one(PROBLEM_STAGE_HELD, "#/stage");
}
END_TEST

START_TEST(who_comes_first_takes_a_free_place)
{
	struct enrolment_facts facts = standing("waiting", 1);

	take_place(&facts, NULL);
	assert_none();
	stages[0].has_limit = true;
	take_place(&facts, NULL);
	assert_one(PROBLEM_STAGE_FULL, NULL);
	facts = standing("enrolled", 1);
	take_place(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(who_passes_others_says_why)
{
	struct enrolment_facts facts = standing("waiting", 1);

	stages[0].n_ahead = 2;
	stages[0].has_limit = true;
	stages[0].n_free = 2;
	take_place(&facts, NULL);
	assert_one(PROBLEM_QUEUE_ORDER, "#/reason");
	assert_arg(0, "2");
	take_place(&facts, "Kurset passer bare for denne");
	assert_none();
	stages[0].n_free = 3;
	take_place(&facts, NULL);
	assert_none();
}
END_TEST

START_TEST(who_is_shut_out_is_passed_over_without_a_reason)
{
	struct enrolment_facts facts = standing("waiting", 1);

	stages[0].n_shut = 2;
	stages[0].has_limit = true;
	stages[0].n_free = 1;
	take_place(&facts, NULL);
	assert_none();
	stages[0].n_ahead = 1;
	take_place(&facts, NULL);
	assert_one(PROBLEM_QUEUE_ORDER, "#/reason");
	assert_arg(0, "1");
	facts = standing("prospect", 0);
	stages[0].n_shut = 1;
	ck_assert(!enrol(&facts, 1).waits);
}
END_TEST

START_TEST(gates_are_asked_again_when_the_place_is_taken)
{
	struct gate gate = { .stage = 1, .kind = "assessed" };
	struct enrolment_facts facts = standing("waiting", 1);

	facts.gates = &gate;
	facts.n_gates = 1;
	take_place(&facts, NULL);
	assert_one(PROBLEM_GATE_CLOSED, NULL);
}
END_TEST

/* ---- the other steps */

START_TEST(a_person_recommends_a_stage_of_the_version)
{
	struct recommend_stage_input input = {
		.stage = 2, .has_stage = true, .grounds = "Moden", .digitally_ready = true
	};
	struct enrolment_facts facts = standing("prospect", 0);

	begin();
	decide_recommend_stage(&facts, &input, &problems);
	assert_none();
	input.digitally_ready = false;
	begin();
	decide_recommend_stage(&facts, &input, &problems);
	assert_one(PROBLEM_STAGE_UNREADY, "#/stage");
	assert_arg(0, "1");
	input.stage = 1;
	begin();
	decide_recommend_stage(&facts, &input, &problems);
	assert_none();
	input.digitally_ready = true;
	input.stage = 7;
	begin();
	decide_recommend_stage(&facts, &input, &problems);
	assert_one(PROBLEM_STAGE_UNKNOWN, "#/stage");
	stages[0].number = input.stage = MOBILISATION;
	begin();
	decide_recommend_stage(&facts, &input, &problems);
	assert_one(PROBLEM_STAGE_UNKNOWN, "#/stage");
	input.has_stage = false;
	begin();
	decide_recommend_stage(&facts, &input, &problems);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/stage");
	input.digitally_ready = false;
	begin();
	decide_recommend_stage(&facts, &input, &problems);
	assert_none();
	facts.caller.is_person = false;
	begin();
	decide_recommend_stage(&facts, NULL, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	facts = standing("dropped_out", 0);
	begin();
	decide_recommend_stage(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static const char *const all_states[] = { "prospect", "assessed",  "waiting",  "enrolled",
					  "active",   "completed", "finished", "dropped_out" };

/* The step may be taken from these states, marked +, and from no other. */
static void assert_from(void (*decide)(const struct enrolment_facts *, struct problems *),
			const char *marks)
{
	for (size_t i = 0; i < sizeof(all_states) / sizeof(all_states[0]); i++) {
		struct enrolment_facts facts = standing(all_states[i], i < 2 ? 0 : 1);

		begin();
		decide(&facts, &problems);
		if (marks[i] == '+')
			assert_none();
		else
			assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}

START_TEST(each_step_begins_in_its_own_states)
{
	assert_from(decide_start, "---+----");
	assert_from(decide_complete, "----+---");
	assert_from(decide_finish, "-----+--");
	assert_from(decide_drop_out, "++++++--");
	assert_from(decide_re_enter, "------++");
	assert_from(decide_begin_deliverable, "---+++--");
}
END_TEST

START_TEST(a_firm_withdraws_before_it_has_a_place)
{
	struct enrolment_facts facts = standing("waiting", 1);

	facts.caller.kind = "firm";
	begin();
	decide_drop_out(&facts, &problems);
	assert_none();
	facts.state = "enrolled";
	begin();
	decide_drop_out(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(who_may_not_have_the_aid_of_a_stage_may_only_leave_it)
{
	struct enrolment_facts facts = standing("enrolled", 2);

	facts.is_aid_refused = true;
	begin();
	decide_start(&facts, &problems);
	assert_one(PROBLEM_AID_REFUSED, NULL);
	facts.state = "active";
	begin();
	decide_complete(&facts, &problems);
	assert_one(PROBLEM_AID_REFUSED, NULL);
	begin();
	decide_drop_out(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(no_stage_begins_before_its_aid_is_checked)
{
	struct enrolment_facts facts = standing("enrolled", 2);

	facts.is_aid_unchecked = true;
	begin();
	decide_start(&facts, &problems);
	assert_one(PROBLEM_AID_UNCHECKED, NULL);
	begin();
	decide_drop_out(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(nothing_is_delivered_for_a_share_that_was_credited)
{
	struct enrolment_facts facts = standing("enrolled", 2);

	facts.is_share_gone = true;
	facts.is_aid_unchecked = true; /* and never will be */
	begin();
	decide_start(&facts, &problems);
	assert_one(PROBLEM_SHARE_GONE, NULL);
	facts.state = "active";
	begin();
	decide_complete(&facts, &problems);
	assert_one(PROBLEM_SHARE_GONE, NULL);
}
END_TEST

START_TEST(nothing_is_delivered_while_a_credit_is_asked_for)
{
	struct enrolment_facts facts = standing("enrolled", 2);

	facts.is_credit_asked = true;
	begin();
	decide_start(&facts, &problems);
	assert_one(PROBLEM_CREDIT_ASKED, NULL);
	facts.state = "active";
	begin();
	decide_complete(&facts, &problems);
	assert_one(PROBLEM_CREDIT_ASKED, NULL);
	begin();
	decide_drop_out(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(a_firm_enters_again_while_the_programme_runs)
{
	struct enrolment_facts facts = standing("dropped_out", 1);

	facts.programme_state = "ended";
	begin();
	decide_re_enter(&facts, &problems);
	assert_one(PROBLEM_PROGRAMME_NOT_ACTIVE, NULL);
}
END_TEST

START_TEST(what_the_stages_ahead_ask_is_told_beforehand)
{
	struct enrolment_facts facts = standing("completed", 1);
	struct gate gates[] = { { .stage = 1, .kind = "assessed" },
				{ .stage = 3, .kind = "assessed" } };

	facts.gates = gates;
	facts.n_gates = 2;
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_GATE_CLOSED, NULL);
	assert_arg(0, "3");
	facts.way.is_assessed = true;
	begin();
	warn_of_stages(&facts, &problems);
	assert_none();
	stages[1].n_ahead = 4;
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_STAGE_QUEUE, NULL);
	assert_arg(0, "2");
	assert_arg(1, "4");
	stages[1].n_ahead = 0;
	stages[1].price.cap_ore = 1200000;
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_STAGE_COST, NULL);
	assert_arg(0, "2");
	stages[1].price = (struct stage_price){ .price_ore = 0, .has_price = true };
	begin();
	warn_of_stages(&facts, &problems);
	assert_none();
	facts.state = "finished";
	stages[1].n_ahead = 4;
	begin();
	warn_of_stages(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(what_is_open_in_a_stage_is_told_before_it_is_completed_and_the_round_finished)
{
	struct session_facts sessions[] = {{.stage = 1, .attended = true}, {.stage = 2}};
	int64_t second = 2;
	struct enrolment_facts facts = standing("active", 2);

	facts.n_stages = 0;
	facts.way = (struct way){.sessions = sessions, .n_sessions = 2};
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_NOTHING_HELD, NULL);
	assert_arg(0, "2");
	facts.way.has_hours = true;
	begin();
	warn_of_stages(&facts, &problems);
	assert_none();
	facts.way.has_hours = false;
	sessions[1].attended = true;
	facts.way.unsettled = &second;
	facts.way.n_unsettled = 1;
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_SHARE_UNSETTLED, NULL);
	facts.state = "enrolled";
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_SHARE_UNSETTLED, NULL);
	facts.state = "prospect";
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_SHARE_UNSETTLED, NULL);
	facts.state = "completed";
	facts.way.n_unsettled = 0;
	facts.way.unaccepted = &second;
	facts.way.n_unaccepted = 1;
	begin();
	warn_of_stages(&facts, &problems);
	assert_one(PROBLEM_WORK_UNACCEPTED, NULL);
}
END_TEST

RUN_TESTS(TEST(a_firm_enrols_in_the_stage_that_was_recommended_for_it),
	  TEST(from_a_completed_stage_it_goes_on_where_the_graph_advises),
	  TEST(without_gates_any_stage_is_open_to_a_new_firm),
	  TEST(a_firm_enrols_from_where_a_stage_may_begin), TEST(after_a_stage_comes_a_higher_one),
	  TEST(who_has_a_place_may_go_to_another_stage_before_its_own_begins),
	  TEST(who_has_a_place_is_offered_another_stage_when_one_is_recommended),
	  TEST(a_place_is_given_up_for_a_queue_only_if_the_firm_says_so),
	  TEST(what_is_owed_for_a_place_is_credited_as_it_is_given_back_unless_it_was_invoiced),
	  TEST(who_waits_may_go_to_another_stage_above_those_completed),
	  TEST(a_stage_must_be_one_of_the_version),
	  TEST(nobody_enrols_in_a_programme_that_is_over_or_a_bankrupt_firm),
	  TEST(whoever_finds_no_free_place_waits_if_it_wants_to),
	  TEST(a_free_place_that_others_wait_for_is_not_free),
	  TEST(a_place_in_a_priced_stage_takes_a_declaration_and_waiting_for_one_none),
	  TEST(what_a_firm_owes_is_reckoned_as_it_enrols),
	  TEST(whose_share_was_credited_before_the_stage_began_owes_anew_in_the_same_place),
	  TEST(who_comes_first_takes_a_free_place), TEST(who_passes_others_says_why),
	  TEST(who_is_shut_out_is_passed_over_without_a_reason),
	  TEST(gates_are_asked_again_when_the_place_is_taken),
	  TEST(a_person_recommends_a_stage_of_the_version),
	  TEST(each_step_begins_in_its_own_states),
	  TEST(a_firm_withdraws_before_it_has_a_place),
	  TEST(who_may_not_have_the_aid_of_a_stage_may_only_leave_it),
	  TEST(no_stage_begins_before_its_aid_is_checked),
	  TEST(nothing_is_delivered_for_a_share_that_was_credited),
	  TEST(nothing_is_delivered_while_a_credit_is_asked_for),
	  TEST(a_firm_enters_again_while_the_programme_runs),
	  TEST(what_the_stages_ahead_ask_is_told_beforehand),
	  TEST(what_is_open_in_a_stage_is_told_before_it_is_completed_and_the_round_finished))
