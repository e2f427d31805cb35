/*
 * How mature a firm is, digitally and in green matters: asked in an interview, by a questionnaire
 * that supports it, or in a survey the firm answers alone; before its stages, during and after.
 *
 * No score places a firm (programme.md 2): nothing here computes a stage. Dates are days of
 * lib/base/date.h, in Norway.
 */
#ifndef TRINN_API_MOBILISATION_ASSESSMENTS_H
#define TRINN_API_MOBILISATION_ASSESSMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/enrolments/facts.h"
#include "api/problems/problems.h"

struct new_assessment_input {
	const char *phase; /* before, during, after */
	int32_t held_on;
	const char *session_id; /* that it is made in, or NULL, here and below */
	const char *content; /* the whole body, JSON */
};

struct question {
	const char *id;
	const char *kind;     /* text, yes_no, scale, choice */
	const char *written;  /* digital, green: a yes_no that asks for that strategy; or NULL */
	const char **options; /* ids of a scale's and a choice's, as JSON */
	size_t n_options;
};

struct assessment_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t enrolment_id;
	int64_t hub_id, firm_id;
	bool has_interviewer; /* or the firm answered alone */
	bool is_handed_over;
	const char *phase;
	struct way_days days;
	int32_t held_on;
	const char *session_id; /* that it names */
	struct interview_made session; /* the one that it names, or is to name */
	bool has_session;
	int64_t n_answers;
	bool is_interview;
	int64_t n_judged; /* dimensions */
	struct question *questions;
	size_t n_questions;
};

struct answer {
	const char *question;
	const char *value;   /* JSON: a text or a boolean */
	const char *context; /* NULL: none */
};

struct assessment_input {
	int32_t held_on;
	const char *session_id;
	struct answer *answers;
	size_t n_answers;
	const char *dimensions; /* JSON; NULL: none was judged */
	bool digital_written, green_written; /* there is such a strategy in writing */
	bool has_digital_written, has_green_written;
	const char *content;
};

/* Before a firm begins in a stage, or after it began: what is compared must be in that order. Once
 * it has begun, what is held on that day is no longer before it; a draft keeps the day it has. A
 * firm is interviewed as it is won, some time before or after its hub registers it; older than a
 * year, an interview says nothing of where it begins.
 *
 * A survey is answered by the firm alone; with any other instrument a person of the hub asks. The
 * session it names is an interview of that hub with that firm on that day; it is begun and saved
 * while the interview goes on, and finished when it was held. */
void decide_begin_assessment(const struct enrolment_facts *facts,
			     const struct new_assessment_input *input, struct problems *problems);

/* Answers fit the questions, each once, and what is said of strategies in writing beside them.
 * Where somebody asked, each has its context, without which it cannot be compared with a later one;
 * dimensions are an interviewer's judgement and no firm's own. `input` is NULL to ask only whether
 * it may be saved. */
void decide_save_assessment(const struct assessment_facts *facts,
			    const struct assessment_input *input, struct problems *problems);

/* Not every question is asked of every firm, but one is, and an interview says how far the firm has
 * come in one dimension at least: it is what later ones are held against. With the first interview
 * that is finished a prospect is assessed: questionnaires fit small firms badly and support it
 * (programme.md 2), and what a firm answers alone tells its hub how it sees itself. */
void decide_finish_assessment(const struct assessment_facts *facts, struct problems *problems);

/* A draft, as long as it may be saved: what nobody will finish is else asked for in tasks for
 * ever. The row stays, as that of an application withdrawn does. */
void decide_discard_assessment(const struct assessment_facts *facts, struct problems *problems);

#endif
