/* What all commands on an enrolment share: they load the same facts and answer with the same
 * document. Asking for a waiver and beginning a deliverable are among them, and make something. */
#ifndef TRINN_API_ENROLMENTS_COMMANDS_H
#define TRINN_API_ENROLMENTS_COMMANDS_H

#include "api/command/command.h"
#include "api/enrolments/enrolments.h"

extern const struct command recommend_stage;
extern const struct command enrol_firm;
extern const struct command take_place;
extern const struct command start_stage;
extern const struct command complete_stage;
extern const struct command finish_enrolment;
extern const struct command drop_out;
extern const struct command re_enter;
extern const struct command ask_gate_waiver;
extern const struct command begin_deliverable;

#define ENROLMENT_COMMAND(name, op, load_fn, decide_fn, apply_fn)                                  \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &enrolment_facts_shape,              \
		.effects_size = sizeof(struct enrol_effects), .status = 200, .load = (load_fn),    \
		.decide = (decide_fn), .apply = (apply_fn), .reply = enrolment_reply               \
	}

void enrolment_load(struct act *act, struct db_segment *segment);
void enrolment_reply(struct act *act, struct db_segment *segment);

/* Records a step of the enrolment, of which the firm is told. */
void enrolment_record(struct act *act, struct db_segment *segment, const char *reason,
		      const char *detail);

#endif
