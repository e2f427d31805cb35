/* The funnel of firms through their stages: its figures, as a document or for a spreadsheet, and
 * the firms behind each. */
#include <string.h>

#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/reply.h"
#include "api/request/request.h"
#include "lib/db/result.h"
#include "lib/format/csv.h"
#include "lib/http/reply.h"

enum { TABLE_BYTES_MAX = 4 * 1024 * 1024 };

/* In the order of query funnel_table. The shares are left to the spreadsheet, which sums rows
 * before it divides. */
static const struct {
	const char *head;
	bool is_number;
} columns[] = {
	{"År", true},         {"Orgnr", false},     {"Hub", false},       {"Trinn", true},
	{"Prospekter", true}, {"Kartlagt", true},   {"Gått inn", true},   {"Ventet", true},
	{"Deltatt", true},    {"Fullført", true},   {"Falt fra", true},
};

enum { N_COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static void add_row(struct csv *csv, const struct pg_result *rows, int row)
{
	for (int i = 0; i < N_COLUMNS; i++) {
		if (db_is_null(rows, row, i))
			csv_empty(csv);
		else if (columns[i].is_number)
			csv_int(csv, db_i64(rows, row, i));
		else
			csv_text(csv, db_text(rows, row, i), strlen(db_text(rows, row, i)));
	}
	csv_end_row(csv);
}

static void reply_table(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 1);
	struct buf text;
	struct csv csv;

	buf_init(&text, TABLE_BYTES_MAX);
	csv_init(&csv, &text);
	for (int i = 0; i < N_COLUMNS; i++)
		csv_text(&csv, columns[i].head, strlen(columns[i].head));
	csv_end_row(&csv);
	for (int i = 0; i < db_n_rows(rows); i++)
		add_row(&csv, rows, i);
	if (buf_overflowed(&text)) {
		req_problem(r, PROBLEM_TOO_LARGE, NULL, NULL);
		buf_fini(&text);
		return;
	}
	http_add_header(r->http, "Content-Disposition", "attachment; filename=\"trakt.csv\"");
	req_reply(r, &(struct reply){
		.status = 200,
		.content_type = "text/csv; charset=utf-8",
		.bytes = arena_strndup(r->arena, buf_text(&text), text.len),
		.len = text.len,
	});
	buf_fini(&text);
}

void op_report_funnel(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);
	const int64_t *programme_id = req_query_id(r, "programmeId");
	const int64_t *hub_id = req_query_id(r, "hubId");
	const char *format = req_query(r, "format");

	if (format != NULL && strcmp(format, "csv") == 0) {
		q_funnel_table(segment, programme_id, hub_id, req_query_id(r, "year"));
		req_run(r, segment, reply_table);
		return;
	}
	q_funnel(segment, programme_id, hub_id, req_query_id(r, "year"));
	req_run_document(r, segment);
}

void op_list_funnel_firms(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_funnel_firms(segment, req_query_id(r, "programmeId"), req_query_id(r, "hubId"),
		       req_query_id(r, "year"), req_query_id(r, "stage"),
		       req_query(r, "mobilisation"), req_query(r, "figure"), req_after_id(r),
		       req_limit(r));
	req_run_page(r, segment);
}
