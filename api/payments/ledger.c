/* Reading the ledger. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

void op_list_balances(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_balances(segment, req_query_id(r, "fundingLineId"), req_query_id(r, "year"));
	req_run_page(r, segment);
}

void op_list_postings(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_postings(segment, req_query_id(r, "fundingLineId"), req_query_id(r, "year"),
			req_query(r, "from"), req_query(r, "to"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}
