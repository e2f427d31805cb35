/* What commands on a call share: they load the same facts and answer with the same document. */
#ifndef TRINN_API_CALLS_COMMANDS_H
#define TRINN_API_CALLS_COMMANDS_H

#include "api/command/command.h"

extern const struct shape call_facts_shape;

void call_load(struct act *act, struct db_segment *segment);
void call_reply(struct act *act, struct db_segment *segment);
void call_record(struct act *act, struct db_segment *segment, const char *reason,
		 const char *detail);

#define CALL_COMMAND(name, op, decide_fn, apply_fn)                                                \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &call_facts_shape, .status = 200,    \
		.load = call_load, .decide = (decide_fn), .apply = (apply_fn),                     \
		.reply = call_reply                                                                \
	}

extern const struct command add_form;
extern const struct command approve_form;
extern const struct command reject_form;

#endif
