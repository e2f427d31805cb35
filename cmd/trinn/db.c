/* Every result passes one check, so that no error goes unsaid. */
#include "cmd/trinn/db.h"

#include <string.h>

#include "cmd/trinn/cluster.h"
#include "cmd/trinn/folder.h"
#include "cmd/trinn/say.h"
#include "lib/base/num.h"

#define FILE_MAX_BYTES (16 << 20)

/* libpq ends its messages with a newline. */
static int trimmed_len(const char *message)
{
	size_t len = strlen(message);

	while (len > 0 && message[len - 1] == '\n')
		len--;
	return (int)len;
}

static void ignore_notice(void *arg, const char *message)
{
	(void)arg;
	(void)message;
}

PGconn *db_connect(const char *conninfo)
{
	const char *const keywords[] = {"dbname", "fallback_application_name", NULL};
	const char *const values[] = {conninfo, "trinn", NULL};
	PGconn *conn = PQconnectdbParams(keywords, values, 1);

	if (PQstatus(conn) == CONNECTION_OK) {
		PQsetNoticeProcessor(conn, ignore_notice, NULL);
		return conn;
	}
	say_error("could not connect: %.*s", trimmed_len(PQerrorMessage(conn)),
		  PQerrorMessage(conn));
	PQfinish(conn);
	return NULL;
}

PGconn *db_open_login(struct trinn *trinn)
{
	const char *conninfo = trinn->database;

	if (conninfo == NULL)
		conninfo = cluster_conninfo(trinn, "postgres", "trinn");
	return conninfo != NULL ? db_connect(conninfo) : NULL;
}

bool db_become_owner(PGconn *conn)
{
	if (db_run(conn, "set role trinn_owner"))
		return true;
	say_hint("let a superuser run \"trinn migrate\" once, and grant trinn_owner to \"%s\"",
		 PQuser(conn));
	return false;
}

PGconn *db_open(struct trinn *trinn)
{
	PGconn *conn = db_open_login(trinn);

	if (conn != NULL && db_become_owner(conn))
		return conn;
	PQfinish(conn);
	return NULL;
}

/* The result, or NULL if it is an error, which is said. `path` is of its file, or NULL. */
static PGresult *check(PGconn *conn, PGresult *result, const char *path)
{
	const char *message = PQresultErrorMessage(result);

	switch ((int)PQresultStatus(result)) {
	case PGRES_TUPLES_OK:
	case PGRES_COMMAND_OK:
	case PGRES_COPY_IN: return result;
	}
	if (message[0] == '\0')
		message = PQerrorMessage(conn);
	if (path != NULL)
		say_error("\"%s\" failed: %.*s", path, trimmed_len(message), message);
	else
		say_error("the database refused: %.*s", trimmed_len(message), message);
	PQclear(result);
	return NULL;
}

PGresult *db_query(PGconn *conn, const char *sql, const struct db_args *args)
{
	return check(conn,
		     PQexecParams(conn, sql, args != NULL ? args->n : 0, NULL,
				  args != NULL ? args->values : NULL, NULL, NULL, 0),
		     NULL);
}

bool db_run(PGconn *conn, const char *sql)
{
	PGresult *result = db_query(conn, sql, NULL);
	bool ok = result != NULL;

	PQclear(result);
	return ok;
}

bool db_number(PGconn *conn, const char *sql, const struct db_args *args, int64_t *out)
{
	PGresult *result = db_query(conn, sql, args);
	bool ok;

	if (result == NULL)
		return false;
	ok = PQntuples(result) == 1 && num_i64(PQgetvalue(result, 0, 0), INT64_MIN, INT64_MAX, out);
	PQclear(result);
	return ok || say_error("the database gave no number for: %s", sql);
}

bool db_change(PGconn *conn, const char *sql, int64_t *n_out)
{
	PGresult *result = db_query(conn, sql, NULL);
	bool ok;

	if (result == NULL)
		return false;
	ok = num_i64(PQcmdTuples(result), 0, INT64_MAX, n_out);
	PQclear(result);
	return ok || say_error("the database did not count the rows of: %s", sql);
}

bool db_send_copy(PGconn *conn, const char *bytes, size_t len)
{
	if (PQputCopyData(conn, bytes, (int)len) == 1)
		return true;
	return say_error("could not send rows: %.*s", trimmed_len(PQerrorMessage(conn)),
			 PQerrorMessage(conn));
}

bool db_end_copy(PGconn *conn)
{
	PGresult *result;
	bool ok = true;

	if (PQputCopyEnd(conn, NULL) != 1)
		return say_error("could not send rows: %.*s", trimmed_len(PQerrorMessage(conn)),
				 PQerrorMessage(conn));
	while ((result = PQgetResult(conn)) != NULL) {
		result = check(conn, result, NULL);
		ok = ok && result != NULL;
		PQclear(result);
	}
	return ok;
}

bool db_run_file(PGconn *conn, const char *path)
{
	struct arena *arena = arena_new(2 * FILE_MAX_BYTES);
	char *text = folder_read_file(path, FILE_MAX_BYTES, arena, NULL);
	PGresult *result = text != NULL ? check(conn, PQexec(conn, text), path) : NULL;
	bool ok = result != NULL;

	PQclear(result);
	arena_free(&arena);
	return ok;
}
