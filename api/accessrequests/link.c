/* What who asked does by the link: reads the answer and what was given, and complains. */
#include "api/accessrequests/asking.h"
#include "api/command/facts.h"
#include "api/documents/content.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/secret.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/json/shape.h"

/* A segment whose first statement says that nobody in particular asks. */
static struct db_segment *by_nobody(struct req *r)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);

	q_act_as_public(segment, NULL, NULL);
	return segment;
}

static const char *digest_of(struct req *r)
{
	return secret_digest(r->path_args[0], r->arena);
}

/* Of one reader, though anybody with the link may ask. */
static void keep_private(struct req *r)
{
	http_add_header(r->http, "Cache-Control", "private, no-cache");
	http_add_header(r->http, "X-Robots-Tag", "noindex");
}

void op_get_access_answer(struct req *r)
{
	struct db_segment *segment = by_nobody(r);

	keep_private(r);
	q_access_answer(segment, digest_of(r));
	req_run_document(r, segment);
}

struct given_file {
	const char *secret_sha256;
	int32_t number;
};

static struct db_segment *ask_head(struct req *r, const void *of)
{
	const struct given_file *file = of;
	struct db_segment *segment = by_nobody(r);

	q_access_file(segment, file->secret_sha256, file->number);
	return segment;
}

static struct db_segment *ask_chunk(struct req *r, const void *of, int32_t number)
{
	const struct given_file *file = of;
	struct db_segment *segment = by_nobody(r);

	q_access_chunk(segment, file->secret_sha256, file->number, number);
	return segment;
}

void op_get_access_file(struct req *r)
{
	static const struct document_source source = {ask_head, ask_chunk};
	struct given_file *file = arena_alloc(r->arena, sizeof(*file));

	file->secret_sha256 = digest_of(r);
	file->number = (int32_t)req_id(r, 1);
	keep_private(r);
	document_reply(r, &source, file, file->number);
}

static const struct shape_field item_fields[] = {
	SHAPE_FIELD(struct complained_item, number, "number", I64),
	SHAPE_FIELD(struct complained_item, state, "state", TEXT),
	SHAPE_FIELD(struct complained_item, is_final, "isFinal", BOOL),
	SHAPE_OPTIONAL(struct complained_item, deadline, "deadline", DATE, has_deadline),
};
static const struct shape item_shape = SHAPE(struct complained_item, item_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_FIELD(struct access_complaint_facts, today, "today", DATE),
	SHAPE_FIELD(struct access_complaint_facts, version, "version", I64),
	SHAPE_FIELD(struct access_complaint_facts, received_on, "receivedOn", DATE),
	SHAPE_FIELD(struct access_complaint_facts, days, "days", I64),
	SHAPE_FIELD(struct access_complaint_facts, silence_days, "silenceDays", I64),
	SHAPE_OBJECTS(struct access_complaint_facts, items, n_items, "items", &item_shape),
};
static const struct shape facts_shape = SHAPE(struct access_complaint_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_LIST(struct access_complaint, items, n_items, "items", I64),
	SHAPE_FIELD(struct access_complaint, text, "text", TEXT),
};
static const struct shape input_shape = SHAPE(struct access_complaint, input_fields);

static void on_complained(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 0);

	req_reply(r, &(struct reply){
		.status = 200,
		.bytes = arena_strdup(r->arena, db_text(rows, 0, 0)),
		.len = db_len(rows, 0, 0),
	});
}

static void complain(struct req *r, const struct access_complaint_facts *facts, int32_t due_on)
{
	const struct access_complaint *input = r->state;
	struct db_segment *segment = db_segment_new(r->arena, DB_WRITE);

	q_complain_of_access(segment, digest_of(r), facts->version,
			     db_arg_i64s(r->arena, input->items, input->n_items), input->text,
			     date_text(r->arena, due_on));
	req_run(r, segment, on_complained);
}

static void on_loaded(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 1);
	const struct access_complaint_facts *facts;
	struct problems problems;
	int32_t due_on;

	if (db_is_null(rows, 0, 0)) {
		req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	facts = facts_read(&facts_shape, db_text(rows, 0, 0), db_len(rows, 0, 0),
			   "complain of access", r->arena);
	if (facts == NULL) {
		req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
		return;
	}
	problems_init(&problems, r->arena);
	decide_complain_of_access(facts, r->state, &due_on, &problems);
	if (problems_any(&problems))
		req_problems(r, &problems);
	else
		complain(r, facts, due_on);
}

void op_complain_of_access(struct req *r)
{
	struct db_segment *segment = by_nobody(r);

	r->state = req_input(r, &input_shape);
	q_load_access_complaint(segment, digest_of(r));
	req_run(r, segment, on_loaded);
}
