/* Results and their effect, and the stories that firms let be told. */
#include "api/results/results.h"

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_result(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_result_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_results(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_results(segment, req_query_id(r, "enrolmentId"), req_query_id(r, "programmeId"),
		       req_query_id(r, "hubId"), req_query(r, "orgnr"), req_query(r, "theme"),
		       req_query(r, "measured"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_list_stories(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_stories(segment, req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

/* Members of a body that stand in a struct result_text at `at`, a member's name with its dot, or
 * nothing where it is the type itself. */
#define TEXT_FIELDS(type, at)                                                                      \
	SHAPE_FIELD(type, at found, "found", TEXT), SHAPE_FIELD(type, at done, "done", TEXT),      \
		SHAPE_OPTIONAL(type, at cost_ore, "costOre", I64, at has_cost),          \
		SHAPE_OR_NULL(type, at theme, "theme", TEXT)

static const int64_t *cost_of(const struct result_text *text)
{
	return text->has_cost ? &text->cost_ore : NULL;
}

/* The event of a result within its firm's case; the firm is told. */
static void record(struct act *act, struct db_segment *segment, int64_t enrolment_id, int64_t id,
		   int64_t firm_id)
{
	act_record(act, segment,
		   &(struct act_event){"enrolment", enrolment_id, "result", id, NULL, NULL,
				       firm_id});
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_result_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_result_facts, id, "id", I64),
	SHAPE_FIELD(struct new_result_facts, enrolment_id, "enrolmentId", I64),
	SHAPE_FIELD(struct new_result_facts, firm_id, "firmId", I64),
	SHAPE_OPTIONAL_LIST(struct new_result_facts, stages, n_stages, "stages", I64),
	SHAPE_LIST(struct new_result_facts, entered, n_entered, "entered", I64),
};
static const struct shape new_facts_shape = SHAPE(struct new_result_facts, new_facts_fields);

static const struct shape_field new_fields[] = {
	SHAPE_FIELD(struct new_result_input, enrolment_id, "enrolmentId", ID),
	SHAPE_FIELD(struct new_result_input, stage, "stage", I64),
	TEXT_FIELDS(struct new_result_input, text.),
};
static const struct shape new_shape = SHAPE(struct new_result_input, new_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_result_input *input = act->input;

	q_load_new_result(segment, input->enrolment_id);
}

static void decide_creating(struct act *act)
{
	decide_create_result(act->facts, act->input, &act->problems);
}

static void apply_creating(struct act *act, struct db_segment *segment)
{
	const struct new_result_facts *facts = act->facts;
	const struct new_result_input *input = act->input;

	q_insert_result(segment, facts->id, facts->enrolment_id, (int32_t)input->stage,
			input->text.found, input->text.done, cost_of(&input->text),
			input->text.theme);
	record(act, segment, facts->enrolment_id, facts->id, facts->firm_id);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_result_facts *facts = act->facts;

	act_reply(act, segment, q_reply_result, "/v1/results", facts->id);
}

static const struct command create_result = {
	.action = "create",
	.operation = OP_CREATE_RESULT,
	.facts = &new_facts_shape,
	.status = 201,
	.made_in = "enrolmentId",
	.load = load_new,
	.decide = decide_creating,
	.apply = apply_creating,
	.reply = reply_new,
};

void op_create_result(struct req *r)
{
	command_run(r, &create_result, 0, req_input(r, &new_shape));
}

static const struct shape_field measured_fields[] = {
	SHAPE_FIELD(struct measured, months, "months", I64),
	SHAPE_FIELD(struct measured, on_day, "onDay", DATE),
	SHAPE_FIELD(struct measured, unit, "unit", TEXT),
	SHAPE_FIELD(struct measured, is_in_money, "isInMoney", BOOL),
};
static const struct shape measured_shape = SHAPE(struct measured, measured_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct result_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct result_facts, today, "today", DATE),
	SHAPE_FIELD(struct result_facts, id, "id", I64),
	SHAPE_FIELD(struct result_facts, enrolment_id, "enrolmentId", I64),
	SHAPE_FIELD(struct result_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct result_facts, since, "since", DATE),
	SHAPE_OR_NULL(struct result_facts, story, "story", TEXT),
	SHAPE_OPTIONAL(struct result_facts, consented_on, "consentedOn", DATE, has_consented),
	SHAPE_OBJECTS(struct result_facts, measured, n_measured, "measured", &measured_shape),
};
static const struct shape facts_shape = SHAPE(struct result_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_result(segment, act->id);
}

static void record_result(struct act *act, struct db_segment *segment)
{
	const struct result_facts *facts = act->facts;

	record(act, segment, facts->enrolment_id, act->id, facts->firm_id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_result, NULL, act->id);
}

static const struct shape_field revise_fields[] = {
	TEXT_FIELDS(struct result_text, ),
};
static const struct shape revise_shape = SHAPE(struct result_text, revise_fields);

/* What was found may be said better at any time. */
static void decide_revising(struct act *act)
{
	(void)act;
}

static void apply_revising(struct act *act, struct db_segment *segment)
{
	const struct result_text *text = act->input;

	q_revise_result(segment, act->id, act->version, text->found, text->done, cost_of(text),
			text->theme);
	record_result(act, segment);
}

static const struct command revise =
	COMMAND("revise", OP_REVISE_RESULT, decide_revising, apply_revising);

void op_revise_result(struct req *r)
{
	command_run(r, &revise, req_id(r, 0), req_input(r, &revise_shape));
}

static const struct shape_field measure_fields[] = {
	SHAPE_FIELD(struct measure_input, months, "months", I64),
	SHAPE_FIELD(struct measure_input, on_day, "onDay", DATE),
	SHAPE_OPTIONAL(struct measure_input, effect_ore, "effectOre", I64, has_ore),
	SHAPE_OPTIONAL(struct measure_input, effect_bp, "effectBasisPoints", I64, has_bp),
	SHAPE_FIELD(struct measure_input, unit, "unit", TEXT),
	SHAPE_FIELD(struct measure_input, how, "how", TEXT),
	SHAPE_OR_NULL(struct measure_input, reason, "reason", TEXT),
};
static const struct shape measure_shape = SHAPE(struct measure_input, measure_fields);

static void decide_measuring(struct act *act)
{
	decide_measure(act->facts, act->input, &act->problems);
}

static void apply_measuring(struct act *act, struct db_segment *segment)
{
	const struct measure_input *input = act->input;
	int32_t effect_bp = (int32_t)input->effect_bp;

	q_touch_result(segment, act->id, act->version);
	q_insert_measurement(segment, act->id, (int32_t)input->months,
			     date_text(act->r->arena, input->on_day),
			     input->has_ore ? &input->effect_ore : NULL,
			     input->has_bp ? &effect_bp : NULL, input->unit, input->how,
			     input->reason);
	record_result(act, segment);
}

static const struct command measure =
	COMMAND("measure", OP_MEASURE_RESULT, decide_measuring, apply_measuring);

void op_measure_result(struct req *r)
{
	command_run(r, &measure, req_id(r, 0), req_input(r, &measure_shape));
}

static const struct shape_field story_fields[] = {
	SHAPE_FIELD(struct story_input, text, "text", TEXT),
	SHAPE_FIELD(struct story_input, consent_by, "consentBy", TEXT),
	SHAPE_FIELD(struct story_input, consent_on, "consentOn", DATE),
};
static const struct shape story_shape = SHAPE(struct story_input, story_fields);

static void decide_telling(struct act *act)
{
	decide_tell_story(act->facts, act->input, &act->problems);
}

static void apply_telling(struct act *act, struct db_segment *segment)
{
	const struct story_input *input = act->input;

	q_tell_story(segment, act->id, act->version, input->text, input->consent_by,
		     date_text(act->r->arena, input->consent_on));
	record_result(act, segment);
}

static const struct command tell =
	COMMAND("tell-story", OP_TELL_STORY, decide_telling, apply_telling);

void op_tell_story(struct req *r)
{
	command_run(r, &tell, req_id(r, 0), req_input(r, &story_shape));
}

static void decide_withdrawing(struct act *act)
{
	decide_withdraw_story(act->facts, &act->problems);
}

static void apply_withdrawing(struct act *act, struct db_segment *segment)
{
	q_tell_story(segment, act->id, act->version, NULL, NULL, NULL);
	record_result(act, segment);
}

static const struct command withdraw =
	COMMAND("withdraw-story", OP_WITHDRAW_STORY, decide_withdrawing, apply_withdrawing);

void op_withdraw_story(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), NULL);
}

void op_get_result_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&revise, &measure, &tell, &withdraw};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
