#include "api/calls/calls.h"

#include "api/applications/form.h"
#include "api/calls/commands.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/num.h"

static const struct shape_field line_fields[] = {
	SHAPE_FIELD(struct call_line, name, "name", TEXT),
	SHAPE_FIELD(struct call_line, state, "state", TEXT),
	SHAPE_LIST(struct call_line, applicant_kinds, n_applicant_kinds, "applicantKinds", TEXT),
	SHAPE_FIELD(struct call_line, county_only, "countyOnly", BOOL),
	SHAPE_FIELD(struct call_line, valid_from, "validFrom", DATE),
	SHAPE_FIELD(struct call_line, valid_to, "validTo", DATE),
};
static const struct shape line_shape = SHAPE(struct call_line, line_fields);

static const struct shape_field proposed_fields[] = {
	SHAPE_FIELD(struct proposed_form, version, "version", I64),
	SHAPE_FIELD(struct proposed_form, made_by, "madeBy", I64),
};
static const struct shape proposed_shape = SHAPE(struct proposed_form, proposed_fields);

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct call_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct call_facts, today, "today", DATE),
	SHAPE_FIELD(struct call_facts, id, "id", I64),
	SHAPE_FIELD(struct call_facts, state, "state", TEXT),
	SHAPE_FIELD(struct call_facts, opens_on, "opensOn", DATE),
	SHAPE_FIELD(struct call_facts, closes_on, "closesOn", DATE),
	SHAPE_OPTIONAL(struct call_facts, line_id, "lineId", I64, has_line),
	SHAPE_OPTIONAL(struct call_facts, programme_id, "programmeId", I64, has_programme),
	SHAPE_OPTIONAL(struct call_facts, predecessor_programme_id, "predecessorProgrammeId", I64,
		       has_predecessor),
	SHAPE_OPTIONAL_LIST(struct call_facts, known_lines, n_known_lines, "knownLines", I64),
	SHAPE_OPTIONAL_OBJECTS(struct call_facts, lines, n_lines, "lines", &line_shape),
	SHAPE_LIST(struct call_facts, cost_groups, n_cost_groups, "costGroups", TEXT),
	SHAPE_LIST(struct call_facts, stages, n_stages, "stages", I64),
	SHAPE_FIELD(struct call_facts, next_form_version, "nextFormVersion", I64),
	SHAPE_OPTIONAL_OBJECT(struct call_facts, proposed_form, "proposedForm", &proposed_shape,
			      has_proposed_form),
};
const struct shape call_facts_shape = SHAPE(struct call_facts, fact_fields);

static const struct shape_field share_fields[] = {
	SHAPE_FIELD(struct line_share, funding_line_id, "fundingLineId", ID),
	SHAPE_FIELD(struct line_share, share_bp, "shareBasisPoints", I64),
};
static const struct shape share_shape = SHAPE(struct line_share, share_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct call_input, funding_line_id, "fundingLineId", ID),
	SHAPE_OPTIONAL_OBJECTS(struct call_input, lines, n_lines, "lines", &share_shape),
	SHAPE_LIST(struct call_input, stages, n_stages, "stages", I64),
	SHAPE_LIST(struct call_input, cost_groups, n_cost_groups, "costGroups", TEXT),
	SHAPE_FIELD(struct call_input, opens_on, "opensOn", DATE),
	SHAPE_FIELD(struct call_input, closes_on, "closesOn", DATE),
	SHAPE_OPTIONAL(struct call_input, release_on, "decisionsReleasedOn", DATE, has_release),
	SHAPE_OPTIONAL(struct call_input, predecessor_id, "predecessorId", ID, has_predecessor),
	SHAPE_FIELD(struct call_input, form, "form", RAW),
};
static const struct shape input_shape = SHAPE(struct call_input, input_fields);

void op_get_call(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_call_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_calls(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_calls(segment, req_query(r, "state"), req_query_id(r, "programmeId"),
		     req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void call_record(struct act *act, struct db_segment *segment, const char *reason,
		 const char *detail)
{
	const struct call_facts *facts = act->facts;
	struct act_event event = {
		.case_kind = "call",
		.case_id = facts->id,
		.object_kind = "call",
		.object_id = facts->id,
		.reason = reason,
		.detail = detail,
	};

	act_record(act, segment, &event);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct call_facts *facts = act->facts;

	act_reply(act, segment, q_reply_call, "/v1/calls", facts->id);
}

void call_reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_call, NULL, act->id);
}

static const char *line_ids(struct arena *arena, const struct call_input *input)
{
	int64_t *ids = arena_alloc(arena, input->n_lines * sizeof(*ids));

	for (size_t i = 0; i < input->n_lines; i++)
		ids[i] = input->lines[i].funding_line_id;
	return db_arg_i64s(arena, ids, input->n_lines);
}

static const char *line_shares(struct arena *arena, const struct call_input *input)
{
	int64_t *shares = arena_alloc(arena, input->n_lines * sizeof(*shares));

	for (size_t i = 0; i < input->n_lines; i++)
		shares[i] = input->lines[i].share_bp;
	return db_arg_i64s(arena, shares, input->n_lines);
}

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct call_input *input = act->input;

	q_load_new_call(segment, input->funding_line_id, line_ids(act->r->arena, input),
			input->has_predecessor ? &input->predecessor_id : NULL);
}

static void decide_new(struct act *act)
{
	const struct call_input *input = act->input;

	decide_create_call(act->facts, input, &act->problems);
	form_check_schema(input->form, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct call_input *input = act->input;
	const struct call_facts *facts = act->facts;

	q_insert_call(segment, facts->id, facts->programme_id, input->content);
	q_insert_call_lines(segment, facts->id, line_ids(act->r->arena, input),
			    line_shares(act->r->arena, input));
	q_new_guard(segment, "call", facts->id);
	call_record(act, segment, NULL, NULL);
}

static const struct command create_call = {
	.action = "create",
	.operation = OP_CREATE_CALL,
	.facts = &call_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_create_call(struct req *r)
{
	struct call_input *input = req_input(r, &input_shape);

	input->content = req_body_text(r);
	if (input->n_lines == 0) {
		input->lines = arena_alloc(r->arena, sizeof(*input->lines));
		input->lines[0] = (struct line_share){input->funding_line_id, NUM_WHOLE_BP};
		input->n_lines = 1;
	}
	command_run(r, &create_call, 0, input);
}

void call_load(struct act *act, struct db_segment *segment)
{
	q_load_call(segment, act->id);
}

static void decide_open(struct act *act)
{
	decide_open_call(act->facts, &act->problems);
}

static void apply_open(struct act *act, struct db_segment *segment)
{
	q_change_call_state(segment, act->id, act->version, "open");
	call_record(act, segment, NULL, NULL);
}

static const struct command open_call =
	CALL_COMMAND("open", OP_OPEN_CALL, decide_open, apply_open);

void op_open_call(struct req *r)
{
	command_run(r, &open_call, req_id(r, 0), NULL);
}

static void decide_close(struct act *act)
{
	decide_close_call(act->facts, &act->problems);
}

static void apply_close(struct act *act, struct db_segment *segment)
{
	q_change_call_state(segment, act->id, act->version, "closed");
	call_record(act, segment, reason_of(act), NULL);
}

static const struct command close_call =
	CALL_COMMAND("close", OP_CLOSE_CALL, decide_close, apply_close);

void op_close_call(struct req *r)
{
	command_run(r, &close_call, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_call_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&open_call, &close_call, &add_form, &approve_form, &reject_form,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
