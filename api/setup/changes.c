/* Proposing a change of set-up, and deciding on it. One mechanism for every kind. */
#include <string.h>

#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/setup/kinds.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"

#define CONTENT_BYTES_MAX (1024 * 1024)

static const struct shape_field known_figure_fields[] = {
	SHAPE_FIELD(struct known_figure, unit, "unit", TEXT),
	SHAPE_FIELD(struct known_figure, least, "least", I64),
	SHAPE_FIELD(struct known_figure, most, "most", I64),
};
static const struct shape known_figure_shape = SHAPE(struct known_figure, known_figure_fields);

static const struct shape_field reference_fields[] = {
	SHAPE_FIELD(struct setup_references, parent, "parent", BOOL),
	SHAPE_FIELD(struct setup_references, is_code_taken, "isCodeTaken", BOOL),
	SHAPE_FIELD(struct setup_references, programme, "programme", BOOL),
	SHAPE_FIELD(struct setup_references, legal_basis, "legalBasis", BOOL),
	SHAPE_FIELD(struct setup_references, funding_line, "fundingLine", BOOL),
	SHAPE_OR_NULL(struct setup_references, line_name, "lineName", TEXT),
	SHAPE_FIELD(struct setup_references, to_line, "toLine", BOOL),
	SHAPE_FIELD(struct setup_references, available_ore, "availableOre", I64),
	SHAPE_FIELD(struct setup_references, organisation, "organisation", BOOL),
	SHAPE_FIELD(struct setup_references, own, "own", BOOL),
	SHAPE_FIELD(struct setup_references, county_role, "countyRole", BOOL),
	SHAPE_FIELD(struct setup_references, issuer, "issuer", BOOL),
	SHAPE_FIELD(struct setup_references, holder, "holder", I64),
	SHAPE_FIELD(struct setup_references, is_held, "isHeld", BOOL),
	SHAPE_FIELD(struct setup_references, other_side, "otherSide", BOOL),
	SHAPE_FIELD(struct setup_references, person, "person", BOOL),
	SHAPE_FIELD(struct setup_references, serves_county, "servesCounty", BOOL),
	SHAPE_FIELD(struct setup_references, leads_leader, "leadsLeader", BOOL),
	SHAPE_FIELD(struct setup_references, leader_serves_county, "leaderServesCounty", BOOL),
	SHAPE_FIELD(struct setup_references, follows, "follows", BOOL),
	SHAPE_FIELD(struct setup_references, body, "body", BOOL),
	SHAPE_FIELD(struct setup_references, is_body_named, "isBodyNamed", BOOL),
	SHAPE_FIELD(struct setup_references, has_outside_members, "hasOutsideMembers", BOOL),
	SHAPE_FIELD(struct setup_references, quorum_members, "quorumMembers", I64),
	SHAPE_LIST(struct setup_references, strangers, n_strangers, "strangers", I64),
	SHAPE_FIELD(struct setup_references, common_figure, "commonFigure", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct setup_references, figure, "figure", &known_figure_shape,
			      has_figure),
	SHAPE_OPTIONAL(struct setup_references, replaced, "replaced", I64, has_replaced),
	SHAPE_FIELD(struct setup_references, programme_version, "programmeVersion", I64),
	SHAPE_FIELD(struct setup_references, is_unchanged, "isUnchanged", BOOL),
	SHAPE_FIELD(struct setup_references, hub, "hub", BOOL),
	SHAPE_FIELD(struct setup_references, county, "county", TEXT),
	SHAPE_FIELD(struct setup_references, common_instrument, "commonInstrument", BOOL),
};
static const struct shape references_shape = SHAPE(struct setup_references, reference_fields);

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct setup_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct setup_facts, today, "today", DATE),
	SHAPE_FIELD(struct setup_facts, id, "id", I64),
	SHAPE_FIELD(struct setup_facts, state, "state", TEXT),
	SHAPE_FIELD(struct setup_facts, proposed_by, "proposedBy", I64),
	SHAPE_OR_NULL(struct setup_facts, kind, "kind", TEXT),
	SHAPE_OR_NULL(struct setup_facts, decided_by, "decidedBy", TEXT),
	SHAPE_OR_NULL(struct setup_facts, content, "content", RAW),
	SHAPE_OPTIONAL(struct setup_facts, target_id, "targetId", I64, has_target),
	SHAPE_OPTIONAL(struct setup_facts, line_id, "lineId", I64, has_line),
	SHAPE_OBJECT(struct setup_facts, references, "references", &references_shape),
};
static const struct shape facts_shape = SHAPE(struct setup_facts, fields);

struct proposal {
	const struct setup_kind *kind;
	const char *title;
	const char *content; /* JSON, with what the path says merged in */
	const void *input;
};

static void load_proposal(struct act *act, struct db_segment *segment)
{
	const struct proposal *proposal = act->input;

	q_load_setup_proposal(segment, proposal->content);
}

static void decide_propose(struct act *act)
{
	const struct proposal *proposal = act->input;

	decide_proposal(act->facts, &act->problems);
	proposal->kind->decide(act->facts, proposal->input, &act->problems);
}

static void caution(struct act *act, struct problems *warnings)
{
	const struct proposal *proposal = act->input;

	warn_of_setup(proposal->kind->name, act->facts, warnings);
}

/* What set-up makes is a case of its own. */
static void record(struct act *act, struct db_segment *segment, const char *kind, int64_t id,
		   const char *reason)
{
	struct act_event event = {
		.case_kind = kind,
		.case_id = id,
		.object_kind = kind,
		.object_id = id,
		.reason = reason,
	};

	act_record(act, segment, &event);
}

static void apply_propose(struct act *act, struct db_segment *segment)
{
	const struct proposal *proposal = act->input;
	const struct setup_facts *facts = act->facts;

	q_insert_setup_change(segment, facts->id, proposal->kind->name, proposal->title,
			      proposal->content);
	q_new_guard(segment, "setup_change", facts->id);
	record(act, segment, "setup_change", facts->id, NULL);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct setup_facts *facts = act->facts;

	act_reply(act, segment, q_reply_setup_change, "/v1/setup-changes", facts->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_setup_change, NULL, act->id);
}

static const struct command propose = {
	.action = "propose",
	.operation = OP_PROPOSE_PROGRAMME,
	.facts = &facts_shape,
	.status = 202,
	.load = load_proposal,
	.decide = decide_propose,
	.apply = apply_propose,
	.reply = reply_new,
	.caution = caution,
};

static void op_propose(struct req *r)
{
	const struct setup_kind *kind = setup_kind_of_operation(r->op->id);
	struct proposal *proposal = arena_alloc(r->arena, sizeof(*proposal));
	const char *title;
	char *text;

	MUST(kind != NULL);
	if (kind->whole != NULL)
		json_object_set_new(r->body, kind->whole->member, json_string(r->path_args[0]));
	title = json_string_value(json_object_get(r->body, kind->title_member));
	proposal->kind = kind;
	proposal->title = arena_strdup(r->arena, title);
	proposal->input = req_input(r, kind->content);
	text = json_dumps(r->body, JSON_COMPACT);
	arena_own(r->arena, text, base_free);
	proposal->content = text;
	command_run(r, &propose, 0, proposal);
}

void op_propose_programme(struct req *r) { op_propose(r); }
void op_propose_programme_change(struct req *r) { op_propose(r); }
void op_propose_stage_graph(struct req *r) { op_propose(r); }
void op_propose_legal_basis(struct req *r) { op_propose(r); }
void op_propose_funding_line(struct req *r) { op_propose(r); }
void op_propose_appropriation(struct req *r) { op_propose(r); }
void op_propose_money_move(struct req *r) { op_propose(r); }
void op_propose_role_assignment(struct req *r) { op_propose(r); }
void op_propose_rule_param(struct req *r) { op_propose(r); }
void op_propose_bank_account(struct req *r) { op_propose(r); }
void op_propose_hub_area(struct req *r) { op_propose(r); }
void op_propose_leader(struct req *r) { op_propose(r); }
void op_propose_letterhead(struct req *r) { op_propose(r); }
void op_propose_retention_class(struct req *r) { op_propose(r); }
void op_propose_body(struct req *r) { op_propose(r); }
void op_propose_body_members(struct req *r) { op_propose(r); }
void op_propose_delegation(struct req *r) { op_propose(r); }
void op_propose_instrument(struct req *r) { op_propose(r); }

static void load_change(struct act *act, struct db_segment *segment)
{
	q_load_setup_change(segment, act->id);
}

/* What was right when it was proposed may not be now: the kind's rule looks again. */
static void decide_content(struct act *act)
{
	const struct setup_facts *facts = act->facts;
	const struct setup_kind *kind = setup_kind_find(facts->kind);
	void *input = arena_alloc(act->r->arena, kind->content->size + 1);
	struct body_limits limits = { .len_bytes = CONTENT_BYTES_MAX, .depth = 64 };
	struct shape_misfit misfit;
	enum body_fault fault;
	size_t position;
	json_t *json;

	fault = body_parse(facts->content, strlen(facts->content), &limits, &json, &position);
	MUST(fault == BODY_OK);
	MUST(shape_read(kind->content, json, act->r->arena, input, &misfit));
	json_decref(json);
	kind->decide(facts, input, &act->problems);
}

static void decide_approve(struct act *act)
{
	decide_setup_change(act->facts, "@do.approve", &act->problems);
	decide_content(act);
}

/* What is changed: what is made, or, of an appropriation or a move, the line whose money it is. Of
 * a stage graph, and of a programme that is changed, the target is the programme. */
static int64_t changed(const struct setup_facts *facts)
{
	return facts->has_line ? facts->line_id : facts->target_id;
}

static void apply_approve(struct act *act, struct db_segment *segment)
{
	const struct setup_facts *facts = act->facts;
	const struct setup_kind *kind = setup_kind_find(facts->kind);

	kind->insert(segment, facts->target_id, facts->content);
	q_decide_setup_change(segment, facts->id, act->version, "approved", &facts->target_id,
			      NULL);
	if (kind->whole == NULL)
		q_new_guard(segment, kind->name, facts->target_id);
	record(act, segment, kind->whole == NULL ? kind->name : kind->whole->kind, changed(facts),
	       NULL);
	record(act, segment, "setup_change", facts->id, NULL);
	if (kind->has_money)
		q_post_appropriations(segment, changed(facts), facts->content);
}

static void warn(struct act *act, struct problems *warnings)
{
	const struct setup_facts *facts = act->facts;

	warn_of_setup(facts->kind, facts, warnings);
}

static const struct command approve = {
	.action = "approve",
	.operation = OP_APPROVE_SETUP_CHANGE,
	.facts = &facts_shape,
	.status = 200,
	.load = load_change,
	.decide = decide_approve,
	.apply = apply_approve,
	.reply = reply,
	.warn = warn,
};

void op_approve_setup_change(struct req *r)
{
	command_run(r, &approve, req_id(r, 0), NULL);
}

static void decide_reject(struct act *act)
{
	decide_setup_change(act->facts, "@do.reject", &act->problems);
}

static void apply_reject(struct act *act, struct db_segment *segment)
{
	q_decide_setup_change(segment, act->id, act->version, "rejected", NULL, reason_of(act));
	record(act, segment, "setup_change", act->id, reason_of(act));
}

static const struct command reject = {
	.action = "reject",
	.operation = OP_REJECT_SETUP_CHANGE,
	.facts = &facts_shape,
	.status = 200,
	.load = load_change,
	.decide = decide_reject,
	.apply = apply_reject,
	.reply = reply,
};

void op_reject_setup_change(struct req *r)
{
	command_run(r, &reject, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_setup_change_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = { &approve, &reject };

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
