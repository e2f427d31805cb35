/* Documents but for their content: registered, completed, classified and read. */
#include <inttypes.h>

#include "api/command/command.h"
#include "api/documents/documents.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_document(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_document_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_documents(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_documents(segment, req_id(r, 0), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_document_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_document_facts, id, "id", I64),
	SHAPE_FIELD(struct new_document_facts, applicant_id, "applicantId", I64),
	SHAPE_LIST(struct new_document_facts, suffixes, n_suffixes, "suffixes", TEXT),
	SHAPE_LIST(struct new_document_facts, taken, n_taken, "taken", TEXT),
	SHAPE_FIELD(struct new_document_facts, bytes_max, "bytesMax", I64),
	SHAPE_FIELD(struct new_document_facts, case_count, "caseCount", I64),
	SHAPE_FIELD(struct new_document_facts, case_bytes, "caseBytes", I64),
	SHAPE_FIELD(struct new_document_facts, case_count_max, "caseCountMax", I64),
	SHAPE_FIELD(struct new_document_facts, case_bytes_max, "caseBytesMax", I64),
};
static const struct shape new_facts_shape = SHAPE(struct new_document_facts, new_facts_fields);

static const struct shape_field new_input_fields[] = {
	SHAPE_FIELD(struct new_document_input, title, "title", TEXT),
	SHAPE_FIELD(struct new_document_input, media_type, "mediaType", TEXT),
	SHAPE_FIELD(struct new_document_input, size_bytes, "sizeBytes", I64),
	SHAPE_OR_NULL(struct new_document_input, sha256, "sha256", TEXT),
	SHAPE_OR_NULL(struct new_document_input, access, "access", TEXT),
	SHAPE_OR_NULL(struct new_document_input, fnr_grounds, "fnrGrounds", TEXT),
};
static const struct shape new_input_shape = SHAPE(struct new_document_input, new_input_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_document_input *input = act->input;

	q_load_new_document(segment, act->id, input->media_type);
}

static void decide_adding(struct act *act)
{
	decide_add_document(act->facts, act->input, &act->problems);
}

/* In the case. Whom it concerns outside the county is told when it is clean, or why it is not. */
static void record(struct act *act, struct db_segment *segment, int64_t application_id,
		   int64_t document_id, const char *detail)
{
	act_record(act, segment,
		   &(struct act_event){"application", application_id, "document", document_id, NULL,
				       detail, 0});
}

static void apply_adding(struct act *act, struct db_segment *segment)
{
	const struct new_document_facts *facts = act->facts;
	const struct new_document_input *input = act->input;

	q_insert_document(segment, facts->id, facts->applicant_id, act->id, input->title,
			  input->media_type, input->size_bytes, input->sha256,
			  input->access == NULL ? "party" : input->access, input->fnr_grounds);
	record(act, segment, act->id, facts->id, NULL);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_document_facts *facts = act->facts;

	act_reply(act, segment, q_reply_document, "/v1/documents", facts->id);
}

static const struct command add_document = {
	.action = "send",
	.operation = OP_ADD_DOCUMENT,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_adding,
	.apply = apply_adding,
	.reply = reply_new,
};

void op_add_document(struct req *r)
{
	command_run(r, &add_document, req_id(r, 0), req_input(r, &new_input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct document_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct document_facts, id, "id", I64),
	SHAPE_FIELD(struct document_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct document_facts, state, "state", TEXT),
	SHAPE_FIELD(struct document_facts, is_of_county, "isOfCounty", BOOL),
	SHAPE_FIELD(struct document_facts, is_sent, "isSent", BOOL),
	SHAPE_FIELD(struct document_facts, holds_fnr, "holdsFnr", BOOL),
	SHAPE_FIELD(struct document_facts, is_unsent, "isUnsent", BOOL),
	SHAPE_FIELD(struct document_facts, is_partners_paper, "isPartnersPaper", BOOL),
	SHAPE_FIELD(struct document_facts, chunks, "chunks", I64),
	SHAPE_FIELD(struct document_facts, received, "received", I64),
};
static const struct shape facts_shape = SHAPE(struct document_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_document(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_document, NULL, act->id);
}

static void decide_completing(struct act *act)
{
	decide_complete_document(act->facts, &act->problems);
}

static void apply_completing(struct act *act, struct db_segment *segment)
{
	const struct document_facts *facts = act->facts;

	q_move_document(segment, act->id, act->version, "scanning");
	record(act, segment, facts->application_id, act->id, NULL);
	q_wake_jobs(segment, "documents");
}

static const struct command complete_document =
	COMMAND("complete", OP_COMPLETE_DOCUMENT, decide_completing, apply_completing);

void op_complete_document(struct req *r)
{
	command_run(r, &complete_document, req_id(r, 0), NULL);
}

static void decide_discarding(struct act *act)
{
	decide_discard_document(act->facts, &act->problems);
}

static void apply_discarding(struct act *act, struct db_segment *segment)
{
	const struct document_facts *facts = act->facts;

	q_move_document(segment, act->id, act->version, "discarded");
	record(act, segment, facts->application_id, act->id, NULL);
}

static const struct command discard_document =
	COMMAND("discard", OP_DISCARD_DOCUMENT, decide_discarding, apply_discarding);

void op_discard_document(struct req *r)
{
	command_run(r, &discard_document, req_id(r, 0), NULL);
}

static const struct shape_field classification_fields[] = {
	SHAPE_FIELD(struct classification_input, access, "access", TEXT),
	SHAPE_OR_NULL(struct classification_input, exemption, "exemption", TEXT),
};
static const struct shape classification_shape =
	SHAPE(struct classification_input, classification_fields);

static void decide_classifying(struct act *act)
{
	decide_classify_document(act->facts, act->input, &act->problems);
}

static void apply_classifying(struct act *act, struct db_segment *segment)
{
	const struct document_facts *facts = act->facts;
	const struct classification_input *input = act->input;

	q_classify_document(segment, act->id, act->version, input->access, input->exemption);
	record(act, segment, facts->application_id, act->id, NULL);
}

static const struct command classify_document =
	COMMAND("classify", OP_CLASSIFY_DOCUMENT, decide_classifying, apply_classifying);

void op_classify_document(struct req *r)
{
	command_run(r, &classify_document, req_id(r, 0), req_input(r, &classification_shape));
}

void op_get_document_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&complete_document, &discard_document,
							  &classify_document};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
