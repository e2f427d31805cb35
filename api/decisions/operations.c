#include "api/decisions/anew.h"

#include <inttypes.h>

#include "api/applications/applications.h"
#include "api/applications/commands.h"
#include "api/command/bulk.h"
#include "api/decisions/before.h"
#include "api/decisions/lines.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

static const struct shape_field recommend_fields[] = {
	SHAPE_FIELD(struct recommend_input, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct recommend_input, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct recommend_input, grounds, "grounds", TEXT),
	SHAPE_OPTIONAL_OBJECTS(struct recommend_input, conditions.list, conditions.n, "conditions",
			       &given_condition_shape),
	SHAPE_OR_NULL(struct recommend_input, conditions.json, "conditions", RAW),
};
static const struct shape recommend_shape = SHAPE(struct recommend_input, recommend_fields);

static const struct shape_field decide_fields[] = {
	SHAPE_FIELD(struct decide_input, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct decide_input, amount_ore, "amountOre", I64),
	SHAPE_OR_NULL(struct decide_input, grounds, "grounds", TEXT),
	SHAPE_FIELD(struct decide_input, year, "year", I64),
	SHAPE_OR_NULL(struct decide_input, resolution, "resolution", TEXT),
	SHAPE_OPTIONAL(struct decide_input, meeting.item_id, "meetingItemId", ID, meeting.has_item),
	SHAPE_OR_NULL(struct decide_input, meeting.departure_grounds, "departureGrounds", TEXT),
	SHAPE_OR_NULL(struct decide_input, overlap_grounds, "overlapGrounds", TEXT),
	SHAPE_OPTIONAL(struct decide_input, release_on, "releaseOn", DATE, has_release),
	SHAPE_OPTIONAL_OBJECTS(struct decide_input, conditions.list, conditions.n, "conditions",
			       &given_condition_shape),
	SHAPE_OR_NULL(struct decide_input, conditions.json, "conditions", RAW),
};
static const struct shape decide_shape = SHAPE(struct decide_input, decide_fields);

void op_list_recommendations(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_recommendations(segment, req_id(r, 0));
	req_run_page(r, segment);
}

void op_list_decisions(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_decisions(segment, req_id(r, 0));
	req_run_page(r, segment);
}

static void decide_recommendation(struct act *act)
{
	decide_recommend(act->facts, act->input, &act->problems);
}

static void apply_recommendation(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	const struct recommend_input *input = act->input;

	q_insert_recommendation(segment, act->id, input->outcome, input->amount_ore,
				input->grounds,
				input->conditions.json == NULL ? "[]" : input->conditions.json);
	q_recommend_application(segment, act->id, act->version);
	act_record(act, segment,
		   &(struct act_event){"application", act->id, "application", act->id, NULL,
				       act_outcome_detail(act, input->outcome,
							  input->amount_ore),
				       facts->applicant_id});
}

static void caution_recommendation(struct act *act, struct problems *warnings)
{
	const struct recommend_input *input = act->input;

	tell_short_lines(act->facts, input->amount_ore, 0, warnings);
}

const struct command recommend_application = {
	.action = "recommend",
	.operation = OP_RECOMMEND_APPLICATION,
	.facts = &application_facts_shape,
	.status = 200,
	.load = application_load,
	.decide = decide_recommendation,
	.apply = apply_recommendation,
	.reply = application_reply,
	.caution = caution_recommendation,
};

void op_recommend_application(struct req *r)
{
	command_run(r, &recommend_application, req_id(r, 0), req_input(r, &recommend_shape));
}

static void decide_back(struct act *act)
{
	decide_send_back(act->facts, &act->problems);
}

static void apply_back(struct act *act, struct db_segment *segment)
{
	q_change_application_state(segment, act->id, act->version, "in_review");
	application_record(act, segment, reason_of(act));
}

const struct command send_back_application =
	APPLICATION_COMMAND("send-back", OP_SEND_BACK_APPLICATION, decide_back, apply_back);

void op_send_back_application(struct req *r)
{
	command_run(r, &send_back_application, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_decision(struct act *act)
{
	if (act->before != NULL)
		count_before(act->facts, act->before);
	decide_decide(act->facts, act->input, act->effects, &act->problems);
	if (act->before != NULL && !problems_any(&act->problems))
		note_before(act->before, act->facts, act->input, act->effects);
}

static const char *groups_text(struct arena *arena, const struct application_facts *facts,
			       const struct decide_effects *effects)
{
	const char *text = "[";

	for (size_t i = 0; effects->grants && i < facts->decision.n_budget; i++) {
		const struct budget_group *group = &facts->decision.budget[i];

		text = arena_printf(arena,
				    "%s%s{\"costGroup\":\"%s\",\"earmarked\":%s,"
				    "\"budgetOre\":%" PRId64 ",\"amountOre\":%" PRId64 "}",
				    text, i == 0 ? "" : ",", group->cost_group,
				    group->earmarked ? "true" : "false", group->amount_ore,
				    effects->shares_ore[i]);
	}
	return arena_printf(arena, "%s]", text);
}

static const char *lines_text(struct arena *arena, const struct application_facts *facts,
			      const struct decide_effects *effects)
{
	const char *text = "[";

	for (size_t i = 0; effects->parts_ore != NULL && i < facts->decision.n_lines; i++) {
		const struct decision_line *line = &facts->decision.lines[i];

		text = arena_printf(arena,
				    "%s%s{\"fundingLineId\":\"%" PRId64
				    "\",\"shareBasisPoints\":%" PRId64 ",\"amountOre\":%" PRId64
				    "}",
				    text, i == 0 ? "" : ",", line->id, line->share_bp,
				    effects->parts_ore[i]);
	}
	return arena_printf(arena, "%s]", text);
}

static const char *organisations_text(struct arena *arena, const struct application_facts *facts,
				      const struct decide_effects *effects)
{
	const char *text = "[";

	for (size_t i = 0;
	     effects->organisations_ore != NULL && i < facts->decision.n_organisations; i++) {
		const struct organisation_costs *one = &facts->decision.organisations[i];

		text = arena_printf(arena,
				    "%s%s{\"orgnr\":\"%s\",\"budgetOre\":%" PRId64
				    ",\"amountOre\":%" PRId64 "}",
				    text, i == 0 ? "" : ",", one->orgnr, one->ore,
				    effects->organisations_ore[i]);
	}
	return arena_printf(arena, "%s]", text);
}

/* The amount and how it falls on the funding lines and the cost groups: what the decision can be
 * explained by for as long as it is kept. */
static const char *calculation_text(struct arena *arena, const struct application_facts *facts,
				    const struct decide_input *input,
				    const struct decide_effects *effects)
{
	return arena_printf(arena,
			    "{\"appliedOre\":%" PRId64 ",\"grantedOre\":%" PRId64
			    ",\"budgetOre\":%" PRId64 ",\"maxShareBasisPoints\":%" PRId64
			    ",\"lines\":%s,\"costGroups\":%s,\"organisations\":%s}",
			    facts->applied_ore, input->amount_ore, effects->budget_ore,
			    facts->line.max_share_bp, lines_text(arena, facts, effects),
			    groups_text(arena, facts, effects),
			    organisations_text(arena, facts, effects));
}

void decision_insert(struct db_segment *segment, struct arena *arena,
		     const struct application_facts *facts, const struct decide_input *input,
		     const struct decide_effects *effects, const struct decision_source *source)
{
	const struct decision_facts *decision = &facts->decision;

	q_insert_decision(segment, decision->decision_id, facts->id, source->cause,
			  (int32_t)input->year, input->outcome, input->amount_ore,
			  effects->grounds == NULL ? input->grounds : effects->grounds,
			  effects->body,
			  effects->reference == NULL ? input->resolution : effects->reference,
			  source->recommended_by,
			  effects->is_held ? NULL : date_text(arena, effects->appeal_deadline),
			  effects->is_held || effects->accept_by == 0
				  ? NULL
				  : date_text(arena, effects->accept_by),
			  db_arg_i64s(arena, effects->rules, effects->n_rules),
			  calculation_text(arena, facts, input, effects),
			  input->meeting.departure_grounds,
			  effects->is_held ? date_text(arena, effects->release_on) : NULL,
			  source->item_id);
	q_freeze_overlaps(segment, decision->decision_id, facts->overlaps_json,
			  input->overlap_grounds);
}

void decision_grant(struct db_segment *segment, struct arena *arena,
		    const struct application_facts *facts, const struct decide_effects *effects)
{
	const struct decision_facts *decision = &facts->decision;

	q_insert_grant(segment, decision->grant_id, decision->decision_id, effects->budget_ore);
	q_insert_grant_parts(segment, decision->grant_id,
			     db_arg_i64s(arena, effects->parts_ore, decision->n_lines));
	q_insert_grant_costs(segment, decision->grant_id, groups_text(arena, facts, effects));
}

void decision_commit(struct db_segment *segment, const struct application_facts *facts)
{
	q_post_due(segment, "commit", "grant", facts->decision.grant_id);
}

/* The applicant is told when it is made known. */
static void record_decision(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	const struct decide_effects *effects = act->effects;

	act_record(act, segment,
		   &(struct act_event){
			   .case_kind = "application",
			   .case_id = act->id,
			   .object_kind = "application",
			   .object_id = act->id,
			   .detail = arena_printf(act->r->arena,
						  "{\"decisionId\":\"%" PRId64 "\"}",
						  facts->decision.decision_id),
			   .concerns = effects->is_held ? 0 : facts->applicant_id,
		   });
}

static void apply_decision(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	const struct decide_input *input = act->input;
	const struct decide_effects *effects = act->effects;
	struct decision_source source = {
		.cause = "application",
		.recommended_by = facts->decision.recommendation.made_by,
	};

	decision_insert(segment, act->r->arena, facts, input, effects, &source);
	q_insert_conditions(segment, facts->decision.decision_id, effects->conditions->json);
	if (effects->grants)
		decision_grant(segment, act->r->arena, facts, effects);
	if (!effects->is_held)
		q_change_application_state(segment, act->id, act->version, input->outcome);
	record_decision(act, segment);
	if (effects->grants)
		decision_commit(segment, facts);
}

static void caution_decision(struct act *act, struct problems *warnings)
{
	const struct decide_input *input = act->input;

	tell_short_lines(act->facts, input->amount_ore, input->year, warnings);
}

const struct command decide_application = {
	.action = "decide",
	.operation = OP_DECIDE_APPLICATION,
	.facts = &application_facts_shape,
	.effects_size = sizeof(struct decide_effects),
	.status = 200,
	.load = application_load,
	.decide = decide_decision,
	.apply = apply_decision,
	.reply = application_reply,
	.caution = caution_decision,
};

void op_decide_application(struct req *r)
{
	command_run(r, &decide_application, req_id(r, 0), req_input(r, &decide_shape));
}

struct decided_case {
	int64_t application_id;
	const char *etag;
	struct decide_input decision;
};

struct decide_several {
	struct decided_case *cases;
	size_t n;
};

static const struct shape_field case_fields[] = {
	SHAPE_FIELD(struct decided_case, application_id, "applicationId", ID),
	SHAPE_FIELD(struct decided_case, etag, "etag", TEXT),
	SHAPE_OBJECT(struct decided_case, decision, "decision", &decide_shape),
};
static const struct shape case_shape = SHAPE(struct decided_case, case_fields);

static const struct shape_field several_fields[] = {
	SHAPE_OBJECTS(struct decide_several, cases, n, "cases", &case_shape),
};
static const struct shape several_shape = SHAPE(struct decide_several, several_fields);

void op_decide_applications(struct req *r)
{
	struct decided_before *before = arena_alloc(r->arena, sizeof(*before));
	struct bulk_plan *plan = arena_alloc(r->arena, sizeof(*plan));
	const struct decide_several *input = req_input(r, &several_shape);
	struct bulk_item *items = arena_alloc(r->arena, input->n * sizeof(*items));

	before->arena = r->arena;
	*plan = (struct bulk_plan){
		.command = &decide_application,
		.member = "applicationId",
		.list = "cases",
		.body = "/decision",
		.before = before,
	};
	for (size_t i = 0; i < input->n; i++)
		items[i] = (struct bulk_item){
			.id = input->cases[i].application_id,
			.etag = input->cases[i].etag,
			.input = &input->cases[i].decision,
		};
	bulk_run(r, plan, items, input->n);
}
