/* Reading enrolments, and the steps of one through the stages. */
#include <inttypes.h>

#include "api/command/reason.h"
#include "api/copayments/commands.h"
#include "api/enrolments/commands.h"
#include "api/enrolments/enrolments.h"
#include "api/mobilisation/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_enrolment(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_enrolment_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_enrolments(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_enrolments(segment, req_query_id(r, "programmeId"),
			  req_query_id(r, "underProgrammeId"), req_query(r, "state"),
			  req_query_id(r, "stage"), req_query_id(r, "hubId"), req_query(r, "orgnr"),
			  req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_list_enrolment_steps(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_enrolment_steps(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_get_participation(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_participation_document(segment, r->path_args[0]);
	req_run_document(r, segment);
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_enrolment(segment, act->id, NULL, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_enrolment, NULL, act->id);
}

void enrolment_record(struct act *act, struct db_segment *segment, const char *reason,
		      const char *detail)
{
	const struct enrolment_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"enrolment", act->id, "enrolment", act->id, reason, detail,
				       facts->firm_id});
}

#define ENROLMENT_COMMAND(name, op, load_fn, decide_fn, apply_fn)                                  \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &enrolment_facts_shape,              \
		.effects_size = sizeof(struct enrol_effects), .status = 200, .load = (load_fn),    \
		.decide = (decide_fn), .apply = (apply_fn), .reply = reply                         \
	}

static const struct shape_field recommend_fields[] = {
	SHAPE_FIELD(struct recommend_stage_input, stage, "stage", I64),
	SHAPE_FIELD(struct recommend_stage_input, grounds, "grounds", TEXT),
	SHAPE_FIELD(struct recommend_stage_input, digitally_ready, "digitallyReady", BOOL),
};
static const struct shape recommend_shape = SHAPE(struct recommend_stage_input, recommend_fields);

static const char *stage_detail(const struct act *act, int64_t stage)
{
	return arena_printf(act->r->arena, "{\"stage\": %" PRId64 "}", stage);
}

static void decide_recommend(struct act *act)
{
	decide_recommend_stage(act->facts, act->input, &act->problems);
}

static void apply_recommend(struct act *act, struct db_segment *segment)
{
	const struct recommend_stage_input *input = act->input;

	q_recommend_stage(segment, act->id, act->version, (int32_t)input->stage, input->grounds,
			  input->digitally_ready);
	enrolment_record(act, segment, input->grounds, stage_detail(act, input->stage));
}

static void warn(struct act *act, struct problems *warnings)
{
	warn_of_stages(act->facts, warnings);
}

static const struct command recommend = {
	.action = "recommend-stage",
	.operation = OP_RECOMMEND_STAGE,
	.facts = &enrolment_facts_shape,
	.effects_size = sizeof(struct enrol_effects),
	.status = 200,
	.load = load,
	.decide = decide_recommend,
	.apply = apply_recommend,
	.reply = reply,
	.warn = warn,
};

void op_recommend_stage(struct req *r)
{
	command_run(r, &recommend, req_id(r, 0), req_input(r, &recommend_shape));
}

/* With the id of the co-payment that a place may raise. */
static void load_placing(struct act *act, struct db_segment *segment)
{
	q_load_enrolment(segment, act->id, "copayments", NULL);
}

/* What follows from having a place in a stage. */
static void take_up(struct act *act, struct db_segment *segment, int64_t stage, const char *reason,
		    const struct new_copayment_input *copayment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct enrol_effects *effects = act->effects;

	enrolment_record(act, segment, reason, stage_detail(act, stage));
	if (effects->copayment.is_raised)
		copayment_raise(act, segment, facts->new_id, act->id, facts->firm_id, copayment,
				&effects->copayment);
}

static const struct shape_field enrol_fields[] = {
	SHAPE_FIELD(struct enrol_input, stage, "stage", I64),
	SHAPE_OPTIONAL(struct enrol_input, wait_if_full, "waitIfFull", BOOL, has_wait),
	SHAPE_OPTIONAL_OBJECT(struct enrol_input, copayment, "copayment", &new_copayment_shape,
			      has_copayment),
};
static const struct shape enrol_shape = SHAPE(struct enrol_input, enrol_fields);

static void decide_enrolling(struct act *act)
{
	decide_enrol(act->facts, act->input, act->effects, &act->problems);
}

static void apply_enrolling(struct act *act, struct db_segment *segment)
{
	const struct enrol_input *input = act->input;
	const struct enrol_effects *effects = act->effects;

	q_enrol_firm(segment, act->id, act->version, effects->waits ? "waiting" : "enrolled",
		     (int32_t)input->stage);
	if (!effects->waits)
		take_up(act, segment, input->stage, NULL, &input->copayment);
	else
		enrolment_record(act, segment, NULL,
				 arena_printf(act->r->arena,
					      "{\"stage\": %" PRId64 ", \"waits\": true}",
					      input->stage));
}

static const struct command enrol =
	ENROLMENT_COMMAND("enrol", OP_ENROL_FIRM, load_placing, decide_enrolling, apply_enrolling);

void op_enrol_firm(struct req *r)
{
	command_run(r, &enrol, req_id(r, 0), req_input(r, &enrol_shape));
}

static const struct shape_field take_place_fields[] = {
	SHAPE_OR_NULL(struct take_place_input, reason, "reason", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct take_place_input, copayment, "copayment", &new_copayment_shape,
			      has_copayment),
};
static const struct shape take_place_shape = SHAPE(struct take_place_input, take_place_fields);

static void decide_place(struct act *act)
{
	decide_take_place(act->facts, act->input, act->effects, &act->problems);
}

static void apply_place(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct take_place_input *input = act->input;

	q_take_place(segment, act->id, act->version, input->reason);
	take_up(act, segment, facts->stage, input->reason, &input->copayment);
}

static const struct command take_place =
	ENROLMENT_COMMAND("take-place", OP_TAKE_PLACE, load_placing, decide_place, apply_place);

void op_take_place(struct req *r)
{
	command_run(r, &take_place, req_id(r, 0), req_input(r, &take_place_shape));
}

static void change_state(struct act *act, struct db_segment *segment, const char *state)
{
	q_change_enrolment_state(segment, act->id, act->version, state);
	enrolment_record(act, segment, NULL, NULL);
}

static void decide_starting(struct act *act)
{
	decide_start(act->facts, &act->problems);
}

static void apply_starting(struct act *act, struct db_segment *segment)
{
	change_state(act, segment, "active");
}

static const struct command start =
	ENROLMENT_COMMAND("start", OP_START_STAGE, load, decide_starting, apply_starting);

void op_start_stage(struct req *r)
{
	command_run(r, &start, req_id(r, 0), NULL);
}

static void decide_completion(struct act *act)
{
	decide_complete(act->facts, &act->problems);
}

static void apply_completion(struct act *act, struct db_segment *segment)
{
	change_state(act, segment, "completed");
}

static const struct command complete =
	ENROLMENT_COMMAND("complete", OP_COMPLETE_STAGE, load, decide_completion, apply_completion);

void op_complete_stage(struct req *r)
{
	command_run(r, &complete, req_id(r, 0), NULL);
}

static void decide_finishing(struct act *act)
{
	decide_finish(act->facts, &act->problems);
}

static void apply_finishing(struct act *act, struct db_segment *segment)
{
	change_state(act, segment, "finished");
}

static const struct command finish =
	ENROLMENT_COMMAND("finish", OP_FINISH_ENROLMENT, load, decide_finishing, apply_finishing);

void op_finish_enrolment(struct req *r)
{
	command_run(r, &finish, req_id(r, 0), NULL);
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

static void load_dropping_out(struct act *act, struct db_segment *segment)
{
	q_load_dropping_out(segment, act->id);
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
}

static const struct command drop_out = ENROLMENT_COMMAND("drop-out", OP_DROP_OUT, load_dropping_out,
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

static const struct command re_enter =
	ENROLMENT_COMMAND("re-enter", OP_RE_ENTER, load, decide_re_entry, apply_re_entry);

void op_re_enter(struct req *r)
{
	command_run(r, &re_enter, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_enrolment_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&recommend,	  &note_contact,      &begin_assessment, &enrol,    &take_place,
		&start,		  &complete,	      &finish,		 &drop_out, &re_enter,
		&ask_gate_waiver, &begin_deliverable, &ask_handover,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
