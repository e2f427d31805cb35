/* What the applicant does with its own application: save in steps, submit, withdraw. */
#include "api/applications/applications.h"

#include "api/applications/commands.h"
#include "api/applications/overlap.h"
#include "api/applications/form.h"
#include "api/command/command.h"
#include "api/decisions/decisions.h"
#include "api/operations.gen.h"
#include "api/problems/words.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"
#include "lib/format/orgnr.h"

struct named_orgnr {
	const char *orgnr;
};

struct plan_input {
	const char *title;
	const char *answers;
	const char *new_content; /* NULL: it is the way on from nothing */
	const char *firms;
	const char *fagpartnere;
	struct named_orgnr *firm_list;
	size_t n_firms;
	struct named_orgnr *fagpartner_list;
	size_t n_fagpartnere;
	int32_t starts_on, ends_on;
	bool has_start, has_end;
};

static const struct shape_field orgnr_fields[] = {
	SHAPE_FIELD(struct named_orgnr, orgnr, "orgnr", TEXT),
};
static const struct shape orgnr_shape = SHAPE(struct named_orgnr, orgnr_fields);

static const struct shape_field plan_fields[] = {
	SHAPE_FIELD(struct plan_input, title, "title", TEXT),
	SHAPE_FIELD(struct plan_input, answers, "answers", RAW),
	SHAPE_OR_NULL(struct plan_input, new_content, "newContent", TEXT),
	SHAPE_FIELD(struct plan_input, firms, "firms", RAW),
	SHAPE_FIELD(struct plan_input, fagpartnere, "fagpartnere", RAW),
	SHAPE_OBJECTS(struct plan_input, firm_list, n_firms, "firms", &orgnr_shape),
	SHAPE_OBJECTS(struct plan_input, fagpartner_list, n_fagpartnere, "fagpartnere",
		      &orgnr_shape),
	SHAPE_OPTIONAL(struct plan_input, starts_on, "startsOn", DATE, has_start),
	SHAPE_OPTIONAL(struct plan_input, ends_on, "endsOn", DATE, has_end),
};
static const struct shape plan_shape = SHAPE(struct plan_input, plan_fields);

/* Numbers are valid by mod-11, and each stands once. */
static void check_orgnrs(struct problems *problems, const char *list,
			 const struct named_orgnr *items, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!orgnr_is_valid(items[i].orgnr))
			problems_at(problems, PROBLEM_ORGNR_INVALID, items[i].orgnr, NULL,
				    "#/%s/%zu/orgnr", list, i);
		if (IS_REPEATED(items, orgnr, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/%s/%zu/orgnr", list, i);
	}
}

static void decide_plan(struct act *act)
{
	const struct plan_input *input = act->input;

	decide_save(act->facts, &act->problems);
	if (input == NULL)
		return;
	check_orgnrs(&act->problems, "firms", input->firm_list, input->n_firms);
	check_orgnrs(&act->problems, "fagpartnere", input->fagpartner_list, input->n_fagpartnere);
	if (input->has_start && input->has_end)
		require_order(&act->problems, input->starts_on, input->ends_on, "#/endsOn");
}

static const char *date_or_null(struct arena *arena, bool has, int32_t days)
{
	return has ? date_text(arena, days) : NULL;
}

static void apply_plan(struct act *act, struct db_segment *segment)
{
	const struct plan_input *input = act->input;
	struct arena *arena = act->r->arena;

	q_save_plan(segment, act->id, act->version, input->title, input->answers,
		    date_or_null(arena, input->has_start, input->starts_on),
		    date_or_null(arena, input->has_end, input->ends_on), input->new_content,
		    input->firms, input->fagpartnere);
	application_record(act, segment, NULL);
}

static const struct command save_plan =
	APPLICATION_COMMAND("save-plan", OP_SAVE_PLAN, decide_plan, apply_plan);

void op_save_plan(struct req *r)
{
	command_run(r, &save_plan, req_id(r, 0), req_input(r, &plan_shape));
}

struct costs_input {
	const char *json;
	struct cost_line *list;
	size_t n;
};

static const struct shape_field costs_fields[] = {
	SHAPE_FIELD(struct costs_input, json, "costs", RAW),
	SHAPE_OBJECTS(struct costs_input, list, n, "costs", &cost_line_shape),
};
static const struct shape costs_shape = SHAPE(struct costs_input, costs_fields);

struct finance_input {
	const char *json;
	struct finance_line *list;
	size_t n;
};

static const struct shape_field finance_fields[] = {
	SHAPE_FIELD(struct finance_input, json, "finance", RAW),
	SHAPE_OBJECTS(struct finance_input, list, n, "finance", &finance_line_shape),
};
static const struct shape finance_shape = SHAPE(struct finance_input, finance_fields);

static void decide_costs(struct act *act)
{
	const struct application_facts *facts = act->facts;
	const struct costs_input *input = act->input;

	decide_save(facts, &act->problems);
	check_bearers(&facts->partners, input->list, input->n, &act->problems);
}

static void decide_finance(struct act *act)
{
	const struct application_facts *facts = act->facts;
	const struct finance_input *input = act->input;

	decide_save(facts, &act->problems);
	check_sources(&facts->partners, input->list, input->n, &act->problems);
}

static void apply_costs(struct act *act, struct db_segment *segment)
{
	const struct costs_input *input = act->input;

	q_save_costs(segment, act->id, act->version, input->json);
	application_record(act, segment, NULL);
}

static void apply_finance(struct act *act, struct db_segment *segment)
{
	const struct finance_input *input = act->input;

	q_save_finance(segment, act->id, act->version, input->json);
	application_record(act, segment, NULL);
}

static const struct command save_cost_plan =
	APPLICATION_COMMAND("save-cost-plan", OP_SAVE_COST_PLAN, decide_costs, apply_costs);
static const struct command save_finance_plan =
	APPLICATION_COMMAND("save-finance-plan", OP_SAVE_FINANCE_PLAN, decide_finance,
			    apply_finance);

void op_save_cost_plan(struct req *r)
{
	command_run(r, &save_cost_plan, req_id(r, 0), req_input(r, &costs_shape));
}

void op_save_finance_plan(struct req *r)
{
	command_run(r, &save_finance_plan, req_id(r, 0), req_input(r, &finance_shape));
}

static void decide_submission(struct act *act)
{
	const struct application_facts *facts = act->facts;

	decide_submit(facts, act->whole, act->effects, &act->problems);
	if (act->whole && facts->form != NULL)
		form_check(facts->form, facts->answers, &act->problems);
}

static void apply_submission(struct act *act, struct db_segment *segment)
{
	const struct submit_effects *effects = act->effects;

	q_submit_application(segment, act->id, act->version, effects->applied_ore);
	q_number_case(segment, act->id);
	q_freeze_submission(segment, act->id);
	application_record(act, segment, NULL);
}

static void warn(struct act *act, struct problems *warnings)
{
	tell_overlap(act->facts, warnings);
	tell_unevaluated(act->facts, warnings);
	tell_unsettled_partners(act->facts, warnings);
	tell_short_of_money(act->facts, warnings);
}

const struct command submit_application = {
	.action = "submit",
	.operation = OP_SUBMIT_APPLICATION,
	.facts = &application_facts_shape,
	.effects_size = sizeof(struct submit_effects),
	.status = 200,
	.load = application_load,
	.decide = decide_submission,
	.apply = apply_submission,
	.reply = application_reply,
	.warn = warn,
};

void op_submit_application(struct req *r)
{
	command_run(r, &submit_application, req_id(r, 0), NULL);
}

static void decide_entering_withdrawal(struct act *act)
{
	decide_enter_withdrawal(act->facts, act->input, &act->problems);
}

static void apply_entering_withdrawal(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	const struct said_input *said = act->input;

	q_insert_answer_on_behalf(segment, facts->applicant_id, act->id, NULL, "withdrawn",
				  date_text(act->r->arena, said->received_on), said->channel,
				  said->authority);
	q_change_application_state(segment, act->id, act->version, "withdrawn");
	application_record(act, segment, said->reason);
}

const struct command enter_withdrawal = APPLICATION_COMMAND(
	"enter-withdrawal", OP_ENTER_WITHDRAWAL, decide_entering_withdrawal,
	apply_entering_withdrawal);

void op_enter_withdrawal(struct req *r)
{
	command_run(r, &enter_withdrawal, req_id(r, 0), req_input(r, &said_shape));
}

static void decide_withdrawal(struct act *act)
{
	decide_withdraw(act->facts, &act->problems);
}

static void apply_withdrawal(struct act *act, struct db_segment *segment)
{
	q_change_application_state(segment, act->id, act->version, "withdrawn");
	application_record(act, segment, reason_of(act));
}

const struct command withdraw_application = APPLICATION_COMMAND(
	"withdraw", OP_WITHDRAW_APPLICATION, decide_withdrawal, apply_withdrawal);

void op_withdraw_application(struct req *r)
{
	command_run(r, &withdraw_application, req_id(r, 0), req_input(r, &reason_shape));
}
