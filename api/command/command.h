/*
 * A change of state: load -> decide -> apply.
 *
 *	load    one statement reads all that the rule needs, with the version of every guard
 *	decide  a pure function of the part's rules.c: what stands in the way, or what happens
 *	apply   one segment: caller, key, guards, changes, audit and outbox, counters, reply
 *
 * Met a change of what it rested on, it loads and decides again. permitted-actions and dryRun stop
 * before apply. There is no other way to change anything.
 *
 * A load gives no row (404) or one: (facts json, version bigint, guards json). `facts` fits the
 * aggregate's shape, whose struct begins with a struct caller. `version` is what If-Match is held
 * against, NULL for things that are made. `guards` goes to lock_guards() as it is.
 */
#ifndef TRINN_API_COMMAND_COMMAND_H
#define TRINN_API_COMMAND_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "api/request/request.h"
#include "lib/json/shape.h"

struct act;

struct command {
	const char *action;                 /* "submit": its name in permitted-actions and audit */
	int operation;                      /* enum operation_id: whose roles may */
	const struct shape *facts;
	size_t effects_size;
	int status;                         /* of the reply */
	const char *made_in;                /* member that names in what; NULL: the path does */
	void (*load)(struct act *act, struct db_segment *segment);
	void (*decide)(struct act *act);
	void (*apply)(struct act *act, struct db_segment *segment);
	/* Adds the last statement: columns (status, location, etag, reply), from store_reply()
	 * around the document's own query. Mostly act_reply(). */
	void (*reply)(struct act *act, struct db_segment *segment);
	/* Of the first command of those that permitted-actions lists: adds what is no hindrance and
	 * yet to be known by whoever takes a step. NULL: nothing is. */
	void (*warn)(struct act *act, struct problems *warnings);
	/* The same of what is asked for, with its input: dryRun tells it. NULL: nothing is. */
	void (*caution)(struct act *act, struct problems *warnings);
};

/* A command on a thing that is there, in a file whose commands share `facts_shape`, load() and
 * reply(). */
#define COMMAND(name, op, decide_fn, apply_fn)                                                     \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &facts_shape, .status = 200,         \
		.load = load, .decide = (decide_fn), .apply = (apply_fn), .reply = reply           \
	}

/* One run of a command. */
struct act {
	struct req *r;
	const struct command *command;
	int64_t id;                         /* acted on; of a creation, what it is made in, or 0 */
	const void *input;                  /* NULL: only whether it may be done at all */
	const char *urgent;                 /* why one disqualified acts: disqualified.h; or NULL */
	void *before;                       /* of a part that is tried dry: bulk.h; or NULL */
	bool whole, tells;                  /* load the content, what is merely warned of, too */
	void *facts;
	void *effects;
	struct problems problems;
	const char *guards;
	int64_t version;
	int stale_left;
	int deadlocks_left;
	bool is_destroyed, was_outrun;      /* the case; what was decided on */
};

void command_run(struct req *r, const struct command *command, int64_t id, const void *input);

/* A part of a request, which has no body of its own. */
struct command_part {
	const void *input;
	const char *urgent; /* the grounds for not waiting that it was sent with; NULL: none */
	void *before;       /* see bulk.h */
};

void command_run_part(struct req *r, const struct command *command, int64_t id,
		      const struct command_part *part);

/* Answers what the caller may do with a thing now, and what stands in the way of the rest. All
 * commands share facts and load. */
void command_permitted(struct req *r, const struct command *const *commands, size_t n, int64_t id);

/* What was done to an object within a case. */
struct act_event {
	const char *case_kind;
	int64_t case_id;
	const char *object_kind;
	int64_t object_id;
	const char *reason; /* NULL: none was asked for */
	const char *detail; /* a JSON object; NULL: nothing more to tell */
	int64_t concerns;   /* the organisation outside the county to be told, 0 for none */
};

/* The detail of a step that proposes such an outcome. */
const char *act_outcome_detail(struct act *act, const char *outcome, int64_t amount_ore);

/* Adds its audit row and its outbox entry. */
void act_record(struct act *act, struct db_segment *segment, const struct act_event *event);
/* The same step in the trail of another case that it is a step in; nobody is told twice. */
void act_record_in(struct act *act, struct db_segment *segment, const char *case_kind,
		   int64_t case_id, const struct act_event *event);

/* Replies with the document of `id`, by its statement q_reply_x(). Of what was made, `path` says
 * where it is: in "/v1/claims"; NULL of what was there. */
void act_reply(struct act *act, struct db_segment *segment,
	       int (*q_reply)(struct db_segment *segment, const char *operation, const char *key,
			      const char *fingerprint, int32_t status, const char *location,
			      int64_t id),
	       const char *path, int64_t id);

#endif
