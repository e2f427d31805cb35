#include "api/amendments/budget.h"

#include <string.h>

#include "api/applications/applications.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"

static bool is_same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool is_same_place(const struct budget_place *a, const struct budget_place *b)
{
	return is_same(a->cost_group, b->cost_group) && is_same(a->partner, b->partner);
}

/* The line of a place, added if there is none: the list has room for it. */
static struct budget_line *line_of(struct budget *budget, const struct budget_place *place)
{
	struct budget_line *line;

	for (size_t i = 0; i < budget->n_lines; i++)
		if (is_same_place(&budget->lines[i].place, place))
			return &budget->lines[i];
	line = &budget->lines[budget->n_lines++];
	*line = (struct budget_line){.place = *place};
	return line;
}

struct budget budget_after(const struct budget *before, const struct budget_move *moves, size_t n,
			   struct arena *arena)
{
	struct budget after = *before;

	after.lines = arena_alloc(arena, (before->n_lines + 2 * n + 1) * sizeof(*after.lines));
	for (size_t i = 0; i < before->n_lines; i++)
		after.lines[i] = before->lines[i];
	for (size_t i = 0; i < n; i++) {
		if (moves[i].has_from)
			line_of(&after, &moves[i].from)->budget_ore -= moves[i].amount_ore;
		if (moves[i].has_to)
			line_of(&after, &moves[i].to)->budget_ore += moves[i].amount_ore;
	}
	return after;
}

static void add_line(struct budget_sum *sum, const struct budget_line *line)
{
	sum->budget_ore += line->budget_ore;
	sum->claimed_ore += line->claimed_ore;
}

int64_t whole_sum(const struct budget *budget)
{
	int64_t ore = 0;

	for (size_t i = 0; i < budget->n_lines; i++)
		ore += budget->lines[i].budget_ore;
	return ore;
}

struct budget_sum group_sum(const struct budget *budget, const char *cost_group)
{
	struct budget_sum sum = {0};

	for (size_t i = 0; i < budget->n_lines; i++)
		if (is_same(budget->lines[i].place.cost_group, cost_group))
			add_line(&sum, &budget->lines[i]);
	return sum;
}

struct budget_sum bearer_sum(const struct budget *budget, const char *partner)
{
	struct budget_sum sum = {0};

	for (size_t i = 0; i < budget->n_lines; i++)
		if (is_same(budget->lines[i].place.partner, partner))
			add_line(&sum, &budget->lines[i]);
	return sum;
}

static const char *partner_name(const struct budget *budget, const char *orgnr)
{
	for (size_t i = 0; i < budget->n_partners; i++)
		if (is_same(budget->partners[i].orgnr, orgnr))
			return budget->partners[i].name;
	return orgnr;
}

static const char *group_name(const struct budget *budget, const char *cost_group)
{
	for (size_t i = 0; i < budget->n_groups; i++)
		if (is_same(budget->groups[i].cost_group, cost_group))
			return budget->groups[i].name;
	return cost_group;
}

/* What moves comes from and goes to groups of the call and organisations of the grant; to one that
 * has left nothing goes. */
static void check_place(const struct budget *budget, const struct budget_place *place, size_t i,
			bool is_end, struct problems *problems)
{
	const char **codes = arena_alloc(problems->arena, (budget->n_groups + 1) * sizeof(*codes));
	const char *end = is_end ? "to" : "from";
	bool is_known = place->partner == NULL;

	for (size_t j = 0; j < budget->n_groups; j++)
		codes[j] = budget->groups[j].cost_group;
	if (!words_contain(codes, budget->n_groups, place->cost_group))
		problems_at(problems, PROBLEM_COST_GROUP_UNKNOWN, place->cost_group,
			    words_list(problems, codes, budget->n_groups),
			    "#/moves/%zu/%s/costGroup", i, end);
	for (size_t j = 0; j < budget->n_partners; j++)
		is_known = is_known || (is_same(budget->partners[j].orgnr, place->partner) &&
					!(is_end && budget->partners[j].has_left));
	if (!is_known)
		problems_at(problems, PROBLEM_PARTNER_NOT_OF_GRANT, place->partner, NULL,
			    "#/moves/%zu/%s/partnerOrgnr", i, end);
}

static void tell_left(const char *name, int64_t left_ore, struct problems *problems)
{
	problems_add(problems, PROBLEM_MOVE_TOO_MUCH, "#/moves", name,
		     words_kroner(problems, left_ore > 0 ? left_ore : 0));
}

/* Of those that gave, none has less than is claimed. */
static void check_sum(const char *name, struct budget_sum before, struct budget_sum after,
		      struct problems *problems)
{
	if (after.budget_ore < before.budget_ore && after.budget_ore < before.claimed_ore)
		tell_left(name, before.budget_ore - before.claimed_ore, problems);
}

static void check_lines(const struct budget *before, const struct budget *after,
			struct problems *problems)
{
	for (size_t i = 0; i < after->n_lines; i++) {
		const struct budget_line *line = &after->lines[i];
		const char *partner = line->place.partner;
		int64_t had_ore = i < before->n_lines ? before->lines[i].budget_ore : 0;

		if (partner != NULL)
			partner = partner_name(after, partner);
		if (line->budget_ore < 0)
			tell_left(words_whose(problems, group_name(after, line->place.cost_group),
					      partner),
				  had_ore, problems);
	}
}

static void check_bearers_left(const struct budget *before, const struct budget *after,
			       struct problems *problems)
{
	check_sum("@recipient", bearer_sum(before, NULL), bearer_sum(after, NULL), problems);
	for (size_t i = 0; i < before->n_partners; i++) {
		const struct line_partner *partner = &before->partners[i];

		check_sum(partner->name, bearer_sum(before, partner->orgnr),
			  bearer_sum(after, partner->orgnr), problems);
	}
}

static void check_groups(const struct budget *before, const struct budget *after,
			 struct problems *problems)
{
	int64_t whole_ore = whole_sum(after);

	for (size_t i = 0; i < after->n_groups; i++) {
		const struct line_group *group = &after->groups[i];
		struct group_cap cap = {group->cost_group, group->name, group->max_share_bp};
		struct budget_sum had = group_sum(before, group->cost_group);
		struct budget_sum has = group_sum(after, group->cost_group);

		check_sum(group->name, had, has, problems);
		if (group->has_cap && has.budget_ore > had.budget_ore)
			check_group_cap(&cap, has.budget_ore, whole_ore, "#/moves", problems);
	}
}

static bool is_same_move(const struct budget_move *a, const struct budget_move *b)
{
	return is_same_place(&a->from, &b->from) && is_same_place(&a->to, &b->to) &&
	       a->amount_ore == b->amount_ore;
}

bool are_same_moves(const struct budget_move *a, size_t n_a, const struct budget_move *b,
		    size_t n_b)
{
	for (size_t i = 0; i < n_a && i < n_b; i++)
		if (!is_same_move(&a[i], &b[i]))
			return false;
	return n_a == n_b;
}

void check_moves(const struct budget *before, const struct budget_move *moves, size_t n,
		 struct problems *problems)
{
	struct budget after = budget_after(before, moves, n, problems->arena);

	for (size_t i = 0; i < n; i++) {
		if (moves[i].has_from)
			check_place(before, &moves[i].from, i, false, problems);
		if (moves[i].has_to)
			check_place(before, &moves[i].to, i, true, problems);
		if (moves[i].has_from && moves[i].has_to &&
		    is_same_place(&moves[i].from, &moves[i].to))
			problems_at(problems, PROBLEM_MOVE_NOWHERE, NULL, NULL, "#/moves/%zu/to",
				    i);
	}
	check_lines(before, &after, problems);
	check_bearers_left(before, &after, problems);
	check_groups(before, &after, problems);
}
