#include "api/search/search.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/utf8.h"
#include "lib/format/orgnr.h"

#define CENTURY "20"
#define SERIAL_DIGITS 5 /* of a case number at least: trinn.next_number() */
#define SERIAL_DIGITS_MAX 9
#define ORGNR_DIGITS 9

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of the letter or digit at `text`, 0 if there is none. Beyond ASCII all counts as letters
 * but the signs of Latin-1 and the punctuation and symbols of U+2000 to U+2BFF. */
static size_t letter_len(const char *text)
{
	const unsigned char *c = (const unsigned char *)text;
	size_t len = utf8_char_len(text, strlen(text));

	if (len < 2)
		return len == 1 && (is_digit(*text) || (*c | 0x20u) - 'a' < 26u) ? 1 : 0;
	if (c[0] == 0xc2 || (c[0] == 0xc3 && (c[1] == 0x97 || c[1] == 0xb7)))
		return 0;
	return c[0] == 0xe2 && c[1] < 0xb0 ? 0 : len;
}

static size_t blank_len(const char *text)
{
	if (*text == ' ')
		return 1;
	return strncmp(text, "\u00a0", 2) == 0 ? 2 : 0;
}

static size_t digits_len(const char *text)
{
	return strspn(text, "0123456789");
}

/* Where the text goes on after `word`, in whatever case and with nothing joined to it. */
static const char *after_word(const char *text, const char *word)
{
	size_t len = strlen(word);

	return strncasecmp(text, word, len) == 0 && letter_len(text + len) == 0 ? text + len : text;
}

static const char *number_term(struct arena *arena, const char *canonical, const char *text,
			       const char *end)
{
	return arena_printf(arena, "[\"number\",\"%s\",\"%.*s\"]", canonical, (int)(end - text),
			    text);
}

/* A year of four digits or two, a slash and a serial number, with blanks or without. */
static const char *read_case_number(const char *text, struct arena *arena, const char **term)
{
	size_t year_len = digits_len(text);
	const char *serial = text + year_len;
	size_t len;
	const char *canonical;

	while (blank_len(serial) > 0)
		serial += blank_len(serial);
	if ((year_len != 2 && year_len != 4) || *serial++ != '/')
		return NULL;
	while (blank_len(serial) > 0)
		serial += blank_len(serial);
	len = digits_len(serial);
	if (len == 0 || letter_len(serial + len) > 0)
		return NULL;
	for (; len > 1 && *serial == '0'; len--)
		serial++;
	if (len > SERIAL_DIGITS_MAX)
		return NULL;
	canonical = arena_printf(arena, "%s%.*s/%.*s%.*s", year_len == 2 ? CENTURY : "",
				 (int)year_len, text,
				 (int)(len < SERIAL_DIGITS ? SERIAL_DIGITS - len : 0), "0000",
				 (int)len, serial);
	*term = number_term(arena, canonical, text, serial + len);
	return serial + len;
}

/* Nine digits with single blanks or without, between NO and MVA or not. */
static const char *read_orgnr(const char *text, struct arena *arena, const char **term)
{
	char orgnr[ORGNR_DIGITS + 1] = "";
	const char *end = strncasecmp(text, "NO", 2) == 0 ? text + 2 : text;
	const char *mva;
	size_t n = 0;

	end += blank_len(end);
	while (n < ORGNR_DIGITS && is_digit(*end)) {
		orgnr[n++] = *end++;
		if (n < ORGNR_DIGITS && is_digit(end[blank_len(end)]))
			end += blank_len(end);
	}
	if (n < ORGNR_DIGITS || !orgnr_is_valid(orgnr))
		return NULL;
	mva = end + blank_len(end);
	if (after_word(mva, "MVA") != mva)
		end = mva + strlen("MVA");
	if (letter_len(end) > 0)
		return NULL;
	*term = number_term(arena, orgnr, orgnr, orgnr + ORGNR_DIGITS);
	return end;
}

static const char *read_word(const char *text, struct arena *arena, const char **term)
{
	const char *end = text;

	while (letter_len(end) > 0)
		end += letter_len(end);
	*term = arena_printf(arena, "[\"word\",\"%.*s\"]", (int)(end - text), text);
	return end;
}

const char *search_terms(const char *q, struct arena *arena)
{
	const char *terms = "";

	while (*q != '\0') {
		const char *term;
		const char *end;

		if (letter_len(q) == 0) {
			size_t len = utf8_char_len(q, strlen(q));

			q += len > 0 ? len : 1;
			continue;
		}
		end = read_case_number(q, arena, &term);
		if (end == NULL)
			end = read_orgnr(q, arena, &term);
		if (end == NULL)
			end = read_word(q, arena, &term);
		terms = arena_printf(arena, "%s%s%s", terms, *terms == '\0' ? "" : ",", term);
		q = end;
	}
	return arena_printf(arena, "[%s]", terms);
}
