/* How each notification came to its person; and what did not is settled. */
#include "api/command/command.h"
#include "api/notifications/notifications.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_delivery(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_delivery_document(segment, req_id(r, 0), req_language(r));
	req_run_document(r, segment);
}

void op_list_deliveries(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_deliveries(segment, req_id(r, 0), req_query(r, "state"), req_language(r),
			  req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

struct settling_input {
	const char *note;
};

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct delivery_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct delivery_facts, id, "id", I64),
	SHAPE_FIELD(struct delivery_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct delivery_facts, state, "state", TEXT),
};
static const struct shape facts_shape = SHAPE(struct delivery_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct settling_input, note, "note", TEXT),
};
static const struct shape input_shape = SHAPE(struct settling_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_delivery(segment, act->id);
}

static void decide_settling(struct act *act)
{
	decide_settle_delivery(act->facts, &act->problems);
}

static void apply_settling(struct act *act, struct db_segment *segment)
{
	const struct delivery_facts *facts = act->facts;
	const struct settling_input *input = act->input;

	q_settle_delivery(segment, act->id, act->version, input->note);
	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "delivery", act->id,
				       input->note, NULL, 0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	q_reply_delivery(segment, act->r->key_operation, act->r->key, act->r->fingerprint,
			 act->command->status, NULL, act->id, req_language(act->r));
}

static const struct command settle =
	COMMAND("settle", OP_SETTLE_DELIVERY, decide_settling, apply_settling);

void op_settle_delivery(struct req *r)
{
	command_run(r, &settle, req_id(r, 0), req_input(r, &input_shape));
}

void op_get_delivery_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&settle};

	command_permitted(r, commands, 1, req_id(r, 0));
}
