/* Reading the set-up. */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"

void op_get_setup_change(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_setup_change_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_setup_changes(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_setup_changes(segment, req_query(r, "state"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_get_programme(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_programme_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_get_funding_line(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_funding_line_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_rule_params(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_rule_params(segment, req_query(r, "onDate"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

/* Lists without filters, newest first. */
#define LIST(what)                                                                                 \
	void op_list_##what(struct req *r)                                                         \
	{                                                                                          \
		struct db_segment *segment = req_segment(r, DB_READ);                              \
                                                                                                   \
		q_list_##what(segment, req_after_id(r), req_limit(r));                             \
		req_run_page(r, segment);                                                          \
	}
LIST(programmes)
LIST(legal_bases)
LIST(funding_lines)
LIST(bank_accounts)
LIST(role_assignments)
