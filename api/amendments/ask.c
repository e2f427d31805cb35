/* The recipient of a grant, or the county itself, asks for it to be amended. */
#include "api/amendments/amendments.h"
#include "api/amendments/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

static const struct shape_field entering_fields[] = {
	SHAPE_FIELD(struct asked_partner, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct asked_partner, task, "task", TEXT),
};
static const struct shape entering_shape = SHAPE(struct asked_partner, entering_fields);

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct ask_amendment_input, kind, "kind", TEXT),
	SHAPE_FIELD(struct ask_amendment_input, reason, "reason", TEXT),
	SHAPE_OPTIONAL(struct ask_amendment_input, terms.until, "until", DATE, terms.has_until),
	SHAPE_OPTIONAL(struct ask_amendment_input, terms.amount_ore, "amountOre", I64,
		       terms.has_amount),
	SHAPE_OPTIONAL_OBJECTS(struct ask_amendment_input, terms.moves, terms.n_moves, "moves",
			       &budget_move_shape),
	SHAPE_OR_NULL(struct ask_amendment_input, terms.moves_json, "moves", RAW),
	SHAPE_OPTIONAL_LIST(struct ask_amendment_input, leaving, n_leaving, "leaving", TEXT),
	SHAPE_OR_NULL(struct ask_amendment_input, leaving_json, "leaving", RAW),
	SHAPE_OPTIONAL_OBJECTS(struct ask_amendment_input, entering, n_entering, "entering",
			       &entering_shape),
	SHAPE_OR_NULL(struct ask_amendment_input, entering_json, "entering", RAW),
	SHAPE_OPTIONAL_OBJECTS(struct ask_amendment_input, fagpartnere.list, fagpartnere.n,
			       "fagpartnere", &planned_fagpartner_shape),
	SHAPE_OR_NULL(struct ask_amendment_input, fagpartnere_json, "fagpartnere", RAW),
};
static const struct shape input_shape = SHAPE(struct ask_amendment_input, fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct ask_amendment_input *input = act->input;

	q_load_new_amendment(segment, act->id, input == NULL ? NULL : input->entering_json,
			     input == NULL ? NULL : input->fagpartnere_json);
}

static void decide(struct act *act)
{
	decide_ask_amendment(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_amendment_facts *facts = act->facts;
	const struct ask_amendment_input *input = act->input;
	const struct amendment_terms *terms = &input->terms;

	q_insert_amendment(segment, facts->id, act->id, input->kind, input->reason,
			   terms->has_until ? date_text(act->r->arena, terms->until) : NULL,
			   terms->has_amount ? &terms->amount_ore : NULL, terms->moves_json,
			   input->leaving_json, input->fagpartnere_json);
	if (input->entering_json != NULL)
		q_ask_to_enter(segment, facts->id, input->entering_json);
	act_record(act, segment,
		   &(struct act_event){"application", facts->grant.application_id, "amendment",
				       facts->id, input->reason,
				       arena_printf(act->r->arena, "{\"kind\":\"%s\"}",
						    input->kind),
				       facts->grant.applicant_id});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_amendment_facts *facts = act->facts;

	act_reply(act, segment, q_reply_amendment, "/v1/amendments", facts->id);
}

static void caution(struct act *act, struct problems *warnings)
{
	tell_asked_overlap(act->facts, warnings);
}

const struct command ask_amendment = {
	.action = "ask-amendment",
	.operation = OP_ASK_AMENDMENT,
	.facts = &new_amendment_facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
	.caution = caution,
};

void op_ask_amendment(struct req *r)
{
	command_run(r, &ask_amendment, req_id(r, 0), req_input(r, &input_shape));
}
