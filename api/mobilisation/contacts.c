/* The log of contacts with a firm, which its hub and the county read. */
#include "api/enrolments/facts.h"
#include "api/mobilisation/commands.h"
#include "api/mobilisation/mobilisation.h"
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
	q_load_enrolment(segment, act->id, "contacts", NULL);
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
