/* trinn example */
#include "cmd/trinn/db.h"
#include "cmd/trinn/devkey.h"
#include "cmd/trinn/say.h"

/* The main program gives this subcommand no other database than the private cluster's. */
bool trinn_example(struct trinn *trinn)
{
	const char *path =
		arena_printf(trinn->arena, "%s/sql/reference/example_county.sql", trinn->share);
	struct devkey key;
	PGconn *conn;
	bool ok;

	if (!devkey_make(trinn, &key))
		return false;
	conn = db_open(trinn);
	ok = conn != NULL && db_run(conn, "begin") && devkey_publish(conn, &key) &&
	     db_run_file(conn, path) && db_run(conn, "commit");
	PQfinish(conn);
	if (ok)
		say("the example county is loaded");
	return ok;
}
