/*
 * The same command on several cases in one request: one after another, each as if it had been
 * asked for by itself, so by all its rules and in a transaction of its own. One that is refused
 * leaves the others alone, and the reply tells of each as results.h does.
 *
 * The reply is kept with the key when all are through. What the service fails at on the way (5xx)
 * ends the request instead, and a repeat goes on from there: what was done is not done again.
 */
#ifndef TRINN_API_COMMAND_BULK_H
#define TRINN_API_COMMAND_BULK_H

#include <stddef.h>
#include <stdint.h>

struct command;
struct req;

/* One thing asked for, with what its own operation would have as If-Match and as its body. */
struct bulk_item {
	int64_t id;
	const char *etag;
	const void *input;
	const char *urgent; /* its member urgentGrounds; NULL: none */
};

struct bulk_plan {
	const struct command *command;
	const char *member;       /* that names the thing in the reply */
	const char *list, *body;  /* where a body is in the request: "#/<list>/0/<body>" */
	/* Where the command reads and notes what the parts before come to, which is not there to
	 * load if all are tried dry; NULL: no part touches another. */
	void *before;
};

/* `items` live as long as the request. */
void bulk_run(struct req *r, const struct bulk_plan *plan, const struct bulk_item *items, size_t n);

#endif
