/* PostgreSQL reads the CSV files itself; what differs from the tables is then put right. */
#include <inttypes.h>

#include "cmd/trinn/db.h"
#include "cmd/trinn/folder.h"
#include "cmd/trinn/load.h"
#include "cmd/trinn/say.h"

#define FILE_MAX_BYTES (16 << 20)

#define SMALL_FIRM_FIGURES                                                                         \
	"operating_revenue_knok, operating_profit_knok, equity_knok, employees, firms, "           \
	"operating_margin_pct, share_negative_result_pct, share_margin_below_5_pct, "              \
	"share_negative_equity_pct"

/* `columns` are the file's, in its order; a table of one year's figures has the column year too. */
static const struct source {
	const char *file;
	const char *table;
	const char *year; /* NULL where the file is not of one year */
	const char *columns;
} sources[] = {
	{"municipalities.csv", "municipalities", NULL, "number, name, valid_from, valid_to"},
	{"firms_by_municipality_2021.csv", "firms_by_municipality", "2021",
	 "municipality_no, name, " SMALL_FIRM_FIGURES},
	{"firms_by_industry_2021.csv", "firms_by_industry", "2021",
	 "nace2, name, " SMALL_FIRM_FIGURES},
	{"firms_by_size_2021.csv", "firms_by_size", "2021", "size_band, " SMALL_FIRM_FIGURES},
	{"all_firms_by_size_2021.csv", "all_firms_by_size", "2021", "size_band, firms, employees"},
	{"published_totals.csv", "published_totals", NULL, "table_name, year, measure, total"},
};

static bool copy(PGconn *conn, const char *sql, const char *bytes, size_t len)
{
	return db_run(conn, sql) && db_send_copy(conn, bytes, len) && db_end_copy(conn);
}

/* Fills the temporary table `incoming` with what the table should hold. */
static bool read_source(struct trinn *trinn, PGconn *conn, const struct source *source)
{
	struct arena *arena = trinn->arena;
	const char *path = arena_printf(arena, "%s/sql/reference/%s", trinn->share, source->file);
	const char *make = arena_printf(
		arena, "create temporary table incoming (like trinn.%s) on commit drop",
		source->table);
	const char *begin = arena_printf(
		arena, "copy incoming (%s) from stdin (format csv, header match)", source->columns);
	size_t len;
	const char *text = folder_read_file(path, FILE_MAX_BYTES, arena, &len);

	if (text == NULL || !db_run(conn, make))
		return false;
	if (source->year != NULL &&
	    !db_run(conn, arena_printf(arena, "alter table incoming alter year set default %s",
				       source->year)))
		return false;
	if (copy(conn, begin, text, len))
		return true;
	say_hint("the rows are those of \"%s\"", path);
	return false;
}

/* Makes the rows of the table, or of that year of it, those of `incoming`. */
static bool settle_source(struct trinn *trinn, PGconn *conn, const struct source *source)
{
	struct arena *arena = trinn->arena;
	const char *scope = source->year != NULL ? arena_printf(arena, "t.year = %s", source->year)
						 : "true";
	const char *take_out = arena_printf(
		arena,
		"delete from trinn.%s t where %s and not exists"
		" (select from incoming i where row(i.*) is not distinct from row(t.*))",
		source->table, scope);
	const char *put_in = arena_printf(
		arena, "insert into trinn.%s select * from incoming except select * from trinn.%s",
		source->table, source->table);
	int64_t n_rows, n_out, n_in;

	if (!db_number(conn, "select count(*) from incoming", NULL, &n_rows) ||
	    !db_change(conn, take_out, &n_out) || !db_change(conn, put_in, &n_in) ||
	    !db_run(conn, "drop table incoming"))
		return false;
	say("%s: %" PRId64 " rows, %" PRId64 " put in, %" PRId64 " taken out", source->table,
	    n_rows, n_in, n_out);
	return true;
}

bool load_tables(struct trinn *trinn, PGconn *conn)
{
	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++)
		if (!read_source(trinn, conn, &sources[i]) ||
		    !settle_source(trinn, conn, &sources[i]))
			return false;
	return true;
}

bool load_say_mismatches(PGconn *conn)
{
	static const char mismatches[] =
		"select format('%s %s: %s sums to %s, %s %s the published total %s',"
		" table_name, year, measure, rows_sum, abs(rows_sum - total),"
		" case when rows_sum < total then 'below' else 'above' end, total)"
		" from trinn.published_mismatches order by table_name, year, measure";
	PGresult *rows = db_query(conn, mismatches, NULL);

	if (rows == NULL)
		return false;
	for (int i = 0; i < PQntuples(rows); i++)
		say_warning("%s; loaded as published", PQgetvalue(rows, i, 0));
	PQclear(rows);
	return true;
}
