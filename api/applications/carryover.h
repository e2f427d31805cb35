/*
 * Carry-over: what a new application takes along from an earlier one of the same applicant in the
 * same programme, so that nobody writes again what has been written.
 *
 * Whatever the applicant wrote is taken along, or told with the reason why not; nothing comes in
 * that the new call does not ask for. Nothing of the county's goes along, and nothing that others
 * have confirmed: partners are asked anew, and what a source of money has promised was promised to
 * another application. Title and track the new one says itself.
 */
#ifndef TRINN_API_APPLICATIONS_CARRYOVER_H
#define TRINN_API_APPLICATIONS_CARRYOVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/applications/facts.h"
#include "api/problems/problems.h"

struct arena;

struct carried_partner {
	int64_t id;              /* that it will have with the new application */
	int64_t organisation_id; /* 0: the register has it no more */
	const char *orgnr;
	const char *name;
	const char *task;
};

struct carry_source {
	int64_t id;
	int64_t programme_id;
	bool is_destroyed;
	const char *content;     /* JSON: answers, firms, ... as the application tells them */
	const char *form;        /* JSON Schema, that its answers are labelled by */
	struct carried_partner *partners;
	size_t n_partners;
};

/* The new call. */
struct carry_target {
	int64_t *stages;
	size_t n_stages;
	const char **cost_groups;
	size_t n_cost_groups;
	struct application_line line;
	const char *form;        /* JSON Schema */
};

/* What was not taken along. */
struct not_carried {
	const char *pointer;     /* into the earlier content */
	const char *label[2];    /* by enum language */
	const char *why;         /* "no_field": a word "carry.no_field" of words.def */
};

struct carry_over {
	const char *answers, *firms, *fagpartnere, *costs, *finance; /* JSON */
	const char *starts_on, *ends_on, *new_content;               /* NULL: none */
	const struct carried_partner **partners;                     /* to be asked */
	size_t n_partners;
	struct not_carried *left;
	size_t n_left;
};

extern const struct shape carry_source_shape;
extern const struct shape carry_target_shape;

/* Fits the one into the other. Partners are asked by the applicant's own people alone:
 * `asks_partners`. All texts are in the arena. */
void carry_over(const struct carry_source *from, const struct carry_target *to, int32_t today,
		bool asks_partners, struct arena *arena, struct carry_over *out);

/* As a JSON array in both languages: pointer, label, code, why. NULL if nothing was left. */
const char *not_carried_json(const struct carry_over *carried, struct arena *arena);

/* NOT_CARRIED of each. */
void tell_not_carried(const struct carry_over *carried, enum language language,
		      struct problems *warnings);

#endif
