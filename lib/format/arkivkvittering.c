/* The archive's receipt. Its elements are told apart by their local names, which no two share. */
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/hex.h"
#include "lib/base/num.h"
#include "lib/format/arkivmelding.h"
#include "lib/format/xmlread.h"

#define BYTES_MAX (256 * 1024)
#define TEXT_BYTES_MAX 2000 /* of one element; what is longer is cut */
#define NUMBER_MAX 999999999

/* What of it is read. */
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
	struct arena *arena;
	struct told told;
};

static bool is_known(void *ctx, const char *name, const char *space)
{
	(void)ctx;
	(void)space;
	return strcmp(name, "arkivmeldingKvittering") == 0;
}

/* Of two that tell the same the first counts. */
static void on_end(void *ctx, const char *path, const char *text)
{
	struct reading *reading = ctx;
	const char *end = text + strnlen(text, TEXT_BYTES_MAX);

	while (end > text && ((unsigned char)*end & 0xc0) == 0x80)
		end--;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		const char **told = (const char **)((char *)&reading->told + fields[i].offset);

		if (*told == NULL && *text != '\0' &&
		    strcmp(strrchr(path, '/') + 1, fields[i].name) == 0)
			*told = arena_strndup(reading->arena, text, (size_t)(end - text));
	}
}

static bool read_all(const char *bytes, size_t len, struct reading *reading)
{
	static const struct xmlread_events events = {.is_known = is_known, .on_end = on_end};
	struct xmlread *xml = xmlread_new(&events, reading);
	bool is_read = xmlread_add(xml, bytes, len) == FORMAT_OK && xmlread_end(xml) == FORMAT_OK;

	xmlread_free(&xml);
	return is_read;
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

	if (len > BYTES_MAX || !read_all(bytes, len, &reading))
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
