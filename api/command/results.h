/*
 * A command on several things at once: each is done or refused by itself, and the reply tells of
 * each. Only if all are refused is the request refused, with what stands in the way of each; so is
 * a dry run of which one would be.
 */
#ifndef TRINN_API_COMMAND_RESULTS_H
#define TRINN_API_COMMAND_RESULTS_H

#include "api/command/command.h"

/* Of what is told of all. */
#define RESULTS_BYTES_MAX (8 * 1024 * 1024)

/* What stands in the way of each; the effects of such a command. */
struct results {
	struct problems *each;
	size_t n;
};

void results_init(struct results *results, size_t n, struct arena *arena);

/* After the decision: adds what stands in the way of each to the problems of the request, if
 * nothing is to be done. */
void results_settle(const struct results *results, bool dry_run, struct problems *problems);

/* [id, ...] of those that are to be done, of the ids asked for. */
const char *results_done(const struct results *results, const int64_t *ids, struct arena *arena);

/* [{"<member>": id, "done", "errors"}, ...] in the reader's language. */
const char *results_write(const struct results *results, const char *member, const int64_t *ids,
			  struct req *r);

#endif
