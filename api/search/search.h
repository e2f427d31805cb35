/*
 * Searching the cases that the caller may read.
 *
 * What was typed becomes terms: case numbers and organisation numbers in whatever writing, and
 * words. The database looks for all of them, each word by its Norwegian stem, as a name and as the
 * beginning of a name (trinn.search_query()), among what the caller may read, and ranks the newest
 * of what it finds (trinn.find_cases()).
 */
#ifndef TRINN_API_SEARCH_SEARCH_H
#define TRINN_API_SEARCH_SEARCH_H

struct arena;

/* The terms of `q`, UTF-8, as JSON: ["number", "2026/00034", "26/34"], ["number", "974760673",
 * "974 760 673"], the canonical writing first, or ["word", "bedrifter"]. Of signs alone there are
 * none. */
const char *search_terms(const char *q, struct arena *arena);

#endif
