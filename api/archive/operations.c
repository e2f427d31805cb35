/* Messages to the archive are read, and sent again where that failed. */
#include "api/archive/archive.h"

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_archive_message(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_archive_message_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_archive_messages(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_archive_messages(segment, req_query_id(r, "applicationId"), req_query(r, "state"),
				req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct archive_message_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct archive_message_facts, id, "id", I64),
	SHAPE_FIELD(struct archive_message_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct archive_message_facts, post_id, "postId", I64),
	SHAPE_FIELD(struct archive_message_facts, state, "state", TEXT),
	SHAPE_FIELD(struct archive_message_facts, is_newest, "isNewest", BOOL),
};
static const struct shape facts_shape = SHAPE(struct archive_message_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_archive_message(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_archive_message, NULL, act->id);
}

static void decide_retrying(struct act *act)
{
	decide_retry_message(act->facts, &act->problems);
}

static void apply_retrying(struct act *act, struct db_segment *segment)
{
	const struct archive_message_facts *facts = act->facts;

	q_retry_archive_message(segment, act->id, act->version);
	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "archive_message",
				       act->id, NULL, NULL, 0});
	q_wake_jobs(segment, "archive");
}

static const struct command retry =
	COMMAND("retry", OP_RETRY_ARCHIVE_MESSAGE, decide_retrying, apply_retrying);

void op_retry_archive_message(struct req *r)
{
	command_run(r, &retry, req_id(r, 0), NULL);
}

void op_get_archive_message_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&retry};

	command_permitted(r, commands, 1, req_id(r, 0));
}
