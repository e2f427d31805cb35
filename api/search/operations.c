/* What was typed, and the cases in which it is. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"
#include "api/search/search.h"

void op_search_cases(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_search_cases(segment, search_terms(req_query(r, "q"), r->arena), req_query(r, "state"),
		       req_query_id(r, "callId"), req_query(r, "caseworkerId"),
		       req_query_id(r, "year"), r->after, req_limit(r));
	req_run_page_telling(r, segment);
}
