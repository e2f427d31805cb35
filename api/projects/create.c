/* A hub begins a project with firms that it follows. */
#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/projects/commands.h"
#include "api/queries.gen.h"

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct new_project_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_project_facts, id, "id", I64),
	SHAPE_OR_NULL(struct new_project_facts, programme_state, "programmeState", TEXT),
	SHAPE_LIST(struct new_project_facts, strangers, n_strangers, "strangers", I64),
};
static const struct shape facts_shape = SHAPE(struct new_project_facts, facts_fields);

static const struct shape_field firm_fields[] = {
	SHAPE_FIELD(struct project_firm, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct project_firm, is_lead, "isLead", BOOL),
	SHAPE_FIELD(struct project_firm, share_bp, "shareBasisPoints", I64),
};
const struct shape project_firm_shape = SHAPE(struct project_firm, firm_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct new_project_input, programme_id, "programmeId", ID),
	PROJECT_DESCRIPTION(struct new_project_input, description.),
	PROJECT_FIRMS(struct new_project_input),
};
static const struct shape input_shape = SHAPE(struct new_project_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct new_project_input *input = act->input;

	q_load_new_project(segment, input->programme_id, input->firms_json);
}

static void decide(struct act *act)
{
	decide_create_project(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_project_facts *facts = act->facts;
	const struct new_project_input *input = act->input;
	const struct project_description *said = &input->description;

	q_insert_project(segment, facts->id, input->programme_id, said->title, said->goal,
			 said->theme, said->technology, said->is_research_pilot);
	q_insert_project_firms(segment, facts->id, input->firms_json);
	q_new_guard(segment, "project", facts->id);
	act_record(act, segment,
		   &(struct act_event){"project", facts->id, "project", facts->id, NULL, NULL, 0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_project_facts *facts = act->facts;

	act_reply(act, segment, q_reply_project, "/v1/projects", facts->id);
}

static const struct command create_project = {
	.action = "create",
	.operation = OP_CREATE_PROJECT,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_create_project(struct req *r)
{
	command_run(r, &create_project, 0, req_input(r, &input_shape));
}
