/* The kinds of set-up change: what each takes, which rule it follows, what it makes. */
#ifndef TRINN_API_SETUP_KINDS_H
#define TRINN_API_SETUP_KINDS_H

#include "api/command/command.h"
#include "api/setup/setup.h"

/* What a path names and the proposal adds to: its kind of guard, and its member of the content. */
struct setup_whole {
	const char *kind;
	const char *member;
};

struct setup_kind {
	const char *name;                /* as stored, and the kind of guard of what it makes */
	const struct setup_whole *whole; /* what that is a part of; NULL: of nothing */
	const char *title_member;        /* of the content, shown as the change's title */
	int operation;                   /* enum operation_id of the proposal */
	const struct shape *content;
	setup_rule_fn *decide;
	void (*insert)(struct db_segment *segment, int64_t id, const char *content);
	bool has_money; /* what it makes brings appropriations, to be posted */
};

/* NULL if there is none of that name. */
const struct setup_kind *setup_kind_find(const char *name);
const struct setup_kind *setup_kind_of_operation(int operation);

#endif
