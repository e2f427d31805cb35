#include "lib/format/pain001.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/format/bank.h"
#include "lib/format/banktext.h"
#include "lib/format/kid.h"
#include "lib/format/xmlwrite.h"

/* How the versions differ in what is written here. */
static const struct edition {
	const char *namespace;
	bool has_choice_of_day; /* or time */
	const char *bic;
} editions[] = {
	[PAIN_001_03] = {"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03", false, "BIC"},
	[PAIN_001_09] = {"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", true, "BICFI"},
};

/* Of what is written in both the message and its block. */
struct total {
	size_t n;
	int64_t ore;
};

const char *pain_fault_key(enum pain_fault fault)
{
	static const char *const keys[] = {
#define X(name, key) key,
		PAIN_FAULTS(X)
#undef X
	};

	return keys[fault];
}

/* ---- What is refused */

static bool is_time(const char *text)
{
	static const char shape[] = "00:00:00";

	for (size_t i = 0; i < sizeof(shape); i++)
		if (shape[i] == '0' ? !num_is_digit(text[i]) : text[i] != shape[i])
			return false;
	return strncmp(text, "24", 2) < 0 && text[3] < '6' && text[6] < '6';
}

static bool read_made_at(const char *text, int32_t *day_out)
{
	char day[DATE_TEXT_SIZE] = "";
	size_t len = DATE_TEXT_SIZE - 1;

	if (strnlen(text, DATE_TEXT_SIZE) < DATE_TEXT_SIZE || text[len] != 'T')
		return false;
	memcpy(day, text, len);
	return num_date(day, day_out) && is_time(text + len + 1);
}

/* By both versions: the older has letters in the bank's place, and no 0, 1 or O where those stand
 * for something else. */
static bool is_bic(const char *text)
{
	size_t len = strlen(text);

	return (len == 8 || len == 11) && strspn(text, TEXT_CAPITALS NUM_DIGITS) == len &&
	       strspn(text, TEXT_CAPITALS) >= 6 && text[6] != '0' && text[6] != '1' &&
	       text[7] != 'O';
}

static enum pain_fault check_file(const struct pain_file *file)
{
	int32_t made_on;

	if (file->n == 0)
		return PAIN_EMPTY;
	if (!banktext_is_id(file->message_id) || strlen(file->message_id) > PAIN_MESSAGE_ID_MAX)
		return PAIN_MESSAGE_ID;
	if (!read_made_at(file->made_at, &made_on))
		return PAIN_MADE_AT;
	if (!banktext_is_id(file->initiator_id))
		return PAIN_INITIATOR_ID;
	if (!bank_is_valid(file->debtor_account))
		return PAIN_DEBTOR_ACCOUNT;
	if (!is_bic(file->debtor_bic))
		return PAIN_DEBTOR_BIC;
	if (file->executes_on < made_on || file->executes_on > DATE_MAX)
		return PAIN_EXECUTES_ON;
	return PAIN_OK;
}

static bool is_kid(const char *text)
{
	return kid_is_valid(KID_MOD10, text) || kid_is_valid(KID_MOD11, text);
}

static enum pain_fault check_payment(const struct pain_payment *payment)
{
	if (!banktext_is_id(payment->id))
		return PAIN_PAYMENT_ID;
	if (!bank_is_valid(payment->account))
		return PAIN_ACCOUNT;
	if (payment->kid != NULL && payment->text != NULL)
		return PAIN_KID_AND_TEXT;
	if (payment->kid != NULL && !is_kid(payment->kid))
		return PAIN_KID;
	return PAIN_OK;
}

static enum pain_fault check_payments(const struct pain_file *file, struct total *total,
				      size_t *payment_out)
{
	for (size_t i = 0; i < file->n; i++) {
		const struct pain_payment *payment = &file->payments[i];
		enum pain_fault fault = check_payment(payment);

		*payment_out = i;
		if (fault != PAIN_OK)
			return fault;
		if (payment->amount_ore <= 0 || payment->amount_ore > PAIN_ORE_MAX - total->ore)
			return PAIN_AMOUNT;
		total->n++;
		total->ore += payment->amount_ore;
	}
	return PAIN_OK;
}

/* By id, those of one id in the order of the file. */
static int compare(const void *a, const void *b)
{
	const struct pain_payment *one = *(const struct pain_payment *const *)a;
	const struct pain_payment *other = *(const struct pain_payment *const *)b;
	int order = strcmp(one->id, other->id);

	return order != 0 ? order : (one > other) - (one < other);
}

static enum pain_fault check_ids(const struct pain_file *file, size_t *payment_out)
{
	const struct pain_payment **sorted = base_alloc(file->n * sizeof(*sorted));
	enum pain_fault fault = PAIN_OK;

	for (size_t i = 0; i < file->n; i++)
		sorted[i] = &file->payments[i];
	qsort(sorted, file->n, sizeof(*sorted), compare);
	for (size_t i = 1; i < file->n && fault == PAIN_OK; i++)
		if (strcmp(sorted[i - 1]->id, sorted[i]->id) == 0) {
			*payment_out = (size_t)(sorted[i] - file->payments);
			fault = PAIN_SAME_ID;
		}
	base_free(sorted);
	return fault;
}

/* ---- What is written */

static void add_text(struct xmlwrite *xml, const char *name, const char *text)
{
	struct buf plain;

	buf_init(&plain, BUF_UNBOUNDED);
	banktext_add(&plain, text, PAIN_TEXT_MAX);
	xmlwrite_add(xml, name, buf_text(&plain));
	buf_fini(&plain);
}

static void add_kroner(struct xmlwrite *xml, int64_t ore)
{
	xmlwrite_textf(xml, "%" PRId64 ".%02d", ore / 100, (int)(ore % 100));
}

static void add_within(struct xmlwrite *xml, const char *outer, const char *name, const char *text)
{
	xmlwrite_begin(xml, outer);
	xmlwrite_add(xml, name, text);
	xmlwrite_end(xml);
}

static void write_total(struct xmlwrite *xml, const struct total *total)
{
	xmlwrite_addf(xml, "NbOfTxs", "%zu", total->n);
	xmlwrite_begin(xml, "CtrlSum");
	add_kroner(xml, total->ore);
	xmlwrite_end(xml);
}

/* An id and the scheme that it is of. */
static void write_other(struct xmlwrite *xml, const char *id, const char *scheme)
{
	xmlwrite_begin(xml, "Othr");
	xmlwrite_add(xml, "Id", id);
	add_within(xml, "SchmeNm", "Cd", scheme);
	xmlwrite_end(xml);
}

static void write_header(struct xmlwrite *xml, const struct pain_file *file,
			 const struct total *total)
{
	xmlwrite_begin(xml, "GrpHdr");
	xmlwrite_add(xml, "MsgId", file->message_id);
	xmlwrite_add(xml, "CreDtTm", file->made_at);
	write_total(xml, total);
	xmlwrite_begin(xml, "InitgPty");
	add_text(xml, "Nm", file->initiator);
	xmlwrite_begin(xml, "Id");
	xmlwrite_begin(xml, "OrgId");
	write_other(xml, file->initiator_id, "CUST");
	xmlwrite_end(xml);
	xmlwrite_end(xml);
	xmlwrite_end(xml);
	xmlwrite_end(xml);
}

static void write_party(struct xmlwrite *xml, const char *role, const char *name)
{
	xmlwrite_begin(xml, role);
	add_text(xml, "Nm", name);
	add_within(xml, "PstlAdr", "Ctry", "NO");
	xmlwrite_end(xml);
}

/* `currency` NULL: it is not told. */
static void write_account(struct xmlwrite *xml, const char *role, const char *account,
			  const char *currency)
{
	xmlwrite_begin(xml, role);
	xmlwrite_begin(xml, "Id");
	write_other(xml, account, "BBAN");
	xmlwrite_end(xml);
	xmlwrite_add(xml, "Ccy", currency);
	xmlwrite_end(xml);
}

static void write_kind(struct xmlwrite *xml)
{
	xmlwrite_begin(xml, "PmtTpInf");
	xmlwrite_add(xml, "InstrPrty", "NORM");
	add_within(xml, "SvcLvl", "Cd", "NURG");
	add_within(xml, "CtgyPurp", "Cd", "SUPP");
	xmlwrite_end(xml);
}

static void write_day(struct xmlwrite *xml, const struct edition *edition, int32_t days)
{
	char day[DATE_TEXT_SIZE];

	date_format_iso(days, day);
	if (edition->has_choice_of_day)
		add_within(xml, "ReqdExctnDt", "Dt", day);
	else
		xmlwrite_add(xml, "ReqdExctnDt", day);
}

static void write_debtor(struct xmlwrite *xml, const struct edition *edition,
			 const struct pain_file *file)
{
	write_party(xml, "Dbtr", file->debtor);
	write_account(xml, "DbtrAcct", file->debtor_account, "NOK");
	xmlwrite_begin(xml, "DbtrAgt");
	add_within(xml, "FinInstnId", edition->bic, file->debtor_bic);
	xmlwrite_end(xml);
}

static void write_kid(struct xmlwrite *xml, const char *kid)
{
	xmlwrite_begin(xml, "Strd");
	xmlwrite_begin(xml, "CdtrRefInf");
	xmlwrite_begin(xml, "Tp");
	add_within(xml, "CdOrPrtry", "Cd", "SCOR");
	xmlwrite_end(xml);
	xmlwrite_add(xml, "Ref", kid);
	xmlwrite_end(xml);
	xmlwrite_end(xml);
}

static void write_remittance(struct xmlwrite *xml, const struct pain_payment *payment)
{
	if (payment->kid == NULL && payment->text == NULL)
		return;
	xmlwrite_begin(xml, "RmtInf");
	if (payment->kid != NULL)
		write_kid(xml, payment->kid);
	else
		add_text(xml, "Ustrd", payment->text);
	xmlwrite_end(xml);
}

static void write_payment(struct xmlwrite *xml, const struct pain_payment *payment)
{
	xmlwrite_begin(xml, "CdtTrfTxInf");
	xmlwrite_begin(xml, "PmtId");
	xmlwrite_add(xml, "InstrId", payment->id);
	xmlwrite_add(xml, "EndToEndId", payment->id);
	xmlwrite_end(xml);
	xmlwrite_begin(xml, "Amt");
	xmlwrite_begin(xml, "InstdAmt");
	xmlwrite_attribute(xml, "Ccy", "NOK");
	add_kroner(xml, payment->amount_ore);
	xmlwrite_end(xml);
	xmlwrite_end(xml);
	write_party(xml, "Cdtr", payment->creditor);
	write_account(xml, "CdtrAcct", payment->account, NULL);
	write_remittance(xml, payment);
	xmlwrite_end(xml);
}

static void write_block(struct xmlwrite *xml, const struct edition *edition,
			const struct pain_file *file, const struct total *total)
{
	xmlwrite_begin(xml, "PmtInf");
	xmlwrite_addf(xml, "PmtInfId", "%s-1", file->message_id);
	xmlwrite_add(xml, "PmtMtd", "TRF");
	xmlwrite_add(xml, "BtchBookg", "false");
	write_total(xml, total);
	write_kind(xml);
	write_day(xml, edition, file->executes_on);
	write_debtor(xml, edition, file);
	xmlwrite_add(xml, "ChrgBr", "SLEV");
	for (size_t i = 0; i < file->n; i++)
		write_payment(xml, &file->payments[i]);
	xmlwrite_end(xml);
}

static void write_file(const struct pain_file *file, const struct total *total, struct buf *out)
{
	const struct edition *edition = &editions[file->version];
	struct xmlwrite xml;

	xmlwrite_init(&xml);
	xmlwrite_begin(&xml, "Document");
	xmlwrite_attribute(&xml, "xmlns", edition->namespace);
	xmlwrite_begin(&xml, "CstmrCdtTrfInitn");
	write_header(&xml, file, total);
	write_block(&xml, edition, file, total);
	xmlwrite_fini(&xml, out);
}

enum pain_fault pain001_write(const struct pain_file *file, struct buf *out, size_t *payment_out)
{
	struct total total = {0};
	enum pain_fault fault = check_file(file);

	if (fault == PAIN_OK)
		fault = check_payments(file, &total, payment_out);
	if (fault == PAIN_OK)
		fault = check_ids(file, payment_out);
	if (fault != PAIN_OK)
		return fault;
	write_file(file, &total, out);
	return buf_overflowed(out) ? PAIN_TOO_LARGE : PAIN_OK;
}
