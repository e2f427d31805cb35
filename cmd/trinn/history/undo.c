#include "cmd/trinn/history/undo.h"

#include "cmd/trinn/cluster.h"
#include "cmd/trinn/db.h"
#include "cmd/trinn/history/past.h"

#define COPY "trinn_untouched"

static PGconn *connect_beside(struct trinn *trinn)
{
	const char *conninfo = cluster_conninfo(trinn, "postgres", "postgres");

	return conninfo != NULL ? db_connect(conninfo) : NULL;
}

bool undo_begin(struct trinn *trinn)
{
	PGconn *conn = connect_beside(trinn);
	bool ok = conn != NULL && db_run(conn, "create database " COPY " template trinn") &&
		  db_run(conn, "alter database trinn set synchronous_commit = off");

	PQfinish(conn);
	return ok;
}

bool undo_forget(struct trinn *trinn)
{
	PGconn *conn = connect_beside(trinn);
	bool ok = conn != NULL && db_run(conn, "alter database trinn reset synchronous_commit") &&
		  db_run(conn, "drop database " COPY);

	PQfinish(conn);
	return ok;
}

bool undo(struct trinn *trinn)
{
	static const char is_kept[] =
		"select count(*) from pg_database where datname = '" COPY "'";
	PGconn *conn = connect_beside(trinn);
	int64_t n = 0;
	bool ok = conn != NULL && db_number(conn, is_kept, NULL, &n);

	if (ok && n > 0)
		ok = db_run(conn, "drop database if exists trinn with (force)") &&
		     db_run(conn, "alter database " COPY " rename to trinn");
	PQfinish(conn);
	return ok;
}

bool undo_interrupted(struct trinn *trinn)
{
	return past_end(trinn) && cluster_start(trinn) && undo(trinn);
}
