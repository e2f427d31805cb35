#include "lib/scan/fnr_search.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/num.h"
#include "lib/format/fnr.h"

enum {
	OVERLAP_BYTES = 1024, /* longer than a fødselsnummer, with what divides it and some tags */
	SHORT_LEN = 10,	      /* of one that has lost its 0 */
};

void fnr_search_begin(struct fnr_search *search)
{
	search->has_found = false;
	search->has_text = false;
	search->begins_in_number = false;
	search->len = 0;
}

static void look(struct fnr_search *search)
{
	const char *from = search->text;
	size_t len;

	search->text[search->len] = '\0';
	if (search->begins_in_number)
		from += strspn(from, NUM_DIGITS);
	search->has_found |= fnr_find(from, &len) != NULL;
}

/* A number that lies across two pieces is looked for in both. */
static void keep_end(struct fnr_search *search)
{
	size_t from = search->len - OVERLAP_BYTES;

	search->begins_in_number = num_is_digit(search->text[from - 1]);
	memmove(search->text, search->text + from, OVERLAP_BYTES);
	search->len = OVERLAP_BYTES;
}

static bool ends_a_number(char c)
{
	return c >= '\t' && c <= '\r';
}

void fnr_search_add(struct fnr_search *search, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (bytes[i] == '\0')
			continue;
		if (search->len == FNR_SEARCH_BYTES) {
			look(search);
			keep_end(search);
		}
		search->has_text |= (unsigned char)bytes[i] > ' ';
		search->text[search->len++] = ends_a_number(bytes[i]) ? ';' : bytes[i];
	}
}

void fnr_search_apart(struct fnr_search *search, const char *text)
{
	char number[SHORT_LEN + 2];
	size_t len;

	if (strlen(text) == SHORT_LEN && strspn(text, NUM_DIGITS) == SHORT_LEN) {
		snprintf(number, sizeof(number), "0%s", text);
		text = number;
	}
	search->has_found |= fnr_find(text, &len) != NULL;
}

bool fnr_search_end(struct fnr_search *search)
{
	look(search);
	return search->has_found;
}
