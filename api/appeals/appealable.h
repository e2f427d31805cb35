/* The newest decision of a case as one to be appealed against, those before it were replaced; and
 * the amendments and dismissals beside it. */
#ifndef TRINN_API_APPEALS_APPEALABLE_H
#define TRINN_API_APPEALS_APPEALABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct shape;

struct unusable_document {
	int64_t id;
	const char *state;
};

/* What is put to a party by letter: a hearing, or what an amendment asks of a partner. */
struct posted_question {
	int64_t id;
	int32_t answer_by;
	int64_t days; /* that the party has at the least */
};

/* A letter to one who has nobody here, which is not posted yet. */
struct mailing {
	int64_t id;
	int64_t letter_id;
	int64_t decision_id; /* that it tells of; 0: of something else */
	const char *orgnr;   /* to whom */
	bool is_applicant;   /* or another that appealed, whose letter it alone is */
	bool begins_appeal;  /* against what it tells of, which is no decision of the case */
	int32_t queued_on;
	struct posted_question hearing; /* that it tells of */
	bool has_hearing;
	struct posted_question partner; /* whom it asks, and who is waited for */
	bool has_partner;
};

/* An appeal against it that was found inadmissible, which is a decision too: fvl. § 2 third
 * paragraph. */
struct dismissed_appeal {
	int64_t appeal_id;
	int64_t number;
	const char *other;     /* whose it was, who is no party; NULL: the party's */
	int64_t decision_id;   /* that it was against */
	bool is_of_decision;   /* false: it was against a refused amendment */
	int64_t amendment_id;  /* that was refused, or that the decision approved */
	bool is_of_amendment;
	int64_t answer_id;     /* that found it so */
	int32_t made_on;
	bool is_final;         /* an appeal against that came to nothing */
};

/* An amendment that its recipient asked for in vain, or for another end, or that the county made of
 * itself. */
struct appealable_amendment {
	int64_t id;
	int64_t number;
	int64_t decision_id;   /* that approved it */
	bool is_approved;      /* false: it was refused */
	int32_t made_on;
	bool is_final;         /* an appeal against it came to nothing, or took it up again */
	int64_t appeal_number; /* of one that is not settled, also against a dismissal */
	bool is_appealed;
};

/* Against the newest decision, of one that is no party. */
struct others_appeal {
	const char *name;
	int64_t number;
	bool is_final; /* not allowed; else it is open */
};

struct appealable {
	int64_t decision_id;
	int64_t *replaced;     /* decisions before it in the case */
	size_t n_replaced;
	int64_t amount_ore;    /* that it grants */
	int32_t decided_on;
	int32_t due_on;        /* the last day to appeal */
	bool has_due;          /* false: grounds are waited for, or it is to be posted to a party */
	bool awaits_grounds;
	int32_t ran_until;     /* the latest that it had, also before grounds were asked for */
	int64_t acceptance_days; /* of what it offers, of which no time runs yet */
	bool is_offered_later;
	bool had_grounds;      /* they were asked for, and given */
	bool is_final;         /* what it says was settled on an appeal (§ 28 third paragraph) */
	struct dismissed_appeal *dismissed;
	size_t n_dismissed;
	struct others_appeal *others;
	size_t n_others;
	struct appealable_amendment *amendments;
	size_t n_amendments;
	int64_t appeal_number; /* of one that is not settled */
	bool is_appealed;
	int64_t appeal_days;   /* fvl. § 29 */
	bool has_appeal_days;
	int64_t next_id;       /* of an appeal that is lodged */
	int64_t *documents;    /* of the case, clean and the party's to read */
	size_t n_documents;
	struct unusable_document *unusable; /* that the party sent, and are not clean */
	size_t n_unusable;
};

extern const struct shape appealable_shape, dismissed_shape, mailing_shape;

#endif
