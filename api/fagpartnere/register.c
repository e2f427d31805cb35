/* The register of fagpartnere. */
#include "api/command/reason.h"
#include "api/fagpartnere/fagpartnere.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_fagpartner(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_fagpartner_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_fagpartnere(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_fagpartnere(segment, req_query(r, "competence"), req_query_id(r, "level"),
			   req_query(r, "municipality"), req_query(r, "local"), req_query(r, "q"),
			   req_query(r, "state"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_list_competences(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_competences(segment, req_query(r, "q"), r->after, req_limit(r));
	req_run_page(r, segment);
}

void op_report_fagpartnere(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_fagpartner_figures(segment, req_query(r, "from"), req_query(r, "to"));
	req_run_page(r, segment);
}

static const struct shape_field competence_fields[] = {
	SHAPE_FIELD(struct competence, code, "code", TEXT),
};
static const struct shape competence_shape = SHAPE(struct competence, competence_fields);

static const struct shape_field input_fields[] = {
	SHAPE_OR_NULL(struct fagpartner_input, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct fagpartner_input, kind, "kind", TEXT),
	SHAPE_FIELD(struct fagpartner_input, description, "description", TEXT),
	SHAPE_FIELD(struct fagpartner_input, contact, "contact", TEXT),
	SHAPE_OBJECTS(struct fagpartner_input, competences, n_competences, "competences",
		      &competence_shape),
	SHAPE_FIELD(struct fagpartner_input, competences_json, "competences", RAW),
};
static const struct shape input_shape = SHAPE(struct fagpartner_input, input_fields);

static const struct shape_field unknown_fields[] = {
	SHAPE_FIELD(struct unknown_competence, index, "index", I64),
	SHAPE_OR_NULL(struct unknown_competence, near, "near", TEXT),
};
static const struct shape unknown_shape = SHAPE(struct unknown_competence, unknown_fields);

static void record(struct act *act, struct db_segment *segment, int64_t id, const char *reason,
		   int64_t partner_id)
{
	act_record(
		act, segment,
		&(struct act_event){"fagpartner", id, "fagpartner", id, reason, NULL, partner_id});
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_fagpartner_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_fagpartner_facts, id, "id", I64),
	SHAPE_FIELD(struct new_fagpartner_facts, partner_id, "partnerId", I64),
	SHAPE_OR_NULL(struct new_fagpartner_facts, serves_as, "servesAs", TEXT),
	SHAPE_FIELD(struct new_fagpartner_facts, is_insolvent, "isInsolvent", BOOL),
	SHAPE_FIELD(struct new_fagpartner_facts, is_registered, "isRegistered", BOOL),
	SHAPE_OBJECTS(struct new_fagpartner_facts, unknown, n_unknown, "unknown", &unknown_shape),
};
static const struct shape new_facts_shape = SHAPE(struct new_fagpartner_facts, new_facts_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct fagpartner_input *input = act->input;

	q_load_new_fagpartner(segment, input->orgnr, input->competences_json);
}

static void decide_new(struct act *act)
{
	decide_register_fagpartner(act->facts, act->input, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct new_fagpartner_facts *facts = act->facts;
	const struct fagpartner_input *input = act->input;

	q_insert_fagpartner(segment, facts->id, facts->partner_id, input->kind, input->description,
			    input->contact, input->competences_json);
	q_new_guard(segment, "fagpartner", facts->id);
	record(act, segment, facts->id, NULL, facts->partner_id);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_fagpartner_facts *facts = act->facts;

	act_reply(act, segment, q_reply_fagpartner, "/v1/fagpartnere", facts->id);
}

static const struct command register_fagpartner = {
	.action = "register",
	.operation = OP_REGISTER_FAGPARTNER,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_register_fagpartner(struct req *r)
{
	command_run(r, &register_fagpartner, 0, req_input(r, &input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct fagpartner_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct fagpartner_facts, id, "id", I64),
	SHAPE_FIELD(struct fagpartner_facts, state, "state", TEXT),
	SHAPE_FIELD(struct fagpartner_facts, partner_id, "partnerId", I64),
	SHAPE_FIELD(struct fagpartner_facts, hub_id, "hubId", I64),
	SHAPE_OBJECTS(struct fagpartner_facts, unknown, n_unknown, "unknown", &unknown_shape),
};
static const struct shape facts_shape = SHAPE(struct fagpartner_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_fagpartner(segment, act->id, NULL);
}

static void load_changed(struct act *act, struct db_segment *segment)
{
	const struct fagpartner_input *input = act->input;

	q_load_fagpartner(segment, act->id, input != NULL ? input->competences_json : NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_fagpartner, NULL, act->id);
}

static void decide_change(struct act *act)
{
	decide_change_fagpartner(act->facts, act->input, &act->problems);
}

static void apply_change(struct act *act, struct db_segment *segment)
{
	const struct fagpartner_facts *facts = act->facts;
	const struct fagpartner_input *input = act->input;

	q_change_fagpartner(segment, act->id, act->version, input->kind, input->description,
			    input->contact, input->competences_json);
	record(act, segment, act->id, NULL, facts->partner_id);
}

static const struct command change_fagpartner = {
	.action = "change",
	.operation = OP_CHANGE_FAGPARTNER,
	.facts = &facts_shape,
	.status = 200,
	.load = load_changed,
	.decide = decide_change,
	.apply = apply_change,
	.reply = reply,
};

void op_change_fagpartner(struct req *r)
{
	command_run(r, &change_fagpartner, req_id(r, 0), req_input(r, &input_shape));
}

static void decide_retire(struct act *act)
{
	decide_retire_fagpartner(act->facts, &act->problems);
}

static void apply_retire(struct act *act, struct db_segment *segment)
{
	const struct fagpartner_facts *facts = act->facts;

	q_retire_fagpartner(segment, act->id, act->version);
	record(act, segment, act->id, reason_of(act), facts->partner_id);
}

static const struct command retire_fagpartner =
	COMMAND("retire", OP_RETIRE_FAGPARTNER, decide_retire, apply_retire);

void op_retire_fagpartner(struct req *r)
{
	command_run(r, &retire_fagpartner, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_fagpartner_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&change_fagpartner, &retire_fagpartner};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
