/*
 * Partners of a grant that leave it or enter it, by a partner_change.
 *
 * One that leaves keeps what was claimed of its part; the rest of its lines moves, or is given
 * back, and the grant with it at the rate that it has. One that enters, or comes back, gets its
 * part by the moves, and confirms it as they were asked for; so does one that stays and gets more
 * of any group. One that loses something is heard. The recipient leads: it neither leaves nor
 * enters, and keeps a part. Amounts are øre.
 */
#ifndef TRINN_API_AMENDMENTS_PARTNERS_H
#define TRINN_API_AMENDMENTS_PARTNERS_H

#include "api/amendments/budget.h"

/* One that is asked, whatever it has answered. */
struct asked_about {
	const char *orgnr;
	const char *name;
	const char *state;
	int32_t answer_by; /* until when it is waited for; without: it confirms */
	bool is_heard;     /* it has such a day */
	bool is_unposted;  /* it has nobody here, and has not had its letter */
	bool is_current;   /* its lines are as they were when it confirmed */
};

/* A partner that leaves is among the heard; one that stays with another part among these too, where
 * it loses by it. These lists are there once it is asked for. */
struct partner_change {
	const char **leaving; /* orgnr */
	size_t n_leaving;
	struct asked_about *entering;
	size_t n_entering;
	struct asked_about *staying;
	size_t n_staying;
	struct asked_about *heard;
	size_t n_heard;
};

/* One that the recipient names to enter. */
struct named_organisation {
	int64_t id;      /* 0: no such organisation */
	const char *name;
	bool is_partner; /* of the grant, and has not left */
};

/* The budget with those who enter, or come back, among its partners, in the arena. */
struct budget budget_entered(const struct budget *before, const struct partner_change *change,
			     struct arena *arena);

/* Whom the recipient names, in the order of the list. */
void check_named(const struct named_organisation *named, size_t n, int64_t recipient_id,
		 struct problems *problems);

/* Of a budget that they have entered: who leaves is of the grant and has moved all that is left of
 * its part, and who enters has got one. */
void check_partner_change(const struct budget *before, const struct partner_change *change,
			  const struct budget_move *moves, size_t n, struct problems *problems);

/* Approved costs, and of the grant with them. */
struct given_back {
	int64_t costs_ore;
	int64_t amount_ore;
};

/* What is granted of the costs that are left, at the rate that was granted: to the øre, down. What
 * comes back of what was given back brings its share of that. */
int64_t granted_of_rest(const struct budget *before, const struct budget *after,
			int64_t amount_ore, const struct given_back *back);

/* Nothing comes back but what was given back by the amendment that an appeal takes up again. */
void check_comes_back(const struct given_back *back, const struct budget_move *moves, size_t n,
		      struct problems *problems);

/* Nothing is given back but of what one that leaves bears, and nothing below what is claimed of the
 * grant. */
void check_given_back(const struct partner_change *change, const struct budget_move *moves,
		      size_t n, struct problems *problems);
void check_rest(int64_t rest_ore, int64_t claimed_ore, struct problems *problems);

/* The recipient keeps a part of its own. */
void check_lead(const struct budget *before, const struct budget *after, struct problems *problems);

/* Each who loses by it has answered, or its day has passed: forvaltningsloven §§ 16, 17. */
void check_partners_heard(const struct partner_change *change, int32_t today,
			  struct problems *problems);

/* Each who is to confirm has said yes or no; whoever said no may still be refused. */
void check_partners_answered(const struct partner_change *change, struct problems *problems);

/* Whether one that is to confirm its part has said no to it. */
bool has_declined(const struct partner_change *change, const char *orgnr);

/* That each who enters, or gets more, has confirmed the part that it has `after`; and that no
 * partner gets another than it was asked about, or has `before`. */
void check_parts_asked(const struct partner_change *change, const struct budget *before,
		       const struct budget *asked, const struct budget *after,
		       struct problems *problems);

#endif
