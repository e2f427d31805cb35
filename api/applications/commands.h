/* What all commands on an application share: they load the same facts and answer with the same
 * document. */
#ifndef TRINN_API_APPLICATIONS_COMMANDS_H
#define TRINN_API_APPLICATIONS_COMMANDS_H

#include "api/command/command.h"
#include "api/command/reason.h"

void application_load(struct act *act, struct db_segment *segment);
void application_reply(struct act *act, struct db_segment *segment);

/* Audit and outbox of what was done to the application; the applicant is told. */
void application_record(struct act *act, struct db_segment *segment, const char *reason);

/* A command without effects of its own to keep between decide and apply. */
#define APPLICATION_COMMAND(name, op, decide_fn, apply_fn)                                         \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &application_facts_shape,            \
		.status = 200, .load = application_load, .decide = (decide_fn),                    \
		.apply = (apply_fn), .reply = application_reply                                    \
	}

extern const struct shape application_line_shape;
extern const struct shape cost_line_shape;
extern const struct shape finance_line_shape;

extern const struct command take_form;
extern const struct command submit_application;
extern const struct command withdraw_application;
extern const struct command enter_withdrawal;
extern const struct command return_application;
extern const struct command resume_application;
extern const struct command take_application;
extern const struct command assign_application;

/* Of the part evaluations: */
extern const struct command begin_evaluation;

/* Of the part decisions: */
extern const struct command recommend_application;
extern const struct command assure_recommendation;
extern const struct command send_back_application;
extern const struct command decide_application;
extern const struct command release_decision;

/* Of the part hearings: */
extern const struct command hear_party;
extern const struct command exempt_hearing;

/* Of the part reversals: */
extern const struct command propose_reversal;

/* Of the part appeals: */
extern const struct command lodge_appeal;
extern const struct command ask_grounds;
extern const struct command give_grounds;
extern const struct command note_notice;

/* Of the part preliminaryanswers: */
extern const struct command send_preliminary_answer;

#endif
