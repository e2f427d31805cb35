#include "api/amendments/amendments.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, SIGNATORY = 11, CLERK = 21, DIRECTOR = 22 };

static const int64_t granted = 3000000, claimed = 1000000;

static struct amended_grant amended(const char *state)
{
	return (struct amended_grant){
		.today = TODAY,
		.state = state,
		.accept_by = TODAY + 10,
		.has_accept_by = true,
		.ends_on = TODAY + 300,
		.has_end = true,
		.amount_ore = granted,
		.applied_ore = granted + 1,
		.remaining_ore = granted - claimed,
	};
}

static struct new_amendment_facts asking(const char *state)
{
	return (struct new_amendment_facts){
		.grant = {.caller = PERSON("hub_signatory", "hub", SIGNATORY, 101),
			  .applicant_id = 101,
			  .state = state},
		.amended = amended(state),
	};
}

static struct ask_amendment_input until(const char *kind, int32_t day)
{
	return (struct ask_amendment_input){
		.kind = kind,
		.reason = "Utsatt",
		.terms = {.until = day, .has_until = true},
	};
}

static struct ask_amendment_input amount(const char *kind, int64_t ore)
{
	return (struct ask_amendment_input){
		.kind = kind,
		.reason = "Mer",
		.terms = {.amount_ore = ore, .has_amount = true},
	};
}

static void ask(struct new_amendment_facts facts, struct ask_amendment_input input)
{
	begin();
	decide_ask_amendment(&facts, &input, &problems);
}

START_TEST(each_kind_is_of_a_grant_in_its_states)
{
	ask(asking("offered"), until("acceptance", TODAY + 11));
	assert_none();
	ask(asking("accepted"), until("acceptance", TODAY + 11));
	assert_one(PROBLEM_AMENDMENT_KIND, "#/kind");
	ask(asking("active"), until("extension", TODAY + 301));
	assert_none();
	ask(asking("offered"), until("extension", TODAY + 301));
	assert_one(PROBLEM_AMENDMENT_KIND, "#/kind");
	ask(asking("settled"), amount("increase", granted + 1));
	assert_found(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(the_new_day_is_later_than_the_old)
{
	ask(asking("offered"), until("acceptance", TODAY + 10));
	assert_one(PROBLEM_AMENDMENT_NOT_LATER, "#/until");
	ask(asking("active"), until("extension", TODAY + 300));
	assert_one(PROBLEM_AMENDMENT_NOT_LATER, "#/until");
}
END_TEST

START_TEST(the_recipient_asks_before_the_time_is_over_and_the_county_when_it_will)
{
	struct new_amendment_facts facts = asking("offered");

	facts.amended.accept_by = TODAY;
	ask(facts, until("acceptance", TODAY + 1));
	assert_none();
	facts.amended.accept_by = TODAY - 1;
	ask(facts, until("acceptance", TODAY + 1));
	assert_one(PROBLEM_AMENDMENT_LATE, "#/kind");
	facts.grant.caller = (struct caller)PERSON("caseworker", "county", CLERK, 1);
	ask(facts, until("acceptance", TODAY + 1));
	assert_none();
}
END_TEST

START_TEST(who_is_neither_recipient_nor_county_is_told_whom_to_ask)
{
	struct new_amendment_facts facts = asking("active");

	facts.grant.applicant_id++;
	ask(facts, until("extension", TODAY + 1));
	assert_one(PROBLEM_RECIPIENT_ASKS, NULL);
}
END_TEST

START_TEST(an_increase_is_more_and_a_decrease_less_but_not_below_what_is_claimed)
{
	ask(asking("active"), amount("increase", granted + 1));
	assert_none();
	ask(asking("active"), amount("increase", granted + 2));
	assert_one(PROBLEM_AMENDMENT_OVER_APPLIED, "#/amountOre");
	ask(asking("active"), amount("increase", granted));
	assert_one(PROBLEM_AMENDMENT_NOT_MORE, "#/amountOre");
	ask(asking("active"), amount("decrease", granted));
	assert_one(PROBLEM_AMENDMENT_NOT_LESS, "#/amountOre");
	ask(asking("active"), amount("decrease", claimed));
	assert_none();
	ask(asking("active"), amount("decrease", claimed - 1));
	assert_one(PROBLEM_GRANT_CLAIMED, "#/amountOre");
}
END_TEST

START_TEST(each_says_what_it_is_and_nothing_else)
{
	ask(asking("active"), amount("extension", granted + 1));
	assert_found(PROBLEM_FIELD_REQUIRED, "#/until");
	assert_found(PROBLEM_AMENDMENT_MEMBER, "#/amountOre");
	ask(asking("active"), amount("annulment", 1));
	assert_one(PROBLEM_AMENDMENT_MEMBER, "#/amountOre");
}
END_TEST

START_TEST(one_of_a_kind_waits_at_a_time)
{
	struct new_amendment_facts facts = asking("active");
	const char *open[] = {"extension"};

	facts.open = open;
	facts.n_open = 1;
	ask(facts, until("extension", TODAY + 301));
	assert_one(PROBLEM_AMENDMENT_OPEN, "#/kind");
	ask(facts, amount("decrease", claimed));
	assert_none();
}
END_TEST

START_TEST(after_the_final_claim_there_is_no_more_to_ask_for)
{
	struct new_amendment_facts facts = asking("active");

	facts.amended.has_final = true;
	facts.amended.final_number = 3;
	ask(facts, until("extension", TODAY + 301));
	assert_one(PROBLEM_FINAL_CLAIMED, "#/kind");
	ask(facts, amount("increase", granted + 1));
	assert_one(PROBLEM_FINAL_CLAIMED, "#/kind");
	ask(facts, amount("decrease", claimed));
	assert_none();
}
END_TEST

START_TEST(nothing_is_annulled_while_a_claim_is_under_way)
{
	struct new_amendment_facts facts = asking("active");
	struct ask_amendment_input input = {.kind = "annulment", .reason = "Slutt"};

	ask(facts, input);
	assert_none();
	facts.amended.has_open = true;
	facts.amended.open_number = 2;
	ask(facts, input);
	assert_one(PROBLEM_CLAIM_OPEN, "#/kind");
}
END_TEST

/* A line of the recipient's and one of a partner's, which the partner leaves with. */
static struct budget_line shared[] = {{{"wages", NULL}, 500, 0}, {{"wages", "910000302"}, 300, 0}};
static struct line_group wages[] = {{"wages", "Lønn", false, 0, false}};
static struct line_partner partner[] = {{"910000302", "Minera Skifer AS", false}};
static struct budget_move all_of_it[] = {
	{{"wages", "910000302"}, {"wages", NULL}, 300, true, true}};
static const char *leaver[] = {"910000302"};
static const struct budget shared_budget = {"910000101", shared, 2, wages, 1, partner, 1};

static struct ask_amendment_input leaving(const char *kind)
{
	return (struct ask_amendment_input){
		.kind = kind,
		.reason = "Går ut",
		.terms = {.moves = all_of_it, .n_moves = 1, .moves_json = "[]"},
		.leaving = leaver,
		.n_leaving = 1,
		.leaving_json = "[]",
	};
}

START_TEST(partners_leave_and_enter_by_a_change_of_partners_alone)
{
	struct new_amendment_facts facts = asking("active");
	struct asked_partner one = {"910000304", "Prøver"};
	struct named_organisation known = {304, "Ny AS", false};
	struct ask_amendment_input input = leaving("partner_change");

	facts.amended.budget = shared_budget;
	ask(facts, input);
	assert_none();
	ask(facts, leaving("budget_move"));
	assert_one(PROBLEM_AMENDMENT_MEMBER, "#/leaving");
	input.n_leaving = 0;
	ask(facts, input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/leaving");
	input.n_leaving = 1;
	input.entering = &one;
	input.n_entering = 1;
	input.entering_json = "[]";
	facts.named = &known;
	facts.n_named = 1;
	ask(facts, input);
	assert_one(PROBLEM_PARTNER_WITHOUT_PART, "#/entering/0");
	facts.grant.caller = (struct caller)PERSON("caseworker", "county", CLERK, 1);
	ask(facts, input);
	assert_found(PROBLEM_PARTNER_OF_RECIPIENT, "#/entering");
}
END_TEST

/* One is to do what another was. */
static struct planned_fagpartner planned[] = {{"910000401", "Kysten AS", "hjelp", 40, 1000, NULL}};
static struct planned_fagpartner wanted[] = {{"910000402", "Fjord AS", "hjelp", 40, 1000, NULL}};
static struct fagpartner_standing registered[] = {{.is_registered = true}};

START_TEST(the_recipient_chooses_its_fagpartnere)
{
	struct new_amendment_facts facts = asking("active");
	struct ask_amendment_input input = {
		.kind = "fagpartner_change",
		.reason = "Har lagt ned",
		.fagpartnere = {wanted, 1},
		.fagpartnere_json = "[]",
	};

	facts.amended.fagpartnere = (struct planned_fagpartnere){planned, 1};
	facts.standings = (struct fagpartner_standings){registered, 1};
	ask(facts, input);
	assert_none();
	input.kind = "annulment";
	ask(facts, input);
	assert_one(PROBLEM_AMENDMENT_MEMBER, "#/fagpartnere");
	input.kind = "fagpartner_change";
	facts.grant.caller = (struct caller)PERSON("caseworker", "county", CLERK, 1);
	ask(facts, input);
	assert_one(PROBLEM_FAGPARTNER_OF_RECIPIENT, "#/kind");
	input.fagpartnere_json = NULL;
	ask(facts, input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/fagpartnere");
}
END_TEST

/* More time for the work, that the recipient asked for and a caseworker would give. */
static struct amendment_facts prepared(int64_t caller)
{
	return (struct amendment_facts){
		.caller = PERSON("decision_maker", "county", caller, 1),
		.today = TODAY,
		.state = "prepared",
		.kind = "extension",
		.asked_by = SIGNATORY,
		.application = {.caller = PERSON("decision_maker", "county", caller, 1)},
		.amended = amended("active"),
		.proposal = {.outcome = "approved", .grounds = "Ja", .made_by = CLERK,
			     .terms = {.until = TODAY + 301, .has_until = true}},
		.has_proposal = true,
	};
}

static void decide(const struct amendment_facts *facts)
{
	struct amendment_effects effects = {0};
	struct decide_amendment_input input = {0};

	begin();
	decide_amendment(facts, &input, &effects, &problems);
}

START_TEST(who_asked_or_prepared_does_not_decide)
{
	struct amendment_facts facts = prepared(DIRECTOR);

	decide(&facts);
	assert_none();
	facts = prepared(CLERK);
	decide(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = prepared(SIGNATORY);
	decide(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(authority_is_for_the_grant_and_of_an_increase_for_what_was_applied_for)
{
	struct amendment_facts facts = prepared(DIRECTOR);
	struct decision_line line = {
		.name = "Utvikling",
		.authority = {.body = "Direktøren", .limit_ore = granted, .has_limit = true},
		.has_authority = true,
	};

	facts.application.applied_ore = 2 * granted;
	facts.application.has_decision = true;
	facts.application.decision.lines = &line;
	facts.application.decision.n_lines = 1;
	decide(&facts);
	assert_none();
	line.authority.limit_ore = granted - 1;
	decide(&facts);
	assert_one(PROBLEM_OVER_LIMIT, NULL);
	line.authority.limit_ore = 2 * granted - 1;
	facts.kind = "increase";
	facts.proposal.terms = amount("increase", granted + 1).terms;
	decide(&facts);
	assert_one(PROBLEM_OVER_LIMIT, NULL);
}
END_TEST

static struct overlap elsewhere = {"2026/00007", "BIO", "Ny AS", "competence", true};

/* What else helps who enters, on a line that refuses or not. */
static struct amendment_facts entering(bool refuses)
{
	struct amendment_facts facts = prepared(DIRECTOR);

	facts.kind = "partner_change";
	facts.amended.budget = shared_budget;
	facts.change = (struct partner_change){.leaving = leaver, .n_leaving = 1};
	facts.proposal.terms = leaving(facts.kind).terms;
	facts.has_grant = facts.application.has_decision = true;
	facts.application.line.refuses_overlap = refuses;
	facts.overlaps = &elsewhere;
	facts.n_overlaps = 1;
	facts.overlaps_json = "[1]";
	return facts;
}

START_TEST(who_enters_is_held_against_what_else_helps_it)
{
	struct amendment_facts facts = entering(false);
	struct amendment_effects effects = {0};
	struct decide_amendment_input input = {.overlap_grounds = "Ulike kurs"};

	decide(&facts);
	assert_found(PROBLEM_OVERLAP_GROUNDS, "#/overlapGrounds");
	begin();
	decide_amendment(&facts, &input, &effects, &problems);
	ck_assert(!is_found(PROBLEM_OVERLAP_GROUNDS, "#/overlapGrounds"));
	ck_assert(!is_found(PROBLEM_OVERLAP, NULL));
	ck_assert_str_eq(effects.input.overlap_grounds, "Ulike kurs");
	ck_assert_str_eq(effects.application.overlaps_json, "[1]");
	facts = entering(true);
	decide(&facts);
	assert_found(PROBLEM_OVERLAP, NULL);
	begin();
	tell_entering_overlap(&facts, &problems);
	assert_one(PROBLEM_OVERLAP, NULL);
}
END_TEST

START_TEST(what_was_there_when_it_was_granted_is_not_asked_again)
{
	struct amendment_facts facts = entering(true);

	facts.application.overlaps = &elsewhere;
	facts.application.n_overlaps = 1;
	facts.n_overlaps = 0;
	decide(&facts);
	ck_assert(!is_found(PROBLEM_OVERLAP, NULL));
	ck_assert(!is_found(PROBLEM_OVERLAP_GROUNDS, "#/overlapGrounds"));
}
END_TEST

/* In a scheme where a body that is registered here decides. */
static struct amendment_facts of_body(const char *role)
{
	static struct decision_line line = {
		.name = "Utvikling",
		.authority = {.body = "Hovedutvalget"},
		.has_authority = true,
	};
	struct amendment_facts facts = prepared(DIRECTOR);

	facts.caller.role = facts.application.caller.role = role;
	facts.application.has_decision = true;
	facts.application.decision.lines = &line;
	facts.application.decision.n_lines = 1;
	facts.meeting = (struct resolved_facts){.delegated_ore = granted, .is_delegated = true};
	return facts;
}

static struct amendment_effects enter(const struct amendment_facts *facts, const char *resolution,
				      int64_t item_id)
{
	struct amendment_effects effects = {0};
	struct decide_amendment_input input = {
		.resolution = resolution,
		.meeting = {.item_id = item_id, .has_item = item_id != 0},
	};

	begin();
	decide_amendment(facts, &input, &effects, &problems);
	return effects;
}

START_TEST(what_a_body_decides_its_meeting_resolves)
{
	struct amendment_facts facts = of_body("secretary");
	struct amendment_effects effects;

	enter(&facts, NULL, 0);
	assert_one(PROBLEM_MEETING_REQUIRED, NULL);
	facts.meeting.is_before = true;
	enter(&facts, NULL, 0);
	assert_one(PROBLEM_MEETING_HAS_CASE, NULL);
	facts.meeting = (struct resolved_facts){
		.delegated_ore = granted, .is_delegated = true, .item_id = 3, .has_item = true,
		.body = "Hovedutvalget", .reference = "sak 1 i møte 1/2026", .outcome = "approved",
		.grounds = "Slik vi ser det",
		.has_may = true, .may_decide = true};
	enter(&facts, NULL, 0);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/meetingItemId");
	effects = enter(&facts, NULL, 3);
	assert_none();
	ck_assert_str_eq(effects.decision.body, "Hovedutvalget");
	ck_assert_str_eq(effects.decision.reference, "sak 1 i møte 1/2026");
	ck_assert_str_eq(effects.decision.grounds, "Slik vi ser det");
	facts.meeting.outcome = "refused";
	enter(&facts, NULL, 3);
	assert_one(PROBLEM_PREPARED_OTHERWISE, NULL);
	facts.meeting.outcome = "approved";
	facts.caller.role = facts.application.caller.role = "decision_maker";
	enter(&facts, NULL, 0);
	assert_one(PROBLEM_BODY_DECIDED, NULL);
}
END_TEST

START_TEST(what_a_body_recommends_is_departed_from_with_grounds)
{
	struct amendment_facts facts = of_body("decision_maker");

	facts.meeting = (struct resolved_facts){.item_id = 3, .has_item = true,
						.body = "Styringsgruppen", .outcome = "refused"};
	enter(&facts, NULL, 0);
	assert_one(PROBLEM_DEPARTURE_GROUNDS, "#/departureGrounds");
	facts.meeting.outcome = "approved";
	enter(&facts, NULL, 0);
	assert_none();
}
END_TEST

START_TEST(what_a_body_has_resolved_is_not_undone)
{
	struct amendment_facts facts = prepared(DIRECTOR);

	facts.meeting.is_resolved = true;
	begin();
	decide_return_amendment(&facts, &problems);
	assert_one(PROBLEM_RESOLUTION_STANDS, NULL);
	facts = prepared(CLERK);
	facts.is_of_county = facts.meeting.is_resolved = true;
	begin();
	decide_prepare_amendment(&facts, NULL, &problems);
	assert_one(PROBLEM_RESOLUTION_STANDS, NULL);
}
END_TEST

START_TEST(what_is_voted_on_stays_as_it_is)
{
	struct amendment_facts facts = prepared(DIRECTOR);

	facts.meeting.is_voted_on = true;
	begin();
	decide_return_amendment(&facts, &problems);
	assert_one(PROBLEM_VOTED_ON, NULL);
	begin();
	decide_withdraw_amendment(&facts, &problems);
	ck_assert(problems.list[0].code == PROBLEM_VOTED_ON);
	facts.is_of_county = true;
	facts.caller.person_id = CLERK;
	begin();
	decide_prepare_amendment(&facts, NULL, &problems);
	assert_one(PROBLEM_VOTED_ON, NULL);
}
END_TEST

/* The county would annul the grant itself. */
static struct amendment_facts annulling(const char *state, int64_t person)
{
	struct amendment_facts facts = prepared(person);

	facts.state = state;
	facts.kind = "annulment";
	facts.is_of_county = true;
	facts.asked_by = 31;
	facts.proposal.terms = (struct amendment_terms){0};
	return facts;
}

START_TEST(the_recipient_is_heard_before_the_county_takes_something_back)
{
	struct unheard_facts unheard = {.number = 1, .answer_by = TODAY};
	struct amendment_facts facts = annulling("prepared", DIRECTOR);
	struct amendment_facts asked = annulling("asked", CLERK);

	decide(&facts);
	assert_one(PROBLEM_AMENDMENT_NO_NOTICE, NULL);
	begin();
	decide_prepare_amendment(&asked, NULL, &problems);
	assert_one(PROBLEM_AMENDMENT_NO_NOTICE, NULL);
	asked.application.decision.unheard = &unheard;
	asked.application.decision.n_unheard = 1;
	begin();
	decide_prepare_amendment(&asked, NULL, &problems);
	assert_one(PROBLEM_PARTY_NOT_HEARD, NULL);
	facts.had_notice = true;
	decide(&facts);
	assert_none();
	facts.had_notice = facts.is_of_county = false;
	decide(&facts);
	assert_none();
	facts.is_of_county = true;
	facts.kind = "extension";
	facts.proposal.terms = until("extension", TODAY + 301).terms;
	decide(&facts);
	assert_none();
}
END_TEST

START_TEST(what_is_refused_needs_no_notice)
{
	struct amendment_facts facts = annulling("asked", CLERK);
	struct prepare_amendment_input input = {.outcome = "refused", .grounds = "Nei"};

	begin();
	decide_prepare_amendment(&facts, &input, &problems);
	assert_none();
	input.outcome = "approved";
	decide_prepare_amendment(&facts, &input, &problems);
	assert_one(PROBLEM_AMENDMENT_NO_NOTICE, NULL);
}
END_TEST

START_TEST(what_stood_in_the_way_since_is_told_as_it_is_decided)
{
	struct amendment_facts facts = prepared(DIRECTOR);

	facts.amended.ends_on = TODAY + 301;
	decide(&facts);
	assert_one(PROBLEM_AMENDMENT_NOT_LATER, NULL);
	facts = prepared(DIRECTOR);
	facts.is_appealed = true;
	facts.appeal_number = 1;
	decide(&facts);
	assert_one(PROBLEM_APPEAL_OPEN, NULL);
	facts.proposal.outcome = "refused";
	decide(&facts);
	assert_none();
	facts.state = "asked";
	decide(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(the_county_prepares_what_it_asked_for_itself_and_nobody_else_does)
{
	struct amendment_facts facts = prepared(CLERK);

	facts.asked_by = CLERK;
	facts.is_of_county = true;
	begin();
	decide_prepare_amendment(&facts, NULL, &problems);
	assert_none();
	facts.is_of_county = false;
	begin();
	decide_prepare_amendment(&facts, NULL, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(a_refusal_has_no_terms)
{
	struct amendment_facts facts = prepared(CLERK);
	struct prepare_amendment_input input = {
		.outcome = "refused",
		.grounds = "Nei",
		.terms = {.until = TODAY + 301, .has_until = true},
	};

	begin();
	decide_prepare_amendment(&facts, &input, &problems);
	assert_one(PROBLEM_AMENDMENT_MEMBER, "#/until");
}
END_TEST

START_TEST(nothing_is_asked_of_a_grant_that_is_held)
{
	struct new_amendment_facts facts = asking("offered");

	facts.amended.has_accept_by = false;
	facts.grant.is_held = true;
	ask(facts, until("acceptance", TODAY + 20));
	assert_one(PROBLEM_DECISION_HELD, NULL);
}
END_TEST

START_TEST(the_side_that_asked_withdraws)
{
	struct amendment_facts facts = prepared(CLERK);

	begin();
	decide_withdraw_amendment(&facts, &problems);
	assert_one(PROBLEM_AMENDMENT_OF_OTHER, NULL);
	facts.is_of_county = true;
	begin();
	decide_withdraw_amendment(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(what_a_partner_was_given_is_withdrawn_once_it_has_said_no)
{
	struct amendment_facts facts = prepared(CLERK);
	struct asked_about one = {.orgnr = "310000014", .state = "asked"};

	facts.partner = one.orgnr;
	facts.change.staying = &one;
	facts.change.n_staying = 1;
	begin();
	decide_withdraw_amendment(&facts, &problems);
	assert_one(PROBLEM_AMENDMENT_OF_OTHER, NULL);
	one.state = "declined";
	begin();
	decide_withdraw_amendment(&facts, &problems);
	assert_none();
	facts.caller.kind = "hub";
	begin();
	decide_withdraw_amendment(&facts, &problems);
	assert_one(PROBLEM_AMENDMENT_OF_OTHER, NULL);
}
END_TEST

/* Of an extension that an appeal gave. */
START_TEST(what_an_appeal_gave_is_approved_as_it_was_asked)
{
	struct amendment_facts facts = prepared(DIRECTOR);

	facts.allowed = "allowed";
	facts.asked = (struct amendment_terms){.until = TODAY + 301, .has_until = true};
	decide(&facts);
	assert_none();
	facts.asked.until++;
	decide(&facts);
	assert_one(PROBLEM_APPEAL_GAVE_ALL, NULL);
	facts.allowed = "allowed_in_part";
	decide(&facts);
	assert_none();
	facts.proposal = (struct amendment_proposal){
		.outcome = "refused", .grounds = "Nei", .made_by = CLERK};
	decide(&facts);
	assert_one(PROBLEM_APPEAL_GAVE_IT, NULL);
	facts.allowed = NULL;
	decide(&facts);
	assert_none();
}
END_TEST

START_TEST(more_time_that_the_county_gave_is_taken_back_on_appeal)
{
	struct amendment_facts facts = prepared(DIRECTOR);

	facts.asked = (struct amendment_terms){.until = TODAY + 200, .has_until = true};
	facts.proposal.terms.until = TODAY + 200;
	decide(&facts);
	assert_one(PROBLEM_AMENDMENT_NOT_LATER, NULL);
	facts.is_taken_up = true;
	decide(&facts);
	assert_none();
	facts.asked.until = TODAY + 301; /* of what its recipient asked for */
	decide(&facts);
	assert_one(PROBLEM_AMENDMENT_NOT_LATER, NULL);
}
END_TEST

START_TEST(the_recipient_has_three_weeks_to_appeal_against_a_refusal)
{
	struct amendment_facts facts = prepared(DIRECTOR);
	struct amendment_effects effects;

	facts.proposal = (struct amendment_proposal){
		.outcome = "refused", .grounds = "Nei", .made_by = CLERK};
	facts.application.has_appealable = true;
	facts.application.appealable.appeal_days = 21;
	facts.application.appealable.has_appeal_days = true;
	effects = enter(&facts, NULL, 0);
	assert_none();
	ck_assert_int_ge(effects.appeal_by, TODAY + 21);
	facts.is_of_county = true;
	ck_assert_int_eq(enter(&facts, NULL, 0).appeal_by, 0);
	facts = prepared(DIRECTOR);
	ck_assert_int_eq(enter(&facts, NULL, 0).appeal_by, 0);
}
END_TEST

RUN_TESTS(TEST(each_kind_is_of_a_grant_in_its_states), TEST(the_new_day_is_later_than_the_old),
	  TEST(the_recipient_asks_before_the_time_is_over_and_the_county_when_it_will),
	  TEST(who_is_neither_recipient_nor_county_is_told_whom_to_ask),
	  TEST(an_increase_is_more_and_a_decrease_less_but_not_below_what_is_claimed),
	  TEST(each_says_what_it_is_and_nothing_else), TEST(one_of_a_kind_waits_at_a_time),
	  TEST(after_the_final_claim_there_is_no_more_to_ask_for),
	  TEST(nothing_is_annulled_while_a_claim_is_under_way),
	  TEST(partners_leave_and_enter_by_a_change_of_partners_alone),
	  TEST(the_recipient_chooses_its_fagpartnere),
	  TEST(who_asked_or_prepared_does_not_decide),
	  TEST(authority_is_for_the_grant_and_of_an_increase_for_what_was_applied_for),
	  TEST(who_enters_is_held_against_what_else_helps_it),
	  TEST(what_was_there_when_it_was_granted_is_not_asked_again),
	  TEST(what_a_body_decides_its_meeting_resolves),
	  TEST(what_a_body_recommends_is_departed_from_with_grounds),
	  TEST(what_a_body_has_resolved_is_not_undone),
	  TEST(what_is_voted_on_stays_as_it_is),
	  TEST(the_recipient_is_heard_before_the_county_takes_something_back),
	  TEST(what_is_refused_needs_no_notice),
	  TEST(what_stood_in_the_way_since_is_told_as_it_is_decided),
	  TEST(the_county_prepares_what_it_asked_for_itself_and_nobody_else_does),
	  TEST(a_refusal_has_no_terms), TEST(the_side_that_asked_withdraws),
	  TEST(what_a_partner_was_given_is_withdrawn_once_it_has_said_no),
	  TEST(nothing_is_asked_of_a_grant_that_is_held),
	  TEST(what_an_appeal_gave_is_approved_as_it_was_asked),
	  TEST(more_time_that_the_county_gave_is_taken_back_on_appeal),
	  TEST(the_recipient_has_three_weeks_to_appeal_against_a_refusal))
