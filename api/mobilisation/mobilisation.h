/*
 * Trinn 0, mobilisation: member firms of a hub, and the hand-over of a firm to another hub. The log
 * of contacts with it: contacts.h. How mature it is: assessments.h.
 *
 * Dates are days of lib/base/date.h, in Norway.
 */
#ifndef TRINN_API_MOBILISATION_MOBILISATION_H
#define TRINN_API_MOBILISATION_MOBILISATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/enrolments/facts.h"
#include "api/problems/problems.h"

struct membership_facts {
	struct caller caller;
	int64_t id;
	int64_t firm_id;
	bool is_member;	     /* these are of one being made: on its first day or later */
	const char *serves_as; /* county, hub, partner; NULL: a firm */
	int32_t founded_on; /* the firm, as far as the register knows */
	bool has_founded;
	const char *ask; /* whom, as it is a member of another hub too; NULL: it is not */
	int32_t member_from;
	int32_t member_to; /* these are of one that is there */
	bool has_end;
};

struct membership_end_input {
	int32_t member_to;
	const char *content; /* the whole body, JSON, here and below */
};

struct handover_input {
	const char *consent_by; /* who in the firm said yes to the hub; NULL: the firm is asked */
	int32_t consent_on;
	bool has_consent_day;
	const char *without_consent; /* why the county does without it; NULL: it does not */
	const char *content;
};

struct handover_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	int64_t enrolment_id;
	int64_t hub_id, to_hub_id, firm_id;
	const char *hub, *to_hub, *county;
	bool is_consented;
	bool is_by_county;
	const char *without_consent; /* NULL: with it */
	int64_t asked_by;
	bool is_between_stages;
	bool is_hub_open; /* the one that follows the firm */
};

/* A firm is a member once at a time, and may be of several hubs. Its first day may be before its
 * own, as with a new legal form a firm has a new number, but not by more than a generation. */
void decide_create_membership(const struct membership_facts *facts, struct problems *problems);

/* That it is a member of another hub too, and whom at the county to ask; not of which hub. */
void warn_of_membership(const struct membership_facts *facts, struct problems *warnings);

/* An end stands: who comes back is a member anew. `input` is NULL to ask only whether it may be
 * ended, here and below. */
void decide_end_membership(const struct membership_facts *facts,
			   const struct membership_end_input *input, struct problems *problems);

/* One is asked at a time, and not in the middle of a stage: cohort, hours and co-payment are those
 * of the hub that runs it; nor after its round, when any hub may begin the next. The hub notes who
 * in the firm has said yes and when, as long as it has followed it, or leaves that to the firm. The
 * other hub sees nothing of it before.
 *
 * The county asks where the hub that follows the firm cannot or will not. It does without consent
 * in two cases only: a hub registered a firm that it never spoke to, or the hub has closed, which
 * is when nobody has a role for it any more. Of one that has closed it hands firms over in the
 * middle of a stage too, as nobody runs it there. */
void decide_ask_handover(const struct enrolment_facts *facts, const struct handover_input *input,
			 struct problems *problems);

/* A person of the firm says yes, where its hub has noted no consent. Nobody speaks for two of the
 * three parties: whoever asked neither consents nor accepts. */
void decide_consent_handover(const struct handover_facts *facts, struct problems *problems);

/* The hub that is asked answers, and takes the firm with its consent only; the one that asked
 * withdraws. What the county asks, another of its persons answers, as it gives firms to hubs by
 * where they lie; the hub may say no before that. So may the firm as long as nobody has answered,
 * whatever was noted of it. With the round the question ends, unanswered. */
void decide_accept_handover(const struct handover_facts *facts, struct problems *problems);
void decide_decline_handover(const struct handover_facts *facts, struct problems *problems);
void decide_withdraw_handover(const struct handover_facts *facts, struct problems *problems);

#endif
