/* Who is asking, and organisations of the register. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

static void me_next(struct req *r, struct db_result *result)
{
	if (db_is_null(db_rows(result, 0), 0, 1))
		req_problem(r, PROBLEM_UNAUTHENTICATED, NULL, NULL);
	else
		req_reply_document(r, result, 0);
}

/* The only read without a caller: whoever has several roles asks here which to choose. */
void op_get_me(struct req *r)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);

	q_me(segment, r->who.issuer, auth_name(&r->who), r->who.subject == NULL);
	req_run(r, segment, me_next);
}

void op_search_organisations(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_search_organisations(segment, req_query(r, "q"), req_query(r, "municipality"),
			       r->after, req_limit(r));
	req_run_page(r, segment);
}

void op_get_organisation(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_organisation_document(segment, r->path_args[0]);
	req_run_document(r, segment);
}
