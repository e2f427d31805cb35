/* Reading hours, and what is done with those of one firm: tie, deliver, withdraw the
 * delivery, confirm, cancel. */
#include "api/fagpartnere/hours.h"

#include <inttypes.h>

#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_hours(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_hours_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_hours(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_hours(segment, req_query(r, "state"), req_query(r, "orgnr"),
		     req_query_id(r, "programmeId"), req_query_id(r, "hubId"), req_after_id(r),
		     req_limit(r));
	req_run_page(r, segment);
}

void op_list_engagement_hours(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_engagement_hours(segment, req_id(r, 0), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field session_fields[] = {
	SHAPE_FIELD(struct tied_session, state, "state", TEXT),
	SHAPE_FIELD(struct tied_session, is_for_firm, "isForFirm", BOOL),
	SHAPE_FIELD(struct tied_session, left_minutes, "leftMinutes", I64),
};
static const struct shape session_shape = SHAPE(struct tied_session, session_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct hours_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct hours_facts, today, "today", DATE),
	SHAPE_FIELD(struct hours_facts, id, "id", I64),
	SHAPE_FIELD(struct hours_facts, state, "state", TEXT),
	SHAPE_FIELD(struct hours_facts, is_of_session, "isOfSession", BOOL),
	SHAPE_FIELD(struct hours_facts, engagement_id, "engagementId", I64),
	SHAPE_FIELD(struct hours_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct hours_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct hours_facts, firm, "firm", TEXT),
	SHAPE_FIELD(struct hours_facts, firm_has_people, "firmHasPeople", BOOL),
	SHAPE_FIELD(struct hours_facts, ordered_minutes, "orderedMinutes", I64),
	SHAPE_FIELD(struct hours_facts, ordered_by, "orderedBy", I64),
	SHAPE_FIELD(struct hours_facts, delivered_minutes, "deliveredMinutes", I64),
	SHAPE_FIELD(struct hours_facts, delivered_by, "deliveredBy", I64),
	SHAPE_FIELD(struct hours_facts, confirmed_minutes, "confirmedMinutes", I64),
	SHAPE_OPTIONAL(struct hours_facts, starts_on, "startsOn", DATE, has_period),
	SHAPE_OPTIONAL(struct hours_facts, ends_on, "endsOn", DATE, has_period),
	SHAPE_FIELD(struct hours_facts, left_minutes, "leftMinutes", I64),
	SHAPE_OPTIONAL_OBJECT(struct hours_facts, session, "session", &session_shape, has_session),
};
static const struct shape facts_shape = SHAPE(struct hours_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_hours(segment, act->id, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_hours, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail, int64_t concerns)
{
	const struct hours_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"engagement", facts->engagement_id, "hours", act->id, reason,
				       detail, concerns});
}

static const char *minutes_detail(struct act *act, int64_t minutes)
{
	return arena_printf(act->r->arena, "{\"minutes\": %" PRId64 "}", minutes);
}

static const struct shape_field tie_fields[] = {
	SHAPE_FIELD(struct tie_input, session_id, "sessionId", ID),
};
static const struct shape tie_shape = SHAPE(struct tie_input, tie_fields);

static void load_tie(struct act *act, struct db_segment *segment)
{
	const struct tie_input *input = act->input;

	q_load_hours(segment, act->id, input == NULL ? NULL : &input->session_id);
}

static void decide_tie(struct act *act)
{
	decide_tie_hours(act->facts, act->input, &act->problems);
}

static void apply_tie(struct act *act, struct db_segment *segment)
{
	const struct hours_facts *facts = act->facts;
	const struct tie_input *input = act->input;
	const char *detail = arena_printf(act->r->arena, "{\"sessionId\": \"%" PRId64 "\"}",
					  input->session_id);

	q_tie_hours(segment, act->id, act->version, input->session_id);
	record(act, segment, NULL, detail, facts->firm_id);
}

static void warn(struct act *act, struct problems *warnings)
{
	warn_of_hours(act->facts, warnings);
}

static const struct command tie = {
	.action = "tie",
	.operation = OP_TIE_HOURS,
	.facts = &facts_shape,
	.status = 200,
	.load = load_tie,
	.decide = decide_tie,
	.warn = warn,
	.apply = apply_tie,
	.reply = reply,
};

void op_tie_hours(struct req *r)
{
	command_run(r, &tie, req_id(r, 0), req_input(r, &tie_shape));
}

static const struct shape_field deliver_fields[] = {
	SHAPE_FIELD(struct deliver_input, minutes, "minutes", I64),
	SHAPE_FIELD(struct deliver_input, delivered_on, "deliveredOn", DATE),
};
static const struct shape deliver_shape = SHAPE(struct deliver_input, deliver_fields);

static void decide_delivery(struct act *act)
{
	decide_deliver_hours(act->facts, act->input, &act->problems);
}

static void apply_delivery(struct act *act, struct db_segment *segment)
{
	const struct hours_facts *facts = act->facts;
	const struct deliver_input *input = act->input;

	q_deliver_hours(segment, act->id, act->version, (int32_t)input->minutes,
			date_text(act->r->arena, input->delivered_on));
	record(act, segment, NULL, minutes_detail(act, input->minutes), facts->firm_id);
}

static const struct command deliver =
	COMMAND("deliver", OP_DELIVER_HOURS, decide_delivery, apply_delivery);

void op_deliver_hours(struct req *r)
{
	command_run(r, &deliver, req_id(r, 0), req_input(r, &deliver_shape));
}

static void decide_withdrawal(struct act *act)
{
	decide_withdraw_delivery(act->facts, &act->problems);
}

static void apply_withdrawal(struct act *act, struct db_segment *segment)
{
	const struct hours_facts *facts = act->facts;

	q_withdraw_delivery(segment, act->id, act->version);
	record(act, segment, reason_of(act), minutes_detail(act, facts->delivered_minutes),
	       facts->firm_id);
}

static const struct command withdraw =
	COMMAND("withdraw", OP_WITHDRAW_DELIVERY, decide_withdrawal, apply_withdrawal);

void op_withdraw_delivery(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), req_input(r, &reason_shape));
}

static const struct shape_field confirm_fields[] = {
	SHAPE_FIELD(struct confirm_input, minutes, "minutes", I64),
	SHAPE_OR_NULL(struct confirm_input, dispute, "dispute", TEXT),
};
static const struct shape confirm_shape = SHAPE(struct confirm_input, confirm_fields);

static void decide_confirmation(struct act *act)
{
	decide_confirm_hours(act->facts, act->input, &act->problems);
}

static void apply_confirmation(struct act *act, struct db_segment *segment)
{
	const struct hours_facts *facts = act->facts;
	const struct confirm_input *input = act->input;

	q_confirm_hours(segment, act->id, act->version, (int32_t)input->minutes, input->dispute);
	record(act, segment, input->dispute, minutes_detail(act, input->minutes), facts->hub_id);
}

static const struct command confirm =
	COMMAND("confirm", OP_CONFIRM_HOURS, decide_confirmation, apply_confirmation);

void op_confirm_hours(struct req *r)
{
	command_run(r, &confirm, req_id(r, 0), req_input(r, &confirm_shape));
}

static void decide_cancelling(struct act *act)
{
	decide_cancel_hours(act->facts, &act->problems);
}

static void apply_cancelling(struct act *act, struct db_segment *segment)
{
	const struct hours_facts *facts = act->facts;

	q_cancel_hours(segment, act->id, act->version);
	record(act, segment, reason_of(act), NULL, facts->firm_id);
}

static const struct command cancel =
	COMMAND("cancel", OP_CANCEL_HOURS, decide_cancelling, apply_cancelling);

void op_cancel_hours(struct req *r)
{
	command_run(r, &cancel, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_hours_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&tie, &deliver, &withdraw, &confirm,
							 &cancel};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
