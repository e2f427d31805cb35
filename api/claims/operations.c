/* Reading claims, and what the county does with one: review, reject, attest, release, send back. */
#include <inttypes.h>
#include <string.h>

#include "api/claims/claims.h"
#include "api/command/reason.h"
#include "api/grants/split.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_claim(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_claim_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_claims(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_claims(segment, req_query(r, "state"), req_query_id(r, "programmeId"),
		      req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field hand_fields[] = {
	SHAPE_FIELD(struct hand, person_id, "personId", I64),
	SHAPE_FIELD(struct hand, step, "step", TEXT),
};
const struct shape hand_shape = SHAPE(struct hand, hand_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct claim_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct claim_facts, id, "id", I64),
	SHAPE_FIELD(struct claim_facts, state, "state", TEXT),
	SHAPE_FIELD(struct claim_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct claim_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct claim_facts, applicant, "applicant", TEXT),
	SHAPE_FIELD(struct claim_facts, amount_ore, "amountOre", I64),
	SHAPE_LIST(struct claim_facts, parts_ore, n_parts, "parts", I64),
	SHAPE_FIELD(struct claim_facts, approved_ore, "approvedOre", I64),
	SHAPE_OBJECTS(struct claim_facts, hands.list, hands.n, "hands", &hand_shape),
	SHAPE_FIELD(struct claim_facts, submitted_by, "submittedBy", I64),
	SHAPE_FIELD(struct claim_facts, reviewed_by, "reviewedBy", I64),
	SHAPE_FIELD(struct claim_facts, attested_by, "attestedBy", I64),
	SHAPE_FIELD(struct claim_facts, kind, "kind", TEXT),
	SHAPE_OBJECTS(struct claim_facts, unmet.list, unmet.n, "unmet", &unmet_condition_shape),
	SHAPE_FIELD(struct claim_facts, has_account, "hasAccount", BOOL),
	SHAPE_FIELD(struct claim_facts, is_stayed, "isStayed", BOOL),
	SHAPE_FIELD(struct claim_facts, is_set_aside, "isSetAside", BOOL),
	SHAPE_OPTIONAL(struct claim_facts, overdue_report, "overdueReport", DATE, has_overdue),
};
static const struct shape facts_shape = SHAPE(struct claim_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_claim(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_claim, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail)
{
	const struct claim_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "claim", act->id,
				       reason, detail, facts->applicant_id});
}

static const struct shape_field review_fields[] = {
	SHAPE_FIELD(struct review_input, approved_ore, "approvedOre", I64),
	SHAPE_OR_NULL(struct review_input, reason, "reason", TEXT),
};
static const struct shape review_shape = SHAPE(struct review_input, review_fields);

static void decide_review(struct act *act)
{
	decide_review_claim(act->facts, act->input, &act->problems);
}

static void apply_review(struct act *act, struct db_segment *segment)
{
	const struct claim_facts *facts = act->facts;
	const struct review_input *input = act->input;
	struct arena *arena = act->r->arena;
	int64_t *parts_ore =
		split_parts(input->approved_ore, facts->parts_ore, facts->n_parts, arena);

	q_review_claim(segment, act->id, act->version, input->approved_ore, input->reason,
		       db_arg_i64s(arena, parts_ore, facts->n_parts));
	record(act, segment, input->reason,
	       arena_printf(arena, "{\"approvedOre\": %" PRId64 "}", input->approved_ore));
}

static void warn(struct act *act, struct problems *warnings)
{
	const struct claim_facts *facts = act->facts;

	if (strcmp(facts->state, "submitted") == 0 || strcmp(facts->state, "reviewed") == 0)
		tell_unmet(&facts->unmet, warnings);
}

static const struct command review = {
	.action = "review",
	.operation = OP_REVIEW_CLAIM,
	.facts = &facts_shape,
	.status = 200,
	.load = load,
	.decide = decide_review,
	.apply = apply_review,
	.reply = reply,
	.warn = warn,
	.caution = warn,
};

void op_review_claim(struct req *r)
{
	command_run(r, &review, req_id(r, 0), req_input(r, &review_shape));
}

static void decide_reject(struct act *act)
{
	decide_reject_claim(act->facts, &act->problems);
}

static void apply_reject(struct act *act, struct db_segment *segment)
{
	q_reject_claim(segment, act->id, act->version, reason_of(act));
	q_return_to_grant(segment, act->id);
	record(act, segment, reason_of(act), NULL);
	q_post_due(segment, "reject_claim", "claim", act->id);
}

static const struct command reject =
	COMMAND("reject", OP_REJECT_CLAIM, decide_reject, apply_reject);

void op_reject_claim(struct req *r)
{
	command_run(r, &reject, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_attest(struct act *act)
{
	decide_attest_claim(act->facts, &act->problems);
}

static void apply_attest(struct act *act, struct db_segment *segment)
{
	q_attest_claim(segment, act->id, act->version);
	record(act, segment, NULL, NULL);
}

static const struct command attest =
	COMMAND("attest", OP_ATTEST_CLAIM, decide_attest, apply_attest);

void op_attest_claim(struct req *r)
{
	command_run(r, &attest, req_id(r, 0), NULL);
}

static void decide_release(struct act *act)
{
	decide_release_claim(act->facts, &act->problems);
}

/* What was not approved is the grant's again. */
static void apply_release(struct act *act, struct db_segment *segment)
{
	const struct claim_facts *facts = act->facts;
	bool is_reduced = facts->approved_ore < facts->amount_ore;

	q_release_claim(segment, act->id, act->version);
	if (is_reduced)
		q_return_to_grant(segment, act->id);
	q_insert_payment(segment, act->id);
	record(act, segment, NULL, NULL);
	q_post_due(segment, "approve", "claim", act->id);
	if (is_reduced)
		q_post_due(segment, "reduce_claim", "claim", act->id);
}

static const struct command release =
	COMMAND("release", OP_RELEASE_CLAIM, decide_release, apply_release);

void op_release_claim(struct req *r)
{
	command_run(r, &release, req_id(r, 0), NULL);
}

static void decide_sending_back(struct act *act)
{
	decide_send_back_claim(act->facts, &act->problems);
}

static void apply_sending_back(struct act *act, struct db_segment *segment)
{
	q_send_back_claim(segment, act->id, act->version);
	record(act, segment, reason_of(act), NULL);
}

static const struct command send_back =
	COMMAND("send-back", OP_SEND_BACK_CLAIM, decide_sending_back, apply_sending_back);

void op_send_back_claim(struct req *r)
{
	command_run(r, &send_back, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_claim_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&review, &reject, &attest, &release,
							 &send_back};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
