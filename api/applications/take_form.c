/* A draft moves to the form in force, and its applicant is told which answers do not fit that. */
#include "api/applications/applications.h"

#include "api/applications/commands.h"
#include "api/applications/form.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/arena.h"

#define MISFITS_BYTES_MAX (1024 * 1024)

static void find_misfits(struct act *act, struct problems *misfits)
{
	const struct application_facts *facts = act->facts;

	if (facts->newer_form != NULL)
		form_check(facts->newer_form, facts->answers, misfits);
}

static void decide(struct act *act)
{
	decide_take_form(act->facts, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct application_facts *facts = act->facts;

	q_take_form(segment, act->id, act->version, facts->call.form_version);
	application_record(act, segment, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	struct req *r = act->r;
	struct problems misfits;
	struct buf list;

	problems_init(&misfits, r->arena);
	find_misfits(act, &misfits);
	buf_init(&list, MISFITS_BYTES_MAX);
	problems_write_list(&misfits, r->language, &list);
	q_reply_taken_form(segment, r->key_operation, r->key, r->fingerprint, act->command->status,
			   act->id, req_keep(r, &list, NULL));
}

const struct command take_form = {
	.action = "take-form",
	.operation = OP_TAKE_FORM,
	.facts = &application_facts_shape,
	.status = 200,
	.load = application_load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
	.caution = find_misfits,
};

void op_take_form(struct req *r)
{
	command_run(r, &take_form, req_id(r, 0), NULL);
}
