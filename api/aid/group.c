#include "api/aid/group.h"

#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/num.h"

bool *aid_no_enterprise(const struct aid_group *group, struct arena *arena)
{
	return arena_alloc(arena, group->n * sizeof(bool));
}

static bool is_controlled(const struct aid_group *group, const bool *set, size_t owned)
{
	int64_t votes_bp = 0;

	for (size_t i = 0; i < group->n_links; i++) {
		const struct aid_link *link = &group->links[i];

		if (link->owned != owned || !set[link->owner])
			continue;
		if (link->controls)
			return true;
		votes_bp += link->votes_bp;
	}
	return 2 * votes_bp > NUM_WHOLE_BP;
}

void aid_add_controlled(const struct aid_group *group, bool *set)
{
	bool is_more = true;

	while (is_more) {
		is_more = false;
		for (size_t i = 0; i < group->n; i++)
			if (!set[i] && is_controlled(group, set, i))
				set[i] = is_more = true;
	}
}

static bool has_common(const bool *a, const bool *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (a[i] && b[i])
			return true;
	return false;
}

/* Joins the enterprise to the set, with all that it controls (`own`, room for it), if any of that
 * is in the set. */
static bool join(const struct aid_group *group, size_t enterprise, bool *own, bool *set)
{
	memset(own, 0, group->n * sizeof(*own));
	own[enterprise] = true;
	aid_add_controlled(group, own);
	if (!has_common(own, set, group->n))
		return false;
	for (size_t i = 0; i < group->n; i++)
		set[i] = set[i] || own[i];
	return true;
}

bool *aid_linked(const struct aid_group *group, size_t enterprise, struct arena *arena)
{
	bool *set = aid_no_enterprise(group, arena);
	bool *joined = aid_no_enterprise(group, arena);
	bool *own = aid_no_enterprise(group, arena);
	bool is_more = true;

	set[enterprise] = true;
	while (is_more) {
		is_more = false;
		for (size_t i = 0; i < group->n; i++)
			if (!joined[i] && !group->enterprises[i].is_public)
				is_more |= joined[i] = join(group, i, own, set);
	}
	return set;
}

int64_t aid_held_bp(const struct aid_group *group, const bool *set, size_t owned)
{
	int64_t capital_bp = 0, votes_bp = 0;

	for (size_t i = 0; i < group->n_links; i++) {
		const struct aid_link *link = &group->links[i];

		if (link->owned == owned && set[link->owner]) {
			capital_bp += link->capital_bp;
			votes_bp += link->votes_bp;
		}
	}
	return capital_bp > votes_bp ? capital_bp : votes_bp;
}
