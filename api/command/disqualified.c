#include "api/command/disqualified.h"

#include <string.h>

#include "api/command/command.h"
#include "api/command/facts.h"
#include "api/command/guards.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static bool is_on(const json_t *guard, const struct case_stood_back *from)
{
	return guard_is_changed(guard) &&
	       json_integer_value(json_array_get(guard, GUARD_ID)) == from->id &&
	       strcmp(json_string_value(json_array_get(guard, GUARD_KIND)), from->kind) == 0;
}

static bool is_own(const struct case_stood_back *from)
{
	return strcmp(from->how, "self") == 0 || strcmp(from->how, "party") == 0;
}

static bool binds(const struct act *act, const struct case_stood_back *from)
{
	enum operation_step step = operations[act->command->operation].step;

	if (step == STEP_ABOUT_PERSON)
		return false;
	if (!is_own(from))
		return step == STEP_DECIDES;
	return step != STEP_PREPARES || (act->input != NULL && act->urgent == NULL);
}

static void refuse(struct act *act, const struct case_stood_back *from)
{
	bool prepares = operations[act->command->operation].step == STEP_PREPARES;

	problems_add(&act->problems, PROBLEM_DISQUALIFIED, NULL,
		     arena_printf(act->r->arena, "@stands_back.%s%s", from->how,
				  prepares ? ".prepares" : ""),
		     NULL);
}

static bool is_on_any(const json_t *guards, const struct case_stood_back *from)
{
	const json_t *guard;
	size_t at;

	json_array_foreach (guards, at, guard)
		if (is_on(guard, from))
			return true;
	return false;
}

/* Grounds for not waiting are kept as a mark of who was disqualified, and so are nobody else's. */
static void refuse_on(struct act *act, const json_t *guards)
{
	const struct caller *caller = act->facts;
	bool is_urgent = false;

	for (size_t i = 0; i < caller->n_stands_back; i++) {
		const struct case_stood_back *from = &caller->stands_back[i];

		if (!is_on_any(guards, from))
			continue;
		if (binds(act, from)) {
			refuse(act, from);
			return;
		}
		is_urgent = is_urgent || is_own(from);
	}
	if (act->urgent != NULL && !is_urgent)
		problems_add(&act->problems, PROBLEM_NOT_DISQUALIFIED, "#/urgentGrounds", NULL,
			     NULL);
}

void open_to_urgent(const struct act *act, struct db_segment *segment)
{
	if (act->urgent != NULL && operations[act->command->operation].step == STEP_PREPARES)
		q_open_closed(segment);
}

void refuse_disqualified(struct act *act)
{
	const struct caller *caller = act->facts;
	json_t *guards;

	if (caller->n_stands_back == 0 && act->urgent == NULL)
		return;
	guards = guards_read(act->guards);
	refuse_on(act, guards);
	json_decref(guards);
}

static const struct command *find_preparing(const struct act *act,
					    const struct command *const *commands, size_t n)
{
	const struct caller *caller = act->facts;

	for (size_t i = 0; i < n; i++) {
		const struct operation *op = &operations[commands[i]->operation];

		if (op->step == STEP_PREPARES && operation_is_for(op, caller->role))
			return commands[i];
	}
	return NULL;
}

void warn_disqualified(struct act *act, const struct command *const *commands, size_t n)
{
	const struct command *preparing = find_preparing(act, commands, n);
	const struct caller *caller = act->facts;
	json_t *guards;

	if (caller->n_stands_back == 0 || preparing == NULL)
		return;
	act->command = preparing;
	guards = guards_read(act->guards);
	for (size_t i = 0; i < caller->n_stands_back; i++) {
		const struct case_stood_back *from = &caller->stands_back[i];

		if (is_own(from) && is_on_any(guards, from)) {
			refuse(act, from);
			break;
		}
	}
	json_decref(guards);
}

bool may_be_own_case(const struct act *act)
{
	const struct caller *caller = act->facts;

	return caller->serves_party;
}

void load_own_cases(struct act *act, struct db_segment *segment)
{
	q_load_own_cases(segment, act->guards);
}

bool read_own_cases(struct act *act, const struct pg_result *rows)
{
	struct caller *caller = act->facts;
	const struct caller *own = facts_read(&own_cases_shape, db_text(rows, 0, 0),
					      db_len(rows, 0, 0), "own cases", act->r->arena);
	size_t n = caller->n_stands_back;
	struct case_stood_back *all;

	if (own == NULL)
		return false;
	all = arena_alloc(act->r->arena, (n + own->n_stands_back + 1) * sizeof(*all));
	for (size_t i = 0; i < n; i++)
		all[i] = caller->stands_back[i];
	for (size_t i = 0; i < own->n_stands_back; i++)
		all[n + i] = own->stands_back[i];
	caller->stands_back = all;
	caller->n_stands_back = n + own->n_stands_back;
	return true;
}

const char *urgent_grounds(const struct act *act)
{
	const char *grounds = json_string_value(json_object_get(act->r->body, "urgentGrounds"));

	return grounds == NULL ? NULL : arena_strdup(act->r->arena, grounds);
}
