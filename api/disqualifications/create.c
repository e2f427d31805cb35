/* Somebody declares themselves impartial or disqualified, or asks whether another is. */
#include "api/command/command.h"
#include "api/disqualifications/disqualifications.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct new_disqualification_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_disqualification_facts, id, "id", I64),
	SHAPE_FIELD(struct new_disqualification_facts, has_case, "hasCase", BOOL),
	SHAPE_OPTIONAL(struct new_disqualification_facts, person_id, "personId", I64,
		       has_person_id),
	SHAPE_FIELD(struct new_disqualification_facts, has_person, "hasPerson", BOOL),
	SHAPE_FIELD(struct new_disqualification_facts, is_open, "isOpen", BOOL),
	SHAPE_FIELD(struct new_disqualification_facts, was_cleared, "wasCleared", BOOL),
	SHAPE_FIELD(struct new_disqualification_facts, closes_reading, "closesReading", BOOL),
	SHAPE_OPTIONAL(struct new_disqualification_facts, party_id, "partyId", I64, is_demanded),
};
static const struct shape facts_shape = SHAPE(struct new_disqualification_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct new_disqualification_input, case_kind, "caseKind", TEXT),
	SHAPE_FIELD(struct new_disqualification_input, case_id, "caseId", ID),
	SHAPE_OPTIONAL(struct new_disqualification_input, person_id, "personId", ID, has_person_id),
	SHAPE_FIELD(struct new_disqualification_input, ground, "ground", TEXT),
	SHAPE_OR_NULL(struct new_disqualification_input, explanation, "explanation", TEXT),
};
static const struct shape input_shape = SHAPE(struct new_disqualification_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct new_disqualification_input *input = act->input;

	q_load_new_disqualification(segment, input->case_kind, input->case_id,
				    input->has_person_id ? &input->person_id : NULL);
}

static void decide(struct act *act)
{
	decide_declare(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_disqualification_facts *facts = act->facts;
	const struct new_disqualification_input *input = act->input;
	const char *state = disqualification_state(facts, input);

	q_insert_disqualification(segment, facts->id, input->case_kind, input->case_id,
				  facts->person_id, input->ground, input->explanation, state,
				  facts->closes_reading,
				  facts->is_demanded ? &facts->party_id : NULL);
	q_new_guard(segment, "disqualification", facts->id);
	act_record(act, segment,
		   &(struct act_event){"disqualification", facts->id, "disqualification", facts->id,
				       input->explanation,
				       disqualification_detail(act->r->arena, facts->person_id,
							       state),
				       0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_disqualification_facts *facts = act->facts;

	act_reply(act, segment, q_reply_disqualification, "/v1/disqualifications", facts->id);
}

static const struct command declare = {
	.action = "declare",
	.operation = OP_DECLARE_DISQUALIFICATION,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_declare_disqualification(struct req *r)
{
	command_run(r, &declare, 0, req_input(r, &input_shape));
}
