/* Reading co-payments, and what becomes of what is owed: invoiced, reminded of, refunded, waived,
 * written off or credited. */
#include <inttypes.h>
#include <string.h>

#include "api/command/reason.h"
#include "api/copayments/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_copayment(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_copayment_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_copayments(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_copayments(segment, req_query(r, "state"), req_query(r, "orgnr"),
			  req_query_id(r, "hubId"), req_query_id(r, "programmeId"),
			  req_query(r, "aidChecked"), req_query(r, "awaitsCheck"),
			  req_query(r, "overdue"), req_query_id(r, "year"), req_after_id(r),
			  req_limit(r));
	req_run_page(r, segment);
}

void copayment_load(struct act *act, struct db_segment *segment)
{
	q_load_copayment(segment, act->id);
}

void copayment_reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_copayment, NULL, act->id);
}

void copayment_record(struct act *act, struct db_segment *segment, const char *reason,
		      const char *detail)
{
	const struct copayment_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"copayment", act->id, "copayment", act->id, reason, detail,
				       facts->firm_id});
}

static const struct shape_field due_fields[] = {
	SHAPE_FIELD(struct due_input, due_on, "dueOn", DATE),
};
static const struct shape due_shape = SHAPE(struct due_input, due_fields);

static void decide_invoicing(struct act *act)
{
	decide_invoice(act->facts, act->input, &act->problems);
}

static void apply_invoicing(struct act *act, struct db_segment *segment)
{
	const struct copayment_facts *facts = act->facts;
	const struct due_input *input = act->input;
	char *kid = arena_alloc(act->r->arena, KID_SIZE);

	copayment_kid(facts->creditor_orgnr, act->id, kid);
	q_invoice_copayment(segment, act->id, act->version, kid,
			    date_text(act->r->arena, input->due_on));
	copayment_record(act, segment, NULL, arena_printf(act->r->arena, "{\"kid\": \"%s\"}", kid));
}

static const struct command invoice =
	COPAYMENT_COMMAND("invoice", OP_INVOICE_COPAYMENT, decide_invoicing, apply_invoicing);

void op_invoice_copayment(struct req *r)
{
	command_run(r, &invoice, req_id(r, 0), req_input(r, &due_shape));
}

static void decide_reminding(struct act *act)
{
	decide_remind(act->facts, act->input, &act->problems);
}

static void apply_reminding(struct act *act, struct db_segment *segment)
{
	const struct due_input *input = act->input;

	q_remind_copayment(segment, act->id, act->version, date_text(act->r->arena, input->due_on));
	copayment_record(act, segment, NULL, NULL);
}

static const struct command remind =
	COPAYMENT_COMMAND("remind", OP_REMIND_COPAYMENT, decide_reminding, apply_reminding);

void op_remind_copayment(struct req *r)
{
	command_run(r, &remind, req_id(r, 0), req_input(r, &due_shape));
}

static const struct shape_field asked_refund_fields[] = {
	SHAPE_FIELD(struct asked_refund_input, amount_ore, "amountOre", I64),
};
static const struct shape asked_refund_shape =
	SHAPE(struct asked_refund_input, asked_refund_fields);

static void decide_asking_refund(struct act *act)
{
	decide_ask_refund(act->facts, act->input, &act->problems);
}

static void record_amount(struct act *act, struct db_segment *segment, int64_t amount_ore)
{
	copayment_record(act, segment, NULL,
			 arena_printf(act->r->arena, "{\"amountOre\": %" PRId64 "}", amount_ore));
}

static void apply_asking_refund(struct act *act, struct db_segment *segment)
{
	const struct asked_refund_input *input = act->input;

	q_ask_copayment_refund(segment, act->id, act->version, input->amount_ore);
	record_amount(act, segment, input->amount_ore);
}

static const struct command ask_refund = COPAYMENT_COMMAND(
	"ask-refund", OP_ASK_COPAYMENT_REFUND, decide_asking_refund, apply_asking_refund);

void op_ask_copayment_refund(struct req *r)
{
	command_run(r, &ask_refund, req_id(r, 0), req_input(r, &asked_refund_shape));
}

static const struct shape_field refund_fields[] = {
	SHAPE_FIELD(struct refund_input, paid_on, "paidOn", DATE),
	SHAPE_FIELD(struct refund_input, bank_reference, "bankReference", TEXT),
};
static const struct shape refund_shape = SHAPE(struct refund_input, refund_fields);

static void decide_refunding(struct act *act)
{
	decide_refund(act->facts, act->input, &act->problems);
}

static void apply_refunding(struct act *act, struct db_segment *segment)
{
	const struct copayment_facts *facts = act->facts;
	const struct refund_input *input = act->input;

	q_enter_copayment(segment, act->id, "refund", facts->refund_ore,
			  date_text(act->r->arena, input->paid_on), input->bank_reference);
	q_refund_copayment(segment, act->id, act->version);
	record_amount(act, segment, facts->refund_ore);
}

static const struct command refund =
	COPAYMENT_COMMAND("refund", OP_REFUND_COPAYMENT, decide_refunding, apply_refunding);

void op_refund_copayment(struct req *r)
{
	command_run(r, &refund, req_id(r, 0), req_input(r, &refund_shape));
}

static const struct shape_field asked_fields[] = {
	SHAPE_FIELD(struct relief_input, kind, "kind", TEXT),
	SHAPE_FIELD(struct relief_input, reason, "reason", TEXT),
};
static const struct shape asked_shape = SHAPE(struct relief_input, asked_fields);

static void decide_asking(struct act *act)
{
	decide_ask_relief(act->facts, act->input, &act->problems);
}

static void apply_asking(struct act *act, struct db_segment *segment)
{
	const struct relief_input *input = act->input;

	q_touch_copayment(segment, act->id, act->version);
	q_ask_copayment_relief(segment, act->id, input->kind, NULL, input->reason,
			       relief_aid_ore(act->facts, input->kind));
	copayment_record(act, segment, input->reason,
			 arena_printf(act->r->arena, "{\"kind\": \"%s\"}", input->kind));
}

static const struct command ask_relief =
	COPAYMENT_COMMAND("ask-relief", OP_ASK_COPAYMENT_RELIEF, decide_asking, apply_asking);

void op_ask_copayment_relief(struct req *r)
{
	command_run(r, &ask_relief, req_id(r, 0), req_input(r, &asked_shape));
}

static const struct shape_field credit_fields[] = {
	SHAPE_FIELD(struct credit_input, cause, "cause", TEXT),
	SHAPE_FIELD(struct credit_input, reason, "reason", TEXT),
};
static const struct shape credit_shape = SHAPE(struct credit_input, credit_fields);

static void decide_asking_credit(struct act *act)
{
	decide_ask_credit(act->facts, act->input, &act->problems);
}

static void apply_asking_credit(struct act *act, struct db_segment *segment)
{
	const struct credit_input *input = act->input;

	q_touch_copayment(segment, act->id, act->version);
	q_ask_copayment_relief(segment, act->id, "credit", input->cause, input->reason, 0);
	copayment_record(act, segment, input->reason,
			 arena_printf(act->r->arena, "{\"cause\": \"%s\"}", input->cause));
}

static const struct command ask_credit = COPAYMENT_COMMAND(
	"ask-credit", OP_ASK_COPAYMENT_CREDIT, decide_asking_credit, apply_asking_credit);

void op_ask_copayment_credit(struct req *r)
{
	command_run(r, &ask_credit, req_id(r, 0), req_input(r, &credit_shape));
}

static void decide_giving(struct act *act)
{
	decide_give_relief(act->facts, &act->problems);
}

static void relieve(struct act *act, struct db_segment *segment, const char *kind)
{
	const struct copayment_facts *facts = act->facts;
	int64_t forgone_ore = relief_forgone_ore(facts, kind);
	const char *state = strcmp(kind, "waive") == 0 ? "waived" : "written_off";

	if (strcmp(kind, "credit") == 0)
		q_credit_copayment(segment, act->id, act->version, facts->charged_ore);
	else
		q_relieve_copayment(segment, act->id, act->version, state, forgone_ore);
}

static void apply_giving(struct act *act, struct db_segment *segment)
{
	const struct copayment_facts *facts = act->facts;
	const char *kind = facts->relief.kind;
	int64_t aid_ore = relief_aid_ore(facts, kind);
	int64_t amount_ore = strcmp(kind, "credit") == 0 ? facts->charged_ore : facts->open_ore;

	relieve(act, segment, kind);
	q_decide_copayment_relief(segment, facts->relief.id, "given", NULL, aid_ore);
	q_enter_copayment(segment, act->id, kind, amount_ore, NULL, NULL);
	copayment_record(act, segment, NULL,
			 arena_printf(act->r->arena,
				      "{\"kind\": \"%s\", \"amountOre\": %" PRId64 "}", kind,
				      amount_ore));
}

static const struct command give_relief =
	COPAYMENT_COMMAND("give-relief", OP_GIVE_COPAYMENT_RELIEF, decide_giving, apply_giving);

void op_give_copayment_relief(struct req *r)
{
	command_run(r, &give_relief, req_id(r, 0), NULL);
}

static void decide_refusing(struct act *act)
{
	decide_refuse_relief(act->facts, &act->problems);
}

static void apply_refusing(struct act *act, struct db_segment *segment)
{
	const struct copayment_facts *facts = act->facts;

	q_touch_copayment(segment, act->id, act->version);
	q_decide_copayment_relief(segment, facts->relief.id, "refused", reason_of(act), 0);
	copayment_record(act, segment, reason_of(act), NULL);
}

static const struct command refuse_relief = COPAYMENT_COMMAND(
	"refuse-relief", OP_REFUSE_COPAYMENT_RELIEF, decide_refusing, apply_refusing);

void op_refuse_copayment_relief(struct req *r)
{
	command_run(r, &refuse_relief, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_copayment_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&check_copayment_aid,
		&refuse_copayment_aid,
		&declare_copayment_aid,
		&invoice,
		&remind,
		&ask_refund,
		&refund,
		&ask_relief,
		&ask_credit,
		&give_relief,
		&refuse_relief,
		&settle_copayment,
		&correct_copayment_settlement,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
