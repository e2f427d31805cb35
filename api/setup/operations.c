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

	q_programme_document(segment, req_id(r, 0), req_language(r));
	req_run_document(r, segment);
}

void op_get_stage_graph(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_stage_graph_document(segment, req_id(r, 0), req_id(r, 1), req_language(r));
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

void op_list_letterheads(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_letterheads(segment, req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_list_leaders(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_leaders(segment, req_query_id(r, "personId"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_list_money_moves(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_money_moves(segment, req_query_id(r, "fundingLineId"), req_query_id(r, "year"),
			   req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_list_hub_areas(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_hub_areas(segment, req_query(r, "onDate"), req_query(r, "municipality"),
			 req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_get_responsible_hub(struct req *r)
{
	const char *municipality = req_query(r, "municipality");
	const char *orgnr = req_query(r, "orgnr");
	struct db_segment *segment;

	if (municipality != NULL && orgnr != NULL) {
		req_problem(r, PROBLEM_BAD_PARAMETER, "orgnr", "@excluded");
		return;
	}
	segment = req_segment(r, DB_READ);
	q_responsible_hub_document(segment, municipality, orgnr);
	req_run_document(r, segment);
}

void op_get_instrument(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_instrument_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_get_body(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_body_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_instruments(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_instruments(segment, req_query(r, "kind"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

/* Lists without filters, newest first. */
void op_list_programmes(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_programmes(segment, req_language(r), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

#define LIST(what)                                                                                 \
	void op_list_##what(struct req *r)                                                         \
	{                                                                                          \
		struct db_segment *segment = req_segment(r, DB_READ);                              \
                                                                                                   \
		q_list_##what(segment, req_after_id(r), req_limit(r));                             \
		req_run_page(r, segment);                                                          \
	}
LIST(legal_bases)
LIST(funding_lines)
LIST(bank_accounts)
LIST(role_assignments)
LIST(bodies)
