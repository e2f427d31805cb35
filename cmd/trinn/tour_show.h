/*
 * What a step looks like: a line for who acts, where that changes, one for what was asked and
 * answered, and one for each fault of a refusal.
 *
 * `show` of a step is a text in which {path} stands for a value of the answer, see
 * tour_add_value().
 */
#ifndef TRINN_CMD_TRINN_TOUR_SHOW_H
#define TRINN_CMD_TRINN_TOUR_SHOW_H

#include "cmd/trinn/tour.h"
#include "lib/base/buf.h"

/* Adds a value of an answer as it is read: of an amount in kroner if `path` ends in "Ore", of a
 * share in per cent if it ends in "BasisPoints", of a date in Norwegian form, of a list the number
 * of items, and "-" for none. */
void tour_add_value(struct buf *line, const char *path, const json_t *value);

/* Columns of `text` on a screen. */
size_t tour_count_columns(const char *text);

/* Prints what `table` of a step says of the answer. */
void tour_print_table(struct tour *tour, json_t *table, json_t *answer);

/* Prints the step: who, what was asked and what was answered. */
bool tour_show(struct tour *tour, json_t *step, const struct tour_request *request,
	       const struct tour_answer *answer) MUST_USE;

#endif
