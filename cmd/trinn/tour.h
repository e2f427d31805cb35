/*
 * The main path of the product, played over HTTP as each role in turn: what `make run` shows.
 *
 * The steps are data (sql/reference/main_path.json), an array of objects:
 *
 *	say     what happens, in words
 *	as      subject of the example county who does it
 *	do      "POST /v1/calls", with ${name} for what was kept
 *	body    the content; in its texts ${name} is replaced, and a text that is only "${name}" takes the value's own type
 *	expect  the status that must come
 *	keep    { name: "path.in.answer" }; "items.0.id" goes into a list
 *	etag    keep the answer's ETag under this name
 *	match   send the ETag kept under this name
 *	find    keep only the item of the page whose member has a value: { "member": "code", "is": "..." }; none is no fault
 *	show    names of members to show of the answer
 *	if, unless   a name: only if it is (not) kept
 *	print   print the answer whole
 *
 * Known from the start: ${run}, a number that differs each time; ${year}, ${nextYear}, ${yearAfter}; ${today}, and ${today+N} N days later.
 */
#ifndef TRINN_CMD_TRINN_TOUR_H
#define TRINN_CMD_TRINN_TOUR_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "cmd/trinn/devkey.h"
#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

struct tour {
	struct trinn *trinn;
	struct devkey key;
	uint16_t port;
	json_t *kept;
	int number;
};

/* An answer; `json` is NULL if it is none. */
struct tour_answer {
	long status;
	const char *etag;
	const char *text;
	json_t *json;
};

/* `template` with every ${name} replaced, in the arena; NULL after an error for a name that is not kept. */
const char *tour_fill(struct tour *tour, const char *template) MUST_USE;

/* The same within a JSON value: a fresh one, NULL after an error. */
json_t *tour_fill_json(struct tour *tour, const json_t *template) MUST_USE;

/* Sends one request as `subject`. False after an error that was said. */
bool tour_request(struct tour *tour, const char *subject, const char *method, const char *path, const json_t *body, const char *match,
	struct tour_answer *answer_out) MUST_USE;

#endif
