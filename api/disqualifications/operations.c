/* Reading declarations, and what is done with one: concede, settle. */
#include "api/disqualifications/disqualifications.h"

#include <inttypes.h>

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_disqualification(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_disqualification_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_disqualifications(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_disqualifications(segment, req_query(r, "caseKind"), req_query_id(r, "caseId"),
				 req_query_id(r, "personId"), req_query(r, "state"),
				 req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct disqualification_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct disqualification_facts, id, "id", I64),
	SHAPE_FIELD(struct disqualification_facts, state, "state", TEXT),
	SHAPE_FIELD(struct disqualification_facts, case_kind, "caseKind", TEXT),
	SHAPE_FIELD(struct disqualification_facts, case_id, "caseId", I64),
	SHAPE_FIELD(struct disqualification_facts, person_id, "personId", I64),
	SHAPE_FIELD(struct disqualification_facts, entered_by, "enteredBy", I64),
	SHAPE_FIELD(struct disqualification_facts, demanded_by, "demandedBy", I64),
};
static const struct shape facts_shape = SHAPE(struct disqualification_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_disqualification(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_disqualification, NULL, act->id);
}

const char *disqualification_detail(struct arena *arena, int64_t person_id, const char *state)
{
	return arena_printf(arena, "{\"personId\":\"%" PRId64 "\",\"state\":\"%s\"}", person_id,
			    state);
}

static void record(struct act *act, struct db_segment *segment, const char *state,
		   const char *reason)
{
	const struct disqualification_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"disqualification", act->id, "disqualification", act->id,
				       reason,
				       disqualification_detail(act->r->arena, facts->person_id,
							       state),
				       facts->demanded_by});
}

static void decide_conceding(struct act *act)
{
	decide_concede(act->facts, &act->problems);
}

static void apply_conceding(struct act *act, struct db_segment *segment)
{
	q_settle_disqualification(segment, act->id, act->version, "disqualified", NULL);
	record(act, segment, "disqualified", NULL);
}

static const struct command concede =
	COMMAND("concede", OP_CONCEDE_DISQUALIFICATION, decide_conceding, apply_conceding);

void op_concede_disqualification(struct req *r)
{
	command_run(r, &concede, req_id(r, 0), NULL);
}

static const struct shape_field settle_fields[] = {
	SHAPE_FIELD(struct settle_input, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct settle_input, reason, "reason", TEXT),
};
static const struct shape settle_shape = SHAPE(struct settle_input, settle_fields);

static void decide_settling(struct act *act)
{
	decide_settle(act->facts, act->input, &act->problems);
}

static void apply_settling(struct act *act, struct db_segment *segment)
{
	const struct settle_input *input = act->input;

	q_settle_disqualification(segment, act->id, act->version, input->outcome, input->reason);
	record(act, segment, input->outcome, input->reason);
}

static const struct command settle =
	COMMAND("settle", OP_SETTLE_DISQUALIFICATION, decide_settling, apply_settling);

void op_settle_disqualification(struct req *r)
{
	command_run(r, &settle, req_id(r, 0), req_input(r, &settle_shape));
}

void op_get_disqualification_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&concede, &settle};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
