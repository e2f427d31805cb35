/* A hub invites a firm to a project, and the firm or its own hub answers. */
#include "api/projects/invitations.h"

#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/projects/commands.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_project_invitation(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_invitation_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_project_invitations(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_invitations(segment, req_query_id(r, "projectId"), req_query(r, "state"),
			   req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_invitation_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_invitation_facts, id, "id", I64),
	SHAPE_FIELD(struct new_invitation_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct new_invitation_facts, hub, "hub", TEXT),
	SHAPE_FIELD(struct new_invitation_facts, project_state, "projectState", TEXT),
	SHAPE_FIELD(struct new_invitation_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct new_invitation_facts, is_asked, "isAsked", BOOL),
};
static const struct shape new_facts_shape = SHAPE(struct new_invitation_facts, new_facts_fields);

static const struct shape_field new_input_fields[] = {
	SHAPE_FIELD(struct new_invitation_input, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct new_invitation_input, message, "message", TEXT),
};
static const struct shape new_input_shape = SHAPE(struct new_invitation_input, new_input_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_invitation_input *input = act->input;

	q_load_new_invitation(segment, act->id, input == NULL ? NULL : input->orgnr);
}

/* Among what may be done with a project, the facts are the project's. */
static void decide_new(struct act *act)
{
	if (act->input == NULL)
		decide_describe_project(act->facts, &act->problems);
	else
		decide_invite_firm(act->facts, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct new_invitation_facts *facts = act->facts;
	const struct new_invitation_input *input = act->input;

	q_insert_invitation(segment, facts->id, act->id, facts->firm_id, input->message);
	act_record(act, segment,
		   &(struct act_event){"project", act->id, "project_invitation", facts->id, NULL,
				       NULL, facts->firm_id});
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_invitation_facts *facts = act->facts;

	act_reply(act, segment, q_reply_invitation, "/v1/project-invitations", facts->id);
}

const struct command invite_firm = {
	.action = "invite",
	.operation = OP_INVITE_TO_PROJECT,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_invite_to_project(struct req *r)
{
	command_run(r, &invite_firm, req_id(r, 0), req_input(r, &new_input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct invitation_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct invitation_facts, today, "today", DATE),
	SHAPE_FIELD(struct invitation_facts, id, "id", I64),
	SHAPE_FIELD(struct invitation_facts, project_id, "projectId", I64),
	SHAPE_FIELD(struct invitation_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct invitation_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct invitation_facts, hub, "hub", TEXT),
	SHAPE_FIELD(struct invitation_facts, firm, "firm", TEXT),
	SHAPE_FIELD(struct invitation_facts, state, "state", TEXT),
	SHAPE_FIELD(struct invitation_facts, project_state, "projectState", TEXT),
	SHAPE_FIELD(struct invitation_facts, is_follower, "isFollower", BOOL),
	SHAPE_FIELD(struct invitation_facts, is_in_programme, "isInProgramme", BOOL),
	SHAPE_FIELD(struct invitation_facts, is_in_project, "isInProject", BOOL),
};
static const struct shape facts_shape = SHAPE(struct invitation_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_invitation(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_invitation, NULL, act->id);
}

/* Told to the other side. */
static void record(struct act *act, struct db_segment *segment, const char *reason)
{
	const struct invitation_facts *facts = act->facts;
	bool is_asker = facts->caller.organisation_id == facts->hub_id;

	act_record(act, segment,
		   &(struct act_event){"project", facts->project_id, "project_invitation", act->id,
				       reason, NULL, is_asker ? facts->firm_id : facts->hub_id});
}

static const struct shape_field consent_fields[] = {
	SHAPE_OR_NULL(struct consent_input, consent_by, "consentBy", TEXT),
	SHAPE_OPTIONAL(struct consent_input, consent_on, "consentOn", DATE, has_day),
};
static const struct shape consent_shape = SHAPE(struct consent_input, consent_fields);

static void decide_acceptance(struct act *act)
{
	decide_accept_invitation(act->facts, act->input, &act->problems);
}

static void apply_acceptance(struct act *act, struct db_segment *segment)
{
	const struct consent_input *input = act->input;
	const char *on = input->has_day ? date_text(act->r->arena, input->consent_on) : NULL;

	q_accept_invitation(segment, act->id, act->version, input->consent_by, on);
	record(act, segment, NULL);
}

static const struct command accept_invitation =
	COMMAND("accept", OP_ACCEPT_PROJECT_INVITATION, decide_acceptance, apply_acceptance);

void op_accept_project_invitation(struct req *r)
{
	command_run(r, &accept_invitation, req_id(r, 0), req_input(r, &consent_shape));
}

static void decide_refusal(struct act *act)
{
	decide_decline_invitation(act->facts, &act->problems);
}

static void apply_refusal(struct act *act, struct db_segment *segment)
{
	q_close_invitation(segment, act->id, act->version, "declined", reason_of(act));
	record(act, segment, reason_of(act));
}

static const struct command decline =
	COMMAND("decline", OP_DECLINE_PROJECT_INVITATION, decide_refusal, apply_refusal);

void op_decline_project_invitation(struct req *r)
{
	command_run(r, &decline, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_withdrawal(struct act *act)
{
	decide_withdraw_invitation(act->facts, &act->problems);
}

static void apply_withdrawal(struct act *act, struct db_segment *segment)
{
	q_close_invitation(segment, act->id, act->version, "withdrawn", NULL);
	record(act, segment, NULL);
}

static const struct command withdraw =
	COMMAND("withdraw", OP_WITHDRAW_PROJECT_INVITATION, decide_withdrawal, apply_withdrawal);

void op_withdraw_project_invitation(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), NULL);
}

void op_get_project_invitation_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&accept_invitation, &decline, &withdraw};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
