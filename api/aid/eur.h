/*
 * Aid in EUR (rules.md 1.7): cents of øre, at NOK per EUR in 1/10000.
 *
 * The rate is that of the grant date and more than 0; whoever finds none refuses and does not
 * guess. Amounts are not negative.
 */
#ifndef TRINN_API_AID_EUR_H
#define TRINN_API_AID_EUR_H

#include <stdint.h>

/* To be held against a ceiling: rounded up, so that nothing above it passes. */
int64_t aid_eur_cents_up(int64_t ore, int64_t rate_e4);

/* To be told, to the firm and to the register: half to even. */
int64_t aid_eur_cents_even(int64_t ore, int64_t rate_e4);

/* The most that comes to no more than so many cents, rounded up. */
int64_t aid_ore_within(int64_t cents, int64_t rate_e4);

#endif
