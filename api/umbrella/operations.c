/* Figures over programmes: the funnel of firms through their stages, a programme with those below
 * it, and what it came to. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

void op_report_funnel(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_funnel(segment, req_query_id(r, "programmeId"), req_query_id(r, "hubId"),
		 req_query_id(r, "year"));
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

void op_get_umbrella(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_umbrella(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_get_final_report(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_final_report(segment, req_id(r, 0));
	req_run_document(r, segment);
}
