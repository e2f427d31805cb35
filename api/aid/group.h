/*
 * Who owns whom, and which enterprises are one undertaking.
 *
 * Enterprises are linked where one has the majority of votes in the other, appoints the majority of
 * its board, or has dominant influence or such a majority by agreement: itself, or through others
 * that it controls, whose votes count together. So is whatever is linked to these. What are linked
 * is one undertaking, both to de minimis (Reg. 2023/2831 art. 2(2)) and to the size of an
 * enterprise (GBER Annex I art. 3(3)). A public body links nobody: what two of its companies have
 * in common is no more than their owner. Natural persons are no enterprises.
 */
#ifndef TRINN_API_AID_GROUP_H
#define TRINN_API_AID_GROUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Of one accounting period. What is not known is not 0. */
struct aid_size {
	bool has_headcount, has_turnover, has_balance;
	int64_t headcount; /* annual work units, in hundredths */
	int64_t turnover_cents;
	int64_t balance_cents;
};

struct aid_enterprise {
	struct aid_size size;
	bool is_public;
	bool is_exempt; /* a university, a fund or a small municipality, whose share makes neither a
			 * partner nor a publicly owned enterprise (Annex I art. 3(2)) */
};

/* Enterprises by their place in the group. */
struct aid_link {
	size_t owner;
	size_t owned;
	int64_t capital_bp;
	int64_t votes_bp;
	bool controls; /* by the board, a contract, the articles or an agreement */
};

/* The first enterprise is the one in question. */
struct aid_group {
	const struct aid_enterprise *enterprises;
	size_t n;
	const struct aid_link *links;
	size_t n_links;
};

/* Of each enterprise of the group, whether it is in the set; in the arena. */
bool *aid_no_enterprise(const struct aid_group *group, struct arena *arena);

/* Adds to the set all that it controls together. */
void aid_add_controlled(const struct aid_group *group, bool *set);

/* Those that are one undertaking with this enterprise, and itself. */
bool *aid_linked(const struct aid_group *group, size_t enterprise, struct arena *arena);

/* What the set holds of an enterprise: of its capital or its votes, whichever is more. */
int64_t aid_held_bp(const struct aid_group *group, const bool *set, size_t owned);

#endif
