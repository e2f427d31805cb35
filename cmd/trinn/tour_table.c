/*
 * A list of an answer as a table. `table` of a step is {"rows": "items", "columns": {"Heading":
 * "path", ...}, "total": "total"}: where the rows are, what each column shows of a row, and, if
 * there is one, what has the last line's values under the same paths. Numbers stand to the right.
 */
#include <string.h>

#include "cmd/trinn/say.h"
#include "cmd/trinn/tour_show.h"

#define LINE_MAX_BYTES (64 * 1024)
#define COLUMNS_MAX 16

struct column {
	const char *heading, *path;
	size_t width;
	bool is_number;
};

struct table {
	struct tour *tour;
	struct column columns[COLUMNS_MAX];
	size_t n;
};

/* In the arena. A total has no values of what tells rows apart. */
static const char *cell_of(struct table *table, const struct column *column, json_t *row,
			   bool is_total)
{
	const json_t *value = tour_find(table->tour, row, column->path);
	const char *text;
	struct buf cell;

	if (value == NULL && is_total)
		return "";
	buf_init(&cell, LINE_MAX_BYTES);
	tour_add_value(&cell, column->path, value);
	text = arena_strdup(table->tour->arena, buf_text(&cell));
	buf_fini(&cell);
	return text;
}

static void widen(struct table *table, json_t *row, bool is_total)
{
	for (size_t i = 0; i < table->n; i++) {
		struct column *column = &table->columns[i];
		size_t used = tour_count_columns(cell_of(table, column, row, is_total));

		if (used > column->width)
			column->width = used;
		if (json_is_integer(tour_find(table->tour, row, column->path)))
			column->is_number = true;
	}
}

static void add_cell(struct buf *line, const struct column *column, const char *text)
{
	int fill = (int)(column->width - tour_count_columns(text));

	if (line->len > 0)
		buf_adds(line, "  ");
	if (column->is_number)
		buf_addf(line, "%*s%s", fill, "", text);
	else
		buf_addf(line, "%s%*s", text, fill, "");
}

/* A row, or the headings if `row` is NULL. */
static void print_line(struct table *table, json_t *row, bool is_total)
{
	struct buf line;

	buf_init(&line, LINE_MAX_BYTES);
	for (size_t i = 0; i < table->n; i++) {
		const struct column *column = &table->columns[i];

		add_cell(&line, column,
			 row != NULL ? cell_of(table, column, row, is_total) : column->heading);
	}
	while (line.len > 0 && line.data[line.len - 1] == ' ')
		line.len--;
	say("%.*s", (int)line.len, buf_text(&line));
	buf_fini(&line);
}

static void print_rule(const struct table *table)
{
	struct buf line;

	buf_init(&line, LINE_MAX_BYTES);
	for (size_t i = 0; i < table->n; i++) {
		buf_adds(&line, i > 0 ? "  " : "");
		for (size_t j = 0; j < table->columns[i].width; j++)
			buf_addc(&line, '-');
	}
	say("%s", buf_text(&line));
	buf_fini(&line);
}

static void take_columns(struct table *table, json_t *columns)
{
	const char *heading;
	json_t *path;

	json_object_foreach(columns, heading, path)
	{
		if (table->n == COLUMNS_MAX)
			break;
		table->columns[table->n++] = (struct column){
			.heading = heading,
			.path = json_string_value(path),
			.width = tour_count_columns(heading),
		};
	}
}

void tour_print_table(struct tour *tour, json_t *spec, json_t *answer)
{
	const char *total_path = json_string_value(json_object_get(spec, "total"));
	json_t *rows = tour_find(tour, answer, json_string_value(json_object_get(spec, "rows")));
	json_t *total = total_path != NULL ? tour_find(tour, answer, total_path) : NULL;
	struct table table = {.tour = tour};
	json_t *row;
	size_t i;

	take_columns(&table, json_object_get(spec, "columns"));
	json_array_foreach(rows, i, row)
		widen(&table, row, false);
	widen(&table, total, true);
	say("%s", "");
	print_line(&table, NULL, false);
	print_rule(&table);
	json_array_foreach(rows, i, row)
		print_line(&table, row, false);
	print_rule(&table);
	if (total != NULL)
		print_line(&table, total, true);
}
