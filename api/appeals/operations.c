/* Reading an appeal, and what its appellant does: withdraw, ask a stay, comment, claim costs. */
#include "api/appeals/appeals.h"

#include "api/appeals/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_appeal(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_appeal_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_appeals(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_appeals(segment, req_query(r, "state"), req_query(r, "caseworkerId"),
		       req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void appeal_load(struct act *act, struct db_segment *segment)
{
	q_load_appeal(segment, act->id, act->whole, act->tells);
}

void appeal_reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_appeal, NULL, act->id);
}

static void record_in_both(struct act *act, struct db_segment *segment,
			   const struct act_event *event)
{
	const struct appeal_facts *facts = act->facts;

	act_record(act, segment, event);
	act_record_in(act, segment, facts->case_kind, facts->case_id, event);
}

void appeal_record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail)
{
	const struct appeal_facts *facts = act->facts;

	record_in_both(act, segment,
		       &(struct act_event){"appeal", act->id, "appeal", act->id, reason, detail,
					   facts->appellant_id});
}

void appeal_record_own(struct act *act, struct db_segment *segment, const char *reason,
		       const char *detail)
{
	record_in_both(act, segment,
		       &(struct act_event){"appeal", act->id, "appeal", act->id, reason, detail,
					   0});
}

static void decide_withdrawing(struct act *act)
{
	decide_withdraw_appeal(act->facts, &act->problems);
}

static void apply_withdrawing(struct act *act, struct db_segment *segment)
{
	q_end_appeal(segment, act->id, act->version, "withdrawn");
	appeal_record(act, segment, NULL, NULL);
}

static const struct command withdraw = {
	.action = "withdraw",
	.operation = OP_WITHDRAW_APPEAL,
	.facts = &appeal_facts_shape,
	.status = 200,
	.load = appeal_load,
	.decide = decide_withdrawing,
	.apply = apply_withdrawing,
	.reply = appeal_reply,
	.warn = appeal_tell_short,
};

void op_withdraw_appeal(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), NULL);
}

struct text_input {
	const char *text;
};

static const struct shape_field stay_fields[] = {
	SHAPE_FIELD(struct text_input, text, "grounds", TEXT),
};
static const struct shape stay_shape = SHAPE(struct text_input, stay_fields);

static void decide_asking_stay(struct act *act)
{
	decide_ask_stay(act->facts, &act->problems);
}

static void apply_asking_stay(struct act *act, struct db_segment *segment)
{
	const struct text_input *input = act->input;

	q_ask_stay(segment, act->id, act->version, input->text);
	appeal_record(act, segment, NULL, NULL);
}

static const struct command ask_stay =
	APPEAL_COMMAND("ask-stay", OP_ASK_STAY, decide_asking_stay, apply_asking_stay);

void op_ask_stay(struct req *r)
{
	command_run(r, &ask_stay, req_id(r, 0), req_input(r, &stay_shape));
}

static const struct shape_field comment_fields[] = {
	SHAPE_FIELD(struct text_input, text, "text", TEXT),
};
static const struct shape comment_shape = SHAPE(struct text_input, comment_fields);

static void decide_commenting(struct act *act)
{
	decide_comment(act->facts, &act->problems);
}

static void apply_commenting(struct act *act, struct db_segment *segment)
{
	const struct text_input *input = act->input;

	q_comment_appeal(segment, act->id, act->version, input->text);
	appeal_record(act, segment, NULL, NULL);
}

static const struct command comment =
	APPEAL_COMMAND("comment", OP_COMMENT_APPEAL, decide_commenting, apply_commenting);

void op_comment_appeal(struct req *r)
{
	command_run(r, &comment, req_id(r, 0), req_input(r, &comment_shape));
}

static const struct shape_field costs_fields[] = {
	SHAPE_FIELD(struct costs_input, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct costs_input, grounds, "grounds", TEXT),
};
static const struct shape costs_shape = SHAPE(struct costs_input, costs_fields);

static void decide_claiming(struct act *act)
{
	decide_claim_costs(act->facts, &act->problems);
}

static void apply_claiming(struct act *act, struct db_segment *segment)
{
	const struct costs_input *input = act->input;

	q_claim_appeal_costs(segment, act->id, act->version, input->amount_ore, input->grounds);
	appeal_record(act, segment, NULL, NULL);
}

static const struct command claim_costs =
	APPEAL_COMMAND("claim-costs", OP_CLAIM_APPEAL_COSTS, decide_claiming, apply_claiming);

void op_claim_appeal_costs(struct req *r)
{
	command_run(r, &claim_costs, req_id(r, 0), req_input(r, &costs_shape));
}

void op_get_appeal_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&withdraw,
		&ask_stay,
		&comment,
		&claim_costs,
		&propose_appeal_leave,
		&propose_appeal_stay,
		&reconsider_appeal,
		&enter_appeal_outcome,
		&propose_appeal_costs,
		&settle_appeal,
		&send_back_appeal,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
