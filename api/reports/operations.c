/* The payment report. */
#include "api/operations.gen.h"
#include "api/request/request.h"

void op_report_payments(struct req *r)
{
	req_problem(r, PROBLEM_UNAVAILABLE, NULL, NULL);
}
