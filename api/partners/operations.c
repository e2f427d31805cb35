/* An applicant names its partners, and they answer. */
#include "api/partners/partners.h"

#include "api/applications/applications.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/partners/agreed.h"
#include "api/partners/commands.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"
#include "lib/base/text.h"
#include "lib/json/shape.h"

static const struct shape_field named_fields[] = {
	SHAPE_FIELD(struct named_partner, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct named_partner, name, "name", TEXT),
	SHAPE_FIELD(struct named_partner, state, "state", TEXT),
};
const struct shape named_partner_shape = SHAPE(struct named_partner, named_fields);

void op_get_application_partner(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_application_partner_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_application_partners(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_application_partners(segment, req_query_id(r, "applicationId"),
				    req_query(r, "state"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_partner_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_partner_facts, id, "id", I64),
	SHAPE_FIELD(struct new_partner_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct new_partner_facts, application_state, "applicationState", TEXT),
	SHAPE_OBJECT(struct new_partner_facts, in_hand, "inHand", &in_hand_shape),
	SHAPE_FIELD(struct new_partner_facts, organisation_id, "organisationId", I64),
	SHAPE_FIELD(struct new_partner_facts, is_named, "isNamed", BOOL),
};
static const struct shape new_facts_shape = SHAPE(struct new_partner_facts, new_facts_fields);

static const struct shape_field new_input_fields[] = {
	SHAPE_FIELD(struct new_partner_input, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct new_partner_input, task, "task", TEXT),
	SHAPE_OR_NULL(struct new_partner_input, message, "message", TEXT),
};
static const struct shape new_input_shape = SHAPE(struct new_partner_input, new_input_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_partner_input *input = act->input;

	q_load_new_partner(segment, act->id, input->orgnr);
}

static void decide_new(struct act *act)
{
	if (act->input == NULL)
		decide_save(act->facts, &act->problems);
	else
		decide_add_partner(act->facts, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct new_partner_facts *facts = act->facts;
	const struct new_partner_input *input = act->input;

	q_insert_partner(segment, facts->id, act->id, facts->organisation_id, input->task,
			 input->message);
	act_record(act, segment,
		   &(struct act_event){"application", act->id, "application_partner", facts->id,
				       NULL, NULL, facts->organisation_id});
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_partner_facts *facts = act->facts;

	act_reply(act, segment, q_reply_application_partner, "/v1/application-partners",
		  facts->id);
}

const struct command add_partner = {
	.action = "add-partner",
	.operation = OP_ADD_PARTNER,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_add_partner(struct req *r)
{
	command_run(r, &add_partner, req_id(r, 0), req_input(r, &new_input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct partner_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct partner_facts, today, "today", DATE),
	SHAPE_FIELD(struct partner_facts, id, "id", I64),
	SHAPE_FIELD(struct partner_facts, state, "state", TEXT),
	SHAPE_FIELD(struct partner_facts, name, "name", TEXT),
	SHAPE_FIELD(struct partner_facts, organisation_id, "organisationId", I64),
	SHAPE_FIELD(struct partner_facts, has_people, "hasPeople", BOOL),
	SHAPE_FIELD(struct partner_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct partner_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct partner_facts, applicant, "applicant", TEXT),
	SHAPE_FIELD(struct partner_facts, application_state, "applicationState", TEXT),
	SHAPE_OR_NULL(struct partner_facts, amendment, "amendment", TEXT),
	SHAPE_OR_NULL(struct partner_facts, asked_to, "askedTo", TEXT),
	SHAPE_FIELD(struct partner_facts, carries_out, "carriesOut", BOOL),
	SHAPE_FIELD(struct partner_facts, has_resigned, "hasResigned", BOOL),
	SHAPE_FIELD(struct partner_facts, asked_on, "askedOn", DATE),
	SHAPE_OPTIONAL_OBJECT(struct partner_facts, in_hand, "inHand", &in_hand_shape, has_in_hand),
	SHAPE_OR_NULL(struct partner_facts, document, "document", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct partner_facts, appeal, "appeal", &partner_appeal_shape,
			      has_appeal),
};
static const struct shape facts_shape = SHAPE(struct partner_facts, facts_fields);

static const struct shape_field paper_fields[] = {
	SHAPE_FIELD(struct paper_input, confirmed_by, "confirmedBy", TEXT),
	SHAPE_FIELD(struct paper_input, confirmed_on, "confirmedOn", DATE),
	SHAPE_FIELD(struct paper_input, document_id, "documentId", ID),
};
static const struct shape paper_shape = SHAPE(struct paper_input, paper_fields);

static const struct shape_field refusal_fields[] = {
	SHAPE_FIELD(struct part_refusal_input, said.received_on, "receivedOn", DATE),
	SHAPE_FIELD(struct part_refusal_input, said.channel, "channel", TEXT),
	SHAPE_FIELD(struct part_refusal_input, said.authority, "authority", TEXT),
	SHAPE_FIELD(struct part_refusal_input, said.reason, "reason", TEXT),
	SHAPE_OPTIONAL(struct part_refusal_input, document_id, "documentId", ID, has_document),
};
static const struct shape refusal_shape = SHAPE(struct part_refusal_input, refusal_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_partner(segment, act->id, NULL, act->whole);
}

static void load_paper(struct act *act, struct db_segment *segment)
{
	const struct paper_input *input = act->input;

	q_load_partner(segment, act->id, input == NULL ? NULL : &input->document_id, act->whole);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_application_partner, NULL, act->id);
}

/* Told to the other side; what the county enters for the partner is told to the applicant. */
static void record(struct act *act, struct db_segment *segment, const char *reason)
{
	const struct partner_facts *facts = act->facts;
	bool is_applicant = facts->caller.organisation_id == facts->applicant_id;
	int64_t told = is_applicant ? facts->organisation_id : facts->applicant_id;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "application_partner",
				       act->id, reason, NULL, told});
}

static void decide_confirmation(struct act *act)
{
	decide_confirm_part(act->facts, &act->problems);
}

static void apply_confirmation(struct act *act, struct db_segment *segment)
{
	q_confirm_part(segment, act->id, act->version);
	record(act, segment, NULL);
}

static const struct command confirm =
	COMMAND("confirm", OP_CONFIRM_PART, decide_confirmation, apply_confirmation);

void op_confirm_part(struct req *r)
{
	command_run(r, &confirm, req_id(r, 0), NULL);
}

static void decide_paper(struct act *act)
{
	decide_enter_paper(act->facts, act->input, &act->problems);
}

static void apply_paper(struct act *act, struct db_segment *segment)
{
	const struct partner_facts *facts = act->facts;
	const struct paper_input *input = act->input;
	const char *on = date_text(act->r->arena, input->confirmed_on);

	if (text_is(facts->caller.kind, "county"))
		q_insert_partner_answer(segment, act->id, "confirmed", on, "letter",
					input->confirmed_by, &input->document_id);
	q_enter_part_on_paper(segment, act->id, act->version, input->confirmed_by, on,
			      input->document_id);
	record(act, segment, NULL);
}

static const struct command enter_paper = {
	.action = "enter-paper",
	.operation = OP_ENTER_PART_ON_PAPER,
	.facts = &facts_shape,
	.status = 200,
	.load = load_paper,
	.decide = decide_paper,
	.apply = apply_paper,
	.reply = reply,
};

void op_enter_part_on_paper(struct req *r)
{
	command_run(r, &enter_paper, req_id(r, 0), req_input(r, &paper_shape));
}

static void load_refusal(struct act *act, struct db_segment *segment)
{
	const struct part_refusal_input *input = act->input;

	q_load_partner(segment, act->id,
		       input != NULL && input->has_document ? &input->document_id : NULL,
		       act->whole);
}

static void decide_entering_refusal(struct act *act)
{
	decide_enter_part_refusal(act->facts, act->input, &act->problems);
}

static void apply_entering_refusal(struct act *act, struct db_segment *segment)
{
	const struct part_refusal_input *input = act->input;
	const struct said_input *said = &input->said;

	q_insert_partner_answer(segment, act->id, "declined",
				date_text(act->r->arena, said->received_on), said->channel,
				said->authority, input->has_document ? &input->document_id : NULL);
	q_leave_application(segment, act->id, act->version, "declined", said->reason);
	record(act, segment, said->reason);
}

static const struct command enter_refusal = {
	.action = "enter-refusal",
	.operation = OP_ENTER_PART_REFUSAL,
	.facts = &facts_shape,
	.status = 200,
	.load = load_refusal,
	.decide = decide_entering_refusal,
	.apply = apply_entering_refusal,
	.reply = reply,
};

void op_enter_part_refusal(struct req *r)
{
	command_run(r, &enter_refusal, req_id(r, 0), req_input(r, &refusal_shape));
}

static void leave(struct act *act, struct db_segment *segment, const char *state)
{
	q_leave_application(segment, act->id, act->version, state, reason_of(act));
	record(act, segment, reason_of(act));
}

static void decide_refusal(struct act *act)
{
	decide_decline_part(act->facts, &act->problems);
}

static void apply_refusal(struct act *act, struct db_segment *segment)
{
	leave(act, segment, "declined");
}

static const struct command decline =
	COMMAND("decline", OP_DECLINE_PART, decide_refusal, apply_refusal);

void op_decline_part(struct req *r)
{
	command_run(r, &decline, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_withdrawal(struct act *act)
{
	decide_withdraw_part(act->facts, &act->problems);
}

static void apply_withdrawal(struct act *act, struct db_segment *segment)
{
	leave(act, segment, "withdrawn");
}

static const struct command withdraw =
	COMMAND("withdraw", OP_WITHDRAW_PART, decide_withdrawal, apply_withdrawal);

void op_withdraw_part(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_removal(struct act *act)
{
	decide_remove_partner(act->facts, &act->problems);
}

static void apply_removal(struct act *act, struct db_segment *segment)
{
	leave(act, segment, "removed");
}

static const struct command remove_partner =
	COMMAND("remove", OP_REMOVE_PARTNER, decide_removal, apply_removal);

void op_remove_partner(struct req *r)
{
	command_run(r, &remove_partner, req_id(r, 0), req_input(r, &reason_shape));
}

/* ---- it asks to leave the grant */

static const struct shape_field resign_fields[] = {
	SHAPE_FIELD(struct resign_input, reason, "reason", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct resign_input, entered, "enteredFor", &entered_for_shape,
			      is_entered),
};
static const struct shape resign_shape = SHAPE(struct resign_input, resign_fields);

static void decide_resigning(struct act *act)
{
	decide_resign(act->facts, act->input, &act->problems);
}

static void apply_resigning(struct act *act, struct db_segment *segment)
{
	const struct partner_facts *facts = act->facts;
	const struct resign_input *input = act->input;
	int32_t on = input->is_entered ? input->entered.on_day : facts->today;

	q_resign(segment, act->id, act->version, input->reason, date_text(act->r->arena, on),
		 input->is_entered ? input->entered.name : NULL);
	record(act, segment, input->reason);
}

static const struct command resign =
	COMMAND("resign", OP_RESIGN_PART, decide_resigning, apply_resigning);

void op_resign_part(struct req *r)
{
	command_run(r, &resign, req_id(r, 0), req_input(r, &resign_shape));
}

/* ---- appealed */

static void decide_appealing(struct act *act)
{
	decide_partner_appeal(act->facts, act->input, &act->problems);
}

static void apply_appealing(struct act *act, struct db_segment *segment)
{
	const struct partner_facts *facts = act->facts;

	appeal_insert(act, segment, &facts->appeal.as, &facts->organisation_id);
}

static void reply_appealed(struct act *act, struct db_segment *segment)
{
	const struct partner_facts *facts = act->facts;

	act_reply(act, segment, q_reply_appeal, "/v1/appeals",
		  facts->appeal.as.appealable.next_id);
}

static const struct command lodge = {
	.action = "lodge-appeal",
	.operation = OP_LODGE_PARTNER_APPEAL,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
	.decide = decide_appealing,
	.apply = apply_appealing,
	.reply = reply_appealed,
};

void op_lodge_partner_appeal(struct req *r)
{
	command_run(r, &lodge, req_id(r, 0), req_input(r, &lodge_shape));
}

void op_get_application_partner_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&confirm, &decline, &withdraw,
							 &enter_paper, &enter_refusal,
							 &remove_partner, &resign,
							 &lodge};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
