/* The money that a meeting resolves on. */
#ifndef TRINN_API_MEETINGS_MONEY_H
#define TRINN_API_MEETINGS_MONEY_H

#include <stdint.h>

/* What a proposal that grants something takes of a line, beside what others have of it already. */
struct line_money {
	const char *line;
	int64_t year;
	int64_t left_ore;     /* to grant now */
	int64_t resolved_ore; /* by meetings and entered by nobody yet, or proposed to be raised, in
				 other cases */
	int64_t part_ore;
};

#endif
