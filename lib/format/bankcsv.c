/*
 * The tables Norwegian banks let their customers download: ';' between fields, quotes as in
 * RFC 4180, decimal comma, dates as dd.mm.yyyy. Which column is which is told by its heading, and
 * each bank has its own; lines before the headings are the bank's letterhead.
 */
#include <inttypes.h>
#include <openssl/sha.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/date.h"
#include "lib/base/hex.h"
#include "lib/format/bankfile_reader.h"
#include "lib/format/digits.h"

#define COLUMNS_MAX 40
#define MADE_HEAD_BYTES 128 /* of what is digested beside the cells */
#define LETTERHEAD_LINES_MAX 20

enum column { DAY, AMOUNT, CREDIT, REFERENCE, KID, PAYER, NOTE, MESSAGE, CURRENCY, COLUMN_COUNT };

/* In small letters, of DNB, Nordea, SpareBank 1, Sbanken, Handelsbanken, Eika and others. */
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
	{"beløp", AMOUNT},
	{"beløp i nok", AMOUNT},
	{"beløp nok", AMOUNT},
	{"inn", CREDIT},
	{"inn på konto", CREDIT},
	{"beløp inn", CREDIT},
	{"kredit", CREDIT},
	{"godskrevet", CREDIT},
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
	{"avsender", PAYER},
	{"betaler", PAYER},
	{"motpart", PAYER},
	{"fra navn", PAYER},
	{"betalers navn", PAYER},
	{"referanse", NOTE},
	{"forklaring", MESSAGE},
	{"beskrivelse", MESSAGE},
	{"tekst", MESSAGE},
	{"melding", MESSAGE},
	{"tittel", MESSAGE},
	{"forklarende tekst", MESSAGE},
	{"valuta", CURRENCY},
};

struct table {
	struct bankfile_reader *reader;
	size_t len; /* of the file */
	const char *at, *end;
	size_t line;
	const char *fields[COLUMNS_MAX]; /* of the row */
	size_t n;
	size_t columns[COLUMN_COUNT]; /* where each is; COLUMNS_MAX: nowhere */
	const char **told;	      /* references of the payments, not numbered */
};

/* A field up to its ';', the end of its line or of the file, without its quotes. */
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
		} else if (!quoted && (c == ';' || c == '\n' || c == '\r')) {
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
		if (table->at >= table->end || *table->at != ';')
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

static enum column column_of(const char *heading)
{
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		if (strcmp(headings[i].heading, heading) == 0)
			return headings[i].column;
	return COLUMN_COUNT;
}

static bool has(const struct table *table, enum column column)
{
	return table->columns[column] < COLUMNS_MAX;
}

/* Whether the row tells of which column each is: at least of the day and the amount. */
static bool read_headings(struct table *table)
{
	for (int i = 0; i < COLUMN_COUNT; i++)
		table->columns[i] = COLUMNS_MAX;
	for (size_t i = 0; i < table->n; i++) {
		const char *heading = in_small_letters(table->reader->arena, table->fields[i]);
		enum column column = column_of(heading);

		if (column != COLUMN_COUNT && !has(table, column))
			table->columns[column] = i;
	}
	return has(table, DAY) && (has(table, AMOUNT) || has(table, CREDIT));
}

/* NULL if the row has no such column, or nothing in it. */
static const char *cell(const struct table *table, enum column column)
{
	size_t i = table->columns[column];

	return i < table->n && *table->fields[i] != '\0' ? table->fields[i] : NULL;
}

/* "1 234,50" with spaces of any kind, or "1.234,50": digits and the comma alone. */
static bool read_amount(struct arena *arena, const char *text, int64_t *ore_out, bool *is_out_out)
{
	char *bare = arena_alloc(arena, strlen(text) + 1);
	char *to = bare;

	*is_out_out = false;
	for (const char *c = text; *c != '\0'; c++) {
		if (*c == ' ')
			continue;
		if (strncmp(c, "\u00a0", 2) == 0) {
			c++;
		} else if (strncmp(c, "\u202f", 3) == 0) {
			c += 2;
		} else if (to == bare && (*c == '-' || strncmp(c, "\u2212", 3) == 0)) {
			c += *c == '-' ? 0 : 2;
			*is_out_out = true;
		} else if (*c != '.' || to == bare || strspn(c + 1, "0123456789") != 3) {
			*to++ = *c;
		}
	}
	return bankfile_amount(bare, ',', ore_out);
}

/* "20.03.2026" */
static bool read_day(const char *text, int32_t *days_out)
{
	int year = 0;

	if (strlen(text) != DATE_TEXT_SIZE - 1 || text[2] != '.' || text[5] != '.' ||
	    strspn(text, "0123456789") != 2 || strspn(text + 3, "0123456789") != 2 ||
	    !digits_are(text + 6, 4))
		return false;
	for (int i = 6; i < 10; i++)
		year = 10 * year + (text[i] - '0');
	return date_from_ymd(year, 10 * (text[3] - '0') + text[4] - '0',
			     10 * (text[0] - '0') + text[1] - '0', days_out);
}

/* For banks that give none: a digest of what the row says, however it writes day and amount. */
static const char *made_reference(const struct table *table, const struct bankfile_payment *payment)
{
	static const enum column told[] = {KID, PAYER, NOTE, MESSAGE};
	unsigned char digest[SHA256_DIGEST_LENGTH];
	char text[HEX_SIZE(sizeof(digest))];
	struct buf row;

	buf_init(&row, table->len + MADE_HEAD_BYTES);
	buf_addf(&row, "%" PRId32 ";%" PRId64, payment->booked_on, payment->amount_ore);
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
		const char *value = cell(table, told[i]);

		buf_addf(&row, ";%zu:", value == NULL ? 0 : strlen(value));
		buf_adds(&row, value == NULL ? "" : value);
	}
	SHA256((const unsigned char *)buf_text(&row), row.len, digest);
	buf_fini(&row);
	hex_encode(digest, sizeof(digest), text);
	return arena_strdup(table->reader->arena, text);
}

/* The last of the file, if others have its reference, day and amount. */
static void number_last(struct table *table, size_t line)
{
	struct bankfile *file = table->reader->file;
	struct bankfile_payment *last = &file->payments[file->n - 1];
	size_t number = 1;

	table->told[file->n - 1] = last->reference;
	for (size_t i = 0; i < file->n - 1; i++)
		number += file->payments[i].booked_on == last->booked_on &&
			  file->payments[i].amount_ore == last->amount_ore &&
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

	if (payment->reference == NULL)
		payment->reference = made_reference(table, payment);
	payment->message = note == NULL || message == NULL
				   ? (note == NULL ? message : note)
				   : arena_printf(reader->arena, "%s %s", note, message);
	bankfile_add(reader, payment, line);
	if (reader->fault == BANKFILE_OK)
		number_last(table, line);
}

static void read_payment(struct table *table, size_t line)
{
	struct bankfile_reader *reader = table->reader;
	const char *amount = cell(table, has(table, CREDIT) ? CREDIT : AMOUNT);
	const char *currency = cell(table, CURRENCY);
	struct bankfile_payment payment = {
		.reference = cell(table, REFERENCE),
		.kid = cell(table, KID),
		.payer = cell(table, PAYER),
	};
	bool is_out;

	if (amount == NULL || (currency != NULL && strcmp(currency, "NOK") != 0)) {
		reader->file->skipped++;
		return;
	}
	if (!read_amount(reader->arena, amount, &payment.amount_ore, &is_out))
		bankfile_fail(reader, BANKFILE_AMOUNT, line);
	else if (is_out || payment.amount_ore == 0)
		reader->file->skipped++;
	else if (cell(table, DAY) == NULL || !read_day(cell(table, DAY), &payment.booked_on))
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
		.reader = reader, .len = len, .at = bytes, .end = bytes + len, .line = 1};
	struct buf field;

	for (int i = 0; i < COLUMN_COUNT; i++)
		table.columns[i] = COLUMNS_MAX;
	table.told = arena_alloc(reader->arena, BANKFILE_PAYMENTS_MAX * sizeof(*table.told));
	buf_init(&field, len);
	read_table(&table, &field);
	buf_fini(&field);
}
