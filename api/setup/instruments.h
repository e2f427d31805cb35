/* What firms are asked with: an interview guide, a questionnaire, a survey a firm answers alone. */
#ifndef TRINN_API_SETUP_INSTRUMENTS_H
#define TRINN_API_SETUP_INSTRUMENTS_H

#include "api/setup/setup.h"

enum { SCALE_STEPS = 5 };

struct option_input {
	const char *id;
};

struct question_input {
	const char *id;
	const char *kind;
	struct option_input *options;
	size_t n_options;
};

struct instrument_input {
	struct question_input *questions;
	size_t n_questions;
};

/* A new code, or the next version of one of the county's own. Questions and the options of each
 * have ids of their own, by which answers name them; a scale has the options "1" to "5" and a
 * choice two or more, other questions none. */
setup_rule_fn decide_instrument;

#endif
