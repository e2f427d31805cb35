#include "api/command/command.h"
#include "api/letters/letters.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_letter(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_letter_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_application_letters(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_application_letters(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_list_letters(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_letters(segment, req_query(r, "state"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct new_letter_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_letter_facts, id, "id", I64),
	SHAPE_FIELD(struct new_letter_facts, has_letter, "hasLetter", BOOL),
	SHAPE_FIELD(struct new_letter_facts, is_asked, "isAsked", BOOL),
};
static const struct shape facts_shape = SHAPE(struct new_letter_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct new_letter_input, letter_id, "letterId", ID),
	SHAPE_FIELD(struct new_letter_input, language, "language", TEXT),
};
static const struct shape input_shape = SHAPE(struct new_letter_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct new_letter_input *input = act->input;

	q_load_new_letter(segment, act->id, input->letter_id, input->language);
}

static void decide(struct act *act)
{
	decide_ask_letter(act->facts, act->input, &act->problems);
}

/* Whom it concerns outside the county is told when it is made. */
static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_letter_facts *facts = act->facts;
	const struct new_letter_input *input = act->input;

	q_insert_letter(segment, facts->id, input->letter_id, input->language);
	act_record(act, segment,
		   &(struct act_event){"application", act->id, "letter", facts->id, NULL, NULL, 0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_letter_facts *facts = act->facts;

	act_reply(act, segment, q_reply_letter, "/v1/letters", facts->id);
}

static const struct command ask_letter = {
	.action = "ask",
	.operation = OP_ASK_LETTER,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_ask_letter(struct req *r)
{
	command_run(r, &ask_letter, req_id(r, 0), req_input(r, &input_shape));
}
