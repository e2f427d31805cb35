/* How mature firms are found to be: asked by their hub, with a questionnaire beside, or told alone;
 * before their stages, in them and after. */
#ifndef TRINN_CMD_TRINN_HISTORY_ASSESSMENTS_H
#define TRINN_CMD_TRINN_HISTORY_ASSESSMENTS_H

#include "cmd/trinn/history/actors.h"

/* Finds the instruments. */
void assessments_find(struct history *history);

/* The interview before the stages, now and then with a questionnaire. */
void assess_before(struct history *history, const struct way *way);

/* An interview in the firm as a session of its cohort; of some firms. */
void assess_during(struct history *history, const struct cohort *cohort, const struct way *way);

/* Plans what some firms answer once a stage is behind them, which has made them more mature. */
void assess_after(struct history *history, struct way *way);

#endif
