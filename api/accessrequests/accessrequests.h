/*
 * Access requests (innsynskrav): anybody asks to read what the public journal tells of, without a
 * token and without a name if they like (offl. § 28); a party by its token, also what is kept from
 * it in its own case (fvl. §§ 18 a-19). What came by letter the county enters.
 *
 * Each document is answered by itself: given, given with parts masked, or refused by a provision,
 * with why it is not given all the same where it could be (offl. §§ 11, 31). What is refused may be
 * complained of, and so may silence (§ 32): another person of the county considers it, and what
 * they do not give whole goes to the county governor, whose answer is entered. Each document has a
 * day of its own, which a complaint of another leaves. Who asked reads all of it by a link, and for
 * a time what was given; of the link only a digest is kept.
 *
 * Dates are days of lib/base/date.h.
 */
#ifndef TRINN_API_ACCESSREQUESTS_ACCESSREQUESTS_H
#define TRINN_API_ACCESSREQUESTS_ACCESSREQUESTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct access_item {
	int64_t id;
	int64_t number;
	const char *state;
	int32_t due_on;      /* its answer, or the answer to the complaint */
	int64_t application_id;
	int64_t applicant_id;
	bool is_withheld;    /* under a duty of secrecy to who asks (offl. § 13) */
	int64_t decisions;
	int64_t decided_by;  /* the person who answered first; 0: nobody has */
	int64_t *copies;     /* documents that the county has put in the case */
	size_t n_copies;
};

struct access_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t organisation_id; /* whose token it was asked with; 0: none */
	bool is_revoked;
	int64_t link_days;
	int64_t appeal_days;     /* fvl. § 29, by offl. § 32 */
	bool has_appeal_days;
	int64_t decision_id;     /* of the next decision */
	struct access_item *items;
	size_t n_items;
};

struct access_decision {
	int64_t number;          /* of the document in the request */
	const char *outcome;     /* given, part, refused */
	const char *basis;       /* code of trinn.exemptions or, fvl-..., party_exemptions */
	const char *paragraph;
	const char *wider_access;
	const char *grounds;
	const char *resolution;  /* the county governor's reference */
	int64_t *documents;      /* masked copies */
	size_t n_documents;
};

struct access_effects {
	const struct access_item *item;
	const char *instance;    /* county, complaint, appeal_body */
	const char *item_state;
	const char *state;
	int32_t appeal_deadline;
	bool has_appeal_deadline;
	int32_t readable_until;
	bool is_readable;
};

struct access_extension {
	int64_t *items; /* numbers in the request; none: all that wait and are due before */
	size_t n_items;
	int32_t until;
	const char *reason;
};

/* Whether a basis is of those that keep a document from a party, not from the public. */
bool access_basis_is_of_party(const char *basis);

/* `input` is NULL to ask only whether it may be done; so below. */
void decide_access(const struct access_facts *facts, const struct access_decision *input,
		   struct access_effects *effects, struct problems *problems);
void decide_extend_access(const struct access_facts *facts, const struct access_extension *input,
			  struct problems *problems);
bool access_is_extended(const struct access_item *item, const struct access_extension *input);
void decide_revoke_link(const struct access_facts *facts, struct problems *problems);

#endif
