/* How an amount falls on the lines that finance a call, and what there is of each: of a year, what
 * is available, and what of that is spoken for in other cases (0061_spoken_for.sql). */
#ifndef TRINN_API_DECISIONS_LINES_H
#define TRINN_API_DECISIONS_LINES_H

#include <stddef.h>
#include <stdint.h>

struct application_facts;
struct arena;
struct available_facts;
struct decision_facts;
struct decision_line;
struct problems;

/* One part for each line, by its share. */
int64_t *parts_by_line(const struct decision_facts *facts, int64_t amount_ore, struct arena *arena);

/* What such a part takes of the year: not what the line grants already, or gets back of another. */
int64_t taken_of_line(const struct decision_line *line, int64_t year, int64_t part_ore);

int64_t ore_of_year(const struct available_facts *years, size_t n, int64_t year);

/* The line with the year, in words. */
const char *line_of_year(const struct decision_line *line, int64_t year, struct arena *arena);

/* Adds LINE_SHORT of each line that has less left for the amount than it takes, once others have
 * what is recommended or proposed for them. Year 0: this one. */
void tell_short_lines(const struct application_facts *facts, int64_t amount_ore, int64_t year,
		      struct problems *warnings);

#endif
