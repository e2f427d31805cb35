/* What a command is told of that does not outlast the firm when it leaves. */
#ifndef TRINN_API_ENROLMENTS_LEAVING_H
#define TRINN_API_ENROLMENTS_LEAVING_H

#include <stdbool.h>
#include <stdint.h>

/* What the firm owes for the stage that it is in. */
struct share_facts {
	int64_t id, version, creditor_id;
	const char *state;
	int64_t charged_ore;
	bool is_delivered, is_relief_asked; /* relief of whatever kind, and nobody has answered */
	bool has_giver;		     /* somebody else than the caller may give what is asked */
	bool is_settled;	     /* what the aid with it came to */
	int64_t undelivered_minutes; /* ordered of fagpartnere for the firm */
};

/* What is still to come for the firm alone, and is cancelled if it drops out. */
struct plan_facts {
	const char *sessions; /* titles and days; NULL: none */
	int64_t minutes;      /* of hours, in no session */
};

#endif
