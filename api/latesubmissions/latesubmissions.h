/*
 * Late submission: an applicant that missed the deadline of a call asks for leave, a caseworker
 * recommends, another person decides, or sends it back with why. Leave is an exception that two
 * persons want: it is given as it was recommended, and what another would give it recommends first.
 * With leave it submits its draft, or begins an application, until a day; without, it has been
 * dismissed (avvist), with grounds and the right to appeal. As an appeal is allowed or the refusal
 * set aside, the same is asked for anew by it, and once it was allowed not refused again.
 *
 * Dates are days of lib/base/date.h.
 */
#ifndef TRINN_API_LATESUBMISSIONS_LATESUBMISSIONS_H
#define TRINN_API_LATESUBMISSIONS_LATESUBMISSIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/appeals/appealable.h"
#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_late_facts {
	struct caller caller;
	int64_t id;
	const char *call_state;      /* closed also once its last day is over */
	int32_t closes_on;
	const char **applicant_kinds;
	size_t n_applicant_kinds;
	const char *draft_state;     /* of the one that was named; NULL: none such in the call */
	bool is_asked;               /* already, and not decided */
};

struct new_late_input {
	int64_t call_id;
	int64_t application_id;
	bool has_application;        /* or one is to be begun */
	const char *reason;
};

struct late_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t applicant_id;
	int64_t asked_by;
	int64_t recommended_by;
	bool has_recommended;
	const char *recommended;     /* granted or refused; NULL: nothing yet */
	const char *line;            /* the funding line of the call */
	const char *body;            /* for which the caller decides; NULL: none */
	int64_t appeal_days;         /* fvl. § 29 */
	bool has_appeal_days;
	bool is_allowed;             /* by the appeal that it is asked for anew by */
	int64_t appeal_id;           /* that one against it will have */
	bool is_final;               /* an appeal against it came to nothing, or took it up again */
	int64_t appeal_number;       /* of one that is not settled */
	bool is_appealed;
	struct dismissed_appeal *dismissed;
	size_t n_dismissed;
};

/* Against the refusal, or against that another appeal against it was found inadmissible. */
struct late_appeal {
	int64_t appeal_id;
	bool has_appeal;
	const char *asked;
	const char *grounds;         /* NULL: none, which the law leaves free (§ 32) */
};

struct late_recommendation {
	const char *outcome;         /* granted or refused */
	const char *grounds;
};

struct late_decision {
	const char *outcome;
	const char *grounds;         /* which the applicant reads (fvl. §§ 24 and 25) */
	int32_t submit_by;
	bool has_submit_by;
};

struct late_effects {
	int32_t appeal_deadline;     /* of a refusal */
};

/* Once the call has closed, of a draft of one's own or of an application that is not begun. */
void decide_ask_late(const struct new_late_facts *facts, const struct new_late_input *input,
		     struct problems *problems);

/* `input` is NULL to ask only whether it may be done. */
void decide_recommend_late(const struct late_facts *facts, const struct late_recommendation *input,
			   struct problems *problems);
void decide_late(const struct late_facts *facts, const struct late_decision *input,
		 struct late_effects *effects, struct problems *problems);
void decide_return_late(const struct late_facts *facts, struct problems *problems);

/* The dismissed appeal that is named; NULL: none. */
const struct dismissed_appeal *dismissed_late(const struct late_facts *facts,
					      const struct late_appeal *input);
void decide_appeal_late(const struct late_facts *facts, const struct late_appeal *input,
			struct problems *problems);

#endif
