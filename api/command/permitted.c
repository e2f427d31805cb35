#include "api/command/act.h"

#include <string.h>

#include "api/command/disqualified.h"
#include "api/operations.gen.h"
#include "api/problems/words.h"

#define PERMITTED_BYTES_MAX (1024 * 1024)

struct permitted {
	const struct command *const *commands;
	size_t n;
	struct act *act;
};

/* The same decide as the command itself, without its input. */
static void decide_bare(struct act *act, const struct command *command)
{
	const struct operation *op = &operations[command->operation];
	const struct caller *caller = act->facts;

	act->command = command;
	act->effects = arena_alloc(act->r->arena, command->effects_size + 1);
	problems_init(&act->problems, act->r->arena);
	if (!operation_is_for(op, caller->role))
		problems_add(&act->problems, PROBLEM_ROLE_NOT_ALLOWED, NULL,
			     words_roles(&act->problems, op->roles), NULL);
	act_decide(act);
}

static void write_reasons(const struct problems *reasons, enum language language, struct buf *out)
{
	for (size_t i = 0; i < reasons->n; i++) {
		const struct problem *problem = &reasons->list[i];

		buf_addf(out, "%s{\"code\":\"%s\",\"detail\":", i == 0 ? "" : ",",
			 problem_slug(problem->code));
		problem_write_text(problem, language, out);
		buf_addc(out, '}');
	}
}

static void write_action(struct act *act, struct buf *out)
{
	buf_addf(out, "{\"action\":\"%s\",\"operationId\":\"%s\",\"permitted\":%s,\"reasons\":[",
		 act->command->action, operations[act->command->operation].name,
		 problems_any(&act->problems) ? "false" : "true");
	write_reasons(&act->problems, act->r->language, out);
	buf_adds(out, "]}");
}

void act_write_permitted(struct act *act, const struct command *const *commands, size_t n,
			 struct buf *out)
{
	buf_adds(out, "{\"actions\":[");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(out, ',');
		decide_bare(act, commands[i]);
		write_action(act, out);
	}
	buf_adds(out, "],\"warnings\":[");
	problems_init(&act->problems, act->r->arena);
	if (commands[0]->warn != NULL && !act->is_destroyed)
		commands[0]->warn(act, &act->problems);
	if (!act->is_destroyed)
		warn_disqualified(act, commands, n);
	write_reasons(&act->problems, act->r->language, out);
	buf_adds(out, "]}");
}

static void reply_permitted(struct permitted *p)
{
	struct req *r = p->act->r;
	struct buf out;

	buf_init(&out, PERMITTED_BYTES_MAX);
	act_write_permitted(p->act, p->commands, p->n, &out);
	req_reply_written(r, &out);
}

static void on_own_cases(struct req *r, struct db_result *result)
{
	struct permitted *p = r->state;

	if (read_own_cases(p->act, db_rows(result, result->n - 1)))
		reply_permitted(p);
	else
		req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
}

static void on_loaded(struct req *r, struct db_result *result)
{
	struct permitted *p = r->state;
	const struct pg_result *rows = db_rows(result, result->n - 1);
	struct db_segment *segment;

	if (db_n_rows(rows) == 0) {
		req_refuse_missing(r);
		return;
	}
	if (!act_read_facts(p->act, rows)) {
		req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
		return;
	}
	if (!may_be_own_case(p->act)) {
		reply_permitted(p);
		return;
	}
	segment = req_segment(r, DB_READ);
	load_own_cases(p->act, segment);
	req_run(r, segment, on_own_cases);
}

void command_permitted(struct req *r, const struct command *const *commands, size_t n, int64_t id)
{
	struct permitted *p = arena_alloc(r->arena, sizeof(*p));
	struct db_segment *segment = req_segment(r, DB_READ);

	p->commands = commands;
	p->n = n;
	p->act = act_new(r, commands[0], id, NULL);
	p->act->tells = true;
	commands[0]->load(p->act, segment);
	r->state = p;
	req_run(r, segment, on_loaded);
}
