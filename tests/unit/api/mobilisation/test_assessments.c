#include "api/mobilisation/assessments.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000 /* a day */ };

static const struct caller editor = PERSON("hub_editor", "hub", 11, 101);
static const struct caller firm = PERSON("firm", "firm", 12, 301);
static const struct caller machine = {.role = "hub_editor", .kind = "hub", .organisation_id = 101};

static void begin_in(const char *phase, const struct way_days *days, int32_t held_on)
{
	struct enrolment_facts facts = { .caller = editor,
					 .today = TODAY,
					 .instrument_kind = "interview",
					 .days = *days };
	struct new_assessment_input input = { .phase = phase, .held_on = held_on };

	begin();
	decide_begin_assessment(&facts, &input, &problems);
}

static void begin_with(const struct caller *caller, const char *kind, int32_t held_on)
{
	struct enrolment_facts facts = { .caller = *caller,
					 .today = TODAY,
					 .instrument_kind = kind,
					 .days = { .followed_on = TODAY } };
	struct new_assessment_input input = { .phase = "before", .held_on = held_on };

	begin();
	decide_begin_assessment(&facts, &input, &problems);
}

START_TEST(a_person_of_the_hub_interviews_or_goes_through_a_questionnaire)
{
	begin_with(&editor, "interview", TODAY);
	assert_none();
	begin_with(&editor, "questionnaire", TODAY);
	assert_none();
	begin_with(&editor, "survey", TODAY);
	assert_one(PROBLEM_INSTRUMENT_KIND, "#/instrumentId");
	begin_with(&machine, "interview", TODAY);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(a_firm_answers_a_survey_alone)
{
	begin_with(&firm, "survey", TODAY);
	assert_none();
	begin_with(&firm, "interview", TODAY);
	assert_one(PROBLEM_INSTRUMENT_KIND, "#/instrumentId");
	begin_with(&firm, "questionnaire", TODAY);
	assert_one(PROBLEM_INSTRUMENT_KIND, "#/instrumentId");
}
END_TEST

START_TEST(the_instrument_must_exist)
{
	begin_with(&editor, NULL, TODAY);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/instrumentId");
}
END_TEST

START_TEST(nothing_is_held_in_the_future)
{
	begin_with(&editor, "interview", TODAY + 1);
	assert_one(PROBLEM_DATE_FUTURE, "#/heldOn");
}
END_TEST

START_TEST(before_is_before_a_stage_and_within_a_year_of_the_firm_being_followed)
{
	struct way_days days = { .followed_on = TODAY - 20 };

	begin_in("before", &days, TODAY - 20 - 365);
	assert_none();
	begin_in("before", &days, TODAY - 20 - 366);
	assert_one(PROBLEM_DATE_EARLY, "#/heldOn");
	days.has_begun = days.has_round_begun = true;
	days.began_on = days.round_began_on = TODAY - 10;
	begin_in("before", &days, TODAY - 11);
	assert_none();
	begin_in("before", &days, TODAY - 10);
	assert_one(PROBLEM_PHASE_OVER, "#/heldOn");
	days.has_round_begun = false; /* of a later round */
	begin_in("before", &days, TODAY);
	assert_none();
}
END_TEST

START_TEST(during_and_after_are_from_the_first_day_in_a_stage_on)
{
	struct way_days days = { .followed_on = TODAY - 20 };

	begin_in("after", &days, TODAY);
	assert_one(PROBLEM_PHASE_NOT_BEGUN, "#/heldOn");
	begin_in("during", &days, TODAY);
	assert_one(PROBLEM_PHASE_NOT_BEGUN, "#/heldOn");
	days.has_begun = true;
	days.began_on = TODAY - 10;
	begin_in("after", &days, TODAY - 10);
	assert_none();
	begin_in("after", &days, TODAY - 11);
	assert_one(PROBLEM_DATE_EARLY, "#/heldOn");
}
END_TEST

/* ---- saving */

static const char *steps[] = { "\"1\"", "\"2\"", "\"3\"" };
static struct question questions[] = {
	{ .id = "goal", .kind = "text" },
	{ .id = "plan", .kind = "yes_no", .written = "green" },
	{ .id = "tools", .kind = "scale", .options = steps, .n_options = 3 },
	{ .id = "next", .kind = "choice", .options = steps, .n_options = 2 },
};

static struct assessment_facts interview(void)
{
	return (struct assessment_facts){ .caller = editor,
					  .today = TODAY,
					  .state = "draft",
					  .has_interviewer = true,
					  .phase = "before",
					  .days = { .followed_on = TODAY },
					  .n_answers = 1,
					  .is_interview = true,
					  .n_judged = 1,
					  .questions = questions,
					  .n_questions = 4 };
}

static void save(const struct assessment_facts *facts, struct answer *answers, size_t n)
{
	struct assessment_input input = { .held_on = TODAY, .answers = answers, .n_answers = n };

	begin();
	decide_save_assessment(facts, &input, &problems);
}

START_TEST(what_an_answer_says_of_a_strategy_in_writing_is_not_denied)
{
	struct assessment_facts facts = interview();
	struct answer answer = { .question = "plan", .value = "true", .context = "x" };
	struct assessment_input input = { .held_on = TODAY, .answers = &answer, .n_answers = 1 };

	input.has_digital_written = true;
	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_none();
	input.has_green_written = true;
	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_one(PROBLEM_ANSWER_DENIED, "#/greenStrategyWritten");
	assert_arg(0, "plan");
	input.green_written = true;
	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_none();
}
END_TEST

START_TEST(answers_fit_the_questions)
{
	struct assessment_facts facts = interview();
	struct answer answers[] = { { "goal", "\"Mindre svinn\"", "Etter brannen" },
				    { "plan", "true", "I regneark" },
				    { "tools", "\"3\"", "Ny robot" },
				    { "next", "\"2\"", "Til våren" } };

	save(&facts, answers, 4);
	assert_none();
}
END_TEST

static void save_one(const char *question, const char *value)
{
	struct assessment_facts facts = interview();
	struct answer answer = { question, value, "?" };

	save(&facts, &answer, 1);
}

START_TEST(an_answer_of_another_kind_is_told)
{
	save_one("goal", "true");
	assert_one(PROBLEM_FIELD_TYPE, "#/answers/0/answer");
	save_one("plan", "\"ja\"");
	assert_one(PROBLEM_FIELD_TYPE, "#/answers/0/answer");
	save_one("tools", "false");
	assert_one(PROBLEM_FIELD_TYPE, "#/answers/0/answer");
	save_one("tools", "\"4\"");
	assert_one(PROBLEM_FIELD_ENUM, "#/answers/0/answer");
	assert_arg(0, "\"1\", \"2\", \"3\"");
	save_one("next", "\"3\"");
	assert_one(PROBLEM_FIELD_ENUM, "#/answers/0/answer");
	save_one("colour", "\"1\"");
	assert_one(PROBLEM_QUESTION_UNKNOWN, "#/answers/0/question");
}
END_TEST

START_TEST(every_fault_is_told_where_it_is)
{
	struct assessment_facts facts = interview();
	struct answer answers[] = { { "goal", "true", "?" },
				    { "plan", "true", NULL },
				    { "goal", "\"?\"", "?" },
				    { "colour", "\"?\"", "?" } };

	save(&facts, answers, 4);
	assert_found(PROBLEM_FIELD_TYPE, "#/answers/0/answer");
	assert_found(PROBLEM_FIELD_REQUIRED, "#/answers/1/context");
	assert_found(PROBLEM_FIELD_NOT_UNIQUE, "#/answers/2/question");
	assert_found(PROBLEM_QUESTION_UNKNOWN, "#/answers/3/question");
	ck_assert_uint_eq(problems.n, 4);
}
END_TEST

START_TEST(a_firm_alone_gives_no_context_and_judges_nothing)
{
	struct assessment_facts facts = interview();
	struct answer answer = { "plan", "true", NULL };
	struct assessment_input input = { .held_on = TODAY, .answers = &answer, .n_answers = 1 };

	facts.caller = firm;
	facts.has_interviewer = false;
	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_none();
	input.dimensions = "{}";
	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_one(PROBLEM_NO_INTERVIEWER, "#/dimensions");
}
END_TEST

START_TEST(the_day_it_was_held_is_no_later_than_today)
{
	struct assessment_facts facts = interview();
	struct assessment_input input = { .held_on = TODAY + 1 };

	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_one(PROBLEM_DATE_FUTURE, "#/heldOn");
}
END_TEST

START_TEST(a_draft_keeps_its_day_when_a_stage_begins_on_it)
{
	struct assessment_facts facts = interview();
	struct assessment_input input = { .held_on = TODAY };

	facts.days.has_begun = facts.days.has_round_begun = true;
	facts.days.began_on = facts.days.round_began_on = TODAY;
	facts.held_on = TODAY;
	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_none();
	facts.held_on = TODAY - 1;
	decide_save_assessment(&facts, &input, &problems);
	assert_one(PROBLEM_PHASE_OVER, "#/heldOn");
}
END_TEST

/* ---- finishing */

static void finish(const struct assessment_facts *facts)
{
	begin();
	decide_finish_assessment(facts, &problems);
}

START_TEST(what_is_finished_stands)
{
	struct assessment_facts facts = interview();

	finish(&facts);
	assert_none();
	facts.state = "final";
	finish(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_save_assessment(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(something_must_be_answered)
{
	struct assessment_facts facts = interview();

	facts.n_answers = 0;
	finish(&facts);
	assert_one(PROBLEM_NOTHING_ANSWERED, NULL);
}
END_TEST

START_TEST(an_interview_judges_a_dimension)
{
	struct assessment_facts facts = interview();

	facts.n_judged = 0;
	finish(&facts);
	assert_one(PROBLEM_NOTHING_JUDGED, NULL);
	facts.is_interview = false;
	finish(&facts);
	assert_none();
}
END_TEST

START_TEST(a_draft_is_no_longer_worked_on_once_another_hub_follows_the_firm)
{
	struct assessment_facts facts = interview();

	facts.is_handed_over = true;
	finish(&facts);
	assert_one(PROBLEM_HANDED_OVER, NULL);
	begin();
	decide_save_assessment(&facts, NULL, &problems);
	assert_one(PROBLEM_HANDED_OVER, NULL);
}
END_TEST

START_TEST(a_machine_assesses_nobody)
{
	struct assessment_facts facts = interview();

	facts.caller = machine;
	finish(&facts);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(a_draft_is_discarded_answered_or_not_and_nothing_else_is)
{
	struct assessment_facts facts = interview();

	facts.n_answers = 0;
	begin();
	decide_discard_assessment(&facts, &problems);
	assert_none();
	facts.state = "final";
	decide_discard_assessment(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.state = "draft";
	facts.is_handed_over = true;
	begin();
	decide_discard_assessment(&facts, &problems);
	assert_one(PROBLEM_HANDED_OVER, NULL);
}
END_TEST

START_TEST(what_is_discarded_is_not_taken_up_again)
{
	struct assessment_facts facts = interview();

	facts.state = "discarded";
	begin();
	decide_save_assessment(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	finish(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_discard_assessment(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

/* ---- the interview it is made in */

START_TEST(the_session_it_names_is_an_interview_with_the_firm_on_that_day)
{
	struct assessment_facts facts = interview();
	struct assessment_input input = { .held_on = TODAY, .session_id = "7" };

	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/sessionId");
	facts.has_session = true;
	facts.session = (struct interview_made){ "planned", true, TODAY };
	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_none();
	facts.session.held_on = TODAY - 1;
	decide_save_assessment(&facts, &input, &problems);
	assert_one(PROBLEM_INTERVIEW_DAY, "#/sessionId");
	facts.session = (struct interview_made){ "cancelled", true, TODAY };
	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_one(PROBLEM_NO_SUCH_INTERVIEW, "#/sessionId");
	facts.session = (struct interview_made){ "held", false, TODAY };
	begin();
	decide_save_assessment(&facts, &input, &problems);
	assert_one(PROBLEM_NO_SUCH_INTERVIEW, "#/sessionId");
}
END_TEST

START_TEST(it_is_finished_once_its_interview_was_held)
{
	struct assessment_facts facts = interview();

	facts.held_on = TODAY;
	facts.session_id = "7";
	facts.has_session = true;
	facts.session = (struct interview_made){ "planned", true, TODAY };
	finish(&facts);
	assert_one(PROBLEM_INTERVIEW_NOT_HELD, NULL);
	facts.session.state = "held";
	finish(&facts);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(a_person_of_the_hub_interviews_or_goes_through_a_questionnaire),
	  TEST(a_firm_answers_a_survey_alone), TEST(the_instrument_must_exist),
	  TEST(nothing_is_held_in_the_future),
	  TEST(before_is_before_a_stage_and_within_a_year_of_the_firm_being_followed),
	  TEST(during_and_after_are_from_the_first_day_in_a_stage_on),
	  TEST(what_an_answer_says_of_a_strategy_in_writing_is_not_denied),
	  TEST(answers_fit_the_questions),
	  TEST(an_answer_of_another_kind_is_told), TEST(every_fault_is_told_where_it_is),
	  TEST(a_firm_alone_gives_no_context_and_judges_nothing),
	  TEST(the_day_it_was_held_is_no_later_than_today),
	  TEST(a_draft_keeps_its_day_when_a_stage_begins_on_it), TEST(what_is_finished_stands),
	  TEST(an_interview_judges_a_dimension),
	  TEST(something_must_be_answered),
	  TEST(a_draft_is_no_longer_worked_on_once_another_hub_follows_the_firm),
	  TEST(a_draft_is_discarded_answered_or_not_and_nothing_else_is),
	  TEST(what_is_discarded_is_not_taken_up_again), TEST(a_machine_assesses_nobody),
	  TEST(the_session_it_names_is_an_interview_with_the_firm_on_that_day),
	  TEST(it_is_finished_once_its_interview_was_held))
