#include "api/fagpartnere/engagements.h"

#include <string.h>

#include "api/command/reason.h"
#include "api/fagpartnere/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_engagement(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_engagement_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_engagements(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_engagements(segment, req_query(r, "state"), req_query_id(r, "programmeId"),
			   req_query_id(r, "hubId"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_engagement_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_engagement_facts, today, "today", DATE),
	SHAPE_FIELD(struct new_engagement_facts, id, "id", I64),
	SHAPE_FIELD(struct new_engagement_facts, partner_id, "partnerId", I64),
	SHAPE_FIELD(struct new_engagement_facts, fagpartner_state, "fagpartnerState", TEXT),
	SHAPE_OR_NULL(struct new_engagement_facts, track_state, "trackState", TEXT),
};
static const struct shape new_facts_shape = SHAPE(struct new_engagement_facts, new_facts_fields);

static const struct shape_field new_input_fields[] = {
	SHAPE_FIELD(struct new_engagement_input, fagpartner_id, "fagpartnerId", ID),
	SHAPE_OPTIONAL(struct new_engagement_input, track_id, "trackId", ID, has_track),
	SHAPE_FIELD(struct new_engagement_input, title, "title", TEXT),
	SHAPE_FIELD(struct new_engagement_input, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct new_engagement_input, ends_on, "endsOn", DATE),
	SHAPE_FIELD(struct new_engagement_input, hourly_ore, "hourlyOre", I64),
	SHAPE_FIELD(struct new_engagement_input, ceiling_minutes, "ceilingMinutes", I64),
	SHAPE_FIELD(struct new_engagement_input, is_related, "isRelated", BOOL),
	SHAPE_OR_NULL(struct new_engagement_input, relation, "relation", TEXT),
};
static const struct shape new_input_shape = SHAPE(struct new_engagement_input, new_input_fields);

static const int64_t *track_of(const struct new_engagement_input *input)
{
	return input->has_track ? &input->track_id : NULL;
}

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_engagement_input *input = act->input;

	q_load_new_engagement(segment, input->fagpartner_id, track_of(input));
}

static void decide_new(struct act *act)
{
	decide_propose_engagement(act->facts, act->input, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct new_engagement_facts *facts = act->facts;
	const struct new_engagement_input *input = act->input;
	struct arena *arena = act->r->arena;

	q_insert_engagement(segment, facts->id, input->fagpartner_id, track_of(input), input->title,
			    date_text(arena, input->starts_on), date_text(arena, input->ends_on),
			    input->hourly_ore, (int32_t)input->ceiling_minutes, input->is_related,
			    input->relation);
	q_new_guard(segment, "engagement", facts->id);
	act_record(act, segment,
		   &(struct act_event){"engagement", facts->id, "engagement", facts->id, NULL, NULL,
				       facts->partner_id});
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_engagement_facts *facts = act->facts;

	act_reply(act, segment, q_reply_engagement, "/v1/engagements", facts->id);
}

static const struct command propose_engagement = {
	.action = "propose",
	.operation = OP_PROPOSE_ENGAGEMENT,
	.facts = &new_facts_shape,
	.status = 201,
	.made_in = "fagpartnerId",
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_propose_engagement(struct req *r)
{
	command_run(r, &propose_engagement, 0, req_input(r, &new_input_shape));
}

static const struct shape_field firm_fields[] = {
	SHAPE_FIELD(struct ordering_firm, id, "id", I64),
	SHAPE_FIELD(struct ordering_firm, is_served, "isServed", BOOL),
	SHAPE_FIELD(struct ordering_firm, is_of_track, "isOfTrack", BOOL),
	SHAPE_FIELD(struct ordering_firm, is_of_session, "isOfSession", BOOL),
	SHAPE_FIELD(struct ordering_firm, has_people, "hasPeople", BOOL),
};
static const struct shape firm_shape = SHAPE(struct ordering_firm, firm_fields);

static const struct shape_field invoiced_fields[] = {
	SHAPE_OR_NULL(struct invoiced_hours, state, "state", TEXT),
	SHAPE_FIELD(struct invoiced_hours, confirmed_minutes, "confirmedMinutes", I64),
};
static const struct shape invoiced_shape = SHAPE(struct invoiced_hours, invoiced_fields);

static const struct shape_field entered_fields[] = {
	SHAPE_FIELD(struct entered_invoice, is_credited, "isCredited", BOOL),
	SHAPE_FIELD(struct entered_invoice, is_claimed, "isClaimed", BOOL),
	SHAPE_FIELD(struct entered_invoice, is_own, "isOwn", BOOL),
};
static const struct shape entered_shape = SHAPE(struct entered_invoice, entered_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct engagement_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct engagement_facts, today, "today", DATE),
	SHAPE_FIELD(struct engagement_facts, id, "id", I64),
	SHAPE_FIELD(struct engagement_facts, state, "state", TEXT),
	SHAPE_FIELD(struct engagement_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct engagement_facts, partner_id, "partnerId", I64),
	SHAPE_FIELD(struct engagement_facts, partner_has_people, "partnerHasPeople", BOOL),
	SHAPE_FIELD(struct engagement_facts, proposed_by, "proposedBy", I64),
	SHAPE_FIELD(struct engagement_facts, is_related, "isRelated", BOOL),
	SHAPE_FIELD(struct engagement_facts, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct engagement_facts, ends_on, "endsOn", DATE),
	SHAPE_FIELD(struct engagement_facts, hourly_ore, "hourlyOre", I64),
	SHAPE_FIELD(struct engagement_facts, left_minutes, "leftMinutes", I64),
	SHAPE_FIELD(struct engagement_facts, order_id, "orderId", I64),
	SHAPE_OR_NULL(struct engagement_facts, session_state, "sessionState", TEXT),
	SHAPE_FIELD(struct engagement_facts, session_left_minutes, "sessionLeftMinutes", I64),
	SHAPE_OBJECTS(struct engagement_facts, firms, n_firms, "firms", &firm_shape),
	SHAPE_OBJECTS(struct engagement_facts, hours, n_hours, "hours", &invoiced_shape),
	SHAPE_FIELD(struct engagement_facts, invoice_is_used, "invoiceIsUsed", BOOL),
	SHAPE_FIELD(struct engagement_facts, other_is_used, "otherIsUsed", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct engagement_facts, invoice, "invoice", &entered_shape,
			      has_invoice),
	SHAPE_LIST(struct engagement_facts, silent, n_silent, "silent", TEXT),
};
const struct shape engagement_facts_shape = SHAPE(struct engagement_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_engagement(segment, act->id, NULL, NULL, NULL, NULL, NULL);
}

void engagement_reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_engagement, NULL, act->id);
}

void engagement_record(struct act *act, struct db_segment *segment, const char *object_kind,
		       int64_t object_id, const char *reason, const char *detail)
{
	const struct engagement_facts *facts = act->facts;
	bool by_hub = strcmp(facts->caller.kind, "hub") == 0;

	act_record(act, segment,
		   &(struct act_event){"engagement", act->id, object_kind, object_id, reason,
				       detail, by_hub ? facts->partner_id : facts->hub_id});
}

#define ENGAGEMENT_COMMAND(name, op, decide_fn, apply_fn)                                          \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &engagement_facts_shape,             \
		.status = 200, .load = load, .decide = (decide_fn), .apply = (apply_fn),           \
		.reply = engagement_reply                                                          \
	}

static const struct shape_field agreement_fields[] = {
	SHAPE_OR_NULL(struct agreement_input, note, "note", TEXT),
	SHAPE_OPTIONAL(struct agreement_input, is_related, "isRelated", BOOL, has_related),
	SHAPE_OR_NULL(struct agreement_input, relation, "relation", TEXT),
};
static const struct shape agreement_shape = SHAPE(struct agreement_input, agreement_fields);

static void decide_agreement(struct act *act)
{
	decide_agree_engagement(act->facts, act->input, &act->problems);
}

static void apply_agreement(struct act *act, struct db_segment *segment)
{
	const struct agreement_input *input = act->input;

	q_agree_engagement(segment, act->id, act->version, input->note, input->relation);
	engagement_record(act, segment, "engagement", act->id, NULL, NULL);
}

static void warn(struct act *act, struct problems *warnings)
{
	warn_of_engagement(act->facts, warnings);
}

static const struct command agree = {
	.action = "agree",
	.operation = OP_AGREE_ENGAGEMENT,
	.facts = &engagement_facts_shape,
	.status = 200,
	.load = load,
	.decide = decide_agreement,
	.apply = apply_agreement,
	.reply = engagement_reply,
	.warn = warn,
};

void op_agree_engagement(struct req *r)
{
	command_run(r, &agree, req_id(r, 0), req_input(r, &agreement_shape));
}

static void leave(struct act *act, struct db_segment *segment, const char *state)
{
	q_leave_engagement(segment, act->id, act->version, state);
	engagement_record(act, segment, "engagement", act->id, reason_of(act), NULL);
}

static void decide_declining(struct act *act)
{
	decide_decline_engagement(act->facts, &act->problems);
}

static void apply_declining(struct act *act, struct db_segment *segment)
{
	leave(act, segment, "declined");
}

static const struct command decline =
	ENGAGEMENT_COMMAND("decline", OP_DECLINE_ENGAGEMENT, decide_declining, apply_declining);

void op_decline_engagement(struct req *r)
{
	command_run(r, &decline, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_ending(struct act *act)
{
	decide_end_engagement(act->facts, &act->problems);
}

static void apply_ending(struct act *act, struct db_segment *segment)
{
	leave(act, segment, "ended");
}

static const struct command end =
	ENGAGEMENT_COMMAND("end", OP_END_ENGAGEMENT, decide_ending, apply_ending);

void op_end_engagement(struct req *r)
{
	command_run(r, &end, req_id(r, 0), req_input(r, &reason_shape));
}

static const struct shape_field relation_fields[] = {
	SHAPE_FIELD(struct relation_input, is_related, "isRelated", BOOL),
	SHAPE_OR_NULL(struct relation_input, relation, "relation", TEXT),
	SHAPE_FIELD(struct relation_input, reason, "reason", TEXT),
};
static const struct shape relation_shape = SHAPE(struct relation_input, relation_fields);

static void decide_relation(struct act *act)
{
	decide_correct_relation(act->facts, act->input, &act->problems);
}

static void apply_relation(struct act *act, struct db_segment *segment)
{
	const struct relation_input *input = act->input;

	q_correct_relation(segment, act->id, act->version, input->is_related, input->relation,
			   input->reason);
	engagement_record(act, segment, "engagement", act->id, input->reason, NULL);
}

static const struct command correct_relation = ENGAGEMENT_COMMAND(
	"correct-relation", OP_CORRECT_RELATION, decide_relation, apply_relation);

void op_correct_relation(struct req *r)
{
	command_run(r, &correct_relation, req_id(r, 0), req_input(r, &relation_shape));
}

void op_get_engagement_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&agree,
		&decline,
		&end,
		&correct_relation,
		&order_hours,
		&enter_partner_invoice,
		&credit_partner_invoice,
		&correct_partner_invoice,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
