#include "api/enrolments/create.h"

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct new_enrolment_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_enrolment_facts, id, "id", I64),
	SHAPE_OR_NULL(struct new_enrolment_facts, programme_state, "programmeState", TEXT),
	SHAPE_FIELD(struct new_enrolment_facts, is_delivered, "isDelivered", BOOL),
	SHAPE_OPTIONAL(struct new_enrolment_facts, firm_id, "firmId", I64, has_firm),
	SHAPE_OR_NULL(struct new_enrolment_facts, municipality_no, "municipalityNo", TEXT),
	SHAPE_FIELD(struct new_enrolment_facts, is_insolvent, "isInsolvent", BOOL),
	SHAPE_FIELD(struct new_enrolment_facts, is_deleted, "isDeleted", BOOL),
	SHAPE_FIELD(struct new_enrolment_facts, is_inside, "isInside", BOOL),
	SHAPE_OR_NULL(struct new_enrolment_facts, serves_as, "servesAs", TEXT),
	SHAPE_OPTIONAL(struct new_enrolment_facts, hub_id, "hubId", I64, has_hub),
	SHAPE_OPTIONAL(struct new_enrolment_facts, named_id, "namedId", I64, has_named),
	SHAPE_OPTIONAL(struct new_enrolment_facts, answering_id, "answeringId", I64, has_answering),
	SHAPE_OPTIONAL(struct new_enrolment_facts, known_id, "knownId", I64, is_known),
	SHAPE_OPTIONAL(struct new_enrolment_facts, ended_id, "endedId", I64, has_ended),
	SHAPE_OR_NULL(struct new_enrolment_facts, ask, "ask", TEXT),
};
static const struct shape facts_shape = SHAPE(struct new_enrolment_facts, fact_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct new_enrolment_input, programme_id, "programmeId", ID),
	SHAPE_FIELD(struct new_enrolment_input, orgnr, "orgnr", TEXT),
	SHAPE_OR_NULL(struct new_enrolment_input, hub_orgnr, "hubOrgnr", TEXT),
};
static const struct shape input_shape = SHAPE(struct new_enrolment_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct new_enrolment_input *input = act->input;

	q_load_new_enrolment(segment, input->programme_id, input->orgnr, input->hub_orgnr);
}

static void decide(struct act *act)
{
	decide_create_enrolment(act->facts, act->input, &act->problems);
}

static int64_t enrolment_id(const struct new_enrolment_facts *facts)
{
	return facts->has_ended ? facts->ended_id : facts->id;
}

static void tell_answering(struct act *act, struct db_segment *segment)
{
	const struct new_enrolment_facts *facts = act->facts;
	const struct new_enrolment_input *input = act->input;

	if (facts->has_answering)
		q_tell(segment, "programme.firm-outside-area", "programme", input->programme_id,
		       &facts->answering_id,
		       arena_printf(act->r->arena, "{\"municipalityNo\": \"%s\"}",
				    facts->municipality_no));
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_enrolment_facts *facts = act->facts;
	const struct new_enrolment_input *input = act->input;
	bool is_own = facts->caller.organisation_id == facts->hub_id;
	struct act_event event = {
		.case_kind = "enrolment",
		.case_id = enrolment_id(facts),
		.object_kind = "enrolment",
		.object_id = enrolment_id(facts),
		.concerns = is_own ? facts->firm_id : facts->hub_id,
	};

	if (facts->has_ended) {
		q_take_up(segment, facts->ended_id, facts->hub_id);
	} else {
		q_insert_enrolment(segment, facts->id, input->programme_id, facts->firm_id,
				   facts->hub_id);
		q_new_guard_of(segment, "enrolment", facts->id, facts->hub_id);
	}
	act_record(act, segment, &event);
	tell_answering(act, segment);
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_enrolment_facts *facts = act->facts;

	act_reply(act, segment, q_reply_enrolment, "/v1/enrolments", enrolment_id(facts));
}

static const struct command create_enrolment = {
	.action = "create",
	.operation = OP_CREATE_ENROLMENT,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_create_enrolment(struct req *r)
{
	command_run(r, &create_enrolment, 0, req_input(r, &input_shape));
}
