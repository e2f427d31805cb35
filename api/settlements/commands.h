/* Settling is one of the things that may be done with a grant. The facts are those of a grant. */
#ifndef TRINN_API_SETTLEMENTS_COMMANDS_H
#define TRINN_API_SETTLEMENTS_COMMANDS_H

#include "api/command/command.h"

extern const struct command settle_grant;
extern const struct command confirm_settlement;
extern const struct command return_settlement;

#endif
