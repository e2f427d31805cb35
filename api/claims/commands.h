/* Claiming is one of the things that may be done with a grant. */
#ifndef TRINN_API_CLAIMS_COMMANDS_H
#define TRINN_API_CLAIMS_COMMANDS_H

#include "api/command/command.h"

/* Its facts begin with a struct grant_facts, on which the other commands on a grant decide. */
extern const struct command create_claim;

#endif
