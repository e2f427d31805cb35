/* Reading applications, and what a caseworker does before an assessment: ask for more, take the
 * case. */
#include "api/applications/applications.h"

#include <string.h>

#include "api/applications/commands.h"
#include "api/operations.gen.h"
#include "api/partners/commands.h"
#include "api/problems/words.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void application_load(struct act *act, struct db_segment *segment)
{
	q_load_application(segment, act->id, act->whole, act->tells);
}

void application_reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_application, NULL, act->id);
}

void application_record(struct act *act, struct db_segment *segment, const char *reason)
{
	const struct application_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", act->id, "application", act->id, reason, NULL,
				       facts->applicant_id});
}

void op_get_application(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_application_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

static bool is_asked(const char *value)
{
	return value != NULL && strcmp(value, "false") != 0;
}

/* Whether a state is one that no case stays in for long, so that few are in it at a time. */
static bool is_passing(const char *state)
{
	static const char *const passing[] = {
		"submitted", "returned",     "in_review", "recommended",
		"granted",   "part_granted", "accepted",
	};

	return state != NULL &&
	       words_contain(passing, sizeof(passing) / sizeof(passing[0]), state);
}

static bool is_open(const char *state)
{
	return is_passing(state) || (state != NULL && strcmp(state, "active") == 0);
}

/* By what a list is found, the narrowest first; the rest is looked for among these. */
static const struct way {
	struct {
		const char *filter; /* of the query */
		bool (*narrows)(const char *value);
	} by[2];
	int (*list)(struct db_segment *, const char *state, const int64_t *call_id,
		    const int64_t *programme_id, const char *answer_due_by,
		    const char *awaits_meeting, const char *caseworker, const char *orgnr,
		    const char *after, int64_t limit);
} ways[] = {
	{{{"awaitsMeeting", is_asked}}, q_list_applications_to_resolve},
	{{{"caseworkerId", is_asked}, {"answerDueBy", is_asked}}, q_list_applications_in_hand},
	{{{"caseworkerId", is_asked}, {"state", is_open}}, q_list_applications_in_hand},
	{{{"state", is_passing}}, q_list_applications_in_state},
	{{{"orgnr", is_asked}}, q_list_applications_of},
	{{{"answerDueBy", is_asked}}, q_list_applications_to_answer},
	{{{"caseworkerId", is_asked}}, q_list_applications_handled},
	{{{"callId", is_asked}}, q_list_applications_in_call},
	{{{"programmeId", is_asked}}, q_list_applications_in_programme},
	{{{"state", is_asked}}, q_list_applications_in_state},
	{.list = q_list_applications},
};

static bool is_way(const struct req *r, const struct way *way)
{
	for (size_t i = 0; i < 2 && way->by[i].filter != NULL; i++)
		if (!way->by[i].narrows(req_query(r, way->by[i].filter)))
			return false;
	return true;
}

void op_list_applications(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);
	const struct way *way = ways;

	while (!is_way(r, way))
		way++;
	way->list(segment, req_query(r, "state"), req_query_id(r, "callId"),
		  req_query_id(r, "programmeId"), req_query(r, "answerDueBy"),
		  req_query(r, "awaitsMeeting"), req_query(r, "caseworkerId"),
		  req_query(r, "orgnr"), r->after, req_limit(r));
	req_run_page(r, segment);
}

void op_list_submissions(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_submissions(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_get_submission(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_submission_document(segment, req_id(r, 0), req_id(r, 1));
	req_run_document(r, segment);
}

void op_get_submission_content(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_submission_content(segment, req_id(r, 0), req_id(r, 1));
	req_run_document(r, segment);
}

void op_list_application_events(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_application_events(segment, req_id(r, 0));
	req_run_page(r, segment);
}

static const struct shape_field return_fields[] = {
	SHAPE_FIELD(struct return_input, reason, "reason", TEXT),
	SHAPE_OPTIONAL(struct return_input, answer_by, "answerBy", DATE, has_answer_by),
};
static const struct shape return_shape = SHAPE(struct return_input, return_fields);

static void decide_returning(struct act *act)
{
	decide_return(act->facts, act->input, &act->problems);
}

static void apply_returning(struct act *act, struct db_segment *segment)
{
	const struct return_input *input = act->input;
	const char *answer_by = NULL;

	if (input->has_answer_by)
		answer_by = date_text(act->r->arena, input->answer_by);
	q_return_application(segment, act->id, act->version, input->reason, answer_by);
	application_record(act, segment, input->reason);
}

const struct command return_application =
	APPLICATION_COMMAND("return", OP_RETURN_APPLICATION, decide_returning, apply_returning);

void op_return_application(struct req *r)
{
	command_run(r, &return_application, req_id(r, 0), req_input(r, &return_shape));
}

static void decide_resuming(struct act *act)
{
	decide_resume(act->facts, &act->problems);
}

static void apply_resuming(struct act *act, struct db_segment *segment)
{
	q_resume_application(segment, act->id, act->version);
	application_record(act, segment, reason_of(act));
}

const struct command resume_application =
	APPLICATION_COMMAND("resume", OP_RESUME_APPLICATION, decide_resuming, apply_resuming);

void op_resume_application(struct req *r)
{
	command_run(r, &resume_application, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_taking(struct act *act)
{
	decide_take(act->facts, &act->problems);
}

/* That another has it now is the county's own affair. */
static void apply_taking(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	bool is_begun = strcmp(facts->state, "submitted") == 0;
	struct act_event event = {
		.case_kind = "application",
		.case_id = act->id,
		.object_kind = "application",
		.object_id = act->id,
		.concerns = is_begun ? facts->applicant_id : 0,
	};

	q_take_application(segment, act->id, act->version);
	act_record(act, segment, &event);
}

const struct command take_application =
	APPLICATION_COMMAND("take", OP_TAKE_APPLICATION, decide_taking, apply_taking);

void op_take_application(struct req *r)
{
	command_run(r, &take_application, req_id(r, 0), NULL);
}

void op_get_application_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&submit_application,    &withdraw_application, &enter_withdrawal,
		&take_application,      &resume_application,
		&take_form,             &assign_application,   &add_partner,
		&return_application,    &begin_evaluation,     &recommend_application,
		&assure_recommendation, &send_back_application, &decide_application,
		&lodge_appeal,          &ask_grounds,           &give_grounds,
		&note_notice,           &send_preliminary_answer, &release_decision,
		&hear_party,            &exempt_hearing,        &propose_reversal,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
