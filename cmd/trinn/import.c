/* trinn import */
#include "cmd/trinn/db.h"
#include "cmd/trinn/load.h"

bool load_reference(struct trinn *trinn, const char *path)
{
	PGconn *conn = db_open(trinn);
	bool ok = conn != NULL && db_run(conn, "begin") && load_tables(trinn, conn) &&
		  load_instruments(trinn, conn) &&
		  (path == NULL || load_register(conn, path)) && load_say_mismatches(conn) &&
		  db_run(conn, "commit");

	PQfinish(conn);
	return ok;
}

bool trinn_import(struct trinn *trinn)
{
	return load_reference(trinn, trinn->operands[0]);
}
