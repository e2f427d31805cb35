/*
 * Calls (utlysninger): prepared by a caseworker with a form, opened, closed. Dates are days of
 * lib/base/date.h in Norway.
 */
#ifndef TRINN_API_CALLS_CALLS_H
#define TRINN_API_CALLS_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/calls/forms.h"
#include "api/command/caller.h"
#include "api/problems/problems.h"

/* One of those that finance a call. */
struct call_line {
	const char *name;
	const char *state;
	const char **applicant_kinds;
	size_t n_applicant_kinds;
	bool county_only;
	int32_t valid_from, valid_to; /* of its legal basis */
};

struct call_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int32_t opens_on, closes_on;
	int64_t line_id;             /* of a call being made; absent if there is no such line */
	bool has_line;
	int64_t programme_id;
	bool has_programme;
	int64_t predecessor_programme_id; /* absent if there is no such call */
	bool has_predecessor;
	int64_t *known_lines;        /* of those it is to be financed by */
	size_t n_known_lines;
	struct call_line *lines;     /* of a call that is made, its own line first */
	size_t n_lines;
	const char **cost_groups;    /* of the funding line */
	size_t n_cost_groups;
	int64_t *stages;             /* of the programme */
	size_t n_stages;
	int64_t next_form_version;
	struct proposed_form proposed_form;
	bool has_proposed_form;
};

struct line_share {
	int64_t funding_line_id;
	int64_t share_bp;
};

struct call_input {
	int64_t funding_line_id;
	struct line_share *lines;    /* the call's own first, whole where none is named */
	size_t n_lines;
	int64_t *stages;
	size_t n_stages;
	const char **cost_groups;
	size_t n_cost_groups;
	int32_t opens_on, closes_on;
	int32_t release_on;          /* when its decisions are made known together */
	int64_t predecessor_id;      /* the call that it follows */
	bool has_release, has_predecessor;
	const char *form;            /* JSON Schema */
	const char *content;         /* the whole body, JSON */
};

/* A criterion of the county's library that was named. */
struct known_criterion {
	int64_t id;
	const char *code;            /* that all its editions have */
	const char *kind;            /* requirement or quality */
	bool is_active;
};

struct call_evaluation_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	struct known_criterion *criteria;
	size_t n_criteria;
};

struct call_criterion {
	int64_t id;
	int64_t weight_bp;
	int64_t minimum;             /* the score below which nothing is granted */
	bool has_minimum;
};

struct call_evaluation_input {
	int64_t scale;               /* the highest score */
	int64_t *requirements;
	size_t n_requirements;
	struct call_criterion *criteria;
	size_t n_criteria;
	const char *content;         /* the whole body, JSON */
};

/* A call offers stages of its programme and may follow a call of that; it has cost groups of its
 * line, which finances it first; shares come to the whole. Its form is checked as a schema. */
void decide_create_call(const struct call_facts *facts, const struct call_input *input,
			struct problems *problems);

/* Before it opens: applicants are told what they will be judged by (bestemmelser om økonomistyring
 * 6.3.1). The weights of what is quality come to the whole. */
void decide_save_call_evaluation(const struct call_evaluation_facts *facts,
				 const struct call_evaluation_input *input,
				 struct problems *problems);

/* The lines that finance it take the same applicants, and their legal bases are valid on the same
 * of its days: whoever applies can be granted money of all of them or of none. */
void decide_open_call(const struct call_facts *facts, struct problems *problems);
void decide_close_call(const struct call_facts *facts, struct problems *problems);

#endif
