/* What a bank file told of and a person sees to: matched by hand, split, ignored or sent back, and
 * that undone. */
#include <inttypes.h>

#include "api/bankfiles/entries.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_bank_entry(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_bank_entry_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_bank_entries(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_bank_entries(segment, req_query(r, "state"), req_query_id(r, "fileId"),
			    req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct bank_entry_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct bank_entry_facts, today, "today", DATE),
	SHAPE_FIELD(struct bank_entry_facts, id, "id", I64),
	SHAPE_FIELD(struct bank_entry_facts, file_id, "fileId", I64),
	SHAPE_FIELD(struct bank_entry_facts, state, "state", TEXT),
	SHAPE_FIELD(struct bank_entry_facts, booked_on, "bookedOn", DATE),
	SHAPE_FIELD(struct bank_entry_facts, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct bank_entry_facts, currency, "currency", TEXT),
	SHAPE_FIELD(struct bank_entry_facts, is_reversal, "isReversal", BOOL),
	SHAPE_OR_NULL(struct bank_entry_facts, why, "why", TEXT),
	SHAPE_OPTIONAL(struct bank_entry_facts, perhaps_id, "perhapsId", I64, has_perhaps),
	SHAPE_OPTIONAL(struct bank_entry_facts, reversed_by, "reversedBy", I64, is_reversed),
	SHAPE_OPTIONAL(struct bank_entry_facts, reverses, "reverses", I64, has_reverses),
	SHAPE_FIELD(struct bank_entry_facts, is_reversed_counted, "isReversedCounted", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct bank_entry_facts, owed, "owed", &owed_shape, has_owed),
	SHAPE_FIELD(struct bank_entry_facts, paid_ore, "paidOre", I64),
	SHAPE_FIELD(struct bank_entry_facts, refunded_ore, "refundedOre", I64),
	SHAPE_FIELD(struct bank_entry_facts, is_relief_asked, "isReliefAsked", BOOL),
};
static const struct shape facts_shape = SHAPE(struct bank_entry_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_bank_entry(segment, act->id, NULL, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_bank_entry, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason)
{
	const struct bank_entry_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"bank_file", facts->file_id, "bank_entry", act->id, reason,
				       NULL, 0});
}

/* Told in the case of the co-payment too. */
static void record_owed(struct act *act, struct db_segment *segment, const char *reason)
{
	const struct bank_entry_facts *facts = act->facts;
	const struct owed *owed = &facts->owed;

	act_record(act, segment,
		   &(struct act_event){"copayment", owed->id, "copayment", owed->id, reason,
				       arena_printf(act->r->arena, "{\"amountOre\": %" PRId64 "}",
						    facts->amount_ore),
				       owed->firm_id});
}

#define ENTRY_COMMAND(name, op, load_fn, decide_fn, apply_fn)                                      \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &facts_shape, .status = 200,         \
		.load = (load_fn), .decide = (decide_fn), .apply = (apply_fn), .reply = reply      \
	}

static const struct shape_field match_fields[] = {
	SHAPE_FIELD(struct match_input, copayment_id, "copaymentId", ID),
	SHAPE_OR_NULL(struct match_input, reason, "reason", TEXT),
};
static const struct shape match_shape = SHAPE(struct match_input, match_fields);

static void load_match(struct act *act, struct db_segment *segment)
{
	const struct match_input *input = act->input;

	q_load_bank_entry(segment, act->id, input == NULL ? NULL : &input->copayment_id, NULL);
}

static void decide_matching(struct act *act)
{
	decide_match(act->facts, act->input, &act->problems);
}

static void apply_matching(struct act *act, struct db_segment *segment)
{
	const struct bank_entry_facts *facts = act->facts;
	const struct match_input *input = act->input;

	q_settle_bank_entry(segment, act->id, act->version, "matched", &facts->owed.id,
			    input->reason);
	q_pay_copayments(segment, facts->file_id, 1);
	record(act, segment, input->reason);
	record_owed(act, segment, input->reason);
}

static void warn(struct act *act, struct problems *warnings)
{
	warn_of_payment(act->facts, warnings);
}

static const struct command match_entry = {
	.action = "match",
	.operation = OP_MATCH_BANK_ENTRY,
	.facts = &facts_shape,
	.status = 200,
	.load = load_match,
	.decide = decide_matching,
	.apply = apply_matching,
	.reply = reply,
	.warn = warn,
};

void op_match_bank_entry(struct req *r)
{
	command_run(r, &match_entry, req_id(r, 0), req_input(r, &match_shape));
}

static const struct shape_field ignore_fields[] = {
	SHAPE_FIELD(struct ignore_input, reason, "reason", TEXT),
	SHAPE_OPTIONAL(struct ignore_input, reverses_id, "reversesId", ID, has_reverses),
	SHAPE_OPTIONAL(struct ignore_input, is_nothing, "reversesNothing", BOOL, has_nothing),
};
static const struct shape ignore_shape = SHAPE(struct ignore_input, ignore_fields);

static const int64_t *said(const struct ignore_input *input)
{
	return input != NULL && input->has_reverses ? &input->reverses_id : NULL;
}

static void load_ignore(struct act *act, struct db_segment *segment)
{
	q_load_bank_entry(segment, act->id, NULL, said(act->input));
}

static void decide_ignoring(struct act *act)
{
	decide_ignore(act->facts, act->input, &act->problems);
}

static void apply_ignoring(struct act *act, struct db_segment *segment)
{
	const struct bank_entry_facts *facts = act->facts;
	const struct ignore_input *input = act->input;

	if (facts->is_reversal && (input->has_reverses || input->is_nothing))
		q_tie_reversal(segment, act->id, said(input));
	q_settle_bank_entry(segment, act->id, act->version, "ignored", NULL, input->reason);
	record(act, segment, input->reason);
}

static const struct command ignore =
	ENTRY_COMMAND("ignore", OP_IGNORE_BANK_ENTRY, load_ignore, decide_ignoring, apply_ignoring);

void op_ignore_bank_entry(struct req *r)
{
	command_run(r, &ignore, req_id(r, 0), req_input(r, &ignore_shape));
}

static void decide_sending_back(struct act *act)
{
	decide_return_payment(act->facts, &act->problems);
}

static void apply_returning(struct act *act, struct db_segment *segment)
{
	q_settle_bank_entry(segment, act->id, act->version, "returned", NULL, reason_of(act));
	record(act, segment, reason_of(act));
}

static const struct command send_back =
	ENTRY_COMMAND("return", OP_RETURN_BANK_ENTRY, load, decide_sending_back, apply_returning);

void op_return_bank_entry(struct req *r)
{
	command_run(r, &send_back, req_id(r, 0), req_input(r, &reason_shape));
}

static const struct shape_field split_fields[] = {
	SHAPE_LIST(struct split_input, amounts_ore, n, "amountsOre", I64),
	SHAPE_FIELD(struct split_input, amounts_json, "amountsOre", RAW),
	SHAPE_OR_NULL(struct split_input, reason, "reason", TEXT),
};
static const struct shape split_shape = SHAPE(struct split_input, split_fields);

static void decide_splitting(struct act *act)
{
	decide_split(act->facts, act->input, &act->problems);
}

static void apply_splitting(struct act *act, struct db_segment *segment)
{
	const struct split_input *input = act->input;

	q_split_bank_entry(segment, act->id, act->version, input->amounts_json, input->reason);
	record(act, segment, input->reason);
}

static const struct command split =
	ENTRY_COMMAND("split", OP_SPLIT_BANK_ENTRY, load, decide_splitting, apply_splitting);

void op_split_bank_entry(struct req *r)
{
	command_run(r, &split, req_id(r, 0), req_input(r, &split_shape));
}

static void decide_reopening(struct act *act)
{
	decide_reopen(act->facts, act->effects, &act->problems);
}

static void apply_reopening(struct act *act, struct db_segment *segment)
{
	const struct bank_entry_facts *facts = act->facts;
	const struct reopen_effects *effects = act->effects;

	q_reopen_bank_entry(segment, act->id, act->version, reason_of(act));
	record(act, segment, reason_of(act));
	if (!facts->has_owed)
		return;
	q_unpay_copayment(segment, facts->owed.id, act->id, facts->amount_ore, effects->owed_state);
	record_owed(act, segment, reason_of(act));
}

static const struct command reopen = {
	.action = "reopen",
	.operation = OP_REOPEN_BANK_ENTRY,
	.facts = &facts_shape,
	.effects_size = sizeof(struct reopen_effects),
	.status = 200,
	.load = load,
	.decide = decide_reopening,
	.apply = apply_reopening,
	.reply = reply,
};

void op_reopen_bank_entry(struct req *r)
{
	command_run(r, &reopen, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_bank_entry_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&match_entry, &split, &ignore, &send_back,
							 &reopen};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
