/*
 * A table of the texts between NULs, a row for each three, read back by RFC 4180: every text comes
 * back, and no cell is a formula.
 */
#include <stdint.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/format/csv.h"

enum { COLUMNS = 3 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Where the next text begins; its length. */
static const char *next_text(const char *at, const char *end, size_t *len_out)
{
	const char *nul = memchr(at, '\0', (size_t)(end - at));

	*len_out = (size_t)((nul != NULL ? nul : end) - at);
	return nul != NULL ? nul + 1 : end;
}

/* Reads a cell, without its quotes, into `out`, and goes past what ends it. */
static const char *read_cell(const char *at, const char *end, struct buf *out)
{
	buf_reset(out);
	if (*at != '"') {
		for (; *at != ';' && *at != '\r'; at++) {
			MUST(at < end && *at != '"' && *at != '\n');
			buf_addc(out, *at);
		}
	} else {
		for (at++; *at != '"' || at[1] == '"'; at++) {
			MUST(at < end);
			at += *at == '"';
			buf_addc(out, *at);
		}
		at++;
	}
	if (*at == ';')
		return at + 1;
	MUST(at[0] == '\r' && at[1] == '\n');
	return at + 2;
}

static void check_cell(const struct buf *cell, const char *text, size_t len)
{
	const char *got = buf_text(cell);
	size_t spaces = strspn(got, " ");

	MUST(cell->len == len || (cell->len == len + 1 && *got == '\''));
	MUST(memcmp(got + (cell->len - len), text, len) == 0);
	MUST(got[spaces] == '\0' || strchr("=+-@\t\r\n", got[spaces]) == NULL);
}

static void write_table(struct csv *csv, const char *at, const char *end)
{
	size_t len;

	for (int n = 1; at < end; n++) {
		const char *next = next_text(at, end, &len);

		csv_text(csv, at, len);
		if (n % COLUMNS == 0 || next == end)
			csv_end_row(csv);
		at = next;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *at = (const char *)data, *end = at + size, *read;
	struct buf out, cell;
	struct csv csv;
	size_t len;

	buf_init(&out, 3 * size + 100);
	buf_init(&cell, size + 100);
	csv_init(&csv, &out);
	write_table(&csv, at, end);
	MUST(!buf_overflowed(&out));
	read = buf_text(&out) + strlen("\xef\xbb\xbf");
	while (at < end) {
		const char *next = next_text(at, end, &len);

		read = read_cell(read, buf_text(&out) + out.len, &cell);
		check_cell(&cell, at, len);
		at = next;
	}
	MUST(read == buf_text(&out) + out.len);
	buf_fini(&cell);
	buf_fini(&out);
	return 0;
}
