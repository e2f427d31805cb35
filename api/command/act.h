/* What command.c and permitted.c share; but for their tests nobody else includes it. */
#ifndef TRINN_API_COMMAND_ACT_H
#define TRINN_API_COMMAND_ACT_H

#include "api/command/command.h"

struct act *act_new(struct req *r, const struct command *command, int64_t id, const void *input);

/* Reads the row of a load into act->facts. False, and logged, if the two texts do not fit each
 * other. */
bool act_read_facts(struct act *act, const struct pg_result *rows);

/* Adds what stands in the way, to problems begun; of a case that is destroyed that alone. */
void act_decide(struct act *act);

/* Appends, as JSON, what may be done with the thing whose facts act->facts are, and what stands in
 * the way of the rest. */
void act_write_permitted(struct act *act, const struct command *const *commands, size_t n,
			 struct buf *out);

#endif
