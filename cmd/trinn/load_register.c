/* The file is read once, entry by entry, into a temporary table; the rest is SQL. */
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include <zlib.h>

#include "cmd/trinn/array.h"
#include "cmd/trinn/db.h"
#include "cmd/trinn/load.h"
#include "cmd/trinn/say.h"
#include "cmd/trinn/unit.h"
#include "lib/json/body.h"

#define ENTRY_MAX_BYTES (1 << 20)
#define WHY_MAX_BYTES 400
#define WARNINGS_MAX 20

struct reading {
	PGconn *conn;
	const char *path;
	gzFile file;
	struct array array;
	struct buf row;
	struct buf why;
	int64_t n_skipped;
};

static void skip_unit(struct reading *reading)
{
	reading->n_skipped++;
	if (reading->n_skipped <= WARNINGS_MAX)
		say_warning("%s, line %" PRId64 ", entry %" PRId64 ": %s; skipped", reading->path,
			    reading->array.first_line, reading->array.number,
			    buf_text(&reading->why));
	if (reading->n_skipped == WARNINGS_MAX)
		say_warning("%s: entries skipped from here on are only counted", reading->path);
}

static bool say_malformed(const struct reading *reading, const char *what)
{
	return say_error("%s, line %" PRId64 ", entry %" PRId64 ": %s", reading->path,
			 reading->array.line, reading->array.number, what);
}

static bool take_entry(struct reading *reading)
{
	static const struct body_limits limits = {ENTRY_MAX_BYTES, BODY_DEPTH_MAX};
	const struct buf *text = &reading->array.element;
	bool ok = true;
	json_t *unit;
	size_t position;
	enum body_fault fault = body_parse(text->data, text->len, &limits, &unit, &position);

	if (fault != BODY_OK)
		return say_malformed(reading, body_fault_text(fault));
	if (unit_row(unit, &reading->row, &reading->why))
		ok = db_send_copy(reading->conn, reading->row.data, reading->row.len);
	else
		skip_unit(reading);
	json_decref(unit);
	return ok;
}

static bool take_bytes(struct reading *reading, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		switch (array_take(&reading->array, bytes[i])) {
		case ARRAY_MORE: break;
		case ARRAY_ELEMENT:
			if (!take_entry(reading))
				return false;
			break;
		case ARRAY_MALFORMED: return say_malformed(reading, "not a JSON array of objects");
		}
	}
	return true;
}

static bool take_file(struct reading *reading)
{
	char chunk[65536];
	int n, fault;

	while ((n = gzread(reading->file, chunk, sizeof(chunk))) > 0)
		if (!take_bytes(reading, chunk, (size_t)n))
			return false;
	if (n < 0)
		return say_error("could not read \"%s\": %s", reading->path,
				 gzerror(reading->file, &fault));
	return array_is_complete(&reading->array) ||
	       say_malformed(reading, "the file ends before the array does");
}

static bool read_register(PGconn *conn, const char *path, int64_t *n_skipped_out)
{
	struct reading reading = {.conn = conn, .path = path, .file = gzopen(path, "rb")};
	bool ok;

	if (reading.file == NULL)
		return say_error("could not open \"%s\": %s", path, strerror(errno));
	array_init(&reading.array, ENTRY_MAX_BYTES);
	buf_init(&reading.row, 2 * ENTRY_MAX_BYTES);
	buf_init(&reading.why, WHY_MAX_BYTES);
	ok = take_file(&reading);
	*n_skipped_out = reading.n_skipped;
	buf_fini(&reading.why);
	buf_fini(&reading.row);
	array_fini(&reading.array);
	gzclose_r(reading.file);
	return ok;
}

static bool make_incoming(PGconn *conn, const char *columns, struct arena *arena)
{
	return db_run(conn, arena_printf(arena,
					 "create temporary table incoming on commit drop as"
					 " select %s from trinn.organisations with no data",
					 columns)) &&
	       db_run(conn, "alter table incoming add n bigint generated always as identity") &&
	       db_run(conn, arena_printf(arena, "copy incoming (%s) from stdin", columns));
}

static bool drop_repeated(PGconn *conn, const char *path)
{
	static const char drop[] =
		"delete from incoming i where exists"
		" (select from incoming later where later.orgnr = i.orgnr and later.n > i.n)";
	int64_t n;

	if (!db_change(conn, drop, &n))
		return false;
	if (n > 0)
		say_warning("%s: %" PRId64 " entries are followed by another of the same "
			    "organisation, which counts",
			    path, n);
	return true;
}

/* Rows that are as the file says stay untouched, and so does their fetched_at. */
static bool merge(PGconn *conn, const char *columns, struct arena *arena, int64_t *n_changed_out,
		  int64_t *n_new_out)
{
	const char *ours = unit_columns("o.", arena), *theirs = unit_columns("i.", arena);
	const char *change = arena_printf(
		arena,
		"update trinn.organisations o set (%s) = row(%s), fetched_at = now()"
		" from incoming i where i.orgnr = o.orgnr and row(%s) is distinct from row(%s)",
		columns, theirs, ours, theirs);
	const char *add = arena_printf(arena,
				       "insert into trinn.organisations (%s) select %s"
				       " from incoming i on conflict (orgnr) do nothing",
				       columns, theirs);

	return db_change(conn, change, n_changed_out) && db_change(conn, add, n_new_out);
}

bool load_register(PGconn *conn, const char *path)
{
	struct arena *arena = arena_new(1 << 20);
	const char *columns = unit_columns("", arena);
	int64_t n_skipped = 0, n_rows, n_changed, n_new;
	bool ok = make_incoming(conn, columns, arena) && read_register(conn, path, &n_skipped) &&
		  db_end_copy(conn) && drop_repeated(conn, path) &&
		  db_number(conn, "select count(*) from incoming", NULL, &n_rows) &&
		  merge(conn, columns, arena, &n_changed, &n_new);

	if (ok)
		say("organisations: %" PRId64 " read, %" PRId64 " added, %" PRId64
		    " changed, %" PRId64 " skipped",
		    n_rows, n_new, n_changed, n_skipped);
	arena_free(&arena);
	return ok && db_run(conn, "analyze trinn.organisations");
}
