/* What the commands on an evaluation share: they load the same facts and answer with the same
 * document. */
#ifndef TRINN_API_EVALUATIONS_COMMANDS_H
#define TRINN_API_EVALUATIONS_COMMANDS_H

#include "api/command/command.h"

void evaluation_load(struct act *act, struct db_segment *segment);
void evaluation_reply(struct act *act, struct db_segment *segment);

/* Audit and outbox of what was done; it is the county's own. */
void evaluation_record(struct act *act, struct db_segment *segment, const char *reason,
		       const char *detail);

extern const struct command hand_in_scores;
extern const struct command consolidate_evaluation;

#endif
