/* What waits for whom: the database asks the state machines, in one of the caller's roles after the
 * other, and this puts together what it finds. */
#include <stdlib.h>
#include <string.h>

#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/request.h"
#include "lib/base/buf.h"

#define TASKS_BYTES_MAX (8 * 1024 * 1024)

struct task {
	const char *key; /* by which they are put in order; the same of one thing to do */
	int role;        /* of the caller's, from 0 */
	const char *json;
};

struct inbox {
	const struct pg_result *roles;
	const char *act_as; /* as it was asked for */
	int n_roles;
	int role;
	struct task *tasks;
	size_t n;
	const char *deciding; /* operations, for PostgreSQL: "{settleAppeal,...}" */
};

static int compare(const void *a, const void *b)
{
	const struct task *x = a;
	const struct task *y = b;
	int by_key = strcmp(x->key, y->key);

	return by_key != 0 ? by_key : x->role - y->role;
}

/* What waits in several roles is told once, in the first. Of each role came one more than a page
 * takes, so that the page is whole, and what is left over says that there is another. */
static void reply_tasks(struct req *r, struct inbox *inbox)
{
	int64_t left = req_limit(r);
	const char *last = NULL;
	bool has_more = false;
	struct buf items;

	qsort(inbox->tasks, inbox->n, sizeof(*inbox->tasks), compare);
	buf_init(&items, TASKS_BYTES_MAX);
	buf_addc(&items, '[');
	for (size_t i = 0; i < inbox->n; i++) {
		const struct task *task = &inbox->tasks[i];

		if (last != NULL && strcmp(task->key, last) == 0)
			continue;
		if (left-- == 0) {
			has_more = true;
			break;
		}
		if (items.len > 1)
			buf_addc(&items, ',');
		buf_adds(&items, task->json);
		last = task->key;
	}
	buf_addc(&items, ']');
	r->act_as = inbox->act_as;
	req_reply_items(r, req_keep(r, &items, NULL), has_more ? last : NULL);
}

/* What no one may do whose superior is disqualified. */
static const char *deciding_operations(struct arena *arena)
{
	const char *text = "{";

	for (int i = 0; i < OPERATION_COUNT; i++)
		if (operations[i].step == STEP_DECIDES)
			text = arena_printf(arena, "%s%s%s", text, text[1] == '\0' ? "" : ",",
					    operations[i].name);
	return arena_printf(arena, "%s}", text);
}

static void ask(struct req *r);

static void on_tasks(struct req *r, struct db_result *result)
{
	struct inbox *inbox = r->state;
	const struct pg_result *rows = db_rows(result, 1);

	for (int i = 0; i < db_n_rows(rows); i++)
		inbox->tasks[inbox->n++] = (struct task){
			.key = db_text(rows, i, 0),
			.role = inbox->role,
			.json = db_text(rows, i, 1),
		};
	if (++inbox->role < inbox->n_roles)
		ask(r);
	else
		reply_tasks(r, inbox);
}

/* Each role has a transaction of its own, which no other's caller has left anything in. */
static void ask(struct req *r)
{
	struct inbox *inbox = r->state;
	struct db_segment *segment;

	if (inbox->n_roles > 0)
		r->act_as = db_text(inbox->roles, inbox->role, 0);
	segment = req_segment(r, DB_READ);
	q_list_tasks(segment, req_query(r, "whose"), req_query(r, "operationId"),
		     req_query(r, "overdue"), inbox->deciding, req_language(r), r->after,
		     req_limit(r));
	req_run(r, segment, on_tasks);
}

/* Whoever has none is refused when asked for. */
static void on_roles(struct req *r, struct db_result *result)
{
	struct inbox *inbox = arena_alloc(r->arena, sizeof(*inbox));
	size_t n_roles;

	*inbox = (struct inbox){
		.roles = db_rows(result, 0),
		.act_as = r->act_as,
		.deciding = deciding_operations(r->arena),
	};
	inbox->n_roles = db_n_rows(inbox->roles);
	n_roles = inbox->n_roles > 0 ? (size_t)inbox->n_roles : 1;
	inbox->tasks =
		arena_alloc(r->arena, n_roles * (size_t)(req_limit(r) + 1) * sizeof(*inbox->tasks));
	r->state = inbox;
	ask(r);
}

void op_list_tasks(struct req *r)
{
	req_run(r, req_fitting_roles(r), on_roles);
}
