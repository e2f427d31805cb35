/* Versions of a call's form: written by one, put in force by another once the call is open. */
#ifndef TRINN_API_CALLS_FORMS_H
#define TRINN_API_CALLS_FORMS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct call_facts;

/* A version of the form that waits for a second person. */
struct proposed_form {
	int64_t version;
	int64_t made_by;
};

struct new_form_input {
	const char *form;            /* JSON Schema */
	const char *reason;
	const char *content;         /* the whole body, JSON */
};

struct form_choice {
	int64_t version;
	const char *reason;          /* NULL where it is approved */
};

/* Whether a new form is in force at once: nobody can have begun by the old one. */
bool form_needs_nobody_else(const struct call_facts *facts);

/* One at a time waits; whoever wants it otherwise has it rejected first. */
void decide_add_form(const struct call_facts *facts, struct problems *problems);

/* By another than who made it: all applicants are to be asked the same (forvaltningsloven's demand
 * of equal treatment), and a change in the middle is seen by two. */
void decide_approve_form(const struct call_facts *facts, const struct form_choice *choice,
			 struct problems *problems);
void decide_reject_form(const struct call_facts *facts, const struct form_choice *choice,
			struct problems *problems);

#endif
