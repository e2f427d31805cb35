/* Each field reserves what it may need at once: a million rows cost little more than copying. */
#include "lib/format/csv.h"

#include "lib/base/date.h"

#define NUMBER_MAX 24 /* bytes of an int64_t with sign and decimal comma */

/* Room for `len` bytes after the separator; NULL if there is none. */
static char *open_field(struct csv *csv, size_t len)
{
	char *at;

	if (!buf_reserve(csv->out, len + 1))
		return NULL;
	at = csv->out->data + csv->out->len;
	if (csv->in_row)
		*at++ = ';';
	csv->in_row = true;
	return at;
}

/* `end` is the end of what was written from open_field() on. */
static void close_field(struct csv *csv, const char *end)
{
	buf_commit(csv->out, (size_t)(end - (csv->out->data + csv->out->len)));
}

void csv_init(struct csv *csv, struct buf *out)
{
	*csv = (struct csv){.out = out};
	buf_adds(out, "\xef\xbb\xbf");
}

/* Also the wide forms of = + - @, which spreadsheets in East Asian languages take for the same. */
static bool is_formula(const char *text, size_t len)
{
	static const char *const wide[] = {"\uff1d", "\uff0b", "\uff0d", "\uff20"};

	while (len > 0 && *text == ' ') {
		text++;
		len--;
	}
	if (len > 0 && *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL)
		return true;
	for (size_t i = 0; len >= 3 && i < sizeof(wide) / sizeof(wide[0]); i++) {
		if (memcmp(text, wide[i], 3) == 0)
			return true;
	}
	return false;
}

/* Whether the text cannot stand without quotes, and how many quotes are in it. */
static bool needs_quotes(const char *text, size_t len, size_t *n_quotes_out)
{
	static const unsigned char special[256] = {['"'] = 1, [';'] = 1, ['\r'] = 1, ['\n'] = 1};
	unsigned char found = 0;
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		found |= special[(unsigned char)text[i]];
		n += text[i] == '"';
	}
	*n_quotes_out = n;
	return found != 0;
}

static char *write_doubling(char *at, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '"')
			*at++ = '"';
		*at++ = text[i];
	}
	return at;
}

void csv_text(struct csv *csv, const char *text, size_t len)
{
	size_t n_quotes;
	bool quoted = needs_quotes(text, len, &n_quotes);
	char *at = open_field(csv, len + n_quotes + sizeof("\"'\""));

	if (at == NULL)
		return;
	if (quoted)
		*at++ = '"';
	if (is_formula(text, len))
		*at++ = '\'';
	if (n_quotes > 0) {
		at = write_doubling(at, text, len);
	} else if (len > 0) {
		memcpy(at, text, len);
		at += len;
	}
	if (quoted)
		*at++ = '"';
	close_field(csv, at);
}

/* Writes digits before `end`, at least `least` of them; returns the first. */
static char *write_digits(char *end, uint64_t value, int least)
{
	for (; value > 0 || least > 0; least--) {
		*--end = (char)('0' + value % 10);
		value /= 10;
	}
	return end;
}

static uint64_t magnitude(int64_t value)
{
	return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* The number that ends at number + NUMBER_MAX and begins at `first`. */
static void put_number(struct csv *csv, const char *number, char *first, bool negative)
{
	size_t len;
	char *at;

	if (negative)
		*--first = '-';
	len = (size_t)(number + NUMBER_MAX - first);
	at = open_field(csv, len);
	if (at == NULL)
		return;
	memcpy(at, first, len);
	close_field(csv, at + len);
}

void csv_int(struct csv *csv, int64_t value)
{
	char number[NUMBER_MAX];

	put_number(csv, number, write_digits(number + NUMBER_MAX, magnitude(value), 1), value < 0);
}

void csv_money(struct csv *csv, int64_t amount_ore)
{
	char number[NUMBER_MAX];
	uint64_t ore = magnitude(amount_ore);
	char *comma = write_digits(number + NUMBER_MAX, ore % 100, 2) - 1;

	*comma = ',';
	put_number(csv, number, write_digits(comma, ore / 100, 1), amount_ore < 0);
}

void csv_date(struct csv *csv, int32_t days)
{
	char *at = open_field(csv, DATE_TEXT_SIZE);

	if (at == NULL)
		return;
	date_format_norwegian(days, at);
	close_field(csv, at + DATE_TEXT_SIZE - 1);
}

void csv_empty(struct csv *csv)
{
	csv_text(csv, "", 0);
}

void csv_end_row(struct csv *csv)
{
	buf_add(csv->out, "\r\n", 2);
	csv->in_row = false;
}
