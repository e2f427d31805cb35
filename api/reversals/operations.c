/* Reading reversals, and what becomes of one that is proposed: decided, sent back, withdrawn. */
#include "api/reversals/reversals.h"

#include <inttypes.h>

#include "api/command/reason.h"
#include "api/decisions/lines.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/text.h"

void op_list_reversals(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_reversals(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_get_reversal(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_reversal_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_reversal(segment, act->id, act->whole, act->tells);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_reversal, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail, int64_t concerns)
{
	const struct reversal_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application.id, "reversal", act->id,
				       reason, detail, concerns});
}

#define REVERSAL_COMMAND(name, op, decide_fn, apply_fn)                                            \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &reversal_facts_shape,               \
		.effects_size = sizeof(struct reversal_effects), .status = 200, .load = load,      \
		.decide = (decide_fn), .apply = (apply_fn), .reply = reply                         \
	}

/* ---- decided */

static const struct shape_field decide_fields[] = {
	SHAPE_OR_NULL(struct decide_reversal_input, resolution, "resolution", TEXT),
	SHAPE_OPTIONAL(struct decide_reversal_input, meeting.item_id, "meetingItemId", ID,
		       meeting.has_item),
	SHAPE_OR_NULL(struct decide_reversal_input, meeting.departure_grounds, "departureGrounds",
		      TEXT),
};
static const struct shape decide_shape = SHAPE(struct decide_reversal_input, decide_fields);

static void decide_deciding(struct act *act)
{
	decide_reversal(act->facts, act->input, act->effects, &act->problems);
}

static void insert_decision(struct act *act, struct db_segment *segment)
{
	const struct reversal_facts *facts = act->facts;
	const struct application_facts *application = &facts->application;
	const struct reversal_effects *effects = act->effects;
	struct decision_source source = {
		.cause = "reversal",
		.recommended_by = facts->proposed_by,
		.item_id = effects->item_id,
	};

	decision_insert(segment, act->r->arena, application, &effects->input, &effects->decision,
			&source);
	if (effects->input.conditions.json != NULL)
		q_insert_conditions(segment, application->decision.decision_id,
				    effects->input.conditions.json);
}

static bool is_offered(const struct changed_grant *grant)
{
	return text_is(grant->state, "offered");
}

static void change_amount(struct act *act, struct db_segment *segment)
{
	const struct reversal_facts *facts = act->facts;
	const struct reversal_effects *effects = act->effects;
	const struct changed_grant *grant = &facts->application.reversal.grant;
	int64_t after_ore = facts->terms.amount_ore;
	struct arena *arena = act->r->arena;
	size_t n;
	const int64_t *parts = changed_parts(grant, after_ore, effects->input.year, &n, arena);

	q_change_grant(segment, grant->id, after_ore, changed_shares(grant, after_ore, arena),
		       db_arg_i64s(arena, parts, n), (int32_t)effects->input.year, "reversal",
		       act->id, facts->proposed_by);
}

/* One that was accepted is lowered to nothing, so that it can be given back. */
static void take_back(struct act *act, struct db_segment *segment)
{
	const struct reversal_facts *facts = act->facts;
	const struct changed_grant *grant = &facts->application.reversal.grant;

	if (grant->is_annulled)
		return;
	q_take_back_grant(segment, grant->id, act->id);
	if (!is_offered(grant))
		change_amount(act, segment);
}

static void change_grant(struct act *act, struct db_segment *segment)
{
	const struct reversal_facts *facts = act->facts;
	const struct reversal_effects *effects = act->effects;
	const struct changed_grant *grant = &facts->application.reversal.grant;

	if (facts->terms.amount_ore != grant->amount_ore)
		change_amount(act, segment);
	if (grant->is_annulled)
		q_give_back_grant(segment, grant->id);
	if (effects->decision.accept_by != 0)
		q_offer_anew(segment, grant->id, facts->application.decision.decision_id);
}

/* The grant is made, changed or taken back; what moves money alone comes last. */
static void apply_to_grant(struct act *act, struct db_segment *segment)
{
	const struct reversal_facts *facts = act->facts;
	const struct reversal_effects *effects = act->effects;
	int64_t after_ore = facts->terms.amount_ore;

	if (facts->application.reversal.has_grant && after_ore == 0)
		take_back(act, segment);
	else if (facts->application.reversal.has_grant)
		change_grant(act, segment);
	else if (after_ore > 0)
		decision_grant(segment, act->r->arena, &facts->application, &effects->decision);
}

static void move_money(struct act *act, struct db_segment *segment)
{
	const struct reversal_facts *facts = act->facts;
	const struct reversed *reversed = &facts->application.reversal;

	if (reversed->has_grant && facts->terms.amount_ore == 0 && is_offered(&reversed->grant))
		q_post_due(segment, "release", "grant", reversed->grant.id);
	else if (!reversed->has_grant && facts->terms.amount_ore > 0)
		decision_commit(segment, &facts->application);
}

static void apply_deciding(struct act *act, struct db_segment *segment)
{
	const struct reversal_facts *facts = act->facts;
	const struct reversal_effects *effects = act->effects;
	const struct application_facts *application = &facts->application;
	const int64_t *decision_id = &application->decision.decision_id;
	bool drops = effects->drops;
	const char *detail = arena_printf(act->r->arena, "{\"decisionId\":\"%" PRId64 "\"}",
					  drops ? facts->decision_id : *decision_id);

	if (!drops)
		insert_decision(act, segment);
	q_settle_reversal(segment, act->id, act->version, "decided", NULL,
			  drops ? NULL : decision_id);
	if (drops)
		q_drop_decision(segment, act->id);
	apply_to_grant(act, segment);
	if (effects->application_state != NULL)
		q_change_application_state(segment, application->id, facts->application_version,
					   effects->application_state);
	q_follow_reversal(segment, act->id);
	record(act, segment, NULL, detail, drops ? 0 : application->applicant_id);
	move_money(act, segment);
}

static void warn(struct act *act, struct problems *warnings)
{
	const struct reversal_facts *facts = act->facts;

	if (text_is(facts->state, "proposed"))
		tell_short_lines(&facts->application, facts->terms.amount_ore, facts->terms.year,
				 warnings);
}

static const struct command decide = {
	.action = "decide",
	.operation = OP_DECIDE_REVERSAL,
	.facts = &reversal_facts_shape,
	.effects_size = sizeof(struct reversal_effects),
	.status = 200,
	.load = load,
	.decide = decide_deciding,
	.apply = apply_deciding,
	.reply = reply,
	.warn = warn,
	.caution = warn,
};

void op_decide_reversal(struct req *r)
{
	command_run(r, &decide, req_id(r, 0), req_input(r, &decide_shape));
}

/* ---- sent back, withdrawn */

static void settle(struct act *act, struct db_segment *segment, const char *state)
{
	q_settle_reversal(segment, act->id, act->version, state, reason_of(act), NULL);
	record(act, segment, reason_of(act), NULL, 0);
}

static void decide_returning(struct act *act)
{
	decide_return_reversal(act->facts, &act->problems);
}

static void apply_returning(struct act *act, struct db_segment *segment)
{
	settle(act, segment, "returned");
}

static const struct command send_back =
	REVERSAL_COMMAND("send-back", OP_SEND_BACK_REVERSAL, decide_returning, apply_returning);

void op_send_back_reversal(struct req *r)
{
	command_run(r, &send_back, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_withdrawing(struct act *act)
{
	decide_withdraw_reversal(act->facts, &act->problems);
}

static void apply_withdrawing(struct act *act, struct db_segment *segment)
{
	settle(act, segment, "withdrawn");
}

static const struct command withdraw =
	REVERSAL_COMMAND("withdraw", OP_WITHDRAW_REVERSAL, decide_withdrawing, apply_withdrawing);

void op_withdraw_reversal(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_reversal_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&decide, &send_back, &withdraw};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
