/*
 * The example county's past: three years of its programmes, made day by day by requests to the
 * daemon, as the persons concerned, on a cluster that is in the past (past.h). What may not be is
 * refused here as to anybody, and ends the making.
 *
 * The same seed gives the same on the same day. Who acts and what is asked are scenes, steps of
 * tour.h under names in sql/reference/history.json; who, when and whether is drawn here.
 */
#ifndef TRINN_CMD_TRINN_HISTORY_HISTORY_H
#define TRINN_CMD_TRINN_HISTORY_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/trinn/history/people.h"
#include "cmd/trinn/tour.h"
#include "lib/base/dice.h"
#include "lib/base/list.h"

#define HISTORY_YEARS 3

/* What is said at the end. */
#define HISTORY_COUNTS(X)                                                                          \
	X(members, "member firms")                                                                 \
	X(prospects, "prospects")                                                                  \
	X(interviews, "interviews")                                                                \
	X(cohorts, "cohorts")                                                                      \
	X(enrolled, "enrolled in a stage")                                                         \
	X(completed, "stages completed")                                                           \
	X(dropped, "dropped out")                                                                  \
	X(back, "back after dropping out")                                                         \
	X(bio, "BIO grants")                                                                       \
	X(handovers, "handed over")                                                                \
	X(waivers, "gates waived")                                                                 \
	X(projects, "projects")                                                                    \
	X(sampled, "cases sampled")

struct history {
	struct trinn *trinn;
	struct tour tour; /* its arena is of one day */
	struct dice dice;
	json_t *scenes;
	struct people people;
	struct {
		const char *id;
		const char *line;
		struct list waiting; /* of struct place, for stage 2 */
	} programmes[N_PROGRAMMES];
	struct {
		const char *call; /* that is open, or was last */
		int32_t closes_on;
	} bio;
	struct list payments; /* of struct payment, that the bank is to be told of */
	int32_t first, last; /* days, both of them part of it */
	int first_year;
	struct list *days; /* of struct plan, by day from the first */
	bool has_forgotten; /* some hub has: a report that holds back its claim */
	bool failed;	   /* an error was said, and nothing is done any more */
	int n_requests;
	/* Of what comes in turn. */
	int n_copayments[HISTORY_YEARS]; /* each year anew */
	int n_strangers, n_advanced, n_trained, n_accounts, n_asked;
#define X(name, words) int n_##name;
	HISTORY_COUNTS(X)
#undef X
};

typedef void history_step(struct history *history, void *about);

/* Lets `run` have its turn on that day, after what is planned for it already. A day that has passed
 * is today; one after the last never comes. */
void history_plan(struct history *history, int32_t day, history_step *run, void *about);

/* The day itself, or the Monday after; holidays are not known. */
int32_t history_working_day(int32_t day);

/* The same on the next working day from then. */
void history_plan_working(struct history *history, int32_t day, history_step *run, void *about);

/* What the scenes refer to by that name from here on. */
void history_tell(struct history *history, const char *name, const char *text);
void history_tell_number(struct history *history, const char *name, int64_t number);
void history_tell_day(struct history *history, const char *name, int32_t day);
void history_tell_json(struct history *history, const char *name, json_t *taken);

/* Tells one of the texts in the list of the scenes' file, with its names filled in. */
void history_tell_any(struct history *history, const char *name, const char *list);

void history_play(struct history *history, const char *scene);

/* What a scene has kept by that name, to the end; "" after an error. */
const char *history_kept(struct history *history, const char *name);

/* The same as JSON, borrowed; NULL if there is none. */
json_t *history_kept_json(struct history *history, const char *name);

/* Memory to the end. */
void *history_alloc(struct history *history, size_t size);

#endif
