/* What an appeal against something that was refused comes to: an amendment of a grant, or leave to
 * apply late. It says nothing of how much: as it is allowed or the refusal set aside, what was
 * refused is taken up again, prepared by one and decided by another as any is; once it was allowed
 * it is granted. So does one against a decision that approved an amendment otherwise than it was
 * asked for, or of the county's own, where no amount is said: what is left of it is taken up, or
 * what undoes it. Leave has no case, so that the appeal is of the late submission alone, without
 * letters, and comes in the journal with the application. */
#ifndef TRINN_API_APPEALS_REFUSALS_H
#define TRINN_API_APPEALS_REFUSALS_H

#include "api/appeals/appeals.h"

/* `kind` is decision, dismissal, amendment or leave. */
bool appeal_is_against(const struct appeal_facts *facts, const char *kind);

/* Rather than against a decision on the application, or a dismissal. */
bool appeal_is_of_refusal(const struct appeal_facts *facts);

/* Allowed, in whole or in part, or set aside. */
bool refusal_is_taken_up(const char *outcome);

/* Whether an amendment, or leave, is taken up again by an answer of this outcome. */
bool answer_takes_up(const struct appeal_facts *facts, const char *outcome, bool has_amount);

/* No amount, year or condition; and of leave there is no part. */
void check_refusal(const struct appeal_facts *facts, const struct proposal_input *input,
		   struct problems *problems);

/* It can still be granted, and is not asked for again already. */
void check_taken_up(const struct appeal_facts *facts, const char *outcome, const char *pointer,
		    struct problems *problems);

#endif
