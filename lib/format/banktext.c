#include "lib/format/banktext.h"

#include <string.h>

#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/base/utf8.h"

#define MARKS "/-?:().,'+"
#define RING "\u030a"

/* Latin letters by the one that Unicode decomposes them to, and those that it does not, Sámi ones
 * among them, by what they are written as without. A character of UTF-8 is never found within
 * others. */
static const struct row {
	const char *plain;
	const char *characters;
} rows[] = {
	{"", "\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"},
	{" ",
	 "\xc2\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
	 "\u2028\u2029\u202f\u205f\u3000"},
	{"-", "_\u2010\u2011\u2012\u2013\u2014\u2015\u2212"},
	{"'", "`\u00b4\u2018\u2019\u2032"},
	{"+", "&"},
	{"Å", "ÅǺ"},
	{"å", "åǻ"},
	{"Æ", "ÆǢǼ"},
	{"æ", "æǣǽ"},
	{"Ø", "ØǾ"},
	{"ø", "øǿ"},
	{"'n", "ŉ"},
	{"A", "ÀÁÂÃÄĀĂĄǍǞǠȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"},
	{"a", "àáâãäāăąǎǟǡȁȃȧḁạảấầẩẫậắằẳẵặ"},
	{"B", "ḂḄḆ"},
	{"b", "ḃḅḇ"},
	{"C", "ÇĆĈĊČḈ"},
	{"c", "çćĉċčḉ"},
	{"D", "ĎḊḌḎḐḒÐĐ"},
	{"d", "ďḋḍḏḑḓðđ"},
	{"E", "ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ"},
	{"e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"},
	{"F", "Ḟ"},
	{"f", "ḟ"},
	{"G", "ĜĞĠĢǦǴḠǤ"},
	{"g", "ĝğġģǧǵḡǥ"},
	{"H", "ĤȞḢḤḦḨḪĦ"},
	{"h", "ĥȟḣḥḧḩḫẖħ"},
	{"I", "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ"},
	{"i", "ìíîïĩīĭįǐȉȋḭḯỉịı"},
	{"IJ", "Ĳ"},
	{"ij", "ĳ"},
	{"J", "Ĵ"},
	{"j", "ĵǰ"},
	{"K", "ĶǨḰḲḴ"},
	{"k", "ķǩḱḳḵĸ"},
	{"L", "ĹĻĽḶḸḺḼŁĿ"},
	{"l", "ĺļľḷḹḻḽłŀ"},
	{"M", "ḾṀṂ"},
	{"m", "ḿṁṃ"},
	{"N", "ÑŃŅŇǸṄṆṈṊŊ"},
	{"n", "ñńņňǹṅṇṉṋŋ"},
	{"O", "ÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ"},
	{"o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"},
	{"OE", "Œ"},
	{"oe", "œ"},
	{"P", "ṔṖ"},
	{"p", "ṕṗ"},
	{"R", "ŔŖŘȐȒṘṚṜṞ"},
	{"r", "ŕŗřȑȓṙṛṝṟ"},
	{"S", "ŚŜŞŠȘṠṢṤṦṨ"},
	{"s", "śŝşšșṡṣṥṧṩſ"},
	{"SS", "ẞ"},
	{"ss", "ß"},
	{"T", "ŢŤȚṪṬṮṰŦ"},
	{"t", "ţťțṫṭṯṱẗŧ"},
	{"Th", "Þ"},
	{"th", "þ"},
	{"U", "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"},
	{"u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"},
	{"V", "ṼṾ"},
	{"v", "ṽṿ"},
	{"W", "ŴẀẂẄẆẈ"},
	{"w", "ŵẁẃẅẇẉẘ"},
	{"X", "ẊẌ"},
	{"x", "ẋẍ"},
	{"Y", "ÝŶŸȲẎỲỴỶỸ"},
	{"y", "ýÿŷȳẏẙỳỵỷỹ"},
	{"Z", "ŹŻŽẐẒẔƷǮ"},
	{"z", "źżžẑẓẕʒǯ"},
};

/* What is being written. */
struct line {
	struct buf *out;
	size_t max;
	size_t n; /* characters so far */
	char last;
	bool has_blank; /* before the next character, if there is one */
	bool is_full;
};

static size_t count(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

static void put(struct line *line, const char *plain)
{
	size_t n = line->n + line->has_blank + count(plain);

	if (*plain == ' ') {
		line->has_blank = line->n > 0;
		return;
	}
	if (*plain == '\0' ||
	    (*plain == '/' && (line->n == 0 || (line->last == '/' && !line->has_blank))))
		return;
	line->is_full = n > line->max;
	if (line->is_full)
		return;
	if (line->has_blank)
		buf_addc(line->out, ' ');
	buf_adds(line->out, plain);
	line->n = n;
	line->last = *plain;
	line->has_blank = false;
}

/* Accents that follow the letter they stand on, U+0300 to U+036f. */
static bool is_accent(const char *character)
{
	const unsigned char *bytes = (const unsigned char *)character;

	return bytes[0] == 0xcc || (bytes[0] == 0xcd && bytes[1] < 0xb0);
}

static void put_character(struct line *line, const char *character, size_t len)
{
	char self[] = {*character, '\0'};

	if (len == 1 && strchr(TEXT_LETTERS NUM_DIGITS MARKS, *character) != NULL) {
		put(line, self);
		return;
	}
	if ((unsigned char)*character <= ' ') {
		put(line, " ");
		return;
	}
	if (is_accent(character))
		return;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (memmem(rows[i].characters, strlen(rows[i].characters), character, len) !=
		    NULL) {
			put(line, rows[i].plain);
			return;
		}
	put(line, ".");
}

/* Puts what the text begins with; its length. A byte that is no character is put as one. */
static size_t put_first(struct line *line, const char *text, size_t left)
{
	size_t len = utf8_char_len(text, left);

	if (len == 0) {
		put(line, ".");
		return 1;
	}
	if ((*text == 'a' || *text == 'A') && strncmp(text + 1, RING, strlen(RING)) == 0) {
		put(line, *text == 'a' ? "å" : "Å");
		return 1 + strlen(RING);
	}
	put_character(line, text, len);
	return len;
}

void banktext_add(struct buf *out, const char *text, size_t max)
{
	struct line line = {.out = out, .max = max};

	for (size_t left = strlen(text); left > 0 && !line.is_full;) {
		size_t len = put_first(&line, text, left);

		text += len;
		left -= len;
	}
	if (line.n == 0)
		buf_addc(out, '-');
}

bool banktext_is_id(const char *text)
{
	size_t len = strlen(text);

	return len > 0 && len <= BANKTEXT_ID_MAX &&
	       strspn(text, TEXT_LETTERS NUM_DIGITS MARKS) == len && text[0] != '/' &&
	       text[len - 1] != '/' && strstr(text, "//") == NULL;
}
