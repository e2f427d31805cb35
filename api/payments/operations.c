/* Reading payments, and telling that the bank has paid: entered by one, confirmed by another. */
#include "api/payments/payments.h"

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_payment(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_payment_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_payments(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_payments(segment, req_query(r, "state"), req_query_id(r, "programmeId"),
			req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct payment_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct payment_facts, today, "today", DATE),
	SHAPE_FIELD(struct payment_facts, id, "id", I64),
	SHAPE_FIELD(struct payment_facts, state, "state", TEXT),
	SHAPE_FIELD(struct payment_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct payment_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct payment_facts, registered_by, "registeredBy", I64),
	SHAPE_OPTIONAL(struct payment_facts, listed_on, "listedOn", DATE, has_listed),
};
static const struct shape facts_shape = SHAPE(struct payment_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_payment(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_payment, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment)
{
	const struct payment_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "payment", act->id,
				       NULL, NULL, facts->applicant_id});
}

static const struct shape_field register_fields[] = {
	SHAPE_FIELD(struct register_input, bank_reference, "bankReference", TEXT),
	SHAPE_FIELD(struct register_input, paid_on, "paidOn", DATE),
};
static const struct shape register_shape = SHAPE(struct register_input, register_fields);

static void decide_register(struct act *act)
{
	decide_register_paid(act->facts, act->input, &act->problems);
}

static void apply_register(struct act *act, struct db_segment *segment)
{
	const struct register_input *input = act->input;

	q_register_paid(segment, act->id, act->version, input->bank_reference,
			date_text(act->r->arena, input->paid_on));
	record(act, segment);
}

static const struct command register_paid =
	COMMAND("register-paid", OP_REGISTER_PAID, decide_register, apply_register);

void op_register_paid(struct req *r)
{
	command_run(r, &register_paid, req_id(r, 0), req_input(r, &register_shape));
}

static void decide_confirm(struct act *act)
{
	decide_confirm_paid(act->facts, &act->problems);
}

static void apply_confirm(struct act *act, struct db_segment *segment)
{
	q_confirm_paid(segment, act->id, act->version);
	record(act, segment);
	q_post_paid(segment, act->id);
}

static const struct command confirm_paid =
	COMMAND("confirm-paid", OP_CONFIRM_PAID, decide_confirm, apply_confirm);

void op_confirm_paid(struct req *r)
{
	command_run(r, &confirm_paid, req_id(r, 0), NULL);
}

void op_get_payment_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&register_paid, &confirm_paid};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
