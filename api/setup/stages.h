/* The stages of a programme: what each takes of a firm and asks of it before. */
#ifndef TRINN_API_SETUP_STAGES_H
#define TRINN_API_SETUP_STAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct gate_input {
	const char *kind;
	int64_t requires_stage;
	int64_t percent;
	bool has_stage, has_percent;
};

struct profile_input {
	int64_t digital_parts, green_parts;
};

struct stage_input {
	int64_t number;
	int64_t price_ore;  /* what a firm pays; the hub says, up to the cap, if there is none */
	int64_t cap_ore;    /* most a firm may be asked to pay */
	int64_t value_ore;  /* of the service to each firm */
	int64_t next_stage; /* where a firm is advised to go on */
	struct profile_input profile; /* where the stage has one of its own */
	bool has_price, has_cap, has_value, has_next, has_profile;
	struct gate_input *gates;
	size_t n_gates;
};

struct programme_input {
	int32_t starts_on, ends_on;
	struct profile_input profile;
	bool has_profile;
	struct stage_input *stages;
	size_t n_stages;
};

struct stage_graph_input {
	int64_t based_on; /* the version it is made from */
	struct stage_input *stages;
	size_t n_stages;
};

/* Parts of something. */
void check_profile(const struct profile_input *profile, const char *pointer,
		   struct problems *problems);

/* Stages ascend; gates lead back, each once, and advice leads on. Attendance and deliverables are
 * of stages that a firm enrols in, a co-payment of one that has a price. No price is above its cap,
 * nor above the value of what it pays for: the aid to the firm, which is the difference, is never
 * negative. */
void check_stages(const struct stage_input *stages, size_t n, struct problems *problems);

#endif
