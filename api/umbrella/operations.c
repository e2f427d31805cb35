/* Figures over programmes: one with those below it, and what it came to. */
#include <string.h>

#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"
#include "api/umbrella/table.h"

void op_get_umbrella(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_umbrella(segment, req_id(r, 0));
	req_run_document(r, segment);
}

/* In the order of query final_report_table. */
static const struct table_column columns[] = {
	{"Del", TABLE_WORDS},
	{"Gjelder", TABLE_WORDS},
	{"Størrelse", TABLE_WORDS},
	{"Verdi", TABLE_NUMBER},
	{"Kroner", TABLE_HUNDREDTHS},
	{"Prosent", TABLE_HUNDREDTHS},
};

static const struct table final_report_table = {
	.disposition = "attachment; filename=\"sluttrapport.csv\"",
	.columns = columns,
	.n_columns = sizeof(columns) / sizeof(columns[0]),
};

/* No figures at all: there is no such programme. */
static void reply_table(struct req *r, struct db_result *result)
{
	if (db_n_rows(db_rows(result, 1)) == 0)
		req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
	else
		table_reply(r, result, &final_report_table);
}

void op_get_final_report(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);
	const int64_t *from_year = req_query_id(r, "fromYear");
	const int64_t *to_year = req_query_id(r, "toYear");
	const char *format = req_query(r, "format");

	if (format != NULL && strcmp(format, "csv") == 0) {
		q_final_report_table(segment, req_id(r, 0), from_year, to_year);
		req_run(r, segment, reply_table);
		return;
	}
	q_final_report(segment, req_id(r, 0), from_year, to_year);
	req_run_document(r, segment);
}
