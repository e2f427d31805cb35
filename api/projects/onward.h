/*
 * What a project applies for elsewhere to be carried out, and what came of it: noted by the hub,
 * and corrected with what it was kept. One to BIO may be tied to the firm's own application to the
 * county, and has its answer from there. Amounts are øre, dates days of lib/base/date.h.
 */
#ifndef TRINN_API_PROJECTS_ONWARD_H
#define TRINN_API_PROJECTS_ONWARD_H

#include <stdbool.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct project_facts;

/* An application onward that waits for its answer; there is one for each who may be asked. What is
 * tied to the firm's own application to the county waits for nobody to enter its answer. */
struct open_onward {
	int64_t id;
	const char *sent_to, *sent_to_name;
	int32_t sent_on;
	int64_t applied_ore;
};

struct onward_input {
	const char *sent_to;	  /* innovasjon_norge, bio ... */
	const char *sent_to_name; /* of another */
	int64_t application_id;	  /* the firm's own to the county */
	bool has_application;
	int32_t sent_on;
	int64_t applied_ore;
};

struct onward_answer {
	const char *outcome; /* granted, part_granted, rejected, withdrawn */
	int64_t granted_ore;
	int32_t answered_on;
};

struct answer_input {
	const char *sent_to, *sent_to_name;
	struct onward_answer answer;
};

/* All of it, as it is to be. */
struct corrected_onward_input {
	int64_t onward_id;
	struct onward_input sent;
	struct onward_answer answer;
	bool has_answer;
	const char *reason;
};

struct answer_effects {
	int64_t onward_id;
};

/* Not before it is planned, nor sent before there was a project; whoever has not answered yet is
 * not asked again, and another is named. `input` is NULL to ask only whether it may be done; so
 * below. */
void decide_apply_onward(const struct project_facts *facts, const struct onward_input *input,
			 struct problems *problems);

/* All of what was applied for, a part of it or nothing, as the outcome says. Answers come also
 * after the project has begun, or has been given up. */
void decide_answer_onward(const struct project_facts *facts, const struct answer_input *input,
			  struct answer_effects *effects, struct problems *problems);

/* What was entered wrong, also after the project has ended; what it was is kept with the reason. */
void decide_correct_onward(const struct project_facts *facts,
			   const struct corrected_onward_input *input, struct problems *problems);

#endif
