/* Retention classes as set-up: how long what a case has in it is kept, and counted from when. */
#ifndef TRINN_API_SETUP_RETENTION_H
#define TRINN_API_SETUP_RETENTION_H

#include "api/setup/setup.h"

struct retention_class_input {
	const char *covers;
	const char *counted_from;
};

setup_rule_fn decide_retention_class;

#endif
