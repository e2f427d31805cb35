/* The newest decision of a case as one to be appealed against; those before it were replaced. */
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

struct appealable {
	int64_t decision_id;
	int64_t *replaced;     /* decisions before it in the case */
	size_t n_replaced;
	int32_t decided_on;
	int32_t due_on;        /* the last day to appeal */
	bool has_due;          /* false: the grounds that were asked for are waited for */
	int32_t ran_until;     /* the latest that it had, also before grounds were asked for */
	bool had_grounds;      /* they were asked for, and given */
	bool is_final;         /* what it says was settled on an appeal (§ 28 third paragraph) */
	int64_t appeal_id;     /* of one that is not settled */
	bool is_appealed;
	int64_t appeal_days;   /* fvl. § 29 */
	bool has_appeal_days;
	int64_t post_days;     /* that a letter is on its way */
	int64_t next_id;       /* of an appeal that is lodged */
	int64_t *documents;    /* of the case, clean and the party's to read */
	size_t n_documents;
	struct unusable_document *unusable; /* that the party sent, and are not clean */
	size_t n_unusable;
};

extern const struct shape appealable_shape;

#endif
