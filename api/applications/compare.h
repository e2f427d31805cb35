/*
 * What differs between two submissions of an application, told as people read it: answers by the
 * label of the form, lines of costs and finance by what they are for, firms by their number. Where
 * a thing stands in its list makes no difference.
 */
#ifndef TRINN_API_APPLICATIONS_COMPARE_H
#define TRINN_API_APPLICATIONS_COMPARE_H

#include "api/problems/problems.h"
#include "lib/base/buf.h"

/* JSON texts as they were frozen. */
struct submitted {
	const char *content;
	const char *form;
};

/* Appends the JSON array of changes: pointer (into the later content; of what was removed, into the
 * earlier one), label, item (what the list's thing is known by, or null), change, before, after. */
void compare_write(const struct submitted *from, const struct submitted *to, enum language language,
		   struct buf *out);

#endif
