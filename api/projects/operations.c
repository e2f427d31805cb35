/* Reading projects, and what a hub does with one: describe, plan, apply onward, carry out. */
#include <string.h>

#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/projects/commands.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_project(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_project_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_projects(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_projects(segment, req_query_id(r, "programmeId"), req_query_id(r, "hubId"),
			req_query(r, "state"), req_query(r, "isResearchPilot"), req_after_id(r),
			req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field open_fields[] = {
	SHAPE_FIELD(struct open_onward, id, "id", I64),
	SHAPE_FIELD(struct open_onward, sent_to, "sentTo", TEXT),
	SHAPE_OR_NULL(struct open_onward, sent_to_name, "sentToName", TEXT),
	SHAPE_FIELD(struct open_onward, sent_on, "sentOn", DATE),
	SHAPE_FIELD(struct open_onward, applied_ore, "appliedOre", I64),
};
static const struct shape open_shape = SHAPE(struct open_onward, open_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct project_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct project_facts, today, "today", DATE),
	SHAPE_FIELD(struct project_facts, id, "id", I64),
	SHAPE_FIELD(struct project_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct project_facts, hub, "hub", TEXT),
	SHAPE_FIELD(struct project_facts, state, "state", TEXT),
	SHAPE_FIELD(struct project_facts, agreed_on, "agreedOn", DATE),
	SHAPE_FIELD(struct project_facts, has_sent, "hasSent", BOOL),
	SHAPE_FIELD(struct project_facts, has_onward, "hasOnward", BOOL),
	SHAPE_FIELD(struct project_facts, may_tie, "mayTie", BOOL),
	SHAPE_OBJECTS(struct project_facts, open, n_open, "open", &open_shape),
	SHAPE_LIST(struct project_facts, short_firms, n_short, "short", TEXT),
	SHAPE_LIST(struct project_facts, unagreed, n_unagreed, "unagreed", TEXT),
	SHAPE_LIST(struct project_facts, newcomers, n_newcomers, "newcomers", I64),
	SHAPE_LIST(struct project_facts, strangers, n_strangers, "strangers", I64),
};
static const struct shape facts_shape = SHAPE(struct project_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_project(segment, act->id, NULL, NULL, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_project, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason)
{
	act_record(act, segment,
		   &(struct act_event){"project", act->id, "project", act->id, reason, NULL, 0});
}

static const struct shape_field description_fields[] = {
	PROJECT_DESCRIPTION(struct project_description, ),
};
static const struct shape description_shape = SHAPE(struct project_description, description_fields);

static void decide_describing(struct act *act)
{
	decide_describe_project(act->facts, &act->problems);
}

static void apply_describing(struct act *act, struct db_segment *segment)
{
	const struct project_description *said = act->input;

	q_describe_project(segment, act->id, act->version, said->title, said->goal, said->theme,
			   said->technology, said->is_research_pilot);
	record(act, segment, NULL);
}

static const struct command describe =
	COMMAND("describe", OP_DESCRIBE_PROJECT, decide_describing, apply_describing);

void op_describe_project(struct req *r)
{
	command_run(r, &describe, req_id(r, 0), req_input(r, &description_shape));
}

static const struct shape_field replace_fields[] = {
	PROJECT_FIRMS(struct replace_firms_input),
	SHAPE_FIELD(struct replace_firms_input, reason, "reason", TEXT),
};
static const struct shape replace_shape = SHAPE(struct replace_firms_input, replace_fields);

static void load_with_firms(struct act *act, struct db_segment *segment)
{
	const struct replace_firms_input *input = act->input;

	q_load_project(segment, act->id, input->firms_json, NULL, NULL);
}

static void decide_replacing(struct act *act)
{
	decide_replace_firms(act->facts, act->input, &act->problems);
}

static void apply_replacing(struct act *act, struct db_segment *segment)
{
	const struct replace_firms_input *input = act->input;

	q_touch_project(segment, act->id, act->version);
	q_replace_project_firms(segment, act->id, input->firms_json);
	q_withdraw_left(segment, act->id);
	record(act, segment, input->reason);
}

static const struct command replace_firms = {
	.action = "replace-firms",
	.operation = OP_REPLACE_PROJECT_FIRMS,
	.facts = &facts_shape,
	.status = 200,
	.load = load_with_firms,
	.decide = decide_replacing,
	.apply = apply_replacing,
	.reply = reply,
};

void op_replace_project_firms(struct req *r)
{
	command_run(r, &replace_firms, req_id(r, 0), req_input(r, &replace_shape));
}

static void decide_planning(struct act *act)
{
	decide_plan_project(act->facts, &act->problems);
}

static void apply_planning(struct act *act, struct db_segment *segment)
{
	q_move_project(segment, act->id, act->version, "planned");
	record(act, segment, NULL);
}

static const struct command plan =
	COMMAND("plan", OP_PLAN_PROJECT, decide_planning, apply_planning);

void op_plan_project(struct req *r)
{
	command_run(r, &plan, req_id(r, 0), NULL);
}

static void decide_starting(struct act *act)
{
	decide_start_project(act->facts, &act->problems);
}

static void apply_starting(struct act *act, struct db_segment *segment)
{
	q_move_project(segment, act->id, act->version, "running");
	record(act, segment, NULL);
}

static const struct command start =
	COMMAND("start", OP_START_PROJECT, decide_starting, apply_starting);

void op_start_project(struct req *r)
{
	command_run(r, &start, req_id(r, 0), NULL);
}

static void decide_completing(struct act *act)
{
	decide_complete_project(act->facts, &act->problems);
}

static void apply_completing(struct act *act, struct db_segment *segment)
{
	q_move_project(segment, act->id, act->version, "done");
	record(act, segment, NULL);
}

static const struct command complete =
	COMMAND("complete", OP_COMPLETE_PROJECT, decide_completing, apply_completing);

void op_complete_project(struct req *r)
{
	command_run(r, &complete, req_id(r, 0), NULL);
}

static void decide_giving_up(struct act *act)
{
	decide_give_up_project(act->facts, &act->problems);
}

static void apply_giving_up(struct act *act, struct db_segment *segment)
{
	q_move_project(segment, act->id, act->version, "given_up");
	record(act, segment, reason_of(act));
}

static const struct command give_up =
	COMMAND("give-up", OP_GIVE_UP_PROJECT, decide_giving_up, apply_giving_up);

void op_give_up_project(struct req *r)
{
	command_run(r, &give_up, req_id(r, 0), req_input(r, &reason_shape));
}

/* Fields of a struct onward_input that stands in `type` at `at`. */
#define ONWARD(type, at)                                                                           \
	SHAPE_FIELD(type, at sent_to, "sentTo", TEXT),                                             \
		SHAPE_OR_NULL(type, at sent_to_name, "sentToName", TEXT),                          \
		SHAPE_OPTIONAL(type, at application_id, "applicationId", ID, at has_application),  \
		SHAPE_FIELD(type, at sent_on, "sentOn", DATE),                                     \
		SHAPE_FIELD(type, at applied_ore, "appliedOre", I64)

/* The same of a struct onward_answer. */
#define ANSWER(type, at)                                                                           \
	SHAPE_FIELD(type, at outcome, "outcome", TEXT),                                            \
		SHAPE_FIELD(type, at granted_ore, "grantedOre", I64),                              \
		SHAPE_FIELD(type, at answered_on, "answeredOn", DATE)

static const struct shape_field onward_fields[] = {
	ONWARD(struct onward_input, ),
};
static const struct shape onward_shape = SHAPE(struct onward_input, onward_fields);

static const int64_t *application_of(const struct onward_input *input)
{
	return input->has_application ? &input->application_id : NULL;
}

static void load_applying(struct act *act, struct db_segment *segment)
{
	q_load_project(segment, act->id, NULL, NULL, application_of(act->input));
}

static void decide_applying(struct act *act)
{
	decide_apply_onward(act->facts, act->input, &act->problems);
}

/* A project that has begun goes on while it waits. */
static void apply_applying(struct act *act, struct db_segment *segment)
{
	const struct project_facts *facts = act->facts;
	const struct onward_input *input = act->input;

	if (strcmp(facts->state, "planned") == 0)
		q_move_project(segment, act->id, act->version, "applied");
	else
		q_touch_project(segment, act->id, act->version);
	q_insert_onward(segment, act->id, input->sent_to, input->sent_to_name,
			application_of(input), date_text(act->r->arena, input->sent_on),
			input->applied_ore);
	record(act, segment, NULL);
}

static const struct command apply_onward = {
	.action = "apply-onward",
	.operation = OP_APPLY_ONWARD,
	.facts = &facts_shape,
	.status = 200,
	.load = load_applying,
	.decide = decide_applying,
	.apply = apply_applying,
	.reply = reply,
};

void op_apply_onward(struct req *r)
{
	command_run(r, &apply_onward, req_id(r, 0), req_input(r, &onward_shape));
}

static const struct shape_field answer_fields[] = {
	SHAPE_FIELD(struct answer_input, sent_to, "sentTo", TEXT),
	SHAPE_OR_NULL(struct answer_input, sent_to_name, "sentToName", TEXT),
	ANSWER(struct answer_input, answer.),
};
static const struct shape answer_shape = SHAPE(struct answer_input, answer_fields);

static void decide_answering(struct act *act)
{
	decide_answer_onward(act->facts, act->input, act->effects, &act->problems);
}

static void apply_answering(struct act *act, struct db_segment *segment)
{
	const struct answer_input *input = act->input;
	const struct answer_effects *effects = act->effects;

	q_touch_project(segment, act->id, act->version);
	q_answer_onward(segment, effects->onward_id, act->id, input->answer.outcome,
			input->answer.granted_ore,
			date_text(act->r->arena, input->answer.answered_on));
	record(act, segment, NULL);
}

static const struct command answer_onward = {
	.action = "answer-onward",
	.operation = OP_ANSWER_ONWARD,
	.facts = &facts_shape,
	.effects_size = sizeof(struct answer_effects),
	.status = 200,
	.load = load,
	.decide = decide_answering,
	.apply = apply_answering,
	.reply = reply,
};

void op_answer_onward(struct req *r)
{
	command_run(r, &answer_onward, req_id(r, 0), req_input(r, &answer_shape));
}

static const struct shape_field corrected_answer_fields[] = {
	ANSWER(struct onward_answer, ),
};
static const struct shape corrected_answer_shape =
	SHAPE(struct onward_answer, corrected_answer_fields);

static const struct shape_field correct_fields[] = {
	SHAPE_FIELD(struct corrected_onward_input, onward_id, "onwardId", ID),
	ONWARD(struct corrected_onward_input, sent.),
	SHAPE_OPTIONAL_OBJECT(struct corrected_onward_input, answer, "answer",
			      &corrected_answer_shape, has_answer),
	SHAPE_FIELD(struct corrected_onward_input, reason, "reason", TEXT),
};
static const struct shape correct_shape = SHAPE(struct corrected_onward_input, correct_fields);

static void load_correcting(struct act *act, struct db_segment *segment)
{
	const struct corrected_onward_input *input = act->input;

	q_load_project(segment, act->id, NULL, &input->onward_id, application_of(&input->sent));
}

static void decide_correcting(struct act *act)
{
	decide_correct_onward(act->facts, act->input, &act->problems);
}

static void apply_correcting(struct act *act, struct db_segment *segment)
{
	const struct corrected_onward_input *input = act->input;
	const struct onward_input *sent = &input->sent;
	const struct onward_answer *answer = &input->answer;
	struct arena *arena = act->r->arena;

	q_touch_project(segment, act->id, act->version);
	q_correct_onward(segment, input->onward_id, act->id, sent->sent_to, sent->sent_to_name,
			 application_of(sent), date_text(arena, sent->sent_on), sent->applied_ore,
			 input->has_answer ? answer->outcome : NULL,
			 input->has_answer ? &answer->granted_ore : NULL,
			 input->has_answer ? date_text(arena, answer->answered_on) : NULL,
			 input->reason);
	record(act, segment, input->reason);
}

static const struct command correct_onward = {
	.action = "correct-onward",
	.operation = OP_CORRECT_ONWARD,
	.facts = &facts_shape,
	.status = 200,
	.load = load_correcting,
	.decide = decide_correcting,
	.apply = apply_correcting,
	.reply = reply,
};

void op_correct_onward(struct req *r)
{
	command_run(r, &correct_onward, req_id(r, 0), req_input(r, &correct_shape));
}

void op_get_project_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&describe,    &replace_firms,  &plan,	       &apply_onward,
		&invite_firm, &answer_onward,  &correct_onward, &start,
		&complete,    &give_up,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
