/* What hours begin and end with: a hub's order for its firms, and the fagpartner's invoice. */
#ifndef TRINN_API_FAGPARTNERE_ORDERS_H
#define TRINN_API_FAGPARTNERE_ORDERS_H

#include "api/fagpartnere/engagements.h"

struct ordered_firm {
	const char *orgnr;
	int64_t parts; /* 1 without has_parts */
	bool has_parts;
};

struct order_input {
	const char *what;
	const char *theme; /* digital, green; NULL: that of the session */
	int64_t minutes;
	int64_t session_id;
	bool has_session;
	struct ordered_firm *firms;
	size_t n_firms;
	const char *firms_json;
};

struct order_effects {
	int64_t *minutes; /* of each firm */
};

struct invoice_input {
	const char *number;
	int32_t issued_on;
	int64_t amount_ore;
	const char *hours_json; /* their ids */
	const char *reason;	/* why it is for less than they are worth; NULL: it is not */
};

struct correct_invoice_input {
	const char *number, *correct_number;
	const char *number_json, *correct_number_json; /* the same */
	const char *reason;
};

struct credit_input {
	const char *number;
	const char *credit_note; /* its number; NULL: the fagpartner sent none */
	const char *reason;
};

/* Within the ceiling and not after the end, for firms the hub follows, none of them the fagpartner
 * itself; the minutes are split over them by their parts, and each gets some. All minutes of a
 * track count in its mix of themes, so that hours have one: of a session, the session's. Those
 * are ordered while it is planned, for firms that it is held for, and no more than its planned
 * minutes: nobody enters them as delivered, they are when it is held. */
void decide_order_hours(const struct engagement_facts *facts, const struct order_input *input,
			struct order_effects *effects, struct problems *problems);

/* Of a firm without people here nobody could confirm the hours: the dry run says so, the reply, and
 * the county's administrators, who propose roles, have it among their tasks. */
void warn_of_order(const struct engagement_facts *facts, const struct order_input *input,
		   struct problems *warnings);

/* For hours that their firms have confirmed: their minutes at the rate, to the øre either way, or
 * less for a reason. Also after the engagement has ended. */
void decide_enter_invoice(const struct engagement_facts *facts, const struct invoice_input *input,
			  struct problems *problems);

/* One that was wrong, by the hub it was sent to or who of the fagpartner entered it, while no claim
 * has it as evidence: its hours are confirmed as before, for another invoice. What was entered is
 * kept, and the number is never used again, as a seller's numbers run on (bokføringsforskriften
 * §§ 5-1-1 and 5-1-3): a credit note has one of its own. The law lets credit notes run in a series
 * apart; here a number of a seller is one paper all the same. */
void decide_credit_invoice(const struct engagement_facts *facts, const struct credit_input *input,
			   struct problems *problems);

/* One whose number was mistyped, by who entered it, before it is credited or in a claim. The paper
 * is the same, so the number that was wrong is free for the one that has it. */
void decide_correct_invoice(const struct engagement_facts *facts,
			    const struct correct_invoice_input *input, struct problems *problems);

#endif
