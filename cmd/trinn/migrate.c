/* Forward-only migrations, each in a transaction of its own, and after them the policies. */
#include <string.h>

#include <openssl/evp.h>

#include "cmd/trinn/db.h"
#include "cmd/trinn/folder.h"
#include "cmd/trinn/say.h"
#include "lib/base/hex.h"
#include "lib/base/num.h"

#define FILE_MAX_BYTES (16 << 20)
#define DIGITS 4 /* of the number a file's name begins with */
#define SHA256_LEN 32

/* Any number, the same in all releases: two migrations of one database wait for each other. */
#define LOCK "select pg_advisory_lock(7246631)"

struct migration {
	const char *file; /* name of the file */
	const char *path;
	const char *number; /* without leading zeros */
	const char *name; /* what lies between number and suffix */
	char sha256[HEX_SIZE(SHA256_LEN)];
};

struct migrations {
	struct migration *list;
	size_t n;
	size_t n_applied;
};

static bool hash_file(struct migration *migration)
{
	struct arena *arena = arena_new(2 * FILE_MAX_BYTES);
	uint8_t digest[SHA256_LEN];
	size_t len;
	const char *text = folder_read_file(migration->path, FILE_MAX_BYTES, arena, &len);
	bool ok = text != NULL;

	if (ok && EVP_Digest(text, len, digest, NULL, EVP_sha256(), NULL) == 1)
		hex_encode(digest, sizeof(digest), migration->sha256);
	else if (ok)
		ok = say_error("could not compute a SHA-256");
	arena_free(&arena);
	return ok;
}

/* "0003_setup.sql" is the third of its folder and nothing else. */
static bool read_name(const struct trinn *trinn, const char *file, int number,
		      struct migration *migration)
{
	const char *expected = arena_printf(trinn->arena, "%0*d_", DIGITS, number);

	if (strncmp(file, expected, strlen(expected)) != 0)
		return say_error(
			"migration \"%s\" is out of order: its name should begin with \"%s\"", file,
			expected);
	*migration = (struct migration){
		.file = file,
		.path = arena_printf(trinn->arena, "%s/sql/migrations/%s", trinn->share, file),
		.number = arena_printf(trinn->arena, "%d", number),
		.name = arena_strndup(trinn->arena, file + DIGITS + 1,
				      strlen(file) - DIGITS - 1 - strlen(".sql")),
	};
	return hash_file(migration);
}

static bool read_folder(const struct trinn *trinn, struct migrations *migrations)
{
	const char *folder = arena_printf(trinn->arena, "%s/sql/migrations", trinn->share);
	const char *const *files;

	if (!folder_list(folder, ".sql", trinn->arena, &files, &migrations->n))
		return false;
	if (migrations->n == 0)
		return say_error("there are no migrations in \"%s\"", folder);
	migrations->list = arena_alloc(trinn->arena, sizeof(*migrations->list) * migrations->n);
	for (size_t i = 0; i < migrations->n; i++)
		if (!read_name(trinn, files[i], (int)i + 1, &migrations->list[i]))
			return false;
	return true;
}

static bool check_row(const struct migrations *migrations, size_t i, const char *number,
		      const char *sha256)
{
	const struct migration *migration;

	if (i >= migrations->n)
		return say_error("the database has migration %s, which this trinn does not know",
				 number);
	migration = &migrations->list[i];
	if (strcmp(number, migration->number) != 0)
		return say_error("the database lacks migration \"%s\" but has a later one",
				 migration->file);
	if (strcmp(sha256, migration->sha256) != 0)
		return say_error("migration \"%s\" was changed after it was applied",
				 migration->file);
	return true;
}

/* What was applied is what the files say, from the first on. */
static bool check_applied(const struct trinn *trinn, PGconn *conn,
			  struct migrations *migrations)
{
	PGresult *rows;
	int64_t exists;
	bool ok = true;
	int n;

	if (!db_number(conn, "select count(to_regclass('trinn.schema_versions'))", NULL, &exists))
		return false;
	if (exists == 0)
		return true;
	rows = db_query(conn, "select number, sha256 from trinn.schema_versions order by number",
			NULL);
	if (rows == NULL)
		return false;
	n = PQntuples(rows);
	for (int i = 0; ok && i < n; i++)
		ok = check_row(migrations, (size_t)i, PQgetvalue(rows, i, 0),
			       PQgetvalue(rows, i, 1));
	migrations->n_applied = (size_t)n;
	PQclear(rows);
	if (!ok && trinn->database == NULL)
		say_hint("\"trinn clean\" removes the private cluster with all it holds");
	return ok;
}

/* Runs `file` between begin and commit; what fails leaves nothing, for the caller hangs up. */
static bool apply(PGconn *conn, const struct migration *migration)
{
	static const char record[] =
		"insert into trinn.schema_versions (number, name, sha256) values ($1, $2, $3)";
	PGresult *result;

	if (!db_run(conn, "begin") || !db_run_file(conn, migration->path))
		return false;
	result = db_query(conn, record,
			  DB_ARGS(migration->number, migration->name, migration->sha256));
	if (result == NULL)
		return false;
	PQclear(result);
	if (!db_run(conn, "commit"))
		return false;
	say("applied migration %s", migration->file);
	return true;
}

static bool apply_all(PGconn *conn, const struct migrations *migrations)
{
	for (size_t i = migrations->n_applied; i < migrations->n; i++)
		if (!apply(conn, &migrations->list[i]))
			return false;
	return true;
}

static bool apply_policies(const struct trinn *trinn, PGconn *conn)
{
	const char *folder = arena_printf(trinn->arena, "%s/sql/policies", trinn->share);
	const char *const *files;
	size_t n;

	if (!folder_list(folder, ".sql", trinn->arena, &files, &n) || !db_run(conn, "begin"))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!db_run_file(conn, arena_printf(trinn->arena, "%s/%s", folder, files[i])))
			return false;
	return db_run(conn, "commit");
}

/* Roles and extensions are a superuser's to make; where the login is none, they are there. */
static bool prepare(const struct trinn *trinn, PGconn *conn)
{
	static const char is_superuser[] =
		"select count(*) from pg_roles where rolname = current_user and rolsuper";
	static const char *const files[] = {"roles.sql", "database.sql"};
	int64_t n;

	if (!db_number(conn, is_superuser, NULL, &n))
		return false;
	for (size_t i = 0; n > 0 && i < sizeof(files) / sizeof(files[0]); i++)
		if (!db_run_file(conn, arena_printf(trinn->arena, "%s/deploy/postgres/%s",
						    trinn->share, files[i])))
			return false;
	return db_become_owner(conn);
}

bool trinn_migrate(struct trinn *trinn)
{
	struct migrations migrations = {0};
	PGconn *conn;
	bool ok;

	if (!read_folder(trinn, &migrations))
		return false;
	conn = db_open_login(trinn);
	if (conn == NULL)
		return false;
	ok = db_run(conn, LOCK) && prepare(trinn, conn) &&
	     check_applied(trinn, conn, &migrations) && apply_all(conn, &migrations) &&
	     apply_policies(trinn, conn);
	if (ok)
		say("schema is at migration %s", migrations.list[migrations.n - 1].number);
	PQfinish(conn);
	return ok;
}
