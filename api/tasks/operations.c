/* What waits for whom: the database asks the state machines, this passes on what it finds. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

void op_list_tasks(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_tasks(segment, req_query(r, "whose"), req_query(r, "operationId"),
		     req_query(r, "overdue"), req_language(r), req_limit(r));
	req_run_page(r, segment);
}
