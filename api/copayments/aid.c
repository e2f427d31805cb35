/* The aid that a place is: read, declared anew, checked or refused by the county, and corrected
 * where it was settled too low. */
#include <inttypes.h>

#include "api/command/reason.h"
#include "api/copayments/commands.h"
#include "api/copayments/settlement.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_copayment_aid(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_copayment_aid_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_get_firm_aid(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_firm_aid_document(segment, r->path_args[0]);
	req_run_document(r, segment);
}

static void decide_aid(struct act *act)
{
	decide_check_aid(act->facts, &act->problems);
}

/* The hub waits for it. */
static void record_finding(struct act *act, struct db_segment *segment,
			   const struct copayment_facts *facts, const char *reason)
{
	const char *detail = relief_is_aid(facts)
				     ? arena_printf(act->r->arena, "{\"aidOre\": %" PRId64 "}",
						    relief_aid_ore(facts, facts->relief.kind))
				     : NULL;

	act_record(act, segment,
		   &(struct act_event){"copayment", facts->id, "copayment", facts->id, reason,
				       detail, facts->hub_id});
}

/* Who may have what a relief makes of it may have what it was. */
void copayment_check_aid(struct act *act, struct db_segment *segment,
			 const struct copayment_facts *facts, int64_t version, const char *reason)
{
	q_check_copayment_aid(segment, facts->id, version);
	if (relief_is_aid(facts))
		q_check_relief_aid(segment, facts->relief.id,
				   relief_aid_ore(facts, facts->relief.kind));
	record_finding(act, segment, facts, reason);
}

static void apply_aid(struct act *act, struct db_segment *segment)
{
	copayment_check_aid(act, segment, act->facts, act->version, reason_of(act));
}

static void warn(struct act *act, struct problems *warnings)
{
	const struct copayment_facts *facts = act->facts;

	tell_beside(facts->beside, facts->n_beside, warnings);
	tell_refused(act->facts, warnings);
}

const struct command check_copayment_aid = {
	.action = "check-aid",
	.operation = OP_CHECK_COPAYMENT_AID,
	.facts = &copayment_facts_shape,
	.status = 200,
	.load = copayment_load,
	.decide = decide_aid,
	.apply = apply_aid,
	.reply = copayment_reply,
	.warn = warn,
};

void op_check_copayment_aid(struct req *r)
{
	command_run(r, &check_copayment_aid, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_refusing_aid(struct act *act)
{
	decide_refuse_aid(act->facts, &act->problems);
}

static void apply_refusing_aid(struct act *act, struct db_segment *segment)
{
	const struct copayment_facts *facts = act->facts;

	if (relief_is_aid(facts)) {
		q_touch_copayment(segment, act->id, act->version);
		q_refuse_relief_aid(segment, facts->relief.id, reason_of(act));
	} else {
		q_refuse_copayment_aid(segment, act->id, act->version, reason_of(act));
	}
	record_finding(act, segment, facts, reason_of(act));
}

const struct command refuse_copayment_aid =
	COPAYMENT_COMMAND("refuse-aid", OP_REFUSE_COPAYMENT_AID, decide_refusing_aid,
			  apply_refusing_aid);

void op_refuse_copayment_aid(struct req *r)
{
	command_run(r, &refuse_copayment_aid, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_declaring(struct act *act)
{
	decide_declare_aid(act->facts, act->input, &act->problems);
}

/* The county is to check it. */
static void apply_declaring(struct act *act, struct db_segment *segment)
{
	const struct declaration *input = act->input;

	q_declare_copayment_aid(segment, act->id, act->version, input->by,
				date_text(act->r->arena, input->on_day), input->received_json,
				input->reason);
	copayment_record(act, segment, input->reason, NULL);
}

const struct command declare_copayment_aid = COPAYMENT_COMMAND(
	"declare-aid", OP_DECLARE_COPAYMENT_AID, decide_declaring, apply_declaring);

void op_declare_copayment_aid(struct req *r)
{
	command_run(r, &declare_copayment_aid, req_id(r, 0), req_input(r, &declaration_shape));
}

static const struct shape_field corrected_fields[] = {
	SHAPE_FIELD(struct corrected_input, service_ore, "serviceValueOre", I64),
	SHAPE_FIELD(struct corrected_input, reason, "reason", TEXT),
};
static const struct shape corrected_shape = SHAPE(struct corrected_input, corrected_fields);

static void decide_correcting(struct act *act)
{
	decide_correct_settlement(act->facts, act->input, act->effects, &act->problems);
}

static void apply_correcting(struct act *act, struct db_segment *segment)
{
	const struct corrected_input *input = act->input;
	const struct corrected_effects *effects = act->effects;

	q_correct_settlement(segment, act->id, act->version, input->service_ore, effects->aid_ore,
			     input->reason);
	copayment_record(act, segment, input->reason,
			 arena_printf(act->r->arena,
				      "{\"serviceValueOre\": %" PRId64 ", \"aidOre\": %" PRId64 "}",
				      input->service_ore, effects->aid_ore));
}

const struct command correct_copayment_settlement = {
	.action = "correct-settlement",
	.operation = OP_CORRECT_COPAYMENT_SETTLEMENT,
	.facts = &copayment_facts_shape,
	.effects_size = sizeof(struct corrected_effects),
	.status = 200,
	.load = copayment_load,
	.decide = decide_correcting,
	.apply = apply_correcting,
	.reply = copayment_reply,
};

void op_correct_copayment_settlement(struct req *r)
{
	command_run(r, &correct_copayment_settlement, req_id(r, 0), req_input(r, &corrected_shape));
}
