#include "api/request/request.h"

#include <string.h>

#include "api/queries.gen.h"

/* What is of an application, by where it is found. */
static const struct place {
	const char *path;
	const char *kind;
} places[] = {
	{"/v1/applications/{applicationId}", "application"},
	{"/v1/grants/{grantId}", "grant"},
	{"/v1/conditions/{conditionId}", "condition"},
	{"/v1/claims/{claimId}", "claim"},
	{"/v1/amendments/{amendmentId}", "amendment"},
	{"/v1/payments/{paymentId}", "payment"},
	{"/v1/documents/{documentId}", "document"},
};

static void on_asked(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 1);
	const char *why = r->op->step == STEP_PREPARES ? "@stands_back.self.prepares"
							: "@stands_back.self";

	if (db_is_null(rows, 0, 0))
		req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
	else
		req_problem(r, PROBLEM_DISQUALIFIED, why, NULL);
}

void req_refuse_missing(struct req *r)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		if (strncmp(r->op->path, places[i].path, strlen(places[i].path)) == 0) {
			struct db_segment *segment = req_segment(r, DB_READ);

			q_closed_application(segment, places[i].kind, req_id(r, 0));
			req_run(r, segment, on_asked);
			return;
		}
	}
	req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
}
