/* Of the part amendments, for the permitted actions of a grant. Its facts begin with those of a
 * grant. */
#ifndef TRINN_API_AMENDMENTS_COMMANDS_H
#define TRINN_API_AMENDMENTS_COMMANDS_H

#include "api/command/command.h"

extern const struct command ask_amendment;

#endif
