/* Lodging an appeal, and the time there is for it. */
#ifndef TRINN_API_APPEALS_LODGING_H
#define TRINN_API_APPEALS_LODGING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/applications/facts.h"
#include "api/problems/problems.h"

/* Of what the county enters for somebody who wrote a letter. */
struct entered_for {
	const char *name;
	int32_t on_day;      /* that it was handed to the post, or to the county */
};

/* Somebody that is no party, and says what interest it has: fvl. § 28. */
struct other_appellant {
	const char *name, *address, *interest;
};

/* Against a decision, an amendment, or that another appeal was found inadmissible. */
struct lodge_input {
	int64_t decision_id;
	bool has_decision;
	int64_t amendment_id;
	bool has_amendment;
	int64_t appeal_id;
	bool has_appeal;
	const char *asked;   /* the change */
	int64_t asked_ore;
	bool has_asked_ore;
	const char *grounds; /* NULL: none, which the law leaves free (§ 32) */
	const char *stay_grounds; /* NULL: no stay is asked for */
	struct entered_for entered;
	bool is_entered;
	struct other_appellant other;
	bool has_other;
	int64_t *documents;
	size_t n_documents;
};

struct period_input {
	int64_t decision_id;
	bool has_decision;
	int64_t letter_id;   /* instead: that was posted or handed over */
	bool has_letter;
	const char *orgnr;   /* to whom; NULL: the applicant */
	const char *grounds; /* that are given */
	const char *how;     /* posted or handed */
	int32_t on_day;
	struct entered_for entered;
	bool is_entered;
};

/* When the time to appeal begins to run anew, and its last day. */
struct period_effects {
	int32_t on_day;
	int32_t ends_on;    /* 0: none begins */
	int32_t beside_by;  /* against what is no decision of the case; 0: none begins */
	int64_t mailing_id; /* that was posted with the notice; 0: none */
	int32_t accept_by;  /* what it offers; 0: that does not begin */
	int64_t hearing_id; /* that has a later day by it; 0: none */
	int64_t partner_id; /* the same */
	int32_t answer_by;
};

/* The one that is named; NULL: none. */
const struct dismissed_appeal *dismissed_of(const struct application_facts *facts,
					    const struct lodge_input *input);

/* What is kept of it; NULL: none. An appeal against a decision that approved an amendment is of
 * both, however it was named. */
struct lodged_against {
	const int64_t *decision_id, *amendment_id;
	const int64_t *answer_id; /* that found another inadmissible */
};

struct lodged_against lodged_against(const struct application_facts *facts,
				     const struct lodge_input *input);

/* `input` is NULL to ask only whether it may be done; so below. */
void decide_lodge(const struct application_facts *facts, const struct lodge_input *input,
		  struct problems *problems);
void decide_ask_grounds(const struct application_facts *facts, const struct period_input *input,
			struct period_effects *effects, struct problems *problems);
void decide_give_grounds(const struct application_facts *facts, const struct period_input *input,
			 struct period_effects *effects, struct problems *problems);

/* A notice reached a party otherwise than by being shown here. To one that has people here it gives
 * more time to appeal; to one that has nobody, what was posted is made known by it, and the time to
 * appeal and to accept begins. */
void decide_note_notice(const struct application_facts *facts, const struct period_input *input,
			struct period_effects *effects, struct problems *problems);

#endif
