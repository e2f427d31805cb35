#include "api/projects/projects.h"

#include "api/projects/invitations.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000 };

/* ---- beginning one */

static struct project_firm firms[] = {
	{"910000004", true, 6000},
	{"910000012", false, 4000},
};

static struct new_project_facts followed(void)
{
	return (struct new_project_facts){.caller = PERSON("hub_editor", "hub", 11, 101),
					  .programme_state = "active"};
}

static void decide(const struct new_project_facts *facts, struct project_firm *list, size_t n)
{
	struct new_project_input input = {.firms = list, .n_firms = n};

	begin();
	decide_create_project(facts, &input, &problems);
}

START_TEST(several_firms_share_a_project)
{
	struct new_project_facts facts = followed();

	decide(&facts, firms, 2);
	assert_none();
}
END_TEST

START_TEST(the_shares_add_up_to_all_of_it)
{
	struct new_project_facts facts = followed();
	struct project_firm part[] = {{"910000004", true, 6000}, {"910000012", false, 3999}};

	decide(&facts, part, 2);
	assert_one(PROBLEM_SHARES_NOT_WHOLE, "#/firms");
	assert_arg(0, "9999");
	part[1].share_bp = 4001;
	decide(&facts, part, 2);
	assert_one(PROBLEM_SHARES_NOT_WHOLE, "#/firms");
}
END_TEST

START_TEST(exactly_one_firm_leads)
{
	struct new_project_facts facts = followed();
	struct project_firm two[] = {{"910000004", true, 6000}, {"910000012", true, 4000}};

	decide(&facts, two, 2);
	assert_one(PROBLEM_PROJECT_LEAD, "#/firms");
	two[0].is_lead = two[1].is_lead = false;
	decide(&facts, two, 2);
	assert_one(PROBLEM_PROJECT_LEAD, "#/firms");
	two[0] = (struct project_firm){"910000004", true, 0};
	two[1].share_bp = 10000;
	decide(&facts, two, 2);
	assert_one(PROBLEM_LEAD_WITHOUT_SHARE, "#/firms");
}
END_TEST

START_TEST(a_firm_takes_part_once)
{
	struct new_project_facts facts = followed();
	struct project_firm twice[] = {{"910000004", true, 6000}, {"910000004", false, 4000}};

	decide(&facts, twice, 2);
	assert_one(PROBLEM_FIRM_REPEATED, "#/firms/1/orgnr");
}
END_TEST

START_TEST(a_firm_is_one_that_the_hub_follows)
{
	struct new_project_facts facts = followed();
	int64_t strangers[] = {1};

	facts.strangers = strangers;
	facts.n_strangers = 1;
	decide(&facts, firms, 2);
	assert_one(PROBLEM_FIRM_NOT_FOLLOWED, "#/firms/1/orgnr");
}
END_TEST

START_TEST(an_organisation_number_is_told_by_its_check_digit)
{
	struct new_project_facts facts = followed();
	struct project_firm mistyped[] = {{"910000005", true, 10000}};

	decide(&facts, mistyped, 1);
	assert_one(PROBLEM_ORGNR_INVALID, "#/firms/0/orgnr");
}
END_TEST

START_TEST(a_project_begins_in_a_programme_that_runs)
{
	struct new_project_facts facts = followed();

	facts.programme_state = "ended";
	decide(&facts, firms, 2);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.programme_state = NULL;
	decide(&facts, firms, 2);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/programmeId");
}
END_TEST

/* ---- on its way */

static struct project_facts in_state(const char *state)
{
	return (struct project_facts){
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.hub_id = 101,
		.today = TODAY,
		.state = state};
}

static bool may(void (*rule)(const struct project_facts *, struct problems *), const char *state)
{
	struct project_facts facts = in_state(state);

	begin();
	rule(&facts, &problems);
	assert_all_told();
	return !problems_any(&problems);
}

START_TEST(a_project_starts_when_each_of_its_firms_has_come_to_the_last_stage)
{
	struct project_facts facts = in_state("planned");
	const char *short_firm = "Foss Snekkeri AS";

	facts.short_firms = &short_firm;
	facts.n_short = 1;
	begin();
	decide_start_project(&facts, &problems);
	assert_one(PROBLEM_PROJECT_NOT_REACHED, NULL);
	assert_arg(0, "Foss Snekkeri AS");
	facts.state = "idea";
	begin();
	decide_plan_project(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(nothing_is_begun_for_a_firm_that_has_not_agreed)
{
	struct project_facts facts = in_state("planned");
	const char *unagreed = "Foss Snekkeri AS";

	facts.unagreed = &unagreed;
	facts.n_unagreed = 1;
	begin();
	decide_start_project(&facts, &problems);
	assert_one(PROBLEM_PROJECT_UNAGREED, NULL);
	begin();
	decide_apply_onward(&facts, NULL, &problems);
	assert_one(PROBLEM_PROJECT_UNAGREED, NULL);
}
END_TEST

START_TEST(each_step_is_taken_from_where_it_leads)
{
	static const struct {
		void (*rule)(const struct project_facts *, struct problems *);
		const char *from; /* i p a r d g: the states by their first letters */
	} steps[] = {
		{decide_describe_project, "ipar"}, {decide_plan_project, "ia"},
		{decide_start_project, "pa"},	   {decide_complete_project, "r"},
		{decide_give_up_project, "ipar"},
	};
	static const char *const states[] = {"idea",	"planned", "applied",
					     "running", "done",	   "given_up"};

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		for (size_t j = 0; j < 6; j++)
			ck_assert_int_eq(may(steps[i].rule, states[j]),
					 strchr(steps[i].from, states[j][0]) != NULL);
}
END_TEST

/* ---- applying onward */

static struct open_onward waiting[] = {{31, "innovasjon_norge", NULL, TODAY - 30, 50000000}};

static struct project_facts applied(void)
{
	struct project_facts facts = in_state("applied");

	facts.open = waiting;
	facts.n_open = 1;
	return facts;
}

static void apply(const struct project_facts *facts, const char *sent_to, int32_t sent_on)
{
	struct onward_input input = {.sent_to = sent_to, .sent_on = sent_on, .applied_ore = 100};

	begin();
	decide_apply_onward(facts, &input, &problems);
}

START_TEST(several_may_be_asked_for_money_and_each_once_at_a_time)
{
	struct project_facts facts = applied();

	apply(&facts, "bio", TODAY);
	assert_none();
	apply(&facts, "innovasjon_norge", TODAY);
	assert_one(PROBLEM_ONWARD_OPEN, "#/sentTo");
}
END_TEST

START_TEST(an_application_was_sent_before_it_is_noted)
{
	struct project_facts facts = applied();

	apply(&facts, "bio", TODAY + 1);
	assert_one(PROBLEM_DATE_FUTURE, "#/sentOn");
	facts.agreed_on = TODAY;
	apply(&facts, "bio", TODAY - 1);
	assert_one(PROBLEM_DATE_EARLY, "#/sentOn");
}
END_TEST

START_TEST(another_is_named_and_asked_once_at_a_time)
{
	struct project_facts facts = applied();
	struct open_onward enova = {32, "other", "Enova", TODAY - 1, 100};
	struct onward_input input = {.sent_to = "other", .sent_on = TODAY, .applied_ore = 100};

	facts.open = &enova;
	begin();
	decide_apply_onward(&facts, &input, &problems);
	assert_one(PROBLEM_ONWARD_NAME, "#/sentToName");
	input.sent_to_name = "Sparebankstiftelsen";
	begin();
	decide_apply_onward(&facts, &input, &problems);
	assert_none();
	input.sent_to_name = "Enova";
	begin();
	decide_apply_onward(&facts, &input, &problems);
	assert_one(PROBLEM_ONWARD_OPEN, "#/sentTo");
	input.sent_to = "siva";
	begin();
	decide_apply_onward(&facts, &input, &problems);
	assert_one(PROBLEM_ONWARD_NAME, "#/sentToName");
}
END_TEST

START_TEST(only_bio_is_tied_and_to_an_application_of_its_firms)
{
	struct project_facts facts = applied();
	struct onward_input input = {.sent_to = "bio", .sent_on = TODAY, .applied_ore = 100,
				     .application_id = 5, .has_application = true};

	begin();
	decide_apply_onward(&facts, &input, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/applicationId");
	facts.may_tie = true;
	begin();
	decide_apply_onward(&facts, &input, &problems);
	assert_none();
	input.sent_to = "siva";
	begin();
	decide_apply_onward(&facts, &input, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/applicationId");
}
END_TEST

START_TEST(what_was_entered_wrong_is_corrected_whole)
{
	struct project_facts facts = applied();
	struct corrected_onward_input input = {
		.onward_id = 30,
		.sent = {.sent_to = "siva", .sent_on = TODAY - 2, .applied_ore = 100},
		.answer = {"granted", 99, TODAY - 3},
		.has_answer = true,
		.reason = "Skrivefeil",
	};

	facts.state = "given_up";
	begin();
	decide_correct_onward(&facts, NULL, &problems);
	assert_one(PROBLEM_ONWARD_UNSENT, NULL);
	facts.has_sent = true;
	begin();
	decide_correct_onward(&facts, &input, &problems);
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/onwardId");
	assert_found(PROBLEM_AMOUNT_NOT_FULL, "#/answer/grantedOre");
	assert_found(PROBLEM_PERIOD_REVERSED, "#/answer/answeredOn");
	facts.has_onward = true;
	input.answer = (struct onward_answer){"granted", 100, TODAY};
	begin();
	decide_correct_onward(&facts, &input, &problems);
	assert_none();
	facts.may_tie = input.sent.has_application = true;
	input.sent.sent_to = "bio";
	begin();
	decide_correct_onward(&facts, &input, &problems);
	assert_one(PROBLEM_ONWARD_TIED, "#/answer");
	input.has_answer = input.sent.has_application = false;
	input.sent.sent_to = "innovasjon_norge";
	begin();
	decide_correct_onward(&facts, &input, &problems);
	assert_one(PROBLEM_ONWARD_OPEN, "#/sentTo");
	input.onward_id = 31;
	begin();
	decide_correct_onward(&facts, &input, &problems);
	assert_none();
}
END_TEST

START_TEST(an_idea_is_planned_before_money_is_asked_for)
{
	struct project_facts facts = in_state("idea");

	apply(&facts, "bio", TODAY);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_apply_onward(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static void answer(const char *outcome, int64_t granted_ore, int32_t day)
{
	struct project_facts facts = applied();
	struct answer_input input = {"innovasjon_norge", NULL, {outcome, granted_ore, day}};
	struct answer_effects effects = {0};

	begin();
	decide_answer_onward(&facts, &input, &effects, &problems);
}

START_TEST(the_amount_granted_is_what_the_outcome_says)
{
	answer("granted", 50000000, TODAY);
	assert_none();
	answer("granted", 49999999, TODAY);
	assert_one(PROBLEM_AMOUNT_NOT_FULL, "#/grantedOre");
	answer("part_granted", 49999999, TODAY);
	assert_none();
	answer("part_granted", 50000000, TODAY);
	assert_one(PROBLEM_AMOUNT_NOT_PART, "#/grantedOre");
	answer("part_granted", 0, TODAY);
	assert_one(PROBLEM_AMOUNT_MISSING, "#/grantedOre");
	answer("rejected", 0, TODAY);
	assert_none();
	answer("withdrawn", 1, TODAY);
	assert_one(PROBLEM_AMOUNT_NOT_ALLOWED, "#/grantedOre");
}
END_TEST

START_TEST(an_answer_comes_after_the_application_and_not_in_the_future)
{
	answer("rejected", 0, TODAY - 30);
	assert_none();
	answer("rejected", 0, TODAY - 31);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/answeredOn");
	answer("rejected", 0, TODAY + 1);
	assert_one(PROBLEM_DATE_FUTURE, "#/answeredOn");
}
END_TEST

START_TEST(only_what_was_asked_is_answered)
{
	struct project_facts facts = applied();
	struct answer_input input = {"bio", NULL, {"rejected", 0, TODAY}};
	struct answer_effects effects = {0};

	begin();
	decide_answer_onward(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_ONWARD_NONE, "#/sentTo");
	facts.n_open = 0;
	begin();
	decide_answer_onward(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_ONWARD_NONE, NULL);
}
END_TEST

START_TEST(other_firms_take_the_place_of_those_before_until_it_ends)
{
	struct project_firm shared[] = {{"319900365", true, 6000}, {"319900373", false, 4000}};
	struct replace_firms_input input = {.firms = shared, .n_firms = 2};
	struct project_facts facts = {.state = "running"};
	int64_t second = 1;

	begin();
	decide_replace_firms(&facts, &input, &problems);
	assert_none();
	facts.strangers = &second;
	facts.n_strangers = 1;
	decide_replace_firms(&facts, &input, &problems);
	assert_one(PROBLEM_FIRM_NOT_FOLLOWED, "#/firms/1/orgnr");
	facts.n_strangers = 0;
	facts.newcomers = &second;
	facts.n_newcomers = 1;
	begin();
	decide_replace_firms(&facts, &input, &problems);
	assert_one(PROBLEM_PROJECT_NOT_REACHED, "#/firms/1/orgnr");
	facts.state = "planned";
	begin();
	decide_replace_firms(&facts, &input, &problems);
	assert_none();
	shared[0].share_bp = 5000;
	begin();
	decide_replace_firms(&facts, &input, &problems);
	assert_one(PROBLEM_SHARES_NOT_WHOLE, "#/firms");
	facts.state = "done";
	begin();
	decide_replace_firms(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_hub_whose_firm_takes_part_looks_on)
{
	struct project_facts facts = in_state("planned");

	facts.hub_id = 102;
	facts.hub = "Nordlia Næringshage AS";
	begin();
	decide_start_project(&facts, &problems);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
	assert_arg(0, "Nordlia Næringshage AS");
}
END_TEST

/* ---- invitations */

static struct invitation_facts asked(void)
{
	return (struct invitation_facts){.caller = PERSON("firm", "firm", 12, 301),
					 .today = TODAY,
					 .hub_id = 101,
					 .firm_id = 301,
					 .firm = "Foss Snekkeri AS",
					 .state = "asked",
					 .project_state = "planned",
					 .is_in_programme = true};
}

static void accept(const struct invitation_facts *facts, const struct consent_input *input)
{
	begin();
	decide_accept_invitation(facts, input, &problems);
}

START_TEST(a_firm_is_invited_once_at_a_time)
{
	struct new_invitation_facts facts = {.project_state = "running", .firm_id = 301};

	begin();
	decide_invite_firm(&facts, &problems);
	assert_none();
	facts.is_asked = true;
	decide_invite_firm(&facts, &problems);
	assert_one(PROBLEM_INVITED, "#/orgnr");
	facts.firm_id = 0;
	begin();
	decide_invite_firm(&facts, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/orgnr");
	facts = (struct new_invitation_facts){.project_state = "done", .firm_id = 301};
	begin();
	decide_invite_firm(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_firm_of_the_programme_says_yes_itself)
{
	struct invitation_facts facts = asked();
	struct consent_input own = {0}, noted = {"Kari Foss", TODAY, true};

	accept(&facts, &own);
	assert_none();
	accept(&facts, &noted);
	assert_one(PROBLEM_CONSENT_OWN, "#/consentBy");
	facts.is_in_programme = false;
	accept(&facts, NULL);
	assert_one(PROBLEM_NOT_IN_PROGRAMME, NULL);
	facts = asked();
	facts.state = "withdrawn";
	accept(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(its_hub_notes_who_said_yes_and_when)
{
	struct invitation_facts facts = asked();
	struct consent_input noted = {"Kari Foss", TODAY + 1, true};

	facts.caller = (struct caller)PERSON("hub_editor", "hub", 11, 102);
	accept(&facts, NULL);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
	facts.is_follower = true;
	accept(&facts, &noted);
	assert_one(PROBLEM_DATE_FUTURE, "#/consentOn");
	noted.consent_on = TODAY;
	accept(&facts, &noted);
	assert_none();
	noted.consent_by = NULL;
	accept(&facts, &noted);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/consentBy");
}
END_TEST

START_TEST(a_yes_is_taken_back_until_the_project_is_over)
{
	struct invitation_facts facts = asked();

	facts.state = "accepted";
	begin();
	decide_decline_invitation(&facts, &problems);
	assert_none();
	facts.is_in_project = true;
	facts.project_state = "running";
	decide_decline_invitation(&facts, &problems);
	assert_none();
	facts.project_state = "done";
	decide_decline_invitation(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = asked();
	facts.hub = "Nordlia Næringshage AS";
	begin();
	decide_withdraw_invitation(&facts, &problems);
	assert_one(PROBLEM_ROLE_NOT_ALLOWED, NULL);
}
END_TEST

RUN_TESTS(TEST(a_hub_whose_firm_takes_part_looks_on), TEST(a_firm_is_invited_once_at_a_time),
	  TEST(a_firm_of_the_programme_says_yes_itself),
	  TEST(its_hub_notes_who_said_yes_and_when),
	  TEST(a_yes_is_taken_back_until_the_project_is_over),
	  TEST(other_firms_take_the_place_of_those_before_until_it_ends),
	  TEST(several_firms_share_a_project), TEST(the_shares_add_up_to_all_of_it),
	  TEST(exactly_one_firm_leads), TEST(a_firm_takes_part_once),
	  TEST(a_firm_is_one_that_the_hub_follows),
	  TEST(an_organisation_number_is_told_by_its_check_digit),
	  TEST(a_project_begins_in_a_programme_that_runs),
	  TEST(nothing_is_begun_for_a_firm_that_has_not_agreed),
	  TEST(a_project_starts_when_each_of_its_firms_has_come_to_the_last_stage),
	  TEST(each_step_is_taken_from_where_it_leads),
	  TEST(several_may_be_asked_for_money_and_each_once_at_a_time),
	  TEST(an_application_was_sent_before_it_is_noted),
	  TEST(another_is_named_and_asked_once_at_a_time),
	  TEST(only_bio_is_tied_and_to_an_application_of_its_firms),
	  TEST(what_was_entered_wrong_is_corrected_whole),
	  TEST(an_idea_is_planned_before_money_is_asked_for),
	  TEST(the_amount_granted_is_what_the_outcome_says),
	  TEST(an_answer_comes_after_the_application_and_not_in_the_future),
	  TEST(only_what_was_asked_is_answered))
