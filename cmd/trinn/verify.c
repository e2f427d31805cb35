/* trinn audit verify, trinn ledger verify */
#include <inttypes.h>

#include "cmd/trinn/db.h"
#include "cmd/trinn/say.h"

/* Parameter 1 is the county's number, or null for all. */
#define OF_COUNTY                                                                                  \
	" where $1::text is null or county_id = (select id from trinn.counties where number = $1)"

#define KRONER "'FM999999999999990.00'"

/* Counts and faults are of one moment. */
static PGconn *open_snapshot(struct trinn *trinn)
{
	PGconn *conn = db_open(trinn);

	if (conn != NULL && db_run(conn, "begin isolation level repeatable read read only"))
		return conn;
	PQfinish(conn);
	return NULL;
}

/* Says the one column of each row. */
static bool say_rows(PGconn *conn, const char *sql, const struct db_args *args, int *n_out)
{
	PGresult *rows = db_query(conn, sql, args);

	if (rows == NULL)
		return false;
	*n_out = PQntuples(rows);
	for (int i = 0; i < *n_out; i++)
		say("%s", PQgetvalue(rows, i, 0));
	PQclear(rows);
	return true;
}

static bool find_county(PGconn *conn, const char *number)
{
	int64_t n;

	if (number == NULL)
		return true;
	if (!db_number(conn, "select count(*) from trinn.counties where number = $1",
		       DB_ARGS(number), &n))
		return false;
	return n == 1 || say_error("there is no county \"%s\"", number);
}

static bool verify_audit(PGconn *conn, const char *county)
{
	static const char chains[] = "select count(*) from trinn.guards" OF_COUNTY;
	static const char rows[] = "select count(*) from trinn.audit_events" OF_COUNTY;
	static const char faults[] =
		"select format('county %s, %s %s, audit row %s: %s',"
		" coalesce(c.number, f.county_id::text),"
		" replace(f.case_kind, '_', ' '), f.case_id, f.seq, f.fault)"
		" from trinn.audit_faults((select id from trinn.counties where number = $1)) f"
		" left join trinn.counties c on c.id = f.county_id";
	int64_t n_chains, n_rows;
	int n_faults;

	if (!find_county(conn, county) || !db_number(conn, chains, DB_ARGS(county), &n_chains) ||
	    !db_number(conn, rows, DB_ARGS(county), &n_rows) ||
	    !say_rows(conn, faults, DB_ARGS(county), &n_faults))
		return false;
	say("%" PRId64 " audit chains with %" PRId64 " rows checked, %d faults", n_chains, n_rows,
	    n_faults);
	return n_faults == 0;
}

static bool verify_ledger(PGconn *conn)
{
	static const char postings[] = "select count(*) from trinn.postings";
	static const char balances[] = "select count(*) from trinn.balances";
	static const char faults[] =
		"select format('county %s, funding line %s, %s, account %s%s:"
		" the ledger has %s kr, %s %s kr',"
		" coalesce(c.number, f.county_id::text), coalesce(l.code, f.funding_line_id::text),"
		" f.year, f.account, ', booked on ' || f.booked_on,"
		" to_char(f.ledger_ore / 100.0, " KRONER "),"
		" case f.against when 'balance' then 'the balance is'"
		" when 'state' then case when f.account in ('appropriated', 'transferred')"
		" then 'what was set up comes to' else 'the cases come to' end"
		" when 'whole' then 'of the parts, the whole is'"
		" else 'the payment report has' end,"
		" to_char(f.other_ore / 100.0, " KRONER "))"
		" from trinn.ledger_faults f left join trinn.counties c on c.id = f.county_id"
		" left join trinn.funding_lines l"
		" on l.county_id = f.county_id and l.id = f.funding_line_id"
		" order by 1";
	int64_t n_postings, n_balances;
	int n_faults;

	if (!db_number(conn, postings, NULL, &n_postings) ||
	    !db_number(conn, balances, NULL, &n_balances) ||
	    !say_rows(conn, faults, NULL, &n_faults))
		return false;
	say("%" PRId64 " postings and %" PRId64 " balances checked, %d faults", n_postings,
	    n_balances, n_faults);
	return n_faults == 0;
}

bool trinn_audit_verify(struct trinn *trinn)
{
	PGconn *conn = open_snapshot(trinn);
	bool ok = conn != NULL && verify_audit(conn, trinn->options[TRINN_OPTION_county]);

	PQfinish(conn);
	return ok;
}

bool trinn_ledger_verify(struct trinn *trinn)
{
	PGconn *conn = open_snapshot(trinn);
	bool ok = conn != NULL && verify_ledger(conn);

	PQfinish(conn);
	return ok;
}
