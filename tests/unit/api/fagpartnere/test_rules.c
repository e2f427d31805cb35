#include "api/fagpartnere/fagpartnere.h"
#include "api/fagpartnere/orders.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	HUB = 101,
	OTHER_HUB,
	PARTNER = 401,
	OTHER_PARTNER,
	FIRM = 301,
	PERSON = 11,
	TODAY = 20000, /* a day */
	ORDER = 7,
};

static struct caller caller_of(const char *role, const char *kind, int64_t organisation_id)
{
	return (struct caller)PERSON(role, kind, PERSON, organisation_id);
}

/* ---- the register */

static struct competence automation[] = { { "automasjon" }, { "sensorer" } };

static struct fagpartner_input entry(void)
{
	return (struct fagpartner_input){ .orgnr = "974760673",
					  .kind = "company",
					  .competences = automation,
					  .n_competences = 2 };
}

static void enter(const struct new_fagpartner_facts *facts, const struct fagpartner_input *input)
{
	struct new_fagpartner_facts found = *facts;

	found.caller = caller_of("hub_editor", "hub", HUB);
	begin();
	decide_register_fagpartner(&found, input, &problems);
}

START_TEST(an_organisation_is_entered_once)
{
	struct new_fagpartner_facts facts = { .partner_id = PARTNER };
	struct fagpartner_input input = entry();

	enter(&facts, &input);
	assert_none();
	facts.is_registered = true;
	enter(&facts, &input);
	assert_one(PROBLEM_DUPLICATE, "#/orgnr");
	facts = (struct new_fagpartner_facts){ .partner_id = HUB };
	enter(&facts, &input);
	assert_one(PROBLEM_OWN_PARTNER, "#/orgnr");
}
END_TEST

START_TEST(an_organisation_that_is_not_there_or_insolvent_is_not_entered)
{
	struct new_fagpartner_facts facts = { .partner_id = 0 };
	struct fagpartner_input input = entry();

	enter(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/orgnr");
	input.orgnr = "974760674";
	enter(&facts, &input);
	assert_one(PROBLEM_ORGNR_INVALID, "#/orgnr");
	input.orgnr = "974760673";
	facts = (struct new_fagpartner_facts){ .partner_id = PARTNER, .is_insolvent = true };
	enter(&facts, &input);
	assert_one(PROBLEM_APPLICANT_INSOLVENT, NULL);
}
END_TEST

START_TEST(a_competence_has_one_level)
{
	struct competence twice[] = { { "automasjon" }, { "sensorer" }, { "automasjon" } };
	struct new_fagpartner_facts facts = { .partner_id = PARTNER };
	struct fagpartner_input input = entry();

	input.competences = twice;
	input.n_competences = 3;
	enter(&facts, &input);
	assert_one(PROBLEM_FIELD_NOT_UNIQUE, "#/competences/2/code");
}
END_TEST

START_TEST(a_competence_is_one_of_the_list_and_those_near_are_named)
{
	struct unknown_competence unknown[] = { { 0, "automasjon, robotikk" }, { 1, NULL } };
	struct new_fagpartner_facts facts = { .partner_id = PARTNER,
					      .unknown = unknown,
					      .n_unknown = 2 };
	struct fagpartner_input input = entry();

	enter(&facts, &input);
	assert_found(PROBLEM_COMPETENCE_NEAR, "#/competences/0/code");
	assert_found(PROBLEM_COMPETENCE_UNKNOWN, "#/competences/1/code");
}
END_TEST

START_TEST(county_registrar_and_fagpartner_change_an_entry)
{
	const struct caller keepers[] = {
		caller_of("caseworker", "county", 1),
		caller_of("hub_editor", "hub", HUB),
		caller_of("fagpartner", "partner", PARTNER),
	};
	const struct caller others[] = {
		caller_of("hub_editor", "hub", OTHER_HUB),
		caller_of("hub_editor", "hub", PARTNER),
		caller_of("fagpartner", "partner", OTHER_PARTNER),
		caller_of("fagpartner", "partner", HUB),
	};
	struct fagpartner_facts facts = { .state = "active",
					  .partner_id = PARTNER,
					  .hub_id = HUB };

	for (size_t i = 0; i < 3; i++) {
		facts.caller = keepers[i];
		begin();
		decide_change_fagpartner(&facts, NULL, &problems);
		assert_none();
	}
	for (size_t i = 0; i < 4; i++) {
		facts.caller = others[i];
		begin();
		decide_change_fagpartner(&facts, NULL, &problems);
		assert_one(PROBLEM_FAGPARTNER_KEEPER, NULL);
	}
}
END_TEST

START_TEST(what_is_retired_stays_as_it_is)
{
	struct fagpartner_facts facts = { .caller = caller_of("caseworker", "county", 1),
					  .state = "retired" };

	begin();
	decide_change_fagpartner(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_retire_fagpartner(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* ---- engagements */

static struct new_engagement_facts free_partner(void)
{
	return (struct new_engagement_facts){ .caller = caller_of("hub_editor", "hub", HUB),
					      .today = TODAY,
					      .partner_id = PARTNER,
					      .fagpartner_state = "active" };
}

static struct new_engagement_input offer(void)
{
	return (struct new_engagement_input){ .starts_on = TODAY,
					      .ends_on = TODAY + 90,
					      .hourly_ore = 120000,
					      .ceiling_minutes = 6000 };
}

static void propose(const struct new_engagement_facts *facts,
		    const struct new_engagement_input *input)
{
	begin();
	decide_propose_engagement(facts, input, &problems);
}

START_TEST(an_active_fagpartner_can_be_engaged)
{
	struct new_engagement_facts facts = free_partner();
	struct new_engagement_input input = offer();

	propose(&facts, &input);
	assert_none();
	facts.fagpartner_state = "retired";
	propose(&facts, &input);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_hub_does_not_engage_itself)
{
	struct new_engagement_facts facts = free_partner();
	struct new_engagement_input input = offer();

	facts.partner_id = HUB;
	propose(&facts, &input);
	assert_one(PROBLEM_OWN_PARTNER, "#/fagpartnerId");
}
END_TEST

START_TEST(an_engagement_is_for_an_open_track_of_the_hub)
{
	struct new_engagement_facts facts = free_partner();
	struct new_engagement_input input = offer();

	input.has_track = true;
	propose(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/trackId");
	facts.track_state = "open";
	propose(&facts, &input);
	assert_none();
	facts.track_state = "ended";
	propose(&facts, &input);
	assert_one(PROBLEM_TRACK_ENDED, "#/trackId");
}
END_TEST

START_TEST(an_engagement_lies_ahead)
{
	struct new_engagement_facts facts = free_partner();
	struct new_engagement_input input = offer();

	input.starts_on = TODAY - 90;
	input.ends_on = TODAY - 1;
	propose(&facts, &input);
	assert_one(PROBLEM_DATE_PASSED, "#/endsOn");
	input.starts_on = TODAY + 2;
	input.ends_on = TODAY + 1;
	propose(&facts, &input);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/endsOn");
}
END_TEST

START_TEST(related_parties_say_how_and_others_do_not)
{
	struct new_engagement_facts facts = free_partner();
	struct new_engagement_input input = offer();

	input.is_related = true;
	propose(&facts, &input);
	assert_one(PROBLEM_RELATION_DECLARATION, "#/relation");
	input.relation = "Samme daglige leder";
	propose(&facts, &input);
	assert_none();
	input.is_related = false;
	propose(&facts, &input);
	assert_one(PROBLEM_RELATION_DECLARATION, "#/relation");
}
END_TEST

static struct engagement_facts engaged(const char *state)
{
	return (struct engagement_facts){ .caller = caller_of("hub_signatory", "hub", HUB),
					  .today = TODAY,
					  .state = state,
					  .hub_id = HUB,
					  .partner_id = PARTNER,
					  .starts_on = TODAY - 30,
					  .ends_on = TODAY,
					  .hourly_ore = 100001,
					  .left_minutes = 600,
					  .order_id = ORDER };
}

static void agree(const struct engagement_facts *facts, const struct agreement_input *input)
{
	begin();
	decide_agree_engagement(facts, input, &problems);
}

START_TEST(a_fagpartner_with_people_agrees_itself)
{
	struct engagement_facts facts = engaged("proposed");
	struct agreement_input input = { .note = "Avtalt i møte" };

	facts.partner_has_people = true;
	agree(&facts, &input);
	assert_one(PROBLEM_PARTNER_AGREES, NULL);
	facts.caller = caller_of("fagpartner", "partner", PARTNER);
	input.note = NULL;
	agree(&facts, &input);
	assert_none();
	facts.proposed_by = PERSON;
	agree(&facts, &input);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.caller.is_person = false;
	agree(&facts, &input);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(for_one_without_people_the_hub_says_how_it_agreed)
{
	struct engagement_facts facts = engaged("proposed");
	struct agreement_input input = { .note = NULL };

	facts.proposed_by = PERSON;
	agree(&facts, NULL);
	assert_none();
	agree(&facts, &input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/note");
	input.note = "Avtalt i møte";
	agree(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(a_related_party_is_engaged_by_two_persons)
{
	struct engagement_facts facts = engaged("proposed");
	struct agreement_input input = { .note = "Avtalt i møte" };

	facts.is_related = true;
	facts.proposed_by = PERSON;
	agree(&facts, &input);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.is_related = false;
	input.has_related = input.is_related = true;
	input.relation = "Eier 40 %";
	agree(&facts, &input);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.proposed_by = PERSON + 1;
	agree(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(either_says_that_they_are_related_and_the_county_that_they_are_not)
{
	struct engagement_facts facts = engaged("agreed");
	struct relation_input input = { true, NULL, "Ble ikke oppgitt" };

	begin();
	decide_correct_relation(&facts, &input, &problems);
	assert_one(PROBLEM_RELATION_DECLARATION, "#/relation");
	input.relation = "Eier 40 %";
	begin();
	decide_correct_relation(&facts, &input, &problems);
	assert_none();
	input = (struct relation_input){ false, NULL, "Solgt" };
	decide_correct_relation(&facts, &input, &problems);
	assert_one(PROBLEM_RELATION_STANDS, "#/isRelated");
	facts.caller = caller_of("caseworker", "county", 1);
	begin();
	decide_correct_relation(&facts, &input, &problems);
	assert_none();
	facts.state = "declined";
	decide_correct_relation(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(an_engagement_is_answered_once_and_ended_after_it_was_agreed)
{
	struct engagement_facts facts = engaged("agreed");

	agree(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_decline_engagement(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_end_engagement(&facts, &problems);
	assert_none();
	facts.state = "proposed";
	begin();
	decide_end_engagement(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_decline_engagement(&facts, &problems);
	assert_none();
}
END_TEST

/* ---- ordering */

static struct ordering_firm served[] = { { FIRM, true, true, false, true },
					 { FIRM + 1, true, true, false, true },
					 { FIRM + 2, true, true, false, true } };
static struct ordered_firm firms[] = { { .orgnr = "974760673" },
				       { .orgnr = "923609016" },
				       { .orgnr = "982463718" } };

static struct order_input order_of(int64_t minutes, size_t n)
{
	return (struct order_input){
		.theme = "digital", .minutes = minutes, .firms = firms, .n_firms = n };
}

static struct order_effects order(struct engagement_facts *facts, const struct order_input *input)
{
	struct order_effects effects = { NULL };

	begin();
	if (facts->firms == NULL) {
		facts->firms = served;
		facts->n_firms = input == NULL ? 0 : input->n_firms;
	}
	decide_order_hours(facts, input, &effects, &problems);
	return effects;
}

START_TEST(hours_are_ordered_up_to_the_ceiling)
{
	struct engagement_facts facts = engaged("agreed");
	struct order_input input = order_of(600, 1);

	ck_assert_int_eq(order(&facts, &input).minutes[0], 600);
	assert_none();
	input.minutes = 601;
	order(&facts, &input);
	assert_one(PROBLEM_CEILING_EXCEEDED, "#/minutes");
	assert_arg(0, "600");
	facts.left_minutes = 0;
	order(&facts, NULL);
	assert_one(PROBLEM_CEILING_EXCEEDED, NULL);
}
END_TEST

START_TEST(a_fagpartner_has_no_hours_with_itself)
{
	struct engagement_facts facts = engaged("agreed");
	struct order_input input = order_of(60, 2);

	facts.partner_id = FIRM + 1;
	order(&facts, &input);
	assert_one(PROBLEM_OWN_PARTNER, "#/firms/1/orgnr");
}
END_TEST

START_TEST(hours_are_ordered_while_the_engagement_lasts)
{
	static const char *const shut[] = { "proposed", "ended", "declined" };
	struct engagement_facts facts = engaged("agreed");

	order(&facts, NULL);
	assert_none();
	facts.today = TODAY + 1;
	order(&facts, NULL);
	assert_one(PROBLEM_ENGAGEMENT_OVER, NULL);
	for (size_t i = 0; i < 3; i++) {
		facts = engaged(shut[i]);
		order(&facts, NULL);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(firms_that_order_together_share_to_the_minute)
{
	struct engagement_facts facts = engaged("agreed");
	struct order_input input = order_of(100, 3);
	struct order_effects effects = order(&facts, &input);

	assert_none();
	ck_assert_int_eq(effects.minutes[0], 34);
	ck_assert_int_eq(effects.minutes[1], 33);
	ck_assert_int_eq(effects.minutes[2], 33);
}
END_TEST

START_TEST(parts_decide_how_firms_share_and_each_gets_some)
{
	struct engagement_facts facts = engaged("agreed");
	struct ordered_firm parted[] = { { "974760673", 3, true }, { "923609016", 1, true } };
	struct order_input input = {
		.theme = "digital", .minutes = 10, .firms = parted, .n_firms = 2 };
	struct order_effects effects = order(&facts, &input);

	assert_none();
	ck_assert_int_eq(effects.minutes[0], 8);
	ck_assert_int_eq(effects.minutes[1], 2);
	parted[0].parts = 1000;
	order(&facts, &input);
	assert_one(PROBLEM_NO_MINUTES, "#/firms/1/parts");
}
END_TEST

START_TEST(hours_are_ordered_for_firms_the_hub_follows)
{
	struct ordering_firm found[] = { { FIRM, true, true, false, true },
					 { 0, false, false, false, false },
					 { FIRM + 2, false, false, false, true } };
	struct engagement_facts facts = engaged("agreed");
	struct order_input input = order_of(100, 3);

	facts.firms = found;
	facts.n_firms = 3;
	order(&facts, &input);
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/firms/1/orgnr");
	assert_found(PROBLEM_FIRM_NOT_SERVED, "#/firms/2/orgnr");
	ck_assert_uint_eq(problems.n, 2);
	found[1] = served[1];
	found[2].is_served = true;
	order(&facts, &input);
	assert_one(PROBLEM_NOT_OF_TRACK, "#/firms/2/orgnr");
}
END_TEST

START_TEST(a_firm_stands_once_in_an_order)
{
	struct ordered_firm twice[] = { { .orgnr = "974760673" }, { .orgnr = "974760673" } };
	struct engagement_facts facts = engaged("agreed");
	struct order_input input = {
		.theme = "digital", .minutes = 100, .firms = twice, .n_firms = 2 };

	order(&facts, &input);
	assert_one(PROBLEM_FIELD_NOT_UNIQUE, "#/firms/1/orgnr");
}
END_TEST

START_TEST(hours_for_a_session_are_ordered_while_it_is_planned_for_whom_it_is_held)
{
	struct ordering_firm found[] = { { FIRM, true, true, true, true },
					 { FIRM + 1, true, true, false, true } };
	struct engagement_facts facts = engaged("agreed");
	struct order_input input = order_of(100, 2);

	input.has_session = true;
	input.theme = NULL;
	facts.firms = found;
	facts.n_firms = 2;
	order(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/sessionId");
	facts.session_state = "planned";
	facts.session_left_minutes = 600;
	order(&facts, &input);
	assert_one(PROBLEM_NOT_OF_SESSION, "#/firms/1/orgnr");
	found[1].is_of_session = true;
	order(&facts, &input);
	assert_none();
	facts.session_left_minutes = 99;
	order(&facts, &input);
	assert_one(PROBLEM_SESSION_ORDERED, "#/minutes");
	assert_arg(0, "99");
	facts.session_state = "held";
	order(&facts, &input);
	assert_one(PROBLEM_STATE_CONFLICT, "#/sessionId");
}
END_TEST

START_TEST(whoever_orders_is_told_of_firms_that_nobody_confirms_for)
{
	struct ordering_firm found[] = { { .id = FIRM, .has_people = true }, { .id = FIRM + 1 } };
	const char *silent[] = { "310000002" };
	struct engagement_facts facts = engaged("agreed");
	struct order_input input = order_of(100, 2);

	facts.firms = found;
	facts.n_firms = 2;
	begin();
	warn_of_order(&facts, &input, &problems);
	assert_one(PROBLEM_NOBODY_CONFIRMS, "#/firms/1/orgnr");
	begin();
	warn_of_engagement(&facts, &problems);
	assert_none();
	facts.silent = silent;
	facts.n_silent = 1;
	begin();
	warn_of_engagement(&facts, &problems);
	assert_one(PROBLEM_NOBODY_CONFIRMS, NULL);
	assert_arg(0, "310000002");
}
END_TEST

START_TEST(hours_have_a_theme_or_that_of_their_session)
{
	struct engagement_facts facts = engaged("agreed");
	struct order_input input = order_of(100, 1);

	input.theme = NULL;
	order(&facts, &input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/theme");
	input.theme = "green";
	input.has_session = true;
	facts.session_state = "planned";
	facts.session_left_minutes = 600;
	served[0].is_of_session = true;
	order(&facts, &input);
	assert_one(PROBLEM_THEME_OF_SESSION, "#/theme");
	served[0].is_of_session = false;
}
END_TEST

/* ---- invoicing: at 1000,01 an hour */

static void enter_invoice(struct engagement_facts *facts, const struct invoice_input *input)
{
	begin();
	decide_enter_invoice(facts, input, &problems);
}

START_TEST(confirmed_hours_are_invoiced_at_the_rate)
{
	struct invoiced_hours confirmed[] = { { "confirmed", 60 }, { "confirmed", 31 } };
	struct invoice_input input = { "F-1", TODAY, 151669, "[]", NULL };
	struct engagement_facts facts = engaged("ended");

	facts.hours = confirmed;
	facts.n_hours = 2;
	enter_invoice(&facts, &input);
	assert_none();
	input.amount_ore = 151670;
	enter_invoice(&facts, &input);
	assert_one(PROBLEM_INVOICE_OVER_CONFIRMED, "#/amountOre");
	input.amount_ore = 151667;
	enter_invoice(&facts, &input);
	assert_one(PROBLEM_INVOICE_SHORT, "#/reason");
	input.reason = "Rabatt";
	enter_invoice(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(hours_are_invoiced_after_they_are_confirmed_and_once)
{
	struct invoiced_hours hours[] = { { "confirmed", 600 }, { "delivered", 0 },
					  { "invoiced", 60 },   { NULL, 0 },
					  { "confirmed", 0 } };
	struct invoice_input input = { "F-1", TODAY, 1, "[]", "Rabatt" };
	struct engagement_facts facts = engaged("agreed");

	facts.hours = hours;
	facts.n_hours = 5;
	enter_invoice(&facts, &input);
	assert_found(PROBLEM_STATE_CONFLICT, "#/hoursIds/1");
	assert_found(PROBLEM_STATE_CONFLICT, "#/hoursIds/2");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/hoursIds/3");
	assert_found(PROBLEM_NOTHING_CONFIRMED, "#/hoursIds/4");
	ck_assert_uint_eq(problems.n, 4);
}
END_TEST

START_TEST(an_invoice_is_new_and_of_a_day_that_has_come)
{
	struct invoiced_hours confirmed = { "confirmed", 60 };
	struct invoice_input input = { "F-1", TODAY + 1, 1, "[]", "Rabatt" };
	struct engagement_facts facts = engaged("agreed");

	facts.hours = &confirmed;
	facts.n_hours = 1;
	enter_invoice(&facts, &input);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/issuedOn");
	input.issued_on = TODAY - 31;
	enter_invoice(&facts, &input);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/issuedOn");
	input.issued_on = TODAY;
	facts.invoice_is_used = true;
	enter_invoice(&facts, &input);
	assert_one(PROBLEM_INVOICE_USED, "#/number");
}
END_TEST

static void credit(struct engagement_facts *facts, const struct credit_input *input)
{
	begin();
	decide_credit_invoice(facts, input, &problems);
}

START_TEST(an_invoice_is_credited_once_and_while_no_claim_has_it)
{
	struct credit_input input = { "F-1", "K-1", "Feil timepris" };
	struct engagement_facts facts = engaged("ended");

	credit(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/number");
	facts.has_invoice = true;
	credit(&facts, &input);
	assert_none();
	facts.invoice.is_claimed = true;
	credit(&facts, &input);
	assert_one(PROBLEM_INVOICE_CLAIMED, "#/number");
	facts.invoice.is_credited = true;
	credit(&facts, &input);
	assert_one(PROBLEM_INVOICE_CREDITED, "#/number");
}
END_TEST

START_TEST(a_fagpartner_credits_what_it_entered_itself)
{
	struct credit_input input = { "F-1", "K-1", "Feil timepris" };
	struct engagement_facts facts = engaged("agreed");

	facts.caller = caller_of("fagpartner", "partner", PARTNER);
	facts.has_invoice = true;
	credit(&facts, &input);
	assert_one(PROBLEM_INVOICE_OF_ANOTHER, "#/number");
	facts.invoice.is_own = true;
	credit(&facts, &input);
	assert_none();
}
END_TEST

START_TEST(a_credit_note_has_a_number_of_its_own)
{
	struct credit_input input = { "F-1", "f-1", "Feil timepris" };
	struct engagement_facts facts = engaged("agreed");

	facts.has_invoice = true;
	facts.other_is_used = true;
	credit(&facts, &input);
	assert_one(PROBLEM_INVOICE_USED, "#/creditNote");
}
END_TEST

START_TEST(a_number_is_corrected_by_who_entered_the_invoice)
{
	struct correct_invoice_input input = { .number = "F-1", .correct_number = "F-2" };
	struct engagement_facts facts = engaged("ended");

	facts.has_invoice = true;
	begin();
	decide_correct_invoice(&facts, &input, &problems);
	assert_one(PROBLEM_INVOICE_OF_ANOTHER, "#/number");
	facts.invoice.is_own = true;
	begin();
	decide_correct_invoice(&facts, &input, &problems);
	assert_none();
	facts.other_is_used = true;
	begin();
	decide_correct_invoice(&facts, &input, &problems);
	assert_one(PROBLEM_INVOICE_USED, "#/correctNumber");
	facts.invoice.is_claimed = true;
	begin();
	decide_correct_invoice(&facts, &input, &problems);
	assert_found(PROBLEM_INVOICE_CLAIMED, "#/number");
}
END_TEST

START_TEST(nothing_is_credited_of_what_was_never_agreed)
{
	struct engagement_facts facts = engaged("proposed");

	credit(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = engaged("agreed");
	credit(&facts, NULL);
	assert_none();
}
END_TEST

START_TEST(nothing_is_invoiced_of_what_was_never_agreed)
{
	struct engagement_facts facts = engaged("declined");

	enter_invoice(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = engaged("agreed");
	enter_invoice(&facts, NULL);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(an_organisation_is_entered_once),
	  TEST(an_organisation_that_is_not_there_or_insolvent_is_not_entered),
	  TEST(a_competence_has_one_level),
	  TEST(a_competence_is_one_of_the_list_and_those_near_are_named),
	  TEST(county_registrar_and_fagpartner_change_an_entry),
	  TEST(what_is_retired_stays_as_it_is), TEST(an_active_fagpartner_can_be_engaged),
	  TEST(a_hub_does_not_engage_itself), TEST(an_engagement_is_for_an_open_track_of_the_hub),
	  TEST(an_engagement_lies_ahead), TEST(related_parties_say_how_and_others_do_not),
	  TEST(a_fagpartner_with_people_agrees_itself),
	  TEST(for_one_without_people_the_hub_says_how_it_agreed),
	  TEST(a_related_party_is_engaged_by_two_persons),
	  TEST(either_says_that_they_are_related_and_the_county_that_they_are_not),
	  TEST(an_engagement_is_answered_once_and_ended_after_it_was_agreed),
	  TEST(hours_have_a_theme_or_that_of_their_session),
	  TEST(hours_are_ordered_up_to_the_ceiling),
	  TEST(a_fagpartner_has_no_hours_with_itself),
	  TEST(hours_are_ordered_while_the_engagement_lasts),
	  TEST(firms_that_order_together_share_to_the_minute),
	  TEST(parts_decide_how_firms_share_and_each_gets_some),
	  TEST(hours_are_ordered_for_firms_the_hub_follows),
	  TEST(hours_for_a_session_are_ordered_while_it_is_planned_for_whom_it_is_held),
	  TEST(whoever_orders_is_told_of_firms_that_nobody_confirms_for),
	  TEST(a_firm_stands_once_in_an_order),
	  TEST(confirmed_hours_are_invoiced_at_the_rate),
	  TEST(hours_are_invoiced_after_they_are_confirmed_and_once),
	  TEST(an_invoice_is_new_and_of_a_day_that_has_come),
	  TEST(an_invoice_is_credited_once_and_while_no_claim_has_it),
	  TEST(a_fagpartner_credits_what_it_entered_itself),
	  TEST(a_credit_note_has_a_number_of_its_own),
	  TEST(nothing_is_credited_of_what_was_never_agreed),
	  TEST(a_number_is_corrected_by_who_entered_the_invoice),
	  TEST(nothing_is_invoiced_of_what_was_never_agreed))
