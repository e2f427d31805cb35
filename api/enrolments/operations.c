/* Reading enrolments, and what may be done with one. */
#include "api/enrolments/commands.h"
#include "api/mobilisation/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/sessions/commands.h"

void op_get_enrolment(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_enrolment_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_enrolments(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_enrolments(segment, req_query_id(r, "programmeId"), req_query(r, "state"),
			  req_query_id(r, "stage"), req_query_id(r, "hubId"), req_query(r, "orgnr"),
			  req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_list_enrolment_steps(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_enrolment_steps(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_get_participation(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_participation_document(segment, r->path_args[0]);
	req_run_document(r, segment);
}

void enrolment_load(struct act *act, struct db_segment *segment)
{
	q_load_enrolment(segment, act->id, NULL, NULL, false);
}

void enrolment_reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_enrolment, NULL, act->id);
}

void enrolment_record(struct act *act, struct db_segment *segment, const char *reason,
		      const char *detail)
{
	const struct enrolment_facts *facts = act->facts;
	bool is_own = facts->caller.organisation_id == facts->firm_id;

	act_record(act, segment,
		   &(struct act_event){"enrolment", act->id, "enrolment", act->id, reason, detail,
				       is_own ? facts->hub_id : facts->firm_id});
}

void op_get_enrolment_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&recommend_stage, &note_contact,      &begin_assessment, &enrol_firm, &take_place,
		&start_stage,	  &complete_stage,    &finish_enrolment, &drop_out,   &re_enter,
		&ask_gate_waiver, &begin_deliverable, &ask_handover,	 &plan_interview,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
