/*
 * The tables Norwegian banks let their customers download: ';' between fields, or tabs, quotes as
 * in RFC 4180. Which column is which is told by its heading, and each bank has its own; lines
 * before the headings are the bank's letterhead, and rows without a day its sums. What a bank has
 * only reserved it tells in place of the day, as a status or behind the text.
 */
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/format/bankfile_reader.h"

#define COLUMNS_MAX 40
#define LETTERHEAD_LINES_MAX 20

enum column {
	DAY,
	AMOUNT,
	CREDIT,
	DEBIT,
	REFERENCE,
	KID,
	PAYER,
	NOTE,
	MESSAGE,
	CURRENCY,
	STATUS,
	COLUMN_COUNT
};

/* In small letters, of DNB, Nordea, SpareBank 1, Sbanken, Handelsbanken, Danske Bank, Eika and
 * others. Of two columns for one thing the one counts that stands first here. */
static const struct {
	const char *heading;
	enum column column;
} headings[] = {
	{"bokføringsdato", DAY},
	{"bokført dato", DAY},
	{"bokført", DAY},
	{"dato", DAY},
	{"bokføringsdag", DAY},
	{"posteringsdato", DAY},
	{"beløp i nok", AMOUNT},
	{"beløp nok", AMOUNT},
	{"beløp", AMOUNT},
	{"ut/inn", AMOUNT},
	{"inn", CREDIT},
	{"inn på konto", CREDIT},
	{"beløp inn", CREDIT},
	{"innskudd", CREDIT},
	{"kredit", CREDIT},
	{"godskrevet", CREDIT},
	{"ut", DEBIT},
	{"ut fra konto", DEBIT},
	{"ut av konto", DEBIT},
	{"beløp ut", DEBIT},
	{"uttak", DEBIT},
	{"debet", DEBIT},
	{"belastet", DEBIT},
	{"arkivref", REFERENCE},
	{"arkivreferanse", REFERENCE},
	{"arkivref.", REFERENCE},
	{"bankreferanse", REFERENCE},
	{"transaksjonsid", REFERENCE},
	{"numref", REFERENCE},
	{"numerisk referanse", REFERENCE},
	{"kid", KID},
	{"kid-nummer", KID},
	{"kidnummer", KID},
	{"kid nr", KID},
	{"navn", PAYER},
	{"fra navn", PAYER},
	{"betalers navn", PAYER},
	{"betaler", PAYER},
	{"motpart", PAYER},
	{"avsender", PAYER},
	{"referanse", NOTE},
	{"melding/kid/fakt.nr", NOTE},
	{"melding", MESSAGE},
	{"forklaring", MESSAGE},
	{"forklarende tekst", MESSAGE},
	{"tittel", MESSAGE},
	{"tekst", MESSAGE},
	{"beskrivelse", MESSAGE},
	{"valuta", CURRENCY},
	{"status", STATUS},
};
#define HEADINGS (sizeof(headings) / sizeof(headings[0]))

struct table {
	struct bankfile_reader *reader;
	char separator;
	const char *at, *end;
	size_t line;
	const char *fields[COLUMNS_MAX]; /* of the row */
	size_t n;
	size_t columns[COLUMN_COUNT]; /* where each is; COLUMNS_MAX: nowhere */
	const char **told;	      /* references of the payments, not numbered */
};

/* A field up to its separator, the end of its line or of the file, without its quotes. */
static const char *read_field(struct table *table, struct buf *field)
{
	bool quoted = table->at < table->end && *table->at == '"';

	buf_reset(field);
	table->at += quoted;
	for (; table->at < table->end; table->at++) {
		char c = *table->at;

		if (quoted && c == '"') {
			quoted = table->at + 1 < table->end && table->at[1] == '"';
			if (!quoted)
				continue;
			table->at++;
		} else if (!quoted && (c == table->separator || c == '\n' || c == '\r')) {
			break;
		}
		table->line += c == '\n';
		buf_addc(field, c);
	}
	if (quoted)
		bankfile_fail(table->reader, BANKFILE_MALFORMED, table->line);
	return arena_strndup(table->reader->arena, buf_text(field), field->len);
}

/* False at the end of the file. */
static bool read_row(struct table *table, struct buf *field)
{
	table->n = 0;
	if (table->at >= table->end)
		return false;
	for (;;) {
		const char *text = read_field(table, field);

		if (table->n == COLUMNS_MAX) {
			bankfile_fail(table->reader, BANKFILE_MALFORMED, table->line);
			return false;
		}
		table->fields[table->n++] = text;
		if (table->at >= table->end || *table->at != table->separator)
			break;
		table->at++;
	}
	if (table->at < table->end && *table->at == '\r')
		table->at++;
	if (table->at < table->end && *table->at == '\n')
		table->at++;
	return true;
}

/* Of the letters, those that headings have: also Æ, Ø and Å. */
static char *in_small_letters(struct arena *arena, const char *text)
{
	char *small = arena_strdup(arena, text);
	size_t len;

	for (char *c = small; *c != '\0'; c++) {
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c + ('a' - 'A'));
		else if (*c == '\xc3' && (c[1] == '\x86' || c[1] == '\x98' || c[1] == '\x85'))
			c[1] = (char)(c[1] + 0x20);
	}
	small += strspn(small, " ");
	for (len = strlen(small); len > 0 && small[len - 1] == ' '; len--)
		small[len - 1] = '\0';
	return small;
}

/* HEADINGS if it is none of them. */
static size_t find_heading(const char *text)
{
	size_t i = 0;

	while (i < HEADINGS && strcmp(headings[i].heading, text) != 0)
		i++;
	return i;
}

static bool has(const struct table *table, enum column column)
{
	return table->columns[column] < COLUMNS_MAX;
}

/* Whether the row tells of which column each is: at least of the day and the amount. */
static bool read_headings(struct table *table)
{
	size_t found[COLUMN_COUNT];

	for (int i = 0; i < COLUMN_COUNT; i++) {
		table->columns[i] = COLUMNS_MAX;
		found[i] = HEADINGS;
	}
	for (size_t i = 0; i < table->n; i++) {
		size_t heading =
			find_heading(in_small_letters(table->reader->arena, table->fields[i]));

		if (heading == HEADINGS || heading >= found[headings[heading].column])
			continue;
		found[headings[heading].column] = heading;
		table->columns[headings[heading].column] = i;
	}
	return has(table, DAY) && (has(table, AMOUNT) || has(table, CREDIT));
}

/* NULL if the row has no such column, or nothing in it. */
static const char *cell(const struct table *table, enum column column)
{
	size_t i = table->columns[column];

	return i < table->n && *table->fields[i] != '\0' ? table->fields[i] : NULL;
}

/* The last of the file, if others that went its way have the bank's reference, day and amount that
 * it has. */
static void number_last(struct table *table, size_t line)
{
	struct bankfile *file = table->reader->file;
	struct bankfile_payment *last = &file->payments[file->n - 1];
	size_t number = 1;

	table->told[file->n - 1] = last->reference;
	for (size_t i = 0; i < file->n - 1; i++)
		number += file->payments[i].booked_on == last->booked_on &&
			  file->payments[i].amount_ore == last->amount_ore &&
			  file->payments[i].is_out == last->is_out &&
			  strcmp(table->told[i], last->reference) == 0;
	if (number > 1)
		last->reference =
			arena_printf(table->reader->arena, "%s/%zu", last->reference, number);
	if (strlen(last->reference) > BANKFILE_REFERENCE_MAX)
		bankfile_fail(table->reader, BANKFILE_REFERENCE, line);
}

static void add(struct table *table, struct bankfile_payment *payment, size_t line)
{
	struct bankfile_reader *reader = table->reader;
	const char *note = cell(table, NOTE);
	const char *message = cell(table, MESSAGE);

	payment->message = note == NULL || message == NULL
				   ? (note == NULL ? message : note)
				   : arena_printf(reader->arena, "%s %s", note, message);
	bankfile_add(reader, payment, line);
	if (reader->fault == BANKFILE_OK)
		number_last(table, line);
}

/* Not a sum or a balance, which is of no day, nor what is only reserved and told of again. */
static bool is_booked(const struct table *table)
{
	struct arena *arena = table->reader->arena;
	const char *day = cell(table, DAY);
	const char *status = cell(table, STATUS);
	const char *message = cell(table, MESSAGE);

	return day != NULL && strpbrk(day, NUM_DIGITS) != NULL &&
	       (status == NULL || strcmp(in_small_letters(arena, status), "reservert") != 0) &&
	       (message == NULL ||
		!text_ends_in(in_small_letters(arena, message), "reservert transaksjon"));
}

/* Of the row; a column of its own or a sign says that it went out. */
static const char *amount_cell(const struct table *table, bool *is_out_out)
{
	const char *amount = cell(table, has(table, CREDIT) ? CREDIT : AMOUNT);

	*is_out_out = amount == NULL && cell(table, DEBIT) != NULL;
	return *is_out_out ? cell(table, DEBIT) : amount;
}

static void read_payment(struct table *table, size_t line)
{
	struct bankfile_reader *reader = table->reader;
	bool is_read, is_dated, is_out, is_below;
	const char *amount = amount_cell(table, &is_out);
	const char *currency = cell(table, CURRENCY);
	struct bankfile_payment payment = {
		.reference = cell(table, REFERENCE),
		.kid = cell(table, KID),
		.payer = cell(table, PAYER),
	};

	if (!is_booked(table)) {
		reader->file->unbooked++;
		return;
	}
	if (amount == NULL || (currency != NULL && !bankfile_currency(&payment, currency))) {
		reader->file->skipped++;
		return;
	}
	is_read = bankcell_amount(reader->arena, amount, &payment.amount_ore, &is_below);
	is_dated = bankcell_day(cell(table, DAY), &payment.booked_on);
	payment.is_reversal = payment.is_out = is_out || is_below;
	if (!is_read && payment.currency == NULL && !is_out)
		bankfile_fail(reader, BANKFILE_AMOUNT, line);
	else if (!is_read || payment.amount_ore == 0 || (payment.is_out && !is_dated))
		reader->file->skipped++;
	else if (!is_dated)
		bankfile_fail(reader, BANKFILE_DATE, line);
	else
		add(table, &payment, line);
}

static bool is_blank(const struct table *table)
{
	for (size_t i = 0; i < table->n; i++)
		if (*table->fields[i] != '\0')
			return false;
	return true;
}

/* The first of the two that the file has. */
static char find_separator(const char *bytes, size_t len)
{
	const char *tab = memchr(bytes, '\t', len);

	return tab != NULL && memchr(bytes, ';', (size_t)(tab - bytes)) == NULL ? '\t' : ';';
}

static void read_table(struct table *table, struct buf *field)
{
	int n = 0;

	while (read_row(table, field) && !read_headings(table)) {
		if (++n == LETTERHEAD_LINES_MAX)
			break;
		table->line++;
	}
	if (!has(table, DAY) || (!has(table, AMOUNT) && !has(table, CREDIT))) {
		bankfile_fail(table->reader, BANKFILE_NOT_KNOWN, 1);
		return;
	}
	for (size_t line = ++table->line;
	     table->reader->fault == BANKFILE_OK && read_row(table, field); line = ++table->line)
		if (!is_blank(table) && table->reader->fault == BANKFILE_OK)
			read_payment(table, line);
}

void bankcsv_read(struct bankfile_reader *reader, const char *bytes, size_t len)
{
	struct table table = {
		.reader = reader,
		.separator = find_separator(bytes, len),
		.at = bytes,
		.end = bytes + len,
		.line = 1,
	};
	struct buf field;

	for (int i = 0; i < COLUMN_COUNT; i++)
		table.columns[i] = COLUMNS_MAX;
	table.told = arena_alloc(reader->arena, BANKFILE_PAYMENTS_MAX * sizeof(*table.told));
	buf_init(&field, len);
	read_table(&table, &field);
	buf_fini(&field);
}
