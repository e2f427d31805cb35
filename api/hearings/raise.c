/* On an application: the party is heard, or the law excepts it. */
#include "api/applications/commands.h"
#include "api/hearings/hearings.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

static const struct shape_field hear_fields[] = {
	SHAPE_FIELD(struct hear_input, kind, "kind", TEXT),
	SHAPE_FIELD(struct hear_input, told, "told", TEXT),
	SHAPE_FIELD(struct hear_input, source, "source", TEXT),
	SHAPE_FIELD(struct hear_input, answer_by, "answerBy", DATE),
	SHAPE_OPTIONAL(struct hear_input, document_id, "documentId", ID, has_document),
};
static const struct shape hear_shape = SHAPE(struct hear_input, hear_fields);

static const struct shape_field exempt_fields[] = {
	SHAPE_FIELD(struct hear_input, kind, "kind", TEXT),
	SHAPE_FIELD(struct hear_input, told, "told", TEXT),
	SHAPE_FIELD(struct hear_input, source, "source", TEXT),
	SHAPE_FIELD(struct hear_input, ground, "ground", TEXT),
	SHAPE_FIELD(struct hear_input, reason, "reason", TEXT),
};
static const struct shape exempt_shape = SHAPE(struct hear_input, exempt_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct hear_input *input = act->input;

	q_load_new_hearing(segment, act->id, act->whole, act->tells, input->kind, input->ground,
			   input->has_document ? &input->document_id : NULL);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	const struct hear_input *input = act->input;
	bool is_heard = input->ground == NULL;

	q_insert_hearing(segment, facts->hearing.id, act->id, input->kind, input->told,
			 input->source, input->has_document ? &input->document_id : NULL,
			 is_heard ? date_text(act->r->arena, input->answer_by) : NULL,
			 input->ground, input->reason);
	act_record(act, segment,
		   &(struct act_event){"application", act->id, "hearing", facts->hearing.id, NULL,
				       NULL, is_heard ? facts->applicant_id : 0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;

	act_reply(act, segment, q_reply_hearing, "/v1/hearings", facts->hearing.id);
}

#define NEW_HEARING(name, op, decide_fn)                                                           \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &application_facts_shape,            \
		.status = 201, .load = load, .decide = (decide_fn), .apply = apply, .reply = reply \
	}

static void decide_hearing(struct act *act)
{
	decide_hear_party(act->facts, act->input, &act->problems);
}

const struct command hear_party = NEW_HEARING("hear-party", OP_HEAR_PARTY, decide_hearing);

void op_hear_party(struct req *r)
{
	command_run(r, &hear_party, req_id(r, 0), req_input(r, &hear_shape));
}

static void decide_exemption(struct act *act)
{
	decide_exempt_hearing(act->facts, act->input, &act->problems);
}

const struct command exempt_hearing =
	NEW_HEARING("exempt-hearing", OP_EXEMPT_HEARING, decide_exemption);

void op_exempt_hearing(struct req *r)
{
	command_run(r, &exempt_hearing, req_id(r, 0), req_input(r, &exempt_shape));
}
