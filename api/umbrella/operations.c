/* Figures over programmes: one with those below it, and what it came to. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

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
