/* Lists for payment: every payment that waits goes out on one, once. */
#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/payments/payments.h"
#include "api/queries.gen.h"

/* On one list, so that making it keeps within the time a write may take. What is left waits for the
 * next. */
#define LIST_PAYMENTS_MAX 1000

void op_get_payment_list(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_payment_list_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_payment_lists(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_payment_lists(segment, req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct new_list_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_list_facts, id, "id", I64),
	SHAPE_FIELD(struct new_list_facts, count, "count", I64),
	SHAPE_FIELD(struct new_list_facts, payments, "payments", TEXT),
};
static const struct shape facts_shape = SHAPE(struct new_list_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	(void)act;
	q_load_payment_list(segment, LIST_PAYMENTS_MAX);
}

static void decide(struct act *act)
{
	decide_create_list(act->facts, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_list_facts *facts = act->facts;

	q_insert_payment_list(segment, facts->id, facts->payments);
	q_put_on_list(segment, facts->id, facts->payments);
	q_new_guard(segment, "payment_list", facts->id);
	act_record(act, segment,
		   &(struct act_event){"payment_list", facts->id, "payment_list", facts->id, NULL,
				       NULL, 0});
	q_audit_listed(segment, facts->id);
	q_tell_listed(segment, facts->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_list_facts *facts = act->facts;

	act_reply(act, segment, q_reply_payment_list, "/v1/payment-lists", facts->id);
}

static const struct command create_list = {
	.action = "create",
	.operation = OP_CREATE_PAYMENT_LIST,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_create_payment_list(struct req *r)
{
	command_run(r, &create_list, 0, NULL);
}
