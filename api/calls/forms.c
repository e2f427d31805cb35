/* The versions of a call's form: made, put in force, refused, and read for ever. */
#include "api/calls/calls.h"

#include <inttypes.h>

#include "api/applications/form.h"
#include "api/calls/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/arena.h"

void op_list_forms(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_forms(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_get_form(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_form_document(segment, req_id(r, 0), req_id(r, 1));
	req_run_document(r, segment);
}

void op_get_form_schema(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_form_schema(segment, req_id(r, 0), req_id(r, 1));
	req_run_document(r, segment);
}

static const char *detail_of(struct act *act, int64_t number)
{
	return arena_printf(act->r->arena, "{\"formVersion\":%" PRId64 "}", number);
}

static const struct shape_field new_fields[] = {
	SHAPE_FIELD(struct new_form_input, form, "form", RAW),
	SHAPE_FIELD(struct new_form_input, reason, "reason", TEXT),
};
static const struct shape new_shape = SHAPE(struct new_form_input, new_fields);

static void decide_adding(struct act *act)
{
	const struct new_form_input *input = act->input;

	decide_add_form(act->facts, &act->problems);
	if (input != NULL)
		form_check_schema(input->form, &act->problems);
}

static void apply_adding(struct act *act, struct db_segment *segment)
{
	const struct call_facts *facts = act->facts;
	const struct new_form_input *input = act->input;
	const int64_t number = facts->next_form_version;
	bool in_force = form_needs_nobody_else(facts);

	q_insert_form(segment, act->id, number, in_force ? "approved" : "proposed", input->content);
	q_change_form_in_force(segment, act->id, act->version, in_force ? &number : NULL);
	call_record(act, segment, input->reason, detail_of(act, number));
}

const struct command add_form =
	CALL_COMMAND("add-form", OP_ADD_FORM, decide_adding, apply_adding);

void op_add_form(struct req *r)
{
	struct new_form_input *input = req_input(r, &new_shape);

	input->content = req_body_text(r);
	command_run(r, &add_form, req_id(r, 0), input);
}

static const struct shape_field choice_fields[] = {
	SHAPE_FIELD(struct form_choice, version, "version", I64),
	SHAPE_OR_NULL(struct form_choice, reason, "reason", TEXT),
};
static const struct shape choice_shape = SHAPE(struct form_choice, choice_fields);

static void decide_approving(struct act *act)
{
	decide_approve_form(act->facts, act->input, &act->problems);
}

static void apply_approving(struct act *act, struct db_segment *segment)
{
	const struct form_choice *choice = act->input;

	q_decide_form(segment, act->id, choice->version, "approved", NULL);
	q_change_form_in_force(segment, act->id, act->version, &choice->version);
	call_record(act, segment, NULL, detail_of(act, choice->version));
}

const struct command approve_form =
	CALL_COMMAND("approve-form", OP_APPROVE_FORM, decide_approving, apply_approving);

void op_approve_form(struct req *r)
{
	command_run(r, &approve_form, req_id(r, 0), req_input(r, &choice_shape));
}

static void decide_rejecting(struct act *act)
{
	decide_reject_form(act->facts, act->input, &act->problems);
}

static void apply_rejecting(struct act *act, struct db_segment *segment)
{
	const struct form_choice *choice = act->input;

	q_decide_form(segment, act->id, choice->version, "rejected", choice->reason);
	q_change_form_in_force(segment, act->id, act->version, NULL);
	call_record(act, segment, choice->reason, detail_of(act, choice->version));
}

const struct command reject_form =
	CALL_COMMAND("reject-form", OP_REJECT_FORM, decide_rejecting, apply_rejecting);

void op_reject_form(struct req *r)
{
	command_run(r, &reject_form, req_id(r, 0), req_input(r, &choice_shape));
}
