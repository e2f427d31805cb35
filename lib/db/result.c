/* Verdicts of the server, and typed reading of rows. */
#include "lib/db/result.h"

#include <libpq-fe.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/db/private.h"

/* Object identifiers of types in PostgreSQL's pg_type.dat. */
enum { BOOL_OID = 16, INT8_OID = 20, INT2_OID = 21, INT4_OID = 23 };

const char *db_status_name(enum db_status status)
{
	static const char *const names[] = {
#define X(name, text) [DB_##name] = text,
		DB_STATUSES(X)
#undef X
	};

	return names[status];
}

enum db_status db_status_of(const PGresult *error)
{
	const char *sqlstate = PQresultErrorField(error, PG_DIAG_SQLSTATE);
	static const struct {
		char sqlstate[6];
		enum db_status status;
	} others[] = {
		{"40001", DB_RETRY},   /* serialization_failure */
		{"40P01", DB_RETRY},   /* deadlock_detected */
		{"55P03", DB_TIMEOUT}, /* lock_not_available */
		{"57014", DB_TIMEOUT}, /* query_canceled */
	};

	for (size_t i = 0; sqlstate && i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(sqlstate, others[i].sqlstate) == 0)
			return others[i].status;
	return DB_REFUSED;
}

enum db_status db_result_fail(struct db_result *result, int statement, PGresult *error)
{
	const char *sqlstate = PQresultErrorField(error, PG_DIAG_SQLSTATE);

	snprintf(result->sqlstate, sizeof(result->sqlstate), "%s", sqlstate ? sqlstate : "");
	result->failed_at = statement;
	result->constraint = PQresultErrorField(error, PG_DIAG_CONSTRAINT_NAME);
	result->message = PQresultErrorField(error, PG_DIAG_MESSAGE_PRIMARY);
	result->detail = PQresultErrorField(error, PG_DIAG_MESSAGE_DETAIL);
	result->hint = PQresultErrorField(error, PG_DIAG_MESSAGE_HINT);
	PQclear(result->statements[statement]);
	result->statements[statement] = error;
	return db_status_of(error);
}

const struct pg_result *db_rows(const struct db_result *result, int statement)
{
	MUST(result->status == DB_OK);
	MUST(statement >= 0 && statement < result->n);
	MUST(result->statements[statement]);
	return result->statements[statement];
}

struct pg_result *db_take(struct db_result *result, int statement)
{
	struct pg_result *rows;

	(void)db_rows(result, statement);
	rows = result->statements[statement];
	result->statements[statement] = NULL;
	return rows;
}

int db_n_rows(const struct pg_result *rows)
{
	return PQntuples(rows);
}

static void must_have(const struct pg_result *rows, int row, int column)
{
	MUST(row >= 0 && row < PQntuples(rows));
	MUST(column >= 0 && column < PQnfields(rows));
}

bool db_is_null(const struct pg_result *rows, int row, int column)
{
	must_have(rows, row, column);
	return PQgetisnull(rows, row, column);
}

const char *db_text(const struct pg_result *rows, int row, int column)
{
	return db_is_null(rows, row, column) ? NULL : PQgetvalue(rows, row, column);
}

size_t db_len(const struct pg_result *rows, int row, int column)
{
	must_have(rows, row, column);
	return (size_t)PQgetlength(rows, row, column);
}

int64_t db_i64(const struct pg_result *rows, int row, int column)
{
	const char *text = db_text(rows, row, column);
	Oid type = PQftype(rows, column);
	int64_t value;

	MUST(type == INT8_OID || type == INT4_OID || type == INT2_OID);
	MUST(num_i64(text, INT64_MIN, INT64_MAX, &value));
	return value;
}

bool db_bool(const struct pg_result *rows, int row, int column)
{
	const char *text = db_text(rows, row, column);

	MUST(PQftype(rows, column) == BOOL_OID);
	MUST(text);
	return text[0] == 't';
}
