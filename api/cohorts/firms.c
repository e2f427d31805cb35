/* Firms come to a cohort and go, several at once with a result for each. */
#include "api/cohorts/cohorts.h"
#include "api/cohorts/commands.h"
#include "api/command/results.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

struct firms_input {
	int64_t *enrolment_ids;
	size_t n;
	const char *json; /* of the same */
};

static const struct shape_field input_fields[] = {
	SHAPE_LIST(struct firms_input, enrolment_ids, n, "enrolmentIds", ID),
	SHAPE_FIELD(struct firms_input, json, "enrolmentIds", RAW),
};
static const struct shape input_shape = SHAPE(struct firms_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct firms_input *input = act->input;

	q_load_cohort(segment, act->id, input == NULL ? NULL : input->json, NULL);
}

static const char *done(struct act *act)
{
	const struct firms_input *input = act->input;

	return results_done(act->effects, input->enrolment_ids, act->r->arena);
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct firms_input *input = act->input;
	struct req *r = act->r;

	q_reply_cohort_firms(segment, r->key_operation, r->key, r->fingerprint,
			     act->command->status, act->id,
			     results_write(act->effects, "enrolmentId", input->enrolment_ids, r));
}

static void record(struct act *act, struct db_segment *segment, const char *topic,
		   const char *enrolments)
{
	cohort_record(act, segment, NULL,
		      arena_printf(act->r->arena, "{\"enrolmentIds\": %s}", enrolments));
	q_tell_cohort_firms(segment, topic, act->id, enrolments);
}

static void decide_each(struct act *act,
			void (*rule)(const struct cohort_facts *facts, struct problems *each,
				     struct problems *problems))
{
	const struct cohort_facts *facts = act->facts;
	struct results *results = act->effects;

	results_init(results, facts->n_candidates, act->r->arena);
	rule(facts, results->each, &act->problems);
	results_settle(results, act->r->dry_run, &act->problems);
}

static void decide_add(struct act *act)
{
	decide_each(act, decide_add_firms);
}

static void apply_add(struct act *act, struct db_segment *segment)
{
	const char *enrolments = done(act);

	q_add_firms(segment, act->id, act->version, enrolments);
	record(act, segment, "cohort.add-firms", enrolments);
}

const struct command add_firms = {
	.action = "add-firms",
	.operation = OP_ADD_FIRMS,
	.facts = &cohort_facts_shape,
	.effects_size = sizeof(struct results),
	.status = 200,
	.load = load,
	.decide = decide_add,
	.apply = apply_add,
	.reply = reply,
};

void op_add_firms(struct req *r)
{
	command_run(r, &add_firms, req_id(r, 0), req_input(r, &input_shape));
}

static void decide_remove(struct act *act)
{
	decide_each(act, decide_remove_firms);
}

static void apply_remove(struct act *act, struct db_segment *segment)
{
	const char *enrolments = done(act);

	q_remove_firms(segment, act->id, act->version, enrolments);
	record(act, segment, "cohort.remove-firms", enrolments);
}

const struct command remove_firms = {
	.action = "remove-firms",
	.operation = OP_REMOVE_FIRMS,
	.facts = &cohort_facts_shape,
	.effects_size = sizeof(struct results),
	.status = 200,
	.load = load,
	.decide = decide_remove,
	.apply = apply_remove,
	.reply = reply,
};

void op_remove_firms(struct req *r)
{
	command_run(r, &remove_firms, req_id(r, 0), req_input(r, &input_shape));
}
