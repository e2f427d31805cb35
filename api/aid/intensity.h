/*
 * How much of the costs may be aid (rules.md 1.3), by the article of the basis: a share that is
 * higher for smaller enterprises and for the training of the disadvantaged, and a ceiling in EUR.
 *
 * Of one and the same cost all public support together stays within the highest share that any of
 * it is allowed (GBER art. 8); de minimis aid has none of its own.
 */
#ifndef TRINN_API_AID_INTENSITY_H
#define TRINN_API_AID_INTENSITY_H

#include "api/aid/sme.h"

struct aid_rates {
	int64_t base_bp;
	int64_t bonus_bp[AID_CLASSES]; /* by class */
	int64_t disadvantaged_bp;
	int64_t most_bp;
};

/* 0 of an enterprise whose class is unknown: nothing is granted on a guess. */
int64_t aid_intensity_bp(const struct aid_rates *rates, enum aid_class class,
			 bool is_for_disadvantaged);

/* What the aid is held against. */
struct aid_measure {
	int64_t eligible_ore;
	int64_t intensity_bp;
	bool has_ceiling;
	int64_t ceiling_cents; /* what is left of it, where it is for several grants */
	int64_t rate_e4;       /* of the grant date (api/aid/eur.h) */
};

struct aid_most {
	int64_t by_intensity_ore; /* in whole kroner, as all of these */
	int64_t by_ceiling_ore;	  /* AID_UNBOUNDED: there is none */
	int64_t ore;		  /* the less of the two */
};

struct aid_most aid_most_of(const struct aid_measure *measure);

/* Other public support for the same costs. */
struct aid_support {
	int64_t ore;
	int64_t intensity_bp; /* that it is allowed; 0: none of its own */
};

struct aid_cumulation {
	int64_t highest_bp;
	int64_t most_ore;  /* of all support, in whole kroner */
	int64_t other_ore; /* what others give */
	int64_t left_ore;  /* for ours; not below 0 */
};

struct aid_cumulation aid_cumulate(int64_t eligible_ore, int64_t intensity_bp,
				   const struct aid_support *others, size_t n);

#endif
