/* What the commands on a meeting share: they load the same facts and answer with the same
 * document. */
#ifndef TRINN_API_MEETINGS_COMMANDS_H
#define TRINN_API_MEETINGS_COMMANDS_H

#include "api/command/command.h"

/* What a command is about beside the meeting as a whole. */
struct meeting_about {
	const int64_t *application_id, *appeal_id, *amendment_id, *reversal_id; /* NULL: none */
	const int64_t *item_id, *proposal_id;
	const char *starts_at;						   /* that it is moved to */
	bool votes;
};

void meeting_load_about(struct act *act, struct db_segment *segment,
			const struct meeting_about *about);
/* Of nothing beside it. */
void meeting_load(struct act *act, struct db_segment *segment);
void meeting_reply(struct act *act, struct db_segment *segment);

/* Audit and outbox; it is the county's own. */
void meeting_record(struct act *act, struct db_segment *segment, const char *kind, int64_t id,
		    const char *reason);

#define MEETING_COMMAND(name, op, load_fn, decide_fn, apply_fn)                                    \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &meeting_facts_shape, .status = 200, \
		.load = (load_fn), .decide = (decide_fn), .apply = (apply_fn),                     \
		.reply = meeting_reply                                                             \
	}

extern const struct command propose_outcome;
extern const struct command put_to_vote;
extern const struct command cast_vote;
extern const struct command enter_hands;
extern const struct command end_vote;
extern const struct command abandon_vote;
extern const struct command write_minutes;
extern const struct command approve_minutes;

#endif
