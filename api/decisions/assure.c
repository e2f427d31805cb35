/* A second caseworker assures what is recommended. */
#include "api/applications/commands.h"
#include "api/applications/facts.h"
#include "api/decisions/decisions.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field fields[] = {
	SHAPE_OR_NULL(struct assure_input, note, "note", TEXT),
};
static const struct shape input_shape = SHAPE(struct assure_input, fields);

static void decide(struct act *act)
{
	decide_assure(act->facts, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct assure_input *input = act->input;

	q_insert_assurance(segment, act->id, input->note);
	q_change_application_state(segment, act->id, act->version, "recommended");
	application_record(act, segment, input->note);
}

const struct command assure_recommendation =
	APPLICATION_COMMAND("assure", OP_ASSURE_RECOMMENDATION, decide, apply);

void op_assure_recommendation(struct req *r)
{
	command_run(r, &assure_recommendation, req_id(r, 0), req_input(r, &input_shape));
}
