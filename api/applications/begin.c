/* An application is begun: by its applicant or on its behalf, anew or from an earlier one. */
#include "api/applications/begin.h"

#include <inttypes.h>

#include "api/applications/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_application_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_application_facts, today, "today", DATE),
	SHAPE_FIELD(struct new_application_facts, id, "id", ID),
	SHAPE_FIELD(struct new_application_facts, call_state, "callState", TEXT),
	SHAPE_FIELD(struct new_application_facts, opens_on, "opensOn", DATE),
	SHAPE_FIELD(struct new_application_facts, closes_on, "closesOn", DATE),
	SHAPE_OBJECT(struct new_application_facts, deadline, "deadline", &call_deadline_shape),
	SHAPE_OPTIONAL(struct new_application_facts, leave_id, "leaveId", I64, has_leave),
	SHAPE_OPTIONAL_OBJECT(struct new_application_facts, behalf, "behalf",
			      &on_behalf_facts_shape, has_behalf),
	SHAPE_FIELD(struct new_application_facts, programme_id, "programmeId", I64),
	SHAPE_FIELD(struct new_application_facts, form_version, "formVersion", I64),
	SHAPE_LIST(struct new_application_facts, applicant_kinds, n_applicant_kinds,
		   "applicantKinds", TEXT),
	SHAPE_OPTIONAL(struct new_application_facts, track_programme_id, "trackProgrammeId", I64,
		       has_track),
	SHAPE_OR_NULL(struct new_application_facts, track_state, "trackState", TEXT),
	SHAPE_OPTIONAL(struct new_application_facts, track_application_id, "trackApplicationId",
		       I64, track_is_taken),
	SHAPE_OPTIONAL_OBJECT(struct new_application_facts, from, "from", &carry_source_shape,
			      has_from),
	SHAPE_OPTIONAL_OBJECT(struct new_application_facts, target, "target", &carry_target_shape,
			      has_target),
};
static const struct shape new_facts_shape = SHAPE(struct new_application_facts, new_facts_fields);

static const struct shape_field new_input_fields[] = {
	SHAPE_FIELD(struct new_application_input, call_id, "callId", ID),
	SHAPE_OPTIONAL(struct new_application_input, track_id, "trackId", ID, has_track),
	SHAPE_FIELD(struct new_application_input, title, "title", TEXT),
	SHAPE_OPTIONAL(struct new_application_input, from_id, "fromApplicationId", ID, carries),
	SHAPE_OPTIONAL_OBJECT(struct new_application_input, on_behalf, "onBehalf",
			      &on_behalf_input_shape, is_on_behalf),
};
static const struct shape new_input_shape = SHAPE(struct new_application_input, new_input_fields);

static void load_create(struct act *act, struct db_segment *segment)
{
	const struct new_application_input *input = act->input;

	q_load_new_application(segment, input->call_id, input->has_track ? &input->track_id : NULL,
			       input->is_on_behalf ? input->on_behalf.orgnr : NULL,
			       input->carries ? &input->from_id : NULL);
}

static void decide_create(struct act *act)
{
	const struct new_application_facts *facts = act->facts;
	const struct new_application_input *input = act->input;

	decide_create_application(facts, input, &act->problems);
	if (input->carries && facts->has_from)
		carry_over(&facts->from, &facts->target, facts->today, !input->is_on_behalf,
			   act->r->arena, act->effects);
}

static void enter(struct act *act, struct db_segment *segment)
{
	const struct new_application_facts *facts = act->facts;
	const struct new_application_input *input = act->input;
	const struct on_behalf_input *entered = &input->on_behalf;

	q_enter_application(segment, facts->id, facts->behalf.applicant_id, input->call_id,
			    (int32_t)facts->form_version, input->title,
			    date_text(act->r->arena, entered->received_on), entered->channel,
			    entered->authority);
	q_new_guard_of(segment, "application", facts->id, facts->behalf.applicant_id);
}

static void take_along(struct act *act, struct db_segment *segment)
{
	const struct new_application_facts *facts = act->facts;
	const struct carry_over *carried = act->effects;

	q_carry_over(segment, facts->id, facts->from.id, carried->answers, carried->starts_on,
		     carried->ends_on, carried->new_content, carried->firms, carried->fagpartnere,
		     carried->costs, carried->finance,
		     not_carried_json(carried, act->r->arena));
}

/* As if the applicant had named them. */
static void ask_partners(struct act *act, struct db_segment *segment)
{
	const struct new_application_facts *facts = act->facts;
	const struct carry_over *carried = act->effects;

	for (size_t i = 0; i < carried->n_partners; i++) {
		const struct carried_partner *partner = carried->partners[i];

		q_insert_partner(segment, partner->id, facts->id, partner->organisation_id,
				 partner->task, NULL);
		act_record(act, segment,
			   &(struct act_event){"application", facts->id, "application_partner",
					       partner->id, NULL, NULL, partner->organisation_id});
	}
}

static const char *detail_of(const struct act *act)
{
	const struct new_application_input *input = act->input;

	if (!input->carries)
		return NULL;
	return arena_printf(act->r->arena, "{\"carriedFrom\":\"%" PRId64 "\"}", input->from_id);
}

static void apply_create(struct act *act, struct db_segment *segment)
{
	const struct new_application_facts *facts = act->facts;
	const struct new_application_input *input = act->input;

	if (input->is_on_behalf) {
		enter(act, segment);
	} else {
		q_insert_application(segment, facts->id, input->call_id,
				     (int32_t)facts->form_version,
				     input->has_track ? &input->track_id : NULL,
				     facts->has_leave ? &facts->leave_id : NULL, input->title);
		q_new_guard(segment, "application", facts->id);
	}
	if (input->carries)
		take_along(act, segment);
	act_record(act, segment,
		   &(struct act_event){"application", facts->id, "application", facts->id,
				       input->is_on_behalf ? input->on_behalf.authority : NULL,
				       detail_of(act), facts->behalf.applicant_id});
	ask_partners(act, segment);
}

static void reply_create(struct act *act, struct db_segment *segment)
{
	const struct new_application_facts *facts = act->facts;

	act_reply(act, segment, q_reply_application, "/v1/applications", facts->id);
}

static void caution(struct act *act, struct problems *warnings)
{
	tell_not_carried(act->effects, act->r->language, warnings);
}

static const struct command create_application = {
	.action = "create",
	.operation = OP_CREATE_APPLICATION,
	.facts = &new_facts_shape,
	.effects_size = sizeof(struct carry_over),
	.status = 201,
	.made_in = "callId",
	.load = load_create,
	.decide = decide_create,
	.apply = apply_create,
	.reply = reply_create,
	.caution = caution,
};

void op_create_application(struct req *r)
{
	command_run(r, &create_application, 0, req_input(r, &new_input_shape));
}
