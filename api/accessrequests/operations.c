/* Reading access requests, and what the county does with one: decide, extend, revoke the link. */
#include <string.h>

#include "api/accessrequests/accessrequests.h"
#include "api/command/command.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_access_request(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_access_request_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_access_requests(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_access_requests(segment, req_query(r, "state"), req_query(r, "isOverdue"),
			       req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field item_fields[] = {
	SHAPE_FIELD(struct access_item, id, "id", I64),
	SHAPE_FIELD(struct access_item, number, "number", I64),
	SHAPE_FIELD(struct access_item, state, "state", TEXT),
	SHAPE_FIELD(struct access_item, due_on, "dueOn", DATE),
	SHAPE_FIELD(struct access_item, application_id, "applicationId", I64),
	SHAPE_FIELD(struct access_item, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct access_item, is_withheld, "isWithheld", BOOL),
	SHAPE_FIELD(struct access_item, decisions, "decisions", I64),
	SHAPE_FIELD(struct access_item, decided_by, "decidedBy", I64),
	SHAPE_LIST(struct access_item, copies, n_copies, "copies", I64),
};
static const struct shape item_shape = SHAPE(struct access_item, item_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct access_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct access_facts, today, "today", DATE),
	SHAPE_FIELD(struct access_facts, id, "id", I64),
	SHAPE_FIELD(struct access_facts, state, "state", TEXT),
	SHAPE_FIELD(struct access_facts, organisation_id, "organisationId", I64),
	SHAPE_FIELD(struct access_facts, is_revoked, "isRevoked", BOOL),
	SHAPE_FIELD(struct access_facts, link_days, "linkDays", I64),
	SHAPE_OPTIONAL(struct access_facts, appeal_days, "appealDays", I64, has_appeal_days),
	SHAPE_FIELD(struct access_facts, decision_id, "decisionId", I64),
	SHAPE_OBJECTS(struct access_facts, items, n_items, "items", &item_shape),
};
static const struct shape facts_shape = SHAPE(struct access_facts, facts_fields);

/* A decision also changes the case that its document is of. */
static void load_to_decide(struct act *act, struct db_segment *segment)
{
	const struct access_decision *input = act->input;
	const int64_t *number = input == NULL ? NULL : &input->number;

	q_load_access_request(segment, act->id,
			      db_arg_i64s(act->r->arena, number, number == NULL ? 0 : 1), NULL);
}

/* An extension those that its documents are of. */
static void load_to_extend(struct act *act, struct db_segment *segment)
{
	const struct access_extension *input = act->input;

	q_load_access_request(segment, act->id,
			      db_arg_i64s(act->r->arena, input->items, input->n_items), "waiting");
}

/* And a link that is revoked all of them: nobody reads by it any more. */
static void load_to_revoke(struct act *act, struct db_segment *segment)
{
	q_load_access_request(segment, act->id, db_arg_i64s(act->r->arena, NULL, 0), "all");
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_access_request, NULL, act->id);
}

/* The organisation that asked is told. */
static void record(struct act *act, struct db_segment *segment, const char *reason)
{
	const struct access_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"access_request", act->id, "access_request", act->id, reason,
				       NULL, facts->organisation_id});
}

static const struct shape_field decision_fields[] = {
	SHAPE_FIELD(struct access_decision, number, "number", I64),
	SHAPE_FIELD(struct access_decision, outcome, "outcome", TEXT),
	SHAPE_OR_NULL(struct access_decision, basis, "basis", TEXT),
	SHAPE_OR_NULL(struct access_decision, paragraph, "paragraph", TEXT),
	SHAPE_OR_NULL(struct access_decision, wider_access, "widerAccess", TEXT),
	SHAPE_OR_NULL(struct access_decision, grounds, "grounds", TEXT),
	SHAPE_OR_NULL(struct access_decision, resolution, "resolution", TEXT),
	SHAPE_OPTIONAL_LIST(struct access_decision, documents, n_documents, "documentIds", ID),
};
static const struct shape decision_shape = SHAPE(struct access_decision, decision_fields);

static void decide_deciding(struct act *act)
{
	decide_access(act->facts, act->input, act->effects, &act->problems);
}

static void insert_decision(struct act *act, struct db_segment *segment)
{
	const struct access_facts *facts = act->facts;
	const struct access_decision *input = act->input;
	const struct access_effects *effects = act->effects;
	bool is_of_party = input->basis != NULL && access_basis_is_of_party(input->basis);
	const char *deadline = NULL;

	if (effects->has_appeal_deadline)
		deadline = date_text(act->r->arena, effects->appeal_deadline);
	q_insert_access_decision(segment, facts->decision_id, effects->item->id, effects->instance,
				 input->outcome, is_of_party ? NULL : input->basis,
				 is_of_party ? input->basis : NULL, input->paragraph,
				 input->wider_access, input->grounds, input->resolution, deadline);
}

static void give(struct act *act, struct db_segment *segment)
{
	const struct access_facts *facts = act->facts;
	const struct access_decision *input = act->input;

	if (strcmp(input->outcome, "given") == 0)
		q_give_post(segment, facts->decision_id);
	else if (strcmp(input->outcome, "part") == 0)
		q_give_copies(segment, facts->decision_id,
			      db_arg_i64s(act->r->arena, input->documents, input->n_documents));
}

static void apply_deciding(struct act *act, struct db_segment *segment)
{
	const struct access_decision *input = act->input;
	const struct access_effects *effects = act->effects;
	const char *until = NULL;

	insert_decision(act, segment);
	give(act, segment);
	q_move_access_item(segment, effects->item->id, effects->item_state);
	if (effects->is_readable)
		until = date_text(act->r->arena, effects->readable_until);
	q_move_access_request(segment, act->id, act->version, effects->state, until);
	record(act, segment, input->grounds);
	q_audit(segment, "application", effects->item->application_id, act->command->action,
		"access_request", act->id, NULL, "{}");
}

static const struct command decide = {
	.action = "decide",
	.operation = OP_DECIDE_ACCESS,
	.facts = &facts_shape,
	.effects_size = sizeof(struct access_effects),
	.status = 200,
	.load = load_to_decide,
	.decide = decide_deciding,
	.apply = apply_deciding,
	.reply = reply,
};

void op_decide_access(struct req *r)
{
	command_run(r, &decide, req_id(r, 0), req_input(r, &decision_shape));
}

static const struct shape_field extension_fields[] = {
	SHAPE_OPTIONAL_LIST(struct access_extension, items, n_items, "items", I64),
	SHAPE_FIELD(struct access_extension, until, "until", DATE),
	SHAPE_FIELD(struct access_extension, reason, "reason", TEXT),
};
static const struct shape extension_shape = SHAPE(struct access_extension, extension_fields);

static void decide_extending(struct act *act)
{
	decide_extend_access(act->facts, act->input, &act->problems);
}

static void apply_extending(struct act *act, struct db_segment *segment)
{
	const struct access_facts *facts = act->facts;
	const struct access_extension *input = act->input;
	struct arena *arena = act->r->arena;
	int64_t *ids = arena_alloc(arena, facts->n_items * sizeof(*ids));
	size_t n = 0;

	for (size_t i = 0; i < facts->n_items; i++)
		if (access_is_extended(&facts->items[i], input))
			ids[n++] = facts->items[i].id;
	q_extend_access_request(segment, act->id, act->version, db_arg_i64s(arena, ids, n),
				date_text(arena, input->until), input->reason);
	record(act, segment, input->reason);
}

static const struct command extend = {
	.action = "extend",
	.operation = OP_EXTEND_ACCESS_REQUEST,
	.facts = &facts_shape,
	.status = 200,
	.load = load_to_extend,
	.decide = decide_extending,
	.apply = apply_extending,
	.reply = reply,
};

void op_extend_access_request(struct req *r)
{
	command_run(r, &extend, req_id(r, 0), req_input(r, &extension_shape));
}

static void decide_revoking(struct act *act)
{
	decide_revoke_link(act->facts, &act->problems);
}

static bool is_first_of_case(const struct access_facts *facts, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (facts->items[i].application_id == facts->items[at].application_id)
			return false;
	return true;
}

static void apply_revoking(struct act *act, struct db_segment *segment)
{
	const struct access_facts *facts = act->facts;

	q_revoke_access_link(segment, act->id, act->version);
	record(act, segment, reason_of(act));
	for (size_t i = 0; i < facts->n_items; i++)
		if (is_first_of_case(facts, i))
			q_audit(segment, "application", facts->items[i].application_id,
				act->command->action, "access_request", act->id, reason_of(act),
				"{}");
}

static const struct command revoke = {
	.action = "revoke-link",
	.operation = OP_REVOKE_ACCESS_LINK,
	.facts = &facts_shape,
	.status = 200,
	.load = load_to_revoke,
	.decide = decide_revoking,
	.apply = apply_revoking,
	.reply = reply,
};

void op_revoke_access_link(struct req *r)
{
	command_run(r, &revoke, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_access_request_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&decide, &extend, &revoke};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
