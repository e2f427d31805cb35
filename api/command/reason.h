/* The body {"reason": "..."} of commands that must say why. */
#ifndef TRINN_API_COMMAND_REASON_H
#define TRINN_API_COMMAND_REASON_H

#include "api/command/command.h"

struct reason_input {
	const char *reason;
};

extern const struct shape reason_shape;

/* The reason of a command whose input is a reason. */
const char *reason_of(const struct act *act);

#endif
