/* What the commands on a co-payment share: they load the same facts and answer with the same
 * document. It is raised by the commands that give a firm its place in a priced stage, and credited
 * by the one that takes it away before the stage began. Its aid is checked alone or with others. */
#ifndef TRINN_API_COPAYMENTS_COMMANDS_H
#define TRINN_API_COPAYMENTS_COMMANDS_H

#include "api/command/command.h"
#include "api/copayments/copayments.h"
#include "api/copayments/raise.h"

extern const struct shape stage_price_shape;
extern const struct shape declaration_shape;
extern const struct shape new_copayment_shape;
extern const struct shape copayment_facts_shape;

extern const struct command check_copayment_aid;
extern const struct command refuse_copayment_aid;
extern const struct command declare_copayment_aid;
extern const struct command correct_copayment_settlement;
extern const struct command settle_copayment;

#define COPAYMENT_COMMAND(name, op, decide_fn, apply_fn)                                           \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &copayment_facts_shape,              \
		.status = 200, .load = copayment_load, .decide = (decide_fn),                      \
		.apply = (apply_fn), .reply = copayment_reply                                      \
	}

void copayment_load(struct act *act, struct db_segment *segment);
void copayment_reply(struct act *act, struct db_segment *segment);

/* Records what became of it, of which the firm is told. */
void copayment_record(struct act *act, struct db_segment *segment, const char *reason,
		      const char *detail);

/* Adds the co-payment `id` of the enrolment, which is in its stage already. */
void copayment_raise(struct act *act, struct db_segment *segment, int64_t id, int64_t enrolment_id,
		     int64_t firm_id, const struct new_copayment_input *input,
		     const struct new_copayment_effects *effects);

/* Credits what is charged of a co-payment whose firm left its place before the stage began. */
void copayment_drop(struct act *act, struct db_segment *segment, int64_t id, int64_t version,
		    int64_t charged_ore, int64_t firm_id);

/* Asks, as the caller, that one that was billed be credited, as its firm left its place before the
 * stage began. */
void copayment_ask_drop(struct act *act, struct db_segment *segment, int64_t id, int64_t version,
			const char *reason, int64_t firm_id);

/* Enters that the caller found that the firm may have the aid, and why. */
void copayment_check_aid(struct act *act, struct db_segment *segment,
			 const struct copayment_facts *facts, int64_t version, const char *reason);

#endif
