/*
 * The cases of a sampling are drawn. Nobody chooses them: the seed is the server's, and the draw
 * can be made again from it and the population, which are kept (api/samplings/draw.h); each draw
 * stands, so that drawing until it suits is seen. A case is a firm that the hub followed at any
 * time of the period in the programme, or in one below it, whoever follows it now. Shares are basis
 * points, dates days of lib/base/date.h.
 */
#ifndef TRINN_API_SAMPLINGS_CREATE_H
#define TRINN_API_SAMPLINGS_CREATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_sampling_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t seed;
	bool has_programme;
	int64_t hub_id;
	bool has_hub;
	int64_t *population; /* enrolments, by their ids */
	size_t n_population;
};

struct new_sampling_input {
	int64_t programme_id;
	const char *hub_orgnr;
	const char *title;
	const char *criteria; /* what the county looks for, and why with this hub */
	int32_t period_from, period_to;
	const char *from_text, *to_text; /* the same as they were written */
	int64_t size;			 /* this or the share; all of them if there are fewer */
	bool has_size;
	int64_t share_bp; /* rounded up to a whole case */
	bool has_share;
};

struct new_sampling_effects {
	int64_t *drawn; /* in the order drawn */
	size_t n_drawn;
};

void decide_draw_sampling(const struct new_sampling_facts *facts,
			  const struct new_sampling_input *input,
			  struct new_sampling_effects *effects, struct problems *problems);

#endif
