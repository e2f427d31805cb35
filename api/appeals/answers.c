/* What the county answers in an appeal: proposed, then confirmed or sent back by another. */
#include "api/appeals/appeals.h"

#include <inttypes.h>

#include "api/appeals/commands.h"
#include "api/applications/commands.h"
#include "api/decisions/lines.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"
#include "lib/base/text.h"

/* ---- proposed */

#define TERMS_FIELDS                                                                               \
	SHAPE_OPTIONAL_LIST(struct proposal_input, terms.lifts, terms.n_lifts, "liftedConditions", \
			    I64),                                                                  \
	SHAPE_OPTIONAL_OBJECTS(struct proposal_input, terms.conditions.list,                       \
			       terms.conditions.n, "conditions", &given_condition_shape),          \
	SHAPE_OR_NULL(struct proposal_input, terms.conditions.json, "conditions", RAW)

static const struct shape_field proposal_fields[] = {
	SHAPE_FIELD(struct proposal_input, outcome, "outcome", TEXT),
	SHAPE_OR_NULL(struct proposal_input, ground, "ground", TEXT),
	SHAPE_OPTIONAL(struct proposal_input, amount_ore, "amountOre", I64, has_amount),
	SHAPE_OPTIONAL(struct proposal_input, year, "year", I64, has_year),
	TERMS_FIELDS,
	SHAPE_OR_NULL(struct proposal_input, grounds, "grounds", TEXT),
};
static const struct shape proposal_shape = SHAPE(struct proposal_input, proposal_fields);

static const struct shape_field outcome_fields[] = {
	SHAPE_FIELD(struct proposal_input, outcome, "outcome", TEXT),
	SHAPE_OPTIONAL(struct proposal_input, amount_ore, "amountOre", I64, has_amount),
	SHAPE_OPTIONAL(struct proposal_input, year, "year", I64, has_year),
	TERMS_FIELDS,
	SHAPE_OR_NULL(struct proposal_input, grounds, "grounds", TEXT),
	SHAPE_OPTIONAL(struct proposal_input, item_id, "meetingItemId", ID, has_item),
	SHAPE_OR_NULL(struct proposal_input, resolution, "resolution", TEXT),
	SHAPE_OPTIONAL(struct proposal_input, resolved_on, "resolvedOn", DATE, has_resolved_on),
};
static const struct shape outcome_shape = SHAPE(struct proposal_input, outcome_fields);

/* NULL: it stays in its state. */
static void move(struct act *act, struct db_segment *segment, const char *state)
{
	if (state == NULL)
		q_touch_appeal(segment, act->id, act->version);
	else
		q_move_appeal(segment, act->id, act->version, state);
}

static void insert_proposal(struct act *act, struct db_segment *segment, const char *kind,
			    const struct proposal_input *input, const char *state)
{
	const struct appeal_facts *facts = act->facts;
	int32_t year = (int32_t)input->year;
	const char *resolved_on = NULL;

	if (input->resolution != NULL)
		resolved_on = date_text(act->r->arena, input->resolved_on);
	q_insert_appeal_proposal(segment, facts->proposal_id, act->id, kind, input->outcome,
				 input->ground, input->has_amount ? &input->amount_ore : NULL,
				 input->has_year ? &year : NULL,
				 db_arg_i64s(act->r->arena, input->terms.lifts,
					     input->terms.n_lifts),
				 input->terms.conditions.json, input->grounds, input->resolution,
				 resolved_on);
	move(act, segment, state);
	appeal_record_own(act, segment, NULL,
			  act_outcome_detail(act, input->outcome, input->amount_ore));
}

static void decide_leave(struct act *act)
{
	decide_propose_leave(act->facts, act->input, &act->problems);
}

static void apply_leave(struct act *act, struct db_segment *segment)
{
	insert_proposal(act, segment, "leave", act->input, NULL);
}

static void decide_stay(struct act *act)
{
	decide_propose_stay(act->facts, &act->problems);
}

static void apply_stay(struct act *act, struct db_segment *segment)
{
	insert_proposal(act, segment, "stay", act->input, NULL);
}

static void decide_costs(struct act *act)
{
	decide_propose_costs(act->facts, act->input, &act->problems);
}

static void apply_costs(struct act *act, struct db_segment *segment)
{
	insert_proposal(act, segment, "costs", act->input, NULL);
}

static void decide_reconsidering(struct act *act)
{
	decide_reconsider(act->facts, act->input, &act->problems);
}

static void apply_reconsidering(struct act *act, struct db_segment *segment)
{
	const struct appeal_facts *facts = act->facts;
	struct proposal_input answer = *(const struct proposal_input *)act->input;

	answer.grounds = grounds_as_resolved(&facts->meeting, answer.grounds);
	insert_proposal(act, segment, "reconsideration", &answer, "reconsidered");
}

static void decide_entering(struct act *act)
{
	decide_enter_outcome(act->facts, act->input, act->effects, &act->problems);
}

static void apply_entering(struct act *act, struct db_segment *segment)
{
	insert_proposal(act, segment, "board", act->effects, "answered");
}

static void tell_short(const struct appeal_facts *facts, int64_t amount_ore, int64_t year,
		       struct problems *warnings)
{
	if (facts->has_application)
		tell_short_lines(&facts->application, amount_ore, year, warnings);
}

void appeal_tell_short(struct act *act, struct problems *warnings)
{
	const struct appeal_facts *facts = act->facts;

	for (size_t i = 0; i < facts->n_open; i++) {
		const struct appeal_proposal *open = &facts->open[i];

		if (text_is(open->kind, "reconsideration") || text_is(open->kind, "board"))
			tell_short(facts, open->amount_ore, open->year, warnings);
	}
}

static void caution_answering(struct act *act, struct problems *warnings)
{
	const struct proposal_input *input = act->input;

	tell_short(act->facts, input->amount_ore, input->year, warnings);
}

const struct command propose_appeal_leave =
	APPEAL_COMMAND("propose-leave", OP_PROPOSE_APPEAL_LEAVE, decide_leave, apply_leave);
const struct command propose_appeal_stay =
	APPEAL_COMMAND("propose-stay", OP_PROPOSE_APPEAL_STAY, decide_stay, apply_stay);
const struct command propose_appeal_costs =
	APPEAL_COMMAND("propose-costs", OP_PROPOSE_APPEAL_COSTS, decide_costs, apply_costs);
const struct command reconsider_appeal = {
	.action = "reconsider",
	.operation = OP_RECONSIDER_APPEAL,
	.facts = &appeal_facts_shape,
	.status = 200,
	.load = appeal_load,
	.decide = decide_reconsidering,
	.apply = apply_reconsidering,
	.reply = appeal_reply,
	.caution = caution_answering,
};
const struct command enter_appeal_outcome = {
	.action = "enter-outcome",
	.operation = OP_ENTER_APPEAL_OUTCOME,
	.facts = &appeal_facts_shape,
	.effects_size = sizeof(struct proposal_input),
	.status = 200,
	.load = appeal_load,
	.decide = decide_entering,
	.apply = apply_entering,
	.reply = appeal_reply,
	.caution = caution_answering,
};

void op_propose_appeal_leave(struct req *r)
{
	command_run(r, &propose_appeal_leave, req_id(r, 0), req_input(r, &proposal_shape));
}

void op_propose_appeal_stay(struct req *r)
{
	command_run(r, &propose_appeal_stay, req_id(r, 0), req_input(r, &proposal_shape));
}

void op_propose_appeal_costs(struct req *r)
{
	command_run(r, &propose_appeal_costs, req_id(r, 0), req_input(r, &proposal_shape));
}

void op_reconsider_appeal(struct req *r)
{
	command_run(r, &reconsider_appeal, req_id(r, 0), req_input(r, &proposal_shape));
}

void op_enter_appeal_outcome(struct req *r)
{
	command_run(r, &enter_appeal_outcome, req_id(r, 0), req_input(r, &outcome_shape));
}

/* ---- confirmed or sent back */

static const struct shape_field settle_fields[] = {
	SHAPE_FIELD(struct settle_proposal_input, number, "number", I64),
	SHAPE_OR_NULL(struct settle_proposal_input, resolution, "resolution", TEXT),
	SHAPE_OR_NULL(struct settle_proposal_input, reason, "reason", TEXT),
};
static const struct shape settle_shape = SHAPE(struct settle_proposal_input, settle_fields);

static const char *proposal_detail(struct act *act)
{
	const struct settle_effects *effects = act->effects;
	const struct appeal_proposal *proposal = effects->proposal;

	return arena_printf(act->r->arena,
			    "{\"number\":%" PRId64 ",\"kind\":\"%s\",\"outcome\":\"%s\"}",
			    proposal->number, proposal->kind, proposal->outcome);
}

static void decide_settling(struct act *act)
{
	decide_settle_proposal(act->facts, act->input, act->effects, &act->problems);
}

static void change_grant(struct act *act, struct db_segment *segment)
{
	const struct appeal_facts *facts = act->facts;
	const struct settle_effects *effects = act->effects;
	const struct changed_grant *grant = &facts->grant;
	int64_t after_ore = effects->input.amount_ore;
	struct arena *arena = act->r->arena;
	size_t n;
	const int64_t *parts = changed_parts(grant, after_ore, effects->input.year, &n, arena);

	q_change_grant(segment, grant->id, after_ore, changed_shares(grant, after_ore, arena),
		       db_arg_i64s(arena, parts, n), (int32_t)effects->input.year, "appeal",
		       act->id, effects->proposal->proposed_by);
}

/* The new decision, with its grant made or changed. */
static void decide_case_anew(struct act *act, struct db_segment *segment)
{
	const struct appeal_facts *facts = act->facts;
	const struct application_facts *application = &facts->application;
	const struct settle_effects *effects = act->effects;
	const struct appeal_proposal *proposal = effects->proposal;
	struct arena *arena = act->r->arena;
	struct decision_source source = {
		.cause = "appeal",
		.recommended_by = proposal->proposed_by,
	};

	decision_insert(segment, arena, application, &effects->input, &effects->decision, &source);
	if (!effects->decision.grants)
		return;
	if (!facts->has_grant)
		decision_grant(segment, arena, application, &effects->decision);
	else if (effects->input.amount_ore != facts->grant.amount_ore)
		change_grant(act, segment);
	if (facts->has_grant && facts->grant.is_annulled)
		q_give_back_grant(segment, facts->grant.id);
	if (facts->has_grant && effects->decision.accept_by != 0)
		q_offer_anew(segment, facts->grant.id, application->decision.decision_id);
}

/* What it lifts it does as two persons have agreed, so that this comes after the answer. */
static void change_conditions(struct act *act, struct db_segment *segment)
{
	const struct appeal_facts *facts = act->facts;
	const struct settle_effects *effects = act->effects;
	const struct new_terms *terms = &effects->proposal->terms;
	int64_t decision_id = facts->application.decision.decision_id;

	if (terms->n_lifts > 0)
		q_lift_conditions(segment, decision_id, act->id);
	if (terms->conditions.n > 0)
		q_insert_conditions(segment, decision_id, terms->conditions.json);
}

/* The other appeal has it on record too. */
static void hear_other(struct act *act, struct db_segment *segment)
{
	const struct appeal_facts *facts = act->facts;

	q_take_up_appeal(segment, facts->dismissed_id);
	q_audit(segment, "appeal", facts->dismissed_id, act->command->action, "appeal", act->id,
		NULL, proposal_detail(act));
}

static void move_application(struct act *act, struct db_segment *segment)
{
	const struct appeal_facts *facts = act->facts;
	const struct settle_effects *effects = act->effects;

	if (effects->application_state != NULL)
		q_change_application_state(segment, facts->application.id,
					   facts->application_version, effects->application_state);
}

static void apply_settling(struct act *act, struct db_segment *segment)
{
	const struct appeal_facts *facts = act->facts;
	const struct settle_effects *effects = act->effects;
	const int64_t *decision_id = NULL;

	if (effects->makes_decision) {
		decide_case_anew(act, segment);
		decision_id = &facts->application.decision.decision_id;
	}
	q_settle_appeal_proposal(segment, effects->proposal->id, "confirmed", NULL, decision_id,
				 effects->appeal_by == 0
					 ? NULL
					 : date_text(act->r->arena, effects->appeal_by));
	if (effects->makes_decision)
		change_conditions(act, segment);
	if (effects->is_end)
		q_end_appeal(segment, act->id, act->version, effects->state);
	else if (effects->has_comment_by)
		q_forward_appeal(segment, act->id, act->version,
				 date_text(act->r->arena, effects->comment_by));
	else
		move(act, segment, NULL);
	move_application(act, segment);
	if (effects->makes_decision || effects->application_state != NULL)
		q_follow_answer(segment, act->id);
	if (effects->is_heard)
		hear_other(act, segment);
	if (effects->takes_up)
		q_take_up_refusal(segment, act->id);
	appeal_record(act, segment, NULL, proposal_detail(act));
	if (effects->makes_decision && !facts->has_grant)
		decision_commit(segment, &facts->application);
}

const struct command settle_appeal = {
	.action = "settle",
	.operation = OP_SETTLE_APPEAL,
	.facts = &appeal_facts_shape,
	.effects_size = sizeof(struct settle_effects),
	.status = 200,
	.load = appeal_load,
	.decide = decide_settling,
	.apply = apply_settling,
	.reply = appeal_reply,
	.caution = appeal_tell_short,
};

void op_settle_appeal(struct req *r)
{
	command_run(r, &settle_appeal, req_id(r, 0), req_input(r, &settle_shape));
}

static void decide_returning(struct act *act)
{
	decide_return_proposal(act->facts, act->input, act->effects, &act->problems);
}

static void apply_returning(struct act *act, struct db_segment *segment)
{
	const struct settle_proposal_input *input = act->input;
	const struct settle_effects *effects = act->effects;

	q_settle_appeal_proposal(segment, effects->proposal->id, "returned", input->reason, NULL,
				 NULL);
	move(act, segment, effects->state);
	appeal_record_own(act, segment, input->reason, proposal_detail(act));
}

const struct command send_back_appeal = {
	.action = "send-back",
	.operation = OP_SEND_BACK_APPEAL,
	.facts = &appeal_facts_shape,
	.effects_size = sizeof(struct settle_effects),
	.status = 200,
	.load = appeal_load,
	.decide = decide_returning,
	.apply = apply_returning,
	.reply = appeal_reply,
};

void op_send_back_appeal(struct req *r)
{
	command_run(r, &send_back_appeal, req_id(r, 0), req_input(r, &settle_shape));
}
