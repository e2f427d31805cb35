/*
 * What a firm owes for its place in a priced stage, and the aid that this is.
 *
 * It is raised as the firm gets the place, in each round anew, with the firm's declaration of the
 * aid it has had, which is no older then than the county allows. Amounts are øre, VAT included
 * unless it says otherwise. The aid is what the service is worth less the firm's share, both
 * without VAT; it is reserved (rules.md 1.9).
 */
#ifndef TRINN_API_COPAYMENTS_RAISE_H
#define TRINN_API_COPAYMENTS_RAISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"

/* What a stage says of it. */
struct stage_price {
	int64_t price_ore; /* what every firm pays; without it the hub says, up to the cap */
	int64_t cap_ore;   /* 0: none. A stage with neither is free */
	int64_t service_ore;
	bool has_price, has_service;
	const char *vat_mode; /* "exempt", "outside", "standard" */
	int64_t vat_bp;
	bool has_vat;		  /* a rate is in force */
	int64_t declaration_days; /* how old a declaration may be */
};

struct declared_aid {
	int32_t granted_on;
};

struct declaration {
	const char *by; /* name and position in the firm */
	int32_t on_day;
	const struct declared_aid *received;
	size_t n_received;
	const char *received_json; /* the same */
	const char *reason; /* of a hub, after a refusal; else NULL */
};

struct new_copayment_input {
	int64_t amount_ore, service_ore; /* what the firm gets is worth, without VAT */
	bool has_amount, has_service;	 /* the stage may say */
	struct declaration declaration;
};

struct new_copayment_effects {
	bool is_raised;
	int64_t amount_ore, vat_ore; /* this is part of that */
	int64_t service_ore, aid_ore;
};

/* A firm that is in the stage owes for it. */
bool is_priced(const struct stage_price *price);

/* That a share of so much, for a service worth so much, could be raised in a stage of that price.
 */
bool is_share_of(const struct stage_price *price, int64_t amount_ore, int64_t service_ore);

/* What a hub types after the county refused the aid says what the firm has shown. */
void require_grounds(const struct declaration *declaration, const char *pointer,
		     struct problems *problems);

/* Of a day at most so many days before `today`; what the firm was given, it was given by then. */
void decide_declaration(const struct declaration *declaration, int64_t most_days, int32_t today,
			const char *pointer, struct problems *problems);

/* For a firm that gets a place in the stage. What the stage says of price and value stands; what it
 * leaves open the hub says, the price up to the cap. `input` is NULL if nothing was said, as for a
 * free stage nothing is; faults are those of "#/copayment". */
void decide_raise_copayment(const struct stage_price *price, int64_t stage,
			    const struct new_copayment_input *input, int32_t today,
			    struct new_copayment_effects *effects, struct problems *problems);

#endif
