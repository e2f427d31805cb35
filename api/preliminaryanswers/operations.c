/* Preliminary answers are sent, one or several at a time. */
#include "api/preliminaryanswers/preliminaryanswers.h"

#include "api/applications/commands.h"
#include "api/command/bulk.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct preliminary_answer_input, expected_on, "expectedOn", DATE),
	SHAPE_FIELD(struct preliminary_answer_input, reason, "reason", TEXT),
	SHAPE_OR_NULL(struct preliminary_answer_input, urgent, "urgentGrounds", TEXT),
};
static const struct shape input_shape = SHAPE(struct preliminary_answer_input, input_fields);

static void decide(struct act *act)
{
	decide_send_preliminary_answer(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct preliminary_answer_input *input = act->input;

	q_insert_preliminary_answer(segment, act->id,
				    date_text(act->r->arena, input->expected_on), input->reason);
	q_touch_application(segment, act->id, act->version);
	application_record(act, segment, NULL);
}

const struct command send_preliminary_answer =
	APPLICATION_COMMAND("preliminary-answer", OP_SEND_PRELIMINARY_ANSWER, decide, apply);

void op_send_preliminary_answer(struct req *r)
{
	command_run(r, &send_preliminary_answer, req_id(r, 0), req_input(r, &input_shape));
}

struct answered_case {
	int64_t application_id;
	const char *etag;
	struct preliminary_answer_input answer;
};

struct answer_several {
	struct answered_case *cases;
	size_t n;
};

static const struct shape_field case_fields[] = {
	SHAPE_FIELD(struct answered_case, application_id, "applicationId", ID),
	SHAPE_FIELD(struct answered_case, etag, "etag", TEXT),
	SHAPE_OBJECT(struct answered_case, answer, "answer", &input_shape),
};
static const struct shape case_shape = SHAPE(struct answered_case, case_fields);

static const struct shape_field several_fields[] = {
	SHAPE_OBJECTS(struct answer_several, cases, n, "cases", &case_shape),
};
static const struct shape several_shape = SHAPE(struct answer_several, several_fields);

void op_send_preliminary_answers(struct req *r)
{
	static const struct bulk_plan plan = {
		.command = &send_preliminary_answer,
		.member = "applicationId",
		.list = "cases",
		.body = "/answer",
	};
	const struct answer_several *input = req_input(r, &several_shape);
	struct bulk_item *items = arena_alloc(r->arena, input->n * sizeof(*items));

	for (size_t i = 0; i < input->n; i++)
		items[i] = (struct bulk_item){
			.id = input->cases[i].application_id,
			.etag = input->cases[i].etag,
			.input = &input->cases[i].answer,
			.urgent = input->cases[i].answer.urgent,
		};
	bulk_run(r, &plan, items, input->n);
}
