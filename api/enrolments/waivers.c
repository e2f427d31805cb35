#include "api/enrolments/waivers.h"

#include "api/command/reason.h"
#include "api/enrolments/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_gate_waiver(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_gate_waiver_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_gate_waivers(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_gate_waivers(segment, req_query(r, "state"), req_query_id(r, "programmeId"),
			    req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field ask_fields[] = {
	SHAPE_FIELD(struct ask_waiver_input, stage, "stage", I64),
	SHAPE_FIELD(struct ask_waiver_input, gate, "gate", TEXT),
	SHAPE_FIELD(struct ask_waiver_input, reason, "reason", TEXT),
};
static const struct shape ask_shape = SHAPE(struct ask_waiver_input, ask_fields);

static void load_asking(struct act *act, struct db_segment *segment)
{
	q_load_enrolment(segment, act->id, "gate_waivers", NULL, false);
}

static void decide_asking(struct act *act)
{
	decide_ask_waiver(act->facts, act->input, &act->problems);
}

static void apply_asking(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct ask_waiver_input *input = act->input;

	q_insert_gate_waiver(segment, facts->new_id, act->id, (int32_t)input->stage, input->gate,
			     input->reason);
	act_record(act, segment,
		   &(struct act_event){"enrolment", act->id, "gate_waiver", facts->new_id,
				       input->reason, NULL, facts->hub_id});
}

static void reply_asking(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;

	act_reply(act, segment, q_reply_gate_waiver, "/v1/gate-waivers", facts->new_id);
}

const struct command ask_gate_waiver = {
	.action = "ask-gate-waiver",
	.operation = OP_ASK_GATE_WAIVER,
	.facts = &enrolment_facts_shape,
	.status = 201,
	.load = load_asking,
	.decide = decide_asking,
	.apply = apply_asking,
	.reply = reply_asking,
};

void op_ask_gate_waiver(struct req *r)
{
	command_run(r, &ask_gate_waiver, req_id(r, 0), req_input(r, &ask_shape));
}

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct waiver_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct waiver_facts, id, "id", I64),
	SHAPE_FIELD(struct waiver_facts, state, "state", TEXT),
	SHAPE_FIELD(struct waiver_facts, enrolment_id, "enrolmentId", I64),
	SHAPE_FIELD(struct waiver_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct waiver_facts, asked_by, "askedBy", I64),
	SHAPE_FIELD(struct waiver_facts, is_over, "isOver", BOOL),
};
static const struct shape facts_shape = SHAPE(struct waiver_facts, fact_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_gate_waiver(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_gate_waiver, NULL, act->id);
}

static void settle(struct act *act, struct db_segment *segment, const char *state)
{
	const struct waiver_facts *facts = act->facts;

	q_decide_gate_waiver(segment, act->id, act->version, state, reason_of(act));
	act_record(act, segment,
		   &(struct act_event){"enrolment", facts->enrolment_id, "gate_waiver", act->id,
				       reason_of(act), NULL, facts->hub_id});
}

static void decide_giving(struct act *act)
{
	decide_give_waiver(act->facts, &act->problems);
}

static void apply_giving(struct act *act, struct db_segment *segment)
{
	settle(act, segment, "given");
}

static const struct command give =
	COMMAND("give", OP_GIVE_GATE_WAIVER, decide_giving, apply_giving);

void op_give_gate_waiver(struct req *r)
{
	command_run(r, &give, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_refusing(struct act *act)
{
	decide_refuse_waiver(act->facts, &act->problems);
}

static void apply_refusing(struct act *act, struct db_segment *segment)
{
	settle(act, segment, "refused");
}

static const struct command refuse =
	COMMAND("refuse", OP_REFUSE_GATE_WAIVER, decide_refusing, apply_refusing);

void op_refuse_gate_waiver(struct req *r)
{
	command_run(r, &refuse, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_gate_waiver_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&give, &refuse};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
