/*
 * How large an enterprise is (GBER Annex I, rules.md 1.5): micro, small, medium or large.
 *
 * Its figures are its own, those of what it is linked with, and of each partner the share that one
 * holds in the other. A partner is not linked, but has at least `partner_bp` of the capital or the
 * votes, itself or together with what it is linked with; what that is counts with it (art. 6(3)).
 * Partners of partners do not count. Where both hold of each other, or in several, the largest
 * share counts.
 *
 * An enterprise is none of the three if public bodies have `public_bp` of its capital or votes, or
 * of what controls it, themselves or through what they control (art. 3(4)); it is large then.
 *
 * Nobody's class is guessed: without the headcount, or where a figure that is not known could make
 * another class, it is unknown.
 */
#ifndef TRINN_API_AID_SME_H
#define TRINN_API_AID_SME_H

#include "api/aid/group.h"

enum aid_class {
	AID_CLASS_UNKNOWN,
	AID_MICRO,
	AID_SMALL,
	AID_MEDIUM,
	AID_LARGE,
	AID_CLASSES,
};

/* Fewer people than that, and no more of one of the others. */
struct aid_size_limit {
	int64_t headcount; /* in hundredths */
	int64_t turnover_cents;
	int64_t balance_cents;
};

struct aid_class_limits {
	struct aid_size_limit of[AID_LARGE]; /* from AID_MICRO on */
	int64_t partner_bp;
	int64_t public_bp;
};

enum aid_relation {
	AID_APART,
	AID_LINKED, /* the enterprise itself too */
	AID_PARTNER,
	AID_LINKED_TO_PARTNER,
};

/* How an enterprise of the group counts. */
struct aid_counted {
	enum aid_relation relation;
	int64_t share_bp;
};

struct aid_class_found {
	enum aid_class class;
	struct aid_counted *counted; /* by enterprise */
	struct aid_size total;
	bool is_public; /* by its owners, and for that alone large */
};

/* By the figures as they are. */
enum aid_class aid_class_of(const struct aid_size *size, const struct aid_class_limits *limits);

/* Of the first enterprise of the group, by the figures of one period. */
void aid_find_class(const struct aid_group *group, const struct aid_class_limits *limits,
		    struct arena *arena, struct aid_class_found *out);

/* After these periods, oldest first, of an enterprise that was of the class `before`: what it was
 * in the first period if that is unknown. It gains or loses a class when two periods on end are
 * beyond the limit (art. 4(2)). Unknown, if a period is. A change of owner is no crossing of
 * limits: then only the periods after it are told, and nothing before. */
enum aid_class aid_class_after(enum aid_class before, const enum aid_class *periods, size_t n);

#endif
