/* What everybody may read of calls, without a token. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

void op_list_public_calls(struct req *r)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);

	q_act_as_public(segment, r->path_args[0], NULL);
	q_list_public_calls(segment, req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_get_public_call(struct req *r)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);
	int64_t id = req_id(r, 0);

	q_act_as_public(segment, NULL, &id);
	q_public_call(segment, id);
	req_run_document(r, segment);
}
