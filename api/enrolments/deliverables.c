#include "api/enrolments/deliverables.h"

#include "api/command/reason.h"
#include "api/enrolments/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_deliverable(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_deliverable_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_deliverables(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_deliverables(segment, req_id(r, 0));
	req_run_page(r, segment);
}

static const struct shape_field new_fields[] = {
	SHAPE_FIELD(struct new_deliverable_input, title, "title", TEXT),
	SHAPE_FIELD(struct new_deliverable_input, description, "description", TEXT),
};
static const struct shape new_shape = SHAPE(struct new_deliverable_input, new_fields);

static void load_beginning(struct act *act, struct db_segment *segment)
{
	q_load_enrolment(segment, act->id, "deliverables", NULL, false);
}

static void decide_beginning(struct act *act)
{
	decide_begin_deliverable(act->facts, &act->problems);
}

static void apply_beginning(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct new_deliverable_input *input = act->input;

	q_insert_deliverable(segment, facts->new_id, act->id, input->title, input->description);
	act_record(act, segment,
		   &(struct act_event){"enrolment", act->id, "deliverable", facts->new_id, NULL,
				       NULL, facts->firm_id});
}

static void reply_beginning(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;

	act_reply(act, segment, q_reply_deliverable, "/v1/deliverables", facts->new_id);
}

const struct command begin_deliverable = {
	.action = "begin-deliverable",
	.operation = OP_BEGIN_DELIVERABLE,
	.facts = &enrolment_facts_shape,
	.status = 201,
	.load = load_beginning,
	.decide = decide_beginning,
	.apply = apply_beginning,
	.reply = reply_beginning,
};

void op_begin_deliverable(struct req *r)
{
	command_run(r, &begin_deliverable, req_id(r, 0), req_input(r, &new_shape));
}

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct deliverable_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct deliverable_facts, id, "id", I64),
	SHAPE_FIELD(struct deliverable_facts, state, "state", TEXT),
	SHAPE_FIELD(struct deliverable_facts, enrolment_id, "enrolmentId", I64),
	SHAPE_FIELD(struct deliverable_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct deliverable_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct deliverable_facts, delivered_by, "deliveredBy", I64),
};
static const struct shape facts_shape = SHAPE(struct deliverable_facts, fact_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_deliverable(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_deliverable, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   int64_t concerns)
{
	const struct deliverable_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"enrolment", facts->enrolment_id, "deliverable", act->id,
				       reason, NULL, concerns});
}

static void decide_change(struct act *act)
{
	decide_change_deliverable(act->facts, &act->problems);
}

static void apply_change(struct act *act, struct db_segment *segment)
{
	const struct deliverable_facts *facts = act->facts;
	const struct new_deliverable_input *input = act->input;

	q_change_deliverable(segment, act->id, act->version, input->title, input->description);
	record(act, segment, NULL, facts->firm_id);
}

static const struct command change =
	COMMAND("change", OP_CHANGE_DELIVERABLE, decide_change, apply_change);

void op_change_deliverable(struct req *r)
{
	command_run(r, &change, req_id(r, 0), req_input(r, &new_shape));
}

static void decide_delivery(struct act *act)
{
	decide_deliver(act->facts, &act->problems);
}

static void apply_delivery(struct act *act, struct db_segment *segment)
{
	const struct deliverable_facts *facts = act->facts;

	q_deliver(segment, act->id, act->version);
	record(act, segment, NULL, facts->firm_id);
}

static const struct command deliver =
	COMMAND("deliver", OP_DELIVER, decide_delivery, apply_delivery);

void op_deliver(struct req *r)
{
	command_run(r, &deliver, req_id(r, 0), NULL);
}

static void decide_discard(struct act *act)
{
	decide_discard_deliverable(act->facts, &act->problems);
}

static void apply_discard(struct act *act, struct db_segment *segment)
{
	const struct deliverable_facts *facts = act->facts;

	q_discard_deliverable(segment, act->id, act->version);
	record(act, segment, reason_of(act), facts->firm_id);
}

static const struct command discard =
	COMMAND("discard", OP_DISCARD_DELIVERABLE, decide_discard, apply_discard);

void op_discard_deliverable(struct req *r)
{
	command_run(r, &discard, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_acceptance(struct act *act)
{
	decide_accept_deliverable(act->facts, &act->problems);
}

static void apply_acceptance(struct act *act, struct db_segment *segment)
{
	const struct deliverable_facts *facts = act->facts;

	q_accept_deliverable(segment, act->id, act->version);
	record(act, segment, NULL, facts->hub_id);
}

static const struct command accept =
	COMMAND("accept", OP_ACCEPT_DELIVERABLE, decide_acceptance, apply_acceptance);

void op_accept_deliverable(struct req *r)
{
	command_run(r, &accept, req_id(r, 0), NULL);
}

static void decide_return(struct act *act)
{
	decide_send_back_deliverable(act->facts, &act->problems);
}

static void apply_return(struct act *act, struct db_segment *segment)
{
	const struct deliverable_facts *facts = act->facts;

	q_send_back_deliverable(segment, act->id, act->version, reason_of(act));
	record(act, segment, reason_of(act), facts->hub_id);
}

static const struct command send_back =
	COMMAND("send-back", OP_SEND_BACK_DELIVERABLE, decide_return, apply_return);

void op_send_back_deliverable(struct req *r)
{
	command_run(r, &send_back, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_deliverable_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&change, &deliver, &discard, &accept,
						  &send_back};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
