#include <inttypes.h>

#include "api/fagpartnere/commands.h"
#include "api/fagpartnere/orders.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_hours_order(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_hours_order_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

static const struct shape_field firm_fields[] = {
	SHAPE_FIELD(struct ordered_firm, orgnr, "orgnr", TEXT),
	SHAPE_OPTIONAL(struct ordered_firm, parts, "parts", I64, has_parts),
};
static const struct shape firm_shape = SHAPE(struct ordered_firm, firm_fields);

static const struct shape_field order_fields[] = {
	SHAPE_FIELD(struct order_input, what, "what", TEXT),
	SHAPE_OR_NULL(struct order_input, theme, "theme", TEXT),
	SHAPE_FIELD(struct order_input, minutes, "minutes", I64),
	SHAPE_OPTIONAL(struct order_input, session_id, "sessionId", ID, has_session),
	SHAPE_OBJECTS(struct order_input, firms, n_firms, "firms", &firm_shape),
	SHAPE_FIELD(struct order_input, firms_json, "firms", RAW),
};
static const struct shape order_shape = SHAPE(struct order_input, order_fields);

static const int64_t *session_of(const struct order_input *input)
{
	return input->has_session ? &input->session_id : NULL;
}

static void load_order(struct act *act, struct db_segment *segment)
{
	const struct order_input *input = act->input;

	q_load_engagement(segment, act->id, input->firms_json, session_of(input), NULL, NULL,
			  NULL);
}

static void decide_order(struct act *act)
{
	decide_order_hours(act->facts, act->input, act->effects, &act->problems);
}

static void caution(struct act *act, struct problems *warnings)
{
	warn_of_order(act->facts, act->input, warnings);
}

/* In the order of the effects' minutes. */
static const char *firm_ids(struct act *act)
{
	const struct engagement_facts *facts = act->facts;
	int64_t *ids = arena_alloc(act->r->arena, facts->n_firms * sizeof(*ids));

	for (size_t i = 0; i < facts->n_firms; i++)
		ids[i] = facts->firms[i].id;
	return db_arg_i64s(act->r->arena, ids, facts->n_firms);
}

static void apply_order(struct act *act, struct db_segment *segment)
{
	const struct engagement_facts *facts = act->facts;
	const struct order_input *input = act->input;
	const struct order_effects *effects = act->effects;

	q_insert_hours(segment, act->id, facts->order_id, session_of(input), input->what,
		       input->theme, firm_ids(act),
		       db_arg_i64s(act->r->arena, effects->minutes, facts->n_firms));
	engagement_record(
		act, segment, "hours_order", facts->order_id, NULL,
		arena_printf(act->r->arena, "{\"minutes\": %" PRId64 "}", input->minutes));
}

static void reply_order(struct act *act, struct db_segment *segment)
{
	const struct engagement_facts *facts = act->facts;

	act_reply(act, segment, q_reply_hours_order, "/v1/hours-orders", facts->order_id);
}

const struct command order_hours = {
	.action = "order",
	.operation = OP_ORDER_HOURS,
	.facts = &engagement_facts_shape,
	.effects_size = sizeof(struct order_effects),
	.status = 201,
	.load = load_order,
	.decide = decide_order,
	.apply = apply_order,
	.reply = reply_order,
	.caution = caution,
};

void op_order_hours(struct req *r)
{
	command_run(r, &order_hours, req_id(r, 0), req_input(r, &order_shape));
}

static const struct shape_field invoice_fields[] = {
	SHAPE_FIELD(struct invoice_input, number, "number", TEXT),
	SHAPE_FIELD(struct invoice_input, issued_on, "issuedOn", DATE),
	SHAPE_FIELD(struct invoice_input, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct invoice_input, hours_json, "hoursIds", RAW),
	SHAPE_OR_NULL(struct invoice_input, reason, "reason", TEXT),
};
static const struct shape invoice_shape = SHAPE(struct invoice_input, invoice_fields);

static void load_invoice(struct act *act, struct db_segment *segment)
{
	const struct invoice_input *input = act->input;

	q_load_engagement(segment, act->id, NULL, NULL, input->number, NULL, input->hours_json);
}

static void decide_invoice(struct act *act)
{
	decide_enter_invoice(act->facts, act->input, &act->problems);
}

static void apply_invoice(struct act *act, struct db_segment *segment)
{
	const struct invoice_input *input = act->input;

	q_insert_partner_invoice(segment, act->id, input->number,
				 date_text(act->r->arena, input->issued_on), input->amount_ore,
				 input->reason);
	q_invoice_hours(segment, act->id, input->number, input->hours_json);
	engagement_record(act, segment, "engagement", act->id, input->reason,
			  arena_printf(act->r->arena,
				       "{\"amountOre\": %" PRId64 ", \"hoursIds\": %s}",
				       input->amount_ore, input->hours_json));
}

const struct command enter_partner_invoice = {
	.action = "invoice",
	.operation = OP_ENTER_PARTNER_INVOICE,
	.facts = &engagement_facts_shape,
	.status = 200,
	.load = load_invoice,
	.decide = decide_invoice,
	.apply = apply_invoice,
	.reply = engagement_reply,
};

void op_enter_partner_invoice(struct req *r)
{
	command_run(r, &enter_partner_invoice, req_id(r, 0), req_input(r, &invoice_shape));
}

static const struct shape_field credit_fields[] = {
	SHAPE_FIELD(struct credit_input, number, "number", TEXT),
	SHAPE_OR_NULL(struct credit_input, credit_note, "creditNote", TEXT),
	SHAPE_FIELD(struct credit_input, reason, "reason", TEXT),
};
static const struct shape credit_shape = SHAPE(struct credit_input, credit_fields);

static void load_credit(struct act *act, struct db_segment *segment)
{
	const struct credit_input *input = act->input;

	q_load_engagement(segment, act->id, NULL, NULL, input == NULL ? NULL : input->number,
			  input == NULL ? NULL : input->credit_note, NULL);
}

static void decide_credit(struct act *act)
{
	decide_credit_invoice(act->facts, act->input, &act->problems);
}

static void apply_credit(struct act *act, struct db_segment *segment)
{
	const struct credit_input *input = act->input;

	q_credit_partner_invoice(segment, act->id, input->number, input->credit_note);
	engagement_record(act, segment, "engagement", act->id, input->reason, NULL);
}

const struct command credit_partner_invoice = {
	.action = "credit-invoice",
	.operation = OP_CREDIT_PARTNER_INVOICE,
	.facts = &engagement_facts_shape,
	.status = 200,
	.load = load_credit,
	.decide = decide_credit,
	.apply = apply_credit,
	.reply = engagement_reply,
};

void op_credit_partner_invoice(struct req *r)
{
	command_run(r, &credit_partner_invoice, req_id(r, 0), req_input(r, &credit_shape));
}

static const struct shape_field correct_fields[] = {
	SHAPE_FIELD(struct correct_invoice_input, number, "number", TEXT),
	SHAPE_FIELD(struct correct_invoice_input, correct_number, "correctNumber", TEXT),
	SHAPE_FIELD(struct correct_invoice_input, number_json, "number", RAW),
	SHAPE_FIELD(struct correct_invoice_input, correct_number_json, "correctNumber", RAW),
	SHAPE_FIELD(struct correct_invoice_input, reason, "reason", TEXT),
};
static const struct shape correct_shape = SHAPE(struct correct_invoice_input, correct_fields);

static void load_correction(struct act *act, struct db_segment *segment)
{
	const struct correct_invoice_input *input = act->input;

	q_load_engagement(segment, act->id, NULL, NULL, input->number, input->correct_number,
			  NULL);
}

static void decide_correction(struct act *act)
{
	decide_correct_invoice(act->facts, act->input, &act->problems);
}

static void apply_correction(struct act *act, struct db_segment *segment)
{
	const struct correct_invoice_input *input = act->input;

	q_correct_partner_invoice(segment, act->id, input->number, input->correct_number);
	engagement_record(act, segment, "engagement", act->id, input->reason,
			  arena_printf(act->r->arena,
				       "{\"number\": %s, \"correctNumber\": %s}",
				       input->number_json, input->correct_number_json));
}

const struct command correct_partner_invoice = {
	.action = "correct-invoice",
	.operation = OP_CORRECT_PARTNER_INVOICE,
	.facts = &engagement_facts_shape,
	.status = 200,
	.load = load_correction,
	.decide = decide_correction,
	.apply = apply_correction,
	.reply = engagement_reply,
};

void op_correct_partner_invoice(struct req *r)
{
	command_run(r, &correct_partner_invoice, req_id(r, 0), req_input(r, &correct_shape));
}
