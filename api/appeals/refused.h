/* What an appeal may have taken up again, as it sees it: an amendment, or what was refused beside
 * the decisions of a case. */
#ifndef TRINN_API_APPEALS_REFUSED_H
#define TRINN_API_APPEALS_REFUSED_H

#include <stdbool.h>
#include <stdint.h>

/* One that was refused, or that a decision approved. */
struct appealed_amendment {
	const char *kind;
	const char *grant_state;
	int64_t stake_ore; /* what the authority to decide it is held against */
	bool is_asked;     /* the same again, and not decided */
};

/* Leave to apply late that was refused, of which there is no case. */
struct refused_leave {
	int64_t id;        /* of the late submission */
	const char *line;  /* the funding line of the call */
	const char *body;  /* for which the caller decides; NULL: none */
	bool is_asked;     /* again, and not decided */
};

#endif
