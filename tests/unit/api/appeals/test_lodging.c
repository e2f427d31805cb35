#include "api/appeals/lodging.h"

#include "lib/base/date.h"
#include "lib/base/num.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { SIGNATORY = 5, CLERK = 7, DECISION = 31, PERIOD = 21, ON_WAY = 5 };

static int64_t documents[] = {81};
static int64_t replaced[] = {30};

static int32_t day(const char *text)
{
	int32_t days;

	ck_assert_msg(num_date(text, &days), "%s", text);
	return days;
}

static void assert_day(int32_t days, const char *wanted)
{
	char text[DATE_TEXT_SIZE];

	date_format_iso(days, text);
	ck_assert_str_eq(text, wanted);
}

/* Rejected on 2 November 2026, a Monday, and known the same day. */
static struct application_facts rejected(const char *today)
{
	return (struct application_facts){
		.caller = PERSON("hub_signatory", "hub", SIGNATORY, 101),
		.applicant_id = 101,
		.today = day(today),
		.state = "rejected",
		.has_appealable = true,
		.post_days = ON_WAY,
		.appealable = {.decision_id = DECISION,
			       .decided_on = day("2026-11-02"),
			       .due_on = day("2026-11-23"),
			       .has_due = true,
			       .appeal_days = PERIOD,
			       .has_appeal_days = true,
			       .documents = documents,
			       .n_documents = 1},
	};
}

static void lodge(struct application_facts facts, const struct lodge_input *input)
{
	begin();
	decide_lodge(&facts, input, &problems);
}

static const struct lodge_input appeal = {
	.decision_id = DECISION, .has_decision = true, .asked = "Full støtte"};

START_TEST(the_party_appeals_against_what_is_decided)
{
	struct application_facts facts = rejected("2026-11-10");

	lodge(facts, &appeal);
	assert_none();
	facts.state = "active"; /* a part-grant that was accepted */
	lodge(facts, &appeal);
	assert_none();
	facts.state = "in_review";
	lodge(facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* What is late is taken in all the same: whether it is heard is for the county to say. */
START_TEST(one_that_is_late_is_lodged)
{
	lodge(rejected("2027-12-24"), &appeal);
	assert_none();
}
END_TEST

START_TEST(each_decision_once_and_the_newest)
{
	struct application_facts facts = rejected("2026-11-10");
	struct lodge_input input = appeal;

	facts.appealable.is_appealed = true;
	facts.appealable.appeal_number = 2;
	lodge(facts, &input);
	assert_one(PROBLEM_APPEAL_OPEN, NULL);
	assert_arg(0, "2");
	facts = rejected("2026-11-10");
	facts.appealable.replaced = replaced;
	facts.appealable.n_replaced = 1;
	input.decision_id = 30;
	lodge(facts, &input);
	assert_one(PROBLEM_DECISION_REPLACED, "#/decisionId");
	input.decision_id = 29; /* of another case */
	lodge(facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/decisionId");
}
END_TEST

START_TEST(what_was_settled_on_an_appeal_is_final)
{
	struct application_facts facts = rejected("2026-11-10");

	facts.appealable.is_final = true;
	lodge(facts, NULL);
	assert_one(PROBLEM_APPEAL_FINAL, NULL);
}
END_TEST

START_TEST(a_caseworker_enters_whose_letter_it_is_and_of_which_day)
{
	struct application_facts facts = rejected("2026-11-10");
	struct lodge_input input = appeal;

	facts.caller = (struct caller)PERSON("caseworker", "county", CLERK, 1);
	lodge(facts, &input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/enteredFor");
	input.is_entered = true;
	input.entered = (struct entered_for){"Daglig leder", day("2026-11-09")};
	lodge(facts, &input);
	assert_none();
	input.entered.on_day = day("2026-11-11");
	lodge(facts, &input);
	assert_one(PROBLEM_DATE_FUTURE, "#/enteredFor/onDay");
	input.entered.on_day = day("2026-11-01");
	lodge(facts, &input);
	assert_one(PROBLEM_BEFORE_DECISION, "#/enteredFor/onDay");
	input.entered.on_day = day("2026-11-09");
	lodge(rejected("2026-11-10"), &input);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, "#/enteredFor");
}
END_TEST

START_TEST(documents_are_of_the_case_and_clean)
{
	struct unusable_document on_its_way[] = {{82, "scanning"}};
	struct application_facts facts = rejected("2026-11-10");
	int64_t named[] = {81, 82};
	struct lodge_input input = appeal;

	input.documents = named;
	input.n_documents = 1;
	lodge(rejected("2026-11-10"), &input);
	assert_none();
	input.n_documents = 2;
	lodge(rejected("2026-11-10"), &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/documentIds/1");
	facts.appealable.unusable = on_its_way;
	facts.appealable.n_unusable = 1;
	lodge(facts, &input);
	assert_one(PROBLEM_DOCUMENT_NOT_CLEAN, "#/documentIds/1");
	assert_arg(0, "@scanning");
}
END_TEST

START_TEST(no_more_is_asked_for_than_was_applied_for)
{
	struct application_facts facts = rejected("2026-11-10");
	struct lodge_input input = appeal;

	facts.has_applied = true;
	facts.applied_ore = input.asked_ore = 7500000;
	input.has_asked_ore = true;
	lodge(facts, &input);
	assert_none();
	input.asked_ore++;
	lodge(facts, &input);
	assert_one(PROBLEM_ASKED_ABOVE_APPLIED, "#/askedOre");
}
END_TEST

START_TEST(more_is_asked_for_than_was_granted)
{
	struct application_facts facts = rejected("2026-11-10");
	struct lodge_input input = appeal;

	facts.appealable.amount_ore = input.asked_ore = 3000000;
	input.has_asked_ore = true;
	lodge(facts, &input);
	assert_one(PROBLEM_ASKED_NOT_MORE, "#/askedOre");
	input.asked_ore++;
	lodge(facts, &input);
	assert_none();
}
END_TEST

/* Its first appeal was found inadmissible on the last day to appeal. */
static struct application_facts dismissed(const char *today)
{
	static struct dismissed_appeal of[1];
	struct application_facts facts = rejected(today);

	of[0] = (struct dismissed_appeal){
		.appeal_id = 12,
		.number = 1,
		.decision_id = 31,
		.is_of_decision = true,
		.answer_id = 31,
		.made_on = day("2026-11-23"),
	};
	facts.appealable.dismissed = of;
	facts.appealable.n_dismissed = 1;
	return facts;
}

static const struct lodge_input of_dismissal = {
	.appeal_id = 12, .has_appeal = true, .asked = "Klagen kom i tide"};

START_TEST(that_an_appeal_is_inadmissible_is_appealed_against)
{
	struct application_facts facts = dismissed("2026-12-01");
	struct lodge_input input = of_dismissal;

	lodge(facts, &input);
	assert_none();
	ck_assert_int_eq(dismissed_of(&facts, &input)->answer_id, 31);
	input.has_asked_ore = true;
	input.asked_ore = 100;
	lodge(facts, &input);
	assert_one(PROBLEM_APPEAL_AMOUNT, "#/askedOre");
	input = of_dismissal;
	input.appeal_id = 13;
	lodge(facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/appealId");
	facts.appealable.dismissed[0].is_final = true;
	lodge(facts, &of_dismissal);
	assert_one(PROBLEM_APPEAL_FINAL, "#/appealId");
	facts.appealable.is_final = true;
	lodge(facts, NULL);
	assert_one(PROBLEM_APPEAL_FINAL, NULL);
}
END_TEST

static struct lodge_input of_other(void)
{
	struct lodge_input input = appeal;

	input.is_entered = true;
	input.entered = (struct entered_for){.name = "Leder", .on_day = day("2026-11-10")};
	input.has_other = true;
	input.other = (struct other_appellant){"Nabo AS", "Veien 4", "Konkurrent"};
	return input;
}

START_TEST(a_caseworker_enters_the_appeal_of_another)
{
	struct application_facts facts = rejected("2026-11-10");
	struct lodge_input input = of_other();

	lodge(facts, &input);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, "#/other");
	facts.caller = (struct caller)PERSON("caseworker", "county", CLERK, 0);
	facts.appealable.is_appealed = true; /* by the party, which bars nobody else */
	facts.appealable.is_final = true;
	lodge(facts, &input);
	assert_none();
	input.has_asked_ore = true;
	lodge(facts, &input);
	assert_one(PROBLEM_APPEAL_AMOUNT, "#/askedOre");
	input = of_other();
	input.has_decision = false;
	input.has_amendment = true;
	lodge(facts, &input);
	assert_one(PROBLEM_APPEAL_OBJECT, "#/amendmentId");
}
END_TEST

START_TEST(another_appeals_once_and_against_its_own_dismissal)
{
	struct application_facts facts = rejected("2026-11-10");
	struct others_appeal open = {"Nabo AS", 3, false};
	struct dismissed_appeal dismissed = {.appeal_id = 9, .number = 3, .other = "Nabo AS",
					     .decision_id = DECISION, .is_of_decision = true,
					     .answer_id = 4, .made_on = day("2026-11-09")};
	struct lodge_input input = of_other();

	facts.caller = (struct caller)PERSON("caseworker", "county", CLERK, 0);
	facts.appealable.others = &open;
	facts.appealable.n_others = 1;
	lodge(facts, &input);
	assert_one(PROBLEM_APPEAL_OPEN, NULL);
	open.is_final = true;
	lodge(facts, &input);
	assert_one(PROBLEM_APPEAL_FINAL, NULL);
	input.other.name = "En annen AS";
	lodge(facts, &input);
	assert_none();
	facts.appealable.n_others = 0;
	facts.appealable.dismissed = &dismissed;
	facts.appealable.n_dismissed = 1;
	input.has_decision = false;
	input.has_appeal = true;
	input.appeal_id = 9;
	lodge(facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/appealId");
	input.other.name = "Nabo AS";
	lodge(facts, &input);
	assert_none();
	dismissed.is_final = true;
	lodge(facts, &input);
	assert_one(PROBLEM_APPEAL_FINAL, "#/appealId");
}
END_TEST

START_TEST(what_was_dismissed_is_not_lodged_again_too_late)
{
	lodge(dismissed("2026-11-23"), &appeal); /* as it was not in due form */
	assert_none();
	lodge(dismissed("2026-11-24"), &appeal);
	assert_one(PROBLEM_APPEAL_DISMISSED, "#/decisionId");
	assert_arg(0, "1");
	assert_arg(1, "12");
}
END_TEST

START_TEST(one_thing_is_appealed_against)
{
	struct lodge_input input = appeal;

	input.appeal_id = 12;
	input.has_appeal = true;
	lodge(dismissed("2026-11-23"), &input);
	assert_one(PROBLEM_APPEAL_OBJECT, "#/decisionId");
	input.has_appeal = input.has_decision = false;
	lodge(dismissed("2026-11-23"), &input);
	assert_one(PROBLEM_APPEAL_OBJECT, "#/decisionId");
}
END_TEST

/* An extension that was asked for in vain, beside the decision. */
static struct application_facts refused(const char *today)
{
	static struct appealable_amendment of[1];
	struct application_facts facts = rejected(today);

	of[0] = (struct appealable_amendment){
		.id = 41, .number = 1, .made_on = day("2026-11-20")};
	facts.appealable.amendments = of;
	facts.appealable.n_amendments = 1;
	return facts;
}

static const struct lodge_input of_refusal = {
	.amendment_id = 41, .has_amendment = true, .asked = "Mer tid"};

START_TEST(a_refused_amendment_is_appealed_against_beside_the_decision)
{
	struct application_facts facts = refused("2026-12-01");
	struct lodge_input input = of_refusal;

	facts.appealable.is_final = facts.appealable.is_appealed = true;
	lodge(facts, &input);
	assert_none();
	lodge(facts, NULL);
	assert_none();
	facts.appealable.amendments[0].is_appealed = true;
	facts.appealable.amendments[0].appeal_number = 3;
	lodge(facts, &input);
	assert_one(PROBLEM_APPEAL_OPEN, NULL);
	assert_arg(0, "3");
	facts.appealable.amendments[0].is_appealed = false;
	facts.appealable.amendments[0].is_final = true;
	lodge(facts, &input);
	assert_one(PROBLEM_APPEAL_FINAL, "#/amendmentId");
	input.amendment_id = 42;
	lodge(facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/amendmentId");
}
END_TEST

static void assert_against(const struct application_facts *facts, const struct lodge_input *input,
			   int64_t decision_id, int64_t amendment_id)
{
	struct lodged_against against = lodged_against(facts, input);

	ck_assert_int_eq(against.decision_id == NULL ? 0 : *against.decision_id, decision_id);
	ck_assert_int_eq(against.amendment_id == NULL ? 0 : *against.amendment_id, amendment_id);
}

START_TEST(what_a_decision_approved_otherwise_is_appealed_against_with_it)
{
	struct application_facts facts = refused("2026-11-21");
	struct appealable_amendment *amendment = &facts.appealable.amendments[0];
	struct lodge_input input = of_refusal;

	assert_against(&facts, &appeal, 31, 0);
	assert_against(&facts, &of_refusal, 0, 41);
	amendment->is_approved = true;
	amendment->decision_id = 31;
	assert_against(&facts, &appeal, 31, 41);
	assert_against(&facts, &of_refusal, 31, 41);
	input.stay_grounds = "Vent";
	lodge(facts, &input);
	assert_none();
	facts.appealable.is_appealed = true;
	lodge(facts, &of_refusal);
	assert_one(PROBLEM_APPEAL_OPEN, NULL);
	amendment->decision_id = 30; /* replaced since */
	assert_against(&facts, &appeal, 31, 0);
	assert_against(&facts, &of_refusal, 31, 41);
	amendment->decision_id = 31;
	amendment->is_final = true;
	assert_against(&facts, &appeal, 31, 0);
	lodge(facts, &of_refusal);
	assert_one(PROBLEM_APPEAL_FINAL, "#/amendmentId");
}
END_TEST

START_TEST(an_appeal_against_a_refusal_asks_no_amount_and_no_stay)
{
	struct lodge_input input = of_refusal;

	input.has_asked_ore = true;
	input.asked_ore = 100;
	lodge(refused("2026-12-01"), &input);
	assert_one(PROBLEM_APPEAL_AMOUNT, "#/askedOre");
	input = of_refusal;
	input.stay_grounds = "Vent";
	lodge(refused("2026-12-01"), &input);
	assert_one(PROBLEM_NOTHING_TO_STAY, "#/stayGrounds");
}
END_TEST

START_TEST(of_two_appeals_each_has_its_own_object)
{
	struct application_facts facts = refused("2026-11-21");

	facts.appealable.amendments[0].is_appealed = true;
	lodge(facts, &appeal); /* against the decision */
	assert_none();
}
END_TEST

START_TEST(a_letter_against_a_dismissal_is_of_a_day_since_it)
{
	struct application_facts facts = dismissed("2026-12-01");
	struct lodge_input input = of_dismissal;

	facts.caller = (struct caller)PERSON("caseworker", "county", CLERK, 1);
	input.is_entered = true;
	input.entered = (struct entered_for){"Daglig leder", day("2026-11-22")};
	lodge(facts, &input);
	assert_one(PROBLEM_BEFORE_DECISION, "#/enteredFor/onDay");
	input.entered.on_day++;
	lodge(facts, &input);
	assert_none();
}
END_TEST

START_TEST(no_machine_appeals)
{
	struct application_facts facts = rejected("2026-11-10");

	facts.caller.is_person = false;
	lodge(facts, NULL);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

/* ---- the time to appeal */

static struct period_effects effects;

static void ask(struct application_facts facts)
{
	struct period_input input = {.decision_id = DECISION};

	begin();
	effects = (struct period_effects){0};
	decide_ask_grounds(&facts, &input, &effects, &problems);
}

START_TEST(grounds_are_asked_for_within_the_time_to_appeal_and_interrupt_it)
{
	struct application_facts facts = rejected("2026-11-23");

	ask(facts);
	assert_none();
	ck_assert_int_eq(effects.ends_on, 0);
	ask(rejected("2026-11-24"));
	assert_one(PROBLEM_APPEAL_TIME_OVER, NULL);
	assert_arg(0, "2026-11-23");
	facts.appealable.has_due = false;
	facts.appealable.awaits_grounds = true;
	ask(facts);
	assert_one(PROBLEM_GROUNDS_AWAITED, NULL);
	facts = rejected("2026-11-23");
	facts.appealable.had_grounds = true;
	ask(facts);
	assert_one(PROBLEM_GROUNDS_GIVEN, NULL);
}
END_TEST

static void give(struct application_facts facts)
{
	struct period_input input = {.decision_id = DECISION, .grounds = "Planen var for løs"};

	facts.caller = (struct caller)PERSON("caseworker", "county", CLERK, 1);
	begin();
	effects = (struct period_effects){0};
	decide_give_grounds(&facts, &input, &effects, &problems);
}

START_TEST(three_weeks_run_from_when_the_grounds_are_given)
{
	struct application_facts facts = rejected("2026-12-04");

	give(facts);
	assert_one(PROBLEM_GROUNDS_NOT_ASKED, NULL);
	facts.appealable.has_due = false;
	facts.appealable.awaits_grounds = true;
	give(facts);
	assert_none();
	assert_day(effects.ends_on, "2026-12-28");
}
END_TEST

START_TEST(the_grounds_leave_no_less_time_than_there_was)
{
	struct application_facts facts = rejected("2026-12-04");

	facts.appealable.has_due = false;
	facts.appealable.awaits_grounds = true;
	facts.appealable.ran_until = day("2027-01-11");
	give(facts);
	assert_none();
	assert_day(effects.ends_on, "2027-01-11");
}
END_TEST

static void note_of(struct application_facts facts, const char *how, const char *on_day)
{
	struct period_input input = {
		.decision_id = DECISION, .has_decision = true, .how = how, .on_day = day(on_day)};

	facts.caller = (struct caller)PERSON("caseworker", "county", CLERK, 1);
	begin();
	effects = (struct period_effects){0};
	decide_note_notice(&facts, &input, &effects, &problems);
}

static void note(const char *how, const char *on_day, bool has_due, const char *today)
{
	struct application_facts facts = rejected(today);

	facts.appealable.has_due = has_due;
	facts.appealable.awaits_grounds = !has_due;
	facts.appealable.decided_on = facts.appealable.due_on = DATE_MIN;
	note_of(facts, how, on_day);
}

START_TEST(no_notice_reached_the_party_before_the_decision)
{
	note_of(rejected("2026-11-10"), "posted", "2026-11-01");
	assert_one(PROBLEM_BEFORE_DECISION, "#/onDay");
	assert_arg(0, "2026-11-02");
	note_of(rejected("2026-11-10"), "posted", "2026-11-02");
	assert_none();
}
END_TEST

/* The vectors of the deadline: handed over on that day, three weeks, the next working day. */
START_TEST(a_notice_handed_over_gives_three_weeks_from_then)
{
	static const struct {
		const char *notice, *due;
	} vectors[] = {
		{"2026-11-02", "2026-11-23"}, {"2026-11-20", "2026-12-11"},
		{"2026-12-04", "2026-12-28"}, {"2026-12-11", "2027-01-04"},
		{"2026-03-14", "2026-04-07"}, {"2026-04-10", "2026-05-04"},
	};

	for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		note("handed", vectors[i].notice, true, "2026-12-31");
		assert_none();
		assert_day(effects.ends_on, vectors[i].due);
	}
}
END_TEST

START_TEST(a_letter_is_some_days_on_its_way)
{
	note("posted", "2026-11-02", true, "2026-11-10");
	assert_none();
	assert_day(effects.ends_on, "2026-11-30"); /* the 28th is a Saturday */
}
END_TEST

START_TEST(what_is_noted_only_gives_more_time)
{
	struct application_facts facts = rejected("2026-11-10");
	struct period_input input = {
		.decision_id = DECISION, .has_decision = true, .how = "handed",
		.on_day = day("2026-11-02")};

	begin();
	decide_note_notice(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_NOTICE_EARLIER, "#/onDay");
	assert_arg(0, "2026-11-23");
	note("handed", "2026-11-11", true, "2026-11-10");
	assert_found(PROBLEM_DATE_FUTURE, "#/onDay");
	note("handed", "2026-11-09", false, "2026-11-10");
	assert_one(PROBLEM_GROUNDS_AWAITED, NULL);
}
END_TEST

/* Of a decision to grant, in letter 41, and of something else in letter 42. */
static struct mailing mailings[] = {
	{.id = 61, .letter_id = 41, .decision_id = DECISION, .orgnr = "910000101",
	 .is_applicant = true},
	{.id = 62, .letter_id = 41, .decision_id = DECISION, .orgnr = "910000303"},
	{.id = 63, .letter_id = 42, .orgnr = "910000101", .is_applicant = true},
};

static struct application_facts unposted(const char *today)
{
	struct application_facts facts = rejected(today);

	facts.appealable.has_due = false;
	facts.appealable.ran_until = facts.appealable.decided_on;
	facts.appealable.is_offered_later = true;
	facts.appealable.acceptance_days = 30;
	facts.mailings = mailings;
	facts.n_mailings = 3;
	mailings[2].queued_on = day("2026-11-09");
	return facts;
}

static void post(struct application_facts facts, int64_t letter_id, const char *orgnr,
		 const char *on_day)
{
	struct period_input input = {.letter_id = letter_id, .has_letter = true, .orgnr = orgnr,
				     .how = "posted", .on_day = day(on_day)};

	facts.caller = (struct caller)PERSON("caseworker", "county", CLERK, 1);
	begin();
	effects = (struct period_effects){0};
	decide_note_notice(&facts, &input, &effects, &problems);
}

START_TEST(what_is_posted_is_made_known_by_that)
{
	struct application_facts facts = unposted("2026-11-10");

	post(facts, 41, NULL, "2026-11-09");
	assert_none();
	ck_assert_int_eq(effects.mailing_id, 61);
	assert_day(effects.ends_on, "2026-12-07");   /* the 5th is a Saturday */
	assert_day(effects.accept_by, "2026-12-14");
	note_of(facts, "posted", "2026-11-09");
	assert_none();
	ck_assert_int_eq(effects.mailing_id, 61);
}
END_TEST

START_TEST(a_partner_that_is_written_to_leaves_nobody_less_time)
{
	struct application_facts facts = unposted("2026-11-10");

	facts.appealable.ran_until = day("2027-01-11");
	post(facts, 41, "910000303", "2026-11-09");
	assert_none();
	ck_assert_int_eq(effects.mailing_id, 62);
	assert_day(effects.ends_on, "2027-01-11");
	ck_assert_int_eq(effects.accept_by, 0); /* the applicant accepts */
}
END_TEST

START_TEST(another_letter_begins_no_time)
{
	post(unposted("2026-11-10"), 42, NULL, "2026-11-09");
	assert_none();
	ck_assert_int_eq(effects.mailing_id, 63);
	ck_assert_int_eq(effects.ends_on, 0);
	ck_assert_int_eq(effects.accept_by, 0);
	post(unposted("2026-11-10"), 42, NULL, "2026-11-08");
	assert_one(PROBLEM_BEFORE_LETTER, "#/onDay");
	post(unposted("2026-11-10"), 42, NULL, "2026-11-11");
	assert_one(PROBLEM_DATE_FUTURE, "#/onDay");
}
END_TEST

START_TEST(a_hearing_has_its_days_from_when_it_came)
{
	struct mailing letter = {.id = 64, .letter_id = 44, .is_applicant = true,
				 .queued_on = day("2026-11-09"), .has_hearing = true,
				 .hearing = {.id = 71, .answer_by = day("2026-11-20"), .days = 7}};
	struct application_facts facts = unposted("2026-11-12");

	facts.mailings = &letter;
	facts.n_mailings = 1;
	post(facts, 44, NULL, "2026-11-12");
	assert_none();
	ck_assert_int_eq(effects.hearing_id, 71);
	assert_day(effects.answer_by, "2026-11-24");
	letter.hearing.answer_by = day("2026-11-24");
	post(facts, 44, NULL, "2026-11-12");
	assert_none();
	ck_assert_int_eq(effects.hearing_id, 0);
}
END_TEST

START_TEST(a_partner_has_its_days_to_answer_from_when_it_was_asked)
{
	struct mailing letter = {.id = 64, .letter_id = 44, .orgnr = "910000303",
				 .queued_on = day("2026-11-09"), .has_partner = true,
				 .partner = {.id = 81, .answer_by = day("2026-11-16"), .days = 7}};
	struct application_facts facts = unposted("2026-11-12");

	facts.mailings = &letter;
	facts.n_mailings = 1;
	post(facts, 44, "910000303", "2026-11-12");
	assert_none();
	ck_assert_int_eq(effects.partner_id, 81);
	ck_assert_int_eq(effects.hearing_id, 0);
	assert_day(effects.answer_by, "2026-11-24");
}
END_TEST

START_TEST(the_time_to_appeal_against_a_refusal_begins_as_it_is_posted)
{
	struct mailing letter = {.id = 64,
				 .letter_id = 44,
				 .is_applicant = true,
				 .queued_on = day("2026-11-09"),
				 .begins_appeal = true};
	struct application_facts facts = unposted("2026-11-12");

	facts.mailings = &letter;
	facts.n_mailings = 1;
	post(facts, 44, NULL, "2026-11-12");
	assert_none();
	assert_day(effects.beside_by, "2026-12-08");
	ck_assert_int_eq(effects.ends_on, 0);
	letter.begins_appeal = false;
	post(facts, 44, NULL, "2026-11-12");
	ck_assert_int_eq(effects.beside_by, 0);
}
END_TEST

START_TEST(what_is_not_to_be_posted_is_not_noted)
{
	struct application_facts facts = unposted("2026-11-10");

	post(facts, 43, NULL, "2026-11-09");
	assert_one(PROBLEM_NOT_BY_POST, "#/letterId");
	post(facts, 42, "910000303", "2026-11-09");
	assert_one(PROBLEM_NOT_BY_POST, "#/letterId");
}
END_TEST

START_TEST(what_the_board_decided_is_posted_and_not_appealed_against)
{
	struct application_facts facts = unposted("2026-11-10");

	facts.appealable.is_final = true;
	post(facts, 41, NULL, "2026-11-09");
	assert_none();
	ck_assert_int_eq(effects.ends_on, 0);
	assert_day(effects.accept_by, "2026-12-14");
}
END_TEST

RUN_TESTS(TEST(what_is_posted_is_made_known_by_that),
	  TEST(more_is_asked_for_than_was_granted),
	  TEST(that_an_appeal_is_inadmissible_is_appealed_against),
	  TEST(a_caseworker_enters_the_appeal_of_another),
	  TEST(another_appeals_once_and_against_its_own_dismissal),
	  TEST(what_was_dismissed_is_not_lodged_again_too_late),
	  TEST(one_thing_is_appealed_against),
	  TEST(a_refused_amendment_is_appealed_against_beside_the_decision),
	  TEST(what_a_decision_approved_otherwise_is_appealed_against_with_it),
	  TEST(an_appeal_against_a_refusal_asks_no_amount_and_no_stay),
	  TEST(of_two_appeals_each_has_its_own_object),
	  TEST(a_letter_against_a_dismissal_is_of_a_day_since_it),
	  TEST(a_partner_that_is_written_to_leaves_nobody_less_time),
	  TEST(another_letter_begins_no_time), TEST(a_hearing_has_its_days_from_when_it_came),
	  TEST(a_partner_has_its_days_to_answer_from_when_it_was_asked),
	  TEST(the_time_to_appeal_against_a_refusal_begins_as_it_is_posted),
	  TEST(what_is_not_to_be_posted_is_not_noted),
	  TEST(what_the_board_decided_is_posted_and_not_appealed_against),
	  TEST(the_party_appeals_against_what_is_decided), TEST(one_that_is_late_is_lodged),
	  TEST(each_decision_once_and_the_newest), TEST(what_was_settled_on_an_appeal_is_final),
	  TEST(a_caseworker_enters_whose_letter_it_is_and_of_which_day),
	  TEST(documents_are_of_the_case_and_clean), TEST(no_machine_appeals),
	  TEST(no_more_is_asked_for_than_was_applied_for),
	  TEST(grounds_are_asked_for_within_the_time_to_appeal_and_interrupt_it),
	  TEST(three_weeks_run_from_when_the_grounds_are_given),
	  TEST(the_grounds_leave_no_less_time_than_there_was),
	  TEST(no_notice_reached_the_party_before_the_decision),
	  TEST(a_notice_handed_over_gives_three_weeks_from_then),
	  TEST(a_letter_is_some_days_on_its_way), TEST(what_is_noted_only_gives_more_time))
