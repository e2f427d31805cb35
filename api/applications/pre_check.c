/* Whether an application would be taken, asked by whoever thinks of applying: nothing is stored,
 * and nobody has to say who they are. */
#include "api/applications/applications.h"

#include <string.h>

#include "api/command/facts.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"
#include "lib/base/arena.h"
#include "lib/base/buf.h"
#include "lib/format/orgnr.h"
#include "lib/json/shape.h"

#define ANSWER_BYTES_MAX (256 * 1024)

static const struct shape_field cost_fields[] = {
	SHAPE_FIELD(struct cost_line, cost_group, "costGroup", TEXT),
	SHAPE_FIELD(struct cost_line, amount_ore, "amountOre", I64),
};
static const struct shape cost_shape = SHAPE(struct cost_line, cost_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct pre_check_input, kind, "kind", TEXT),
	SHAPE_OR_NULL(struct pre_check_input, orgnr, "orgnr", TEXT),
	SHAPE_OR_NULL(struct pre_check_input, municipality_no, "municipalityNo", TEXT),
	SHAPE_OPTIONAL(struct pre_check_input, employees, "employees", I64, has_employees),
	SHAPE_OPTIONAL_LIST(struct pre_check_input, stages, n_stages, "stages", I64),
	SHAPE_OPTIONAL_OBJECTS(struct pre_check_input, costs, n_costs, "costs", &cost_shape),
	SHAPE_OPTIONAL(struct pre_check_input, applied_ore, "appliedOre", I64, has_applied),
};
static const struct shape input_shape = SHAPE(struct pre_check_input, input_fields);

/* What cannot be told beforehand, by its word; some of it only as it was not said. */
static void write_unchecked(const struct application_facts *facts,
			    const struct pre_check_input *input, enum language language,
			    struct buf *out)
{
	const struct {
		const char *code;
		bool is_open;
	} things[] = {
		{"register", !input->is_registered},
		{"place", !input->is_registered && facts->applicant.municipality_no == NULL},
		{"costs", input->n_costs == 0},
		{"amount", !input->has_applied},
		{"stages", input->n_stages == 0},
		{"plan", true},
		{"answers", true},
		{"overlap", true},
		{"judgement", true},
	};
	const char *comma = "";

	for (size_t i = 0; i < sizeof(things) / sizeof(things[0]); i++) {
		char key[32];

		if (!things[i].is_open)
			continue;
		snprintf(key, sizeof(key), "unchecked.%s", things[i].code);
		buf_addf(out, "%s{\"code\":\"%s\",\"detail\":", comma, things[i].code);
		json_write_string(problem_word(key, strlen(key), language), out);
		buf_addc(out, '}');
		comma = ",";
	}
}

static void answer(struct req *r, const struct application_facts *facts,
		   const struct pre_check_input *input)
{
	struct problems problems;
	struct buf out;

	problems_init(&problems, r->arena);
	if (input->orgnr != NULL && !orgnr_is_valid(input->orgnr))
		problems_add(&problems, PROBLEM_ORGNR_INVALID, "#/orgnr", input->orgnr, NULL);
	decide_pre_check(facts, input, &problems);
	buf_init(&out, ANSWER_BYTES_MAX);
	buf_adds(&out, "{\"problems\":");
	problems_write_list(&problems, r->language, &out);
	buf_adds(&out, ",\"notChecked\":[");
	write_unchecked(facts, input, r->language, &out);
	buf_adds(&out, "]}");
	req_reply_written(r, &out);
}

static void on_loaded(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 1);
	struct pre_check_input *input = r->state;
	struct application_facts *facts;

	if (db_n_rows(rows) == 0) {
		req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	facts = facts_read(&application_facts_shape, db_text(rows, 0, 0), db_len(rows, 0, 0),
			   "pre-check", r->arena);
	if (facts == NULL) {
		req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
		return;
	}
	input->is_registered = db_bool(rows, 0, 1);
	facts->costs = input->costs;
	facts->n_costs = input->n_costs;
	answer(r, facts, input);
}

void op_pre_check(struct req *r)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);
	struct pre_check_input *input = req_input(r, &input_shape);
	int64_t call_id = req_id(r, 0);

	q_act_as_public(segment, NULL, &call_id);
	q_load_pre_check(segment, call_id, input->kind, input->orgnr, input->municipality_no,
			 input->has_employees ? &input->employees : NULL);
	r->state = input;
	req_run(r, segment, on_loaded);
}
