/* Cells go into one buffer for the row, those of columns that are not read nowhere. */
#include "lib/format/aidregister.h"

#include <string.h>
#include <strings.h>

#include "lib/base/buf.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/format/amount.h"
#include "lib/format/decode.h"
#include "lib/format/digits.h"
#include "lib/format/line.h"
#include "lib/format/orgnr.h"

#define SLICE_BYTES 16384
#define ROW_BYTES_MAX 65536
#define CELLS_MAX 200
#define HEAD_BYTES 4 /* by which the encoding is told */
#define BLANKS " \t"

/* name, what the register calls it, whether there is no award without it */
#define COLUMNS(X)                                                                                 \
	X(GRANTED, "Tildelingsdato", true)                                                         \
	X(RECEIVED, "Mottatt dato", false)                                                         \
	X(AMOUNT, "Tildelt beløp", true)                                                           \
	X(CURRENCY, "Tildelt beløp valuta", true)                                                  \
	X(LEAST, "Beløpsintervall fra", false)                                                     \
	X(MOST, "Beløpsintervall til", false)                                                      \
	X(INTERVAL_CURRENCY, "Beløpsintervall valuta", false)                                      \
	X(STATUS, "Status", false)                                                                 \
	X(MEASURE, "Støttetiltaksnummer", false)                                                   \
	X(KIND, "Støttetiltakstype", false)                                                        \
	X(RECIPIENT_ORGNR, "Organisasjonsnummer støttemottaker", true)                             \
	X(RECIPIENT_NAME, "Navn støttemottaker", false)                                            \
	X(GRANTOR_ORGNR, "Organisasjonsnummer støttegiver", true)                                  \
	X(GRANTOR_NAME, "Navn støttegiver", false)                                                 \
	X(SCHEME, "Tilknyttet støtteordning", false)

enum column {
#define X(name, text, is_needed) name,
	COLUMNS(X)
#undef X
		OTHER, /* is not read */
};

static const struct {
	const char *name;
	bool is_needed;
} columns[] = {
#define X(name, text, is_needed) {text, is_needed},
	COLUMNS(X)
#undef X
};

struct aidregister {
	const struct aidregister_events *events;
	void *ctx;
	struct decoder decoder;
	struct buf decoded; /* of a slice */

	size_t n_columns;
	struct buf row;
	size_t starts[OTHER]; /* of the cells that are read */
	size_t start;	      /* of the cell at hand */
	size_t n;	      /* of the cell at hand, from 0 */
	size_t bytes;	      /* of the row */
	size_t line, row_line;

	size_t n_head;
	char head[HEAD_BYTES]; /* until the encoding is known */
	enum column order[CELLS_MAX];
	enum { BEFORE, PLAIN, QUOTED, CLOSED } place; /* in the cell at hand */
	enum format_fault fault;
	bool is_begun;
	bool has_header;
	bool is_bad;   /* the row */
	bool has_text; /* the row, beside the end of its line */
};

static void fail(struct aidregister *table, enum format_fault fault)
{
	if (table->fault == FORMAT_OK)
		table->fault = fault;
}

/* ---- what a row tells */

/* The texts of the cells of a row; "" where the table has no such column. */
struct cells {
	const char *of[OTHER];
};

static bool read_day(const char *text, int32_t *days_out)
{
	int at[8], n = 0;

	if (strlen(text) != strlen("dd.mm.yyyy") || text[2] != '.' || text[5] != '.')
		return false;
	for (; *text != '\0'; text++)
		if (*text >= '0' && *text <= '9' && n < 8)
			at[n++] = *text - '0';
	return n == 8 && date_from_ymd(1000 * at[4] + 100 * at[5] + 10 * at[6] + at[7],
				       10 * at[2] + at[3], 10 * at[0] + at[1], days_out);
}

static bool read_amount(const char *text, const char *currency, struct aidregister_award *award,
			int64_t *ore_out)
{
	if (!amount_is_currency(currency) || !amount_read(text, ',', AMOUNT_MAX_ORE, ore_out))
		return false;
	memcpy(award->currency, currency, sizeof(award->currency));
	return true;
}

/* The amount, or the interval that it is in, of which the upper end may be open. */
static bool read_amounts(const struct cells *cells, struct aidregister_award *award)
{
	const char *currency = cells->of[INTERVAL_CURRENCY];

	award->has_amount = *cells->of[AMOUNT] != '\0';
	if (award->has_amount) {
		if (!read_amount(cells->of[AMOUNT], cells->of[CURRENCY], award, &award->amount_ore))
			return false;
		award->least_ore = award->most_ore = award->amount_ore;
		return true;
	}
	award->most_ore = INT64_MAX;
	return read_amount(cells->of[LEAST], currency, award, &award->least_ore) &&
	       (*cells->of[MOST] == '\0' ||
		read_amount(cells->of[MOST], currency, award, &award->most_ore)) &&
	       award->least_ore <= award->most_ore;
}

static enum format_fault read_award(const struct cells *cells, struct aidregister_award *award)
{
	award->has_received_day = *cells->of[RECEIVED] != '\0';
	if (!read_day(cells->of[GRANTED], &award->granted_on) ||
	    (award->has_received_day && !read_day(cells->of[RECEIVED], &award->received_on)))
		return FORMAT_DATE;
	if (!read_amounts(cells, award))
		return FORMAT_AMOUNT;
	if (!orgnr_is_valid(cells->of[RECIPIENT_ORGNR]) ||
	    !orgnr_is_valid(cells->of[GRANTOR_ORGNR]))
		return FORMAT_ORGNR;
#define PUT(column, member) line_put(award->member, sizeof(award->member), cells->of[column])
	PUT(RECIPIENT_ORGNR, recipient_orgnr);
	PUT(RECIPIENT_NAME, recipient_name);
	PUT(GRANTOR_ORGNR, grantor_orgnr);
	PUT(GRANTOR_NAME, grantor_name);
	PUT(STATUS, status);
	PUT(MEASURE, measure);
	PUT(KIND, kind);
	PUT(SCHEME, scheme);
#undef PUT
	return FORMAT_OK;
}

static enum format_fault read_row(const struct aidregister *table, struct aidregister_award *award)
{
	struct cells cells;

	if (table->is_bad || table->n + 1 != table->n_columns)
		return FORMAT_MALFORMED;
	for (size_t i = 0; i < OTHER; i++)
		cells.of[i] = "";
	for (size_t i = 0; i < table->n_columns; i++)
		if (table->order[i] != OTHER)
			cells.of[table->order[i]] =
				table->row.data + table->starts[table->order[i]];
	return read_award(&cells, award);
}

static void tell_row(struct aidregister *table)
{
	struct aidregister_award award = {.line = table->row_line};
	enum format_fault fault = read_row(table, &award);

	if (fault == FORMAT_OK)
		table->events->on_award(table->ctx, &award);
	else
		table->events->on_broken(table->ctx, table->row_line, fault);
}

/* ---- cells and rows */

static enum column column_of(const struct aidregister *table, const char *name)
{
	size_t i = 0;

	while (i < OTHER && strcasecmp(columns[i].name, name) != 0)
		i++;
	for (size_t other = 0; other < table->n; other++)
		if (table->order[other] == i)
			return OTHER;
	return (enum column)i;
}

static bool is_wanted(const struct aidregister *table)
{
	return !table->has_header ||
	       (table->n < table->n_columns && table->order[table->n] != OTHER);
}

/* The text of the cell at hand ends, without the blanks around it. */
static void end_cell(struct aidregister *table)
{
	struct buf *row = &table->row;

	if (!is_wanted(table) || table->n >= CELLS_MAX)
		return;
	while (row->len > table->start && strchr(" \t\r", row->data[row->len - 1]) != NULL)
		row->len--;
	buf_addc(row, '\0');
	table->start += strspn(row->data + table->start, BLANKS);
	if (table->has_header)
		table->starts[table->order[table->n]] = table->start;
	else
		table->order[table->n] = column_of(table, row->data + table->start);
	table->start = row->len;
}

static void next_cell(struct aidregister *table)
{
	end_cell(table);
	table->n++;
	table->place = BEFORE;
}

static void end_header(struct aidregister *table)
{
	bool has[OTHER + 1] = {false};

	table->has_header = true;
	table->n_columns = table->n + 1;
	if (table->n_columns > CELLS_MAX || table->is_bad) {
		fail(table, FORMAT_NOT_KNOWN);
		return;
	}
	for (size_t i = 0; i < table->n_columns; i++)
		has[table->order[i]] = true;
	for (size_t i = 0; i < OTHER; i++)
		if (columns[i].is_needed && !has[i])
			fail(table, FORMAT_NOT_KNOWN);
}

static void end_row(struct aidregister *table)
{
	if (table->n > 0 || table->has_text) {
		end_cell(table);
		if (table->has_header)
			tell_row(table);
		else
			end_header(table);
	}
	buf_reset(&table->row);
	table->place = BEFORE;
	table->start = table->n = table->bytes = 0;
	table->is_bad = table->has_text = false;
	table->row_line = table->line;
}

static void keep(struct aidregister *table, const char *bytes, size_t len)
{
	size_t ends = 0;

	while (ends < len && bytes[ends] == '\r')
		ends++;
	table->has_text |= ends < len;
	table->bytes += len;
	if (table->bytes > ROW_BYTES_MAX)
		fail(table, FORMAT_TOO_LARGE);
	else if (is_wanted(table))
		buf_add(&table->row, bytes, len);
}

/* Where the run of bytes that are neither `a` nor `b` ends. */
static const char *run_end(const char *at, const char *end, char a, char b)
{
	while (at < end && *at != a && *at != b)
		at++;
	return at;
}

static const char *read_plain(struct aidregister *table, const char *at, const char *end)
{
	const char *stop = run_end(at, end, ';', '\n');

	keep(table, at, (size_t)(stop - at));
	if (stop == end)
		return end;
	if (*stop == ';') {
		next_cell(table);
	} else {
		table->line++;
		end_row(table);
	}
	return stop + 1;
}

static const char *read_quoted(struct aidregister *table, const char *at, const char *end)
{
	const char *stop = run_end(at, end, '"', '\n');

	keep(table, at, (size_t)(stop - at) + (stop < end && *stop == '\n'));
	if (stop == end)
		return end;
	if (*stop == '\n')
		table->line++;
	else
		table->place = CLOSED;
	return stop + 1;
}

/* Two quotes are one of the text; after a last one there is nothing more. */
static const char *read_closed(struct aidregister *table, const char *at)
{
	if (*at == '"') {
		keep(table, at, 1);
		table->place = QUOTED;
		return at + 1;
	}
	table->is_bad |= strchr(";\r\n", *at) == NULL;
	table->place = PLAIN;
	return at;
}

static const char *read_some(struct aidregister *table, const char *at, const char *end)
{
	switch (table->place) {
	case BEFORE:
		table->place = *at == '"' ? QUOTED : PLAIN;
		table->has_text |= *at == '"';
		return at + (*at == '"');
	case PLAIN:
		return read_plain(table, at, end);
	case QUOTED:
		return read_quoted(table, at, end);
	case CLOSED:
		return read_closed(table, at);
	}
	WRONG("a place in a cell");
}

/* ---- the file */

static void feed(struct aidregister *table, const char *bytes, size_t len)
{
	for (size_t n; len > 0 && table->fault == FORMAT_OK; bytes += n, len -= n) {
		const char *at, *end;

		n = len < SLICE_BYTES ? len : SLICE_BYTES;
		buf_reset(&table->decoded);
		if (!decode_add(&table->decoder, bytes, n, &table->decoded)) {
			fail(table, FORMAT_ENCODING);
			return;
		}
		at = buf_text(&table->decoded);
		end = at + table->decoded.len;
		while (at < end && table->fault == FORMAT_OK)
			at = read_some(table, at, end);
	}
}

/* By the mark, or else by where the zeros are that UTF-16 has beside letters of ASCII. */
static void begin(struct aidregister *table)
{
	size_t mark_len;
	enum decode_charset charset = decode_mark(table->head, table->n_head, &mark_len);

	if (mark_len == 0 && table->n_head >= 2 && table->head[1] == '\0')
		charset = DECODE_UTF16LE;
	else if (mark_len == 0 && table->n_head >= 2 && table->head[0] == '\0')
		charset = DECODE_UTF16BE;
	table->is_begun = true;
	decode_init(&table->decoder, charset);
	feed(table, table->head + mark_len, table->n_head - mark_len);
}

struct aidregister *aidregister_new(const struct aidregister_events *events, void *ctx)
{
	struct aidregister *table = base_alloc(sizeof(*table));

	table->events = events;
	table->ctx = ctx;
	table->line = table->row_line = 1;
	buf_init(&table->decoded, 2 * SLICE_BYTES + sizeof(table->decoder.held));
	buf_init(&table->row, ROW_BYTES_MAX + CELLS_MAX);
	return table;
}

enum format_fault aidregister_add(struct aidregister *table, const char *bytes, size_t len)
{
	for (; !table->is_begun && len > 0; len--) {
		table->head[table->n_head++] = *bytes++;
		if (table->n_head == HEAD_BYTES)
			begin(table);
	}
	feed(table, bytes, len);
	return table->fault;
}

enum format_fault aidregister_end(struct aidregister *table)
{
	if (!table->is_begun)
		begin(table);
	if (table->fault != FORMAT_OK)
		return table->fault;
	if (!decode_end(&table->decoder))
		fail(table, FORMAT_ENCODING);
	else if (table->place == QUOTED)
		fail(table, FORMAT_MALFORMED);
	else
		end_row(table);
	if (!table->has_header)
		fail(table, FORMAT_INCOMPLETE);
	return table->fault;
}

size_t aidregister_line(const struct aidregister *table)
{
	return table->row_line;
}

void aidregister_free(struct aidregister **table)
{
	if (*table == NULL)
		return;
	buf_fini(&(*table)->decoded);
	buf_fini(&(*table)->row);
	base_free(*table);
	*table = NULL;
}
