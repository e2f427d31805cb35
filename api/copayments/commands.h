/* Raising a co-payment is one of the things that may be done with an enrolment. */
#ifndef TRINN_API_COPAYMENTS_COMMANDS_H
#define TRINN_API_COPAYMENTS_COMMANDS_H

#include "api/command/command.h"

extern const struct command raise_copayment;

#endif
