/* What may be done with an enrolment before and between its stages: each makes something of its
 * own, decided on the facts of the enrolment. */
#ifndef TRINN_API_MOBILISATION_COMMANDS_H
#define TRINN_API_MOBILISATION_COMMANDS_H

#include "api/command/command.h"

extern const struct command note_contact;
extern const struct command ask_handover;
extern const struct command begin_assessment;

#endif
