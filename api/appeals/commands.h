/* What the commands on an appeal share: they load the same facts and answer with the same
 * document. */
#ifndef TRINN_API_APPEALS_COMMANDS_H
#define TRINN_API_APPEALS_COMMANDS_H

#include "api/command/command.h"

void appeal_load(struct act *act, struct db_segment *segment);
void appeal_reply(struct act *act, struct db_segment *segment);

/* Audit and outbox of what was done; the appellant is told. What was appealed against has it on
 * record too, where the case is told from beginning to end. */
void appeal_record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail);
/* Of what is the county's own until it is confirmed: nobody outside is told. */
void appeal_record_own(struct act *act, struct db_segment *segment, const char *reason,
		       const char *detail);

/* Which lines are short of what is proposed to be granted. */
void appeal_tell_short(struct act *act, struct problems *warnings);

#define APPEAL_COMMAND(name, op, decide_fn, apply_fn)                                              \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &appeal_facts_shape, .status = 200,  \
		.load = appeal_load, .decide = (decide_fn), .apply = (apply_fn),                   \
		.reply = appeal_reply                                                              \
	}

extern const struct command propose_appeal_leave;
extern const struct command propose_appeal_stay;
extern const struct command propose_appeal_costs;
extern const struct command reconsider_appeal;
extern const struct command enter_appeal_outcome;
extern const struct command settle_appeal;
extern const struct command send_back_appeal;

#endif
