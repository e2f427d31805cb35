/* Commands of this part that permitted-actions of others offer too. */
#ifndef TRINN_API_COHORTS_COMMANDS_H
#define TRINN_API_COHORTS_COMMANDS_H

#include "api/cohorts/cohorts.h"
#include "api/command/command.h"

/* What every command on a cohort begins and ends with. */
void cohort_load(struct act *act, struct db_segment *segment);
void cohort_reply(struct act *act, struct db_segment *segment);
void cohort_record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail);

extern const struct command create_cohort;
extern const struct command add_firms;
extern const struct command remove_firms;

#endif
