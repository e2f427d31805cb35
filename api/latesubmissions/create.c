/* An applicant that missed the deadline asks for leave to apply all the same. */
#include "api/command/command.h"
#include "api/latesubmissions/latesubmissions.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct new_late_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_late_facts, id, "id", I64),
	SHAPE_FIELD(struct new_late_facts, call_state, "callState", TEXT),
	SHAPE_FIELD(struct new_late_facts, closes_on, "closesOn", DATE),
	SHAPE_LIST(struct new_late_facts, applicant_kinds, n_applicant_kinds, "applicantKinds",
		   TEXT),
	SHAPE_OR_NULL(struct new_late_facts, draft_state, "draftState", TEXT),
	SHAPE_FIELD(struct new_late_facts, is_asked, "isAsked", BOOL),
};
static const struct shape facts_shape = SHAPE(struct new_late_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct new_late_input, call_id, "callId", ID),
	SHAPE_OPTIONAL(struct new_late_input, application_id, "applicationId", ID, has_application),
	SHAPE_FIELD(struct new_late_input, reason, "reason", TEXT),
};
static const struct shape input_shape = SHAPE(struct new_late_input, input_fields);

static const int64_t *named_application(const struct new_late_input *input)
{
	return input->has_application ? &input->application_id : NULL;
}

static void load(struct act *act, struct db_segment *segment)
{
	const struct new_late_input *input = act->input;

	q_load_new_late_submission(segment, input->call_id, named_application(input));
}

static void decide(struct act *act)
{
	decide_ask_late(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_late_facts *facts = act->facts;
	const struct new_late_input *input = act->input;

	q_insert_late_submission(segment, facts->id, input->call_id, named_application(input),
				 input->reason);
	q_new_guard(segment, "late_submission", facts->id);
	act_record(act, segment,
		   &(struct act_event){"late_submission", facts->id, "late_submission", facts->id,
				       input->reason, NULL, facts->caller.organisation_id});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_late_facts *facts = act->facts;

	act_reply(act, segment, q_reply_late_submission, "/v1/late-submissions", facts->id);
}

static const struct command ask = {
	.action = "ask",
	.operation = OP_ASK_LATE_SUBMISSION,
	.facts = &facts_shape,
	.status = 201,
	.made_in = "callId",
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_ask_late_submission(struct req *r)
{
	command_run(r, &ask, 0, req_input(r, &input_shape));
}
