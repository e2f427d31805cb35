/* The funnel of firms through their stages: its figures, as a document or for a spreadsheet, and
 * the firms behind each. */
#include <string.h>

#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"
#include "api/umbrella/table.h"

/* In the order of query funnel_table. */
static const struct table_column columns[] = {
	{"År", TABLE_NUMBER},
	{"Orgnr", TABLE_TEXT},
	{"Hub", TABLE_TEXT},
	{"Trinn", TABLE_NUMBER},
	{"Prospekter", TABLE_NUMBER},
	{"Kartlagt", TABLE_NUMBER},
	{"Gått inn", TABLE_NUMBER},
	{"Ventet", TABLE_NUMBER},
	{"Deltatt", TABLE_NUMBER},
	{"Fullført", TABLE_NUMBER},
	{"Falt fra", TABLE_NUMBER},
	{"Gått inn av prospekter (%)", TABLE_HUNDREDTHS},
	{"Fullført av deltatt (%)", TABLE_HUNDREDTHS},
};

static const struct table funnel_table = {
	.disposition = "attachment; filename=\"trakt.csv\"",
	.columns = columns,
	.n_columns = sizeof(columns) / sizeof(columns[0]),
};

static void reply_table(struct req *r, struct db_result *result)
{
	table_reply(r, result, &funnel_table);
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
