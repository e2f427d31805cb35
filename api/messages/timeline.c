/* What happened in a case, one thing after the other, as either side may know it. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

void op_list_timeline(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_timeline(segment, req_id(r, 0), req_language(r), r->after, req_limit(r));
	req_run_page(r, segment);
}
