/* A creditor sends a file of its bank. */
#include <inttypes.h>
#include <openssl/sha.h>
#include <string.h>

#include "api/bankfiles/bankfiles.h"
#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/base64.h"
#include "lib/base/buf.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"

#define PAYMENTS_BYTES_MAX (1024 * 1024)

void op_get_bank_file(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_bank_file_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_bank_files(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_bank_files(segment, req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field owed_fields[] = {
	SHAPE_FIELD(struct owed, id, "id", I64),
	SHAPE_OR_NULL(struct owed, kid, "kid", TEXT),
	SHAPE_FIELD(struct owed, state, "state", TEXT),
	SHAPE_FIELD(struct owed, open_ore, "openOre", I64),
	SHAPE_FIELD(struct owed, firm_id, "firmId", I64),
	SHAPE_FIELD(struct owed, raised_on, "raisedOn", DATE),
};
const struct shape owed_shape = SHAPE(struct owed, owed_fields);

static const struct shape_field perhaps_fields[] = {
	SHAPE_FIELD(struct bank_perhaps, payment, "payment", I64),
	SHAPE_FIELD(struct bank_perhaps, entry_id, "entryId", I64),
};
static const struct shape perhaps_shape = SHAPE(struct bank_perhaps, perhaps_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct bank_file_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct bank_file_facts, today, "today", DATE),
	SHAPE_FIELD(struct bank_file_facts, id, "id", I64),
	SHAPE_OPTIONAL(struct bank_file_facts, same_file, "sameFile", I64, has_same_file),
	SHAPE_OR_NULL(struct bank_file_facts, other_account, "otherAccount", TEXT),
	SHAPE_LIST(struct bank_file_facts, known, n_known, "known", I64),
	SHAPE_OBJECTS(struct bank_file_facts, perhaps, n_perhaps, "perhaps", &perhaps_shape),
	SHAPE_LIST(struct bank_file_facts, reversed, n_reversed, "reversed", I64),
	SHAPE_LIST(struct bank_file_facts, reversing, n_reversing, "reversing", I64),
	SHAPE_OBJECTS(struct bank_file_facts, owed, n_owed, "owed", &owed_shape),
};
static const struct shape facts_shape = SHAPE(struct bank_file_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct bank_file_input, name, "name", TEXT),
	SHAPE_FIELD(struct bank_file_input, content, "content", TEXT),
};
static const struct shape input_shape = SHAPE(struct bank_file_input, input_fields);

static void write_text(struct buf *out, const char *name, const char *text)
{
	if (text == NULL)
		return;
	buf_addf(out, ", \"%s\": ", name);
	json_write_string(text, out);
}

static void write_match(struct buf *out, const struct bank_match *match)
{
	if (match->owed != NULL)
		buf_addf(out, ", \"copaymentId\": %" PRId64, match->owed->id);
	if (match->perhaps_id != 0)
		buf_addf(out, ", \"perhapsId\": %" PRId64, match->perhaps_id);
	write_text(out, "why", match->why);
}

/* `match` is NULL before it is known. */
static void write_payment(struct buf *out, const struct bankfile_payment *payment,
			  const struct bank_match *match)
{
	char day[DATE_TEXT_SIZE];

	date_format_iso(payment->booked_on, day);
	buf_addf(out, "%s{\"bookedOn\": \"%s\", \"amountOre\": %" PRId64, out->len > 1 ? ", " : "",
		 day, payment->amount_ore);
	buf_addf(out, ", \"isMade\": %s, \"isReversal\": %s", payment->is_made ? "true" : "false",
		 payment->is_reversal ? "true" : "false");
	write_text(out, "currency", payment->currency == NULL ? "NOK" : payment->currency);
	write_text(out, "reference", payment->reference);
	write_text(out, "kid",
		   match != NULL && match->owed != NULL ? match->owed->kid : payment->kid);
	write_text(out, "payer", payment->payer);
	write_text(out, "message", payment->message);
	for (size_t i = 0; match == NULL && i < payment->n_text_kids; i++)
		buf_addf(out, "%s\"%s\"", i == 0 ? ", \"textKids\": [" : ", ",
			 payment->text_kids[i]);
	if (match == NULL && payment->n_text_kids > 0)
		buf_addc(out, ']');
	if (match != NULL)
		write_match(out, match);
	buf_addc(out, '}');
}

/* What was written, in the arena; NULL if it did not fit. */
static const char *finish(struct req *r, struct buf *out)
{
	char *text = buf_take(out, NULL);

	if (text == NULL)
		buf_fini(out);
	else
		arena_own(r->arena, text, base_free);
	return text;
}

/* The payments as JSON: those that are not known yet, with what they pay, or, without `matches`,
 * all of them, which bound those. */
static const char *payments_json(struct req *r, const struct bankfile *file,
				 const struct bank_match *matches)
{
	struct buf out;

	buf_init(&out, matches == NULL ? PAYMENTS_BYTES_MAX : BUF_UNBOUNDED);
	buf_addc(&out, '[');
	for (size_t i = 0; i < file->n; i++)
		if (matches == NULL || (!matches[i].is_known && !matches[i].is_skipped))
			write_payment(&out, &file->payments[i],
				      matches == NULL ? NULL : &matches[i]);
	buf_addc(&out, ']');
	return finish(r, &out);
}

static const char *accounts_json(struct req *r, const struct bankfile *file)
{
	struct buf out;

	buf_init(&out, BUF_UNBOUNDED);
	buf_addc(&out, '[');
	for (size_t i = 0; i < file->n_accounts; i++) {
		buf_adds(&out, i == 0 ? "" : ", ");
		json_write_string(file->accounts[i], &out);
	}
	buf_addc(&out, ']');
	return finish(r, &out);
}

/* Reads the file that the content stands for. */
static void read_content(struct req *r, struct bank_file_input *input)
{
	size_t text_len = strlen(input->content);
	size_t cap = BASE64URL_DECODED_LEN(text_len);
	uint8_t *bytes = arena_alloc(r->arena, cap + 1);
	unsigned char digest[SHA256_DIGEST_LENGTH];
	char *sha256 = arena_alloc(r->arena, HEX_SIZE(sizeof(digest)));
	size_t len;

	input->is_base64 = base64_decode(input->content, text_len, bytes, cap, &len);
	if (!input->is_base64)
		len = 0;
	SHA256(bytes, len, digest);
	hex_encode(digest, sizeof(digest), sha256);
	input->sha256 = sha256;
	input->fault =
		bankfile_read((const char *)bytes, len, r->arena, &input->file, &input->line);
	if (input->fault != BANKFILE_OK) {
		input->file.n = 0;
		input->file.n_accounts = 0;
	}
	input->payments_json = payments_json(r, &input->file, NULL);
	input->accounts_json = accounts_json(r, &input->file);
	if (input->payments_json == NULL)
		input->fault = BANKFILE_TOO_MANY;
}

static void load(struct act *act, struct db_segment *segment)
{
	const struct bank_file_input *input = act->input;

	q_load_bank_file(segment, input->sha256, input->file.format, input->accounts_json,
			 input->payments_json);
}

static void decide(struct act *act)
{
	decide_read_bank_file(act->facts, act->input, act->effects, &act->problems);
}

/* What each co-payment got, told in its own case too. */
static void record_payments(struct act *act, struct db_segment *segment)
{
	const struct bank_file_facts *facts = act->facts;
	const struct bank_file_input *input = act->input;
	const struct bank_file_effects *effects = act->effects;

	for (size_t i = 0; i < facts->n_owed; i++) {
		const struct owed *owed = &facts->owed[i];
		int64_t paid_ore = 0;

		for (size_t j = 0; j < input->file.n; j++)
			if (effects->matches[j].owed != NULL &&
			    effects->matches[j].owed->id == owed->id)
				paid_ore += input->file.payments[j].amount_ore;
		if (paid_ore > 0)
			act_record(act, segment,
				   &(struct act_event){
					   "copayment", owed->id, "copayment", owed->id, NULL,
					   arena_printf(act->r->arena,
							"{\"amountOre\": %" PRId64 "}", paid_ore),
					   owed->firm_id});
	}
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct bank_file_facts *facts = act->facts;
	const struct bank_file_input *input = act->input;
	const struct bank_file_effects *effects = act->effects;

	q_insert_bank_file(segment, facts->id, input->file.format, input->sha256, input->name,
			   (int32_t)effects->n_known,
			   (int32_t)(input->file.skipped + effects->n_skipped),
			   (int32_t)input->file.unbooked);
	q_insert_bank_entries(segment, facts->id,
			      payments_json(act->r, &input->file, effects->matches));
	q_pay_copayments(segment, facts->id, (int64_t)effects->n_matched);
	q_new_guard(segment, "bank_file", facts->id);
	act_record(act, segment,
		   &(struct act_event){
			   "bank_file", facts->id, "bank_file", facts->id, NULL,
			   arena_printf(act->r->arena, "{\"payments\": %zu, \"matched\": %zu}",
					input->file.n - effects->n_skipped, effects->n_matched),
			   0});
	record_payments(act, segment);
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct bank_file_facts *facts = act->facts;

	act_reply(act, segment, q_reply_bank_file, "/v1/bank-files", facts->id);
}

static const struct command read_bank_file = {
	.action = "book",
	.operation = OP_READ_BANK_FILE,
	.facts = &facts_shape,
	.effects_size = sizeof(struct bank_file_effects),
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_read_bank_file(struct req *r)
{
	struct bank_file_input *input = req_input(r, &input_shape);

	read_content(r, input);
	command_run(r, &read_bank_file, 0, input);
}
