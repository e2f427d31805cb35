#include "api/reversals/reversals.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, YEAR = 2024, CLERK = 21, DIRECTOR = 22, APPLIED = 7500, GRANTED = 3000 };

static const char *kinds[] = {"hub"};
static struct rule_facts rules[] = {{41, "appeal.days", 21}, {42, "acceptance.days", 30}};
static struct available_facts available[] = {{YEAR, 100000}};
static struct budget_group budget[] = {{"workshops", false, 10000}};
static struct unheard_facts unheard[] = {{.number = 1, .answer_by = TODAY}};
static struct decision_line line;

/* What a director has granted in part, and the hub accepted; on a ground that may harm it. */
static struct application_facts granted(const char *role, int64_t person)
{
	line = (struct decision_line){
		.name = "Utvikling",
		.share_bp = 10000,
		.granted_ore = GRANTED,
		.authority = {.body = "Direktøren", .limit_ore = APPLIED, .has_limit = true},
		.has_authority = true,
		.basis = {"GBER art. 31", TODAY, TODAY, kinds, 1},
		.available = available,
		.n_available = 1,
	};
	return (struct application_facts){
		.caller = PERSON(role, "county", person, 1),
		.today = TODAY,
		.state = "accepted",
		.applied_ore = APPLIED,
		.has_applied = true,
		.line = {.name = "Utvikling", .state = "active"},
		.has_decision = true,
		.decision = {.applicant_kind = "hub",
			     .lines = &line,
			     .n_lines = 1,
			     .rules = rules,
			     .n_rules = 2,
			     .budget = budget,
			     .n_budget = 1},
		.reversal = {.decision_id = 1,
			     .outcome = "part_granted",
			     .amount_ore = GRANTED,
			     .year = YEAR,
			     .may_harm = true,
			     .grant = {.state = "accepted",
				       .amount_ore = GRANTED,
				       .remaining_ore = GRANTED,
				       .year = YEAR},
			     .has_grant = true},
		.has_reversal = true,
	};
}

static struct reversal_terms terms(const char *outcome, int64_t amount_ore)
{
	return (struct reversal_terms){
		.ground = "invalid",
		.outcome = outcome,
		.amount_ore = amount_ore,
		.year = YEAR,
		.has_year = true,
		.grounds = "Feil tall",
	};
}

static void propose(struct application_facts facts, struct reversal_terms input)
{
	begin();
	decide_propose_reversal(&facts, &input, &problems);
}

START_TEST(less_or_new_conditions_are_to_the_partys_detriment)
{
	struct application_facts facts = granted("caseworker", CLERK);
	struct given_condition asked = {.kind = "before_payment", .text = "Regnskap"};
	struct reversal_terms same = terms("part_granted", GRANTED);

	facts.reversal.may_harm = false;
	propose(facts, terms("part_granted", GRANTED - 1));
	assert_one(PROBLEM_REVERSAL_HARMS, "#/ground");
	propose(facts, terms("annulled", 0));
	assert_one(PROBLEM_REVERSAL_HARMS, "#/ground");
	propose(facts, terms("part_granted", GRANTED + 1));
	assert_none();
	same.conditions = (struct given_conditions){&asked, 1, "[]"};
	propose(facts, same);
	assert_one(PROBLEM_REVERSAL_HARMS, "#/ground");
	facts.reversal.may_harm = true;
	propose(facts, same);
	assert_none();
	same.conditions.n = 0;
	propose(facts, same);
	assert_one(PROBLEM_REVERSAL_SAME, "#/outcome");
}
END_TEST

START_TEST(what_has_not_reached_the_party_harms_nobody)
{
	struct application_facts facts = granted("caseworker", CLERK);

	facts.reversal.may_harm = false;
	facts.reversal.needs_unreached = true;
	propose(facts, terms("part_granted", GRANTED - 1));
	assert_one(PROBLEM_REVERSAL_REACHED, "#/ground");
	facts.reversal.is_unreached = true;
	propose(facts, terms("part_granted", GRANTED - 1));
	assert_none();
}
END_TEST

START_TEST(what_is_claimed_stays)
{
	struct application_facts facts = granted("caseworker", CLERK);

	facts.reversal.grant.remaining_ore = GRANTED - 1000;
	propose(facts, terms("part_granted", 1000));
	assert_none();
	propose(facts, terms("part_granted", 999));
	assert_one(PROBLEM_REVERSAL_CLAIMED, "#/amountOre");
	propose(facts, terms("rejected", 0));
	assert_one(PROBLEM_REVERSAL_CLAIMED, "#/amountOre");
	facts.reversal.grant.remaining_ore = GRANTED;
	propose(facts, terms("rejected", 0));
	assert_none();
}
END_TEST

START_TEST(what_is_set_aside_has_no_amount)
{
	propose(granted("caseworker", CLERK), terms("annulled", 1));
	assert_found(PROBLEM_AMOUNT_NOT_ALLOWED, "#/amountOre");
}
END_TEST

START_TEST(more_money_is_of_a_year_and_as_far_as_it_goes)
{
	struct application_facts facts = granted("caseworker", CLERK);
	struct reversal_terms more = terms("part_granted", GRANTED + 2);

	more.has_year = false;
	propose(facts, more);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/year");
	more.has_year = true;
	available[0].ore = 1;
	propose(facts, more);
	assert_one(PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre");
	available[0].ore = 2;
	propose(facts, more);
	assert_none();
}
END_TEST

START_TEST(what_was_not_considered_is_set_aside_and_not_granted)
{
	struct application_facts facts = granted("caseworker", CLERK);

	facts.state = facts.reversal.outcome = "dismissed";
	facts.reversal.amount_ore = 0;
	facts.reversal.has_grant = false;
	propose(facts, terms("part_granted", GRANTED));
	assert_one(PROBLEM_REVERSAL_UNCONSIDERED, "#/outcome");
	propose(facts, terms("annulled", 0));
	assert_none();
}
END_TEST

START_TEST(another_provision_is_named_where_the_ground_is_one)
{
	struct application_facts facts = granted("caseworker", CLERK);
	struct reversal_terms input = terms("annulled", 0);

	facts.reversal.needs_provision = true;
	propose(facts, input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/provision");
	input.provision = "vilkår 4";
	propose(facts, input);
	assert_none();
	facts.reversal.needs_provision = false;
	propose(facts, input);
	assert_one(PROBLEM_REVERSAL_MEMBER, "#/provision");
}
END_TEST

START_TEST(of_an_open_appeal_it_is_said_what_becomes_of_it)
{
	struct application_facts facts = granted("caseworker", CLERK);
	struct reversal_terms more = terms("part_granted", 5000);
	struct reversal_terms anew = terms("annulled", 0);

	more.open_appeal = "goes_on";
	propose(facts, more);
	assert_one(PROBLEM_REVERSAL_MEMBER, "#/openAppeal");
	facts.reversal.is_appealed = true;
	facts.reversal.appeal_number = 1;
	propose(facts, more);
	assert_none();
	more.open_appeal = NULL;
	propose(facts, more);
	assert_one(PROBLEM_REVERSAL_APPEAL, "#/openAppeal");
	more.open_appeal = "moot";
	propose(facts, more); /* all that was applied for is asked */
	assert_one(PROBLEM_REVERSAL_NOT_MOOT, "#/openAppeal");
	facts.reversal.has_asked = true;
	facts.reversal.asked_ore = 5000;
	propose(facts, more);
	assert_none();
	facts.reversal.is_of_amendment = true;
	propose(facts, more);
	assert_one(PROBLEM_REVERSAL_NOT_MOOT, "#/openAppeal");
	anew.open_appeal = "goes_on";
	propose(facts, anew);
	assert_one(PROBLEM_REVERSAL_MOOT, "#/openAppeal");
	anew.open_appeal = "moot";
	propose(facts, anew);
	assert_none();
}
END_TEST

START_TEST(it_is_of_a_decision_that_is_made_and_one_waits_at_a_time)
{
	struct application_facts facts = granted("caseworker", CLERK);

	facts.decision.n_unheard = 1;
	facts.decision.unheard = unheard;
	propose(facts, terms("annulled", 0));
	assert_none(); /* the party may comment on what is proposed */
	facts.has_open_reversal = true;
	facts.open_reversal = 1;
	propose(facts, terms("annulled", 0));
	assert_one(PROBLEM_REVERSAL_OPEN, NULL);
	facts = granted("caseworker", CLERK);
	facts.state = "recommended";
	begin();
	decide_propose_reversal(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* ---- decided */

static struct reversal_effects effects;

static struct reversal_facts proposed(int64_t person, const char *outcome, int64_t amount_ore)
{
	struct reversal_facts facts = {
		.caller = PERSON("decision_maker", "county", person, 1),
		.today = TODAY,
		.state = "proposed",
		.decision_id = 1,
		.application = granted("decision_maker", person),
		.terms = terms(outcome, amount_ore),
		.proposed_by = CLERK,
	};

	facts.application.reversal.had_notice = true;
	return facts;
}

static void decide(const struct reversal_facts *facts)
{
	struct decide_reversal_input input = {0};

	begin();
	effects = (struct reversal_effects){0};
	decide_reversal(facts, &input, &effects, &problems);
}

START_TEST(what_one_proposed_who_is_disqualified_since_is_sent_back)
{
	struct reversal_facts facts = proposed(DIRECTOR, "annulled", 0);

	facts.questioned = "Kari Nordmann";
	decide(&facts);
	assert_one(PROBLEM_PREPARER_DISQUALIFIED, NULL);
	begin();
	decide_return_reversal(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(another_person_decides_or_sends_back)
{
	struct reversal_facts facts = proposed(CLERK, "annulled", 0);

	decide(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	begin();
	decide_return_reversal(&facts, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = proposed(DIRECTOR, "annulled", 0);
	decide(&facts);
	assert_none();
	ck_assert_str_eq(effects.application_state, "in_review");
}
END_TEST

START_TEST(the_party_has_notice_of_what_harms_it)
{
	struct reversal_facts facts = proposed(DIRECTOR, "part_granted", GRANTED - 1);

	facts.application.reversal.had_notice = false;
	decide(&facts);
	assert_one(PROBLEM_REVERSAL_NO_NOTICE, NULL);
	facts.application.decision.unheard = unheard;
	facts.application.decision.n_unheard = 1;
	decide(&facts);
	assert_one(PROBLEM_PARTY_NOT_HEARD, NULL);
	facts = proposed(DIRECTOR, "part_granted", GRANTED + 1);
	facts.application.reversal.had_notice = false;
	decide(&facts);
	assert_none();
	ck_assert_ptr_null(effects.application_state);
	ck_assert_int_eq(effects.decision.accept_by, 0);
}
END_TEST

START_TEST(authority_is_for_what_was_decided_and_what_is_to_come)
{
	struct reversal_facts facts = proposed(DIRECTOR, "part_granted", GRANTED + 1);

	line.authority.limit_ore = APPLIED - 1;
	decide(&facts);
	assert_one(PROBLEM_OVER_LIMIT, NULL);
}
END_TEST

static struct resolved_facts resolved(const char *outcome)
{
	return (struct resolved_facts){
		.item_id = 5,
		.has_item = true,
		.body = "Utvalget",
		.reference = "sak 1 i møte 2/2026",
		.outcome = outcome,
		.grounds = "Enige",
		.delegated_ore = APPLIED,
		.is_delegated = true,
		.may_decide = true,
		.has_may = true,
	};
}

static struct reversal_facts decided_by_body(const char *role)
{
	struct reversal_facts facts = proposed(DIRECTOR, "annulled", 0);

	facts.caller.role = facts.application.caller.role = role;
	facts.application.reversal.met = "Utvalget";
	return facts;
}

static void enter(struct reversal_facts *facts, struct resolution_input meeting)
{
	struct decide_reversal_input input = {.meeting = meeting};

	effects = (struct reversal_effects){0};
	begin();
	decide_reversal(facts, &input, &effects, &problems);
}

START_TEST(what_a_body_decided_its_meeting_reverses)
{
	struct resolution_input item = {.item_id = 5, .has_item = true};
	struct reversal_facts facts = decided_by_body("decision_maker");

	decide(&facts);
	assert_one(PROBLEM_REVERSAL_FOR_MEETING, NULL);
	assert_arg(0, "Utvalget");
	facts = decided_by_body("secretary");
	decide(&facts);
	assert_one(PROBLEM_REVERSAL_FOR_MEETING, NULL);
	facts.meeting = (struct resolved_facts){
		.is_before = true, .delegated_ore = APPLIED, .is_delegated = true};
	decide(&facts);
	assert_one(PROBLEM_MEETING_HAS_CASE, NULL);
	facts.meeting = resolved("reversed");
	enter(&facts, (struct resolution_input){0});
	assert_one(PROBLEM_FIELD_REQUIRED, "#/meetingItemId");
	enter(&facts, item);
	assert_none();
	ck_assert_str_eq(effects.decision.body, "Utvalget");
	ck_assert_str_eq(effects.decision.grounds, "Enige");
	ck_assert_int_eq(*effects.item_id, 5);
	facts.meeting = resolved("stands");
	enter(&facts, item);
	assert_one(PROBLEM_PREPARED_OTHERWISE, NULL);
	facts = decided_by_body("decision_maker");
	facts.meeting = resolved("reversed");
	decide(&facts);
	assert_one(PROBLEM_BODY_DECIDED, NULL);
}
END_TEST

START_TEST(who_departs_from_what_a_body_recommends_says_why)
{
	struct reversal_facts facts = proposed(DIRECTOR, "annulled", 0);

	facts.meeting = resolved("stands");
	facts.meeting.may_decide = false;
	enter(&facts, (struct resolution_input){0});
	assert_one(PROBLEM_DEPARTURE_GROUNDS, "#/departureGrounds");
	enter(&facts, (struct resolution_input){.departure_grounds = "Regnefeil"});
	assert_none();
	ck_assert_str_eq(effects.input.meeting.departure_grounds, "Regnefeil");
}
END_TEST

START_TEST(what_is_held_is_dropped)
{
	struct application_facts facts = granted("caseworker", CLERK);
	struct reversal_facts deciding = proposed(DIRECTOR, "annulled", 0);

	facts.state = deciding.application.state = "recommended";
	facts.decision.has_held = true;
	facts.reversal.is_held = facts.reversal.is_unreached = true;
	facts.reversal.needs_unreached = true;
	deciding.application.reversal = facts.reversal;
	propose(facts, terms("annulled", 0));
	assert_none();
	propose(facts, terms("part_granted", GRANTED - 1));
	assert_one(PROBLEM_REVERSAL_OF_HELD, "#/outcome");
	decide(&deciding);
	assert_none();
	ck_assert(effects.drops);
	ck_assert_str_eq(effects.application_state, "in_review");
	facts.reversal.needs_unreached = false;
	propose(facts, terms("annulled", 0));
	assert_one(PROBLEM_REVERSAL_OF_HELD, "#/ground");
}
END_TEST

START_TEST(what_members_vote_on_or_have_resolved_is_not_taken_back)
{
	struct reversal_facts facts = proposed(DIRECTOR, "annulled", 0);

	facts.meeting.is_voted_on = true;
	begin();
	decide_return_reversal(&facts, &problems);
	assert_one(PROBLEM_VOTED_ON, NULL);
	facts.meeting = (struct resolved_facts){.is_resolved = true};
	begin();
	decide_withdraw_reversal(&facts, &problems);
	assert_one(PROBLEM_RESOLUTION_STANDS, NULL);
}
END_TEST

START_TEST(a_decision_that_was_replaced_is_not_reversed)
{
	struct reversal_facts facts = proposed(DIRECTOR, "annulled", 0);

	facts.application.reversal.decision_id = 2;
	decide(&facts);
	assert_one(PROBLEM_REVERSAL_REPLACED, NULL);
}
END_TEST

/* What was accepted stands again as the county reverses its own reversal. */
START_TEST(what_was_taken_back_is_given_back)
{
	struct reversal_facts facts = proposed(DIRECTOR, "part_granted", GRANTED);
	struct reversed *reversed = &facts.application.reversal;

	line.granted_ore = 0;
	facts.application.state = reversed->outcome = "rejected";
	reversed->amount_ore = 0;
	reversed->grant.state = "annulled";
	reversed->grant.is_annulled = true;
	reversed->grant.amount_ore = reversed->grant.remaining_ore = 0;
	decide(&facts);
	assert_none();
	ck_assert_str_eq(effects.application_state, "accepted");
	ck_assert_int_eq(effects.decision.accept_by, 0);
	facts.terms = terms("annulled", 0);
	decide(&facts);
	assert_none();
	ck_assert_str_eq(effects.application_state, "in_review");
}
END_TEST

RUN_TESTS(TEST(what_a_body_decided_its_meeting_reverses),
	  TEST(who_departs_from_what_a_body_recommends_says_why),
	  TEST(what_is_held_is_dropped),
	  TEST(what_members_vote_on_or_have_resolved_is_not_taken_back),
	  TEST(less_or_new_conditions_are_to_the_partys_detriment), TEST(what_is_claimed_stays),
	  TEST(what_is_set_aside_has_no_amount),
	  TEST(more_money_is_of_a_year_and_as_far_as_it_goes),
	  TEST(what_was_not_considered_is_set_aside_and_not_granted),
	  TEST(another_provision_is_named_where_the_ground_is_one),
	  TEST(of_an_open_appeal_it_is_said_what_becomes_of_it),
	  TEST(it_is_of_a_decision_that_is_made_and_one_waits_at_a_time),
	  TEST(what_one_proposed_who_is_disqualified_since_is_sent_back),
	  TEST(another_person_decides_or_sends_back), TEST(the_party_has_notice_of_what_harms_it),
	  TEST(authority_is_for_what_was_decided_and_what_is_to_come),
	  TEST(what_has_not_reached_the_party_harms_nobody),
	  TEST(a_decision_that_was_replaced_is_not_reversed),
	  TEST(what_was_taken_back_is_given_back))
