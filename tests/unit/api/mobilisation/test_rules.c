#include "api/mobilisation/contacts.h"
#include "api/mobilisation/mobilisation.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	HUB = 101,
	OTHER_HUB,
	FIRM = 301,
	EDITOR = 11,
	TODAY = 20000, /* a day */
};

static const struct caller editor = PERSON("hub_editor", "hub", EDITOR, HUB);
static const struct caller machine = {.role = "hub_editor", .kind = "hub", .organisation_id = HUB};

/* ---- members */

START_TEST(a_firm_is_a_member_once_at_a_time)
{
	struct membership_facts facts = { .caller = editor, .firm_id = FIRM };

	begin();
	decide_create_membership(&facts, &problems);
	assert_none();
	facts.is_member = true;
	begin();
	decide_create_membership(&facts, &problems);
	assert_one(PROBLEM_MEMBER_ALREADY, NULL);
}
END_TEST

START_TEST(a_member_is_a_firm)
{
	struct membership_facts facts = { .caller = editor,
					  .firm_id = FIRM,
					  .serves_as = "county" };

	begin();
	decide_create_membership(&facts, &problems);
	assert_one(PROBLEM_NOT_A_FIRM, "#/firmOrgnr");
}
END_TEST

START_TEST(a_member_may_be_of_a_time_before_it_was_founded_but_not_long_before)
{
	struct membership_facts facts = { .caller = editor,
					  .firm_id = FIRM,
					  .founded_on = TODAY,
					  .has_founded = true,
					  .member_from = TODAY - 30 * 365 };

	begin();
	decide_create_membership(&facts, &problems);
	assert_none();
	facts.member_from--;
	begin();
	decide_create_membership(&facts, &problems);
	assert_one(PROBLEM_DATE_EARLY, "#/memberFrom");
}
END_TEST

START_TEST(a_hub_is_told_that_its_member_is_one_elsewhere)
{
	struct membership_facts facts = { .caller = editor, .firm_id = FIRM };

	begin();
	warn_of_membership(&facts, &problems);
	assert_none();
	facts.ask = "Petter Lund";
	begin();
	warn_of_membership(&facts, &problems);
	assert_one(PROBLEM_MEMBER_ELSEWHERE, NULL);
	assert_arg(0, "Petter Lund");
}
END_TEST

START_TEST(a_hub_is_no_member_of_itself)
{
	struct membership_facts facts = { .caller = editor, .firm_id = HUB };

	begin();
	decide_create_membership(&facts, &problems);
	assert_one(PROBLEM_HUB_SAME, "#/firmOrgnr");
}
END_TEST

static void end_on(const struct membership_facts *facts, int32_t member_to)
{
	struct membership_end_input input = { .member_to = member_to };

	begin();
	decide_end_membership(facts, &input, &problems);
}

START_TEST(a_membership_lasts_a_day_or_more)
{
	struct membership_facts facts = { .caller = editor, .member_from = TODAY };

	end_on(&facts, TODAY);
	assert_none();
	end_on(&facts, TODAY - 1);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/memberTo");
}
END_TEST

START_TEST(a_membership_ends_once)
{
	struct membership_facts facts = { .member_from = TODAY,
					  .member_to = TODAY + 9,
					  .has_end = true };

	end_on(&facts, TODAY + 1);
	assert_one(PROBLEM_MEMBERSHIP_ENDED, NULL);
	begin();
	decide_end_membership(&facts, NULL, &problems);
	assert_one(PROBLEM_MEMBERSHIP_ENDED, NULL);
}
END_TEST

/* ---- contacts */

START_TEST(a_contact_is_noted_after_it_was)
{
	struct enrolment_facts facts = {
		.caller = machine, .today = TODAY, .days = { .followed_on = TODAY - 30 }
	};
	struct contact_input input = { .on_day = TODAY };

	begin();
	decide_note_contact(&facts, &input, &problems);
	assert_none();
	input.on_day++;
	begin();
	decide_note_contact(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_FUTURE, "#/onDay");
	input.on_day = TODAY - 30 - 366;
	begin();
	decide_note_contact(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_EARLY, "#/onDay");
	begin();
	decide_note_contact(&facts, NULL, &problems);
	assert_none();
}
END_TEST

START_TEST(a_contact_is_corrected_to_a_day_that_it_could_be_noted_of_and_not_when_void)
{
	struct contact_facts facts = { .today = TODAY, .days = { .followed_on = TODAY - 30 } };
	struct correct_contact_input input = { .on_day = TODAY + 1 };

	begin();
	decide_correct_contact(&facts, &input, &problems);
	assert_none();
	input.has_day = true;
	begin();
	decide_correct_contact(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_FUTURE, "#/onDay");
	input.on_day = TODAY - 30 - 366;
	begin();
	decide_correct_contact(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_EARLY, "#/onDay");
	facts.is_void = true;
	begin();
	decide_correct_contact(&facts, NULL, &problems);
	assert_one(PROBLEM_CONTACT_VOID, NULL);
}
END_TEST

/* ---- hand-overs */

static struct enrolment_facts unasked(void)
{
	return (struct enrolment_facts){ .caller = editor,
					    .today = TODAY,
					    .state = "prospect",
					    .days = { .followed_on = TODAY - 30 },
					    .hub_id = HUB,
					    .to_hub_id = OTHER_HUB,
					    .has_to_hub = true,
					    .is_between_stages = true };
}

static void ask(const struct enrolment_facts *facts, int32_t consent_on)
{
	struct handover_input input = { .consent_by = "Kari Foss",
					.consent_on = consent_on,
					.has_consent_day = true };

	begin();
	decide_ask_handover(facts, &input, &problems);
}

START_TEST(another_hub_is_asked_with_consent_or_to_be_given_it)
{
	struct enrolment_facts facts = unasked();

	ask(&facts, TODAY);
	assert_none();
	ask(&facts, TODAY + 1);
	assert_one(PROBLEM_DATE_FUTURE, "#/consentOn");
	ask(&facts, TODAY - 31);
	assert_one(PROBLEM_DATE_EARLY, "#/consentOn");
	begin();
	decide_ask_handover(&facts, &(struct handover_input){ .consent_by = NULL }, &problems);
	assert_none();
	begin();
	decide_ask_handover(&facts, &(struct handover_input){ .consent_by = "Kari" }, &problems);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/consentOn");
	begin();
	decide_ask_handover(
		&facts, &(struct handover_input){ .consent_on = TODAY, .has_consent_day = true },
		&problems);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/consentBy");
}
END_TEST

START_TEST(one_hub_is_asked_at_a_time)
{
	struct enrolment_facts facts = unasked();

	facts.is_handover_asked = true;
	ask(&facts, TODAY);
	assert_one(PROBLEM_HANDOVER_ASKED, NULL);
	facts = unasked();
	facts.state = "dropped_out";
	ask(&facts, TODAY);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(it_is_a_hub_and_another_one_that_is_asked)
{
	struct enrolment_facts facts = unasked();

	facts.to_hub_id = HUB;
	ask(&facts, TODAY);
	assert_one(PROBLEM_HUB_SAME, "#/toOrgnr");
	facts.has_to_hub = false;
	ask(&facts, TODAY);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/toOrgnr");
}
END_TEST

START_TEST(the_county_asks_without_consent_and_no_hub_does)
{
	struct handover_input input = { .without_consent = "hub_closed" };
	struct enrolment_facts facts = unasked();

	begin();
	decide_ask_handover(&facts, &input, &problems);
	assert_one(PROBLEM_COUNTY_HANDS_OVER, "#/withoutConsent");
	facts.caller = (struct caller)PERSON("caseworker", "county", 41, 1);
	facts.is_between_stages = false;
	begin();
	decide_ask_handover(&facts, &input, &problems);
	assert_none();
	begin();
	decide_ask_handover(&facts, NULL, &problems);
	assert_none();
	facts.is_hub_open = true;
	begin();
	decide_ask_handover(&facts, &input, &problems);
	assert_one(PROBLEM_HUB_OPEN, "#/withoutConsent");
	input = (struct handover_input){ .without_consent = "registered_by_mistake" };
	begin();
	decide_ask_handover(&facts, &input, &problems);
	assert_one(PROBLEM_HUB_NOT_CLOSED, "#/withoutConsent");
}
END_TEST

START_TEST(a_firm_is_not_handed_over_in_the_middle_of_a_stage)
{
	struct enrolment_facts facts = unasked();

	facts.is_between_stages = false;
	ask(&facts, TODAY);
	assert_one(PROBLEM_HANDOVER_IN_STAGE, NULL);
	begin();
	decide_ask_handover(&facts, NULL, &problems);
	assert_one(PROBLEM_HANDOVER_IN_STAGE, NULL);
}
END_TEST

START_TEST(a_person_asks)
{
	struct enrolment_facts facts = unasked();

	facts.caller = machine;
	ask(&facts, TODAY);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

static struct handover_facts asked_of(int64_t hub)
{
	return (struct handover_facts){ .caller = editor,
					.state = "asked",
					.hub_id = hub == HUB ? OTHER_HUB : HUB,
					.to_hub_id = hub,
					.hub = "Granlia",
					.firm_id = FIRM,
					.to_hub = "Skarv",
					.is_consented = true,
					.is_between_stages = true };
}

typedef void answer_fn(const struct handover_facts *facts, struct problems *problems);

static void answer(answer_fn *decide, const struct handover_facts *facts)
{
	begin();
	decide(facts, &problems);
}

static answer_fn *const answers[] = { decide_accept_handover, decide_decline_handover,
				      decide_withdraw_handover };

static const struct caller owner = PERSON("firm", "firm", 31, FIRM);

START_TEST(nobody_speaks_for_two_parties_of_a_hand_over)
{
	struct handover_facts facts = asked_of(HUB);

	facts.asked_by = facts.caller.person_id;
	answer(decide_accept_handover, &facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	answer(decide_decline_handover, &facts);
	assert_none();
	facts.caller = owner;
	facts.asked_by = owner.person_id;
	facts.is_consented = false;
	answer(decide_consent_handover, &facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(the_firm_consents_once)
{
	struct handover_facts facts = asked_of(HUB);

	facts.caller = owner;
	answer(decide_consent_handover, &facts);
	assert_one(PROBLEM_CONSENT_GIVEN, NULL);
	facts.is_consented = false;
	answer(decide_consent_handover, &facts);
	assert_none();
	facts.state = "withdrawn";
	answer(decide_consent_handover, &facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static struct handover_facts asked_by_county(void)
{
	struct handover_facts facts = asked_of(HUB);

	facts.caller = (struct caller)PERSON("caseworker", "county", 41, 1);
	facts.is_by_county = true;
	facts.asked_by = 42;
	facts.county = "Trøndelag";
	return facts;
}

START_TEST(what_the_county_asks_another_of_its_persons_answers)
{
	struct handover_facts facts = asked_by_county();

	answer(decide_accept_handover, &facts);
	assert_none();
	answer(decide_withdraw_handover, &facts);
	assert_none();
	facts.asked_by = 41;
	answer(decide_accept_handover, &facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	answer(decide_withdraw_handover, &facts);
	assert_none();
	facts.caller = editor;
	answer(decide_accept_handover, &facts);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
	assert_arg(0, "Trøndelag");
	answer(decide_decline_handover, &facts);
	assert_none();
}
END_TEST

START_TEST(the_county_does_without_consent_where_there_is_nobody_to_give_it)
{
	struct handover_facts facts = asked_by_county();

	facts.is_consented = false;
	answer(decide_accept_handover, &facts);
	assert_one(PROBLEM_CONSENT_MISSING, NULL);
	facts.without_consent = "registered_by_mistake";
	answer(decide_accept_handover, &facts);
	assert_none();
	facts.is_between_stages = false;
	answer(decide_accept_handover, &facts);
	assert_one(PROBLEM_HANDOVER_IN_STAGE, NULL);
	facts.without_consent = "hub_closed";
	answer(decide_accept_handover, &facts);
	assert_none();
	facts.is_hub_open = true;
	answer(decide_accept_handover, &facts);
	assert_one(PROBLEM_HUB_OPEN, NULL);
}
END_TEST

START_TEST(without_consent_no_hub_takes_the_firm)
{
	struct handover_facts facts = asked_of(HUB);

	facts.is_consented = false;
	answer(decide_accept_handover, &facts);
	assert_one(PROBLEM_CONSENT_MISSING, NULL);
	answer(decide_decline_handover, &facts);
	assert_none();
}
END_TEST

START_TEST(the_firm_says_no_whatever_was_noted)
{
	struct handover_facts facts = asked_of(HUB);

	facts.caller = owner;
	answer(decide_decline_handover, &facts);
	assert_none();
	facts.caller.organisation_id = FIRM + 1;
	answer(decide_decline_handover, &facts);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
}
END_TEST

START_TEST(who_is_asked_answers)
{
	struct handover_facts facts = asked_of(HUB);

	answer(decide_accept_handover, &facts);
	assert_none();
	answer(decide_decline_handover, &facts);
	assert_none();
	answer(decide_withdraw_handover, &facts);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
	assert_arg(0, "Granlia");
}
END_TEST

START_TEST(who_asked_withdraws)
{
	struct handover_facts facts = asked_of(OTHER_HUB);

	answer(decide_withdraw_handover, &facts);
	assert_none();
	for (size_t i = 0; i < 2; i++) {
		answer(answers[i], &facts);
		assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
		assert_arg(0, "Skarv");
	}
}
END_TEST

START_TEST(what_was_answered_stands)
{
	static const char *const answered[] = { "accepted", "declined", "withdrawn" };

	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < 3; j++) {
			struct handover_facts facts = asked_of(i == 2 ? OTHER_HUB : HUB);

			facts.state = answered[j];
			facts.is_between_stages = false;
			answer(answers[i], &facts);
			assert_one(PROBLEM_STATE_CONFLICT, NULL);
		}
}
END_TEST

START_TEST(a_firm_that_has_begun_a_stage_meanwhile_is_not_taken_over)
{
	struct handover_facts facts = asked_of(HUB);

	facts.is_between_stages = false;
	answer(decide_accept_handover, &facts);
	assert_one(PROBLEM_HANDOVER_IN_STAGE, NULL);
	answer(decide_decline_handover, &facts);
	assert_none();
}
END_TEST

START_TEST(a_machine_answers_nothing)
{
	for (size_t i = 0; i < 3; i++) {
		struct handover_facts facts = asked_of(i == 2 ? OTHER_HUB : HUB);

		facts.caller = machine;
		answer(answers[i], &facts);
		assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	}
}
END_TEST

RUN_TESTS(TEST(nobody_speaks_for_two_parties_of_a_hand_over),
	  TEST(a_firm_is_a_member_once_at_a_time),
	  TEST(a_member_is_a_firm),
	  TEST(a_hub_is_no_member_of_itself),
	  TEST(a_member_may_be_of_a_time_before_it_was_founded_but_not_long_before),
	  TEST(a_hub_is_told_that_its_member_is_one_elsewhere),
	  TEST(a_membership_lasts_a_day_or_more),
	  TEST(a_membership_ends_once),
	  TEST(a_contact_is_noted_after_it_was),
	  TEST(another_hub_is_asked_with_consent_or_to_be_given_it),
	  TEST(a_contact_is_corrected_to_a_day_that_it_could_be_noted_of_and_not_when_void),
	  TEST(one_hub_is_asked_at_a_time),
	  TEST(the_firm_consents_once), TEST(without_consent_no_hub_takes_the_firm),
	  TEST(the_firm_says_no_whatever_was_noted),
	  TEST(what_the_county_asks_another_of_its_persons_answers),
	  TEST(the_county_does_without_consent_where_there_is_nobody_to_give_it),
	  TEST(the_county_asks_without_consent_and_no_hub_does),
	  TEST(it_is_a_hub_and_another_one_that_is_asked),
	  TEST(a_firm_is_not_handed_over_in_the_middle_of_a_stage), TEST(a_person_asks),
	  TEST(who_is_asked_answers), TEST(who_asked_withdraws), TEST(what_was_answered_stands),
	  TEST(a_firm_that_has_begun_a_stage_meanwhile_is_not_taken_over),
	  TEST(a_machine_answers_nothing))
