/* Field names as data.brreg.no/enhetsregisteret/api gives them. */
#include "cmd/trinn/unit.h"

#include <stdint.h>
#include <string.h>

#include "lib/base/num.h"
#include "lib/format/orgnr.h"

enum kind { ORGNR, TEXT, MUNICIPALITY, DATE, COUNT, FLAG };

/* Members of members have a dot between. */
static const struct field {
	const char *column;
	enum kind kind;
	bool required;
	const char *member;
	const char *other_member; /* read where the first is absent; or NULL */
} fields[] = {
	{"orgnr", ORGNR, true, "organisasjonsnummer", NULL},
	{"name", TEXT, true, "navn", NULL},
	{"form", TEXT, true, "organisasjonsform.kode", NULL},
	{"municipality_no", MUNICIPALITY, false, "forretningsadresse.kommunenummer", NULL},
	{"industry_code", TEXT, false, "naeringskode1.kode", NULL},
	/* Withheld below 5: absent is not zero. */
	{"employees", COUNT, false, "antallAnsatte", NULL},
	{"has_registered_employees", FLAG, false, "harRegistrertAntallAnsatte", NULL},
	{"vat_registered", FLAG, false, "registrertIMvaregisteret", NULL},
	{"bankrupt", FLAG, false, "konkurs", NULL},
	{"winding_up", FLAG, false, "underAvvikling", NULL},
	{"forced_winding_up", FLAG, false, "underTvangsavviklingEllerTvangsopplosning", NULL},
	/* The published description of the API spells it the second way. */
	{"founded_on", DATE, false, "stiftelsesdato", "stiftelsedato"},
	{"deleted_on", DATE, false, "slettedato", NULL},
};

#define N_FIELDS (sizeof(fields) / sizeof(fields[0]))

const char *unit_columns(const char *prefix, struct arena *arena)
{
	const char *columns = arena_printf(arena, "%s%s", prefix, fields[0].column);

	for (size_t i = 1; i < N_FIELDS; i++)
		columns = arena_printf(arena, "%s, %s%s", columns, prefix, fields[i].column);
	return columns;
}

/* NULL if there is none or it is null. */
static const json_t *find_member(const json_t *value, const char *path)
{
	for (;;) {
		size_t len = strcspn(path, ".");

		value = json_object_getn(value, path, len);
		if (path[len] == '\0')
			return value == NULL || json_is_null(value) ? NULL : value;
		path += len + 1;
	}
}

static const json_t *find_field(const struct field *field, const json_t *unit)
{
	const json_t *value = find_member(unit, field->member);

	if (value == NULL && field->other_member != NULL)
		value = find_member(unit, field->other_member);
	return value;
}

static void add_text(struct buf *row, const char *text)
{
	for (; *text != '\0'; text++) {
		switch (*text) {
		case '\t': buf_adds(row, "\\t"); break;
		case '\n': buf_adds(row, "\\n"); break;
		case '\r': buf_adds(row, "\\r"); break;
		case '\\': buf_adds(row, "\\\\"); break;
		default: buf_addc(row, *text);
		}
	}
}

/* Whether the text is a value of that kind. */
static bool fits(enum kind kind, const char *text)
{
	int32_t number;

	switch (kind) {
	case ORGNR: return orgnr_is_valid(text);
	case TEXT: return text[0] != '\0';
	case MUNICIPALITY: return strlen(text) == 4 && strspn(text, "0123456789") == 4;
	case DATE: return num_date(text, &number);
	case COUNT:
	case FLAG: break;
	}
	return false;
}

static bool add_value(enum kind kind, const json_t *value, struct buf *row)
{
	json_int_t number = json_integer_value(value);

	switch (kind) {
	case COUNT:
		if (!json_is_integer(value) || number < 0 || number > INT32_MAX)
			return false;
		buf_addf(row, "%" JSON_INTEGER_FORMAT, number);
		return true;
	case FLAG:
		if (!json_is_boolean(value))
			return false;
		buf_addc(row, json_is_true(value) ? 't' : 'f');
		return true;
	case ORGNR:
	case TEXT:
	case MUNICIPALITY:
	case DATE: break;
	}
	if (!json_is_string(value) || !fits(kind, json_string_value(value)))
		return false;
	add_text(row, json_string_value(value));
	return true;
}

static void explain(const struct field *field, const json_t *value, struct buf *why)
{
	if (value == NULL)
		buf_addf(why, "no %s", field->member);
	else if (json_is_string(value))
		buf_addf(why, "%s \"%.40s\" is not valid", field->member, json_string_value(value));
	else
		buf_addf(why, "%s is not valid", field->member);
}

static bool add_field(const struct field *field, const json_t *unit, struct buf *row)
{
	const json_t *value = find_field(field, unit);

	if (value != NULL)
		return add_value(field->kind, value, row);
	buf_adds(row, field->kind == FLAG ? "f" : "\\N");
	return !field->required;
}

bool unit_row(const json_t *unit, struct buf *row, struct buf *why)
{
	buf_reset(row);
	buf_reset(why);
	for (size_t i = 0; i < N_FIELDS; i++) {
		if (i > 0)
			buf_addc(row, '\t');
		if (!add_field(&fields[i], unit, row)) {
			explain(&fields[i], find_field(&fields[i], unit), why);
			return false;
		}
	}
	buf_addc(row, '\n');
	return true;
}
