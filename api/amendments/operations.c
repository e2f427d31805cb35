/* Reading amendments, and what is done with one: prepared, decided or sent back, withdrawn. */
#include "api/amendments/amendments.h"

#include <string.h>

#include "api/command/reason.h"
#include "api/decisions/lines.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_amendment(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_amendment_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_amendments(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_amendments(segment, req_query(r, "state"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_amendment(segment, act->id, act->whole, act->tells);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_amendment, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail, int64_t concerns)
{
	const struct amendment_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application.id, "amendment", act->id,
				       reason, detail, concerns});
}

#define AMENDMENT_COMMAND(name, op, decide_fn, apply_fn)                                           \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &amendment_facts_shape,              \
		.effects_size = sizeof(struct amendment_effects), .status = 200, .load = load,     \
		.decide = (decide_fn), .apply = (apply_fn), .reply = reply                         \
	}

/* ---- prepared: the county's own until it is decided, so that nobody outside is told */

static const struct shape_field prepare_fields[] = {
	SHAPE_FIELD(struct prepare_amendment_input, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct prepare_amendment_input, grounds, "grounds", TEXT),
	SHAPE_OPTIONAL(struct prepare_amendment_input, terms.until, "until", DATE, terms.has_until),
	SHAPE_OPTIONAL(struct prepare_amendment_input, terms.amount_ore, "amountOre", I64,
		       terms.has_amount),
	SHAPE_OPTIONAL_OBJECTS(struct prepare_amendment_input, terms.moves, terms.n_moves, "moves",
			       &budget_move_shape),
	SHAPE_OR_NULL(struct prepare_amendment_input, terms.moves_json, "moves", RAW),
	SHAPE_OPTIONAL(struct prepare_amendment_input, terms.year, "year", I64, terms.has_year),
};
static const struct shape prepare_shape = SHAPE(struct prepare_amendment_input, prepare_fields);

static void decide_preparing(struct act *act)
{
	decide_prepare_amendment(act->facts, act->input, &act->problems);
}

static void apply_preparing(struct act *act, struct db_segment *segment)
{
	const struct prepare_amendment_input *input = act->input;
	const struct amendment_terms *terms = &input->terms;
	int32_t year = (int32_t)terms->year;
	const char *until = NULL;

	if (terms->has_until)
		until = date_text(act->r->arena, terms->until);
	q_insert_amendment_proposal(segment, act->id, input->outcome, input->grounds, until,
				    terms->has_amount ? &terms->amount_ore : NULL,
				    terms->moves_json, terms->has_year ? &year : NULL);
	q_move_amendment(segment, act->id, act->version, "prepared");
	record(act, segment, NULL, act_outcome_detail(act, input->outcome, terms->amount_ore), 0);
}

/* Of an increase, by its own year. */
static void tell_short(const struct amendment_facts *facts, const struct amendment_terms *terms,
		       struct problems *warnings)
{
	if (terms->has_amount && strcmp(facts->kind, "increase") == 0)
		tell_short_lines(&facts->application, terms->amount_ore, terms->year, warnings);
}

static void warn(struct act *act, struct problems *warnings)
{
	const struct amendment_facts *facts = act->facts;

	tell_entering_overlap(facts, warnings);
	if (strcmp(facts->state, "asked") == 0)
		tell_short(facts, &facts->asked, warnings);
	else if (strcmp(facts->state, "prepared") == 0 && facts->has_proposal)
		tell_short(facts, &facts->proposal.terms, warnings);
}

static void caution_preparing(struct act *act, struct problems *warnings)
{
	const struct prepare_amendment_input *input = act->input;

	tell_entering_overlap(act->facts, warnings);
	tell_short(act->facts, &input->terms, warnings);
}

static const struct command prepare = {
	.action = "prepare",
	.operation = OP_PREPARE_AMENDMENT,
	.facts = &amendment_facts_shape,
	.effects_size = sizeof(struct amendment_effects),
	.status = 200,
	.load = load,
	.decide = decide_preparing,
	.apply = apply_preparing,
	.reply = reply,
	.warn = warn,
	.caution = caution_preparing,
};

void op_prepare_amendment(struct req *r)
{
	command_run(r, &prepare, req_id(r, 0), req_input(r, &prepare_shape));
}

/* ---- decided */

static const struct shape_field decide_fields[] = {
	SHAPE_OR_NULL(struct decide_amendment_input, resolution, "resolution", TEXT),
	SHAPE_OPTIONAL(struct decide_amendment_input, meeting.item_id, "meetingItemId", ID,
		       meeting.has_item),
	SHAPE_OR_NULL(struct decide_amendment_input, meeting.departure_grounds, "departureGrounds",
		      TEXT),
	SHAPE_OR_NULL(struct decide_amendment_input, overlap_grounds, "overlapGrounds", TEXT),
};
static const struct shape decide_shape = SHAPE(struct decide_amendment_input, decide_fields);

static void decide_deciding(struct act *act)
{
	decide_amendment(act->facts, act->input, act->effects, &act->problems);
}

static void insert_decision(struct act *act, struct db_segment *segment)
{
	const struct amendment_facts *facts = act->facts;
	const struct amendment_effects *effects = act->effects;
	struct decision_source source = {
		.cause = "amendment",
		.recommended_by = facts->proposal.made_by,
		.item_id = facts->meeting.has_item ? &facts->meeting.item_id : NULL,
	};

	decision_insert(segment, act->r->arena, &effects->application, &effects->input,
			&effects->decision, &source);
}

/* With the costs as they are moved, if they are. */
static struct changed_grant moved_grant(const struct amendment_facts *facts,
					const struct amendment_effects *effects)
{
	struct changed_grant grant = facts->grant;

	if (effects->costs != NULL) {
		grant.costs = effects->costs;
		grant.n_costs = effects->n_costs;
	}
	return grant;
}

static void change_amount(struct act *act, struct db_segment *segment,
			  const struct changed_grant *grant, int64_t after_ore)
{
	const struct amendment_facts *facts = act->facts;
	const struct amendment_effects *effects = act->effects;
	struct arena *arena = act->r->arena;
	size_t n;
	const int64_t *parts = changed_parts(grant, after_ore, effects->input.year, &n, arena);

	q_change_grant(segment, grant->id, after_ore, changed_shares(grant, after_ore, arena),
		       db_arg_i64s(arena, parts, n), (int32_t)effects->input.year, "amendment",
		       act->id, facts->proposal.made_by);
}

static void move_budget(struct act *act, struct db_segment *segment)
{
	const struct amendment_facts *facts = act->facts;
	struct changed_grant moved = moved_grant(facts, act->effects);

	q_move_budget(segment, moved.id,
		      changed_shares(&moved, facts->amended.amount_ore, act->r->arena));
}

/* What was claimed is left of it. */
static void annul(struct act *act, struct db_segment *segment)
{
	const struct amendment_facts *facts = act->facts;
	const struct changed_grant *grant = &facts->grant;

	q_annul_grant(segment, grant->id, act->id);
	if (grant->remaining_ore > 0)
		change_amount(act, segment, grant, grant->amount_ore - grant->remaining_ore);
	q_change_application_state(segment, facts->application.id, facts->application_version,
				   "closed");
}

/* Of what moves a part may be given back, and the grant with it. */
static bool changes_amount(const struct act *act)
{
	const struct amendment_facts *facts = act->facts;
	const struct amendment_effects *effects = act->effects;

	return effects->is_approved && effects->input.amount_ore > 0 &&
	       effects->input.amount_ore != facts->amended.amount_ore;
}

/* What becomes of the grant by each kind. */
static void amend(struct act *act, struct db_segment *segment)
{
	const struct amendment_facts *facts = act->facts;
	const struct amendment_effects *effects = act->effects;
	const struct amendment_terms *terms = &facts->proposal.terms;

	if (terms->has_until)
		q_prolong_grant(segment, facts->grant.id, act->id);
	else if (terms->moves_json != NULL)
		move_budget(act, segment);
	else if (strcmp(facts->kind, "annulment") == 0)
		annul(act, segment);
	if (changes_amount(act)) {
		struct changed_grant moved = moved_grant(facts, effects);

		change_amount(act, segment, &moved, effects->input.amount_ore);
	}
	if (strcmp(facts->kind, "extension") == 0)
		q_expect_more_reports(segment, act->id);
}

static void apply_deciding(struct act *act, struct db_segment *segment)
{
	const struct amendment_facts *facts = act->facts;
	const struct amendment_effects *effects = act->effects;
	const int64_t *decision_id = NULL;

	if (effects->is_approved) {
		q_let_enter(segment, act->id);
		insert_decision(act, segment);
		decision_id = &facts->application.decision.decision_id;
	}
	q_settle_amendment(segment, act->id, act->version, decision_id,
			   changes_amount(act) ? &effects->input.amount_ore : NULL,
			   effects->decision.grounds, effects->decision.body,
			   effects->input.meeting.departure_grounds,
			   effects->appeal_by == 0 ? NULL
						   : date_text(act->r->arena, effects->appeal_by));
	if (effects->is_approved)
		amend(act, segment);
	record(act, segment, NULL, NULL, facts->application.applicant_id);
}

static const struct command decide = {
	.action = "decide",
	.operation = OP_DECIDE_AMENDMENT,
	.facts = &amendment_facts_shape,
	.effects_size = sizeof(struct amendment_effects),
	.status = 200,
	.load = load,
	.decide = decide_deciding,
	.apply = apply_deciding,
	.reply = reply,
	.caution = warn,
};

void op_decide_amendment(struct req *r)
{
	command_run(r, &decide, req_id(r, 0), req_input(r, &decide_shape));
}

/* ---- sent back, withdrawn */

static void decide_returning(struct act *act)
{
	decide_return_amendment(act->facts, &act->problems);
}

static void apply_returning(struct act *act, struct db_segment *segment)
{
	q_move_amendment(segment, act->id, act->version, "asked");
	record(act, segment, reason_of(act), NULL, 0);
}

static const struct command send_back = AMENDMENT_COMMAND("send-back", OP_SEND_BACK_AMENDMENT,
							  decide_returning, apply_returning);

void op_send_back_amendment(struct req *r)
{
	command_run(r, &send_back, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_withdrawing(struct act *act)
{
	decide_withdraw_amendment(act->facts, &act->problems);
}

static void apply_withdrawing(struct act *act, struct db_segment *segment)
{
	const struct amendment_facts *facts = act->facts;

	q_move_amendment(segment, act->id, act->version, "withdrawn");
	record(act, segment, reason_of(act), NULL, facts->application.applicant_id);
}

static const struct command withdraw = AMENDMENT_COMMAND("withdraw", OP_WITHDRAW_AMENDMENT,
							 decide_withdrawing, apply_withdrawing);

void op_withdraw_amendment(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_amendment_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&prepare, &decide, &send_back, &withdraw};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
