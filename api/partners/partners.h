/*
 * Partners: organisations that an application is made together with.
 *
 * The applicant leads. It asks an organisation, which reads the application from then on and
 * answers for its part, the lines that name it in the plans of costs and finance; the applicant
 * alone writes them. What is confirmed is kept with its digest, and when the lines become others
 * the partner is asked anew. It withdraws until there is a decision; the applicant then takes its
 * lines out. One with nobody here confirms on paper, which the applicant enters as a document.
 * One that is to enter a grant that stands, to leave it or to stay with another part answers in the
 * same way, until the amendment by which it does is decided.
 *
 * Dates are days of lib/base/date.h.
 */
#ifndef TRINN_API_PARTNERS_PARTNERS_H
#define TRINN_API_PARTNERS_PARTNERS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/appeals/lodging.h"
#include "api/appeals/partner.h"
#include "api/applications/inhand.h"
#include "api/applications/onbehalf.h"
#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_partner_facts {
	struct caller caller;
	int64_t id;
	int64_t applicant_id;
	const char *application_state;
	struct in_hand in_hand;
	int64_t organisation_id; /* 0: no such organisation */
	bool is_named;           /* asked already, and has not left */
};

struct new_partner_input {
	const char *orgnr;
	const char *task;
	const char *message; /* NULL: none */
};

struct partner_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	const char *name;
	int64_t organisation_id;
	bool has_people; /* who may answer for it here */
	int64_t application_id, applicant_id;
	const char *applicant; /* name */
	const char *application_state;
	const char *amendment; /* state of the one of a grant that it is asked about; or NULL */
	const char *asked_to;  /* what it is to do by that: enter, leave or stay; or NULL */
	bool carries_out;      /* a grant, with the applicant */
	bool has_resigned;     /* it asks to leave that, and nobody has taken it up */
	int32_t asked_on;
	struct in_hand in_hand;
	bool has_in_hand;      /* not to a partner that has left */
	const char *document;  /* state of the one named; NULL: the application has none such */
	struct partner_appeal appeal;
	bool has_appeal;       /* as in_hand */
};

struct resign_input {
	const char *reason;
	struct entered_for entered;
	bool is_entered;
};

struct paper_input {
	const char *confirmed_by;
	int32_t confirmed_on;
	int64_t document_id;
};

/* Its no, said otherwise than here. */
struct part_refusal_input {
	struct said_input said;
	int64_t document_id;
	bool has_document;
};

/* As long as the applicant has the application in hand. */
void decide_add_partner(const struct new_partner_facts *facts, struct problems *problems);

/* By a person of the partner. */
void decide_confirm_part(const struct partner_facts *facts, struct problems *problems);
void decide_decline_part(const struct partner_facts *facts, struct problems *problems);
void decide_withdraw_part(const struct partner_facts *facts, struct problems *problems);

/* By a person of the partner, or of its letter by a caseworker. */
void decide_resign(const struct partner_facts *facts, const struct resign_input *input,
		   struct problems *problems);

/* By the applicant, and of what is asked of a grant by a caseworker as well, who alone enters its
 * no. `input` is NULL to ask only whether it may be done. */
void decide_enter_paper(const struct partner_facts *facts, const struct paper_input *input,
			struct problems *problems);
void decide_enter_part_refusal(const struct partner_facts *facts,
			       const struct part_refusal_input *input, struct problems *problems);

/* By the applicant. */
void decide_remove_partner(const struct partner_facts *facts, struct problems *problems);

/* By the partner, or of a letter of it: fvl. § 28. */
void decide_partner_appeal(const struct partner_facts *facts, const struct lodge_input *input,
			   struct problems *problems);

#endif
