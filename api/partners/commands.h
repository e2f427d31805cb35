/* The command of partners that is one on an application. */
#ifndef TRINN_API_PARTNERS_COMMANDS_H
#define TRINN_API_PARTNERS_COMMANDS_H

#include "api/command/command.h"

/* Among what may be done with an application it is decided on the application's facts. */
extern const struct command add_partner;

#endif
