/* What follows a grant: progress reports, claims, and their payment. */
#ifndef TRINN_CMD_TRINN_HISTORY_GRANTS_H
#define TRINN_CMD_TRINN_HISTORY_GRANTS_H

#include "cmd/trinn/history/actors.h"

/* Plans it for a grant that was accepted. `reports` are the progress reports that are asked for. */
void grant_follow(struct history *history, struct part *part, json_t *reports);

/* Plans what the county does with a claim that was made, of that part; NULL: by a firm, which sends
 * no reports. */
void claim_follow(struct history *history, const char *id, const char *caseworker,
		  int64_t amount_ore, const struct part *part);

/* Plans that the county pays each month what was released. */
void payments_plan(struct history *history);

#endif
