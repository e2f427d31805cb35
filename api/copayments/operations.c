/* Reading co-payments, and what becomes of one: aid declared anew, checked, invoiced, reminded of,
 * refunded, waived, written off or credited, and what it was settled at corrected. */
#include <inttypes.h>
#include <string.h>

#include "api/command/reason.h"
#include "api/copayments/commands.h"
#include "api/copayments/settlement.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_copayment(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_copayment_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_get_copayment_aid(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_copayment_aid_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_get_firm_aid(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_firm_aid_document(segment, r->path_args[0]);
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

static void load(struct act *act, struct db_segment *segment)
{
	q_load_copayment(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_copayment, NULL, act->id);
}

#define COPAYMENT_COMMAND(name, op, decide_fn, apply_fn)                                           \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &copayment_facts_shape,              \
		.status = 200, .load = load, .decide = (decide_fn), .apply = (apply_fn),           \
		.reply = reply                                                                     \
	}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail)
{
	const struct copayment_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"copayment", act->id, "copayment", act->id, reason, detail,
				       facts->firm_id});
}

static void decide_aid(struct act *act)
{
	decide_check_aid(act->facts, &act->problems);
}

/* The hub waits for it. */
static void record_finding(struct act *act, struct db_segment *segment,
			   const struct copayment_facts *facts, const char *reason)
{
	const char *detail = relief_is_aid(facts)
				     ? arena_printf(act->r->arena, "{\"aidOre\": %" PRId64 "}",
						    relief_aid_ore(facts, facts->relief.kind))
				     : NULL;

	act_record(act, segment,
		   &(struct act_event){"copayment", facts->id, "copayment", facts->id, reason,
				       detail, facts->hub_id});
}

/* Who may have what a relief makes of it may have what it was. */
void copayment_check_aid(struct act *act, struct db_segment *segment,
			 const struct copayment_facts *facts, int64_t version, const char *reason)
{
	q_check_copayment_aid(segment, facts->id, version);
	if (relief_is_aid(facts))
		q_check_relief_aid(segment, facts->relief.id,
				   relief_aid_ore(facts, facts->relief.kind));
	record_finding(act, segment, facts, reason);
}

static void apply_aid(struct act *act, struct db_segment *segment)
{
	copayment_check_aid(act, segment, act->facts, act->version, reason_of(act));
}

static const struct command check_aid =
	COPAYMENT_COMMAND("check-aid", OP_CHECK_COPAYMENT_AID, decide_aid, apply_aid);

void op_check_copayment_aid(struct req *r)
{
	command_run(r, &check_aid, req_id(r, 0), req_input(r, &reason_shape));
}

static void apply_refusing_aid(struct act *act, struct db_segment *segment)
{
	const struct copayment_facts *facts = act->facts;

	if (relief_is_aid(facts)) {
		q_touch_copayment(segment, act->id, act->version);
		q_refuse_relief_aid(segment, facts->relief.id, reason_of(act));
	} else {
		q_refuse_copayment_aid(segment, act->id, act->version, reason_of(act));
	}
	record_finding(act, segment, facts, reason_of(act));
}

static const struct command refuse_aid =
	COPAYMENT_COMMAND("refuse-aid", OP_REFUSE_COPAYMENT_AID, decide_aid, apply_refusing_aid);

void op_refuse_copayment_aid(struct req *r)
{
	command_run(r, &refuse_aid, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_declaring(struct act *act)
{
	decide_declare_aid(act->facts, act->input, &act->problems);
}

/* The county is to check it. */
static void apply_declaring(struct act *act, struct db_segment *segment)
{
	const struct declaration *input = act->input;

	q_declare_copayment_aid(segment, act->id, act->version, input->by,
				date_text(act->r->arena, input->on_day), input->received_json);
	record(act, segment, NULL, NULL);
}

static const struct command declare_aid = COPAYMENT_COMMAND(
	"declare-aid", OP_DECLARE_COPAYMENT_AID, decide_declaring, apply_declaring);

void op_declare_copayment_aid(struct req *r)
{
	command_run(r, &declare_aid, req_id(r, 0), req_input(r, &declaration_shape));
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
	record(act, segment, NULL, arena_printf(act->r->arena, "{\"kid\": \"%s\"}", kid));
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
	record(act, segment, NULL, NULL);
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
	record(act, segment, NULL,
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
	record(act, segment, input->reason,
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
	decide_ask_credit(act->facts, &act->problems);
}

static void apply_asking_credit(struct act *act, struct db_segment *segment)
{
	const struct credit_input *input = act->input;

	q_touch_copayment(segment, act->id, act->version);
	q_ask_copayment_relief(segment, act->id, "credit", input->cause, input->reason, 0);
	record(act, segment, input->reason,
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
	record(act, segment, NULL,
	       arena_printf(act->r->arena, "{\"kind\": \"%s\", \"amountOre\": %" PRId64 "}", kind,
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
	record(act, segment, reason_of(act), NULL);
}

static const struct command refuse_relief = COPAYMENT_COMMAND(
	"refuse-relief", OP_REFUSE_COPAYMENT_RELIEF, decide_refusing, apply_refusing);

void op_refuse_copayment_relief(struct req *r)
{
	command_run(r, &refuse_relief, req_id(r, 0), req_input(r, &reason_shape));
}

static const struct shape_field corrected_fields[] = {
	SHAPE_FIELD(struct corrected_input, service_ore, "serviceValueOre", I64),
	SHAPE_FIELD(struct corrected_input, reason, "reason", TEXT),
};
static const struct shape corrected_shape = SHAPE(struct corrected_input, corrected_fields);

static void decide_correcting(struct act *act)
{
	decide_correct_settlement(act->facts, act->input, act->effects, &act->problems);
}

static void apply_correcting(struct act *act, struct db_segment *segment)
{
	const struct corrected_input *input = act->input;
	const struct corrected_effects *effects = act->effects;

	q_correct_settlement(segment, act->id, act->version, input->service_ore, effects->aid_ore,
			     input->reason);
	record(act, segment, input->reason,
	       arena_printf(act->r->arena,
			    "{\"serviceValueOre\": %" PRId64 ", \"aidOre\": %" PRId64 "}",
			    input->service_ore, effects->aid_ore));
}

static const struct command correct_settlement = {
	.action = "correct-settlement",
	.operation = OP_CORRECT_COPAYMENT_SETTLEMENT,
	.facts = &copayment_facts_shape,
	.effects_size = sizeof(struct corrected_effects),
	.status = 200,
	.load = load,
	.decide = decide_correcting,
	.apply = apply_correcting,
	.reply = reply,
};

void op_correct_copayment_settlement(struct req *r)
{
	command_run(r, &correct_settlement, req_id(r, 0), req_input(r, &corrected_shape));
}

void op_get_copayment_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&check_aid,  &refuse_aid,  &declare_aid,   &invoice,
		&remind,     &ask_refund,  &refund,	   &ask_relief,
		&ask_credit, &give_relief, &refuse_relief, &correct_settlement,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
