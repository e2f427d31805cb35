/*
 * Asking for access, and complaining of the answer, as anybody does without a token.
 *
 * Dates are days of lib/base/date.h.
 */
#ifndef TRINN_API_ACCESSREQUESTS_ASKING_H
#define TRINN_API_ACCESSREQUESTS_ASKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct access_asked_facts {
	int32_t today;
	bool is_county;      /* the county that is asked is one */
	int64_t known;       /* of the posts that are asked for, those that the public knows of */
	int64_t waiting;     /* requests that nobody signed and nobody has answered */
	int64_t waiting_max;
	int64_t days;        /* working days to answer in */
};

struct access_asked {
	const char *name;
	const char *email;
	const char *wish;
	int64_t *posts;
	size_t n_posts;
};

/* What is complained of, as load_access_complaint tells it. */
struct complained_item {
	int64_t number;
	const char *state;
	bool is_final;           /* it was complained of before */
	int32_t deadline;
	bool has_deadline;
};

struct access_complaint_facts {
	int32_t today;
	int64_t version;
	int32_t received_on;
	int64_t days;
	int64_t silence_days;    /* working days after which no answer is a refusal */
	struct complained_item *items;
	size_t n_items;
};

struct access_complaint {
	int64_t *items;
	size_t n_items;
	const char *text;
};

/* How many may wait is asked of who signs nothing only. */
void decide_ask_access(const struct access_asked_facts *facts, const struct access_asked *input,
		       bool is_signed, int32_t *due_on, struct problems *problems);
void decide_complain_of_access(const struct access_complaint_facts *facts,
			       const struct access_complaint *input, int32_t *due_on,
			       struct problems *problems);

#endif
