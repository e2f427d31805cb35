#include "api/mobilisation/mobilisation.h"

#include <string.h>

#include "api/enrolments/enrolments.h"
#include "api/mobilisation/assessments.h"
#include "api/mobilisation/contacts.h"
#include "api/problems/words.h"

/* Before its hub registers a firm it is talked to and interviewed, but not longer ago than this. */
enum { OLDEST_DAYS = 365 };

/* With another legal form a firm has a new number: its hub has known it before, but no longer. */
enum { FORERUNNER_DAYS = 30 * 365 };

void decide_create_membership(const struct membership_facts *facts, struct problems *problems)
{
	if (facts->firm_id == facts->caller.organisation_id)
		problems_add(problems, PROBLEM_HUB_SAME, "#/firmOrgnr", NULL, NULL);
	else if (facts->serves_as != NULL)
		problems_add(problems, PROBLEM_NOT_A_FIRM, "#/firmOrgnr", NULL, NULL);
	if (facts->is_member)
		problems_add(problems, PROBLEM_MEMBER_ALREADY, NULL, NULL, NULL);
	if (facts->has_founded && facts->member_from < facts->founded_on - FORERUNNER_DAYS)
		problems_add(problems, PROBLEM_DATE_EARLY, "#/memberFrom",
			     words_date(problems, facts->founded_on - FORERUNNER_DAYS), NULL);
}

void warn_of_membership(const struct membership_facts *facts, struct problems *warnings)
{
	if (facts->ask != NULL)
		problems_add(warnings, PROBLEM_MEMBER_ELSEWHERE, NULL, facts->ask, NULL);
}

void decide_end_membership(const struct membership_facts *facts,
			   const struct membership_end_input *input, struct problems *problems)
{
	if (facts->has_end)
		problems_add(problems, PROBLEM_MEMBERSHIP_ENDED, NULL,
			     words_date(problems, facts->member_to), NULL);
	if (input != NULL)
		require_order(problems, facts->member_from, input->member_to, "#/memberTo");
}

static void check_talked_on(const struct way_days *days, int32_t today, int32_t on_day,
			    struct problems *problems)
{
	int32_t first = days->followed_on - OLDEST_DAYS;

	require_not_future(problems, on_day, today, "#/onDay");
	if (on_day < first)
		problems_add(problems, PROBLEM_DATE_EARLY, "#/onDay", words_date(problems, first),
			     NULL);
}

void decide_note_contact(const struct enrolment_facts *facts, const struct contact_input *input,
			 struct problems *problems)
{
	if (input != NULL)
		check_talked_on(&facts->days, facts->today, input->on_day, problems);
}

void decide_correct_contact(const struct contact_facts *facts,
			    const struct correct_contact_input *input, struct problems *problems)
{
	if (facts->is_void)
		problems_add(problems, PROBLEM_CONTACT_VOID, NULL, NULL, NULL);
	if (input != NULL && input->has_day)
		check_talked_on(&facts->days, facts->today, input->on_day, problems);
}

static bool is_county(const struct caller *caller)
{
	return strcmp(caller->kind, "county") == 0;
}

static bool is_closed(const char *without_consent)
{
	return without_consent != NULL && strcmp(without_consent, "hub_closed") == 0;
}

static void require_between_stages(bool is_between_stages, struct problems *problems)
{
	if (!is_between_stages)
		problems_add(problems, PROBLEM_HANDOVER_IN_STAGE, NULL, NULL, NULL);
}

static void require_closed(const char *without_consent, bool is_hub_open, const char *pointer,
			   struct problems *problems)
{
	if (is_closed(without_consent) && is_hub_open)
		problems_add(problems, PROBLEM_HUB_OPEN, pointer, NULL, NULL);
}

/* Who and when, or neither; or why none is needed. */
static void check_consent(const struct enrolment_facts *facts, const struct handover_input *input,
			  struct problems *problems)
{
	if (input->without_consent != NULL && !is_county(&facts->caller))
		problems_add(problems, PROBLEM_COUNTY_HANDS_OVER, "#/withoutConsent", NULL, NULL);
	else
		require_closed(input->without_consent, facts->is_hub_open, "#/withoutConsent",
			       problems);
	if (is_county(&facts->caller) && !facts->is_between_stages &&
	    !is_closed(input->without_consent))
		problems_add(problems, PROBLEM_HUB_NOT_CLOSED, "#/withoutConsent", NULL, NULL);
	if (input->without_consent != NULL && input->consent_by != NULL)
		problems_add(problems, PROBLEM_CONSENT_GIVEN, "#/withoutConsent", NULL, NULL);
	if (input->has_consent_day && input->consent_by == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/consentBy", NULL, NULL);
	if (input->consent_by != NULL && !input->has_consent_day)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/consentOn", NULL, NULL);
	if (!input->has_consent_day)
		return;
	require_not_future(problems, input->consent_on, facts->today, "#/consentOn");
	if (input->consent_on < facts->days.followed_on)
		problems_add(problems, PROBLEM_DATE_EARLY, "#/consentOn",
			     words_date(problems, facts->days.followed_on), NULL);
}

void decide_ask_handover(const struct enrolment_facts *facts, const struct handover_input *input,
			 struct problems *problems)
{
	require_state(problems, facts->state, UNDER_WAY);
	require_person(&facts->caller, problems);
	if (!is_county(&facts->caller))
		require_between_stages(facts->is_between_stages, problems);
	if (facts->is_handover_asked)
		problems_add(problems, PROBLEM_HANDOVER_ASKED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (!facts->has_to_hub)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/toOrgnr", "toOrgnr", NULL);
	else if (facts->to_hub_id == facts->hub_id)
		problems_add(problems, PROBLEM_HUB_SAME, "#/toOrgnr", NULL, NULL);
	check_consent(facts, input, problems);
}

static void require_hub(const struct caller *caller, int64_t hub_id, const char *hub,
			struct problems *problems)
{
	if (caller->organisation_id != hub_id)
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, NULL, hub, NULL);
}

/* What the county asks, it answers and withdraws itself. */
static void require_side(const struct handover_facts *facts, int64_t hub_id, const char *hub,
			 struct problems *problems)
{
	if (!facts->is_by_county)
		require_hub(&facts->caller, hub_id, hub, problems);
	else if (!is_county(&facts->caller))
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, NULL, facts->county, NULL);
}

void decide_consent_handover(const struct handover_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "asked");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->asked_by, "@did.ask", "@do.consent", problems);
	if (facts->is_consented)
		problems_add(problems, PROBLEM_CONSENT_GIVEN, NULL, NULL, NULL);
}

void decide_accept_handover(const struct handover_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "asked");
	require_person(&facts->caller, problems);
	require_side(facts, facts->to_hub_id, facts->to_hub, problems);
	if (strcmp(facts->state, "asked") != 0)
		return;
	require_other(&facts->caller, facts->asked_by, "@did.ask",
		      facts->is_by_county ? "@do.approve" : "@do.accept", problems);
	require_closed(facts->without_consent, facts->is_hub_open, NULL, problems);
	if (!is_closed(facts->without_consent))
		require_between_stages(facts->is_between_stages, problems);
	if (!facts->is_consented && facts->without_consent == NULL)
		problems_add(problems, PROBLEM_CONSENT_MISSING, NULL, NULL, NULL);
}

void decide_decline_handover(const struct handover_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "asked");
	require_person(&facts->caller, problems);
	if (facts->caller.organisation_id != facts->firm_id)
		require_hub(&facts->caller, facts->to_hub_id, facts->to_hub, problems);
}

void decide_withdraw_handover(const struct handover_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "asked");
	require_person(&facts->caller, problems);
	require_side(facts, facts->hub_id, facts->hub, problems);
}

static bool is_firm(const struct caller *caller)
{
	return strcmp(caller->kind, "firm") == 0;
}

/* `made` is NULL if the hub has no such session; `pointer` where it was named, NULL if before. */
static void check_interview(const char *session_id, const struct interview_made *made,
			    int32_t held_on, const char *pointer, struct problems *problems)
{
	if (session_id == NULL)
		return;
	if (made == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, pointer, "sessionId", NULL);
	else if (!made->is_with_firm || strcmp(made->state, "cancelled") == 0)
		problems_add(problems, PROBLEM_NO_SUCH_INTERVIEW, pointer, NULL, NULL);
	else if (made->held_on != held_on)
		problems_add(problems, PROBLEM_INTERVIEW_DAY, pointer,
			     words_date(problems, made->held_on), NULL);
}

static void check_held(const struct way_days *days, const char *phase, int32_t held_on,
		       int32_t today, struct problems *problems)
{
	static const char *const day = "#/heldOn";
	bool is_before = strcmp(phase, "before") == 0;
	int32_t first = is_before ? days->followed_on - OLDEST_DAYS : days->began_on;

	require_not_future(problems, held_on, today, day);
	if (!is_before && !days->has_begun)
		problems_add(problems, PROBLEM_PHASE_NOT_BEGUN, day, NULL, NULL);
	else if (held_on < first)
		problems_add(problems, PROBLEM_DATE_EARLY, day, words_date(problems, first), NULL);
	if (is_before && days->has_round_begun && held_on >= days->round_began_on)
		problems_add(problems, PROBLEM_PHASE_OVER, day,
			     words_date(problems, days->round_began_on), NULL);
}

void decide_begin_assessment(const struct enrolment_facts *facts,
			     const struct new_assessment_input *input, struct problems *problems)
{
	const char *kind = facts->instrument_kind;

	require_person(&facts->caller, problems);
	if (input == NULL)
		return;
	if (kind == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/instrumentId", "instrumentId",
			     NULL);
	else if (is_firm(&facts->caller) != (strcmp(kind, "survey") == 0))
		problems_add(problems, PROBLEM_INSTRUMENT_KIND, "#/instrumentId",
			     is_firm(&facts->caller) ? "@survey" : "@interview, questionnaire",
			     NULL);
	check_held(&facts->days, input->phase, input->held_on, facts->today, problems);
	check_interview(input->session_id, facts->has_session ? &facts->session : NULL,
			input->held_on, "#/sessionId", problems);
}

static void require_open(const struct assessment_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "draft");
	require_person(&facts->caller, problems);
	if (facts->is_handed_over)
		problems_add(problems, PROBLEM_HANDED_OVER, NULL, NULL, NULL);
}

static const struct question *find_question(const struct assessment_facts *facts, const char *id)
{
	for (size_t i = 0; i < facts->n_questions; i++)
		if (strcmp(facts->questions[i].id, id) == 0)
			return &facts->questions[i];
	return NULL;
}

static void check_value(const struct question *question, const char *value, size_t i,
			struct problems *problems)
{
	bool is_text = value[0] == '"';

	if (strcmp(question->kind, "yes_no") == 0) {
		if (is_text)
			problems_at(problems, PROBLEM_FIELD_TYPE, "@boolean", NULL,
				    "#/answers/%zu/answer", i);
	} else if (!is_text) {
		problems_at(problems, PROBLEM_FIELD_TYPE, "@string", NULL, "#/answers/%zu/answer",
			    i);
	} else if (strcmp(question->kind, "text") != 0 &&
		   !words_contain(question->options, question->n_options, value)) {
		problems_at(problems, PROBLEM_FIELD_ENUM,
			    words_list(problems, question->options, question->n_options), NULL,
			    "#/answers/%zu/answer", i);
	}
}

/* What an answer says of a strategy in writing is not denied beside it. */
static void check_written(const struct assessment_input *input, const struct question *question,
			  const char *value, struct problems *problems)
{
	bool is_green = question->written != NULL && strcmp(question->written, "green") == 0;
	bool is_said = is_green ? input->has_green_written : input->has_digital_written;
	bool said = is_green ? input->green_written : input->digital_written;

	if (question->written != NULL && is_said && said != (strcmp(value, "true") == 0))
		problems_add(problems, PROBLEM_ANSWER_DENIED,
			     is_green ? "#/greenStrategyWritten" : "#/digitalStrategyWritten",
			     question->id, NULL);
}

static void check_answers(const struct assessment_facts *facts,
			  const struct assessment_input *input, struct problems *problems)
{
	for (size_t i = 0; i < input->n_answers; i++) {
		const struct answer *answer = &input->answers[i];
		const struct question *question = find_question(facts, answer->question);

		if (question == NULL) {
			problems_at(problems, PROBLEM_QUESTION_UNKNOWN, answer->question, NULL,
				    "#/answers/%zu/question", i);
		} else {
			check_value(question, answer->value, i, problems);
			check_written(input, question, answer->value, problems);
		}
		if (IS_REPEATED(input->answers, question, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/answers/%zu/question", i);
		if (facts->has_interviewer && answer->context == NULL)
			problems_at(problems, PROBLEM_FIELD_REQUIRED, NULL, NULL,
				    "#/answers/%zu/context", i);
	}
}

void decide_save_assessment(const struct assessment_facts *facts,
			    const struct assessment_input *input, struct problems *problems)
{
	require_open(facts, problems);
	if (input == NULL)
		return;
	if (input->held_on != facts->held_on)
		check_held(&facts->days, facts->phase, input->held_on, facts->today, problems);
	check_interview(input->session_id, facts->has_session ? &facts->session : NULL,
			input->held_on, "#/sessionId", problems);
	check_answers(facts, input, problems);
	if (!facts->has_interviewer && input->dimensions != NULL)
		problems_add(problems, PROBLEM_NO_INTERVIEWER, "#/dimensions", NULL, NULL);
}

void decide_finish_assessment(const struct assessment_facts *facts, struct problems *problems)
{
	require_open(facts, problems);
	if (strcmp(facts->state, "draft") == 0 && facts->n_answers == 0)
		problems_add(problems, PROBLEM_NOTHING_ANSWERED, NULL, NULL, NULL);
	if (strcmp(facts->state, "draft") == 0 && facts->is_interview && facts->n_judged == 0)
		problems_add(problems, PROBLEM_NOTHING_JUDGED, NULL, NULL, NULL);
	if (facts->is_handed_over)
		return;
	check_interview(facts->session_id, facts->has_session ? &facts->session : NULL,
			facts->held_on, NULL, problems);
	if (facts->has_session && strcmp(facts->session.state, "planned") == 0)
		problems_add(problems, PROBLEM_INTERVIEW_NOT_HELD, NULL, NULL, NULL);
}

void decide_discard_assessment(const struct assessment_facts *facts, struct problems *problems)
{
	require_open(facts, problems);
}
