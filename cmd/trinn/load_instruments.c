/* Instruments that all counties share. Assessments are made with a version, so that it stays as it
 * is: only new ones are put in. */
#include <inttypes.h>

#include "cmd/trinn/db.h"
#include "cmd/trinn/folder.h"
#include "cmd/trinn/load.h"
#include "cmd/trinn/say.h"

#define FILE_MAX_BYTES (4 << 20)

#define INCOMING                                                                                   \
	"json_to_recordset($1::json) as i(code text, version int, kind text, title json,"          \
	" source text, questions json)"
#define STORED                                                                                     \
	"trinn.instruments t where t.county_id is null and t.code = i.code"                        \
	" and t.version = i.version"

static bool check_unchanged(PGconn *conn, const char *path, const char *text)
{
	static const char changed[] =
		"select format('%s version %s', i.code, i.version) from " INCOMING
		" where exists (select from " STORED
		" and (t.kind, t.title::jsonb, t.source, t.questions::jsonb)"
		" <> (i.kind, i.title::jsonb, i.source, i.questions::jsonb))";
	PGresult *rows = db_query(conn, changed, DB_ARGS(text));
	bool ok = rows != NULL && PQntuples(rows) == 0;

	if (rows != NULL && !ok)
		say_error("%s: %s is stored otherwise, and a version never changes", path,
			  PQgetvalue(rows, 0, 0));
	PQclear(rows);
	return ok;
}

bool load_instruments(struct trinn *trinn, PGconn *conn)
{
	static const char put_in[] =
		"with added as (insert into trinn.instruments"
		" (code, version, kind, title, source, questions)"
		" select i.* from " INCOMING " where not exists (select from " STORED ")"
		" returning 1) select count(*) from added";
	const char *path = arena_printf(trinn->arena, "%s/sql/reference/instruments.json",
					trinn->share);
	const char *text = folder_read_file(path, FILE_MAX_BYTES, trinn->arena, NULL);
	int64_t n_in;

	if (text == NULL || !check_unchanged(conn, path, text) ||
	    !db_number(conn, put_in, DB_ARGS(text), &n_in))
		return false;
	say("instruments: %" PRId64 " put in", n_in);
	return true;
}
