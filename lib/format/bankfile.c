#include "lib/format/bankfile.h"

#include <inttypes.h>
#include <openssl/sha.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/hex.h"
#include "lib/base/num.h"
#include "lib/base/utf8.h"
#include "lib/format/amount.h"
#include "lib/format/bankfile_reader.h"
#include "lib/format/decode.h"
#include "lib/format/kid.h"
#include "lib/format/line.h"

#define FIRST_DAY 10957		       /* 2000-01-01: no programme is older */
#define MADE_HEAD_BYTES 128	       /* of what is digested beside the texts */

const char *bankfile_fault_key(enum bankfile_fault fault)
{
	static const char *const keys[] = {
#define X(name, key) key,
		BANKFILE_FAULTS(X)
#undef X
	};

	return keys[fault];
}

void bankfile_fail(struct bankfile_reader *reader, enum bankfile_fault fault, size_t line)
{
	if (reader->fault != BANKFILE_OK)
		return;
	reader->fault = fault;
	reader->line = line;
}

bool bankfile_amount(const char *text, char point, int64_t *ore_out)
{
	return amount_read(text, point, AMOUNT_MAX_ORE, ore_out);
}

/* NULL for no text; else a copy of at most `max` bytes, whole characters, without control
 * characters. */
static const char *copy_cut(struct arena *arena, const char *text, size_t max)
{
	size_t len = text == NULL ? 0 : strnlen(text, max);
	char *copy;

	if (len == 0)
		return NULL;
	copy = arena_alloc(arena, len + 1);
	line_put(copy, len + 1, text);
	return copy;
}

static bool is_kid(const char *text)
{
	size_t len = strlen(text);
	size_t digits = strspn(text, NUM_DIGITS);

	return len >= 2 && len < KID_SIZE &&
	       (digits == len || (digits == len - 1 && text[digits] == '-'));
}

/* As people write it: "9100 0010 1000 0074". NULL if it is no KID without the blanks either. */
static const char *bare_kid(struct arena *arena, const char *text)
{
	char *bare = arena_alloc(arena, strlen(text) + 1);
	char *to = bare;

	for (; *text != '\0'; text++)
		if (strncmp(text, "\u00a0", 2) == 0)
			text++;
		else if (strchr(" \t\r\n", *text) == NULL)
			*to++ = *text;
	return is_kid(bare) ? bare : NULL;
}

static bool is_named(const struct bankfile_payment *payment, const char *kid)
{
	for (size_t i = 0; i < payment->n_text_kids; i++)
		if (strcmp(payment->text_kids[i], kid) == 0)
			return true;
	return false;
}

static void find_kids(struct arena *arena, const char *text, struct bankfile_payment *payment)
{
	size_t len;

	for (text += strcspn(text, NUM_DIGITS); *text != '\0';
	     text += len + strcspn(text + len, NUM_DIGITS)) {
		const char *kid;

		len = strspn(text, NUM_DIGITS);
		if (len >= KID_SIZE)
			continue;
		kid = arena_strndup(arena, text, len);
		if (!kid_is_valid(KID_MOD10, kid) || is_named(payment, kid))
			continue;
		if (payment->n_text_kids == BANKFILE_TEXT_KIDS_MAX) {
			payment->n_text_kids = 0;
			return;
		}
		payment->text_kids[payment->n_text_kids++] = kid;
	}
}

/* The message, with a `kid` that is none before it. */
static const char *whole_message(struct arena *arena, const struct bankfile_payment *payment,
				 const char *kid)
{
	if (payment->kid == NULL || kid != NULL)
		return payment->message;
	return payment->message == NULL
		       ? payment->kid
		       : arena_printf(arena, "%s %s", payment->kid, payment->message);
}

bool bankfile_currency(struct bankfile_payment *payment, const char *text)
{
	if (!amount_is_currency(text))
		return false;
	payment->currency = strcmp(text, "NOK") == 0 ? NULL : text;
	return true;
}

/* A digest of what is said of the payment, however the file writes it. */
static const char *digest_of(struct arena *arena, const struct bankfile_payment *payment)
{
	const char *const told[] = {payment->currency, payment->kid, payment->payer,
				    payment->message};
	unsigned char digest[SHA256_DIGEST_LENGTH];
	char *text = arena_alloc(arena, HEX_SIZE(sizeof(digest)));
	size_t len = MADE_HEAD_BYTES;
	struct buf said;

	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		len += told[i] == NULL ? 0 : strlen(told[i]);
	buf_init(&said, len);
	buf_addf(&said, "%" PRId32 ";%" PRId64, payment->booked_on, payment->amount_ore);
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
		buf_addf(&said, ";%zu:", told[i] == NULL ? 0 : strlen(told[i]));
		buf_adds(&said, told[i] == NULL ? "" : told[i]);
	}
	SHA256((const unsigned char *)buf_text(&said), said.len, digest);
	buf_fini(&said);
	hex_encode(digest, sizeof(digest), text);
	return text;
}

/* Numbered, if others of the file say the same. */
static const char *made_reference(struct bankfile_reader *reader,
				  const struct bankfile_payment *payment)
{
	const struct bankfile *file = reader->file;
	const char *digest = digest_of(reader->arena, payment);
	size_t number = 1;

	for (size_t i = 0; i < file->n; i++)
		number += file->payments[i].is_made &&
			  file->payments[i].is_reversal == payment->is_reversal &&
			  strncmp(file->payments[i].reference, digest, strlen(digest)) == 0;
	return number == 1 ? digest : arena_printf(reader->arena, "%s/%zu", digest, number);
}

void bankfile_add(struct bankfile_reader *reader, const struct bankfile_payment *payment,
		  size_t line)
{
	struct bankfile *file = reader->file;
	struct bankfile_payment *added = &file->payments[file->n];
	const char *kid, *message;

	if (payment->reference != NULL && strlen(payment->reference) > BANKFILE_REFERENCE_MAX)
		bankfile_fail(reader, BANKFILE_REFERENCE, line);
	else if (payment->booked_on < FIRST_DAY)
		bankfile_fail(reader, BANKFILE_DATE, line);
	else if (file->n == BANKFILE_PAYMENTS_MAX)
		bankfile_fail(reader, BANKFILE_TOO_MANY, line);
	if (reader->fault != BANKFILE_OK)
		return;
	kid = payment->kid == NULL ? NULL : bare_kid(reader->arena, payment->kid);
	message = whole_message(reader->arena, payment, kid);
	*added = *payment;
	added->kid = copy_cut(reader->arena, kid, KID_SIZE);
	added->payer = copy_cut(reader->arena, payment->payer, BANKFILE_PAYER_MAX);
	added->message = copy_cut(reader->arena, message, BANKFILE_MESSAGE_MAX);
	if (payment->currency != NULL)
		added->currency = arena_strdup(reader->arena, payment->currency);
	added->is_made = payment->reference == NULL;
	added->reference = added->is_made ? made_reference(reader, added)
					  : copy_cut(reader->arena, payment->reference,
						     BANKFILE_REFERENCE_MAX);
	file->n++;
	if (kid == NULL && message != NULL)
		find_kids(reader->arena, message, added);
}

static bool is_xml(const char *bytes, size_t len)
{
	while (len > 0 && strchr(" \t\r\n", *bytes) != NULL && *bytes != '\0') {
		bytes++;
		len--;
	}
	return len > 0 && *bytes == '<';
}

/* A table says nothing of its letters: what is not UTF-8 is in those of Windows and ISO, as banks'
 * older systems write. */
static void read_table(struct bankfile_reader *reader, const char *bytes, size_t len)
{
	struct decoder decoder;
	struct buf text;

	reader->file->format = "csv";
	decode_init(&decoder, utf8_is_valid(bytes, len) ? DECODE_UTF8 : DECODE_LATIN1);
	buf_init(&text, 2 * len + sizeof(decoder.held));
	if (decode_add(&decoder, bytes, len, &text))
		bankcsv_read(reader, buf_text(&text), text.len);
	else
		bankfile_fail(reader, BANKFILE_MALFORMED, 1);
	buf_fini(&text);
}

enum bankfile_fault bankfile_read(const char *bytes, size_t len, struct arena *arena,
				  struct bankfile *out, size_t *line_out)
{
	struct bankfile_reader reader = {.arena = arena, .file = out, .line = 1};

	*out = (struct bankfile){
		.payments = arena_alloc(arena, BANKFILE_PAYMENTS_MAX * sizeof(*out->payments)),
	};
	if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		len -= 3;
	}
	if (memchr(bytes, '\0', len) != NULL)
		bankfile_fail(&reader, BANKFILE_MALFORMED, 1);
	else if (is_xml(bytes, len))
		bankcamt_read(&reader, bytes, len);
	else
		read_table(&reader, bytes, len);
	*line_out = reader.line;
	return reader.fault;
}
