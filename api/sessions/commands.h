/* Commands of this part that are offered by what sessions are part of. */
#ifndef TRINN_API_SESSIONS_COMMANDS_H
#define TRINN_API_SESSIONS_COMMANDS_H

#include "api/command/command.h"

extern const struct command plan_cohort_session;
extern const struct command plan_network_session;
extern const struct command plan_interview;

#endif
