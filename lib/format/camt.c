/*
 * camt.054, "BankToCustomerDebitCreditNotification" (ISO 20022), as a stream: an entry is one line
 * of the account, its transactions are the payments it was booked for together, if the bank tells.
 * Where they do not sum to it, as when the bank has kept its fee, it is one payment whose message
 * lists them: nobody but a person can tell what was paid with it.
 *
 * libxml2 reads with neither network nor entities of the file's own: a document type declaration,
 * in which they would be declared, is refused before it is parsed.
 */
#include <libxml/xmlreader.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/date.h"
#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/format/bankfile_reader.h"

#define DEPTH_MAX 24
#define PATH_SIZE 512
#define TEXT_BYTES_MAX 4096   /* of one element */
#define MARKUP_BYTES_MAX 4096 /* of one tag: libxml2 compares each attribute with all before it */
#define IBAN_NO_LEN 15
#define NOTIFICATION "/Document/BkToCstmrDbtCdtNtfctn/Ntfctn"
#define ENTRY NOTIFICATION "/Ntry"
#define TRANSACTION ENTRY "/NtryDtls/TxDtls"

static const char namespace[] = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.";

/* An entry or a transaction, as told: NULL is not told. */
struct line {
	const char *amount;
	const char *currency;
	const char *direction; /* CRDT, DBIT */
	const char *reversal;
	const char *status;
	const char *day;
	const char *number; /* counted anew in each notification */
	const char *reference;
	const char *kid;
	const char *payer;
	const char *message;
	struct line *next;
};

struct camt {
	struct bankfile_reader *reader;
	xmlTextReaderPtr xml;
	char path[PATH_SIZE];
	size_t ends[DEPTH_MAX]; /* of the path at each depth */
	const char *notification;
	struct buf text; /* of the element that is open */
	struct line entry;
	struct line *first; /* transaction of the entry */
	struct line *last;
};

#define FIELD(place, member)                                                                       \
	{                                                                                          \
		place, offsetof(struct line, member), false                                        \
	}
#define JOINED(place, member)                                                                      \
	{                                                                                          \
		place, offsetof(struct line, member), true                                         \
	}
struct field {
	const char *path;
	size_t offset;
	bool is_joined; /* may occur several times; not joined further than it is cut to */
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
	JOINED(ENTRY "/AddtlNtryInf", message),
};
static const struct field transaction_fields[] = {
	FIELD(TRANSACTION "/Refs/AcctSvcrRef", reference),
	FIELD(TRANSACTION "/Amt", amount),
	FIELD(TRANSACTION "/AmtDtls/TxAmt/Amt", amount),
	FIELD(TRANSACTION "/CdtDbtInd", direction),
	FIELD(TRANSACTION "/RltdPties/Dbtr/Nm", payer),
	FIELD(TRANSACTION "/RltdPties/Dbtr/Pty/Nm", payer),
	JOINED(TRANSACTION "/RmtInf/Strd/CdtrRefInf/Ref", kid),
	JOINED(TRANSACTION "/RmtInf/Ustrd", message),
};

/* The parser reads ahead: of an element it is where that begins. */
static size_t line_of(struct camt *camt)
{
	xmlNodePtr node = xmlTextReaderCurrentNode(camt->xml);
	long line = node == NULL ? xmlTextReaderGetParserLineNumber(camt->xml) : xmlGetLineNo(node);

	return line < 1 ? 1 : (size_t)line;
}

static void fail(struct camt *camt, enum bankfile_fault fault)
{
	bankfile_fail(camt->reader, fault, line_of(camt));
}

static const char **member(struct line *line, const struct field *field)
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
static const struct field *field_of(struct camt *camt, struct line **line_out)
{
	const struct field *field = FIND(transaction_fields, camt->path);

	*line_out = camt->last;
	if (field != NULL)
		return camt->last == NULL ? NULL : field;
	*line_out = &camt->entry;
	return FIND(entry_fields, camt->path);
}

/* "NO93 8601 1117 947" or "8601.11.17947": digits, and the letters of another country's. */
static const char *bare_account(struct arena *arena, const char *text)
{
	char *bare = arena_alloc(arena, strlen(text) + 1);
	size_t len = 0;

	for (; *text != '\0'; text++)
		if (*text != ' ' && *text != '.')
			bare[len++] = *text;
	return len == IBAN_NO_LEN && strncmp(bare, "NO", 2) == 0 ? bare + 4 : bare;
}

static void keep_account(struct camt *camt)
{
	struct bankfile *file = camt->reader->file;
	const char *account;

	if (camt->text.len == 0 || (strcmp(camt->path, NOTIFICATION "/Acct/Id/IBAN") != 0 &&
				    strcmp(camt->path, NOTIFICATION "/Acct/Id/Othr/Id") != 0))
		return;
	account = bare_account(camt->reader->arena, buf_text(&camt->text));
	for (size_t i = 0; i < file->n_accounts; i++)
		if (strcmp(file->accounts[i], account) == 0)
			return;
	if (file->n_accounts < BANKFILE_ACCOUNTS_MAX)
		file->accounts[file->n_accounts++] = account;
	else
		fail(camt, BANKFILE_ACCOUNTS);
}

static void keep(struct camt *camt)
{
	struct arena *arena = camt->reader->arena;
	struct line *line;
	const struct field *field = field_of(camt, &line);
	const char **value;

	if (camt->text.len > 0 && strcmp(camt->path, NOTIFICATION "/Id") == 0)
		camt->notification = arena_strdup(arena, buf_text(&camt->text));
	keep_account(camt);
	if (field == NULL || camt->text.len == 0)
		return;
	value = member(line, field);
	if (*value == NULL || !field->is_joined)
		*value = arena_strdup(arena, buf_text(&camt->text));
	else if (strlen(*value) <= BANKFILE_MESSAGE_MAX)
		*value = arena_printf(arena, "%s %s", *value, buf_text(&camt->text));
}

static void keep_currency(struct camt *camt)
{
	struct line *line;
	const struct field *field = field_of(camt, &line);
	xmlChar *currency;

	if (field == NULL || field->offset != offsetof(struct line, amount))
		return;
	currency = xmlTextReaderGetAttribute(camt->xml, (const xmlChar *)"Ccy");
	if (currency != NULL)
		line->currency = arena_strdup(camt->reader->arena, (const char *)currency);
	xmlFree(currency);
}

/* With what it says of the entry: it came in, or goes out, as what is taken back does. What comes
 * back of money sent out is neither. */
static bool is_payment(const struct line *entry, struct bankfile_payment *payment)
{
	bool is_reversal = text_is(entry->reversal, "true") || text_is(entry->reversal, "1");

	payment->is_reversal = text_is(entry->direction, "DBIT");
	payment->is_out = payment->is_reversal && !is_reversal;
	return (payment->is_reversal || (text_is(entry->direction, "CRDT") && !is_reversal)) &&
	       entry->currency != NULL && bankfile_currency(payment, entry->currency);
}

/* "2026-03-20" or a time of that day. */
static bool read_day(struct arena *arena, const char *text, int32_t *days_out)
{
	size_t len = text == NULL ? 0 : strnlen(text, DATE_TEXT_SIZE - 1);

	return len > 0 && num_date(arena_strndup(arena, text, len), days_out);
}

/* Of payments booked together the bank may tell one reference for all. */
static const char *reference_of(struct camt *camt, const struct line *transaction, size_t number)
{
	const char *own = transaction->reference;
	bool is_own = own != NULL && !text_is(camt->entry.reference, own);

	for (const struct line *other = camt->first; is_own && other != transaction;
	     other = other->next)
		is_own = !text_is(other->reference, own);
	if (is_own || camt->first->next == NULL)
		return own != NULL ? own : camt->entry.reference;
	if (own == NULL)
		own = camt->entry.reference;
	return own == NULL ? NULL : arena_printf(camt->reader->arena, "%s/%zu", own, number);
}

/* `*ore` is the whole before, and stays it where nothing else is told. The only one may be told in
 * the currency it was paid in: what came of it in that of the entry is the whole. */
static bool read_part(const struct line *entry, const struct line *transaction, bool is_only,
		      int64_t *ore)
{
	bool is_alike = text_is(transaction->currency, entry->currency);

	if (transaction->amount == NULL || (is_only && !is_alike))
		return true;
	return is_alike && bankfile_amount(transaction->amount, '.', ore);
}

static bool is_of_another(const struct bankfile_payment *a, const struct bankfile_payment *b)
{
	return a->booked_on == b->booked_on && a->amount_ore == b->amount_ore &&
	       a->is_reversal == b->is_reversal && a->kid != NULL && b->kid != NULL &&
	       strcmp(a->kid, b->kid) != 0 && strcmp(a->reference, b->reference) == 0;
}

static void add(struct camt *camt, const struct bankfile_payment *payment)
{
	struct bankfile_reader *reader = camt->reader;
	struct bankfile_payment *last = &reader->file->payments[reader->file->n];

	bankfile_add(reader, payment, line_of(camt));
	if (reader->fault != BANKFILE_OK)
		return;
	for (const struct bankfile_payment *p = reader->file->payments; p != last; p++)
		if (is_of_another(p, last)) {
			last->reference =
				arena_printf(reader->arena, "%s/%s", last->reference, last->kid);
			break;
		}
	if (strlen(last->reference) > BANKFILE_REFERENCE_MAX)
		fail(camt, BANKFILE_REFERENCE);
}

/* True if they sum to the whole. The only one may be told of by the text of its entry. */
static bool add_transactions(struct camt *camt, const struct bankfile_payment *whole)
{
	struct bankfile_payment payment = *whole;
	bool is_only = camt->first->next == NULL;
	int64_t left_ore = whole->amount_ore;
	size_t number = 0;

	for (const struct line *t = camt->first; t != NULL; t = t->next) {
		payment.amount_ore = whole->amount_ore;
		if (!read_part(&camt->entry, t, is_only, &payment.amount_ore))
			return false;
		if (payment.amount_ore == 0 || payment.amount_ore > left_ore ||
		    (t->direction != NULL && !text_is(t->direction, camt->entry.direction)))
			return false;
		left_ore -= payment.amount_ore;
		payment.reference = reference_of(camt, t, ++number);
		payment.kid = t->kid;
		payment.payer = t->payer;
		payment.message = t->message == NULL && is_only ? whole->message : t->message;
		add(camt, &payment);
	}
	return left_ore == 0;
}

static void tell(struct buf *out, const char *text)
{
	if (text == NULL)
		return;
	buf_addc(out, ' ');
	buf_adds(out, text);
}

static void add_lump(struct camt *camt, const struct bankfile_payment *whole)
{
	struct bankfile_payment payment = *whole;
	struct buf parts;

	buf_init(&parts, BANKFILE_MESSAGE_MAX + 5 * TEXT_BYTES_MAX);
	for (const struct line *t = camt->first; t != NULL && parts.len <= BANKFILE_MESSAGE_MAX;
	     t = t->next) {
		buf_adds(&parts, t == camt->first ? "" : "; ");
		buf_adds(&parts, t->amount == NULL ? "?" : t->amount);
		tell(&parts, t->currency);
		tell(&parts, t->kid);
		tell(&parts, t->payer);
	}
	if (payment.reference == NULL)
		payment.reference = camt->first->reference;
	payment.message = buf_text(&parts);
	payment.is_lump = true;
	add(camt, &payment);
	buf_fini(&parts);
}

static void add_entry(struct camt *camt, const struct bankfile_payment *whole)
{
	struct bankfile *file = camt->reader->file;
	size_t n = file->n;

	if (camt->first == NULL) {
		add(camt, whole);
	} else if (!add_transactions(camt, whole)) {
		file->n = n;
		add_lump(camt, whole);
	}
}

/* Without a reference of the bank's the entry's number is one within its notification. */
static void refer(struct camt *camt)
{
	struct line *entry = &camt->entry;

	if (entry->reference == NULL && entry->number != NULL && camt->notification != NULL)
		entry->reference = arena_printf(camt->reader->arena, "%s/%s", camt->notification,
						entry->number);
}

static void end_entry(struct camt *camt)
{
	struct bankfile_payment payment = {0};
	struct bankfile *file = camt->reader->file;
	bool is_read, is_dated;

	refer(camt);
	payment.reference = camt->entry.reference;
	payment.message = camt->entry.message;
	if (!text_is(camt->entry.status, "BOOK")) {
		file->unbooked++;
		return;
	}
	is_read = camt->entry.amount != NULL &&
		  bankfile_amount(camt->entry.amount, '.', &payment.amount_ore) &&
		  payment.amount_ore > 0;
	is_dated = read_day(camt->reader->arena, camt->entry.day, &payment.booked_on);
	if (!is_payment(&camt->entry, &payment) || (!is_read && payment.currency != NULL) ||
	    (payment.is_out && !(is_read && is_dated)))
		file->skipped++;
	else if (!is_dated)
		fail(camt, BANKFILE_DATE);
	else if (!is_read)
		fail(camt, BANKFILE_AMOUNT);
	else
		add_entry(camt, &payment);
}

static void begin_line(struct camt *camt)
{
	if (strcmp(camt->path, ENTRY) == 0) {
		camt->entry = (struct line){0};
		camt->first = camt->last = NULL;
	} else if (strcmp(camt->path, TRANSACTION) == 0) {
		struct line *line = arena_alloc(camt->reader->arena, sizeof(*line));

		if (camt->first == NULL)
			camt->first = line;
		else
			camt->last->next = line;
		camt->last = line;
	}
}

static void end_element(struct camt *camt, int depth)
{
	camt->path[camt->ends[depth]] = '\0';
	keep(camt);
	buf_reset(&camt->text);
	if (strcmp(camt->path, ENTRY) == 0)
		end_entry(camt);
}

static void begin_element(struct camt *camt, int depth)
{
	const char *name = (const char *)xmlTextReaderConstLocalName(camt->xml);
	const char *space = (const char *)xmlTextReaderConstNamespaceUri(camt->xml);
	size_t before = depth == 0 || depth >= DEPTH_MAX ? 0 : camt->ends[depth - 1];
	size_t len = strlen(name);

	if (depth >= DEPTH_MAX || before + len + 2 > PATH_SIZE) {
		fail(camt, BANKFILE_MALFORMED);
		return;
	}
	if (depth == 0 && (strcmp(name, "Document") != 0 || space == NULL ||
			   strncmp(space, namespace, sizeof(namespace) - 1) != 0)) {
		fail(camt, BANKFILE_NOT_KNOWN);
		return;
	}
	camt->path[before] = '/';
	memcpy(camt->path + before + 1, name, len + 1);
	camt->ends[depth] = before + 1 + len;
	buf_reset(&camt->text);
	begin_line(camt);
	keep_currency(camt);
	if (xmlTextReaderIsEmptyElement(camt->xml) == 1)
		end_element(camt, depth);
}

static void read_node(struct camt *camt)
{
	int depth = xmlTextReaderDepth(camt->xml);

	switch (xmlTextReaderNodeType(camt->xml)) {
	case XML_READER_TYPE_ELEMENT:
		begin_element(camt, depth);
		break;
	case XML_READER_TYPE_END_ELEMENT:
		end_element(camt, depth);
		break;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
		buf_adds(&camt->text, (const char *)xmlTextReaderConstValue(camt->xml));
		if (buf_overflowed(&camt->text))
			fail(camt, BANKFILE_MALFORMED);
		break;
	case XML_READER_TYPE_DOCUMENT_TYPE:
	case XML_READER_TYPE_ENTITY:
	case XML_READER_TYPE_ENTITY_REFERENCE:
		fail(camt, BANKFILE_DECLARATION);
		break;
	default:
		break;
	}
}

static void read_all(struct camt *camt)
{
	int more = 1;

	while (camt->reader->fault == BANKFILE_OK && (more = xmlTextReaderRead(camt->xml)) == 1)
		read_node(camt);
	if (more < 0)
		fail(camt, BANKFILE_MALFORMED);
}

static bool has_long_markup(const char *bytes, size_t len)
{
	const char *end = bytes + len;

	while ((bytes = memchr(bytes, '<', (size_t)(end - bytes))) != NULL) {
		if (end - bytes <= MARKUP_BYTES_MAX)
			return false;
		bytes = memchr(bytes, '>', MARKUP_BYTES_MAX);
		if (bytes == NULL)
			return true;
	}
	return false;
}

void camt_read(struct bankfile_reader *reader, const char *bytes, size_t len)
{
	struct camt camt = {.reader = reader};

	if (has_long_markup(bytes, len)) {
		bankfile_fail(reader, BANKFILE_MALFORMED, 1);
		return;
	}
	if (memmem(bytes, len, "<!DOCTYPE", strlen("<!DOCTYPE")) != NULL) {
		bankfile_fail(reader, BANKFILE_DECLARATION, 1);
		return;
	}
	camt.xml = xmlReaderForMemory(bytes, (int)len, NULL, "UTF-8",
				      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
					      XML_PARSE_IGNORE_ENC);
	if (camt.xml == NULL) {
		bankfile_fail(reader, BANKFILE_MALFORMED, 1);
		return;
	}
	buf_init(&camt.text, TEXT_BYTES_MAX);
	read_all(&camt);
	buf_fini(&camt.text);
	xmlFreeTextReader(camt.xml);
}
