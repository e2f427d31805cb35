/* On the decision of an application: an appeal is lodged, grounds are asked for and given, and how
 * the notice reached the party is noted. */
#include "api/appeals/appealable.h"
#include "api/appeals/lodging.h"

#include <inttypes.h>

#include "api/appeals/partner.h"
#include "api/applications/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_list_application_appeals(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_application_appeals(segment, req_id(r, 0));
	req_run_page(r, segment);
}

static const struct shape_field entered_fields[] = {
	SHAPE_FIELD(struct entered_for, name, "name", TEXT),
	SHAPE_FIELD(struct entered_for, on_day, "onDay", DATE),
};
const struct shape entered_for_shape = SHAPE(struct entered_for, entered_fields);

static const struct shape_field other_fields[] = {
	SHAPE_FIELD(struct other_appellant, name, "name", TEXT),
	SHAPE_FIELD(struct other_appellant, address, "address", TEXT),
	SHAPE_FIELD(struct other_appellant, interest, "interest", TEXT),
};
static const struct shape other_shape = SHAPE(struct other_appellant, other_fields);

static const struct shape_field lodge_fields[] = {
	SHAPE_OPTIONAL(struct lodge_input, decision_id, "decisionId", ID, has_decision),
	SHAPE_OPTIONAL(struct lodge_input, amendment_id, "amendmentId", ID, has_amendment),
	SHAPE_OPTIONAL(struct lodge_input, appeal_id, "appealId", ID, has_appeal),
	SHAPE_FIELD(struct lodge_input, asked, "asked", TEXT),
	SHAPE_OPTIONAL(struct lodge_input, asked_ore, "askedOre", I64, has_asked_ore),
	SHAPE_OR_NULL(struct lodge_input, grounds, "grounds", TEXT),
	SHAPE_OR_NULL(struct lodge_input, stay_grounds, "stayGrounds", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct lodge_input, entered, "enteredFor", &entered_for_shape,
			      is_entered),
	SHAPE_OPTIONAL_OBJECT(struct lodge_input, other, "other", &other_shape, has_other),
	SHAPE_OPTIONAL_LIST(struct lodge_input, documents, n_documents, "documentIds", ID),
};
const struct shape lodge_shape = SHAPE(struct lodge_input, lodge_fields);

static void decide_lodging(struct act *act)
{
	decide_lodge(act->facts, act->input, &act->problems);
}

void appeal_insert(struct act *act, struct db_segment *segment,
		   const struct application_facts *facts, const int64_t *partner_id)
{
	const struct lodge_input *input = act->input;
	struct arena *arena = act->r->arena;
	int64_t id = facts->appealable.next_id;
	int32_t lodged_on = input->is_entered ? input->entered.on_day : facts->today;
	struct lodged_against against = lodged_against(facts, input);

	q_insert_appeal(segment, id, facts->id, partner_id, against.decision_id,
			against.amendment_id, against.answer_id, input->asked,
			input->has_asked_ore ? &input->asked_ore : NULL, input->grounds,
			date_text(arena, lodged_on),
			input->is_entered ? input->entered.name : NULL, input->stay_grounds,
			input->other.name, input->other.address, input->other.interest);
	q_attach_to_appeal(segment, id,
			   db_arg_i64s(arena, input->documents, input->n_documents));
	q_new_guard_of(segment, "appeal", id, facts->applicant_id);
	act_record(act, segment,
		   &(struct act_event){"appeal", id, "appeal", id, NULL, NULL,
				       facts->applicant_id});
	q_audit(segment, "application", facts->id, act->command->action, "appeal", id, NULL, "{}");
}

static void apply_lodging(struct act *act, struct db_segment *segment)
{
	appeal_insert(act, segment, act->facts, NULL);
}

static void reply_lodged(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;

	act_reply(act, segment, q_reply_appeal, "/v1/appeals", facts->appealable.next_id);
}

const struct command lodge_appeal = {
	.action = "lodge-appeal",
	.operation = OP_LODGE_APPEAL,
	.facts = &application_facts_shape,
	.status = 201,
	.load = application_load,
	.decide = decide_lodging,
	.apply = apply_lodging,
	.reply = reply_lodged,
};

void op_lodge_appeal(struct req *r)
{
	command_run(r, &lodge_appeal, req_id(r, 0), req_input(r, &lodge_shape));
}

/* ---- a partner's own */

static const struct shape_field partner_fields[] = {
	SHAPE_FIELD(struct partner_appeal, is_standing, "isStanding", BOOL),
	SHAPE_FIELD(struct partner_appeal, as.today, "today", DATE),
	SHAPE_FIELD(struct partner_appeal, as.id, "applicationId", I64),
	SHAPE_FIELD(struct partner_appeal, as.applicant_id, "partnerId", I64),
	SHAPE_FIELD(struct partner_appeal, as.state, "state", TEXT),
	SHAPE_OPTIONAL(struct partner_appeal, as.applied_ore, "appliedOre", I64, as.has_applied),
	SHAPE_OPTIONAL_OBJECT(struct partner_appeal, as.appealable, "appealable",
			      &appealable_shape, as.has_appealable),
};
const struct shape partner_appeal_shape = SHAPE(struct partner_appeal, partner_fields);

/* ---- the time to appeal */

static const struct shape_field period_fields[] = {
	SHAPE_FIELD(struct period_input, decision_id, "decisionId", ID),
	SHAPE_OR_NULL(struct period_input, grounds, "grounds", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct period_input, entered, "enteredFor", &entered_for_shape,
			      is_entered),
};
static const struct shape period_shape = SHAPE(struct period_input, period_fields);

static const struct shape_field notice_fields[] = {
	SHAPE_OPTIONAL(struct period_input, decision_id, "decisionId", ID, has_decision),
	SHAPE_OPTIONAL(struct period_input, letter_id, "letterId", ID, has_letter),
	SHAPE_OR_NULL(struct period_input, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct period_input, how, "how", TEXT),
	SHAPE_FIELD(struct period_input, on_day, "onDay", DATE),
};
static const struct shape notice_shape = SHAPE(struct period_input, notice_fields);

static void insert_period(struct act *act, struct db_segment *segment, const char *cause)
{
	const struct application_facts *facts = act->facts;
	const struct period_input *input = act->input;
	const struct period_effects *effects = act->effects;
	struct arena *arena = act->r->arena;
	bool ends = effects->ends_on != 0;

	q_insert_appeal_period(segment, facts->appealable.decision_id, cause,
			       date_text(arena, effects->on_day),
			       ends ? date_text(arena, effects->ends_on) : NULL, input->grounds,
			       input->is_entered ? input->entered.name : NULL);
}

static void record(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;

	q_touch_application(segment, act->id, act->version);
	act_record(act, segment,
		   &(struct act_event){"application", act->id, "application", act->id, NULL, NULL,
				       facts->applicant_id});
}

/* A row of the time to appeal, and the application's record of it. */
static void apply_period(struct act *act, struct db_segment *segment, const char *cause)
{
	insert_period(act, segment, cause);
	record(act, segment);
}

static void decide_asking(struct act *act)
{
	decide_ask_grounds(act->facts, act->input, act->effects, &act->problems);
}

static void apply_asking(struct act *act, struct db_segment *segment)
{
	apply_period(act, segment, "grounds_asked");
}

static void decide_giving(struct act *act)
{
	decide_give_grounds(act->facts, act->input, act->effects, &act->problems);
}

static void apply_giving(struct act *act, struct db_segment *segment)
{
	apply_period(act, segment, "grounds_given");
}

static void decide_noting(struct act *act)
{
	decide_note_notice(act->facts, act->input, act->effects, &act->problems);
}

static void apply_noting(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	const struct period_input *input = act->input;
	const struct period_effects *effects = act->effects;
	struct arena *arena = act->r->arena;

	if (effects->mailing_id != 0)
		q_note_mailing(segment, effects->mailing_id, input->how,
			       date_text(arena, effects->on_day));
	if (effects->accept_by != 0)
		q_offer_grant(segment, facts->appealable.decision_id,
			      date_text(arena, effects->accept_by));
	if (effects->hearing_id != 0)
		q_extend_hearing(segment, effects->hearing_id,
				 date_text(arena, effects->answer_by));
	if (effects->partner_id != 0)
		q_extend_partner(segment, effects->mailing_id,
				 date_text(arena, effects->answer_by));
	if (effects->beside_by != 0)
		q_begin_appeal(segment, effects->mailing_id,
			       date_text(arena, effects->beside_by));
	if (effects->ends_on != 0)
		insert_period(act, segment, input->how);
	record(act, segment);
}

#define PERIOD_COMMAND(name, op, decide_fn, apply_fn)                                              \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &application_facts_shape,            \
		.effects_size = sizeof(struct period_effects), .status = 200,                      \
		.load = application_load, .decide = (decide_fn), .apply = (apply_fn),              \
		.reply = application_reply                                                         \
	}

const struct command ask_grounds =
	PERIOD_COMMAND("ask-grounds", OP_ASK_GROUNDS, decide_asking, apply_asking);
const struct command give_grounds =
	PERIOD_COMMAND("give-grounds", OP_GIVE_GROUNDS, decide_giving, apply_giving);
const struct command note_notice =
	PERIOD_COMMAND("note-notice", OP_NOTE_NOTICE, decide_noting, apply_noting);

void op_ask_grounds(struct req *r)
{
	command_run(r, &ask_grounds, req_id(r, 0), req_input(r, &period_shape));
}

void op_give_grounds(struct req *r)
{
	command_run(r, &give_grounds, req_id(r, 0), req_input(r, &period_shape));
}

void op_note_notice(struct req *r)
{
	command_run(r, &note_notice, req_id(r, 0), req_input(r, &notice_shape));
}
