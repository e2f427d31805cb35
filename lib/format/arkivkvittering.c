/* The archive's receipt. libxml2 reads with neither network nor entities of the file's own: a
 * document type declaration, in which they would be declared, is refused before it is parsed. */
#include <libxml/xmlreader.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/hex.h"
#include "lib/base/num.h"
#include "lib/base/utf8.h"
#include "lib/format/arkivmelding.h"

#define BYTES_MAX (256 * 1024)
#define TEXT_BYTES_MAX 2000 /* of one element; what is longer is cut */
#define NUMBER_MAX 999999999
#define BLANKS " \t\r\n"

/* What of it is read; elements are told apart by their local names, which no two share. */
struct told {
	const char *guid;
	const char *year;
	const char *kase;
	const char *post;
	const char *failure;
};

static const struct {
	const char *name;
	size_t offset;
} fields[] = {
	{"meldingId", offsetof(struct told, guid)},
	{"saksaar", offsetof(struct told, year)},
	{"sakssekvensnummer", offsetof(struct told, kase)},
	{"journalpostnummer", offsetof(struct told, post)},
	{"feilmelding", offsetof(struct told, failure)},
};

struct reading {
	xmlTextReaderPtr xml;
	struct arena *arena;
	struct told told;
	const char **open; /* of the element whose text comes; NULL: none */
	bool is_bad;
};

static void begin_element(struct reading *reading)
{
	const char *name = (const char *)xmlTextReaderConstLocalName(reading->xml);

	reading->open = NULL;
	if (xmlTextReaderDepth(reading->xml) == 0 && strcmp(name, "arkivmeldingKvittering") != 0)
		reading->is_bad = true;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (strcmp(name, fields[i].name) == 0)
			reading->open = (const char **)((char *)&reading->told + fields[i].offset);
}

/* Of two that tell the same the first counts. */
static void take_text(struct reading *reading)
{
	const char *text = (const char *)xmlTextReaderConstValue(reading->xml);
	const char *end;

	if (reading->open == NULL || *reading->open != NULL)
		return;
	text += strspn(text, BLANKS);
	end = text + strnlen(text, TEXT_BYTES_MAX);
	while (end > text && ((unsigned char)*end & 0xc0) == 0x80)
		end--;
	while (end > text && strchr(BLANKS, end[-1]) != NULL)
		end--;
	*reading->open = arena_strndup(reading->arena, text, (size_t)(end - text));
}

static void read_node(struct reading *reading)
{
	switch (xmlTextReaderNodeType(reading->xml)) {
	case XML_READER_TYPE_ELEMENT:
		begin_element(reading);
		break;
	case XML_READER_TYPE_END_ELEMENT:
		reading->open = NULL;
		break;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
		take_text(reading);
		break;
	default:
		break;
	}
}

static bool read_all(const char *bytes, size_t len, struct reading *reading)
{
	int more = 1;

	reading->xml = xmlReaderForMemory(bytes, (int)len, NULL, "UTF-8",
					  XML_PARSE_NONET | XML_PARSE_NOERROR |
						  XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
	if (reading->xml == NULL)
		return false;
	while (!reading->is_bad && (more = xmlTextReaderRead(reading->xml)) == 1)
		read_node(reading);
	xmlFreeTextReader(reading->xml);
	return more == 0 && !reading->is_bad;
}

static bool is_number(const char *text)
{
	int64_t value;

	return text != NULL && num_i64(text, 1, NUMBER_MAX, &value);
}

static bool is_guid(const char *text)
{
	static const char shape[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

	if (text == NULL || strlen(text) != sizeof(shape) - 1)
		return false;
	for (size_t i = 0; i < sizeof(shape) - 1; i++)
		if (shape[i] == '-' ? text[i] != '-' : hex_value(text[i]) < 0)
			return false;
	return true;
}

bool arkivkvittering_read(const char *bytes, size_t len, struct arena *arena,
			  struct arkivkvittering *receipt_out)
{
	struct reading reading = {.arena = arena};
	const struct told *told = &reading.told;
	bool is_taken;

	if (len > BYTES_MAX || !utf8_is_valid(bytes, len) || memchr(bytes, '\0', len) != NULL ||
	    memmem(bytes, len, "<!DOCTYPE", strlen("<!DOCTYPE")) != NULL ||
	    !read_all(bytes, len, &reading))
		return false;
	is_taken = is_number(told->year) && is_number(told->kase) && is_number(told->post);
	*receipt_out = (struct arkivkvittering){
		.guid = told->guid,
		.reference = is_taken ? arena_printf(arena, "%s/%s/%s", told->year, told->kase,
						     told->post)
				      : NULL,
		.failure = is_taken ? NULL : told->failure,
	};
	return is_guid(told->guid) && (is_taken || told->failure != NULL);
}
