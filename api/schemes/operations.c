/* What a firm gets from each scheme that it could use, side by side. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

void op_list_schemes(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_schemes(segment, req_query(r, "orgnr"), req_language(r));
	req_run_document(r, segment);
}
