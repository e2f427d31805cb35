#include "api/umbrella/table.h"

#include <string.h>

#include "api/request/reply.h"
#include "lib/format/csv.h"
#include "lib/http/reply.h"

enum { TABLE_BYTES_MAX = 4 * 1024 * 1024 };

/* By key: what figures of programmes are called. */
static const struct {
	const char *key;
	const char *name;
} figures[] = {
#define F(key, name) {key, name},
#include "api/umbrella/figures.def"
#undef F
};

static const char *figure_name(const char *key, size_t len)
{
	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++)
		if (strncmp(figures[i].key, key, len) == 0 && figures[i].key[len] == '\0')
			return figures[i].name;
	return problem_word(key, len, LANGUAGE_NB);
}

/* A name that only looks like a key, as the mark is free to all, stands as it is. */
static void add_words(struct csv *csv, const char *text)
{
	struct buf words;

	buf_init(&words, BUF_UNBOUNDED);
	while (*text != '\0') {
		size_t len = strcspn(text, " ");
		const char *name = *text == '@' ? figure_name(text + 1, len - 1) : NULL;

		if (name != NULL)
			buf_adds(&words, name);
		else
			buf_add(&words, text, len);
		text += len;
		if (*text != '\0')
			buf_addc(&words, *text++);
	}
	csv_text(csv, buf_text(&words), words.len);
	buf_fini(&words);
}

static void add_cell(struct csv *csv, enum table_kind kind, const struct pg_result *rows, int row,
		     int column)
{
	if (db_is_null(rows, row, column)) {
		csv_empty(csv);
		return;
	}
	switch (kind) {
	case TABLE_TEXT:
		csv_text(csv, db_text(rows, row, column), strlen(db_text(rows, row, column)));
		break;
	case TABLE_WORDS:
		add_words(csv, db_text(rows, row, column));
		break;
	case TABLE_NUMBER:
		csv_int(csv, db_i64(rows, row, column));
		break;
	case TABLE_HUNDREDTHS:
		csv_money(csv, db_i64(rows, row, column));
		break;
	}
}

static void write_table(struct buf *text, const struct pg_result *rows, const struct table *table)
{
	struct csv csv;

	csv_init(&csv, text);
	for (int i = 0; i < table->n_columns; i++)
		csv_text(&csv, table->columns[i].head, strlen(table->columns[i].head));
	csv_end_row(&csv);
	for (int row = 0; row < db_n_rows(rows); row++) {
		for (int i = 0; i < table->n_columns; i++)
			add_cell(&csv, table->columns[i].kind, rows, row, i);
		csv_end_row(&csv);
	}
}

void table_reply(struct req *r, struct db_result *result, const struct table *table)
{
	const char *bytes;
	struct buf text;
	size_t len;

	buf_init(&text, TABLE_BYTES_MAX);
	write_table(&text, db_rows(result, 1), table);
	bytes = req_keep(r, &text, &len);
	if (len > 0)
		http_add_header(r->http, "Content-Disposition", table->disposition);
	req_reply(r, &(struct reply){
		.status = 200,
		.content_type = "text/csv; charset=utf-8",
		.bytes = bytes,
		.len = len,
	});
}
