/* What an e-mail says of a notification: the same as the portal, and where the portal is. Nothing
 * of the case, no name and no amount (eForvaltningsforskriften § 8): e-mail is read on its way. Of
 * an address it says by which code that is confirmed, or that it is no longer used. */
#ifndef TRINN_API_NOTIFICATIONS_MAIL_H
#define TRINN_API_NOTIFICATIONS_MAIL_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/mail/message.h"

struct notice {
	const char *county;   /* its name */
	const char *language; /* "nb" or "en" */
	const char *happened; /* in that language, of notification_kinds */
	const char *number;   /* of the case; NULL: it has none */
	const char *portal;   /* its address; NULL: people know it */
	const char *code;     /* of eight characters, of the address; NULL: it is about no code */
	int code_minutes;     /* that the code lives */
	bool is_last;         /* nothing more is sent to the address */
};

/* Sets what the message says, from whom and in which language. */
void notice_compose(const struct notice *notice, struct arena *arena, struct mail *mail_out);

#endif
