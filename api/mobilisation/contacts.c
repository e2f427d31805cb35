#include "api/mobilisation/contacts.h"

#include "api/mobilisation/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_contact(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_contact_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_contacts(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_contacts(segment, req_id(r, 0), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct contact_input, on_day, "onDay", DATE),
};
static const struct shape input_shape = SHAPE(struct contact_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_enrolment(segment, act->id, "contacts", NULL, false);
}

static void decide(struct act *act)
{
	decide_note_contact(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct contact_input *input = act->input;

	q_insert_contact(segment, facts->new_id, act->id, input->content);
	act_record(
		act, segment,
		&(struct act_event){"enrolment", act->id, "contact", facts->new_id, NULL, NULL, 0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;

	act_reply(act, segment, q_reply_contact, "/v1/contacts", facts->new_id);
}

const struct command note_contact = {
	.action = "note-contact",
	.operation = OP_NOTE_CONTACT,
	.facts = &enrolment_facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_note_contact(struct req *r)
{
	struct contact_input *input = req_input(r, &input_shape);

	input->content = req_body_text(r);
	command_run(r, &note_contact, req_id(r, 0), input);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct contact_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct contact_facts, today, "today", DATE),
	SHAPE_FIELD(struct contact_facts, id, "id", I64),
	SHAPE_FIELD(struct contact_facts, enrolment_id, "enrolmentId", I64),
	SHAPE_FIELD(struct contact_facts, is_void, "isVoid", BOOL),
	SHAPE_OBJECT(struct contact_facts, days, "days", &way_days_shape),
};
static const struct shape facts_shape = SHAPE(struct contact_facts, facts_fields);

static const struct shape_field correct_fields[] = {
	SHAPE_OPTIONAL(struct correct_contact_input, on_day, "onDay", DATE, has_day),
	SHAPE_FIELD(struct correct_contact_input, reason, "reason", TEXT),
};
static const struct shape correct_shape = SHAPE(struct correct_contact_input, correct_fields);

static void load_noted(struct act *act, struct db_segment *segment)
{
	q_load_contact(segment, act->id);
}

static void decide_correction(struct act *act)
{
	decide_correct_contact(act->facts, act->input, &act->problems);
}

static void apply_correction(struct act *act, struct db_segment *segment)
{
	const struct contact_facts *facts = act->facts;
	const struct correct_contact_input *input = act->input;

	q_correct_contact(segment, act->id, act->version, input->content);
	act_record(act, segment,
		   &(struct act_event){"enrolment", facts->enrolment_id, "contact", act->id,
				       input->reason, NULL, 0});
}

static void reply_noted(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_contact, NULL, act->id);
}

static const struct command correct_contact = {
	.action = "correct",
	.operation = OP_CORRECT_CONTACT,
	.facts = &facts_shape,
	.status = 200,
	.load = load_noted,
	.decide = decide_correction,
	.apply = apply_correction,
	.reply = reply_noted,
};

void op_correct_contact(struct req *r)
{
	struct correct_contact_input *input = req_input(r, &correct_shape);

	input->content = req_body_text(r);
	command_run(r, &correct_contact, req_id(r, 0), input);
}

void op_get_contact_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&correct_contact};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
