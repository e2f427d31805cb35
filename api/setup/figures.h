/* Figures that a county sets for itself, each with its period: trinn.county_figures says which. */
#ifndef TRINN_API_SETUP_FIGURES_H
#define TRINN_API_SETUP_FIGURES_H

#include "api/setup/setup.h"

struct figure_input {
	struct period_input period;
	const char *key, *unit;
	int64_t value; /* in the unit */
};

/* Of a key that Trinn reads, in its unit and within its bounds. A figure that stands for all
 * counties is law: three weeks to appeal (forvaltningsloven § 29) are no fewer in one county. Nor
 * more: longer is for a single case, before its time is out. */
setup_rule_fn decide_rule_param;

#endif
