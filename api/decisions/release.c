/* A decision that is held is made known, or several at once. */
#include "api/decisions/held.h"

#include <inttypes.h>

#include "api/applications/commands.h"
#include "api/applications/facts.h"
#include "api/command/bulk.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

static void decide(struct act *act)
{
	decide_release_decision(act->facts, act->effects, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;
	const struct held_facts *held = &facts->decision.held;
	const struct release_effects *effects = act->effects;
	struct arena *arena = act->r->arena;

	q_release_decision(segment, held->id, date_text(arena, effects->appeal_deadline),
			   held->grants ? date_text(arena, effects->accept_by) : NULL);
	act_record(act, segment,
		   &(struct act_event){
			   .case_kind = "application",
			   .case_id = act->id,
			   .object_kind = "application",
			   .object_id = act->id,
			   .detail = arena_printf(arena, "{\"decisionId\":\"%" PRId64 "\"}",
						  held->id),
			   .concerns = facts->applicant_id,
		   });
}

const struct command release_decision = {
	.action = "release-decision",
	.operation = OP_RELEASE_DECISION,
	.facts = &application_facts_shape,
	.effects_size = sizeof(struct release_effects),
	.status = 200,
	.load = application_load,
	.decide = decide,
	.apply = apply,
	.reply = application_reply,
};

void op_release_decision(struct req *r)
{
	command_run(r, &release_decision, req_id(r, 0), NULL);
}

struct released_case {
	int64_t application_id;
	const char *etag;
};

struct release_several {
	struct released_case *cases;
	size_t n;
};

static const struct shape_field case_fields[] = {
	SHAPE_FIELD(struct released_case, application_id, "applicationId", ID),
	SHAPE_FIELD(struct released_case, etag, "etag", TEXT),
};
static const struct shape case_shape = SHAPE(struct released_case, case_fields);

static const struct shape_field several_fields[] = {
	SHAPE_OBJECTS(struct release_several, cases, n, "cases", &case_shape),
};
static const struct shape several_shape = SHAPE(struct release_several, several_fields);

void op_release_decisions(struct req *r)
{
	static const struct bulk_plan plan = {
		.command = &release_decision,
		.member = "applicationId",
		.list = "cases",
		.body = "",
	};
	const struct release_several *input = req_input(r, &several_shape);
	struct bulk_item *items = arena_alloc(r->arena, input->n * sizeof(*items));

	for (size_t i = 0; i < input->n; i++)
		items[i] = (struct bulk_item){
			.id = input->cases[i].application_id,
			.etag = input->cases[i].etag,
		};
	bulk_run(r, &plan, items, input->n);
}
