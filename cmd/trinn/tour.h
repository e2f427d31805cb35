/*
 * The main path of the product, played over HTTP as each role in turn.
 *
 * The steps are data, an array of objects in a file of sql/reference:
 *
 *	say     what the person does, in words
 *	as      the person's subject, of the example county
 *	do      "POST /v1/calls"
 *	body    the content; a text that is only "${name}" takes the value's own type
 *	match   name of the ETag to send as If-Match, or "*"
 *	expect  the status that must come
 *	find    an item of the answer: {"in": "items", "member": "code", "is": "x"}; may be missing
 *	keep    values to keep of the answer, or of what was found: {"name": "items.0.id"}
 *	etag    name to keep the ETag under
 *	show    what to print of the answer or of what was found, see tour_show.h
 *	print   true: print the answer whole
 *	until   a place in the answer: ask again until there is something, for a while
 *	save    name of a file of the state folder that the answer is put into
 *	table   print a list of the answer as a table, see tour_table.c
 *	if      a name: skip the step unless it is kept
 *	unless  a name: skip the step if it is kept
 *
 * or headings, {"heading": "text"}, with `if` and `unless` like steps. Texts of `as`, `do`, `body`
 * and `find` take the place of ${name} from what was kept. Known from the start are ${run}, which
 * differs each time, ${year}, ${nextYear}, ${yearAfter}, ${lastYear}, the fourth from ${year},
 * ${today}, ${today+N}, N days later, and on the main path ${workshopBegan}, ${workshopOver} and
 * ${workshopMinutes} of one that has been held today. {"base64": ["line", ...]} in a body is the
 * content of a file of these lines. ETags have names of their own.
 */
#ifndef TRINN_CMD_TRINN_TOUR_H
#define TRINN_CMD_TRINN_TOUR_H

#include <stdbool.h>
#include <stdint.h>

#include <curl/curl.h>
#include <jansson.h>

#include "cmd/trinn/devkey.h"

/* The programmes, lines, areas and accounts that everything else rests on. */
#define TOUR_SET_UP "set_up.json"

struct tour {
	struct trinn *trinn;
	struct arena *arena; /* of what is asked and answered */
	struct devkey key;
	uint16_t port;
	CURL *curl;
	json_t *kept;
	json_t *etags;
	json_t *tokens;	     /* by subject */
	json_t *people;	     /* their descriptions, by subject */
	const char *subject; /* who acted last; NULL after a heading */
	int number;	     /* of the last step */
	int64_t took_us;     /* all answers that were shown */
	int32_t today;
	bool is_silent; /* prints no steps */
};

struct tour_request {
	const char *subject;
	const char *method;
	const char *path;
	json_t *body;	   /* NULL for none */
	const char *match; /* NULL for none */
};

/* Texts are in the arena. */
struct tour_answer {
	long status;
	int64_t took_us;
	const char *etag; /* NULL if there is none */
	const char *text; /* NUL-terminated, which it may hold others of */
	size_t len;
	json_t *json;  /* NULL if it is not JSON; the caller's */
	json_t *found; /* what the step looks for in it, or all of it; borrowed, NULL if missing */
};

/* Makes ready to play on that day, with the development issuer's key. What was begun is ended by
 * tour_end(), also after an error, which is said. */
bool tour_begin(struct tour *tour, struct trinn *trinn, int32_t today) MUST_USE;
void tour_end(struct tour *tour);

/* What is in sql/reference/<name>; the caller's, NULL after an error. */
json_t *tour_load(struct tour *tour, const char *name) MUST_USE;

/* Plays the steps of that file, or those given. */
bool tour_play(struct tour *tour, const char *name) MUST_USE;
bool tour_play_steps(struct tour *tour, json_t *steps) MUST_USE;

/* Deletes what tours saved. */
void tour_remove(struct trinn *trinn);

/* Sends one request. False, and nothing to release, after an error that was said. */
bool tour_send(struct tour *tour, const struct tour_request *request,
	       struct tour_answer *answer_out) MUST_USE;

/* `template` with every ${name} replaced, in the arena; NULL after an error for a name that is not
 * kept. */
const char *tour_fill(struct tour *tour, const char *template) MUST_USE;

/* The same for the texts within a JSON value: a fresh one, NULL after an error. */
json_t *tour_fill_json(struct tour *tour, json_t *template) MUST_USE;

/* "items.0.id" within a value, borrowed; NULL if there is no such place. */
json_t *tour_find(struct tour *tour, json_t *value, const char *path);

#endif
