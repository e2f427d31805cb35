/* A cohort in one page, as whoever runs it wants it in an evening. */
#include <inttypes.h>

#include "api/command/facts.h"
#include "api/enrolments/enrolments.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

#define OVERVIEW_BYTES_MAX (1024 * 1024)

/* A firm as it is shown, a JSON object, and what its gates are asked of. */
struct standing {
	const char *shown;
	struct enrolment_facts facts;
};

struct overview {
	const char *cohort, *places, *sessions, *engagements; /* JSON, as they are shown */
	struct standing *firms;
	size_t n_firms;
};

static const struct shape_field standing_fields[] = {
	SHAPE_FIELD(struct standing, shown, "shown", RAW),
	SHAPE_OBJECT(struct standing, facts, "facts", &enrolment_facts_shape),
};
static const struct shape standing_shape = SHAPE(struct standing, standing_fields);

static const struct shape_field overview_fields[] = {
	SHAPE_FIELD(struct overview, cohort, "cohort", RAW),
	SHAPE_FIELD(struct overview, places, "places", RAW),
	SHAPE_FIELD(struct overview, sessions, "sessions", RAW),
	SHAPE_FIELD(struct overview, engagements, "engagements", RAW),
	SHAPE_OBJECTS(struct overview, firms, n_firms, "firms", &standing_shape),
};
static const struct shape overview_shape = SHAPE(struct overview, overview_fields);

/* The one above that of the firm in its version of the programme, NULL after the last. */
static const int64_t *next_stage(const struct enrolment_facts *facts)
{
	const int64_t *next = NULL;

	for (size_t i = 0; i < facts->n_stages; i++) {
		const int64_t *number = &facts->stages[i].number;

		if (*number > facts->stage && (next == NULL || *number < *next))
			next = number;
	}
	return next;
}

/* What is shown of the firm is an object with members, to which these two are added. */
static void write_standing(const struct standing *firm, struct req *r, struct buf *out)
{
	const int64_t *next = next_stage(&firm->facts);
	struct problems missing;

	problems_init(&missing, r->arena);
	if (next != NULL)
		check_gates(&firm->facts, *next, &missing);
	buf_adds(out, "{\"nextStage\":");
	if (next == NULL)
		buf_adds(out, "null");
	else
		buf_addf(out, "%" PRId64, *next);
	buf_adds(out, ",\"missing\":");
	problems_write_list(&missing, r->language, out);
	buf_addf(out, ",%s", firm->shown + 1);
}

static void write_overview(const struct overview *overview, struct req *r, struct buf *out)
{
	buf_addf(out, "{\"cohort\":%s,\"places\":%s,\"firms\":[", overview->cohort,
		 overview->places);
	for (size_t i = 0; i < overview->n_firms; i++) {
		if (i > 0)
			buf_addc(out, ',');
		write_standing(&overview->firms[i], r, out);
	}
	buf_addf(out, "],\"sessions\":%s,\"engagements\":%s}", overview->sessions,
		 overview->engagements);
}

static void on_loaded(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, result->n - 1);
	const struct overview *overview;
	struct buf out;

	if (db_n_rows(rows) == 0) {
		req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	overview = facts_read(&overview_shape, db_text(rows, 0, 0), db_len(rows, 0, 0),
			      "cohort-overview", r->arena);
	if (overview == NULL) {
		req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
		return;
	}
	buf_init(&out, OVERVIEW_BYTES_MAX);
	write_overview(overview, r, &out);
	req_reply_written(r, &out);
}

void op_get_cohort_overview(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_cohort_overview(segment, req_id(r, 0), false);
	req_run(r, segment, on_loaded);
}
