/* What somebody wants to put on the agenda of a meeting, as its load tells. */
#ifndef TRINN_API_MEETINGS_CANDIDATE_H
#define TRINN_API_MEETINGS_CANDIDATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct meeting_candidate {
	const char *kind; /* of the item that it would be; "board": an appeal that is forwarded */
	const char *state;
	const char *case_number;
	const char *before; /* a meeting that has it on its agenda, or no minutes yet; or NULL */
	bool is_of_body; /* it goes before the body: an appeal to the one that decided (§ 33) */
	bool is_told, has_told; /* a reversal: its party had notice, where it is to its detriment */
	int32_t comment_by; /* until when the appellant may comment */
	bool may_comment;
	const char **questioned; /* who prepared it and may be disqualified */
	size_t n_questioned;
};

#endif
