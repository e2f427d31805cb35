/* A firm goes from one hub to another: asked, consented to, and accepted, declined or withdrawn. */
#include "api/command/reason.h"
#include "api/enrolments/facts.h"
#include "api/mobilisation/commands.h"
#include "api/mobilisation/mobilisation.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_handover(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_handover_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_handovers(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_handovers(segment, req_query(r, "state"), req_query_id(r, "programmeId"),
			 req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field input_fields[] = {
	SHAPE_OR_NULL(struct handover_input, consent_by, "consentBy", TEXT),
	SHAPE_OPTIONAL(struct handover_input, consent_on, "consentOn", DATE, has_consent_day),
	SHAPE_OR_NULL(struct handover_input, without_consent, "withoutConsent", TEXT),
};
static const struct shape input_shape = SHAPE(struct handover_input, input_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct handover_input *input = act->input;

	q_load_enrolment(segment, act->id, "handovers", input->content, false);
}

static void decide_new(struct act *act)
{
	decide_ask_handover(act->facts, act->input, &act->problems);
}

/* The hub is told that it is asked once the firm has consented; and the firm, which may have to say
 * yes; and what the county asks, the hub that it asks in place of. */
static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;
	const struct handover_input *input = act->input;
	bool is_told = input->consent_by != NULL || input->without_consent != NULL;

	q_insert_handover(segment, facts->new_id, act->id, facts->to_hub_id, input->content);
	q_new_guard(segment, "handover", facts->new_id);
	act_record(act, segment,
		   &(struct act_event){"handover", facts->new_id, "handover", facts->new_id, NULL,
				       NULL, is_told ? facts->to_hub_id : 0});
	q_tell(segment, "handover.ask", "handover", facts->new_id, &facts->firm_id, "{}");
	if (facts->caller.organisation_id != facts->hub_id)
		q_tell(segment, "handover.ask", "handover", facts->new_id, &facts->hub_id, "{}");
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct enrolment_facts *facts = act->facts;

	act_reply(act, segment, q_reply_handover, "/v1/handovers", facts->new_id);
}

const struct command ask_handover = {
	.action = "ask-handover",
	.operation = OP_ASK_HANDOVER,
	.facts = &enrolment_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_ask_handover(struct req *r)
{
	struct handover_input *input = req_input(r, &input_shape);

	input->content = req_body_text(r);
	command_run(r, &ask_handover, req_id(r, 0), input);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct handover_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct handover_facts, id, "id", I64),
	SHAPE_FIELD(struct handover_facts, state, "state", TEXT),
	SHAPE_FIELD(struct handover_facts, enrolment_id, "enrolmentId", I64),
	SHAPE_FIELD(struct handover_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct handover_facts, to_hub_id, "toHubId", I64),
	SHAPE_FIELD(struct handover_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct handover_facts, is_consented, "isConsented", BOOL),
	SHAPE_FIELD(struct handover_facts, hub, "hub", TEXT),
	SHAPE_FIELD(struct handover_facts, to_hub, "toHub", TEXT),
	SHAPE_FIELD(struct handover_facts, county, "county", TEXT),
	SHAPE_FIELD(struct handover_facts, is_by_county, "isByCounty", BOOL),
	SHAPE_OR_NULL(struct handover_facts, without_consent, "withoutConsent", TEXT),
	SHAPE_FIELD(struct handover_facts, asked_by, "askedBy", I64),
	SHAPE_FIELD(struct handover_facts, is_between_stages, "isBetweenStages", BOOL),
	SHAPE_FIELD(struct handover_facts, is_hub_open, "isHubOpen", BOOL),
};
static const struct shape facts_shape = SHAPE(struct handover_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_handover(segment, act->id);
}

/* The hub that is asked. */
static bool knows(const struct handover_facts *facts)
{
	return facts->is_consented || facts->without_consent != NULL;
}

/* Told to the hub on the other side, or, of what the firm says, to its own; of what the county
 * asked, and of the consent, to both. The hub that is asked knows of nothing before that. */
static void record(struct act *act, struct db_segment *segment, const char *reason, bool is_told)
{
	const struct handover_facts *facts = act->facts;
	bool is_asker = facts->caller.organisation_id == facts->hub_id;
	int64_t other = is_told ? facts->to_hub_id : facts->firm_id;

	act_record(act, segment,
		   &(struct act_event){"handover", act->id, "handover", act->id, reason, NULL,
				       is_asker ? other : facts->hub_id});
	if (is_told && !is_asker && facts->caller.organisation_id != facts->to_hub_id)
		q_tell(segment, arena_printf(act->r->arena, "handover.%s", act->command->action),
		       "handover", act->id, &facts->to_hub_id, "{}");
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_handover, NULL, act->id);
}

static void decide_consent(struct act *act)
{
	decide_consent_handover(act->facts, &act->problems);
}

static void apply_consent(struct act *act, struct db_segment *segment)
{
	q_consent_handover(segment, act->id, act->version);
	record(act, segment, NULL, true);
}

static const struct command consent =
	COMMAND("consent", OP_CONSENT_HANDOVER, decide_consent, apply_consent);

void op_consent_handover(struct req *r)
{
	command_run(r, &consent, req_id(r, 0), NULL);
}

static void decide_acceptance(struct act *act)
{
	decide_accept_handover(act->facts, &act->problems);
}

/* The enrolment has another hub by it, and says so in its own chain. */
static void apply_acceptance(struct act *act, struct db_segment *segment)
{
	const struct handover_facts *facts = act->facts;

	q_answer_handover(segment, act->id, act->version, "accepted", NULL);
	record(act, segment, NULL, knows(act->facts));
	q_audit(segment, "enrolment", facts->enrolment_id, act->command->action, "handover",
		act->id, NULL, "{}");
}

static const struct command accept_handover =
	COMMAND("accept", OP_ACCEPT_HANDOVER, decide_acceptance, apply_acceptance);

void op_accept_handover(struct req *r)
{
	command_run(r, &accept_handover, req_id(r, 0), NULL);
}

static void decide_refusal(struct act *act)
{
	decide_decline_handover(act->facts, &act->problems);
}

static void apply_refusal(struct act *act, struct db_segment *segment)
{
	q_answer_handover(segment, act->id, act->version, "declined", reason_of(act));
	record(act, segment, reason_of(act), knows(act->facts));
}

static const struct command decline =
	COMMAND("decline", OP_DECLINE_HANDOVER, decide_refusal, apply_refusal);

void op_decline_handover(struct req *r)
{
	command_run(r, &decline, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_withdrawal(struct act *act)
{
	decide_withdraw_handover(act->facts, &act->problems);
}

static void apply_withdrawal(struct act *act, struct db_segment *segment)
{
	q_answer_handover(segment, act->id, act->version, "withdrawn", NULL);
	record(act, segment, NULL, knows(act->facts));
}

static const struct command withdraw =
	COMMAND("withdraw", OP_WITHDRAW_HANDOVER, decide_withdrawal, apply_withdrawal);

void op_withdraw_handover(struct req *r)
{
	command_run(r, &withdraw, req_id(r, 0), NULL);
}

void op_get_handover_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&consent, &accept_handover, &decline,
							 &withdraw};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
