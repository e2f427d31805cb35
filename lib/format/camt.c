/* Fields are found by their path; those of a transaction go to the one that was begun last. */
#include "lib/format/camt.h"

#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/format/amount.h"
#include "lib/format/line.h"
#include "lib/format/xmlread.h"

#define NOTIFICATION "/Document/BkToCstmrDbtCdtNtfctn/Ntfctn"
#define ENTRY NOTIFICATION "/Ntry"
#define TRANSACTION ENTRY "/NtryDtls/TxDtls"
#define ARENA_BYTES (64 << 20)

struct camt {
	const struct camt_events *events;
	void *ctx;
	struct xmlread *xml;
	char notification[XMLREAD_TEXT_MAX + 1];
	struct camt_entry entry;
	struct camt_line *last; /* transaction of the entry */
	size_t n;
};

#define FIELD(place, member)                                                                       \
	{                                                                                          \
		place, offsetof(struct camt_line, member), false                                   \
	}
#define JOINED(place, member)                                                                      \
	{                                                                                          \
		place, offsetof(struct camt_line, member), true                                    \
	}
struct field {
	const char *path;
	size_t offset;
	bool is_joined; /* may occur several times */
};

/* Of two that tell the same the later counts. */
static const struct field entry_fields[] = {
	FIELD(ENTRY "/NtryRef", number),
	FIELD(ENTRY "/Amt", amount),
	FIELD(ENTRY "/CdtDbtInd", direction),
	FIELD(ENTRY "/RvslInd", reversal),
	FIELD(ENTRY "/Sts", status),
	FIELD(ENTRY "/Sts/Cd", status),
	FIELD(ENTRY "/BookgDt/Dt", day),
	FIELD(ENTRY "/BookgDt/DtTm", day),
	FIELD(ENTRY "/AcctSvcrRef", reference),
	FIELD(ENTRY "/NtryDtls/Btch/PmtInfId", batch),
	JOINED(ENTRY "/AddtlNtryInf", message),
};
static const struct field transaction_fields[] = {
	FIELD(TRANSACTION "/Refs/AcctSvcrRef", reference),
	FIELD(TRANSACTION "/Refs/EndToEndId", end_to_end_id),
	FIELD(TRANSACTION "/Refs/PmtInfId", batch),
	FIELD(TRANSACTION "/Amt", amount),
	FIELD(TRANSACTION "/AmtDtls/TxAmt/Amt", amount),
	FIELD(TRANSACTION "/CdtDbtInd", direction),
	FIELD(TRANSACTION "/RltdPties/Dbtr/Nm", payer),
	FIELD(TRANSACTION "/RltdPties/Dbtr/Pty/Nm", payer),
	FIELD(TRANSACTION "/RtrInf/Rsn/Cd", returned),
	FIELD(TRANSACTION "/RtrInf/Rsn/Prtry", returned),
	JOINED(TRANSACTION "/RmtInf/Strd/CdtrRefInf/Ref", kid),
	JOINED(TRANSACTION "/RmtInf/Ustrd", message),
};

static const char **member(struct camt_line *line, const struct field *field)
{
	return (const char **)(void *)((char *)line + field->offset);
}

static const struct field *find(const struct field *fields, size_t n, const char *path)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(fields[i].path, path) == 0)
			return &fields[i];
	return NULL;
}

#define FIND(table, path) find(table, sizeof(table) / sizeof((table)[0]), path)

/* What the element at the path fills in, and of which line; NULL if it is of no interest. */
static const struct field *field_of(struct camt *camt, const char *path,
				    struct camt_line **line_out)
{
	const struct field *field = FIND(transaction_fields, path);

	*line_out = camt->last;
	if (field != NULL)
		return field;
	*line_out = &camt->entry.line;
	return FIND(entry_fields, path);
}

static void keep(struct camt *camt, const char *path, const char *text)
{
	struct camt_line *line;
	const struct field *field = field_of(camt, path, &line);
	const char **value;

	if (field == NULL || *text == '\0')
		return;
	value = member(line, field);
	if (*value == NULL || !field->is_joined)
		*value = arena_strdup(camt->entry.arena, text);
	else if (strlen(*value) <= CAMT_MESSAGE_BYTES)
		*value = arena_printf(camt->entry.arena, "%s %s", *value, text);
}

static void keep_currency(struct camt *camt, const char *path)
{
	struct camt_line *line;
	const struct field *field = field_of(camt, path, &line);
	const char *currency;

	if (field == NULL || field->offset != offsetof(struct camt_line, amount))
		return;
	currency = xmlread_attribute_named(camt->xml, "Ccy");
	if (currency != NULL)
		line->currency = arena_strdup(camt->entry.arena, currency);
}

static void begin_entry(struct camt *camt)
{
	arena_free(&camt->entry.arena);
	camt->entry = (struct camt_entry){.arena = arena_new(ARENA_BYTES)};
	camt->last = NULL;
	camt->n = 0;
}

static void begin_transaction(struct camt *camt)
{
	struct camt_line *line = arena_alloc(camt->entry.arena, sizeof(*line));

	if (camt->last == NULL)
		camt->entry.transactions = line;
	else
		camt->last->next = line;
	camt->last = line;
	if (++camt->n > CAMT_TRANSACTIONS_MAX)
		xmlread_fail(camt->xml, FORMAT_TOO_LARGE);
}

static void on_begin(void *ctx, const char *path)
{
	struct camt *camt = ctx;

	if (strcmp(path, ENTRY) == 0)
		begin_entry(camt);
	else if (strcmp(path, TRANSACTION) == 0)
		begin_transaction(camt);
	else if (strcmp(path, TRANSACTION "/RtrInf") == 0)
		camt->last->returned = "";
	else
		keep_currency(camt, path);
}

/* Without a reference of the bank's the entry's number is one within its notification. */
static void end_entry(struct camt *camt)
{
	struct camt_line *line = &camt->entry.line;
	enum format_fault fault;

	if (line->reference == NULL && line->number != NULL && *camt->notification != '\0')
		line->reference =
			arena_printf(camt->entry.arena, "%s/%s", camt->notification, line->number);
	camt->entry.at = xmlread_line(camt->xml);
	fault = camt->events->on_entry(camt->ctx, &camt->entry);
	if (fault != FORMAT_OK)
		xmlread_fail(camt->xml, fault);
}

static bool is_account(const char *path)
{
	return strcmp(path, NOTIFICATION "/Acct/Id/IBAN") == 0 ||
	       strcmp(path, NOTIFICATION "/Acct/Id/Othr/Id") == 0;
}

static void on_end(void *ctx, const char *path, const char *text)
{
	struct camt *camt = ctx;
	enum format_fault fault = FORMAT_OK;

	if (strcmp(path, ENTRY) == 0)
		end_entry(camt);
	else if (strcmp(path, NOTIFICATION "/Id") == 0 && *text != '\0')
		line_put(camt->notification, sizeof(camt->notification), text);
	else if (is_account(path) && *text != '\0' && camt->events->on_account != NULL)
		fault = camt->events->on_account(camt->ctx, text, xmlread_line(camt->xml));
	else
		keep(camt, path, text);
	if (fault != FORMAT_OK)
		xmlread_fail(camt->xml, fault);
}

static bool is_known(void *ctx, const char *name, const char *space)
{
	static const char wanted[] = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.";

	(void)ctx;
	return strcmp(name, "Document") == 0 && space != NULL &&
	       strncmp(space, wanted, sizeof(wanted) - 1) == 0;
}

struct camt *camt_new(const struct camt_events *events, void *ctx)
{
	static const struct xmlread_events of_document = {
		.is_known = is_known,
		.on_begin = on_begin,
		.on_end = on_end,
	};
	struct camt *camt = base_alloc(sizeof(*camt));

	camt->events = events;
	camt->ctx = ctx;
	camt->xml = xmlread_new(&of_document, camt);
	return camt;
}

enum format_fault camt_add(struct camt *camt, const char *bytes, size_t len)
{
	return xmlread_add(camt->xml, bytes, len);
}

enum format_fault camt_end(struct camt *camt)
{
	return xmlread_end(camt->xml);
}

size_t camt_line_at(const struct camt *camt)
{
	return xmlread_line(camt->xml);
}

void camt_free(struct camt **camt)
{
	if (*camt == NULL)
		return;
	xmlread_free(&(*camt)->xml);
	arena_free(&(*camt)->entry.arena);
	base_free(*camt);
	*camt = NULL;
}

bool camt_is_reversal(const struct camt_entry *entry)
{
	return text_is(entry->line.reversal, "true") || text_is(entry->line.reversal, "1");
}

bool camt_part(const struct camt_entry *entry, const struct camt_line *transaction,
	       int64_t *ore_out)
{
	bool is_alike = text_is(transaction->currency, entry->line.currency);
	bool is_only = entry->transactions->next == NULL;

	if (transaction->amount == NULL || (is_only && !is_alike))
		return true;
	return is_alike && amount_read(transaction->amount, '.', AMOUNT_MAX_ORE, ore_out);
}

bool camt_day(const struct camt_entry *entry, int32_t *days_out)
{
	const char *text = entry->line.day;
	size_t len = text == NULL ? 0 : strnlen(text, DATE_TEXT_SIZE - 1);

	return len > 0 && num_date(arena_strndup(entry->arena, text, len), days_out);
}
