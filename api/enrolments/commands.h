/* What all commands on an enrolment share: they load the same facts and answer with the same
 * document. Asking for a waiver and beginning a deliverable are among them, and make something. */
#ifndef TRINN_API_ENROLMENTS_COMMANDS_H
#define TRINN_API_ENROLMENTS_COMMANDS_H

#include "api/command/command.h"

extern const struct command ask_gate_waiver;
extern const struct command begin_deliverable;

/* Records a step of the enrolment, of which the firm is told. */
void enrolment_record(struct act *act, struct db_segment *segment, const char *reason,
		      const char *detail);

#endif
