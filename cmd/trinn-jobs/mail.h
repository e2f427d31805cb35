/* E-mail to people who want to be told that way of what has happened. */
#ifndef TRINN_CMD_TRINN_JOBS_MAIL_H
#define TRINN_CMD_TRINN_JOBS_MAIL_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "cmd/trinn-jobs/settings.h"
#include "lib/base/attr.h"

/* Whether the settings of e-mail go together: without a server none is sent, which is told once; if
 * they do not, why is logged. */
bool mail_settings_hold(const struct settings *settings) MUST_USE;

/* Sends what waits, for some seconds at most and until `term` is readable; the rest waits for the
 * next time, that other work is done between. No transaction is open meanwhile: that one is being
 * sent stands in its row before, what became of it after. Once the server is away none is
 * tried until the pause is over, which is longer each time. Without a server nothing waits. */
void mail_send_all(PGconn *db, const struct settings *settings, int term);

#endif
