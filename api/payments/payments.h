/*
 * Payments (utbetalinger): made by the release of a claim, listed for payment once, entered as paid
 * by one person of finance and confirmed by another. Dates are days of lib/base/date.h in Norway.
 * Person 0 is nobody.
 */
#ifndef TRINN_API_PAYMENTS_PAYMENTS_H
#define TRINN_API_PAYMENTS_PAYMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct payment_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t application_id;
	int64_t applicant_id;
	int64_t registered_by;
	int32_t listed_on; /* of what is on a list that the caller can see */
	bool has_listed;
};

struct register_input {
	const char *bank_reference;
	int32_t paid_on;
};

struct new_list_facts {
	struct caller caller;
	int64_t id;
	int64_t count;
	const char *payments; /* their ids, "{17,19}" */
};

void decide_create_list(const struct new_list_facts *facts, struct problems *problems);

/* Enters that the bank has paid, or enters it anew while nobody has confirmed it: not in the future
 * nor before it was listed, so that no year gets another's payments. `input` is NULL to ask
 * only whether the caller may. */
void decide_register_paid(const struct payment_facts *facts, const struct register_input *input,
			  struct problems *problems);

/* By another person than the one who entered it (programme.md 5.5). */
void decide_confirm_paid(const struct payment_facts *facts, struct problems *problems);

#endif
