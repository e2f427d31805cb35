/* On an application: that its newest decision is reversed is proposed. */
#include "api/applications/commands.h"
#include "api/decisions/lines.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/reversals/reversals.h"
#include "lib/base/date.h"

static void load(struct act *act, struct db_segment *segment)
{
	const struct reversal_terms *input = act->input;

	if (input == NULL)
		application_load(act, segment);
	else
		q_load_new_reversal(segment, act->id, act->whole, act->tells, input->ground);
}

static void decide(struct act *act)
{
	decide_propose_reversal(act->facts, act->input, &act->problems);
}

/* The county's own until it is decided, so that nobody outside is told. */
static void apply(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	const struct reversed *reversed = &facts->reversal;
	const struct reversal_terms *input = act->input;
	const struct superior *superior = &input->superior;
	const char *conditions = input->conditions.json;
	int32_t year = (int32_t)input->year;

	q_insert_reversal(segment, reversed->id, act->id, reversed->decision_id, input->ground,
			  input->provision, superior->body, superior->resolution,
			  input->has_superior ? date_text(act->r->arena, superior->resolved_on)
					      : NULL,
			  input->outcome, input->amount_ore,
			  input->has_year ? &year : NULL, conditions == NULL ? "[]" : conditions,
			  input->grounds, input->open_appeal);
	act_record(act, segment,
		   &(struct act_event){"application", act->id, "reversal", reversed->id, NULL, NULL,
				       0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;

	act_reply(act, segment, q_reply_reversal, "/v1/reversals", facts->reversal.id);
}

static void caution(struct act *act, struct problems *warnings)
{
	const struct reversal_terms *input = act->input;

	tell_short_lines(act->facts, input->amount_ore, input->year, warnings);
}

const struct command propose_reversal = {
	.action = "propose-reversal",
	.operation = OP_PROPOSE_REVERSAL,
	.facts = &application_facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
	.caution = caution,
};

void op_propose_reversal(struct req *r)
{
	command_run(r, &propose_reversal, req_id(r, 0), req_input(r, &reversal_terms_shape));
}
