/* An entry is judged whole before any of it is told: its transactions must sum to it. */
#include "lib/format/bankout.h"

#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/text.h"
#include "lib/format/amount.h"
#include "lib/format/camt.h"

struct bankout {
	struct camt *camt;
	void (*on_payment)(void *ctx, const struct bankout_payment *payment);
	void *ctx;
	size_t skipped;
	size_t unbooked;
};

/* Money out that takes nothing back; or in, of an entry that does, or of a transaction that says
 * that it was returned. */
static bool is_ours(const struct camt_entry *entry, const struct camt_line *transaction)
{
	bool is_reversal = camt_is_reversal(entry);
	bool is_returned = transaction != NULL && transaction->returned != NULL;

	if (text_is(entry->line.direction, "DBIT"))
		return !is_reversal && !is_returned;
	return text_is(entry->line.direction, "CRDT") && (is_reversal || is_returned);
}

/* Whether all of them are parts of the entry in its currency, and sum to it. */
static bool is_sum(const struct camt_entry *entry, int64_t whole_ore)
{
	int64_t left_ore = whole_ore;

	for (const struct camt_line *t = entry->transactions; t != NULL; t = t->next) {
		int64_t ore = whole_ore;

		if (!camt_part(entry, t, &ore) || ore > left_ore ||
		    (t->direction != NULL && !text_is(t->direction, entry->line.direction)))
			return false;
		left_ore -= ore;
	}
	return left_ore == 0;
}

static void tell(struct bankout *out, const struct camt_entry *entry,
		 const struct camt_line *transaction, struct bankout_payment *payment)
{
	bool is_returned = text_is(entry->line.direction, "CRDT");

	if (transaction != NULL && transaction->reference != NULL)
		payment->reference = transaction->reference;
	if (transaction != NULL && transaction->batch != NULL)
		payment->batch = transaction->batch;
	if (transaction != NULL && !text_is(transaction->end_to_end_id, "NOTPROVIDED"))
		payment->end_to_end_id = transaction->end_to_end_id;
	payment->is_returned = is_returned;
	if (is_returned && transaction != NULL && !text_is(transaction->returned, ""))
		payment->reason = transaction->returned;
	if (payment->amount_ore > 0)
		out->on_payment(out->ctx, payment);
	else
		out->skipped++;
}

static void tell_transactions(struct bankout *out, const struct camt_entry *entry,
			      const struct bankout_payment *whole)
{
	for (const struct camt_line *t = entry->transactions; t != NULL; t = t->next) {
		struct bankout_payment payment = *whole;

		/* Of a lump each is told as large as it says, if it says. */
		if (!camt_part(entry, t, &payment.amount_ore))
			payment.amount_ore = whole->amount_ore;
		if (is_ours(entry, t))
			tell(out, entry, t, &payment);
		else
			out->skipped++;
	}
}

/* Whether the entry or any transaction of it is told. */
static bool is_wanted(const struct camt_entry *entry)
{
	bool is_wanted = entry->transactions == NULL && is_ours(entry, NULL);

	for (const struct camt_line *t = entry->transactions; t != NULL && !is_wanted; t = t->next)
		is_wanted = is_ours(entry, t);
	return is_wanted;
}

static enum format_fault on_entry(void *ctx, const struct camt_entry *entry)
{
	const struct camt_line *line = &entry->line;
	struct bankout_payment payment = {.reference = line->reference, .batch = line->batch};
	struct bankout *out = ctx;

	if (!text_is(line->status, "BOOK")) {
		out->unbooked++;
		return FORMAT_OK;
	}
	if (!is_wanted(entry)) {
		out->skipped++;
		return FORMAT_OK;
	}
	if (!camt_day(entry, &payment.booked_on))
		return FORMAT_DATE;
	if (line->amount == NULL || !amount_is_currency(line->currency) ||
	    !amount_read(line->amount, '.', AMOUNT_MAX_ORE, &payment.amount_ore) ||
	    payment.amount_ore == 0)
		return FORMAT_AMOUNT;
	payment.currency = text_is(line->currency, "NOK") ? NULL : line->currency;
	payment.is_lump = entry->transactions == NULL || !is_sum(entry, payment.amount_ore);
	if (entry->transactions == NULL)
		tell(out, entry, NULL, &payment);
	else
		tell_transactions(out, entry, &payment);
	return FORMAT_OK;
}

struct bankout *bankout_new(void (*on_payment)(void *ctx, const struct bankout_payment *payment),
			    void *ctx)
{
	static const struct camt_events events = {.on_entry = on_entry};
	struct bankout *out = base_alloc(sizeof(*out));

	*out = (struct bankout){.on_payment = on_payment, .ctx = ctx};
	out->camt = camt_new(&events, out);
	return out;
}

enum format_fault bankout_add(struct bankout *out, const char *bytes, size_t len)
{
	return camt_add(out->camt, bytes, len);
}

enum format_fault bankout_end(struct bankout *out)
{
	return camt_end(out->camt);
}

size_t bankout_line(const struct bankout *out)
{
	return camt_line_at(out->camt);
}

size_t bankout_skipped(const struct bankout *out)
{
	return out->skipped;
}

size_t bankout_unbooked(const struct bankout *out)
{
	return out->unbooked;
}

void bankout_free(struct bankout **out)
{
	if (*out == NULL)
		return;
	camt_free(&(*out)->camt);
	base_free(*out);
	*out = NULL;
}
