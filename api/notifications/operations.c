/* What a person is told of, and that it has read it. Reading is a person's own and no step of a
 * case: it is neither recorded nor guarded. */
#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_list_notifications(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_notifications(segment, req_query(r, "unread"), req_language(r), req_after_id(r),
			     req_limit(r));
	req_run_page(r, segment);
}

void op_get_mail(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_mail(segment);
	req_run_document(r, segment);
}

struct reading_facts {
	struct caller caller;
};

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct reading_facts, caller, "caller", &caller_shape),
};
static const struct shape facts_shape = SHAPE(struct reading_facts, facts_fields);

/* Read again it stays read. */
static void decide(struct act *act)
{
	(void)act;
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_notification(segment, act->id);
}

static void apply(struct act *act, struct db_segment *segment)
{
	q_read_notification(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	q_reply_notification(segment, act->r->key_operation, act->r->key, act->r->fingerprint,
			     act->command->status, NULL, act->id, req_language(act->r));
}

void op_read_notification(struct req *r)
{
	static const struct command read = COMMAND("read", OP_READ_NOTIFICATION, decide, apply);

	command_run(r, &read, req_id(r, 0), NULL);
}

struct reading_input {
	int64_t up_to_id;
};

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct reading_input, up_to_id, "upToId", ID),
};
static const struct shape input_shape = SHAPE(struct reading_input, input_fields);

static void load_all(struct act *act, struct db_segment *segment)
{
	(void)act;
	q_load_notifications(segment);
}

static void apply_all(struct act *act, struct db_segment *segment)
{
	const struct reading_input *input = act->input;

	q_read_notifications(segment, input->up_to_id);
}

static void reply_all(struct act *act, struct db_segment *segment)
{
	const struct reading_input *input = act->input;

	act_reply(act, segment, q_reply_unread_notifications, NULL, input->up_to_id);
}

static const struct command read_all = {
	.action = "read-all",
	.operation = OP_READ_NOTIFICATIONS,
	.facts = &facts_shape,
	.status = 200,
	.load = load_all,
	.decide = decide,
	.apply = apply_all,
	.reply = reply_all,
};

void op_read_notifications(struct req *r)
{
	command_run(r, &read_all, 0, req_input(r, &input_shape));
}
