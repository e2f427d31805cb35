/* From its place in a stage on: through it, to the end of the round, or out and in again. */
#include "api/command/reason.h"
#include "api/copayments/commands.h"
#include "api/enrolments/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static void change_state(struct act *act, struct db_segment *segment, const char *state)
{
	q_change_enrolment_state(segment, act->id, act->version, state);
	enrolment_record(act, segment, NULL, NULL);
}

static void load_placed(struct act *act, struct db_segment *segment)
{
	q_load_placed(segment, act->id, NULL, false);
}

static void decide_starting(struct act *act)
{
	decide_start(act->facts, &act->problems);
}

static void apply_starting(struct act *act, struct db_segment *segment)
{
	change_state(act, segment, "active");
}

const struct command start_stage =
	ENROLMENT_COMMAND("start", OP_START_STAGE, load_placed, decide_starting, apply_starting);

void op_start_stage(struct req *r)
{
	command_run(r, &start_stage, req_id(r, 0), NULL);
}

static void decide_completion(struct act *act)
{
	decide_complete(act->facts, &act->problems);
}

static void apply_completion(struct act *act, struct db_segment *segment)
{
	change_state(act, segment, "completed");
}

const struct command complete_stage = ENROLMENT_COMMAND(
	"complete", OP_COMPLETE_STAGE, load_placed, decide_completion, apply_completion);

void op_complete_stage(struct req *r)
{
	command_run(r, &complete_stage, req_id(r, 0), NULL);
}

static void decide_finishing(struct act *act)
{
	decide_finish(act->facts, &act->problems);
}

static void apply_finishing(struct act *act, struct db_segment *segment)
{
	change_state(act, segment, "finished");
}

const struct command finish_enrolment = ENROLMENT_COMMAND(
	"finish", OP_FINISH_ENROLMENT, enrolment_load, decide_finishing, apply_finishing);

void op_finish_enrolment(struct req *r)
{
	command_run(r, &finish_enrolment, req_id(r, 0), NULL);
}

struct drop_out_input {
	const char *reason; /* coded */
	const char *explanation;
	bool to_firm;
	bool has_to_firm; /* who says nothing writes to itself and the county */
};

static const struct shape_field drop_out_fields[] = {
	SHAPE_FIELD(struct drop_out_input, reason, "reason", TEXT),
	SHAPE_FIELD(struct drop_out_input, explanation, "explanation", TEXT),
	SHAPE_OPTIONAL(struct drop_out_input, to_firm, "toFirm", BOOL, has_to_firm),
};
static const struct shape drop_out_shape = SHAPE(struct drop_out_input, drop_out_fields);

static void decide_dropping_out(struct act *act)
{
	decide_drop_out(act->facts, &act->problems);
}

static void apply_dropping_out(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct drop_out_input *input = act->input;
	bool is_own = facts->caller.organisation_id == facts->firm_id;

	q_drop_out(segment, act->id, act->version, input->reason, input->explanation,
		   is_own || input->to_firm);
	act_record(act, segment,
		   &(struct act_event){
			   "enrolment", act->id, "enrolment", act->id, input->explanation,
			   arena_printf(act->r->arena, "{\"reason\": \"%s\"}", input->reason),
			   is_own ? facts->hub_id : facts->firm_id});
	if (is_share_credited(facts))
		copayment_drop(act, segment, facts->share.id, facts->share.version,
			       facts->share.charged_ore, facts->firm_id);
	else if (is_credit_wanted(facts))
		copayment_ask_drop(act, segment, facts->share.id, facts->share.version,
				   input->explanation, facts->firm_id);
}

const struct command drop_out = ENROLMENT_COMMAND("drop-out", OP_DROP_OUT, load_placed,
						  decide_dropping_out, apply_dropping_out);

void op_drop_out(struct req *r)
{
	command_run(r, &drop_out, req_id(r, 0), req_input(r, &drop_out_shape));
}

static void decide_re_entry(struct act *act)
{
	decide_re_enter(act->facts, &act->problems);
}

static void apply_re_entry(struct act *act, struct db_segment *segment)
{
	q_re_enter(segment, act->id, act->version, reason_of(act));
	enrolment_record(act, segment, reason_of(act), NULL);
}

const struct command re_enter =
	ENROLMENT_COMMAND("re-enter", OP_RE_ENTER, enrolment_load, decide_re_entry, apply_re_entry);

void op_re_enter(struct req *r)
{
	command_run(r, &re_enter, req_id(r, 0), req_input(r, &reason_shape));
}
