/*
 * Payments of a bank file that is camt.054: the transactions of an entry are the payments it was
 * booked for together. Where they do not sum to it, as when the bank has kept its fee, it is one
 * payment whose message lists them: nobody but a person can tell what was paid with it.
 */
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/text.h"
#include "lib/format/bankfile_reader.h"
#include "lib/format/camt.h"
#include "lib/format/iban.h"
#include "lib/format/xmlread.h"

/* "NO93 8601 1117 947" or "8601.11.17947": digits, and the letters of another country's. */
static const char *bare_account(struct arena *arena, const char *text)
{
	char *bare = arena_alloc(arena, strlen(text) + 1);
	const char *account;
	size_t len = 0;

	for (; *text != '\0'; text++)
		if (*text != ' ' && *text != '.')
			bare[len++] = *text;
	account = iban_bban(bare);
	return account != NULL ? account : bare;
}

/* What is at fault is told by the reader: the file need only be read no further. */
static enum format_fault so_far(const struct bankfile_reader *reader)
{
	return reader->fault == BANKFILE_OK ? FORMAT_OK : FORMAT_MALFORMED;
}

static enum format_fault on_account(void *ctx, const char *text, size_t at)
{
	struct bankfile_reader *reader = ctx;
	struct bankfile *file = reader->file;
	const char *account = bare_account(reader->arena, text);

	for (size_t i = 0; i < file->n_accounts; i++)
		if (strcmp(file->accounts[i], account) == 0)
			return FORMAT_OK;
	if (file->n_accounts < BANKFILE_ACCOUNTS_MAX)
		file->accounts[file->n_accounts++] = account;
	else
		bankfile_fail(reader, BANKFILE_ACCOUNTS, at);
	return so_far(reader);
}

/* With what it says of the entry: it came in, or goes out, as what is taken back does. What comes
 * back of money sent out is neither. */
static bool is_payment(const struct camt_entry *entry, struct bankfile_payment *payment)
{
	const struct camt_line *line = &entry->line;
	bool is_reversal = camt_is_reversal(entry);

	payment->is_reversal = text_is(line->direction, "DBIT");
	payment->is_out = payment->is_reversal && !is_reversal;
	return (payment->is_reversal || (text_is(line->direction, "CRDT") && !is_reversal)) &&
	       line->currency != NULL && bankfile_currency(payment, line->currency);
}

/* Of payments booked together the bank may tell one reference for all. */
static const char *reference_of(const struct camt_entry *entry, const struct camt_line *transaction,
				size_t number)
{
	const char *own = transaction->reference;
	bool is_own = own != NULL && !text_is(entry->line.reference, own);

	for (const struct camt_line *other = entry->transactions; is_own && other != transaction;
	     other = other->next)
		is_own = !text_is(other->reference, own);
	if (is_own || entry->transactions->next == NULL)
		return own != NULL ? own : entry->line.reference;
	if (own == NULL)
		own = entry->line.reference;
	return own == NULL ? NULL : arena_printf(entry->arena, "%s/%zu", own, number);
}

static bool is_of_another(const struct bankfile_payment *a, const struct bankfile_payment *b)
{
	return a->booked_on == b->booked_on && a->amount_ore == b->amount_ore &&
	       a->is_reversal == b->is_reversal && a->kid != NULL && b->kid != NULL &&
	       strcmp(a->kid, b->kid) != 0 && strcmp(a->reference, b->reference) == 0;
}

static void add(struct bankfile_reader *reader, const struct bankfile_payment *payment, size_t at)
{
	struct bankfile_payment *last = &reader->file->payments[reader->file->n];

	bankfile_add(reader, payment, at);
	if (reader->fault != BANKFILE_OK)
		return;
	for (const struct bankfile_payment *p = reader->file->payments; p != last; p++)
		if (is_of_another(p, last)) {
			last->reference =
				arena_printf(reader->arena, "%s/%s", last->reference, last->kid);
			break;
		}
	if (strlen(last->reference) > BANKFILE_REFERENCE_MAX)
		bankfile_fail(reader, BANKFILE_REFERENCE, at);
}

/* True if they sum to the whole. The only one may be told of by the text of its entry. */
static bool add_transactions(struct bankfile_reader *reader, const struct camt_entry *entry,
			     const struct bankfile_payment *whole)
{
	struct bankfile_payment payment = *whole;
	bool is_only = entry->transactions->next == NULL;
	int64_t left_ore = whole->amount_ore;
	size_t number = 0;

	for (const struct camt_line *t = entry->transactions; t != NULL; t = t->next) {
		payment.amount_ore = whole->amount_ore;
		if (!camt_part(entry, t, &payment.amount_ore))
			return false;
		if (payment.amount_ore == 0 || payment.amount_ore > left_ore ||
		    (t->direction != NULL && !text_is(t->direction, entry->line.direction)))
			return false;
		left_ore -= payment.amount_ore;
		payment.reference = reference_of(entry, t, ++number);
		payment.kid = t->kid;
		payment.payer = t->payer;
		payment.message = t->message == NULL && is_only ? whole->message : t->message;
		add(reader, &payment, entry->at);
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

static void add_lump(struct bankfile_reader *reader, const struct camt_entry *entry,
		     const struct bankfile_payment *whole)
{
	struct bankfile_payment payment = *whole;
	const struct camt_line *first = entry->transactions;
	struct buf parts;

	buf_init(&parts, BANKFILE_MESSAGE_MAX + 5 * XMLREAD_TEXT_MAX);
	for (const struct camt_line *t = first; t != NULL && parts.len <= BANKFILE_MESSAGE_MAX;
	     t = t->next) {
		buf_adds(&parts, t == first ? "" : "; ");
		buf_adds(&parts, t->amount == NULL ? "?" : t->amount);
		tell(&parts, t->currency);
		tell(&parts, t->kid);
		tell(&parts, t->payer);
	}
	if (payment.reference == NULL)
		payment.reference = first->reference;
	payment.message = buf_text(&parts);
	payment.is_lump = true;
	add(reader, &payment, entry->at);
	buf_fini(&parts);
}

static void add_entry(struct bankfile_reader *reader, const struct camt_entry *entry,
		      const struct bankfile_payment *whole)
{
	size_t n = reader->file->n;

	if (entry->transactions == NULL) {
		add(reader, whole, entry->at);
	} else if (!add_transactions(reader, entry, whole)) {
		reader->file->n = n;
		add_lump(reader, entry, whole);
	}
}

static enum format_fault on_entry(void *ctx, const struct camt_entry *entry)
{
	struct bankfile_reader *reader = ctx;
	struct bankfile_payment payment = {
		.reference = entry->line.reference,
		.message = entry->line.message,
	};
	bool is_read, is_dated;

	if (!text_is(entry->line.status, "BOOK")) {
		reader->file->unbooked++;
		return FORMAT_OK;
	}
	is_read = entry->line.amount != NULL &&
		  bankfile_amount(entry->line.amount, '.', &payment.amount_ore) &&
		  payment.amount_ore > 0;
	is_dated = camt_day(entry, &payment.booked_on);
	if (!is_payment(entry, &payment) || (!is_read && payment.currency != NULL) ||
	    (payment.is_out && !(is_read && is_dated)))
		reader->file->skipped++;
	else if (!is_dated)
		bankfile_fail(reader, BANKFILE_DATE, entry->at);
	else if (!is_read)
		bankfile_fail(reader, BANKFILE_AMOUNT, entry->at);
	else
		add_entry(reader, entry, &payment);
	return so_far(reader);
}

static enum bankfile_fault fault_of(enum format_fault fault)
{
	if (fault == FORMAT_DECLARATION)
		return BANKFILE_DECLARATION;
	return fault == FORMAT_NOT_KNOWN ? BANKFILE_NOT_KNOWN : BANKFILE_MALFORMED;
}

void bankcamt_read(struct bankfile_reader *reader, const char *bytes, size_t len)
{
	static const struct camt_events events = {on_account, on_entry};
	struct camt *camt = camt_new(&events, reader);
	enum format_fault fault = camt_add(camt, bytes, len);

	reader->file->format = "camt.054";
	if (fault == FORMAT_OK)
		fault = camt_end(camt);
	if (fault != FORMAT_OK)
		bankfile_fail(reader, fault_of(fault), camt_line_at(camt));
	camt_free(&camt);
}
