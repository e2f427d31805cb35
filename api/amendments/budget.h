/*
 * The budget that a grant stands on, and what moves within it.
 *
 * A line is what one organisation bears of one cost group. What moves is approved costs, and some
 * may be given back, or what was may come back on appeal: their sum stays but for that, and the
 * rate that the grant pays. Nothing moves that a line has not, nor what is claimed of its group or
 * of its organisation, as claims are held against these; claims that were made stand. A group that
 * gets more comes to no more of all
 * costs than the scheme lets it. Amounts are øre; a partner that is NULL is the recipient.
 */
#ifndef TRINN_API_AMENDMENTS_BUDGET_H
#define TRINN_API_AMENDMENTS_BUDGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct arena;
struct shape;

struct budget_place {
	const char *cost_group;
	const char *partner; /* orgnr */
};

struct budget_move {
	struct budget_place from, to;
	int64_t amount_ore;
	bool has_from; /* else it comes back */
	bool has_to;   /* else it is given back */
};

struct budget_line {
	struct budget_place place;
	int64_t budget_ore;
	int64_t claimed_ore; /* of claims that were not rejected: may be more */
};

/* A cost group of the call. */
struct line_group {
	const char *cost_group;
	const char *name;
	bool earmarked;
	int64_t max_share_bp; /* of all costs */
	bool has_cap;
};

/* A partner of the grant. One that has left bears what was claimed of its part. */
struct line_partner {
	const char *orgnr;
	const char *name;
	bool has_left;
};

struct budget {
	const char *lead;          /* orgnr of the recipient */
	struct budget_line *lines; /* one for each place; where nothing was, none need be */
	size_t n_lines;
	struct line_group *groups;
	size_t n_groups;
	struct line_partner *partners;
	size_t n_partners;
};

struct budget_sum {
	int64_t budget_ore;
	int64_t claimed_ore;
};

/* The budget with the moves made, its lines in the arena. A line may be below nothing in it. */
struct budget budget_after(const struct budget *before, const struct budget_move *moves, size_t n,
			   struct arena *arena);

int64_t whole_sum(const struct budget *budget);
struct budget_sum group_sum(const struct budget *budget, const char *cost_group);
struct budget_sum bearer_sum(const struct budget *budget, const char *partner);

/* In the same order. */
bool are_same_moves(const struct budget_move *a, size_t n_a, const struct budget_move *b,
		    size_t n_b);

void check_moves(const struct budget *before, const struct budget_move *moves, size_t n,
		 struct problems *problems);

extern const struct shape budget_move_shape;

#endif
