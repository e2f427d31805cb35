/* The minutes are written from what happened, and approved by the chair. */
#include "api/meetings/commands.h"
#include "api/meetings/meetings.h"
#include "api/meetings/text.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/fail.h"

static const struct shape_field input_fields[] = {
	SHAPE_OR_NULL(struct minutes_input, remarks, "remarks", TEXT),
	SHAPE_OR_NULL(struct minutes_input, reason, "reason", TEXT),
	SHAPE_OPTIONAL(struct minutes_input, in_english, "inEnglish", BOOL, has_english),
};
static const struct shape input_shape = SHAPE(struct minutes_input, input_fields);

static int64_t next_edition(const struct meeting_facts *facts)
{
	return facts->has_minutes ? facts->minutes.edition + 1 : 1;
}

static void decide_writing(struct act *act)
{
	decide_write_minutes(act->facts, act->input, &act->problems);
}

static void apply_writing(struct act *act, struct db_segment *segment)
{
	const struct meeting_facts *facts = act->facts;
	const struct minutes_input *input = act->input;
	struct arena *arena = act->r->arena;
	const struct record *record = record_read(facts->record, arena);
	const char *nb, *en = NULL;

	MUST(record != NULL);
	nb = minutes_text(record, input->remarks, input->reason, LANGUAGE_NB, arena);
	if (input->in_english)
		en = minutes_text(record, input->remarks, input->reason, LANGUAGE_EN, arena);
	q_replace_minutes(segment, act->id);
	q_insert_minutes(segment, act->id, (int32_t)next_edition(facts), facts->record, nb, en,
			 input->remarks, input->reason);
	q_touch_meeting(segment, act->id, &act->version, false);
	meeting_record(act, segment, "minutes", act->id, input->reason);
}

const struct command write_minutes = MEETING_COMMAND("write-minutes", OP_WRITE_MINUTES,
						     meeting_load, decide_writing, apply_writing);

void op_write_minutes(struct req *r)
{
	command_run(r, &write_minutes, req_id(r, 0), req_input(r, &input_shape));
}

static void decide_approving(struct act *act)
{
	decide_approve_minutes(act->facts, &act->problems);
}

static void apply_approving(struct act *act, struct db_segment *segment)
{
	const struct meeting_facts *facts = act->facts;

	q_approve_minutes(segment, act->id, act->version, (int32_t)facts->minutes.edition);
	meeting_record(act, segment, "minutes", act->id, NULL);
}

const struct command approve_minutes = MEETING_COMMAND(
	"approve-minutes", OP_APPROVE_MINUTES, meeting_load, decide_approving, apply_approving);

void op_approve_minutes(struct req *r)
{
	command_run(r, &approve_minutes, req_id(r, 0), NULL);
}
