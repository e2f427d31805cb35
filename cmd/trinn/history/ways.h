/* A firm's way through a programme, up to the door of a stage: won, asked and advised. */
#ifndef TRINN_CMD_TRINN_HISTORY_WAYS_H
#define TRINN_CMD_TRINN_HISTORY_WAYS_H

#include "cmd/trinn/history/history.h"

enum way_state {
	WAY_TALKED_TO,
	WAY_ADVISED,
	WAY_WAITING,
	WAY_IN_STAGE,
	WAY_COMPLETED,
	WAY_OUT,
};

struct way {
	struct list link; /* in the list of the hub and programme */
	struct firm *firm;
	enum programme programme;
	const char *id; /* of the enrolment */
	enum way_state state;
	int stage;  /* that it is in or has completed; 0 before */
	int wanted; /* stage to enrol in next; 0: none */
	int maturity; /* 1 to 5 */
	int n_contacts;
	bool has_cohort;    /* of stage 2, is or was in it */
	bool has_delivered; /* what it worked on is accepted */
	bool has_paid;      /* its share of stage 2, or was let off */
};

/* Plans that the hub wins firms of its own for the programme from that day on, so many percent. */
void ways_mobilise(struct history *history, struct hub *hub, enum programme programme,
		   int32_t from, uint32_t percent);

/* Tells the scenes which firm and enrolment it is. */
void way_tell(struct history *history, const struct way *way);

/* Drops out for that reason. */
void way_leave(struct history *history, struct way *way, const char *reason);

/* The same for a reason that is drawn; both as steps of a plan, for who is still there. */
history_step way_give_up;
history_step way_finish;

#endif
