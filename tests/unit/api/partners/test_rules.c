#include "api/partners/partners.h"

#include "api/partners/agreed.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, LEAD = 101, PARTNER = 301 };

static const struct in_hand open_call = {
	.call_state = "open",
	.today = TODAY,
	.deadline = {.closes_at = 1, .grace_ends_at = 2},
};

/* ---- asked */

static struct new_partner_facts draft(void)
{
	return (struct new_partner_facts){
		.caller = PERSON("hub_editor", "hub", 11, LEAD),
		.applicant_id = LEAD,
		.in_hand = open_call,
		.application_state = "draft",
		.organisation_id = PARTNER,
	};
}

static void name(const struct new_partner_facts *facts)
{
	begin();
	decide_add_partner(facts, &problems);
}

START_TEST(a_partner_is_named_while_the_applicant_has_the_application)
{
	struct new_partner_facts facts = draft();

	name(&facts);
	assert_none();
	facts.application_state = "returned";
	name(&facts);
	assert_none();
	facts.application_state = "submitted";
	name(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.application_state = "draft";
	facts.in_hand.call_state = "closed";
	name(&facts);
	assert_one(PROBLEM_DRAFT_CLOSED, NULL);
}
END_TEST

START_TEST(a_partner_is_another_that_is_known_and_not_named_yet)
{
	struct new_partner_facts facts = draft();

	facts.organisation_id = 0;
	name(&facts);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/orgnr");
	facts.organisation_id = LEAD;
	name(&facts);
	assert_one(PROBLEM_PARTNER_APPLICANT, "#/orgnr");
	facts = draft();
	facts.is_named = true;
	name(&facts);
	assert_one(PROBLEM_PARTNER_NAMED, "#/orgnr");
}
END_TEST

/* ---- answered */

static struct partner_facts of(int64_t organisation, const char *state, const char *application)
{
	return (struct partner_facts){
		.caller = PERSON("firm", "firm", 12, organisation),
		.today = TODAY,
		.state = state,
		.name = "Minera Skifer AS",
		.organisation_id = PARTNER,
		.applicant_id = LEAD,
		.applicant = "Granlia",
		.application_state = application,
		.in_hand = open_call,
		.has_in_hand = true,
		.document = "clean",
	};
}

static void enter(const struct partner_facts *facts, struct problems *out)
{
	decide_enter_paper(facts, NULL, out);
}

static const struct step {
	void (*decide)(const struct partner_facts *facts, struct problems *out);
	int64_t whose;
	const char *from, *application;
} steps[] = {
	{decide_confirm_part, PARTNER, "asked", "draft"},
	{decide_confirm_part, PARTNER, "asked", "returned"},
	{decide_decline_part, PARTNER, "asked", "draft"},
	{decide_withdraw_part, PARTNER, "confirmed", "draft"},
	{decide_withdraw_part, PARTNER, "confirmed", "recommended"},
	{enter, LEAD, "asked", "draft"},
	{decide_remove_partner, LEAD, "asked", "draft"},
	{decide_remove_partner, LEAD, "confirmed", "returned"},
};

static void take(const struct step *step, const struct partner_facts *facts)
{
	begin();
	step->decide(facts, &problems);
}

START_TEST(each_side_takes_its_own_steps)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		const struct step *step = &steps[i];
		struct partner_facts facts = of(step->whose, step->from, step->application);

		take(step, &facts);
		assert_none();
		facts = of(step->whose == LEAD ? PARTNER : LEAD, step->from, step->application);
		take(step, &facts);
		assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
		facts = of(step->whose, "declined", step->application);
		take(step, &facts);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
		facts = of(step->whose, step->from, "granted");
		take(step, &facts);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(who_is_named_stays_once_the_draft_is_closed)
{
	struct partner_facts facts = of(LEAD, "asked", "draft");

	facts.in_hand.call_state = "closed";
	begin();
	decide_remove_partner(&facts, &problems);
	assert_one(PROBLEM_DRAFT_CLOSED, NULL);
}
END_TEST

START_TEST(a_part_is_answered_for_by_a_person)
{
	struct partner_facts facts = of(PARTNER, "asked", "draft");

	facts.caller.is_person = false;
	begin();
	decide_confirm_part(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(a_paper_of_an_amendment_came_after_that_was_asked_for)
{
	struct partner_facts facts = of(LEAD, "asked", "active");
	struct paper_input input = {.confirmed_by = "Leder", .confirmed_on = TODAY - 3};

	facts.amendment = "asked";
	facts.asked_on = TODAY - 3;
	begin();
	decide_enter_paper(&facts, &input, &problems);
	assert_none();
	input.confirmed_on--;
	begin();
	decide_enter_paper(&facts, &input, &problems);
	assert_one(PROBLEM_SAID_BEFORE, "#/confirmedOn");
	facts = of(LEAD, "asked", "draft");
	facts.asked_on = TODAY - 3;
	begin();
	decide_enter_paper(&facts, &input, &problems);
	assert_none();
}
END_TEST

START_TEST(who_was_asked_to_enter_the_signatory_takes_out)
{
	struct partner_facts facts = of(LEAD, "asked", "active");

	facts.caller.role = "hub_editor";
	facts.amendment = "asked";
	facts.asked_to = "enter";
	begin();
	decide_remove_partner(&facts, &problems);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
	facts = of(LEAD, "asked", "draft");
	facts.caller.role = "hub_editor";
	begin();
	decide_remove_partner(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(who_carries_the_grant_out_is_not_taken_out)
{
	struct partner_facts facts = of(LEAD, "asked", "active");

	facts.amendment = "asked";
	facts.asked_to = "enter";
	begin();
	decide_remove_partner(&facts, &problems);
	assert_none();
	facts.asked_to = "leave";
	begin();
	decide_remove_partner(&facts, &problems);
	assert_one(PROBLEM_PARTNER_OF_GRANT, NULL);
	facts.asked_to = "stay";
	begin();
	decide_remove_partner(&facts, &problems);
	assert_one(PROBLEM_PARTNER_OF_GRANT, NULL);
}
END_TEST

START_TEST(who_is_to_enter_a_grant_answers_until_the_amendment_is_decided)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		struct partner_facts facts = of(steps[i].whose, steps[i].from, "active");

		facts.amendment = "asked";
		take(&steps[i], &facts);
		assert_none();
		facts.amendment = "prepared";
		take(&steps[i], &facts);
		assert_none();
		facts.amendment = "approved";
		take(&steps[i], &facts);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

static void paper(struct partner_facts facts, int32_t confirmed_on)
{
	struct paper_input input = {"Kari Foss", confirmed_on, 7};

	begin();
	decide_enter_paper(&facts, &input, &problems);
}

static struct partner_facts to_county(void)
{
	struct partner_facts facts = of(PARTNER, "asked", "active");

	facts.caller = (struct caller)PERSON("caseworker", "county", 13, 0);
	facts.amendment = "asked";
	facts.asked_on = TODAY - 3;
	return facts;
}

START_TEST(a_caseworker_enters_what_one_says_that_is_asked_about_a_grant)
{
	struct partner_facts facts = to_county();
	struct part_refusal_input input = {.said = {.received_on = TODAY - 3}};

	begin();
	decide_enter_part_refusal(&facts, &input, &problems);
	decide_enter_paper(&facts, NULL, &problems);
	assert_none();
	input.said.received_on--;
	begin();
	decide_enter_part_refusal(&facts, &input, &problems);
	assert_one(PROBLEM_SAID_BEFORE, "#/receivedOn");
	facts.has_people = true;
	begin();
	decide_enter_part_refusal(&facts, NULL, &problems);
	assert_one(PROBLEM_PARTNER_ANSWERS, NULL);
	facts = to_county();
	facts.amendment = NULL;
	begin();
	decide_enter_part_refusal(&facts, NULL, &problems);
	assert_one(PROBLEM_PARTNER_NOT_ASKED, NULL);
	begin();
	facts.application_state = "draft";
	decide_enter_paper(&facts, NULL, &problems);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
}
END_TEST

START_TEST(a_partner_that_carries_a_grant_out_asks_to_leave_it_once)
{
	struct partner_facts facts = of(PARTNER, "confirmed", "active");
	struct resign_input input = {.reason = "Permitteringer"};

	facts.carries_out = true;
	begin();
	decide_resign(&facts, &input, &problems);
	assert_none();
	facts.has_resigned = true;
	begin();
	decide_resign(&facts, NULL, &problems);
	assert_one(PROBLEM_RESIGNED, NULL);
	facts.carries_out = false;
	begin();
	decide_resign(&facts, NULL, &problems);
	assert_one(PROBLEM_CARRIES_OUT_NOTHING, NULL);
	facts = of(LEAD, "confirmed", "active");
	facts.carries_out = true;
	begin();
	decide_resign(&facts, NULL, &problems);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
}
END_TEST

START_TEST(its_letter_that_asks_to_leave_is_entered_with_who_signed)
{
	struct partner_facts facts = to_county();
	struct resign_input input = {.reason = "Permitteringer"};

	facts.carries_out = true;
	begin();
	decide_resign(&facts, &input, &problems);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/enteredFor");
	input.is_entered = true;
	input.entered.on_day = TODAY;
	begin();
	decide_resign(&facts, &input, &problems);
	assert_none();
	input.entered.on_day++;
	begin();
	decide_resign(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_FUTURE, "#/enteredFor/onDay");
	facts.has_people = true;
	begin();
	decide_resign(&facts, NULL, &problems);
	assert_one(PROBLEM_PARTNER_ANSWERS, NULL);
	facts.caller = of(PARTNER, "confirmed", "active").caller;
	input.entered.on_day = TODAY;
	begin();
	decide_resign(&facts, &input, &problems);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, "#/enteredFor");
}
END_TEST

START_TEST(the_paper_of_a_no_is_clean)
{
	struct partner_facts facts = to_county();
	struct part_refusal_input input = {.said = {.received_on = TODAY}, .has_document = true};

	facts.document = NULL;
	begin();
	decide_enter_part_refusal(&facts, &input, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/documentId");
}
END_TEST

START_TEST(a_paper_is_a_clean_document_of_a_day_that_was)
{
	struct partner_facts facts = of(LEAD, "asked", "draft");

	paper(facts, TODAY);
	assert_none();
	paper(facts, TODAY + 1);
	assert_one(PROBLEM_DATE_FUTURE, "#/confirmedOn");
	facts.document = "scanning";
	paper(facts, TODAY);
	assert_one(PROBLEM_DOCUMENT_NOT_CLEAN, "#/documentId");
	facts.document = NULL;
	paper(facts, TODAY);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/documentId");
}
END_TEST

START_TEST(whoever_has_people_here_answers_itself)
{
	struct partner_facts facts = of(LEAD, "asked", "draft");

	facts.has_people = true;
	paper(facts, TODAY);
	assert_one(PROBLEM_PARTNER_ANSWERS, NULL);
}
END_TEST

/* ---- what is written, sent in and granted together */

START_TEST(a_line_is_the_applicants_or_a_partners)
{
	struct named_partner one[] = {{"910000004", "Minera", "asked"}};
	struct named_partners partners = {.list = one, .n = 1};

	begin();
	check_line_partner(&partners, NULL, "costs", 0, &problems);
	check_line_partner(&partners, "910000004", "costs", 1, &problems);
	assert_none();
	check_line_partner(&partners, "910000012", "costs", 2, &problems);
	assert_one(PROBLEM_PARTNER_UNKNOWN, "#/costs/2/partnerOrgnr");
}
END_TEST

START_TEST(all_have_confirmed_or_are_named)
{
	struct named_partner two[] = {{"910000004", "Minera", "confirmed"},
				      {"910000012", "Foss", "confirmed"}};
	struct named_partners partners = {.list = two, .n = 2};

	begin();
	check_all_confirmed(&partners, &problems);
	assert_none();
	two[1].state = "asked";
	check_all_confirmed(&partners, &problems);
	assert_one(PROBLEM_PARTNER_UNANSWERED, NULL);
	assert_arg(0, "Foss");
}
END_TEST

START_TEST(nothing_is_granted_for_a_part_that_nobody_stands_by)
{
	const char *names[] = {"Minera"};
	struct named_partners partners = {.n = 0};

	begin();
	check_partners_settled(&partners, &problems);
	assert_none();
	partners.unsettled = names;
	partners.n_unsettled = 1;
	check_partners_settled(&partners, &problems);
	assert_one(PROBLEM_PARTNER_UNSETTLED, NULL);
	assert_arg(0, "Minera");
}
END_TEST

RUN_TESTS(TEST(a_partner_is_named_while_the_applicant_has_the_application),
	  TEST(a_partner_is_another_that_is_known_and_not_named_yet),
	  TEST(each_side_takes_its_own_steps),
	  TEST(who_is_named_stays_once_the_draft_is_closed),
	  TEST(a_part_is_answered_for_by_a_person),
	  TEST(who_is_to_enter_a_grant_answers_until_the_amendment_is_decided),
	  TEST(a_paper_of_an_amendment_came_after_that_was_asked_for),
	  TEST(who_was_asked_to_enter_the_signatory_takes_out),
	  TEST(who_carries_the_grant_out_is_not_taken_out),
	  TEST(a_caseworker_enters_what_one_says_that_is_asked_about_a_grant),
	  TEST(a_partner_that_carries_a_grant_out_asks_to_leave_it_once),
	  TEST(its_letter_that_asks_to_leave_is_entered_with_who_signed),
	  TEST(the_paper_of_a_no_is_clean), TEST(a_paper_is_a_clean_document_of_a_day_that_was),
	  TEST(whoever_has_people_here_answers_itself),
	  TEST(a_line_is_the_applicants_or_a_partners), TEST(all_have_confirmed_or_are_named),
	  TEST(nothing_is_granted_for_a_part_that_nobody_stands_by))
