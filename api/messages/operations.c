/* Messages are read, written and marked as read. */
#include "api/messages/messages.h"

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_message(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_message_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_messages(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_messages(segment, req_id(r, 0), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field document_fields[] = {
	SHAPE_FIELD(struct message_document, id, "id", I64),
	SHAPE_FIELD(struct message_document, state, "state", TEXT),
	SHAPE_FIELD(struct message_document, access, "access", TEXT),
};
static const struct shape document_shape = SHAPE(struct message_document, document_fields);

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_message_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_message_facts, today, "today", DATE),
	SHAPE_FIELD(struct new_message_facts, id, "id", I64),
	SHAPE_FIELD(struct new_message_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct new_message_facts, state, "state", TEXT),
	SHAPE_OR_NULL(struct new_message_facts, by_post_to, "byPostTo", TEXT),
	SHAPE_OBJECTS(struct new_message_facts, documents, n_documents, "documents",
		      &document_shape),
};
static const struct shape new_facts_shape = SHAPE(struct new_message_facts, new_facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct new_message_input, text, "text", TEXT),
	SHAPE_OPTIONAL(struct new_message_input, is_internal, "isInternal", BOOL, has_is_internal),
	SHAPE_OPTIONAL(struct new_message_input, answer_by, "answerBy", DATE, has_answer_by),
	SHAPE_OPTIONAL_LIST(struct new_message_input, document_ids, n_document_ids, "documentIds",
			    ID),
};
static const struct shape input_shape = SHAPE(struct new_message_input, input_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_message_input *input = act->input;

	q_load_new_message(
		segment, act->id,
		db_arg_i64s(act->r->arena, input->document_ids, input->n_document_ids));
}

static void decide_sending(struct act *act)
{
	decide_send_message(act->facts, act->input, &act->problems);
}

static void caution(struct act *act, struct problems *warnings)
{
	warn_of_message(act->facts, act->input, warnings);
}

static void apply_sending(struct act *act, struct db_segment *segment)
{
	const struct new_message_facts *facts = act->facts;
	const struct new_message_input *input = act->input;
	bool is_told = !input->is_internal && facts->caller.organisation_id != facts->applicant_id;

	q_insert_message(segment, facts->id, facts->applicant_id, act->id,
			 message_side(&facts->caller), input->is_internal, input->text,
			 input->has_answer_by ? date_text(act->r->arena, input->answer_by) : NULL);
	for (size_t i = 0; i < input->n_document_ids; i++)
		q_insert_message_document(segment, facts->applicant_id, act->id, facts->id,
					  input->document_ids[i]);
	act_record(act, segment,
		   &(struct act_event){"application", act->id, "message", facts->id, NULL, NULL,
				       is_told ? facts->applicant_id : 0});
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_message_facts *facts = act->facts;

	act_reply(act, segment, q_reply_message, "/v1/messages", facts->id);
}

static const struct command send_message = {
	.action = "write",
	.operation = OP_SEND_MESSAGE,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_sending,
	.apply = apply_sending,
	.reply = reply_new,
	.caution = caution,
};

void op_send_message(struct req *r)
{
	command_run(r, &send_message, req_id(r, 0), req_input(r, &input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct message_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct message_facts, id, "id", I64),
	SHAPE_FIELD(struct message_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct message_facts, state, "state", TEXT),
	SHAPE_FIELD(struct message_facts, side, "side", TEXT),
};
static const struct shape facts_shape = SHAPE(struct message_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_message(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_message, NULL, act->id);
}

static void decide_reading(struct act *act)
{
	decide_read_message(act->facts, &act->problems);
}

static void apply_reading(struct act *act, struct db_segment *segment)
{
	const struct message_facts *facts = act->facts;

	q_read_message(segment, act->id, act->version);
	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "message", act->id,
				       NULL, NULL, 0});
}

static const struct command read_message =
	COMMAND("read", OP_READ_MESSAGE, decide_reading, apply_reading);

void op_read_message(struct req *r)
{
	command_run(r, &read_message, req_id(r, 0), NULL);
}

void op_get_message_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&read_message};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
