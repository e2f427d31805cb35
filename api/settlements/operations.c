#include "api/settlements/settlements.h"

#include "api/command/reason.h"
#include "api/grants/grants.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/settlements/commands.h"
#include "lib/json/shape.h"

static const struct shape_field condition_fields[] = {
	SHAPE_FIELD(struct open_condition, number, "number", I64),
	SHAPE_FIELD(struct open_condition, text, "text", TEXT),
};
static const struct shape condition_shape = SHAPE(struct open_condition, condition_fields);

static const struct shape_field prepared_fields[] = {
	SHAPE_FIELD(struct prepared_settlement, prepared_by, "preparedBy", I64),
	SHAPE_FIELD(struct prepared_settlement, released_ore, "releasedOre", I64),
};
static const struct shape prepared_shape = SHAPE(struct prepared_settlement, prepared_fields);

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct grant_standing, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct grant_standing, remaining_ore, "remainingOre", I64),
	SHAPE_FIELD(struct grant_standing, is_final, "isFinal", BOOL),
	SHAPE_OPTIONAL(struct grant_standing, claim_number, "claimNumber", I64, has_claim),
	SHAPE_OR_NULL(struct grant_standing, payment, "payment", TEXT),
	SHAPE_OPTIONAL(struct grant_standing, amendment_number, "amendmentNumber", I64,
		       has_amendment),
	SHAPE_OPTIONAL(struct grant_standing, appeal_number, "appealNumber", I64, has_appeal),
	SHAPE_OPTIONAL(struct grant_standing, reversal_number, "reversalNumber", I64, has_reversal),
	SHAPE_OPTIONAL(struct grant_standing, appeal_by, "appealBy", DATE, appeal_runs),
	SHAPE_FIELD(struct grant_standing, is_unposted, "isUnposted", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct grant_standing, condition, "condition", &condition_shape,
			      has_condition),
	SHAPE_OPTIONAL(struct grant_standing, report_due_on, "reportDueOn", DATE, has_report),
	SHAPE_FIELD(struct grant_standing, is_recipients, "isRecipients", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct grant_standing, prepared, "prepared", &prepared_shape,
			      has_prepared),
};
const struct shape grant_standing_shape = SHAPE(struct grant_standing, fields);

void op_get_grant_settlement(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_grant_settlement_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_grant(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_grant, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   int64_t concerns)
{
	const struct grant_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "grant", act->id,
				       reason, NULL, concerns});
}

#define SETTLEMENT_COMMAND(name, op, decide_fn, apply_fn)                                          \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &grant_facts_shape, .status = 200,   \
		.load = load, .decide = (decide_fn), .apply = (apply_fn), .reply = reply           \
	}

struct settle_input {
	const char *assessment;
};

static const struct shape_field settle_fields[] = {
	SHAPE_FIELD(struct settle_input, assessment, "assessment", TEXT),
};
static const struct shape settle_shape = SHAPE(struct settle_input, settle_fields);

static void decide_settling(struct act *act)
{
	decide_settle_grant(act->facts, &act->problems);
}

static void apply_settling(struct act *act, struct db_segment *segment)
{
	const struct settle_input *input = act->input;

	q_prepare_grant_settlement(segment, act->id, input->assessment);
	q_renew_grant(segment, act->id, act->version);
	record(act, segment, NULL, 0);
}

const struct command settle_grant =
	SETTLEMENT_COMMAND("settle", OP_SETTLE_GRANT, decide_settling, apply_settling);

void op_settle_grant(struct req *r)
{
	command_run(r, &settle_grant, req_id(r, 0), req_input(r, &settle_shape));
}

static void decide_confirming(struct act *act)
{
	decide_confirm_settlement(act->facts, &act->problems);
}

static void apply_confirming(struct act *act, struct db_segment *segment)
{
	const struct grant_facts *facts = act->facts;

	q_answer_grant_settlement(segment, act->id, "confirmed", NULL);
	q_settle_grant(segment, act->id, act->version);
	q_change_application_state(segment, facts->application_id, facts->application_version,
				   "completed");
	record(act, segment, NULL, facts->applicant_id);
	q_post_due(segment, "release", "grant", act->id);
}

const struct command confirm_settlement = SETTLEMENT_COMMAND(
	"confirm-settlement", OP_CONFIRM_GRANT_SETTLEMENT, decide_confirming, apply_confirming);

void op_confirm_grant_settlement(struct req *r)
{
	command_run(r, &confirm_settlement, req_id(r, 0), NULL);
}

static void decide_returning(struct act *act)
{
	decide_return_settlement(act->facts, &act->problems);
}

static void apply_returning(struct act *act, struct db_segment *segment)
{
	q_answer_grant_settlement(segment, act->id, "returned", reason_of(act));
	q_renew_grant(segment, act->id, act->version);
	record(act, segment, reason_of(act), 0);
}

const struct command return_settlement = SETTLEMENT_COMMAND(
	"return-settlement", OP_RETURN_GRANT_SETTLEMENT, decide_returning, apply_returning);

void op_return_grant_settlement(struct req *r)
{
	command_run(r, &return_settlement, req_id(r, 0), req_input(r, &reason_shape));
}
