/* Reading meetings, and their course: the agenda, who is there, opening and closing. */
#include "api/meetings/meetings.h"

#include "api/command/reason.h"
#include "api/meetings/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_meeting(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_meeting_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_meetings(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_meetings(segment, req_query_id(r, "bodyId"), req_query(r, "state"), req_after_id(r),
			req_limit(r));
	req_run_page(r, segment);
}

void op_list_agendas(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_agendas(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_list_minutes(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_minutes(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_get_meeting_ranking(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_meeting_ranking_document(segment, req_id(r, 0), req_query(r, "year"));
	req_run_document(r, segment);
}

void meeting_load_about(struct act *act, struct db_segment *segment,
			const struct meeting_about *about)
{
	q_load_meeting(segment, act->id, about->application_id, about->appeal_id,
		       about->amendment_id, about->reversal_id, about->item_id, about->proposal_id,
		       about->starts_at, about->votes, act->whole);
}

void meeting_load(struct act *act, struct db_segment *segment)
{
	meeting_load_about(act, segment, &(struct meeting_about){0});
}

void meeting_reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_meeting, NULL, act->id);
}

void meeting_record(struct act *act, struct db_segment *segment, const char *kind, int64_t id,
		    const char *reason)
{
	act_record(act, segment,
		   &(struct act_event){"meeting", act->id, kind, id, reason, NULL, 0});
}

static const struct shape_field put_fields[] = {
	SHAPE_OPTIONAL(struct put_input, application_id, "applicationId", ID, has_application),
	SHAPE_OPTIONAL(struct put_input, appeal_id, "appealId", ID, has_appeal),
	SHAPE_OPTIONAL(struct put_input, amendment_id, "amendmentId", ID, has_amendment),
	SHAPE_OPTIONAL(struct put_input, reversal_id, "reversalId", ID, has_reversal),
};
static const struct shape put_shape = SHAPE(struct put_input, put_fields);

static struct meeting_about about_of(const struct put_input *input)
{
	struct meeting_about about = {0};

	if (input == NULL)
		return about;
	if (input->has_application)
		about.application_id = &input->application_id;
	if (input->has_appeal)
		about.appeal_id = &input->appeal_id;
	if (input->has_amendment)
		about.amendment_id = &input->amendment_id;
	if (input->has_reversal)
		about.reversal_id = &input->reversal_id;
	return about;
}

static void load_candidate(struct act *act, struct db_segment *segment)
{
	struct meeting_about about = about_of(act->input);

	meeting_load_about(act, segment, &about);
}

static void decide_putting(struct act *act)
{
	decide_put(act->facts, act->input, &act->problems);
}

static void apply_putting(struct act *act, struct db_segment *segment)
{
	const struct meeting_facts *facts = act->facts;
	struct meeting_about about = about_of(act->input);

	q_insert_item(segment, facts->next_id, act->id, about.application_id, about.appeal_id,
		      about.amendment_id, about.reversal_id);
	q_touch_meeting(segment, act->id, &act->version, true);
	meeting_record(act, segment, "meeting_item", facts->next_id, NULL);
}

static const struct command put_on_agenda = MEETING_COMMAND(
	"put-on-agenda", OP_PUT_ON_AGENDA, load_candidate, decide_putting, apply_putting);

void op_put_on_agenda(struct req *r)
{
	command_run(r, &put_on_agenda, req_id(r, 0), req_input(r, &put_shape));
}

static const struct shape_field item_fields[] = {
	SHAPE_FIELD(struct item_input, item_id, "itemId", ID),
	SHAPE_FIELD(struct item_input, reason, "reason", TEXT),
};
static const struct shape item_shape = SHAPE(struct item_input, item_fields);

static void load_item(struct act *act, struct db_segment *segment)
{
	const struct item_input *input = act->input;

	meeting_load_about(
		act, segment,
		&(struct meeting_about){.item_id = input == NULL ? NULL : &input->item_id});
}

static void decide_taking(struct act *act)
{
	decide_take_off(act->facts, act->input, &act->problems);
}

static void apply_taking(struct act *act, struct db_segment *segment)
{
	const struct item_input *input = act->input;

	q_withdraw_item(segment, input->item_id, input->reason);
	q_touch_meeting(segment, act->id, &act->version, true);
	meeting_record(act, segment, "meeting_item", input->item_id, input->reason);
}

static const struct command take_off_agenda = MEETING_COMMAND(
	"take-off-agenda", OP_TAKE_OFF_AGENDA, load_item, decide_taking, apply_taking);

void op_take_off_agenda(struct req *r)
{
	command_run(r, &take_off_agenda, req_id(r, 0), req_input(r, &item_shape));
}

static void decide_sending(struct act *act)
{
	decide_send(act->facts, &act->problems);
}

static void apply_sending(struct act *act, struct db_segment *segment)
{
	q_send_agenda(segment, act->id, act->version);
	meeting_record(act, segment, "meeting", act->id, NULL);
}

static const struct command send_agenda =
	MEETING_COMMAND("send-agenda", OP_SEND_AGENDA, meeting_load, decide_sending, apply_sending);

void op_send_agenda(struct req *r)
{
	command_run(r, &send_agenda, req_id(r, 0), NULL);
}

static const struct shape_field move_fields[] = {
	SHAPE_FIELD(struct move_input, starts_at, "startsAt", TEXT),
	SHAPE_FIELD(struct move_input, place, "place", TEXT),
	SHAPE_FIELD(struct move_input, reason, "reason", TEXT),
};
static const struct shape move_shape = SHAPE(struct move_input, move_fields);

static void load_moved(struct act *act, struct db_segment *segment)
{
	const struct move_input *input = act->input;

	meeting_load_about(
		act, segment,
		&(struct meeting_about){.starts_at = input == NULL ? NULL : input->starts_at});
}

static void decide_moving(struct act *act)
{
	decide_move_meeting(act->facts, act->input, &act->problems);
}

static void apply_moving(struct act *act, struct db_segment *segment)
{
	const struct move_input *input = act->input;

	q_move_meeting(segment, act->id, act->version, input->starts_at, input->place);
	meeting_record(act, segment, "meeting", act->id, input->reason);
}

static const struct command move_meeting =
	MEETING_COMMAND("move", OP_MOVE_MEETING, load_moved, decide_moving, apply_moving);

void op_move_meeting(struct req *r)
{
	command_run(r, &move_meeting, req_id(r, 0), req_input(r, &move_shape));
}

static void decide_cancelling(struct act *act)
{
	decide_cancel(act->facts, &act->problems);
}

static void apply_cancelling(struct act *act, struct db_segment *segment)
{
	q_cancel_meeting(segment, act->id, act->version, reason_of(act));
	meeting_record(act, segment, "meeting", act->id, reason_of(act));
}

static const struct command cancel_meeting = MEETING_COMMAND(
	"cancel", OP_CANCEL_MEETING, meeting_load, decide_cancelling, apply_cancelling);

void op_cancel_meeting(struct req *r)
{
	command_run(r, &cancel_meeting, req_id(r, 0), req_input(r, &reason_shape));
}

static const struct shape_field opening_fields[] = {
	SHAPE_LIST(struct attendance_input, present, n_present, "present", ID),
	SHAPE_FIELD(struct attendance_input, presided_by, "presidedBy", ID),
};
static const struct shape opening_shape = SHAPE(struct attendance_input, opening_fields);

static void decide_opening(struct act *act)
{
	decide_open(act->facts, act->input, &act->problems);
}

static void note(struct act *act, struct db_segment *segment, const struct attendance_input *input)
{
	q_note_attendance(segment, act->id,
			  db_arg_i64s(act->r->arena, input->present, input->n_present));
}

static void apply_opening(struct act *act, struct db_segment *segment)
{
	const struct attendance_input *input = act->input;

	note(act, segment, input);
	q_open_meeting(segment, act->id, act->version, input->presided_by);
	meeting_record(act, segment, "meeting", act->id, NULL);
}

static const struct command open_meeting =
	MEETING_COMMAND("open", OP_OPEN_MEETING, meeting_load, decide_opening, apply_opening);

void op_open_meeting(struct req *r)
{
	command_run(r, &open_meeting, req_id(r, 0), req_input(r, &opening_shape));
}

static const struct shape_field attendance_fields[] = {
	SHAPE_LIST(struct attendance_input, present, n_present, "present", ID),
};
static const struct shape attendance_shape = SHAPE(struct attendance_input, attendance_fields);

static void decide_noting(struct act *act)
{
	decide_attendance(act->facts, act->input, &act->problems);
}

static void apply_noting(struct act *act, struct db_segment *segment)
{
	note(act, segment, act->input);
	q_touch_meeting(segment, act->id, &act->version, false);
	meeting_record(act, segment, "meeting", act->id, NULL);
}

static const struct command note_attendance = MEETING_COMMAND(
	"note-attendance", OP_NOTE_ATTENDANCE, meeting_load, decide_noting, apply_noting);

void op_note_attendance(struct req *r)
{
	command_run(r, &note_attendance, req_id(r, 0), req_input(r, &attendance_shape));
}

static void decide_closing(struct act *act)
{
	decide_close(act->facts, &act->problems);
}

static void apply_closing(struct act *act, struct db_segment *segment)
{
	q_close_meeting(segment, act->id, act->version);
	meeting_record(act, segment, "meeting", act->id, NULL);
}

static const struct command close_meeting =
	MEETING_COMMAND("close", OP_CLOSE_MEETING, meeting_load, decide_closing, apply_closing);

void op_close_meeting(struct req *r)
{
	command_run(r, &close_meeting, req_id(r, 0), NULL);
}

void op_get_meeting_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&put_on_agenda, &take_off_agenda, &send_agenda,	    &move_meeting,
		&cancel_meeting, &open_meeting,	  &note_attendance, &propose_outcome,
		&put_to_vote,	&cast_vote,	  &enter_hands,	    &end_vote,
		&abandon_vote,	&close_meeting,	  &write_minutes,   &approve_minutes,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
