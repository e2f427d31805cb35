/* A case is given to a caseworker: the caller, or a colleague. */
#include <inttypes.h>

#include "api/applications/applications.h"
#include "api/applications/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct assign_input, caseworker_id, "caseworkerId", ID),
	SHAPE_OR_NULL(struct assign_input, reason, "reason", TEXT),
};
static const struct shape input_shape = SHAPE(struct assign_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct assign_input *input = act->input;

	q_load_assigning(segment, act->id, act->whole, act->tells, input->caseworker_id);
}

static void decide(struct act *act)
{
	decide_assign(act->facts, act->input, &act->problems);
}

/* The county's own affair: the applicant is told by the case, and is not notified. */
static void apply(struct act *act, struct db_segment *segment)
{
	const struct assign_input *input = act->input;
	const char *detail = arena_printf(act->r->arena, "{\"caseworkerId\":\"%" PRId64 "\"}",
					  input->caseworker_id);

	q_assign_application(segment, act->id, act->version, input->caseworker_id);
	act_record(act, segment,
		   &(struct act_event){"application", act->id, "application", act->id,
				       input->reason, detail, 0});
}

const struct command assign_application = {
	.action = "assign",
	.operation = OP_ASSIGN_APPLICATION,
	.facts = &application_facts_shape,
	.status = 200,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = application_reply,
};

void op_assign_application(struct req *r)
{
	command_run(r, &assign_application, req_id(r, 0), req_input(r, &input_shape));
}
