/* What a person chooses for their own e-mail, and how an address is confirmed. */
#include <ctype.h>
#include <inttypes.h>

#include "api/command/command.h"
#include "api/notifications/notifications.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/secret.h"
#include "lib/base/arena.h"
#include "lib/mail/message.h"

void op_get_notification_settings(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_notification_settings_document(segment);
	req_run_document(r, segment);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct settings_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct settings_facts, id, "id", I64),
	SHAPE_FIELD(struct settings_facts, is_new, "isNew", BOOL),
	SHAPE_OR_NULL(struct settings_facts, address, "address", TEXT),
	SHAPE_OR_NULL(struct settings_facts, asked_address, "askedAddress", TEXT),
	SHAPE_FIELD(struct settings_facts, code_id, "codeId", I64),
	SHAPE_OR_NULL(struct settings_facts, code_sha256, "codeSha256", TEXT),
	SHAPE_FIELD(struct settings_facts, is_expired, "isExpired", BOOL),
	SHAPE_FIELD(struct settings_facts, tries, "tries", I64),
	SHAPE_FIELD(struct settings_facts, tries_max, "triesMax", I64),
	SHAPE_FIELD(struct settings_facts, codes_by_person, "codesByPerson", I64),
	SHAPE_FIELD(struct settings_facts, codes_by_person_max, "codesByPersonMax", I64),
	SHAPE_FIELD(struct settings_facts, codes_to_address, "codesToAddress", I64),
	SHAPE_FIELD(struct settings_facts, codes_to_address_max, "codesToAddressMax", I64),
};
static const struct shape facts_shape = SHAPE(struct settings_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct settings_input, language, "language", TEXT),
	SHAPE_FIELD(struct settings_input, by_email, "byEmail", TEXT),
	SHAPE_OR_NULL(struct settings_input, address, "address", TEXT),
};
static const struct shape input_shape = SHAPE(struct settings_input, input_fields);

static void record(struct act *act, struct db_segment *segment)
{
	const struct settings_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"notification_settings", facts->id, "notification_settings",
				       facts->id, NULL, NULL, 0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct req *r = act->r;

	q_reply_notification_settings(segment, r->key_operation, r->key, r->fingerprint,
				      act->command->status, NULL);
}

static void load(struct act *act, struct db_segment *segment)
{
	(void)act;
	q_load_notification_settings(segment, NULL);
}

static void load_saving(struct act *act, struct db_segment *segment)
{
	const struct settings_input *input = act->input;

	q_load_notification_settings(segment, input->address);
}

static void decide_saving(struct act *act)
{
	const struct settings_input *input = act->input;

	if (input->address != NULL && !mail_is_address(input->address))
		problems_add(&act->problems, PROBLEM_EMAIL_ADDRESS_UNFIT, "#/address", NULL, NULL);
	decide_save_settings(act->facts, input, act->effects, &act->problems);
}

static void apply_saving(struct act *act, struct db_segment *segment)
{
	const struct settings_facts *facts = act->facts;
	const struct settings_input *input = act->input;
	const struct settings_effects *effects = act->effects;

	if (facts->is_new) {
		q_insert_notification_settings(segment, facts->id, input->language, input->by_email,
					       effects->asked_address);
		q_new_guard(segment, "notification_settings", facts->id);
	} else {
		q_change_notification_settings(segment, act->version, input->language,
					       input->by_email, effects->address,
					       effects->asked_address);
	}
	if (effects->is_asked_anew)
		q_ask_code(segment);
	record(act, segment);
}

static const struct command save = {
	.action = "save",
	.operation = OP_SAVE_NOTIFICATION_SETTINGS,
	.facts = &facts_shape,
	.effects_size = sizeof(struct settings_effects),
	.status = 200,
	.load = load_saving,
	.decide = decide_saving,
	.apply = apply_saving,
	.reply = reply,
};

void op_save_notification_settings(struct req *r)
{
	command_run(r, &save, 0, req_input(r, &input_shape));
}

static void decide_sending(struct act *act)
{
	decide_send_code(act->facts, &act->problems);
}

static void apply_sending(struct act *act, struct db_segment *segment)
{
	q_renew_notification_settings(segment, act->version);
	q_ask_code(segment);
	record(act, segment);
}

static const struct command send_code =
	COMMAND("send-code", OP_SEND_ADDRESS_CODE, decide_sending, apply_sending);

void op_send_address_code(struct req *r)
{
	command_run(r, &send_code, 0, NULL);
}

struct code_input {
	const char *code;
};

static const struct shape_field code_fields[] = {
	SHAPE_FIELD(struct code_input, code, "code", TEXT),
};
static const struct shape code_shape = SHAPE(struct code_input, code_fields);

/* As trinn.code_digest() has it, of a code as people write it: in lower case, in two halves. */
static const char *digest_of_code(const struct act *act)
{
	const struct settings_facts *facts = act->facts;
	const struct code_input *input = act->input;
	char *code = arena_strdup(act->r->arena, input->code);
	size_t n = 0;

	for (size_t i = 0; code[i] != '\0'; i++)
		if (isalnum((unsigned char)code[i]))
			code[n++] = (char)toupper((unsigned char)code[i]);
	code[n] = '\0';
	return text_digest(arena_printf(act->r->arena, "%" PRId64 " %s", facts->code_id, code),
			   act->r->arena);
}

static void decide_confirming(struct act *act)
{
	const struct settings_facts *facts = act->facts;
	bool fits = facts->code_sha256 != NULL &&
		    digest_equals(facts->code_sha256, digest_of_code(act));

	decide_confirm_address(facts, fits, &act->problems);
}

static void apply_confirming(struct act *act, struct db_segment *segment)
{
	q_use_code(segment, digest_of_code(act));
	q_confirm_address(segment, act->version);
	record(act, segment);
}

static const struct command confirm =
	COMMAND("confirm", OP_CONFIRM_ADDRESS, decide_confirming, apply_confirming);

static void confirm_next(struct req *r, struct db_result *result)
{
	(void)result;
	command_run(r, &confirm, 0, r->state);
}

/* The try is counted in a transaction of its own: it stays counted when it is refused. */
void op_confirm_address(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_WRITE);

	r->state = req_input(r, &code_shape);
	q_try_code(segment);
	req_run(r, segment, confirm_next);
}
