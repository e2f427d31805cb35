/* A report in its three formats. A million rows go through here: no row allocates. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api/problems/problems.h"
#include "api/reports/reports.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"

#define GAP "  " /* between two columns of the table */

enum {
	OUT_MAX_BYTES = 1 << 20, /* far above what is gathered before it is sent */
	MONEY_SIZE = 32,         /* bytes of any amount in groups of three digits, with its NUL */
};

static int64_t number_of(const char *text)
{
	int64_t number;

	MUST(num_i64(text, INT64_MIN, INT64_MAX, &number));
	return number;
}

static int32_t date_of(const char *text)
{
	int32_t days;

	MUST(num_date(text, &days));
	return days;
}

static void add_json_cell(struct buf *out, const struct report_column *column, const char *text)
{
	buf_addc(out, '"');
	buf_adds(out, column->name);
	buf_adds(out, "\":");
	if (text == NULL)
		buf_adds(out, "null");
	else if (column->kind == COLUMN_NUMBER || column->kind == COLUMN_MONEY)
		buf_adds(out, text);
	else
		json_write_string(text, out);
}

static void add_json(struct report *report, const struct report_row *row)
{
	struct buf *out = &report->out;

	buf_adds(out, report->count == 0 ? "\n{" : ",\n{");
	for (int i = 0; i < report->layout->n_columns; i++) {
		if (i > 0)
			buf_addc(out, ',');
		add_json_cell(out, &report->layout->columns[i], row->cells[i]);
	}
	buf_addc(out, '}');
}

static const char *vat_word(const char *code)
{
	static const char *const words[][2] = {{"exempt", "unntatt"},
					       {"standard", "alminnelig sats"},
					       {"outside", "utenfor loven"}};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i][0], code) == 0)
			return words[i][1];
	return code;
}

static void add_csv_cell(struct csv *csv, enum report_column_kind kind, const char *text)
{
	if (text == NULL) {
		csv_empty(csv);
		return;
	}
	switch (kind) {
	case COLUMN_DATE:
		csv_date(csv, date_of(text));
		break;
	case COLUMN_TEXT:
	case COLUMN_NAME:
		csv_text(csv, text, strlen(text));
		break;
	case COLUMN_VAT:
		text = vat_word(text);
		csv_text(csv, text, strlen(text));
		break;
	case COLUMN_NUMBER:
	case COLUMN_ID:
		csv_int(csv, number_of(text));
		break;
	case COLUMN_MONEY:
		csv_money(csv, number_of(text));
		break;
	}
}

static void add_csv(struct report *report, const struct report_row *row)
{
	for (int i = 0; i < report->layout->n_columns; i++)
		add_csv_cell(&report->csv, report->layout->columns[i].kind, row->cells[i]);
	csv_end_row(&report->csv);
}

static bool is_right_aligned(enum report_column_kind kind)
{
	return kind == COLUMN_NUMBER || kind == COLUMN_MONEY || kind == COLUMN_ID;
}

static bool begins_character(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

static int characters(const char *text)
{
	int n = 0;

	for (; *text != '\0'; text++)
		n += begins_character(*text);
	return n;
}

static void pad(struct buf *out, int n)
{
	for (; n > 0; n--)
		buf_addc(out, ' ');
}

/* At most `most` characters; what a terminal would obey is shown as '?'. */
static void add_printable(struct buf *out, const char *text, int most)
{
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;
		bool is_c1 = c == 0xc2 && (unsigned char)text[1] < 0xa0;

		if (begins_character(*text) && most-- == 0)
			return;
		if (c < 0x20 || c == 0x7f || is_c1)
			buf_addc(out, '?');
		else
			buf_addc(out, *text);
		text += is_c1;
	}
}

static void add_aligned(struct buf *out, const struct report_column *column, const char *text)
{
	int n = characters(text);
	bool right = is_right_aligned(column->kind);
	bool is_cut = column->kind == COLUMN_NAME && n > column->width;

	if (right)
		pad(out, column->width - n);
	add_printable(out, text, is_cut ? column->width - 1 : n);
	if (is_cut)
		buf_adds(out, "…");
	if (!right)
		pad(out, column->width - n);
}

/* 123456789 is "1 234 567,89". */
static void write_money(int64_t amount_ore, char *out)
{
	char digits[MONEY_SIZE];
	uint64_t ore = amount_ore < 0 ? -(uint64_t)amount_ore : (uint64_t)amount_ore;
	int n = snprintf(digits, sizeof(digits), "%03" PRIu64, ore);

	if (amount_ore < 0)
		*out++ = '-';
	for (int i = 0; i < n; i++) {
		int after = n - 2 - i; /* digits of kroner from here on */

		if (after == 0)
			*out++ = ',';
		else if (after > 0 && after % 3 == 0 && i > 0)
			*out++ = ' ';
		*out++ = digits[i];
	}
	*out = '\0';
}

static void add_table_cell(struct buf *out, const struct report_column *column, const char *text)
{
	char written[MONEY_SIZE];

	if (text != NULL && column->kind == COLUMN_MONEY) {
		write_money(number_of(text), written);
		text = written;
	}
	add_aligned(out, column, text == NULL ? "" : text);
}

static void add_head(struct buf *out, const struct report_column *column, const char *text)
{
	(void)text;
	add_aligned(out, column, column->head);
}

static void add_rule(struct buf *out, const struct report_column *column, const char *text)
{
	(void)text;
	for (int n = column->width; n > 0; n--)
		buf_addc(out, '-');
}

typedef void add_cell_fn(struct buf *out, const struct report_column *column, const char *text);

/* A line of the table, in the columns that it has; `row` is NULL for a head or a rule. */
static void add_across(struct report *report, add_cell_fn *add, const struct report_row *row)
{
	const struct report_column *columns = report->layout->columns;
	const char *gap = "";

	for (int i = 0; i < report->layout->n_columns; i++) {
		if (columns[i].width == 0)
			continue;
		buf_adds(&report->out, gap);
		add(&report->out, &columns[i], row == NULL ? NULL : row->cells[i]);
		gap = GAP;
	}
	buf_addc(&report->out, '\n');
}

static void add_line(struct report *report, const struct report_row *row)
{
	add_across(report, add_table_cell, row);
}

static void begin_json(struct report *report)
{
	buf_adds(&report->out, "{\"currency\":\"NOK\",\"items\":[");
}

static void begin_csv(struct report *report)
{
	const struct report_column *columns = report->layout->columns;

	csv_init(&report->csv, &report->out);
	for (int i = 0; i < report->layout->n_columns; i++)
		csv_text(&report->csv, columns[i].head, strlen(columns[i].head));
	csv_end_row(&report->csv);
}

static void begin_text(struct report *report)
{
	add_across(report, add_head, NULL);
	add_across(report, add_rule, NULL);
}

static int count_sums(const struct report_layout *layout)
{
	int n = 0;

	for (int i = 0; i < layout->n_columns; i++)
		n += layout->columns[i].kind == COLUMN_MONEY;
	return n;
}

static void end_json(struct report *report)
{
	const struct report_layout *layout = report->layout;
	bool is_one = count_sums(layout) == 1;
	const char *before = is_one ? "" : ",\"totals\":{";

	buf_addf(&report->out, "\n],\"count\":%" PRId64, report->count);
	for (int i = 0; i < layout->n_columns; i++) {
		if (layout->columns[i].kind != COLUMN_MONEY)
			continue;
		buf_addf(&report->out, "%s\"%s\":%" PRId64, is_one ? "," : before,
			 is_one ? "totalOre" : layout->columns[i].name, report->sums_ore[i]);
		before = ",";
	}
	buf_adds(&report->out, is_one ? "}\n" : "}}\n");
}

static void end_csv(struct report *report)
{
	(void)report;
}

static bool is_summed(const struct report_column *column)
{
	return column->kind == COLUMN_MONEY && column->width > 0;
}

/* Each sum stands under its amounts. */
static void end_text(struct report *report)
{
	const struct report_column *columns = report->layout->columns;
	char label[48];
	char total[MONEY_SIZE];
	int width = 0;
	int i;

	for (i = 0; !is_summed(&columns[i]); i++)
		if (columns[i].width > 0)
			width += columns[i].width + (int)strlen(GAP);
	snprintf(label, sizeof(label), "Sum av %" PRId64, report->count);
	add_across(report, add_rule, NULL);
	buf_adds(&report->out, label);
	pad(&report->out, width - (int)strlen(GAP) - characters(label));
	for (; i < report->layout->n_columns; i++) {
		if (!is_summed(&columns[i]))
			continue;
		write_money(report->sums_ore[i], total);
		buf_adds(&report->out, GAP);
		add_aligned(&report->out, &columns[i], total);
	}
	buf_addc(&report->out, '\n');
}

static const struct {
	void (*begin)(struct report *report);
	void (*add)(struct report *report, const struct report_row *row);
	void (*end)(struct report *report);
} writers[] = {
	[REPORT_JSON] = {begin_json, add_json, end_json},
	[REPORT_CSV] = {begin_csv, add_csv, end_csv},
	[REPORT_TEXT] = {begin_text, add_line, end_text},
};

void report_begin(struct report *report, const struct report_layout *layout,
		  enum report_format format)
{
	MUST(layout->n_columns <= REPORT_COLUMNS_MAX);
	*report = (struct report){.layout = layout, .format = format};
	buf_init(&report->out, OUT_MAX_BYTES);
	writers[format].begin(report);
}

void report_add(struct report *report, const struct report_row *row)
{
	writers[report->format].add(report, row);
	report->count++;
	for (int i = 0; i < report->layout->n_columns; i++)
		if (report->layout->columns[i].kind == COLUMN_MONEY)
			report->sums_ore[i] += number_of(row->cells[i]);
}

void report_end(struct report *report)
{
	writers[report->format].end(report);
}

void report_fini(struct report *report)
{
	buf_fini(&report->out);
}
