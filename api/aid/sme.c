#include "api/aid/sme.h"

#include "api/aid/share.h"
#include "lib/base/arena.h"
#include "lib/base/num.h"

static enum aid_class class_with(const struct aid_size *size, int64_t unknown_cents,
				 const struct aid_class_limits *limits)
{
	int64_t turnover_cents = size->has_turnover ? size->turnover_cents : unknown_cents;
	int64_t balance_cents = size->has_balance ? size->balance_cents : unknown_cents;

	for (enum aid_class i = AID_MICRO; i < AID_LARGE; i++) {
		const struct aid_size_limit *limit = &limits->of[i];

		if (size->headcount < limit->headcount &&
		    (turnover_cents <= limit->turnover_cents ||
		     balance_cents <= limit->balance_cents))
			return i;
	}
	return AID_LARGE;
}

enum aid_class aid_class_of(const struct aid_size *size, const struct aid_class_limits *limits)
{
	enum aid_class least = class_with(size, 0, limits);
	enum aid_class most = class_with(size, INT64_MAX, limits);

	return size->has_headcount && least == most ? least : AID_CLASS_UNKNOWN;
}

/* Shares of figures, in 1/10000. */
struct sum {
	struct aid_size known; /* only whether */
	__int128 headcount;
	__int128 turnover;
	__int128 balance;
};

static void add(struct sum *sum, const struct aid_size *size, int64_t share_bp)
{
	sum->known.has_headcount &= size->has_headcount;
	sum->known.has_turnover &= size->has_turnover;
	sum->known.has_balance &= size->has_balance;
	sum->headcount += (__int128)size->headcount * share_bp;
	sum->turnover += (__int128)size->turnover_cents * share_bp;
	sum->balance += (__int128)size->balance_cents * share_bp;
}

static int64_t whole_up(__int128 scaled)
{
	return aid_fit((scaled + NUM_WHOLE_BP - 1) / NUM_WHOLE_BP);
}

/* People must be fewer than the limit, and money at most as much: rounded down and up, each is
 * beyond it just when what it is rounded from is. */
static struct aid_size total_of(const struct aid_group *group, const struct aid_counted *counted)
{
	struct sum sum = {
		.known = {.has_headcount = true, .has_turnover = true, .has_balance = true}};
	struct aid_size total;

	for (size_t i = 0; i < group->n; i++)
		if (counted[i].relation != AID_APART)
			add(&sum, &group->enterprises[i].size, counted[i].share_bp);
	total = sum.known;
	total.headcount = aid_fit(sum.headcount / NUM_WHOLE_BP);
	total.turnover_cents = whole_up(sum.turnover);
	total.balance_cents = whole_up(sum.balance);
	return total;
}

static int64_t larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* Those whose share is passed over: exempt, unless they have the majority or control, all of them
 * together. */
static bool *find_exempt(const struct aid_group *group, const bool *linked, struct arena *arena)
{
	bool *exempt = aid_no_enterprise(group, arena);
	bool *controlled = aid_no_enterprise(group, arena);

	for (size_t i = 0; i < group->n; i++)
		exempt[i] = controlled[i] = group->enterprises[i].is_exempt && !linked[i];
	aid_add_controlled(group, controlled);
	if (controlled[0] || 2 * aid_held_bp(group, exempt, 0) > NUM_WHOLE_BP)
		return aid_no_enterprise(group, arena);
	return exempt;
}

/* The largest share that one of the two groups has in an enterprise of the other. */
static int64_t share_between(const struct aid_group *group, const bool *linked, const bool *other)
{
	int64_t share_bp = 0;

	for (size_t i = 0; i < group->n; i++) {
		if (linked[i])
			share_bp = larger(share_bp, aid_held_bp(group, other, i));
		else if (other[i])
			share_bp = larger(share_bp, aid_held_bp(group, linked, i));
	}
	return share_bp < NUM_WHOLE_BP ? share_bp : NUM_WHOLE_BP;
}

static bool has_share(const struct aid_group *group, const bool *linked, size_t enterprise,
		      struct arena *arena)
{
	bool *alone = aid_no_enterprise(group, arena);

	alone[enterprise] = true;
	return share_between(group, linked, alone) > 0;
}

/* Counts what is linked with this one and not with the enterprise in question, if that makes a
 * partner. */
static void count_partner(const struct aid_group *group, const bool *linked, const bool *exempt,
			  size_t enterprise, int64_t partner_bp, struct aid_counted *counted,
			  struct arena *arena)
{
	bool *partner = aid_linked(group, enterprise, arena);
	int64_t share_bp;

	for (size_t i = 0; i < group->n; i++)
		partner[i] = partner[i] && !exempt[i] && !group->enterprises[i].is_public;
	share_bp = share_between(group, linked, partner);
	for (size_t i = 0; i < group->n && share_bp >= partner_bp; i++)
		if (partner[i]) {
			counted[i].share_bp = share_bp;
			counted[i].relation = has_share(group, linked, i, arena)
						      ? AID_PARTNER
						      : AID_LINKED_TO_PARTNER;
		}
}

static struct aid_counted *count_all(const struct aid_group *group, const bool *linked,
				     const bool *exempt, int64_t partner_bp, struct arena *arena)
{
	struct aid_counted *counted = arena_alloc(arena, group->n * sizeof(*counted));

	for (size_t i = 0; i < group->n; i++)
		if (linked[i])
			counted[i] = (struct aid_counted){AID_LINKED, NUM_WHOLE_BP};
	for (size_t i = 0; i < group->n; i++)
		if (counted[i].relation == AID_APART && !exempt[i] &&
		    !group->enterprises[i].is_public)
			count_partner(group, linked, exempt, i, partner_bp, counted, arena);
	return counted;
}

/* Whether public bodies have the share of this one, which the enterprise in question is or is
 * controlled by. */
static bool is_owned_by(const struct aid_group *group, const bool *public, size_t owned,
			int64_t public_bp, struct arena *arena)
{
	bool *controlled = aid_no_enterprise(group, arena);

	if (aid_held_bp(group, public, owned) < public_bp)
		return false;
	controlled[owned] = true;
	aid_add_controlled(group, controlled);
	return controlled[0];
}

static bool is_public(const struct aid_group *group, const bool *exempt, int64_t public_bp,
		      struct arena *arena)
{
	bool *public = aid_no_enterprise(group, arena);

	for (size_t i = 0; i < group->n; i++)
	public[i] = group->enterprises[i].is_public && !exempt[i];
	aid_add_controlled(group, public);
	for (size_t i = 0; i < group->n; i++)
		if (public[0] || is_owned_by(group, public, i, public_bp, arena))
			return true;
	return false;
}

void aid_find_class(const struct aid_group *group, const struct aid_class_limits *limits,
		    struct arena *arena, struct aid_class_found *out)
{
	bool *linked = aid_linked(group, 0, arena);
	bool *exempt = find_exempt(group, linked, arena);

	out->counted = count_all(group, linked, exempt, limits->partner_bp, arena);
	out->total = total_of(group, out->counted);
	out->is_public = is_public(group, exempt, limits->public_bp, arena);
	out->class = out->is_public ? AID_LARGE : aid_class_of(&out->total, limits);
}

/* The middle one: a class changes as far as both periods are beyond it. */
static enum aid_class middle_of(enum aid_class a, enum aid_class b, enum aid_class c)
{
	enum aid_class low = a < b ? a : b, high = a < b ? b : a;

	if (c < low)
		return low;
	return c > high ? high : c;
}

enum aid_class aid_class_after(enum aid_class before, const enum aid_class *periods, size_t n)
{
	enum aid_class class = before;

	for (size_t i = 0; i < n; i++) {
		if (periods[i] == AID_CLASS_UNKNOWN)
			return AID_CLASS_UNKNOWN;
		if (class == AID_CLASS_UNKNOWN)
			class = periods[i];
		else if (i > 0)
			class = middle_of(class, periods[i - 1], periods[i]);
	}
	return class;
}
